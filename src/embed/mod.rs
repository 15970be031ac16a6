//! What a host page can ask a pack for: terms in any text, entries, statements, comparisons, quizzes. It is a module of its
//! own, which a host page loads (`docs/adr/0027-a-module-for-host-pages.md`, `docs/embedding.md`).
//!
//! Options come as JSON and are read whole or refused; answers are plain objects ([`shape`]). Nothing here knows a browser.

mod choice;
mod failure;
pub mod pair;
pub mod quiz;
pub mod shape;

use serde::Serialize;

pub use failure::{Code, Failure};
use pair::PairShape;
use quiz::Quiz;
use shape::{Edition, Entry, StatementShape};

use crate::domain::compare::Pair;
use crate::domain::glossary::{Link, Linker};
use crate::domain::pack::{Pack, file};
use crate::domain::quiz::Millis;
use crate::domain::text::Fold;

/// A pack that is ready to be asked.
pub struct Shelf {
    /// The pack.
    pub pack: Pack,
    linker: Linker,
    fold: Fold,
}

/// A term in a text.
#[derive(Clone, Debug, Serialize)]
pub struct Found<'a> {
    /// Where it begins, in UTF-16 units, as JavaScript counts.
    start: u32,
    /// One past its end.
    end: u32,
    /// How it is written there.
    text: &'a str,
    entry: Entry<'a>,
}

impl Shelf {
    /// Reads a compiled pack.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn read(json: &str, fold: Fold) -> Result<Self, Failure> {
        let pack = file::read(json).map_err(|error| Code::BadPack.because(&[&error.to_string()]))?;
        let linker = Linker::new(&pack.terms, fold);
        Ok(Self { pack, linker, fold })
    }

    /// Where terms stand in a text: start, end (UTF-16 units) and number of the entry, one after the other.
    #[must_use]
    pub fn link(&self, text: &str) -> Vec<u32> {
        let number = |found: (Span16, Link)| [found.0.start, found.0.end, u32::from(found.1.term.0)];
        self.found(text).flat_map(number).collect()
    }

    /// The terms in a text with their entries.
    #[must_use]
    pub fn lookup<'a>(&'a self, text: &'a str) -> Vec<Found<'a>> {
        let found = self.found(text).map(|(span, link)| Found {
            start: span.start,
            end: span.end,
            text: link.span.of(text),
            entry: Entry::new(&self.pack, link.term),
        });
        found.collect()
    }

    fn found<'a>(&self, text: &'a str) -> impl Iterator<Item = (Span16, Link)> + use<'a> {
        let mut counted = Counted::default();
        self.linker.link(text, &[]).into_iter().map(move |link| {
            let span = Span16 {
                start: counted.upto(text, link.span.range().start),
                end: counted.upto(text, link.span.range().end),
            };
            (span, link)
        })
    }

    /// All entries of the glossary, in the pack's order, which is that of [`Shelf::link`]'s numbers.
    #[must_use]
    pub fn glossary(&self) -> Vec<Entry<'_>> {
        self.pack.terms().map(|id| Entry::new(&self.pack, id)).collect()
    }

    /// The statements that a filter leaves.
    ///
    /// # Errors
    ///
    /// A filter that cannot be read, or names what the pack does not have.
    pub fn statements(&self, filter: &str) -> Result<Vec<StatementShape<'_>>, Failure> {
        let filter = choice::filter(&self.pack, filter)?;
        let admitted = self.pack.statements().filter(|id| filter.admits(&self.pack, *id));
        Ok(admitted.map(|id| StatementShape::new(&self.pack, id)).collect())
    }

    /// Two parties side by side.
    ///
    /// # Errors
    ///
    /// As [`Shelf::statements`], and where the pack has no such actor.
    pub fn compare(&self, a: &str, b: &str, filter: &str) -> Result<PairShape<'_>, Failure> {
        let filter = choice::filter(&self.pack, filter)?;
        let (a, b) = (choice::party(&self.pack, a)?, choice::party(&self.pack, b)?);
        Ok(PairShape::new(&self.pack, &Pair::new(&self.pack, &filter, a, b)))
    }

    /// Begins a quiz.
    ///
    /// # Errors
    ///
    /// As [`Quiz::draw`].
    pub fn quiz(&self, options: &str, now: Millis) -> Result<Quiz, Failure> {
        Quiz::draw(&self.pack, options, &|words| self.fold(words), now)
    }

    /// What the pack is about and what it holds.
    #[must_use]
    pub fn edition(&self) -> Edition<'_> {
        Edition::new(&self.pack)
    }

    /// Words as answers are compared.
    #[must_use]
    pub fn fold(&self, words: &str) -> String {
        self.fold.answer(words)
    }
}

/// A span in UTF-16 units.
struct Span16 {
    start: u32,
    end: u32,
}

/// How far a text has been counted in UTF-16 units.
#[derive(Default)]
struct Counted {
    byte: usize,
    units: u32,
}

impl Counted {
    /// How many units stand before a byte. Bytes are asked for in ascending order.
    fn upto(&mut self, text: &str, byte: usize) -> u32 {
        let more: usize = text[self.byte..byte].chars().map(char::len_utf16).sum();
        self.units += more as u32;
        self.byte = byte;
        self.units
    }
}
