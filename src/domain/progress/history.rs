//! The answers for other programs: a table, JSON (`docs/history.schema.json`), and the review log that optimisers of FSRS
//! read. Of a pack only; what was taken back is marked as such, and is not in the review log.
//!
//! ```text
//! CSV     id, at (UTC), item, right (1 / 0), rating (1 to 4), elapsed_ms, hints, mode, answer, undone (1 / 0)
//! JSON    { "format": 1, "log": "yomikurabe", "pack": "…", "answers": [ answer, … ] }
//! review  card_id, review_time (ms), review_rating (1 to 4), review_state (0 to 3), review_duration (ms)
//! ```
//!
//! `review_state` is the state before the answer: 0 new, 1 learning, 2 review, 3 relearning.
//!
//! ```
//! use yomikurabe::domain::progress::{Journal, Rule, history};
//! use yomikurabe::domain::schedule::{Calendar, Parameters};
//! let rule = Rule { pack: "p", parameters: &Parameters::default(), calendar: &Calendar::default() };
//! let empty = history::review_log(&Journal::default(), &rule);
//! assert_eq!(empty, "card_id,review_time,review_rating,review_state,review_duration\r\n");
//! ```

use super::cards::{Rule, rating};
use super::journal::Journal;
use super::lines::{mode_word, object, quoted};
use super::overview::answers;
use super::record::{Answered, Deed, Record};
use crate::domain::export::{ByteOrderMark, Table};
use crate::domain::order::sort_by;
use crate::domain::quiz::{Grade, ItemId, Millis};
use crate::domain::schedule::{Card, Day, passed};

/// The columns of the table.
const COLUMNS: [&str; 10] = [
    "id",
    "at",
    "item",
    "right",
    "rating",
    "elapsed_ms",
    "hints",
    "mode",
    "answer",
    "undone",
];
/// The columns of the review log, as the optimisers of the project open-spaced-repetition read it.
const REVIEW: [&str; 5] = [
    "card_id",
    "review_time",
    "review_rating",
    "review_state",
    "review_duration",
];

/// One line an answer, with a byte order mark for spreadsheets.
#[must_use]
pub fn csv(journal: &Journal, pack: &str) -> String {
    let row = |(record, answered, undone): (&Record, &Answered, bool)| {
        vec![
            record.id.to_string(),
            utc(record.at),
            answered.about.item.0.clone(),
            bit(answered.grade == Grade::Right).to_owned(),
            rating(answered).number().to_string(),
            answered.elapsed.0.to_string(),
            answered.hints.to_string(),
            mode_word(answered.mode).to_owned(),
            answered.answer.clone(),
            bit(undone).to_owned(),
        ]
    };
    table(&COLUMNS, all(journal, pack).map(row).collect()).to_csv(ByteOrderMark::With)
}

/// The answers as JSON after the published schema.
#[must_use]
pub fn json(journal: &Journal, pack: &str) -> String {
    let answer = |(record, answered, undone): (&Record, &Answered, bool)| {
        object(&[
            ("id", quoted(&record.id.to_string())),
            ("at", record.at.0.to_string()),
            ("item", quoted(&answered.about.item.0)),
            ("right", (answered.grade == Grade::Right).to_string()),
            ("rating", rating(answered).number().to_string()),
            ("elapsed", answered.elapsed.0.to_string()),
            ("hints", answered.hints.to_string()),
            ("mode", quoted(mode_word(answered.mode))),
            ("answer", quoted(&answered.answer)),
            ("undone", undone.to_string()),
        ])
    };
    let answers: Vec<String> = all(journal, pack).map(answer).collect();
    let head = ["{\"format\":1,\"log\":\"yomikurabe\",\"pack\":", &quoted(pack)].concat();
    [&head, ",\"answers\":[\n", &answers.join(",\n"), "\n]}\n"].concat()
}

/// The review log of the answers that count.
#[must_use]
pub fn review_log(journal: &Journal, rule: &Rule) -> String {
    let mut reviews: Vec<(&ItemId, &Record, &Answered)> = answers(journal, rule.pack)
        .map(|(record, answered)| (&answered.about.item, record, answered))
        .collect();
    sort_by(&mut reviews, |a, b| a.0.cmp(b.0).then_with(|| a.1.cmp(b.1)));
    let (mut card, mut of) = (Card::default(), None);
    let mut rows = Vec::new();
    for (item, record, answered) in reviews {
        if of != Some(item) {
            (card, of) = (Card::default(), Some(item));
        }
        let rating = rating(answered);
        rows.push(vec![
            item.0.clone(),
            record.at.0.to_string(),
            rating.number().to_string(),
            (card.phase as u8).to_string(),
            answered.elapsed.0.to_string(),
        ]);
        card = passed(&card, rating, record.at, rule.parameters, rule.calendar);
    }
    table(&REVIEW, rows).to_csv(ByteOrderMark::Without)
}

