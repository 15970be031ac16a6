//! Search over documents, glossary and statements, as one types.

use crate::domain::order::sort_by_key;
use yew::prelude::*;

use super::Scene;
use super::words::fill;
use crate::app::query;
use crate::app::route::{Address, Mark, Route};
use crate::domain::search::{Context, Hit, Place};

/// Hits of one group that the page shows.
const LIMIT: usize = 30;

/// The search page.
pub fn view(scene: Scene) -> Html {
    let words = scene.words;
    let asked = query::get(&scene.model.address.query, "q").unwrap_or_default();
    html! {
        <>
            <div class="head"><h1>{ words.search }</h1><p class="lead">{ words.search_lead }</p></div>
            <input class="field search-box" id="search-box" type="search" data-input="search" value={asked.clone()} aria-label={words.search} placeholder={hint(scene)} autocomplete="off"/>
            { results(scene, asked.trim()) }
        </>
    }
}

/// A few words of the pack that can be searched for.
fn hint(scene: Scene) -> String {
    let mut terms: Vec<_> = scene.pack().terms().collect();
    sort_by_key(&mut terms, |id| {
        std::cmp::Reverse(scene.model.library.occurrences.of(*id).len())
    });
    let words: Vec<&str> = terms
        .iter()
        .take(3)
        .map(|id| scene.pack()[*id].headword.as_str())
        .collect();
    fill(scene.words.search_hint, &[&words.join("、")])
}

fn results(scene: Scene, asked: &str) -> Html {
    if asked.is_empty() {
        return html! { <p class="quiet" role="status">{ hint(scene) }</p> };
    }
    let hits = scene.model.library.search(asked, LIMIT);
    let groups = [
        (scene.words.in_documents, &hits.documents),
        (scene.words.in_glossary, &hits.glossary),
        (scene.words.in_statements, &hits.statements),
    ];
    if groups.iter().all(|(_, hits)| hits.is_empty()) {
        return html! { <p class="empty" role="status">{ fill(scene.words.search_none, &[asked]) }</p> };
    }
    html! { <div role="status">{ for groups.iter().map(|(name, hits)| group(scene, name, hits)) }</div> }
}

fn group(scene: Scene, name: &'static str, hits: &[Hit]) -> Html {
    html! {
        if !hits.is_empty() {
            <section>
                <h2 class="row-head">{ name }</h2>
                <ul class="hits">{ for hits.iter().map(|hit| row(scene, hit)) }</ul>
                if hits.len() >= LIMIT { <p class="quiet">{ scene.words.more_hits }</p> }
            </section>
        }
    }
}

fn row(scene: Scene, hit: &Hit) -> Html {
    let (address, name) = target(scene, hit);
    html! {
        <li><a href={["#", &address.fragment(scene.pack())].concat()}><span class="quiet">{ name }</span><br/><span lang="ja">{ context(&hit.context) }</span></a></li>
    }
}

fn target(scene: Scene, hit: &Hit) -> (Address, String) {
    let pack = scene.pack();
    match hit.place {
        Place::Paragraph(cite) => (
            Address::of_citation(cite),
            [scene.place(cite).as_str(), " ", scene.pick(&pack[cite.document].short)].concat(),
        ),
        Place::Heading(document, number) => {
            let route = Route::Document(document, Some(Mark::Section(number)));
            (
                route.into(),
                [pack[document].label.as_str(), " ", scene.pick(&pack[document].short)].concat(),
            )
        }
        Place::Term(id) => (Route::Term(id).into(), pack[id].headword.clone()),
        Place::Statement(id) => {
            let statement = &pack[id];
            let name = [
                scene.pick(&pack[statement.actor].name),
                " ・ ",
                scene.pick(&pack[statement.issue].title),
            ]
            .concat();
            (Route::Statement(id).into(), name)
        }
    }
}

fn context(context: &Context) -> Html {
    html! { <>{ &context.before }<mark>{ &context.found }</mark>{ &context.after }</> }
}
