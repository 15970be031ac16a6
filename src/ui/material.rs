//! Putting a part of the page into a course: the frame of the dialogue. What it holds is drawn by the second module.

use yew::Html;

use super::Scene;
use super::el::{El, Node, el};
use crate::app::query;
use crate::app::route::Route;

/// The dialogue, which begins with the view that the address names.
pub fn view(scene: Scene) -> Html {
    let words = scene.words;
    let of = query::get(&scene.model.address.query, "of").unwrap_or_default();
    let part = el("learner-part")
        .key(&["material ", &of].concat())
        .with("of", of)
        .lang(words.code);
    el("div")
        .class("stack")
        .kid(el("h1").say(words.material))
        .kid(el("p").class("lead").say(words.material_lead))
        .kid(part)
        .node()
}

/// A link to it from the present view.
pub fn link(scene: Scene) -> El {
    let model = scene.model;
    let query = match model.route() {
        Route::Material => model.address.query.clone(),
        _ => query::set("", "of", &model.address.fragment(model.pack())),
    };
    scene
        .asking(el("a"), model.href_with(&Route::Material, &query))
        .say(scene.words.material)
}
