//! Issues down, actors across.

use crate::domain::order::{sort, sort_by_key};
use crate::domain::pack::{ActorId, DocumentId, IssueId, Pack};

use super::cell::distinct;
use super::{Cell, Choice, Filter, Party};

/// The issues that a filter admits, and what each party says on them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// The parties: those the filter names, or else every side that speaks on one of its issues, in whatever document,
    /// period and way, so that columns do not come and go with these. None where the filter leaves no statement at all. In
    /// the pack's order, the documents' authors last.
    pub columns: Vec<Party>,
    /// One an issue, in the pack's order.
    pub rows: Vec<Row>,
}

/// One issue of a [`Matrix`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The issue.
    pub issue: IssueId,
    /// One a column.
    pub cells: Vec<Cell>,
    /// The only document in the whole pack that speaks on it, whatever the filter.
    pub rests_on_one_document: Option<DocumentId>,
}

/// Columns that are opened into their single actors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened(Vec<ActorId>);

impl Matrix {
    /// Builds the matrix. Every statement that the filter admits stands in exactly one cell.
    #[must_use]
    pub fn new(pack: &Pack, filter: &Filter, opened: &Opened) -> Self {
        let columns = columns(pack, filter, opened);
        let issues: Vec<IssueId> = pack.issues().filter(|id| filter.issues.admits(id)).collect();
        let grid = Cell::grid(pack, filter, &issues, &columns);
        let rows = issues.into_iter().zip(grid).map(|(issue, cells)| Row {
            issue,
            cells,
            rests_on_one_document: only_document(pack, issue),
        });
        Self {
            rows: rows.collect(),
            columns,
        }
    }
}

impl Opened {
    /// The opened columns, ascending.
    #[must_use]
    pub fn sides(&self) -> &[ActorId] {
        &self.0
    }

    /// Whether this column is opened.
    #[must_use]
    pub fn holds(&self, side: ActorId) -> bool {
        self.0.contains(&side)
    }

    /// Opens a column.
    pub fn open(&mut self, side: ActorId) {
        self.0.push(side);
        sort(&mut self.0);
        self.0.dedup();
    }

    /// Opens a column, or closes it where it is open.
    #[must_use]
    pub fn switched(&self, side: ActorId) -> Self {
        let mut opened = self.clone();
        match self.holds(side) {
            true => opened.0.retain(|other| *other != side),
            false => opened.open(side),
        }
        opened
    }
}

/// The parties that a filter leaves to compare. They stay also with nothing left to show, so that silence is seen and what
/// has been read stands where it stood; one that stands in a named side is not listed again beside it.
pub(super) fn columns(pack: &Pack, filter: &Filter, opened: &Opened) -> Vec<Party> {
    let on_issues = pack.statements.iter().filter(|one| filter.issues.admits(&one.issue));
    let speaking = distinct(on_issues.map(|one| one.actor));
    let closed: Vec<Party> = match &filter.actors {
        Choice::All if !pack.statements().any(|id| filter.admits(pack, id)) => Vec::new(),
        Choice::All => distinct(speaking.iter().map(|actor| Party::Side(pack[*actor].side))),
        Choice::Only(named) => {
            let within = |party: &Party| named.contains(&Party::Side(party.side(pack)));
            let alone = |party: &&Party| matches!(party, Party::Side(_)) || !within(party);
            named.iter().filter(alone).copied().collect()
        }
    };
    let mut columns: Vec<Party> = closed
        .into_iter()
        .flat_map(|party| parts(pack, party, opened, &speaking))
        .collect();
    sort_by_key(&mut columns, |party| party.order(pack));
    columns
}

/// The single actors of an opened side that speak; else the party itself.
fn parts(pack: &Pack, party: Party, opened: &Opened, speaking: &[ActorId]) -> Vec<Party> {
    let members: Vec<Party> = match party {
        Party::Side(side) if opened.holds(side) => {
            let of_side = speaking.iter().filter(|actor| party.has(pack, **actor));
            of_side.map(|actor| Party::Actor(*actor)).collect()
        }
        _ => Vec::new(),
    };
    match members.is_empty() {
        true => vec![party],
        false => members,
    }
}

