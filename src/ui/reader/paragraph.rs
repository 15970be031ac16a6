//! One paragraph with its number and its margin. A component of its own, so that opening a popup draws one row again
//! and not the whole document.

use yew::prelude::*;

use super::runs::{html, runs};
use crate::app::model::Shared;
use crate::app::route::{Mark, Route};
use crate::domain::glossary::Link;
use crate::domain::lang::Lang;
use crate::domain::pack::{DocumentId, Keyword, Paragraph, ParagraphKind, ParagraphNumber, StatementId, TermId};
use crate::domain::text::Span;
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
    html! {
        <div class="row">
            <p id={id.clone()} tabindex="-1" data-p={number.clone()} class={(paragraph.kind == ParagraphKind::Item).then_some("item")} aria-current={props.here.then_some("location")}>
                <a class="no" href={["#", &id].concat()} aria-label={count(words.paragraph, props.number.0.into())}>{ number }</a>
                { text(props, paragraph) }
            </p>
            { notes(props, words) }
        </div>
    }
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
        (id, props.library.pack[term].slug.clone(), open)
    };
    html(&runs(&paragraph.text, &props.links, props.marked), Some(&word))
}

/// Which statements the paragraph bears.
fn notes(props: &RowProps, words: &'static Words) -> Html {
    let statements = props.library.statements_at(props.document, props.number);
    if statements.is_empty() {
        return html! {};
    }
    html! {
        <div class="notes" role="group" lang={words.code} aria-label={words.positions_here}>{ for statements.iter().map(|id| note(props, *id)) }</div>
    }
}

fn note(props: &RowProps, id: StatementId) -> Html {
    let (pack, lang) = (&props.library.pack, props.lang);
    let statement = &pack[id];
    html! {
        <a class="note" key={statement.slug.clone()} data-stance={statement.stance.word()} href={["#", &Route::Statement(id).fragment(pack)].concat()}>
            <span class="sign" aria-hidden="true">{ statement.stance.sign() }</span>{ " " }
            <b>{ lang.pick(&pack[statement.actor].name) }</b>
            <span class="unseen">{ " " }{ statement.stance.name(lang) }</span>
            { " " }{ lang.pick(&pack[statement.issue].title) }
            { " " }<span class="chip">{ statement.attribution.name(lang) }</span>
        </a>
    }
}
