//! The quiz: choosing a paper, one question at a time, the result.

mod question;
mod result;
mod setup;

pub use result::{document, tallies};
pub use setup::setup;

use yew::prelude::*;

use super::Scene;
use crate::app::route::Route;

/// The running quiz, or what came of it.
pub fn paper(scene: Scene) -> Html {
    match &scene.model.paper {
        Some(paper) if paper.session.items.is_empty() => html! {
            <div class="empty" id="paper">
                <p id="stem" tabindex="-1">{ scene.words.quiz_empty }</p>
                <a class="act" href={scene.model.href_with(&Route::Quiz, &paper.query)}>{ scene.words.check }</a>
            </div>
        },
        Some(paper) if paper.session.is_over() => result::view(scene, paper),
        Some(paper) => question::view(scene, paper),
        None => html! {},
    }
}
