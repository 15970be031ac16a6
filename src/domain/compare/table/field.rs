//! The columns of a table of statements.

use crate::domain::compare::words::{reporter, said_on, source, speaker};
use crate::domain::lang::Lang;
use crate::domain::pack::{Pack, StatementId};
use crate::domain::words::Words;

/// A column of a table of statements.
#[derive(Clone, Copy)]
pub(super) enum Field {
    Issue,
    Actor,
    Stance,
    Condition,
    Paraphrase,
    Quote,
    Date,
    Speaker,
    Reporter,
    Attribution,
    Cue,
    Source,
}

impl Field {
    pub(super) const ALL: [Self; 12] = [
        Self::Issue,
        Self::Actor,
        Self::Stance,
        Self::Condition,
        Self::Paraphrase,
        Self::Quote,
        Self::Date,
        Self::Speaker,
        Self::Reporter,
        Self::Attribution,
        Self::Cue,
        Self::Source,
    ];

    pub(super) fn name(self, lang: Lang) -> &'static str {
        let words = Words::of(lang);
        match self {
            Self::Issue => words.issue,
            Self::Actor => words.actor,
            Self::Stance => words.column_stance,
            Self::Condition => words.condition,
            Self::Paraphrase => words.column_paraphrase,
            Self::Quote => words.column_quote,
            Self::Date => words.column_said_on,
            Self::Speaker => words.column_speaker,
            Self::Reporter => words.column_reporter,
            Self::Attribution => words.column_attribution,
            Self::Cue => words.column_cue,
            Self::Source => words.column_source,
        }
    }

    fn of(self, pack: &Pack, id: StatementId, lang: Lang) -> String {
        let statement = &pack[id];
        match self {
            Self::Issue => lang.pick(&pack[statement.issue].title).to_owned(),
            Self::Actor => lang.pick(&pack[statement.actor].name).to_owned(),
            Self::Stance => statement.stance.name(lang).to_owned(),
            Self::Condition => statement.condition.clone().unwrap_or_default(),
            Self::Paraphrase => statement.paraphrase.clone(),
            Self::Quote => statement.quote.clone().unwrap_or_default(),
            Self::Date => said_on(pack, id, lang),
            Self::Speaker => speaker(pack, id, lang).to_owned(),
            Self::Reporter => reporter(pack, id, lang).to_owned(),
            Self::Attribution => statement.attribution.name(lang).to_owned(),
            Self::Cue => statement.cue.clone(),
            Self::Source => source(pack, statement.cite),
        }
    }
}

/// The names of the columns.
pub(super) fn header(fields: &[Field], lang: Lang) -> Vec<String> {
    fields.iter().map(|field| field.name(lang).to_owned()).collect()
}

/// A statement's row.
pub(super) fn row(fields: &[Field], pack: &Pack, id: StatementId, lang: Lang) -> Vec<String> {
    fields.iter().map(|field| field.of(pack, id, lang)).collect()
}
