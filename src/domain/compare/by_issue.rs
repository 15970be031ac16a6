//! One issue over all actors.

use crate::domain::pack::{ActorId, DocumentId, IssueId, Pack, Stance, StatementId};

use super::cell::distinct;
use super::matrix::{columns, only_document};
use super::{Cell, Filter, Opened, Party, Verdict};

/// One issue over all actors, stance by stance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByIssue {
    /// The issue.
    pub issue: IssueId,
    /// The stances that somebody takes, in the fixed order of [`Stance::ALL`]. An actor whose statements differ
    /// stands in several of them.
    pub groups: Vec<StanceGroup>,
    /// Columns whose statements differ.
    pub divided: Vec<Party>,
    /// Columns of the matrix that state nothing on it.
    pub not_stated: Vec<Party>,
    /// Columns that state something on it that the filter leaves out.
    pub left_out: Vec<Party>,
    /// The only document in the whole pack that speaks on it.
    pub rests_on_one_document: Option<DocumentId>,
}

/// A stance and those who take it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StanceGroup {
    /// The stance.
    pub stance: Stance,
    /// Those who take it: columns in the order of the matrix, in each the pack's order.
    pub holders: Vec<Holder>,
}

/// An actor and the statements in which it takes a stance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub actor: ActorId,
    /// In which statements.
    pub statements: Vec<StatementId>,
}

impl ByIssue {
    /// Gathers what is said on one issue. The filter's choice of issues does not count here, nor for the columns.
    #[must_use]
    pub fn new(pack: &Pack, filter: &Filter, issue: IssueId) -> Self {
        let filter = filter.on_every_issue();
        let parties = columns(pack, &filter, &Opened::default());
        let cells = Cell::grid(pack, &filter, &[issue], &parties).pop();
        let cells = cells.unwrap_or_default();
        let those = |test: fn(&Cell) -> bool| {
            let fit = parties.iter().zip(&cells).filter(|(_, cell)| test(cell));
            fit.map(|(party, _)| *party).collect()
        };
        Self {
            issue,
            divided: those(|cell| matches!(cell.verdict, Verdict::Differ(_))),
            not_stated: those(|cell| cell.statements.is_empty() && cell.left_out.is_empty()),
            left_out: those(|cell| cell.statements.is_empty() && !cell.left_out.is_empty()),
            groups: groups(pack, &cells),
            rests_on_one_document: only_document(pack, issue),
        }
    }
}

/// The groups of the stances that somebody takes.
fn groups(pack: &Pack, cells: &[Cell]) -> Vec<StanceGroup> {
    let group = |stance| StanceGroup {
        stance,
        holders: holders(pack, cells, stance),
    };
    let groups = Stance::ALL.into_iter().map(group);
    groups.filter(|group| !group.holders.is_empty()).collect()
}

/// The holders of a stance, column by column.
fn holders(pack: &Pack, cells: &[Cell], stance: Stance) -> Vec<Holder> {
    let mut holders = Vec::new();
    for cell in cells {
        let taking = |id: &StatementId| pack[*id].stance == stance;
        let here: Vec<StatementId> = cell.statements.iter().copied().filter(taking).collect();
        for actor in distinct(here.iter().map(|id| pack[*id].actor)) {
            let by_actor = here.iter().copied().filter(|id| pack[*id].actor == actor);
            holders.push(Holder {
                actor,
                statements: by_actor.collect(),
            });
        }
    }
    holders
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::domain::compare::{sample, table};
    use crate::domain::lang::Lang;
    use crate::domain::pack::FindBySlug;

    const STATEMENTS: &str = "
        a  critic  force      supports    inference  -           new
        b  russia  force      opposes     direct     2026-01-06  new
        c  putin   force      opposes     reported   -           new
        d  trump   force      conditional hedged     -           new
        e  trump   force      supports    direct     2026-01-06  old
        f  us      force      supports    direct     2026-01-06  new
        g  france  territory  no-comment  reported   -           bare
        h  trump   force      supports    direct     2026-01-07  new
    ";

    #[track_caller]
    fn check(query: &str, expected: Expect) {
        let pack = sample::pack(STATEMENTS);
        let (filter, _) = Filter::from_query(&pack, query);
        let issue = IssueId::find(&pack, "force").expect("in the sample");
        let view = ByIssue::new(&pack, &filter, issue);
        expected.assert_eq(&table::by_issue(&pack, &view, Lang::En).to_tsv());
    }

    #[test]
    fn groups_by_stance_and_actor() {
        check(
            "",
            expect![[r#"
                Issue	Actor	Stance	Condition	Paraphrase	Quote	Said on	Speaker	Reporter	Attribution	Cue	Source
                FORCE	US	supports		says-f		6 January 2026	US	the document's author	own words	cue-f	資料new ¶1
                FORCE	TRUMP	supports		says-e		6 January 2026	TRUMP	the document's author	own words	cue-e	資料old ¶1
                FORCE	TRUMP	supports		says-h		7 January 2026	TRUMP	the document's author	own words	cue-h	資料new ¶1
                FORCE	CRITIC	supports		says-a		not given (by 7 January 2026)	the document's author	the document's author	author's inference	cue-a	資料new ¶1
                FORCE	TRUMP	conditional	if-d	says-d		not given (by 7 January 2026)	TRUMP	the document's author	hedged report	cue-d	資料new ¶1
                FORCE	RUSSIA	opposes		says-b		6 January 2026	RUSSIA	the document's author	own words	cue-b	資料new ¶1
                FORCE	PUTIN	opposes		says-c		not given (by 7 January 2026)	PUTIN	the document's author	reported	cue-c	資料new ¶1
                	FRANCE	not stated									
            "#]],
        );
    }

    #[test]
    fn what_the_filter_leaves_out_is_not_unstated() {
        check(
            "actors=putin,trump,france&docs=old&issues=silent",
            expect![[r#"
                Issue	Actor	Stance	Condition	Paraphrase	Quote	Said on	Speaker	Reporter	Attribution	Cue	Source
                FORCE	TRUMP	supports		says-e		6 January 2026	TRUMP	the document's author	own words	cue-e	資料old ¶1
                	PUTIN	filtered out									
                	FRANCE	not stated									
            "#]],
        );
    }

    #[test]
    fn says_who_is_divided() {
        let pack = sample::pack(STATEMENTS);
        let issue = IssueId::find(&pack, "force").expect("in the sample");
        let view = ByIssue::new(&pack, &Filter::default(), issue);
        assert_eq!(view.divided, [sample::party(&pack, "us")]);
    }
}
