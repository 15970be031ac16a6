//! An address that leads nowhere: what was asked for, and where to go instead.

use yew::Html;

use super::Scene;
use super::el::{El, Node, el};
use super::words::fill;
use crate::app::query;
use crate::app::route::{Lost, Route};

/// The helpful page.
pub fn view(scene: Scene, lost: &Lost) -> Html {
    let words = scene.words;
    let (text, nearest, asked) = match lost {
        Lost::Unknown(path) | Lost::NotInPack(path) => (fill(words.lost_unknown, &[path]), None, path.as_str()),
        Lost::NoSuchPlace(id, place) => {
            let short = scene.pick(&scene.pack()[*id].short);
            (
                fill(words.lost_place, &[short, place]),
                Some((Route::Document(*id, None), short)),
                short,
            )
        }
    };
    let last = asked.rsplit('/').next().unwrap_or(asked);
    let link = nearest.map(|(route, short)| link(scene, &route, short).class("act chief"));
    let search = scene.model.href_with(&Route::Search, &query::set("", "q", last));
    let search = el("a").href(search).say(words.lost_search).say(" ").tell(last);
    let lead = el("p").class("lead").tell(&text);
    el("div")
        .class("entry")
        .kid(el("div").class("head").kid(el("h1").say(words.lost_title)).kid(lead))
        .kid(link.map(|link| el("p").kid(link)))
        .kid(el("p").kid(search))
        .kid(el("h2").say(words.lost_go))
        .kid(places(scene))
        .node()
}

/// Where one can always go.
fn places(scene: Scene) -> El {
    let words = scene.words;
    let places = [
        (Route::Start, words.name),
        (Route::Shelf, words.shelf),
        (Route::Glossary, words.terms),
        (Route::Compare, words.compare),
    ];
    let place = |(route, name): (Route, &str)| el("li").kid(link(scene, &route, name).class("act"));
    el("ul").class("acts").kids(places.map(place))
}

fn link(scene: Scene, route: &Route, name: &str) -> El {
    el("a").href(scene.model.href(route)).tell(name)
}
