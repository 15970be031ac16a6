//! What a figure's value amounts to, so that only like is put beside like, and nothing beside its equal.

/// Millionths in one.
const ONE: i64 = 1_000_000;
/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// A value that was understood: 約2割, 72時間, 4,641人, 2026年1月6日.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// What can be compared with it.
    pub magnitude: Magnitude,
    /// The size in millionths of a minute, of the whole, of one thing; of a date, its parts as a number.
    ///
    /// Whole numbers, since the standard library reads and writes others with 10 KB of tables.
    pub size: i64,
    /// What stands behind the number.
    pub unit: String,
}

/// What kind of quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Magnitude {
    /// A day of the calendar.
    Day,
    /// A month of the calendar.
    Month,
    /// A year of the calendar.
    Year,
    /// A length of time.
    Duration,
    /// A part of a whole.
    Share,
    /// A count of things of that unit.
    Count(String),
}

impl Amount {
    /// Reads a value, or nothing where it is no quantity.
    ///
    /// ```
    /// use yomikurabe::domain::quiz::{Amount, Magnitude};
    /// let of = |value| Amount::read(value).map(|amount| (amount.magnitude, amount.size));
    /// assert_eq!(of("約2割"), Some((Magnitude::Share, 200_000)));
    /// assert_eq!(of("5分の1"), Some((Magnitude::Share, 200_000)));
    /// assert_eq!(of("72時間"), Some((Magnitude::Duration, 3 * 24 * 60 * 1_000_000)));
    /// assert_eq!(of("4,641人"), Some((Magnitude::Count("人".into()), 4_641_000_000)));
    /// assert_eq!(of("F-16"), None);
    /// ```
    #[must_use]
    pub fn read(value: &str) -> Option<Self> {
        let value = value.trim_start_matches('約');
        let mut parts = Vec::new();
        let mut rest = value;
        while !rest.is_empty() {
            let (number, after) = leading_number(rest)?;
            let unit = after.split(is_digit).next().unwrap_or("");
            parts.push((number, unit));
            rest = &after[unit.len()..];
        }
        match parts.as_slice() {
            [(size, unit)] => Self::single(*size, unit),
            [(whole, "分の"), (part, "")] => {
                let share = part.checked_mul(ONE)?.checked_div(*whole)?;
                Some(Self::new(Magnitude::Share, share, "分の"))
            }
            [(month, "月"), (day, "日")] => Self::date(Magnitude::Day, &[*month, *day], "日"),
            [(year, "年"), (month, "月"), (day, "日")] => Self::date(Magnitude::Day, &[*year, *month, *day], "日"),
            [(year, "年"), (month, "月")] => Self::date(Magnitude::Month, &[*year, *month], "月"),
            _ => None,
        }
    }

    /// A date by its parts, each of which has two digits but the first.
    fn date(magnitude: Magnitude, parts: &[i64], unit: &str) -> Option<Self> {
        let mut size: i64 = 0;
        for part in parts {
            size = size.checked_mul(100)?.checked_add(part / ONE)?;
        }
        Some(Self::new(magnitude, size, unit))
    }

    fn single(size: i64, unit: &str) -> Option<Self> {
        let (magnitude, size) = match unit {
            "割" => (Magnitude::Share, size / 10),
            "%" | "％" | "パーセント" => (Magnitude::Share, size / 100),
            "年" if size >= 1000 * ONE => return Self::date(Magnitude::Year, &[size], unit),
            "か国" | "ヶ国" | "ヵ国" => return Self::single(size, "カ国"),
            _ => match minutes(unit) {
                Some(minutes) => (Magnitude::Duration, size.checked_mul(minutes)?),
                None => (Magnitude::Count(unit.to_owned()), size),
            },
        };
        Some(Self::new(magnitude, size, unit))
    }

    fn new(magnitude: Magnitude, size: i64, unit: &str) -> Self {
        Self {
            magnitude,
            size,
            unit: unit.to_owned(),
        }
    }

