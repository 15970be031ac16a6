//! The answers for other programs, as files and as texts to copy.

use super::desk::Desk;
use super::el::{El, button, el};
use super::section;
use crate::domain::lang::Phrase;
use crate::domain::progress::history;

const HISTORY: Phrase = Phrase("答えをほかのプログラムへ", "Answers for other programs");
const LEAD: Phrase = Phrase(
    "読みもどすための控えとは別の形。ここから読みこむことはできない。",
    "These are not backups: they cannot be loaded here again.",
);
const FILE: Phrase = Phrase("ファイル", "File");
const TEXT: Phrase = Phrase("文字", "Text");
const OF: Phrase = Phrase("：", ": ");

/// A form in which the answers go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One line an answer, for spreadsheets.
    Csv,
    /// By a published schema.
    Json,
    /// What optimisers of FSRS read.
    Reviews,
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Json, Self::Reviews];

    /// Its name in the page, which ends the names of its files, and its media type.
    #[must_use]
    pub fn file(self) -> (&'static str, &'static str) {
        match self {
            Self::Csv => ("answers.csv", "text/csv;charset=utf-8"),
            Self::Json => ("answers.json", "application/json"),
            Self::Reviews => ("reviews.csv", "text/csv;charset=utf-8"),
        }
    }

    /// The form of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.file().0 == name)
    }

    fn name(self) -> Phrase {
        match self {
            Self::Csv => Phrase("CSV（表計算に）", "CSV (for spreadsheets)"),
            Self::Json => Phrase("JSON", "JSON"),
            Self::Reviews => Phrase("復習の履歴（FSRS の最適化に）", "Review log (for optimisers of FSRS)"),
        }
    }
}

/// The text in a form.
#[must_use]
pub fn export(desk: &Desk, form: Form) -> String {
    match form {
        Form::Csv => history::csv(&desk.journal, &desk.pack.slug),
        Form::Json => history::json(&desk.journal, &desk.pack.slug),
        Form::Reviews => history::review_log(&desk.journal, &desk.rule(&desk.parameters())),
    }
}

/// The part.
pub fn view(desk: &Desk) -> El {
    let row = |form: Form| {
        let name = desk.say(form.name());
        let way = |does: &'static str, way: Phrase| {
            let label = [name, desk.say(OF), desk.say(way)].concat();
            button("act", does, desk.say(way))
                .at("data-of", form.file().0)
                .at("aria-label", label)
        };
        el("li").kid(el("span").say(name)).kid(
            el("span")
                .class("acts")
                .kid(way("give", FILE))
                .kid(way("give-text", TEXT)),
        )
    };
    section("history", desk.say(HISTORY))
        .kid(el("p").say(desk.say(LEAD)))
        .kid(el("ul").class("learner-forms").kids(Form::ALL.map(row)))
}
