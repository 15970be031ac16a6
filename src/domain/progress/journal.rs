//! The log with all that can stand in it. Nothing in it is ever changed; two merge into their union.

use super::log::EntryId;
use super::record::{Deed, Record};
use crate::domain::order::{sort, sort_by};

/// Entries by moment, each id once, and the lines that this version cannot read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journal {
    records: Vec<Record>,
    foreign: Vec<String>,
}

impl Journal {
    /// The journal of these entries and unread lines. Where two entries have one id, the first in their order stays.
    #[must_use]
    pub fn new(mut records: Vec<Record>, mut foreign: Vec<String>) -> Self {
        sort_by(&mut records, |a, b| a.id.cmp(&b.id).then_with(|| a.cmp(b)));
        records.dedup_by_key(|record| record.id);
        sort(&mut records);
        sort(&mut foreign);
        foreign.dedup();
        Self { records, foreign }
    }

    /// The entries by moment.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The lines that this version cannot read, as they stand: entries of a newer version, or damaged ones.
    #[must_use]
    pub fn foreign(&self) -> &[String] {
        &self.foreign
    }

    /// Adds an entry; nothing happens where its id is known. Whether it was added.
    pub fn add(&mut self, record: Record) -> bool {
        let is_new = self.records.iter().rev().all(|known| known.id != record.id);
        if is_new {
            let at = self.records.partition_point(|known| *known < record);
            self.records.insert(at, record);
        }
        is_new
    }

    /// Adds entries.
    pub fn extend(&mut self, records: impl IntoIterator<Item = Record>) {
        for record in records {
            self.add(record);
        }
    }

    /// The union of two journals: restoring a backup twice, or two devices in either order, gives the same journal.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self::new(
            self.records.iter().chain(&other.records).cloned().collect(),
            self.foreign.iter().chain(&other.foreign).cloned().collect(),
        )
    }

    /// The ids of the entries that were taken back, in their order.
    #[must_use]
    pub fn undone(&self) -> Vec<EntryId> {
        let mut undone: Vec<EntryId> = self.records.iter().filter_map(undoes).collect();
        sort(&mut undone);
        undone.dedup();
        undone
    }

    /// The last answer that counts, which an undo would take back.
    #[must_use]
    pub fn last_answer(&self) -> Option<&Record> {
        let undone = self.undone();
        self.records
            .iter()
            .rev()
            .find(|record| matches!(record.deed, Deed::Answer(_)) && undone.binary_search(&record.id).is_err())
    }
}

/// The id of the entry that this one takes back.
pub(super) fn undoes(record: &Record) -> Option<EntryId> {
    match record.deed {
        Deed::Undo { of } => Some(of),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples::{answer, journal, record};
    use super::*;
    use crate::domain::quiz::Millis;

    proptest! {
        #[test]
        fn merging_is_a_union(a in journal(), b in journal(), c in journal()) {
            prop_assert_eq!(a.union(&a), a.clone());
            prop_assert_eq!(a.union(&b), b.union(&a));
            prop_assert_eq!(a.union(&b).union(&c), a.union(&b.union(&c)));
            prop_assert_eq!(a.union(&Journal::default()), a.clone());
            let both = a.union(&b);
            for one in [&a, &b] {
                for record in one.records() {
                    prop_assert!(both.records().iter().any(|known| known.id == record.id));
                }
                for line in one.foreign() {
                    prop_assert!(both.foreign().contains(line));
                }
            }
            prop_assert!(both.records().is_sorted());
        }

        #[test]
        fn adding_is_merging_with_one(a in journal(), new in record()) {
            let mut added = a.clone();
            let is_new = added.add(new.clone());
            prop_assert!(!added.add(new.clone()));
            prop_assert_eq!(is_new, a.records().iter().all(|known| known.id != new.id));
            if is_new {
                prop_assert_eq!(added, a.union(&Journal::new(vec![new], Vec::new())));
            }
        }
    }

    #[test]
    fn an_undo_takes_back_one_answer_wherever_it_stands() {
        let undo = |id, of| Record::new(Millis(5), EntryId(id), Deed::Undo { of: EntryId(of) });
        let mut journal = Journal::new(vec![answer(1, 10, "a"), answer(2, 20, "b")], Vec::new());
        assert_eq!(journal.last_answer().map(|last| last.id), Some(EntryId(2)));
        journal.add(undo(3, 2));
        assert_eq!(journal.last_answer().map(|last| last.id), Some(EntryId(1)));
        journal.add(undo(4, 3));
        assert_eq!(journal.last_answer().map(|last| last.id), Some(EntryId(1)));
        journal.add(undo(5, 1));
        assert_eq!(journal.last_answer(), None);
    }
}
