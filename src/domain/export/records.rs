//! The pack's tables as records, each with its sources: as CSV for people, as JSON for programs, and the schema of that.
//!
//! ```json
//! {"format": "yomikurabe-records/1", "table": "figures", "title": "…", "title_en": "…", "licence": "CC BY 4.0",
//!  "credit": "…", "credit_en": "…", "records": [{"id": "st-coalition-34", "value": "34か国", "…": "…"}]}
//! ```
//!
//! A key whose value is not known is left out.

mod columns;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value as Json, json};

use super::source::{Home, Source, credit};
use super::{ByteOrderMark, Table};
use crate::domain::compare;
use crate::domain::lang::{Bilingual, Lang};
use crate::domain::pack::{Citation, EventId, FigureId, FindBySlug, Ground, Keyword, Pack, Says, StatementId, TermId};

pub use columns::{Column, Holds};

/// What the JSON files say they are.
const FORMAT: &str = "yomikurabe-records/1";

/// A table of the pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Who holds which position on which issue.
    Positions,
    /// Terms and what they mean.
    Glossary,
    /// Dated events.
    Events,
    /// Numbers and what they measure.
    Figures,
}

impl Kind {
    /// Every table.
    pub const ALL: [Self; 4] = [Self::Positions, Self::Glossary, Self::Events, Self::Figures];

    /// The name of its files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Positions => "positions",
            Self::Glossary => "glossary",
            Self::Events => "events",
            Self::Figures => "figures",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn title(self) -> Bilingual {
        let (ja, en) = match self {
            Self::Positions => ("立場", "Positions"),
            Self::Glossary => ("用語", "Glossary"),
            Self::Events => ("できごと", "Events"),
            Self::Figures => ("数字", "Figures"),
        };
        Bilingual {
            ja: ja.to_owned(),
            en: en.to_owned(),
        }
    }

    /// What each record holds, in the order of the columns.
    #[must_use]
    pub fn columns(self) -> Vec<Column> {
        columns::of(self)
    }
}

/// A value of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Not known, or not there.
    None,
    /// Words.
    Text(String),
    /// A whole number.
    Number(u16),
    /// Words, each by itself.
    List(Vec<String>),
}

/// A table with its records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Records {
    /// Which table.
    pub kind: Kind,
    /// Values in the order of the columns.
    pub rows: Vec<Vec<Value>>,
    licence: String,
    credit: Bilingual,
}

impl Records {
    /// The records of a pack.
    #[must_use]
    pub fn of(pack: &Pack, kind: Kind, home: &Home) -> Self {
        let rows = match kind {
            Kind::Positions => pack.statements().map(|id| position(pack, id, home)).collect(),
            Kind::Glossary => pack.terms().map(|id| term(pack, id, home)).collect(),
            Kind::Events => pack.events().map(|id| event(pack, id, home)).collect(),
            Kind::Figures => pack.figures().map(|id| figure(pack, id, home)).collect(),
        };
        Self {
            kind,
            rows,
            licence: pack.licence.clone(),
            credit: credit(pack),
        }
    }

    /// CSV with Japanese names of the columns; the last one says in every row whose work it is, so that rows can be copied
    /// elsewhere. It begins with a byte order mark: a Japanese Excel takes a file without one for Shift_JIS.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let columns = self.kind.columns();
        let names = columns.iter().map(|column| column.name).chain(["教材"]);
        let row = |row: &Vec<Value>| row.iter().map(cell).chain([self.credit.ja.clone()]).collect();
        let table = Table {
            caption: self.kind.title().ja,
            header: names.map(str::to_owned).collect(),
            rows: self.rows.iter().map(row).collect(),
        };
        table.to_csv(ByteOrderMark::With)
    }

    /// The JSON file.
    #[must_use]
    pub fn to_json(&self) -> String {
        // A tree of texts and numbers can always be written.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

/// A value in a cell; the parts of a list stand on lines of their own.
fn cell(value: &Value) -> String {
    match value {
        Value::None => String::new(),
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::List(list) => list.join("\n"),
    }
}

impl Serialize for Records {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let columns = self.kind.columns();
        let records: Vec<Record> = self.rows.iter().map(|row| Record(&columns, row)).collect();
        let title = self.kind.title();
        let mut map = serializer.serialize_map(Some(8))?;
        map.serialize_entry("format", FORMAT)?;
        map.serialize_entry("table", self.kind.name())?;
        map.serialize_entry("title", &title.ja)?;
        map.serialize_entry("title_en", &title.en)?;
        map.serialize_entry("licence", &self.licence)?;
        map.serialize_entry("credit", &self.credit.ja)?;
        map.serialize_entry("credit_en", &self.credit.en)?;
        map.serialize_entry("records", &records)?;
        map.end()
    }
}

struct Record<'r>(&'r [Column], &'r [Value]);

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let known = self.0.iter().zip(self.1).filter(|(_, value)| **value != Value::None);
        let mut map = serializer.serialize_map(None)?;
        for (column, value) in known {
            match value {
                Value::None => {}
                Value::Text(text) => map.serialize_entry(column.key, text)?,
                Value::Number(number) => map.serialize_entry(column.key, number)?,
                Value::List(list) => map.serialize_entry(column.key, list)?,
            }
        }
        map.end()
    }
}

