//! What a journal shows of a learner: answers a day, what comes due, how well it was remembered, what is known of what.

use super::cards::{Cards, LEECH, Rule, rating};
use super::journal::Journal;
use super::offers::{Offered, Topic, Way};
use super::record::{Answered, Deed, Record};
use crate::domain::order::sort_by;
use crate::domain::pack::{DocumentId, IssueId, TermId};
use crate::domain::quiz::kinds::Subject;
use crate::domain::quiz::{Grade, ItemId, Millis, Tally, count_under};
use crate::domain::schedule::{Card, Day, Parameters, Phase, Rating, passed};

/// Days of the forecast, today the first of them.
pub const FORECAST: usize = 14;
/// The share of right answers from which a term is known.
const KNOWN: f64 = 0.8;
/// How many forgotten items are named.
const MOST_FORGOTTEN: usize = 10;

/// The answers that count, of one pack, by moment.
pub fn answers<'a>(journal: &'a Journal, pack: &'a str) -> impl Iterator<Item = (&'a Record, &'a Answered)> {
    let undone = journal.undone();
    journal.records().iter().filter_map(move |record| match &record.deed {
        Deed::Answer(answered) if answered.about.pack == pack && undone.binary_search(&record.id).is_err() => {
            Some((record, answered))
        }
        _ => None,
    })
}

/// Answers by day, ascending; days without any are left out.
#[must_use]
pub fn by_day(journal: &Journal, rule: &Rule) -> Vec<(Day, Tally)> {
    let mut days: Vec<(Day, Tally)> = Vec::new();
    for (record, answered) in answers(journal, rule.pack) {
        count_under(&mut days, rule.calendar.day(record.at), Tally::one(answered.grade));
    }
    days
}

/// How many items come due on each of the coming days; what is overdue counts today.
#[must_use]
pub fn forecast(cards: &Cards, today: Day, rule: &Rule) -> [u32; FORECAST] {
    let mut days = [0; FORECAST];
    for standing in cards.standings().iter().filter(|standing| !standing.aside) {
        let day = standing.card.due.map(|due| due.day(rule.calendar).since(today));
        if let Some(count) = day.and_then(|day| days.get_mut(day as usize)) {
            *count += 1;
        }
    }
    days
}

/// How many answers to items that had been learnt, on a later day than the one before, were right; of those since a moment.
/// That is what a desired retention asks for.
#[must_use]
pub fn retention(journal: &Journal, since: Millis, rule: &Rule) -> Tally {
    let mut cards: Vec<(&ItemId, Card)> = Vec::new();
    let mut tally = Tally::default();
    for (record, answered) in answers(journal, rule.pack) {
        let item = &answered.about.item;
        let at = cards
            .binary_search_by(|(known, _)| (*known).cmp(item))
            .unwrap_or_else(|at| {
                cards.insert(at, (item, Card::default()));
                at
            });
        let (card, rating) = (&mut cards[at].1, rating(answered));
        let day = |at| rule.calendar.day(at);
        let is_later = card.last_review.is_some_and(|last| day(record.at) > day(last));
        if is_later && card.phase == Phase::Review && record.at >= since {
            let grade = if rating == Rating::Again {
                Grade::Wrong
            } else {
                Grade::Right
            };
            tally.add(Tally::one(grade));
        }
        *card = passed(card, rating, record.at, rule.parameters, rule.calendar);
    }
    tally
}

/// What is known of some items.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Known {
    /// All of them.
    pub items: u32,
    /// Those that were answered once.
    pub met: u32,
    /// How many of those would be answered right now, as the model expects.
    pub expected: f64,
}

/// What is known by issue, by document and by term, in the pack's order. A question of the quiz counts under the first issue
/// that it bears on, and under its document; what is asked of a term, and its card, under the term.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Knowledge {
    /// By issue.
    pub by_issue: Vec<(IssueId, Known)>,
    /// By document.
    pub by_document: Vec<(DocumentId, Known)>,
    /// By term.
    pub by_term: Vec<(TermId, Known)>,
}

impl Knowledge {
    /// Counts all items.
    #[must_use]
    pub fn new(offered: &[Offered], today: Day, rule: &Rule) -> Self {
        let mut knowledge = Self::default();
        for one in offered {
            let known = Known {
                items: 1,
                met: u32::from(one.offer.met.is_some()),
                expected: expected(&one.offer.card, today, rule),
            };
            if let Topic::Made(Subject::Term(term)) = one.topic {
                add(&mut knowledge.by_term, term, known);
            }
            if one.way == Way::Rated {
                continue;
            }
            if let Some(issue) = one.offer.issue {
                add(&mut knowledge.by_issue, issue, known);
            }
            add(&mut knowledge.by_document, one.cite.document, known);
        }
        knowledge
    }
}

fn add<K: Ord>(list: &mut Vec<(K, Known)>, key: K, one: Known) {
    let at = list.binary_search_by(|(known, _)| known.cmp(&key));
    match at {
        Ok(at) => {
            let sum = &mut list[at].1;
            sum.items += one.items;
            sum.met += one.met;
            sum.expected += one.expected;
        }
        Err(at) => list.insert(at, (key, one)),
    }
}

