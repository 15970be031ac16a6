//! Writes a pack as JSON.

use super::shape::{
    ActorFile, CardFile, DifferenceFile, DocumentFile, EventFile, FigureEnglishFile, FigureFile, IssueFile, PackFile,
    QuestionFile, SaysFile, StatementFile, TellingFile, TermFile,
};
use crate::domain::pack::{
    Actor, Citation, Difference, Document, Event, Figure, FindBySlug, Ground, Issue, Keyword, Pack, Question,
    Statement, Task, Term, write_block,
};

/// The pack as compact JSON.
///
/// ```
/// use yomikurabe::domain::pack::{Pack, file};
/// let pack = Pack { slug: "empty".into(), ..Pack::default() };
/// let json = file::write(&pack);
/// assert!(json.starts_with(r#"{"format":1,"id":"empty","#));
/// assert_eq!(file::read(&json).unwrap(), pack);
/// ```
#[must_use]
pub fn write(pack: &Pack) -> String {
    let file = PackFile {
        format: super::FORMAT,
        id: pack.slug.clone(),
        title: pack.title.ja.clone(),
        title_en: pack.title.en.clone(),
        lead: pack.lead.ja.clone(),
        lead_en: pack.lead.en.clone(),
        licence: pack.licence.clone(),
        documents: pack.documents.iter().map(document).collect(),
        actors: pack.actors.iter().map(|a| actor(pack, a)).collect(),
        issues: pack.issues.iter().map(issue).collect(),
        statements: pack.statements.iter().map(|s| statement(pack, s)).collect(),
        terms: pack.terms.iter().map(|t| term(pack, t)).collect(),
        events: pack.events.iter().map(|e| event(pack, e)).collect(),
        figures: pack.figures.iter().map(|f| figure(pack, f)).collect(),
        questions: pack.questions.iter().map(|q| question(pack, q)).collect(),
        differences: pack.differences.iter().map(|d| difference(pack, d)).collect(),
    };
    serde_json::to_string(&file).expect("text and lists always have a JSON form")
}

fn document(document: &Document) -> DocumentFile {
    let card = &document.card;
    DocumentFile {
        id: document.slug.clone(),
        label: document.label.clone(),
        title: document.title.clone(),
        short: document.short.ja.clone(),
        short_en: document.short.en.clone(),
        date: document.date.map(|date| date.to_string()),
        date_note: document.date_note.clone(),
        publisher: document.publisher.clone(),
        authors: document.authors.clone(),
        translator: document.translator.clone(),
        kind: document.kind.ja.clone(),
        kind_en: document.kind.en.clone(),
        card: CardFile {
            genre: card.genre.clone(),
            unknown: card.unknown.clone(),
            standpoint: card.standpoint.clone(),
            cautions: card.cautions.clone(),
        },
        blocks: document.blocks.iter().map(write_block).collect(),
    }
}

fn actor(pack: &Pack, actor: &Actor) -> ActorFile {
    ActorFile {
        id: actor.slug.clone(),
        name: actor.name.ja.clone(),
        reading: actor.reading.clone(),
        en: actor.name.en.clone(),
        kind: actor.kind.word().to_owned(),
        side: slug(pack, actor.side),
        role: actor.role.ja.clone(),
        role_en: actor.role.en.clone(),
    }
}

fn issue(issue: &Issue) -> IssueFile {
    IssueFile {
        id: issue.slug.clone(),
        title: issue.title.ja.clone(),
        title_en: issue.title.en.clone(),
        question: issue.question.ja.clone(),
        question_en: issue.question.en.clone(),
        note: issue.note.clone(),
    }
}

fn statement(pack: &Pack, statement: &Statement) -> StatementFile {
    StatementFile {
        id: statement.slug.clone(),
        actor: slug(pack, statement.actor),
        issue: slug(pack, statement.issue),
        stance: statement.stance.word().to_owned(),
        condition: statement.condition.clone(),
        paraphrase: statement.paraphrase.clone(),
        date: statement.date.map(|date| date.to_string()),
        speaker: statement.speaker.map(|actor| slug(pack, actor)),
        reporter: statement.reporter.map(|actor| slug(pack, actor)),
        attribution: statement.attribution.word().to_owned(),
        cue: statement.cue.clone(),
        quote: statement.quote.clone(),
        cite: cite(pack, statement.cite),
        note: statement.note.clone(),
    }
}

