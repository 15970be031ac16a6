//! The log as a file and as records of a data base.
//!
//! ```text
//! file   = { "format": 1, "entries": [ entry, … ] }
//! entry  = { "id": 32 hexadecimal digits, "item": "…", "pack": "…", "at": ms, "right": true / false,
//!            "answer": "…", "elapsed": ms, "mode": "practice" / "test", "hints": 1 to 255 or missing,
//!            "rating": 1 to 4 or missing }
//! ```
//!
//! Keys that this version does not know are passed over; an entry that it cannot read is kept as it is and written back.
//!
//! ```
//! use yomikurabe::domain::progress::file;
//! let text = r#"{"format":1,"entries":[
//!   {"id":"000000000000000000000000000000ff","item":"q-pd-1","pack":"ukraine","at":1767657600000,
//!    "right":true,"answer":"パナマ","elapsed":4200,"mode":"practice"},
//!   {"id":"?","of":"tomorrow"}]}"#;
//! let read = file::read(text).unwrap();
//! assert_eq!(read.log.entries().len(), 1);
//! assert_eq!(read.unread.len(), 1);
//! let again = file::read(&file::write(&read.log, &read.unread)).unwrap();
//! assert_eq!(again, read);
//! ```

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::log::{Entry, EntryId, Log};
use crate::domain::quiz::{Grade, ItemId, Millis, Mode};
use crate::domain::schedule::Rating;

/// The version that this program writes.
const FORMAT: u32 = 1;

/// What was read from a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadLog {
    /// The entries that could be read.
    pub log: Log,
    /// Those that could not, as they stood.
    pub unread: Vec<Value>,
}

/// Why a text is no log at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFault {
    /// It is not JSON of the form above.
    NotALog,
    /// A newer version wrote it.
    Newer(u32),
}

impl fmt::Display for LogFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotALog => f.write_str("not a log of answers"),
            Self::Newer(format) => write!(f, "a log of format {format}, newer than this page"),
        }
    }
}

/// Reads a file.
///
/// # Errors
///
/// [`LogFault`] where the text is no log, or one of a newer format; single entries are never a reason.
pub fn read(text: &str) -> Result<ReadLog, LogFault> {
    let file: LogFile = serde_json::from_str(text).map_err(|_| LogFault::NotALog)?;
    if file.format > FORMAT {
        return Err(LogFault::Newer(file.format));
    }
    let (mut entries, mut unread) = (Vec::new(), Vec::new());
    for value in file.entries {
        let record = EntryRecord::deserialize(&value).ok();
        match record.and_then(EntryRecord::into_entry) {
            Some(entry) => entries.push(entry),
            None => unread.push(value),
        }
    }
    Ok(ReadLog {
        log: Log::new(entries),
        unread,
    })
}

/// Writes a file, with the entries that an earlier reading could not read.
#[must_use]
pub fn write(log: &Log, unread: &[Value]) -> String {
    let records = log
        .entries()
        .iter()
        .map(|entry| serde_json::to_value(EntryRecord::from(entry)));
    let entries = records.filter_map(Result::ok).chain(unread.iter().cloned()).collect();
    serde_json::to_string(&LogFile {
        format: FORMAT,
        entries,
    })
    .unwrap_or_default()
}

#[derive(Serialize, Deserialize)]
struct LogFile {
    format: u32,
    entries: Vec<Value>,
}

/// One entry as a file and a data base hold it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntryRecord {
    /// 32 hexadecimal digits.
    pub id: String,
    /// The item's id.
    pub item: String,
    /// The pack's slug.
    pub pack: String,
    /// Milliseconds since 1970; JavaScript's numbers are exact to 2⁵³.
    pub at: f64,
    /// The grade.
    pub right: bool,
    /// The answer in words.
    pub answer: String,
    /// Milliseconds.
    pub elapsed: f64,
    /// `practice` or `test`.
    pub mode: String,
    /// How many hints were asked for; missing where none was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hints: Option<u8>,
    /// 1 (Again) to 4 (Easy).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<u8>,
}

impl From<&Entry> for EntryRecord {
    fn from(entry: &Entry) -> Self {
        Self {
            id: entry.id.to_string(),
            item: entry.item.0.clone(),
            pack: entry.pack.clone(),
            at: entry.at.0 as f64,
            right: entry.grade == Grade::Right,
            answer: entry.answer.clone(),
            elapsed: entry.elapsed.0 as f64,
            mode: mode_word(entry.mode).to_owned(),
            hints: (entry.hints > 0).then_some(entry.hints),
            rating: entry.rating.map(Rating::number),
        }
    }
}

impl EntryRecord {
    /// The entry, where id and mode can be read.
    #[must_use]
    pub fn into_entry(self) -> Option<Entry> {
        let id: EntryId = self.id.parse().ok()?;
        let mode = [Mode::Practice, Mode::Test]
            .into_iter()
            .find(|mode| mode_word(*mode) == self.mode)?;
        Some(Entry {
            at: Millis(self.at as i64),
            id,
            item: ItemId(self.item),
            pack: self.pack,
            grade: if self.right { Grade::Right } else { Grade::Wrong },
            answer: self.answer,
            elapsed: Millis(self.elapsed as i64),
            mode,
            hints: self.hints.unwrap_or(0),
            rating: self.rating.and_then(Rating::of_number),
        })
    }
}

fn mode_word(mode: Mode) -> &'static str {
    match mode {
        Mode::Practice => "practice",
        Mode::Test => "test",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Earlier versions pass over what they do not know, and what they wrote has none.
    #[test]
    fn hints_are_written_where_there_are_some() {
        let line = |hints: &str| {
            format!(
                r#"{{"format":1,"entries":[{{"answer":"","at":0.0,"elapsed":1.0,{hints}"id":"000000000000000000000000000000ff","item":"q","mode":"practice","pack":"p","rating":2,"right":true}}]}}"#
            )
        };
        for (text, hints) in [("", 0), (r#""hints":2,"#, 2)] {
            let log = read(&line(text)).expect("a log").log;
            assert_eq!(log.entries()[0].hints, hints);
            assert_eq!(write(&log, &[]), line(text));
        }
    }

    #[test]
    fn refuses_what_is_no_log() {
        for text in ["", "[]", "{}", r#"{"format":1}"#, r#"{"format":"1","entries":[]}"#] {
            assert_eq!(read(text), Err(LogFault::NotALog), "{text}");
        }
        assert_eq!(read(r#"{"format":2,"entries":[]}"#), Err(LogFault::Newer(2)));
        assert_eq!(read(r#"{"format":1,"entries":[],"more":1}"#), Ok(ReadLog::default()));
    }
}
