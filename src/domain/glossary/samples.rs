//! Small packs for the tests of the glossary and of the search.

use crate::domain::pack::{
    Bilingual, Block, Document, Heading, Pack, Paragraph, ParagraphKind, ParagraphNumber, SectionNumber, SourceCard,
    SourceLines, Term, TermKind,
};
use crate::domain::text::RubyText;

/// A pack of one document; a text that begins with `#` is a heading.
pub fn pack(texts: &[&str], terms: Vec<Term>) -> Pack {
    let (mut headings, mut paragraphs) = (0, 0);
    let blocks = texts.iter().map(|text| match text.strip_prefix('#') {
        Some(text) => {
            headings += 1;
            heading(headings, text)
        }
        None => {
            paragraphs += 1;
            paragraph(paragraphs, text)
        }
    });
    let document = Document {
        slug: "sample".to_owned(),
        label: "資料1".to_owned(),
        title: String::new(),
        short: Bilingual::default(),
        date: None,
        date_note: String::new(),
        publisher: None,
        authors: Vec::new(),
        translator: None,
        kind: Bilingual::default(),
        card: SourceCard::default(),
        blocks: blocks.collect(),
    };
    Pack {
        documents: vec![document],
        terms,
        ..Pack::default()
    }
}

/// A term with its forms and the longer words that are not it.
pub fn term(headword: &str, forms: &[&str], not_in: &[&str]) -> Term {
    let owned = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
    Term {
        slug: headword.to_owned(),
        headword: headword.to_owned(),
        reading: String::new(),
        en: String::new(),
        native: None,
        kind: TermKind::Concept,
        forms: owned(forms),
        not_in: owned(not_in),
        gloss: Bilingual::default(),
        says: Vec::new(),
        related: Vec::new(),
    }
}

fn heading(number: u16, text: &str) -> Block {
    Block::Heading(Heading {
        number: SectionNumber(number),
        level: 2,
        text: RubyText::parse(text).0,
        lines: SourceLines::default(),
    })
}

fn paragraph(number: u16, text: &str) -> Block {
    Block::Paragraph(Paragraph {
        number: ParagraphNumber(number),
        kind: ParagraphKind::Prose,
        text: RubyText::parse(text).0,
        lines: SourceLines::default(),
    })
}
