//! The report on a pack: a small one whole, and of the bundled one that no line of it is impossible.

use std::collections::BTreeSet;
use std::{env, fs};

use yomikurabe::domain::library::Library;
use yomikurabe::domain::pack::Pack;
use yomikurabe::domain::pack::compile::compile;
use yomikurabe::domain::report::{Report, Section};
use yomikurabe::domain::text::Fold;

use crate::folder::{Folder, base, bundled, sources};

fn report(folder: &Folder) -> (Pack, Report) {
    let (pack, problems) = compile(&sources(folder));
    assert!(problems.is_empty());
    let library = Library::new(pack.clone(), Fold::native());
    (pack, Report::new(&library))
}

/// `UPDATE=1 cargo test --test pack` writes the page; read it before you keep it.
#[test]
fn the_page_of_a_small_pack() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pack/report.txt");
    let page = report(&base()).1.to_string();
    if env::var_os("UPDATE").is_some() {
        fs::write(path, &page).expect("a writable folder");
    }
    assert_eq!(page, fs::read_to_string(path).expect("a page"));
}

/// The sum of a column.
#[track_caller]
fn sum(report: &Report, title: &str, column: &str) -> usize {
    let section: &Section = report
        .numbers
        .iter()
        .find(|section| section.title == title)
        .expect(title);
    let at = section.columns.iter().position(|name| *name == column).expect(column);
    section.rows.iter().map(|(_, values)| values[at]).sum()
}

#[test]
fn every_way_of_counting_gives_the_same() {
    let (pack, report) = report(&bundled());
    let differences = pack.differences.iter().filter(|told| told.issue.is_some()).count();
    let tellings: usize = pack.differences.iter().map(|told| told.tellings.len()).sum();
    let says: usize = pack.terms.iter().map(|term| term.says.len()).sum();
    for (title, column, expected) in [
        ("By document", "statements", pack.statements.len()),
        ("By document", "events", pack.events.len()),
        ("By document", "figures", pack.figures.len()),
        ("By document", "questions", pack.questions.len()),
        ("By document", "tellings", tellings),
        ("By issue", "statements", pack.statements.len()),
        ("By issue", "differences", differences),
        ("Statements by stance, document", "all", pack.statements.len()),
        ("Statements by attribution, document", "all", pack.statements.len()),
        ("Terms by kind", "n", pack.terms.len()),
        ("Sentences of definitions", "n", says),
        ("Events by status", "n", pack.events.len()),
        ("Questions by kind", "n", pack.questions.len()),
    ] {
        assert_eq!(sum(&report, title, column), expected, "{title}, {column}");
    }
}

#[test]
fn no_line_is_impossible() {
    let (pack, report) = report(&bundled());
    for section in &report.numbers {
        for (name, values) in &section.rows {
            assert_eq!(values.len(), section.columns.len(), "{}: {name}", section.title);
        }
    }
    let issues = report
        .numbers
        .iter()
        .find(|section| section.title == "By issue")
        .expect("issues");
    for (name, values) in &issues.rows {
        let [statements, documents, actors, ..] = values[..] else {
            panic!("{name}");
        };
        assert!((1..=pack.documents.len()).contains(&documents), "{name}");
        assert!((1..=statements).contains(&actors) && documents <= statements, "{name}");
    }
    for finding in &report.again {
        let once: BTreeSet<&String> = finding.items.iter().collect();
        assert!(once.iter().all(|item| !item.is_empty()), "{}", finding.what);
        let is_of_places = finding.what.starts_with("places");
        assert!(is_of_places || once.len() == finding.items.len(), "{}", finding.what);
    }
}

/// What the content guide asks for of the bundled pack.
#[test]
fn what_must_not_be_there_is_not() {
    let (_, report) = report(&bundled());
    for what in [
        "statements whose quoted words are long",
        "terms that occur in no document",
    ] {
        let finding = report.again.iter().find(|finding| finding.what == what).expect(what);
        assert!(finding.items.is_empty(), "{finding}");
    }
}
