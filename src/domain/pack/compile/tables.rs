//! The TOML files of a pack as rows, sorted by the kind of their table.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::Fault;
use super::row::{Row, nearest_or, quoted};
use super::source::{Sink, Source};
use crate::domain::pack::limits;

/// The tables that a file may hold.
pub(super) const KINDS: [&str; 8] = [
    "actor",
    "issue",
    "statement",
    "term",
    "event",
    "figure",
    "question",
    "difference",
];

/// How often a file is mended and read again, so that one slip does not hide what follows it.
const ROUNDS: usize = 50;

/// A TOML file whose syntax faults are reported and blanked out.
pub(super) struct Parsed<'t> {
    source: Source<'t>,
    /// Lines that hold a syntax fault.
    broken: BTreeSet<u32>,
}

impl<'t> Parsed<'t> {
    /// Reports the syntax faults of `source` and blanks their lines into `room`.
    pub fn new(source: &Source<'t>, room: &'t mut String, sink: &Sink) -> Self {
        room.push_str(source.text);
        let mut broken = BTreeSet::new();
        for _ in 0..ROUNDS {
            let (_, errors) = DeTable::parse_recoverable(room);
            let mut lines = BTreeSet::new();
            for error in errors {
                let line = source.line(error.span().map_or(0, |span| span.start));
                if broken.insert(line) {
                    let message = error.message().to_owned();
                    sink.report(source.path, line, Fault::Toml { message });
                    lines.insert(line);
                }
            }
            if lines.is_empty() {
                break;
            }
            let lines = lines.iter().map(|line| line - source.line(0)).collect();
            *room = blank(room, &lines);
        }
        let source = source.with_text(room);
        Self { source, broken }
    }

    /// The whole file as one table.
    pub fn table(&'t self) -> Spanned<DeTable<'t>> {
        DeTable::parse_recoverable(self.source.text).0
    }

    pub fn source(&'t self) -> &'t Source<'t> {
        &self.source
    }

    pub fn is_broken(&self) -> bool {
        !self.broken.is_empty()
    }

    /// Whether a syntax fault stands on one of these lines.
    fn breaks(&self, from: u32, to: u32) -> bool {
        self.broken.range(from..to).next().is_some()
    }
}

/// The text with spaces in place of those lines (from 0), every other byte where it was.
fn blank(text: &str, lines: &BTreeSet<u32>) -> String {
    let mut out = String::with_capacity(text.len());
    for (line, content) in (0..).zip(text.split_inclusive('\n')) {
        if lines.contains(&line) {
            let words = content.trim_end_matches('\n');
            out.extend(std::iter::repeat_n(' ', words.len()));
            out.push_str(&content[words.len()..]);
        } else {
            out.push_str(content);
        }
    }
    out
}

/// A table that may be read, and one of which only the id counts since its lines hold a syntax fault.
pub(super) struct Found<'t> {
    pub kind: &'static str,
    pub line: u32,
    pub source: &'t Source<'t>,
    pub table: &'t DeTable<'t>,
    pub is_broken: bool,
}

/// All tables of a pack.
#[derive(Default)]
pub(super) struct Tables<'t> {
    found: Vec<Found<'t>>,
}

impl<'t> Tables<'t> {
    /// Adds the tables of one file and reports what is none.
    pub fn add(&mut self, parsed: &'t Parsed<'t>, file: &'t DeTable<'t>, sink: &Sink) {
        let first = self.found.len();
        for (name, value) in file.iter() {
            let line = parsed.source.line(name.span().start);
            self.add_list(parsed, (name.get_ref(), line), value, sink);
        }
        let added = &mut self.found[first..];
        added.sort_by_key(|found| found.line);
        let next: Vec<u32> = added.iter().skip(1).map(|found| found.line).collect();
        for (found, next) in added.iter_mut().zip(next.into_iter().chain([u32::MAX])) {
            found.is_broken = parsed.breaks(found.line, next);
        }
    }

    fn add_list(
        &mut self,
        parsed: &'t Parsed<'t>,
        (name, line): (&str, u32),
        value: &'t Spanned<DeValue<'t>>,
        sink: &Sink,
    ) {
        let report = |line, fault| sink.report(parsed.source.path, line, fault);
        let Some(kind) = KINDS.into_iter().find(|kind| *kind == name) else {
            let all = KINDS.map(quoted).join(", ");
            let hint = nearest_or(name, KINDS.into_iter(), &format!("A file may hold {all}."));
            let name = name.to_owned();
            return report(line, Fault::UnknownTable { name, hint });
        };
        let Some(items) = value.get_ref().as_array() else {
            let name = name.to_owned();
            return report(line, Fault::NotAList { name });
        };
        for item in items {
            let line = parsed.source.line(item.span().start);
            match item.get_ref().as_table() {
                Some(table) => self.found.push(Found {
                    kind,
                    line,
                    source: &parsed.source,
                    table,
                    is_broken: false,
                }),
                None => report(line, Fault::NotAList { name: name.into() }),
            }
        }
    }

    /// Reports the kinds of which there are too many, and drops what is beyond the limit.
    pub fn check_counts(&mut self, sink: &Sink) {
        for kind in KINDS {
            let count = self.found.iter().filter(|found| found.kind == kind).count();
            if count > limits::ITEMS {
                let (table, limit) = (kind, limits::ITEMS);
                let fault = Fault::TooMany { table, count, limit };
                sink.report("pack.toml", 1, fault);
                let mut left = limit;
                self.found.retain(|found| {
                    let keep = found.kind != kind || left > 0;
                    left -= usize::from(found.kind == kind && left > 0);
                    keep
                });
            }
        }
    }

    /// The tables of a kind, broken ones included.
    pub fn of(&self, kind: &'static str) -> impl Iterator<Item = &Found<'t>> {
        self.found.iter().filter(move |found| found.kind == kind)
    }

    /// The tables of a kind as rows to read.
    pub fn rows<'s>(&'s self, kind: &'static str, sink: &'s Sink) -> impl Iterator<Item = Row<'s>>
    where
        't: 's,
    {
        let whole = self.of(kind).filter(|found| !found.is_broken);
        whole.map(move |found| Row::new(found.source, kind, found.line, found.table, sink))
    }
}
