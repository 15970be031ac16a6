//! What a page does with a store that may refuse: it goes on in memory, tries again, and says what is not kept yet.

use super::cards::{Cards, Rule};
use super::journal::Journal;
use super::lines;
use super::record::Record;
use super::snapshot::{Slot, Snapshot, choose, encode};

/// Where the log is kept. Other pages may use the same store at the same time.
pub trait Store {
    /// All that is kept.
    ///
    /// # Errors
    ///
    /// [`Refused`] where nothing can be read.
    fn read(&mut self) -> Result<Kept, Refused>;

    /// Adds a line under an id in one transaction; where the id is there, nothing is changed. `Ok` comes after it is safe.
    ///
    /// # Errors
    ///
    /// [`Refused`], after which the line may be there or not.
    fn add(&mut self, record: &Record) -> Result<(), Refused>;

    /// Writes a slot. What is cut off may leave any bytes in it.
    ///
    /// # Errors
    ///
    /// [`Refused`], after which the slot may hold anything.
    fn write(&mut self, slot: Slot, bytes: &[u8]) -> Result<(), Refused>;
}

/// What a store holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The entries as lines, in any order.
    pub lines: Vec<String>,
    /// The two slots for snapshots.
    pub slots: [Vec<u8>; 2],
}

/// The store did not do what it was asked, for whatever reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// The log of one page, and what of it is not kept yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Keeper {
    journal: Journal,
    cards: Cards,
    waiting: Vec<Record>,
}

impl Keeper {
    /// Reads the store; where it refuses, the page begins with nothing, in memory.
    #[must_use]
    pub fn open(store: &mut impl Store, rule: &Rule) -> Self {
        let mut keeper = Self::default();
        keeper.refresh(store, rule);
        keeper
    }

    /// Takes in what the store holds by now, also of other pages; whether it could be read.
    pub fn refresh(&mut self, store: &mut impl Store, rule: &Rule) -> bool {
        let Ok(kept) = store.read() else { return false };
        let (mut records, mut foreign) = (Vec::new(), Vec::new());
        for line in kept.lines {
            match lines::record(&line) {
                Some(record) => records.push(record),
                None => foreign.push(line),
            }
        }
        self.journal = self.journal.union(&Journal::new(records, foreign));
        self.cards = choose(&kept.slots[0], &kept.slots[1], rule).cards(&self.journal, rule);
        true
    }

    /// Does something: it counts at once, and is kept as soon as the store takes it. Whether all is kept.
    pub fn enter(&mut self, record: Record, store: &mut impl Store, rule: &Rule) -> bool {
        if self.journal.add(record.clone()) {
            self.waiting.push(record);
            self.cards = std::mem::take(&mut self.cards).resume(&self.journal, rule);
        }
        self.retry(store)
    }

    /// Offers the store again what is not kept yet. Whether all is kept.
    pub fn retry(&mut self, store: &mut impl Store) -> bool {
        self.waiting.retain(|record| store.add(record).is_err());
        self.waiting.is_empty()
    }

    /// Writes a snapshot over the older slot, of what is kept only. Whether it was written.
    pub fn snapshot(&self, store: &mut impl Store, rule: &Rule) -> bool {
        let Ok(kept) = store.read() else { return false };
        let chosen = choose(&kept.slots[0], &kept.slots[1], rule);
        let (number, cards) = (chosen.next_number(), self.cards.clone());
        let slot = encode(&Snapshot { number, cards }, rule);
        self.waiting.is_empty() && store.write(chosen.next, &slot).is_ok()
    }

    /// The log with what is not kept yet.
    #[must_use]
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// The cards of that log.
    #[must_use]
    pub fn cards(&self) -> &Cards {
        &self.cards
    }

