//! Two parties side by side over all issues.

use crate::domain::date::{Days, PartialDate};
use crate::domain::pack::{ActorId, DocumentId, IssueId, Pack, Stance, StatementId};

use super::cell::distinct;
use super::matrix::only_document;
use super::{Cell, Filter, Party, Verdict};

/// Two parties side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The first.
    pub a: Party,
    /// The second.
    pub b: Party,
    /// Where one of the two is the other's whole side: the actor whose statements are taken out of that side, since
    /// nobody is compared with himself.
    pub taken_out: Option<ActorId>,
    /// One an issue that the filter admits, in the pack's order.
    pub rows: Vec<PairRow>,
}

/// One issue of a [`Pair`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairRow {
    /// The issue.
    pub issue: IssueId,
    /// What the first says.
    pub a: Cell,
    /// What the second says.
    pub b: Cell,
    /// How the two stand to each other.
    pub relation: Relation,
    /// How many days at least lie between the nearest statements of the two, where more than [`FAR`]. A statement
    /// without a date stands at the date of its document, at which it was reported; one in a document that has no
    /// date either is left aside.
    pub apart: Option<Days>,
    /// The only document in the whole pack that speaks on the issue.
    pub rests_on_one_document: Option<DocumentId>,
}

/// How two answers to the question of an issue stand to each other.
///
/// | | supports | conditional | opposes | ambiguous | no comment |
/// |---|---|---|---|---|---|
/// | **supports** | agree | partly | differ | – | – |
/// | **conditional** | partly | partly | differ | – | – |
/// | **opposes** | differ | differ | agree | – | – |
/// | **ambiguous** | – | – | – | – | – |
/// | **no comment** | – | – | – | – | – |
///
/// "–" cannot be compared, nor can a party that says nothing or whose own statements differ. Two conditional answers
/// agree only partly, since their conditions may be different ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Both answer yes, or both no.
    Agree,
    /// One answers yes, the other no.
    Differ,
    /// Both answer yes, at least one of them under a condition.
    PartlyAgree,
    /// At least one of them gives no single clear answer.
    CannotCompare {
        /// What stands in the way with the first.
        a: Option<Obstacle>,
        /// What stands in the way with the second.
        b: Option<Obstacle>,
    },
}

/// Why a party's answer cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The pack holds no statement of it.
    NotStated,
    /// The filter leaves out all its statements.
    LeftOut,
    /// Its own statements differ.
    DiffersWithin,
    /// Neither yes nor no.
    Ambiguous,
    /// It declined to answer.
    NoComment,
}

/// How many issues of a [`Pair`] there are of each relation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// They agree.
    pub agree: usize,
    /// They agree in part.
    pub partly: usize,
    /// They differ.
    pub differ: usize,
    /// They cannot be compared.
    pub cannot_compare: usize,
}

/// Statements further apart than this are flagged: positions change.
pub const FAR: Days = Days(365);

impl Pair {
    /// Compares two parties. The filter's choice of actors does not count here.
    #[must_use]
    pub fn new(pack: &Pack, filter: &Filter, a: Party, b: Party) -> Self {
        let filter = filter.of_every_actor();
        let issues: Vec<IssueId> = pack.issues().filter(|id| filter.issues.admits(id)).collect();
        let grid = Cell::grid(pack, &filter, &issues, &[a, b]);
        let rows = issues.into_iter().zip(grid).map(|(issue, mut cells)| {
            let second = cells.pop().unwrap_or_default();
            let first = cells.pop().unwrap_or_default();
            let second = if a == b { first.clone() } else { second };
            PairRow::new(pack, issue, first, second)
        });
        Self {
            rows: rows.collect(),
            taken_out: taken_out(pack, a, b),
            a,
            b,
        }
    }

