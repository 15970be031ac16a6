//! The state of every item, derived from the journal by replaying it.

use std::hash::{Hash, Hasher};

use super::journal::{Journal, undoes};
use super::log::EntryId;
use super::record::{Answered, Deed, Record};
use crate::domain::order::{sort, sort_by};
use crate::domain::pack::{Citation, FindBySlug, Pack, QuestionId};
use crate::domain::quiz::{ItemId, Millis, kinds};
use crate::domain::schedule::{Calendar, Card, Pace, Parameters, Rating, derived, passed, rated};

/// Lapses from which an item is a leech: it takes more time than it is worth without another look at its passage.
pub const LEECH: u32 = 4;

/// The state of one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The item.
    pub item: ItemId,
    /// Its memory and when it is due.
    pub card: Card,
    /// When it was first answered; nothing where it was only put aside.
    pub met: Option<Millis>,
    /// Whether the learner has put it aside.
    pub aside: bool,
}

/// The state of every item of a pack that the journal names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cards {
    /// By item.
    standings: Vec<Standing>,
    /// Which entries it is derived from.
    covered: Covered,
}

/// The entries of a journal from which something was derived: all up to one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Covered {
    /// How many.
    pub entries: u64,
    /// A hash over all that stands in them, so that others of the same number are noticed.
    pub digest: u64,
    /// The last of them.
    pub last: Option<(Millis, EntryId)>,
}

/// By what the days of the cards were counted.
#[derive(Clone, Copy, Debug)]
pub struct Rule<'a> {
    /// The slug of the pack; entries on other packs are passed over.
    pub pack: &'a str,
    /// The model and the desired retention.
    pub parameters: &'a Parameters,
    /// The learner's days.
    pub calendar: &'a Calendar,
}

impl Covered {
    /// Those and one more, which is later.
    fn and(self, record: &Record) -> Self {
        Self {
            entries: self.entries + 1,
            digest: digest(self.digest, record),
            last: Some((record.at, record.id)),
        }
    }

    /// The entries that follow, where the journal begins with exactly those that are covered.
    fn rest(self, journal: &Journal) -> Option<&[Record]> {
        let entries = usize::try_from(self.entries).ok()?;
        let (covered, rest) = journal.records().split_at_checked(entries)?;
        let again = covered.iter().fold(Self::default(), Self::and);
        (again == self).then_some(rest)
    }
}

/// The digest of what went before and one more entry. Where a later program should count otherwise, all is replayed.
fn digest(before: u64, record: &Record) -> u64 {
    let mut hash = Fnv(before ^ 0xCBF2_9CE4_8422_2325);
    record.hash(&mut hash);
    hash.0
}

