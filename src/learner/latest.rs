//! The latest answers, each of which can be taken back, and what was put aside.

use super::desk::{Desk, Reckoned};
use super::el::{El, button, el};
use super::results::{place, topic};
use super::{filled, section};
use crate::domain::lang::Phrase;
use crate::domain::progress::overview::{answers, latest};
use crate::domain::progress::{Answered, Record};
use crate::domain::quiz::{Grade, ItemId};

const LATEST: Phrase = Phrase("最近の答え", "Latest answers");
const SUM: Phrase = Phrase(
    "これまでに{0}回答え、{1}回正しかった。",
    "Answers so far: {0}, right: {1}.",
);
const LEAD: Phrase = Phrase(
    "押しまちがえた答えは取り消せる。取り消した答えは消えずに残るが、どこにも数えない。",
    "An answer that was a slip can be taken back. It stays in the log and counts nowhere.",
);
const RIGHT: Phrase = Phrase("正しい", "Right");
const WRONG: Phrase = Phrase("違う", "Wrong");
const HINTS: Phrase = Phrase("・ヒントあり", ", with a hint");
const UNDO: Phrase = Phrase("取り消す", "Take back");
const ASIDE: Phrase = Phrase("脇に置いた問い", "Put aside");
const ASIDE_LEAD: Phrase = Phrase("復習には出ない。", "These are not asked in reviews.");
const BACK: Phrase = Phrase("戻す", "Bring back");

/// How many are listed.
const MOST: usize = 10;

/// The part; without content where there is nothing to say.
pub fn view(desk: &Desk, reckoned: &Reckoned) -> El {
    let part = section("latest", desk.say(LATEST)).kid(
        // What was done is said by what has the focus then.
        sum(desk).at("id", "record-sum").at("tabindex", "-1"),
    );
    if !reckoned.has_answers {
        return part.kids(aside(desk, reckoned));
    }
    let rows = latest(&desk.journal, &desk.pack.slug, MOST);
    let rows = rows
        .into_iter()
        .map(|(record, answered)| row(desk, reckoned, record, answered));
    part.kid(el("p").say(desk.say(LEAD)))
        .kid(el("ul").class("wrongs").kids(rows))
        .kids(aside(desk, reckoned))
}

fn sum(desk: &Desk) -> El {
    let (mut all, mut right) = (0, 0);
    for (_, answered) in answers(&desk.journal, &desk.pack.slug) {
        all += 1;
        right += u32::from(answered.grade == Grade::Right);
    }
    el("p").say(filled(desk.say(SUM), &[all, right]))
}

fn row(desk: &Desk, reckoned: &Reckoned, record: &Record, answered: &Answered) -> El {
    let mark = desk.say(if answered.grade == Grade::Right { RIGHT } else { WRONG });
    let hinted = (answered.hints > 0).then(|| el("span").say(desk.say(HINTS)));
    let given =
        (!answered.answer.is_empty()).then(|| el("span").at("lang", "ja").say(["・", &answered.answer].concat()));
    el("li")
        .kids(named(desk, reckoned, &answered.about.item))
        .kid(el("span").class("quiet").say(mark).kids(hinted).kids(given))
        .kid(of_item(desk, reckoned, &answered.about.item, "undo", UNDO).at("data-of", record.id.to_string()))
}

/// What an item is about, with the way to its place; its id, where the pack has it no more.
fn named(desk: &Desk, reckoned: &Reckoned, item: &ItemId) -> Vec<El> {
    match reckoned.find(item) {
        Some(offered) => vec![topic(desk.pack, offered.topic), place(desk.pack, offered.cite)],
        None => vec![el("span").class("quiet").say(&item.0)],
    }
}

/// A button of a row; its name holds what the row is about.
fn of_item(desk: &Desk, reckoned: &Reckoned, item: &ItemId, does: &'static str, name: Phrase) -> El {
    let about = reckoned
        .find(item)
        .map_or_else(|| item.0.clone(), |offered| topic(desk.pack, offered.topic).text());
    let name = desk.say(name);
    button("act", does, name).at("aria-label", [name, "：", &about].concat())
}

/// What is aside, each with the way back.
fn aside(desk: &Desk, reckoned: &Reckoned) -> Option<El> {
    let aside = desk.cards.standings().iter().filter(|standing| standing.aside);
    let rows: Vec<El> = aside
        .map(|standing| {
            let item = &standing.item;
            el("li")
                .kids(named(desk, reckoned, item))
                .kid(of_item(desk, reckoned, item, "back", BACK).at("data-of", &item.0))
        })
        .collect();
    (!rows.is_empty()).then(|| {
        let list = el("ul").class("wrongs").at("id", "learner-aside").kids(rows);
        let head = el("h3").say(desk.say(ASIDE));
        el("div").kid(head).kid(el("p").say(desk.say(ASIDE_LEAD))).kid(list)
    })
}
