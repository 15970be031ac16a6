//! A sitting: which items are asked, and in which order.

use super::calendar::Calendar;
use super::card::{Card, Phase};
use crate::domain::order::{sort, sort_by_key};
use crate::domain::pack::{IssueId, QuestionKind};
use crate::domain::quiz::{ItemId, Millis, Rng};

/// Items between two of one family, where there are others enough.
const APART: usize = 4;
/// How far ahead of the queue an item is looked for that fits better.
const AHEAD: usize = 24;
/// Time for an item before the learner's own is known.
const USUAL_TIME: Millis = Millis(20_000);
/// Answers by which the learner's own time is known.
const ENOUGH: usize = 5;
/// A longer look at one item is a pause.
const PAUSE: i64 = 120_000;

/// What an item is about: items of one family tell each other's answers, as all questions about a term do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Family(pub u32);

/// An item that could be asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Its id.
    pub item: ItemId,
    /// The term, statement, event, figure or question that it is about.
    pub family: Family,
    /// The issue it bears on, if any.
    pub issue: Option<IssueId>,
    /// The kind of knowledge it asks for.
    pub kind: QuestionKind,
    /// Its state.
    pub card: Card,
    /// When it was first answered, if it was.
    pub met: Option<Millis>,
    /// Whether the learner has put it aside.
    pub aside: bool,
}

/// What a sitting may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// Items that are met for the first time, a day.
    pub new_a_day: u32,
    /// Items at most; a short sitting is [`within`] a time.
    pub most: usize,
    /// What decides between items that could be asked as well.
    pub seed: u64,
}

/// The offers of a sitting as indices, in the order in which they are asked: those that are due, the longest due first, then
/// new ones. Neighbours are of different families, issues and kinds where that is possible. Of new items there is one of a
/// family a day, and none whose family is asked already.
#[must_use]
pub fn plan(offers: &[Offer], sitting: &Sitting, now: Millis, calendar: &Calendar) -> Vec<usize> {
    let mut asked = arranged(offers, due(offers, sitting, now, calendar), Vec::new(), sitting.most);
    let left = sitting.most - asked.len();
    if left > 0 {
        let new = new(offers, &asked, sitting, now, calendar);
        asked = arranged(offers, new, asked, sitting.most);
    }
    asked
}

/// The time that the learner takes for an item: the middle one of the latest answers, in the order of the log.
#[must_use]
pub fn usual_time(latest: &[Millis]) -> Millis {
    let mut times: Vec<i64> = latest.iter().map(|time| time.0.clamp(1_000, PAUSE)).collect();
    sort(&mut times);
    match times.len() < ENOUGH {
        true => USUAL_TIME,
        false => Millis(times[times.len() / 2]),
    }
}

/// How many items fit into a time; one at least.
///
/// ```
/// use yomikurabe::domain::quiz::Millis;
/// use yomikurabe::domain::schedule::{usual_time, within};
/// let five_minutes = Millis(300_000);
/// assert_eq!(within(five_minutes, usual_time(&[])), 15);
/// assert_eq!(within(five_minutes, usual_time(&[Millis(30_000); 9])), 10);
/// ```
#[must_use]
pub fn within(time: Millis, of_one: Millis) -> usize {
    usize::try_from(time.0 / of_one.0.max(1)).unwrap_or(0).max(1)
}

fn due(offers: &[Offer], sitting: &Sitting, now: Millis, calendar: &Calendar) -> Vec<usize> {
    let is_due = |offer: &Offer| {
        let reached = offer.card.due.is_some_and(|due| due.is_reached(now, calendar));
        reached && !offer.aside
    };
    let mut due: Vec<usize> = (0..offers.len()).filter(|at| is_due(&offers[*at])).collect();
    sort_by_key(&mut due, |at| {
        let day = offers[*at].card.due.map(|due| due.day(calendar));
        (day, lot(sitting.seed, &offers[*at]))
    });
    due
}

