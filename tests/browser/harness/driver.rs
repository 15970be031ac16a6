//! One driver with one browser: started, spoken to over WebDriver, and ended.
//!
//! WebDriver is JSON over HTTP/1.1 on this machine, which the standard library and serde_json speak
//! in the few lines below. So the tests are plain functions without an asynchronous runtime.
//!
//! Source of the commands: <https://www.w3.org/TR/webdriver2/>; those under `goog/` and `se/` are
//! chromedriver's own.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, Command};
use std::time::Duration;

use serde_json::{Value, json};

use super::engine::{self, Engine, Without};

/// How long a step may take.
const STEP: Duration = Duration::from_secs(60);

/// How long a script may take. Benchmarks run for many seconds inside one.
const PATIENCE: Duration = Duration::from_secs(300);

/// How long a browser may take to start.
const START: Duration = Duration::from_secs(60);

/// A browser that obeys commands until it is dropped.
pub struct Driver {
    /// The engine of the browser.
    pub engine: Engine,
    processes: Vec<Child>,
    port: u16,
    session: String,
    /// The number of the browser's process, where the driver tells it.
    browser: Option<u64>,
}

/// How often a driver may try to find a port.
const STARTS: usize = 5;

/// What the driver answered instead of doing what it was told: its error code and its words.
#[derive(Debug)]
pub struct Refusal {
    /// Such as `no such element`.
    pub code: String,
    /// What happened, in the driver's words.
    pub message: String,
}

impl Driver {
    /// Starts a driver on a free port and a fresh browser in it, in which something may be switched off.
    pub fn start(engine: Engine, without: Without) -> Driver {
        Driver::start_as(engine, without, engine.capabilities(without))
    }

    /// Starts Chromium with the profile in a folder, as the browser before has left it.
    pub fn start_with_profile(profile: &Path) -> Driver {
        let (engine, without) = (Engine::Chromium, Without::Nothing);
        let mut wanted = engine.capabilities(without);
        let arguments = wanted["goog:chromeOptions"]["args"].as_array_mut();
        let profile = format!("--user-data-dir={}", profile.display());
        arguments.expect("a list of arguments").push(profile.into());
        Driver::start_as(engine, without, wanted)
    }

    /// Kills the browser as a power failure of the program would: nothing is closed, nothing is written.
    pub fn kill_browser(&self) {
        let browser = self.browser.expect("the driver tells its browser's number").to_string();
        let killed = Command::new("kill").args(["-9", &browser]).status();
        assert!(killed.is_ok_and(|status| status.success()), "the browser is killed");
    }

    fn start_as(engine: Engine, without: Without, mut wanted: Value) -> Driver {
        let started = (0..STARTS).find_map(|_| engine.started(without));
        let started = started.unwrap_or_else(|| panic!("{engine}: its driver never listens"));
        let mut driver = Driver {
            engine,
            processes: started.processes,
            port: started.port,
            session: String::new(),
            browser: None,
        };
        wanted["timeouts"] = json!({ "script": PATIENCE.as_millis() as u64, "pageLoad": 60_000 });
        let body = json!({ "capabilities": { "alwaysMatch": wanted } }).to_string();
        let answer = value(&driver.exchange(("POST", "/session", &body), START));
        let answer = answer.unwrap_or_else(|refusal| panic!("no {engine} starts: {refusal:?}"));
        let session = answer["sessionId"].as_str();
        driver.session = session.expect("a new session has an id").to_owned();
        driver.browser = answer["capabilities"]["goog:processID"].as_u64();
        driver
    }

    /// Sends a command of this session, such as `/url`, and gives the value it answers.
    pub fn post(&self, command: &str, body: &Value) -> Result<Value, Refusal> {
        self.ask("POST", command, &body.to_string())
    }

    /// Asks something of this session, such as `/screenshot`.
    pub fn get(&self, command: &str) -> Result<Value, Refusal> {
        self.ask("GET", command, "")
    }

    fn ask(&self, method: &str, command: &str, body: &str) -> Result<Value, Refusal> {
        let path = format!("/session/{}{command}", self.session);
        let runs_a_script = command.starts_with("/execute") || command.starts_with("/goog");
        let patience = if runs_a_script { PATIENCE } else { STEP };
        value(&self.exchange((method, &path, body), patience))
    }

    /// One request of a method, a path and a body; gives the body of the response.
    fn exchange(&self, request: (&str, &str, &str), patience: Duration) -> Vec<u8> {
        let answer = self.try_exchange(request, patience);
        let (method, path, _) = request;
        answer.unwrap_or_else(|error| panic!("{}: no answer to {method} {path}: {error}", self.engine))
    }

    /// [`Driver::exchange`], on a connection of its own.
    fn try_exchange(&self, (method, path, body): (&str, &str, &str), patience: Duration) -> std::io::Result<Vec<u8>> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(patience))?;
        stream.set_nodelay(true)?;
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n",
            self.port,
            body.len()
        );
        stream.write_all(head.as_bytes())?;
        stream.write_all(body.as_bytes())?;
        body_of(BufReader::new(stream))
    }
}

impl Drop for Driver {
    /// Ends the browser first: it would outlive a driver that is killed.
    fn drop(&mut self) {
        let session = format!("/session/{}", self.session);
        self.try_exchange(("DELETE", &session, ""), Duration::from_secs(10))
            .ok();
        engine::end(&mut self.processes);
    }
}

/// The body of a response with a length.
fn body_of(mut stream: impl BufRead) -> std::io::Result<Vec<u8>> {
    let (mut length, mut line) = (0, String::new());
    while stream.read_line(&mut line)? > 2 {
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or(0);
        }
        line.clear();
    }
    let mut body = Vec::with_capacity(length as usize);
    stream.take(length).read_to_end(&mut body)?;
    Ok(body)
}

/// What stands in the `value` of an answer, or the refusal that stands there.
fn value(body: &[u8]) -> Result<Value, Refusal> {
    let no_json = |_| Refusal {
        code: "no JSON".into(),
        message: String::from_utf8_lossy(body).into_owned(),
    };
    let answer: Value = serde_json::from_slice(body).map_err(no_json)?;
    let value = answer["value"].clone();
    let text = |key: &str| value[key].as_str().map(str::to_owned);
    match (text("error"), text("message")) {
        (Some(code), Some(message)) => Err(Refusal { code, message }),
        _ => Ok(value),
    }
}
