//! What the learner comes back to: what is due, what came of it, how much is to be remembered, and the backup. It is drawn
//! by a module of its own, which is loaded with the record only (`docs/adr/0024-a-second-module.md`). And what a teacher puts into
//! a course ([`material`]).
//!
//! Views are functions of a [`Desk`] and give plain [`El`]ements; they know no browser.

mod after;
mod backup;
mod deck;
mod desk;
mod el;
mod export;
mod latest;
mod marks;
pub mod material;
mod results;
mod today;
mod wish;

pub use after::{Said, State, TAKEN_BACK, after};
pub use backup::{Loaded, judge, not_kept, says, taken};
pub use deck::{card, rated, round};
pub use desk::{Desk, Keeping, Marks, Plan, Round, Side};
pub use el::{El, Kid, button, el};
pub use export::{Form, export};
pub use marks::marks;

use crate::domain::lang::Phrase;
use crate::domain::words::fill;

const READING: Phrase = Phrase("これまでの答えを読んでいる…", "Reading the answers so far …");

/// The parts in their order; each has an id by which it is drawn again. Where nothing is kept there is but one, which says so.
#[must_use]
pub fn parts(desk: &Desk) -> Vec<El> {
    if desk.keeping == Keeping::Refused {
        return vec![backup::view(desk)];
    }
    let reckoned = desk.reckoned();
    vec![
        today::view(desk, &reckoned),
        deck::view(desk, &reckoned),
        results::view(desk, &reckoned),
        latest::view(desk, &reckoned),
        wish::view(desk, &reckoned),
        backup::view(desk),
        export::view(desk),
    ]
}

/// What can be drawn of the record by the cards alone, while the answers are being read: what is due.
#[must_use]
pub fn first(desk: &Desk) -> Vec<El> {
    let reading = el("p").class("quiet").at("role", "status").say(desk.say(READING));
    vec![today::view(desk, &desk.reckoned()), reading]
}

/// What the wish in the making would cost, while it is moved.
pub fn cost(desk: &Desk) -> El {
    wish::cost(desk, &desk.reckoned())
}

/// A text with numbers in it.
#[inline(never)]
fn filled(text: &str, numbers: &[u32]) -> String {
    let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
    let values: Vec<&str> = numbers.iter().map(String::as_str).collect();
    fill(text, &values)
}

/// A part of the record with its heading.
fn section(id: &'static str, title: &str) -> El {
    let heading = ["learner-", id, "-head"].concat();
    el("section")
        .at("id", ["learner-", id].concat())
        .at("aria-labelledby", heading.clone())
        .class("learner")
        .kid(el("h2").at("id", heading).say(title))
}
