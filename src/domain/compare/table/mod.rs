//! The views as tables, to be copied and saved.

mod statement;

use crate::domain::export::Table;
use crate::domain::lang::Lang;
use crate::domain::pack::{DocumentId, IssueId, Pack, StatementId};
use crate::domain::words::{self, Words, fill};

use super::words::{aside, source};
use super::{
    ByDocument, ByIssue, Cell, Held, Matrix, Obstacle, OverTime, Pair, PairRow, Party, Relation, Verdict, not_stated,
    not_stated_here,
};
use statement::{header, row, silent_actor, silent_document};

/// Statements with everything that must stand beside them.
#[must_use]
pub fn statements(pack: &Pack, ids: &[StatementId], lang: Lang) -> Table {
    told(pack, Words::of(lang).table_statements, ids, lang)
}

fn told(pack: &Pack, caption: &str, ids: &[StatementId], lang: Lang) -> Table {
    Table {
        caption: caption.to_owned(),
        header: header(lang),
        rows: ids.iter().map(|id| row(pack, *id, lang)).collect(),
    }
}

/// The matrix: issues down, parties across, and the document where an issue rests on one only.
#[must_use]
pub fn matrix(pack: &Pack, view: &Matrix, lang: Lang) -> Table {
    let words = Words::of(lang);
    let names = view.columns.iter().map(|party| party.name(pack, lang));
    let mut header = vec![words.issue];
    header.extend(names);
    header.push(words.column_rests_on);
    let row = |row: &super::Row| {
        let mut cells = vec![title(pack, row.issue, lang).to_owned()];
        cells.extend(row.cells.iter().map(|cell| verdict(pack, cell, lang)));
        let only = row.rests_on_one_document;
        cells.push(only.map_or_else(String::new, |id| only_in(pack, id, lang)));
        cells
    };
    Table {
        caption: words.tab_matrix.to_owned(),
        header: owned(&header),
        rows: view.rows.iter().map(row).collect(),
    }
}

/// Two parties side by side.
#[must_use]
pub fn pair(pack: &Pack, view: &Pair, lang: Lang) -> Table {
    let words = Words::of(lang);
    let (a, b) = (pair_name(pack, view, view.a, lang), pair_name(pack, view, view.b, lang));
    let row = |row: &PairRow| {
        vec![
            title(pack, row.issue, lang).to_owned(),
            said(pack, &row.a, lang),
            said(pack, &row.b, lang),
            relation(row.relation, [&a, &b], lang),
            remarks(pack, row, lang),
        ]
    };
    Table {
        caption: fill(words.table_pair, &[&a, &b]),
        rows: view.rows.iter().map(row).collect(),
        header: owned(&[words.issue, &a, &b, words.column_relation, words.column_mind]),
    }
}

/// One issue over all actors, stance by stance, then those who state nothing.
#[must_use]
pub fn by_issue(pack: &Pack, view: &ByIssue, lang: Lang) -> Table {
    let mut ids = Vec::new();
    for group in &view.groups {
        for holder in &group.holders {
            ids.extend(&holder.statements);
        }
    }
    let mut table = told(pack, title(pack, view.issue, lang), &ids, lang);
    for (parties, word) in [
        (&view.left_out, not_stated_here(lang)),
        (&view.not_stated, not_stated(lang)),
    ] {
        let row = |party: &Party| silent_actor(party.name(pack, lang), word);
        table.rows.extend(parties.iter().map(row));
    }
    table
}

/// One issue over time, the undated last.
#[must_use]
pub fn over_time(pack: &Pack, view: &OverTime, lang: Lang) -> Table {
    let mut ids = Vec::new();
    for at in &view.dated {
        ids.extend(&at.statements);
    }
    for within in &view.undated {
        ids.extend(&within.statements);
    }
    told(pack, title(pack, view.issue, lang), &ids, lang)
}

