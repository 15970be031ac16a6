//! What the page remembers and how it changes: [`Model`], [`Msg`], [`update`] and the [`Effect`]s it asks for.
//!
//! Plain Rust without a browser: journeys of a learner are tested as scripts of messages.

pub mod model;
pub mod msg;
pub mod paper;
pub mod placing;
pub mod popup;
pub mod query;
pub mod route;
pub mod settings;
pub mod table;
pub mod told;
mod update;

/// The present time and fresh randomness: what `update` must not fetch itself.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// Milliseconds since 1970, UTC.
    pub now_ms: f64,
    /// 64 random bits.
    pub random: u64,
}

pub use model::Model;
pub use msg::{Effect, Msg};
pub use update::update;
