//! What the project knows: packs, text, glossary, positions, questions. No clock, no randomness, no storage, no drawing.

pub mod date;
pub mod glossary;
pub mod pack;
pub mod search;
pub mod text;
