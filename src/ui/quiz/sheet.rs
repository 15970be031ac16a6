//! The written questions on a sheet, document by document, each with its answer folded away.

use yew::Html;

use super::question::solution;
use super::result::document;
use crate::domain::pack::{DocumentId, FindBySlug, QuestionId};
use crate::domain::quiz::{Context, Item, Task, written};
use crate::domain::words::fill;
use crate::ui::Scene;
use crate::ui::el::{El, Node, el};

/// All of them.
pub fn sheet(scene: Scene) -> Html {
    let (pack, words) = (scene.pack(), scene.words);
    let fold = |text: &str| scene.model.library.fold.answer(text);
    let context = Context::new(pack, &fold);
    let lead = el("p").class("lead").say(words.quiz_lead);
    el("div")
        .class("stack")
        .kid(el("div").class("head").kid(el("h1").say(words.check)).kid(lead))
        .kids(pack.documents().map(|id| about(scene, &context, id)))
        .kid(key(scene, &context))
        .node()
}

/// The answers, which only paper shows: there nothing unfolds.
fn key(scene: Scene, context: &Context) -> El {
    let answer = |(_, item): (QuestionId, Item)| {
        let place = scene.place(item.cite);
        el("li").kid(solution(scene, &item)).say(" ").say(place)
    };
    let lists = scene.pack().documents().map(|id| {
        el("section")
            .kid(el("h3").say(document(scene, id)))
            .kid(el("ol").kids(asked(context, id).map(answer)))
    });
    el("section")
        .class("key")
        .kid(el("h2").say(scene.words.right_answer))
        .kids(lists)
}

fn about(scene: Scene, context: &Context, id: DocumentId) -> El {
    let questions = asked(context, id).map(|(at, item)| question(scene, at, &item));
    el("section")
        .kid(el("h2").say(document(scene, id)))
        .kid(el("ol").class("wrongs").kids(questions))
}

/// The questions on a document, as the sheet and its key number them.
fn asked(context: &Context, id: DocumentId) -> impl Iterator<Item = (QuestionId, Item)> {
    let asked = context.pack.questions();
    let asked = asked.filter(move |at| context.pack[*at].cite.document == id);
    asked.map(|at| (at, written(context, at, 1)))
}

fn question(scene: Scene, id: QuestionId, item: &Item) -> El {
    let place = fill(scene.words.read_place, &[&scene.place(item.cite)]);
    let answer = el("details")
        .kid(el("summary").say(scene.words.right_answer))
        .kid(el("p").kid(solution(scene, item)))
        .kid(el("p").tell(&item.why))
        .kid(el("a").href(scene.cite_href(item.cite)).say(place));
    el("li")
        .id(["quiz/", id.slug(scene.pack())].concat())
        .kid(el("b").tell(&item.stem))
        .kids(lists(&item.task).into_iter().map(list))
        .kid(answer)
}

/// What can be chosen, ordered or paired.
fn lists(task: &Task) -> Vec<&[String]> {
    match task {
        Task::Choice { options, .. } | Task::Typed { options, .. } => vec![options],
        Task::Order { items, .. } => vec![items],
        Task::Match { left, right, .. } => vec![left, right],
    }
}

fn list(items: &[String]) -> El {
    el("ul").kids(items.iter().map(|item| el("li").tell(item)))
}
