//! The learner's days: local time, and an hour at which a new day begins.

use std::hash::Hasher;

use crate::domain::quiz::Millis;

/// Milliseconds of a day of 24 hours.
const DAY: i64 = 86_400_000;
/// Milliseconds of an hour.
const HOUR: i64 = 3_600_000;
/// Milliseconds of a minute.
const MINUTE: i64 = 60_000;
/// How far apart offsets are asked for; no zone has changed its clocks twice within it since 1970 but for trials of weeks.
const STRIDE: i64 = 7 * DAY;

/// A day of the learner, counted from 1 January 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The day so many days later.
    #[must_use]
    pub fn after(self, days: u32) -> Self {
        Self(self.0.saturating_add_unsigned(days))
    }

    /// Year, month and day, after H. Hinnant's `civil_from_days`.
    ///
    /// ```
    /// use yomikurabe::domain::schedule::Day;
    /// assert_eq!([Day(0).civil(), Day(20_454).civil(), Day(-1).civil()], [(1970, 1, 1), (2026, 1, 1), (1969, 12, 31)]);
    /// ```
    #[must_use]
    pub fn civil(self) -> (i32, i32, i32) {
        let day = self.0.saturating_add(719_468);
        let (era, of_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let march = (5 * of_year + 2) / 153;
        let month = if march < 10 { march + 3 } else { march - 9 };
        let year = year + era * 400 + i32::from(month <= 2);
        (year, month, of_year - (153 * march + 2) / 5 + 1)
    }

    /// Days from `earlier` to this one; 0 where it is not earlier.
    #[must_use]
    pub fn since(self, earlier: Self) -> u32 {
        u32::try_from(i64::from(self.0) - i64::from(earlier.0)).unwrap_or(0)
    }
}

/// How far local time is ahead of UTC, in minutes; −840 to 840.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offset(pub i16);

/// The hour of local time at which a day begins, 0 to 23.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NewDay(u8);

impl NewDay {
    /// That hour; nothing beyond 23.
    #[must_use]
    pub fn at(hour: u8) -> Option<Self> {
        (hour < 24).then_some(Self(hour))
    }
}

/// Which day a moment belongs to, for one learner.
///
/// ```
/// use yomikurabe::domain::quiz::Millis;
/// use yomikurabe::domain::schedule::{Calendar, Day, NewDay, Offset};
/// // Tokyo, where a day of learning begins at four in the morning.
/// let calendar = Calendar::new(NewDay::at(4).unwrap(), Offset(540), Vec::new());
/// let three_at_night = Millis(1_767_204_000_000); // 2026-01-01 03:00
/// assert_eq!(calendar.day(three_at_night), Day(20_453)); // still 2025-12-31
/// assert_eq!(calendar.begins(Day(20_454)), Millis(1_767_207_600_000)); // 2026-01-01 04:00
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    new_day: NewDay,
    first: Offset,
    /// When the offset changed and to what, by moment.
    changes: Vec<(Millis, Offset)>,
}

impl Calendar {
    /// The calendar of a zone: its first offset, and each change of it with its moment. Changes out of order are dropped.
    #[must_use]
    pub fn new(new_day: NewDay, first: Offset, mut changes: Vec<(Millis, Offset)>) -> Self {
        let mut last = Millis(i64::MIN);
        changes.retain(|(at, _)| {
            let later = *at > last;
            last = last.max(*at);
            later
        });
        Self {
            new_day,
            first,
            changes,
        }
    }

    /// The calendar of a zone that can only be asked what its offset is at a moment: asks once a week between two moments,
    /// and where the answer changed it looks for the moment. Outside, the offset is that of the nearer end.
    #[must_use]
    pub fn asked(new_day: NewDay, from: Millis, until: Millis, offset: &dyn Fn(Millis) -> Offset) -> Self {
        let first = offset(from);
        let (mut changes, mut at, mut known) = (Vec::new(), from, first);
        while at < until {
            let next = Millis(at.0.saturating_add(STRIDE)).min(until);
            let then = offset(next);
            if then != known {
                changes.push((change_between(at, next, offset), then));
            }
            (at, known) = (next, then);
        }
        Self::new(new_day, first, changes)
    }

