//! Views that are drawn when the page is made and stand as text in it or beside it: the app only says which of them is shown.

use super::Scene;
use super::el::{El, Node, all, el, text};
use crate::app::route::{Drawn, Route};
use crate::domain::lang::Lang;

/// Those whose Japanese stands on a page of its own: they are long, and what they cite stands in other parts, too.
pub const APART: [Drawn; 2] = [Drawn::Telling, Drawn::Known];

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

/// The id of the text that the view has in a language; that of the address is taken where it does not stand by itself.
pub fn id(drawn: Drawn, lang: Lang) -> String {
    let language = match lang {
        Lang::Ja if APART.contains(&drawn) => "ja/",
        Lang::Ja => "",
        Lang::En => "en/",
    };
    [language, drawn.word()].concat()
}

/// The element that opens the view, in the language of the page (`assets/here.js`).
pub fn view(scene: Scene, drawn: Drawn) -> El {
    el("kept-part").with("of", id(drawn, scene.lang()))
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
