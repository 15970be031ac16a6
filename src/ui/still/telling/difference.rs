//! One matter of which several places tell in different words.

use super::super::phrase::Phrase;
use super::super::sentence::sentence;
use super::{case, comma, name};
use crate::domain::pack::{Difference, DocumentId, Telling};
use crate::ui::Scene;
use crate::ui::el::{El, el};

const EVENT: Phrase = Phrase("出来事: ", "Event: ");
const SILENT: Phrase = Phrase("この事を述べない資料: ", "Documents that say nothing of it: ");

/// Its title, what differs, the tellings side by side, and who is silent.
pub fn view(scene: Scene, told: &'static Difference) -> El {
    let columns = told.columns();
    let mut documents: Vec<DocumentId> = columns.iter().flatten().map(|telling| telling.cite.document).collect();
    documents.dedup();
    case(scene, el("h3").say(scene.pick(&told.title)), &documents)
        .kid(el("p").say(scene.pick(&told.what)))
        .kid(event(scene, told))
        .kid(
            el("div")
                .class("beside")
                .kids(columns.into_iter().map(|column| telling(scene, column))),
        )
        .kid((!told.silent.is_empty()).then(|| silent(scene, &told.silent)))
}

fn event(scene: Scene, told: &Difference) -> Option<El> {
    let (pack, lang) = (scene.pack(), scene.lang());
    let event = &pack[told.event?];
    let when = event.when.clone().unwrap_or_else(|| event.date.written(lang));
    let line = el("p").class("quiet").say(EVENT.of(lang)).tell(&when);
    Some(line.say(" ").say(scene.pick(&event.title)))
}

/// One column: a document, and what its places say.
fn telling(scene: Scene, column: Vec<&'static Telling>) -> El {
    let pack = scene.pack();
    let place = |telling: &&'static Telling| {
        el("li")
            .kid(el("span").say(scene.pick(&telling.says)))
            .kid(sentence(pack, telling.cite))
            .kid(el("span").class("quiet").kid(scene.cite(telling.cite)))
    };
    let document = column.first().map(|telling| name(scene, pack, telling.cite.document));
    el("div").kid(document).kid(el("ul").kids(column.iter().map(place)))
}

fn silent(scene: Scene, documents: &[DocumentId]) -> El {
    let (pack, lang) = (scene.pack(), scene.lang());
    let names = documents.iter().enumerate().map(|(n, id)| {
        let before = if n == 0 { "" } else { comma(lang) };
        el("span")
            .say(before)
            .say(&pack[*id].label)
            .say(" ")
            .say(scene.pick(&pack[*id].short))
    });
    el("p").class("quiet").say(SILENT.of(lang)).kids(names)
}
