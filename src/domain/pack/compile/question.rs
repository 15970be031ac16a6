//! Written questions.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::Compiler;
use super::cite;
use super::names::Names;
use super::problem::Fault;
use super::row::{Entry, Row};
use crate::domain::pack::{IssueId, Keyword, Question, QuestionId, QuestionKind, Task};

/// The answers of a true-false question.
const TRUE_FALSE: [&str; 2] = ["正しい", "誤り"];
/// The sign of which two or more in a row are the gap of a cloze.
const GAP: char = '＿';

impl Compiler<'_> {
    /// The questions in the order of the files.
    pub(super) fn questions(&self, issues: &Names<IssueId>) -> Vec<Question> {
        let names: Names<QuestionId> = Names::declare("question", self.tables, self.sink);
        self.rows("question")
            .filter_map(|row| {
                let question = self.question(&row, issues);
                question.filter(|question| names.owns(&question.slug, &row))
            })
            .collect()
    }

    fn question(&self, row: &Row<'_>, issues: &Names<IssueId>) -> Option<Question> {
        let slug = row.id();
        let kind = row.choice::<QuestionKind>("kind");
        let stem = row.text("stem");
        if kind == Some(QuestionKind::Cloze) && !stem.is_empty() {
            check_gap(row, &stem);
        }
        let task = kind.map(|kind| task(row, kind));
        let why = row.text("why");
        let cited = cite::read(row, self.shelf);
        let named = row.optional("issue");
        let issue = named.map(|id| issues.find(row, "issue", &id, row.line_of("issue")));
        row.finish();
        row.is_sound().then_some(Question {
            slug,
            kind: kind?,
            stem,
            task: task?,
            why,
            cite: cited?.citation,
            issue: match issue {
                Some(found) => Some(found?),
                None => None,
            },
        })
    }
}

fn check_gap(row: &Row<'_>, stem: &str) {
    let runs = stem.split(|c| c != GAP);
    let gaps = runs.filter(|run| run.chars().nth(1).is_some()).count();
    if gaps != 1 {
        row.report_at("stem", Fault::GapCount { gaps });
    }
}

fn task(row: &Row<'_>, kind: QuestionKind) -> Task {
    let wanted: &[&str] = match kind {
        QuestionKind::Order => &["items"],
        QuestionKind::Match => &["pairs"],
        QuestionKind::Cloze => &["key", "distractors", "accept"],
        _ => &["key", "distractors"],
    };
    for key in ["items", "pairs", "key", "distractors", "accept"] {
        if row.has(key) && !wanted.contains(&key) {
            let kind = kind.word();
            row.report_at(key, Fault::KeyNotWanted { key, kind });
        }
    }
    match kind {
        QuestionKind::Order => order(row),
        QuestionKind::Match => matching(row),
        _ => choice(row, kind),
    }
}

fn order(row: &Row<'_>) -> Task {
    let items = row.list("items");
    check_number(row, "items", items.len());
    check_distinct(row, items.iter());
    let items = items.into_iter().map(|entry| entry.text).collect();
    Task::Order { items }
}

fn matching(row: &Row<'_>) -> Task {
    let pairs = row.pairs("pairs");
    check_number(row, "pairs", pairs.len());
    check_distinct(row, pairs.iter().map(|(left, _)| left));
    check_distinct(row, pairs.iter().map(|(_, right)| right));
    let pairs = pairs.into_iter();
    let pairs = pairs.map(|(left, right)| (left.text, right.text)).collect();
    Task::Match { pairs }
}

fn choice(row: &Row<'_>, kind: QuestionKind) -> Task {
    let key = row.text("key");
    let distractors = row.list("distractors");
    if kind == QuestionKind::TrueFalse {
        check_true_false(row, &key, &distractors);
    } else {
        check_distractors(row, &key, &distractors);
    }
    Task::Choice {
        key,
        distractors: distractors.into_iter().map(|entry| entry.text).collect(),
        accept: row.texts("accept"),
    }
}

fn check_true_false(row: &Row<'_>, key: &str, distractors: &[Entry]) {
    let mut answers: Vec<&str> = distractors.iter().map(|entry| &*entry.text).collect();
    answers.push(key);
    let [yes, no] = TRUE_FALSE;
    if answers != [yes, no] && answers != [no, yes] {
        row.report_at("key", Fault::NotTrueFalse);
    }
}

fn check_distractors(row: &Row<'_>, key: &str, distractors: &[Entry]) {
    let found = distractors.len();
    if found < 2 {
        row.report_at("distractors", Fault::TooFewDistractors { found });
    }
    let mut seen = BTreeSet::new();
    for entry in distractors {
        let text = entry.text.clone();
        if fold(&text) == fold(key) {
            row.report(entry.line, Fault::KeyIsDistractor { text });
        } else if !seen.insert(fold(&text)) {
            row.report(entry.line, Fault::DuplicateDistractor { text });
        }
    }
}

fn check_number(row: &Row<'_>, key: &'static str, found: usize) {
    if !row.has(key) {
        let table = row.kind;
        row.report(row.line, Fault::MissingKey { table, key });
    } else if found < 3 {
        row.report_at(key, Fault::TooFewItems { key, found });
    }
}

fn check_distinct<'e>(row: &Row<'_>, entries: impl Iterator<Item = &'e Entry>) {
    let mut seen = BTreeSet::new();
    for entry in entries {
        if !seen.insert(fold(&entry.text)) {
            let text = entry.text.clone();
            row.report(entry.line, Fault::DuplicateItem { text });
        }
    }
}

/// Texts that a learner cannot tell apart are equal after this: NFKC without white space.
fn fold(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).collect()
}
