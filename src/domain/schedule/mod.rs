//! When an item is asked again: FSRS-6 over the learner's own days, and the sittings that come of it.
//!
//! [`Card`] is the state of an item, derived by replaying its answers; [`next`] gives what it becomes by each [`Rating`].
//! [`derived`] is the rating of an objective question, [`plan`] the order of a sitting.

mod calendar;
mod card;
mod derive;
mod memory;
mod plan;
mod workload;

pub use calendar::{Calendar, Day, NewDay, Offset};
pub use card::{Card, Due, Outcome, Phase, next, passed, rated};
pub use derive::{Form, Pace, derived};
pub use memory::{Memory, Parameters, RANGES, RETENTIONS, Rating, USUAL_WEIGHTS, WEIGHTS};
pub use plan::{Family, Offer, Sitting, plan, usual_time, within};
pub use workload::{Workload, workload};
