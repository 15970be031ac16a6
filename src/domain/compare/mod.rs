//! Stated positions side by side: who holds what, in which document, and where nothing is stated.
//!
//! Every view takes a [`Filter`] and gives back the ids of the statements it shows, so that each claim on the page
//! leads to its place. No view makes one stance out of statements that differ ([`Verdict`]), and none says "not
//! stated" of somebody whose statements the filter left out.

mod by_document;
mod by_issue;
mod cell;
mod filter;
mod matrix;
mod over_time;
mod pair;
mod party;
mod query;
#[cfg(test)]
pub(crate) mod sample;
pub mod table;
mod words;

pub use by_document::{ByDocument, Telling};
pub use by_issue::{ByIssue, Holder, StanceGroup};
pub use cell::{Cell, Held, Verdict};
pub use filter::{Choice, Filter, Period, Undated};
pub use matrix::{Matrix, Opened, Row};
pub use over_time::{Dated, OverTime, UndatedIn};
pub use pair::{FAR, Obstacle, Pair, PairRow, Relation, Tally};
pub use party::Party;
pub use words::{not_stated, not_stated_here, reporter, said_on, source, speaker};
