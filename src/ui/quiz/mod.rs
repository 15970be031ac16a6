//! The quiz: choosing a paper, one question at a time, the result.

mod question;
mod result;
mod setup;
#[cfg(not(target_arch = "wasm32"))]
mod sheet;

pub use setup::setup;
#[cfg(not(target_arch = "wasm32"))]
pub use sheet::sheet;

use yew::Html;

use super::Scene;
use super::el::{Node, el};
use crate::app::paper::PaperState;
use crate::app::route::Route;

/// The running quiz, or what came of it.
pub fn paper(scene: Scene) -> Html {
    match &scene.model.paper {
        Some(paper) if paper.session.items.is_empty() => empty(scene, paper),
        Some(paper) if paper.session.is_over() => result::view(scene, paper),
        Some(paper) => question::view(scene, paper),
        None => Html::default(),
    }
}

/// Nothing can be asked of what was chosen.
fn empty(scene: Scene, paper: &PaperState) -> Html {
    let back = scene.model.href_with(&Route::Quiz, &paper.query);
    el("div")
        .class("empty")
        .at("id", "paper")
        .kid(
            el("p")
                .at("id", "stem")
                .at("tabindex", "-1")
                .say(scene.words.quiz_empty),
        )
        .kid(el("a").class("act").href(back).say(scene.words.check))
        .node()
}
