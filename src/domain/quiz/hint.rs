//! Hints: what helps a learner who asks before answering, from little to more, and never all of the answer.

use super::item::{Item, Task};
use super::rng::Rng;
use crate::domain::pack::QuestionKind;

/// Something that helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint<'a> {
    /// Where it is decided: the paragraph of the item's citation, to be read again.
    Place,
    /// An option that is wrong.
    Not(&'a str),
    /// What comes first in the order, or the first of the pairs.
    First(String),
}

/// Options that a question has at least where one is struck out: of two that were left, one could be guessed.
const LEAST: usize = 4;

/// The seed of which option is struck out; no paper's.
const LOT: u64 = u64::MAX;

/// The hint of an item that is given when `asked` have been given already.
///
/// The paragraph holds the words of a gap as they stand, and names the document that is asked for: there it is no hint. The
/// first letter of what fills a gap would mostly be all of it, since the options stand below.
///
/// ```
/// use yomikurabe::domain::pack::{Citation, DocumentId, ParagraphNumber, QuestionKind};
/// use yomikurabe::domain::quiz::{Hint, Item, ItemId, Origin, Task, hint};
/// use yomikurabe::domain::text::Span;
/// let item = Item {
///     id: ItemId("q-1".into()), origin: Origin::Written, kind: QuestionKind::TrueFalse, stem: "海である".into(),
///     context: None, task: Task::Choice { options: vec!["正しい".into(), "正しくない".into()], key: 0 }, why: "海である".into(),
///     cite: Citation { document: DocumentId(0), paragraph: ParagraphNumber(1), span: Span { start: 0, end: 3 } }, issues: vec![],
/// };
/// assert_eq!((hint(&item, 0), hint(&item, 1)), (Some(Hint::Place), None));
/// ```
#[must_use]
pub fn hint(item: &Item, asked: u8) -> Option<Hint<'_>> {
    let has_place = matches!(item.task, Task::Choice { .. })
        && !matches!(item.kind, QuestionKind::WhichDocument | QuestionKind::Cloze);
    match asked + u8::from(!has_place) {
        0 => Some(Hint::Place),
        1 => part(item),
        _ => None,
    }
}

/// A part of the answer, or an option less.
fn part(item: &Item) -> Option<Hint<'_>> {
    let solution = item.task.solution();
    let first = solution.first()?;
    match &item.task {
        Task::Choice { options, .. } | Task::Typed { options, .. } => {
            // Each of the wrong ones is as likely: the first would tell that what stands before it is right.
            let at = Rng::for_item(LOT, &item.id.0).below(options.len() - 1);
            let wrong = options.iter().filter(|option| *option != first).nth(at);
            wrong.filter(|_| options.len() >= LEAST).map(|wrong| Hint::Not(wrong))
        }
        _ => (solution.len() > 2).then(|| Hint::First(first.clone())),
    }
}
