//! The comparisons over the bundled pack.

mod bundled;

use std::sync::LazyLock;

use yomikurabe::domain::compare::{
    ByDocument, ByIssue, Cell, Filter, Matrix, Opened, OverTime, Pair, Party, Verdict, table,
};
use yomikurabe::domain::export::{ByteOrderMark, Table};
use yomikurabe::domain::lang::Lang;
use yomikurabe::domain::pack::{ActorId, FindBySlug, IssueId, Pack, StatementId};
use yomikurabe::domain::timeline::{Contents, Timeline};

static PACK: LazyLock<Pack> = LazyLock::new(bundled::pack);

fn sorted(mut ids: Vec<StatementId>) -> Vec<StatementId> {
    ids.sort_unstable();
    ids
}

fn on(issue: IssueId) -> Vec<StatementId> {
    PACK.statements().filter(|id| PACK[*id].issue == issue).collect()
}

fn opened_everywhere() -> Opened {
    let sides = PACK.actors().filter(|id| PACK[*id].side == *id);
    sides.fold(Opened::default(), |opened, side| opened.switched(side))
}

/// Holds for every matrix: one cell a statement, and no stance that is not each statement's own.
#[track_caller]
fn check(matrix: &Matrix, admitted: Vec<StatementId>) {
    let cells: Vec<&Cell> = matrix.rows.iter().flat_map(|row| &row.cells).collect();
    let shown = cells.iter().flat_map(|cell| cell.statements.clone()).collect();
    assert_eq!(sorted(shown), admitted);
    for cell in cells {
        if let Verdict::One(stance) = cell.verdict {
            assert!(cell.statements.iter().all(|id| PACK[*id].stance == stance));
        }
    }
}

#[test]
fn every_statement_stands_in_one_cell() {
    for query in [
        "",
        "docs=paris-declaration",
        "basis=inference",
        "from=2026-01-05&undated=no",
    ] {
        let (filter, unknown) = Filter::from_query(&PACK, query);
        assert!(unknown.is_empty(), "{unknown:?}");
        let admitted: Vec<_> = PACK.statements().filter(|id| filter.admits(&PACK, *id)).collect();
        assert!(!admitted.is_empty(), "{query}");
        check(&Matrix::new(&PACK, &filter, &Opened::default()), admitted.clone());
        check(&Matrix::new(&PACK, &filter, &opened_everywhere()), admitted);
    }
}

#[test]
fn some_columns_differ_and_the_authors_stand_last() {
    let matrix = Matrix::new(&PACK, &Filter::default(), &Opened::default());
    let cells = matrix.rows.iter().flat_map(|row| &row.cells);
    let differ = cells.filter(|cell| matches!(cell.verdict, Verdict::Differ(_))).count();
    assert!(differ > 10, "{differ}");
    let authors = ActorId::find(&PACK, "authors").expect("a column");
    assert_eq!(matrix.columns.last(), Some(&Party::Side(authors)));
}

#[test]
fn every_view_of_an_issue_shows_all_its_statements() {
    let filter = Filter::default();
    for issue in PACK.issues() {
        let all = on(issue);
        let by_issue = ByIssue::new(&PACK, &filter, issue);
        let holders = by_issue.groups.iter().flat_map(|group| &group.holders);
        assert_eq!(sorted(holders.flat_map(|one| one.statements.clone()).collect()), all);
        let time = OverTime::new(&PACK, &filter, issue);
        let dated = time.dated.iter().flat_map(|at| at.statements.clone());
        let undated = time.undated.iter().flat_map(|within| within.statements.clone());
        assert_eq!(sorted(dated.chain(undated).collect()), all);
        let told = ByDocument::new(&PACK, &filter, issue);
        assert_eq!(told.told.len() + told.silent.len(), PACK.documents.len());
        let told = told.told.iter().flat_map(|telling| telling.cell.statements.clone());
        assert_eq!(sorted(told.collect()), all);
    }
}

#[test]
fn every_pair_turns_round() {
    let matrix = Matrix::new(&PACK, &Filter::default(), &Opened::default());
    for a in &matrix.columns {
        for b in &matrix.columns {
            let there = Pair::new(&PACK, &Filter::default(), *a, *b);
            let back = Pair::new(&PACK, &Filter::default(), *b, *a);
            assert_eq!(there.tally(), back.tally());
            assert_eq!(there.rows.len(), PACK.issues.len());
        }
    }
}

#[test]
fn every_table_is_square_and_saved_whole() {
    let all: Vec<StatementId> = PACK.statements().collect();
    let filter = Filter::default();
    for lang in [Lang::Ja, Lang::En] {
        let matrix = Matrix::new(&PACK, &filter, &opened_everywhere());
        let pair = Pair::new(&PACK, &filter, matrix.columns[0], matrix.columns[1]);
        let timeline = Timeline::new(&PACK, &filter, Contents::EventsAndStatements);
        let mut tables = vec![
            table::statements(&PACK, &all, lang),
            table::matrix(&PACK, &matrix, lang),
            table::pair(&PACK, &pair, lang),
            timeline.table(&PACK, lang),
        ];
        for issue in PACK.issues() {
            tables.push(table::by_issue(&PACK, &ByIssue::new(&PACK, &filter, issue), lang));
            tables.push(table::over_time(&PACK, &OverTime::new(&PACK, &filter, issue), lang));
            tables.push(table::by_document(&PACK, &ByDocument::new(&PACK, &filter, issue), lang));
        }
        for table in &tables {
            square(table);
        }
        assert_eq!(tables[0].rows.len(), PACK.statements.len());
    }
}

#[track_caller]
fn square(table: &Table) {
    assert!(!table.caption.is_empty() && !table.rows.is_empty());
    for row in &table.rows {
        assert_eq!(row.len(), table.header.len(), "{row:?}");
    }
    let tsv = table.to_tsv();
    assert_eq!(tsv.lines().count(), table.rows.len() + 1);
    assert!(
        tsv.lines()
            .all(|line| line.matches('\t').count() + 1 == table.header.len())
    );
    assert!(table.to_csv(ByteOrderMark::With).ends_with("\r\n"));
}
