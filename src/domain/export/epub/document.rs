//! A document of the book: what is known of its source, then its sections and paragraphs.

use super::{Page, document_page, ruby, section};
use crate::domain::export::xml::{Element, lines, run};
use crate::domain::lang::Lang;
use crate::domain::pack::{Block, Document, DocumentId, Heading, Pack, Paragraph, ParagraphKind};
use crate::domain::words::{Words, fill};

pub(super) fn page(pack: &Pack, id: DocumentId) -> Page {
    let document = &pack[id];
    let title = format!("{} {}", document.label, document.short.ja);
    let mut body = section(&document.slug)
        .child(run("h1").text(&title))
        .child(card(document));
    let mut list = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(item) if item.kind == ParagraphKind::Item => list.push(paragraph("li", item)),
            block => {
                body = ended(body, &mut list).child(match block {
                    Block::Heading(heading) => self::heading(heading),
                    Block::Paragraph(prose) => paragraph("p", prose),
                });
            }
        }
    }
    let below = |heading: &Heading| (format!("s{}", heading.number.0), heading.text.plain.clone());
    Page {
        name: document_page(pack, id),
        title,
        below: document.headings().map(below).collect(),
        body: ended(body, &mut list),
    }
}

/// With the items of a list, if there are any, as a list.
fn ended(body: Element, list: &mut Vec<Element>) -> Element {
    match list.is_empty() {
        true => body,
        false => body.child(lines("ul").children(list.drain(..))),
    }
}

fn heading(heading: &Heading) -> Element {
    let name = if heading.level > 2 { "h3" } else { "h2" };
    ruby(run(name).with("id", format!("s{}", heading.number.0)), &heading.text)
}

/// Its number stands behind it, as the places of all claims name it.
fn paragraph(name: &'static str, paragraph: &Paragraph) -> Element {
    let number = paragraph.number.0;
    let shown = run("span").with("class", "number").text(format!(" ¶{number}"));
    ruby(run(name).with("id", format!("p{number}")), &paragraph.text).child(shown)
}

/// What is known of the source, and what is not.
fn card(document: &Document) -> Element {
    let words = Words::of(Lang::Ja);
    let row = |name: &str, value: &str| [run("dt").text(name), run("dd").text(value)];
    let authors = match document.authors.is_empty() {
        true => words.no_author.to_owned(),
        false => document.authors.join("、"),
    };
    let translator = document
        .translator
        .iter()
        .map(|name| fill(words.translated_by, &[name]));
    let by: Vec<String> = [authors].into_iter().chain(translator).collect();
    let publisher = document.publisher.as_deref().unwrap_or(words.not_given);
    let card = &document.card;
    let rows = [
        row(words.source_title, &document.title),
        row(words.source_publisher, publisher),
        row("筆者", &by.join("、")),
        row("日付", &document.date_note),
        row("種類", &document.kind.ja),
        row("どういう文か", &card.genre),
        row("わからないこと", &card.unknown),
        row("どこから語るか", &card.standpoint),
    ];
    let cautions = card.cautions.iter().map(|caution| run("li").text(caution));
    lines("aside")
        .with("class", "card")
        .child(lines("dl").children(rows.into_iter().flatten()))
        .child(run("p").text("読むときに気をつけること"))
        .child(lines("ul").children(cautions))
}