/// The answers of a pack by moment, each with whether it was taken back.
fn all<'a>(journal: &'a Journal, pack: &'a str) -> impl Iterator<Item = (&'a Record, &'a Answered, bool)> {
    let undone = journal.undone();
    journal.records().iter().filter_map(move |record| match &record.deed {
        Deed::Answer(answered) if answered.about.pack == pack => {
            Some((record, answered, undone.binary_search(&record.id).is_ok()))
        }
        _ => None,
    })
}

fn table(header: &[&str], rows: Vec<Vec<String>>) -> Table {
    Table {
        caption: String::new(),
        header: header.iter().map(|name| (*name).to_owned()).collect(),
        rows,
    }
}

fn bit(is: bool) -> &'static str {
    if is { "1" } else { "0" }
}

/// `2026-01-06T12:00:00.000Z`.
fn utc(at: Millis) -> String {
    let (day, of_day) = (at.0.div_euclid(86_400_000), at.0.rem_euclid(86_400_000));
    let (year, month, day) = Day(day as i32).civil();
    let padded = |number: i64, digits: usize| {
        let digit = |place: u32| char::from_digit((number / 10_i64.pow(place) % 10) as u32, 10).unwrap_or('0');
        (0..digits as u32).rev().map(digit).collect::<String>()
    };
    let two = |number: i64| padded(number, 2);
    let date = [padded(year.into(), 4), two(month.into()), two(day.into())].join("-");
    let (seconds, rest) = (of_day / 1000, of_day % 1000);
    let time = [two(seconds / 3600), two(seconds / 60 % 60), two(seconds % 60)].join(":");
    [&date, "T", &time, ".", &padded(rest, 3), "Z"].concat()
}

#[cfg(test)]
mod tests {
    use super::super::log::EntryId;
    use super::super::samples::{PACK, answer};
    use super::*;
    use crate::domain::schedule::{Calendar, Parameters, Rating};

    /// Learnt, known and forgotten, with an answer that was taken back and one of another pack.
    fn journal() -> Journal {
        const DAY: i64 = 86_400_000;
        let mut forgotten = answer(3, 30 * DAY, "a");
        let mut elsewhere = answer(5, 31 * DAY, "a");
        if let (Deed::Answer(answered), Deed::Answer(other)) = (&mut forgotten.deed, &mut elsewhere.deed) {
            (answered.rating, answered.grade) = (Some(Rating::Again), Grade::Wrong);
            other.about.pack = "other".to_owned();
        }
        let undo = Record::new(Millis(40 * DAY), EntryId(9), Deed::Undo { of: EntryId(4) });
        let records = vec![
            answer(1, 1_767_700_800_123, "b"),
            answer(2, 0, "a"),
            forgotten,
            answer(4, 31 * DAY, "a"),
            elsewhere,
            undo,
        ];
        Journal::new(records, Vec::new())
    }

    #[test]
    fn every_answer_is_a_line() {
        let csv = csv(&journal(), PACK);
        let rows: Vec<&str> = csv.split("\r\n").filter(|row| !row.is_empty()).collect();
        assert_eq!(rows.len(), 5, "{csv}");
        assert!(
            rows[1].starts_with("00000000000000000000000000000002,1970-01-01T00:00:00.000Z,a,1,3,4000,0,practice,")
        );
        assert!(rows[3].ends_with(",1"), "what was taken back is marked");
        assert!(csv.contains(",2026-01-06T12:00:00.123Z,b,"));
    }

    #[test]
    fn the_review_log_is_by_card_and_has_the_state_before_each_answer() {
        let (parameters, calendar) = (Parameters::default(), Calendar::default());
        let rule = Rule {
            pack: PACK,
            parameters: &parameters,
            calendar: &calendar,
        };
        let expected = "card_id,review_time,review_rating,review_state,review_duration\r\n\
                        a,0,3,0,4000\r\n\
                        a,2592000000,1,2,4000\r\n\
                        b,1767700800123,3,0,4000\r\n";
        assert_eq!(review_log(&journal(), &rule), expected);
    }
}
