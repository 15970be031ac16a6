//! What the page tells the page around it of the quiz; `docs/embedding.md` has the protocol.

use crate::app::paper::{PaperState, in_words};
use crate::domain::pack::{Keyword, QuestionKind};
use crate::domain::quiz::{Grade, Item, Millis, Session, Tally};

/// What is told, of the paper that is running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The answer to the question at that place, from 0.
    Answer(usize),
    /// What came of the paper.
    Result,
    /// The paper as it stands, to be taken up later.
    State,
}

/// A question that was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldAnswer<'a> {
    /// The question.
    pub item: &'a Item,
    /// The word of its kind.
    pub kind: &'static str,
    /// Whether the answer is right; nothing as long as a test does not say.
    pub right: Option<bool>,
    /// What was answered, in words.
    pub given: String,
    /// What would have been right, in words; nothing as long as a test does not say.
    pub key: Option<String>,
    /// How long the learner looked at it.
    pub elapsed: Millis,
}

/// What came of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToldResult {
    /// How many right of how many.
    pub all: Tally,
    /// Whether the wanted share was reached, where one is wanted.
    pub passed: Option<bool>,
    /// From the beginning to the end.
    pub took: Millis,
}

/// The answer to the question at that place.
#[must_use]
pub fn answer(session: &Session, at: usize) -> Option<ToldAnswer<'_>> {
    let (item, given) = (session.items.get(at)?, session.given(at)?);
    let is_seen = session.feedback().is_some() || session.is_over();
    Some(ToldAnswer {
        item,
        kind: QuestionKind::word(item.kind),
        right: is_seen.then_some(given.marking.grade == Grade::Right),
        given: in_words(item, &given.answer),
        key: is_seen.then(|| item.task.solution().join("、")),
        elapsed: given.elapsed,
    })
}

/// What came of the paper.
#[must_use]
pub fn result(paper: &PaperState, now: Millis) -> ToldResult {
    let result = paper.session.result(now);
    ToldResult {
        passed: paper.passed(&result),
        all: result.all,
        took: result.took,
    }
}
