//! Choosing a paper: documents, issues, kinds, number, mode. The choice stands in the address.

use yew::Html;

use crate::app::paper::{self, MOST, USUAL_COUNT};
use crate::app::query;
use crate::domain::pack::{Keyword, QuestionKind};
use crate::domain::quiz::Mode;
use crate::ui::Scene;
use crate::ui::compare::{Offered, documents, issues, ticks};
use crate::ui::el::{El, Node, el};

/// The page on which a paper is chosen.
pub fn setup(scene: Scene) -> Html {
    let words = scene.words;
    let folded = el("details")
        .class("filters")
        .kid(el("summary").say(words.quiz_issues))
        .kid(el("div").kid(ticks(scene, words.quiz_issues, "issues", issues)));
    let lead = el("p").class("lead").say(words.quiz_lead);
    el("div")
        .class("stack")
        .kid(el("div").class("head").kid(el("h1").say(words.check)).kid(lead))
        .kid(start(scene))
        .kid(mode(scene))
        .kid(number(scene))
        .kid(ticks(scene, words.quiz_documents, "docs", documents))
        .kid(ticks(scene, words.quiz_kinds, "kinds", kinds))
        .kid(folded)
        .kid(seed(scene))
        .node()
}

fn kinds(scene: Scene) -> Vec<Offered> {
    let kind = |(word, kind): &(&'static str, QuestionKind)| (*word, scene.words.question_kind(*kind).to_owned());
    QuestionKind::WORDS.iter().map(kind).collect()
}

/// The seed of the address, or a fresh one.
fn chosen_seed(scene: Scene) -> u64 {
    let asked = query::get(&scene.model.address.query, "seed").and_then(|text| text.trim().parse().ok());
    asked.unwrap_or(scene.model.next_seed)
}

fn start(scene: Scene) -> El {
    let address = paper::address(&scene.model.address.query, chosen_seed(scene));
    let link = el("a")
        .class("act chief")
        .at("id", "start-quiz")
        .href(["#", &address.fragment(scene.pack())].concat())
        .say(scene.words.quiz_start);
    el("div")
        .class("next")
        .kid(link)
        .kid(el("span").class("quiet").say(scene.words.keys_hint))
}

fn mode(scene: Scene) -> El {
    let now = paper::options(scene.pack(), &scene.model.address.query).mode;
    let choice = |mode: Mode, word: &str, name: &str| {
        let input = el("input")
            .at("type", "radio")
            .at("name", "mode")
            .at("data-input", "value:mode")
            .value(word.to_owned())
            .checked(mode == now);
        el("label").kid(input).kid(el("span").tell(name))
    };
    let choices = el("div")
        .class("ticks")
        .kid(choice(Mode::Practice, "practice", scene.words.mode_practice))
        .kid(choice(Mode::Test, "test", scene.words.mode_test));
    el("fieldset").kid(el("legend").say(scene.words.quiz_mode)).kid(choices)
}

fn number(scene: Scene) -> El {
    let now = query::get(&scene.model.address.query, "n").unwrap_or_else(|| USUAL_COUNT.to_string());
    let input = el("input")
        .class("field")
        .at("type", "number")
        .at("min", "1")
        .with("max", MOST.to_string())
        .at("data-input", "value:n")
        .value(now);
    el("label").say(scene.words.quiz_number).say(" ").kid(input)
}

fn seed(scene: Scene) -> El {
    let input = el("input")
        .class("field")
        .at("type", "text")
        .at("inputmode", "numeric")
        .at("data-input", "value:seed")
        .value(chosen_seed(scene).to_string());
    el("div")
        .kid(el("label").say(scene.words.quiz_seed).say(" ").kid(input))
        .kid(el("p").class("quiet").say(scene.words.quiz_seed_note))
}
