//! axe-core in the page: every rule that it has by default.

use serde_json::{Value, json};

use super::page::Page;
use super::required;

impl Page {
    /// What axe finds on the view that is shown: rule, help and place of each violation. Its source goes in as from the
    /// console, which the page's policy does not bind.
    #[track_caller]
    pub fn violations(&self, view: &str) -> Vec<String> {
        self.step(format!("axe on {view}"));
        if self.js("return typeof axe", json!([])) == json!("undefined") {
            let source = std::fs::read_to_string(required("AXE")).expect("AXE names a file that can be read");
            self.console_run(&(source + "; 0"));
        }
        // A card or a theme that is still fading in has colours that nobody reads.
        self.settle();
        let script = "axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations)";
        let found = self.console_run(script);
        found
            .as_array()
            .expect("axe gives a list")
            .iter()
            .map(|violation| described(view, violation))
            .collect()
    }
}

fn described(view: &str, violation: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let place = |node: &Value| {
        let reasons = ["any", "all", "none"]
            .map(|kind| node[kind].as_array().cloned().unwrap_or_default())
            .concat();
        let reasons: Vec<String> = reasons.iter().map(|reason| text(&reason["message"])).collect();
        format!(
            "    {} {}\n      {}",
            node["target"],
            text(&node["html"]),
            reasons.join("; ")
        )
    };
    let places: Vec<String> = violation["nodes"]
        .as_array()
        .into_iter()
        .flatten()
        .take(5)
        .map(place)
        .collect();
    let all = violation["nodes"].as_array().map_or(0, Vec::len);
    format!(
        "  {view}: {} ({all}): {}\n{}",
        text(&violation["id"]),
        text(&violation["help"]),
        places.join("\n")
    )
}
