//! How the engine is compiled for the browser: what cargo and the compiler are told besides the profile in `Cargo.toml`.
//!
//! The reasons and the figures are in `docs/adr/0014-engine-size.md`.

use std::path::PathBuf;
use std::{env, fs};

use crate::process::{Program, repository};

/// Where the engine's standard library comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Std {
    /// Built with the engine, for size; needs the toolchain's component rust-src.
    FromSource,
    /// As the toolchain brings it: the engine is a tenth larger.
    Prebuilt,
}

/// Cargo reads its unstable settings from the environment, and these switch them on in a stable toolchain. The hook of
/// `Trunk.toml` takes them away again, for a tool that runs on this machine.
const FROM_SOURCE: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

/// A panic stops the program without a message: nothing in the page could show one, and their texts and places are a
/// twentieth of the wasm.
const WITHOUT_MESSAGES: &str = " -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// `program` builds for wasm, itself or through a cargo that it starts.
pub(crate) fn building(program: Program, std: Std) -> Program {
    let flags = common_flags();
    match std {
        Std::Prebuilt => told(program, &flags),
        Std::FromSource => told(with_source(program), &(flags + WITHOUT_MESSAGES)),
    }
}

/// `program` is a cargo that counts the standard library's crates among those it is about to fetch or build.
pub(crate) fn with_source(program: Program) -> Program {
    let add = |program: Program, (name, value): (&str, &str)| program.env(name, value);
    FROM_SOURCE.into_iter().fold(program, add)
}

fn told(program: Program, flags: &str) -> Program {
    program.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags)
}

/// What `.cargo/config.toml` says, and to leave the folders of this machine out of the messages in the wasm. Nobody needs
/// them there, and they cost bytes.
fn common_flags() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .unwrap_or_default();
    let registries = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    let folders = registries.map(|entry| entry.path()).chain([repository()]);
    let named = folders.filter(|folder| !folder.to_string_lossy().contains(' '));
    let flags = named.map(|folder| format!(" --remap-path-prefix={}=.", folder.display()));
    flags.fold("-C target-feature=+simd128".to_owned(), |line, flag| line + &flag)
}
