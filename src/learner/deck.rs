//! Cards of terms, which the learner turns and rates.

use super::desk::{Desk, Reckoned, Round, Side};
use super::el::{El, button, el};
use super::{filled, section};
use crate::app::route::Route;
use crate::domain::lang::Phrase;
use crate::domain::pack::TermId;
use crate::domain::progress::{Answered, Deed, EntryId, Named, Way, term_of_card};
use crate::domain::quiz::{Grade, Millis, Mode};
use crate::domain::schedule::{Rating, next};

const CARDS: Phrase = Phrase("用語カード", "Term cards");
const LEAD: Phrase = Phrase(
    "語を見て、読みと意味を思い出す。裏を見て、思い出せたかどうかを自分でつける。",
    "See a word, recall its reading and meaning, turn the card, and rate your recall yourself.",
);
const COUNTS: Phrase = Phrase("時期がきたカード：{0}。新しいカード：{1}。", "Due: {0}. New: {1}.");
const BEGIN: Phrase = Phrase("カードを始める（{}枚）", "Begin the cards ({})");
const NOTHING: Phrase = Phrase(
    "今日のカードは、もうない。新しい問いの1日の数は、カードと合わせて数える。",
    "No more cards for today. The daily number of new ones is for questions and cards together.",
);
const OF: Phrase = Phrase("{0}枚中{1}枚目", "Card {1} of {0}");
const TURN: Phrase = Phrase("裏を見る", "Turn");
const MORE: Phrase = Phrase("用語のページ", "The term’s page");
const ASK: Phrase = Phrase(
    "読みと意味を思い出せたか。思い出せなかったら、おしくても「もう一度」。「難しい」は、時間がかかっても自分で思い出せたとき。",
    "Did you recall reading and meaning? If you did not, even if nearly, it is “Again”. “Hard” is for what you did recall, with effort.",
);
const HOW: Phrase = Phrase("思い出せたか", "How well did you recall it?");
/// The names of the ratings and what they mean, in their order.
const RATINGS: [(Phrase, Phrase); 4] = [
    (Phrase("もう一度", "Again"), Phrase("思い出せなかった", "not recalled")),
    (
        Phrase("難しい", "Hard"),
        Phrase("苦労して思い出せた", "recalled with effort"),
    ),
    (Phrase("普通", "Good"), Phrase("思い出せた", "recalled")),
    (Phrase("簡単", "Easy"), Phrase("すぐに思い出せた", "recalled at once")),
];
const UNDO: Phrase = Phrase("前のカードを取り消す", "Take the last card back");
const ASIDE: Phrase = Phrase("このカードを脇に置く", "Put this card aside");
const LEAVE: Phrase = Phrase("やめる", "Leave");

/// Cards of a round at most.
pub(super) const MOST: usize = 50;

/// The part.
pub fn view(desk: &Desk, reckoned: &Reckoned) -> El {
    if let Some(card) = card(desk) {
        return card;
    }
    let (items, due) = reckoned.sitting(desk, Way::Rated);
    let counts = filled(desk.say(COUNTS), &[due as u32, (items.len() - due) as u32]);
    let counts = el("p").at("id", "learner-deck-says").at("tabindex", "-1").say(counts);
    let part = section("deck", desk.say(CARDS))
        .kid(el("p").say(desk.say(LEAD)))
        .kid(counts);
    let count = items.len().min(MOST) as u32;
    part.kid(match count {
        0 => el("p").class("quiet").say(desk.say(NOTHING)),
        _ => {
            let begin = button("act", "begin-cards", &filled(desk.say(BEGIN), &[count]));
            el("p").class("acts").kid(begin)
        }
    })
}

/// The cards of a round that begins now.
#[must_use]
pub fn round(desk: &Desk) -> Round {
    let (mut items, _) = desk.reckoned().sitting(desk, Way::Rated);
    items.truncate(MOST);
    Round {
        items,
        at: 0,
        side: Side::Front,
        shown: desk.now,
        last: None,
    }
}

