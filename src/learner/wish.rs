//! How much is to be remembered, and what that costs.

use super::desk::{Desk, Reckoned};
use super::el::{El, el};
use super::{filled, section};
use crate::domain::lang::Phrase;
use crate::domain::schedule::{Card, workload};

const WISH: Phrase = Phrase("目標の定着率", "Desired retention");
const LEAD: Phrase = Phrase(
    "復習の時期がきたときに、10問のうち何問を覚えていたいか。高くすると忘れにくくなり、復習が増える。低くすると、少ない時間で広く学べる。",
    "How much you want to remember when a question comes due. Higher: you forget less and review more. Lower: you cover more in the same time.",
);
const PER_CENT: Phrase = Phrase("目標の定着率（%）", "Desired retention (%)");
const NEW: Phrase = Phrase("1日の新しい問い", "New questions a day");
const COST: Phrase = Phrase(
    "{0}%なら、これから30日は1日におよそ{1}問、{2}分。",
    "At {0}%: about {1} questions or {2} minutes a day over the next 30 days.",
);
const EXPECTED: Phrase = Phrase(
    "そのあと、これまでに答えた問いのおよそ{}%を覚えている見込み。",
    "After that you would know about {}% of what you have answered so far.",
);
const MODEL: Phrase = Phrase(
    "見込みは FSRS-6 という忘却の模型による。実際の定着率は上の「成果」で目標と比べられる。",
    "These are expectations of the model FSRS-6. Compare the measured retention with the desired one above.",
);
/// How far the cost looks ahead.
const DAYS: u32 = 30;
/// What can be chosen as new questions a day.
const NEW_A_DAY: [u8; 6] = [0, 5, 10, 15, 20, 30];

/// The part.
pub fn view(desk: &Desk, reckoned: &Reckoned) -> El {
    let plan = desk.plan;
    let range = el("input")
        .at("type", "range")
        .at("id", "learner-retention-input")
        .at("data-wish", "retention")
        .at("aria-describedby", "learner-cost")
        .number("min", 70)
        .number("max", 97)
        .number("value", u32::from(plan.retention));
    let choice = |number: u8| {
        let option = el("option").number("value", u32::from(number)).say(number.to_string());
        if number == plan.new_a_day {
            option.at("selected", "")
        } else {
            option
        }
    };
    let new = el("select")
        .class("field")
        .at("id", "learner-new")
        .at("data-wish", "new")
        .kids(NEW_A_DAY.map(choice));
    let label = |of: &'static str, phrase: Phrase| el("label").at("for", of).say(desk.say(phrase));
    section("retention", desk.say(WISH))
        .kid(el("p").say(desk.say(LEAD)))
        .kid(
            el("p")
                .class("learner-field")
                .kid(label("learner-retention-input", PER_CENT))
                .kid(range),
        )
        .kid(el("p").class("learner-field").kid(label("learner-new", NEW)).kid(new))
        .kid(cost(desk, reckoned))
        .kid(el("p").class("quiet").say(desk.say(MODEL)))
}

/// What the wish costs, in words.
pub fn cost(desk: &Desk, reckoned: &Reckoned) -> El {
    let cards: Vec<Card> = reckoned
        .cards
        .standings()
        .iter()
        .filter(|one| !one.aside)
        .map(|one| one.card)
        .collect();
    let new = u32::from(desk.plan.new_a_day);
    let work = workload(&cards, new, DAYS, desk.now, &reckoned.parameters, &desk.calendar);
    let minutes = (work.answers_a_day * reckoned.usual_time.0 as f64 / 60_000.0).ceil() as u32;
    let answers = work.answers_a_day.round() as u32;
    let mut text = filled(desk.say(COST), &[u32::from(desk.plan.retention), answers, minutes]);
    if reckoned.has_answers {
        let known = (work.known * 100.0).round() as u32;
        text = [&text, " ", &filled(desk.say(EXPECTED), &[known])].concat();
    }
    el("p").at("id", "learner-cost").at("role", "status").say(text)
}
