//! What a desired retention costs: the answers a day that it asks for.

use super::calendar::{Calendar, Day};
use super::card::{Card, Due};
use super::memory::{Memory, Parameters, Rating};
use crate::domain::quiz::Millis;

/// What is to be expected in the days to come.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Workload {
    /// Answers a day, on average, with those after forgetting.
    pub answers_a_day: f64,
    /// The part of the items met so far that would be known at the end, 0 to 1; nothing met gives 0.
    pub known: f64,
}

/// The work of the coming days by these parameters, for the cards as they stand and so many new items a day.
///
/// Each card is followed on its expected way: due at its interval, it is known with the probability that the model
/// gives; its memory afterwards is the mean of what Good and Again make of it (of stability, the geometric one), and what
/// was forgotten is answered once more. Cards that have become due are answered on the first day.
#[must_use]
pub fn workload(
    cards: &[Card],
    new_a_day: u32,
    days: u32,
    now: Millis,
    parameters: &Parameters,
    calendar: &Calendar,
) -> Workload {
    if days == 0 {
        return Workload::default();
    }
    let today = calendar.day(now);
    let (mut answers, mut known, mut met) = (0.0, 0.0, 0.0);
    for card in cards {
        if let (Some(memory), Some(last)) = (card.memory, card.last_review) {
            let way = follow(
                memory,
                before_due(card, calendar.day(last), today, parameters),
                days,
                parameters,
            );
            answers += way.answers;
            known += way.known;
            met += 1.0;
        }
    }
    answers += f64::from(new_a_day) * of_new_items(days, parameters);
    Workload {
        answers_a_day: answers / f64::from(days),
        known: if met > 0.0 { known / met } else { 0.0 },
    }
}

/// A stretch of days between two answers.
struct Stretch {
    /// Days from the last answer to today.
    passed: u32,
    /// Days from today to the next answer.
    ahead: u32,
}

fn before_due(card: &Card, last: Day, today: Day, parameters: &Parameters) -> Stretch {
    let passed = today.since(last);
    let due = match (card.due, card.memory) {
        (Some(Due::On(_)), Some(memory)) => parameters.interval(memory),
        _ => 0,
    };
    Stretch {
        passed,
        ahead: due.saturating_sub(passed),
    }
}

/// What comes of one card.
struct Way {
    answers: f64,
    known: f64,
}

fn follow(mut memory: Memory, first: Stretch, days: u32, parameters: &Parameters) -> Way {
    let (mut answers, mut at, mut since) = (0.0, first.ahead, first.passed + first.ahead);
    while at < days {
        let known = parameters.retrievability(memory, f64::from(since));
        answers += 2.0 - known;
        memory = mean(memory, since, known, parameters);
        since = parameters.interval(memory);
        at = at.saturating_add(since);
    }
    let last = since - at.saturating_sub(days).min(since);
    Way {
        answers,
        known: parameters.retrievability(memory, f64::from(last)),
    }
}

/// The memory after an answer that is Good with that probability, and Again otherwise.
fn mean(memory: Memory, since: u32, known: f64, parameters: &Parameters) -> Memory {
    let good = parameters.answer(memory, since, Rating::Good);
    let again = parameters.answer(memory, since, Rating::Again);
    let again = parameters.answer(again, 0, Rating::Good);
    Memory {
        stability: (known * good.stability.ln() + (1.0 - known) * again.stability.ln()).exp(),
        difficulty: known * good.difficulty + (1.0 - known) * again.difficulty,
    }
}

/// Answers to one new item a day within those days, its first one included.
fn of_new_items(days: u32, parameters: &Parameters) -> f64 {
    let memory = parameters.begin(Rating::Good);
    let ahead = parameters.interval(memory);
    let of_one = |left| 1.0 + follow(memory, Stretch { passed: 0, ahead }, left, parameters).answers;
    (1..=days).map(of_one).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::schedule::{USUAL_WEIGHTS, rated};

    fn learnt(at: Millis) -> Card {
        let (parameters, calendar) = (Parameters::default(), Calendar::default());
        rated(&Card::default(), Rating::Good, at, &parameters, &calendar)
    }

    #[test]
    fn more_retention_is_more_work() {
        let cards = [learnt(Millis(0)); 100];
        let by_retention = [0.7, 0.8, 0.9, 0.95].map(|retention| {
            let parameters = Parameters::new(USUAL_WEIGHTS, retention);
            workload(&cards, 5, 90, Millis(86_400_000), &parameters, &Calendar::default())
        });
        for pair in by_retention.windows(2) {
            assert!(pair[0].answers_a_day < pair[1].answers_a_day, "{by_retention:?}");
            assert!(pair[0].known < pair[1].known, "{by_retention:?}");
        }
        let usual = by_retention[2];
        assert!((0.9..0.97).contains(&usual.known), "{usual:?}");
    }

    #[test]
    fn nothing_met_and_nothing_new_is_no_work() {
        let none = |days| workload(&[], 0, days, Millis(0), &Parameters::default(), &Calendar::default());
        assert_eq!(none(0), Workload::default());
        assert_eq!(none(30), Workload::default());
    }

    #[test]
    fn what_is_overdue_is_answered_on_the_first_day() {
        let day = |days: i64| Millis(days * 86_400_000);
        let of = |now| {
            workload(
                &[learnt(day(0))],
                0,
                1,
                now,
                &Parameters::default(),
                &Calendar::default(),
            )
        };
        assert_eq!(of(day(1)).answers_a_day, 0.0);
        assert!(of(day(2)).answers_a_day > 1.0);
        assert!(of(day(200)).answers_a_day > of(day(2)).answers_a_day);
    }
}
