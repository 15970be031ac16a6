//! Text to measure on: written like the bundled pack, never twice the same, and the same for the same seed.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::bundled;

/// Documents, and characters in each: three millions in all.
pub const DOCUMENTS: usize = 1_000;
const LENGTH: usize = 3_000;
/// Terms to link.
pub const TERMS: usize = 2_000;
/// Words to search for.
pub const QUERIES: usize = 100;

/// Documents, terms and queries, as the measuring page reads them.
pub fn corpus() -> Value {
    let pack = bundled::pack();
    let texts: Vec<&str> = pack
        .documents
        .iter()
        .flat_map(|document| document.paragraphs())
        .map(|p| &*p.text.plain)
        .collect();
    let mut chance = Chance(7);
    let writer = Writer::new(texts.concat());
    let documents: Vec<String> = (0..DOCUMENTS).map(|_| writer.document(&mut chance)).collect();
    let queries: Vec<String> = (0..QUERIES).map(|_| query(&documents, &mut chance)).collect();
    json!({ "documents": documents, "terms": terms(&texts), "queries": queries })
}

/// Writes on from a few letters as some place of a model text goes on behind the same two.
struct Writer {
    model: Vec<char>,
    /// Where two letters stand in the model.
    places: BTreeMap<[char; 2], Vec<usize>>,
}

impl Writer {
    fn new(model: String) -> Self {
        let model: Vec<char> = model.chars().collect();
        let mut places: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, pair) in model.windows(2).enumerate() {
            places.entry([pair[0], pair[1]]).or_default().push(at);
        }
        Self { model, places }
    }

    fn document(&self, chance: &mut Chance) -> String {
        let mut at = chance.below(self.model.len() - 1);
        let mut text = String::new();
        for _ in 0..LENGTH {
            text.push(self.model[at]);
            let next = self
                .model
                .get(at..at + 2)
                .map_or(0, |pair| *chance.one_of(&self.places[&[pair[0], pair[1]]]));
            at = (next + 1) % (self.model.len() - 1);
        }
        text
    }
}

/// Two to eight characters that stand somewhere.
fn query(documents: &[String], chance: &mut Chance) -> String {
    loop {
        let text: Vec<char> = chance.one_of(documents).chars().collect();
        let (at, length) = (chance.below(text.len() - 8), 2 + chance.below(7));
        let words: String = text[at..at + length].iter().collect();
        if !words.contains(char::is_whitespace) {
            return words;
        }
    }
}

/// Words of kanji, of katakana and of Latin letters as they stand in the texts; then their beginnings, until there are enough.
fn terms(texts: &[&str]) -> Vec<String> {
    let runs: BTreeSet<&str> = texts.iter().flat_map(|text| runs(text)).collect();
    let beginnings = runs.iter().flat_map(|run| {
        (2..run.chars().count())
            .rev()
            .map(|length| run.chars().take(length).collect())
    });
    let whole = runs.iter().map(|run| (*run).to_owned());
    let mut known = BTreeSet::new();
    whole
        .chain(beginnings)
        .filter(|term: &String| known.insert(term.clone()))
        .take(TERMS)
        .collect()
}

/// The longest runs of one script, two characters and more.
fn runs(text: &str) -> Vec<&str> {
    let script = |letter: char| match letter {
        '一'..='鿿' => 1,
        'ァ'..='ー' => 2,
        'A'..='Z' | 'a'..='z' => 3,
        _ => 0,
    };
    let (mut runs, mut from, mut of) = (Vec::new(), 0, 0);
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        if script(letter) != of {
            let run = &text[from..at];
            if of != 0 && run.chars().count() > 1 {
                runs.push(run);
            }
            (from, of) = (at, script(letter));
        }
    }
    runs
}

/// Numbers without a pattern, the same for the same seed (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((bits ^ (bits >> 31)) % end as u64) as usize
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}
