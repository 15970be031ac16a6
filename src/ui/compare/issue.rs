//! One issue: over all actors, over time, as each document tells it, and the statements behind one cell.

use yew::prelude::*;

use super::filters::{Offers, panel};
use super::matrix::legend;
use super::{carried, filter, head, only, party_name, saying};
use crate::app::route::{IssueView, Route};
use crate::domain::compare::{ByDocument, ByIssue, Cell, Filter, OverTime, Party, StanceGroup, Telling, not_stated};
use crate::domain::pack::{ActorId, IssueId, Keyword, StatementId};
use crate::ui::Scene;
use crate::ui::words::{count, fill};

/// One issue in one of its views.
pub fn issue(scene: Scene, id: IssueId, view: IssueView) -> Html {
    let (pack, words) = (scene.pack(), scene.words);
    let issue = &pack[id];
    let filter = filter(scene);
    let over = html! { <><a href={scene.model.href_with(&Route::Compare, &carried(scene))}>{ words.all_issues }</a>{ " ・ " }{ scene.pick(&issue.title) }</> };
    html! {
        <>
            { head(scene, over, scene.pick(&issue.question), issue.note.as_deref().unwrap_or("")) }
            <nav class="tools-row" aria-label={words.issue}>
                { tab(scene, id, IssueView::Actors, words.view_actors, view) }
                { tab(scene, id, IssueView::Time, words.view_time, view) }
                { tab(scene, id, IssueView::Documents, words.view_documents, view) }
            </nav>
            { panel(scene, Offers::Sources) }
            { match view {
                IssueView::Actors => actors(scene, &filter, id),
                IssueView::Time => time(scene, &filter, id),
                IssueView::Documents => documents(scene, &filter, id),
                IssueView::At(actor) => at(scene, &filter, id, actor),
            } }
        </>
    }
}

/// One statement among those on its issue.
pub fn statement(scene: Scene, id: StatementId) -> Html {
    issue(scene, scene.pack()[id].issue, IssueView::Actors)
}

fn tab(scene: Scene, id: IssueId, to: IssueView, name: &'static str, now: IssueView) -> Html {
    let href = scene.model.href_with(&Route::Issue(id, to), &carried(scene));
    html! { <a class="pill" {href} aria-current={(to == now).then_some("page")}>{ name }</a> }
}

fn sayings(scene: Scene, ids: impl IntoIterator<Item = StatementId>) -> Html {
    html! { <ul class="sayings">{ for ids.into_iter().map(|id| saying(scene, id)) }</ul> }
}

fn parties(scene: Scene, name: &'static str, parties: &[Party]) -> Html {
    let names: Vec<String> = parties.iter().map(|party| party_name(scene, *party)).collect();
    html! { if !names.is_empty() { <p class="quiet"><b>{ name }</b>{ " " }{ names.join("、") }</p> } }
}

fn actors(scene: Scene, filter: &Filter, id: IssueId) -> Html {
    let view = ByIssue::new(scene.pack(), filter, id);
    html! {
        <>
            { legend(scene) }
            <p>{ only(scene, view.rests_on_one_document) }</p>
            { for view.groups.iter().map(|group| stance_group(scene, group)) }
            { parties(scene, scene.words.differ, &view.divided) }
            { parties(scene, not_stated(scene.lang()), &view.not_stated) }
        </>
    }
}

fn stance_group(scene: Scene, group: &StanceGroup) -> Html {
    let lang = scene.lang();
    let all: Vec<StatementId> = group
        .holders
        .iter()
        .flat_map(|holder| holder.statements.iter().copied())
        .collect();
    html! {
        <section data-stance={group.stance.word()}>
            <h2><span class="sign" aria-hidden="true">{ group.stance.sign() }</span>{ " " }{ group.stance.name(lang) }{ " " }<span class="quiet">{ count(scene.words.statements_n, all.len()) }</span></h2>
            { sayings(scene, all) }
        </section>
    }
}

fn time(scene: Scene, filter: &Filter, id: IssueId) -> Html {
    let view = OverTime::new(scene.pack(), filter, id);
    let lang = scene.lang();
    html! {
        <>
            <ol class="time">
                { for view.dated.iter().map(|dated| html! {
                    <li><span class="when">{ dated.date.written(lang) }</span>{ sayings(scene, dated.statements.iter().copied()) }</li>
                }) }
            </ol>
            if !view.undated.is_empty() { <h2>{ scene.words.undated }</h2> }
            { for view.undated.iter().map(|group| {
                let document = &scene.pack()[group.document];
                let limit = group.not_later_than.map(|date| fill(scene.words.no_later, &[&date.written(lang)]));
                html! { <section><h3>{ &document.label }{ " " }{ lang.pick(&document.short) }{ " " }<span class="quiet">{ limit }</span></h3>{ sayings(scene, group.statements.iter().copied()) }</section> }
            }) }
        </>
    }
}

fn documents(scene: Scene, filter: &Filter, id: IssueId) -> Html {
    let view = ByDocument::new(scene.pack(), filter, id);
    let silent: Vec<&str> = view.silent.iter().map(|id| scene.pack()[*id].label.as_str()).collect();
    html! {
        <>
            { for view.told.iter().map(|telling| told(scene, telling)) }
            if !silent.is_empty() { <p class="quiet"><b>{ scene.words.says_nothing }</b>{ " " }{ silent.join("、") }</p> }
        </>
    }
}

fn told(scene: Scene, telling: &Telling) -> Html {
    let (lang, document) = (scene.lang(), &scene.pack()[telling.document]);
    let counts = telling.counts.iter().map(|(stance, n)| html! { <span data-stance={stance.word()}><span class="sign">{ stance.sign() }</span>{ " " }{ stance.name(lang) }{ " " }{ n.to_string() }</span> });
    html! {
        <section>
            <h2>{ &document.label }{ " " }<a href={scene.model.href(&Route::Document(telling.document, None))}>{ lang.pick(&document.short) }</a></h2>
            <p class="legend">{ for counts }</p>
            { sayings(scene, telling.cell.statements.iter().copied()) }
        </section>
    }
}

/// The statements behind one cell of the matrix.
fn at(scene: Scene, filter: &Filter, id: IssueId, actor: ActorId) -> Html {
    let (pack, lang) = (scene.pack(), scene.lang());
    let party = Party::of(pack, actor);
    let here = |s: &StatementId| pack[*s].issue == id && party.has(pack, pack[*s].actor);
    let shown: Vec<StatementId> = pack
        .statements()
        .filter(|s| here(s) && filter.admits(pack, *s))
        .collect();
    let left_out = pack.statements().filter(here).count() - shown.len();
    let cell = Cell::new(pack, shown, left_out);
    html! {
        <>
            <h2>{ party.name(pack, lang) }{ " " }<span class="quiet">{ count(scene.words.statements_n, cell.statements.len()) }</span></h2>
            if cell.statements.is_empty() {
                <p class="empty">{ if left_out > 0 { scene.words.nothing_left } else { scene.words.legend_none } }</p>
            } else {
                { sayings(scene, cell.statements.iter().copied()) }
            }
            <p><a class="act" href={scene.model.href_with(&Route::Issue(id, IssueView::Actors), &carried(scene))}>{ scene.words.all_positions }</a></p>
        </>
    }
}