    /// Whether the two are of one magnitude and surely not the same: a day without its year may be that of any year.
    #[must_use]
    pub fn is_comparable_but_different(&self, other: &Self) -> bool {
        let day_of_year = |size: i64| size % 10_000;
        let equal = match self.magnitude {
            Magnitude::Day => day_of_year(self.size) == day_of_year(other.size),
            _ => self.size == other.size,
        };
        self.magnitude == other.magnitude && !equal
    }
}

/// The minutes of a length of time.
fn minutes(unit: &str) -> Option<i64> {
    Some(match unit {
        "分間" => 1,
        "時間" => 60,
        "日間" => DAY,
        "週間" => 7 * DAY,
        "カ月" | "か月" | "ヶ月" | "ヵ月" => 30 * DAY,
        "年" | "年間" => 365 * DAY,
        _ => return None,
    })
}

/// The number at the start in millionths, with its thousands separators and decimals, and what follows.
fn leading_number(text: &str) -> Option<(i64, &str)> {
    let mut number: i64 = 0;
    // What a digit is worth; `None` before the decimal point.
    let mut worth = None;
    let mut has_digits = false;
    for (at, c) in text.char_indices() {
        match (c, digit(c), worth) {
            (_, Some(digit), None) => number = number.checked_mul(10)?.checked_add(digit * ONE)?,
            (_, Some(digit), Some(place)) => {
                number = number.checked_add(digit * (place / 10))?;
                worth = Some(place / 10);
            }
            (',' | '，', ..) => {}
            ('.' | '．', _, None) => worth = Some(ONE),
            ('.' | '．', ..) => return None,
            _ => return has_digits.then_some((number, &text[at..])),
        }
        has_digits |= digit(c).is_some();
    }
    has_digits.then_some((number, ""))
}

fn digit(c: char) -> Option<i64> {
    let ascii = match c {
        '０'..='９' => c as u32 - '０' as u32,
        _ => c.to_digit(10)?,
    };
    Some(ascii.into())
}

fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, magnitude: Magnitude, size: i64) {
        let amount = Amount::read(value).expect("a quantity");
        assert_eq!((amount.magnitude, amount.size), (magnitude, size));
    }

    #[test]
    fn reads_quantities() {
        check("38%", Magnitude::Share, 380_000);
        check("100％", Magnitude::Share, ONE);
        check("2．5％", Magnitude::Share, 25_000);
        check("3分の1", Magnitude::Share, 333_333);
        check("1週間", Magnitude::Duration, 7 * DAY * ONE);
        check("1.5時間", Magnitude::Duration, 90 * ONE);
        check("約4年", Magnitude::Duration, 1460 * DAY * ONE);
        check("2020年", Magnitude::Year, 2020);
        check("２０２６年２月", Magnitude::Month, 202_602);
        check("1990年1月3日", Magnitude::Day, 19_900_103);
        check("1月27日", Magnitude::Day, 127);
        check("34か国", Magnitude::Count("カ国".into()), 34 * ONE);
        check("5年目", Magnitude::Count("年目".into()), 5 * ONE);
        check("0.12345678トン", Magnitude::Count("トン".into()), 123_456);
    }

    #[test]
    fn leaves_alone_what_is_no_quantity() {
        for value in [
            "F-16",
            "第7艦隊",
            "世界最大",
            "50〜250人",
            "ゼロ",
            "日曜日まで",
            "1.2.3%",
            "0分の1",
            "",
        ] {
            let amount = Amount::read(value);
            assert!(amount.is_none(), "{value}: {amount:?}");
        }
    }

    #[test]
    fn leaves_alone_what_is_too_large() {
        for value in ["99999999999999人", "9999999999年間", "9999999999999分の9999999999999"] {
            assert_eq!(Amount::read(value), None, "{value}");
        }
    }

    #[test]
    fn equal_amounts_are_never_apart() {
        let apart = |a, b| {
            let read = |value| Amount::read(value).expect("a quantity");
            read(a).is_comparable_but_different(&read(b))
        };
        assert!(apart("約2割", "38%"));
        assert!(!apart("約2割", "5分の1"));
        assert!(!apart("1月6日", "2026年1月6日"));
        assert!(!apart("24時間", "5分の1"));
        assert!(!apart("7日間", "1週間"));
        assert!(!apart("約1年", "365日間"));
    }
}
