//! The journal as a file: one line an entry, so that a damaged or cut-off file loses no other line.
//!
//! ```text
//! file    = header "\n" ( line "\n" )…
//! header  = { "format": 2, "log": "yomikurabe" }
//! line    = answer | undo | aside | back | any other text
//! answer  = { "id": 32 hexadecimal digits, "kind": "answer", "at": ms, "item": "…", "pack": "…", "right": true / false,
//!             "answer": "…", "elapsed": ms, "mode": "practice" / "test", "hints": 0 to 255, "rating": 1 to 4 }
//! undo    = { "id", "kind": "undo", "at", "of": the id of the entry that is taken back }
//! aside   = { "id", "kind": "aside", "at", "item", "pack" }
//! back    = { "id", "kind": "back", "at", "item", "pack" }
//! ```
//!
//! `kind`, `hints` and `rating` may be missing from an answer, as they are in format 1, which is read too. A kind never
//! changes its meaning: what means something else has another name. A line that this version cannot read, be it of
//! another kind, or damaged, is kept as it stands and written back; so are keys that it does not know.
//!
//! ```
//! use yomikurabe::domain::progress::lines;
//! let text = concat!(
//!     r#"{"format":2,"log":"yomikurabe"}"#, "\n",
//!     r#"{"id":"000000000000000000000000000000ff","kind":"aside","at":1767657600000,"item":"q-1","pack":"p","why":7}"#, "\n",
//!     r#"{"id":"00000000000000000000000000000100","kind":"dream"}"#, "\n",
//! );
//! let read = lines::read(text).unwrap();
//! assert_eq!((read.journal.records().len(), read.journal.foreign().len()), (1, 1));
//! assert_eq!(lines::write(&read.journal), text);
//! ```

use super::file::LogFault;
use super::journal::Journal;
use super::log::EntryId;
use super::record::{Answered, Deed, Named, Record};
use crate::domain::json::Json;
use crate::domain::quiz::{Grade, ItemId, Millis, Mode};
use crate::domain::schedule::Rating;

/// The version that this program writes.
const FORMAT: u32 = 2;
/// What says in the header whose log this is.
const WHOSE: &str = "yomikurabe";

/// The kinds that this version knows.
const KINDS: [&str; 4] = ["answer", "undo", "aside", "back"];

/// What was read from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadJournal {
    /// All of it.
    pub journal: Journal,
    /// The format of a newer version that wrote it: it may be shown, but nothing may be written in its place.
    pub newer: Option<u32>,
}

/// Reads a file of this format, or of format 1.
///
/// # Errors
///
/// [`LogFault::NotALog`] where there is neither a header nor any entry; a single line is never a reason.
pub fn read(text: &str) -> Result<ReadJournal, LogFault> {
    let (mut records, mut foreign, mut format) = (Vec::new(), Vec::new(), None);
    let mut take = |line: &str| match record(line) {
        Some(record) => records.push(record),
        None => foreign.push(line.to_owned()),
    };
    if let Some((version, entries)) = Json::read(text).ok().as_ref().and_then(list) {
        format = Some(version);
        entries.iter().for_each(|entry| take(&written(entry)));
    } else {
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            match header(line) {
                Some(version) => format = format.max(Some(version)),
                None => take(line),
            }
        }
    }
    if format.is_none() && records.is_empty() {
        return Err(LogFault::NotALog);
    }
    Ok(ReadJournal {
        journal: Journal::new(records, foreign),
        newer: format.filter(|format| *format > FORMAT),
    })
}

/// Writes a file.
#[must_use]
pub fn write(journal: &Journal) -> String {
    let header = object(&[("format", FORMAT.to_string()), ("log", quoted(WHOSE))]);
    let records = journal.records().iter().map(line);
    let lines = std::iter::once(header)
        .chain(records)
        .chain(journal.foreign().iter().cloned());
    lines.fold(String::new(), |mut out, line| {
        out.push_str(&line);
        out.push('\n');
        out
    })
}

/// One entry as a line.
#[must_use]
pub fn line(record: &Record) -> String {
    record.verbatim.as_deref().map_or_else(|| fresh(record), str::to_owned)
}

/// Reads a line, where this version knows its kind and finds all of it.
#[must_use]
pub fn record(line: &str) -> Option<Record> {
    let read = Json::read(line).ok()?;
    let deed = match text(&read, "kind") {
        Some("answer") => Deed::Answer(answered(&read)?),
        None if get(&read, "kind").is_none() => Deed::Answer(answered(&read)?),
        Some("undo") => Deed::Undo {
            of: text(&read, "of")?.parse().ok()?,
        },
        Some("aside") => Deed::Aside(named(&read)?),
        Some("back") => Deed::Back(named(&read)?),
        _ => return None,
    };
    let mut record = Record::new(Millis(whole(&read, "at")?), text(&read, "id")?.parse().ok()?, deed);
    let is_ours = fresh(&record) == line;
    record.verbatim = (!is_ours).then(|| line.into());
    Some(record)
}

