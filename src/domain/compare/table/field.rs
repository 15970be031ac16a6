//! The columns of a table of statements.

use crate::domain::compare::words::{reporter, said_on, source, speaker};
use crate::domain::lang::Lang;
use crate::domain::pack::{Pack, StatementId};

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
        match self {
            Self::Issue => lang.of("論点", "Issue"),
            Self::Actor => lang.of("主体", "Actor"),
            Self::Stance => lang.of("立場", "Stance"),
            Self::Condition => lang.of("条件", "Condition"),
            Self::Paraphrase => lang.of("要約", "Paraphrase"),
            Self::Quote => lang.of("引用", "Quote"),
            Self::Date => lang.of("言った日", "Said on"),
            Self::Speaker => lang.of("話し手", "Speaker"),
            Self::Reporter => lang.of("伝え手", "Reporter"),
            Self::Attribution => lang.of("伝わり方", "Attribution"),
            Self::Cue => lang.of("手がかり", "Cue"),
            Self::Source => lang.of("出典", "Source"),
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
