//! A table of a TOML file, read key by key; what is wrong is reported with its line.

use std::borrow::Cow;
use std::cell::RefCell;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::Fault;
use super::source::{Sink, Source};
use crate::domain::date::PartialDate;
use crate::domain::pack::{Bilingual, Keyword, limits};

/// A text and the line on which it stands.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub text: String,
    pub line: u32,
}

/// One table, such as a `[[statement]]`.
pub(super) struct Row<'t> {
    pub source: &'t Source<'t>,
    /// What messages call it.
    pub kind: &'static str,
    /// The line of its header.
    pub line: u32,
    table: &'t DeTable<'t>,
    sink: &'t Sink,
    /// How many problems there were before this row.
    before: usize,
    asked: RefCell<Vec<&'static str>>,
}

impl<'t> Row<'t> {
    pub fn new(source: &'t Source<'t>, kind: &'static str, line: u32, table: &'t DeTable<'t>, sink: &'t Sink) -> Self {
        Self {
            source,
            kind,
            line,
            table,
            sink,
            before: sink.count(),
            asked: RefCell::default(),
        }
    }

    /// Whether nothing was reported since this row was begun.
    pub fn is_sound(&self) -> bool {
        self.sink.count() == self.before
    }

    /// Reports a fault on a line of this row's file.
    pub fn report(&self, line: u32, fault: Fault) {
        self.sink.report(self.source.path, line, fault);
    }

    /// Reports a fault at a key; at the header where the row does not have it.
    pub fn report_at(&self, key: &str, fault: Fault) {
        self.report(self.line_of(key), fault);
    }

    /// The line of a key, or of the header where the row does not have it.
    pub fn line_of(&self, key: &str) -> u32 {
        let found = self.table.get_key_value(key);
        found.map_or(self.line, |(key, _)| self.source.line(key.span().start))
    }

    pub fn has(&self, key: &'static str) -> bool {
        self.get(key).is_some()
    }

    /// A text that must be there. The empty text stands for one that is missing or faulty, which was reported.
    pub fn text(&self, key: &'static str) -> String {
        if !self.has(key) {
            let table = self.kind;
            self.report(self.line, Fault::MissingKey { table, key });
        }
        self.optional(key).unwrap_or_default()
    }

    /// A text that may be left out.
    pub fn optional(&self, key: &'static str) -> Option<String> {
        self.string(key, self.get(key)?).map(|entry| entry.text)
    }

    /// A text of at most `limit` characters.
    pub fn short_text(&self, key: &'static str, limit: usize) -> String {
        let text = self.text(key);
        let characters = text.chars().count();
        if characters > limit {
            let key = key.to_owned();
            let fault = Fault::TextTooLong {
                key: key.clone(),
                characters,
                limit,
            };
            self.report_at(&key, fault);
        }
        text
    }

    /// A text and its English.
    pub fn bilingual(&self, key: &'static str, key_en: &'static str) -> Bilingual {
        Bilingual {
            ja: self.text(key),
            en: self.text(key_en),
        }
    }

