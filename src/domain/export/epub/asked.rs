//! The questions of the book, and their key.

use super::{Page, place, section};
use crate::domain::export::question::Asked;
use crate::domain::export::xml::{Element, lines, run};
use crate::domain::pack::Pack;
use crate::domain::quiz::Task;

const QUESTIONS: &str = "questions";
const KEY: &str = "key";

/// The questions without their answers.
pub(super) fn questions(asked: &[Asked]) -> Page {
    page(QUESTIONS, "確かめる", asked.iter().map(question))
}

/// The answers, why, and where.
pub(super) fn key(pack: &Pack, asked: &[Asked]) -> Page {
    page(KEY, "答え", asked.iter().map(|asked| answer(pack, asked)))
}

fn page(name: &str, title: &str, items: impl Iterator<Item = Element>) -> Page {
    Page {
        name: name.to_owned(),
        title: title.to_owned(),
        below: Vec::new(),
        body: section(name)
            .child(run("h1").text(title))
            .child(lines("ol").children(items)),
    }
}

fn question(asked: &Asked) -> Element {
    let context = asked.item.context.as_deref();
    let context = context.map(|words| run("blockquote").child(run("p").text(words)));
    lines("li")
        .with("id", ["question-", asked.id()].concat())
        .child(run("p").text(&asked.item.stem))
        .children(context)
        .children(choices(&asked.item.task))
        .child(link(KEY, "answer-", asked, "答えへ"))
}

/// What can be chosen; the two sides of a match after one another.
fn choices(task: &Task) -> Vec<Element> {
    let list = |items: &[String]| {
        let items = items.iter().map(|words| run("li").text(words));
        lines("ul").with("class", "choices").children(items)
    };
    match task {
        Task::Choice { options, .. } | Task::Typed { options, .. } => vec![list(options)],
        Task::Order { items, .. } => vec![list(items)],
        Task::Match { left, right, .. } => vec![list(left), list(right)],
    }
}

fn answer(pack: &Pack, asked: &Asked) -> Element {
    let solution = asked.item.task.solution().into_iter();
    let solution = solution.map(|words| run("li").text(words));
    let ground = run("p").with("class", "ground").text("出典：");
    lines("li")
        .with("id", ["answer-", asked.id()].concat())
        .child(lines("ol").with("class", "solution").children(solution))
        .child(run("p").text(&asked.item.why))
        .child(ground.child(place(pack, asked.item.cite)))
        .child(link(QUESTIONS, "question-", asked, "問いへ"))
}

fn link(page: &str, before: &str, asked: &Asked, words: &str) -> Element {
    let address = format!("{page}.xhtml#{before}{}", asked.id());
    run("p").child(run("a").with("href", address).text(words))
}