    /// Counts the relations.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for row in &self.rows {
            *match row.relation {
                Relation::Agree => &mut tally.agree,
                Relation::PartlyAgree => &mut tally.partly,
                Relation::Differ => &mut tally.differ,
                Relation::CannotCompare { .. } => &mut tally.cannot_compare,
            } += 1;
        }
        tally
    }
}

impl PairRow {
    fn new(pack: &Pack, issue: IssueId, a: Cell, b: Cell) -> Self {
        Self {
            relation: Relation::of(&a, &b),
            apart: apart(pack, &a.statements, &b.statements),
            rests_on_one_document: only_document(pack, issue),
            issue,
            a,
            b,
        }
    }
}

impl Relation {
    /// How two cells stand to each other.
    #[must_use]
    pub fn of(a: &Cell, b: &Cell) -> Self {
        use Stance::{Conditional, Opposes, Supports};
        match (answer(a), answer(b)) {
            (Ok(Supports), Ok(Supports)) | (Ok(Opposes), Ok(Opposes)) => Self::Agree,
            (Ok(Supports | Conditional), Ok(Supports | Conditional)) => Self::PartlyAgree,
            (Ok(_), Ok(_)) => Self::Differ,
            (a, b) => Self::CannotCompare { a: a.err(), b: b.err() },
        }
    }
}

/// The clear answer of a cell, a yes, a conditional yes or a no.
fn answer(cell: &Cell) -> Result<Stance, Obstacle> {
    match &cell.verdict {
        Verdict::NotStated if !cell.left_out.is_empty() => Err(Obstacle::LeftOut),
        Verdict::NotStated => Err(Obstacle::NotStated),
        Verdict::Differ(_) => Err(Obstacle::DiffersWithin),
        Verdict::One(Stance::Ambiguous) => Err(Obstacle::Ambiguous),
        Verdict::One(Stance::NoComment) => Err(Obstacle::NoComment),
        Verdict::One(stance) => Ok(*stance),
    }
}

/// The actor of one party that the side of the other would hold too.
fn taken_out(pack: &Pack, a: Party, b: Party) -> Option<ActorId> {
    match (a, b) {
        (Party::Side(_), Party::Actor(actor)) if a.has(pack, actor) => Some(actor),
        (Party::Actor(actor), Party::Side(_)) if b.has(pack, actor) => Some(actor),
        _ => None,
    }
}

/// The least time between a statement of one and a statement of the other, where it is long.
fn apart(pack: &Pack, a: &[StatementId], b: &[StatementId]) -> Option<Days> {
    let date = |id: &StatementId| pack[*id].date.or(pack[pack[*id].cite.document].date);
    let others = distinct(b.iter().filter_map(date));
    let ones = distinct(a.iter().filter_map(date)).into_iter();
    let gaps = ones.flat_map(|one| others.iter().map(move |other| days_between(one, *other)));
    gaps.min().filter(|least| *least > FAR)
}

