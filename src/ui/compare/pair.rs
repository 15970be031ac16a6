//! Two actors side by side over all issues.

use yew::Html;

use super::filters::{Offers, panel};
use super::{filter, head, only, party_name, saying};
use crate::app::route::{IssueView, Route};
use crate::domain::compare::{Cell, Obstacle, Pair, PairRow, Party, Relation};
use crate::domain::order::sort_by_key;
use crate::domain::pack::{ActorId, FindBySlug};
use crate::ui::Scene;
use crate::ui::el::{El, Node, all, el, text};
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
    let (left, right) = (party_name(scene, view.a), party_name(scene, view.b));
    let choices = el("div")
        .class("tools-row")
        .kid(choose(scene, words.left_actor, "pair:left", a))
        .kid(choose(scene, words.right_actor, "pair:right", b));
    let split = el("div")
        .class("split")
        .kid(el("span").class("quiet").say(words.issue))
        .kid(el("b").say(left))
        .kid(el("b").say(right))
        .kids(shown.into_iter().map(|row| row_html(scene, row, &view)));
    let hidden = || {
        el("p")
            .class("quiet")
            .say(fill(words.hidden_rows, &[&silent.join("、")]))
    };
    all([
        head(
            scene,
            text(words.tab_pair),
            &[left, " ・ ", right].concat(),
            words.pair_lead,
        ),
        choices.node(),
        panel(scene, Offers::Sources),
        tally(scene, &view).node(),
        split.node(),
        (!silent.is_empty()).then(hidden).node(),
    ])
}

fn choose(scene: Scene, label: &'static str, name: &'static str, now: ActorId) -> El {
    let pack = scene.pack();
    let speaks = |id: &ActorId| {
        pack.statements
            .iter()
            .any(|s| s.actor == *id || pack[s.actor].side == *id)
    };
    let mut actors: Vec<ActorId> = pack.actors().filter(speaks).collect();
    sort_by_key(&mut actors, |id| (pack[*id].side, pack[*id].side != *id, *id));
    let options = actors.into_iter().map(|id| option(scene, id, now));
    let select = el("select").class("field").at("data-input", name).kids(options);
    el("label").say(label).say(" ").kid(select)
}

fn option(scene: Scene, id: ActorId, now: ActorId) -> El {
    let pack = scene.pack();
    let inset = if pack[id].side == id { "" } else { "　" };
    el("option")
        .at("value", id.slug(pack))
        .flag("selected", id == now)
        .say(inset)
        .say(scene.pick(&pack[id].name))
}

/// How many issues there are of each relation.
fn tally(scene: Scene, view: &Pair) -> El {
    let tally = view.tally();
    let lang = scene.lang();
    let none = Relation::CannotCompare { a: None, b: None };
    let parts = [
        (Relation::Agree, tally.agree),
        (Relation::PartlyAgree, tally.partly),
        (Relation::Differ, tally.differ),
        (none, tally.cannot_compare),
    ];
    el("p").class("legend").kids(parts.iter().map(|(relation, n)| {
        el("span")
            .kid(el("b").say(n.to_string()))
            .say(" ")
            .say(relation.name(lang))
    }))
}

fn row_html(scene: Scene, row: &PairRow, view: &Pair) -> Html {
    let to_issue = Route::Issue(row.issue, IssueView::Actors);
    let link = el("a")
        .href(scene.model.href(&to_issue))
        .say(scene.pick(&scene.pack()[row.issue].question));
    let issue = el("div")
        .kid(link)
        .kid(el("span").class("relation").say(relation(scene, row, view)))
        .kid(only(scene, row.rests_on_one_document));
    all([issue, side(scene, &row.a), side(scene, &row.b)].map(Node::node))
}

/// 一致 / 異なる / くらべられない(プーチン大統領:記載なし).
fn relation(scene: Scene, row: &PairRow, view: &Pair) -> String {
    let lang = scene.lang();
    let name = row.relation.name(lang);
    let Relation::CannotCompare { a, b } = row.relation else {
        return name.to_owned();
    };
    let reason = |party: Party, obstacle: Option<Obstacle>| {
        obstacle.map(|o| [party_name(scene, party), ": ", o.name(lang)].concat())
    };
    let reasons: Vec<String> = [reason(view.a, a), reason(view.b, b)].into_iter().flatten().collect();
    [name, "（", &reasons.join("、"), "）"].concat()
}

fn side(scene: Scene, cell: &Cell) -> El {
    let none = |words: &str| el("span").class("none").tell(words);
    el("div").kid(match (cell.statements.is_empty(), !cell.left_out.is_empty()) {
        (true, true) => none(Obstacle::LeftOut.name(scene.lang())),
        (true, false) => none(scene.words.nobody_states),
        (false, _) => el("ul")
            .class("stack")
            .kids(cell.statements.iter().map(|id| saying(scene, *id))),
    })
}
