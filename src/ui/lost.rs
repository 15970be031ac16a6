//! An address that leads nowhere: what was asked for, and where to go instead.

use yew::prelude::*;

use super::Scene;
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
    let places = [
        (Route::Start, words.name),
        (Route::Shelf, words.shelf),
        (Route::Glossary, words.terms),
        (Route::Compare, words.compare),
    ];
    html! {
        <div class="entry">
            <div class="head"><h1>{ words.lost_title }</h1><p class="lead">{ text }</p></div>
            if let Some((route, short)) = nearest {
                <p><a class="act chief" href={scene.model.href(&route)}>{ short }</a></p>
            }
            <p><a href={scene.model.href_with(&Route::Search, &query::set("", "q", last))}>{ words.lost_search }{ " " }{ last }</a></p>
            <h2>{ words.lost_go }</h2>
            <ul class="acts">{ for places.iter().map(|(route, name)| html! { <li><a class="act" href={scene.model.href(route)}>{ name }</a></li> }) }</ul>
        </div>
    }
}
