//! The glossary popup: what a term means, on what that rests, where it occurs, who speaks of it.

use yew::Html;

use super::el::{El, Node, el};
use super::reader::runs::{Drawn, runs};
use super::words::{count, fill};
use super::{Press, Scene};
use crate::app::route::Route;
use crate::domain::pack::{Ground, Says, TermId};
use crate::domain::text::{RubyText, Span};

/// The popup. Its element is always in the page; the platform puts it into the top layer and takes it away.
pub fn view(scene: Scene) -> Html {
    let card = el("div")
        .class("card")
        .at("id", "card")
        .at("popover", "manual")
        .at("role", "dialog");
    let card = card.at("aria-labelledby", "card-word").lang(scene.words.code);
    match scene.model.popup.drawn() {
        Some(open) => inner(scene, card, open.term(), open.trail.len() > 1).node(),
        None => card.node(),
    }
}

fn inner(scene: Scene, card: El, id: TermId, nested: bool) -> El {
    let (words, term) = (scene.words, &scene.pack()[id]);
    card.kid(nested.then(|| {
        el("button")
            .class("prev")
            .press(Press::CardBack)
            .say("← ")
            .say(words.card_back)
    }))
    .kid(top(scene, id))
    .kid(el("p").class("gloss").say(scene.pick(&term.gloss)))
    .kid(
        el("div")
            .class("says")
            .lang("ja")
            .kids(term.says.iter().map(|says| sentence(scene, id, says))),
    )
    .kid(ways(scene, id))
    .kid(
        el("button")
            .class("close")
            .press(Press::CloseCard)
            .at("aria-label", words.close)
            .say("×"),
    )
}

fn top(scene: Scene, id: TermId) -> El {
    let term = &scene.pack()[id];
    el("div")
        .class("top")
        .kid(
            el("h2")
                .at("id", "card-word")
                .at("tabindex", "-1")
                .lang("ja")
                .say(&term.headword),
        )
        .kid(el("span").class("quiet").lang("ja").say(&term.reading))
        .kid(el("span").class("chip").say(scene.words.term_kind(term.kind)))
        .kid(names(scene, id))
}

/// English name, and the Russian or Ukrainian one where there is one.
pub fn names(scene: Scene, id: TermId) -> Html {
    let term = &scene.pack()[id];
    let english = el("span").class("en").kid(el("span").lang("en").say(&term.en));
    match &term.native {
        Some(native) => english.say(" ・ ").kid(el("span").lang("ru").say(native)).node(),
        None => english.node(),
    }
}

/// A sentence of the definition, its terms linked, with its citation or its mark of background knowledge.
pub fn sentence(scene: Scene, own: TermId, says: &Says) -> Html {
    let text = RubyText::plain(says.text.as_str());
    let mut links = scene.model.library.link(&says.text);
    links.retain(|link| link.term != own);
    let word = |term: TermId, span: Span| {
        let slug = scene.pack()[term].slug.clone();
        Drawn {
            id: ["c-", &slug, "-", &span.start.to_string()].concat(),
            slug,
            form: scene.form,
        }
    };
    let ground = match says.ground {
        Ground::Cited(cite) => scene.cite(cite),
        Ground::Background(date) => {
            let note = fill(scene.words.background, &[&date.written(scene.lang())]);
            el("span").class("chip").lang(scene.words.code).tell(&note).node()
        }
    };
    // In the static page the words of a definition are no buttons: they would cost as much as those of the documents.
    let word: Option<&dyn Fn(TermId, Span) -> Drawn> = (!scene.form.is_still()).then_some(&word);
    let words = super::reader::runs::html(&runs(&text, &links, None), word);
    el("p").kid(words).say(" ").kid(ground).node()
}

fn ways(scene: Scene, id: TermId) -> El {
    let (words, library) = (scene.words, &scene.model.library);
    let (documents, places) = (
        library.occurrences.by_document(id).len(),
        library.occurrences.of(id).len(),
    );
    let named = library.statements_naming(id).len();
    let link = |query: &str, name: &str| el("a").href(scene.model.href_with(&Route::Term(id), query)).tell(name);
    let occurs = || {
        link(
            "show=kwic",
            &fill(words.card_occurs, &[&documents.to_string(), &places.to_string()]),
        )
    };
    el("div")
        .class("ways")
        .kid(link("", words.card_entry))
        .kid((places > 0).then(occurs))
        .kid((named > 0).then(|| link("show=statements", &count(words.card_named, named))))
}

/// The popup of the static page: what a term is called, how it is read, what it means in a line.
#[cfg(not(target_arch = "wasm32"))]
pub fn still(scene: Scene, id: TermId) -> Html {
    let term = &scene.pack()[id];
    let entry = el("a")
        .href(scene.model.href(&Route::Term(id)))
        .say(scene.words.card_entry);
    let top = el("p")
        .class("top")
        .kid(el("b").say(&term.headword))
        .kid(el("span").class("quiet").say(&term.reading));
    el("div")
        .class("card")
        .id(super::still::card_id(&term.slug))
        .at("popover", "auto")
        .kid(top)
        .kid(el("p").class("gloss").say(scene.pick(&term.gloss)))
        .kid(el("p").class("ways").kid(entry))
        .node()
}
