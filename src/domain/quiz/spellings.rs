//! Right spellings of a key that is typed.

use super::context::{Context, surfaces};

/// The headword, reading and forms of the glossary entry that has the key as a form; those that are also an option's
/// words are left out.
#[must_use]
pub fn spellings(ctx: &Context, key: &str, options: &[String]) -> Vec<String> {
    let folded = ctx.fold(key);
    let entry = ctx.pack.terms().find(|term| ctx.surfaces(*term).contains(&folded));
    let Some(entry) = entry.map(|term| &ctx.pack[term]) else {
        return Vec::new();
    };
    let wrong: Vec<String> = options
        .iter()
        .map(|option| ctx.fold(option))
        .filter(|option| *option != folded)
        .collect();
    surfaces(entry)
        .chain([entry.reading.as_str()])
        .filter(|words| *words != key && !wrong.contains(&ctx.fold(words)))
        .map(str::to_owned)
        .collect()
}
