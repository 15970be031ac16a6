//! The pack as a book, EPUB 3: documents with readings, glossary, comparison, questions, and their key.
//!
//! Source: <https://www.w3.org/TR/epub-33/> and <https://www.w3.org/TR/epub-a11y-11/>. The parts stand in the order of the
//! package; the first, `mimetype`, must not be packed.

mod asked;
mod compared;
mod document;
mod terms;

use std::ops::Range;

use super::part::{Part, lasting_number};
use super::question::Asked;
use super::source::{credit, licence_address};
use super::xml::{self, Element, lines, run};
use crate::domain::glossary::Link;
use crate::domain::lang::Lang;
use crate::domain::pack::{Citation, DocumentId, Pack, ParagraphNumber};
use crate::domain::text::{Ruby, RubyText};
use crate::domain::words::Words;

const STYLE: &str = include_str!("epub/book.css");

/// A page of the book.
struct Page {
    /// The name of its file, without its end.
    name: String,
    title: String,
    /// Ids and titles of what the table of contents lists below it.
    below: Vec<(String, String)>,
    body: Element,
}

/// Where terms stand in a paragraph.
pub type Links<'a> = &'a dyn Fn(DocumentId, ParagraphNumber) -> &'a [Link];

/// The book as the files of its package. The first of a term's `links` in each section leads to the glossary. `modified` is
/// when the book was last changed, as `2026-01-31T00:00:00Z`.
#[must_use]
pub fn book<'a>(pack: &Pack, links: Links<'a>, asked: &[Asked], modified: &str) -> Vec<Part> {
    let mut pages = vec![about(pack)];
    pages.extend(pack.documents().map(|id| document::page(pack, links, id)));
    pages.extend([
        compared::page(pack),
        terms::page(pack),
        asked::questions(asked),
        asked::key(pack, asked),
    ]);
    let mut parts = vec![
        Part::new("mimetype", "application/epub+zip"),
        Part::new("META-INF/container.xml", xml::document(&container())),
        Part::new("OEBPS/package.opf", xml::document(&package(pack, &pages, modified))),
        Part::new("OEBPS/nav.xhtml", written("目次", contents(&pages))),
        Part::new("OEBPS/book.css", STYLE),
    ];
    let page = |page: &Page| {
        Part::new(
            format!("OEBPS/{}.xhtml", page.name),
            written(&page.title, page.body.clone()),
        )
    };
    parts.extend(pages.iter().map(page));
    parts
}

/// What the book is, whose, and what to keep in mind.
fn about(pack: &Pack) -> Page {
    let words = Words::of(Lang::Ja);
    let both = credit(pack);
    let licence = licence_address(&pack.licence);
    let licence = licence.map(|address| run("p").child(run("a").with("href", address).text(address)));
    let english = |text: &str| run("p").with("xml:lang", "en").with("lang", "en").text(text);
    let body = section("about")
        .child(run("h1").text(&pack.title.ja))
        .child(english(&pack.title.en))
        .child(run("p").text(&pack.lead.ja))
        .child(english(&pack.lead.en))
        .child(run("p").text(words.foot_edition))
        .child(run("p").text(both.ja))
        .child(english(&both.en))
        .children(licence);
    Page {
        name: "about".to_owned(),
        title: pack.title.ja.clone(),
        below: Vec::new(),
        body,
    }
}

fn section(id: &str) -> Element {
    lines("section").with("id", id)
}

/// The name of a document's page.
fn document_page(pack: &Pack, id: DocumentId) -> String {
    ["document-", &pack[id].slug].concat()
}

/// A link to a paragraph, in the book.
fn place(pack: &Pack, cite: Citation) -> Element {
    let page = document_page(pack, cite.document);
    let (label, number) = (&pack[cite.document].label, cite.paragraph.0);
    run("a")
        .with("href", format!("{page}.xhtml#p{number}"))
        .text(format!("{label} ¶{number}"))
}

/// A part of words with their readings above them, or in brackets where a reader knows no ruby.
fn ruby(mut element: Element, text: &RubyText, part: Range<usize>) -> Element {
    let mut done = part.start;
    let within = |ruby: &&Ruby| part.start <= ruby.base.range().start && ruby.base.range().end <= part.end;
    for ruby in text.rubies.iter().filter(within) {
        let base = ruby.base.range();
        let reading = [
            run("rp").text("（"),
            run("rt").text(&ruby.reading),
            run("rp").text("）"),
        ];
        element = plain(element, text.plain.get(done..base.start))
            .child(run("ruby").text(ruby.base.of(&text.plain)).children(reading));
        done = base.end;
    }
    plain(element, text.plain.get(done..part.end))
}

fn plain(element: Element, text: Option<&str>) -> Element {
    match text {
        None | Some("") => element,
        Some(text) => element.text(text),
    }
}

