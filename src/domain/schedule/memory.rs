//! What the scheduler holds of a memory, and how an answer changes it: FSRS-6.
//!
//! The formulas are those of [FSRS-6](https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm), in double
//! precision as `ts-fsrs` and PyPI's `fsrs` have them. Why not the crate `fsrs`: `docs/adr/0023-fsrs-in-double-precision.md`.

/// How well an item was remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rating {
    /// Forgotten.
    Again,
    /// Remembered with much effort. Not a kind of forgetting.
    Hard,
    /// Remembered.
    Good,
    /// Remembered without effort.
    Easy,
}

impl Rating {
    /// All four, in their order.
    pub const ALL: [Self; 4] = [Self::Again, Self::Hard, Self::Good, Self::Easy];

    /// 1 to 4, as the formulas and other programs count.
    #[must_use]
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The rating of a number from 1 to 4.
    #[must_use]
    pub fn of_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|rating| rating.number() == number)
    }

    /// As a factor or an exponent in the formulas.
    fn grade(self) -> f64 {
        f64::from(self.number())
    }
}

/// A memory of one item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// Days until an answer is right with a probability of 0.9; 0.001 to 36,500.
    pub stability: f64,
    /// 1 (easy) to 10 (hard).
    pub difficulty: f64,
}

/// What the scheduler is set to.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters {
    /// The model's 21 weights, within [`RANGES`].
    weights: [f64; WEIGHTS],
    /// The probability of a right answer at which an item is due, 0.7 to 0.99.
    desired_retention: f64,
    /// Days to the due day for each day of stability.
    days_of_stability: f64,
    /// The steepness of the forgetting curve, at which retrievability after a day of each day of stability is 0.9.
    curve: f64,
    /// The difficulty of an item that begins easy.
    easy: f64,
}

/// How many weights FSRS-6 has.
pub const WEIGHTS: usize = 21;

/// The weights of FSRS-6 for a learner of whom nothing is known, fitted by its authors to the logs of many.
pub const USUAL_WEIGHTS: [f64; WEIGHTS] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
    1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/// The least and the greatest value of each weight, as the references have them; the first four begin where `ts-fsrs` does.
pub const RANGES: [(f64, f64); WEIGHTS] = [
    (0.1, 100.0),
    (0.1, 100.0),
    (0.1, 100.0),
    (0.1, 100.0),
    (1.0, 10.0),
    (0.001, 4.0),
    (0.001, 4.0),
    (0.001, 0.75),
    (0.0, 4.5),
    (0.0, 0.8),
    (0.001, 3.5),
    (0.001, 5.0),
    (0.001, 0.25),
    (0.001, 0.9),
    (0.0, 4.0),
    (0.0, 1.0),
    (1.0, 6.0),
    (0.0, 2.0),
    (0.0, 2.0),
    (0.01, 0.8),
    (0.1, 0.8),
];

/// The least and the greatest desired retention.
pub const RETENTIONS: (f64, f64) = (0.7, 0.99);

/// Days of the longest interval.
const LONGEST: f64 = 36_500.0;
/// Days of the least stability.
const LEAST_STABILITY: f64 = 0.001;
/// The retention by which stability is defined.
const STABLE: f64 = 0.9;

impl Default for Parameters {
    fn default() -> Self {
        Self::new(USUAL_WEIGHTS, STABLE)
    }
}

impl Parameters {
    /// Weights and desired retention, each moved into its range; what is no number becomes the usual one.
    #[must_use]
    pub fn new(weights: [f64; WEIGHTS], desired_retention: f64) -> Self {
        let within = |value: f64, usual: f64, (least, greatest): (f64, f64)| match value.is_nan() {
            true => usual,
            false => value.clamp(least, greatest),
        };
        let mut parameters = Self {
            weights: std::array::from_fn(|at| within(weights[at], USUAL_WEIGHTS[at], RANGES[at])),
            desired_retention: within(desired_retention, STABLE, RETENTIONS),
            days_of_stability: 1.0,
            curve: 1.0,
            easy: 1.0,
        };
        parameters.curve = STABLE.powf(-1.0 / parameters.weights[20]) - 1.0;
        parameters.easy = parameters.first_difficulty(Rating::Easy);
        parameters.days_of_stability = parameters.days_until(parameters.desired_retention);
        parameters
    }

    /// The weights.
    #[must_use]
    pub fn weights(&self) -> &[f64; WEIGHTS] {
        &self.weights
    }

    /// The probability of a right answer at which an item is due.
    #[must_use]
    pub fn desired_retention(&self) -> f64 {
        self.desired_retention
    }

    /// The probability of a right answer after so many days.
    #[must_use]
    pub fn retrievability(&self, memory: Memory, days: f64) -> f64 {
        (1.0 + self.curve * days / memory.stability).powf(-self.weights[20])
    }

