//! One paragraph with its number and its margin. A component of its own, so that opening a popup draws one row again
//! and not the whole document.

use yew::prelude::*;

use super::runs::{Drawn, html, runs};
use crate::app::model::Shared;
use crate::app::route::{Mark, Route};
use crate::domain::glossary::Link;
use crate::domain::lang::Lang;
use crate::domain::pack::{DocumentId, Keyword, Paragraph, ParagraphKind, ParagraphNumber, StatementId, TermId};
use crate::domain::text::Span;
use crate::ui::el::{El, Node, el};
use crate::ui::words::{Words, count};

/// What a row is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct RowProps {
    /// The pack and its links.
    pub library: Shared,
    /// The document.
    pub document: DocumentId,
    /// The paragraph.
    pub number: ParagraphNumber,
    /// The terms to mark.
    pub links: Vec<Link>,
    /// Whether the address names this paragraph.
    pub here: bool,
    /// The words to mark in it.
    pub marked: Option<Span>,
    /// The element id of the word whose popup is open, where it is in this paragraph.
    pub expanded: Option<AttrValue>,
    /// The language of the margin.
    pub lang: Lang,
}

/// One paragraph with its margin.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let pack = &props.library.pack;
    let Some(paragraph) = pack[props.document].paragraph(props.number) else {
        return html! {};
    };
    let route = Route::Document(props.document, Some(Mark::Paragraph(props.number)));
    let id = route.fragment(pack);
    let words = Words::of(props.lang);
    let number = props.number.0.to_string();
    let label = count(words.paragraph, props.number.0.into());
    let anchor = el("a")
        .class("no")
        .href(["#", &id].concat())
        .with("aria-label", label)
        .say(&number);
    let body = el("p").id(id).at("tabindex", "-1").with("data-p", number);
    let body = body.maybe("class", (paragraph.kind == ParagraphKind::Item).then_some("item"));
    let body = body
        .maybe("aria-current", props.here.then_some("location"))
        .kid(anchor)
        .kid(text(props, paragraph));
    el("div")
        .class(if props.here { "row here" } else { "row" })
        .kid(body)
        .kid(notes(props, words))
        .node()
}

/// What the ids of a paragraph's words begin with.
pub fn word_prefix(number: ParagraphNumber) -> String {
    ["w", &number.0.to_string(), "-"].concat()
}

fn text(props: &RowProps, paragraph: &Paragraph) -> Html {
    let prefix = word_prefix(props.number);
    let word = |term: TermId, span: Span| {
        let id = [prefix.as_str(), &span.start.to_string()].concat();
        let open = props.expanded.as_deref() == Some(id.as_str());
        Drawn {
            id,
            slug: props.library.pack[term].slug.clone(),
            open,
        }
    };
    html(&runs(&paragraph.text, &props.links, props.marked), Some(&word))
}

/// Which statements the paragraph bears.
fn notes(props: &RowProps, words: &'static Words) -> Option<El> {
    let statements = props.library.statements_at(props.document, props.number);
    let group = el("div")
        .class("notes")
        .at("role", "group")
        .lang(words.code)
        .at("aria-label", words.positions_here);
    (!statements.is_empty()).then(|| group.kids(statements.iter().map(|id| note(props, *id))))
}

fn note(props: &RowProps, id: StatementId) -> El {
    let (pack, lang) = (&props.library.pack, props.lang);
    let statement = &pack[id];
    el("a")
        .class("note")
        .at("data-stance", statement.stance.word())
        .href(["#", &Route::Statement(id).fragment(pack)].concat())
        .kid(
            el("span")
                .class("sign")
                .at("aria-hidden", "true")
                .say(statement.stance.sign()),
        )
        .say(" ")
        .kid(el("b").say(lang.pick(&pack[statement.actor].name)))
        .kid(el("span").class("unseen").say(" ").say(statement.stance.name(lang)))
        .say(" ")
        .say(lang.pick(&pack[statement.issue].title))
        .say(" ")
        .kid(el("span").class("chip").say(statement.attribution.name(lang)))
}
