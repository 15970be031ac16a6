//! What the learner did: an append-only log of answers, and what can be read out of it.

pub mod file;
mod log;
mod result;

pub use log::{Entry, EntryId, Log, merge};
pub use result::{Missed, Summary};