fn new(offers: &[Offer], asked: &[usize], sitting: &Sitting, now: Millis, calendar: &Calendar) -> Vec<usize> {
    let today = calendar.day(now);
    let met_today = |offer: &&Offer| offer.met.is_some_and(|met| calendar.day(met) == today);
    let mut families: Vec<Family> = offers.iter().filter(met_today).map(|offer| offer.family).collect();
    let left = (sitting.new_a_day as usize).saturating_sub(families.len());
    families.extend(asked.iter().map(|at| offers[*at].family));
    let is_new = |offer: &Offer| offer.card.phase == Phase::New && !offer.aside;
    let mut new: Vec<usize> = (0..offers.len()).filter(|at| is_new(&offers[*at])).collect();
    sort_by_key(&mut new, |at| lot(sitting.seed, &offers[*at]));
    new.retain(|at| {
        let family = offers[*at].family;
        let is_first = !families.contains(&family);
        families.extend(is_first.then_some(family));
        is_first
    });
    new.truncate(left);
    new
}

/// The same lot for an item whatever else is offered.
fn lot(seed: u64, offer: &Offer) -> u64 {
    Rng::for_item(seed, &offer.item.0).next()
}

/// Appends a queue to what is asked, each time with that one of its next items that fits best.
fn arranged(offers: &[Offer], mut queue: Vec<usize>, mut asked: Vec<usize>, most: usize) -> Vec<usize> {
    while asked.len() < most && !queue.is_empty() {
        let ahead = 0..queue.len().min(AHEAD);
        let best = ahead
            .min_by_key(|place| clash(offers, &asked, queue[*place]))
            .unwrap_or(0);
        asked.push(queue.remove(best));
    }
    asked
}

