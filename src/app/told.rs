//! What the page tells the page around it of the quiz; `docs/embedding.md` has the protocol.

use crate::app::paper::{PaperState, in_words};
use crate::domain::pack::{Keyword, QuestionKind};
use crate::domain::quiz::{Grade, ItemId, Millis, Session};

/// A message to the page around ours.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// A question was answered.
    Answer(Box<ToldAnswer>),
    /// A paper has ended.
    Result(ToldResult),
    /// The paper as it stands, to be taken up later.
    State(String),
}

/// A question that was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldAnswer {
    /// Its lasting id.
    pub item: ItemId,
    /// The word of its kind.
    pub kind: &'static str,
    /// Whether the answer is right; nothing as long as a test does not say.
    pub right: Option<bool>,
    /// What was answered, in words.
    pub given: String,
    /// What would have been right, in words; nothing as long as a test does not say.
    pub key: Option<String>,
    /// The question.
    pub stem: String,
    /// How long the learner looked at it.
    pub elapsed: Millis,
    /// Which question of the paper, from 1.
    pub number: usize,
    /// Questions of the paper.
    pub of: usize,
}

/// What came of a paper.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldResult {
    /// Questions answered rightly.
    pub right: u32,
    /// Questions.
    pub of: u32,
    /// The share that is wanted, in percent.
    pub pass: Option<u8>,
    /// Whether it was reached, where one is wanted.
    pub passed: Option<bool>,
    /// From the beginning to the end, in seconds.
    pub seconds: i64,
    /// The paper as it stands.
    pub state: String,
}

/// The answer to the question at that place.
#[must_use]
pub fn answer(session: &Session, at: usize) -> Option<Told> {
    let (item, given) = (session.items.get(at)?, session.given(at)?);
    let is_open = session.feedback().is_none() && !session.is_over();
    Some(Told::Answer(Box::new(ToldAnswer {
        item: item.id.clone(),
        kind: QuestionKind::word(item.kind),
        right: (!is_open).then_some(given.marking.grade == Grade::Right),
        given: in_words(item, &given.answer),
        key: (!is_open).then(|| item.task.solution().join("、")),
        stem: item.stem.clone(),
        elapsed: given.elapsed,
        number: at + 1,
        of: session.items.len(),
    })))
}

/// What came of the paper.
#[must_use]
pub fn result(paper: &PaperState, now: Millis) -> Told {
    let result = paper.session.result(now);
    Told::Result(ToldResult {
        right: result.all.right,
        of: result.all.of,
        pass: paper.pass,
        passed: paper.passed(&result),
        seconds: result.took.0 / 1000,
        state: paper.session.state(now),
    })
}
