//! The state of one item, and all four ways in which an answer can change it.

use super::calendar::{Calendar, Day};
use super::memory::{Memory, Parameters, Rating};
use crate::domain::quiz::Millis;

/// Until an item comes again on the same day after it was not known: ten minutes.
const STEP: Millis = Millis(600_000);
/// … after it was hardly known: a quarter of an hour.
const LONG_STEP: Millis = Millis(900_000);

/// The state of an item, derived from its answers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Card {
    /// Where it is in being learnt.
    pub phase: Phase,
    /// When it is due; nothing before the first answer.
    pub due: Option<Due>,
    /// What is held of the memory; nothing before the first answer.
    pub memory: Option<Memory>,
    /// How often it was answered.
    pub reps: u32,
    /// How often it was forgotten after it had been learnt.
    pub lapses: u32,
    /// When it was last answered.
    pub last_review: Option<Millis>,
}

/// Where an item is in being learnt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Never answered.
    #[default]
    New,
    /// Met, and due again the same day.
    Learning,
    /// Known, and due on a later day.
    Review,
    /// Forgotten after it had been known, and due again the same day.
    Relearning,
}

/// When an item is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// At a moment of the same sitting.
    At(Millis),
    /// From the beginning of a day.
    On(Day),
}

impl Due {
    /// The moment from which the item is due.
    #[must_use]
    pub fn begins(self, calendar: &Calendar) -> Millis {
        match self {
            Self::At(at) => at,
            Self::On(day) => calendar.begins(day),
        }
    }

    /// The day on which the item is due.
    #[must_use]
    pub fn day(self, calendar: &Calendar) -> Day {
        match self {
            Self::At(at) => calendar.day(at),
            Self::On(day) => day,
        }
    }

    /// Whether it is due at this moment.
    #[must_use]
    pub fn is_reached(self, now: Millis, calendar: &Calendar) -> bool {
        match self {
            Self::At(at) => at <= now,
            Self::On(day) => day <= calendar.day(now),
        }
    }
}

/// What an item becomes by one rating.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// The rating.
    pub rating: Rating,
    /// The state after it.
    pub card: Card,
    /// When it is due then.
    pub due: Due,
}

/// What an item becomes by each rating, in the order of [`Rating::ALL`]: the four buttons' labels and the change come from
/// here. Of an item that was known, Hard, Good and Easy are due on different days, one after the other.
///
/// ```
/// use yomikurabe::domain::quiz::Millis;
/// use yomikurabe::domain::schedule::{Calendar, Card, Day, Due, Parameters, next};
/// let (calendar, parameters) = (Calendar::default(), Parameters::default());
/// let noon = Millis(43_200_000); // of the day 0, in UTC
/// let dues = next(&Card::default(), noon, &parameters, &calendar).map(|outcome| outcome.due);
/// let minutes = |number: i64| Due::At(Millis(noon.0 + number * 60_000));
/// assert_eq!(dues, [minutes(10), minutes(15), Due::On(Day(2)), Due::On(Day(8))]);
/// ```
#[must_use]
pub fn next(card: &Card, now: Millis, parameters: &Parameters, calendar: &Calendar) -> [Outcome; 4] {
    let today = calendar.day(now);
    let memories = Rating::ALL.map(|rating| memory_after(card, today, rating, parameters, calendar));
    let days = intervals(card.phase, memories.map(|memory| parameters.interval(memory)));
    Rating::ALL.map(|rating| {
        let at = usize::from(rating.number() - 1);
        let (phase, due) = next_phase(card.phase, rating, now, today.after(days[at]));
        let card = Card {
            due: Some(due),
            ..moved(card, phase, memories[at], now)
        };
        Outcome { rating, card, due }
    })
}

