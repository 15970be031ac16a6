//! What the project knows: packs, text, glossary, positions, questions. No clock, no randomness, no storage, no drawing.

#[cfg(not(target_arch = "wasm32"))]
pub mod agreement;
#[cfg(not(target_arch = "wasm32"))]
pub mod codebook;
pub mod compare;
pub mod date;
pub mod export;
pub mod glossary;
mod json;
#[cfg(not(target_arch = "wasm32"))]
pub mod known;
pub mod lang;
pub mod library;
pub mod order;
pub mod pack;
#[cfg(not(target_arch = "wasm32"))]
pub mod picture;
pub mod progress;
pub mod quiz;
#[cfg(not(target_arch = "wasm32"))]
pub mod report;
pub mod schedule;
pub mod search;
#[cfg(not(target_arch = "wasm32"))]
pub mod telling;
pub mod text;
pub mod timeline;
pub mod words;