fn answered(read: &Json) -> Option<Answered> {
    let mode = [Mode::Practice, Mode::Test]
        .into_iter()
        .find(|mode| Some(mode_word(*mode)) == text(read, "mode"))?;
    let small = |key, or| match get(read, key) {
        None => Some(or),
        Some(_) => u8::try_from(whole(read, key)?).ok().map(Some),
    };
    Some(Answered {
        about: named(read)?,
        grade: match get(read, "right")? {
            Json::Bool(true) => Grade::Right,
            Json::Bool(false) => Grade::Wrong,
            _ => return None,
        },
        answer: text(read, "answer")?.to_owned(),
        elapsed: Millis(whole(read, "elapsed")?),
        mode,
        hints: small("hints", Some(0))??,
        rating: match small("rating", None)? {
            None => None,
            Some(number) => Some(Rating::of_number(number)?),
        },
    })
}

fn named(read: &Json) -> Option<Named> {
    Some(Named {
        item: ItemId(text(read, "item")?.to_owned()),
        pack: text(read, "pack")?.to_owned(),
    })
}

/// The line that this version writes.
fn fresh(record: &Record) -> String {
    let mut members = vec![("id", quoted(&record.id.to_string()))];
    let kind = match &record.deed {
        Deed::Answer(_) => "answer",
        Deed::Undo { .. } => "undo",
        Deed::Aside(_) => "aside",
        Deed::Back(_) => "back",
    };
    members.push(("kind", quoted(kind)));
    members.push(("at", record.at.0.to_string()));
    if let Some(named) = record.about() {
        members.push(("item", quoted(&named.item.0)));
        members.push(("pack", quoted(&named.pack)));
    }
    match &record.deed {
        Deed::Answer(answered) => members.extend(members_of(answered)),
        Deed::Undo { of } => members.push(("of", quoted(&of.to_string()))),
        Deed::Aside(_) | Deed::Back(_) => {}
    }
    object(&members)
}

fn members_of(answered: &Answered) -> Vec<(&'static str, String)> {
    let mut members = vec![
        ("right", (answered.grade == Grade::Right).to_string()),
        ("answer", quoted(&answered.answer)),
        ("elapsed", answered.elapsed.0.to_string()),
        ("mode", quoted(mode_word(answered.mode))),
    ];
    if answered.hints > 0 {
        members.push(("hints", answered.hints.to_string()));
    }
    if let Some(rating) = answered.rating {
        members.push(("rating", rating.number().to_string()));
    }
    members
}

pub(super) fn mode_word(mode: Mode) -> &'static str {
    match mode {
        Mode::Practice => "practice",
        Mode::Test => "test",
    }
}

/// The version in a header.
fn header(line: &str) -> Option<u32> {
    of_header(line, "format")
}

/// A number in a header.
pub(super) fn of_header(line: &str, key: &str) -> Option<u32> {
    let read = Json::read(line).ok()?;
    let is_ours = text(&read, "log") == Some(WHOSE);
    whole(&read, key).filter(|_| is_ours)?.try_into().ok()
}

/// Whether a line that this version cannot read is an entry all the same: of another kind, with an id by which it is kept.
pub(super) fn is_of_another_kind(line: &str) -> bool {
    let Ok(read) = Json::read(line) else { return false };
    let kind = text(&read, "kind").filter(|kind| !KINDS.contains(kind));
    let id: Option<EntryId> = text(&read, "id").and_then(|id| id.parse().ok());
    kind.is_some() && id.is_some()
}

/// The version and the entries of a file of format 1.
fn list<'a, 'b>(file: &'b Json<'a>) -> Option<(u32, &'b [Json<'a>])> {
    match get(file, "entries")? {
        Json::List(entries) => Some((whole(file, "format")?.try_into().ok()?, entries)),
        _ => None,
    }
}

fn get<'a, 'b>(read: &'b Json<'a>, key: &str) -> Option<&'b Json<'a>> {
    match read {
        Json::Map(members) => members.iter().find(|(known, _)| known == key).map(|(_, value)| value),
        _ => None,
    }
}

fn text<'b>(read: &'b Json, key: &str) -> Option<&'b str> {
    match get(read, key)? {
        Json::Text(text) => Some(text),
        _ => None,
    }
}

/// A whole number; format 1 writes `4200.0`.
fn whole(read: &Json, key: &str) -> Option<i64> {
    match get(read, key)? {
        Json::Number(number) => number.strip_suffix(".0").unwrap_or(number).parse().ok(),
        _ => None,
    }
}

