//! Two parties side by side, as plain objects.

use serde::Serialize;

use super::shape::{PartyShape, StatementShape};
use crate::domain::compare::{Cell, Obstacle, Pair, PairRow, Relation, Tally, Verdict};
use crate::domain::pack::{FindBySlug, Keyword, Pack};

/// Two parties side by side over all issues.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PairShape<'a> {
    a: PartyShape<'a>,
    b: PartyShape<'a>,
    /// The actor whose statements are taken out of the other's side.
    taken_out: Option<&'a str>,
    rows: Vec<RowShape<'a>>,
    tally: TallyShape,
}

/// One issue.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct RowShape<'a> {
    issue: &'a str,
    a: CellShape<'a>,
    b: CellShape<'a>,
    relation: &'static str,
    /// What stands in the way with either, where they cannot be compared.
    obstacles: Option<[Option<&'static str>; 2]>,
    /// How many days at least lie between the nearest statements of the two, where that is more than a year.
    days_apart: Option<u32>,
    /// The only document in the whole pack that speaks on the issue.
    rests_on: Option<&'a str>,
}

/// What one of them says on it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct CellShape<'a> {
    /// `not-stated`, `one` or `differ`: statements that differ are never made into one stance.
    verdict: &'static str,
    stances: Vec<&'static str>,
    statements: Vec<StatementShape<'a>>,
    /// How many more the filter leaves out.
    left_out: usize,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct TallyShape {
    agree: usize,
    partly: usize,
    differ: usize,
    cannot_compare: usize,
}

impl<'a> PairShape<'a> {
    /// A comparison.
    #[must_use]
    pub fn new(pack: &'a Pack, pair: &Pair) -> Self {
        let Tally {
            agree,
            partly,
            differ,
            cannot_compare,
        } = pair.tally();
        Self {
            a: PartyShape::new(pack, pair.a),
            b: PartyShape::new(pack, pair.b),
            taken_out: pair.taken_out.map(|actor| actor.slug(pack)),
            rows: pair.rows.iter().map(|row| RowShape::new(pack, row)).collect(),
            tally: TallyShape {
                agree,
                partly,
                differ,
                cannot_compare,
            },
        }
    }
}

impl<'a> RowShape<'a> {
    fn new(pack: &'a Pack, row: &PairRow) -> Self {
        let (relation, obstacles) = match row.relation {
            Relation::Agree => ("agree", None),
            Relation::Differ => ("differ", None),
            Relation::PartlyAgree => ("partly", None),
            Relation::CannotCompare { a, b } => ("cannot-compare", Some([a.map(word), b.map(word)])),
        };
        Self {
            issue: row.issue.slug(pack),
            a: CellShape::new(pack, &row.a),
            b: CellShape::new(pack, &row.b),
            relation,
            obstacles,
            days_apart: row.apart.map(|days| days.0),
            rests_on: row.rests_on_one_document.map(|document| document.slug(pack)),
        }
    }
}

fn word(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::NotStated => "not-stated",
        Obstacle::LeftOut => "left-out",
        Obstacle::DiffersWithin => "differs-within",
        Obstacle::Ambiguous => "ambiguous",
        Obstacle::NoComment => "no-comment",
    }
}

impl<'a> CellShape<'a> {
    fn new(pack: &'a Pack, cell: &Cell) -> Self {
        let (verdict, stances) = match &cell.verdict {
            Verdict::NotStated => ("not-stated", Vec::new()),
            Verdict::One(stance) => ("one", vec![stance.word()]),
            Verdict::Differ(held) => ("differ", held.iter().map(|held| held.stance.word()).collect()),
        };
        Self {
            verdict,
            stances,
            statements: cell
                .statements
                .iter()
                .map(|id| StatementShape::new(pack, *id))
                .collect(),
            left_out: cell.left_out.len(),
        }
    }
}
