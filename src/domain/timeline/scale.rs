//! A scale of time for a drawing, broken into spans: what lies close together gets more room than what lies far apart.
//!
//! Documents of today recall a century in a word and tell a week day by day; on one even scale the week would be a hair.
//! So the time is cut where a gap between two dates is longer than all that follows it, at most into [`SPANS`] spans, of
//! which each has an even scale of its own.

use crate::domain::date::PartialDate;

/// At most so many spans; with more of them nobody sees any longer what is even.
pub const SPANS: usize = 4;
/// The whole length of a scale.
pub const LENGTH: i32 = 10_000;
/// What a span has for itself, besides one for each date in it.
const FLOOR: usize = 10;

/// A scale from left to right, or from the top down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// Ascending, each from where the one before ends.
    pub spans: Vec<Span>,
}

/// A stretch of time on an even scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first day, counted from 1 January 1970.
    pub from: i32,
    /// The day after its last.
    pub until: i32,
    /// Where it begins, in parts of [`LENGTH`].
    pub at: i32,
    /// Its room, in parts of [`LENGTH`].
    pub room: i32,
    /// What is written along it, ascending; the first where it begins.
    pub ticks: Vec<Tick>,
}

/// A date written along a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// A year, month or day.
    pub date: PartialDate,
    /// Where, in parts of [`LENGTH`].
    pub at: i32,
}

/// Where something lies on a scale, in parts of [`LENGTH`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Extent {
    /// Where it begins.
    pub from: i32,
    /// Where it ends.
    pub until: i32,
    /// How sharply it is dated.
    pub precision: Precision,
    /// Whether it may reach beyond the end of the scale.
    pub is_open: bool,
}

/// How sharply something is dated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
    /// To the century.
    Century,
    /// It lasted, from one date to another.
    Lasting,
}

impl Scale {
    /// A scale on which these have room; each date as often as something is drawn there. Empty where there are none.
    #[must_use]
    pub fn of(dates: &[PartialDate]) -> Self {
        let mut dates = dates.to_vec();
        dates.sort_unstable();
        let mut starts = cuts(&dates);
        starts.insert(0, 0);
        let total: usize = dates.len() + FLOOR * starts.len();
        let (mut spans, mut at) = (Vec::new(), 0);
        for (n, start) in starts.iter().enumerate().take_while(|_| !dates.is_empty()) {
            let end = starts.get(n + 1).copied().unwrap_or(dates.len());
            let until = dates.get(end).map_or_else(|| last(&dates), |date| begin(*date));
            let room = share(end - start + FLOOR, total);
            let mut span = Span {
                from: begin(dates[*start]),
                until,
                at,
                room,
                ticks: Vec::new(),
            };
            span.ticks = ticks(&span, dates[*start]);
            spans.push(span);
            at += room;
        }
        Self { spans }
    }

    /// Where a day begins; what lies outside is at an end.
    #[must_use]
    pub fn place(&self, day: i32) -> i32 {
        let span = self.spans.iter().find(|span| day < span.until).or(self.spans.last());
        span.map_or(0, |span| span.place(day))
    }

    /// Where something lies that happened at `date`, or lasted from then `until`.
    #[must_use]
    pub fn extent(&self, date: PartialDate, until: Option<PartialDate>) -> Extent {
        let precision = match (until, date.year(), date.month(), date.day()) {
            (Some(_), ..) => Precision::Lasting,
            (None, None, ..) => Precision::Century,
            (None, _, None, _) => Precision::Year,
            (None, _, _, None) => Precision::Month,
            (None, _, _, Some(_)) => Precision::Day,
        };
        let end = until.unwrap_or(date).last_day() + 1;
        Extent {
            from: self.place(date.first_day()),
            until: self.place(end),
            precision,
            is_open: self.spans.last().is_some_and(|span| end > span.until),
        }
    }
}

