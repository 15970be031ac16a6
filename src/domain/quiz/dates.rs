//! Dates of events: which came first, and how feedback writes them.

use crate::domain::date::PartialDate;
use crate::domain::lang::Lang;
use crate::domain::pack::Event;

/// Year, month, day.
type Day = (u16, u8, u8);

/// Whether the one is over before the other begins, whatever the unknown parts of their dates are.
#[must_use]
pub fn is_before(one: &Event, other: &Event) -> bool {
    last_day(one.until.unwrap_or(one.date)) < first_day(other.date)
}

/// Whether two events may have begun on the same day.
#[must_use]
pub fn may_coincide(one: &Event, other: &Event) -> bool {
    !is_before(one, other) && !is_before(other, one)
}

fn first_day(date: PartialDate) -> Day {
    let year = date.year().unwrap_or(date.century());
    (year, date.month().unwrap_or(1), date.day().unwrap_or(1))
}

fn last_day(date: PartialDate) -> Day {
    let year = date.year().unwrap_or(date.century() + 99);
    (year, date.month().unwrap_or(12), date.day().unwrap_or(31))
}

/// When the event was, as the page writes it: 2026年1月6日, 19世紀.
#[must_use]
pub fn written(event: &Event) -> String {
    match (&event.when, event.until) {
        (Some(when), _) => when.clone(),
        (None, None) => event.date.written(Lang::Ja),
        (None, Some(until)) => [&event.date.written(Lang::Ja), "から", &until.written(Lang::Ja)].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_vague_date_covers_all_its_days() {
        assert!(last_day(date("2025")) < first_day(date("2026-01")));
        assert!(last_day(date("2026")) >= first_day(date("2026-01-27")));
        assert!(last_day(date("18XX")) < first_day(date("1990-01-03")));
    }
}
