//! Right spellings of a key that is typed.

use super::context::{Context, surfaces};

/// The headword, reading and forms of the glossary entry that has the key as a form. Left out are those that are also an
/// option's words, and those with other numbers than the key (72時間以内 is no other spelling of 3段階の反撃体制).
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
        .filter(|words| *words != key && same_numbers(words, key) && !wrong.contains(&ctx.fold(words)))
        .map(str::to_owned)
        .collect()
}

/// Whether two forms have the same digits; of a reading, which has none, that is not asked.
pub fn same_numbers(one: &str, other: &str) -> bool {
    let kana = |words: &str| words.chars().all(|letter| matches!(letter, 'ぁ'..='ゖ' | 'ー'));
    let digits = |words: &str| {
        words
            .chars()
            .filter(|letter| matches!(letter, '0'..='9' | '０'..='９'))
            .collect::<String>()
    };
    kana(one) || kana(other) || digits(one) == digits(other)
}