/// One issue as each document tells it, then the documents that say nothing on it.
#[must_use]
pub fn by_document(pack: &Pack, view: &ByDocument, lang: Lang) -> Table {
    let mut ids = Vec::new();
    for telling in &view.told {
        ids.extend(&telling.cell.statements);
    }
    let mut table = told(pack, title(pack, view.issue, lang), &ids, lang);
    for (documents, word) in [
        (&view.left_out, not_stated_here(lang)),
        (&view.silent, not_stated(lang)),
    ] {
        let row = |id: &DocumentId| silent_document(&pack[*id].label, word);
        table.rows.extend(documents.iter().map(row));
    }
    table
}

/// 支持（2件・報道）, or each stance with those who hold it.
fn verdict(pack: &Pack, cell: &Cell, lang: Lang) -> String {
    let words = Words::of(lang);
    let said = match (&cell.verdict, cell.nearest) {
        (Verdict::NotStated, _) if !cell.left_out.is_empty() => {
            return not_stated_here(lang).to_owned() + &aside(&count(cell.left_out.len(), lang), lang);
        }
        (Verdict::One(stance), Some(nearest)) => {
            let inner = [&count(cell.statements.len(), lang), nearest.name(lang)];
            stance.name(lang).to_owned() + &aside(&inner.join(words.dot), lang)
        }
        (Verdict::Differ(held), _) => {
            let each: Vec<String> = held.iter().map(|held| held_by(pack, held, lang)).collect();
            fill(words.they_differ, &[&each.join(" / ")])
        }
        _ => return not_stated(lang).to_owned(),
    };
    match cell.left_out.len() {
        0 => said,
        more => {
            let hidden = [not_stated_here(lang), ": ", &count(more, lang)].concat();
            said + &aside(&hidden, lang)
        }
    }
}

/// 支持（米国、トランプ大統領・2件）.
fn held_by(pack: &Pack, held: &Held, lang: Lang) -> String {
    let names = held.holders.iter().map(|id| lang.pick(&pack[*id].name));
    let words = Words::of(lang);
    let names = names.collect::<Vec<_>>().join(words.comma);
    let inner = [names, count(held.statements.len(), lang)].join(words.dot);
    held.stance.name(lang).to_owned() + &aside(&inner, lang)
}

/// The statements of a cell, one a line: 支持: 要約（プーチン大統領、資料5 ¶14）.
fn said(pack: &Pack, cell: &Cell, lang: Lang) -> String {
    if cell.statements.is_empty() {
        return verdict(pack, cell, lang);
    }
    let line = |id: &StatementId| {
        let statement = &pack[*id];
        let name = lang.pick(&pack[statement.actor].name);
        let inner = [name, &source(pack, statement.cite)].join(Words::of(lang).comma);
        let stance = statement.stance.name(lang);
        [stance, ": ", &statement.paraphrase, &aside(&inner, lang)].concat()
    };
    let lines: Vec<String> = cell.statements.iter().map(line).collect();
    lines.join("\n")
}

/// くらべられない（ロシア: 記載なし）.
fn relation(relation: Relation, names: [&str; 2], lang: Lang) -> String {
    let name = relation.name(lang).to_owned();
    let Relation::CannotCompare { a, b } = relation else {
        return name;
    };
    let why = |(party, obstacle): (&str, Option<Obstacle>)| {
        obstacle.map(|obstacle| [party, ": ", obstacle.name(lang)].concat())
    };
    let reasons: Vec<String> = names.into_iter().zip([a, b]).filter_map(why).collect();
    name + &aside(&reasons.join(Words::of(lang).comma), lang)
}

/// What a reader of the pair has to keep in mind.
fn remarks(pack: &Pack, row: &PairRow, lang: Lang) -> String {
    let words = Words::of(lang);
    let apart = row.apart.map(|days| fill(words.days_apart, &[&days.0.to_string()]));
    let only = row.rests_on_one_document;
    let only = only.map(|document| only_in(pack, document, lang));
    let remarks: Vec<String> = [apart, only].into_iter().flatten().collect();
    remarks.join(words.semicolon)
}

