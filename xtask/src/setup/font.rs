//! A font that has Japanese: without one, pictures show boxes and layouts are measured wrong.

use super::packages::{self, SystemPiece};
use super::session::Session;
use crate::failure::Failure;
use crate::process::Program;

const PIECE: &str = "a Japanese font";

/// Finds a font or installs one. macOS and Windows always have one.
pub(super) fn obtain(session: &Session) -> Result<(), Failure> {
    if cfg!(not(target_os = "linux")) || is_there() {
        return Ok(());
    }
    let reason = "the browser measures and draws Japanese text";
    let found = "`fc-list :lang=ja` lists none";
    packages::install(session, SystemPiece::JapaneseFont, PIECE, reason, found)?;
    if is_there() {
        Ok(())
    } else {
        Err(packages::missing(SystemPiece::JapaneseFont, PIECE, found))
    }
}

fn is_there() -> bool {
    let list = Program::new("fc-list").args([":lang=ja", "family"]).answer();
    list.is_some_and(|families| !families.trim().is_empty())
}
