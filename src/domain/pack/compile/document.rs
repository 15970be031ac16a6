//! A document: its front matter and its file, put together from header and blocks.

use std::collections::BTreeMap;

use super::blocks::{self, Blocks};
use super::problem::Fault;
use super::row::Row;
use super::source::{Sink, Source};
use super::tables::Parsed;
use crate::domain::pack::{Bilingual, Block, Document, DocumentId, SourceCard, SourceLines, limits};

/// The documents of a pack, by id.
#[derive(Default)]
pub(super) struct Shelf {
    drafts: BTreeMap<String, Draft>,
}

/// A document as far as it could be read.
pub(super) struct Draft {
    file: String,
    line: u32,
    /// Its place in the pack; `None` where it is faulty and left out.
    pub kept: Option<DocumentId>,
    /// The words of every paragraph; `None` for a faulty one, which may be cited but not checked.
    paragraphs: BTreeMap<u16, Option<String>>,
    /// Whether its paragraphs could not be told apart.
    is_lost: bool,
    /// The words of the blocks, sound or not.
    texts: Vec<String>,
    order: u32,
    document: Option<Document>,
}

impl Draft {
    /// The words of a paragraph that is sound.
    pub fn plain(&self, number: u16) -> Option<&str> {
        self.paragraphs.get(&number)?.as_deref()
    }

    /// Whether there is, or may be, a paragraph of that number.
    pub fn declares(&self, number: u16) -> bool {
        self.is_lost || self.paragraphs.contains_key(&number)
    }

    /// The number of the last paragraph.
    pub fn last(&self) -> u16 {
        self.paragraphs.keys().next_back().copied().unwrap_or(0)
    }
}

impl Shelf {
    /// Reads the documents' files. Those that could not be opened, by path, may be cited but not checked.
    pub fn read(sources: &[Source<'_>], closed: &[&str], sink: &Sink) -> Self {
        let mut shelf = Self::default();
        for source in sources {
            let draft = read(source, sink);
            shelf.drafts.insert(stem(source.path).to_owned(), draft);
        }
        for path in closed.iter().filter(|path| path.ends_with(".md")) {
            let draft = draft(path, None, Blocks::default(), true);
            shelf.drafts.insert(stem(path).to_owned(), draft);
        }
        if shelf.drafts.is_empty() {
            sink.report("pack.toml", 1, Fault::NoDocuments);
        }
        shelf
    }

    /// Puts the sound documents on the shelf, in their order.
    pub fn take(&mut self, sink: &Sink) -> Vec<Document> {
        let mut kept: Vec<_> = self.drafts.iter_mut().filter(|(_, d)| d.document.is_some()).collect();
        kept.sort_by_key(|(_, draft)| draft.order);
        for pair in kept.windows(2) {
            let ((other, first), (_, second)) = (&pair[0], &pair[1]);
            if first.order == second.order {
                let fault = Fault::DuplicateOrder {
                    table: "document",
                    order: first.order,
                    other: (*other).clone(),
                };
                sink.report(&second.file, second.line, fault);
            }
        }
        let numbered = (0..).map(DocumentId).zip(kept);
        numbered
            .filter_map(|(id, (_, draft))| {
                draft.kept = Some(id);
                draft.document.take()
            })
            .collect()
    }

    pub fn get(&self, slug: &str) -> Option<&Draft> {
        self.drafts.get(slug)
    }

    /// The words of every heading and paragraph that is sound.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let drafts = self.drafts.values();
        drafts.flat_map(|draft| draft.texts.iter().map(String::as_str))
    }

    pub fn slugs(&self) -> impl Iterator<Item = &str> {
        self.drafts.keys().map(String::as_str)
    }
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".md").unwrap_or(name)
}

fn read(source: &Source<'_>, sink: &Sink) -> Draft {
    let (front, body) = match split(source) {
        Ok(parts) => parts,
        Err(fault) => {
            sink.report(source.path, 1, fault);
            let texts = vec![source.text.to_owned()];
            return draft(
                source.path,
                None,
                Blocks {
                    texts,
                    ..Blocks::default()
                },
                true,
            );
        }
    };
    let mut room = String::new();
    let parsed = Parsed::new(&front, &mut room, sink);
    let table = parsed.table();
    let header = match parsed.is_broken() {
        true => None,
        false => header(
            &Row::new(parsed.source(), "document", 2, table.get_ref(), sink),
            stem(source.path),
        ),
    };
    let frame = header.as_ref().map(|header| &header.frame);
    let read = blocks::read(&body, frame, sink);
    draft(source.path, header, read, false)
}

