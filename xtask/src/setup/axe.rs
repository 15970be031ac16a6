//! axe-core, the accessibility checker, which comes through npm as one script.

use std::fs;
use std::path::{Path, PathBuf};

use super::cache;
use super::packages::{self, SystemPiece};
use super::session::Session;
use crate::failure::Failure;
use crate::process::{Program, on_path};

const VERSION: &str = "4.14.1";

/// Finds `axe.min.js` in the cache or installs it there; gives its path. The variable
/// AXE names a file of one's own.
pub(super) fn obtain(session: &Session) -> Result<PathBuf, Failure> {
    let folder = cache::folder("axe-core", VERSION)?;
    let cached = folder.join("node_modules/axe-core/axe.min.js");
    let own = std::env::var_os("AXE").map(PathBuf::from);
    if let Some(script) = own.into_iter().chain([cached.clone()]).find(|script| is_right(script)) {
        return Ok(script);
    }
    if on_path("npm").is_none() {
        let reason = "axe-core comes through it";
        packages::install(session, SystemPiece::Npm, "npm", reason, "there is none on the PATH")?;
    }
    let reason = "the tests check the accessibility of every view with it";
    session.install(&format!("axe-core {VERSION}"), reason, || {
        fetch(&folder).map_err(|failure| missing(&failure.to_string()))?;
        if is_right(&cached) {
            return Ok(());
        }
        Err(missing(&format!("{} is not that version", cached.display())))
    })?;
    Ok(cached)
}

fn is_right(script: &Path) -> bool {
    let text = fs::read_to_string(script).unwrap_or_default();
    text.starts_with(&format!("/*! axe v{VERSION}\n"))
}

fn fetch(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| Failure::Step {
        step: format!("making the folder {}", folder.display()),
        cause: error.to_string(),
    })?;
    Program::new("npm")
        .line("install --no-save --ignore-scripts --no-audit --no-fund --loglevel=error")
        .args(["--prefix".as_ref(), folder])
        .args([format!("axe-core@{VERSION}")])
        .in_folder(folder)
        .run()
}

fn missing(cause: &str) -> Failure {
    Failure::Missing {
        piece: format!("axe-core {VERSION}"),
        cause: cause.into(),
        get_it: format!("npm install axe-core@{VERSION}, then AXE=$PWD/node_modules/axe-core/axe.min.js"),
    }
}
