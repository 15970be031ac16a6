//! How long the journal takes natively: `cargo run --release --example replay`.

#![allow(clippy::unwrap_used, reason = "a benchmark that panics has failed")]

use std::time::Instant;

use yomikurabe::domain::progress::snapshot::{self, Snapshot};
use yomikurabe::domain::progress::{Answered, Cards, Deed, EntryId, Journal, Named, Record, Rule, lines};
use yomikurabe::domain::quiz::{Grade, ItemId, Millis, Mode, Rng};
use yomikurabe::domain::schedule::{Calendar, Card, NewDay, Offset, Parameters, Rating, next};

const ANSWERS: usize = 100_000;
const ITEMS: usize = 2_000;
const PACK: &str = "p";

fn main() {
    let (parameters, calendar) = (
        Parameters::default(),
        Calendar::new(NewDay::at(4).unwrap(), Offset(540), Vec::new()),
    );
    let rule = Rule {
        pack: PACK,
        parameters: &parameters,
        calendar: &calendar,
    };
    let journal = timed("the journal of 100,000 answers, made and sorted", journal);
    let text = timed("written", || lines::write(&journal));
    let read = timed("read", || lines::read(&text).unwrap().journal);
    assert_eq!(read, journal);
    let cards = timed("replayed", || Cards::replay(&journal, &rule));
    let slot = timed("snapshot written", || {
        snapshot::encode(
            &Snapshot {
                number: 1,
                cards: cards.clone(),
            },
            &rule,
        )
    });
    let resumed = timed("snapshot read and resumed", || {
        snapshot::choose(&slot, &[], &rule).cards(&journal, &rule)
    });
    assert_eq!(resumed, cards);
    println!(
        "{} cards; file {} bytes, snapshot {}",
        cards.standings().len(),
        text.len(),
        slot.len()
    );
    timed("100,000 times all four outcomes", || {
        let mut card = Card::default();
        for nth in 0..ANSWERS as i64 {
            card = next(&card, Millis(nth * 200_000_000), &parameters, &calendar)[nth as usize % 4].card;
        }
        card
    });
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let started = Instant::now();
    let made = work();
    println!("{:8.1} ms  {what}", started.elapsed().as_secs_f64() * 1000.0);
    made
}

fn journal() -> Journal {
    let mut rng = Rng::new(1);
    let record = |nth: usize| {
        let lot = rng.below(20);
        let answered = Answered {
            about: Named {
                item: ItemId(format!("gen-term-of-gloss-{:04}", rng.below(ITEMS))),
                pack: PACK.to_owned(),
            },
            grade: if lot < 3 { Grade::Wrong } else { Grade::Right },
            answer: "停戦の監視".to_owned(),
            elapsed: Millis(7_000),
            mode: Mode::Practice,
            hints: 0,
            rating: Rating::of_number([1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4][lot]),
        };
        let id = EntryId(u128::from(rng.next()) << 64 | u128::from(rng.next()));
        Record::new(
            Millis(1_767_657_600_000 + nth as i64 * 150_000),
            id,
            Deed::Answer(answered),
        )
    };
    Journal::new((0..ANSWERS).map(record).collect(), Vec::new())
}