fn draft(file: &str, header: Option<Header>, read: Blocks, is_lost: bool) -> Draft {
    let (line, order) = header.as_ref().map_or((1, 0), |h| (h.line, h.order));
    let has_words = read.blocks.iter().any(|b| matches!(b, Block::Paragraph(_)));
    let document = header.filter(|header| header.is_sound && has_words);
    Draft {
        file: file.to_owned(),
        line,
        kept: None,
        paragraphs: read.paragraphs,
        is_lost,
        texts: read.texts,
        order,
        document: document.map(|header| Document {
            blocks: read.blocks,
            ..header.document
        }),
    }
}

/// The front matter and what stands below it.
fn split<'f>(source: &Source<'f>) -> Result<(Source<'f>, Source<'f>), Fault> {
    let is_fence = |line: &str| line.trim_end() == "+++";
    let mut lines = source.text.split_inclusive('\n');
    let first = lines.next().filter(|line| is_fence(line));
    let start = first.ok_or(Fault::NoFrontMatter)?.len();
    let mut at = start;
    for (skipped, line) in (2..).zip(lines) {
        if is_fence(line) {
            let (front, body) = (&source.text[start..at], &source.text[at + line.len()..]);
            let front = Source::after(1, source.path, front);
            return Ok((front, Source::after(skipped, source.path, body)));
        }
        at += line.len();
    }
    Err(Fault::UnclosedFrontMatter)
}

/// What the front matter says.
struct Header {
    line: u32,
    order: u32,
    is_sound: bool,
    /// Without its blocks.
    document: Document,
    frame: Frame,
}

/// The source that the blocks must fit into.
pub(super) struct Frame {
    /// How many lines it has.
    pub lines: Option<u32>,
    /// The lines that are not retold.
    pub omitted: Vec<SourceLines>,
}

fn header(row: &Row<'_>, stem: &str) -> Option<Header> {
    let slug = row.id();
    if slug != stem && !slug.is_empty() {
        let (id, file) = (slug.clone(), stem.to_owned());
        row.report_at("id", Fault::IdIsNotFileName { id, file });
    }
    let document = Document {
        slug,
        label: row.text("label"),
        title: row.text("title"),
        short: Bilingual {
            ja: row.short_text("short", limits::SHORT_CHARS),
            en: row.text("short_en"),
        },
        date: row.optional_date("date"),
        date_note: row.text("date_note"),
        publisher: row.optional("publisher"),
        authors: row.texts("authors"),
        translator: row.optional("translator"),
        kind: row.bilingual("kind", "kind_en"),
        card: card(row),
        blocks: Vec::new(),
    };
    let order = row.count("order");
    row.text("source_file");
    let frame = frame(row);
    row.finish();
    Some(Header {
        line: row.line_of("order"),
        order: order.unwrap_or(0),
        is_sound: row.is_sound(),
        document,
        frame,
    })
}

fn card(row: &Row<'_>) -> SourceCard {
    let Some(card) = row.child("card", "card") else {
        let (table, key) = (row.kind, "card");
        row.report(row.line, Fault::MissingKey { table, key });
        return SourceCard::default();
    };
    let read = SourceCard {
        genre: card.text("genre"),
        unknown: card.text("unknown"),
        standpoint: card.text("standpoint"),
        cautions: card.texts("cautions"),
    };
    card.finish();
    read
}

fn frame(row: &Row<'_>) -> Frame {
    let lines = row.count("source_lines");
    let mut omitted = Vec::new();
    for part in row.children("omitted", "omitted part") {
        let text = part.text("lines");
        part.text("why");
        part.finish();
        let Some(read) = SourceLines::read(&text) else {
            if !text.is_empty() {
                part.report_at("lines", Fault::BadLines { text });
            }
            continue;
        };
        if let Some(fault) = beyond(&read, lines) {
            part.report_at("lines", fault);
        }
        omitted.push(read);
    }
    Frame { lines, omitted }
}

/// The fault of lines that lie beyond the source.
pub(super) fn beyond(read: &SourceLines, lines: Option<u32>) -> Option<Fault> {
    let (last, lines) = (read.last(), lines?);
    (u32::from(last) > lines).then_some(Fault::LineBeyondSource { last, lines })
}