    /// The day of a moment. It never goes back: where clocks are set back over the beginning of a day, that day has begun.
    #[must_use]
    pub fn day(&self, at: Millis) -> Day {
        let passed = self.changes.partition_point(|(change, _)| *change <= at);
        let day = self.day_by(at, self.offset_after(passed));
        match passed.checked_sub(1).and_then(|last| self.changes.get(last)) {
            Some((change, _)) => day.max(self.day_by(Millis(change.0 - 1), self.offset_after(passed - 1))),
            None => day,
        }
    }

    /// The first moment of a day; where the clocks pass over it, the moment at which they do.
    #[must_use]
    pub fn begins(&self, day: Day) -> Millis {
        let local = i64::from(day.0) * DAY + i64::from(self.new_day.0) * HOUR;
        let reached = |passed: usize| {
            let by_clock = local - i64::from(self.offset_after(passed).0) * MINUTE;
            let since = passed.checked_sub(1).and_then(|last| self.changes.get(last));
            Millis(since.map_or(by_clock, |(change, _)| by_clock.max(change.0)))
        };
        // The first stretch of one offset in which the clock gets there.
        (0..self.changes.len())
            .map(|passed| (reached(passed), self.changes[passed].0))
            .find(|(at, end)| at < end)
            .map_or_else(|| reached(self.changes.len()), |(at, _)| at)
    }

    /// Feeds all that days depend on into a hash.
    pub fn stamp(&self, hash: &mut dyn Hasher) {
        hash.write(&[self.new_day.0]);
        hash.write(&self.first.0.to_le_bytes());
        for (at, offset) in &self.changes {
            hash.write(&at.0.to_le_bytes());
            hash.write(&offset.0.to_le_bytes());
        }
    }

    /// The offset after that many changes.
    fn offset_after(&self, passed: usize) -> Offset {
        let last = passed.checked_sub(1).and_then(|last| self.changes.get(last));
        last.map_or(self.first, |(_, offset)| *offset)
    }

    fn day_by(&self, at: Millis, offset: Offset) -> Day {
        let local = at.0.saturating_add(i64::from(offset.0) * MINUTE) - i64::from(self.new_day.0) * HOUR;
        Day(i32::try_from(local.div_euclid(DAY)).unwrap_or(if local < 0 { i32::MIN } else { i32::MAX }))
    }
}

