//! The static page, with the drawn views that stand beside it as the single file has them: everything of the pack is in it,
//! once, and every link in it leads to something in it.

mod bundled;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use yomikurabe::app::route::{Drawn, IssueView, Mark, Route};
use yomikurabe::domain::lang::Lang;
use yomikurabe::domain::pack::FindBySlug;
use yomikurabe::ui::still;

fn page() -> &'static str {
    static PAGE: OnceLock<String> = OnceLock::new();
    PAGE.get_or_init(|| {
        let views = [Lang::Ja, Lang::En].map(|lang| still::views(bundled::library(), lang).concat());
        still::render(bundled::library()) + &views.concat()
    })
}

/// The values of an attribute, in their order.
fn values<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let before = [" ", name, "=\""].concat();
    let end = |rest: &'p str| rest.split('"').next().unwrap_or("");
    page.split(before.as_str()).skip(1).map(end).collect()
}

/// How often each id stands in the page.
fn ids() -> BTreeMap<&'static str, usize> {
    let mut ids = BTreeMap::new();
    for id in values(page(), "id") {
        *ids.entry(id).or_default() += 1;
    }
    ids
}

#[test]
fn everything_of_the_pack_is_there_once() {
    let (pack, ids) = (bundled::pack(), ids());
    let marks = pack.documents().flat_map(|id| {
        let paragraphs = pack[id].paragraphs().map(|paragraph| Mark::Paragraph(paragraph.number));
        let sections = pack[id].headings().map(|heading| Mark::Section(heading.number));
        let marks: Vec<Mark> = paragraphs.chain(sections).collect();
        marks.into_iter().map(move |mark| Route::Document(id, Some(mark)))
    });
    let views = [
        Route::Start,
        Route::Shelf,
        Route::Glossary,
        Route::Compare,
        Route::Quiz,
        Route::Record,
        Route::Search,
    ];
    let routes = views
        .into_iter()
        .chain(marks)
        .chain(pack.documents().map(|id| Route::Document(id, None)))
        .chain(pack.terms().map(Route::Term))
        .chain(pack.issues().map(|id| Route::Issue(id, IssueView::Actors)))
        .chain(pack.statements().map(Route::Statement));
    let drawn = Drawn::ALL.into_iter().map(Drawn::word);
    let drawn = drawn.flat_map(|id| [id.to_owned(), ["en/", id].concat()]);
    let apart = ["ja/telling", "ja/known"].map(String::from);
    let questions = pack.questions().map(|id| ["quiz/", id.slug(&pack)].concat());
    let cards = pack.terms().map(|id| ["card/", id.slug(&pack)].concat());
    let expected: Vec<String> = routes
        .map(|route| route.fragment(&pack))
        .chain(questions)
        .chain(cards)
        .chain(drawn)
        .chain(apart)
        .collect();
    assert!(expected.len() > 500, "the pack is large");
    let missing: Vec<&String> = expected.iter().filter(|id| !ids.contains_key(id.as_str())).collect();
    assert!(missing.is_empty(), "missing: {missing:?}");
}

#[test]
fn no_id_stands_twice() {
    let twice: Vec<_> = ids().into_iter().filter(|(_, often)| *often > 1).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn every_link_and_every_word_leads_to_something_in_the_page() {
    let ids = ids();
    // The downloads are files beside the page.
    let links = values(page(), "href")
        .into_iter()
        .filter(|href| *href != "downloads/index.html");
    let links = links.map(|href| {
        let id = href.strip_prefix(still::VIEWS).unwrap_or(href).strip_prefix('#');
        id.unwrap_or_else(|| panic!("{href} leads out of the page"))
    });
    let words = values(page(), "popovertarget").into_iter();
    let lost: Vec<&str> = links.chain(words).filter(|id| !ids.contains_key(id)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn nothing_in_it_waits_for_a_script() {
    for word in [
        "data-term",
        "data-n=",
        "aria-expanded",
        "tabindex=\"-1\"",
        " style=",
        "<!--",
    ] {
        assert!(!page().contains(word), "{word} is of no use in the static page");
    }
}

/// The part of that id, and within it what stands in the first element of that tag.
#[track_caller]
fn within(id: &str, tag: &str) -> &'static str {
    let begin = format!("<section id=\"{id}\"");
    let (_, rest) = page().split_once(begin.as_str()).expect("a part of that id");
    let part = rest.split("</section>").next().unwrap_or_default();
    let (_, rest) = part.split_once(format!("<{tag}").as_str()).expect("such an element");
    rest.split(format!("</{tag}>").as_str()).next().unwrap_or_default()
}

#[test]
fn every_claim_shows_how_it_came_and_leads_to_its_paragraph() {
    let pack = bundled::pack();
    let claims = pack.statements.len() + pack.events.len() + pack.figures.len();
    for id in ["ja/known", "en/known"] {
        let list = within(id, "ol");
        let places = values(list, "href");
        assert_eq!(places.len(), claims, "{id}");
        assert!(
            places
                .iter()
                .all(|place| place.starts_with("#doc/") && place.contains("/p"))
        );
    }
}

#[test]
fn every_pair_of_the_matrix_stands_in_the_list_under_its_address() {
    let pack = bundled::pack();
    let pairs = values(within("agreement", "tbody"), "href");
    assert!(pairs.len() > 3, "some can be compared");
    for href in &pairs {
        let route = Route::parse(&pack, href.trim_start_matches('#'));
        assert!(matches!(route, Route::Pair(..)), "{href}");
    }
    let ids = ids();
    let listed = ids.keys().filter(|id| id.starts_with("compare/"));
    let listed: BTreeSet<String> = listed.map(|id| ["#", id].concat()).collect();
    assert_eq!(listed, pairs.into_iter().map(String::from).collect());
}

/// Headings go down by one level at most, part by part.
#[test]
fn headings_are_in_order() {
    let mut level = 0;
    for (at, _) in page().match_indices("<h") {
        let Some(next) = page()[at + 2..].chars().next().and_then(|digit| digit.to_digit(10)) else {
            continue;
        };
        assert!(
            next == 1 || next <= level + 1,
            "h{next} after h{level}: {}",
            &page()[at..].chars().take(80).collect::<String>()
        );
        level = next;
    }
}
