//! The compiled pack: one versioned JSON value, `docs/pack.schema.json`.
//!
//! It says what the folder says, with the same keys. Documents keep their blocks as lines of Markdown, references are
//! ids, and a citation is `document#p14@12-20`: a paragraph and the bytes of its plain text (UTF-8, without readings).
//! Keys that are empty or have no value are left out. Differences, and figures in English, are read natively only: the engine passes
//! them over.

#[cfg(not(target_arch = "wasm32"))]
mod difference;
mod error;
mod fields;
#[cfg(not(target_arch = "wasm32"))]
mod figure;
mod read;
mod resolve;
#[cfg(not(target_arch = "wasm32"))]
mod shape;
#[cfg(not(target_arch = "wasm32"))]
mod write;

pub use error::LoadError;
pub use read::{Parsed, read};
#[cfg(not(target_arch = "wasm32"))]
pub use write::write;

/// The version of the format that is written and read.
pub const FORMAT: u32 = 1;
