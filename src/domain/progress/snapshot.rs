//! Two alternating snapshots of the cards, so that a start need not replay the whole journal. The journal stays the truth:
//! a snapshot that is damaged, or of another rule, is passed over, and one that is behind is caught up.
//!
//! ```text
//! slot     = "YKS1" crc32 body                         the checksum is that of the body
//! body     = number:u64 rule:u64 covered count:u32 standing…
//! covered  = entries:u64 digest:u64 ( 0 | 1 at:i64 id:u128 )
//! standing = length:u32 item flags:u8 phase:u8 reps:u32 lapses:u32 [ met:i64 ] [ last:i64 ]
//!            [ stability:f64 difficulty:f64 ] [ due at:i64 | due on:i64 ]        as the flags say
//! ```
//!
//! All numbers are little-endian.

use std::hash::Hasher;

use super::cards::{Cards, Covered, Fnv, Rule, Standing};
use super::journal::Journal;
use super::log::EntryId;
use crate::domain::quiz::{ItemId, Millis};
use crate::domain::schedule::{Card, Day, Due, Memory, Phase};

/// What a slot begins with: whose it is, and its format.
const MARK: &[u8; 4] = b"YKS1";
const PHASES: [Phase; 4] = [Phase::New, Phase::Learning, Phase::Review, Phase::Relearning];

const MET: u8 = 1;
const LAST: u8 = 2;
const MEMORY: u8 = 4;
const DUE_AT: u8 = 8;
const DUE_ON: u8 = 16;
const ASIDE: u8 = 32;

/// Cards that are kept, and which writing of them it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// Rises by one with every writing.
    pub number: u64,
    /// The cards.
    pub cards: Cards,
}

/// One of the two places in which snapshots are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The first.
    A,
    /// The second.
    B,
}

impl Slot {
    /// The one in which the next snapshot is written.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }
}

/// What both slots hold together.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// The newest snapshot that is whole and of this rule.
    pub snapshot: Option<Snapshot>,
    /// Where the next one is to be written: never over that one.
    pub next: Slot,
}

impl Chosen {
    /// The cards of the journal as it is now.
    #[must_use]
    pub fn cards(self, journal: &Journal, rule: &Rule) -> Cards {
        match self.snapshot {
            Some(snapshot) => snapshot.cards.resume(journal, rule),
            None => Cards::replay(journal, rule),
        }
    }

    /// The number of the next snapshot.
    #[must_use]
    pub fn next_number(&self) -> u64 {
        self.snapshot
            .as_ref()
            .map_or(1, |snapshot| snapshot.number.saturating_add(1))
    }
}

/// Reads both slots and takes the newer one.
#[must_use]
pub fn choose(a: &[u8], b: &[u8], rule: &Rule) -> Chosen {
    let (a, b) = (decode(a, rule), decode(b, rule));
    let number = |slot: &Option<Snapshot>| slot.as_ref().map(|snapshot| snapshot.number);
    match number(&a) >= number(&b) && a.is_some() {
        true => Chosen {
            snapshot: a,
            next: Slot::B,
        },
        false => Chosen {
            snapshot: b,
            next: Slot::A,
        },
    }
}

/// Writes a slot.
#[must_use]
pub fn encode(snapshot: &Snapshot, rule: &Rule) -> Vec<u8> {
    let mut body = Vec::new();
    put(&mut body, snapshot.number.to_le_bytes());
    put(&mut body, stamp(rule).to_le_bytes());
    put_covered(&mut body, snapshot.cards.covered());
    let standings = snapshot.cards.standings();
    put(&mut body, (standings.len() as u32).to_le_bytes());
    standings.iter().for_each(|standing| put_standing(&mut body, standing));
    let mut slot = MARK.to_vec();
    put(&mut slot, crc32(&body).to_le_bytes());
    slot.extend(body);
    slot
}

/// Reads a slot; nothing where it is not whole, or of another rule.
#[must_use]
pub fn decode(slot: &[u8], rule: &Rule) -> Option<Snapshot> {
    let mut reader = Reader(slot);
    let is_whole = reader.take()? == *MARK && u32::from_le_bytes(reader.take()?) == crc32(reader.0);
    if !is_whole {
        return None;
    }
    let number = u64::from_le_bytes(reader.take()?);
    if u64::from_le_bytes(reader.take()?) != stamp(rule) {
        return None;
    }
    let covered = reader.covered()?;
    let count = u32::from_le_bytes(reader.take()?);
    let standings: Option<Vec<Standing>> = (0..count).map(|_| reader.standing()).collect();
    let standings = standings.filter(|standings| standings.is_sorted_by(|a, b| a.item < b.item))?;
    reader.0.is_empty().then_some(Snapshot {
        number,
        cards: Cards::kept(standings, covered),
    })
}

