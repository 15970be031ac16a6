//! One event in several tellings: what documents say differently of one matter, and below it what they tell of one day.

mod day;
mod difference;

use yew::Html;

use super::phrase::Phrase;
use crate::app::route::Drawn;
use crate::domain::lang::Lang;
use crate::domain::pack::{DocumentId, Pack};
use crate::domain::telling::{by_issue, days};
use crate::ui::el::{El, Node, all, el, text};
use crate::ui::{Scene, drawn};

const LEAD: Phrase = Phrase(
    "同じ事を、資料がどう述べ分けるか。違いごとに、語にしるしをつけた文を横に並べる。",
    "One matter in the words of several places: for each difference the sentences stand side by side, with the words that differ marked.",
);
const NO_VERDICT: Phrase = Phrase(
    "違いは誤りとは限らない。ここは、どれが正しいかを決めない。",
    "A difference need not be an error, and nothing here decides who is right.",
);
const CHOOSE: Phrase = Phrase("資料を選ぶ", "Choose a document");
const EVERY: Phrase = Phrase("すべて", "All");
const NO_ISSUE: Phrase = Phrase("一つの論点に属さないもの", "Not tied to one issue");
const DAYS: Phrase = Phrase("同じ日の出来事", "One day in several documents");
const DAYS_LEAD: Phrase = Phrase(
    "二つ以上の資料が述べる日を、資料ごとに並べる。日付が同じでも、同じ出来事とは限らない。題の似たものを上に置く。",
    "Days of which more than one document tells. The same date does not make it the same event. What has a like title stands on top.",
);

/// For so many documents `assets/views.css` knows buttons.
const DOCUMENT_BUTTONS: usize = 12;

/// The differences by issue, and the days.
pub fn view(scene: Scene) -> Html {
    let (pack, lang) = (scene.pack(), scene.lang());
    let head = el("div")
        .class("head")
        .kid(el("h1").say(drawn::name(scene, Drawn::Telling)))
        .kid(el("p").class("lead").say(LEAD.of(lang)))
        .kid(el("p").class("quiet").say(NO_VERDICT.of(lang)));
    let groups = by_issue(pack);
    let issues = groups.iter().enumerate().map(|(n, group)| {
        let title = group.issue.map(|id| scene.pick(&pack[id].title));
        let cases = group.differences.iter().enumerate().map(|(at, told)| {
            let is_first = n == 0 && at == 0;
            difference::view(scene, told).flag("open", is_first)
        });
        el("section")
            .kid(el("h2").say(title.unwrap_or(NO_ISSUE.of(lang))))
            .kids(cases)
    });
    let days = days(pack);
    el("div")
        .class("tellings")
        .kid(head)
        .kid(choice(scene))
        .kids(issues)
        .kid((!days.is_empty()).then(|| {
            el("section")
                .kid(el("h2").say(DAYS.of(lang)))
                .kid(el("p").class("quiet").say(DAYS_LEAD.of(lang)))
                .kids(days.iter().map(|told| day::view(scene, told)))
        }))
        .node()
}

/// Buttons of which one is pressed: everything, or what concerns one document. Without `:has` they are not shown.
fn choice(scene: Scene) -> El {
    let (pack, lang) = (scene.pack(), scene.lang());
    let group = ["told", scene.words.code].concat();
    let button = |value: String, is_first: bool| {
        el("input")
            .at("type", "radio")
            .with("name", group.clone())
            .with("value", value)
            .flag("checked", is_first)
    };
    let every = el("label").kid(button(String::new(), true)).say(EVERY.of(lang));
    let documents = pack.documents().take(DOCUMENT_BUTTONS).map(|id| {
        let words = all([text(&pack[id].label), text(" "), text(scene.pick(&pack[id].short))]);
        el("label").kid(button(class(id), false)).kid(words)
    });
    el("fieldset")
        .class("picks")
        .kid(el("legend").say(CHOOSE.of(lang)))
        .kid(el("div").class("ticks").kid(every).kids(documents))
}

/// By what the buttons choose.
fn class(document: DocumentId) -> String {
    ["d", &document.0.to_string()].concat()
}

/// A part that is opened: its title, and of which documents it tells.
fn case(scene: Scene, title: El, documents: &[DocumentId]) -> El {
    let mut classes = vec!["case".to_owned()];
    classes.extend(documents.iter().map(|id| class(*id)));
    let labels = documents
        .iter()
        .map(|id| el("span").class("chip").say(&scene.pack()[*id].label));
    el("details")
        .with("class", classes.join(" "))
        .kid(el("summary").kid(title).kid(el("span").kids(labels)))
}

/// 資料2 パリ首脳会合, a link to the document.
fn name(scene: Scene, pack: &'static Pack, document: DocumentId) -> El {
    let route = crate::app::route::Route::Document(document, None);
    let link = el("a")
        .href(scene.model.href(&route))
        .say(scene.pick(&pack[document].short));
    el("h4").say(&pack[document].label).say(" ").kid(link)
}

/// What stands between names in a list.
fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => "、",
        Lang::En => ", ",
    }
}
