//! The bundled pack, for tests that look at real content.
#![allow(dead_code, reason = "each test target takes what it needs")]

#[path = "../pack/folder.rs"]
pub mod folder;

use std::sync::LazyLock;

use yomikurabe::domain::library::Library;
use yomikurabe::domain::pack::Pack;
use yomikurabe::domain::pack::compile::compile;
use yomikurabe::domain::text::Fold;

/// The bundled pack; it has no problems.
pub fn pack() -> Pack {
    let (pack, problems) = compile(&folder::sources(&folder::bundled()));
    assert!(
        problems.is_empty(),
        "the bundled pack has problems: run `press check assets/packs/ukraine`"
    );
    pack
}

/// The bundled pack with its indexes.
pub fn library() -> &'static Library {
    static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::new(pack(), Fold::native()));
    &LIBRARY
}