/// The one document in which all statements on the issue stand.
pub(super) fn only_document(pack: &Pack, issue: IssueId) -> Option<DocumentId> {
    let on_issue = pack.statements.iter().filter(|one| one.issue == issue);
    match distinct(on_issue.map(|one| one.cite.document)).as_slice() {
        [document] => Some(*document),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use super::*;
    use crate::domain::compare::{Verdict, sample, table};
    use crate::domain::lang::Lang;
    use crate::domain::pack::FindBySlug;

    const STATEMENTS: &str = "
        a  russia  force      opposes     direct     2026-01-06  new
        b  putin   force      opposes     reported   -           new
        c  critic  force      ambiguous   inference  2026        bare
        d  us      force      supports    reported   -           old
        e  trump   force      conditional hedged     -           new
        f  trump   force      supports    direct     2026-01-06  new
        g  france  territory  no-comment  reported   -           bare
    ";

    #[track_caller]
    fn check(query: &str, expected: Expect) {
        let pack = sample::pack(STATEMENTS);
        let (filter, mut rest) = Filter::from_query(&pack, query);
        let opened = Opened::take(&pack, &mut rest);
        let matrix = Matrix::new(&pack, &filter, &opened);
        expected.assert_eq(&table::matrix(&pack, &matrix, Lang::En).to_tsv());
    }

    #[test]
    fn lists_who_holds_what() {
        check(
            "",
            expect![[r#"
                Issue	RUSSIA	US	FRANCE	AUTHORS	Rests on
                FORCE	opposes (2; own words)	they differ: supports (US, TRUMP; 2) / conditional (TRUMP; 1)	not stated	ambiguous (1; author's inference)	
                TERRITORY	not stated	not stated	no comment (1; reported)	not stated	only 資料bare
                SILENT	not stated	not stated	not stated	not stated	
            "#]],
        );
    }

    #[test]
    fn opens_a_column_into_its_actors() {
        check(
            "issues=force&docs=new,old&open=us,russia",
            expect![[r#"
                Issue	RUSSIA	PUTIN	US	TRUMP	AUTHORS	Rests on
                FORCE	opposes (1; own words)	opposes (1; reported)	supports (1; reported)	they differ: supports (TRUMP; 1) / conditional (TRUMP; 1)	filtered out (1)	
            "#]],
        );
    }

    #[test]
    fn a_named_actor_keeps_its_column_and_what_is_left_out_is_not_unstated() {
        check(
            "issues=force&actors=us,trump,putin,france&basis=hedged",
            expect![[r#"
                Issue	PUTIN	US	FRANCE	Rests on
                FORCE	filtered out (1)	conditional (1; hedged report) (filtered out: 2)	not stated	
            "#]],
        );
    }

    #[test]
    fn switches_columns() {
        let pack = sample::pack("");
        let us = ActorId::find(&pack, "us").expect("in the sample");
        let opened = Opened::default().switched(us);
        assert!(opened.holds(us));
        assert_eq!(opened.switched(us), Opened::default());
    }

    proptest! {
        #[test]
        fn every_admitted_statement_stands_in_one_cell(
            pack in sample::packs(),
            filter in sample::filters(),
            opened in sample::opened(),
        ) {
            let matrix = Matrix::new(&pack, &filter, &opened);
            let cells = matrix.rows.iter().flat_map(|row| &row.cells);
            let mut shown: Vec<_> = cells.flat_map(|cell| cell.statements.clone()).collect();
            shown.sort_unstable();
            let admitted = pack.statements().filter(|id| filter.admits(&pack, *id));
            prop_assert_eq!(shown, admitted.collect::<Vec<_>>());
        }

        #[test]
        fn stances_are_never_flattened(pack in sample::packs(), opened in sample::opened()) {
            let matrix = Matrix::new(&pack, &Filter::default(), &opened);
            for row in &matrix.rows {
                prop_assert_eq!(row.cells.len(), matrix.columns.len());
                for cell in &row.cells {
                    let stances = distinct(cell.statements.iter().map(|id| pack[*id].stance));
                    let told = match &cell.verdict {
                        Verdict::NotStated => vec![],
                        Verdict::One(stance) => vec![*stance],
                        Verdict::Differ(held) => held.iter().map(|held| held.stance).collect(),
                    };
                    prop_assert_eq!(told, stances);
                }
            }
        }
    }
}
