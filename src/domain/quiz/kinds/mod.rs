//! The kinds of generated questions, one file a kind; [`ALL`] lists them.
//!
//! A new kind is a file with a `const …: Generator` and a line in [`ALL`].

mod basis;
mod cloze;
mod figure;
mod match_position;
mod order;
mod term;
mod true_false;
mod which_document;
mod who_said;

pub use basis::BASES;
pub use cloze::GAP;
pub use true_false::TRUE_OR_FALSE;

use super::context::Context;
use super::item::{Item, ItemId, Origin, Task};
use super::rng::Rng;
use crate::domain::order::sort;
use crate::domain::pack::{
    Citation, DocumentId, EventId, FigureId, FindBySlug, Ground, IssueId, Pack, QuestionKind, Statement, StatementId,
    TermId,
};

/// Every generator. The order is part of what a seed means: add at the end.
pub const ALL: &[Generator] = &[
    term::TERM_OF_GLOSS,
    term::GLOSS_OF_TERM,
    who_said::WHO_SAID,
    cloze::CLOZE,
    order::ORDER,
    true_false::TRUE_FALSE,
    basis::BASIS,
    match_position::MATCH,
    which_document::OF_EVENT,
    which_document::OF_FIGURE,
    which_document::OF_STATEMENT,
    figure::MEANING_OF_VALUE,
    figure::VALUE_OF_MEANING,
];

/// One way to ask about one sort of thing.
pub struct Generator {
    /// Part of the ids of its items; never changed, never the beginning of another's name.
    pub name: &'static str,
    /// Which kind of knowledge it asks for.
    pub kind: QuestionKind,
    /// How it asks.
    pub pose: Pose,
}

/// How a question is put, by the sort of thing that it is about. Each gives nothing where no fair question can be made.
pub enum Pose {
    /// About a glossary entry.
    OfTerm(fn(&Context, &mut Rng, TermId) -> Option<Draft>),
    /// About a statement.
    OfStatement(fn(&Context, &mut Rng, StatementId) -> Option<Draft>),
    /// About an event.
    OfEvent(fn(&Context, &mut Rng, EventId) -> Option<Draft>),
    /// About a figure.
    OfFigure(fn(&Context, &mut Rng, FigureId) -> Option<Draft>),
    /// About what a document tells on an issue.
    OfIssue(fn(&Context, &mut Rng, IssueId, DocumentId) -> Option<Draft>),
}

/// What a generator decides of an item.
pub struct Draft {
    /// The question.
    pub stem: String,
    /// What it is about.
    pub context: Option<String>,
    /// What is to be answered.
    pub task: Task,
    /// Feedback.
    pub why: String,
    /// The deciding place.
    pub cite: Citation,
}

/// Something that can be asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A glossary entry.
    Term(TermId),
    /// A statement.
    Statement(StatementId),
    /// An event.
    Event(EventId),
    /// A figure.
    Figure(FigureId),
    /// What a document tells on an issue.
    IssueIn(IssueId, DocumentId),
}

impl Generator {
    /// Everything that this generator may be able to ask about.
    #[must_use]
    pub fn subjects(&self, pack: &Pack) -> Vec<Subject> {
        match self.pose {
            Pose::OfTerm(_) => pack.terms().map(Subject::Term).collect(),
            Pose::OfStatement(_) => pack.statements().map(Subject::Statement).collect(),
            Pose::OfEvent(_) => pack.events().map(Subject::Event).collect(),
            Pose::OfFigure(_) => pack.figures().map(Subject::Figure).collect(),
            Pose::OfIssue(_) => {
                let told = |issue| pack.documents().map(move |document| Subject::IssueIn(issue, document));
                pack.issues().flat_map(told).collect()
            }
        }
    }

    /// The id of its item about that thing.
    #[must_use]
    pub fn id(&self, pack: &Pack, subject: Subject) -> ItemId {
        ItemId(["gen-", self.name, "-", &subject.slug(pack)].concat())
    }

