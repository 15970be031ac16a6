//! What one party says on one issue.

use crate::domain::order::sort;
use crate::domain::pack::{ActorId, Attribution, DocumentId, IssueId, Pack, Stance, StatementId};

use super::{Filter, Party};

/// What one party says on one issue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The statements, in the pack's order.
    pub statements: Vec<StatementId>,
    /// What they come to.
    pub verdict: Verdict,
    /// The nearest that any of them comes to us: direct where there is one in the speaker's own words.
    pub nearest: Option<Attribution>,
    /// The documents they stand in.
    pub documents: Vec<DocumentId>,
    /// Those that the filter leaves out, in the pack's order; without `statements`, "not stated" would be wrong unless this
    /// is empty.
    pub left_out: Vec<StatementId>,
}

/// What the statements of a cell come to. Statements that differ are never made into one stance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    /// There is no statement.
    #[default]
    NotStated,
    /// Every statement takes this stance.
    One(Stance),
    /// The statements take these stances, in the fixed order of [`Stance::ALL`].
    Differ(Vec<Held>),
}

/// A stance and those who hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The stance.
    pub stance: Stance,
    /// Who holds it, in the pack's order.
    pub holders: Vec<ActorId>,
    /// The statements that say so.
    pub statements: Vec<StatementId>,
}

impl Cell {
    /// The cell of these statements.
    #[must_use]
    pub fn new(pack: &Pack, statements: Vec<StatementId>, left_out: Vec<StatementId>) -> Self {
        Self {
            verdict: Verdict::of(pack, &statements),
            nearest: statements.iter().map(|id| pack[*id].attribution).min(),
            documents: distinct(statements.iter().map(|id| pack[*id].cite.document)),
            statements,
            left_out,
        }
    }

    /// The cells of some issues (rows) and parties (columns), in one pass over the pack. A statement stands in one
    /// cell only: where an actor is listed beside its side, what it says stands under the actor.
    pub(super) fn grid(pack: &Pack, filter: &Filter, issues: &[IssueId], parties: &[Party]) -> Vec<Vec<Self>> {
        let rows: Vec<Option<usize>> = pack.issues().map(|id| position(issues, &id)).collect();
        let seats: Vec<Option<usize>> = pack.actors().map(|id| seat(pack, parties, id)).collect();
        let mut drafts = vec![vec![(Vec::new(), Vec::new()); parties.len()]; issues.len()];
        for id in pack.statements() {
            let statement = &pack[id];
            let row = rows[usize::from(statement.issue.0)];
            let column = seats[usize::from(statement.actor.0)];
            let Some((row, column)) = row.zip(column) else {
                continue;
            };
            let (shown, left_out) = &mut drafts[row][column];
            match filter.admits_on_any_issue(pack, id) {
                true => shown.push(id),
                false => left_out.push(id),
            }
        }
        let cell = |(shown, left_out)| Self::new(pack, shown, left_out);
        let row = |drafts: Vec<_>| drafts.into_iter().map(cell).collect();
        drafts.into_iter().map(row).collect()
    }
}

impl Verdict {
    /// What these statements come to.
    #[must_use]
    pub fn of(pack: &Pack, statements: &[StatementId]) -> Self {
        let mut stances = statements.iter().map(|id| pack[*id].stance);
        match stances.next() {
            None => Self::NotStated,
            Some(stance) if stances.all(|other| other == stance) => Self::One(stance),
            Some(_) => Self::Differ(Held::each(pack, statements)),
        }
    }
}

impl Held {
    /// The stances of these statements, in their fixed order, with those who hold them.
    pub(super) fn each(pack: &Pack, statements: &[StatementId]) -> Vec<Self> {
        let hold = |stance| {
            let says = |id: &StatementId| pack[*id].stance == stance;
            let statements: Vec<StatementId> = statements.iter().copied().filter(says).collect();
            let holders = distinct(statements.iter().map(|id| pack[*id].actor));
            (!statements.is_empty()).then_some(Self {
                stance,
                holders,
                statements,
            })
        };
        Stance::ALL.into_iter().filter_map(hold).collect()
    }
}

/// Each once, ascending.
pub(super) fn distinct<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    sort(&mut items);
    items.dedup();
    items
}

/// The column of an actor: its own before that of its side.
fn seat(pack: &Pack, parties: &[Party], actor: ActorId) -> Option<usize> {
    position(parties, &Party::Actor(actor)).or_else(|| position(parties, &Party::Side(pack[actor].side)))
}

fn position<T: PartialEq>(items: &[T], item: &T) -> Option<usize> {
    items.iter().position(|other| other == item)
}