    /// Whole days until the desired retention is reached: 1 to 36,500.
    #[must_use]
    pub fn interval(&self, memory: Memory) -> u32 {
        (memory.stability * self.days_of_stability).round().clamp(1.0, LONGEST) as u32
    }

    /// The memory after a first answer.
    #[must_use]
    pub fn begin(&self, rating: Rating) -> Memory {
        Memory {
            stability: self.weights[usize::from(rating.number() - 1)],
            difficulty: self.first_difficulty(rating).clamp(1.0, 10.0),
        }
    }

    /// The memory after an answer, so many days after the one before.
    #[must_use]
    pub fn answer(&self, before: Memory, days: u32, rating: Rating) -> Memory {
        let stability = match (days, rating) {
            (0, _) => self.same_day(before, rating),
            (_, Rating::Again) => self.forgotten(before, f64::from(days)),
            _ => self.remembered(before, f64::from(days), rating),
        };
        Memory {
            stability: stability.clamp(LEAST_STABILITY, LONGEST),
            difficulty: self.next_difficulty(before.difficulty, rating),
        }
    }

    /// Days for each day of stability until a retention is reached.
    fn days_until(&self, retention: f64) -> f64 {
        (retention.powf(-1.0 / self.weights[20]) - 1.0) / self.curve
    }

    fn first_difficulty(&self, rating: Rating) -> f64 {
        self.weights[4] - (self.weights[5] * (rating.grade() - 1.0)).exp() + 1.0
    }

    /// Moves by the rating, less the nearer to 10, and then a little towards the difficulty of an item that begins easy.
    fn next_difficulty(&self, before: f64, rating: Rating) -> f64 {
        let w = &self.weights;
        let moved = before - w[6] * (rating.grade() - 3.0) * (10.0 - before) / 9.0;
        (w[7] * self.easy + (1.0 - w[7]) * moved).clamp(1.0, 10.0)
    }

    fn same_day(&self, before: Memory, rating: Rating) -> f64 {
        let w = &self.weights;
        let factor = (w[17] * (rating.grade() - 3.0 + w[18])).exp() * before.stability.powf(-w[19]);
        before.stability
            * if rating == Rating::Again {
                factor
            } else {
                factor.max(1.0)
            }
    }

    fn forgotten(&self, before: Memory, days: f64) -> f64 {
        let w = &self.weights;
        let lost = 1.0 - self.retrievability(before, days);
        let after = w[11]
            * before.difficulty.powf(-w[12])
            * ((before.stability + 1.0).powf(w[13]) - 1.0)
            * (lost * w[14]).exp();
        after.min(before.stability / (w[17] * w[18]).exp())
    }

    fn remembered(&self, before: Memory, days: f64, rating: Rating) -> f64 {
        let w = &self.weights;
        let lost = 1.0 - self.retrievability(before, days);
        let by_rating = match rating {
            Rating::Hard => w[15],
            Rating::Easy => w[16],
            _ => 1.0,
        };
        let growth = w[8].exp()
            * (11.0 - before.difficulty)
            * before.stability.powf(-w[9])
            * ((lost * w[10]).exp() - 1.0)
            * by_rating;
        before.stability * (1.0 + growth)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_forgetting_curve_passes_through_nine_tenths() {
        let parameters = Parameters::default();
        for stability in [0.1, 1.0, 42.0, 30_000.0] {
            let memory = Memory {
                stability,
                difficulty: 5.0,
            };
            let at_stability = parameters.retrievability(memory, stability);
            assert!((at_stability - 0.9).abs() < 1e-12, "{at_stability}");
            assert_eq!(parameters.retrievability(memory, 0.0), 1.0);
        }
    }

    #[test]
    fn a_higher_retention_is_due_earlier() {
        let memory = Parameters::default().begin(Rating::Easy);
        let days = [0.7, 0.8, 0.9, 0.95].map(|retention| Parameters::new(USUAL_WEIGHTS, retention).interval(memory));
        assert_eq!(days, [77, 28, 8, 3]);
    }

    proptest! {
        #[test]
        fn whatever_the_parameters_a_memory_stays_in_its_range(
            weights in proptest::array::uniform21(any::<f64>()),
            retention in any::<f64>(),
            answers in proptest::collection::vec((0..1_000_u32, 0..4_usize), 1..40),
        ) {
            let parameters = Parameters::new(weights, retention);
            let mut memory = parameters.begin(Rating::ALL[answers[0].1]);
            for (days, rating) in answers {
                memory = parameters.answer(memory, days, Rating::ALL[rating]);
                prop_assert!((0.001..=36_500.0).contains(&memory.stability), "{memory:?}");
                prop_assert!((1.0..=10.0).contains(&memory.difficulty), "{memory:?}");
                prop_assert!((1..=36_500).contains(&parameters.interval(memory)));
            }
        }
    }
}
