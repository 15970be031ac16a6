//! Finds what the ids, words, dates and citations of a compiled pack stand for.

use super::error::Fault;
use super::fields::Fields;
use crate::domain::date::PartialDate;
use crate::domain::order::sort;
use crate::domain::pack::{Block, Citation, Document, DocumentId, Keyword, ParagraphNumber, limits};
use crate::domain::text::Span;

/// The ids of one kind, sorted, with their places in the pack.
pub(super) struct Slugs(Vec<(String, u16)>);

impl Slugs {
    /// Checks the ids of a list and sorts them.
    pub fn read(pack: &Fields<'_>, list: &'static str) -> Self {
        if pack.list(list).len() > limits::ITEMS {
            pack.refuse(list, Fault::TooMany);
            return Self(Vec::new());
        }
        let ids = pack.items(list, |item| Some(checked_id(item)));
        let mut slugs: Vec<(String, u16)> = ids.into_iter().zip(0..).collect();
        sort(&mut slugs);
        if let Some(pair) = slugs.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            pack.refuse(&pair[0].0, Fault::Twice);
        }
        Self(slugs)
    }

    /// The place of the id under a key.
    pub fn find(&self, fields: &Fields<'_>, key: &'static str) -> u16 {
        self.place(fields, fields.words(key))
    }

    /// The places of the ids in a list.
    pub fn find_all(&self, fields: &Fields<'_>, key: &'static str) -> Vec<u16> {
        let ids = fields.texts(key);
        ids.iter().map(|id| self.place(fields, id)).collect()
    }

    /// The place of an id; 0 for a faulty one.
    fn place(&self, fields: &Fields<'_>, id: &str) -> u16 {
        let found = self.0.binary_search_by(|(slug, _)| slug.as_str().cmp(id));
        found.map_or_else(
            |_| {
                fields.refuse(id, Fault::Reference);
                0
            },
            |found| self.0[found].1,
        )
    }
}

/// The documents, with an index of their paragraphs.
pub(super) struct Library {
    pub documents: Vec<Document>,
    slugs: Slugs,
    /// For each document the numbers of its paragraphs, ascending, and where they stand among its blocks.
    paragraphs: Vec<Vec<(u16, u16)>>,
}

impl Library {
    pub fn new(documents: Vec<Document>, slugs: Slugs) -> Self {
        let paragraphs = documents.iter().map(numbers).collect();
        Self {
            documents,
            slugs,
            paragraphs,
        }
    }

    /// Reads `"cite": "paris-declaration#p14@12-20"`.
    pub fn cite(&self, fields: &Fields<'_>) -> Option<Citation> {
        let cite = fields.words("cite");
        let Some((slug, number, span)) = split(cite) else {
            fields.refuse(cite, Fault::Citation);
            return None;
        };
        let document = self.slugs.place(fields, slug);
        let Some(plain) = self.plain(document, number) else {
            fields.refuse(cite, Fault::Citation);
            return None;
        };
        if plain.get(span.range()).is_none_or(str::is_empty) {
            fields.refuse(cite, Fault::Span);
        }
        Some(Citation {
            document: DocumentId(document),
            paragraph: ParagraphNumber(number),
            span,
        })
    }

    /// The documents of the ids in a list.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn find_all(&self, fields: &Fields<'_>, key: &'static str) -> Vec<DocumentId> {
        self.slugs.find_all(fields, key).into_iter().map(DocumentId).collect()
    }

    fn plain(&self, document: u16, number: u16) -> Option<&str> {
        let numbers = self.paragraphs.get(usize::from(document))?;
        let found = numbers.binary_search_by_key(&number, |(number, _)| *number);
        let block = usize::from(numbers[found.ok()?].1);
        match &self.documents[usize::from(document)].blocks[block] {
            Block::Paragraph(paragraph) => Some(&paragraph.text.plain),
            Block::Heading(_) => None,
        }
    }
}

fn numbers(document: &Document) -> Vec<(u16, u16)> {
    let blocks = document.blocks.iter().zip(0..);
    blocks
        .filter_map(|(block, at)| match block {
            Block::Paragraph(paragraph) => Some((paragraph.number.0, at)),
            Block::Heading(_) => None,
        })
        .collect()
}

fn split(cite: &str) -> Option<(&str, u16, Span)> {
    let (slug, rest) = cite.split_once('#')?;
    let rest = rest.strip_prefix('p')?;
    let (number, span) = rest.split_once('@')?;
    let (start, end) = span.split_once('-')?;
    let (start, end) = (start.parse().ok()?, end.parse().ok()?);
    Some((slug, number.parse().ok()?, Span { start, end }))
}

/// The id of an item.
pub(super) fn checked_id(item: &Fields<'_>) -> String {
    let id = item.text("id");
    if !limits::is_id(&id) {
        item.refuse(&id, Fault::Id);
    }
    id
}

/// The choice of the word under a key.
pub(super) fn word<K: Keyword>(fields: &Fields<'_>, key: &'static str) -> Option<K> {
    let word = fields.words(key);
    let choice = K::from_word(word);
    if choice.is_none() {
        fields.refuse(&at(fields.id(), word), Fault::Word);
    }
    choice
}

/// The date under a key.
pub(super) fn date(fields: &Fields<'_>, key: &'static str) -> Option<PartialDate> {
    let text = fields.words(key);
    let date = text.parse().ok();
    if date.is_none() {
        fields.refuse(&at(fields.id(), text), Fault::Date);
    }
    date
}

/// The date under a key, where the key is there.
pub(super) fn optional_date(fields: &Fields<'_>, key: &'static str) -> Option<PartialDate> {
    if fields.has(key) { date(fields, key) } else { None }
}

/// A text that must have words and may not have more than `limit` characters.
pub(super) fn filled(fields: &Fields<'_>, key: &'static str, limit: usize) -> String {
    let text = fields.text(key);
    if text.is_empty() {
        fields.refuse(fields.id(), Fault::Empty);
    }
    // Only a text of more bytes can have more characters.
    if text.len() > limit && text.chars().count() > limit {
        fields.refuse(fields.id(), Fault::TooLong);
    }
    text
}

/// Texts that must all have words.
pub(super) fn all_filled(fields: &Fields<'_>, key: &'static str) -> Vec<String> {
    let texts = fields.texts(key);
    if texts.iter().any(String::is_empty) {
        fields.refuse(fields.id(), Fault::Empty);
    }
    texts
}

/// An item and what in it is wrong, cut short.
pub(super) fn at(place: &str, what: &str) -> String {
    let mut out = String::from(place);
    out.push_str(", ");
    out.extend(what.chars().take(80));
    out
}
