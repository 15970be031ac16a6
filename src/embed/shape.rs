//! How what the pack holds is given to a host page: plain objects, in which every claim keeps who said it and its place.

use serde::Serialize;

use crate::domain::compare::Party;
use crate::domain::date::PartialDate;
use crate::domain::pack::{ActorId, Bilingual, Citation, FindBySlug, Ground, Keyword, Pack, StatementId, TermId};

/// A text in both languages.
#[derive(Clone, Debug, Serialize)]
pub struct Both<'a> {
    ja: &'a str,
    en: &'a str,
}

impl<'a> From<&'a Bilingual> for Both<'a> {
    fn from(text: &'a Bilingual) -> Self {
        Self {
            ja: &text.ja,
            en: &text.en,
        }
    }
}

/// Something with an id and a name.
#[derive(Clone, Debug, Serialize)]
pub struct Named<'a> {
    id: &'a str,
    name: Both<'a>,
}

impl<'a> Named<'a> {
    /// An actor.
    #[must_use]
    pub fn actor(pack: &'a Pack, id: ActorId) -> Self {
        Self {
            id: id.slug(pack),
            name: (&pack[id].name).into(),
        }
    }
}

/// Who is compared.
#[derive(Clone, Debug, Serialize)]
pub struct PartyShape<'a> {
    #[serde(flatten)]
    named: Named<'a>,
    /// Whether everybody of that side is meant, or the actor alone.
    side: bool,
}

impl<'a> PartyShape<'a> {
    /// A party.
    #[must_use]
    pub fn new(pack: &'a Pack, party: Party) -> Self {
        Self {
            named: Named::actor(pack, party.actor()),
            side: matches!(party, Party::Side(_)),
        }
    }
}

/// A place in a document, with the words that bear the claim.
#[derive(Clone, Debug, Serialize)]
pub struct Place<'a> {
    document: &'a str,
    label: &'a str,
    paragraph: u16,
    words: &'a str,
    /// What stands behind `#` in the address of the page.
    view: String,
}

impl<'a> Place<'a> {
    /// The place of a citation.
    #[must_use]
    pub fn new(pack: &'a Pack, cite: Citation) -> Self {
        let document = &pack[cite.document];
        let paragraph = document.paragraph(cite.paragraph);
        let words = paragraph.and_then(|paragraph| paragraph.text.plain.get(cite.span.range()));
        Self {
            document: &document.slug,
            label: &document.label,
            paragraph: cite.paragraph.0,
            words: words.unwrap_or(""),
            view: ["doc/", &document.slug, "/p", &cite.paragraph.0.to_string()].concat(),
        }
    }
}

/// One stated position.
#[derive(Clone, Debug, Serialize)]
pub struct StatementShape<'a> {
    id: &'a str,
    actor: Named<'a>,
    issue: &'a str,
    stance: &'static str,
    condition: Option<&'a str>,
    paraphrase: &'a str,
    date: Option<String>,
    /// Who uttered it, where it is not the actor.
    speaker: Option<Named<'a>>,
    /// Who reports it; null is the document's own author.
    reporter: Option<Named<'a>>,
    attribution: &'static str,
    cue: &'a str,
    quote: Option<&'a str>,
    place: Place<'a>,
    note: Option<&'a str>,
}

impl<'a> StatementShape<'a> {
    /// A statement.
    #[must_use]
    pub fn new(pack: &'a Pack, id: StatementId) -> Self {
        let statement = &pack[id];
        let named = |actor: Option<ActorId>| actor.map(|actor| Named::actor(pack, actor));
        Self {
            id: &statement.slug,
            actor: Named::actor(pack, statement.actor),
            issue: statement.issue.slug(pack),
            stance: statement.stance.word(),
            condition: statement.condition.as_deref(),
            paraphrase: &statement.paraphrase,
            date: statement.date.map(written),
            speaker: named(statement.speaker),
            reporter: named(statement.reporter),
            attribution: statement.attribution.word(),
            cue: &statement.cue,
            quote: statement.quote.as_deref(),
            place: Place::new(pack, statement.cite),
            note: statement.note.as_deref(),
        }
    }
}

