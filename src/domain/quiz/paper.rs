//! Drawing a paper: which items, in which order.

use super::context::Context;
use super::item::{Item, Task};
use super::kinds::{ALL, Generator, Subject};
use super::rng::Rng;
use super::written::written;
use crate::domain::pack::{DocumentId, IssueId, Pack, QuestionId, QuestionKind};
use crate::domain::text::holds;

/// What a paper is drawn from. Together with the pack it decides the paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperOptions {
    /// The same seed, the same paper.
    pub seed: u64,
    /// Documents that decide the items.
    pub documents: Scope<DocumentId>,
    /// Issues that the items bear on; an item that bears on none is drawn only where all are chosen.
    pub issues: Scope<IssueId>,
    /// Kinds of questions.
    pub kinds: Scope<QuestionKind>,
    /// How many items.
    pub count: u8,
    /// When feedback is given.
    pub mode: Mode,
}

/// Which of a list are chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Scope<T> {
    /// All of them.
    #[default]
    All,
    /// These.
    Only(Vec<T>),
}

impl<T: PartialEq> Scope<T> {
    /// Whether it is chosen.
    pub fn has(&self, item: &T) -> bool {
        match self {
            Self::All => true,
            Self::Only(chosen) => chosen.contains(item),
        }
    }
}

/// When feedback is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// At once, with the reason; an answer stands.
    #[default]
    Practice,
    /// At the end; until then answers can be changed.
    Test,
}

/// Items in the order in which they are put.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// The items; fewer than asked for where the pack has no more.
    pub items: Vec<Item>,
}

impl Paper {
    /// Draws a paper: spread over kinds and documents, written questions before generated ones where both would do.
    ///
    /// No two items of a kind rest on the same words. As long as there are others, no two rest on the same words at all,
    /// and none shows another's key.
    #[must_use]
    pub fn draw(ctx: &Context, options: &PaperOptions) -> Self {
        let mut candidates = candidates(ctx.pack, options);
        Rng::new(options.seed).shuffle(&mut candidates);
        let mut draw = Draw::default();
        while draw.chosen.len() < usize::from(options.count) {
            let Some(at) = draw.cheapest(&candidates) else {
                break;
            };
            let candidate = candidates.remove(at);
            if let Some(item) = candidate.source.item(ctx, options.seed) {
                draw.offer(ctx, item);
            }
        }
        draw.fill_up(usize::from(options.count));
        Self {
            items: draw.chosen.into_iter().map(|chosen| chosen.item).collect(),
        }
    }
}

/// Something that an item may be made of.
struct Candidate {
    source: Source,
    kind: QuestionKind,
    document: DocumentId,
}

#[derive(Clone, Copy)]
enum Source {
    Written(QuestionId),
    Generated(&'static Generator, Subject),
}

impl Source {
    fn item(self, ctx: &Context, seed: u64) -> Option<Item> {
        match self {
            Self::Written(question) => Some(written(ctx, question, seed)),
            Self::Generated(generator, subject) => generator.item(ctx, subject, seed),
        }
    }
}

/// Everything that the options let in.
fn candidates(pack: &Pack, options: &PaperOptions) -> Vec<Candidate> {
    let in_issues = |issues: &dyn Fn() -> Vec<IssueId>| match &options.issues {
        Scope::All => true,
        Scope::Only(chosen) => issues().iter().any(|issue| chosen.contains(issue)),
    };
    let written = pack.questions().filter_map(|id| {
        let question = &pack[id];
        let issues = || question.issue.into_iter().collect();
        in_issues(&issues).then_some(Candidate {
            source: Source::Written(id),
            kind: question.kind,
            document: question.cite.document,
        })
    });
    let generated = ALL
        .iter()
        .filter(|generator| options.kinds.has(&generator.kind))
        .flat_map(|generator| {
            generator.subjects(pack).into_iter().filter_map(move |subject| {
                let document = subject.cite(pack)?.document;
                let issues = || subject.issues(pack);
                in_issues(&issues).then_some(Candidate {
                    source: Source::Generated(generator, subject),
                    kind: generator.kind,
                    document,
                })
            })
        });
    let chosen =
        |candidate: &Candidate| options.kinds.has(&candidate.kind) && options.documents.has(&candidate.document);
    written.chain(generated).filter(chosen).collect()
}

/// A paper in the making.
#[derive(Default)]
struct Draw {
    chosen: Vec<Chosen>,
    /// Items that would do if there were no others.
    spare: Vec<Chosen>,
}

/// An item with what decides whether it goes with others.
struct Chosen {
    item: Item,
    shown: String,
    key: Option<String>,
}

/// Whether two items go into one paper.
#[derive(PartialEq, Eq)]
enum Fit {
    Good,
    Poor,
    None,
}

impl Draw {
    /// The candidate whose kind and document are the rarest so far; among equals, a written question.
    fn cheapest(&self, candidates: &[Candidate]) -> Option<usize> {
        let mut of_kind: Vec<(QuestionKind, usize)> = Vec::new();
        let mut of_document: Vec<(DocumentId, usize)> = Vec::new();
        for chosen in &self.chosen {
            count_one(&mut of_kind, chosen.item.kind);
            count_one(&mut of_document, chosen.item.document());
        }
        let cost = |candidate: &Candidate| {
            let generated = matches!(candidate.source, Source::Generated(..));
            2 * (count_of(&of_kind, candidate.kind) + count_of(&of_document, candidate.document))
                + usize::from(generated)
        };
        (0..candidates.len()).min_by_key(|at| cost(&candidates[*at]))
    }

