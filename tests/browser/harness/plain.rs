//! Steps by WebDriver's own means only. They work in every engine, in frames, and where no script runs.

use std::time::{Duration, Instant};
use std::{panic::Location, thread};

use serde_json::{Value, json};

use super::page::{DEADLINE, ELEMENT, Page};

/// How long to wait before looking again.
const LOOK_AGAIN: Duration = Duration::from_millis(30);

/// How many of the elements that fit are looked at.
const FIRST: usize = 20;

impl Page {
    /// Whether an element that fits a selector is seen.
    pub fn sees(&self, css: &str) -> bool {
        self.seen(css).is_some()
    }

    /// Waits until an element that fits a selector is seen; gives its text.
    #[track_caller]
    pub fn see(&self, css: &str) -> String {
        self.step(format!("see {css}"));
        let id = self.wait_to_see(css);
        let text = self.driver.get(&format!("/element/{id}/text"));
        text.ok()
            .and_then(|text| Some(text.as_str()?.to_owned()))
            .unwrap_or_default()
    }

    /// Waits until the text of an element that is seen holds these words.
    #[track_caller]
    pub fn see_words(&self, css: &str, words: &str) {
        self.wait_here(&format!("`{css}` says 「{words}」"), || self.see(css).contains(words));
    }

    /// Clicks the first element that fits a selector and is seen, as a person does.
    #[track_caller]
    pub fn click_seen(&self, css: &str) {
        self.step(format!("click {css}"));
        let id = self.wait_to_see(css);
        // Away from the bar, under which WebDriver may take it for seen. Without scripts it must do without.
        let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.try_js(script, json!([{ ELEMENT: id }])).ok();
        self.command(&format!("/element/{id}/click"), &json!({}));
    }

    /// Goes into a frame: what follows means what is in it.
    #[track_caller]
    pub fn enter_frame(&self, css: &str) {
        self.step(format!("into {css}"));
        let id = self.wait_to_see(css);
        self.command("/frame", &json!({ "id": { ELEMENT: id } }));
    }

    /// Goes into the frame that an expression names: one in a shadow root is not found by a selector.
    #[track_caller]
    pub fn enter_frame_of(&self, expression: &str) {
        self.step(format!("into {expression}"));
        self.wait("the frame is there", &format!("!!({expression})"));
        let frame = self.js(&format!("return {expression}"), json!([]));
        self.command("/frame", &json!({ "id": frame }));
    }

    /// Goes back to the page around all frames.
    #[track_caller]
    pub fn leave_frames(&self) {
        self.step("out of the frame".to_owned());
        self.command("/frame", &json!({ "id": null }));
    }

    #[track_caller]
    fn wait_to_see(&self, css: &str) -> String {
        let until = Instant::now() + DEADLINE;
        loop {
            if let Some(id) = self.seen(css) {
                return id;
            }
            assert!(
                Instant::now() < until,
                "waited {DEADLINE:?} and still not seen: `{css}` ({})",
                Location::caller()
            );
            thread::sleep(LOOK_AGAIN);
        }
    }

    /// The id of the first element that fits and is seen. One that goes away meanwhile is not seen.
    fn seen(&self, css: &str) -> Option<String> {
        let query = json!({ "using": "css selector", "value": css });
        let found = self.driver.post("/elements", &query).ok()?;
        let ids = found.as_array()?.iter().filter_map(|element| element[ELEMENT].as_str());
        ids.take(FIRST)
            .find(|id| {
                matches!(
                    self.driver.get(&format!("/element/{id}/displayed")),
                    Ok(Value::Bool(true))
                )
            })
            .map(str::to_owned)
    }
}
