//! The table of the present view, to be copied or saved.

use crate::app::Model;
use crate::app::route::{IssueView, Route};
use crate::domain::compare::{self, ByDocument, ByIssue, Filter, Matrix, Opened, OverTime, Pair, Party};
use crate::domain::export::{ByteOrderMark, Table};
use crate::domain::pack::StatementId;

/// The table of the present view, where it is a comparison.
#[must_use]
pub fn of(model: &Model) -> Option<Table> {
    let (pack, lang) = (model.pack(), model.settings.lang);
    let (filter, mut rest) = Filter::from_query(pack, &model.address.query);
    Some(match *model.route() {
        Route::Compare => {
            let opened = Opened::take(pack, &mut rest);
            compare::table::matrix(pack, &Matrix::new(pack, &filter, &opened), lang)
        }
        Route::Pair(a, b) => compare::table::pair(
            pack,
            &Pair::new(pack, &filter, Party::of(pack, a), Party::of(pack, b)),
            lang,
        ),
        Route::Issue(issue, IssueView::Actors) => {
            compare::table::by_issue(pack, &ByIssue::new(pack, &filter, issue), lang)
        }
        Route::Issue(issue, IssueView::Time) => {
            compare::table::over_time(pack, &OverTime::new(pack, &filter, issue), lang)
        }
        Route::Issue(issue, IssueView::Documents) => {
            compare::table::by_document(pack, &ByDocument::new(pack, &filter, issue), lang)
        }
        Route::Issue(issue, IssueView::At(actor)) => {
            let party = Party::of(pack, actor);
            let here = |id: &StatementId| {
                pack[*id].issue == issue && party.has(pack, pack[*id].actor) && filter.admits(pack, *id)
            };
            compare::table::statements(pack, &pack.statements().filter(here).collect::<Vec<_>>(), lang)
        }
        Route::Statement(id) => compare::table::by_issue(pack, &ByIssue::new(pack, &filter, pack[id].issue), lang),
        _ => return None,
    })
}

/// A table as a spreadsheet opens it: with the mark that says UTF-8.
#[must_use]
pub fn csv(table: &Table) -> String {
    table.to_csv(ByteOrderMark::With)
}
