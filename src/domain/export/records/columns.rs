//! What the columns of each table are called, and what stands in them.

use serde_json::{Value as Json, json};

use super::Kind;
use crate::domain::pack::{Attribution, EventStatus, Keyword, Stance, TermKind};

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its key in JSON.
    pub key: &'static str,
    /// Its name in CSV.
    pub name: &'static str,
    /// What stands in it.
    pub holds: Holds,
    /// Whether every record has it.
    pub is_always_there: bool,
}

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Text,
    /// A whole number from 1.
    Number,
    /// Words, each by itself.
    List,
    /// One of these.
    OneOf(Vec<&'static str>),
}

impl Column {
    /// Its part of the schema.
    #[must_use]
    pub fn to_schema(&self) -> Json {
        match &self.holds {
            Holds::Text => json!({"title": self.name, "type": "string"}),
            Holds::Number => json!({"title": self.name, "type": "integer", "minimum": 1}),
            Holds::List => json!({"title": self.name, "type": "array", "items": {"type": "string"}}),
            Holds::OneOf(words) => json!({"title": self.name, "enum": words}),
        }
    }
}

/// The columns of a table.
pub(super) fn of(kind: Kind) -> Vec<Column> {
    match kind {
        Kind::Positions => positions(),
        Kind::Glossary => glossary(),
        Kind::Events => events(),
        Kind::Figures => figures(),
    }
}

fn column(key: &'static str, name: &'static str) -> Column {
    Column {
        key,
        name,
        holds: Holds::Text,
        is_always_there: true,
    }
}

fn perhaps(key: &'static str, name: &'static str) -> Column {
    Column {
        is_always_there: false,
        ..column(key, name)
    }
}

fn list(key: &'static str, name: &'static str) -> Column {
    Column {
        holds: Holds::List,
        ..column(key, name)
    }
}

fn choice<K: Keyword>(key: &'static str, name: &'static str) -> Column {
    Column {
        holds: Holds::OneOf(K::WORDS.iter().map(|(word, _)| *word).collect()),
        ..column(key, name)
    }
}

/// The cited place.
fn place() -> [Column; 6] {
    [
        column("document", "文書id"),
        column("document_label", "文書"),
        column("document_title", "文書の題名"),
        Column {
            holds: Holds::Number,
            ..column("paragraph", "段落")
        },
        column("anchor", "根拠の語句"),
        column("address", "場所"),
    ]
}

fn positions() -> Vec<Column> {
    let own = [
        column("id", "id"),
        column("issue", "論点id"),
        column("issue_title", "論点"),
        column("issue_title_en", "論点（英語）"),
        column("issue_question", "論点の問い"),
        column("actor", "主体id"),
        column("actor_name", "主体"),
        column("actor_name_en", "主体（英語）"),
        column("side", "表の列（主体id）"),
        choice::<Stance>("stance", "立場id"),
        column("stance_name", "立場"),
        perhaps("condition", "条件"),
        column("paraphrase", "要約"),
        perhaps("quote", "引用"),
        perhaps("date", "発言日（ISO）"),
        column("said_on", "発言日"),
        column("speaker", "話し手"),
        column("reporter", "伝え手"),
        choice::<Attribution>("attribution", "伝わり方id"),
        column("attribution_name", "伝わり方"),
        column("cue", "手がかりの語"),
        perhaps("note", "注"),
    ];
    own.into_iter().chain(place()).collect()
}

fn glossary() -> Vec<Column> {
    vec![
        column("id", "id"),
        column("headword", "見出し語"),
        column("reading", "読み"),
        column("en", "英語"),
        perhaps("native", "現地語"),
        choice::<TermKind>("kind", "種類"),
        list("forms", "別の書き方"),
        column("gloss", "短い説明"),
        column("gloss_en", "短い説明（英語）"),
        list("definition", "説明と根拠"),
        list("related", "関連する語（id）"),
        column("address", "場所"),
    ]
}

fn events() -> Vec<Column> {
    let own = [
        column("id", "id"),
        column("date", "日付（ISO）"),
        perhaps("until", "終わり（ISO）"),
        perhaps("when", "書き方"),
        column("title", "できごと"),
        column("title_en", "できごと（英語）"),
        choice::<EventStatus>("status", "確かさ"),
        perhaps("note", "注"),
    ];
    own.into_iter().chain(place()).collect()
}

fn figures() -> Vec<Column> {
    let own = [
        column("id", "id"),
        column("value", "数字"),
        column("measures", "何を数えるか"),
        column("source", "だれの数字か"),
    ];
    own.into_iter().chain(place()).collect()
}
