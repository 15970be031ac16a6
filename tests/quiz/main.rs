//! The quiz over the bundled pack and over small packs: fair questions, full papers, marked answers.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

mod bundled;
mod fair;
mod falsity;
mod keys;
mod papers;
mod run;
