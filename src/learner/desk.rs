//! What the views are drawn from: the journal, what the learner wishes, and where all of it is kept.

use crate::domain::date::PartialDate;
use crate::domain::lang::{Lang, Phrase};
use crate::domain::pack::Pack;
use crate::domain::progress::overview::answers;
use crate::domain::progress::{Askable, Cards, EntryId, Journal, Offered, Rule, Way, offers};
use crate::domain::quiz::{ItemId, Millis};
use crate::domain::schedule::{Calendar, Day, Due, Offer, Parameters, Sitting, USUAL_WEIGHTS, plan, usual_time};
use crate::domain::words::fill;

/// How many of the latest answers tell the learner's usual time.
const LATEST: usize = 200;
const MINUTES: Phrase = Phrase("{}分後", "in {} min");
const DAYS: Phrase = Phrase("{0}（{1}日後）", "{0} (in {1} days)");
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
    /// What that makes of every item, by the wishes; see [`Desk::catch_up`].
    pub cards: Cards,
    /// How that is kept.
    pub keeping: Keeping,
    /// The cards that are being turned, if any.
    pub round: Option<Round>,
}

/// A run through cards that the learner rates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// The cards in their order.
    pub items: Vec<ItemId>,
    /// Which of them is shown, counted from 0.
    pub at: usize,
    /// Which side of it.
    pub side: Side,
    /// Since when.
    pub shown: Millis,
    /// The answer before, which can be taken back.
    pub last: Option<EntryId>,
}

/// A side of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The word.
    Front,
    /// What it means.
    Back,
}

/// What the learner wishes, and when the last backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The desired retention in per cent, 70 to 97.
    pub retention: u8,
    /// New items a day.
    pub new_a_day: u8,
    /// The hour at which a day begins, 0 to 6.
    pub new_day: u8,
    /// Whether terms are marked in the texts as they are known.
    pub marks: Marks,
    /// The last backup.
    pub saved: Option<Millis>,
}

/// Whether terms are marked in the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// They are not.
    Off,
    /// They are.
    On,
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
    /// In the browser, but a newer page has taken it over: it can be read only.
    Newer,
    /// Not here.
    Refused,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            retention: 90,
            new_a_day: 10,
            new_day: 4,
            marks: Marks::Off,
            saved: None,
        }
    }
}

impl Plan {
    /// Reads a kept line, `retention=90 new=10 hour=4 marks=0 saved=1767657600000`; what is not understood is as usual.
    #[must_use]
    pub fn from_line(line: &str) -> Self {
        let mut plan = Self::default();
        for (key, value) in line.split(' ').filter_map(|part| part.split_once('=')) {
            let number: Option<i64> = value.parse().ok();
            let Some(number) = number else { continue };
            match key {
                "retention" => plan.retention = number.clamp(70, 97) as u8,
                "new" => plan.new_a_day = number.clamp(0, 50) as u8,
                "hour" => plan.new_day = number.clamp(0, 6) as u8,
                "marks" => plan.marks = if number == 1 { Marks::On } else { Marks::Off },
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
        let (retention, new, hour) = (self.retention, self.new_a_day, self.new_day);
        let numbers = [retention, new, hour, self.marks as u8].map(|number| number.to_string());
        let values: Vec<&str> = numbers.iter().map(String::as_str).collect();
        [
            fill("retention={0} new={1} hour={2} marks={3}", &values),
            saved.unwrap_or_default(),
        ]
        .concat()
    }
}

/// What is derived from the desk for all views together.
pub(super) struct Reckoned {
    pub(super) parameters: Parameters,
    pub(super) offered: Vec<Offered>,
    pub(super) today: Day,
    /// For one item.
    pub(super) usual_time: Millis,
    /// Whether anything was answered.
    pub(super) has_answers: bool,
}

impl Reckoned {
    /// The items of a sitting of today, those that are due first, and how many of them are due. Items that are judged in the
    /// other way are not asked; those of them that were met today count among the new ones, and keep their siblings away.
    pub(super) fn sitting(&self, desk: &Desk, way: Way) -> (Vec<ItemId>, usize) {
        let offer = |one: &Offered| Offer {
            aside: one.offer.aside || one.way != way,
            ..one.offer.clone()
        };
        let offers: Vec<Offer> = self.offered.iter().map(offer).collect();
        let sitting = Sitting {
            new_a_day: u32::from(desk.plan.new_a_day),
            most: usize::MAX,
            seed: u64::from(self.today.0.unsigned_abs()),
        };
        let chosen = plan(&offers, &sitting, desk.now, &desk.calendar);
        let is_due = |at: &&usize| offers[**at].card.due.is_some();
        let due = chosen.iter().filter(is_due).count();
        (chosen.into_iter().map(|at| offers[at].item.clone()).collect(), due)
    }

    /// The item of that id, where the pack has it.
    pub(super) fn find(&self, item: &ItemId) -> Option<&Offered> {
        self.offered.iter().find(|offered| offered.offer.item == *item)
    }
}

impl Desk<'_> {
    pub(super) fn say(&self, phrase: Phrase) -> &'static str {
        phrase.of(self.lang)
    }

