//! The glossary: all entries by reading or by kind, and the page of one entry with its concordance.

use yew::prelude::*;

use super::Scene;
use super::card::{names, sentence};
use super::words::{count, fill};
use crate::app::query;
use crate::app::route::{Address, Route};
use crate::domain::glossary::{Line, SortKey, sort_lines};
use crate::domain::pack::{Citation, TermId, TermKind};

/// Characters of context on either side of a word in the concordance.
const CONTEXT: usize = 24;

/// The rows of the Japanese syllabary: their name, and the first character of the next one.
const ROWS: [(&str, char); 10] = [
    ("あ", 'か'),
    ("か", 'さ'),
    ("さ", 'た'),
    ("た", 'な'),
    ("な", 'は'),
    ("は", 'ま'),
    ("ま", 'ゃ'),
    ("や", 'ら'),
    ("ら", 'ゎ'),
    ("わ", '\u{FFFF}'),
];

/// Kinds in the order in which the page lists them.
const KINDS: [TermKind; 10] = [
    TermKind::Treaty,
    TermKind::Concept,
    TermKind::Organisation,
    TermKind::Weapon,
    TermKind::Place,
    TermKind::Person,
    TermKind::Role,
    TermKind::Event,
    TermKind::Rhetoric,
    TermKind::Idiom,
];

/// All entries.
pub fn list(scene: Scene) -> Html {
    let words = scene.words;
    let asked = query::get(&scene.model.address.query, "q").unwrap_or_default();
    let by_kind = query::get(&scene.model.address.query, "by").as_deref() == Some("kind");
    let found = scene.model.library.filter_terms(&asked);
    let groups: Vec<(&str, Vec<TermId>)> = if by_kind {
        kinds(scene, &found)
    } else {
        rows(scene, &found)
    };
    html! {
        <>
            <div class="head"><h1>{ words.terms }</h1><p class="lead">{ words.glossary_lead }</p></div>
            <div class="tools-row">
                <input class="field" type="search" data-input="glossary" value={asked.clone()} aria-label={words.filter_terms} placeholder={words.filter_terms}/>
                { tab(scene, words.by_reading, "", !by_kind) }
                { tab(scene, words.by_kind, "kind", by_kind) }
                <span class="quiet" role="status">{ count(words.statements_n, found.len()) }</span>
            </div>
            if found.is_empty() {
                <div class="empty"><p>{ fill(words.no_terms, &[&asked]) }</p><a class="act" href={scene.model.href(&Route::Glossary)}>{ words.all_terms }</a></div>
            }
            { for groups.into_iter().filter(|(_, terms)| !terms.is_empty()).map(|(name, terms)| group(scene, name, &terms)) }
        </>
    }
}

fn tab(scene: Scene, name: &'static str, by: &str, here: bool) -> Html {
    let href = scene
        .model
        .href_with(&Route::Glossary, &query::set(&scene.model.address.query, "by", by));
    html! { <a class="pill" {href} aria-current={here.then_some("true")}>{ name }</a> }
}

fn rows(scene: Scene, found: &[TermId]) -> Vec<(&'static str, Vec<TermId>)> {
    let row_of = |id: &TermId| {
        let first = scene.pack()[*id].reading.chars().next().unwrap_or('ん');
        ROWS.iter()
            .position(|(_, next)| first < *next)
            .unwrap_or(ROWS.len() - 1)
    };
    let of_row = |at: usize| found.iter().copied().filter(|id| row_of(id) == at).collect();
    ROWS.iter()
        .enumerate()
        .map(|(at, (name, _))| (*name, of_row(at)))
        .collect()
}

fn kinds(scene: Scene, found: &[TermId]) -> Vec<(&'static str, Vec<TermId>)> {
    let of_kind = |kind| {
        found
            .iter()
            .copied()
            .filter(|id| scene.pack()[*id].kind == kind)
            .collect()
    };
    KINDS
        .iter()
        .map(|kind| (scene.words.term_kind(*kind), of_kind(*kind)))
        .collect()
}

fn group(scene: Scene, name: &str, terms: &[TermId]) -> Html {
    html! {
        <section key={name.to_owned()}>
            <h2 class="row-head">{ name }</h2>
            <ul class="entries">{ for terms.iter().map(|id| list_row(scene, *id)) }</ul>
        </section>
    }
}

fn list_row(scene: Scene, id: TermId) -> Html {
    let term = &scene.pack()[id];
    html! {
        <li key={term.slug.clone()}>
            <a lang="ja" href={scene.model.href(&Route::Term(id))}>{ &term.headword }</a>
            { " " }<span class="quiet" lang="ja">{ &term.reading }</span><br/>
            <span class="quiet">{ scene.pick(&term.gloss) }</span>
        </li>
    }
}

