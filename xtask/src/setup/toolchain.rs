//! What belongs to the Rust toolchain: the wasm target, rustfmt and clippy, the crates.

use std::path::Path;

use super::session::Session;
use crate::failure::Failure;
use crate::process::{Program, on_path};
use crate::wasm::{self, Std};

/// The target that browsers run.
const TARGET: &str = "wasm32-unknown-unknown";

/// The standard library for wasm. It is looked for as a folder, because that also finds
/// one which came with the system's packages instead of rustup.
pub(super) fn wasm_target(session: &Session) -> Result<(), Failure> {
    let is_there = || {
        let folder = Program::new("rustc")
            .args(["--print", "target-libdir", "--target", TARGET])
            .answer()?;
        Path::new(folder.trim()).is_dir().then_some(())
    };
    if is_there().is_some() {
        return Ok(());
    }
    let piece = format!("the Rust target {TARGET}");
    with_rustup(session, &piece, "the page runs as wasm", &["target", "add", TARGET])
}

/// The source of the standard library, from which the engine gets one built for size. Without it the page works as well
/// and is larger, so that what cannot be had is said and no more.
pub(super) fn standard_library(session: &Session) -> Std {
    let is_there = || {
        let sysroot = Program::new("rustc").args(["--print", "sysroot"]).answer()?;
        let source = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.lock");
        source.is_file().then_some(())
    };
    if is_there().is_some() {
        return Std::FromSource;
    }
    let reason = "the engine gets a standard library built for size";
    match with_rustup(session, "rust-src", reason, &["component", "add", "rust-src"]) {
        Ok(()) => Std::FromSource,
        Err(failure) => {
            println!("set-up: the engine will be a tenth larger: {failure}");
            Std::Prebuilt
        }
    }
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
pub(super) fn crates(session: &Session, std: Std) -> Result<(), Failure> {
    let fetch = |line: &str| match std {
        Std::FromSource => wasm::with_source(Program::cargo().line(line)).args(["--target", TARGET]),
        Std::Prebuilt => Program::cargo().line(line),
    };
    let host = || Program::cargo().line("fetch --locked --offline --quiet").answer();
    if fetch("fetch --locked --offline --quiet").answer().is_some() && host().is_some() {
        return Ok(());
    }
    let piece = "the crates of Cargo.lock";
    session.install(piece, "the page is built from them", || {
        let fetched = Program::cargo().line("fetch --locked").run();
        let fetched = fetched.and_then(|()| fetch("fetch --locked").run());
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
