//! The engines: how each one's driver is started, and what it is asked for.

mod chromium;
mod display;
mod firefox;
mod webkit;

use std::fmt;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::Value;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, with chromedriver. The only one whose developer tools the tests use.
    Chromium,
    /// Firefox, with geckodriver.
    Firefox,
    /// WebKitGTK, with WebKitWebDriver.
    WebKit,
}

/// What a reader may have switched off in the browser's own settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Without {
    /// Nothing: the browser as it comes.
    Nothing,
    /// Scripts.
    Scripts,
    /// WebAssembly.
    WebAssembly,
    /// Whatever a page could keep: every way to storage is refused.
    Storage,
}

/// A driver that listens.
pub struct Started {
    /// The driver; then what it stands on. They are ended in this order.
    pub processes: Vec<Child>,
    /// Where it listens.
    pub port: u16,
}

impl Engine {
    /// All of them, in the order of the tables.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// What `cargo xtask` says instead, where it cannot be had on this kind of machine.
    pub fn missing(self) -> Option<String> {
        let (variable, package) = match self {
            Engine::Chromium => ("CHROMEDRIVER", "chromium-driver"),
            Engine::Firefox => ("GECKODRIVER", "firefox"),
            Engine::WebKit => ("WEBKIT_DRIVER", "webkit2gtk-driver"),
        };
        let absent = std::env::var_os(variable).is_none();
        absent.then(|| format!("not run: no {self} here (package {package})"))
    }

    /// Starts the driver. `None` where it ended at once, because another program took its port: to be tried again.
    pub fn started(self, without: Without) -> Option<Started> {
        match self {
            Engine::Chromium => chromium::started(),
            Engine::Firefox => firefox::started(),
            Engine::WebKit => webkit::started(without),
        }
    }

    /// What a new session is asked for.
    pub fn capabilities(self, without: Without) -> Value {
        match self {
            Engine::Chromium => chromium::capabilities(without),
            Engine::Firefox => firefox::capabilities(without),
            Engine::WebKit => webkit::capabilities(without),
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// Starts a program whose first words on standard output are of interest.
fn spawn(command: &mut Command) -> Child {
    let child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    child.unwrap_or_else(|error| panic!("{command:?} does not start: {error}"))
}

/// A driver that says at which port it listens. `None` where it ended instead.
fn listening(mut driver: Child, port_in: impl Fn(&str) -> Option<u16>) -> Option<Started> {
    let stdout = driver.stdout.take().expect("its output is piped");
    let Some(port) = said(stdout, port_in) else {
        driver.wait().ok();
        return None;
    };
    Some(Started {
        processes: vec![driver],
        port,
    })
}

/// Reads lines until one of them says what is sought, and goes on reading for ever: a pipe that nobody reads would stop
/// the program when it is full.
fn said<T>(stdout: ChildStdout, sought: impl Fn(&str) -> Option<T>) -> Option<T> {
    let mut lines = BufReader::new(stdout).lines().map_while(Result::ok);
    let found = lines.find_map(|line| sought(&line));
    std::thread::spawn(move || lines.for_each(drop));
    found
}

/// Ends programs, one after the other.
pub fn end(processes: &mut [Child]) {
    for process in processes {
        process.kill().ok();
        process.wait().ok();
    }
}
