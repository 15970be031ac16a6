//! What the views are drawn from: the journal, what the learner wishes, and where all of it is kept.

use crate::domain::date::PartialDate;
use crate::domain::lang::{Lang, Phrase};
use crate::domain::pack::Pack;
use crate::domain::progress::overview::answers;
use crate::domain::progress::{Askable, Cards, Journal, Offered, Rule, offers};
use crate::domain::quiz::Millis;
use crate::domain::schedule::{Calendar, Day, Parameters, USUAL_WEIGHTS, usual_time};

/// How many of the latest answers tell the learner's usual time.
const LATEST: usize = 200;
/// Milliseconds of a day.
const DAY: i64 = 86_400_000;
/// Days after which a backup is old, as after seven days Safari erases what a page keeps that is not visited.
const OLD: i64 = 7;

/// All that the views know.
pub struct Desk<'a> {
    /// The pack.
    pub pack: &'a Pack,
    /// Which of its items can be asked.
    pub askable: Askable,
    /// The language of the page.
    pub lang: Lang,
    /// When it is drawn.
    pub now: Millis,
    /// The learner's days.
    pub calendar: Calendar,
    /// What the learner wishes.
    pub plan: Plan,
    /// What the learner did.
    pub journal: Journal,
    /// How that is kept.
    pub keeping: Keeping,
}

/// What the learner wishes, and when the last backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The desired retention in per cent, 70 to 97.
    pub retention: u8,
    /// New items a day.
    pub new_a_day: u8,
    /// The last backup.
    pub saved: Option<Millis>,
}

/// How the journal is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// In the browser, which has promised not to erase it.
    Promised,
    /// In the browser, which may erase it when room is scarce or the page is not visited.
    Erasable,
    /// In the browser, which does not tell.
    Untold,
    /// Not here.
    Refused,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            retention: 90,
            new_a_day: 10,
            saved: None,
        }
    }
}

impl Plan {
    /// Reads a kept line, `retention=90 new=10 saved=1767657600000`; what is not understood is as usual.
    #[must_use]
    pub fn from_line(line: &str) -> Self {
        let mut plan = Self::default();
        for (key, value) in line.split(' ').filter_map(|part| part.split_once('=')) {
            let number: Option<i64> = value.parse().ok();
            let Some(number) = number else { continue };
            match key {
                "retention" => plan.retention = number.clamp(70, 97) as u8,
                "new" => plan.new_a_day = number.clamp(0, 50) as u8,
                "saved" => plan.saved = Some(Millis(number)),
                _ => {}
            }
        }
        plan
    }

    /// The line to keep.
    #[must_use]
    pub fn to_line(self) -> String {
        let saved = self.saved.map(|saved| [" saved=", &saved.0.to_string()].concat());
        let (retention, new) = (self.retention.to_string(), self.new_a_day.to_string());
        ["retention=", &retention, " new=", &new, &saved.unwrap_or_default()].concat()
    }
}

/// What is derived from the desk for all views together.
pub(super) struct Reckoned {
    pub(super) parameters: Parameters,
    pub(super) cards: Cards,
    pub(super) offered: Vec<Offered>,
    pub(super) today: Day,
    /// For one item.
    pub(super) usual_time: Millis,
    /// Whether anything was answered.
    pub(super) has_answers: bool,
}

impl Desk<'_> {
    pub(super) fn say(&self, phrase: Phrase) -> &'static str {
        phrase.of(self.lang)
    }

    pub(super) fn rule<'r>(&'r self, parameters: &'r Parameters) -> Rule<'r> {
        Rule {
            pack: &self.pack.slug,
            parameters,
            calendar: &self.calendar,
        }
    }

    pub(super) fn reckoned(&self) -> Reckoned {
        let parameters = Parameters::new(USUAL_WEIGHTS, f64::from(self.plan.retention) / 100.0);
        let cards = Cards::replay(&self.journal, &self.rule(&parameters));
        let times: Vec<Millis> = answers(&self.journal, &self.pack.slug)
            .map(|(_, given)| given.elapsed)
            .collect();
        Reckoned {
            offered: offers(self.pack, &cards, &self.askable),
            today: self.calendar.day(self.now),
            usual_time: usual_time(&times[times.len().saturating_sub(LATEST)..]),
            has_answers: !times.is_empty(),
            parameters,
            cards,
        }
    }

    /// Whether it is time to think of a backup: none for seven days, and answers since.
    #[must_use]
    pub fn is_backup_due(&self) -> bool {
        let since = |at: Millis| self.now.0 - at.0 >= OLD * DAY;
        let mut later = self
            .journal
            .records()
            .iter()
            .filter(|record| Some(record.at) > self.plan.saved);
        match (self.plan.saved, later.next()) {
            (_, None) => false,
            (Some(saved), Some(_)) => since(saved),
            (None, Some(first)) => since(first.at),
        }
    }

    /// A day in words.
    pub(super) fn written(&self, day: Day) -> String {
        let (year, month, day) = civil(day);
        let two = |number: i32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
        let date = [&year.to_string(), "-", &two(month), "-", &two(day)].concat();
        date.parse::<PartialDate>().map_or(date, |date| date.written(self.lang))
    }
}

/// Year, month and day of a day, after H. Hinnant's `civil_from_days`.
pub(super) fn civil(Day(day): Day) -> (i32, i32, i32) {
    let day = day.saturating_add(719_468);
    let (era, of_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let march = (5 * of_year + 2) / 153;
    let month = if march < 10 { march + 3 } else { march - 9 };
    let year = year + era * 400 + i32::from(month <= 2);
    (year, month, of_year - (153 * march + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_dates() {
        for (day, date) in [
            (0, (1970, 1, 1)),
            (-1, (1969, 12, 31)),
            (11_016, (2000, 2, 29)),
            (20_454, (2026, 1, 1)),
            (20_513, (2026, 3, 1)),
        ] {
            assert_eq!(civil(Day(day)), date, "{day}");
        }
    }

    #[test]
    fn a_plan_is_read_as_it_was_written() {
        let plan = Plan {
            retention: 85,
            new_a_day: 20,
            saved: Some(Millis(7)),
        };
        assert_eq!(Plan::from_line(&plan.to_line()), plan);
        assert_eq!(Plan::from_line(""), Plan::default());
        assert_eq!(Plan::from_line("retention=5 new=x saved= later=1").retention, 70);
    }
}
