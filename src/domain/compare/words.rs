//! What stances, attributions and relations are called, and what stands beside every statement.

use crate::domain::lang::Lang;
use crate::domain::pack::{Attribution, Citation, Pack, Stance, StatementId};

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
        match self {
            Self::Supports => lang.of("支持", "supports"),
            Self::Conditional => lang.of("条件つき", "conditional"),
            Self::Opposes => lang.of("反対", "opposes"),
            Self::Ambiguous => lang.of("あいまい", "ambiguous"),
            Self::NoComment => lang.of("回答せず", "no comment"),
        }
    }
}

impl Attribution {
    /// Every attribution, from near to far.
    pub const ALL: [Self; 4] = [Self::Direct, Self::Reported, Self::Hedged, Self::Inference];

    /// Its name.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Direct => lang.of("本人の言葉", "own words"),
            Self::Reported => lang.of("報道", "reported"),
            Self::Hedged => lang.of("ぼかした報道", "hedged report"),
            Self::Inference => lang.of("筆者の推測", "author's inference"),
        }
    }
}

impl Relation {
    /// Its name.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Agree => lang.of("一致", "agree"),
            Self::Differ => lang.of("異なる", "differ"),
            Self::PartlyAgree => lang.of("一部一致", "partly agree"),
            Self::CannotCompare { .. } => lang.of("くらべられない", "cannot be compared"),
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
            Self::DiffersWithin => lang.of("発言が分かれる", "its statements differ"),
            Self::Ambiguous => Stance::Ambiguous.name(lang),
            Self::NoComment => Stance::NoComment.name(lang),
        }
    }
}

/// What stands where the pack holds no statement: a sixth thing beside the stances, never "neutral".
#[must_use]
pub fn not_stated(lang: Lang) -> &'static str {
    lang.of("記載なし", "not stated")
}

/// What stands where the filter leaves out every statement.
#[must_use]
pub fn not_stated_here(lang: Lang) -> &'static str {
    lang.of("絞り込みの外", "filtered out")
}

/// When a statement was made; where that is not given, what the date of its document tells about it.
#[must_use]
pub fn said_on(pack: &Pack, id: StatementId, lang: Lang) -> String {
    let statement = &pack[id];
    if let Some(date) = statement.date {
        return date.written(lang);
    }
    let not_given = lang.of("示されていない", "not given").to_owned();
    match pack[statement.cite.document].date {
        None => not_given,
        Some(report) => {
            let report = report.written(lang);
            let by = [lang.of("", "by "), &report, lang.of("まで", "")].concat();
            not_given + &aside(&by, lang)
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
    [lang.of("（", " ("), text, lang.of("）", ")")].concat()
}

fn author(lang: Lang) -> &'static str {
    lang.of("資料の筆者", "the document's author")
}