    /// The item about that thing, or nothing where no fair question can be made of it. The same seed gives the same
    /// item.
    #[must_use]
    pub fn item(&self, ctx: &Context, subject: Subject, seed: u64) -> Option<Item> {
        let id = self.id(ctx.pack, subject);
        let rng = &mut Rng::for_item(seed, &id.0);
        let draft = match (&self.pose, subject) {
            (Pose::OfTerm(pose), Subject::Term(term)) => pose(ctx, rng, term),
            (Pose::OfStatement(pose), Subject::Statement(statement)) => pose(ctx, rng, statement),
            (Pose::OfEvent(pose), Subject::Event(event)) => pose(ctx, rng, event),
            (Pose::OfFigure(pose), Subject::Figure(figure)) => pose(ctx, rng, figure),
            (Pose::OfIssue(pose), Subject::IssueIn(issue, document)) => pose(ctx, rng, issue, document),
            _ => None,
        }?;
        Some(Item {
            id,
            origin: Origin::Generated,
            kind: self.kind,
            stem: draft.stem,
            context: draft.context,
            task: draft.task,
            why: draft.why,
            cite: draft.cite,
            issues: subject.issues(ctx.pack),
        })
    }

    /// The thing that an id of this generator is about.
    fn subject(&self, pack: &Pack, id: &ItemId) -> Option<Subject> {
        let slug = id.0.strip_prefix("gen-")?.strip_prefix(self.name)?.strip_prefix('-')?;
        match self.pose {
            Pose::OfTerm(_) => FindBySlug::find(pack, slug).map(Subject::Term),
            Pose::OfStatement(_) => FindBySlug::find(pack, slug).map(Subject::Statement),
            Pose::OfEvent(_) => FindBySlug::find(pack, slug).map(Subject::Event),
            Pose::OfFigure(_) => FindBySlug::find(pack, slug).map(Subject::Figure),
            Pose::OfIssue(_) => {
                let (issue, document) = slug.split_once('.')?;
                Some(Subject::IssueIn(
                    FindBySlug::find(pack, issue)?,
                    FindBySlug::find(pack, document)?,
                ))
            }
        }
    }
}

impl Subject {
    /// The place that a question about it rests on.
    #[must_use]
    pub fn cite(self, pack: &Pack) -> Option<Citation> {
        match self {
            Self::Term(term) => pack[term].says.iter().find_map(|says| match says.ground {
                Ground::Cited(cite) => Some(cite),
                Ground::Background(_) => None,
            }),
            Self::Statement(statement) => Some(pack[statement].cite),
            Self::Event(event) => Some(pack[event].cite),
            Self::Figure(figure) => Some(pack[figure].cite),
            Self::IssueIn(issue, document) => pack
                .statements
                .iter()
                .find(|said| said.issue == issue && said.cite.document == document)
                .map(|said| said.cite),
        }
    }

    /// The issues it bears on: a statement's own, or those of the statements in the paragraph it rests on.
    #[must_use]
    pub fn issues(self, pack: &Pack) -> Vec<IssueId> {
        match self {
            Self::Statement(statement) => vec![pack[statement].issue],
            Self::IssueIn(issue, _) => vec![issue],
            _ => self.cite(pack).map(|cite| issues_at(pack, cite)).unwrap_or_default(),
        }
    }

    /// The end of the ids of items about it.
    #[must_use]
    pub fn slug(self, pack: &Pack) -> String {
        match self {
            Self::Term(term) => term.slug(pack).to_owned(),
            Self::Statement(statement) => statement.slug(pack).to_owned(),
            Self::Event(event) => event.slug(pack).to_owned(),
            Self::Figure(figure) => figure.slug(pack).to_owned(),
            Self::IssueIn(issue, document) => [issue.slug(pack), ".", document.slug(pack)].concat(),
        }
    }
}

/// The issues of the statements that rest on the cited paragraph.
fn issues_at(pack: &Pack, cite: Citation) -> Vec<IssueId> {
    let here = |said: &&Statement| (said.cite.document, said.cite.paragraph) == (cite.document, cite.paragraph);
    let mut issues: Vec<IssueId> = pack.statements.iter().filter(here).map(|said| said.issue).collect();
    sort(&mut issues);
    issues.dedup();
    issues
}

/// The generator and the thing that an id names, where this pack has them.
#[must_use]
pub fn find(pack: &Pack, id: &ItemId) -> Option<(&'static Generator, Subject)> {
    ALL.iter()
        .find_map(|generator| generator.subject(pack, id).map(|subject| (generator, subject)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_never_the_beginning_of_another() {
        for one in ALL {
            let clash = ALL
                .iter()
                .filter(|other| [other.name, "-"].concat().starts_with(&[one.name, "-"].concat()));
            assert_eq!(clash.count(), 1, "{}", one.name);
        }
    }
}
