//! How near the columns of the matrix stand to each other: the pairs that rest on enough issues, and an order in which like
//! stands by like.

use std::cmp::Reverse;

use crate::domain::compare::{Filter, Pair, PairRow, Party};
use crate::domain::pack::{ActorId, Pack};

/// On so many issues both must have spoken. From three on, another reading of one issue cannot turn "on all issues alike"
/// into "on most issues not".
pub const LEAST: usize = 3;

/// The parties of a pack and how they stand to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Those that can be compared with at least one other, in an order that follows from their answers alone.
    pub parties: Vec<Party>,
    /// The pairs that spoke on at least [`LEAST`] common issues, in the pack's order.
    pub pairs: Vec<Pair>,
    /// The others, with the most issues that they share with any other.
    pub alone: Vec<(Party, usize)>,
}

impl Agreement {
    /// Compares every column of the matrix with every other. A column's answer to an issue is that of all its actors; where
    /// they differ, it has none ([`crate::domain::compare::Relation`]).
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        let sides = sides(pack);
        let all = pairs(pack, &sides);
        let most = |party: Party| {
            let of = all.iter().filter(|pair| pair.a == party || pair.b == party);
            of.map(|pair| common(pair).count()).max().unwrap_or(0)
        };
        let (parties, alone): (Vec<Party>, Vec<Party>) = sides.iter().partition(|party| most(**party) >= LEAST);
        let alone = alone.into_iter().map(|party| (party, most(party))).collect();
        let pairs: Vec<Pair> = all.into_iter().filter(|pair| common(pair).count() >= LEAST).collect();
        Self {
            parties: order(pack, parties, &pairs),
            alone,
            pairs,
        }
    }

    /// The pair of two parties, in whichever order, if it rests on enough issues.
    #[must_use]
    pub fn pair(&self, one: Party, other: Party) -> Option<&Pair> {
        find(&self.pairs, one, other)
    }

    /// The pairs as the lower half of a matrix of the parties has them, row by row.
    #[must_use]
    pub fn in_order(&self) -> Vec<&Pair> {
        let row = |(at, one): (usize, &Party)| {
            let pair = |other: &Party| self.pair(*one, *other);
            self.parties[..at].iter().filter_map(pair).collect::<Vec<_>>()
        };
        self.parties.iter().enumerate().flat_map(row).collect()
    }
}

/// The issues on which both have spoken.
pub fn common(pair: &Pair) -> impl Iterator<Item = &PairRow> {
    let both = |row: &&PairRow| !row.a.statements.is_empty() && !row.b.statements.is_empty();
    pair.rows.iter().filter(both)
}

/// The columns of which the pack has a statement, in its order.
fn sides(pack: &Pack) -> Vec<Party> {
    let speaks = |id: &ActorId| pack.statements.iter().any(|said| pack[said.actor].side == *id);
    pack.actors().filter(speaks).map(Party::Side).collect()
}

fn pairs(pack: &Pack, parties: &[Party]) -> Vec<Pair> {
    let with_later = |(at, one): (usize, &Party)| {
        let pair = |other: &Party| Pair::new(pack, &Filter::default(), *one, *other);
        parties[at + 1..].iter().map(pair).collect::<Vec<_>>()
    };
    parties.iter().enumerate().flat_map(with_later).collect()
}

fn find(pairs: &[Pair], one: Party, other: Party) -> Option<&Pair> {
    pairs
        .iter()
        .find(|pair| (pair.a, pair.b) == (one, other) || (pair.a, pair.b) == (other, one))
}

/// First the one whose reading comes first; then always the one that agrees most with all who stand there already, issues
/// on which it differs taken off, and of equals the one whose reading comes first.
fn order(pack: &Pack, mut rest: Vec<Party>, pairs: &[Pair]) -> Vec<Party> {
    rest.sort_by_key(|party| &pack[party.actor()].reading);
    let mut placed: Vec<Party> = Vec::new();
    while !rest.is_empty() {
        let nearness = |party: Party| placed.iter().map(|other| net(pairs, party, *other)).sum::<isize>();
        let next = (0..rest.len()).min_by_key(|at| (Reverse(nearness(rest[*at])), *at));
        placed.push(rest.remove(next.unwrap_or(0)));
    }
    placed
}

/// Issues on which two agree, wholly or in part, less those on which they differ.
fn net(pairs: &[Pair], one: Party, other: Party) -> isize {
    let tally = find(pairs, one, other).map(Pair::tally).unwrap_or_default();
    (tally.agree + tally.partly) as isize - tally.differ as isize
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::domain::compare::sample;
    use crate::domain::lang::Lang;

    #[track_caller]
    fn check(statements: &str, expected: Expect) {
        let pack = sample::pack(statements);
        let agreement = Agreement::new(&pack);
        let name = |party: Party| party.name(&pack, Lang::En);
        let parties: Vec<&str> = agreement.parties.iter().map(|party| name(*party)).collect();
        let pair = |pair: &Pair| {
            let signs: Vec<&str> = common(pair).map(|row| row.relation.name(Lang::En)).collect();
            format!("{} {}: {}\n", name(pair.a), name(pair.b), signs.join(", "))
        };
        let alone = |(party, most): &(Party, usize)| format!("alone {} {most}\n", name(*party));
        let lines = agreement
            .in_order()
            .into_iter()
            .map(pair)
            .chain(agreement.alone.iter().map(alone));
        expected.assert_eq(&format!("{}\n{}", parties.join(" "), lines.collect::<String>()));
    }

    #[test]
    fn compares_those_who_spoke_on_enough_issues() {
        check(
            "
            a  russia  force      opposes     direct     -  new
            b  putin   territory  opposes     direct     -  new
            c  russia  silent     supports    direct     -  new
            d  us      force      supports    reported   -  new
            e  trump   territory  opposes     reported   -  new
            f  us      silent     supports    reported   -  old
            g  trump   silent     opposes     reported   -  old
            h  france  force      conditional reported   -  old
            i  france  territory  supports    reported   -  old
            ",
            expect![[r#"
                RUSSIA US
                RUSSIA US: differ, agree, cannot be compared
                alone FRANCE 2
            "#]],
        );
    }

    #[test]
    fn like_stands_by_like() {
        let all = |actor: &str, stance: &str| -> String {
            let line = |issue: &str| format!("{actor} {actor} {issue} {stance} direct - new\n");
            ["force", "territory", "silent"].map(line).concat()
        };
        let statements = [
            all("critic", "opposes"),
            all("russia", "supports"),
            all("us", "opposes"),
            all("france", "conditional"),
        ];
        check(
            &statements.concat(),
            expect![[r#"
                AUTHORS US FRANCE RUSSIA
                AUTHORS US: agree, agree, agree
                AUTHORS FRANCE: differ, differ, differ
                US FRANCE: differ, differ, differ
                AUTHORS RUSSIA: differ, differ, differ
                RUSSIA US: differ, differ, differ
                RUSSIA FRANCE: partly agree, partly agree, partly agree
            "#]],
        );
    }

    #[test]
    fn nobody_spoke() {
        let none = Agreement::new(&sample::pack(""));
        assert!(none.parties.is_empty() && none.pairs.is_empty() && none.alone.is_empty());
    }
}
