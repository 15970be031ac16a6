//! Options that a host page gives, as JSON: which statements, which questions. Every name in them is looked up in the pack.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::failure::{Code, Failure, unknown};
use crate::domain::compare::{Choice, Filter, Party, Period, Undated};
use crate::domain::date::PartialDate;
use crate::domain::pack::{ActorId, Attribution, DocumentId, FindBySlug, IssueId, Keyword, Pack, QuestionKind};
use crate::domain::quiz::{Mode, PaperOptions, Scope};

/// Questions in a quiz, where the options do not say, and at most.
const USUAL_COUNT: u8 = 10;
const MOST: u8 = 50;

/// Which statements.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Statements {
    issues: Option<Vec<String>>,
    actors: Option<Vec<String>>,
    documents: Option<Vec<String>>,
    attributions: Option<Vec<String>>,
    from: Option<String>,
    until: Option<String>,
    undated: Option<bool>,
}

/// Which questions.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Questions {
    seed: Option<u64>,
    count: Option<u8>,
    kinds: Option<Vec<String>>,
    documents: Option<Vec<String>>,
    issues: Option<Vec<String>>,
    mode: Option<String>,
}

/// Reads which statements are wanted; `{}` wants all.
///
/// # Errors
///
/// What is no such option, or names what the pack does not have.
pub fn filter(pack: &Pack, json: &str) -> Result<Filter, Failure> {
    let asked: Statements = options(json)?;
    let period = Period {
        from: asked.from.as_deref().map(date).transpose()?,
        until: asked.until.as_deref().map(date).transpose()?,
    };
    Ok(Filter {
        issues: choice(asked.issues, |word| issue(pack, word))?,
        actors: choice(asked.actors, |word| party(pack, word))?,
        documents: choice(asked.documents, |word| document(pack, word))?,
        attributions: choice(asked.attributions, |word| keyword::<Attribution>("attribution", word))?,
        period,
        undated: match asked.undated {
            Some(false) => Undated::Exclude,
            _ => Undated::Include,
        },
    })
}

/// Reads which questions are wanted; `{}` wants ten of all.
///
/// # Errors
///
/// As [`filter`].
pub fn paper(pack: &Pack, json: &str) -> Result<PaperOptions, Failure> {
    let asked: Questions = options(json)?;
    let count = asked.count.unwrap_or(USUAL_COUNT);
    if !(1..=MOST).contains(&count) {
        return Err(Code::BadOption.because(&["count is from 1 to ", &MOST.to_string()]));
    }
    Ok(PaperOptions {
        seed: asked.seed.unwrap_or(1),
        documents: scope(asked.documents, |word| document(pack, word))?,
        issues: scope(asked.issues, |word| issue(pack, word))?,
        kinds: scope(asked.kinds, |word| keyword::<QuestionKind>("kind", word))?,
        count,
        mode: match asked.mode.as_deref() {
            None | Some("practice") => Mode::Practice,
            Some("test") => Mode::Test,
            Some(_) => return Err(Code::BadOption.because(&["mode is `practice` or `test`"])),
        },
    })
}

/// The party of a word: `russia` is the whole column where the actor names one, `~russia` the actor alone.
///
/// # Errors
///
/// Where the pack has no such actor.
pub fn party(pack: &Pack, word: &str) -> Result<Party, Failure> {
    let (slug, alone) = match word.strip_prefix('~') {
        Some(slug) => (slug, true),
        None => (word, false),
    };
    let actor = ActorId::find(pack, slug)
        .ok_or_else(|| unknown("actor", slug, pack.actors.iter().map(|actor| &*actor.slug)))?;
    Ok(match alone {
        true => Party::Actor(actor),
        false => Party::of(pack, actor),
    })
}

/// Options out of JSON. A list would be taken for the options in their order.
fn options<T: DeserializeOwned>(json: &str) -> Result<T, Failure> {
    match json.starts_with('{') {
        true => read(json),
        false => Err(Code::BadOption.because(&["options are a plain object"])),
    }
}

/// A value out of JSON.
///
/// # Errors
///
/// What is wrong with it, in the words of the reader.
pub fn read<T: DeserializeOwned>(json: &str) -> Result<T, Failure> {
    serde_json::from_str(json).map_err(|error| {
        let message = error.to_string();
        let (says, _) = message.rsplit_once(" at line ").unwrap_or((&message, ""));
        Code::BadOption.because(&[says])
    })
}

fn issue(pack: &Pack, word: &str) -> Result<IssueId, Failure> {
    IssueId::find(pack, word).ok_or_else(|| unknown("issue", word, pack.issues.iter().map(|issue| &*issue.slug)))
}

fn document(pack: &Pack, word: &str) -> Result<DocumentId, Failure> {
    let known = pack.documents.iter().map(|document| &*document.slug);
    DocumentId::find(pack, word).ok_or_else(|| unknown("document", word, known))
}

fn keyword<K: Keyword>(what: &str, word: &str) -> Result<K, Failure> {
    K::from_word(word).ok_or_else(|| unknown(what, word, K::WORDS.iter().map(|(word, _)| *word)))
}

fn date(text: &str) -> Result<PartialDate, Failure> {
    text.parse()
        .map_err(|_| Code::BadOption.because(&["a date is written 2026, 2026-01 or 2026-01-06"]))
}

fn found<T>(words: Vec<String>, find: impl Fn(&str) -> Result<T, Failure>) -> Result<Vec<T>, Failure> {
    words.iter().map(|word| find(word)).collect()
}

fn choice<T: Ord + Copy>(
    words: Option<Vec<String>>,
    find: impl Fn(&str) -> Result<T, Failure>,
) -> Result<Choice<T>, Failure> {
    match words {
        None => Ok(Choice::All),
        Some(words) => Ok(Choice::only(found(words, find)?)),
    }
}

fn scope<T>(words: Option<Vec<String>>, find: impl Fn(&str) -> Result<T, Failure>) -> Result<Scope<T>, Failure> {
    match words {
        None => Ok(Scope::All),
        Some(words) => Ok(Scope::Only(found(words, find)?)),
    }
}
