//! The glossary: all entries by reading or by kind, and the page of one entry with its concordance.

use yew::Html;

use super::card::{names, sentence};
use super::el::{El, Node, all, el};
use super::words::{count, fill};
use super::{Form, Scene};
use crate::app::query;
use crate::app::route::Route;
use crate::domain::glossary::{Line, SortKey, sort_lines};
use crate::domain::pack::{TermId, TermKind};

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
    let head = el("div")
        .class("head")
        .kid(el("h1").say(words.terms))
        .kid(el("p").class("lead").say(words.glossary_lead));
    let tools = el("div")
        .class("tools-row")
        .kid(field(scene, &asked))
        .kid(tab(scene, by_href(scene, ""), words.by_reading, !by_kind))
        .kid(tab(scene, by_href(scene, "kind"), words.by_kind, by_kind))
        .kid(
            el("span")
                .class("quiet")
                .at("role", "status")
                .say(count(words.statements_n, found.len())),
        );
    let groups = groups.iter().filter(|(_, terms)| !terms.is_empty());
    all([
        head.node(),
        scene.later(tools).node(),
        found.is_empty().then(|| none(scene, &asked)).node(),
        all(groups.map(|(name, terms)| group(scene, name, terms))),
    ])
}

fn field(scene: Scene, asked: &str) -> El {
    el("input")
        .class("field")
        .at("type", "search")
        .at("data-input", "glossary")
        .at("aria-label", scene.words.filter_terms)
        .at("placeholder", scene.words.filter_terms)
        .value(asked.to_owned())
}

fn none(scene: Scene, asked: &str) -> El {
    let all = el("a")
        .class("act")
        .href(scene.model.href(&Route::Glossary))
        .say(scene.words.all_terms);
    el("div")
        .class("empty")
        .kid(el("p").say(fill(scene.words.no_terms, &[asked])))
        .kid(all)
}

fn by_href(scene: Scene, by: &str) -> String {
    let query = query::set(&scene.model.address.query, "by", by);
    scene.model.href_with(&Route::Glossary, &query)
}

fn tab(scene: Scene, href: String, name: &'static str, here: bool) -> El {
    scene
        .asking(el("a").class("pill"), href)
        .maybe("aria-current", here.then_some("true"))
        .say(name)
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
    let entries = terms.iter().map(|id| list_row(scene, *id));
    el("section")
        .key(name)
        .kid(el("h2").class("row-head").tell(name))
        .kid(el("ul").class("entries").kids(entries))
        .node()
}

fn list_row(scene: Scene, id: TermId) -> El {
    let term = &scene.pack()[id];
    el("li")
        .key(&term.slug)
        .kid(term_link(scene, id))
        .say(" ")
        .kid(el("span").class("quiet").lang("ja").say(&term.reading))
        .kid(el("br"))
        .kid(el("span").class("quiet").say(scene.pick(&term.gloss)))
}

fn term_link(scene: Scene, id: TermId) -> El {
    el("a")
        .lang("ja")
        .href(scene.model.href(&Route::Term(id)))
        .say(&scene.pack()[id].headword)
}

/// One entry.
pub fn entry(scene: Scene, id: TermId) -> Html {
    let (words, term) = (scene.words, &scene.pack()[id]);
    let back = el("a")
        .href(scene.model.href(&Route::Glossary))
        .say("← ")
        .say(words.all_terms);
    let says = el("div")
        .class("says stack")
        .lang("ja")
        .kids(term.says.iter().map(|says| sentence(scene, id, says)));
    let entry = el("div")
        .class("entry")
        .kid(el("p").kid(back))
        .kid(title(scene, id))
        .kid(el("p").class("gloss").say(scene.pick(&term.gloss)))
        .kid(says)
        .kid(forms(scene, id))
        .kid(related(scene, id));
    let article = el("article").class("stack").kid(entry);
    match scene.form {
        Form::Live => article.kid(kwic(scene, id)).kid(naming(scene, id)).node(),
        #[cfg(not(target_arch = "wasm32"))]
        Form::Still => article.kid(first_places(scene, id)).node(),
    }
}

fn title(scene: Scene, id: TermId) -> El {
    let term = &scene.pack()[id];
    let under = el("p")
        .class("quiet")
        .kid(el("span").lang("ja").say(&term.reading))
        .say(" ")
        .kid(el("span").class("chip").say(scene.words.term_kind(term.kind)))
        .say(" ")
        .kid(names(scene, id));
    el("div")
        .class("head")
        .kid(el("h1").lang("ja").say(&term.headword))
        .kid(under)
}

