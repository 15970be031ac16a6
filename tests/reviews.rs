//! The review log of a learner who never was, as the page gives it out, in `tests/logs/reviews.csv`: Anki's own optimiser fits
//! weights to it in `cargo xtask judge` (`tests/judges/reviews.py`). `UPDATE=1` writes it anew.

use std::fs;
use std::path::Path;

use yomikurabe::domain::progress::{Answered, Deed, EntryId, Journal, Named, Record, Rule, history};
use yomikurabe::domain::quiz::{Grade, ItemId, Millis, Mode, Rng};
use yomikurabe::domain::schedule::{Calendar, Card, Day, Parameters, Rating, USUAL_WEIGHTS, WEIGHTS, passed, rated};

const PACK: &str = "p";
/// Items, and days on which they are asked when they are due.
const ITEMS: usize = 120;
const DAYS: i32 = 240;
/// 2026-01-05.
const FIRST: Day = Day(20_458);

/// A learner who forgets faster than the usual one: first intervals are half as long.
fn true_weights() -> [f64; WEIGHTS] {
    let mut weights = USUAL_WEIGHTS;
    weights.iter_mut().take(4).for_each(|weight| *weight /= 2.0);
    weights
}

/// An item as it is planned, and as it is remembered.
#[derive(Clone, Default)]
struct Known {
    planned: Card,
    held: Card,
}

/// All answers of the learner, who begins with four items a day and answers what is due at noon, and what was missed ten
/// minutes later.
fn journal(rule: &Rule) -> Journal {
    let truly = Parameters::new(true_weights(), 0.9);
    let (mut rng, mut items, mut records) = (Rng::new(5), vec![Known::default(); ITEMS], Vec::new());
    for day in 0..DAYS {
        let met = ITEMS.min(4 * (day as usize + 1));
        for (number, item) in items.iter_mut().enumerate().take(met) {
            for pass in 0..3 {
                let noon = rule.calendar.begins(FIRST.after(day as u32)).0 + 8 * 3_600_000;
                let at = Millis(noon + number as i64 * 20_000 + pass * 7_200_000);
                if item.planned.due.is_some_and(|due| !due.is_reached(at, rule.calendar)) {
                    break;
                }
                let rating = answered(item, at, &truly, rule.calendar, &mut rng);
                item.planned = rated(&item.planned, rating, at, rule.parameters, rule.calendar);
                item.held = passed(&item.held, rating, at, &truly, rule.calendar);
                records.push(record(number, at, rating, records.len()));
            }
        }
    }
    Journal::new(records, Vec::new())
}

/// Drawn by how well the item is held.
fn answered(item: &Known, at: Millis, truly: &Parameters, calendar: &Calendar, rng: &mut Rng) -> Rating {
    let days = |last| f64::from(calendar.day(at).since(calendar.day(last)));
    let held = item.held.memory.zip(item.held.last_review);
    let probability = held.map_or(0.6, |(memory, last)| truly.retrievability(memory, days(last)));
    let drawn = rng.below(1_000_000) as f64 / 1e6;
    match drawn < probability {
        false => Rating::Again,
        true if rng.below(10) == 0 => Rating::Easy,
        true if rng.below(5) == 0 => Rating::Hard,
        true => Rating::Good,
    }
}

fn record(number: usize, at: Millis, rating: Rating, id: usize) -> Record {
    let answered = Answered {
        about: Named {
            item: ItemId(format!("q-{number}")),
            pack: PACK.to_owned(),
        },
        grade: if rating == Rating::Again {
            Grade::Wrong
        } else {
            Grade::Right
        },
        answer: String::new(),
        elapsed: Millis(4_000 + 1_000 * (number as i64 % 9)),
        mode: Mode::Practice,
        hints: u8::from(rating == Rating::Hard),
        rating: Some(rating),
    };
    Record::new(at, EntryId(id as u128), Deed::Answer(answered))
}

#[test]
fn the_review_log_for_the_judge_is_as_the_page_writes_it() {
    let (parameters, calendar) = (Parameters::default(), Calendar::default());
    let rule = Rule {
        pack: PACK,
        parameters: &parameters,
        calendar: &calendar,
    };
    let log = history::review_log(&journal(&rule), &rule);
    assert!(log.lines().count() > 1_000, "too few to fit anything to");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/logs/reviews.csv");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, &log).expect("tests/ can be written to");
    }
    let kept = fs::read_to_string(&file).expect("it is there");
    assert!(
        kept.replace("\r\n", "\n") == log.replace("\r\n", "\n"),
        "UPDATE=1 writes it anew"
    );
}
