//! What came of a paper: how many right, by issue, by document and by kind, and what to look at again.

use yew::Html;

use super::question::{deciding, solution, why};
use crate::app::paper::{self, PaperState};
use crate::app::query;
use crate::app::route::{Address, Route};
use crate::domain::quiz::{Millis, Tally};
use crate::ui::Scene;
use crate::ui::el::{El, Node, el};
use crate::ui::words::fill;

/// The result page.
pub fn view(scene: Scene, paper: &PaperState) -> Html {
    let (pack, words) = (scene.pack(), scene.words);
    let session = &paper.session;
    let result = session.result(session.ended_at.unwrap_or_default());
    let line = fill(
        words.result_line,
        &[
            &result.all.of.to_string(),
            &result.all.right.to_string(),
            &duration(scene, result.took),
        ],
    );
    let passed = paper.passed(&result).map(|passed| {
        let words = if passed { words.passed } else { words.not_passed };
        let wanted = paper.pass.unwrap_or_default().to_string();
        el("b").say(" ").tell(&fill(words, &[&wanted]))
    });
    let by_issue = result
        .by_issue
        .iter()
        .map(|(id, tally)| (scene.pick(&pack[*id].title).to_owned(), *tally));
    let by_document = result
        .by_document
        .iter()
        .map(|(id, tally)| (document(scene, *id), *tally));
    let by_kind = result
        .by_kind
        .iter()
        .map(|(kind, tally)| (words.question_kind(*kind).to_owned(), *tally));
    let title = el("h1").at("id", "stem").at("tabindex", "-1").say(words.result);
    el("div")
        .class("paper stack")
        .at("id", "paper")
        .kid(
            el("div")
                .class("head")
                .kid(title)
                .kid(el("p").class("lead").tell(&line).kid(passed)),
        )
        .kid(again(scene, paper))
        .kid(tallies(scene, words.by_document, by_document.collect()))
        .kid(tallies(scene, words.by_issue, by_issue.collect()))
        .kid(tallies(scene, words.by_question_kind, by_kind.collect()))
        .kid(wrongs(scene, paper, &result.wrong))
        .node()
}

/// 資料2 パリ首脳会合.
pub(super) fn document(scene: Scene, id: crate::domain::pack::DocumentId) -> String {
    let document = &scene.pack()[id];
    [document.label.as_str(), " ", scene.pick(&document.short)].concat()
}

/// 3分12秒.
fn duration(scene: Scene, took: Millis) -> String {
    let seconds = took.0 / 1000;
    match seconds / 60 {
        0 => fill(scene.words.seconds, &[&seconds.to_string()]),
        minutes => fill(
            scene.words.minutes,
            &[&minutes.to_string(), &(seconds % 60).to_string()],
        ),
    }
}

fn again(scene: Scene, paper: &PaperState) -> El {
    let same = Address {
        route: Route::Paper,
        query: paper.query.clone(),
    };
    let new = paper::address(&paper.query, scene.model.next_seed);
    let link = |address: &Address, name: &str| {
        let href = ["#", &address.fragment(scene.pack())].concat();
        el("a").href(href).tell(name)
    };
    // Of a review, of which there are no others, one goes back to what is due.
    let on = match query::get(&paper.query, "items") {
        Some(_) => el("a").at("href", "#record").say(scene.words.record),
        None => link(&new, scene.words.again_new),
    };
    el("div")
        .class("acts")
        .kid(on.class("act chief"))
        .kid(link(&same, scene.words.again_same).class("act"))
}

/// A table of how many of how many.
fn tallies(scene: Scene, name: &str, rows: Vec<(String, Tally)>) -> Option<El> {
    if rows.is_empty() {
        return None;
    }
    let column = |name: &str| el("th").at("scope", "col").tell(name);
    let number = |n: &str| el("td").class("n").tell(n);
    let row = |(name, tally): &(String, Tally)| {
        el("tr")
            .kid(el("th").at("scope", "row").tell(name))
            .kid(number(&tally.right.to_string()))
            .kid(number(&tally.of.to_string()))
    };
    let head = el("tr")
        .kid(column(name))
        .kid(column(scene.words.n_right).class("n"))
        .kid(column(scene.words.n_asked).class("n"));
    Some(
        el("table")
            .class("plain")
            .kid(el("thead").kid(head))
            .kid(el("tbody").kids(rows.iter().map(row))),
    )
}

fn wrongs(scene: Scene, paper: &PaperState, wrong: &[usize]) -> El {
    if wrong.is_empty() {
        return el("p").say(scene.words.all_right);
    }
    let rows = wrong.iter().map(|at| missed(scene, paper, *at));
    el("section")
        .kid(el("h2").say(scene.words.wrong_ones))
        .kid(el("ul").class("wrongs").kids(rows))
}

/// A question that was answered wrongly or not at all.
fn missed(scene: Scene, paper: &PaperState, at: usize) -> El {
    let item = &paper.session.items[at];
    let context = item.context.as_ref();
    let end = match paper.session.given(at) {
        Some(given) => why(scene, item, given),
        None => el("div")
            .class("why")
            .kid(solution(scene, item))
            .kid(deciding(scene, item)),
    };
    el("li")
        .key(&at.to_string())
        .kid(el("b").lang("ja").tell(&item.stem))
        .kid(context.map(|text| el("blockquote").lang("ja").tell(text)))
        .kid(end)
}
