//! The scheduling held against `ts-fsrs` and PyPI's `fsrs` over the frozen outcomes of 12,000 histories.
//!
//! `cargo xtask vectors` runs both programs over the histories that `tests/vectors/histories.json` describes and writes
//! `tests/vectors/fsrs6.txt`. The histories are drawn again here, from the same seeds.
//!
//! ```text
//! file    = "# " which programs, zone…, apart…, ( history × 100, sums )…
//! zone    = "z " name " " minutes ( " " second ":" minutes )…       its offset, and each change of it
//! apart   = "x " history " " answer " " rating " " due " " due         where ts-fsrs has another due day than PyPI's fsrs,
//!                                                      whose is the one in what follows: ts-fsrs rounds its
//!                                                      factor to eight decimals
//! history = stability " " difficulty " " due [ " " stability " " difficulty " " due ]
//!                                                      after its last answer: by ts-fsrs, and by PyPI's fsrs
//!                                                      where it differs, "=" for what does not
//! due     = "d" days | "m" minutes                     after the last answer
//! sums    = "s " hash " " hash                         FNV-1a over the four dues at every answer so far, by each program
//! ```

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use std::fs;
use std::path::Path;

use serde_json::Value;
use yomikurabe::domain::quiz::{Millis, Rng};
use yomikurabe::domain::schedule::{
    Calendar, Card, Due, NewDay, Offset, Outcome, Parameters, Phase, Rating, WEIGHTS, next,
};

const MINUTE: i64 = 60_000;

fn read(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    fs::read_to_string(folder.join(name)).unwrap()
}

struct Plan {
    seed: u64,
    histories: u64,
    block: u64,
    parameters: Vec<Parameters>,
}

fn plan() -> Plan {
    let plan: Value = serde_json::from_str(&read("histories.json")).unwrap();
    let number = |key: &str| plan[key].as_u64().unwrap();
    let parameters = plan["parameters"].as_array().unwrap().iter().map(|set| {
        let weights: [f64; WEIGHTS] = serde_json::from_value(set["weights"].clone()).unwrap();
        Parameters::new(weights, set["retention"].as_f64().unwrap())
    });
    Plan {
        seed: number("seed"),
        histories: number("histories"),
        block: number("block"),
        parameters: parameters.collect(),
    }
}

type Zone = (Offset, Vec<(Millis, Offset)>);

fn zone(line: &str) -> Zone {
    let mut words = line.split(' ').skip(2);
    let first = Offset(words.next().unwrap().parse().unwrap());
    let change = |word: &str| {
        let (second, minutes) = word.split_once(':').unwrap();
        (
            Millis(second.parse::<i64>().unwrap() * 1000),
            Offset(minutes.parse().unwrap()),
        )
    };
    (first, words.map(change).collect())
}

/// The outcomes at one answer, and the day and the rating of it.
struct Review {
    at: Millis,
    calendar: Calendar,
    before: Card,
    outcomes: [Outcome; 4],
    rating: Rating,
}

/// Draws a history as the two generators do.
fn history(seed: u64, zones: &[Zone], parameters: &Parameters) -> Vec<Review> {
    let mut rng = Rng::new(seed);
    let (first, changes) = zones[rng.below(zones.len())].clone();
    let calendar = Calendar::new(NewDay::at(rng.below(24) as u8).unwrap(), first, changes);
    let mut at = Millis(1_546_300_800_000 + rng.below(8 * 365 * 1440) as i64 * MINUTE);
    let mut card = Card::default();
    let answers = 1 + rng.below(12);
    let reviews = (0..answers).map(|_| {
        let rating = match rng.below(20) {
            0..3 => Rating::Again,
            3..6 => Rating::Hard,
            6..17 => Rating::Good,
            _ => Rating::Easy,
        };
        let outcomes = next(&card, at, parameters, &calendar);
        let review = Review {
            at,
            calendar: calendar.clone(),
            before: card,
            outcomes,
            rating,
        };
        card = outcomes[usize::from(rating.number()) - 1].card;
        let days = if rng.below(10) < 3 {
            0
        } else {
            let power = rng.below(9);
            1 + rng.below(1 << power)
        };
        at.0 += (days as i64 * 1440 + 1 + rng.below(600) as i64) * MINUTE;
        review
    });
    reviews.collect()
}