/// A value as JSON in one line; numbers keep their digits.
fn written(value: &Json) -> String {
    let joined = |parts: Vec<String>| parts.join(",");
    match value {
        Json::Null => "null".to_owned(),
        Json::Bool(value) => value.to_string(),
        Json::Number(number) => (*number).to_owned(),
        Json::Text(text) => quoted(text),
        Json::List(items) => ["[", &joined(items.iter().map(written).collect()), "]"].concat(),
        Json::Map(members) => {
            let members = members
                .iter()
                .map(|(key, value)| [&quoted(key), ":", &written(value)].concat());
            ["{", &joined(members.collect()), "}"].concat()
        }
    }
}

pub(super) fn object(members: &[(&str, String)]) -> String {
    let member = |(key, value): &(&str, String)| ["\"", key, "\":", value].concat();
    ["{", &members.iter().map(member).collect::<Vec<_>>().join(","), "}"].concat()
}

pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\0'..' ' => {
                out.push_str("\\u00");
                let digits = [letter as u32 >> 4, letter as u32 & 15];
                out.extend(digits.into_iter().filter_map(|digit| char::from_digit(digit, 16)));
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::file;
    use super::super::samples::journal;
    use super::*;

    proptest! {
        #[test]
        fn reads_what_it_writes(journal in journal()) {
            let text = write(&journal);
            let read = read(&text).unwrap();
            prop_assert_eq!(write(&read.journal), text);
            prop_assert_eq!(read, ReadJournal { journal, newer: None });
        }

        #[test]
        fn whatever_the_text_no_line_of_it_is_lost(lines in proptest::collection::vec("[ -~é停\\{\\}\"]{0,30}", 0..8)) {
            let text = format!("{{\"format\":2,\"log\":\"yomikurabe\"}}\n{}", lines.join("\n"));
            let again = write(&read(&text).unwrap().journal);
            for line in lines.iter().filter(|line| !line.trim().is_empty()) {
                prop_assert!(again.lines().any(|kept| kept == line), "{line}");
            }
        }

        #[test]
        fn damage_loses_only_the_lines_it_touches(journal in journal(), place in any::<prop::sample::Index>(), byte in 0..128_u8) {
            let text = write(&journal);
            let at = place.index(text.len());
            let mut bytes = text.clone().into_bytes();
            bytes[at] = byte;
            let Ok(damaged) = String::from_utf8(bytes) else { return Ok(()) };
            let touched = text[..at].lines().count().saturating_sub(usize::from(!text[..at].ends_with('\n')));
            match read(&damaged) {
                Ok(read) => for (nth, record) in journal.records().iter().enumerate() {
                    let line = nth + 1;
                    if line != touched && line != touched + 1 {
                        prop_assert!(read.journal.records().iter().any(|kept| kept.id == record.id));
                    }
                },
                Err(_) => prop_assert!(journal.records().len() <= 2),
            }
        }
    }

    #[test]
    fn reads_format_1_as_todays_page_writes_it() {
        let text = include_str!("../../../tests/logs/format-1.json");
        let read = read(text).unwrap();
        let old = file::read(text).unwrap();
        let records: Vec<Record> = old.log.entries().iter().cloned().map(Record::from).collect();
        let plain = |record: &Record| Record::new(record.at, record.id, record.deed.clone());
        assert_eq!(read.journal.records().iter().map(plain).collect::<Vec<_>>(), records);
        assert_eq!(read.journal.foreign().len(), old.unread.len());
        let again = super::read(&write(&read.journal)).unwrap();
        assert_eq!(again, read);
    }

    #[test]
    fn writes_format_2_as_it_stands_frozen() {
        let text = include_str!("../../../tests/logs/format-2.jsonl");
        let read = read(text).unwrap();
        assert_eq!((read.journal.records().len(), read.journal.foreign().len()), (6, 3));
        assert_eq!(write(&read.journal), text);
        assert_eq!(read.newer, None);
    }

    #[test]
    fn a_newer_version_is_said_and_kept() {
        let text = "{\"format\":9,\"log\":\"yomikurabe\"}\n{\"id\":\"x\",\"kind\":\"song\"}\n";
        let read = read(text).unwrap();
        assert_eq!((read.newer, read.journal.foreign().len()), (Some(9), 1));
    }

    #[test]
    fn refuses_what_is_no_log() {
        for text in [
            "",
            "[]",
            "{}",
            "PK\u{3}\u{4}",
            r#"{"format":1}"#,
            "two\nlines",
            r#"{"format":2,"log":"other"}"#,
        ] {
            assert_eq!(read(text), Err(LogFault::NotALog), "{text}");
        }
    }
}