fn term(pack: &Pack, term: &Term) -> TermFile {
    let says = term.says.iter().map(|says| {
        let (cited, background) = match says.ground {
            Ground::Cited(citation) => (Some(cite(pack, citation)), None),
            Ground::Background(date) => (None, Some(date.to_string())),
        };
        SaysFile {
            text: says.text.clone(),
            cite: cited,
            background,
        }
    });
    TermFile {
        id: term.slug.clone(),
        headword: term.headword.clone(),
        reading: term.reading.clone(),
        en: term.en.clone(),
        native: term.native.clone(),
        kind: term.kind.word().to_owned(),
        forms: term.forms.clone(),
        not_in: term.not_in.clone(),
        gloss: term.gloss.ja.clone(),
        gloss_en: term.gloss.en.clone(),
        says: says.collect(),
        related: term.related.iter().map(|id| slug(pack, *id)).collect(),
    }
}

fn event(pack: &Pack, event: &Event) -> EventFile {
    EventFile {
        id: event.slug.clone(),
        date: event.date.to_string(),
        until: event.until.map(|date| date.to_string()),
        when: event.when.clone(),
        title: event.title.ja.clone(),
        title_en: event.title.en.clone(),
        status: event.status.word().to_owned(),
        cite: cite(pack, event.cite),
        note: event.note.clone(),
    }
}

fn figure(pack: &Pack, figure: &Figure) -> FigureFile {
    FigureFile {
        id: figure.slug.clone(),
        value: figure.value.clone(),
        measures: figure.measures.clone(),
        source: figure.source.clone(),
        english: figure.english.as_ref().map(|english| FigureEnglishFile {
            value_en: english.value.clone(),
            measures_en: english.measures.clone(),
            source_en: english.source.clone(),
        }),
        cite: cite(pack, figure.cite),
    }
}

fn question(pack: &Pack, question: &Question) -> QuestionFile {
    let mut file = QuestionFile {
        id: question.slug.clone(),
        kind: question.kind.word().to_owned(),
        stem: question.stem.clone(),
        key: None,
        distractors: Vec::new(),
        accept: Vec::new(),
        items: Vec::new(),
        pairs: Vec::new(),
        why: question.why.clone(),
        cite: cite(pack, question.cite),
        issue: question.issue.map(|issue| slug(pack, issue)),
    };
    match &question.task {
        Task::Choice {
            key,
            distractors,
            accept,
        } => {
            file.key = Some(key.clone());
            file.distractors.clone_from(distractors);
            file.accept.clone_from(accept);
        }
        Task::Order { items } => file.items.clone_from(items),
        Task::Match { pairs } => file.pairs.clone_from(pairs),
    }
    file
}

fn difference(pack: &Pack, difference: &Difference) -> DifferenceFile {
    let tellings = difference.tellings.iter().map(|telling| TellingFile {
        cite: cite(pack, telling.cite),
        says: telling.says.ja.clone(),
        says_en: telling.says.en.clone(),
    });
    DifferenceFile {
        id: difference.slug.clone(),
        title: difference.title.ja.clone(),
        title_en: difference.title.en.clone(),
        what: difference.what.ja.clone(),
        what_en: difference.what.en.clone(),
        issue: difference.issue.map(|issue| slug(pack, issue)),
        event: difference.event.map(|event| slug(pack, event)),
        silent: difference.silent.iter().map(|id| slug(pack, *id)).collect(),
        tellings: tellings.collect(),
    }
}

fn slug<I: FindBySlug>(pack: &Pack, id: I) -> String {
    id.slug(pack).to_owned()
}

/// `paris-declaration#p14@12-20`.
fn cite(pack: &Pack, cite: Citation) -> String {
    let document = cite.document.slug(pack);
    let (number, span) = (cite.paragraph.0, cite.span);
    format!("{document}#p{number}@{}-{}", span.start, span.end)
}