/// The first moment between two at which the offset is no longer that of the earlier one, to the second.
fn change_between(mut low: Millis, mut high: Millis, offset: &dyn Fn(Millis) -> Offset) -> Millis {
    let before = offset(low);
    while high.0 - low.0 > 1000 {
        let middle = Millis((low.0 + (high.0 - low.0) / 2) / 1000 * 1000);
        let middle = middle.max(Millis(low.0 + 1));
        match offset(middle) == before {
            true => low = middle,
            false => high = middle,
        }
    }
    high
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Hours and minutes since 1970-01-01 of a moment given as day of 1970, hour and minute of UTC.
    fn utc(day: i64, hour: i64, minute: i64) -> Millis {
        Millis(day * DAY + hour * HOUR + minute * MINUTE)
    }

    /// 2026-03-29 and 2026-10-25, when Central Europe changes its clocks at 01:00 UTC.
    const SPRING: i64 = 20_541;
    const AUTUMN: i64 = 20_751;

    fn berlin(hour: u8) -> Calendar {
        let changes = vec![(utc(SPRING, 1, 0), Offset(120)), (utc(AUTUMN, 1, 0), Offset(60))];
        Calendar::new(NewDay::at(hour).unwrap(), Offset(60), changes)
    }

    fn fixed(hour: u8, minutes: i16) -> Calendar {
        Calendar::new(NewDay::at(hour).unwrap(), Offset(minutes), Vec::new())
    }

    /// The day begins at that moment and not a millisecond earlier.
    #[track_caller]
    fn check(calendar: &Calendar, day: i64, begins: Millis) {
        let day = Day(day as i32);
        assert_eq!(calendar.begins(day), begins, "{day:?} begins");
        assert_eq!(calendar.day(begins), day, "the first moment of {day:?}");
        assert_eq!(
            calendar.day(Millis(begins.0 - 1)),
            Day(day.0 - 1),
            "just before {day:?}"
        );
    }

    #[test]
    fn days_begin_at_the_chosen_hour() {
        for (calendar, begins) in [
            (fixed(0, 0), utc(20_454, 0, 0)),
            (fixed(4, 540), utc(20_453, 19, 0)),   // Tokyo
            (fixed(4, 330), utc(20_453, 22, 30)),  // Kolkata
            (fixed(0, 345), utc(20_453, 18, 15)),  // Kathmandu
            (fixed(4, -210), utc(20_454, 7, 30)),  // St John's
            (fixed(0, 840), utc(20_453, 10, 0)),   // UTC+14
            (fixed(23, -840), utc(20_454, 37, 0)), // UTC−14
        ] {
            check(&calendar, 20_454, begins);
        }
    }

    #[test]
    fn days_of_23_and_25_hours() {
        for (day, begins) in [
            (SPRING, utc(SPRING - 1, 23, 0)),
            (SPRING + 1, utc(SPRING, 22, 0)),
            (AUTUMN, utc(AUTUMN - 1, 22, 0)),
            (AUTUMN + 1, utc(AUTUMN, 23, 0)),
        ] {
            check(&berlin(0), day, begins);
        }
        check(&berlin(4), SPRING, utc(SPRING, 2, 0));
        check(&berlin(4), AUTUMN, utc(AUTUMN, 3, 0));
    }

    #[test]
    fn an_hour_that_the_clocks_pass_over_or_show_twice() {
        check(&berlin(2), SPRING, utc(SPRING, 1, 0));
        check(&berlin(2), AUTUMN, utc(AUTUMN, 0, 0));
        assert_eq!(berlin(2).day(utc(AUTUMN, 1, 30)), Day(AUTUMN as i32));
        // New York, 2026-03-08 and 2026-11-01: changes at 07:00 and 06:00 UTC.
        let (spring, autumn) = (20_520, 20_758);
        let changes = vec![(utc(spring, 7, 0), Offset(-240)), (utc(autumn, 6, 0), Offset(-300))];
        let new_york = |hour| Calendar::new(NewDay::at(hour).unwrap(), Offset(-300), changes.clone());
        check(&new_york(2), spring, utc(spring, 7, 0));
        check(&new_york(1), autumn, utc(autumn, 5, 0));
        check(&new_york(2), autumn, utc(autumn, 7, 0));
    }

    #[test]
    fn clocks_set_back_over_midnight_do_not_bring_a_day_back() {
        // St John's until 2011: at 00:01 local time back to 23:01 of the day before.
        let change = utc(14_000, 2, 31);
        let calendar = Calendar::new(NewDay::default(), Offset(-150), vec![(change, Offset(-210))]);
        check(&calendar, 14_000, utc(14_000, 2, 30));
        assert_eq!(calendar.day(change), Day(14_000));
        check(&calendar, 14_001, utc(14_001, 3, 30));
    }

    #[test]
    fn a_day_that_a_zone_leaves_out() {
        // Samoa went from UTC−10 to UTC+14 at the end of 2011-12-29.
        let change = utc(15_338, 10, 0);
        let calendar = Calendar::new(NewDay::default(), Offset(-600), vec![(change, Offset(840))]);
        assert_eq!(calendar.day(Millis(change.0 - 1)), Day(15_337));
        assert_eq!(calendar.day(change), Day(15_339));
        assert_eq!(calendar.begins(Day(15_338)), change);
        assert_eq!(calendar.begins(Day(15_339)), change);
    }

    #[test]
    fn finds_changes_by_asking() {
        let table = berlin(4);
        let ask = |at: Millis| {
            let passed = table.changes.partition_point(|(change, _)| *change <= at);
            table.offset_after(passed)
        };
        let asked = Calendar::asked(NewDay::at(4).unwrap(), utc(20_000, 3, 7), utc(21_000, 0, 0), &ask);
        assert_eq!(asked, table);
    }

    proptest! {
        #[test]
        fn days_never_go_back(
            hour in 0..24_u8,
            first in -840..=840_i16,
            changes in proptest::collection::vec((5_i64..400, 0..1440_i64, -840..=840_i16), 0..6),
            mut at in proptest::collection::vec(0..500 * DAY, 2..40),
        ) {
            let mut day = 0;
            let changes = changes.into_iter().map(|(gap, minute, offset)| {
                day += gap;
                (utc(day, 0, minute), Offset(offset))
            });
            let calendar = Calendar::new(NewDay::at(hour).unwrap(), Offset(first), changes.collect());
            at.sort_unstable();
            let days: Vec<Day> = at.iter().map(|at| calendar.day(Millis(*at))).collect();
            prop_assert!(days.is_sorted());
            for (at, day) in at.into_iter().zip(days) {
                prop_assert!(calendar.begins(day).0 <= at);
                prop_assert!(calendar.begins(day.after(1)).0 > at);
            }
        }
    }
}
