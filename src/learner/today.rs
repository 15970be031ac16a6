//! What is to be asked today, and the ways to begin.

use super::desk::{Desk, Reckoned};
use super::el::{El, el};
use super::results::{place, topic};
use super::{backup, filled, section};
use crate::app::paper::MOST;
use crate::domain::lang::Phrase;
use crate::domain::progress::{LEECH, Way};
use crate::domain::quiz::{ItemId, Millis};
use crate::domain::schedule::{Due, within};
use crate::domain::words::fill;

const TODAY: Phrase = Phrase("今日の復習", "Today’s review");
const COUNTS: Phrase = Phrase(
    "復習の時期がきた問い：{0}。新しい問い：{1}（1日に{2}まで）。",
    "Due: {0}. New: {1} (up to {2} a day).",
);
const NOTHING: Phrase = Phrase("今日は、もう何もない。", "Nothing more for today.");
const NOTHING_NOW: Phrase = Phrase("いまは、何もない。", "Nothing just now.");
const NEXT: Phrase = Phrase("次は{}。", "Next: {}.");
const ALL: Phrase = Phrase("復習を始める（{}問）", "Begin the review (questions: {})");
const SHORT: Phrase = Phrase("5分だけ（{}問）", "Five minutes (questions: {})");
const RULE: Phrase = Phrase(
    "忘れかけるころに同じ問いがまた出る。日は午前{}時にあらたまる。",
    "A question comes again about when it would be forgotten. Days begin at {}:00 in the morning.",
);
const LEECHES: Phrase = Phrase(
    "くり返し忘れている問いがある。始める前に、段落を読みなおすと早い。",
    "Some of these were forgotten again and again. Reading their paragraphs first will help more than another try.",
);
/// The length of a short sitting.
const FIVE_MINUTES: Millis = Millis(300_000);

/// The part.
pub fn view(desk: &Desk, reckoned: &Reckoned) -> El {
    let today = Today::new(desk, reckoned);
    let counts = [today.due as u32, today.new as u32, u32::from(desk.plan.new_a_day)];
    let counts = filled(desk.say(COUNTS), &counts);
    let part = section("today", desk.say(TODAY)).kid(el("p").at("id", "learner-counts").say(counts));
    match today.items.is_empty() {
        true => part.kid(el("p").say(nothing(desk))),
        false => part.kid(ways(desk, &today.items, within(FIVE_MINUTES, reckoned.usual_time))),
    }
    .kids(leeches(desk, reckoned, &today.items))
    .kids(backup::reminder(desk))
    .kid(
        el("p")
            .class("quiet")
            .say(filled(desk.say(RULE), &[u32::from(desk.plan.new_day)])),
    )
}

/// Links to a paper of exactly these items: of all, as far as a paper holds them, and of as many as a short time allows.
fn ways(desk: &Desk, items: &[ItemId], short: usize) -> El {
    let all = items.len().min(usize::from(MOST));
    let way = |class: &'static str, phrase: Phrase, count: usize| {
        el("a")
            .class(class)
            .at("href", address(&items[..count], desk.now))
            .say(filled(desk.say(phrase), &[count as u32]))
    };
    let short = (short < all).then(|| way("act", SHORT, short));
    el("p").class("acts").kid(way("act chief", ALL, all)).kids(short)
}

/// The address of a review; the seed puts the options in another order each time.
fn address(items: &[ItemId], now: Millis) -> String {
    let ids: Vec<&str> = items.iter().map(|item| item.0.as_str()).collect();
    let seed = (now.0 / 60_000).rem_euclid(1_000_000);
    ["#quiz/paper?seed=", &seed.to_string(), "&items=", &ids.join(",")].concat()
}

/// That nothing is due, and when the next item is: one that was missed comes again within minutes.
fn nothing(desk: &Desk) -> String {
    let open = desk.cards.standings().iter().filter(|standing| !standing.aside);
    let to_come = open
        .filter_map(|standing| standing.card.due)
        .filter(|due| due.begins(&desk.calendar) > desk.now);
    let (says, next) = match to_come.min_by_key(|due| due.begins(&desk.calendar)) {
        Some(due @ Due::At(_)) => (NOTHING_NOW, desk.due_in_words(due)),
        Some(Due::On(day)) => (NOTHING, desk.written(day)),
        None => return desk.say(NOTHING).to_owned(),
    };
    [desk.say(says), &*fill(desk.say(NEXT), &[&next])].concat()
}

/// What a sitting of today would hold.
struct Today {
    due: usize,
    new: usize,
    items: Vec<ItemId>,
}

impl Today {
    fn new(desk: &Desk, reckoned: &Reckoned) -> Self {
        let (items, due) = reckoned.sitting(desk, Way::Asked);
        Self {
            due,
            new: items.len() - due,
            items,
        }
    }
}

/// Those of today's items that are forgotten again and again, with the paragraphs to read before.
fn leeches(desk: &Desk, reckoned: &Reckoned, items: &[ItemId]) -> Option<El> {
    let today = items.iter().filter_map(|item| reckoned.find(item));
    let rows: Vec<El> = today
        .filter(|offered| offered.offer.card.lapses >= LEECH)
        .map(|offered| {
            el("li")
                .kid(topic(desk.pack, offered.topic))
                .kid(place(desk.pack, offered.cite))
        })
        .collect();
    (!rows.is_empty()).then(|| {
        let list = el("ul").class("wrongs").kids(rows);
        el("div")
            .class("learner-note")
            .kid(el("p").say(desk.say(LEECHES)))
            .kid(list)
    })
}
