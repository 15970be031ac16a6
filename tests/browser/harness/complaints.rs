//! What an engine complains of: errors and warnings in its console, and requests to other hosts.

use serde_json::{Value, json};

use super::engine::Engine;
use super::page::Page;

/// Notes every request of a page from now on, in Firefox's own window.
const OBSERVE: &str = "
    window.asked = [];
    const note = channel => {
      channel = channel.QueryInterface(Ci.nsIChannel);
      if (channel.loadInfo.browsingContextID) window.asked.push(channel.URI.spec);
    };
    Services.obs.addObserver(note, 'http-on-opening-request');";

/// The requests so far; then what the console holds of pages, and what they said themselves. Flag 8 marks what is told
/// for information only.
const OBSERVED: &str = "
    const own = /^(http|file)/, asked = window.asked.map(url => 'request ' + url);
    const errors = Services.console.getMessageArray()
      .filter(said => said instanceof Ci.nsIScriptError && !(said.flags & 8) && own.test(said.sourceName))
      .map(said => `console ${said.errorMessage} ${said.sourceName}`);
    const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
    const said = storage.getEvents()
      .filter(event => ['error', 'warn'].includes(event.level) && own.test(event.filename))
      .map(event => `console ${event.arguments[0]} ${event.filename}`);
    return [...asked, ...errors, ...said]";

/// What a browser says of itself: of a frame that the host lets run scripts and keep its origin; of storage that it was
/// told to refuse, whoever asks; of a script that ran when the test went elsewhere.
const OF_ITSELF: [&str; 4] = [
    "its sandboxing",
    "blocking all storage access",
    "Storage access is restricted",
    "Script terminated by timeout",
];

/// Where the tests' own servers are.
const OWN: &str = "http://127.0.0.1:";

impl Page {
    /// Begins to note what is not kept by itself.
    pub(super) fn observe(&self) {
        if self.driver.engine == Engine::Firefox {
            self.in_firefox(OBSERVE);
        }
    }

    /// All complaints so far. WebKitGTK tells of none, since private sessions, as drivers open, write nothing of their console:
    /// what it asks of the server is all that is known of it.
    pub fn complaints(&self) -> Vec<String> {
        match self.driver.engine {
            Engine::Chromium => {
                let loud = |entry: &String| entry.starts_with("SEVERE") || entry.starts_with("WARNING");
                let foreign = self.requests().into_iter().filter(|url| is_foreign(url));
                let loud = self.console().into_iter().filter(loud);
                loud.chain(foreign).filter(|line| is_of_the_page(line)).collect()
            }
            Engine::Firefox => {
                let observed = self.in_firefox(OBSERVED);
                let observed: Vec<String> = serde_json::from_value(observed).expect("a list of texts");
                let kept = |line: &String| line.strip_prefix("request ").is_none_or(is_foreign) && is_of_the_page(line);
                observed.into_iter().filter(kept).collect()
            }
            Engine::WebKit => Vec::new(),
        }
    }

    /// Runs a script in Firefox itself, outside the page.
    fn in_firefox(&self, script: &str) -> Value {
        self.command("/moz/context", &json!({ "context": "chrome" }));
        let answer = self.js(script, json!([]));
        self.command("/moz/context", &json!({ "context": "content" }));
        answer
    }
}

fn is_of_the_page(line: &str) -> bool {
    !OF_ITSELF.iter().any(|words| line.contains(words))
}

fn is_foreign(url: &str) -> bool {
    let known = [OWN, "data:", "blob:", "about:", "file:"];
    !known.iter().any(|start| url.starts_with(start))
}
