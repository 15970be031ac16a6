//! Words of the drawn views. They stand here and not with the page's own words, which the engine carries too.

pub use crate::domain::lang::Phrase;
