//! Which terms are known and which shaky, for the marks in texts and glossary.

use super::desk::{Desk, Marks};
use crate::domain::pack::FindBySlug;
use crate::domain::progress::overview::{Knowledge, Level};

/// The slugs of the terms that are known, and after a semicolon those that are shaky: `start,inf;atacms`; the others are new.
/// `assets/here.js` marks them. Nothing where the learner does not want marks.
#[must_use]
pub fn marks(desk: &Desk) -> Option<String> {
    if desk.plan.marks == Marks::Off {
        return None;
    }
    let reckoned = desk.reckoned();
    let knowledge = Knowledge::new(&reckoned.offered, reckoned.today, &desk.rule(&reckoned.parameters));
    let of = |level: Level| {
        let terms = knowledge
            .by_term
            .iter()
            .filter(|(_, known)| known.level() == Some(level));
        let slugs: Vec<&str> = terms.map(|(term, _)| term.slug(desk.pack)).collect();
        slugs.join(",")
    };
    Some([of(Level::Known), of(Level::Shaky)].join(";"))
}
