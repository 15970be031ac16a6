//! What of the comparison is shown: issues, columns, documents, period, kind of attribution.

use yew::Html;

use crate::app::query;
use crate::domain::compare::{Filter, Undated};
use crate::domain::date::PartialDate;
use crate::domain::pack::{Attribution, DocumentId, FindBySlug, IssueId, Keyword};
use crate::ui::el::{El, Node, el};
use crate::ui::{Part, Scene};

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
    let words = scene.words;
    let filter = super::filter(scene);
    let on = filter != Filter::default();
    let all = offers == Offers::All;
    let summary = el("summary")
        .say(words.filters)
        .kid(on.then(|| el("span").class("chip").say(words.filters_on)));
    let lists = || {
        el("div")
            .kid(all.then(|| ticks(scene, words.filter_issues, "issues", issues)))
            .kid(all.then(|| ticks(scene, words.filter_actors, "actors", sides)))
            .kid(ticks(scene, words.filter_documents, "docs", documents))
            .kid(ticks(scene, words.filter_basis, "basis", basis))
            .kid(period(scene, &filter))
            .kid(on.then(|| el("p").kid(clear(scene))))
    };
    let panel = el("details").class("filters").kid(summary);
    scene.later(panel.kid(scene.form.live(lists))).node()
}

/// The issues, each with its title.
pub fn issues(scene: Scene) -> Vec<Offered> {
    let pack = scene.pack();
    let issue = |id: IssueId| (id.slug(pack), scene.pick(&pack[id].title).to_owned());
    pack.issues().map(issue).collect()
}

/// The columns of the matrix.
fn sides(scene: Scene) -> Vec<Offered> {
    let pack = scene.pack();
    let sides = pack.actors().filter(|id| pack[*id].side == *id);
    sides
        .map(|id| (id.slug(pack), scene.pick(&pack[id].name).to_owned()))
        .collect()
}

/// The documents, each with its label and its short title.
pub fn documents(scene: Scene) -> Vec<Offered> {
    let pack = scene.pack();
    let name = |id: DocumentId| [pack[id].label.as_str(), " ", scene.pick(&pack[id].short)].concat();
    pack.documents().map(|id| (id.slug(pack), name(id))).collect()
}

fn basis(scene: Scene) -> Vec<Offered> {
    let kind = |kind: &Attribution| (kind.word(), kind.name(scene.lang()).to_owned());
    Attribution::ALL.iter().map(kind).collect()
}

/// The link to the same view without a filter.
pub fn clear(scene: Scene) -> El {
    el("a")
        .class("act")
        .href(scene.model.href(scene.model.route()))
        .say(scene.words.clear_filters)
}

/// A word of the query, and what it is called.
pub type Offered = (&'static str, String);

/// A list of which several can be ticked.
#[derive(Debug)]
pub struct Ticks {
    name: &'static str,
    key: &'static str,
    items: fn(Scene) -> Vec<Offered>,
    chosen: String,
}

impl PartialEq for Ticks {
    /// What can be chosen goes with the name, which is in the reader's language.
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.chosen == other.chosen
    }
}

/// A list of which several can be ticked; none ticked means all.
pub fn ticks(scene: Scene, name: &'static str, key: &'static str, items: fn(Scene) -> Vec<Offered>) -> Html {
    scene.part(Part::Ticks(Ticks {
        name,
        key,
        items,
        chosen: query::get(&scene.model.address.query, key).unwrap_or_default(),
    }))
}

/// It itself.
pub fn boxes(scene: Scene, ticks: &Ticks) -> Html {
    let tick = |(value, label): Offered| {
        let checked = ticks.chosen.split(',').any(|one| one == value);
        el("label")
            .key(value)
            .kid(tick_box(["tick:", ticks.key].concat(), value, checked))
            .say(label)
    };
    el("fieldset")
        .kid(el("legend").say(ticks.name))
        .kid(
            el("div")
                .class("ticks")
                .kids((ticks.items)(scene).into_iter().map(tick)),
        )
        .node()
}

fn tick_box(input: String, value: &'static str, checked: bool) -> El {
    el("input")
        .at("type", "checkbox")
        .with("data-input", input)
        .at("value", value)
        .checked(checked)
}

fn period(scene: Scene, filter: &Filter) -> El {
    let words = scene.words;
    let undated = tick_box("flip:undated".to_owned(), "no", filter.undated == Undated::Include);
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
