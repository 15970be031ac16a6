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
const HOUR: Phrase = Phrase("新しい日が始まる時刻", "Hour at which a new day begins");
const MARKS: Phrase = Phrase("本文と用語集の印", "Marks in texts and glossary");
const MARKED: [Phrase; 2] = [
    Phrase("つけない", "None"),
    Phrase(
        "覚えた語に実線、あやふやな語に波線、新しい語に点線",
        "Known terms: solid line; shaky: wavy; new: dotted",
    ),
];
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
/// The hours at which a day can begin.
const HOURS: [u8; 7] = [0, 1, 2, 3, 4, 5, 6];

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
    let label = |of: &'static str, phrase: Phrase| el("label").at("for", of).say(desk.say(phrase));
    let field = |label: El, input: El| el("p").class("learner-field").kid(label).kid(input);
    let number = |value: u8| (value, value.to_string());
    let hour = |value: u8| (value, [&value.to_string(), ":00"].concat());
    let marks = [0, 1].map(|at: u8| (at, desk.say(MARKED[usize::from(at)]).to_owned()));
    let new = list("learner-new", "new", plan.new_a_day, &NEW_A_DAY.map(number));
    let hours = list("learner-hour", "hour", plan.new_day, &HOURS.map(hour));
    let marks = list("learner-marks", "marks", plan.marks as u8, &marks);
    section("retention", desk.say(WISH))
        .kid(el("p").say(desk.say(LEAD)))
        .kid(field(label("learner-retention-input", PER_CENT), range))
        .kid(field(label("learner-new", NEW), new))
        .kid(cost(desk, reckoned))
        .kid(el("p").class("quiet").say(desk.say(MODEL)))
        .kid(field(label("learner-hour", HOUR), hours))
        .kid(field(label("learner-marks", MARKS), marks))
}

/// A list to choose a wish from: values and their names.
fn list(id: &'static str, wish: &'static str, chosen: u8, choices: &[(u8, String)]) -> El {
    let option = |(value, name): &(u8, String)| {
        let option = el("option").number("value", u32::from(*value)).say(name);
        if *value == chosen {
            option.at("selected", "")
        } else {
            option
        }
    };
    el("select")
        .class("field")
        .at("id", id)
        .at("data-wish", wish)
        .kids(choices.iter().map(option))
}

/// What the wish costs, in words.
pub fn cost(desk: &Desk, reckoned: &Reckoned) -> El {
    let cards: Vec<Card> = desk
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
