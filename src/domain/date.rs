//! Dates as documents give them: a day, a month, a year or a century.

use std::fmt;
use std::str::FromStr;

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
        self.year
            .map(|year| u16::from(self.century) * 100 + u16::from(year))
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
        let number = |part: &str| match part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit())
        {
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
        let year = Some(number(&text[2..4])?);
        let mut rest = text[4..].split('-');
        if rest.next() != Some("") {
            return Err(NotADate);
        }
        let month = rest.next().map(number).transpose()?;
        let day = rest.next().map(number).transpose()?;
        let full_year = u16::from(century) * 100 + u16::from(year.unwrap_or(0));
        let fits = month.is_none_or(|month| (1..=12).contains(&month))
            && day.is_none_or(|day| (1..=days_in(full_year, month.unwrap_or(1))).contains(&day));
        match rest.next().is_none() && fits {
            true => Ok(Self {
                century,
                year,
                month,
                day,
            }),
            false => Err(NotADate),
        }
    }
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
        for text in [
            "2026",
            "2026-01",
            "2026-02-05",
            "18XX",
            "2024-02-29",
            "0044-03-15",
        ] {
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
}
