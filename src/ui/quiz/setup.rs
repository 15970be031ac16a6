//! Choosing a paper: documents, issues, kinds, number, mode. The choice stands in the address.

use yew::prelude::*;

use crate::app::paper::{self, MOST, USUAL_COUNT};
use crate::app::query;
use crate::domain::pack::{FindBySlug, Keyword, QuestionKind};
use crate::domain::quiz::Mode;
use crate::ui::Scene;
use crate::ui::compare::ticks;

/// The page on which a paper is chosen.
pub fn setup(scene: Scene) -> Html {
    let (pack, words, lang) = (scene.pack(), scene.words, scene.lang());
    let documents = pack.documents().map(|id| {
        (
            id.slug(pack).to_owned(),
            [pack[id].label.as_str(), " ", lang.pick(&pack[id].short)].concat(),
        )
    });
    let issues = pack
        .issues()
        .map(|id| (id.slug(pack).to_owned(), lang.pick(&pack[id].title).to_owned()));
    let kinds = QuestionKind::WORDS
        .iter()
        .map(|(word, kind)| ((*word).to_owned(), words.question_kind(*kind).to_owned()));
    html! {
        <div class="stack">
            <div class="head"><h1>{ words.check }</h1><p class="lead">{ words.quiz_lead }</p></div>
            { start(scene) }
            { mode(scene) }
            { number(scene) }
            { ticks(scene, words.quiz_documents, "docs", documents.collect()) }
            { ticks(scene, words.quiz_kinds, "kinds", kinds.collect()) }
            <details class="filters"><summary>{ words.quiz_issues }</summary><div>{ ticks(scene, words.quiz_issues, "issues", issues.collect()) }</div></details>
            { seed(scene) }
        </div>
    }
}

/// The seed of the address, or a fresh one.
fn chosen_seed(scene: Scene) -> u64 {
    let asked = query::get(&scene.model.address.query, "seed").and_then(|text| text.trim().parse().ok());
    asked.unwrap_or(scene.model.next_seed)
}

fn start(scene: Scene) -> Html {
    let address = paper::address(&scene.model.address.query, chosen_seed(scene));
    html! {
        <div class="next">
            <a class="act chief" id="start-quiz" href={["#", &address.fragment(scene.pack())].concat()}>{ scene.words.quiz_start }</a>
            <span class="quiet">{ scene.words.keys_hint }</span>
        </div>
    }
}

fn mode(scene: Scene) -> Html {
    let now = paper::options(scene.pack(), &scene.model.address.query).mode;
    let choice = |mode: Mode, word: &'static str, name: &'static str| {
        html! { <label><input type="radio" name="mode" data-input="value:mode" value={word} checked={mode == now}/><span>{ name }</span></label> }
    };
    html! {
        <fieldset>
            <legend>{ scene.words.quiz_mode }</legend>
            <div class="ticks">{ choice(Mode::Practice, "practice", scene.words.mode_practice) }{ choice(Mode::Test, "test", scene.words.mode_test) }</div>
        </fieldset>
    }
}

fn number(scene: Scene) -> Html {
    let now = query::get(&scene.model.address.query, "n").unwrap_or_else(|| USUAL_COUNT.to_string());
    html! {
        <label>{ scene.words.quiz_number }{ " " }<input class="field" type="number" min="1" max={MOST.to_string()} data-input="value:n" value={now}/></label>
    }
}

fn seed(scene: Scene) -> Html {
    html! {
        <div>
            <label>{ scene.words.quiz_seed }{ " " }<input class="field" type="text" inputmode="numeric" data-input="value:seed" value={chosen_seed(scene).to_string()}/></label>
            <p class="quiet">{ scene.words.quiz_seed_note }</p>
        </div>
    }
}
