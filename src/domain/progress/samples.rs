//! Entries and journals for the tests of this module.

use proptest::prelude::*;

use super::journal::Journal;
use super::log::EntryId;
use super::record::{Answered, Deed, Named, Record};
use crate::domain::quiz::{Grade, ItemId, Millis, Mode};
use crate::domain::schedule::Rating;

/// The pack of all samples.
pub(super) const PACK: &str = "p";

pub(super) fn named(item: &str) -> Named {
    Named {
        item: ItemId(item.to_owned()),
        pack: PACK.to_owned(),
    }
}

/// A right answer, rated Good.
pub(super) fn answer(id: u128, at: i64, item: &str) -> Record {
    let answered = Answered {
        about: named(item),
        grade: Grade::Right,
        answer: "é\"\\\n停戦".to_owned(),
        elapsed: Millis(4_000),
        mode: Mode::Practice,
        hints: 0,
        rating: Some(Rating::Good),
    };
    Record::new(Millis(at), EntryId(id), Deed::Answer(answered))
}

/// Few ids and items, so that they meet.
pub(super) fn record() -> impl Strategy<Value = Record> {
    (0..12_u128, 0..20_i64, 0..4_u8, 0..8_u8, 0..12_u128).prop_map(|(id, days, item, deed, of)| {
        let item = format!("q-{item}");
        let mut record = answer(id, days * 43_200_000 + id as i64, &item);
        match (&mut record.deed, deed) {
            (Deed::Answer(answered), 0..5) => {
                answered.rating = Rating::of_number(deed);
                answered.hints = deed / 2;
                answered.grade = if deed == 1 { Grade::Wrong } else { Grade::Right };
            }
            (deed, 5) => *deed = Deed::Undo { of: EntryId(of) },
            (deed, 6) => *deed = Deed::Aside(named(&item)),
            (deed, _) => *deed = Deed::Back(named(&item)),
        }
        record
    })
}

pub(super) fn journal() -> impl Strategy<Value = Journal> {
    let foreign = proptest::collection::vec(r#"\{"id":"[0-9a-f]{2}","kind":"[a-c]"\}"#, 0..3);
    (proptest::collection::vec(record(), 0..14), foreign).prop_map(|(records, foreign)| Journal::new(records, foreign))
}
