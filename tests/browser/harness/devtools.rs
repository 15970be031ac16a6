//! What the browser's developer tools do and know: window sizes, colour schemes, a slow processor, console, requests.

use serde_json::{Value, json};

use super::base64;
use super::page::Page;

/// Light or dark, as the system would say.
#[derive(Clone, Copy, Debug)]
pub enum Scheme {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Page {
    /// Gives a command to the developer tools, such as `Emulation.setCPUThrottlingRate`.
    #[track_caller]
    pub fn devtools(&self, command: &str, params: Value) -> Value {
        self.command("/goog/cdp/execute", &json!({ "cmd": command, "params": params }))
    }

    /// Makes the window so large inside, in CSS pixels.
    #[track_caller]
    pub fn size(&self, width: u32, height: u32) {
        self.step(format!("size {width} × {height}"));
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics);
    }

    /// Lets the system ask for light or dark.
    #[track_caller]
    pub fn scheme(&self, scheme: Scheme) {
        self.step(format!("scheme {scheme:?}"));
        let value = match scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", features);
    }

    /// Gives the window a touch screen.
    #[track_caller]
    pub fn touch_screen(&self) {
        self.step("touch screen".into());
        self.devtools(
            "Emulation.setTouchEmulationEnabled",
            json!({ "enabled": true, "maxTouchPoints": 1 }),
        );
    }

    /// Lets no script of a page run from now on.
    #[track_caller]
    pub fn without_scripts(&self) {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    }

    /// Slows the processor so many times; 1 is its own speed.
    #[track_caller]
    pub fn slow_down(&self, times: u32) {
        self.step(format!("slow down {times} times"));
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times }));
    }

    /// Runs a script in every page that is loaded from now on, before any script of its own.
    #[track_caller]
    pub fn before_every_page(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
    }

    /// Runs a script as the console does: no policy of the page stands in its way.
    #[track_caller]
    pub fn console_run(&self, script: &str) -> Value {
        let params = json!({ "expression": script, "awaitPromise": true, "returnByValue": true });
        let answer = self.devtools("Runtime.evaluate", params);
        assert_eq!(answer["exceptionDetails"], Value::Null);
        answer["result"]["value"].clone()
    }

    /// Waits until nothing moves on the page any more.
    #[track_caller]
    pub fn settle(&self) {
        let animations = "document.getAnimations().map(animation => animation.finished.catch(() => 0))";
        self.js_async(&format!("await Promise.all({animations})"), json!([]));
    }

    /// What the window shows, as PNG.
    pub fn screenshot(&self) -> Vec<u8> {
        let picture = self.driver.get("/screenshot");
        let picture = picture.unwrap_or_else(|refusal| panic!("no picture: {refusal:?}"));
        base64::decode(picture.as_str().unwrap_or(""))
    }

    /// What the console said so far, one text an entry.
    pub fn console(&self) -> Vec<String> {
        let entries = self
            .driver
            .post("/se/log", &json!({ "type": "browser" }))
            .unwrap_or(Value::Null);
        let mut console = self.console.borrow_mut();
        console.extend(entries.as_array().into_iter().flatten().cloned());
        let line = |entry: &Value| {
            let text = |key: &str| entry[key].as_str().unwrap_or("");
            format!("{} {}", text("level"), text("message"))
        };
        console.iter().map(line).collect()
    }

    /// Every address that the page asked for so far, in any way.
    pub fn requests(&self) -> Vec<String> {
        let entries = self
            .driver
            .post("/se/log", &json!({ "type": "performance" }))
            .unwrap_or(Value::Null);
        let mut requests = self.requests.borrow_mut();
        let messages = entries
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|entry| entry["message"].as_str());
        requests.extend(messages.filter_map(requested));
        requests.clone()
    }

    /// Fails where the console holds a warning or an error.
    #[track_caller]
    pub fn assert_silent_console(&self) {
        let loud = |entry: &String| entry.starts_with("SEVERE") || entry.starts_with("WARNING");
        let loud: Vec<String> = self.console().into_iter().filter(loud).collect();
        assert!(loud.is_empty(), "the console says:\n  {}", loud.join("\n  "));
    }

    /// Fails where the page asked anything of another host, or for a file that is not there.
    #[track_caller]
    pub fn assert_only_own_requests(&self) {
        let own = self.server.address();
        let known = [own.as_str(), "data:", "blob:", "about:"];
        let foreign = |url: &String| !known.iter().any(|start| url.starts_with(start));
        let foreign: Vec<String> = self.requests().into_iter().filter(foreign).collect();
        assert!(foreign.is_empty(), "the page asked for:\n  {}", foreign.join("\n  "));
        let missing: Vec<String> = self
            .server
            .asked()
            .into_iter()
            .filter(|line| !line.starts_with("200 "))
            .collect();
        assert!(
            missing.is_empty(),
            "the server does not have:\n  {}",
            missing.join("\n  ")
        );
    }
}

/// The address in a message of the performance log, where the message tells of a request.
fn requested(message: &str) -> Option<String> {
    let message: Value = serde_json::from_str(message).ok()?;
    let message = &message["message"];
    let url = match message["method"].as_str()? {
        "Network.requestWillBeSent" => &message["params"]["request"]["url"],
        "Network.webSocketCreated" => &message["params"]["url"],
        _ => return None,
    };
    url.as_str().map(str::to_owned)
}
