//! What the learner answered so far.

use yew::prelude::*;

use super::Scene;
use super::quiz::{document, tallies};
use super::words::fill;
use crate::app::model::Storage;
use crate::app::route::Route;
use crate::domain::progress::{Entry, Summary};
use crate::domain::quiz::{Context, Grade, ItemId, item};

/// The record page.
pub fn view(scene: Scene) -> Html {
    let words = scene.words;
    let summary = Summary::new(scene.pack(), &scene.model.log);
    html! {
        <div class="stack">
            <div class="head"><h1>{ words.record }</h1><p class="lead">{ words.record_lead }</p></div>
            { storage(scene) }
            if summary.latest.is_empty() {
                <div class="empty"><p>{ words.record_empty }</p><a class="act chief" href={scene.model.href(&Route::Quiz)}>{ words.to_quiz }</a></div>
            } else {
                { sums(scene, &summary) }
            }
        </div>
    }
}

fn storage(scene: Scene) -> Html {
    let text = match &scene.model.storage {
        Storage::Opening => scene.words.storage_opening,
        Storage::Kept => scene.words.storage_kept,
        Storage::Memory(_) => scene.words.storage_memory,
    };
    html! { <p class="quiet" role="status" id="storage">{ text }</p> }
}

fn sums(scene: Scene, summary: &Summary) -> Html {
    let (pack, words) = (scene.pack(), scene.words);
    let by_document = summary
        .by_document
        .iter()
        .map(|(id, tally)| (document(scene, *id), *tally));
    let by_issue = summary
        .by_issue
        .iter()
        .map(|(id, tally)| (scene.pick(&pack[*id].title).to_owned(), *tally));
    let fold = |text: &str| scene.model.library.fold.answer(text);
    let context = Context::new(pack, &fold);
    let entries = scene.model.log.entries();
    html! {
        <>
            <p id="record-sum">{ fill(words.record_sum, &[&summary.all.of.to_string(), &summary.all.right.to_string()]) }</p>
            { tallies(scene, words.by_document, by_document.collect()) }
            { tallies(scene, words.by_issue, by_issue.collect()) }
            if !summary.missed.is_empty() {
                <section>
                    <h2>{ words.often_wrong }</h2>
                    <ul class="wrongs">{ for summary.missed.iter().map(|missed| html! { <li>{ stem(scene, &context, &missed.item) }<span class="quiet">{ fill("{} / {}", &[&missed.wrong.to_string(), &missed.of.to_string()]) }</span></li> }) }</ul>
                </section>
            }
            <section>
                <h2>{ words.last_answers }</h2>
                <ul class="wrongs">{ for summary.latest.iter().map(|at| answer(scene, &context, &entries[*at])) }</ul>
            </section>
        </>
    }
}

fn answer(scene: Scene, context: &Context, entry: &Entry) -> Html {
    let mark = if entry.grade == Grade::Right {
        scene.words.right
    } else {
        scene.words.wrong
    };
    html! { <li>{ stem(scene, context, &entry.item) }<span class="quiet">{ mark }{ " ・ " }<span lang="ja">{ &entry.answer }</span></span></li> }
}

/// The question of an item, with the way to its deciding place.
fn stem(scene: Scene, context: &Context, id: &ItemId) -> Html {
    match item(context, id, 1) {
        Some(item) => {
            html! { <><span lang="ja">{ &item.stem }</span>{ item.context.map(|context| html! { <span class="quiet" lang="ja">{ context }</span> }) }{ scene.cite(item.cite) }</> }
        }
        None => html! { <span class="quiet">{ &id.0 }</span> },
    }
}
