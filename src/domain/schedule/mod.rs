//! When an item is asked again: FSRS-6 over the learner's own days, and the sittings that come of it.
//!
//! [`Card`] is the state of an item, derived by replaying its answers; [`next`] gives what it becomes by each [`Rating`].

mod calendar;
mod card;
mod memory;

pub use calendar::{Calendar, Day, NewDay, Offset};
pub use card::{Card, Due, Outcome, Phase, next, rated};
pub use memory::{Memory, Parameters, RANGES, RETENTIONS, Rating, USUAL_WEIGHTS, WEIGHTS};
