//! Views that are drawn when the page is made and stand in it as text: the app only says which of them is shown.

use yew::Html;

use super::Scene;
use super::el::{El, Node, all, el, text};
use crate::app::route::{Drawn, Route};
use crate::domain::lang::Lang;

/// What such a view is called.
pub fn name(scene: Scene, drawn: Drawn) -> &'static str {
    match drawn {
        Drawn::Timeline => scene.words.timeline,
        Drawn::Telling => scene.words.telling,
        Drawn::Figures => scene.words.figures,
        Drawn::Known => scene.words.known,
        Drawn::Agreement => scene.words.agreement,
        Drawn::Codebook => scene.words.codebook,
    }
}

/// The element that opens the view, in the language of the page (`assets/here.js`).
pub fn view(scene: Scene, drawn: Drawn) -> Html {
    let language = match scene.lang() {
        Lang::Ja => "",
        Lang::En => "en/",
    };
    el("kept-part").with("of", [language, drawn.word()].concat()).node()
}

/// A link to one.
pub fn link(scene: Scene, drawn: Drawn) -> El {
    el("a")
        .href(scene.model.href(&Route::Drawn(drawn)))
        .say(name(scene, drawn))
}

/// Links to all of them.
pub fn links(scene: Scene) -> El {
    let link = |drawn| all([link(scene, drawn).class("act").node(), text(" ")]);
    el("p").class("acts").kids(Drawn::ALL.map(link))
}
