//! Reads folders from the disk.

use std::fs;
use std::path::Path;

use yomikurabe::domain::pack::Pack;
use yomikurabe::domain::pack::compile::{SourceFile, compile};
use yomikurabe::domain::pack::limits;

/// Every file below `folder`, by path; symbolic links are passed over.
pub fn files(folder: &Path) -> Result<Vec<SourceFile>, String> {
    let mut files = Vec::new();
    collect(folder, "", &mut files)?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<SourceFile>) -> Result<(), String> {
    let fail = |error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(fail)? {
        let entry = entry.map_err(fail)?;
        let (kind, name) = (entry.file_type().map_err(fail)?, entry.file_name());
        let path = format!("{prefix}{}", name.to_string_lossy());
        if kind.is_dir() && prefix.matches('/').count() <= limits::FOLDERS {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else if kind.is_file() {
            let bytes = fs::read(entry.path()).map_err(fail)?;
            files.push(SourceFile { path, bytes });
        }
    }
    Ok(())
}

/// The pack of a folder. Its problems are printed, and any of them is a failure.
pub fn pack(folder: &Path) -> Result<Pack, String> {
    let (pack, problems) = compile(&files(folder)?);
    for problem in &problems {
        println!("{problem}");
    }
    match problems.len() {
        0 => Ok(pack),
        1 => Err("1 problem".to_owned()),
        count => Err(format!("{count} problems")),
    }
}
