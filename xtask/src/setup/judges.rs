//! Programs of others that judge the page and the downloads, by Node, Java and Python: see `tests/judges`.

use std::fs;
use std::io;
use std::path::Path;

use super::packages::{self, SystemPiece};
use super::session::Session;
use crate::failure::Failure;
use crate::process::{Program, on_path};

/// What [`programs`] does, and what else the judges run on.
pub(super) fn obtain(session: &Session, from: &Path, folder: &Path) -> Result<(), Failure> {
    system_piece(session, "java", SystemPiece::Java, "the checker of HTML runs on it")?;
    programs(session, from, folder)?;
    python(session, from, folder)
}

/// Copies the judges from `from` into `folder` and installs there the programs that their lock file names.
pub(super) fn programs(session: &Session, from: &Path, folder: &Path) -> Result<(), Failure> {
    system_piece(
        session,
        "npm",
        SystemPiece::Npm,
        "the judges of the page come through it",
    )?;
    copy(from, folder).map_err(|error| Failure::Step {
        step: format!("copying {} to {}", from.display(), folder.display()),
        cause: error.to_string(),
    })?;
    named_by_the_lock_file(session, from, folder)
}

fn system_piece(session: &Session, program: &str, piece: SystemPiece, reason: &str) -> Result<(), Failure> {
    match on_path(program) {
        Some(_) => Ok(()),
        None => packages::install(session, piece, program, reason, "there is none on the PATH"),
    }
}

/// Where the Python of the judges is, below their folder.
pub(super) const PYTHON: &str = if cfg!(windows) {
    "python/Scripts/python.exe"
} else {
    "python/bin/python"
};

/// Anki's library, the reader of XSDs and the record store, in a Python of its own.
fn python(session: &Session, from: &Path, folder: &Path) -> Result<(), Failure> {
    let (names, done) = (from.join("requirements.txt"), folder.join("python/done"));
    if is_newer(&done, &names) {
        return Ok(());
    }
    let reason = "Anki's own library reads the deck of the downloads";
    session.install(&format!("what {} names", names.display()), reason, || {
        let made = Program::new("python3").line("-m venv --clear python");
        made.in_folder(folder).run()?;
        let pip = Program::new(folder.join(PYTHON)).line("-m pip install --quiet --requirement");
        pip.args([&names]).run()?;
        fs::write(&done, "").map_err(|error| Failure::Step {
            step: format!("writing {}", done.display()),
            cause: error.to_string(),
        })
    })
}

fn named_by_the_lock_file(session: &Session, from: &Path, folder: &Path) -> Result<(), Failure> {
    let lock = folder.join("package-lock.json");
    if is_newer(
        &folder.join("node_modules/.package-lock.json"),
        &from.join("package-lock.json"),
    ) {
        return Ok(());
    }
    let reason = "they judge HTML, policy, speed and accessibility, and are what the page is held beside";
    session.install(&format!("what {} names", lock.display()), reason, || {
        let npm = Program::new("npm").line("ci --ignore-scripts --no-audit --no-fund --loglevel=error");
        npm.in_folder(folder).run()
    })
}

fn copy(from: &Path, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for file in fs::read_dir(from)? {
        let file = file?;
        if file.file_type()?.is_file() {
            fs::copy(file.path(), folder.join(file.file_name()))?;
        }
    }
    Ok(())
}

fn is_newer(file: &Path, than: &Path) -> bool {
    let time = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).ok();
    time(file).is_some_and(|made| Some(made) >= time(than))
}