fn forms(scene: Scene, id: TermId) -> Option<El> {
    let forms = &scene.pack()[id].forms;
    let line = || {
        el("p")
            .kid(el("span").class("quiet").say(scene.words.written_as).say(" "))
            .kid(el("span").lang("ja").say(forms.join("、")))
    };
    (!forms.is_empty()).then(line)
}

fn related(scene: Scene, id: TermId) -> Option<El> {
    let related = &scene.pack()[id].related;
    let links = related
        .iter()
        .map(|other| el("li").kid(term_link(scene, *other).class("act")));
    let section = || {
        el("section")
            .kid(el("h2").say(scene.words.related))
            .kid(el("ul").class("acts").kids(links))
    };
    (!related.is_empty()).then(section)
}

fn kwic(scene: Scene, id: TermId) -> El {
    let words = scene.words;
    let sort = match query::get(&scene.model.address.query, "sort").as_deref() {
        Some("left") => SortKey::Left,
        Some("right") => SortKey::Right,
        _ => SortKey::Place,
    };
    let mut lines = scene.model.library.occurrences.lines(scene.pack(), id, CONTEXT);
    sort_lines(&mut lines, sort);
    let section = el("section").at("id", "kwic").kid(el("h2").say(words.concordance));
    if lines.is_empty() {
        return section.kid(el("p").class("quiet").say(words.no_occurrence));
    }
    let tab = |name: &'static str, key: &str, value: SortKey| {
        let query = query::set("show=kwic", "sort", key);
        tab(
            scene,
            scene.model.href_with(&Route::Term(id), &query),
            name,
            sort == value,
        )
    };
    let tabs = el("div")
        .class("tools-row")
        .kid(tab(words.sort_place, "", SortKey::Place))
        .kid(tab(words.sort_left, "left", SortKey::Left))
        .kid(tab(words.sort_right, "right", SortKey::Right));
    section
        .kid(el("p").class("quiet").say(count(words.concordance_lead, lines.len())))
        .kid(tabs)
        .kid(kwic_table(scene, &lines))
}

fn kwic_table(scene: Scene, lines: &[Line]) -> El {
    let words = scene.words;
    let column = |name: &'static str| el("th").at("scope", "col").say(name);
    let names = el("tr")
        .kid(column(words.col_left).class("left"))
        .kid(column(words.col_node).class("node"))
        .kid(column(words.col_right))
        .kid(column(words.col_place));
    let rows = lines.iter().map(|line| kwic_line(scene, line));
    el("table")
        .class("kwic")
        .kid(el("thead").kid(names))
        .kid(el("tbody").lang("ja").kids(rows))
}

fn kwic_line(scene: Scene, line: &Line) -> El {
    let cite = line.place.cite();
    let node = el("a").href(scene.cite_href(cite)).tell(line.node);
    el("tr")
        .kid(el("td").class("left").tell(line.left))
        .kid(el("td").class("node").kid(node))
        .kid(el("td").class("right").tell(line.right))
        .kid(el("td").class("where").say(scene.place(cite)))
}

/// Statements in whose words the term stands.
fn naming(scene: Scene, id: TermId) -> Option<El> {
    let statements = scene.model.library.statements_naming(id);
    let sayings = statements.iter().map(|id| super::compare::saying(scene, *id));
    let section = || {
        el("section")
            .at("id", "naming")
            .kid(el("h2").say(scene.words.statements_naming))
            .kid(el("ul").class("sayings").kids(sayings))
    };
    (!statements.is_empty()).then(section)
}

/// Where the term occurs first in each document, in place of the concordance.
#[cfg(not(target_arch = "wasm32"))]
fn first_places(scene: Scene, id: TermId) -> Option<El> {
    let mut seen = Vec::new();
    let mut first = Vec::new();
    for place in scene.model.library.occurrences.of(id) {
        if !seen.contains(&place.document) {
            seen.push(place.document);
            first.push(el("li").kid(scene.cite(place.cite())));
        }
    }
    let section = || {
        el("section")
            .kid(el("h2").say(scene.words.concordance))
            .kid(el("ul").class("acts").kids(first))
    };
    (!seen.is_empty()).then(section)
}