impl Review {
    /// When the outcome is due, counted from the answer.
    fn due(&self, outcome: &Outcome) -> String {
        match outcome.due {
            Due::At(at) => format!("m{}", (at.0 - self.at.0) / MINUTE),
            Due::On(day) => format!("d{}", day.since(self.calendar.day(self.at))),
        }
    }

    /// The same as PyPI's `fsrs` has it, which lets Hard, Good and Easy be due on one day.
    fn due_unordered(&self, outcome: &Outcome, parameters: &Parameters) -> String {
        let in_review = self.before.phase == Phase::Review && outcome.card.phase == Phase::Review;
        match in_review {
            true => format!("d{}", parameters.interval(outcome.card.memory.unwrap())),
            false => self.due(outcome),
        }
    }
}

fn fnv(hash: u32, text: &str) -> u32 {
    text.bytes()
        .fold(hash, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[track_caller]
fn near(ours: f64, theirs: &str, which: &str) {
    let theirs: f64 = theirs.parse().unwrap();
    let apart = (ours - theirs).abs() / theirs;
    assert!(apart < 1e-5, "{which}: {ours} is not {theirs}");
}

#[test]
fn agrees_with_both_references() {
    let (plan, text) = (plan(), read("fsrs6.txt"));
    let mut lines = text.lines().skip(1).peekable();
    let mut zones = Vec::new();
    while let Some(line) = lines.next_if(|line| line.starts_with("z ")) {
        zones.push(zone(line));
    }
    let apart: Vec<&str> = std::iter::from_fn(|| lines.next_if(|line| line.starts_with("x "))).collect();
    assert_eq!(
        apart,
        ["x 9073 6 4 d2528 d2527"],
        "days on which the references do not agree"
    );
    let mut sums = [0x811C_9DC5; 2];
    for nth in 0..plan.histories {
        let parameters = &plan.parameters[nth as usize % plan.parameters.len()];
        let reviews = history(plan.seed + nth, &zones, parameters);
        for review in &reviews {
            let ordered = review.outcomes.each_ref().map(|one| review.due(one));
            let unordered = review
                .outcomes
                .each_ref()
                .map(|one| review.due_unordered(one, parameters));
            sums = [fnv(sums[0], &ordered.join(" ")), fnv(sums[1], &unordered.join(" "))];
        }
        check_last(nth, reviews.last().unwrap(), parameters, lines.next().unwrap());
        if (nth + 1) % plan.block == 0 {
            let expected = format!("s {:08x} {:08x}", sums[0], sums[1]);
            assert_eq!(expected, lines.next().unwrap(), "dues of the histories up to {nth}");
        }
    }
    assert_eq!(lines.next(), None);
}

/// Holds the outcome of a history's last answer against its line.
fn check_last(nth: u64, review: &Review, parameters: &Parameters, line: &str) {
    let outcome = &review.outcomes[usize::from(review.rating.number()) - 1];
    let memory = outcome.card.memory.unwrap();
    let words: Vec<&str> = line.split(' ').collect();
    let ts = &words[..3];
    let py: Vec<&str> = (0..3)
        .map(|at| words.get(at + 3).copied().filter(|word| *word != "=").unwrap_or(ts[at]))
        .collect();
    for (theirs, which) in [(ts, "ts-fsrs"), (&py, "fsrs")] {
        near(
            memory.stability,
            theirs[0],
            &format!("history {nth}, stability by {which}"),
        );
        near(
            memory.difficulty,
            theirs[1],
            &format!("history {nth}, difficulty by {which}"),
        );
    }
    assert_eq!(review.due(outcome), ts[2], "history {nth}, due by ts-fsrs");
    assert_eq!(
        review.due_unordered(outcome, parameters),
        py[2],
        "history {nth}, due by fsrs"
    );
}