/// The fewest days that can lie between the two.
fn days_between(a: PartialDate, b: PartialDate) -> Days {
    let gap = (b.first_day() - a.last_day()).max(a.first_day() - b.last_day());
    Days(gap.max(0).unsigned_abs())
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::domain::compare::{sample, table};
    use crate::domain::lang::Lang;

    const STATEMENTS: &str = "
        a  russia  force      opposes     direct     2026-01-06  new
        b  putin   force      opposes     reported   -           new
        c  putin   territory  supports    hedged     2024-11-17  old
        d  us      force      supports    reported   -           old
        e  trump   territory  conditional hedged     2026        new
        f  france  force      conditional direct     2026-01-06  new
        g  france  territory  no-comment  reported   -           bare
        h  trump   silent     supports    reported   -           bare
        i  us      silent     opposes     reported   -           bare
    ";

    #[track_caller]
    fn check(query: &str, a: &str, b: &str, expected: Expect) {
        let pack = sample::pack(STATEMENTS);
        let (filter, _) = Filter::from_query(&pack, query);
        let pair = Pair::new(&pack, &filter, sample::party(&pack, a), sample::party(&pack, b));
        expected.assert_eq(&table::pair(&pack, &pair, Lang::En).to_tsv());
    }

    #[test]
    fn relates_two_sides() {
        check(
            "",
            "russia",
            "us",
            expect![[r#"
                Issue	RUSSIA	US	Relation	Mind
                FORCE	opposes: says-a (RUSSIA, 資料new ¶1) opposes: says-b (PUTIN, 資料new ¶1)	supports: says-d (US, 資料old ¶1)	differ	said or reported 407 days apart or more
                TERRITORY	supports: says-c (PUTIN, 資料old ¶1)	conditional: says-e (TRUMP, 資料new ¶1)	partly agree	said or reported 410 days apart or more
                SILENT	not stated	supports: says-h (TRUMP, 資料bare ¶1) opposes: says-i (US, 資料bare ¶1)	cannot be compared (RUSSIA: not stated, US: its statements differ)	only 資料bare
            "#]],
        );
        check(
            "actors=us",
            "russia",
            "france",
            expect![[r#"
                Issue	RUSSIA	FRANCE	Relation	Mind
                FORCE	opposes: says-a (RUSSIA, 資料new ¶1) opposes: says-b (PUTIN, 資料new ¶1)	conditional: says-f (FRANCE, 資料new ¶1)	differ	
                TERRITORY	supports: says-c (PUTIN, 資料old ¶1)	no comment: says-g (FRANCE, 資料bare ¶1)	cannot be compared (FRANCE: no comment)	
                SILENT	not stated	not stated	cannot be compared (RUSSIA: not stated, FRANCE: not stated)	only 資料bare
            "#]],
        );
    }

    #[test]
    fn nobody_is_compared_with_himself() {
        check(
            "issues=force",
            "russia",
            "putin",
            expect![[r#"
                Issue	RUSSIA (without PUTIN)	PUTIN	Relation	Mind
                FORCE	opposes: says-a (RUSSIA, 資料new ¶1)	opposes: says-b (PUTIN, 資料new ¶1)	agree	
            "#]],
        );
        check(
            "issues=force",
            "us",
            "us",
            expect![[r#"
                Issue	US	US	Relation	Mind
                FORCE	supports: says-d (US, 資料old ¶1)	supports: says-d (US, 資料old ¶1)	agree	
            "#]],
        );
    }

    #[test]
    fn what_the_filter_leaves_out_is_not_unstated() {
        check(
            "docs=old",
            "russia",
            "france",
            expect![[r#"
                Issue	RUSSIA	FRANCE	Relation	Mind
                FORCE	filtered out (2)	filtered out (1)	cannot be compared (RUSSIA: filtered out, FRANCE: filtered out)	
                TERRITORY	supports: says-c (PUTIN, 資料old ¶1)	filtered out (1)	cannot be compared (FRANCE: filtered out)	
                SILENT	not stated	not stated	cannot be compared (RUSSIA: not stated, FRANCE: not stated)	only 資料bare
            "#]],
        );
    }

    #[test]
    fn the_table_of_relations_is_symmetric() {
        for a in Stance::ALL {
            for b in Stance::ALL {
                let cell = |stance| Cell {
                    verdict: Verdict::One(stance),
                    ..Cell::default()
                };
                let turned = match Relation::of(&cell(b), &cell(a)) {
                    Relation::CannotCompare { a, b } => Relation::CannotCompare { a: b, b: a },
                    relation => relation,
                };
                assert_eq!(Relation::of(&cell(a), &cell(b)), turned, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn counts_relations() {
        let pack = sample::pack(STATEMENTS);
        let party = |slug| sample::party(&pack, slug);
        let pair = Pair::new(&pack, &Filter::default(), party("putin"), party("us"));
        let tally = Tally {
            partly: 1,
            differ: 1,
            cannot_compare: 1,
            ..Tally::default()
        };
        assert_eq!(pair.tally(), tally);
    }
}