    fn offer(&mut self, ctx: &Context, item: Item) {
        let new = Chosen::new(ctx, item);
        let fits = |fit: Fit| self.chosen.iter().any(|old| old.fit(&new) == fit);
        if fits(Fit::None) {
            return;
        }
        if fits(Fit::Poor) {
            self.spare.push(new);
        } else {
            self.chosen.push(new);
        }
    }

    /// Takes spare items where there were not enough others.
    fn fill_up(&mut self, count: usize) {
        for spare in std::mem::take(&mut self.spare) {
            let fits = self.chosen.iter().all(|old| old.fit(&spare) != Fit::None);
            if fits && self.chosen.len() < count {
                self.chosen.push(spare);
            }
        }
    }
}

fn count_one<K: PartialEq>(counts: &mut Vec<(K, usize)>, key: K) {
    match counts.iter_mut().find(|(known, _)| *known == key) {
        Some((_, count)) => *count += 1,
        None => counts.push((key, 1)),
    }
}

fn count_of<K: PartialEq>(counts: &[(K, usize)], key: K) -> usize {
    let known = counts.iter().find(|(known, _)| *known == key);
    known.map_or(0, |(_, count)| *count)
}

impl Chosen {
    fn new(ctx: &Context, item: Item) -> Self {
        let mut shown = [item.stem.as_str(), item.context.as_deref().unwrap_or("")].concat();
        parts(&item.task).for_each(|part| shown.push_str(part));
        let telling = !matches!(
            item.kind,
            QuestionKind::TrueFalse | QuestionKind::Basis | QuestionKind::WhichDocument
        );
        let key = match &item.task {
            Task::Choice { options, key } if telling => options.get(usize::from(*key)),
            Task::Typed { key, .. } => Some(key),
            _ => None,
        };
        let long = |key: &String| key.chars().count() >= 3;
        let key = key.map(|key| ctx.fold(key)).filter(long);
        Self {
            shown: ctx.fold(&shown),
            key,
            item,
        }
    }

    fn fit(&self, other: &Self) -> Fit {
        let (one, two) = (&self.item, &other.item);
        let same_paragraph = (one.cite.document, one.cite.paragraph) == (two.cite.document, two.cite.paragraph);
        let same_words = same_paragraph && one.cite.span.overlaps(two.cite.span);
        let same_text = one.kind == two.kind && self.shown == other.shown;
        let alike = parts(&one.task)
            .filter(|part| parts(&two.task).any(|other| other == *part))
            .count()
            > 1;
        let tells = |shown: &str, key: &Option<String>| key.as_ref().is_some_and(|key| holds(shown, key));
        if one.id == two.id || same_text || (same_words && one.kind == two.kind) {
            Fit::None
        } else if same_words || alike || tells(&self.shown, &other.key) || tells(&other.shown, &self.key) {
            Fit::Poor
        } else {
            Fit::Good
        }
    }
}

/// What an order or a match shows besides stem and context.
fn parts(task: &Task) -> impl Iterator<Item = &String> {
    let (some, more): (&[String], &[String]) = match task {
        Task::Order { items, .. } => (items, &[]),
        Task::Match { left, right, .. } => (left, right),
        Task::Choice { .. } | Task::Typed { .. } => (&[], &[]),
    };
    some.iter().chain(more)
}