/// A page of XHTML.
fn written(title: &str, body: Element) -> String {
    let style = run("link").with("rel", "stylesheet").with("href", "book.css");
    let head = lines("head").child(run("title").text(title)).child(style);
    let html = lines("html")
        .with("xmlns", "http://www.w3.org/1999/xhtml")
        .with("xmlns:epub", "http://www.idpf.org/2007/ops")
        .with("lang", "ja")
        .with("xml:lang", "ja")
        .child(head)
        .child(lines("body").child(body));
    xml::document(&html).replacen('\n', "\n<!DOCTYPE html>\n", 1)
}

fn container() -> Element {
    let file = run("rootfile")
        .with("full-path", "OEBPS/package.opf")
        .with("media-type", "application/oebps-package+xml");
    lines("container")
        .with("version", "1.0")
        .with("xmlns", "urn:oasis:names:tc:opendocument:xmlns:container")
        .child(lines("rootfiles").child(file))
}

/// The table of contents.
fn contents(pages: &[Page]) -> Element {
    let link = |address: String, title: &str| run("a").with("href", address).text(title);
    let below = |page: &Page| {
        let item = |(id, title): &(String, String)| run("li").child(link(format!("{}.xhtml#{id}", page.name), title));
        let list = lines("ol").children(page.below.iter().map(item));
        (!page.below.is_empty()).then_some(list)
    };
    let item = |page: &Page| {
        run("li")
            .child(link([page.name.as_str(), ".xhtml"].concat(), &page.title))
            .children(below(page))
    };
    lines("nav")
        .with("epub:type", "toc")
        .with("role", "doc-toc")
        .with("id", "toc")
        .child(run("h1").text("目次"))
        .child(lines("ol").children(pages.iter().map(item)))
}

fn package(pack: &Pack, pages: &[Page], modified: &str) -> Element {
    let item =
        |id: &str, file: &str, kind: &str| run("item").with("id", id).with("href", file).with("media-type", kind);
    const XHTML: &str = "application/xhtml+xml";
    let page = |page: &Page| item(&page.name, &[page.name.as_str(), ".xhtml"].concat(), XHTML);
    let manifest = lines("manifest")
        .child(item("nav", "nav.xhtml", XHTML).with("properties", "nav"))
        .child(item("style", "book.css", "text/css"))
        .children(pages.iter().map(page));
    let turn = |id: &str| run("itemref").with("idref", id);
    let spine = lines("spine")
        .children(pages.iter().take(1).map(|page| turn(&page.name)))
        .child(turn("nav"))
        .children(pages.iter().skip(1).map(|page| turn(&page.name)));
    lines("package")
        .with("xmlns", "http://www.idpf.org/2007/opf")
        .with("version", "3.0")
        .with("unique-identifier", "id")
        .with("xml:lang", "ja")
        .with("prefix", "schema: http://schema.org/")
        .child(metadata(pack, modified))
        .child(manifest)
        .child(spine)
}

fn metadata(pack: &Pack, modified: &str) -> Element {
    let words = |name: &'static str, text: &str| run(name).text(text);
    let meta = |property: &str, text: &str| run("meta").with("property", property).text(text);
    let features = [
        "tableOfContents",
        "readingOrder",
        "structuralNavigation",
        "rubyAnnotations",
    ];
    let features = features.map(|feature| meta("schema:accessibilityFeature", feature));
    lines("metadata")
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .child(words("dc:identifier", &identifier(pack)).with("id", "id"))
        .child(words("dc:title", &pack.title.ja))
        .child(words("dc:language", "ja"))
        .child(words("dc:creator", "The Yomikurabe authors"))
        .child(words("dc:description", &pack.lead.ja))
        .child(words("dc:rights", &credit(pack).ja))
        .child(meta("dcterms:modified", modified))
        .child(meta("schema:accessMode", "textual"))
        .child(meta("schema:accessModeSufficient", "textual"))
        .children(features)
        .child(meta("schema:accessibilityHazard", "none"))
        .child(meta(
            "schema:accessibilitySummary",
            "文字だけの本。見出し、目次、段落へのリンクがあり、漢字の読みはルビで示す。",
        ))
}

/// The book's lasting id, as a UUID of the kind that one makes up oneself (RFC 9562, version 8).
fn identifier(pack: &Pack) -> String {
    let part = |salt: &str| lasting_number(&["yomikurabe/", &pack.slug, salt].concat());
    let (a, b) = (part(""), part("/book"));
    format!(
        "urn:uuid:{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}",
        a >> 32,
        a >> 16 & 0xffff,
        a & 0xfff,
        0x8000 | (b >> 48 & 0x3fff),
        b & 0xffff_ffff_ffff
    )
}
