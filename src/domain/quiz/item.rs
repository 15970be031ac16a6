//! One question as it is put to the learner, whatever its origin.

use std::fmt;

use super::rng::Rng;
use crate::domain::pack::{Citation, DocumentId, IssueId, QuestionKind};

/// The lasting id of an item: a written question's slug, or `gen-<name>-<slug>` of the thing that is asked about.
///
/// It names a piece of knowledge, not one wording: another seed shuffles the options and may draw other distractors.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub String);

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One question as it is put to the learner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its lasting id.
    pub id: ItemId,
    /// Whether a person wrote it.
    pub origin: Origin,
    /// Which kind of knowledge it asks for.
    pub kind: QuestionKind,
    /// The question.
    pub stem: String,
    /// What the question is about: quoted words, a paraphrase, a sentence with its gap (`＿＿`).
    pub context: Option<String>,
    /// What is to be given as an answer.
    pub task: Task,
    /// Feedback: why the key is right.
    pub why: String,
    /// The deciding place.
    pub cite: Citation,
    /// The issues it bears on.
    pub issues: Vec<IssueId>,
}

impl Item {
    /// The document that decides it.
    #[must_use]
    pub fn document(&self) -> DocumentId {
        self.cite.document
    }
}

/// Where an item comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A question of the pack.
    Written,
    /// Made from the pack's tables.
    Generated,
}

/// What is to be given as an answer, as the learner sees it. Indices count from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Choose one.
    Choice {
        /// What can be chosen, in the order in which it is shown.
        options: Vec<String>,
        /// The right one.
        key: u8,
    },
    /// Fill the gap, by typing or by choosing.
    Typed {
        /// The words of the document.
        key: String,
        /// Other right spellings; where the key is a glossary term, its headword, reading and forms are among them.
        accept: Vec<String>,
        /// What can be chosen instead of typing, the key among it; choosing counts as typing those words.
        options: Vec<String>,
    },
    /// Put into order.
    Order {
        /// As shown.
        items: Vec<String>,
        /// The right order, as indices of `items`.
        key: Vec<u8>,
    },
    /// Pair left with right.
    Match {
        /// The fixed side.
        left: Vec<String>,
        /// The side to be chosen from, as shown.
        right: Vec<String>,
        /// For each left its right, as indices of `right`.
        key: Vec<u8>,
    },
}

impl Task {
    /// The right answer in words: the key, the right order or the right pairs.
    #[must_use]
    pub fn solution(&self) -> Vec<String> {
        let at = |list: &[String], index: u8| list.get(usize::from(index)).cloned().unwrap_or_default();
        match self {
            Self::Choice { options, key } => vec![at(options, *key)],
            Self::Typed { key, .. } => vec![key.clone()],
            Self::Order { items, key } => key.iter().map(|index| at(items, *index)).collect(),
            Self::Match { left, right, key } => left
                .iter()
                .zip(key)
                .map(|(left, index)| [left.as_str(), " — ", &at(right, *index)].concat())
                .collect(),
        }
    }
}

/// The items in an order that is not the given one, and where each of them went.
pub(super) fn shuffled(rng: &mut Rng, items: &[String]) -> (Vec<String>, Vec<u8>) {
    let mut shown: Vec<usize> = (0..items.len()).collect();
    rng.shuffle(&mut shown);
    if shown.is_sorted() && shown.len() > 1 {
        shown.rotate_left(1);
    }
    let place = |item: usize| shown.iter().position(|at| *at == item).unwrap_or(0) as u8;
    let key = (0..items.len()).map(place).collect();
    (shown.iter().map(|item| items[*item].clone()).collect(), key)
}
