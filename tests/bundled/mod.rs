//! The bundled pack, for tests that look at real content.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use yomikurabe::domain::library::Library;
use yomikurabe::domain::pack::Pack;
use yomikurabe::domain::pack::compile::{Problem, SourceFile, compile};
use yomikurabe::domain::text::Fold;

/// The files of a pack's folder, as the compiler takes them.
pub fn files(folder: &Path) -> Vec<SourceFile> {
    let mut paths = Vec::new();
    collect(folder, &mut paths);
    paths.sort();
    let file = |path: &PathBuf| SourceFile {
        path: path
            .strip_prefix(folder)
            .expect("below it")
            .to_string_lossy()
            .replace('\\', "/"),
        bytes: std::fs::read(path).expect("a readable file"),
    };
    paths.iter().map(file).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, paths)
        } else {
            paths.push(path)
        }
    }
}

/// The bundled pack and what the compiler says of it.
pub fn compiled() -> (Pack, Vec<Problem>) {
    compile(&files(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/packs/ukraine"),
    ))
}

/// The bundled pack with its indexes.
#[allow(dead_code, reason = "not every test that uses this module needs the indexes")]
pub fn library() -> Rc<Library> {
    Rc::new(Library::new(compiled().0, Fold::native()))
}
