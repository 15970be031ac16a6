//! How much of what a pack holds.

use std::collections::BTreeSet;

use super::Section;
use crate::domain::library::Library;
use crate::domain::pack::{
    Attribution, Citation, DocumentId, EventStatus, Ground, IssueId, Keyword, Pack, QuestionKind, Stance, Statement,
    TermKind,
};

/// All tables, the widest view first.
pub fn sections(library: &Library) -> Vec<Section> {
    let pack = &library.pack;
    vec![
        whole(pack),
        by_document(pack),
        by_issue(pack),
        stances(pack),
        attributions(pack),
        statements(pack),
        one_column("Terms by kind", &pack.terms, |term| term.kind, TermKind::WORDS),
        grounds(pack),
        one_column(
            "Events by status",
            &pack.events,
            |event| event.status,
            EventStatus::WORDS,
        ),
        one_column(
            "Questions by kind",
            &pack.questions,
            |question| question.kind,
            QuestionKind::WORDS,
        ),
    ]
}

fn whole(pack: &Pack) -> Section {
    let row = |name: &str, n: usize| (name.to_owned(), vec![n]);
    let tellings = pack.differences.iter().map(|told| told.tellings.len()).sum();
    let characters = pack.documents().map(|id| characters(pack, id)).sum();
    let paragraphs = pack
        .documents
        .iter()
        .map(|document| document.paragraphs().count())
        .sum();
    Section {
        title: "The pack",
        columns: vec!["n"],
        rows: vec![
            row("documents", pack.documents.len()),
            row("paragraphs", paragraphs),
            row("characters", characters),
            row("actors", pack.actors.len()),
            row("issues", pack.issues.len()),
            row("statements", pack.statements.len()),
            row("terms", pack.terms.len()),
            row("events", pack.events.len()),
            row("figures", pack.figures.len()),
            row("questions", pack.questions.len()),
            row("differences", pack.differences.len()),
            row("tellings of differences", tellings),
        ],
    }
}

fn characters(pack: &Pack, id: DocumentId) -> usize {
    let texts = pack[id]
        .paragraphs()
        .map(|paragraph| paragraph.text.plain.chars().count());
    texts.sum()
}

fn by_document(pack: &Pack) -> Section {
    let row = |id: DocumentId| {
        let of = |cites: Vec<Citation>| cites.into_iter().filter(|cite| cite.document == id).count();
        let tellings = pack.differences.iter().flat_map(|told| &told.tellings);
        let numbers = vec![
            pack[id].paragraphs().count(),
            characters(pack, id),
            of(pack.statements.iter().map(|item| item.cite).collect()),
            of(pack.events.iter().map(|item| item.cite).collect()),
            of(pack.figures.iter().map(|item| item.cite).collect()),
            of(pack.questions.iter().map(|item| item.cite).collect()),
            of(tellings.map(|telling| telling.cite).collect()),
        ];
        (pack[id].slug.clone(), numbers)
    };
    Section {
        title: "By document",
        columns: vec![
            "paragraphs",
            "characters",
            "statements",
            "events",
            "figures",
            "questions",
            "tellings",
        ],
        rows: pack.documents().map(row).collect(),
    }
}

fn by_issue(pack: &Pack) -> Section {
    let row = |id: IssueId| {
        let of = || pack.statements.iter().filter(move |statement| statement.issue == id);
        let documents: BTreeSet<_> = of().map(|statement| statement.cite.document).collect();
        let actors: BTreeSet<_> = of().map(|statement| statement.actor).collect();
        let questions = pack.questions.iter().filter(|question| question.issue == Some(id));
        let differences = pack.differences.iter().filter(|told| told.issue == Some(id));
        let numbers = vec![
            of().count(),
            documents.len(),
            actors.len(),
            questions.count(),
            differences.count(),
        ];
        (pack[id].slug.clone(), numbers)
    };
    Section {
        title: "By issue",
        columns: vec!["statements", "documents", "actors", "questions", "differences"],
        rows: pack.issues().map(row).collect(),
    }
}

/// Rows of the words of a choice, columns of the documents.
fn across<K: Keyword>(title: &'static str, pack: &Pack, of: fn(&Statement) -> K) -> Section {
    let row = |(word, choice): &(&'static str, K)| {
        let count = |id: Option<DocumentId>| {
            let having = pack.statements.iter().filter(|statement| of(statement) == *choice);
            having
                .filter(|statement| id.is_none_or(|id| statement.cite.document == id))
                .count()
        };
        let numbers = [None].into_iter().chain(pack.documents().map(Some)).map(count);
        ((*word).to_owned(), numbers.collect())
    };
    Section {
        title,
        columns: ["all"]
            .into_iter()
            .chain(pack.documents().map(|id| short(id.0)))
            .collect(),
        rows: K::WORDS.iter().map(row).collect(),
    }
}

/// The heads of columns for documents, by their place on the shelf.
fn short(place: u16) -> &'static str {
    const NAMES: [&str; 12] = [
        "1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th", "11th", "12th",
    ];
    NAMES.get(usize::from(place)).unwrap_or(&"later")
}

fn stances(pack: &Pack) -> Section {
    across::<Stance>("Statements by stance, document", pack, |statement| statement.stance)
}

fn attributions(pack: &Pack) -> Section {
    across::<Attribution>("Statements by attribution, document", pack, |statement| {
        statement.attribution
    })
}

fn statements(pack: &Pack) -> Section {
    let row = |name: &str, holds: fn(&Statement) -> bool| {
        let n = pack.statements.iter().filter(|statement| holds(statement)).count();
        (name.to_owned(), vec![n])
    };
    Section {
        title: "Statements with",
        columns: vec!["n"],
        rows: vec![
            row("a date", |statement| statement.date.is_some()),
            row("quoted words", |statement| statement.quote.is_some()),
            row("a condition", |statement| statement.condition.is_some()),
            row("another speaker", |statement| statement.speaker.is_some()),
            row("a reporter", |statement| statement.reporter.is_some()),
            row("a note", |statement| statement.note.is_some()),
        ],
    }
}

fn grounds(pack: &Pack) -> Section {
    let says = || pack.terms.iter().flat_map(|term| &term.says);
    let cited = says().filter(|says| matches!(says.ground, Ground::Cited(_))).count();
    Section {
        title: "Sentences of definitions",
        columns: vec!["n"],
        rows: vec![
            ("cited".to_owned(), vec![cited]),
            ("background".to_owned(), vec![says().count() - cited]),
        ],
    }
}

fn one_column<T, K: Keyword>(
    title: &'static str,
    items: &[T],
    of: fn(&T) -> K,
    words: &'static [(&'static str, K)],
) -> Section {
    let row = |(word, choice): &(&'static str, K)| {
        let n = items.iter().filter(|item| of(item) == *choice).count();
        ((*word).to_owned(), vec![n])
    };
    Section {
        title,
        columns: vec!["n"],
        rows: words.iter().map(row).collect(),
    }
}