/// How badly an item stands behind those before it.
fn clash(offers: &[Offer], asked: &[usize], next: usize) -> usize {
    let next = &offers[next];
    let before = asked.iter().rev().take(APART).map(|at| &offers[*at]);
    let related = before.clone().position(|one| one.family == next.family);
    let alike = before
        .take(1)
        .map(|one| usize::from(one.issue.is_some() && one.issue == next.issue) + usize::from(one.kind == next.kind));
    related.map_or(0, |apart| 3 * (APART - apart)) + alike.sum::<usize>()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::schedule::{Day, Due};

    const NOW: Millis = Millis(100 * 86_400_000 + 3_600_000);
    const SITTING: Sitting = Sitting {
        new_a_day: 5,
        most: 100,
        seed: 7,
    };

    /// The nth item, of a family; due on that day, or new.
    fn offer(nth: usize, family: u32, due: Option<i32>) -> Offer {
        Offer {
            item: ItemId(format!("q-{nth}")),
            family: Family(family),
            issue: None,
            kind: [QuestionKind::Term, QuestionKind::Cloze][nth % 2],
            card: Card {
                phase: if due.is_some() { Phase::Review } else { Phase::New },
                due: due.map(|day| Due::On(Day(day))),
                ..Card::default()
            },
            met: due.map(|_| Millis(0)),
            aside: false,
        }
    }

    fn planned(offers: &[Offer], sitting: &Sitting) -> Vec<usize> {
        plan(offers, sitting, NOW, &Calendar::default())
    }

    #[test]
    fn due_items_come_first_and_what_is_aside_or_not_due_does_not() {
        let mut offers: Vec<Offer> = [None, Some(100), Some(99), Some(101), Some(100)]
            .into_iter()
            .enumerate()
            .map(|(nth, due)| offer(nth, nth as u32, due))
            .collect();
        offers[4].aside = true;
        assert_eq!(planned(&offers, &SITTING), [2, 1, 0]);
    }

    #[test]
    fn new_items_are_counted_by_the_day() {
        let mut offers: Vec<Offer> = (0..20).map(|nth| offer(nth, nth as u32, None)).collect();
        assert_eq!(planned(&offers, &SITTING).len(), 5);
        for met in &mut offers[..3] {
            met.met = Some(Millis(NOW.0 - 60_000));
            met.card.phase = Phase::Learning;
        }
        assert_eq!(planned(&offers, &SITTING).len(), 2);
        let tomorrow = Millis(NOW.0 + 86_400_000);
        assert_eq!(plan(&offers, &SITTING, tomorrow, &Calendar::default()).len(), 5);
    }

    #[test]
    fn siblings_are_apart_and_new_ones_wait_for_another_day() {
        let due = (0..30).map(|nth| offer(nth, nth as u32 / 3, Some(90)));
        let new = (30..40).map(|nth| offer(nth, nth as u32 / 2 - 10, None));
        let offers: Vec<Offer> = due.chain(new).collect();
        let asked = planned(&offers, &SITTING);
        for (at, one) in asked.iter().enumerate() {
            for other in &asked[at + 1..asked.len().min(at + 1 + APART)] {
                assert_ne!(offers[*one].family, offers[*other].family, "{asked:?}");
            }
        }
        let new: Vec<u32> = asked[30..].iter().map(|at| offers[*at].family.0).collect();
        assert!(new.iter().all(|family| *family >= 10), "{new:?}");
    }

    /// Where there is another, no item follows one of its issue or its kind.
    #[test]
    fn issues_and_kinds_are_mixed() {
        let kinds = [QuestionKind::Term, QuestionKind::Cloze, QuestionKind::Figure];
        let offers: Vec<Offer> = (0..36)
            .map(|nth| Offer {
                issue: Some(IssueId(nth as u16 / 12)),
                kind: kinds[nth % 3],
                ..offer(nth, nth as u32, Some(90))
            })
            .collect();
        for seed in 0..20 {
            let asked = planned(&offers, &Sitting { seed, ..SITTING });
            let alike = |pair: &&[usize]| {
                let (one, other) = (&offers[pair[0]], &offers[pair[1]]);
                one.issue == other.issue || one.kind == other.kind
            };
            let alike = asked.windows(2).filter(alike).count();
            assert!(alike <= 6, "{alike} of 35 neighbours are alike: {asked:?}");
        }
    }

    #[test]
    fn a_pause_is_no_time_spent_on_an_item() {
        let times = [5, 6, 7, 8, 100_000].map(|seconds| Millis(seconds * 1000));
        assert_eq!(usual_time(&times), Millis(7_000));
        assert_eq!(within(Millis(1), Millis(7_000)), 1);
    }

    proptest! {
        #[test]
        fn a_plan_is_a_choice_of_what_may_be_asked(
            items in proptest::collection::vec((0..6_u32, proptest::option::of(95..105_i32), any::<bool>()), 0..60),
            most in 0..40_usize,
            seed in any::<u64>(),
        ) {
            let mut offers = Vec::new();
            for (nth, (family, due, aside)) in items.into_iter().enumerate() {
                offers.push(Offer { aside, ..offer(nth, family, due) });
            }
            let sitting = Sitting { most, seed, ..SITTING };
            let asked = planned(&offers, &sitting);
            prop_assert_eq!(&asked, &planned(&offers, &sitting));
            prop_assert!(asked.len() <= most);
            let mut once = asked.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), asked.len());
            let is_due = |at: &usize| offers[*at].card.due.is_some_and(|due| due.is_reached(NOW, &Calendar::default()));
            prop_assert!(asked.iter().all(|at| !offers[*at].aside && (is_due(at) || offers[*at].met.is_none())));
            prop_assert!(asked.is_sorted_by_key(|at| !is_due(at)), "due ones first");
            let due = (0..offers.len()).filter(|at| is_due(at) && !offers[*at].aside).count();
            prop_assert_eq!(asked.iter().filter(|at| is_due(at)).count(), due.min(most));
        }
    }
}
