//! What a figure's value amounts to, so that only like is put beside like, and nothing beside its equal.

/// A value that was understood: 約2割, 72時間, 4,641人, 2026年1月6日.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// What can be compared with it.
    pub magnitude: Magnitude,
    /// The size: days, a share of one, a count; of a date, its parts as a number.
    pub size: f64,
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
    /// assert_eq!(of("約2割"), Some((Magnitude::Share, 0.2)));
    /// assert_eq!(of("5分の1"), Some((Magnitude::Share, 0.2)));
    /// assert_eq!(of("72時間"), Some((Magnitude::Duration, 3.0)));
    /// assert_eq!(of("4,641人"), Some((Magnitude::Count("人".into()), 4641.0)));
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
            [(size, unit)] => Some(Self::single(*size, unit)),
            [(whole, "分の"), (part, "")] => Some(Self::new(Magnitude::Share, part / whole, "分の")),
            [(month, "月"), (day, "日")] => Some(Self::new(Magnitude::Day, month * 100.0 + day, "日")),
            [(year, "年"), (month, "月"), (day, "日")] => {
                Some(Self::new(Magnitude::Day, (year * 100.0 + month) * 100.0 + day, "日"))
            }
            [(year, "年"), (month, "月")] => Some(Self::new(Magnitude::Month, year * 100.0 + month, "月")),
            _ => None,
        }
    }

    fn single(size: f64, unit: &str) -> Self {
        let days = |length: f64| Self::new(Magnitude::Duration, size * length, unit);
        match unit {
            "割" => Self::new(Magnitude::Share, size / 10.0, unit),
            "%" | "％" | "パーセント" => Self::new(Magnitude::Share, size / 100.0, unit),
            "分間" => days(1.0 / 1440.0),
            "時間" => days(1.0 / 24.0),
            "日間" => days(1.0),
            "週間" => days(7.0),
            "カ月" | "か月" | "ヶ月" | "ヵ月" => days(30.0),
            "年間" => days(365.0),
            "年" if size < 1000.0 => days(365.0),
            "年" => Self::new(Magnitude::Year, size, unit),
            "か国" | "ヶ国" | "ヵ国" => Self::new(Magnitude::Count("カ国".into()), size, "カ国"),
            _ => Self::new(Magnitude::Count(unit.to_owned()), size, unit),
        }
    }

    fn new(magnitude: Magnitude, size: f64, unit: &str) -> Self {
        Self {
            magnitude,
            size,
            unit: unit.to_owned(),
        }
    }

    /// Whether the two are of one magnitude and surely not the same: a day without its year may be that of any year.
    #[must_use]
    pub fn is_comparable_but_different(&self, other: &Self) -> bool {
        let day_of_year = |size: f64| size % 10_000.0;
        let equal = match self.magnitude {
            Magnitude::Day => day_of_year(self.size) == day_of_year(other.size),
            _ => (self.size - other.size).abs() < 1e-9,
        };
        self.magnitude == other.magnitude && !equal
    }
}

/// The number at the start, with its thousands separators and decimals, and what follows.
fn leading_number(text: &str) -> Option<(f64, &str)> {
    let part = |c: char| is_digit(c) || matches!(c, ',' | '，' | '.' | '．');
    let end = text.find(|c| !part(c)).unwrap_or(text.len());
    let digits: String = text[..end]
        .chars()
        .filter_map(|c| match c {
            ',' | '，' => None,
            '．' => Some('.'),
            '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10),
            _ => Some(c),
        })
        .collect();
    digits.parse().ok().map(|number| (number, &text[end..]))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, magnitude: Magnitude, size: f64) {
        let amount = Amount::read(value).expect("a quantity");
        assert_eq!((amount.magnitude, amount.size), (magnitude, size));
    }

    #[test]
    fn reads_quantities() {
        check("38%", Magnitude::Share, 0.38);
        check("100％", Magnitude::Share, 1.0);
        check("1週間", Magnitude::Duration, 7.0);
        check("約4年", Magnitude::Duration, 1460.0);
        check("2020年", Magnitude::Year, 2020.0);
        check("２０２６年２月", Magnitude::Month, 202_602.0);
        check("1990年1月3日", Magnitude::Day, 19_900_103.0);
        check("1月27日", Magnitude::Day, 127.0);
        check("34か国", Magnitude::Count("カ国".into()), 34.0);
        check("5年目", Magnitude::Count("年目".into()), 5.0);
    }

    #[test]
    fn leaves_alone_what_is_no_quantity() {
        for value in ["F-16", "第7艦隊", "世界最大", "50〜250人", "ゼロ", "日曜日まで", ""] {
            let amount = Amount::read(value);
            assert!(amount.is_none(), "{value}: {amount:?}");
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
    }
}
