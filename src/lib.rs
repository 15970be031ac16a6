//! よみくらべ (Yomikurabe): read documents on a contested matter side by side.
//!
//! The layers, each knowing only those before it: [`domain`], `app`, `ui` and `platform`. See `ARCHITECTURE.md`.

pub mod domain;
