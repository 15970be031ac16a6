//! The ids that a pack declares, so that a reference to a faulty item is not taken for one to nothing.

use std::cell::Cell;
use std::collections::BTreeMap;

use super::problem::Fault;
use super::row::{Row, nearest_or};
use super::source::Sink;
use super::tables::Tables;

/// The ids of one kind.
pub(super) struct Names<I> {
    kind: &'static str,
    names: BTreeMap<String, Name<I>>,
    /// Whether a reference missed: it may have meant any of the names.
    missed: Cell<bool>,
}

/// A declared id.
pub(super) struct Name<I> {
    /// Where its item stands.
    pub file: String,
    pub line: u32,
    /// Its place in the pack; `None` where the item is faulty and left out.
    pub kept: Option<I>,
    used: Cell<bool>,
}

impl<I: Copy> Names<I> {
    /// The ids of the tables of a kind; a second item of the same id is reported.
    pub fn declare(kind: &'static str, tables: &Tables<'_>, sink: &Sink) -> Self {
        let mut names: BTreeMap<String, Name<I>> = BTreeMap::new();
        for found in tables.of(kind) {
            let (file, line) = (found.source.path, found.line);
            let Some(id) = found.table.get("id").and_then(|id| id.get_ref().as_str()) else {
                continue;
            };
            if let Some(first) = names.get(id) {
                let first = format!("{}:{}", first.file, first.line);
                let (table, id) = (kind, id.to_owned());
                sink.report(file, line, Fault::DuplicateId { table, id, first });
            } else {
                names.insert(id.to_owned(), Name::new(file, line));
            }
        }
        let missed = Cell::new(false);
        Self { kind, names, missed }
    }

    /// Whether `row` is the item that its id belongs to.
    pub fn owns(&self, id: &str, row: &Row<'_>) -> bool {
        let name = self.names.get(id);
        name.is_some_and(|name| name.line == row.line && name.file == row.source.path)
    }

    /// Notes that the item is part of the pack.
    pub fn keep(&mut self, id: &str, place: I) {
        if let Some(name) = self.names.get_mut(id) {
            name.kept = Some(place);
        }
    }

    /// The item that the row names under `key`; an unknown one is reported at `line`. It counts as used from then on.
    pub fn find(&self, row: &Row<'_>, key: &'static str, id: &str, line: u32) -> Option<I> {
        if id.is_empty() {
            return None;
        }
        let Some(name) = self.names.get(id) else {
            self.missed.set(true);
            let table = self.kind;
            let ids = self.names.keys().map(String::as_str);
            let hint = nearest_or(id, ids, "Define it, or name another.");
            let id = id.to_owned();
            let fault = Fault::UnknownReference { key, table, id, hint };
            row.report(line, fault);
            return None;
        };
        name.used.set(true);
        name.kept
    }

    /// The declared ids that no reference names; none where a reference missed.
    pub fn unused(&self) -> impl Iterator<Item = (&str, &Name<I>)> {
        let names = self.names.iter().map(|(id, name)| (id.as_str(), name));
        names.filter(|(_, name)| !name.used.get() && !self.missed.get())
    }

    /// The declared item of that id.
    pub fn get(&self, id: &str) -> Option<&Name<I>> {
        self.names.get(id)
    }
}

impl<I> Name<I> {
    fn new(file: &str, line: u32) -> Self {
        Self {
            file: file.to_owned(),
            line,
            kept: None,
            used: Cell::new(false),
        }
    }
}
