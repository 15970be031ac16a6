//! Firefox, with geckodriver.

use std::process::Command;

use serde_json::{Value, json};

use super::{Started, Without, listening, spawn};
use crate::harness::required;

/// Cookies and all other storage are refused to every site.
const REFUSE_ALL: u8 = 2;

pub fn started() -> Option<Started> {
    // With access to the system a test can read the console and the requests.
    let driver = spawn(Command::new(required("GECKODRIVER")).args(["--port=0", "--allow-system-access"]));
    listening(driver, |line| {
        line.rsplit_once("Listening on 127.0.0.1:")?.1.trim().parse().ok()
    })
}

pub fn capabilities(without: Without) -> Value {
    // As readers have it: geckodriver lets files on the disk read each other.
    let mut settings = json!({ "security.fileuri.strict_origin_policy": true });
    match without {
        Without::Nothing => {}
        Without::Scripts => settings["javascript.enabled"] = json!(false),
        Without::WebAssembly => settings["javascript.options.wasm"] = json!(false),
        Without::Storage => settings["network.cookie.cookieBehavior"] = json!(REFUSE_ALL),
    }
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": { "binary": required("FIREFOX"), "args": ["-headless"], "prefs": settings },
    })
}
