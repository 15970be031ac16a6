//! One day as several documents tell it: their events side by side, with the sentence each rests on, and what was said.

use super::super::phrase::Phrase;
use super::super::sentence::sentence;
use super::super::timeline::said;
use super::{case, name};
use crate::domain::lang::Lang;
use crate::domain::pack::{DocumentId, EventId};
use crate::domain::telling::{Day, Told};
use crate::ui::Scene;
use crate::ui::el::{El, el};

const NO_EVENT: Phrase = Phrase("この日の出来事は挙げない。", "Names no event of this day.");

/// Its date, and what each document tells.
pub fn view(scene: Scene, day: &Day) -> El {
    let documents: Vec<DocumentId> = day.tellings.iter().map(|told| told.document).collect();
    let date = el("h3").say(day.date.written(scene.lang()));
    let columns = day.tellings.iter().map(|told| telling(scene, told));
    case(scene, date, &documents).kid(el("div").class("beside").kids(columns))
}

fn telling(scene: Scene, told: &Told) -> El {
    let (pack, lang) = (scene.pack(), scene.lang());
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
        .kid(name(scene, pack, told.document))
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
