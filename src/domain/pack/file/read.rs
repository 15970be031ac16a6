//! Reads a pack from JSON; whatever comes in, what comes out is whole.

use std::cell::OnceCell;

use super::error::{Fault, LoadError};
use super::fields::Fields;
use super::resolve::{Library, Slugs, all_filled, at, checked_id, date, filled, optional_date, word};
use crate::domain::json::Json;
use crate::domain::pack::{
    Actor, ActorId, Bilingual, Block, Document, Event, Figure, Ground, Issue, IssueId, Pack, Question, QuestionKind,
    Says, SourceCard, Stance, Statement, Task, Term, TermId, limits, read_block,
};

/// A text without a limit of its own.
const ANY: usize = usize::MAX;

/// Reads what `write` writes. Keys it does not know are passed over.
///
/// # Errors
///
/// What is not a compiled pack of [`FORMAT`](super::FORMAT), breaks a limit, or refers to something that is not there.
pub fn read(json: &str) -> Result<Pack, LoadError> {
    Parsed::new(json)?.pack()
}

/// The JSON of a pack, parsed: half of the work of [`read`], for those who must stop in between.
pub struct Parsed<'a>(Json<'a>);

impl<'a> Parsed<'a> {
    /// Parses what `write` writes.
    ///
    /// # Errors
    ///
    /// What is no JSON, or larger than a pack may be.
    pub fn new(json: &'a str) -> Result<Self, LoadError> {
        if json.len() > limits::PACK_BYTES {
            return Err(LoadError::new("pack", Fault::TooBig));
        }
        let parsed = Json::read(json).map_err(|error| LoadError::new(error.to_string(), Fault::Json))?;
        Ok(Self(parsed))
    }

    /// The pack.
    ///
    /// # Errors
    ///
    /// As [`read`].
    pub fn pack(&self) -> Result<Pack, LoadError> {
        let first_fault = OnceCell::new();
        let pack = read_pack(&Fields::outermost(&self.0, &first_fault));
        if let Some(fault) = first_fault.into_inner() {
            return Err(fault);
        }
        check_sides(&pack.actors)?;
        check_order(&pack)?;
        Ok(pack)
    }
}

/// The pack; whole where no fault was noted.
fn read_pack(fields: &Fields<'_>) -> Pack {
    if fields.number("format") != super::FORMAT {
        fields.refuse("format", Fault::Format);
        return Pack::default();
    }
    let reader = Reader {
        actors: Slugs::read(fields, "actors"),
        issues: Slugs::read(fields, "issues"),
        terms: Slugs::read(fields, "terms"),
        library: library(fields),
    };
    for list in ["statements", "events", "figures", "questions"] {
        Slugs::read(fields, list);
    }
    Pack {
        slug: checked_id(fields),
        title: both(fields, "title", "title_en"),
        lead: both(fields, "lead", "lead_en"),
        licence: fields.text("licence"),
        actors: fields.items("actors", |actor| reader.actor(actor)),
        issues: fields.items("issues", |issue| Some(read_issue(issue))),
        statements: fields.items("statements", |statement| reader.statement(statement)),
        terms: fields.items("terms", |term| reader.term(term)),
        events: fields.items("events", |event| reader.event(event)),
        figures: fields.items("figures", |figure| reader.figure(figure)),
        questions: fields.items("questions", |question| reader.question(question)),
        #[cfg(not(target_arch = "wasm32"))]
        differences: super::difference::read(fields, &reader),
        documents: reader.library.documents,
    }
}

/// The text of a key and its English.
pub(super) fn both(fields: &Fields<'_>, ja: &'static str, en: &'static str) -> Bilingual {
    Bilingual {
        ja: fields.text(ja),
        en: fields.text(en),
    }
}

fn check_sides(actors: &[Actor]) -> Result<(), LoadError> {
    let side_of = |actor: &Actor| &actors[usize::from(actor.side.0)];
    let wrong = actors.iter().find(|actor| side_of(actor).side != actor.side);
    match wrong {
        Some(actor) => Err(LoadError::new(actor.slug.as_str(), Fault::Side)),
        None => Ok(()),
    }
}