/// FNV-1a of 64 bits.
pub(super) struct Fnv(pub(super) u64);

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3)
        });
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl Cards {
    /// Replays a journal.
    #[must_use]
    pub fn replay(journal: &Journal, rule: &Rule) -> Self {
        Self::derive(journal.records(), &journal.undone(), rule)
    }

    /// The cards of a journal, from those of an earlier state of it where it only grew at its end, else by replaying it all.
    #[must_use]
    pub fn resume(self, journal: &Journal, rule: &Rule) -> Self {
        let rest = self.covered.rest(journal).filter(|_| self.covered.entries > 0);
        let Some(rest) = rest else {
            return Self::replay(journal, rule);
        };
        if rest.iter().any(|record| undoes(record).is_some()) {
            return self.again(journal, rest, rule);
        }
        let undone = journal.undone();
        rest.iter().fold(self, |mut cards, record| {
            if undone.binary_search(&record.id).is_err() {
                cards.take(record, rule);
            }
            cards.covered = cards.covered.and(record);
            cards
        })
    }

    /// The cards with one entry more, without the journal that they are derived from; nothing where that cannot be told: of
    /// an undo, or of an entry that is not the last one.
    #[must_use]
    pub fn with(mut self, record: &Record, rule: &Rule) -> Option<Self> {
        let is_last = self.covered.last < Some((record.at, record.id));
        if !is_last || undoes(record).is_some() {
            return None;
        }
        self.take(record, rule);
        self.covered = self.covered.and(record);
        Some(self)
    }

    /// Replays only the items that the new entries name or take back.
    fn again(mut self, journal: &Journal, rest: &[Record], rule: &Rule) -> Self {
        let undone: Vec<EntryId> = rest.iter().filter_map(undoes).collect();
        let taken_back = journal.records().iter().filter(|record| undone.contains(&record.id));
        let mut items: Vec<&ItemId> = taken_back
            .chain(rest)
            .filter_map(Record::about)
            .map(|named| &named.item)
            .collect();
        sort(&mut items);
        items.dedup();
        let concerns = |record: &&Record| {
            record
                .about()
                .is_some_and(|named| items.binary_search(&&named.item).is_ok())
        };
        let records: Vec<Record> = journal.records().iter().filter(concerns).cloned().collect();
        let anew = Self::derive(&records, &journal.undone(), rule);
        self.standings
            .retain(|standing| items.binary_search(&&standing.item).is_err());
        self.standings.extend(anew.standings);
        sort_by(&mut self.standings, |a, b| a.item.cmp(&b.item));
        self.covered = rest.iter().fold(self.covered, Covered::and);
        self
    }

    fn derive(records: &[Record], undone: &[EntryId], rule: &Rule) -> Self {
        let mut cards = Self::default();
        let mut last: Vec<Option<Last>> = Vec::new();
        for record in records {
            cards.covered = cards.covered.and(record);
            if undone.binary_search(&record.id).is_ok() {
                continue;
            }
            let Some(at) = cards.place(record, rule) else { continue };
            if last.len() < cards.standings.len() {
                last.insert(at, None);
            }
            let standing = &mut cards.standings[at];
            match &record.deed {
                Deed::Answer(answered) => last[at] = Some(standing.pass(record.at, answered, rule)),
                deed => standing.set_aside(deed),
            }
        }
        for (standing, last) in cards.standings.iter_mut().zip(last) {
            if let Some(Last { before, rating, at }) = last {
                standing.card = rated(&before, rating, at, rule.parameters, rule.calendar);
            }
        }
        cards
    }

    /// Takes in one entry that counts.
    fn take(&mut self, record: &Record, rule: &Rule) {
        let Some(at) = self.place(record, rule) else { return };
        let standing = &mut self.standings[at];
        match &record.deed {
            Deed::Answer(answered) => {
                standing.met.get_or_insert(record.at);
                let rating = rating(answered);
                standing.card = rated(&standing.card, rating, record.at, rule.parameters, rule.calendar);
            }
            deed => standing.set_aside(deed),
        }
    }

    /// The place of the standing of the entry's item, made where there is none; nothing for other packs.
    fn place(&mut self, record: &Record, rule: &Rule) -> Option<usize> {
        let named = record.about().filter(|named| named.pack == rule.pack)?;
        let place = self
            .standings
            .binary_search_by(|standing| standing.item.cmp(&named.item));
        Some(place.unwrap_or_else(|at| {
            self.standings.insert(at, Standing::new(named.item.clone()));
            at
        }))
    }

    /// Cards that were kept.
    pub(super) fn kept(standings: Vec<Standing>, covered: Covered) -> Self {
        Self { standings, covered }
    }

    /// The states, by item.
    #[must_use]
    pub fn standings(&self) -> &[Standing] {
        &self.standings
    }

    /// Which entries they are derived from.
    #[must_use]
    pub fn covered(&self) -> Covered {
        self.covered
    }

    /// The state of one item, where the journal names it.
    #[must_use]
    pub fn of(&self, item: &ItemId) -> Option<&Standing> {
        let at = self
            .standings
            .binary_search_by(|standing| standing.item.cmp(item))
            .ok()?;
        self.standings.get(at)
    }

    /// The state of one item; one that the journal does not name is new.
    #[must_use]
    pub fn standing(&self, item: &ItemId) -> Standing {
        self.of(item).cloned().unwrap_or_else(|| Standing::new(item.clone()))
    }

    /// The items that are forgotten again and again, the worst first.
    #[must_use]
    pub fn leeches(&self) -> Vec<&Standing> {
        let is_leech = |standing: &&Standing| standing.card.lapses >= LEECH && !standing.aside;
        let mut leeches: Vec<&Standing> = self.standings.iter().filter(is_leech).collect();
        sort_by(&mut leeches, |a, b| b.card.lapses.cmp(&a.card.lapses));
        leeches
    }
}

/// The passage to read again for an item: the place that decides it.
#[must_use]
pub fn passage(pack: &Pack, item: &ItemId) -> Option<Citation> {
    match QuestionId::find(pack, &item.0) {
        Some(question) => Some(pack[question].cite),
        None => kinds::find(pack, item)?.1.cite(pack),
    }
}

/// The last answer to an item, from which its due day is counted, and the state before it.
struct Last {
    before: Card,
    rating: Rating,
    at: Millis,
}

impl Standing {
    fn new(item: ItemId) -> Self {
        Self {
            item,
            card: Card::default(),
            met: None,
            aside: false,
        }
    }