/// What a rating of the card that is shown is in the log.
#[must_use]
pub fn rated(desk: &Desk, rating: Rating, now: Millis) -> Option<Deed> {
    let round = desk.round.as_ref()?;
    let grade = if rating == Rating::Again {
        Grade::Wrong
    } else {
        Grade::Right
    };
    Some(Deed::Answer(Answered {
        about: Named {
            item: round.items.get(round.at)?.clone(),
            pack: desk.pack.slug.clone(),
        },
        grade,
        answer: String::new(),
        elapsed: now.since(round.shown),
        mode: Mode::Practice,
        hints: 0,
        rating: Some(rating),
    }))
}

impl Round {
    /// The round with another card on top; nothing after the last one.
    #[must_use]
    pub fn at(self, at: usize, last: Option<EntryId>, now: Millis) -> Option<Self> {
        (at < self.items.len()).then_some(Self {
            at,
            side: Side::Front,
            shown: now,
            last,
            ..self
        })
    }
}

/// The part while cards are being turned.
#[must_use]
pub fn card(desk: &Desk) -> Option<El> {
    let round = desk.round.as_ref()?;
    let term = term_of_card(desk.pack, round.items.get(round.at)?)?;
    let step = filled(desk.say(OF), &[round.items.len() as u32, round.at as u32 + 1]);
    let word = el("p")
        .at("id", "learner-front")
        .class("learner-front")
        .at("lang", "ja");
    let card = el("div")
        .at("id", "learner-card")
        .class("learner-card")
        .at("tabindex", "-1")
        .kid(el("p").class("quiet").say(step))
        .kid(word.say(&desk.pack[term].headword));
    let card = match round.side {
        Side::Front => {
            let turn = button("act chief", "turn", desk.say(TURN));
            card.kid(turn.at("id", "learner-turn").at("aria-describedby", "learner-front"))
        }
        Side::Back => card.kids(back(desk, term)).kid(ratings(desk, round)),
    };
    Some(section("deck", desk.say(CARDS)).kid(card).kid(others(desk, round)))
}

/// What stands on the back.
fn back(desk: &Desk, term: TermId) -> [El; 4] {
    let entry = &desk.pack[term];
    let href = ["#", &Route::Term(term).fragment(desk.pack)].concat();
    let name = [&entry.headword, "：", desk.say(MORE)].concat();
    [
        el("p").at("lang", "ja").say(&entry.reading),
        el("p").class("quiet").at("lang", "en").say(&entry.en),
        el("p").say(desk.lang.pick(&entry.gloss)),
        el("p").kid(el("a").at("href", href).at("aria-label", name).say(desk.say(MORE))),
    ]
}

/// The four buttons, each with when the card comes again then.
fn ratings(desk: &Desk, round: &Round) -> El {
    let parameters = desk.parameters();
    let standing = desk.cards.standing(&round.items[round.at]);
    let outcomes = next(&standing.card, desk.now, &parameters, &desk.calendar);
    let rating = |(rating, (name, means)): (Rating, (Phrase, Phrase))| {
        let number = rating.number().to_string();
        let due = outcomes[usize::from(rating.number() - 1)].due;
        let line = |class: &'static str, text: &str| el("span").class(class).say(text);
        button("act", "rate", "")
            .at("data-of", &number)
            .kid(el("kbd").at("aria-hidden", "true").say(&number))
            .kid(el("b").say(desk.say(name)))
            .kid(line("", desk.say(means)))
            .kid(line("quiet", &desk.due_in_words(due)))
    };
    let group = el("div")
        .class("learner-ratings")
        .at("role", "group")
        .at("aria-label", desk.say(HOW));
    el("div")
        .class("stack")
        .kid(el("p").say(desk.say(ASK)))
        .kid(group.kids(Rating::ALL.into_iter().zip(RATINGS).map(rating)))
}

/// What can be done besides.
fn others(desk: &Desk, round: &Round) -> El {
    let undo = round
        .last
        .map(|last| button("act", "undo-card", desk.say(UNDO)).at("data-of", last.to_string()));
    let aside = button("act", "aside-card", desk.say(ASIDE)).at("data-of", &round.items[round.at].0);
    el("p")
        .class("acts")
        .kids(undo)
        .kid(aside)
        .kid(button("act", "leave", desk.say(LEAVE)))
}
