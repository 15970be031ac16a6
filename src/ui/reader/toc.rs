//! The contents of a document, and where the reader is in it.

use yew::Html;

use crate::app::route::{Mark, Route};
use crate::domain::pack::{Block, DocumentId, Heading, ParagraphNumber, SectionNumber};
use crate::ui::Scene;
use crate::ui::el::{El, Node, all, el};
use crate::ui::words::fill;

/// The contents: beside the text where there is room, folded above it where there is not.
pub fn view(scene: Scene, id: DocumentId) -> Html {
    let beside = el("nav")
        .class("toc")
        .at("aria-label", scene.words.toc)
        .kid(list(scene, id));
    let folded = el("details")
        .class("toc-fold")
        .kid(el("summary").say(scene.words.toc))
        .kid(list(scene, id));
    all([beside.node(), folded.node()])
}

fn list(scene: Scene, id: DocumentId) -> Html {
    let document = &scene.pack()[id];
    let all_paragraphs = document.paragraphs().count().to_string();
    let now = scene.model.reading.unwrap_or(ParagraphNumber(1));
    let current = section_of(scene, id, now);
    let now = now.0.to_string();
    let where_we_are = fill(scene.words.progress, &[&all_paragraphs, &now]);
    let entries = document
        .headings()
        .map(|heading| entry(scene, id, heading, current == Some(heading.number)));
    all([
        el("span")
            .class("quiet")
            .say(&document.label)
            .say(" ・ ")
            .tell(&where_we_are)
            .node(),
        el("progress")
            .with("max", all_paragraphs)
            .with("value", now)
            .at("aria-label", scene.words.toc)
            .node(),
        el("ol").kids(entries).node(),
    ])
}

fn entry(scene: Scene, id: DocumentId, heading: &Heading, here: bool) -> El {
    let route = Route::Document(id, Some(Mark::Section(heading.number)));
    let link = el("a")
        .lang("ja")
        .href(scene.model.href(&route))
        .maybe("aria-current", here.then_some("true"));
    el("li")
        .maybe("class", (heading.level > 2).then_some("deep"))
        .kid(link.tell(&heading.text.plain))
}

/// The section in which a paragraph stands.
fn section_of(scene: Scene, id: DocumentId, number: ParagraphNumber) -> Option<SectionNumber> {
    let mut section = None;
    for block in &scene.pack()[id].blocks {
        match block {
            Block::Heading(heading) => section = Some(heading.number),
            Block::Paragraph(paragraph) if paragraph.number == number => return section,
            Block::Paragraph(_) => {}
        }
    }
    None
}
