//! What of the comparison is shown: issues, columns, documents, period, kind of attribution.

use yew::prelude::*;

use crate::app::query;
use crate::domain::compare::{Filter, Undated};
use crate::domain::pack::{Attribution, FindBySlug, Keyword};
use crate::ui::Scene;

/// Which lists a view offers; a view of one issue has no use for a choice of issues.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Offers {
    /// Issues and columns too.
    All,
    /// Neither issues nor columns.
    Sources,
}

/// The filter as a panel that folds away.
pub fn panel(scene: Scene, offers: Offers) -> Html {
    let (pack, words, lang) = (scene.pack(), scene.words, scene.lang());
    let filter = super::filter(scene);
    let on = filter != Filter::default();
    let issues = pack
        .issues()
        .map(|id| (id.slug(pack).to_owned(), lang.pick(&pack[id].title).to_owned()));
    let sides = pack
        .actors()
        .filter(|id| pack[*id].side == *id)
        .map(|id| (id.slug(pack).to_owned(), lang.pick(&pack[id].name).to_owned()));
    let documents = pack.documents().map(|id| {
        (
            id.slug(pack).to_owned(),
            [pack[id].label.as_str(), " ", lang.pick(&pack[id].short)].concat(),
        )
    });
    let basis = Attribution::ALL
        .iter()
        .map(|kind| (kind.word().to_owned(), kind.name(lang).to_owned()));
    html! {
        <details class="filters">
            <summary>{ words.filters }if on { <span class="chip">{ words.filters_on }</span> }</summary>
            <div>
                if offers == Offers::All {
                    { ticks(scene, words.filter_issues, "issues", issues.collect()) }
                    { ticks(scene, words.filter_actors, "actors", sides.collect()) }
                }
                { ticks(scene, words.filter_documents, "docs", documents.collect()) }
                { ticks(scene, words.filter_basis, "basis", basis.collect()) }
                { period(scene, &filter) }
                if on {
                    <p><a class="act" href={scene.model.href(scene.model.route())}>{ words.clear_filters }</a></p>
                }
            </div>
        </details>
    }
}

/// A list of which several can be ticked; none ticked means all.
pub fn ticks(scene: Scene, name: &'static str, key: &'static str, items: Vec<(String, String)>) -> Html {
    let chosen = query::get(&scene.model.address.query, key).unwrap_or_default();
    let tick = |(value, label): (String, String)| {
        let checked = chosen.split(',').any(|one| one == value);
        html! { <label key={value.clone()}><input type="checkbox" data-input={["tick:", key].concat()} value={value} {checked}/><span>{ label }</span></label> }
    };
    html! { <fieldset><legend>{ name }</legend><div class="ticks">{ for items.into_iter().map(tick) }</div></fieldset> }
}

fn period(scene: Scene, filter: &Filter) -> Html {
    let words = scene.words;
    let date = |date: Option<crate::domain::date::PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let undated = filter.undated == Undated::Include;
    html! {
        <fieldset>
            <legend>{ words.filter_period }</legend>
            <div class="ticks">
                <label>{ words.from }<input class="field" type="text" inputmode="numeric" placeholder="2026-01" data-input="value:from" value={date(filter.period.from)}/></label>
                <label>{ words.until }<input class="field" type="text" inputmode="numeric" placeholder="2026-02" data-input="value:until" value={date(filter.period.until)}/></label>
                <label><input type="checkbox" data-input="flip:undated" value="no" checked={undated}/><span>{ words.with_undated }</span></label>
            </div>
        </fieldset>
    }
}
