//! A run through a paper: where the learner is, what was answered, and what came of it.

use super::context::FoldWords;
use super::hint::{Hint, hint};
use super::item::Item;
use super::mark::{Answer, Grade, Marking, mark};
use super::paper::{Mode, Paper};
use super::tally::{Tally, count_under};
use crate::domain::pack::{DocumentId, IssueId, QuestionKind};

/// A moment, in milliseconds since 1970-01-01 UTC, or a length of time in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Millis(pub i64);

impl Millis {
    /// The time from `earlier` to this moment; 0 where the clock was set back.
    #[must_use]
    pub fn since(self, earlier: Self) -> Self {
        Self((self.0 - earlier.0).max(0))
    }
}

/// A run through a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The items in their order.
    pub items: Vec<Item>,
    /// When feedback is given.
    pub mode: Mode,
    /// When it began.
    pub started_at: Millis,
    /// When it was ended, if it was.
    pub ended_at: Option<Millis>,
    /// The item that is shown, an index of `items`.
    position: usize,
    /// When it was shown.
    shown_at: Millis,
    /// What was answered, item by item.
    given: Vec<Option<Given>>,
    /// How many hints were asked for since it was shown.
    hinted: u8,
    /// Items whose answer was taken back, as indices of `items`.
    taken_back: Vec<usize>,
}

/// An answer that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// What was answered.
    pub answer: Answer,
    /// The judgement.
    pub marking: Marking,
    /// When.
    pub answered_at: Millis,
    /// How long the learner looked at the item, over all visits.
    pub elapsed: Millis,
}

impl Session {
    /// Begins a run.
    #[must_use]
    pub fn new(paper: Paper, mode: Mode, now: Millis) -> Self {
        Self {
            given: vec![None; paper.items.len()],
            hinted: 0,
            items: paper.items,
            mode,
            started_at: now,
            ended_at: None,
            position: 0,
            shown_at: now,
            taken_back: Vec::new(),
        }
    }

    /// Which item is shown, counted from 0.
    #[must_use]
    pub fn position(&self) -> usize {
        self.position
    }

    /// The item that is shown; none in an empty paper.
    #[must_use]
    pub fn current(&self) -> Option<&Item> {
        self.items.get(self.position)
    }

    /// What was answered to the item at that place.
    #[must_use]
    pub fn given(&self, at: usize) -> Option<&Given> {
        self.given.get(at).and_then(Option::as_ref)
    }

    /// What was answered to the item that is shown, where the mode lets it be seen.
    #[must_use]
    pub fn feedback(&self) -> Option<&Given> {
        let visible = self.mode == Mode::Practice || self.is_over();
        self.given(self.position).filter(|_| visible)
    }

    /// How many hints were asked for of the item that is shown.
    #[must_use]
    pub fn hinted(&self) -> u8 {
        self.hinted
    }

    /// The hints that were asked for.
    pub fn hints(&self) -> impl Iterator<Item = Hint<'_>> {
        (0..self.hinted).filter_map(|asked| hint(self.current()?, asked))
    }

    /// Whether there is another hint: none in a test, and none after the answer.
    #[must_use]
    pub fn has_hint(&self) -> bool {
        let is_open = self.mode == Mode::Practice && self.given(self.position).is_none();
        is_open && self.current().and_then(|item| hint(item, self.hinted)).is_some()
    }

    /// Asks for the next hint. Whether there was one.
    pub fn ask_hint(&mut self) -> bool {
        let has_hint = self.has_hint();
        self.hinted += u8::from(has_hint);
        has_hint
    }

    /// The option that a hint has struck out, which is the last one of an item.
    #[must_use]
    pub fn struck(&self) -> Option<&str> {
        let last = self.hinted.checked_sub(1)?;
        match hint(self.current()?, last)? {
            Hint::Not(option) => Some(option),
            _ => None,
        }
    }

    /// Answers the item that is shown. In practice the first answer stands; in a test the last one before the end.
    /// Gives what was recorded, or nothing where no answer is taken any more.
    pub fn answer(&mut self, answer: Answer, now: Millis, fold: FoldWords<'_>) -> Option<&Given> {
        let before = self.given(self.position);
        if self.is_over() || (before.is_some() && self.mode == Mode::Practice) {
            return None;
        }
        let marking = mark(self.current()?, &answer, fold);
        let earlier = before.map_or(0, |given| given.elapsed.0);
        let elapsed = Millis(earlier + now.since(self.shown_at).0);
        self.shown_at = now;
        let slot = self.given.get_mut(self.position)?;
        Some(slot.insert(Given {
            answer,
            marking,
            answered_at: now,
            elapsed,
        }))
    }

    /// The answer to the item at that place is taken back: it stays to be seen, and the item no more counts in the result.
    pub fn take_back(&mut self, at: usize) {
        self.taken_back.push(at);
    }

    /// Shows the item at that place; stays where there is none.
    pub fn go_to(&mut self, at: usize, now: Millis) {
        if at < self.items.len() {
            self.position = at;
            self.shown_at = now;
            self.hinted = 0;
        }
    }

    /// Shows the next item; after the last one, a practice ends and a test stays.
    pub fn next(&mut self, now: Millis) {
        let last = self.position + 1 >= self.items.len();
        match (last, self.mode) {
            (false, _) => self.go_to(self.position + 1, now),
            (true, Mode::Practice) => self.end(now),
            (true, Mode::Test) => {}
        }
    }

    /// Ends the run; what is not answered stays so.
    pub fn end(&mut self, now: Millis) {
        self.ended_at.get_or_insert(now);
    }

    /// Whether it was ended.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.ended_at.is_some()
    }

    /// How many items are answered.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.given.iter().flatten().count()
    }

    /// What came of it so far; an item without an answer counts as not right, and one whose answer was
    /// taken back does not count.
    #[must_use]
    pub fn result(&self, now: Millis) -> SessionResult {
        let mut result = SessionResult {
            took: self.ended_at.unwrap_or(now).since(self.started_at),
            ..SessionResult::default()
        };
        for (at, item) in self.items.iter().enumerate() {
            if self.taken_back.contains(&at) {
                continue;
            }
            let grade = self.given(at).map_or(Grade::Wrong, |given| given.marking.grade);
            result.count(at, item, grade);
        }
        result
    }
}

/// What came of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionResult {
    /// All items.
    pub all: Tally,
    /// By issue, in the pack's order; an item on two issues counts under both.
    pub by_issue: Vec<(IssueId, Tally)>,
    /// By document, in the order of the shelf.
    pub by_document: Vec<(DocumentId, Tally)>,
    /// By kind.
    pub by_kind: Vec<(QuestionKind, Tally)>,
    /// From the beginning to the end.
    pub took: Millis,
    /// Items that are not right, as indices of the session's.
    pub wrong: Vec<usize>,
}

impl SessionResult {
    fn count(&mut self, at: usize, item: &Item, grade: Grade) {
        let one = Tally::one(grade);
        self.all.add(one);
        for issue in &item.issues {
            count_under(&mut self.by_issue, *issue, one);
        }
        count_under(&mut self.by_document, item.document(), one);
        count_under(&mut self.by_kind, item.kind, one);
        if grade == Grade::Wrong {
            self.wrong.push(at);
        }
    }
}
