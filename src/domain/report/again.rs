//! What in a pack a person should look at again: each kind a function, all of them in one list.

use std::collections::{BTreeMap, BTreeSet};

use super::Finding;
use crate::domain::library::Library;
use crate::domain::pack::{
    Attribution, Citation, DocumentId, EventStatus, FindBySlug, Ground, Pack, ParagraphNumber, Statement,
};
use crate::domain::picture::alike;

/// Quoted words longer than this are long (characters).
const LONG_QUOTE: usize = 24;
/// What is background knowledge is old so many days before the newest piece of it.
const OLD: i32 = 366;
/// So many questions on one paragraph are many.
const MANY_QUESTIONS: usize = 4;
/// An anchor of a good length has so many characters.
const ANCHOR: std::ops::RangeInclusive<usize> = 4..=60;

/// What to look at, and where it is.
type Look = (&'static str, fn(&Library) -> Vec<String>);

/// Every kind, statements first.
const LOOKS: [Look; 16] = [
    (
        "statements that are passed on with a hedge: is it the document's?",
        hedged,
    ),
    ("statements with a note: does it still hold?", noted),
    (
        "statements with both a speaker and a reporter: two links lie between actor and document",
        two_links,
    ),
    ("statements whose quoted words are long", long_quotes),
    ("issues that rest on one document", one_document),
    ("issues on which everybody says the same", one_voice),
    ("definitions whose background knowledge is old", old_background),
    ("definitions that rest on background knowledge alone", only_background),
    ("terms that occur in no document", unused_terms),
    ("terms that occur once", rare_terms),
    (
        "events that the document plans or infers: what happened since?",
        uncertain_events,
    ),
    ("figures without a source in the document", sourceless),
    ("figures that look like another", alikes),
    ("paragraphs that decide many questions", asked_often),
    ("paragraphs on which nothing rests", bare_paragraphs),
    ("places whose anchor is very short or very long", odd_anchors),
];

/// What there is of each.
pub fn findings(library: &Library) -> Vec<Finding> {
    let find = |(what, look): Look| Finding {
        what,
        items: look(library),
    };
    LOOKS.map(find).into()
}

fn statements(library: &Library, holds: impl Fn(&Statement) -> bool) -> Vec<String> {
    let having = library.pack.statements.iter().filter(|statement| holds(statement));
    having.map(|statement| statement.slug.clone()).collect()
}

fn hedged(library: &Library) -> Vec<String> {
    statements(library, |statement| statement.attribution == Attribution::Hedged)
}

fn noted(library: &Library) -> Vec<String> {
    statements(library, |statement| statement.note.is_some())
}

fn two_links(library: &Library) -> Vec<String> {
    statements(library, |statement| {
        statement.speaker.is_some() && statement.reporter.is_some()
    })
}

fn long_quotes(library: &Library) -> Vec<String> {
    let long = |statement: &Statement| {
        let quote = statement.quote.as_ref();
        quote.is_some_and(|quote| quote.chars().count() > LONG_QUOTE)
    };
    statements(library, long)
}

fn one_document(library: &Library) -> Vec<String> {
    issues_where(library, |statement| statement.cite.document)
}

fn one_voice(library: &Library) -> Vec<String> {
    issues_where(library, |statement| statement.stance)
}

/// The issues whose statements all have the same.
fn issues_where<K: PartialEq>(library: &Library, of: impl Fn(&Statement) -> K) -> Vec<String> {
    let pack = &library.pack;
    let same = |id: &crate::domain::pack::IssueId| {
        let mut values = pack
            .statements
            .iter()
            .filter(|statement| statement.issue == *id)
            .map(&of);
        let first = values.next();
        first.is_some_and(|first| values.all(|value| value == first))
    };
    pack.issues().filter(same).map(|id| pack[id].slug.clone()).collect()
}

fn old_background(library: &Library) -> Vec<String> {
    let pack = &library.pack;
    let dates = |at: usize| {
        let grounds = pack.terms[at].says.iter().map(|says| says.ground);
        grounds.filter_map(|ground| match ground {
            Ground::Background(date) => Some(date),
            Ground::Cited(_) => None,
        })
    };
    let newest = (0..pack.terms.len()).flat_map(dates).map(|date| date.last_day()).max();
    let oldest = |at: usize| dates(at).min_by_key(|date| date.last_day());
    let old = (0..pack.terms.len()).filter_map(|at| {
        let date = oldest(at).filter(|date| Some(date.last_day() + OLD) < newest)?;
        Some(format!("{} ({date})", pack.terms[at].slug))
    });
    old.collect()
}

fn only_background(library: &Library) -> Vec<String> {
    let is_only = |ground: &Ground| matches!(ground, Ground::Background(_));
    let terms = library.pack.terms.iter();
    let only = terms.filter(|term| term.says.iter().all(|says| is_only(&says.ground)));
    only.map(|term| term.slug.clone()).collect()
}

fn unused_terms(library: &Library) -> Vec<String> {
    terms_occurring(library, 0)
}

fn rare_terms(library: &Library) -> Vec<String> {
    terms_occurring(library, 1)
}

fn terms_occurring(library: &Library, times: usize) -> Vec<String> {
    let pack = &library.pack;
    let occurring = pack.terms().filter(|id| library.occurrences.of(*id).len() == times);
    occurring.map(|id| pack[id].slug.clone()).collect()
}

fn uncertain_events(library: &Library) -> Vec<String> {
    let uncertain = |status| matches!(status, EventStatus::Planned | EventStatus::Inferred);
    let events = library.pack.events.iter().filter(|event| uncertain(event.status));
    events.map(|event| format!("{} ({})", event.slug, event.date)).collect()
}

/// Figures say so in words: 筆者（出典なし）.
fn sourceless(library: &Library) -> Vec<String> {
    let figures = library.pack.figures.iter();
    let without = figures.filter(|figure| figure.source.contains("出典なし"));
    without.map(|figure| figure.slug.clone()).collect()
}

fn alikes(library: &Library) -> Vec<String> {
    let pack = &library.pack;
    let pairs = pack.figures().flat_map(|id| {
        let others = alike(pack, id).into_iter().filter(move |other| id < *other);
        others.map(move |other| format!("{} / {}", pack[id].slug, pack[other].slug))
    });
    pairs.collect()
}

fn asked_often(library: &Library) -> Vec<String> {
    let pack = &library.pack;
    let mut asked: BTreeMap<(DocumentId, ParagraphNumber), usize> = BTreeMap::new();
    for question in &pack.questions {
        *asked
            .entry((question.cite.document, question.cite.paragraph))
            .or_default() += 1;
    }
    let often = asked.into_iter().filter(|(_, times)| *times >= MANY_QUESTIONS);
    often
        .map(|((document, paragraph), times)| format!("{} ({times})", place(pack, document, paragraph)))
        .collect()
}

fn bare_paragraphs(library: &Library) -> Vec<String> {
    let pack = &library.pack;
    let cites = cited(pack);
    let places: BTreeSet<_> = cites.iter().map(|(_, cite)| (cite.document, cite.paragraph)).collect();
    let all = pack
        .documents()
        .flat_map(|id| pack[id].paragraphs().map(move |paragraph| (id, paragraph.number)));
    let bare = all.filter(|place| !places.contains(place));
    bare.map(|(document, paragraph)| place(pack, document, paragraph))
        .collect()
}

fn odd_anchors(library: &Library) -> Vec<String> {
    let pack = &library.pack;
    let length = |cite: &Citation| {
        let paragraph = pack[cite.document].paragraph(cite.paragraph);
        paragraph.map_or(0, |paragraph| cite.span.of(&paragraph.text.plain).chars().count())
    };
    let odd = cited(pack)
        .into_iter()
        .filter(|(_, cite)| !ANCHOR.contains(&length(cite)));
    odd.map(|(slug, cite)| format!("{slug} ({})", place(pack, cite.document, cite.paragraph)))
        .collect()
}

/// Every citation of the pack, with the id of what it is for.
fn cited(pack: &Pack) -> Vec<(&str, Citation)> {
    let statements = pack.statements.iter().map(|item| (item.slug.as_str(), item.cite));
    let events = pack.events.iter().map(|item| (item.slug.as_str(), item.cite));
    let figures = pack.figures.iter().map(|item| (item.slug.as_str(), item.cite));
    let questions = pack.questions.iter().map(|item| (item.slug.as_str(), item.cite));
    let tellings = pack.differences.iter().flat_map(|told| {
        let slug = told.slug.as_str();
        told.tellings.iter().map(move |telling| (slug, telling.cite))
    });
    let terms = pack.terms.iter().flat_map(|term| {
        term.says.iter().filter_map(|says| match says.ground {
            Ground::Cited(cite) => Some((term.slug.as_str(), cite)),
            Ground::Background(_) => None,
        })
    });
    statements
        .chain(events)
        .chain(figures)
        .chain(questions)
        .chain(tellings)
        .chain(terms)
        .collect()
}

/// `paris-declaration#p14`.
fn place(pack: &Pack, document: DocumentId, paragraph: ParagraphNumber) -> String {
    format!("{}#p{}", document.slug(pack), paragraph.0)
}
