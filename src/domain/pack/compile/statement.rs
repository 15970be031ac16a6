//! Statements: who holds which position, and how that comes to the reader.

use super::Compiler;
use super::cite::{self, Cited};
use super::names::Names;
use super::problem::Fault;
use super::row::Row;
use crate::domain::date::PartialDate;
use crate::domain::pack::{ActorId, Attribution, IssueId, Keyword, Stance, Statement, StatementId, limits};

/// The date of a statement that its document does not give.
const NOT_GIVEN: &str = "not-given";

impl Compiler<'_> {
    /// The statements in the order of the files.
    pub(super) fn statements(&self, actors: &Names<ActorId>, issues: &Names<IssueId>) -> Vec<Statement> {
        let names: Names<StatementId> = Names::declare("statement", self.tables, self.sink);
        self.rows("statement")
            .filter_map(|row| {
                let read = self.statement(&row, actors, issues);
                read.filter(|statement| names.owns(&statement.slug, &row))
            })
            .collect()
    }

    fn statement(&self, row: &Row<'_>, actors: &Names<ActorId>, issues: &Names<IssueId>) -> Option<Statement> {
        let slug = row.id();
        let people = People::read(row, actors);
        let issue = row.text("issue");
        let issue = issues.find(row, "issue", &issue, row.line_of("issue"));
        let stance = row.choice::<Stance>("stance");
        let condition = row.optional("condition");
        if let Some(stance) = stance {
            check_condition(row, stance);
        }
        let paraphrase = row.short_text("paraphrase", limits::PARAPHRASE_CHARS);
        let date = date(row);
        let attribution = attribution(row);
        let cue = row.text("cue");
        let quote = row.optional("quote");
        let cited = cite::read(row, self.shelf);
        if let Some(cited) = &cited {
            check_words(row, cited, &cue, quote.as_deref());
        }
        let note = row.optional("note");
        row.finish();
        let people = people?;
        row.is_sound().then_some(Statement {
            slug,
            actor: people.actor,
            issue: issue?,
            stance: stance?,
            condition,
            paraphrase,
            date,
            speaker: people.speaker,
            reporter: people.reporter,
            attribution: attribution?,
            cue,
            quote,
            cite: cited?.citation,
            note,
        })
    }
}

/// Who holds, utters and reports.
struct People {
    actor: ActorId,
    speaker: Option<ActorId>,
    reporter: Option<ActorId>,
}

impl People {
    /// `None` where one of them is faulty.
    fn read(row: &Row<'_>, actors: &Names<ActorId>) -> Option<Self> {
        let find = |key, id: &str| actors.find(row, key, id, row.line_of(key));
        let holder = row.text("actor");
        let actor = find("actor", &holder);
        let speaker = row.optional("speaker");
        if speaker.as_ref() == Some(&holder) {
            row.report_at("speaker", Fault::SpeakerIsActor);
        }
        let speaker = speaker.map(|id| find("speaker", &id));
        let reporter = row.optional("reporter");
        let reporter = reporter.map(|id| find("reporter", &id));
        Some(Self {
            actor: actor?,
            speaker: transpose(speaker)?,
            reporter: transpose(reporter)?,
        })
    }
}

/// `None` where something was named and not found.
fn transpose<T>(named: Option<Option<T>>) -> Option<Option<T>> {
    match named {
        Some(found) => found.map(Some),
        None => Some(None),
    }
}

fn check_condition(row: &Row<'_>, stance: Stance) {
    match (stance, row.has("condition")) {
        (Stance::Conditional, false) => row.report_at("stance", Fault::ConditionMissing),
        (Stance::Conditional, true) | (_, false) => {}
        (_, true) => {
            let stance = stance.word();
            row.report_at("condition", Fault::ConditionNotWanted { stance });
        }
    }
}

fn date(row: &Row<'_>) -> Option<PartialDate> {
    if row.optional("date").as_deref() == Some(NOT_GIVEN) {
        return None;
    }
    row.date("date")
}

fn attribution(row: &Row<'_>) -> Option<Attribution> {
    if !row.has("attribution") {
        row.report(row.line, Fault::NoAttribution);
        return None;
    }
    row.choice("attribution")
}

fn check_words(row: &Row<'_>, cited: &Cited<'_>, cue: &str, quote: Option<&str>) {
    let name = || cited.name.clone();
    if !cue.is_empty() && !cited.plain.contains(cue) {
        let (cue, cite) = (cue.to_owned(), name());
        row.report_at("cue", Fault::CueNotInParagraph { cue, cite });
    }
    let Some(quote) = quote.filter(|quote| !quote.is_empty()) else {
        return;
    };
    let is_quoted = brackets(cited.plain).any(|words| words.contains(quote));
    if !is_quoted {
        let (quote, cite) = (quote.to_owned(), name());
        row.report_at("quote", Fault::QuoteNotInBrackets { quote, cite });
    }
}

/// What stands between outermost 「 and 」.
fn brackets(plain: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    let mut start = 0;
    plain.char_indices().filter_map(move |(at, c)| {
        match c {
            '「' => {
                depth += 1;
                if depth == 1 {
                    start = at + c.len_utf8();
                }
            }
            '」' if depth > 0 => {
                depth -= 1;
                return (depth == 0).then(|| &plain[start..at]);
            }
            _ => {}
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_stands_in_brackets() {
        let found: Vec<_> = brackets("彼は「甲「乙」丙」と」言い「丁").collect();
        assert_eq!(found, ["甲「乙」丙"]);
    }
}
