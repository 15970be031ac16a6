//! Reads the differences of a pack; natively only.

use super::error::Fault;
use super::fields::Fields;
use super::read::{Reader, both};
use super::resolve::{Slugs, checked_id};
use crate::domain::pack::{Difference, DocumentId, EventId, IssueId, Telling};

/// The differences; none where the list is not there.
pub(super) fn read(pack: &Fields<'_>, reader: &Reader) -> Vec<Difference> {
    if !pack.has("differences") {
        return Vec::new();
    }
    Slugs::read(pack, "differences");
    let events = Slugs::read(pack, "events");
    pack.items("differences", |fields| Some(difference(fields, reader, &events)))
}

fn difference(fields: &Fields<'_>, reader: &Reader, events: &Slugs) -> Difference {
    let issue = || IssueId(reader.issues.find(fields, "issue"));
    let event = || EventId(events.find(fields, "event"));
    let difference = Difference {
        slug: checked_id(fields),
        title: both(fields, "title", "title_en"),
        what: both(fields, "what", "what_en"),
        issue: fields.has("issue").then(issue),
        event: fields.has("event").then(event),
        silent: reader.library.find_all(fields, "silent"),
        tellings: fields.items("tellings", |fields| {
            Some(Telling {
                cite: reader.library.cite(fields)?,
                says: both(fields, "says", "says_en"),
            })
        }),
    };
    if !is_one(&difference) {
        fields.refuse(fields.id(), Fault::Difference);
    }
    difference
}

/// Whether it has two places at least, each once, and the silent documents are others, each once.
fn is_one(difference: &Difference) -> bool {
    let mut places: Vec<_> = difference.tellings.iter().map(|telling| telling.cite).collect();
    let tells = |id: &DocumentId| places.iter().any(|place| place.document == *id);
    let silent_tells = difference.silent.iter().any(tells);
    let mut silent = difference.silent.clone();
    silent.sort_unstable();
    silent.dedup();
    places.sort_unstable();
    places.dedup();
    let once = (places.len(), silent.len()) == (difference.tellings.len(), difference.silent.len());
    once && places.len() >= 2 && !silent_tells
}
