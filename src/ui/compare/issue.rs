//! One issue: over all actors, over time, as each document tells it, and the statements behind one cell.

use yew::Html;

use super::filters::{Offers, panel};
use super::matrix::legend;
use super::{carried, filter, head, only, party_name, saying, signed, tab};
use crate::app::route::{IssueView, Route};
use crate::domain::compare::{
    ByDocument, ByIssue, Cell, Filter, OverTime, Party, StanceGroup, Telling, UndatedIn, not_stated,
};
use crate::domain::pack::{ActorId, IssueId, Keyword, StatementId};
use crate::ui::Scene;
use crate::ui::el::{El, Node, all, el, text};
use crate::ui::words::{count, fill};

/// One issue in one of its views.
pub fn issue(scene: Scene, id: IssueId, view: IssueView) -> Html {
    let (words, issue) = (scene.words, &scene.pack()[id]);
    let filter = filter(scene);
    let view_tab = |to: IssueView, name: &'static str| tab(scene, &Route::Issue(id, to), name, to == view);
    let tabs = el("nav")
        .class("tools-row")
        .at("aria-label", words.issue)
        .kid(view_tab(IssueView::Actors, words.view_actors))
        .kid(view_tab(IssueView::Time, words.view_time))
        .kid(view_tab(IssueView::Documents, words.view_documents));
    let shown = match view {
        IssueView::Actors => actors(scene, &filter, id),
        IssueView::Time => time(scene, &filter, id),
        IssueView::Documents => documents(scene, &filter, id),
        IssueView::At(actor) => at(scene, &filter, id, actor),
    };
    let note = issue.note.as_deref().unwrap_or("");
    all([
        head(scene, over(scene, id), scene.pick(&issue.question), note),
        scene.later(tabs).node(),
        panel(scene, Offers::Sources),
        shown,
    ])
}

/// すべての論点 ・ 停戦.
fn over(scene: Scene, id: IssueId) -> Html {
    let matrix = el("a")
        .href(scene.model.href_with(&Route::Compare, &carried(scene)))
        .say(scene.words.all_issues);
    all([matrix.node(), text(" ・ "), text(scene.pick(&scene.pack()[id].title))])
}

/// One statement among those on its issue.
pub fn statement(scene: Scene, id: StatementId) -> Html {
    issue(scene, scene.pack()[id].issue, IssueView::Actors)
}

fn sayings(scene: Scene, ids: &[StatementId]) -> El {
    el("ul").class("sayings").kids(ids.iter().map(|id| saying(scene, *id)))
}

/// この論点にふれていない 資料1、資料3; nothing where there are no names.
fn listed(name: &'static str, names: &[&str]) -> Html {
    let line = || {
        el("p")
            .class("quiet")
            .kid(el("b").say(name))
            .say(" ")
            .say(names.join("、"))
    };
    (!names.is_empty()).then(line).node()
}

fn parties(scene: Scene, name: &'static str, parties: &[Party]) -> Html {
    let names: Vec<&str> = parties.iter().map(|party| party_name(scene, *party)).collect();
    listed(name, &names)
}

fn actors(scene: Scene, filter: &Filter, id: IssueId) -> Html {
    let view = ByIssue::new(scene.pack(), filter, id);
    all([
        legend(scene),
        el("p").kid(only(scene, view.rests_on_one_document)).node(),
        all(view.groups.iter().map(|group| stance_group(scene, group))),
        parties(scene, scene.words.differ, &view.divided),
        parties(scene, not_stated(scene.lang()), &view.not_stated),
    ])
}

fn stance_group(scene: Scene, group: &StanceGroup) -> Html {
    let stance = group.stance;
    let all: Vec<StatementId> = group
        .holders
        .iter()
        .flat_map(|holder| holder.statements.iter().copied())
        .collect();
    let title = el("h2")
        .kid(el("span").class("sign").at("aria-hidden", "true").say(stance.sign()))
        .say(" ")
        .say(stance.name(scene.lang()))
        .say(" ")
        .kid(number(scene, all.len()));
    el("section")
        .at("data-stance", stance.word())
        .kid(title)
        .kid(sayings(scene, &all))
        .node()
}

/// 3件.
fn number(scene: Scene, number: usize) -> El {
    el("span").class("quiet").say(count(scene.words.statements_n, number))
}

fn time(scene: Scene, filter: &Filter, id: IssueId) -> Html {
    let view = OverTime::new(scene.pack(), filter, id);
    let lang = scene.lang();
    let dated = view.dated.iter().map(|dated| {
        el("li")
            .kid(el("span").class("when").say(dated.date.written(lang)))
            .kid(sayings(scene, &dated.statements))
    });
    let undated = (!view.undated.is_empty()).then(|| el("h2").say(scene.words.undated));
    all([
        el("ol").class("time").kids(dated).node(),
        undated.node(),
        all(view.undated.iter().map(|group| undated_group(scene, group))),
    ])
}

fn undated_group(scene: Scene, group: &UndatedIn) -> Html {
    let (lang, document) = (scene.lang(), &scene.pack()[group.document]);
    let limit = group
        .not_later_than
        .map(|date| text(fill(scene.words.no_later, &[&date.written(lang)])));
    let title = el("h3")
        .say(&document.label)
        .say(" ")
        .say(lang.pick(&document.short))
        .say(" ")
        .kid(el("span").class("quiet").kid(limit));
    el("section").kid(title).kid(sayings(scene, &group.statements)).node()
}

fn documents(scene: Scene, filter: &Filter, id: IssueId) -> Html {
    let view = ByDocument::new(scene.pack(), filter, id);
    let silent: Vec<&str> = view.silent.iter().map(|id| scene.pack()[*id].label.as_str()).collect();
    all([
        all(view.told.iter().map(|telling| told(scene, telling))),
        listed(scene.words.says_nothing, &silent),
    ])
}

fn told(scene: Scene, telling: &Telling) -> Html {
    let (lang, document) = (scene.lang(), &scene.pack()[telling.document]);
    let link = el("a")
        .href(scene.model.href(&Route::Document(telling.document, None)))
        .say(lang.pick(&document.short));
    let counts = telling
        .counts
        .iter()
        .map(|(stance, n)| signed(scene, *stance).say(" ").say(n.to_string()));
    el("section")
        .kid(el("h2").say(&document.label).say(" ").kid(link))
        .kid(el("p").class("legend").kids(counts))
        .kid(sayings(scene, &telling.cell.statements))
        .node()
}

/// The statements behind one cell of the matrix.
fn at(scene: Scene, filter: &Filter, id: IssueId, actor: ActorId) -> Html {
    let (pack, words) = (scene.pack(), scene.words);
    let party = Party::of(pack, actor);
    let here = |s: &StatementId| pack[*s].issue == id && party.has(pack, pack[*s].actor);
    let said = pack.statements().filter(here);
    let (shown, left_out) = said.partition(|s| filter.admits(pack, *s));
    let cell = Cell::new(pack, shown, left_out);
    let title = el("h2")
        .say(party_name(scene, party))
        .say(" ")
        .kid(number(scene, cell.statements.len()));
    let body = match (cell.statements.is_empty(), !cell.left_out.is_empty()) {
        (false, _) => sayings(scene, &cell.statements),
        (true, true) => el("p").class("empty").say(words.nothing_left),
        (true, false) => el("p").class("empty").say(words.legend_none),
    };
    let back = el("a")
        .class("act")
        .href(
            scene
                .model
                .href_with(&Route::Issue(id, IssueView::Actors), &carried(scene)),
        )
        .say(words.all_positions);
    all([title.node(), body.node(), el("p").kid(back).node()])
}
