//! What belongs to the Rust toolchain: the wasm target, rustfmt and clippy, the crates.

use super::session::Session;
use crate::failure::Failure;
use crate::process::{Program, on_path};

/// The target that browsers run.
const TARGET: &str = "wasm32-unknown-unknown";

/// The standard library for wasm. It is looked for as a folder, because that also finds
/// one which came with the system's packages instead of rustup.
pub(super) fn wasm_target(session: &Session) -> Result<(), Failure> {
    let is_there = || {
        let folder = Program::new("rustc")
            .args(["--print", "target-libdir", "--target", TARGET])
            .answer()?;
        std::path::Path::new(folder.trim()).is_dir().then_some(())
    };
    if is_there().is_some() {
        return Ok(());
    }
    let piece = format!("the Rust target {TARGET}");
    with_rustup(session, &piece, "the page runs as wasm", &["target", "add", TARGET])
}

/// rustfmt and clippy, which a minimal toolchain does not bring.
pub(super) fn components(session: &Session) -> Result<(), Failure> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        let asked = Program::cargo().args([subcommand, "--version"]);
        if asked.answer().is_none() {
            let line = ["component", "add", component];
            with_rustup(session, component, "CI checks with it", &line)?;
        }
    }
    Ok(())
}

/// The crates of Cargo.lock, fetched before Trunk builds without a network.
pub(super) fn crates(session: &Session) -> Result<(), Failure> {
    let offline = Program::cargo().line("fetch --locked --offline --quiet");
    if offline.answer().is_some() {
        return Ok(());
    }
    let piece = "the crates of Cargo.lock";
    session.install(piece, "the page is built from them", || {
        let fetched = Program::cargo().line("fetch --locked").run();
        fetched.map_err(|failure| Failure::Missing {
            piece: piece.into(),
            cause: failure.to_string(),
            get_it: "cargo fetch --locked".into(),
        })
    })
}

fn with_rustup(session: &Session, piece: &str, reason: &str, line: &[&str]) -> Result<(), Failure> {
    let missing = |cause: String| Failure::Missing {
        piece: piece.into(),
        cause,
        get_it: format!("rustup {}", line.join(" ")),
    };
    if on_path("rustup").is_none() {
        return Err(missing("there is no rustup on the PATH to add it".into()));
    }
    session.install(piece, reason, || {
        let added = Program::new("rustup").args(line).run();
        added.map_err(|failure| missing(failure.to_string()))
    })
}
