//! A run through a paper as a short text, from which it can be taken up again.
//!
//! ```text
//! state  = "1" "." paper "." position "." seconds "." ( "0" | "1" ) *( "." answer )
//! answer = ""                             not answered
//!        | seconds "-" given
//! given  = digits of base 36              the option; the items of an order; the partner of each row of a match
//!        | 4 digits of base 36 a letter   typed words
//!        | … "~"                          the first of them, where there are too many and they are wrong
//!        | "*"                            too many of them, and right: the key stands for them
//! ```
//!
//! `paper` is a number of all that is shown, so that answers never get into another paper; "1" says that the run is over.
//! Everything is ASCII, and a paper of 50 items keeps within 3,000 characters, since SCORM 1.2 lets a course keep 4,096.

use super::context::FoldWords;
use super::item::{Item, Task};
use super::mark::{Answer, Grade};
use super::paper::Mode;
use super::rng::Rng;
use super::session::{Given, Millis, Session};

/// The version of the format.
const FORMAT: u64 = 1;
/// Letters of typed words that are kept.
const LETTERS: usize = 11;
/// Longer times, at an item and of the whole, are kept as this, in seconds.
const LONGEST: u64 = 99_999;
/// What cut words end in, so that they do not become right.
const CUT: &str = "……（略）";

/// The seconds that an item took, and what was answered; nothing where it was not.
type ReadAnswer = Option<(u64, Answer)>;

impl Session {
    /// The run as it stands.
    #[must_use]
    pub fn state(&self, now: Millis) -> String {
        let took = self.ended_at.unwrap_or(now).since(self.started_at);
        let mut out = FORMAT.to_string();
        for number in [
            self.paper_number(),
            self.position() as u64,
            seconds(took),
            u64::from(self.is_over()),
        ] {
            out.push('.');
            out.push_str(&number.to_string());
        }
        for (at, item) in self.items.iter().enumerate() {
            out.push('.');
            if let Some(given) = self.given(at) {
                out.push_str(&seconds(given.elapsed).to_string());
                out.push('-');
                write(&mut out, item, given);
            }
        }
        out
    }

    /// Takes a run up that has only begun, where it was when `state` was written. Whether it was a state of this paper; nothing
    /// is changed where it was not.
    pub fn take_up(&mut self, state: &str, now: Millis, fold: FoldWords<'_>) -> bool {
        let Some((head, answers)) = self.read(state) else {
            return false;
        };
        let [_, _, position, took, over] = head;
        self.started_at = before(now, took);
        for (at, answer) in answers.into_iter().enumerate() {
            if let Some((elapsed, answer)) = answer {
                self.go_to(at, before(now, elapsed));
                self.answer(answer, now, fold);
            }
        }
        self.go_to(position as usize, now);
        if over == 1 {
            self.end(now);
        }
        true
    }

    /// The numbers at the beginning, and the answer to each item with the seconds that it took.
    fn read(&self, state: &str) -> Option<([u64; 5], Vec<ReadAnswer>)> {
        let mut parts = state.split('.');
        let mut head = [0; 5];
        for number in &mut head {
            *number = parts.next()?.parse().ok()?;
        }
        if head[0] != FORMAT || head[1] != self.paper_number() || head[3] > LONGEST {
            return None;
        }
        let mut answers = Vec::new();
        for item in &self.items {
            answers.push(match parts.next()? {
                "" => None,
                part => {
                    let (elapsed, given) = part.split_once('-')?;
                    let elapsed = elapsed.parse().ok().filter(|elapsed| *elapsed <= LONGEST)?;
                    Some((elapsed, read(item, given)?))
                }
            });
        }
        parts.next().is_none().then_some((head, answers))
    }

    /// A number that follows from all that the paper shows; not above 2⁵², so that it is one of JavaScript's, too.
    fn paper_number(&self) -> u64 {
        let mut number = u64::from(self.mode == Mode::Test);
        for item in &self.items {
            let mut mix = |text: &str| number = Rng::for_item(number, text).next();
            mix(&item.id.0);
            mix(&item.stem);
            let (some, more) = shown(&item.task);
            for text in [some, more].into_iter().flatten() {
                mix(text);
            }
        }
        number >> 12
    }
}

/// What can be chosen or arranged.
fn shown(task: &Task) -> (&[String], &[String]) {
    match task {
        Task::Choice { options, .. } | Task::Typed { options, .. } => (options, &[]),
        Task::Order { items, .. } => (items, items),
        Task::Match { left, right, .. } => (right, left),
    }
}

fn seconds(time: Millis) -> u64 {
    (time.0 as u64 / 1000).min(LONGEST)
}

fn before(now: Millis, seconds: u64) -> Millis {
    Millis(now.0 - seconds as i64 * 1000)
}

fn write(out: &mut String, item: &Item, given: &Given) {
    match &given.answer {
        Answer::Choice(at) => digits(out, u32::from(*at), 1),
        Answer::Order(places) | Answer::Match(places) => {
            places.iter().for_each(|at| digits(out, u32::from(*at), 1));
        }
        Answer::Typed(words) => match shown(&item.task).0.iter().position(|option| option == words) {
            Some(at) => digits(out, at as u32, 1),
            None => typed(out, words, given.marking.grade),
        },
    }
}

/// So many digits of base 36.
fn digits(out: &mut String, number: u32, count: u32) {
    for place in (0..count).rev() {
        out.extend(char::from_digit(number / 36u32.pow(place) % 36, 36));
    }
}

fn typed(out: &mut String, words: &str, grade: Grade) {
    let is_long = words.chars().nth(LETTERS).is_some();
    if is_long && grade == Grade::Right {
        out.push('*');
        return;
    }
    for letter in words.chars().take(LETTERS) {
        digits(out, letter.into(), 4);
    }
    if is_long {
        out.push('~');
    }
}

/// The answer that was written; nothing where the item takes no such answer.
fn read(item: &Item, given: &str) -> Option<Answer> {
    let (some, more) = shown(&item.task);
    if let Task::Typed { key, .. } = &item.task {
        return match given {
            "*" => Some(Answer::Typed(key.clone())),
            _ if given.len() > 1 => untyped(given),
            _ => Some(Answer::Typed(some.get(given.parse::<usize>().ok()?)?.clone())),
        };
    }
    let mut numbers = Vec::new();
    for digit in given.chars() {
        let number = digit.to_digit(36).filter(|number| (*number as usize) < some.len())?;
        numbers.push(number as u8);
    }
    let wanted = if more.is_empty() { 1 } else { more.len() };
    if numbers.len() != wanted {
        return None;
    }
    Some(match item.task {
        Task::Order { .. } => Answer::Order(numbers),
        Task::Match { .. } => Answer::Match(numbers),
        _ => Answer::Choice(numbers[0]),
    })
}

fn untyped(given: &str) -> Option<Answer> {
    let whole = given.trim_end_matches('~');
    let mut words = String::new();
    for at in (0..whole.len()).step_by(4) {
        let letter = u32::from_str_radix(whole.get(at..at + 4)?, 36).ok()?;
        words.push(char::from_u32(letter)?);
    }
    if whole.len() < given.len() {
        words.push_str(CUT);
    }
    Some(Answer::Typed(words))
}
