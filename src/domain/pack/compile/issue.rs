//! Issues.

use super::Compiler;
use super::names::Names;
use super::problem::Fault;
use super::row::Row;
use crate::domain::pack::{Issue, IssueId};

/// An issue and its place among the others.
struct Draft {
    issue: Issue,
    order: u32,
}

impl Compiler<'_> {
    /// The issues in their written order.
    pub(super) fn issues(&self, names: &mut Names<IssueId>) -> Vec<Issue> {
        let rows = self.rows("issue");
        let mut drafts: Vec<Draft> = rows.filter_map(|row| read(&row, names)).collect();
        drafts.sort_by_key(|draft| draft.order);
        for pair in drafts.windows(2) {
            if let [first, second] = pair
                && first.order == second.order
                && let Some(name) = names.get(&second.issue.slug)
            {
                let fault = Fault::DuplicateOrder {
                    table: "issue",
                    order: first.order,
                    other: first.issue.slug.clone(),
                };
                self.sink.report(&name.file, name.line, fault);
            }
        }
        for (id, draft) in (0..).map(IssueId).zip(&drafts) {
            names.keep(&draft.issue.slug, id);
        }
        drafts.into_iter().map(|draft| draft.issue).collect()
    }
}

fn read(row: &Row<'_>, names: &Names<IssueId>) -> Option<Draft> {
    let issue = Issue {
        slug: row.id(),
        title: row.bilingual("title", "title_en"),
        question: row.bilingual("question", "question_en"),
        note: row.optional("note"),
    };
    let order = row.count("order");
    row.finish();
    let is_sound = row.is_sound() && names.owns(&issue.slug, row);
    let order = order.filter(|_| is_sound)?;
    Some(Draft { issue, order })
}
