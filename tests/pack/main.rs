//! The pack: its compiler, its compiled form, and the pack that the page carries.
#![cfg(not(target_arch = "wasm32"))]

mod any_input;
mod bundled;
mod compiled;
mod faults;
mod folder;
mod report;
