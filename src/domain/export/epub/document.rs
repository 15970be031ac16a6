//! A document of the book: what is known of its source, then its sections and paragraphs.

use std::collections::BTreeSet;

use super::{Links, Page, document_page, ruby, section, terms};
use crate::domain::export::xml::{Element, lines, run};
use crate::domain::glossary::Link;
use crate::domain::lang::Lang;
use crate::domain::pack::{Block, Document, DocumentId, Heading, Pack, Paragraph, ParagraphKind, TermId};
use crate::domain::text::{RubyText, Span};
use crate::domain::words::{Words, fill};

pub(super) fn page(pack: &Pack, links: Links, id: DocumentId) -> Page {
    let document = &pack[id];
    let title = format!("{} {}", document.label, document.short.ja);
    let mut body = section(&document.slug)
        .child(run("h1").text(&title))
        .child(card(document));
    let (mut list, mut linked) = (Vec::new(), Linked::default());
    for block in &document.blocks {
        match block {
            Block::Heading(heading) => {
                linked = Linked::default();
                body = ended(body, &mut list).child(self::heading(heading));
            }
            Block::Paragraph(paragraph) => {
                let links = linked.first(&paragraph.text, links(id, paragraph.number));
                let written = |name| self::paragraph(name, pack, paragraph, &links);
                match paragraph.kind {
                    ParagraphKind::Item => list.push(written("li")),
                    ParagraphKind::Prose => body = ended(body, &mut list).child(written("p")),
                }
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
    let element = run(name).with("id", format!("s{}", heading.number.0));
    ruby(element, &heading.text, 0..heading.text.plain.len())
}

/// Which terms were linked already.
#[derive(Default)]
struct Linked(BTreeSet<TermId>);

impl Linked {
    /// The links of terms that were not linked yet. A reading that only begins or ends in a link is not cut in two.
    fn first(&mut self, text: &RubyText, links: &[Link]) -> Vec<Link> {
        let cuts = |link: &Link, base: Span| {
            let whole = link.span.start <= base.start && base.end <= link.span.end;
            link.span.overlaps(base) && !whole
        };
        let is_whole = |link: &&Link| !text.rubies.iter().any(|ruby| cuts(link, ruby.base));
        let links = links.iter().filter(is_whole);
        links.filter(|link| self.0.insert(link.term)).cloned().collect()
    }
}

/// Its number stands behind it, as the places of all claims name it.
fn paragraph(name: &'static str, pack: &Pack, paragraph: &Paragraph, links: &[Link]) -> Element {
    let (number, text) = (paragraph.number.0, &paragraph.text);
    let mut element = run(name).with("id", format!("p{number}"));
    let mut done = 0;
    for link in links {
        let span = link.span.range();
        let word = run("a")
            .with("class", "term")
            .with("epub:type", "glossref")
            .with("role", "doc-glossref")
            .with("href", terms::address(&pack[link.term]));
        element = ruby(element, text, done..span.start).child(ruby(word, text, span.clone()));
        done = span.end;
    }
    let shown = run("span").with("class", "number").text(format!(" ¶{number}"));
    ruby(element, text, done..text.plain.len()).child(shown)
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
