//! A run through a paper as a short text, from which it can be taken up again.
//!
//! ```text
//! state  = "1" "." paper "." position "." seconds "." ( "0" | "1" ) *( "." answer )
//! answer = ""                             not answered
//!        | seconds "-" given
//! given  = digits of base 36              the option; the items of an order; the partner of each row of a match
//!        | 4 hexadecimal digits a letter  typed words (UTF-16)
//!        | … "~"                          the first of them, where there are too many and they are wrong
//!        | "*"                            too many of them, and right: the key stands for them
//! ```
//!
//! `paper` is a number of all that is shown, so that answers never get into another paper; "1" says that the run is over.
//! Everything is ASCII, and a paper of 50 items keeps within 3,000 characters, since SCORM 1.2 lets a course keep 4,096.

use super::context::FoldWords;
use super::item::{Item, Task};
use super::mark::{Answer, Grade};
use super::paper::{Mode, Paper};
use super::rng::Rng;
use super::session::{Given, Millis, Session};

/// The version of the format.
const FORMAT: &str = "1";
/// Letters of typed words that are kept, in units of UTF-16.
const LETTERS: usize = 11;
/// Longer times at an item are kept as this, in seconds.
const LONGEST: i64 = 99_999;
/// What cut words end in, so that they do not become right.
const CUT: &str = "……（略）";

impl Session {
    /// The run as it stands.
    #[must_use]
    pub fn state(&self, now: Millis) -> String {
        let took = self.ended_at.unwrap_or(now).since(self.started_at);
        let over = u8::from(self.is_over());
        let head = [
            FORMAT.to_owned(),
            self.paper_number().to_string(),
            self.position().to_string(),
            seconds(took),
            over.to_string(),
        ];
        let answer = |(at, item)| self.given(at).map_or_else(String::new, |given| written(item, given));
        let answers = self.items.iter().enumerate().map(answer);
        head.into_iter().chain(answers).collect::<Vec<_>>().join(".")
    }

    /// The run of the same paper that `state` was written of; nothing where it is a state of another paper, or none.
    #[must_use]
    pub fn taken_up(&self, state: &str, now: Millis, fold: FoldWords<'_>) -> Option<Self> {
        let mut parts = state.split('.');
        let mut number = || parts.next()?.parse::<u64>().ok();
        let (format, paper, position, took, over) = (number()?, number()?, number()?, number()?, number()?);
        if format != 1 || paper != self.paper_number() || took > u64::from(u32::MAX) {
            return None;
        }
        let items = self.items.clone();
        let mut session = Self::new(Paper { items }, self.mode, Millis(now.0 - took as i64 * 1000));
        for at in 0..self.items.len() {
            let part = parts.next()?;
            if !part.is_empty() {
                let (elapsed, given) = part.split_once('-')?;
                let elapsed = elapsed
                    .parse::<i64>()
                    .ok()
                    .filter(|time| (0..=LONGEST).contains(time))?;
                session.go_to(at, Millis(now.0 - elapsed * 1000));
                session.answer(read(&self.items[at], given)?, now, fold);
            }
        }
        session.go_to(usize::try_from(position).ok()?, now);
        if over == 1 {
            session.end(now);
        }
        parts.next().is_none().then_some(session)
    }

    /// A number that follows from all that the paper shows.
    fn paper_number(&self) -> u64 {
        let mode = if self.mode == Mode::Test { "test" } else { "" };
        let mixed = |number: u64, text: &str| Rng::for_item(number, text).next();
        let texts = self.items.iter().flat_map(|item| {
            let lists: [&[String]; 2] = match &item.task {
                Task::Choice { options, .. } | Task::Typed { options, .. } => [options, &[]],
                Task::Order { items, .. } => [items, &[]],
                Task::Match { left, right, .. } => [left, right],
            };
            let lists = lists.into_iter().flatten();
            [&item.id.0, &item.stem].into_iter().chain(&item.context).chain(lists)
        });
        // A host may read it as a number of JavaScript.
        texts.fold(mixed(0, mode), |number, text| mixed(number, text)) >> 12
    }
}

fn seconds(time: Millis) -> String {
    (time.0 / 1000).to_string()
}

fn written(item: &Item, given: &Given) -> String {
    let elapsed = Millis(given.elapsed.0.min(LONGEST * 1000));
    let words = match (&given.answer, &item.task) {
        (Answer::Choice(at), _) => digits(&[*at]),
        (Answer::Order(places) | Answer::Match(places), _) => digits(places),
        (Answer::Typed(words), Task::Typed { options, .. }) => {
            match options.iter().position(|option| option == words) {
                Some(at) => digits(&[at as u8]),
                None => typed(words, given.marking.grade),
            }
        }
        (Answer::Typed(_), _) => String::new(),
    };
    [&seconds(elapsed), "-", &words].concat()
}

fn digits(numbers: &[u8]) -> String {
    let digit = |number: &u8| char::from_digit(u32::from(*number), 36).unwrap_or('?');
    numbers.iter().map(digit).collect()
}

fn typed(words: &str, grade: Grade) -> String {
    let units: Vec<u16> = words.encode_utf16().collect();
    let is_long = units.len() > LETTERS;
    if is_long && grade == Grade::Right {
        return "*".to_owned();
    }
    let digit = |unit: u16, at: u32| char::from_digit(u32::from(unit) >> at & 15, 16);
    let letters = units.iter().take(LETTERS);
    let mut out: String = letters
        .flat_map(|unit| [12, 8, 4, 0].map(|at| digit(*unit, at)))
        .flatten()
        .collect();
    if is_long {
        out.push('~');
    }
    out
}

/// The answer that was written; nothing where the item takes no such answer.
fn read(item: &Item, given: &str) -> Option<Answer> {
    let numbers = |count: usize, below: usize| {
        let number = |digit: char| digit.to_digit(36).filter(|number| (*number as usize) < below);
        let numbers: Option<Vec<u8>> = given.chars().map(|digit| number(digit).map(|n| n as u8)).collect();
        numbers.filter(|numbers| numbers.len() == count)
    };
    match &item.task {
        Task::Choice { options, .. } => Some(Answer::Choice(*numbers(1, options.len())?.first()?)),
        Task::Order { items, .. } => numbers(items.len(), items.len()).map(Answer::Order),
        Task::Match { left, right, .. } => numbers(left.len(), right.len()).map(Answer::Match),
        Task::Typed { options, key, .. } => {
            let option = || options.get(usize::from(*numbers(1, options.len())?.first()?)).cloned();
            let words = match given {
                "*" => Some(key.clone()),
                _ if given.len() == 1 => option(),
                _ => untyped(given),
            };
            words.map(Answer::Typed)
        }
    }
}

fn untyped(given: &str) -> Option<String> {
    let whole = given.trim_end_matches('~');
    let units: Option<Vec<u16>> = whole
        .as_bytes()
        .chunks(4)
        .map(|unit| u16::from_str_radix(std::str::from_utf8(unit).ok()?, 16).ok())
        .collect();
    let words = String::from_utf16_lossy(&units?);
    Some(if whole.len() < given.len() { words + CUT } else { words })
}
