//! Differences between documents.

use std::collections::BTreeSet;

use super::Compiler;
use super::cite;
use super::names::Names;
use super::problem::Fault;
use super::row::{Row, nearest_or};
use crate::domain::pack::{Difference, DocumentId, EventId, IssueId, Telling};

/// A telling on a place of its own is no difference.
const FEWEST: usize = 2;

impl Compiler<'_> {
    /// The differences in the order of the files.
    pub(super) fn differences(&self, issues: &Names<IssueId>, events: &Names<EventId>) -> Vec<Difference> {
        let names: Names<usize> = Names::declare("difference", self.tables, self.sink);
        self.rows("difference")
            .filter_map(|row| {
                let difference = self.difference(&row, issues, events);
                difference.filter(|difference| names.owns(&difference.slug, &row))
            })
            .collect()
    }

    fn difference(&self, row: &Row<'_>, issues: &Names<IssueId>, events: &Names<EventId>) -> Option<Difference> {
        let slug = row.id();
        let title = row.bilingual("title", "title_en");
        let what = row.bilingual("what", "what_en");
        let issue = reference(row, "issue", issues);
        let event = reference(row, "event", events);
        let tellings = self.tellings(row);
        let silent = self.silent(row, &tellings);
        row.finish();
        row.is_sound().then_some(Difference {
            slug,
            title,
            what,
            issue: issue?,
            event: event?,
            silent: silent?,
            tellings: tellings.into_iter().collect::<Option<_>>()?,
        })
    }

    /// The tables below; `None` for each that is faulty.
    fn tellings(&self, row: &Row<'_>) -> Vec<Option<Telling>> {
        let rows = row.children("telling", "telling");
        let found = rows.len();
        if found < FEWEST {
            row.report(row.line, Fault::TooFewTellings { found });
        }
        let mut places = BTreeSet::new();
        let read = |row: &Row<'_>| {
            let cited = cite::read(row, self.shelf);
            let says = row.bilingual("says", "says_en");
            row.finish();
            let cited = cited?;
            let (citation, cite) = (cited.citation, cited.name);
            if !places.insert(citation) {
                row.report_at("anchor", Fault::TellingTwice { cite });
            }
            row.is_sound().then_some(Telling { cite: citation, says })
        };
        rows.iter().map(read).collect()
    }

    /// The documents that `silent` lists. `None` where one of them is faulty.
    fn silent(&self, row: &Row<'_>, tellings: &[Option<Telling>]) -> Option<Vec<DocumentId>> {
        let telling: Vec<DocumentId> = tellings.iter().flatten().map(|told| told.cite.document).collect();
        let mut listed = Vec::new();
        for entry in row.list("silent") {
            let (id, line) = (entry.text, entry.line);
            let Some(draft) = self.shelf.get(&id) else {
                let hint = nearest_or(&id, self.shelf.slugs(), "Name a document of the pack.");
                row.report(line, Fault::UnknownDocument { id, hint });
                continue;
            };
            if draft.kept.is_some_and(|kept| telling.contains(&kept)) {
                row.report(line, Fault::SilentTells { id });
            } else if listed.contains(&draft.kept) {
                row.report(line, Fault::SilentTwice { id });
            }
            listed.push(draft.kept);
        }
        listed.into_iter().collect()
    }
}

/// What the row names under `key`, if it names anything. `None` where that is faulty.
fn reference<I: Copy>(row: &Row<'_>, key: &'static str, names: &Names<I>) -> Option<Option<I>> {
    match row.optional(key) {
        Some(id) => names.find(row, key, &id, row.line_of(key)).map(Some),
        None => Some(None),
    }
}