/// A hash of the rule by which the days were counted.
fn stamp(rule: &Rule) -> u64 {
    let mut hash = Fnv(0xCBF2_9CE4_8422_2325);
    hash.write(rule.pack.as_bytes());
    for weight in rule.parameters.weights() {
        hash.write(&weight.to_le_bytes());
    }
    hash.write(&rule.parameters.desired_retention().to_le_bytes());
    rule.calendar.stamp(&mut hash);
    hash.finish()
}

fn put<const N: usize>(out: &mut Vec<u8>, bytes: [u8; N]) {
    out.extend_from_slice(&bytes);
}

fn put_covered(out: &mut Vec<u8>, covered: Covered) {
    put(out, covered.entries.to_le_bytes());
    put(out, covered.digest.to_le_bytes());
    put(out, [u8::from(covered.last.is_some())]);
    if let Some((at, id)) = covered.last {
        put(out, at.0.to_le_bytes());
        put(out, id.0.to_le_bytes());
    }
}

fn put_standing(out: &mut Vec<u8>, standing: &Standing) {
    let card = &standing.card;
    put(out, (standing.item.0.len() as u32).to_le_bytes());
    out.extend_from_slice(standing.item.0.as_bytes());
    let due = match card.due {
        None => (0, None),
        Some(Due::At(at)) => (DUE_AT, Some(at.0)),
        Some(Due::On(day)) => (DUE_ON, Some(i64::from(day.0))),
    };
    let flag = |is_there: bool, flag: u8| if is_there { flag } else { 0 };
    let flags = due.0
        | flag(standing.met.is_some(), MET)
        | flag(card.last_review.is_some(), LAST)
        | flag(card.memory.is_some(), MEMORY)
        | flag(standing.aside, ASIDE);
    put(out, [flags, card.phase as u8]);
    put(out, card.reps.to_le_bytes());
    put(out, card.lapses.to_le_bytes());
    for moment in [standing.met, card.last_review].into_iter().flatten() {
        put(out, moment.0.to_le_bytes());
    }
    for value in card
        .memory
        .iter()
        .flat_map(|memory| [memory.stability, memory.difficulty])
    {
        put(out, value.to_le_bytes());
    }
    if let Some(due) = due.1 {
        put(out, due.to_le_bytes());
    }
}

/// What is left of a slot.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (bytes, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*bytes)
    }

    fn text(&mut self) -> Option<String> {
        let length = usize::try_from(u32::from_le_bytes(self.take()?)).ok()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        String::from_utf8(bytes.to_vec()).ok()
    }

    fn covered(&mut self) -> Option<Covered> {
        let entries = u64::from_le_bytes(self.take()?);
        let digest = u64::from_le_bytes(self.take()?);
        let last = match self.take()? {
            [0] => None,
            _ => Some((self.moment()?, EntryId(u128::from_le_bytes(self.take()?)))),
        };
        Some(Covered { entries, digest, last })
    }

    fn standing(&mut self) -> Option<Standing> {
        let item = ItemId(self.text()?);
        let [flags, phase] = self.take()?;
        let (reps, lapses) = (u32::from_le_bytes(self.take()?), u32::from_le_bytes(self.take()?));
        let met = self.given(flags & MET, Self::moment)?;
        let last_review = self.given(flags & LAST, Self::moment)?;
        let memory = self.given(flags & MEMORY, Self::memory)?;
        let due_at = self.given(flags & DUE_AT, |reader| reader.moment().map(Due::At))?;
        let due_on = self.given(flags & DUE_ON, Self::day)?;
        Some(Standing {
            item,
            met,
            aside: flags & ASIDE != 0,
            card: Card {
                phase: *PHASES.get(usize::from(phase))?,
                due: due_at.or(due_on),
                memory,
                reps,
                lapses,
                last_review,
            },
        })
    }

    /// A part that is there only where its flag is set.
    fn given<T>(&mut self, flag: u8, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        match flag {
            0 => Some(None),
            _ => read(self).map(Some),
        }
    }

    fn moment(&mut self) -> Option<Millis> {
        self.take().map(|bytes| Millis(i64::from_le_bytes(bytes)))
    }

    fn day(&mut self) -> Option<Due> {
        let day = self.moment()?.0;
        i32::try_from(day).ok().map(|day| Due::On(Day(day)))
    }

    fn memory(&mut self) -> Option<Memory> {
        Some(Memory {
            stability: f64::from_le_bytes(self.take()?),
            difficulty: f64::from_le_bytes(self.take()?),
        })
    }
}

