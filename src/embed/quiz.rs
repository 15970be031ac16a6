//! A quiz that a host page puts in its own way: questions without their keys, answers, what came of them.

use serde::Serialize;

use super::choice::{paper, read};
use super::failure::{Code, Failure};
use super::shape::Place;
use crate::domain::pack::{FindBySlug, Keyword, Pack};
use crate::domain::quiz::{Answer, Context, FoldWords, Given, Grade, Item, Millis, Mode, Origin, Paper, Session, Task};

/// A running quiz.
pub struct Quiz(Session);

/// A question as it is put; its key is not in it.
#[derive(Clone, Debug, Serialize)]
pub struct Question<'a> {
    id: &'a str,
    kind: &'static str,
    origin: &'static str,
    stem: &'a str,
    context: Option<&'a str>,
    issues: Vec<&'a str>,
    #[serde(flatten)]
    task: TaskShape<'a>,
}

/// What is to be given as an answer.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "task", rename_all = "lowercase")]
enum TaskShape<'a> {
    /// The number of an option, from 0.
    Choice { options: &'a [String] },
    /// Words: typed, or those of an option.
    Typed { options: &'a [String] },
    /// The numbers of the items in their right order.
    Order { items: &'a [String] },
    /// For each left the number of its right.
    Match { left: &'a [String], right: &'a [String] },
}

/// The judgement of an answer.
#[derive(Clone, Debug, Serialize)]
pub struct Feedback<'a> {
    question: usize,
    right: bool,
    /// Each place of an order, each left of a match; one part otherwise.
    parts: Vec<bool>,
    solution: Vec<String>,
    why: &'a str,
    place: Place<'a>,
}

/// What came of it.
#[derive(Clone, Debug, Serialize)]
pub struct ResultShape<'a> {
    right: u32,
    of: u32,
    answered: usize,
    milliseconds: i64,
    /// The answered questions with their judgement.
    answers: Vec<Feedback<'a>>,
}

impl Quiz {
    /// Draws a quiz; the same options give the same questions.
    ///
    /// # Errors
    ///
    /// Options that cannot be read, or name what the pack does not have.
    pub fn draw(pack: &Pack, json: &str, fold: FoldWords<'_>, now: Millis) -> Result<Self, Failure> {
        let options = paper(pack, json)?;
        let paper = Paper::draw(&Context::new(pack, fold), &options);
        Ok(Self(Session::new(paper, options.mode, now)))
    }

    /// The questions in their order.
    #[must_use]
    pub fn questions<'a>(&'a self, pack: &'a Pack) -> Vec<Question<'a>> {
        self.0.items.iter().map(|item| Question::new(pack, item)).collect()
    }

    /// Answers a question, counted from 0. In practice its judgement comes at once, in a test with the result.
    ///
    /// # Errors
    ///
    /// Where there is no such question, the answer does not fit it, or none is taken any more.
    pub fn answer<'a>(
        &'a mut self,
        pack: &'a Pack,
        at: usize,
        json: &str,
        fold: FoldWords<'_>,
        now: Millis,
    ) -> Result<Option<Feedback<'a>>, Failure> {
        let count = self.0.items.len();
        let item = self.0.items.get(at).ok_or_else(|| {
            Code::BadAnswer.because(&[
                "no question ",
                &at.to_string(),
                ": there are ",
                &count.to_string(),
                ", from 0",
            ])
        })?;
        let answer = fitting(&item.task, json)?;
        if self.0.is_over() {
            return Err(Code::Over.because(&["the result has been asked for, and the test is over"]));
        }
        self.0.go_to(at, now);
        if self.0.answer(answer, now, fold).is_none() {
            return Err(Code::Answered.because(&["question ", &at.to_string(), " has its answer"]));
        }
        Ok(match self.0.mode {
            Mode::Practice => self.feedback(pack, at),
            Mode::Test => None,
        })
    }

    /// What came of it so far. It ends a test.
    pub fn result<'a>(&'a mut self, pack: &'a Pack, now: Millis) -> ResultShape<'a> {
        if self.0.mode == Mode::Test {
            self.0.end(now);
        }
        let result = self.0.result(now);
        let all = 0..self.0.items.len();
        ResultShape {
            right: result.all.right,
            of: result.all.of,
            answered: self.0.answered(),
            milliseconds: result.took.0,
            answers: all.filter_map(|at| self.feedback(pack, at)).collect(),
        }
    }

    fn feedback<'a>(&'a self, pack: &'a Pack, at: usize) -> Option<Feedback<'a>> {
        let (item, Given { marking, .. }) = (self.0.items.get(at)?, self.0.given(at)?);
        let right = |grade: &Grade| *grade == Grade::Right;
        Some(Feedback {
            question: at,
            right: right(&marking.grade),
            parts: marking.parts.iter().map(right).collect(),
            solution: item.task.solution(),
            why: &item.why,
            place: Place::new(pack, item.cite),
        })
    }
}

impl<'a> Question<'a> {
    fn new(pack: &'a Pack, item: &'a Item) -> Self {
        Self {
            id: &item.id.0,
            kind: item.kind.word(),
            origin: match item.origin {
                Origin::Written => "written",
                Origin::Generated => "generated",
            },
            stem: &item.stem,
            context: item.context.as_deref(),
            issues: item.issues.iter().map(|issue| issue.slug(pack)).collect(),
            task: TaskShape::new(&item.task),
        }
    }
}

impl<'a> TaskShape<'a> {
    fn new(task: &'a Task) -> Self {
        match task {
            Task::Choice { options, .. } => Self::Choice { options },
            Task::Typed { options, .. } => Self::Typed { options },
            Task::Order { items, .. } => Self::Order { items },
            Task::Match { left, right, .. } => Self::Match { left, right },
        }
    }
}

/// An answer that the task can take.
fn fitting(task: &Task, json: &str) -> Result<Answer, Failure> {
    let refused = |wanted: &str| Code::BadAnswer.because(&["the answer to this question is ", wanted]);
    match task {
        Task::Choice { options, .. } => match read::<u8>(json) {
            Ok(chosen) if usize::from(chosen) < options.len() => Ok(Answer::Choice(chosen)),
            _ => Err(refused("the number of an option, from 0")),
        },
        Task::Typed { .. } => match read::<String>(json) {
            Ok(words) => Ok(Answer::Typed(words)),
            Err(_) => Err(refused("a text")),
        },
        Task::Order { items, .. } => {
            let given = numbers(json, items.len(), items.len());
            let each_once = |given: &Vec<u8>| (0..items.len() as u8).all(|item| given.contains(&item));
            let order = given.filter(each_once).map(Answer::Order);
            order.ok_or_else(|| refused("a list of the numbers of all items, from 0, each once"))
        }
        Task::Match { left, right, .. } => {
            let pairs = numbers(json, left.len(), right.len()).map(Answer::Match);
            pairs.ok_or_else(|| refused("a list that has for each left the number of its right, from 0"))
        }
    }
}

/// A list of so many numbers below a limit.
fn numbers(json: &str, count: usize, below: usize) -> Option<Vec<u8>> {
    let list: Vec<u8> = read(json).ok()?;
    let fits = list.len() == count && list.iter().all(|number| usize::from(*number) < below);
    fits.then_some(list)
}
