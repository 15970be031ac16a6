//! The start page, which says in ten seconds what this is, and the shelf of documents.

use yew::Html;

use super::Scene;
use super::el::{El, Node, all, el};
use super::words::{count, fill};
use crate::app::route::Route;
use crate::domain::pack::{Attribution, DocumentId};

/// What this is, three doors, the shelf.
pub fn view(scene: Scene) -> Html {
    let (words, pack) = (scene.words, scene.pack());
    let (kind, title) = (words.start_kind, scene.pick(&pack.title));
    el("div")
        .class("start")
        .kid(el("p").class("quiet").say(kind).say(" ・ ").say(title))
        .kid(el("h1").say(count(words.start_title_n, pack.documents.len())))
        .kid(el("p").class("lead").say(words.start_lead))
        .kid(doors(scene))
        .kid(super::drawn::links(scene))
        .kid(el("h2").class("row-head").say(words.shelf))
        .kid(shelf(scene))
        .node()
}

/// The shelf as a page of its own.
pub fn shelf_page(scene: Scene) -> Html {
    let lead = el("p").class("lead").say(scene.words.shelf_lead);
    let head = el("div").class("head").kid(el("h1").say(scene.words.shelf)).kid(lead);
    all([head.node(), shelf(scene).node()])
}

fn doors(scene: Scene) -> El {
    let (words, pack) = (scene.words, scene.pack());
    let two = |text: &str, a: usize, b: usize| fill(text, &[&a.to_string(), &b.to_string()]);
    let read = two(words.door_read, pack.documents.len(), pack.terms.len());
    let compare = two(words.door_compare, pack.issues.len(), pack.statements.len());
    let check = count(words.door_check, pack.questions.len());
    let issue = pack.issues().next();
    let example = issue.map(|issue| fill(words.door_compare_more, &[scene.pick(&pack[issue].question)]));
    let example = example.unwrap_or_default();
    let door = |route: Route, name: &str, what: &str, more: &str| door(scene.model.href(&route), name, what, more);
    el("div")
        .class("doors")
        .kid(door(Route::Shelf, words.read, &read, words.door_read_more))
        .kid(door(Route::Compare, words.compare, &compare, &example))
        .kid(door(Route::Quiz, words.check, &check, words.door_check_more))
}

fn door(href: String, name: &str, what: &str, more: &str) -> El {
    el("a")
        .href(href)
        .kid(el("b").tell(name))
        .say(" ")
        .kid(el("span").tell(what))
        .say(" ")
        .kid(el("span").class("quiet").tell(more))
}

fn shelf(scene: Scene) -> El {
    let rows = scene.pack().documents().map(|id| shelf_row(scene, id));
    el("ul").class("shelf").kids(rows)
}

fn shelf_row(scene: Scene, id: DocumentId) -> El {
    let document = &scene.pack()[id];
    let date = document
        .date
        .map_or_else(|| scene.words.no_date.to_owned(), |date| date.written(scene.lang()));
    let facts = el("span")
        .class("quiet")
        .say(&document.label)
        .kid(el("br"))
        .tell(&date)
        .kid(el("br"))
        .say(scene.pick(&document.kind));
    let title = el("a")
        .class("title")
        .href(scene.model.href(&Route::Document(id, None)))
        .say(scene.pick(&document.short));
    let genre = el("span").class("quiet").lang("ja").say(&document.card.genre);
    el("li")
        .key(&document.slug)
        .kid(facts)
        .kid(el("span").kid(title).kid(el("br")).kid(genre))
        .kid(meter(scene, id))
}

/// How a document's statements reach us: shares of own words, reports, hedged reports and inference.
fn meter(scene: Scene, id: DocumentId) -> El {
    let pack = scene.pack();
    let of = |kind| {
        pack.statements
            .iter()
            .filter(|s| s.cite.document == id && s.attribution == kind)
            .count()
    };
    let counts = [
        Attribution::Direct,
        Attribution::Reported,
        Attribution::Hedged,
        Attribution::Inference,
    ]
    .map(of);
    let all = counts.iter().sum::<usize>().max(1);
    let shares = counts.map(|n| (n * 100 + all / 2) / all);
    let label = fill(
        scene.words.meter,
        &[
            &shares[0].to_string(),
            &shares[1].to_string(),
            &shares[2].to_string(),
            &shares[3].to_string(),
        ],
    );
    el("span")
        .class("quiet")
        .say(scene.words.meter_title)
        .kid(bars(shares))
        .tell(&label)
}

/// Shares as bars one after another.
fn bars(shares: [usize; 4]) -> El {
    let mut at = 0;
    let bar = |(class, share): (&'static str, usize)| {
        let x = at;
        at += share;
        el("rect")
            .class(class)
            .with("x", x.to_string())
            .with("width", share.to_string())
            .at("height", "6")
    };
    el("svg")
        .class("meter")
        .at("viewBox", "0 0 100 6")
        .at("preserveAspectRatio", "none")
        .at("aria-hidden", "true")
        .kids(["m0", "m1", "m2", "m3"].into_iter().zip(shares).map(bar))
}