/// A glossary entry.
#[derive(Clone, Debug, Serialize)]
pub struct Entry<'a> {
    id: &'a str,
    headword: &'a str,
    reading: &'a str,
    en: &'a str,
    native: Option<&'a str>,
    kind: &'static str,
    forms: &'a [String],
    gloss: Both<'a>,
    says: Vec<SaysShape<'a>>,
    related: Vec<&'a str>,
    /// What stands behind `#` in the address of the page.
    view: String,
}

/// A sentence of a definition: either a place bears it, or it is background knowledge, certain at that date.
#[derive(Clone, Debug, Serialize)]
struct SaysShape<'a> {
    text: &'a str,
    place: Option<Place<'a>>,
    background: Option<String>,
}

impl<'a> Entry<'a> {
    /// An entry.
    #[must_use]
    pub fn new(pack: &'a Pack, id: TermId) -> Self {
        let term = &pack[id];
        let says = term.says.iter().map(|says| {
            let (place, background) = match says.ground {
                Ground::Cited(cite) => (Some(Place::new(pack, cite)), None),
                Ground::Background(date) => (None, Some(written(date))),
            };
            SaysShape {
                text: &says.text,
                place,
                background,
            }
        });
        Self {
            id: &term.slug,
            headword: &term.headword,
            reading: &term.reading,
            en: &term.en,
            native: term.native.as_deref(),
            kind: term.kind.word(),
            forms: &term.forms,
            gloss: (&term.gloss).into(),
            says: says.collect(),
            related: term.related.iter().map(|id| id.slug(pack)).collect(),
            view: ["term/", &term.slug].concat(),
        }
    }
}

/// What the pack is about and what it holds.
#[derive(Clone, Debug, Serialize)]
pub struct Edition<'a> {
    id: &'a str,
    title: Both<'a>,
    lead: Both<'a>,
    licence: &'a str,
    documents: Vec<DocumentShape<'a>>,
    actors: Vec<ActorShape<'a>>,
    issues: Vec<IssueShape<'a>>,
}

#[derive(Clone, Debug, Serialize)]
struct DocumentShape<'a> {
    id: &'a str,
    label: &'a str,
    title: &'a str,
    short: Both<'a>,
    kind: Both<'a>,
    date: Option<String>,
    publisher: Option<&'a str>,
    authors: &'a [String],
}

#[derive(Clone, Debug, Serialize)]
struct ActorShape<'a> {
    #[serde(flatten)]
    named: Named<'a>,
    kind: &'static str,
    side: &'a str,
    role: Both<'a>,
}

#[derive(Clone, Debug, Serialize)]
struct IssueShape<'a> {
    id: &'a str,
    title: Both<'a>,
    question: Both<'a>,
    note: Option<&'a str>,
}

impl<'a> Edition<'a> {
    /// The edition of a pack.
    #[must_use]
    pub fn new(pack: &'a Pack) -> Self {
        let documents = pack.documents.iter().map(|document| DocumentShape {
            id: &document.slug,
            label: &document.label,
            title: &document.title,
            short: (&document.short).into(),
            kind: (&document.kind).into(),
            date: document.date.map(written),
            publisher: document.publisher.as_deref(),
            authors: &document.authors,
        });
        let actors = pack.actors().map(|id| ActorShape {
            named: Named::actor(pack, id),
            kind: pack[id].kind.word(),
            side: pack[id].side.slug(pack),
            role: (&pack[id].role).into(),
        });
        let issues = pack.issues.iter().map(|issue| IssueShape {
            id: &issue.slug,
            title: (&issue.title).into(),
            question: (&issue.question).into(),
            note: issue.note.as_deref(),
        });
        Self {
            id: &pack.slug,
            title: (&pack.title).into(),
            lead: (&pack.lead).into(),
            licence: &pack.licence,
            documents: documents.collect(),
            actors: actors.collect(),
            issues: issues.collect(),
        }
    }
}

/// A date as vague as it is given: `2026-01`.
fn written(date: PartialDate) -> String {
    date.to_string()
}
