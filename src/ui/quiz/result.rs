//! What came of a paper: how many right, by issue, by document and by kind, and what to look at again.

use yew::prelude::*;

use super::question::{deciding, why};
use crate::app::paper::{self, PaperState};
use crate::domain::quiz::{Millis, Tally};
use crate::ui::Scene;
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
    html! {
        <div class="paper stack" id="paper">
            <div class="head"><h1 id="stem" tabindex="-1">{ words.result }</h1><p class="lead">{ line }</p></div>
            { again(scene, paper) }
            { tallies(scene, words.by_document, by_document.collect()) }
            { tallies(scene, words.by_issue, by_issue.collect()) }
            { tallies(scene, words.by_question_kind, by_kind.collect()) }
            { wrongs(scene, paper, &result.wrong) }
        </div>
    }
}

/// 資料2 パリ首脳会合.
pub fn document(scene: Scene, id: crate::domain::pack::DocumentId) -> String {
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

fn again(scene: Scene, paper: &PaperState) -> Html {
    let same = crate::app::route::Address {
        route: crate::app::route::Route::Paper,
        query: paper.query.clone(),
    };
    let new = paper::address(&paper.query, scene.model.next_seed);
    let link = |address: &crate::app::route::Address, name: &'static str, class: &'static str| {
        html! { <a {class} href={["#", &address.fragment(scene.pack())].concat()}>{ name }</a> }
    };
    html! { <div class="acts">{ link(&new, scene.words.again_new, "act chief") }{ link(&same, scene.words.again_same, "act") }</div> }
}

/// A table of how many of how many.
pub fn tallies(scene: Scene, name: &'static str, rows: Vec<(String, Tally)>) -> Html {
    let row = |(name, tally): &(String, Tally)| {
        html! { <tr><th scope="row">{ name }</th><td class="n">{ tally.right.to_string() }</td><td class="n">{ tally.of.to_string() }</td></tr> }
    };
    html! {
        if !rows.is_empty() {
            <table class="plain">
                <thead><tr><th scope="col">{ name }</th><th scope="col" class="n">{ scene.words.n_right }</th><th scope="col" class="n">{ scene.words.n_asked }</th></tr></thead>
                <tbody>{ for rows.iter().map(row) }</tbody>
            </table>
        }
    }
}

fn wrongs(scene: Scene, paper: &PaperState, wrong: &[usize]) -> Html {
    let session = &paper.session;
    let row = |at: &usize| {
        let item = &session.items[*at];
        html! {
            <li key={*at}>
                <b lang="ja">{ &item.stem }</b>
                if let Some(context) = &item.context { <blockquote lang="ja">{ context }</blockquote> }
                { match session.given(*at) {
                    Some(given) => why(scene, item, given),
                    None => html! { <div class="why"><span>{ scene.words.right_answer }{ ": " }<span lang="ja">{ item.task.solution().join("、") }</span></span>{ deciding(scene, item) }</div> },
                } }
            </li>
        }
    };
    html! {
        if wrong.is_empty() {
            <p>{ scene.words.all_right }</p>
        } else {
            <section><h2>{ scene.words.wrong_ones }</h2><ul class="wrongs">{ for wrong.iter().map(row) }</ul></section>
        }
    }
}
