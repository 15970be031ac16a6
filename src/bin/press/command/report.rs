//! `press report`: the numbers of a pack, and what a person should look at again.

use std::path::Path;

use yomikurabe::domain::library::Library;
use yomikurabe::domain::report::Report;
use yomikurabe::domain::text::Fold;

use super::folder;

/// Prints the report on the pack in `folder`.
pub fn run(folder: &Path) -> Result<(), String> {
    let library = Library::new(folder::pack(folder)?, Fold::native());
    println!("{}", library.pack.title.ja);
    println!();
    print!("{}", Report::new(&library));
    println!("\nAgreement of codings is not part of a pack; its codebook says how far they agreed.");
    Ok(())
}