/// How well a term is known, to be marked in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Of what was answered about it, at least four fifths would be right now.
    Known,
    /// It was met, and less of it would be right.
    Shaky,
}

impl Known {
    /// The level; nothing of what was never met.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        let share = self.expected / f64::from(self.met);
        (self.met > 0).then_some(if share >= KNOWN { Level::Known } else { Level::Shaky })
    }
}

/// The probability of a right answer on a day; 0 before the first answer, and as long as an item that was missed, or hardly
/// known at first, was not answered again. The model itself says 1 on the day of a wrong answer, since that showed the right one.
fn expected(card: &Card, today: Day, rule: &Rule) -> f64 {
    if card.phase != Phase::Review {
        return 0.0;
    }
    let Rule {
        parameters, calendar, ..
    } = rule;
    let of = |parameters: &Parameters| {
        let days = today.since(calendar.day(card.last_review?));
        Some(parameters.retrievability(card.memory?, f64::from(days)))
    };
    of(parameters).unwrap_or(0.0)
}

/// An item that was forgotten after it had been learnt, or is missed again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forgotten {
    /// Which.
    pub item: ItemId,
    /// How often.
    pub lapses: u32,
    /// Whether it takes more time than it is worth without another look at its passage.
    pub is_leech: bool,
}

/// The latest answers that count, the last one first.
#[must_use]
pub fn latest<'a>(journal: &'a Journal, pack: &'a str, most: usize) -> Vec<(&'a Record, &'a Answered)> {
    let mut latest: Vec<_> = answers(journal, pack).collect();
    latest.reverse();
    latest.truncate(most);
    latest
}

/// What is to be read again: forgotten items, the worst first.
#[must_use]
pub fn forgotten(cards: &Cards) -> Vec<Forgotten> {
    let lapsed = cards
        .standings()
        .iter()
        .filter(|standing| standing.card.lapses > 0 && !standing.aside);
    let mut forgotten: Vec<Forgotten> = lapsed
        .map(|standing| Forgotten {
            item: standing.item.clone(),
            lapses: standing.card.lapses,
            is_leech: standing.card.lapses >= LEECH,
        })
        .collect();
    sort_by(&mut forgotten, |a, b| b.lapses.cmp(&a.lapses));
    forgotten.truncate(MOST_FORGOTTEN);
    forgotten
}

#[cfg(test)]
mod tests {
    use super::super::samples::{PACK, answer};
    use super::*;
    use crate::domain::progress::EntryId;
    use crate::domain::schedule::Calendar;

    const DAY: i64 = 86_400_000;

    fn rated(id: u128, day: i64, item: &str, rating: Rating) -> Record {
        let mut record = answer(id, day * DAY + id as i64, item);
        if let Deed::Answer(answered) = &mut record.deed {
            answered.rating = Some(rating);
            answered.grade = if rating == Rating::Again {
                Grade::Wrong
            } else {
                Grade::Right
            };
        }
        record
    }

    /// Learnt on the day 0, known on the day 5, forgotten on the day 30; another item once; one answer taken back.
    fn journal() -> Journal {
        let undo = Record::new(Millis(40 * DAY), EntryId(99), Deed::Undo { of: EntryId(5) });
        let records = vec![
            rated(1, 0, "a", Rating::Good),
            rated(2, 5, "a", Rating::Good),
            rated(3, 30, "a", Rating::Again),
            rated(4, 30, "b", Rating::Good),
            rated(5, 31, "b", Rating::Again),
            undo,
        ];
        Journal::new(records, Vec::new())
    }

    #[test]
    fn counts_what_counts() {
        let (parameters, calendar) = (Parameters::default(), Calendar::default());
        let rule = Rule {
            pack: PACK,
            parameters: &parameters,
            calendar: &calendar,
        };
        let journal = journal();
        let days = by_day(&journal, &rule);
        let counted: Vec<(i32, u32, u32)> = days.iter().map(|(day, tally)| (day.0, tally.right, tally.of)).collect();
        assert_eq!(counted, [(0, 1, 1), (5, 1, 1), (30, 1, 2)]);
        assert_eq!(retention(&journal, Millis(0), &rule), Tally { right: 1, of: 2 });
        assert_eq!(retention(&journal, Millis(20 * DAY), &rule), Tally { right: 0, of: 1 });
        let cards = Cards::replay(&journal, &rule);
        let days = forecast(&cards, Day(30), &rule);
        assert_eq!((days[0], days[2], days.iter().sum::<u32>()), (1, 1, 2));
        let forgotten = forgotten(&cards);
        assert_eq!(
            (forgotten.len(), &*forgotten[0].item.0, forgotten[0].lapses),
            (1, "a", 1)
        );
        assert!(!forgotten[0].is_leech);
        let other = Rule { pack: "other", ..rule };
        assert_eq!(by_day(&journal, &other), []);
    }
}
