//! How many of how many, and by what.

use super::mark::Grade;

/// How many of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Right ones.
    pub right: u32,
    /// All.
    pub of: u32,
}

impl Tally {
    /// The tally of one answer.
    #[must_use]
    pub fn one(grade: Grade) -> Self {
        Self {
            right: u32::from(grade == Grade::Right),
            of: 1,
        }
    }

    /// Adds another tally.
    pub fn add(&mut self, other: Self) {
        self.right += other.right;
        self.of += other.of;
    }
}

/// Adds a tally under a key, keeping the list sorted.
pub fn count_under<K: Ord>(tallies: &mut Vec<(K, Tally)>, key: K, tally: Tally) {
    match tallies.binary_search_by(|(known, _)| known.cmp(&key)) {
        Ok(at) => tallies[at].1.add(tally),
        Err(at) => tallies.insert(at, (key, tally)),
    }
}
