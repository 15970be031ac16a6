//! Text: spans, ruby, and folding to a form in which spellings that mean the same are equal.

mod fold;
mod ruby;

pub(in crate::domain) use fold::letter_at;
pub use fold::{Fold, FoldMap, Folded, Originals, is_dash};
pub use ruby::{Ruby, RubyFault, RubyText};

/// Where `words` first stand in `text`. The one search for words there is: that of the standard library is compiled anew
/// for every use.
#[must_use]
#[inline(never)]
pub fn find(text: &str, words: &str) -> Option<usize> {
    memchr::memmem::Finder::new(words).find(text.as_bytes())
}

/// Whether `words` stand in `text`.
#[must_use]
pub fn holds(text: &str, words: &str) -> bool {
    find(text, words).is_some()
}

/// A range of bytes in a plain text, `start..end`, on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span `start..end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self {
            start: start as u32,
            end: end as u32,
        }
    }

    /// The span as a range.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words it covers.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// The words it covers, with at most `width` characters before and behind.
    #[must_use]
    pub fn in_context(self, text: &str, width: usize) -> (&str, &str, &str) {
        let (before, after) = (&text[..self.range().start], &text[self.range().end..]);
        let from = match width {
            0 => before.len(),
            _ => before.char_indices().nth_back(width - 1).map_or(0, |(at, _)| at),
        };
        let until = after.char_indices().nth(width).map_or(after.len(), |(at, _)| at);
        (&before[from..], self.of(text), &after[..until])
    }

    /// Whether the two share a byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}