    /// What is not kept yet.
    #[must_use]
    pub fn waiting(&self) -> &[Record] {
        &self.waiting
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::log::EntryId;
    use super::super::record::Deed;
    use super::super::samples::{PACK, answer};
    use super::*;
    use crate::domain::quiz::Millis;
    use crate::domain::schedule::{Calendar, Parameters};

    /// How the store treats one request.
    #[derive(Clone, Copy, Debug, PartialEq)]
    enum Fault {
        None,
        /// Nothing is done.
        Fails,
        /// It is done, in part for a slot, but not acknowledged.
        CutOff,
        /// Nothing may be written any more until it is emptied elsewhere.
        Full,
    }

    /// A store in memory that follows a list of faults, one a request.
    #[derive(Default)]
    struct Faulty {
        kept: Kept,
        ids: Vec<EntryId>,
        faults: Vec<Fault>,
        acknowledged: Vec<EntryId>,
    }

    impl Faulty {
        fn fault(&mut self) -> Fault {
            self.faults.pop().unwrap_or(Fault::None)
        }

        fn done(fault: Fault) -> Result<(), Refused> {
            if fault == Fault::None { Ok(()) } else { Err(Refused) }
        }
    }

    impl Store for Faulty {
        fn read(&mut self) -> Result<Kept, Refused> {
            match self.fault() {
                Fault::Fails | Fault::CutOff => Err(Refused),
                Fault::None | Fault::Full => Ok(self.kept.clone()),
            }
        }

        fn add(&mut self, record: &Record) -> Result<(), Refused> {
            let fault = self.fault();
            if matches!(fault, Fault::None | Fault::CutOff) && !self.ids.contains(&record.id) {
                self.ids.push(record.id);
                self.kept.lines.push(lines::line(record));
            }
            Self::done(fault).inspect(|()| self.acknowledged.push(record.id))
        }

        fn write(&mut self, slot: Slot, bytes: &[u8]) -> Result<(), Refused> {
            let fault = self.fault();
            let part = match fault {
                Fault::None => bytes,
                Fault::CutOff => &bytes[..bytes.len() / 2],
                Fault::Fails | Fault::Full => return Err(Refused),
            };
            self.kept.slots[slot as usize] = part.to_vec();
            Self::done(fault)
        }
    }

    /// What one of two pages does, and how the store treats it.
    #[derive(Clone, Debug)]
    enum Step {
        Answer(u8),
        UndoLast,
        Retry,
        Refresh,
        Snapshot,
        /// The page is killed and opened again.
        Kill,
    }

    fn step() -> impl Strategy<Value = (usize, Step, Vec<Fault>)> {
        let step = prop_oneof![
            4 => (0..4_u8).prop_map(Step::Answer),
            1 => Just(Step::UndoLast),
            1 => Just(Step::Retry),
            1 => Just(Step::Refresh),
            2 => Just(Step::Snapshot),
            1 => Just(Step::Kill),
        ];
        let fault = prop_oneof![
            3 => Just(Fault::None),
            1 => Just(Fault::Fails),
            1 => Just(Fault::CutOff),
            1 => Just(Fault::Full),
        ];
        (0..2_usize, step, proptest::collection::vec(fault, 0..3))
    }

    /// Does a step as the nth thing that happens.
    fn run(keeper: &mut Keeper, step: &Step, nth: u128, store: &mut Faulty, rule: &Rule) {
        let at = nth as i64 * 40_000_000;
        match step {
            Step::Answer(item) => drop(keeper.enter(answer(nth, at, &format!("q-{item}")), store, rule)),
            Step::UndoLast => {
                if let Some(of) = keeper.journal().last_answer().map(|last| last.id) {
                    let undo = Record::new(Millis(at), EntryId(nth), Deed::Undo { of });
                    keeper.enter(undo, store, rule);
                }
            }
            Step::Retry => drop(keeper.retry(store)),
            Step::Refresh => drop(keeper.refresh(store, rule)),
            Step::Snapshot => drop(keeper.snapshot(store, rule)),
            Step::Kill => *keeper = Keeper::open(store, rule),
        }
    }

    proptest! {
        #[test]
        fn what_was_acknowledged_survives_and_nothing_counts_twice(steps in proptest::collection::vec(step(), 1..40)) {
            let (parameters, calendar) = (Parameters::default(), Calendar::default());
            let rule = Rule { pack: PACK, parameters: &parameters, calendar: &calendar };
            let mut store = Faulty::default();
            let mut pages = [Keeper::open(&mut store, &rule), Keeper::open(&mut store, &rule)];
            for (nth, (page, step, faults)) in steps.iter().enumerate() {
                store.faults.clone_from(faults);
                run(&mut pages[*page], step, nth as u128, &mut store, &rule);
                prop_assert_eq!(pages[*page].cards(), &Cards::replay(pages[*page].journal(), &rule));
            }
            store.faults.clear();
            for page in &mut pages {
                prop_assert!(page.retry(&mut store));
            }
            let after = Keeper::open(&mut store, &rule);
            let mut ids: Vec<EntryId> = after.journal().records().iter().map(|record| record.id).collect();
            prop_assert!(store.acknowledged.iter().all(|id| ids.contains(id)));
            for page in &pages {
                prop_assert!(page.journal().records().iter().all(|record| ids.contains(&record.id)));
            }
            ids.sort_unstable();
            prop_assert!(ids.windows(2).all(|pair| pair[0] != pair[1]));
            prop_assert_eq!(store.kept.lines.len(), ids.len());
            prop_assert_eq!(after.cards(), &Cards::replay(after.journal(), &rule));
        }
    }
}
