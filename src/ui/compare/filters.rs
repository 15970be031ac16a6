//! What of the comparison is shown: issues, columns, documents, period, kind of attribution.

use yew::Html;

use crate::app::query;
use crate::domain::compare::{Filter, Undated};
use crate::domain::date::PartialDate;
use crate::domain::pack::{Attribution, FindBySlug, Keyword};
use crate::ui::Scene;
use crate::ui::el::{El, Node, el};

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
    let all = offers == Offers::All;
    let documents = pack.documents().map(|id| {
        (
            id.slug(pack).to_owned(),
            [pack[id].label.as_str(), " ", lang.pick(&pack[id].short)].concat(),
        )
    });
    let basis = Attribution::ALL
        .iter()
        .map(|kind| (kind.word().to_owned(), kind.name(lang).to_owned()));
    let summary = el("summary")
        .say(words.filters)
        .kid(on.then(|| el("span").class("chip").say(words.filters_on)));
    let lists = || {
        el("div")
            .kid(all.then(|| ticks(scene, words.filter_issues, "issues", issues(scene))))
            .kid(all.then(|| ticks(scene, words.filter_actors, "actors", sides(scene))))
            .kid(ticks(scene, words.filter_documents, "docs", documents.collect()))
            .kid(ticks(scene, words.filter_basis, "basis", basis.collect()))
            .kid(period(scene, &filter))
            .kid(on.then(|| el("p").kid(clear(scene))))
    };
    let panel = el("details").class("filters").kid(summary);
    scene.later(panel.kid(scene.form.live(lists))).node()
}

fn issues(scene: Scene) -> Vec<(String, String)> {
    let pack = scene.pack();
    pack.issues()
        .map(|id| (id.slug(pack).to_owned(), scene.pick(&pack[id].title).to_owned()))
        .collect()
}

/// The columns of the matrix.
fn sides(scene: Scene) -> Vec<(String, String)> {
    let pack = scene.pack();
    pack.actors()
        .filter(|id| pack[*id].side == *id)
        .map(|id| (id.slug(pack).to_owned(), scene.pick(&pack[id].name).to_owned()))
        .collect()
}

fn clear(scene: Scene) -> El {
    el("a")
        .class("act")
        .href(scene.model.href(scene.model.route()))
        .say(scene.words.clear_filters)
}

/// A list of which several can be ticked; none ticked means all.
pub fn ticks(scene: Scene, name: &'static str, key: &'static str, items: Vec<(String, String)>) -> Html {
    let chosen = query::get(&scene.model.address.query, key).unwrap_or_default();
    let tick = |(value, label): (String, String)| {
        let checked = chosen.split(',').any(|one| one == value);
        el("label")
            .key(&value)
            .kid(tick_box(["tick:", key].concat(), value, checked))
            .say(label)
    };
    el("fieldset")
        .kid(el("legend").say(name))
        .kid(el("div").class("ticks").kids(items.into_iter().map(tick)))
        .node()
}

fn tick_box(input: String, value: String, checked: bool) -> El {
    el("input")
        .at("type", "checkbox")
        .with("data-input", input)
        .with("value", value)
        .checked(checked)
}

fn period(scene: Scene, filter: &Filter) -> El {
    let words = scene.words;
    let undated = tick_box(
        "flip:undated".to_owned(),
        "no".to_owned(),
        filter.undated == Undated::Include,
    );
    let dates = el("div")
        .class("ticks")
        .kid(date(words.from, "2026-01", "value:from", filter.period.from))
        .kid(date(words.until, "2026-02", "value:until", filter.period.until))
        .kid(el("label").kid(undated).say(words.with_undated));
    el("fieldset").kid(el("legend").say(words.filter_period)).kid(dates)
}

fn date(label: &'static str, example: &'static str, input: &'static str, date: Option<PartialDate>) -> El {
    let field = el("input")
        .class("field")
        .at("type", "text")
        .at("inputmode", "numeric")
        .at("placeholder", example)
        .at("data-input", input)
        .value(date.map(|date| date.to_string()).unwrap_or_default());
    el("label").say(label).kid(field)
}
