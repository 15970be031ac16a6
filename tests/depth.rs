//! The bundled pack is as deep as it says: how much of each kind, nothing without source, reading or use, nothing copied.
#![cfg(not(target_arch = "wasm32"))]

#[path = "bundled/mod.rs"]
mod bundled;

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use unicode_normalization::UnicodeNormalization;
use yomikurabe::domain::pack::{ActorId, FindBySlug, Keyword, Pack, QuestionKind};

use bundled::{library, pack};

/// So many characters in a row, the same as in a source, are copied.
const RUN: usize = 24;

#[track_caller]
fn check_none(what: &str, found: impl Iterator<Item = String>) {
    let found: Vec<String> = found.collect();
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

#[test]
fn there_is_so_much_of_each_kind() {
    let pack = pack();
    for (what, there, least) in [
        ("documents", pack.documents.len(), 5),
        ("terms", pack.terms.len(), 125),
        ("issues", pack.issues.len(), 18),
        ("statements", pack.statements.len(), 190),
        ("events", pack.events.len(), 41),
        ("figures", pack.figures.len(), 41),
        ("differences", pack.differences.len(), 28),
        ("questions", pack.questions.len(), 130),
    ] {
        assert!(there >= least, "{there} {what}, at least {least} wanted");
    }
}

#[test]
fn questions_are_asked_of_every_kind_document_and_issue() {
    let pack = pack();
    let asked: HashSet<QuestionKind> = pack.questions.iter().map(|question| question.kind).collect();
    assert_eq!(asked.len(), QuestionKind::WORDS.len(), "a kind without a question");
    let of = |document| {
        pack.questions
            .iter()
            .filter(|question| question.cite.document == document)
            .count()
    };
    check_none(
        "documents with fewer than ten questions",
        pack.documents()
            .filter(|id| of(*id) < 10)
            .map(|id| id.slug(&pack).to_owned()),
    );
    let on = |issue| pack.questions.iter().any(|question| question.issue == Some(issue));
    check_none(
        "issues without a question",
        pack.issues().filter(|id| !on(*id)).map(|id| id.slug(&pack).to_owned()),
    );
}

#[test]
fn nothing_is_without_source_reading_or_use() {
    let (pack, library) = (pack(), library());
    check_none(
        "statements without a cue",
        pack.statements
            .iter()
            .filter(|said| said.cue.trim().is_empty())
            .map(|said| said.slug.clone()),
    );
    check_none(
        "terms whose reading is not kana",
        pack.terms
            .iter()
            .filter(|term| !is_read(&term.headword, &term.reading))
            .map(|term| term.headword.clone()),
    );
    check_none(
        "figures without English",
        pack.figures
            .iter()
            .filter(|figure| figure.english.is_none())
            .map(|figure| figure.slug.clone()),
    );
    check_none(
        "terms that occur in no document",
        pack.terms()
            .filter(|id| library.occurrences.of(*id).is_empty())
            .map(|id| id.slug(&pack).to_owned()),
    );
    let used = used_actors(&pack);
    check_none(
        "actors without a part",
        pack.actors()
            .filter(|id| !used.contains(id))
            .map(|id| id.slug(&pack).to_owned()),
    );
}

/// A headword with kanji has a reading, and that is kana.
fn is_read(headword: &str, reading: &str) -> bool {
    let kana = |letter: char| matches!(letter, '\u{3040}'..='\u{30ff}' | ' ' | '（' | '）');
    let kanji = headword.chars().any(|letter| matches!(letter, '\u{4e00}'..='\u{9fff}'));
    !kanji
        || !reading.is_empty()
            && reading
                .chars()
                .all(|letter| kana(letter) || letter.is_ascii_alphanumeric())
}

/// Those that speak, are spoken for, report, or are the side of one that does.
fn used_actors(pack: &Pack) -> HashSet<ActorId> {
    let named = pack
        .statements
        .iter()
        .flat_map(|said| [Some(said.actor), said.speaker, said.reporter]);
    let named: HashSet<ActorId> = named.flatten().collect();
    let sides: Vec<ActorId> = named.iter().map(|actor| pack[*actor].side).collect();
    named.into_iter().chain(sides).collect()
}

#[test]
fn nothing_outside_titles_and_quotes_is_copied() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let Ok(sources) = fs::read_dir(&sources) else {
        println!("passed over: there is no ../shared/corpus");
        return;
    };
    let texts = sources.map(|file| fs::read_to_string(file.expect("a file").path()).expect("text"));
    let runs: HashSet<String> = texts.flat_map(|text| windows(&folded(&text))).collect();
    let files = bundled::folder::bundled();
    let lines = files.iter().flat_map(|(path, bytes)| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines
            .into_iter()
            .enumerate()
            .map(move |(at, line)| (format!("{path}:{}", at + 1), line))
    });
    let own = lines.filter(|(_, line)| !line.trim_start().starts_with("title"));
    check_none(
        "wording of a source",
        own.flat_map(|(place, line)| {
            let found = windows(&folded(&unquoted(&line)))
                .into_iter()
                .find(|run| runs.contains(run));
            found.map(|run| format!("{place}: {run}"))
        }),
    );
}

/// As `tools/overlap.py` compares: NFKC, without white space and ruby.
fn folded(text: &str) -> Vec<char> {
    let mut reading = false;
    let kept = text.chars().filter(|letter| {
        match letter {
            '《' => reading = true,
            '》' => {
                reading = false;
                return false;
            }
            _ => {}
        }
        !reading && *letter != '｜' && !letter.is_whitespace()
    });
    kept.nfkc().collect()
}

/// The text with a mark in the place of all that is quoted.
fn unquoted(text: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::new();
    for letter in text.chars() {
        match letter {
            '「' | '『' | '“' => depth += 1,
            '」' | '』' | '”' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(letter),
            _ => {}
        }
        if depth == 1 {
            kept.push('\0');
        }
    }
    kept
}

fn windows(text: &[char]) -> Vec<String> {
    text.windows(RUN).map(|run| run.iter().collect()).collect()
}
