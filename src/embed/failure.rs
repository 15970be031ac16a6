//! What goes wrong with a call, as the caller is told: a code to act on and a sentence to read.

use std::fmt;

/// Why a call was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What to act on.
    pub code: Code,
    /// What to read: English, one sentence, for whoever writes the host page.
    pub message: String,
}

/// What kind of failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// The pack cannot be read.
    BadPack,
    /// Options of a wrong type or name.
    BadOption,
    /// An id that the pack does not have.
    UnknownId,
    /// An answer that does not fit its question, or a question that is not there.
    BadAnswer,
    /// The question has its answer, and in practice the first one stands.
    Answered,
    /// The quiz is over.
    Over,
}

impl Code {
    /// Its word, the `code` of the error.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::BadPack => "bad-pack",
            Self::BadOption => "bad-option",
            Self::UnknownId => "unknown-id",
            Self::BadAnswer => "bad-answer",
            Self::Answered => "answered",
            Self::Over => "over",
        }
    }

    /// A failure of this kind; the words are put one behind the other.
    #[must_use]
    pub fn because(self, words: &[&str]) -> Failure {
        Failure {
            code: self,
            message: words.concat(),
        }
    }
}

impl fmt::Display for Failure {
    /// The code, a space, the message.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.word())?;
        f.write_str(" ")?;
        f.write_str(&self.message)
    }
}

/// How much of an id is repeated and looked at.
const SHOWN: usize = 40;

/// There is no such thing; names the one whose id is the nearest, where at least half of its letters are right.
#[must_use]
pub fn unknown<'a>(what: &str, given: &str, known: impl Iterator<Item = &'a str>) -> Failure {
    let given: String = given.chars().take(SHOWN).collect();
    let far = |id: &str| distance(&given, id);
    let nearest = known.filter(|id| far(id) * 2 <= id.len()).min_by_key(|id| far(id));
    let start = ["no ", what, " `", &given, "` in this pack"].concat();
    match nearest {
        Some(id) => Code::UnknownId.because(&[&start, "; the nearest is `", id, "`"]),
        None => Code::UnknownId.because(&[&start]),
    }
}

/// How many letters must be put in, left out or changed to make one of the other (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (to, wanted) in other.iter().enumerate() {
            let changed = corner + usize::from(letter != *wanted);
            corner = row[to + 1];
            row[to + 1] = changed.min(row[to] + 1).min(corner + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_id_is_named() {
        for (given, end) in [
            ("rusia", "the nearest is `russia`"),
            ("ukrain", "the nearest is `ukraine`"),
            ("", "`` in this pack"),
            ("ゼレンスキー", "`ゼレンスキー` in this pack"),
        ] {
            let failure = unknown("actor", given, ["russia", "us", "ukraine"].into_iter());
            assert_eq!(failure.code, Code::UnknownId);
            assert!(failure.message.ends_with(end), "{failure}");
        }
        let long = "x".repeat(100_000);
        assert!(unknown("actor", &long, std::iter::empty()).message.len() < 100);
    }

    #[test]
    fn distances() {
        for (one, other, far) in [
            ("", "", 0),
            ("abc", "", 3),
            ("abc", "abd", 1),
            ("abc", "bc", 1),
            ("ab", "ba", 2),
        ] {
            assert_eq!(distance(one, other), far, "{one} {other}");
        }
    }
}
