//! An item's id means one answer for ever: a learner's log knows items by their ids, and what was learnt of one answer must never
//! count for another. `tests/quiz/keys.txt` holds a hash of each answer beside its id; `UPDATE=1` adds ids that are new, and never
//! changes or takes away one that is there.
//!
//! Where this fails, the thing that is asked about (question, statement, figure, …) gets a new id. Where only the spelling of the
//! answer was mended, its line in the file is changed by hand. An edit of a stem, a reason, a distractor changes nothing here.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use yomikurabe::domain::pack::QuestionId;
use yomikurabe::domain::quiz::{Context, Item, written};

use crate::bundled::{PACK, generated, remembering};

/// Seeds that are tried: an answer that depends on the seed (true or false, an order of drawn events) is not the item's.
const SEEDS: u64 = 4;
/// Whose answer is a whole sentence, which may be worded better.
const PROSE: &str = "gloss";

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/quiz/keys.txt")
}

/// FNV-1a of 32 bits over the parts of the answer, whatever their order on the screen.
fn hash(item: &Item) -> String {
    let text = item.task.solution().join("\n");
    let hash = text.bytes().fold(0x811C_9DC5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("{hash:08x}")
}

/// The answer to each item, where all seeds agree.
fn answers() -> BTreeMap<String, String> {
    let fold = remembering();
    let ctx = Context::new(&PACK, &fold);
    let mut answers: BTreeMap<String, Option<String>> = BTreeMap::new();
    for seed in 0..SEEDS {
        let asked = (0..PACK.questions.len() as u16).map(|number| written(&ctx, QuestionId(number), seed));
        let made = generated(&ctx, seed).into_iter();
        let made = made.filter(|(name, _)| *name != PROSE).map(|(_, item)| item);
        for item in asked.chain(made) {
            let answer = Some(hash(&item));
            let known = answers.entry(item.id.0).or_insert_with(|| answer.clone());
            if *known != answer {
                *known = None;
            }
        }
    }
    let same = |(id, answer): (String, Option<String>)| Some((id, answer?));
    answers.into_iter().filter_map(same).collect()
}

#[test]
fn an_id_never_means_another_answer() {
    let answers = answers();
    let text = fs::read_to_string(file()).unwrap_or_default();
    let lines = text.lines().filter_map(|line| line.split_once(' '));
    let mut frozen: BTreeMap<String, String> = lines.map(|(id, hash)| (id.to_owned(), hash.to_owned())).collect();
    let changed = answers
        .iter()
        .filter(|(id, answer)| frozen.get(*id).is_some_and(|frozen| frozen != *answer));
    let changed: Vec<&String> = changed.map(|(id, _)| id).collect();
    assert!(
        changed.is_empty(),
        "other answers than before, so that they need other ids: {changed:?}"
    );
    if std::env::var_os("UPDATE").is_some() {
        for (id, answer) in &answers {
            frozen.entry(id.clone()).or_insert_with(|| answer.clone());
        }
        let lines: Vec<String> = frozen.iter().map(|(id, hash)| format!("{id} {hash}\n")).collect();
        fs::write(file(), lines.concat()).unwrap();
    }
    let new: Vec<&String> = answers.keys().filter(|id| !frozen.contains_key(*id)).collect();
    assert!(new.is_empty(), "not frozen yet, which UPDATE=1 does: {new:?}");
}
