//! One statement with everything that must stand beside it: who, when, who reports it, how surely, and where.

use yew::prelude::*;

use crate::app::route::Route;
use crate::domain::pack::{Keyword, StatementId};
use crate::ui::Scene;
use crate::ui::words::fill;

/// A statement as a list item.
pub fn saying(scene: Scene, id: StatementId) -> Html {
    let (pack, words, lang) = (scene.pack(), scene.words, scene.lang());
    let statement = &pack[id];
    let here = *scene.model.route() == Route::Statement(id);
    let quote = statement
        .quote
        .as_ref()
        .map(|quote| html! { <q lang="ja">{ quote }</q> });
    let condition = statement
        .condition
        .as_ref()
        .map(|text| html! { <span class="quiet" lang="ja">{ words.condition }{ ": " }{ text }</span> });
    let note = statement.note.as_ref().map(|text| html! { <details class="quiet"><summary>{ words.coding_note }</summary><p lang="ja">{ text }</p></details> });
    html! {
        <li class="saying" key={statement.slug.clone()} id={Route::Statement(id).fragment(pack)} tabindex="-1" data-stance={statement.stance.word()} aria-current={here.then_some("true")}>
            <span class="quiet">
                <span class="sign" aria-hidden="true">{ statement.stance.sign() }</span>{ " " }{ statement.stance.name(lang) }{ " ・ " }
                <b>{ lang.pick(&pack[statement.actor].name) }</b>{ " ・ " }{ lang.pick(&pack[statement.issue].title) }
            </span>
            { quote }
            <span lang="ja">{ &statement.paraphrase }</span>
            { condition }
            { chain(scene, id) }
            <span class="chain">
                <span class="chip">{ statement.attribution.name(lang) }</span>
                <span lang="ja">{ fill(words.cue, &[&statement.cue]) }</span>
            </span>
            <a href={scene.cite_href(statement.cite)}>{ fill(words.read_place, &[&scene.place(statement.cite)]) }</a>
            { note }
        </li>
    }
}

/// Speaker → said (when) → reporter → reported, in which document.
fn chain(scene: Scene, id: StatementId) -> Html {
    let (pack, words, lang) = (scene.pack(), scene.words, scene.lang());
    let statement = &pack[id];
    let speaker = lang.pick(&pack[statement.speaker.unwrap_or(statement.actor)].name);
    let date = statement
        .date
        .map_or_else(|| words.date_not_given.to_owned(), |date| date.written(lang));
    let document = &pack[statement.cite.document];
    let reporter = statement
        .reporter
        .map(|id| html! { <><b>{ lang.pick(&pack[id].name) }</b><span>{ "→ " }{ words.told }</span></> });
    html! {
        <span class="chain">
            <b>{ speaker }</b><span>{ "→ " }{ words.said }</span><span class="chip">{ date }</span>
            { reporter }
            <b>{ &document.label }</b><span>{ lang.pick(&document.kind) }</span>
        </span>
    }
}
