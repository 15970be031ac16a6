//! The source card: who published a document and when, what is not known, what to keep in mind.

use yew::Html;

use crate::domain::pack::Document;
use crate::ui::Scene;
use crate::ui::el::{Node, all, el};
use crate::ui::words::fill;

/// The card of a document.
pub fn card(scene: Scene, document: &Document) -> Html {
    let words = scene.words;
    let stated = |text: Option<String>| {
        text.filter(|text| !text.is_empty())
            .unwrap_or_else(|| words.not_stated.to_owned())
    };
    let mut authors = document.authors.join("、");
    if let Some(translator) = &document.translator {
        authors = [
            authors.as_str(),
            if authors.is_empty() { words.no_author } else { "" },
            " ",
            &fill(words.translated_by, &[translator]),
        ]
        .concat();
    }
    let date = document.date.map(|date| date.written(scene.lang()));
    let note = &document.date_note;
    let dated = match note.is_empty() {
        true => stated(date),
        false => [stated(date).as_str(), "（", note, "）"].concat(),
    };
    let facts = [
        (words.source_title, document.title.clone()),
        (words.source_publisher, stated(document.publisher.clone())),
        (words.source_author, stated(Some(authors))),
        (words.source_date, dated),
        (words.source_genre, document.card.genre.clone()),
    ];
    let depth = [
        (words.source_unknown, &document.card.unknown),
        (words.source_standpoint, &document.card.standpoint),
    ];
    let summary = el("summary").lang(words.code).say(words.about_source);
    el("div")
        .class("source")
        .kid(el("dl").kids(facts.into_iter().map(|(name, value)| fact(scene, name, &value))))
        .kid(
            el("details").kid(summary).kid(
                el("dl")
                    .kids(depth.map(|(name, value)| fact(scene, name, value)))
                    .kid(cautions(scene, document)),
            ),
        )
        .node()
}

fn fact(scene: Scene, name: &'static str, value: &str) -> Html {
    all([
        el("dt").lang(scene.words.code).say(name).node(),
        el("dd").tell(value).node(),
    ])
}

fn cautions(scene: Scene, document: &Document) -> Html {
    let list = el("ul").kids(document.card.cautions.iter().map(|caution| el("li").tell(caution)));
    all([
        el("dt").lang(scene.words.code).say(scene.words.source_cautions).node(),
        el("dd").kid(list).node(),
    ])
}