    /// A list of texts; an absent one is empty.
    pub fn list(&self, key: &'static str) -> Vec<Entry> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(key, "a list of texts", value);
            return Vec::new();
        };
        items.iter().filter_map(|item| self.string(key, item)).collect()
    }

    /// A list of texts without their lines.
    pub fn texts(&self, key: &'static str) -> Vec<String> {
        self.list(key).into_iter().map(|entry| entry.text).collect()
    }

    /// A list of pairs of texts.
    pub fn pairs(&self, key: &'static str) -> Vec<(Entry, Entry)> {
        const WANTED: &str = "a list of pairs [\"left\", \"right\"]";
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(key, WANTED, value);
            return Vec::new();
        };
        let mut pairs = Vec::new();
        for item in items {
            match item.get_ref().as_array().map(|pair| pair.iter().as_slice()) {
                Some([left, right]) => {
                    let left = self.string(key, left);
                    pairs.extend(left.zip(self.string(key, right)));
                }
                _ => self.wrong_type(key, WANTED, item),
            }
        }
        pairs
    }

    /// A whole number from 1.
    pub fn count(&self, key: &'static str) -> Option<u32> {
        let Some(value) = self.get(key) else {
            let table = self.kind;
            self.report(self.line, Fault::MissingKey { table, key });
            return None;
        };
        let integer = value.get_ref().as_integer();
        let number = integer.and_then(|i| u32::from_str_radix(i.as_str(), i.radix()).ok());
        let number = number.filter(|number| (1..=65_535).contains(number));
        if number.is_none() {
            self.wrong_type(key, "a whole number from 1 to 65535", value);
        }
        number
    }

    /// A choice that must be there.
    pub fn choice<K: Keyword>(&self, key: &'static str) -> Option<K> {
        let word = self.text(key);
        let choice = K::from_word(&word);
        if choice.is_none() && !word.is_empty() {
            let words: Vec<_> = K::WORDS.iter().map(|(word, _)| quoted(word)).collect();
            let allowed = words.join(", ");
            self.report_at(key, Fault::UnknownWord { key, word, allowed });
        }
        choice
    }

    /// A date that may be left out.
    pub fn optional_date(&self, key: &'static str) -> Option<PartialDate> {
        let text = self.optional(key)?;
        let date = text.parse().ok();
        if date.is_none() {
            let key = key.to_owned();
            self.report(self.line_of(&key), Fault::BadDate { key, text });
        }
        date
    }

    /// A date that must be there.
    pub fn date(&self, key: &'static str) -> Option<PartialDate> {
        if !self.has(key) {
            let table = self.kind;
            self.report(self.line, Fault::MissingKey { table, key });
        }
        self.optional_date(key)
    }

    /// The id, checked for its letters and its length.
    pub fn id(&self) -> String {
        let id = self.text("id");
        let (characters, limit) = (id.chars().count(), limits::ID_CHARS);
        if characters > limit {
            self.report_at("id", Fault::IdTooLong { characters, limit });
        } else if !id.is_empty() && !limits::is_id(&id) {
            self.report_at("id", Fault::BadId { id: id.clone() });
        }
        id
    }

    /// The tables below this one, such as `[[term.says]]`.
    pub fn children(&self, key: &'static str, kind: &'static str) -> Vec<Row<'t>> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(key, "a list of tables", value);
            return Vec::new();
        };
        let mut rows = Vec::new();
        for item in items {
            match item.get_ref().as_table() {
                Some(table) => rows.push(self.below(item, kind, table)),
                None => self.wrong_type(key, "a list of tables", item),
            }
        }
        rows
    }

    /// The one table below this one, such as `[card]`.
    pub fn child(&self, key: &'static str, kind: &'static str) -> Option<Row<'t>> {
        let value = self.get(key)?;
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(key, "a table", value);
        }
        Some(self.below(value, kind, table?))
    }

    /// Reports the keys that nobody asked for.
    pub fn finish(&self) {
        let asked = self.asked.borrow();
        for (name, _) in self.table.iter() {
            let key = name.get_ref();
            if !asked.iter().any(|asked| *asked == key.as_ref()) {
                let hint = nearest_or(key, asked.iter().copied(), "Take it out.");
                let (table, key) = (self.kind, key.to_string());
                let line = self.source.line(name.span().start);
                self.report(line, Fault::UnknownKey { table, key, hint });
            }
        }
    }

    fn get(&self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        let mut asked = self.asked.borrow_mut();
        if !asked.contains(&key) {
            asked.push(key);
        }
        self.table.get(key)
    }

    fn below(&self, value: &Spanned<DeValue<'t>>, kind: &'static str, table: &'t DeTable<'t>) -> Row<'t> {
        let line = self.source.line(value.span().start);
        Row::new(self.source, kind, line, table, self.sink)
    }

    fn string(&self, key: &'static str, value: &Spanned<DeValue<'t>>) -> Option<Entry> {
        let line = self.source.line(value.span().start);
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(key, "a text in quotes", value);
            return None;
        };
        let key = key.to_owned();
        if text.trim().is_empty() {
            self.report(line, Fault::EmptyText { key });
        } else if text.chars().any(char::is_control) {
            self.report(line, Fault::ControlCharacter { key });
        }
        let text = text.to_owned();
        Some(Entry { text, line })
    }

    fn wrong_type(&self, key: &str, wanted: &'static str, value: &Spanned<DeValue<'t>>) {
        let found = match value.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date without quotes",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let line = self.source.line(value.span().start);
        let key = key.to_owned();
        self.report(line, Fault::WrongType { key, wanted, found });
    }
}

/// `word` in backticks.
pub(super) fn quoted(word: &str) -> String {
    format!("`{word}`")
}

/// "Did you mean `x`?" where a known word is near, `otherwise` where none is.
pub(super) fn nearest_or<'a>(word: &str, known: impl Iterator<Item = &'a str>, otherwise: &str) -> String {
    let near = known
        .map(|known| (distance(word, known), known))
        .filter(|(distance, known)| *distance * 3 <= known.chars().count())
        .min();
    let hint = near.map(|(_, known)| Cow::Owned(format!("Did you mean `{known}`?")));
    hint.unwrap_or(Cow::Borrowed(otherwise)).into_owned()
}

/// Edits between two words (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let changed = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proposes_a_near_word_only() {
        let known = ["headword", "reading", "gloss"];
        let hint = |word| nearest_or(word, known.into_iter(), "none");
        assert_eq!(hint("headwrd"), "Did you mean `headword`?");
        assert_eq!(hint("glos"), "Did you mean `gloss`?");
        assert_eq!(hint("stance"), "none");
    }
}
