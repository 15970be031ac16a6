//! Reads a pack from JSON; whatever comes in, what comes out is whole.

use std::mem;

use super::error::{Fault, LoadError};
use super::resolve::{Library, Load, Slugs, at, checked_id, date, filled, word};
use super::shape::{
    ActorFile, DocumentFile, EventFile, FigureFile, IssueFile, PackFile, QuestionFile, SaysFile, StatementFile,
    TermFile, Version,
};
use crate::domain::pack::{
    Actor, ActorId, Bilingual, Block, Document, Event, Figure, Ground, Issue, IssueId, Pack, Question, QuestionKind,
    Says, SourceCard, Stance, Statement, Task, Term, TermId, limits, read_block,
};

/// A text without a limit of its own.
const ANY: usize = usize::MAX;

/// Reads what [`write`](super::write) writes. Keys it does not know are passed over.
///
/// # Errors
///
/// What is not a compiled pack of [`FORMAT`](super::FORMAT), breaks a limit, or refers to something that is not there.
pub fn read(json: &str) -> Result<Pack, LoadError> {
    let not_json = |error: serde_json::Error| LoadError::new(error.to_string(), Fault::Json);
    if json.len() > limits::PACK_BYTES {
        return Err(LoadError::new("pack", Fault::TooBig));
    }
    let version: Version = serde_json::from_str(json).map_err(not_json)?;
    if version.format != super::FORMAT {
        return Err(LoadError::new("format", Fault::Format));
    }
    let file: PackFile = serde_json::from_str(json).map_err(not_json)?;
    let reader = Reader {
        actors: Slugs::new(file.actors.iter().map(|actor| &actor.id))?,
        issues: Slugs::new(file.issues.iter().map(|issue| &issue.id))?,
        terms: Slugs::new(file.terms.iter().map(|term| &term.id))?,
        library: library(file.documents)?,
    };
    Slugs::new(file.statements.iter().map(|statement| &statement.id))?;
    Slugs::new(file.events.iter().map(|event| &event.id))?;
    Slugs::new(file.figures.iter().map(|figure| &figure.id))?;
    Slugs::new(file.questions.iter().map(|question| &question.id))?;
    let pack = Pack {
        slug: checked_id(file.id)?,
        title: both(file.title, file.title_en),
        lead: both(file.lead, file.lead_en),
        licence: file.licence,
        actors: each(file.actors, |actor| reader.actor(actor))?,
        issues: each(file.issues, |issue| Ok(read_issue(issue)))?,
        statements: each(file.statements, |statement| reader.statement(statement))?,
        terms: each(file.terms, |term| reader.term(term))?,
        events: each(file.events, |event| reader.event(event))?,
        figures: each(file.figures, |figure| reader.figure(figure))?,
        questions: each(file.questions, |question| reader.question(question))?,
        documents: reader.library.documents,
    };
    check_sides(&pack.actors)?;
    check_order(&pack)?;
    Ok(pack)
}

fn each<F, T>(files: Vec<F>, read: impl FnMut(F) -> Load<T>) -> Load<Vec<T>> {
    files.into_iter().map(read).collect()
}

fn both(ja: String, en: String) -> Bilingual {
    Bilingual { ja, en }
}

fn check_sides(actors: &[Actor]) -> Load<()> {
    let side_of = |actor: &Actor| &actors[usize::from(actor.side.0)];
    let wrong = actors.iter().find(|actor| side_of(actor).side != actor.side);
    match wrong {
        Some(actor) => Err(LoadError::new(actor.slug.as_str(), Fault::Side)),
        None => Ok(()),
    }
}

fn check_order(pack: &Pack) -> Load<()> {
    let key = |term: &Term| (term.reading.clone(), term.headword.clone());
    if !pack.terms.is_sorted_by_key(key) {
        return Err(LoadError::new("terms", Fault::Order));
    }
    match pack.events.is_sorted_by_key(|event| event.date) {
        true => Ok(()),
        false => Err(LoadError::new("events", Fault::Order)),
    }
}

fn library(files: Vec<DocumentFile>) -> Load<Library> {
    let slugs = Slugs::new(files.iter().map(|document| &document.id))?;
    Ok(Library::new(each(files, document)?, slugs))
}

fn document(file: DocumentFile) -> Load<Document> {
    let place = &file.id;
    Ok(Document {
        date: optional(file.date, |text| date(place, &text))?,
        blocks: blocks(place, &file.blocks)?,
        slug: file.id,
        label: file.label,
        title: file.title,
        short: both(file.short, file.short_en),
        date_note: file.date_note,
        publisher: file.publisher,
        authors: file.authors,
        translator: file.translator,
        kind: both(file.kind, file.kind_en),
        card: SourceCard {
            genre: file.card.genre,
            unknown: file.card.unknown,
            standpoint: file.card.standpoint,
            cautions: file.card.cautions,
        },
    })
}

