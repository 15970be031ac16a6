//! Chromium, with chromedriver.

use std::process::Command;

use serde_json::{Value, json};

use super::{Started, Without, said, spawn};
use crate::harness::required;

/// The arguments with which a browser is quiet, alone, and runs also as root in a container.
const ARGUMENTS: [&str; 11] = [
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
];

/// How its settings write that something is blocked.
const BLOCKED: u8 = 2;

/// It takes a port that is free for one family of addresses, and gives up where another program has it in the other.
pub fn started() -> Option<Started> {
    let mut driver = spawn(Command::new(required("CHROMEDRIVER")).arg("--port=0"));
    let stdout = driver.stdout.take().expect("its output is piped");
    let port = said(stdout, |line| {
        let port = line.strip_prefix("ChromeDriver was started successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    });
    if port.is_none() {
        driver.wait().ok();
    }
    Some(Started {
        port: port?,
        processes: vec![driver],
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
