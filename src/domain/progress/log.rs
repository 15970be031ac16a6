//! The log of answers. Nothing in it is ever changed; two logs merge into their union.

use crate::domain::order::{sort, sort_by};
use std::fmt::{self, Write};
use std::str::FromStr;

use crate::domain::quiz::{Grade, ItemId, Millis, Mode};
use crate::domain::schedule::Rating;

/// The id of one answer: 128 random bits, given by the caller, written as 32 hexadecimal digits.
///
/// It is written and read byte by byte: the standard library's way divides and multiplies in 128 bits.
///
/// ```
/// use yomikurabe::domain::progress::EntryId;
/// let id = EntryId(255);
/// assert_eq!(id.to_string(), "000000000000000000000000000000ff");
/// assert_eq!(id.to_string().parse(), Ok(id));
/// assert_eq!("0123456789abcdefFEDCBA9876543210".parse(), Ok(EntryId(0x0123_4567_89ab_cdef_fedc_ba98_7654_3210)));
/// assert!("ff".parse::<EntryId>().is_err());
/// assert!("+0000000000000000000000000000000".parse::<EntryId>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub u128);

/// The text is no id of 32 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id of 32 hexadecimal digits")
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for byte in self.0.to_be_bytes() {
            for digit in [byte >> 4, byte & 0xF] {
                f.write_char(char::from_digit(digit.into(), 16).unwrap_or('0'))?;
            }
        }
        Ok(())
    }
}

impl FromStr for EntryId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        let mut bytes = [0; 16];
        if pairs.len() != bytes.len() || !rest.is_empty() {
            return Err(NotAnId);
        }
        for (byte, pair) in bytes.iter_mut().zip(pairs) {
            for digit in pair {
                let digit = char::from(*digit).to_digit(16).ok_or(NotAnId)?;
                *byte = (*byte << 4) | digit as u8;
            }
        }
        Ok(Self(u128::from_be_bytes(bytes)))
    }
}

/// One answer. Orders by moment, then by id, then by the rest.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// When it was given.
    pub at: Millis,
    /// Its own id.
    pub id: EntryId,
    /// What was answered.
    pub item: ItemId,
    /// The slug of the pack that the item is from.
    pub pack: String,
    /// Right or wrong.
    pub grade: Grade,
    /// The answer in words, short.
    pub answer: String,
    /// How long the learner looked at the item.
    pub elapsed: Millis,
    /// Practice or test.
    pub mode: Mode,
    /// How many hints were asked for before it was given.
    pub hints: u8,
    /// What was derived when it was given; nothing in entries of earlier versions.
    pub rating: Option<Rating>,
}

/// Answers by moment, each id once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    entries: Vec<Entry>,
}

impl Log {
    /// The log of these entries. Where two have one id, the first in their order stays.
    #[must_use]
    pub fn new(mut entries: Vec<Entry>) -> Self {
        sort_by(&mut entries, |a, b| a.id.cmp(&b.id).then_with(|| a.cmp(b)));
        entries.dedup_by_key(|entry| entry.id);
        sort(&mut entries);
        Self { entries }
    }

    /// The entries by moment.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Adds an answer; nothing happens where its id is known.
    pub fn add(&mut self, entry: Entry) {
        if self.entries.iter().all(|known| known.id != entry.id) {
            let at = self.entries.partition_point(|known| *known < entry);
            self.entries.insert(at, entry);
        }
    }
}

/// The union of two logs: restoring a backup twice, or two devices in either order, gives the same log.
#[must_use]
pub fn merge(a: &Log, b: &Log) -> Log {
    Log::new(a.entries.iter().chain(&b.entries).cloned().collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn entry() -> impl Strategy<Value = Entry> {
        (0..6_u128, 0..4_i64, 0..3_u8, any::<bool>()).prop_map(|(id, at, item, right)| Entry {
            at: Millis(at),
            id: EntryId(id),
            item: ItemId(format!("q-{item}")),
            pack: "p".into(),
            grade: if right { Grade::Right } else { Grade::Wrong },
            answer: String::new(),
            elapsed: Millis(1),
            mode: Mode::Practice,
            hints: 0,
            rating: None,
        })
    }

    fn log() -> impl Strategy<Value = Log> {
        proptest::collection::vec(entry(), 0..8).prop_map(Log::new)
    }

    proptest! {
        #[test]
        fn merging_is_a_union(a in log(), b in log(), c in log()) {
            prop_assert_eq!(merge(&a, &a), a.clone());
            prop_assert_eq!(merge(&a, &b), merge(&b, &a));
            prop_assert_eq!(merge(&merge(&a, &b), &c), merge(&a, &merge(&b, &c)));
            prop_assert_eq!(merge(&a, &Log::default()), a.clone());
            let both = merge(&a, &b);
            let has = |log: &Log, id| log.entries().iter().any(|entry| entry.id == id);
            for entry in a.entries().iter().chain(b.entries()) {
                prop_assert!(has(&both, entry.id));
            }
            for entry in both.entries() {
                prop_assert!(has(&a, entry.id) || has(&b, entry.id));
            }
            prop_assert!(both.entries().is_sorted());
        }

        #[test]
        fn adding_keeps_what_was_there(a in log(), new in entry()) {
            let mut log = a.clone();
            log.add(new.clone());
            log.add(new.clone());
            prop_assert!(log.entries().iter().any(|entry| entry.id == new.id));
            prop_assert!(a.entries().iter().all(|entry| log.entries().contains(entry)));
            prop_assert!(log.entries().is_sorted());
        }
    }
}
