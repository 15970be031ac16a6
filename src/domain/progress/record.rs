//! One thing that the learner did, as the log keeps it: an answer, or what takes an earlier entry back.

use super::log::{Entry, EntryId};
use crate::domain::quiz::{Grade, ItemId, Millis, Mode};
use crate::domain::schedule::Rating;

/// An entry of the log. Orders by moment, then by id, then by the rest.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Record {
    /// When it was done.
    pub at: Millis,
    /// Its own id.
    pub id: EntryId,
    /// What was done.
    pub deed: Deed,
    /// The line that it was read from, where this version would write it in another way.
    pub(super) verbatim: Option<Box<str>>,
}

/// What the learner did.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Deed {
    /// Answered an item.
    Answer(Answered),
    /// Took an entry back; what is taken back counts for nothing. Of an undo itself it does nothing.
    Undo {
        /// The id of that entry.
        of: EntryId,
    },
    /// Put an item aside; it is not asked until it is taken back.
    Aside(Named),
    /// Took an item back.
    Back(Named),
}

/// An item of a pack.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Named {
    /// The item.
    pub item: ItemId,
    /// The slug of the pack that it is from.
    pub pack: String,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Answered {
    /// What was answered.
    pub about: Named,
    /// Right or wrong.
    pub grade: Grade,
    /// The answer in words, short.
    pub answer: String,
    /// How long the learner looked at the item.
    pub elapsed: Millis,
    /// Practice or test.
    pub mode: Mode,
    /// How many hints were asked for.
    pub hints: u8,
    /// The rating, chosen by the learner or derived when the answer was given; nothing in entries of format 1.
    pub rating: Option<Rating>,
}

impl Record {
    /// An entry that is made now.
    #[must_use]
    pub fn new(at: Millis, id: EntryId, deed: Deed) -> Self {
        Self {
            at,
            id,
            deed,
            verbatim: None,
        }
    }

    /// The item that it names; an undo names none.
    #[must_use]
    pub fn about(&self) -> Option<&Named> {
        match &self.deed {
            Deed::Answer(answered) => Some(&answered.about),
            Deed::Aside(named) | Deed::Back(named) => Some(named),
            Deed::Undo { .. } => None,
        }
    }
}

impl From<Entry> for Record {
    /// An answer of the quiz.
    fn from(entry: Entry) -> Self {
        let answered = Answered {
            about: Named {
                item: entry.item,
                pack: entry.pack,
            },
            grade: entry.grade,
            answer: entry.answer,
            elapsed: entry.elapsed,
            mode: entry.mode,
            hints: entry.hints,
            rating: entry.rating,
        };
        Self::new(entry.at, entry.id, Deed::Answer(answered))
    }
}
