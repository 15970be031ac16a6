//! The start page, which says in ten seconds what this is, and the shelf of documents.

use yew::prelude::*;

use super::Scene;
use super::words::{count, fill};
use crate::app::route::Route;
use crate::domain::pack::{Attribution, DocumentId};

/// What this is, three doors, the shelf.
pub fn view(scene: Scene) -> Html {
    let (words, pack) = (scene.words, scene.pack());
    html! {
        <div class="start">
            <p class="quiet">{ words.start_kind }{ " ・ " }{ scene.pick(&pack.title) }</p>
            <h1>{ count(words.start_title_n, pack.documents.len()) }</h1>
            <p class="lead">{ words.start_lead }</p>
            { doors(scene) }
            <h2 class="row-head">{ words.shelf }</h2>
            { shelf(scene) }
        </div>
    }
}

/// The shelf as a page of its own.
pub fn shelf_page(scene: Scene) -> Html {
    html! {
        <>
            <div class="head"><h1>{ scene.words.shelf }</h1><p class="lead">{ scene.words.shelf_lead }</p></div>
            { shelf(scene) }
        </>
    }
}

fn doors(scene: Scene) -> Html {
    let (words, pack) = (scene.words, scene.pack());
    let number = |n: usize| n.to_string();
    let issue = pack.issues().next();
    let example = issue.map(|issue| fill(words.door_compare_more, &[scene.pick(&pack[issue].question)]));
    html! {
        <div class="doors">
            { door(scene, &Route::Shelf, words.read, fill(words.door_read, &[&number(pack.documents.len()), &number(pack.terms.len())]), words.door_read_more.into()) }
            { door(scene, &Route::Compare, words.compare, fill(words.door_compare, &[&number(pack.issues.len()), &number(pack.statements.len())]), example.unwrap_or_default()) }
            { door(scene, &Route::Quiz, words.check, count(words.door_check, pack.questions.len()), words.door_check_more.into()) }
        </div>
    }
}

fn door(scene: Scene, route: &Route, name: &'static str, what: String, more: String) -> Html {
    html! { <a href={scene.model.href(route)}><b>{ name }</b><span>{ what }</span><span class="quiet">{ more }</span></a> }
}

fn shelf(scene: Scene) -> Html {
    html! { <ul class="shelf">{ for scene.pack().documents().map(|id| shelf_row(scene, id)) }</ul> }
}

fn shelf_row(scene: Scene, id: DocumentId) -> Html {
    let document = &scene.pack()[id];
    let date = document
        .date
        .map_or_else(|| scene.words.no_date.to_owned(), |date| date.written(scene.lang()));
    html! {
        <li key={document.slug.clone()}>
            <span class="quiet">{ &document.label }<br/>{ date }<br/>{ scene.pick(&document.kind) }</span>
            <span>
                <a class="title" href={scene.model.href(&Route::Document(id, None))}>{ scene.pick(&document.short) }</a>
                <br/><span class="quiet" lang="ja">{ &document.card.genre }</span>
            </span>
            { meter(scene, id) }
        </li>
    }
}

/// How a document's statements reach us: shares of own words, reports, hedged reports and inference.
fn meter(scene: Scene, id: DocumentId) -> Html {
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
    let mut at = 0;
    let bars = shares.iter().enumerate().map(|(n, share)| {
        let x = at;
        at += share;
        html! { <rect class={["m0", "m1", "m2", "m3"][n]} x={x.to_string()} width={share.to_string()} height="6"/> }
    });
    html! {
        <span class="quiet">
            { scene.words.meter_title }
            <svg class="meter" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">{ for bars }</svg>
            { label }
        </span>
    }
}
