//! What stances, attributions and relations are called, and what stands beside every statement.

use crate::domain::lang::Lang;
use crate::domain::pack::{Attribution, Citation, Pack, Stance, StatementId};
use crate::domain::words::{Words, fill};

use super::{Obstacle, Relation};

impl Stance {
    /// Every stance, in the order in which they are always listed.
    pub const ALL: [Self; 5] = [
        Self::Supports,
        Self::Conditional,
        Self::Opposes,
        Self::Ambiguous,
        Self::NoComment,
    ];

    /// The sign that stands for it, always beside its colour.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Supports => "○",
            Self::Conditional => "△",
            Self::Opposes => "×",
            Self::Ambiguous => "？",
            Self::NoComment => "－",
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        let words = Words::of(lang);
        match self {
            Self::Supports => words.supports,
            Self::Conditional => words.conditional,
            Self::Opposes => words.opposes,
            Self::Ambiguous => words.ambiguous,
            Self::NoComment => words.no_comment,
        }
    }
}

impl Attribution {
    /// Every attribution, from near to far.
    pub const ALL: [Self; 4] = [Self::Direct, Self::Reported, Self::Hedged, Self::Inference];

    /// Its name.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        let words = Words::of(lang);
        match self {
            Self::Direct => words.own_words,
            Self::Reported => words.reported,
            Self::Hedged => words.hedged,
            Self::Inference => words.inference,
        }
    }
}

impl Relation {
    /// Its name.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        let words = Words::of(lang);
        match self {
            Self::Agree => words.agree,
            Self::Differ => words.disagree,
            Self::PartlyAgree => words.partly_agree,
            Self::CannotCompare { .. } => words.cannot_compare,
        }
    }
}

impl Obstacle {
    /// Its name, to stand behind the party's.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::NotStated => not_stated(lang),
            Self::LeftOut => not_stated_here(lang),
            Self::DiffersWithin => Words::of(lang).differs_within,
            Self::Ambiguous => Stance::Ambiguous.name(lang),
            Self::NoComment => Stance::NoComment.name(lang),
        }
    }
}

/// What stands where the pack holds no statement: a sixth thing beside the stances, never "neutral".
#[must_use]
pub fn not_stated(lang: Lang) -> &'static str {
    Words::of(lang).not_stated
}

/// What stands where the filter leaves out every statement.
#[must_use]
pub fn not_stated_here(lang: Lang) -> &'static str {
    Words::of(lang).filtered_out
}

/// When a statement was made; where that is not given, what the date of its document tells about it.
#[must_use]
pub fn said_on(pack: &Pack, id: StatementId, lang: Lang) -> String {
    let statement = &pack[id];
    if let Some(date) = statement.date {
        return date.written(lang);
    }
    let words = Words::of(lang);
    match pack[statement.cite.document].date {
        None => words.not_given.to_owned(),
        Some(report) => {
            let by = fill(words.by_date, &[&report.written(lang)]);
            words.not_given.to_owned() + &aside(&by, lang)
        }
    }
}

/// Who uttered a statement. An inference is uttered by nobody but the document's author, whoever it is about.
#[must_use]
pub fn speaker(pack: &Pack, id: StatementId, lang: Lang) -> &str {
    let statement = &pack[id];
    match (statement.speaker, statement.attribution) {
        (Some(speaker), _) => lang.pick(&pack[speaker].name),
        (None, Attribution::Inference) => author(lang),
        (None, _) => lang.pick(&pack[statement.actor].name),
    }
}

/// Who reports a statement.
#[must_use]
pub fn reporter(pack: &Pack, id: StatementId, lang: Lang) -> &str {
    let reporter = pack[id].reporter;
    reporter.map_or(author(lang), |reporter| lang.pick(&pack[reporter].name))
}

/// 資料5 ¶14.
#[must_use]
pub fn source(pack: &Pack, cite: Citation) -> String {
    let label = &pack[cite.document].label;
    [label, " ¶", &cite.paragraph.0.to_string()].concat()
}

/// The text in brackets.
pub(super) fn aside(text: &str, lang: Lang) -> String {
    fill(Words::of(lang).aside, &[text])
}

fn author(lang: Lang) -> &'static str {
    Words::of(lang).document_author
}
