//! Chromium, with chromedriver.

use std::process::Command;

use serde_json::{Value, json};

use super::{Started, Without, listening, spawn};
use crate::harness::required;

/// The arguments with which a browser is quiet, alone, and runs also as root in a container; and takes more than 200 addresses
/// in ten seconds, which only hostile texts ask of it.
const ARGUMENTS: [&str; 12] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--disable-ipc-flooding-protection",
];

/// How its settings write that something is blocked.
const BLOCKED: u8 = 2;

/// It takes a port that is free for one family of addresses, and gives up where another program has it in the other.
pub fn started() -> Option<Started> {
    let driver = spawn(Command::new(required("CHROMEDRIVER")).arg("--port=0"));
    listening(driver, |line| {
        let port = line.strip_prefix("ChromeDriver was started successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    })
}

pub fn capabilities(without: Without) -> Value {
    let mut settings = json!({});
    match without {
        // Where its settings block scripts its driver waits for ever, and it has no setting for WebAssembly: the
        // developer tools take both away, once it runs.
        Without::Nothing | Without::Scripts | Without::WebAssembly => {}
        Without::Storage => settings = json!({ "profile.default_content_setting_values.cookies": BLOCKED }),
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "binary": required("CHROMIUM"), "args": ARGUMENTS, "prefs": settings },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}
