//! What the learner answered so far.

use yew::Html;

use super::Scene;
use super::el::{El, Node, all, el};
use super::quiz::{document, tallies};
use super::words::fill;
use crate::app::model::Storage;
use crate::app::route::Route;
use crate::domain::progress::{Entry, Missed, Summary};
use crate::domain::quiz::{Context, Grade, ItemId, item};

/// The record page.
pub fn view(scene: Scene) -> Html {
    let words = scene.words;
    let summary = Summary::new(scene.pack(), &scene.model.log);
    let inner = match summary.latest.is_empty() {
        true => empty(scene).node(),
        false => sums(scene, &summary),
    };
    let lead = el("p").class("lead").say(words.record_lead);
    el("div")
        .class("stack")
        .kid(el("div").class("head").kid(el("h1").say(words.record)).kid(lead))
        .kid(storage(scene))
        .kid(el("learner-part").lang(words.code))
        .kid(inner)
        .node()
}

fn empty(scene: Scene) -> El {
    let quiz = el("a").class("act chief").href(scene.model.href(&Route::Quiz));
    el("div")
        .class("empty")
        .kid(el("p").say(scene.words.record_empty))
        .kid(quiz.say(scene.words.to_quiz))
}

fn storage(scene: Scene) -> El {
    let text = match &scene.model.storage {
        Storage::Opening => scene.words.storage_opening,
        Storage::Kept => scene.words.storage_kept,
        Storage::Memory(_) => scene.words.storage_memory,
    };
    el("p")
        .class("quiet")
        .at("role", "status")
        .at("id", "storage")
        .tell(text)
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
    let sum = fill(
        words.record_sum,
        &[&summary.all.of.to_string(), &summary.all.right.to_string()],
    );
    let latest = summary.latest.iter().map(|at| answer(scene, &context, &entries[*at]));
    all([
        el("p").at("id", "record-sum").tell(&sum).node(),
        tallies(scene, words.by_document, by_document.collect()).node(),
        tallies(scene, words.by_issue, by_issue.collect()).node(),
        often_wrong(scene, &context, summary).node(),
        section(words.last_answers, el("ul").class("wrongs").kids(latest)).node(),
    ])
}

fn often_wrong(scene: Scene, context: &Context, summary: &Summary) -> Option<El> {
    if summary.missed.is_empty() {
        return None;
    }
    let row = |missed: &Missed| {
        let often = fill("{} / {}", &[&missed.wrong.to_string(), &missed.of.to_string()]);
        let stem = stem(scene, context, &missed.item);
        el("li").kid(stem).kid(el("span").class("quiet").tell(&often))
    };
    let list = el("ul").class("wrongs").kids(summary.missed.iter().map(row));
    Some(section(scene.words.often_wrong, list))
}

fn section(title: &str, list: El) -> El {
    el("section").kid(el("h2").tell(title)).kid(list)
}

fn answer(scene: Scene, context: &Context, entry: &Entry) -> El {
    let mark = if entry.grade == Grade::Right {
        scene.words.right
    } else {
        scene.words.wrong
    };
    let words = el("span").lang("ja").tell(&entry.answer);
    el("li")
        .kid(stem(scene, context, &entry.item))
        .kid(el("span").class("quiet").tell(mark).say(" ・ ").kid(words))
}

/// The question of an item, with the way to its deciding place.
fn stem(scene: Scene, context: &Context, id: &ItemId) -> Html {
    let Some(item) = item(context, id, 1) else {
        return el("span").class("quiet").tell(&id.0).node();
    };
    let context = item.context.as_ref();
    all([
        el("span").lang("ja").tell(&item.stem).node(),
        context
            .map(|text| el("span").class("quiet").lang("ja").tell(text))
            .node(),
        scene.cite(item.cite),
    ])
}