/// The checksum of zip and PNG (CRC-32/ISO-HDLC), bit by bit: a table would be larger than all else here.
#[must_use]
pub fn crc32(bytes: &[u8]) -> u32 {
    let bit = |crc: u32, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg());
    !bytes
        .iter()
        .fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), bit))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples::{PACK, journal};
    use super::*;
    use crate::domain::quiz::Rng;
    use crate::domain::schedule::{Calendar, NewDay, Offset, Parameters, USUAL_WEIGHTS};

    struct Set {
        parameters: Parameters,
        calendar: Calendar,
    }

    impl Set {
        fn usual() -> Self {
            Self {
                parameters: Parameters::default(),
                calendar: Calendar::default(),
            }
        }

        fn rule(&self) -> Rule<'_> {
            Rule {
                pack: PACK,
                parameters: &self.parameters,
                calendar: &self.calendar,
            }
        }
    }

    fn snapshot(number: u64, journal: &Journal, rule: &Rule) -> Vec<u8> {
        let cards = Cards::replay(journal, rule);
        encode(&Snapshot { number, cards }, rule)
    }

    /// A journal that is always the same, and a part of it.
    fn grown() -> (Journal, Journal) {
        let mut rng = Rng::new(3);
        let answer = |nth| {
            let item = format!("q-{}", rng.below(9));
            super::super::samples::answer(nth, 7_000_000 * nth as i64, &item)
        };
        let records: Vec<_> = (0..60).map(answer).collect();
        let part = Journal::new(records[..50].to_vec(), Vec::new());
        (part, Journal::new(records, Vec::new()))
    }

    #[test]
    fn the_checksum_is_the_usual_one() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    proptest! {
        #[test]
        fn reads_what_it_writes(journal in journal(), number in any::<u64>()) {
            let set = Set::usual();
            let cards = Cards::replay(&journal, &set.rule());
            let slot = encode(&Snapshot { number, cards: cards.clone() }, &set.rule());
            prop_assert_eq!(decode(&slot, &set.rule()), Some(Snapshot { number, cards }));
        }
    }

    #[test]
    fn the_newer_slot_is_taken_and_the_other_written_next() {
        let (set, (part, whole)) = (Set::usual(), grown());
        let rule = set.rule();
        let (old, new) = (snapshot(4, &part, &rule), snapshot(5, &whole, &rule));
        let empty: &[u8] = &[];
        for (a, b, number, next) in [
            (&old[..], &new[..], Some(5), Slot::A),
            (&new, &old, Some(5), Slot::B),
            (&old, empty, Some(4), Slot::B),
            (empty, &old, Some(4), Slot::A),
            (empty, empty, None, Slot::A),
        ] {
            let chosen = choose(a, b, &rule);
            assert_eq!(
                (chosen.snapshot.as_ref().map(|snapshot| snapshot.number), chosen.next),
                (number, next)
            );
            assert_eq!(chosen.cards(&whole, &rule), Cards::replay(&whole, &rule));
        }
    }

    #[test]
    fn a_snapshot_of_another_rule_is_passed_over() {
        let (set, (_, whole)) = (Set::usual(), grown());
        let slot = snapshot(1, &whole, &set.rule());
        let hour = Calendar::new(NewDay::at(4).unwrap(), Offset(0), Vec::new());
        let zone = Calendar::new(NewDay::default(), Offset(540), Vec::new());
        let others = [
            Set {
                calendar: hour,
                ..Set::usual()
            },
            Set {
                calendar: zone,
                ..Set::usual()
            },
            Set {
                parameters: Parameters::new(USUAL_WEIGHTS, 0.8),
                ..Set::usual()
            },
        ];
        for other in &others {
            assert_eq!(decode(&slot, &other.rule()), None);
        }
        assert_eq!(
            decode(
                &slot,
                &Rule {
                    pack: "other",
                    ..set.rule()
                }
            ),
            None
        );
    }

    #[test]
    fn ten_thousand_damages_lose_nothing_that_a_slot_or_the_journal_holds() {
        let (set, (part, whole)) = (Set::usual(), grown());
        let rule = set.rule();
        let slots = [snapshot(8, &part, &rule), snapshot(9, &whole, &rule)];
        let written = slots.each_ref().map(|slot| decode(slot, &rule));
        let expected = Cards::replay(&whole, &rule);
        let mut rng = Rng::new(1);
        for nth in 0..10_000 {
            let mut damaged = slots.clone();
            damage(&mut rng, &mut damaged[nth % 2]);
            if rng.below(4) == 0 {
                damage(&mut rng, &mut damaged[(nth + 1) % 2]);
            }
            let chosen = choose(&damaged[0], &damaged[1], &rule);
            let intact = (0..2).rev().find(|slot| damaged[*slot] == slots[*slot]);
            assert_eq!(
                chosen.snapshot,
                intact.and_then(|slot| written[slot].clone()),
                "damage {nth}"
            );
            if nth % 100 == 0 {
                assert_eq!(chosen.cards(&whole, &rule), expected, "damage {nth}");
            }
        }
    }

    /// Flips, cuts off, zeroes, repeats or scatters.
    fn damage(rng: &mut Rng, slot: &mut Vec<u8>) {
        let at = rng.below(slot.len());
        match rng.below(5) {
            0 => slot[at] ^= 1 << rng.below(8),
            1 => slot.truncate(at),
            2 => slot[at..].fill(0),
            3 => slot.extend_from_within(at..),
            _ => (0..8).for_each(|_| {
                let at = rng.below(slot.len());
                slot[at] = rng.below(256) as u8;
            }),
        }
    }
}
