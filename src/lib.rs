//! よみくらべ (Yomikurabe): read documents on a contested matter side by side.
//!
//! The layers, each knowing only those before it: [`domain`], [`app`], [`ui`] and `platform`; beside [`ui`]
//! stand [`learner`], what the second module draws, and [`embed`], what the third one answers. See `ARCHITECTURE.md`.

pub mod app;
pub mod domain;
pub mod embed;
pub mod learner;
#[cfg(target_arch = "wasm32")]
pub mod platform;
pub mod ui;