fn check_order(pack: &Pack) -> Result<(), LoadError> {
    let in_order = |pair: &[Term]| (&pair[0].reading, &pair[0].headword) <= (&pair[1].reading, &pair[1].headword);
    if !pack.terms.windows(2).all(in_order) {
        return Err(LoadError::new("terms", Fault::Order));
    }
    match pack.events.is_sorted_by_key(|event| event.date) {
        true => Ok(()),
        false => Err(LoadError::new("events", Fault::Order)),
    }
}

fn library(fields: &Fields<'_>) -> Library {
    let slugs = Slugs::read(fields, "documents");
    Library::new(fields.items("documents", |file| Some(document(file))), slugs)
}

fn document(fields: &Fields<'_>) -> Document {
    let card = fields.object("card");
    Document {
        slug: fields.text("id"),
        label: fields.text("label"),
        title: fields.text("title"),
        short: both(fields, "short", "short_en"),
        date: optional_date(fields, "date"),
        date_note: fields.text("date_note"),
        publisher: fields.optional_text("publisher"),
        authors: fields.texts("authors"),
        translator: fields.optional_text("translator"),
        kind: both(fields, "kind", "kind_en"),
        card: SourceCard {
            genre: card.text("genre"),
            unknown: card.text("unknown"),
            standpoint: card.text("standpoint"),
            cautions: card.texts("cautions"),
        },
        blocks: blocks(fields),
    }
}

fn blocks(fields: &Fields<'_>) -> Vec<Block> {
    if fields.list("blocks").len() > limits::BLOCKS {
        fields.refuse(fields.id(), Fault::TooMany);
        return Vec::new();
    }
    let lines = fields.texts("blocks");
    let (mut section, mut paragraph) = (0, 0);
    let mut blocks = Vec::with_capacity(lines.len());
    for line in &lines {
        let (block, faults) = read_block(line);
        let Some(block) = block.filter(|_| faults.is_empty()) else {
            fields.refuse(&at(fields.id(), line), Fault::Block);
            break;
        };
        let (last, number) = match &block {
            Block::Heading(heading) => (&mut section, heading.number.0),
            Block::Paragraph(block) => (&mut paragraph, block.number.0),
        };
        if number <= *last {
            fields.refuse(&at(fields.id(), line), Fault::BlockOrder);
        }
        *last = number;
        blocks.push(block);
    }
    blocks
}

fn read_issue(fields: &Fields<'_>) -> Issue {
    Issue {
        slug: fields.text("id"),
        title: both(fields, "title", "title_en"),
        question: both(fields, "question", "question_en"),
        note: fields.optional_text("note"),
    }
}

/// What references are resolved against.
pub(super) struct Reader {
    pub library: Library,
    actors: Slugs,
    pub issues: Slugs,
    terms: Slugs,
}

/// Each function asks first for what may be refused outright, so that nothing has to be dropped then.
impl Reader {
    fn actor_id(&self, fields: &Fields<'_>, key: &'static str) -> ActorId {
        ActorId(self.actors.find(fields, key))
    }

    fn optional_actor_id(&self, fields: &Fields<'_>, key: &'static str) -> Option<ActorId> {
        fields.has(key).then(|| self.actor_id(fields, key))
    }

    fn actor(&self, fields: &Fields<'_>) -> Option<Actor> {
        Some(Actor {
            kind: word(fields, "kind")?,
            side: self.actor_id(fields, "side"),
            slug: fields.text("id"),
            name: both(fields, "name", "en"),
            reading: fields.text("reading"),
            role: both(fields, "role", "role_en"),
        })
    }

    fn statement(&self, fields: &Fields<'_>) -> Option<Statement> {
        let stance: Stance = word(fields, "stance")?;
        if (stance == Stance::Conditional) != fields.has("condition") {
            fields.refuse(fields.id(), Fault::Condition);
        }
        Some(Statement {
            attribution: word(fields, "attribution")?,
            cite: self.library.cite(fields)?,
            stance,
            slug: fields.text("id"),
            actor: self.actor_id(fields, "actor"),
            issue: IssueId(self.issues.find(fields, "issue")),
            condition: fields.optional_text("condition"),
            paraphrase: filled(fields, "paraphrase", limits::PARAPHRASE_CHARS),
            date: optional_date(fields, "date"),
            speaker: self.optional_actor_id(fields, "speaker"),
            reporter: self.optional_actor_id(fields, "reporter"),
            cue: fields.text("cue"),
            quote: fields.optional_text("quote"),
            note: fields.optional_text("note"),
        })
    }

