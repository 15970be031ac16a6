//! One issue over time.

use crate::domain::date::PartialDate;
use crate::domain::order::sort_by_key;
use crate::domain::pack::{DocumentId, IssueId, Pack, StatementId};

use super::Filter;
use super::cell::distinct;

/// What is said on one issue, by the date it was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverTime {
    /// The issue.
    pub issue: IssueId,
    /// Ascending; a month before its days.
    pub dated: Vec<Dated>,
    /// Statements without a date, by the document they stand in.
    pub undated: Vec<UndatedIn>,
}

/// What was said at one date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// When.
    pub date: PartialDate,
    /// In the pack's order.
    pub statements: Vec<StatementId>,
}

/// Statements of one document that have no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndatedIn {
    /// The document.
    pub document: DocumentId,
    /// Its date: nothing is said after its report.
    pub not_later_than: Option<PartialDate>,
    /// In the pack's order.
    pub statements: Vec<StatementId>,
}

impl OverTime {
    /// Gathers what is said on one issue. The filter's choice of issues does not count here.
    #[must_use]
    pub fn new(pack: &Pack, filter: &Filter, issue: IssueId) -> Self {
        let said: Vec<StatementId> = pack
            .statements()
            .filter(|id| pack[*id].issue == issue && filter.admits_on_any_issue(pack, *id))
            .collect();
        Self {
            issue,
            dated: dated(pack, &said),
            undated: undated(pack, &said),
        }
    }
}

fn dated(pack: &Pack, said: &[StatementId]) -> Vec<Dated> {
    let at = |date| Dated {
        date,
        statements: those(said, |id| pack[id].date == Some(date)),
    };
    let dates = distinct(said.iter().filter_map(|id| pack[*id].date));
    dates.into_iter().map(at).collect()
}

/// Documents by their date, those without one last.
fn undated(pack: &Pack, said: &[StatementId]) -> Vec<UndatedIn> {
    let undated = those(said, |id| pack[id].date.is_none());
    let mut documents = distinct(undated.iter().map(|id| pack[*id].cite.document));
    sort_by_key(&mut documents, |id| (pack[*id].date.is_none(), pack[*id].date));
    let within = |document| UndatedIn {
        document,
        not_later_than: pack[document].date,
        statements: those(&undated, |id| pack[id].cite.document == document),
    };
    documents.into_iter().map(within).collect()
}

fn those(said: &[StatementId], test: impl Fn(StatementId) -> bool) -> Vec<StatementId> {
    said.iter().copied().filter(|id| test(*id)).collect()
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::domain::compare::{sample, table};
    use crate::domain::lang::Lang;
    use crate::domain::pack::FindBySlug;

    const STATEMENTS: &str = "
        a  critic  force      supports    inference  -           bare
        b  russia  force      opposes     direct     2026-01-06  new
        c  putin   force      opposes     reported   -           new
        d  trump   force      conditional hedged     2026-01     new
        e  trump   force      supports    direct     2024-11-17  old
        f  us      force      supports    direct     -           old
        g  france  territory  no-comment  reported   -           bare
        h  us      force      supports    direct     2026-01-06  new
    ";

    #[track_caller]
    fn check(query: &str, expected: Expect) {
        let pack = sample::pack(STATEMENTS);
        let (filter, _) = Filter::from_query(&pack, query);
        let issue = IssueId::find(&pack, "force").expect("in the sample");
        let view = OverTime::new(&pack, &filter, issue);
        expected.assert_eq(&table::over_time(&pack, &view, Lang::Ja).to_tsv());
    }

    #[test]
    fn orders_by_date_and_keeps_the_undated_apart() {
        check(
            "",
            expect![[r#"
                論点	主体	立場	条件	要約	引用	言った日	話し手	伝え手	伝え方	手がかり	出典
                force	trump	支持		says-e		2024年11月17日	trump	資料の筆者	本人の言葉	cue-e	資料old ¶1
                force	trump	条件つき	if-d	says-d		2026年1月	trump	資料の筆者	ぼかした報道	cue-d	資料new ¶1
                force	russia	反対		says-b		2026年1月6日	russia	資料の筆者	本人の言葉	cue-b	資料new ¶1
                force	us	支持		says-h		2026年1月6日	us	資料の筆者	本人の言葉	cue-h	資料new ¶1
                force	us	支持		says-f		示されていない（2024年11月25日まで）	us	資料の筆者	本人の言葉	cue-f	資料old ¶1
                force	putin	反対		says-c		示されていない（2026年1月7日まで）	putin	資料の筆者	報道	cue-c	資料new ¶1
                force	critic	支持		says-a		示されていない	資料の筆者	資料の筆者	筆者の推測	cue-a	資料bare ¶1
            "#]],
        );
        check(
            "issues=silent&from=2026",
            expect![[r#"
                論点	主体	立場	条件	要約	引用	言った日	話し手	伝え手	伝え方	手がかり	出典
                force	trump	条件つき	if-d	says-d		2026年1月	trump	資料の筆者	ぼかした報道	cue-d	資料new ¶1
                force	russia	反対		says-b		2026年1月6日	russia	資料の筆者	本人の言葉	cue-b	資料new ¶1
                force	us	支持		says-h		2026年1月6日	us	資料の筆者	本人の言葉	cue-h	資料new ¶1
                force	putin	反対		says-c		示されていない（2026年1月7日まで）	putin	資料の筆者	報道	cue-c	資料new ¶1
                force	critic	支持		says-a		示されていない	資料の筆者	資料の筆者	筆者の推測	cue-a	資料bare ¶1
            "#]],
        );
    }
}