    /// Goes past an answer: the memory changes, the due day is left to the last answer.
    fn pass(&mut self, at: Millis, answered: &Answered, rule: &Rule) -> Last {
        self.met.get_or_insert(at);
        let (before, rating) = (self.card, rating(answered));
        self.card = passed(&before, rating, at, rule.parameters, rule.calendar);
        Last { before, rating, at }
    }

    fn set_aside(&mut self, deed: &Deed) {
        self.aside = matches!(deed, Deed::Aside(_));
    }
}

/// The rating of an answer as it was logged, or as it is derived where none was.
pub(super) fn rating(answered: &Answered) -> Rating {
    let derive = || derived(answered.grade, answered.elapsed, answered.hints, Pace::UNKNOWN);
    answered.rating.unwrap_or_else(derive)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples::{PACK, answer, journal, named, record};
    use super::*;

    fn with_rule<T>(then: impl FnOnce(&Rule) -> T) -> T {
        let (parameters, calendar) = (Parameters::default(), Calendar::default());
        then(&Rule {
            pack: PACK,
            parameters: &parameters,
            calendar: &calendar,
        })
    }

    fn cards(records: Vec<Record>) -> Cards {
        with_rule(|rule| Cards::replay(&Journal::new(records, Vec::new()), rule))
    }

    fn day(days: i64) -> i64 {
        days * 86_400_000
    }

    proptest! {
        #[test]
        fn resuming_is_replaying(a in journal(), b in journal(), new in proptest::collection::vec(record(), 0..4)) {
            with_rule(|rule| {
                let mut grown = a.union(&b);
                let whole = |journal: &Journal| Cards::replay(journal, rule);
                prop_assert_eq!(whole(&a).resume(&grown, rule), whole(&grown));
                for (nth, mut record) in new.into_iter().enumerate() {
                    // Later than all that is there, under an id of its own.
                    record.at.0 += day(30 + nth as i64);
                    record.id.0 += 100 + nth as u128;
                    let before = whole(&grown);
                    grown.add(record);
                    if let Some(with) = grown.records().last().and_then(|last| before.clone().with(last, rule)) {
                        prop_assert_eq!(with, whole(&grown));
                    }
                    prop_assert_eq!(before.resume(&grown, rule), whole(&grown));
                }
                Ok(())
            })?;
        }

        #[test]
        fn one_after_the_other_is_replaying(records in proptest::collection::vec(record(), 0..14)) {
            with_rule(|rule| {
                let records = records.into_iter().filter(|record| undoes(record).is_none());
                let journal = Journal::new(records.collect(), Vec::new());
                let mut cards = Cards::default();
                for record in journal.records() {
                    cards.take(record, rule);
                    cards.covered = cards.covered.and(record);
                }
                prop_assert_eq!(cards, Cards::replay(&journal, rule));
                Ok(())
            })?;
        }
    }

    #[test]
    fn what_is_undone_counts_for_nothing() {
        let (one, two) = (answer(1, day(1), "a"), answer(2, day(9), "a"));
        let undo = Record::new(Millis(day(9)), EntryId(3), Deed::Undo { of: EntryId(2) });
        let undone = cards(vec![one.clone(), two, undo]);
        assert_eq!(undone.standings(), cards(vec![one]).standings());
    }

    #[test]
    fn an_item_is_aside_until_it_is_taken_back() {
        let aside = Record::new(Millis(day(2)), EntryId(2), Deed::Aside(named("a")));
        let back = Record::new(Millis(day(3)), EntryId(3), Deed::Back(named("a")));
        let undo = Record::new(Millis(day(4)), EntryId(4), Deed::Undo { of: EntryId(3) });
        let is_aside = |records: &[&Record]| {
            let cards = cards(records.iter().map(|record| (*record).clone()).collect());
            cards.of(&ItemId("a".into())).is_some_and(|standing| standing.aside)
        };
        assert!(is_aside(&[&aside]));
        assert!(!is_aside(&[&aside, &back]));
        assert!(is_aside(&[&aside, &back, &undo]));
    }

    #[test]
    fn what_is_forgotten_again_and_again_is_a_leech() {
        let mut records = Vec::new();
        for lapse in 0..i64::from(LEECH) {
            let mut again = answer(100 + lapse as u128, day(10 * lapse + 5), "a");
            if let Deed::Answer(answered) = &mut again.deed {
                answered.rating = Some(Rating::Again);
            }
            records.extend([answer(lapse as u128, day(10 * lapse), "a"), again]);
        }
        assert!(cards(records[..records.len() - 1].to_vec()).leeches().is_empty());
        let cards = cards(records);
        let leeches: Vec<&str> = cards.leeches().iter().map(|leech| leech.item.0.as_str()).collect();
        assert_eq!(leeches, ["a"]);
    }
}
