//! One paragraph with its number and its margin.

use yew::Html;

use super::runs::{Drawn, html, runs};
use crate::app::route::{Mark, Route};
use crate::domain::glossary::Link;
use crate::domain::pack::{DocumentId, Keyword, Paragraph, ParagraphKind, ParagraphNumber, StatementId, TermId};
use crate::domain::text::Span;
use crate::ui::el::{El, Node, el};
use crate::ui::words::count;
use crate::ui::{Form, Scene};

/// One paragraph with its margin and these terms marked. `here` is there where the address names it, and holds the words
/// that the address asks to be marked.
pub fn row(scene: Scene, document: DocumentId, of: &Paragraph, links: &[Link], here: Option<Option<Span>>) -> Html {
    let route = Route::Document(document, Some(Mark::Paragraph(of.number)));
    let id = route.fragment(scene.pack());
    let number = of.number.0.to_string();
    let label = count(scene.words.paragraph, of.number.0.into());
    let anchor = el("a")
        .class("no")
        .href(["#", &id].concat())
        .with("aria-label", label)
        .tell(&number);
    let body = el("p").id(id);
    let body = match scene.form {
        Form::Live => body.at("tabindex", "-1").with("data-p", number),
        #[cfg(not(target_arch = "wasm32"))]
        Form::Still => body,
    };
    let body = body.maybe("class", (of.kind == ParagraphKind::Item).then_some("item"));
    let body = body
        .maybe("aria-current", here.map(|_| "location"))
        .kid(anchor)
        .kid(text(scene, of, links, here.flatten()));
    el("div")
        .class(if here.is_some() { "row here" } else { "row" })
        .kid(body)
        .kid(notes(scene, document, of.number))
        .node()
}

/// What the ids of a paragraph's words begin with.
pub fn word_prefix(number: ParagraphNumber) -> String {
    ["w", &number.0.to_string(), "-"].concat()
}

fn text(scene: Scene, paragraph: &Paragraph, links: &[Link], marked: Option<Span>) -> Html {
    let prefix = word_prefix(paragraph.number);
    let word = |term: TermId, span: Span| Drawn {
        id: [prefix.as_str(), &span.start.to_string()].concat(),
        slug: scene.pack()[term].slug.clone(),
        form: scene.form,
    };
    html(&runs(&paragraph.text, links, marked), Some(&word))
}

/// Which statements the paragraph bears.
fn notes(scene: Scene, document: DocumentId, number: ParagraphNumber) -> Option<El> {
    let statements = scene.model.library.statements_at(document, number);
    let group = el("div")
        .class("notes")
        .at("role", "group")
        .lang(scene.words.code)
        .at("aria-label", scene.words.positions_here);
    (!statements.is_empty()).then(|| group.kids(statements.iter().map(|id| note(scene, *id))))
}

fn note(scene: Scene, id: StatementId) -> El {
    let (pack, lang) = (scene.pack(), scene.lang());
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