/// One entry.
pub fn entry(scene: Scene, id: TermId) -> Html {
    let (words, term) = (scene.words, &scene.pack()[id]);
    html! {
        <article class="stack">
            <div class="entry">
                <p><a href={scene.model.href(&Route::Glossary)}>{ "← " }{ words.all_terms }</a></p>
                <div class="head">
                    <h1 lang="ja">{ &term.headword }</h1>
                    <p class="quiet"><span lang="ja">{ &term.reading }</span>{ " " }<span class="chip">{ words.term_kind(term.kind) }</span>{ " " }{ names(scene, id) }</p>
                </div>
                <p class="gloss">{ scene.pick(&term.gloss) }</p>
                <div class="says stack" lang="ja">{ for term.says.iter().map(|says| sentence(scene, id, says)) }</div>
                { forms(scene, id) }
                { related(scene, id) }
            </div>
            { kwic(scene, id) }
            { naming(scene, id) }
        </article>
    }
}

fn forms(scene: Scene, id: TermId) -> Html {
    let forms = &scene.pack()[id].forms;
    html! {
        if !forms.is_empty() {
            <p><span class="quiet">{ scene.words.written_as }{ " " }</span><span lang="ja">{ forms.join("、") }</span></p>
        }
    }
}

fn related(scene: Scene, id: TermId) -> Html {
    let link = |other: &TermId| {
        html! { <li><a class="act" lang="ja" href={scene.model.href(&Route::Term(*other))}>{ &scene.pack()[*other].headword }</a></li> }
    };
    let related = &scene.pack()[id].related;
    html! {
        if !related.is_empty() {
            <section><h2>{ scene.words.related }</h2><ul class="acts">{ for related.iter().map(link) }</ul></section>
        }
    }
}

fn kwic(scene: Scene, id: TermId) -> Html {
    let words = scene.words;
    let sort = match query::get(&scene.model.address.query, "sort").as_deref() {
        Some("left") => SortKey::Left,
        Some("right") => SortKey::Right,
        _ => SortKey::Place,
    };
    let mut lines = scene.model.library.occurrences.lines(scene.pack(), id, CONTEXT);
    sort_lines(&mut lines, sort);
    let tab = |name: &'static str, key: &str, value: SortKey| {
        let href = scene
            .model
            .href_with(&Route::Term(id), &query::set("show=kwic", "sort", key));
        html! { <a class="pill" {href} aria-current={(sort == value).then_some("true")}>{ name }</a> }
    };
    html! {
        <section id="kwic">
            <h2>{ words.concordance }</h2>
            if lines.is_empty() {
                <p class="quiet">{ words.no_occurrence }</p>
            } else {
                <p class="quiet">{ count(words.concordance_lead, lines.len()) }</p>
                <div class="tools-row">
                    { tab(words.sort_place, "", SortKey::Place) }{ tab(words.sort_left, "left", SortKey::Left) }{ tab(words.sort_right, "right", SortKey::Right) }
                </div>
                <table class="kwic">
                    <thead><tr><th scope="col" class="left">{ words.col_left }</th><th scope="col" class="node">{ words.col_node }</th><th scope="col">{ words.col_right }</th><th scope="col">{ words.col_place }</th></tr></thead>
                    <tbody lang="ja">{ for lines.iter().map(|line| kwic_line(scene, line)) }</tbody>
                </table>
            }
        </section>
    }
}

fn kwic_line(scene: Scene, line: &Line) -> Html {
    let cite = Citation {
        document: line.place.document,
        paragraph: line.place.paragraph,
        span: line.place.span,
    };
    html! {
        <tr>
            <td class="left">{ line.left }</td>
            <td class="node"><a href={["#", &Address::of_citation(cite).fragment(scene.pack())].concat()}>{ line.node }</a></td>
            <td class="right">{ line.right }</td>
            <td class="where">{ scene.place(cite) }</td>
        </tr>
    }
}

/// Statements in whose words the term stands.
fn naming(scene: Scene, id: TermId) -> Html {
    let statements = scene.model.library.statements_naming(id);
    html! {
        if !statements.is_empty() {
            <section id="naming">
                <h2>{ scene.words.statements_naming }</h2>
                <ul class="sayings">{ for statements.iter().map(|id| super::compare::saying(scene, *id)) }</ul>
            </section>
        }
    }
}
