//! One day as several documents tell it: their events side by side, with the sentence each rests on, and what was said.

use yew::Html;

use super::phrase::Phrase;
use super::timeline::said;
use crate::app::route::{Drawn, Route};
use crate::domain::lang::Lang;
use crate::domain::pack::{Citation, EventId, Pack};
use crate::domain::quiz::sentence_at;
use crate::domain::telling::{Day, Telling, days};
use crate::ui::el::{El, Node, el};
use crate::ui::{Scene, drawn};

const LEAD: Phrase = Phrase(
    "二つ以上の資料が述べる日を、資料ごとに並べる。出来事の呼び方、だれがしたか、どこまで確かかを見くらべる。日付が同じでも、同じ出来事とは限らない。",
    "Days of which more than one document tells, side by side. Compare what each calls the event, who acted and how sure it is. The same date does not make it the same event.",
);
const MARKED: Phrase = Phrase(
    "しるしのついた語が、その項目の根拠になる。題の似たものを上に置く。",
    "Each entry rests on the marked words. What has a like title stands on top.",
);
const NO_EVENT: Phrase = Phrase("この日の出来事は挙げない。", "Names no event of this day.");

/// All such days.
pub fn view(scene: Scene) -> Html {
    let lang = scene.lang();
    let head = el("div")
        .class("head")
        .kid(el("h1").say(drawn::name(scene, Drawn::Telling)))
        .kid(el("p").class("lead").say(LEAD.of(lang)))
        .kid(el("p").class("quiet").say(MARKED.of(lang)));
    let days = days(scene.pack());
    el("div")
        .class("tellings")
        .kid(head)
        .kids(days.iter().map(|told| day(scene, told)))
        .node()
}

fn day(scene: Scene, told: &Day) -> El {
    el("section").kid(el("h2").say(told.date.written(scene.lang()))).kid(
        el("div")
            .class("beside")
            .kids(told.tellings.iter().map(|told| telling(scene, told))),
    )
}

fn telling(scene: Scene, told: &Telling) -> El {
    let (pack, lang) = (scene.pack(), scene.lang());
    let document = &pack[told.document];
    let link = el("a")
        .href(scene.model.href(&Route::Document(told.document, None)))
        .say(scene.pick(&document.short));
    let none = told
        .events
        .is_empty()
        .then(|| el("p").class("quiet").say(NO_EVENT.of(lang)));
    let statements = || {
        let summary = match lang {
            Lang::Ja => format!("この日の発言 {}件", told.statements.len()),
            Lang::En => format!("Statements of this day: {}", told.statements.len()),
        };
        el("details")
            .kid(el("summary").say(summary))
            .kid(el("ul").kids(told.statements.iter().map(|id| said(scene, *id))))
    };
    el("div")
        .kid(el("h3").say(&document.label).say(" ").kid(link))
        .kid(el("p").class("quiet").say(scene.pick(&document.kind)))
        .kid(none)
        .kid(el("ul").kids(told.events.iter().map(|id| event(scene, *id))))
        .kid((!told.statements.is_empty()).then(statements))
}

fn event(scene: Scene, id: EventId) -> El {
    let event = &scene.pack()[id];
    let note = event
        .note
        .as_ref()
        .map(|note| el("span").class("quiet").lang("ja").say(note));
    el("li")
        .kid(el("b").say(scene.pick(&event.title)))
        .kid(sentence(scene.pack(), event.cite))
        .kid(
            el("span")
                .class("quiet")
                .say(event.status.name(scene.lang()))
                .say(" ・ ")
                .kid(scene.cite(event.cite)),
        )
        .kid(note)
}

/// The sentence of the study edition in which the cited words stand, those marked.
fn sentence(pack: &'static Pack, cite: Citation) -> Option<El> {
    let plain = pack[cite.document].paragraph(cite.paragraph)?.text.plain.as_str();
    let whole = sentence_at(plain, cite.span);
    let part = |from: u32, until: u32| plain.get(from as usize..until as usize).unwrap_or("");
    let mark = el("mark").say(part(cite.span.start, cite.span.end));
    Some(
        el("span")
            .class("sentence")
            .lang("ja")
            .say(part(whole.start, cite.span.start))
            .kid(mark)
            .say(part(cite.span.end, whole.end)),
    )
}
