//! The source card: who published a document and when, what is not known, what to keep in mind.

use yew::prelude::*;

use crate::domain::pack::Document;
use crate::ui::Scene;
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
    let dated = [stated(date).as_str(), "（", &document.date_note, "）"]
        .concat()
        .replace("（）", "");
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
    html! {
        <div class="source">
            <dl>{ for facts.into_iter().map(|(name, value)| html! { <><dt lang={words.code}>{ name }</dt><dd>{ value }</dd></> }) }</dl>
            <details>
                <summary lang={words.code}>{ words.about_source }</summary>
                <dl>
                    { for depth.into_iter().map(|(name, value)| html! { <><dt lang={words.code}>{ name }</dt><dd>{ value }</dd></> }) }
                    <dt lang={words.code}>{ words.source_cautions }</dt>
                    <dd><ul>{ for document.card.cautions.iter().map(|caution| html! { <li>{ caution }</li> }) }</ul></dd>
                </dl>
            </details>
        </div>
    }
}
