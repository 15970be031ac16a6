//! The bundled pack, and its generated items under many seeds.

#[path = "../bundled/mod.rs"]
mod pack;

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::LazyLock;

use yomikurabe::domain::pack::Pack;
use yomikurabe::domain::quiz::kinds::ALL;
use yomikurabe::domain::quiz::{Context, Item};
use yomikurabe::domain::text::Fold;

/// How many seeds are tried.
pub const SEEDS: u64 = 200;
const THREADS: u64 = 4;

/// The bundled pack.
pub static PACK: LazyLock<Pack> = LazyLock::new(pack::pack);

/// A folding that remembers, since the same words come back under every seed.
pub fn remembering() -> impl Fn(&str) -> String {
    let known: RefCell<HashMap<String, String>> = RefCell::default();
    move |words| {
        if let Some(folded) = known.borrow().get(words) {
            return folded.clone();
        }
        let folded = Fold::native().answer(words);
        known.borrow_mut().insert(words.to_owned(), folded.clone());
        folded
    }
}

/// Runs the check under each seed, in a few threads, and gives the results by seed.
pub fn under_every_seed<T: Send>(check: impl Fn(&Context, u64) -> T + Sync) -> Vec<T> {
    let run = |first: u64| {
        let fold = remembering();
        let ctx = Context::new(&PACK, &fold);
        (first..SEEDS)
            .step_by(THREADS as usize)
            .map(|seed| (seed, check(&ctx, seed)))
            .collect::<Vec<_>>()
    };
    let run = &run;
    let mut results: Vec<(u64, T)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS).map(|first| scope.spawn(move || run(first))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    results.sort_by_key(|(seed, _)| *seed);
    results.into_iter().map(|(_, result)| result).collect()
}

/// All items that the generators make of the pack under a seed.
pub fn generated(ctx: &Context, seed: u64) -> Vec<(&'static str, Item)> {
    let items = ALL.iter().flat_map(|generator| {
        let subjects = generator.subjects(ctx.pack).into_iter();
        subjects.filter_map(move |subject| Some((generator.name, generator.item(ctx, subject, seed)?)))
    });
    items.collect()
}
