//! A backup: the journal as text, to be saved as a file or copied, and what comes of such a text when it is loaded again.
//!
//! It is a file of [`lines`] whose header says besides how many lines follow, so that a text that was cut off is noticed.
//!
//! ```
//! use yomikurabe::domain::progress::{Journal, backup};
//! let line = r#"{"id":"000000000000000000000000000000ff","kind":"undo","at":0,"of":"000000000000000000000000000000fe"}"#;
//! let journal = Journal::new(Vec::new(), vec![line.to_owned()]);
//! let text = backup::write(&journal);
//! assert_eq!(text, format!("{}\n{line}\n", r#"{"format":2,"log":"yomikurabe","entries":1}"#));
//! let read = backup::read(&text).unwrap();
//! assert_eq!((read.journal.records().len(), read.is_whole()), (1, true));
//! ```

use super::journal::Journal;
use super::lines;
use crate::domain::progress::file::LogFault;

/// What a text holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// What can be taken in: entries, and those of a kind that this version does not know.
    pub journal: Journal,
    /// Lines that are no entries, by their number from 1; 0 where the text has no lines of its own.
    pub damaged: Vec<u32>,
    /// Lines that are said to be there and are not.
    pub missing: u32,
}

impl Backup {
    /// Whether nothing in it is damaged or missing.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.damaged.is_empty() && self.missing == 0
    }

    /// How many entries can be taken in.
    #[must_use]
    pub fn entries(&self) -> u32 {
        (self.journal.records().len() + self.journal.foreign().len()) as u32
    }
}

/// Writes a backup.
#[must_use]
pub fn write(journal: &Journal) -> String {
    let text = lines::write(journal);
    let (header, entries) = text.split_once('\n').unwrap_or((&text, ""));
    let count = (journal.records().len() + journal.foreign().len()).to_string();
    [header.trim_end_matches('}'), ",\"entries\":", &count, "}\n", entries].concat()
}

/// Reads a backup, or any file of a log.
///
/// # Errors
///
/// [`LogFault`] where the text is no log, or one of a newer version.
pub fn read(text: &str) -> Result<Backup, LogFault> {
    let read = lines::read(text)?;
    if let Some(format) = read.newer {
        return Err(LogFault::Newer(format));
    }
    let is_foreign = |line: &str| lines::is_of_another_kind(line);
    let foreign = read.journal.foreign().iter();
    let (kept, damaged): (Vec<String>, Vec<String>) = foreign.cloned().partition(|line| is_foreign(line));
    let place = |bad: &String| text.lines().position(|line| line == bad).map_or(0, |at| at as u32 + 1);
    let said = text.lines().find_map(|line| lines::of_header(line, "entries"));
    let there = text.lines().filter(|line| !line.trim().is_empty()).count() as u32;
    Ok(Backup {
        journal: Journal::new(read.journal.records().to_vec(), kept),
        damaged: damaged.iter().map(place).collect(),
        missing: said.map_or(0, |said| (said + 1).saturating_sub(there)),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples::{answer, journal};
    use super::*;

    #[track_caller]
    fn check(text: &str, entries: u32, damaged: &[u32], missing: u32) {
        let read = read(text).expect("it is a log");
        assert_eq!(
            (read.entries(), &*read.damaged, read.missing),
            (entries, damaged, missing)
        );
    }

    fn three() -> String {
        write(&Journal::new((0..3).map(|id| answer(id, 7, "q")).collect(), Vec::new()))
    }

    #[test]
    fn what_is_damaged_or_missing_is_told() {
        let text = three();
        check(&text, 3, &[], 0);
        check(&text.replacen("\"right\":true", "\"right\":tr", 1), 2, &[2], 0);
        check(text.trim_end().rsplit_once('\n').expect("several lines").0, 2, &[], 1);
        check(&text[..text.len() - 9], 2, &[4], 0);
        check(&(text.clone() + "hello\n"), 3, &[5], 0);
        let other = r#"{"id":"000000000000000000000000000000ff","kind":"dream","at":0}"#;
        check(&(text + other), 4, &[], 0);
        check(r#"{"format":1,"entries":[{"id":"?"}]}"#, 0, &[0], 0);
    }

    #[test]
    fn what_is_no_log_is_refused() {
        for text in ["", "hello", "{}", "[1,2]", "<html>"] {
            assert_eq!(read(text), Err(LogFault::NotALog), "{text}");
        }
        let newer = three().replacen("\"format\":2", "\"format\":3", 1);
        assert_eq!(read(&newer), Err(LogFault::Newer(3)));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in r#"[\PC\n{}":,]{0,200}"#) {
            read(&text).ok();
        }

        #[test]
        fn reads_what_it_writes(journal in journal()) {
            let read = read(&write(&journal)).expect("a log");
            prop_assert_eq!(read.journal.records(), journal.records());
            prop_assert_eq!(read.missing, 0);
        }
    }
}
