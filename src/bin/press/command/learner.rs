//! The second module, which is loaded when the learner asks for it: its files get names that change with what is in them.

use std::fs;
use std::path::Path;

use super::offline::hash;

/// As Trunk names them.
const GLUE: &str = "learner.js";
const PROGRAM: &str = "learner_bg.wasm";
/// What the glue does as soon as it is loaded.
const READY: &str = "\nexport const ready = __wbg_init();\n";

/// The files of the second module, by their names in the page's folder.
pub struct Learner {
    /// The script that loads the program.
    pub glue: String,
    /// The program.
    pub program: String,
}

/// Renames the files that Trunk has written and lets the script load its program by the new name.
pub fn rename(page: &Path) -> Result<Learner, String> {
    let fail = |name: &str, error: std::io::Error| format!("{name}: {error}");
    let glue = fs::read_to_string(page.join(GLUE)).map_err(|error| fail(GLUE, error))?;
    let program = fs::read(page.join(PROGRAM)).map_err(|error| fail(PROGRAM, error))?;
    let named = Learner::of(&glue, &program);
    let glue = glue.replace(PROGRAM, &named.program) + READY;
    fs::write(page.join(&named.glue), glue).map_err(|error| fail(&named.glue, error))?;
    fs::rename(page.join(PROGRAM), page.join(&named.program)).map_err(|error| fail(PROGRAM, error))?;
    fs::remove_file(page.join(GLUE)).map_err(|error| fail(GLUE, error))?;
    Ok(named)
}

/// Whether a file is one of the second module.
pub fn is_learner(path: &str) -> bool {
    path.starts_with("learner-")
}

impl Learner {
    /// The names that files with this in them have.
    fn of(glue: &str, program: &[u8]) -> Self {
        let both = [hash(glue.as_bytes()), hash(program)].concat();
        let name = &hash(both.as_bytes())[..16];
        Self {
            glue: format!("learner-{name}.js"),
            program: format!("learner-{name}_bg.wasm"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_files_change_their_names_with_either() {
        let first = Learner::of("a", b"b");
        assert!(is_learner(&first.glue) && is_learner(&first.program));
        for other in [Learner::of("c", b"b"), Learner::of("a", b"c")] {
            assert!(other.glue != first.glue && other.program != first.program);
        }
    }

    #[test]
    fn the_script_loads_its_program_by_the_new_name() {
        let folder = std::env::temp_dir().join(format!("yomikurabe-learner-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder can be made");
        fs::write(folder.join(GLUE), "new URL('learner_bg.wasm')").expect("a file can be written");
        fs::write(folder.join(PROGRAM), b"program").expect("a file can be written");
        let named = rename(&folder).expect("both are there");
        let glue = fs::read_to_string(folder.join(&named.glue)).expect("it is there");
        assert!(glue.contains(&named.program) && glue.ends_with(READY), "{glue}");
        assert!(folder.join(&named.program).exists() && !folder.join(PROGRAM).exists());
        assert!(rename(&folder).is_err_and(|error| error.contains(GLUE)));
        fs::remove_dir_all(folder).expect("the folder can be removed");
    }
}