    /// The model with the desired retention.
    #[must_use]
    pub fn parameters(&self) -> Parameters {
        Parameters::new(USUAL_WEIGHTS, f64::from(self.plan.retention) / 100.0)
    }

    /// Takes into the cards what is new in the journal.
    pub fn catch_up(&mut self) {
        let parameters = self.parameters();
        let cards = std::mem::take(&mut self.cards);
        self.cards = cards.resume(&self.journal, &self.rule(&parameters));
    }

    /// Replays the journal by other wishes.
    pub fn replay(&mut self) {
        let parameters = self.parameters();
        self.cards = Cards::replay(&self.journal, &self.rule(&parameters));
    }

    /// By what days are counted.
    #[must_use]
    pub fn rule<'r>(&'r self, parameters: &'r Parameters) -> Rule<'r> {
        Rule {
            pack: &self.pack.slug,
            parameters,
            calendar: &self.calendar,
        }
    }

    pub(super) fn reckoned(&self) -> Reckoned {
        let parameters = self.parameters();
        let times: Vec<Millis> = answers(&self.journal, &self.pack.slug)
            .map(|(_, given)| given.elapsed)
            .collect();
        Reckoned {
            offered: offers(self.pack, &self.cards, &self.askable),
            today: self.calendar.day(self.now),
            usual_time: usual_time(&times[times.len().saturating_sub(LATEST)..]),
            has_answers: !times.is_empty(),
            parameters,
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

    /// When something is due, as seen from now: `10分後`, `1月8日（2日後）`.
    pub(super) fn due_in_words(&self, due: Due) -> String {
        match due {
            Due::At(at) => {
                let minutes = at.since(self.now).0.div_euclid(60_000);
                fill(self.say(MINUTES), &[&minutes.max(1).to_string()])
            }
            Due::On(day) => {
                let days = day.since(self.calendar.day(self.now)).to_string();
                fill(self.say(DAYS), &[&self.written(day), &days])
            }
        }
    }

    /// A day in words.
    pub(super) fn written(&self, day: Day) -> String {
        let (year, month, day) = day.civil();
        let two = |number: i32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
        let date = [&year.to_string(), "-", &two(month), "-", &two(day)].concat();
        date.parse::<PartialDate>().map_or(date, |date| date.written(self.lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_read_as_it_was_written() {
        let plan = Plan {
            retention: 85,
            new_a_day: 20,
            new_day: 0,
            marks: Marks::On,
            saved: Some(Millis(7)),
        };
        assert_eq!(Plan::from_line(&plan.to_line()), plan);
        assert_eq!(Plan::from_line(""), Plan::default());
        assert_eq!(Plan::from_line("retention=5 new=x saved= later=1").retention, 70);
    }
}