impl Span {
    fn place(&self, day: i32) -> i32 {
        let day = day.clamp(self.from, self.until);
        self.at + self.room * (day - self.from) / (self.until - self.from)
    }

    /// How many days it has.
    #[must_use]
    pub fn days(&self) -> i32 {
        self.until - self.from
    }
}

/// So many parts of [`LENGTH`].
fn share(part: usize, total: usize) -> i32 {
    LENGTH * part as i32 / total as i32
}

/// Where a span begins that has this date first: with its month, or with what is known.
fn begin(date: PartialDate) -> i32 {
    date.to_month().first_day()
}

/// The day after the last month in which something lies; a year reaches beyond it, but one that begins later still.
fn last(dates: &[PartialDate]) -> i32 {
    let months = dates.iter().filter(|date| date.month().is_some());
    let month = months.map(|date| date.to_month().last_day()).max().unwrap_or(i32::MIN);
    let later = dates.iter().filter(|date| date.first_day() > month);
    later.map(|date| date.last_day()).max().unwrap_or(month) + 1
}

/// Before which of the sorted dates the scale is cut: gaps that are longer than all that follows, the newest ones.
fn cuts(dates: &[PartialDate]) -> Vec<usize> {
    let (mut cuts, mut from) = (Vec::new(), 0);
    while let Some(gap) = longest_gap(&dates[from..]) {
        from += gap;
        cuts.push(from);
    }
    cuts.split_off(cuts.len().saturating_sub(SPANS - 1))
}

/// The index behind the longest gap, if that is at least as long as everything else together.
fn longest_gap(dates: &[PartialDate]) -> Option<usize> {
    let day = |at: usize| dates[at].first_day();
    let at = (1..dates.len()).max_by_key(|at| day(*at) - day(at - 1))?;
    let whole = day(dates.len() - 1) - day(0);
    (whole > 60 && 2 * (day(at) - day(at - 1)) >= whole).then_some(at)
}

/// Years for a span of some years, months for one of some months, else every tenth day.
fn ticks(span: &Span, first: PartialDate) -> Vec<Tick> {
    let year = first.year().unwrap_or(first.century());
    let month = first.month().unwrap_or(1);
    let step = match span.days() {
        0..=100 => Step::TenDays,
        101..=1100 => Step::Months(1 + (span.days() / 186) as u16),
        days => Step::Years(round_years((days * 2 / 5 + 364) / 365)),
    };
    let mut ticks = Vec::new();
    let mut date = written(year, Some(month), None);
    if let Step::Years(_) = step {
        date = written(year, None, None);
    }
    while let Some(tick) = date.filter(|date| date.first_day() < span.until) {
        ticks.push(Tick {
            date: tick,
            at: span.place(tick.first_day()),
        });
        date = step.after(tick);
    }
    ticks
}

/// From one tick to the next.
enum Step {
    Years(u16),
    Months(u16),
    TenDays,
}

impl Step {
    fn after(&self, date: PartialDate) -> Option<PartialDate> {
        let year = date.year()?;
        let month = u16::from(date.month().unwrap_or(1));
        let months_later = |n: u16| {
            let months = year * 12 + month - 1 + n;
            written(months / 12, u8::try_from(months % 12 + 1).ok(), None)
        };
        match (self, date.day()) {
            (Self::Years(step), _) => written(year - year % step + step, None, None),
            (Self::Months(step), _) => months_later(*step - (month - 1) % step),
            (Self::TenDays, None) => written(year, date.month(), Some(11)),
            (Self::TenDays, Some(11)) => written(year, date.month(), Some(21)),
            (Self::TenDays, Some(_)) => months_later(1),
        }
    }
}

/// At least so many years, as a round number.
fn round_years(years: i32) -> u16 {
    let round = [1, 2, 5, 10, 20, 50, 100, 200, 500];
    round.into_iter().find(|n| i32::from(*n) >= years).unwrap_or(1000)
}

