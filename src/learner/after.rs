//! What is said of an answer in the quiz: when its question comes again, and how to take it back or put the question aside.

use super::desk::Desk;
use super::el::{El, button, el};
use crate::domain::lang::Phrase;
use crate::domain::progress::EntryId;
use crate::domain::quiz::ItemId;
use crate::domain::words::fill;

const NEXT: Phrase = Phrase("この問いが次に出るのは、{}。", "This question comes again: {}.");
const UNDONE: Phrase = Phrase(
    "取り消した。この答えは、記録でも復習の計画でも数えない。",
    "Taken back: this answer counts neither in the record nor for the plan of reviews.",
);
const ASIDE: Phrase = Phrase(
    "脇に置いた。復習には出ない。「記録」でも戻せる。",
    "Put aside: it is not asked in reviews. It can be brought back in the record, too.",
);
const UNDO: Phrase = Phrase("この答えを取り消す", "Take this answer back");
const PUT_ASIDE: Phrase = Phrase("この問いを脇に置く", "Put this question aside");
const BACK: Phrase = Phrase("この問いを戻す", "Bring this question back");

/// The id of the button by which the engine is told that an answer was taken back.
pub const TAKEN_BACK: &str = "learner-taken-back";

/// The answer that is spoken of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Its id.
    pub entry: EntryId,
    /// What was answered.
    pub item: ItemId,
    /// Whether it stands or was taken back here.
    pub state: State,
}

/// Whether an answer counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It does.
    Stands,
    /// It was taken back.
    Undone,
}

/// The part.
pub fn after(desk: &Desk, said: &Said) -> El {
    let standing = desk.cards.standing(&said.item);
    let is_undone = said.state == State::Undone;
    let says = match standing.card.due {
        _ if standing.aside => desk.say(ASIDE).to_owned(),
        _ if is_undone => desk.say(UNDONE).to_owned(),
        Some(due) => fill(desk.say(NEXT), &[&desk.due_in_words(due)]),
        None => String::new(),
    };
    let undo = || button("act", "undo", desk.say(UNDO)).at("data-of", said.entry.to_string());
    let (does, name) = if standing.aside {
        ("back", BACK)
    } else {
        ("aside", PUT_ASIDE)
    };
    let put = button("act", does, desk.say(name)).at("data-of", &said.item.0);
    let acts = el("p").class("acts").kids((!is_undone).then(undo)).kid(put);
    let told = is_undone.then(|| taken_back(said.entry));
    let says = el("p").at("id", "learner-after-says").at("tabindex", "-1").say(says);
    el("div").class("learner-after").kid(says).kid(acts).kids(told)
}

/// Which answer of the running paper it was, as a button of the engine that the platform presses; the last eight bits of an
/// answer's id are its place in the paper.
fn taken_back(entry: EntryId) -> El {
    let word = ["taken-back:", &(entry.0 & 255).to_string()].concat();
    el("button")
        .at("id", TAKEN_BACK)
        .at("hidden", "")
        .at("data-press", word)
}
