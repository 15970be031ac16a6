//! Packs of the tests as folders in memory.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use yomikurabe::domain::pack::compile::SourceFile;

/// The files of a pack, by path.
pub type Folder = BTreeMap<String, Vec<u8>>;

/// Where the broken packs lie.
pub fn packs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs")
}

/// Every file below a folder.
pub fn read(folder: &Path) -> Folder {
    let mut files = Folder::new();
    let mut open = vec![folder.to_owned()];
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(&at).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).expect("a file below");
            let name = name.to_str().expect("UTF-8").replace('\\', "/");
            files.insert(name, fs::read(&path).expect("a file"));
        }
    }
    files
}

/// The files as the compiler takes them.
pub fn sources(folder: &Folder) -> Vec<SourceFile> {
    let file = |(path, bytes): (&String, &Vec<u8>)| SourceFile {
        path: path.clone(),
        bytes: bytes.clone(),
    };
    folder.iter().map(file).collect()
}

/// The sound pack that the broken ones change.
pub fn base() -> Folder {
    read(&packs().join("base"))
}

/// The pack that the page carries.
pub fn bundled() -> Folder {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/packs/ukraine"))
}