/// The JSON Schema (2020-12) of the files of every table.
#[must_use]
pub fn schema() -> String {
    let texts = ["title", "title_en", "licence", "credit", "credit_en"];
    let file = |kind: Kind| {
        let mut properties: serde_json::Map<String, Json> = texts
            .iter()
            .map(|name| ((*name).to_owned(), json!({"type": "string"})))
            .collect();
        properties.insert("format".to_owned(), json!({"const": FORMAT}));
        properties.insert("table".to_owned(), json!({"const": kind.name()}));
        properties.insert("records".to_owned(), json!({"type": "array", "items": record(kind)}));
        let required: Vec<String> = properties.keys().cloned().collect();
        json!({"title": kind.title().en, "type": "object", "required": required, "additionalProperties": false,
               "properties": properties})
    };
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Records of a pack of よみくらべ",
        "oneOf": Kind::ALL.map(file),
    });
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

fn record(kind: Kind) -> Json {
    let columns = kind.columns();
    let required = columns
        .iter()
        .filter(|column| column.is_always_there)
        .map(|column| column.key);
    let property = |column: &Column| (column.key.to_owned(), column.to_schema());
    json!({
        "type": "object",
        "required": required.collect::<Vec<_>>(),
        "additionalProperties": false,
        "properties": columns.iter().map(property).collect::<serde_json::Map<_, _>>(),
    })
}

fn text(words: impl Into<String>) -> Value {
    Value::Text(words.into())
}

fn optional(words: Option<impl ToString>) -> Value {
    words.map_or(Value::None, |words| Value::Text(words.to_string()))
}

/// The cited place, as the last columns.
fn place(pack: &Pack, cite: Citation, home: &Home) -> Vec<Value> {
    let source = Source::of(pack, cite, home);
    vec![
        text(source.document),
        text(source.label),
        text(source.title),
        Value::Number(source.paragraph),
        text(source.anchor),
        text(source.address),
    ]
}

fn position(pack: &Pack, id: StatementId, home: &Home) -> Vec<Value> {
    let said = &pack[id];
    let (issue, actor) = (&pack[said.issue], &pack[said.actor]);
    let name = |name: &Bilingual| [text(&name.ja), text(&name.en)];
    let mut row = vec![text(&said.slug), text(&issue.slug)];
    row.extend(name(&issue.title));
    row.extend([text(&issue.question.ja), text(&actor.slug)]);
    row.extend(name(&actor.name));
    row.extend([
        text(actor.side.slug(pack)),
        text(said.stance.word()),
        text(said.stance.name(Lang::Ja)),
        optional(said.condition.as_ref()),
        text(&said.paraphrase),
        optional(said.quote.as_ref()),
        optional(said.date),
        text(compare::said_on(pack, id, Lang::Ja)),
        text(compare::speaker(pack, id, Lang::Ja)),
        text(compare::reporter(pack, id, Lang::Ja)),
        text(said.attribution.word()),
        text(said.attribution.name(Lang::Ja)),
        text(&said.cue),
        optional(said.note.as_ref()),
    ]);
    row.extend(place(pack, said.cite, home));
    row
}

fn term(pack: &Pack, id: TermId, home: &Home) -> Vec<Value> {
    let term = &pack[id];
    let related = term.related.iter().map(|id| id.slug(pack).to_owned());
    vec![
        text(&term.slug),
        text(&term.headword),
        text(&term.reading),
        text(&term.en),
        optional(term.native.as_ref()),
        text(term.kind.word()),
        Value::List(term.forms.clone()),
        text(&term.gloss.ja),
        text(&term.gloss.en),
        Value::List(term.says.iter().map(|says| sentence(pack, says, home)).collect()),
        Value::List(related.collect()),
        text(home.address(&["term/", &term.slug].concat())),
    ]
}

/// A sentence of a definition and what it rests on.
#[must_use]
pub fn sentence(pack: &Pack, says: &Says, home: &Home) -> String {
    let ground = match says.ground {
        Ground::Cited(cite) => Source::of(pack, cite, home).line(),
        Ground::Background(date) => background(&date.written(Lang::Ja)),
    };
    [&says.text, " ［", &ground, "］"].concat()
}

/// How a sentence is marked that no document carries.
#[must_use]
pub fn background(date: &str) -> String {
    format!("背景知識、{date}の時点")
}

fn event(pack: &Pack, id: EventId, home: &Home) -> Vec<Value> {
    let event = &pack[id];
    let mut row = vec![
        text(&event.slug),
        text(event.date.to_string()),
        optional(event.until),
        optional(event.when.as_ref()),
        text(&event.title.ja),
        text(&event.title.en),
        text(event.status.word()),
        optional(event.note.as_ref()),
    ];
    row.extend(place(pack, event.cite, home));
    row
}

fn figure(pack: &Pack, id: FigureId, home: &Home) -> Vec<Value> {
    let figure = &pack[id];
    let mut row = vec![
        text(&figure.slug),
        text(&figure.value),
        text(&figure.measures),
        text(&figure.source),
    ];
    row.extend(place(pack, figure.cite, home));
    row
}
