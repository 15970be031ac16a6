//! The comparison: matrix, two actors, one issue over actors, over time and as each document tells it.

mod filters;
mod issue;
mod matrix;
mod pair;
mod saying;

pub use filters::{Offered, Ticks, boxes, documents, issues, ticks};
pub use issue::{issue, statement};
pub use matrix::{Grid, Line, grid, matrix, row};
pub use pair::pair;
pub use saying::saying;

use yew::Html;

use super::el::{El, Node, all, el};
use super::words::fill;
use super::{Press, Scene};
use crate::app::route::Route;
use crate::domain::compare::{Filter, Party};
use crate::domain::order::sort_by_key;
use crate::domain::pack::{ActorId, DocumentId, Keyword, Stance};

/// The filter that the address holds.
fn filter(scene: Scene) -> Filter {
    Filter::from_query(scene.pack(), &scene.model.address.query).0
}

/// The part of the query that carries the filter from view to view.
fn carried(scene: Scene) -> String {
    filter(scene).to_query(scene.pack())
}

/// The head of a view: its title, a sentence, what can be done with its table.
fn head(scene: Scene, over: Html, title: &str, lead: &str) -> Html {
    let words = scene.words;
    let head = el("div")
        .class("head")
        .kid(el("p").class("quiet").kid(over))
        .kid(el("h1").tell(title))
        .kid(el("p").class("lead").tell(lead));
    let tools = tabs(scene, el("div").class("tools-row"))
        .kid(el("button").class("act").press(Press::Copy).say(words.copy_table))
        .kid(el("button").class("act").press(Press::SaveCsv).say(words.save_csv));
    all([head.node(), scene.later(tools).node()])
}

fn tabs(scene: Scene, row: El) -> El {
    let (words, now) = (scene.words, scene.model.route());
    let pair = match now {
        Route::Pair(a, b) => Some((*a, *b)),
        _ => first_pair(scene),
    };
    let in_pair = matches!(now, Route::Pair(..));
    row.kid(tab(scene, &Route::Compare, words.tab_matrix, *now == Route::Compare))
        .kid(pair.map(|(a, b)| tab(scene, &Route::Pair(a, b), words.tab_pair, in_pair)))
}

fn tab(scene: Scene, route: &Route, name: &'static str, here: bool) -> El {
    scene
        .asking(el("a").class("pill"), scene.model.href_with(route, &carried(scene)))
        .maybe("aria-current", here.then_some("page"))
        .say(name)
}

/// The two columns with the most statements: what one would ask for first.
fn first_pair(scene: Scene) -> Option<(ActorId, ActorId)> {
    let pack = scene.pack();
    let count = |side: ActorId| pack.statements.iter().filter(|s| pack[s.actor].side == side).count();
    let writes = |side: ActorId| {
        pack.actors
            .iter()
            .any(|actor| actor.side == side && actor.kind == crate::domain::pack::ActorKind::Author)
    };
    let mut sides: Vec<ActorId> = pack
        .actors()
        .filter(|id| pack[*id].side == *id && !writes(*id))
        .collect();
    sort_by_key(&mut sides, |side| std::cmp::Reverse(count(*side)));
    Some((*sides.first()?, *sides.get(1)?))
}

/// A party's name, as a link to nothing: columns are names, not places.
fn party_name(scene: Scene, party: Party) -> &'static str {
    party.name(scene.pack(), scene.lang())
}

/// 資料2だけによる.
fn only(scene: Scene, document: Option<DocumentId>) -> Option<El> {
    let label = &scene.pack()[document?].label;
    Some(el("span").class("chip").say(fill(scene.words.one_document, &[label])))
}

/// ○ 支持.
fn signed(scene: Scene, stance: Stance) -> El {
    el("span")
        .at("data-stance", stance.word())
        .kid(el("span").class("sign").say(stance.sign()))
        .say(" ")
        .say(stance.name(scene.lang()))
}
