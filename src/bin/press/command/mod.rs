//! The commands of `press`.

mod check;
mod downloads;
mod embed;
mod folder;
mod icon;
mod learner;
mod offline;
mod packed;
mod page;
mod report;
mod shrink;
mod single;
mod sizes;
mod styles;
mod views;

use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
press check PACK_FOLDER              prints every problem of a pack
press report PACK_FOLDER             prints its numbers, and what a person should look at again
press page PACK_FOLDER PAGE_FOLDER   draws the pack into index.html and writes its data beside it, shrinks the built
                                     files, and makes of them the single file yomikurabe.html and a version that
                                     works offline
press downloads PACK_FOLDER PAGE_FOLDER [ADDRESS]
                                     makes what is taken into other programs, with links to the page at ADDRESS
press offline PAGE_FOLDER            makes a finished page whose files were changed another version
press sizes PAGE_FOLDER PACK_FOLDER  prints the sizes of the built files and compares them with the budgets";

/// Runs the command that the arguments name. Fails on problems, on a broken budget and on files it cannot read.
pub fn run(arguments: Vec<String>) -> ExitCode {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words[..] {
        ["check", pack] => check::run(Path::new(pack)),
        ["report", pack] => report::run(Path::new(pack)),
        ["page", pack, page] => page::run(Path::new(pack), Path::new(page)),
        ["downloads", pack, page] => downloads::run(Path::new(pack), Path::new(page), None),
        ["downloads", pack, page, home] => downloads::run(Path::new(pack), Path::new(page), Some(home)),
        ["offline", page] => offline::run(Path::new(page)),
        ["sizes", page, pack] => sizes::run(Path::new(page), Path::new(pack)),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
