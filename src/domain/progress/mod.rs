//! What the learner did: an append-only log of answers, and what can be read out of it.

pub mod backup;
mod cards;
pub mod file;
pub mod history;
mod journal;
mod keeper;
pub mod lines;
mod log;
mod offers;
pub mod overview;
mod record;
#[cfg(test)]
mod samples;
pub mod snapshot;

pub use cards::{Cards, Covered, LEECH, Rule, Standing, passage};
pub use journal::Journal;
pub use keeper::{Keeper, Kept, Refused, Store};
pub use log::{Entry, EntryId, Log, merge};
pub use offers::{Askable, Offered, Topic, Way, offers, term_of_card};
pub use record::{Answered, Deed, Named, Record};
