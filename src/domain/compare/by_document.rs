//! One issue as each document tells it.

use crate::domain::pack::{DocumentId, IssueId, Pack, Stance, StatementId};

use super::{Cell, Filter, Held};

/// One issue as each document tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByDocument {
    /// The issue.
    pub issue: IssueId,
    /// The documents with something to show, in the order of the shelf.
    pub told: Vec<Telling>,
    /// Documents that say nothing on it.
    pub silent: Vec<DocumentId>,
    /// Documents that say something on it that the filter leaves out.
    pub left_out: Vec<DocumentId>,
}

/// What one document says on an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// The document.
    pub document: DocumentId,
    /// Its statements, and what they come to.
    pub cell: Cell,
    /// How many statements of each stance, in the fixed order of [`Stance::ALL`].
    pub counts: Vec<(Stance, usize)>,
}

impl ByDocument {
    /// Gathers what the documents that the filter admits say on one issue. Its choice of issues does not count here.
    #[must_use]
    pub fn new(pack: &Pack, filter: &Filter, issue: IssueId) -> Self {
        let mut view = Self {
            issue,
            told: Vec::new(),
            silent: Vec::new(),
            left_out: Vec::new(),
        };
        for document in pack.documents().filter(|id| filter.documents.admits(id)) {
            let telling = Telling::new(pack, filter, issue, document);
            match (telling.cell.statements.is_empty(), telling.cell.left_out.is_empty()) {
                (true, true) => view.silent.push(document),
                (true, false) => view.left_out.push(document),
                (false, _) => view.told.push(telling),
            }
        }
        view
    }
}

impl Telling {
    fn new(pack: &Pack, filter: &Filter, issue: IssueId, document: DocumentId) -> Self {
        let here = |id: &StatementId| pack[*id].issue == issue && pack[*id].cite.document == document;
        let (shown, left_out): (Vec<_>, Vec<_>) = pack
            .statements()
            .filter(here)
            .partition(|id| filter.admits_on_any_issue(pack, *id));
        let held = Held::each(pack, &shown).into_iter();
        Self {
            document,
            counts: held.map(|held| (held.stance, held.statements.len())).collect(),
            cell: Cell::new(pack, shown, left_out),
        }
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::domain::compare::{sample, table};
    use crate::domain::lang::Lang;
    use crate::domain::pack::FindBySlug;

    const STATEMENTS: &str = "
        a  russia  force      opposes     direct     2026-01-06  new
        b  us      force      supports    reported   -           new
        c  france  force      supports    reported   -           new
        d  us      force      conditional hedged     -           old
        e  us      territory  conditional hedged     -           bare
    ";

    #[track_caller]
    fn check(query: &str, expected: Expect) {
        let pack = sample::pack(STATEMENTS);
        let (filter, _) = Filter::from_query(&pack, query);
        let issue = IssueId::find(&pack, "force").expect("in the sample");
        let view = ByDocument::new(&pack, &filter, issue);
        expected.assert_eq(&table::by_document(&pack, &view, Lang::Ja).to_tsv());
    }

    #[test]
    fn tells_what_each_document_says() {
        check(
            "",
            expect![[r#"
                論点	主体	立場	条件	要約	引用	言った日	話し手	伝え手	伝え方	手がかり	出典
                force	us	条件つき	if-d	says-d		示されていない（2024年11月25日まで）	us	資料の筆者	ぼかした報道	cue-d	資料old ¶1
                force	russia	反対		says-a		2026年1月6日	russia	資料の筆者	本人の言葉	cue-a	資料new ¶1
                force	us	支持		says-b		示されていない（2026年1月7日まで）	us	資料の筆者	報道	cue-b	資料new ¶1
                force	france	支持		says-c		示されていない（2026年1月7日まで）	france	資料の筆者	報道	cue-c	資料new ¶1
                		記載なし									資料bare
            "#]],
        );
    }

    #[test]
    fn a_document_left_out_is_not_silent() {
        check(
            "basis=direct",
            expect![[r#"
                論点	主体	立場	条件	要約	引用	言った日	話し手	伝え手	伝え方	手がかり	出典
                force	russia	反対		says-a		2026年1月6日	russia	資料の筆者	本人の言葉	cue-a	資料new ¶1
                		絞り込みの外									資料old
                		記載なし									資料bare
            "#]],
        );
        check(
            "docs=old,bare",
            expect![[r#"
                論点	主体	立場	条件	要約	引用	言った日	話し手	伝え手	伝え方	手がかり	出典
                force	us	条件つき	if-d	says-d		示されていない（2024年11月25日まで）	us	資料の筆者	ぼかした報道	cue-d	資料old ¶1
                		記載なし									資料bare
            "#]],
        );
    }

    #[test]
    fn counts_stances() {
        let pack = sample::pack(STATEMENTS);
        let issue = IssueId::find(&pack, "force").expect("in the sample");
        let view = ByDocument::new(&pack, &Filter::default(), issue);
        let counts = [(Stance::Supports, 2), (Stance::Opposes, 1)];
        assert_eq!(view.told[1].counts, counts);
    }
}
