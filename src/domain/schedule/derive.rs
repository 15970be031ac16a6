//! The rating of an objective question: what right or wrong, the time taken and the hints tell (`docs/adr/0021`).

use super::memory::Rating;
use crate::domain::quiz::{Grade, Millis};

/// Letters that a reader of Japanese takes in within a second, rather fewer than most.
const LETTERS_A_SECOND: i64 = 8;
/// To choose or type after reading, in haste.
const HASTE: i64 = 2_000;
/// Beyond the slow limit by this, the learner was not there.
const AWAY: i64 = 300_000;

/// How an item is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// By choosing; a quick right answer may be a guess.
    Chosen,
    /// By typing.
    Typed,
    /// By putting in order or pairing.
    Arranged,
}

/// Between which times an answer tells nothing by its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Up to this, a right answer came without effort.
    pub quick: Millis,
    /// From beyond this, it came with much effort.
    pub slow: Millis,
}

impl Pace {
    /// The pace of an item of which neither length nor form is known, as in logs of format 1.
    pub const UNKNOWN: Self = Self {
        quick: Millis(0),
        slow: Millis(60_000),
    };

    /// The pace of an item of so many letters in all that is to be read.
    #[must_use]
    pub fn of(letters: u32, form: Form) -> Self {
        let reading = i64::from(letters) * 1000 / LETTERS_A_SECOND;
        let (quick, thinking) = match form {
            Form::Chosen => (0, 20_000),
            Form::Typed => (reading + HASTE, 30_000),
            Form::Arranged => (reading + 2 * HASTE, 60_000),
        };
        Self {
            quick: Millis(quick),
            slow: Millis(3 * reading + thinking),
        }
    }
}

/// The rating of an answer. Wrong is Again; right is Good, but Hard with a hint or beyond the slow limit, and Easy
/// within the quick one. Who took five minutes more than slow was away, which tells nothing.
///
/// ```
/// use yomikurabe::domain::quiz::{Grade, Millis};
/// use yomikurabe::domain::schedule::{Form, Pace, Rating, derived};
/// let pace = Pace::of(160, Form::Typed); // 20 seconds to read
/// assert_eq!(derived(Grade::Right, Millis(35_000), 0, pace), Rating::Good);
/// assert_eq!(derived(Grade::Right, Millis(35_000), 1, pace), Rating::Hard);
/// ```
#[must_use]
pub fn derived(grade: Grade, elapsed: Millis, hints: u8, pace: Pace) -> Rating {
    let (slow, away) = (elapsed > pace.slow, elapsed.0 > pace.slow.0.saturating_add(AWAY));
    match grade {
        Grade::Wrong => Rating::Again,
        Grade::Right if hints > 0 || (slow && !away) => Rating::Hard,
        Grade::Right if elapsed <= pace.quick => Rating::Easy,
        Grade::Right => Rating::Good,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratings_by_grade_time_and_hints() {
        let (chosen, typed) = (Pace::of(80, Form::Chosen), Pace::of(80, Form::Typed));
        let arranged = Pace::of(80, Form::Arranged);
        for (pace, grade, seconds, hints, rating) in [
            (chosen, Grade::Wrong, 1, 0, Rating::Again),
            (typed, Grade::Wrong, 1, 2, Rating::Again),
            (typed, Grade::Wrong, 999, 0, Rating::Again),
            (chosen, Grade::Right, 1, 0, Rating::Good), // perhaps a guess
            (chosen, Grade::Right, 50, 0, Rating::Good),
            (chosen, Grade::Right, 51, 0, Rating::Hard),
            (typed, Grade::Right, 12, 0, Rating::Easy),
            (typed, Grade::Right, 13, 0, Rating::Good),
            (typed, Grade::Right, 12, 1, Rating::Hard),
            (typed, Grade::Right, 60, 0, Rating::Good),
            (typed, Grade::Right, 61, 0, Rating::Hard),
            (typed, Grade::Right, 360, 0, Rating::Hard),
            (typed, Grade::Right, 361, 0, Rating::Good), // away
            (typed, Grade::Right, 361, 1, Rating::Hard),
            (arranged, Grade::Right, 14, 0, Rating::Easy),
            (arranged, Grade::Right, 90, 0, Rating::Good),
            (arranged, Grade::Right, 91, 0, Rating::Hard),
            (Pace::UNKNOWN, Grade::Right, 1, 0, Rating::Good),
            (Pace::UNKNOWN, Grade::Right, 61, 0, Rating::Hard),
        ] {
            let got = derived(grade, Millis(seconds * 1000), hints, pace);
            assert_eq!(got, rating, "{grade:?} after {seconds} s with {hints} hints, {pace:?}");
        }
    }
}
