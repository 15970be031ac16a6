//! The comparison: matrix, two actors, one issue over actors, over time and as each document tells it.

mod filters;
mod issue;
mod matrix;
mod pair;
mod saying;

pub use filters::ticks;
pub use issue::{issue, statement};
pub use matrix::matrix;
pub use pair::pair;
pub use saying::saying;

use crate::domain::order::sort_by_key;
use yew::prelude::*;

use super::{Press, Scene};
use crate::app::route::Route;
use crate::domain::compare::{Filter, Party};
use crate::domain::pack::{ActorId, DocumentId};

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
    html! {
        <>
            <div class="head">
                <p class="quiet">{ over }</p>
                <h1>{ title }</h1>
                <p class="lead">{ lead }</p>
            </div>
            <div class="tools-row">
                { tabs(scene) }
                <button type="button" class="act" data-press={Press::Copy.word()}>{ scene.words.copy_table }</button>
                <button type="button" class="act" data-press={Press::SaveCsv.word()}>{ scene.words.save_csv }</button>
            </div>
        </>
    }
}

fn tabs(scene: Scene) -> Html {
    let pair = match scene.model.route() {
        Route::Pair(a, b) => Some((*a, *b)),
        _ => first_pair(scene),
    };
    let in_pair = matches!(scene.model.route(), Route::Pair(..));
    let tab = |route: &Route, name: &'static str, here: bool| {
        html! { <a class="pill" href={scene.model.href_with(route, &carried(scene))} aria-current={here.then_some("page")}>{ name }</a> }
    };
    html! {
        <>
            { tab(&Route::Compare, scene.words.tab_matrix, *scene.model.route() == Route::Compare) }
            if let Some((a, b)) = pair { { tab(&Route::Pair(a, b), scene.words.tab_pair, in_pair) } }
        </>
    }
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
fn party_name(scene: Scene, party: Party) -> String {
    party.name(scene.pack(), scene.lang()).to_owned()
}

/// 資料2だけによる.
fn only(scene: Scene, document: Option<DocumentId>) -> Html {
    match document {
        Some(id) => {
            html! { <span class="chip">{ super::words::fill(scene.words.one_document, &[&scene.pack()[id].label]) }</span> }
        }
        None => html! {},
    }
}
