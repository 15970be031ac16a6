//! The glossary at work: where its terms stand in the text.

mod concordance;
mod edge;
mod link;
mod spelling;
mod trie;

#[cfg(test)]
pub(super) mod samples;

pub use concordance::{Line, Occurrences, Place, SortKey, sort_lines};
pub use link::{Link, Linker};