fn blocks(place: &str, lines: &[String]) -> Load<Vec<Block>> {
    if lines.len() > limits::BLOCKS {
        return Err(LoadError::new(place, Fault::TooMany));
    }
    let (mut section, mut paragraph) = (0, 0);
    let mut blocks = Vec::with_capacity(lines.len());
    for line in lines {
        let (block, faults) = read_block(line);
        let sound = block.filter(|_| faults.is_empty());
        let block = sound.ok_or_else(|| LoadError::new(at(place, line), Fault::Block))?;
        let (last, number) = match &block {
            Block::Heading(heading) => (&mut section, heading.number.0),
            Block::Paragraph(block) => (&mut paragraph, block.number.0),
        };
        if number <= *last {
            return Err(LoadError::new(at(place, line), Fault::BlockOrder));
        }
        *last = number;
        blocks.push(block);
    }
    Ok(blocks)
}

fn optional<F, T>(value: Option<F>, read: impl FnOnce(F) -> Load<T>) -> Load<Option<T>> {
    value.map(read).transpose()
}

fn read_issue(file: IssueFile) -> Issue {
    Issue {
        slug: file.id,
        title: both(file.title, file.title_en),
        question: both(file.question, file.question_en),
        note: file.note,
    }
}

/// What references are resolved against.
struct Reader {
    library: Library,
    actors: Slugs,
    issues: Slugs,
    terms: Slugs,
}

impl Reader {
    fn actor_id(&self, id: &str) -> Load<ActorId> {
        self.actors.find(id).map(ActorId)
    }

    fn actor(&self, file: ActorFile) -> Load<Actor> {
        Ok(Actor {
            kind: word(&file.id, &file.kind)?,
            side: self.actor_id(&file.side)?,
            slug: file.id,
            name: both(file.name, file.en),
            reading: file.reading,
            role: both(file.role, file.role_en),
        })
    }

    fn statement(&self, file: StatementFile) -> Load<Statement> {
        let place = &file.id;
        let stance: Stance = word(place, &file.stance)?;
        if (stance == Stance::Conditional) != file.condition.is_some() {
            return Err(LoadError::new(place, Fault::Condition));
        }
        Ok(Statement {
            actor: self.actor_id(&file.actor)?,
            issue: self.issues.find(&file.issue).map(IssueId)?,
            stance,
            condition: file.condition,
            paraphrase: filled(place, file.paraphrase, limits::PARAPHRASE_CHARS)?,
            date: optional(file.date, |text| date(place, &text))?,
            speaker: optional(file.speaker, |id| self.actor_id(&id))?,
            reporter: optional(file.reporter, |id| self.actor_id(&id))?,
            attribution: word(place, &file.attribution)?,
            cue: file.cue,
            quote: file.quote,
            cite: self.library.cite(&file.cite)?,
            note: file.note,
            slug: file.id,
        })
    }

    fn term(&self, file: TermFile) -> Load<Term> {
        let place = &file.id;
        if !(2..=5).contains(&file.says.len()) {
            return Err(LoadError::new(place, Fault::Ground));
        }
        let find = |id: String| self.terms.find(&id).map(TermId);
        Ok(Term {
            headword: filled(place, file.headword, ANY)?,
            reading: file.reading,
            en: file.en,
            native: file.native,
            kind: word(place, &file.kind)?,
            forms: each(file.forms, |form| filled(place, form, ANY))?,
            not_in: each(file.not_in, |form| filled(place, form, ANY))?,
            gloss: Bilingual {
                ja: filled(place, file.gloss, limits::GLOSS_CHARS)?,
                en: file.gloss_en,
            },
            says: each(file.says, |says| self.says(place, says))?,
            related: each(file.related, find)?,
            slug: file.id,
        })
    }

    fn says(&self, place: &str, file: SaysFile) -> Load<Says> {
        let ground = match (file.cite, file.background) {
            (Some(cite), None) => Ground::Cited(self.library.cite(&cite)?),
            (None, Some(text)) => Ground::Background(date(place, &text)?),
            _ => return Err(LoadError::new(place, Fault::Ground)),
        };
        let text = file.text;
        Ok(Says { text, ground })
    }

    fn event(&self, file: EventFile) -> Load<Event> {
        let place = &file.id;
        Ok(Event {
            date: date(place, &file.date)?,
            until: optional(file.until, |text| date(place, &text))?,
            when: file.when,
            title: both(file.title, file.title_en),
            status: word(place, &file.status)?,
            cite: self.library.cite(&file.cite)?,
            note: file.note,
            slug: file.id,
        })
    }

    fn figure(&self, file: FigureFile) -> Load<Figure> {
        Ok(Figure {
            slug: file.id,
            value: file.value,
            measures: file.measures,
            source: file.source,
            cite: self.library.cite(&file.cite)?,
        })
    }

    fn question(&self, mut file: QuestionFile) -> Load<Question> {
        let kind: QuestionKind = word(&file.id, &file.kind)?;
        let task = task(kind, &mut file);
        let fail = || LoadError::new(&file.id, Fault::Task);
        Ok(Question {
            kind,
            task: task.ok_or_else(fail)?,
            cite: self.library.cite(&file.cite)?,
            issue: optional(file.issue, |id| self.issues.find(&id).map(IssueId))?,
            slug: file.id,
            stem: file.stem,
            why: file.why,
        })
    }
}

/// The answers; `None` where they do not fit the kind of question.
fn task(kind: QuestionKind, file: &mut QuestionFile) -> Option<Task> {
    let (items, pairs) = (mem::take(&mut file.items), mem::take(&mut file.pairs));
    let (distractors, accept) = (mem::take(&mut file.distractors), mem::take(&mut file.accept));
    let key = file.key.take();
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
