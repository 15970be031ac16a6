//! Precision and recall of the linked terms over texts marked by hand (`tests/gold/README.md`).

mod bundled;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use yomikurabe::domain::glossary::Linker;
use yomikurabe::domain::pack::{FindBySlug, Pack, TermId};
use yomikurabe::domain::text::{Fold, RubyText, Span};

/// What both precision and recall must reach.
const ENOUGH: f64 = 0.99;
/// How many characters the list must have.
const CHARACTERS: usize = 6000;

/// Spans of one paragraph and the terms they are marked with.
type Marks = BTreeSet<(Span, TermId)>;

/// How the spans found agree with the spans marked.
#[derive(Default)]
struct Agreement {
    characters: usize,
    right: usize,
    /// Found, not marked.
    false_finds: usize,
    /// Marked, not found.
    missed: usize,
    errors: String,
}

#[test]
fn terms_are_found_as_a_reader_finds_them() {
    let pack = bundled::pack();
    let linker = Linker::new(&pack.terms, Fold::native());
    let mut agreement = Agreement::default();
    for (name, text) in texts() {
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let place = format!("{name}:{}", at + 1);
            agreement.compare(&pack, &linker, &place, line);
        }
    }
    println!("{}{}", agreement.errors, agreement.summary());
    assert!(agreement.characters >= CHARACTERS);
    assert!(agreement.precision() >= ENOUGH && agreement.recall() >= ENOUGH);
}

/// The texts of the list by file name.
fn texts() -> Vec<(String, String)> {
    let files = bundled::folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold"));
    let texts = files.into_iter().filter(|(name, _)| name.ends_with(".txt"));
    texts
        .map(|(name, bytes)| (name, String::from_utf8(bytes).expect("UTF-8")))
        .collect()
}

impl Agreement {
    fn compare(&mut self, pack: &Pack, linker: &Linker, place: &str, line: &str) {
        let (RubyText { plain, rubies }, marked) = read(pack, place, line);
        let found: Marks = linker
            .link(&plain, &rubies)
            .iter()
            .map(|link| (link.span, link.term))
            .collect();
        self.characters += plain.chars().count();
        self.right += found.intersection(&marked).count();
        self.false_finds += found.difference(&marked).count();
        self.missed += marked.difference(&found).count();
        let mut list = |what: &str, marks: Vec<&(Span, TermId)>| {
            for (span, term) in marks {
                let (before, words, after) = span.in_context(&plain, 6);
                let slug = term.slug(pack);
                let _ = writeln!(self.errors, "{place}: {what} {before}[{words}]{after} {slug}");
            }
        };
        list("found, not marked:", found.difference(&marked).collect());
        list("marked, not found:", marked.difference(&found).collect());
    }

    fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.false_finds) as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / (self.right + self.missed) as f64
    }

    fn summary(&self) -> String {
        let Self {
            characters,
            right,
            false_finds,
            missed,
            ..
        } = self;
        let (precision, recall) = (self.precision(), self.recall());
        format!(
            "{characters} characters, {} spans marked: precision {precision:.4}, recall {recall:.4} \
             ({right} right, {false_finds} false, {missed} missed)",
            right + missed
        )
    }
}

/// A line in the list's notation: its text and the spans marked in it.
fn read(pack: &Pack, place: &str, line: &str) -> (RubyText, Marks) {
    let mut notation = String::new();
    let mut marks = Vec::new();
    let mut rest = line;
    while let Some((before, marked)) = rest.split_once("[[") {
        notation.push_str(before);
        let (mark, after) = marked
            .split_once("]]")
            .unwrap_or_else(|| panic!("{place}: [[ without ]]"));
        let (surface, slug) = mark
            .rsplit_once('|')
            .unwrap_or_else(|| panic!("{place}: no | in {mark}"));
        let term = TermId::find(pack, slug).unwrap_or_else(|| panic!("{place}: there is no term {slug}"));
        let start = notation.len();
        notation.push_str(surface);
        marks.push((start, notation.len(), term));
        rest = after;
    }
    notation.push_str(rest);
    let (text, faults) = RubyText::parse(&notation);
    assert_eq!(faults, [], "{place}");
    // What stands before a mark is as long as it is read alone.
    let plain = |at: usize| RubyText::parse(&notation[..at]).0.plain.len();
    let spans = marks
        .iter()
        .map(|&(start, end, term)| (Span::new(plain(start), plain(end)), term));
    let marks = spans.collect();
    (text, marks)
}
