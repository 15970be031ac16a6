//! Dates as documents give them: a day, a month, a year or a century.

use std::fmt;
use std::str::FromStr;

use crate::domain::lang::Lang;

/// A date of which only the first parts may be known. Orders by its first day, the vaguer date first.
///
/// Written as `2026-01-06`, `2026-01`, `2026` or, for a century, `18XX` (the years 1800 to 1899), after the Extended
/// Date/Time Format of ISO 8601-2.
///
/// ```
/// use yomikurabe::domain::date::PartialDate;
/// let day: PartialDate = "2026-01-06".parse().unwrap();
/// let month: PartialDate = "2026-01".parse().unwrap();
/// assert!(month < day);
/// assert_eq!(day.to_string(), "2026-01-06");
/// assert!("2026-13".parse::<PartialDate>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    century: u8,
    year: Option<u8>,
    month: Option<u8>,
    day: Option<u8>,
}

/// A number of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days(pub u32);

/// The text is not a date of the forms that [`PartialDate`] reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date of the form 2026-01-06, 2026-01, 2026 or 18XX")
    }
}

impl PartialDate {
    /// The year, where it is known.
    #[must_use]
    pub fn year(self) -> Option<u16> {
        self.year.map(|year| u16::from(self.century) * 100 + u16::from(year))
    }

    /// The month, 1 to 12, where it is known.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day, 1 to 31, where it is known.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// The first year of the century (1800 for `18XX`).
    #[must_use]
    pub fn century(self) -> u16 {
        u16::from(self.century) * 100
    }

    /// Whether this date may lie within `from..=until` (either end open); a month touches every day in it.
    #[must_use]
    pub fn touches(self, from: Option<Self>, until: Option<Self>) -> bool {
        let after = from.is_none_or(|from| self >= from || from.within(self));
        let before = until.is_none_or(|until| self <= until || self.within(until));
        after && before
    }

    /// The year it lies in, or the century where no more is known.
    #[must_use]
    pub fn to_year(self) -> Self {
        Self {
            month: None,
            day: None,
            ..self
        }
    }

    /// The month it lies in, or what is known of it.
    #[must_use]
    pub fn to_month(self) -> Self {
        Self { day: None, ..self }
    }

