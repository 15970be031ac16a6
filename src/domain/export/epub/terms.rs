//! The glossary of the book.

use super::{Page, place, section};
use crate::domain::export::records::background;
use crate::domain::export::xml::{Element, lines, run};
use crate::domain::lang::Lang;
use crate::domain::pack::{Ground, Pack, Says, Term, TermId};

const NAME: &str = "glossary";

pub(super) fn page(pack: &Pack) -> Page {
    let terms = pack.terms.iter().map(|term| entry(pack, term));
    Page {
        name: NAME.to_owned(),
        title: "用語".to_owned(),
        below: Vec::new(),
        body: section(NAME).child(run("h1").text("用語")).children(terms),
    }
}

/// Where an entry stands in the book.
pub(super) fn address(term: &Term) -> String {
    [NAME, ".xhtml#", &id(term)].concat()
}

fn id(term: &Term) -> String {
    ["term-", &term.slug].concat()
}

fn entry(pack: &Pack, term: &Term) -> Element {
    let names = run("p")
        .with("class", "names")
        .text(format!("（{}）", term.reading))
        .child(run("span").with("xml:lang", "en").with("lang", "en").text(&term.en));
    let related: Vec<Element> = term.related.iter().map(|id| link(pack, *id)).collect();
    lines("section")
        .with("class", "term")
        .with("id", id(term))
        .child(run("h2").text(&term.headword))
        .child(names)
        .child(run("p").with("class", "gloss").text(&term.gloss.ja))
        .children(term.says.iter().map(|says| sentence(pack, says)))
        .children((!related.is_empty()).then(|| run("p").text("関連する語：").children(related)))
}

fn link(pack: &Pack, term: TermId) -> Element {
    let term = &pack[term];
    let link = run("a").with("href", ["#", &id(term)].concat()).text(&term.headword);
    run("span").with("class", "related").child(link)
}

/// A sentence and what it rests on.
fn sentence(pack: &Pack, says: &Says) -> Element {
    let line = run("p").text([&says.text, " "].concat());
    let ground = run("span").with("class", "ground");
    line.child(match says.ground {
        Ground::Cited(cite) => ground.child(place(pack, cite)),
        Ground::Background(date) => ground.text(background(&date.written(Lang::Ja))),
    })
}
