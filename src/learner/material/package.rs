//! The packages for course systems with a teacher's choice in them: their first entry, `course.js`, is stored uncompressed and
//! padded, so that it can be written anew without touching what follows (`domain::export::package`).

use super::draft::{Draft, Field};
use super::fault::Fault;
use crate::domain::export::package::{self, SETTINGS, SETTINGS_BYTES as SIZE};
use crate::domain::pack::Pack;
use crate::domain::progress::snapshot::crc32;

/// Letters of the longest title.
const TITLE: usize = 200;
/// How the parts of a zip begin: a file, its line in the directory, the end of that.
const LOCAL: [u8; 4] = *b"PK\x03\x04";
const CENTRAL: [u8; 4] = *b"PK\x01\x02";
const END: [u8; 4] = *b"PK\x05\x06";

/// The entry for a choice.
///
/// # Errors
///
/// Where the choice cannot be done, or is longer than the entry.
pub fn settings(draft: &Draft, pack: &Pack, title: &str) -> Result<Vec<u8>, Fault> {
    let title: String = title.chars().take(TITLE).collect();
    let view = draft.view(pack)?;
    let members = [
        ("{\"view\":", view.as_str()),
        (",\"title\":", &title),
        (",\"lang\":", draft.get(Field::Lang)),
        (",\"theme\":", draft.get(Field::Theme)),
    ];
    let json: String = members
        .iter()
        .map(|(key, text)| [key, &*quoted(text)].concat())
        .collect();
    let entry = package::entry(&(json + "}")).ok_or(Fault::TooLong)?;
    Ok(entry.into_bytes())
}

/// A text in JSON that is a script, too.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '<' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                let code = u32::from(letter);
                out.push_str("\\u");
                let digits = [12, 8, 4, 0].map(|shift| char::from_digit(code >> shift & 15, 16).unwrap_or('0'));
                out.extend(digits);
            }
            _ => out.push(letter),
        }
    }
    out + "\""
}

/// Writes the entry into a package, with its checksum at both places. Whether the package is as it should be; where it is not,
/// nothing is changed.
#[must_use]
pub fn rewrite(zip: &mut [u8], entry: &[u8]) -> bool {
    let Some((start, line)) = places(zip) else { return false };
    if entry.len() != SIZE {
        return false;
    }
    let sum = crc32(entry).to_le_bytes();
    zip[start..start + SIZE].copy_from_slice(entry);
    for at in [14, line + 16] {
        zip[at..at + 4].copy_from_slice(&sum);
    }
    true
}

/// Where the entry begins, and where its line in the directory.
fn places(zip: &[u8]) -> Option<(usize, usize)> {
    let is_local = zip.get(..4)? == LOCAL && number(zip, 6, 2)? & 8 == 0 && number(zip, 8, 2)? == 0;
    let is_sized = number(zip, 18, 4)? == SIZE && number(zip, 22, 4)? == SIZE;
    let start = 30 + number(zip, 26, 2)? + number(zip, 28, 2)?;
    let is_named = number(zip, 26, 2)? == SETTINGS.len() && zip.get(30..30 + SETTINGS.len())? == SETTINGS.as_bytes();
    zip.get(start..start + SIZE)?;
    // What the build makes has no comment, and its first line is that of the first entry.
    let end = zip.len().checked_sub(22)?;
    let line = number(zip, end + 16, 4)?;
    let is_whole =
        zip.get(end..end + 4)? == END && zip.get(line..line + 4)? == CENTRAL && number(zip, line + 42, 4)? == 0;
    (is_local && is_sized && is_named && is_whole).then_some((start, line))
}

/// A number of so many bytes, the least first.
fn number(zip: &[u8], at: usize, bytes: usize) -> Option<usize> {
    let bytes = zip.get(at..at + bytes)?;
    Some(bytes.iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte)))
}