    fn term(&self, fields: &Fields<'_>) -> Option<Term> {
        if !(2..=5).contains(&fields.list("says").len()) {
            fields.refuse(fields.id(), Fault::Ground);
        }
        Some(Term {
            kind: word(fields, "kind")?,
            slug: fields.text("id"),
            headword: filled(fields, "headword", ANY),
            reading: fields.text("reading"),
            en: fields.text("en"),
            native: fields.optional_text("native"),
            forms: all_filled(fields, "forms"),
            not_in: all_filled(fields, "not_in"),
            gloss: Bilingual {
                ja: filled(fields, "gloss", limits::GLOSS_CHARS),
                en: fields.text("gloss_en"),
            },
            says: fields.items("says", |says| self.says(says)),
            related: self.terms.find_all(fields, "related").into_iter().map(TermId).collect(),
        })
    }

    fn says(&self, fields: &Fields<'_>) -> Option<Says> {
        let ground = match (fields.has("cite"), fields.has("background")) {
            (true, false) => Ground::Cited(self.library.cite(fields)?),
            (false, true) => Ground::Background(date(fields, "background")?),
            _ => {
                fields.refuse(fields.id(), Fault::Ground);
                return None;
            }
        };
        let text = fields.text("text");
        Some(Says { text, ground })
    }

    fn event(&self, fields: &Fields<'_>) -> Option<Event> {
        Some(Event {
            date: date(fields, "date")?,
            status: word(fields, "status")?,
            cite: self.library.cite(fields)?,
            slug: fields.text("id"),
            until: optional_date(fields, "until"),
            when: fields.optional_text("when"),
            title: both(fields, "title", "title_en"),
            note: fields.optional_text("note"),
        })
    }

    fn figure(&self, fields: &Fields<'_>) -> Option<Figure> {
        Some(Figure {
            cite: self.library.cite(fields)?,
            slug: fields.text("id"),
            value: fields.text("value"),
            measures: fields.text("measures"),
            source: fields.text("source"),
            #[cfg(not(target_arch = "wasm32"))]
            english: super::figure::in_english(fields),
        })
    }

    fn question(&self, fields: &Fields<'_>) -> Option<Question> {
        let kind = word(fields, "kind")?;
        let cite = self.library.cite(fields)?;
        let Some(task) = task(kind, fields) else {
            fields.refuse(fields.id(), Fault::Task);
            return None;
        };
        let issue = || IssueId(self.issues.find(fields, "issue"));
        Some(Question {
            kind,
            task,
            cite,
            slug: fields.text("id"),
            stem: fields.text("stem"),
            why: fields.text("why"),
            issue: fields.has("issue").then(issue),
        })
    }
}

/// The answers; `None` where they do not fit the kind of question.
fn task(kind: QuestionKind, fields: &Fields<'_>) -> Option<Task> {
    let (items, pairs) = (fields.texts("items"), fields.pairs("pairs"));
    let (distractors, accept) = (fields.texts("distractors"), fields.texts("accept"));
    let key = fields.optional_text("key");
    let has_choice = key.is_some() || !distractors.is_empty() || !accept.is_empty();
    match kind {
        QuestionKind::Order => {
            let fits = items.len() >= 3 && pairs.is_empty() && !has_choice;
            (fits && filled_all(&items)).then_some(Task::Order { items })
        }
        QuestionKind::Match => {
            let fits = pairs.len() >= 3 && items.is_empty() && !has_choice;
            fits.then_some(Task::Match { pairs })
        }
        _ => {
            let key = key.filter(|key| !key.is_empty() && !distractors.contains(key))?;
            let wanted = if kind == QuestionKind::TrueFalse { 1 } else { 2 };
            let fits = distractors.len() >= wanted && items.is_empty() && pairs.is_empty();
            (fits && filled_all(&distractors)).then_some(Task::Choice {
                key,
                distractors,
                accept,
            })
        }
    }
}

fn filled_all(texts: &[String]) -> bool {
    texts.iter().all(|text| !text.is_empty())
}