    /// The earliest day it may mean, counted from 1 January 1970.
    #[must_use]
    pub fn first_day(self) -> i32 {
        let year = self.year().unwrap_or_else(|| self.century());
        day_number(year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The latest day it may mean, counted from 1 January 1970.
    #[must_use]
    pub fn last_day(self) -> i32 {
        let year = self.year().unwrap_or_else(|| self.century() + 99);
        let month = self.month.unwrap_or(12);
        day_number(year, month, self.day.unwrap_or_else(|| days_in(year, month)))
    }

    /// The date in words: 2026年1月6日 or 6 January 2026, 2026年1月, 2026年, 19世紀.
    #[must_use]
    pub fn written(self, lang: Lang) -> String {
        match (self.year(), lang) {
            (None, Lang::Ja) => (self.century() / 100 + 1).to_string() + "世紀",
            (None, Lang::En) => ordinal(self.century() / 100 + 1) + " century",
            (Some(year), Lang::Ja) => self.written_ja(year),
            (Some(year), Lang::En) => self.written_en(year),
        }
    }

    fn written_ja(self, year: u16) -> String {
        let mut out = year.to_string() + "年";
        for (part, unit) in [(self.month, "月"), (self.day, "日")] {
            if let Some(number) = part {
                out += &number.to_string();
                out += unit;
            }
        }
        out
    }

    fn written_en(self, year: u16) -> String {
        let mut out = String::new();
        if let Some(day) = self.day {
            out += &day.to_string();
            out.push(' ');
        }
        if let Some(month) = self.month {
            out += MONTHS[usize::from(month) - 1];
            out.push(' ');
        }
        out + &year.to_string()
    }

    /// Whether this date lies within the vaguer date `other`.
    fn within(self, other: Self) -> bool {
        let same = |mine: Option<u8>, theirs: Option<u8>| theirs.is_none() || mine == theirs;
        self.century == other.century
            && same(self.year, other.year)
            && same(self.month, other.month)
            && same(self.day, other.day)
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let number = |part: &str| match part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()) {
            true => part.parse::<u8>().map_err(|_| NotADate),
            false => Err(NotADate),
        };
        if !text.is_ascii() || text.len() < 4 {
            return Err(NotADate);
        }
        let century = number(&text[..2])?;
        if &text[2..] == "XX" {
            return Ok(Self {
                century,
                year: None,
                month: None,
                day: None,
            });
        }
        let year = number(&text[2..4])?;
        let mut rest = text[4..].split('-');
        if rest.next() != Some("") {
            return Err(NotADate);
        }
        let month = rest.next().map(number).transpose()?;
        let day = rest.next().map(number).transpose()?;
        let full_year = u16::from(century) * 100 + u16::from(year);
        let fits = month.is_none_or(|month| (1..=12).contains(&month))
            && day.is_none_or(|day| (1..=days_in(full_year, month.unwrap_or(1))).contains(&day));
        match rest.next().is_none() && fits {
            true => Ok(Self {
                century,
                year: Some(year),
                month,
                day,
            }),
            false => Err(NotADate),
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// 19 as `19th`.
fn ordinal(number: u16) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    number.to_string() + ending
}

/// Days from 1 January 1970 to a day of the Gregorian calendar, by Howard Hinnant's `days_from_civil`, which counts
/// in eras of 400 years that begin in March, so that the leap day is the last day of a year.
fn day_number(year: u16, month: u8, day: u8) -> i32 {
    let (month, day) = (i32::from(month), i32::from(day));
    let year = i32::from(year) - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Days in a month of the Gregorian calendar.
fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            None => write!(f, "{:02}XX", self.century),
            Some(year) => {
                write!(f, "{:02}{year:02}", self.century)?;
                [self.month, self.day]
                    .into_iter()
                    .flatten()
                    .try_for_each(|part| write!(f, "-{part:02}"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().expect("a date")
    }

    #[test]
    fn reads_what_it_writes() {
        for text in ["2026", "2026-01", "2026-02-05", "18XX", "2024-02-29", "0044-03-15"] {
            assert_eq!(date(text).to_string(), text);
        }
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in [
            "",
            "26",
            "2026-",
            "2026-00",
            "2026-02-30",
            "2025-02-29",
            "2026-01-06-1",
            "二千年",
            "2026/01",
            "+026",
        ] {
            assert_eq!(text.parse::<PartialDate>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn a_month_touches_its_days() {
        let (from, until) = (Some(date("2026-01-10")), Some(date("2026-01-20")));
        assert!(date("2026-01").touches(from, until));
        assert!(date("2026-01-10").touches(from, until));
        assert!(date("2026").touches(from, until));
        assert!(!date("2026-01-21").touches(from, until));
        assert!(!date("2026-02").touches(from, until));
        assert!(!date("2025").touches(from, until));
        assert!(date("2026-01-31").touches(None, Some(date("2026-01"))));
    }

    #[test]
    fn writes_dates_in_both_languages() {
        for (text, ja, en) in [
            ("2026-01-06", "2026年1月6日", "6 January 2026"),
            ("2026-01", "2026年1月", "January 2026"),
            ("2026", "2026年", "2026"),
            ("18XX", "19世紀", "19th century"),
            ("20XX", "21世紀", "21st century"),
            ("10XX", "11世紀", "11th century"),
        ] {
            assert_eq!(date(text).written(Lang::Ja), ja);
            assert_eq!(date(text).written(Lang::En), en);
        }
    }

    #[test]
    fn counts_days() {
        for (text, first, last) in [
            ("1970-01-01", 0, 0),
            ("1969-12-31", -1, -1),
            ("2000-02-29", 11_016, 11_016),
            ("2026-01", 20_454, 20_484),
            ("2024", 19_723, 20_088),
            ("18XX", -62_091, -25_568),
            ("0000-03-01", -719_468, -719_468),
        ] {
            let days = (date(text).first_day(), date(text).last_day());
            assert_eq!(days, (first, last), "{text}");
        }
    }
}
