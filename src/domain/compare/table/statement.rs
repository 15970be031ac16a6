//! The rows of a table of statements.

use crate::domain::compare::words::{reporter, said_on, source, speaker};
use crate::domain::lang::Lang;
use crate::domain::pack::{Pack, StatementId};
use crate::domain::words::Words;

/// How many columns there are.
const WIDTH: usize = 12;
/// Where the actor, the stance and the source stand.
const ACTOR: usize = 1;
const STANCE: usize = 2;
const SOURCE: usize = WIDTH - 1;

/// The names of the columns.
pub(super) fn header(lang: Lang) -> Vec<String> {
    let words = Words::of(lang);
    let names: [&str; WIDTH] = [
        words.issue,
        words.actor,
        words.column_stance,
        words.condition,
        words.column_paraphrase,
        words.column_quote,
        words.column_said_on,
        words.column_speaker,
        words.column_reporter,
        words.column_attribution,
        words.column_cue,
        words.column_source,
    ];
    super::owned(&names)
}

/// A statement with everything that must stand beside it.
pub(super) fn row(pack: &Pack, id: StatementId, lang: Lang) -> Vec<String> {
    let statement = &pack[id];
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    let cells: [String; WIDTH] = [
        lang.pick(&pack[statement.issue].title).to_owned(),
        lang.pick(&pack[statement.actor].name).to_owned(),
        statement.stance.name(lang).to_owned(),
        optional(&statement.condition),
        statement.paraphrase.clone(),
        optional(&statement.quote),
        said_on(pack, id, lang),
        speaker(pack, id, lang).to_owned(),
        reporter(pack, id, lang).to_owned(),
        statement.attribution.name(lang).to_owned(),
        statement.cue.clone(),
        source(pack, statement.cite),
    ];
    cells.into()
}

/// An actor who states nothing, or whose statements are filtered out, as `word` says.
pub(super) fn silent_actor(name: &str, word: &str) -> Vec<String> {
    silent(ACTOR, name, word)
}

/// A document that says nothing on the issue.
pub(super) fn silent_document(label: &str, word: &str) -> Vec<String> {
    silent(SOURCE, label, word)
}

fn silent(at: usize, name: &str, word: &str) -> Vec<String> {
    let mut cells = vec![String::new(); WIDTH];
    cells[at] = name.to_owned();
    cells[STANCE] = word.to_owned();
    cells
}
