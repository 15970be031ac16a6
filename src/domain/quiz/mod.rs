//! The quiz: questions of the pack and questions made from its tables, put as a paper, answered and marked.
//!
//! [`Paper::draw`] draws [`Item`]s from a [`Context`]; the same pack, seed and choice give the same paper. [`Session`] is
//! a run through a paper, [`mark`] the judgement of one answer.

mod amount;
pub mod apart;
mod context;
mod dates;
pub mod falsity;
mod hint;
mod item;
pub mod kinds;
mod mark;
mod options;
mod paper;
mod rng;
mod sentence;
mod session;
mod spellings;
mod state;
mod tally;
mod written;

pub use amount::{Amount, Magnitude};
pub use context::{Context, FoldWords};
pub use hint::{Hint, hint};
pub use item::{Item, ItemId, Origin, Task};
pub use mark::{Answer, Grade, Marking, mark, mark_task};
pub use options::stands_out;
pub use paper::{Mode, Paper, PaperOptions, Scope};
pub use rng::Rng;
pub use sentence::sentence_at;
pub use session::{Given, Millis, Session, SessionResult};
pub use tally::{Tally, count_under};
pub use written::written;

use crate::domain::pack::{DocumentId, FindBySlug, IssueId, Pack, QuestionId};

/// What an item is about, as far as its id tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The document that decides it.
    pub document: DocumentId,
    /// The issues it bears on.
    pub issues: Vec<IssueId>,
}

/// The item of that id, as the seed puts it; nothing where this pack has no such thing, or no fair question about it.
#[must_use]
pub fn item(ctx: &Context, id: &ItemId, seed: u64) -> Option<Item> {
    match QuestionId::find(ctx.pack, &id.0) {
        Some(question) => Some(written(ctx, question, seed)),
        None => kinds::find(ctx.pack, id).and_then(|(generator, subject)| generator.item(ctx, subject, seed)),
    }
}

/// What the item of that id is about; nothing where this pack has no such thing.
#[must_use]
pub fn about(pack: &Pack, id: &ItemId) -> Option<About> {
    if let Some(question) = QuestionId::find(pack, &id.0) {
        let question = &pack[question];
        return Some(About {
            document: question.cite.document,
            issues: question.issue.into_iter().collect(),
        });
    }
    let (_, subject) = kinds::find(pack, id)?;
    let document = subject.cite(pack)?.document;
    Some(About {
        document,
        issues: subject.issues(pack),
    })
}