/// What an item becomes by one rating: the same as by [`next`], with half the work.
#[must_use]
pub fn rated(card: &Card, rating: Rating, now: Millis, parameters: &Parameters, calendar: &Calendar) -> Card {
    let today = calendar.day(now);
    let memory = |rating| memory_after(card, today, rating, parameters, calendar);
    let own = memory(rating);
    // Days rise from Hard to Easy: those of a rating depend on the ones before it, and Hard's on Good's.
    let interval = |one: Rating| match one {
        _ if one == rating => parameters.interval(own),
        Rating::Again | Rating::Easy => 0,
        Rating::Hard | Rating::Good => parameters.interval(memory(one)),
    };
    let days = match (card.phase, rating) {
        (Phase::Review, Rating::Hard | Rating::Good | Rating::Easy) => {
            intervals(card.phase, Rating::ALL.map(interval))[usize::from(rating.number() - 1)]
        }
        _ => parameters.interval(own),
    };
    let (phase, due) = next_phase(card.phase, rating, now, today.after(days));
    Card {
        due: Some(due),
        ..moved(card, phase, own, now)
    }
}

/// The same but for the due day, which only the last answer to an item decides: a third of the work in a replay.
#[must_use]
pub fn passed(card: &Card, rating: Rating, now: Millis, parameters: &Parameters, calendar: &Calendar) -> Card {
    let memory = memory_after(card, calendar.day(now), rating, parameters, calendar);
    let (phase, _) = next_phase(card.phase, rating, now, Day::default());
    moved(card, phase, memory, now)
}

/// A card after an answer, not yet due.
fn moved(card: &Card, phase: Phase, memory: Memory, now: Millis) -> Card {
    let lapsed = (card.phase, phase) == (Phase::Review, Phase::Relearning);
    Card {
        phase,
        due: None,
        memory: Some(memory),
        reps: card.reps.saturating_add(1),
        lapses: card.lapses.saturating_add(u32::from(lapsed)),
        last_review: Some(now),
    }
}

fn memory_after(card: &Card, today: Day, rating: Rating, parameters: &Parameters, calendar: &Calendar) -> Memory {
    match (card.memory, card.last_review) {
        (Some(memory), Some(last)) => parameters.answer(memory, today.since(calendar.day(last)), rating),
        _ => parameters.begin(rating),
    }
}

/// Days for each rating. In review they rise from Hard to Easy, as in `ts-fsrs`; the model's own may be equal when short.
fn intervals(phase: Phase, [again, hard, good, easy]: [u32; 4]) -> [u32; 4] {
    if phase != Phase::Review {
        return [again, hard, good, easy];
    }
    let hard = hard.min(good);
    let good = good.max(hard + 1);
    [again, hard, good, easy.max(good + 1)]
}

/// Again comes back in ten minutes, and so does Hard, in fifteen, while an item is being learnt.
fn next_phase(phase: Phase, rating: Rating, now: Millis, day: Day) -> (Phase, Due) {
    let learning = match phase {
        Phase::New | Phase::Learning => Phase::Learning,
        Phase::Review | Phase::Relearning => Phase::Relearning,
    };
    match (phase, rating) {
        (_, Rating::Again) => (learning, Due::At(Millis(now.0 + STEP.0))),
        (Phase::Review, Rating::Hard) => (Phase::Review, Due::On(day)),
        (_, Rating::Hard) => (learning, Due::At(Millis(now.0 + LONG_STEP.0))),
        (_, Rating::Good | Rating::Easy) => (Phase::Review, Due::On(day)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn one_rating_is_that_of_all_four(answers in proptest::collection::vec((0..400_i64, 0..4_usize), 1..12)) {
            let (parameters, calendar) = (Parameters::default(), Calendar::default());
            let (mut card, mut now) = (Card::default(), Millis(0));
            for (hours, rating) in answers {
                now = Millis(now.0 + hours * 3_600_000);
                let outcomes = next(&card, now, &parameters, &calendar);
                let one = Rating::ALL.map(|rating| rated(&card, rating, now, &parameters, &calendar));
                prop_assert_eq!(one, outcomes.map(|outcome| outcome.card));
                card = one[rating];
            }
        }
    }
}
