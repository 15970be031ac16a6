//! Search over documents, glossary and statements, as one types.

use yew::Html;

use super::Scene;
use super::el::{El, Node, all, el};
use super::words::fill;
use crate::app::query;
use crate::app::route::{Address, Mark, Route};
use crate::domain::order::sort_by_key;
use crate::domain::search::{Context, Hit, Place};

/// Hits of one group that the page shows.
const LIMIT: usize = 30;

/// The search page.
pub fn view(scene: Scene) -> Html {
    let words = scene.words;
    let asked = query::get(&scene.model.address.query, "q").unwrap_or_default();
    let results = results(scene, asked.trim());
    let head = el("div")
        .class("head")
        .kid(el("h1").say(words.search))
        .kid(el("p").class("lead").say(words.search_lead));
    let field = el("input")
        .class("field search-box")
        .at("id", "search-box")
        .at("type", "search")
        .at("data-input", "search")
        .at("aria-label", words.search)
        .with("placeholder", hint(scene))
        .at("autocomplete", "off")
        .value(asked);
    all([head, field, results].map(Node::node))
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

fn results(scene: Scene, asked: &str) -> El {
    // Also without words: the texts are then folded before the first key is pressed.
    let hits = scene.model.library.search(asked, LIMIT);
    if asked.is_empty() {
        return el("p").class("quiet").at("role", "status").say(hint(scene));
    }
    let groups = [
        (scene.words.in_documents, &hits.documents),
        (scene.words.in_glossary, &hits.glossary),
        (scene.words.in_statements, &hits.statements),
    ];
    if groups.iter().all(|(_, hits)| hits.is_empty()) {
        let none = fill(scene.words.search_none, &[asked]);
        return el("p").class("empty").at("role", "status").tell(&none);
    }
    el("div")
        .at("role", "status")
        .kids(groups.iter().map(|(name, hits)| group(scene, name, hits)))
}

fn group(scene: Scene, name: &'static str, hits: &[Hit]) -> Option<El> {
    let more = hits.len() >= LIMIT;
    let section = || {
        el("section")
            .kid(el("h2").class("row-head").say(name))
            .kid(el("ul").class("hits").kids(hits.iter().map(|hit| row(scene, hit))))
            .kid(more.then(|| el("p").class("quiet").say(scene.words.more_hits)))
    };
    (!hits.is_empty()).then(section)
}

fn row(scene: Scene, hit: &Hit) -> El {
    let (address, name) = target(scene, hit);
    let link = el("a")
        .href(["#", &address.fragment(scene.pack())].concat())
        .kid(el("span").class("quiet").tell(&name))
        .kid(el("br"))
        .kid(context(&hit.context));
    el("li").kid(link)
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

fn context(context: &Context) -> El {
    el("span")
        .lang("ja")
        .tell(&context.before)
        .kid(el("mark").tell(&context.found))
        .tell(&context.after)
}
