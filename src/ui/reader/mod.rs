//! The reader: a document with its contents, its source card, its paragraphs and what stands in their margin.

mod paragraph;
pub mod runs;
mod source;
mod toc;

use yew::Html;

use super::el::{El, Node, all, el};
use super::{Part, Scene};
use crate::app::route::{Mark, Route};
use crate::app::settings::Density;
use crate::domain::glossary::Link;
use crate::domain::lang::Lang;
use crate::domain::pack::{Block, Document, DocumentId, Heading, ParagraphNumber, TermId};
use crate::domain::text::Span;

/// What the text of a document is drawn from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Text {
    /// The document.
    document: DocumentId,
    /// The paragraph that the address names.
    here: Option<ParagraphNumber>,
    /// The words to mark in it.
    marked: Option<Span>,
    /// Which terms are marked.
    density: Density,
    /// The language of the margin.
    lang: Lang,
}

/// A document, perhaps with one paragraph marked.
pub fn view(scene: Scene, id: DocumentId, mark: Option<Mark>) -> Html {
    let document = &scene.pack()[id];
    let kind = el("span")
        .class("quiet")
        .say(&document.label)
        .say(" ・ ")
        .say(scene.pick(&document.kind));
    let article = el("article")
        .class("text")
        .lang("ja")
        .kid(kind)
        .kid(el("h1").say(&document.short.ja))
        .kid(source::card(scene, document))
        .kid(scene.part(Part::Text(asked(scene, id, mark))))
        .kid(turn(scene, id));
    let reader = el("div").class("reader").kid(toc::view(scene, id)).kid(article);
    all([back(scene).node(), reader.node()])
}

/// The way back to where a link into the document was followed from.
fn back(scene: Scene) -> Option<El> {
    let from = scene.model.came_from.as_ref()?;
    let href = ["#", &from.fragment(scene.pack())].concat();
    Some(
        el("p")
            .class("back")
            .kid(el("a").class("act").href(href).say("← ").say(scene.words.return_to)),
    )
}

fn asked(scene: Scene, document: DocumentId, mark: Option<Mark>) -> Text {
    let here = match mark {
        Some(Mark::Paragraph(number)) => Some(number),
        _ => None,
    };
    Text {
        document,
        here,
        marked: here.and_then(|_| marked_span(scene)),
        density: scene.model.settings.density,
        lang: scene.lang(),
    }
}

/// Headings and paragraphs. Which terms are marked is decided section by section.
pub fn text(scene: Scene, text: Text) -> Html {
    let document = &scene.pack()[text.document];
    let mut seen: Vec<TermId> = Vec::new();
    all(document.blocks.iter().map(|block| match block {
        Block::Heading(heading) => {
            seen.clear();
            section_heading(scene, document, heading)
        }
        Block::Paragraph(paragraph) => {
            let links = chosen(scene, text.document, paragraph.number, &mut seen);
            let here = text.here == Some(paragraph.number);
            paragraph::row(scene, text.document, paragraph, &links, here.then_some(text.marked))
        }
    }))
}

/// The links of a paragraph that the reader's density leaves.
fn chosen(scene: Scene, id: DocumentId, number: ParagraphNumber, seen: &mut Vec<TermId>) -> Vec<Link> {
    let links = scene.model.library.links(id, number).iter().copied();
    match scene.model.settings.density {
        Density::Every => links.collect(),
        Density::None => Vec::new(),
        Density::First => links
            .filter(|link| {
                let first = !seen.contains(&link.term);
                seen.push(link.term);
                first
            })
            .collect(),
    }
}

fn section_heading(scene: Scene, document: &Document, heading: &Heading) -> Html {
    let place = Mark::Section(heading.number).fragment();
    let id = ["doc/", &document.slug, "/", &place].concat();
    let inner = runs::html(&runs::runs(&heading.text, &[], None), None);
    let tag = if heading.level == 2 { "h2" } else { "h3" };
    let tabindex = scene.form.live(|| "-1");
    el(tag).key(&place).id(id).maybe("tabindex", tabindex).kid(inner).node()
}

/// The span that the address asks to be marked: `?at=12-30`, in bytes of the plain text.
fn marked_span(scene: Scene) -> Option<Span> {
    let at = crate::app::query::get(&scene.model.address.query, "at")?;
    let (start, end) = at.split_once('-')?;
    Some(Span::new(start.parse().ok()?, end.parse().ok()?))
}

/// Previous and next document.
fn turn(scene: Scene, id: DocumentId) -> El {
    let count = scene.pack().documents.len() as u16;
    let next = Some(id.0 + 1).filter(|n| *n < count);
    el("nav")
        .class("turn")
        .at("aria-label", scene.words.shelf)
        .kid(
            id.0.checked_sub(1)
                .map(|n| neighbour(scene, DocumentId(n), scene.words.previous_document)),
        )
        .kid(next.map(|n| neighbour(scene, DocumentId(n), scene.words.next_document)))
}

fn neighbour(scene: Scene, id: DocumentId, word: &'static str) -> El {
    let document = &scene.pack()[id];
    el("a")
        .href(scene.model.href(&Route::Document(id, None)))
        .kid(el("span").class("quiet").say(word))
        .say(&document.label)
        .say(" ")
        .say(scene.pick(&document.short))
}