/// The party's name; of a side without the actor it is compared with, that too.
fn pair_name(pack: &Pack, view: &Pair, party: Party, lang: Lang) -> String {
    let name = party.name(pack, lang).to_owned();
    match (party, view.taken_out) {
        (Party::Side(_), Some(out)) => {
            let out = lang.pick(&pack[out].name);
            name + &aside(&fill(Words::of(lang).without, &[out]), lang)
        }
        _ => name,
    }
}

/// 資料5だけ.
fn only_in(pack: &Pack, document: DocumentId, lang: Lang) -> String {
    fill(Words::of(lang).only, &[&pack[document].label])
}

fn title(pack: &Pack, id: IssueId, lang: Lang) -> &str {
    lang.pick(&pack[id].title)
}

/// 2件.
fn count(number: usize, lang: Lang) -> String {
    words::count(Words::of(lang).statements_n, number)
}

fn owned(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::domain::compare::{Filter, Opened, sample};

    const STATEMENTS: &str = "
        a  putin   force      opposes     direct     2026-01-06  new
        b  trump   force      conditional hedged     -           new
        c  critic  force      ambiguous   inference  -           bare
        d  russia  force      supports    reported   2024        old
    ";

    #[track_caller]
    fn check(lang: Lang, expected: Expect) {
        let pack = sample::pack(STATEMENTS);
        let ids: Vec<StatementId> = pack.statements().collect();
        expected.assert_eq(&statements(&pack, &ids, lang).to_tsv());
    }

    #[test]
    fn puts_everything_beside_a_statement() {
        check(
            Lang::Ja,
            expect![[r#"
                論点	主体	立場	条件	要約	引用	言った日	話し手	伝え手	伝え方	手がかり	出典
                force	putin	反対		says-a		2026年1月6日	putin	資料の筆者	本人の言葉	cue-a	資料new ¶1
                force	trump	条件つき	if-b	says-b		示されていない（2026年1月7日まで）	trump	資料の筆者	ぼかした報道	cue-b	資料new ¶1
                force	critic	あいまい		says-c		示されていない	資料の筆者	資料の筆者	筆者の推測	cue-c	資料bare ¶1
                force	russia	支持		says-d		2024年	russia	資料の筆者	報道	cue-d	資料old ¶1
            "#]],
        );
        check(
            Lang::En,
            expect![[r#"
                Issue	Actor	Stance	Condition	Paraphrase	Quote	Said on	Speaker	Reporter	Attribution	Cue	Source
                FORCE	PUTIN	opposes		says-a		6 January 2026	PUTIN	the document's author	own words	cue-a	資料new ¶1
                FORCE	TRUMP	conditional	if-b	says-b		not given (by 7 January 2026)	TRUMP	the document's author	hedged report	cue-b	資料new ¶1
                FORCE	CRITIC	ambiguous		says-c		not given	the document's author	the document's author	author's inference	cue-c	資料bare ¶1
                FORCE	RUSSIA	supports		says-d		2024	RUSSIA	the document's author	reported	cue-d	資料old ¶1
            "#]],
        );
    }

    #[test]
    fn writes_the_matrix_in_japanese() {
        let pack = sample::pack(STATEMENTS);
        let view = Matrix::new(&pack, &Filter::default(), &Opened::default());
        let table = matrix(&pack, &view, Lang::Ja);
        expect![[r#"
            論点	russia	us	authors	依拠する資料
            force	分かれる: 支持（russia・1件） / 反対（putin・1件）	条件つき（1件・ぼかした報道）	あいまい（1件・筆者の推測）	
            territory	記載なし	記載なし	記載なし	
            silent	記載なし	記載なし	記載なし	
        "#]].assert_eq(&table.to_tsv());
    }
}