fn written(year: u16, month: Option<u8>, day: Option<u8>) -> Option<PartialDate> {
    let part = |number: Option<u8>| number.map_or_else(String::new, |number| format!("-{number:02}"));
    format!("{year:04}{}{}", part(month), part(day)).parse().ok()
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().expect("a date")
    }

    fn scale(dates: &str) -> Scale {
        Scale::of(&dates.split_whitespace().map(date).collect::<Vec<_>>())
    }

    #[track_caller]
    fn check(dates: &str, expected: Expect) {
        let mut drawn = String::new();
        for span in scale(dates).spans {
            let ticks: Vec<String> = span.ticks.iter().map(|t| format!("{}@{}", t.date, t.at)).collect();
            drawn += &format!("{} +{} {} days: {}\n", span.at, span.room, span.days(), ticks.join(" "));
        }
        expected.assert_eq(&drawn);
    }

    const NEWS: &str = "18XX 1939 1989 1990-01-03 2020 2024-11 2024-11-17 2025 2025-01-20 2025-03-02 2025-04-30
        2026 2026-01 2026-01-05 2026-01-06 2026-01-06 2026-01-06 2026-01-07 2026-01-23 2026-02 2026-02-04";

    #[test]
    fn breaks_where_a_gap_outweighs_what_follows() {
        check(
            NEWS,
            expect![[r#"
            0 +2295 80353 days: 1800@0 1900@1043 2000@2086
            2295 +1803 1766 days: 2020@2295 2022@3041 2024@3786
            4098 +2622 426 days: 2024-11@4098 2025-01@4473 2025-04@5027 2025-07@5587 2025-10@6153
            6720 +3278 59 days: 2026-01@6720 2026-01-11@7275 2026-01-21@7831 2026-02@8442 2026-02-11@8997 2026-02-21@9553
        "#]],
        );
    }

    #[test]
    fn needs_no_break_where_the_dates_are_even() {
        check(
            "2020 2021 2022 2023 2024",
            expect![[r#"
            0 +10000 1827 days: 2020@0 2022@4001 2024@7996
        "#]],
        );
        check(
            "2026-01-06",
            expect![[r#"
            0 +10000 31 days: 2026-01@0 2026-01-11@3225 2026-01-21@6451
        "#]],
        );
        check(
            "19XX",
            expect![[r#"
            0 +10000 36524 days: 1900@0 1950@5000
        "#]],
        );
        check("", expect![[""]]);
    }

    #[test]
    fn what_comes_later_never_stands_before() {
        let scale = scale(NEWS);
        let mut before = 0;
        for day in date("17XX").first_day()..date("2030").last_day() {
            let at = scale.place(day);
            assert!((before..=LENGTH).contains(&at), "day {day} at {at}");
            before = at;
        }
    }

    #[test]
    fn what_outlasts_the_scale_is_open() {
        let scale = scale(NEWS);
        for (text, is_open) in [
            ("2026", true),
            ("20XX", true),
            ("2026-02", false),
            ("2025", false),
            ("2026-02-04", false),
        ] {
            assert_eq!(scale.extent(date(text), None).is_open, is_open, "{text}");
        }
    }

    #[test]
    fn a_vague_date_covers_all_that_it_may_mean() {
        let scale = scale(NEWS);
        for (text, precision) in [
            ("18XX", Precision::Century),
            ("2025", Precision::Year),
            ("2026-01", Precision::Month),
            ("2026-01-06", Precision::Day),
        ] {
            let whole = scale.extent(date(text), None);
            assert_eq!(whole.precision, precision);
            assert_eq!(whole.from, scale.place(date(text).first_day()));
            assert!(whole.until > whole.from, "{text}");
        }
        let lasting = scale.extent(date("2026-01-23"), Some(date("2026-01-24")));
        assert_eq!(lasting.precision, Precision::Lasting);
    }
}
