//! `press` checks a pack's folder, puts a pack into the built page, and weighs what was built.
//!
//! It is a tool of the build and runs natively only; for wasm it is an empty program.

#[cfg(not(target_arch = "wasm32"))]
mod command;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    command::run(std::env::args().skip(1).collect())
}

#[cfg(target_arch = "wasm32")]
fn main() {}
