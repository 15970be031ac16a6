//! What the learner did: the frame of the record. What it holds is drawn by the second module.

use yew::Html;

use super::Scene;
use super::el::{El, Node, el};
use super::words::fill;
use crate::app::model::Storage;
use crate::domain::quiz::Tally;

/// The record page.
pub fn view(scene: Scene) -> Html {
    let words = scene.words;
    let lead = el("p").class("lead").say(words.record_lead);
    el("div")
        .class("stack")
        .kid(el("div").class("head").kid(el("h1").say(words.record)).kid(lead))
        .kid(storage(scene))
        .kid(el("learner-part").key("record").lang(words.code))
        .node()
}

/// How answers are kept; where they are not, how many there are.
fn storage(scene: Scene) -> El {
    let (words, place) = (
        scene.words,
        el("div").class("quiet").at("role", "status").at("id", "storage"),
    );
    let text = match &scene.model.storage {
        Storage::Opening => words.storage_opening,
        Storage::Kept => words.storage_kept,
        Storage::Memory(_) => {
            let mut all = Tally::default();
            for entry in scene.model.log.entries() {
                all.add(Tally::one(entry.grade));
            }
            let sum = fill(words.record_sum, &[&all.of.to_string(), &all.right.to_string()]);
            return place
                .kid(el("p").tell(words.storage_memory))
                .kid(el("p").at("id", "record-sum").tell(&sum));
        }
    };
    place.tell(text)
}
