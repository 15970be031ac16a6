//! The glossary popup: what a term means, on what that rests, where it occurs, who speaks of it.

use yew::prelude::*;

use super::reader::runs::{html as runs_html, runs};
use super::words::{count, fill};
use super::{Press, Scene};
use crate::app::route::Route;
use crate::domain::pack::{Ground, Says, TermId};
use crate::domain::text::{RubyText, Span};

/// The popup. Its element is always in the page; the platform puts it into the top layer and takes it away.
pub fn view(scene: Scene) -> Html {
    let open = scene.model.popup.card();
    let inner = open.map(|card| inner(scene, card.term(), card.trail.len() > 1));
    html! {
        <div class="card" id="card" popover="manual" role="dialog" aria-labelledby="card-word" lang={scene.words.code}>{ inner }</div>
    }
}

fn inner(scene: Scene, id: TermId, nested: bool) -> Html {
    let (words, term) = (scene.words, &scene.pack()[id]);
    html! {
        <>
            if nested {
                <button type="button" class="prev" data-press={Press::CardBack.word()}>{ "← " }{ words.card_back }</button>
            }
            <div class="top">
                <h2 id="card-word" tabindex="-1" lang="ja">{ &term.headword }</h2>
                <span class="quiet" lang="ja">{ &term.reading }</span>
                <span class="chip">{ words.term_kind(term.kind) }</span>
                { names(scene, id) }
            </div>
            <p class="gloss">{ scene.pick(&term.gloss) }</p>
            <div class="says" lang="ja">{ for term.says.iter().map(|says| sentence(scene, id, says)) }</div>
            { footer(scene, id) }
            <button type="button" class="close" data-press={Press::CloseCard.word()} aria-label={words.close}>{ "×" }</button>
        </>
    }
}

/// English name, and the Russian or Ukrainian one where there is one.
pub fn names(scene: Scene, id: TermId) -> Html {
    let term = &scene.pack()[id];
    let native = term
        .native
        .as_ref()
        .map(|name| html! { <>{ " ・ " }<span lang="ru">{ name }</span></> });
    html! { <span class="en"><span lang="en">{ &term.en }</span>{ native }</span> }
}

/// A sentence of the definition, its terms linked, with its citation or its mark of background knowledge.
pub fn sentence(scene: Scene, own: TermId, says: &Says) -> Html {
    let text = RubyText::plain(says.text.as_str());
    let mut links = scene.model.library.link(&says.text);
    links.retain(|link| link.term != own);
    let word = |term: TermId, span: Span| {
        let slug = scene.pack()[term].slug.clone();
        (["c-", &slug, "-", &span.start.to_string()].concat(), slug, false)
    };
    let ground = match says.ground {
        Ground::Cited(cite) => scene.cite(cite),
        Ground::Background(date) => {
            html! { <span class="chip" lang={scene.words.code}>{ fill(scene.words.background, &[&date.written(scene.lang())]) }</span> }
        }
    };
    html! { <p>{ runs_html(&runs(&text, &links, None), Some(&word)) }{ " " }{ ground }</p> }
}

fn footer(scene: Scene, id: TermId) -> Html {
    let (words, library) = (scene.words, &scene.model.library);
    let places = library.occurrences.of(id);
    let mut documents: Vec<_> = places.iter().map(|place| place.document).collect();
    documents.dedup();
    let named = library.statements_naming(id).len();
    let occurs = fill(
        words.card_occurs,
        &[&documents.len().to_string(), &places.len().to_string()],
    );
    html! {
        <div class="ways">
            <a href={scene.model.href(&Route::Term(id))}>{ words.card_entry }</a>
            if !places.is_empty() {
                <a href={scene.model.href_with(&Route::Term(id), "show=kwic")}>{ occurs }</a>
            }
            if named > 0 {
                <a href={scene.model.href_with(&Route::Term(id), "show=statements")}>{ count(words.card_named, named) }</a>
            }
        </div>
    }
}
