//! Two actors side by side over all issues.

use crate::domain::order::sort_by_key;
use yew::prelude::*;

use super::filters::{Offers, panel};
use super::{filter, head, only, party_name, saying};
use crate::app::route::{IssueView, Route};
use crate::domain::compare::{Cell, Obstacle, Pair, PairRow, Party, Relation};
use crate::domain::pack::{ActorId, FindBySlug};
use crate::ui::Scene;
use crate::ui::words::fill;

/// Two actors or columns.
pub fn pair(scene: Scene, a: ActorId, b: ActorId) -> Html {
    let (pack, words) = (scene.pack(), scene.words);
    let view = Pair::new(pack, &filter(scene), Party::of(pack, a), Party::of(pack, b));
    let (shown, silent): (Vec<&PairRow>, Vec<&PairRow>) = view
        .rows
        .iter()
        .partition(|row| !(row.a.statements.is_empty() && row.b.statements.is_empty()));
    let silent: Vec<&str> = silent.iter().map(|row| scene.pick(&pack[row.issue].title)).collect();
    let title = [party_name(scene, view.a).as_str(), " ・ ", &party_name(scene, view.b)].concat();
    html! {
        <>
            { head(scene, html! { words.tab_pair }, &title, words.pair_lead) }
            <div class="tools-row">{ choose(scene, words.left_actor, "pair:left", a) }{ choose(scene, words.right_actor, "pair:right", b) }</div>
            { panel(scene, Offers::Sources) }
            { tally(scene, &view) }
            <div class="split">
                <span class="quiet">{ words.issue }</span><b>{ party_name(scene, view.a) }</b><b>{ party_name(scene, view.b) }</b>
                { for shown.into_iter().map(|row| row_html(scene, row, &view)) }
            </div>
            if !silent.is_empty() { <p class="quiet">{ fill(words.hidden_rows, &[&silent.join("、")]) }</p> }
        </>
    }
}

fn choose(scene: Scene, label: &'static str, name: &'static str, now: ActorId) -> Html {
    let pack = scene.pack();
    let speaks = |id: &ActorId| {
        pack.statements
            .iter()
            .any(|s| s.actor == *id || pack[s.actor].side == *id)
    };
    let option = |id: ActorId| {
        let inset = if pack[id].side == id { "" } else { "　" };
        html! { <option value={id.slug(pack).to_owned()} selected={id == now}>{ inset }{ scene.pick(&pack[id].name) }</option> }
    };
    let mut actors: Vec<ActorId> = pack.actors().filter(speaks).collect();
    sort_by_key(&mut actors, |id| (pack[*id].side, pack[*id].side != *id, *id));
    html! { <label>{ label }{ " " }<select class="field" data-input={name}>{ for actors.into_iter().map(option) }</select></label> }
}

/// How many issues there are of each relation.
fn tally(scene: Scene, view: &Pair) -> Html {
    let tally = view.tally();
    let lang = scene.lang();
    let none = Relation::CannotCompare { a: None, b: None };
    let parts = [
        (Relation::Agree, tally.agree),
        (Relation::PartlyAgree, tally.partly),
        (Relation::Differ, tally.differ),
        (none, tally.cannot_compare),
    ];
    html! { <p class="legend">{ for parts.iter().map(|(relation, n)| html! { <span><b>{ n.to_string() }</b>{ " " }{ relation.name(lang) }</span> }) }</p> }
}

fn row_html(scene: Scene, row: &PairRow, view: &Pair) -> Html {
    let issue = &scene.pack()[row.issue];
    html! {
        <>
            <div>
                <a href={scene.model.href(&Route::Issue(row.issue, IssueView::Actors))}>{ scene.pick(&issue.question) }</a>
                <span class="relation">{ relation(scene, row, view) }</span>
                { only(scene, row.rests_on_one_document) }
            </div>
            { side(scene, &row.a) }
            { side(scene, &row.b) }
        </>
    }
}

/// 一致 / 異なる / くらべられない(プーチン大統領:記載なし).
fn relation(scene: Scene, row: &PairRow, view: &Pair) -> String {
    let lang = scene.lang();
    let name = row.relation.name(lang);
    let Relation::CannotCompare { a, b } = row.relation else {
        return name.to_owned();
    };
    let reason = |party: Party, obstacle: Option<Obstacle>| {
        obstacle.map(|o| [&party_name(scene, party), ": ", o.name(lang)].concat())
    };
    let reasons: Vec<String> = [reason(view.a, a), reason(view.b, b)].into_iter().flatten().collect();
    [name, "（", &reasons.join("、"), "）"].concat()
}

fn side(scene: Scene, cell: &Cell) -> Html {
    html! {
        <div>
            if cell.statements.is_empty() {
                <span class="none">{ if cell.left_out > 0 { Obstacle::LeftOut.name(scene.lang()) } else { scene.words.nobody_states } }</span>
            } else {
                <ul class="stack">{ for cell.statements.iter().map(|id| saying(scene, *id)) }</ul>
            }
        </div>
    }
}
