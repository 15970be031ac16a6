//! `press check`: every problem of a pack, or what is in it.

use std::path::Path;

use super::folder;

/// Prints the problems of the pack in `folder`, or what it holds where there is none.
pub fn run(folder: &Path) -> Result<(), String> {
    let pack = folder::pack(folder)?;
    println!(
        "0 problems: {} documents, {} actors, {} issues, {} statements, {} terms, {} events, {} figures, {} questions, {} differences",
        pack.documents.len(),
        pack.actors.len(),
        pack.issues.len(),
        pack.statements.len(),
        pack.terms.len(),
        pack.events.len(),
        pack.figures.len(),
        pack.questions.len(),
        pack.differences.len(),
    );
    Ok(())
}
