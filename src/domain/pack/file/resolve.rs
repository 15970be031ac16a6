//! Finds what the ids and citations of a compiled pack refer to.

use super::error::{Fault, LoadError};
use crate::domain::date::PartialDate;
use crate::domain::order::sort;
use crate::domain::pack::{Block, Citation, Document, DocumentId, Keyword, ParagraphNumber, limits};
use crate::domain::text::Span;

pub(super) type Load<T> = Result<T, LoadError>;

/// The ids of one kind, sorted, with their places in the pack.
pub(super) struct Slugs(Vec<(String, u16)>);

impl Slugs {
    /// Checks the ids and sorts them.
    pub fn new<'a>(ids: impl ExactSizeIterator<Item = &'a String>) -> Load<Self> {
        if ids.len() > limits::ITEMS {
            let first = ids.into_iter().next().cloned();
            return Err(LoadError::new(first.unwrap_or_default(), Fault::TooMany));
        }
        let mut slugs = Vec::with_capacity(ids.len());
        for (place, id) in (0..).zip(ids) {
            slugs.push((checked_id(id.clone())?, place));
        }
        sort(&mut slugs);
        match slugs.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            Some(pair) => Err(LoadError::new(pair[0].0.clone(), Fault::Twice)),
            None => Ok(Self(slugs)),
        }
    }

    /// The place of an id.
    pub fn find(&self, id: &str) -> Load<u16> {
        let found = self.0.binary_search_by(|(slug, _)| slug.as_str().cmp(id));
        let found = found.map_err(|_| LoadError::new(id, Fault::Reference))?;
        Ok(self.0[found].1)
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

    /// Reads `paris-declaration#p14@12-20`.
    pub fn cite(&self, cite: &str) -> Load<Citation> {
        let fail = |fault| LoadError::new(cite, fault);
        let (slug, number, span) = split(cite).ok_or_else(|| fail(Fault::Citation))?;
        let document = self.slugs.find(slug)?;
        let plain = self.plain(document, number);
        let plain = plain.ok_or_else(|| fail(Fault::Citation))?;
        let words = plain.get(span.range()).unwrap_or("");
        if words.is_empty() {
            return Err(fail(Fault::Span));
        }
        Ok(Citation {
            document: DocumentId(document),
            paragraph: ParagraphNumber(number),
            span,
        })
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
    let (slug, rest) = cite.split_once("#p")?;
    let (number, span) = rest.split_once('@')?;
    let (start, end) = span.split_once('-')?;
    let (start, end) = (start.parse().ok()?, end.parse().ok()?);
    Some((slug, number.parse().ok()?, Span { start, end }))
}

/// The id, if it is one.
pub(super) fn checked_id(id: String) -> Load<String> {
    match limits::is_id(&id) {
        true => Ok(id),
        false => Err(LoadError::new(id, Fault::Id)),
    }
}

/// The choice of a word; `place` is the item it belongs to.
pub(super) fn word<K: Keyword>(place: &str, word: &str) -> Load<K> {
    K::from_word(word).ok_or_else(|| LoadError::new(at(place, word), Fault::Word))
}

/// A date; `place` is the item it belongs to.
pub(super) fn date(place: &str, text: &str) -> Load<PartialDate> {
    let date = text.parse();
    date.map_err(|_| LoadError::new(at(place, text), Fault::Date))
}

/// A text that must have words and may not have more than `limit` characters.
pub(super) fn filled(place: &str, text: String, limit: usize) -> Load<String> {
    if text.is_empty() {
        return Err(LoadError::new(place, Fault::Empty));
    }
    // Only a text of more bytes can have more characters.
    if text.len() > limit && text.chars().count() > limit {
        return Err(LoadError::new(place, Fault::TooLong));
    }
    Ok(text)
}

/// An item and what in it is wrong, cut short.
pub(super) fn at(place: &str, what: &str) -> String {
    let mut out = String::from(place);
    out.push_str(", ");
    out.extend(what.chars().take(80));
    out
}
