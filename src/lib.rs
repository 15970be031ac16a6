//! よみくらべ (Yomikurabe): read documents on a contested matter side by side.
//!
//! The layers, each knowing only those before it: [`domain`], [`app`], [`ui`] and `platform`. See `ARCHITECTURE.md`.

pub mod app;
pub mod domain;
#[cfg(target_arch = "wasm32")]
pub mod platform;
pub mod ui;
