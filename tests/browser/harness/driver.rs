//! One chromedriver with one browser: started, spoken to over WebDriver, and ended.
//!
//! WebDriver is JSON over HTTP/1.1 on this machine, which the standard library and serde_json speak
//! in the few lines below. So the tests are plain functions without an asynchronous runtime.
//!
//! Source of the commands: <https://www.w3.org/TR/webdriver2/>; those under `goog/` and `se/` are
//! chromedriver's own.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

use super::required;

/// How long one command may take. Benchmarks run for many seconds inside one script.
const PATIENCE: Duration = Duration::from_secs(300);

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

/// A browser that obeys commands until it is dropped.
pub struct Driver {
    process: Child,
    port: u16,
    session: String,
}

/// How often chromedriver may try to find a port.
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
    /// Starts chromedriver on a free port and a fresh browser in it.
    pub fn start() -> Driver {
        let started = (0..STARTS).find_map(|_| started());
        let (process, port) = started.expect("chromedriver says on which port it listens");
        let mut driver = Driver {
            process,
            port,
            session: String::new(),
        };
        let answer = driver.post_to("/session", &capabilities());
        let answer = answer.unwrap_or_else(|refusal| panic!("no browser starts: {refusal:?}"));
        let session = answer["sessionId"].as_str();
        driver.session = session.expect("a new session has an id").to_owned();
        driver
    }

    /// Sends a command of this session, such as `/url`, and gives the value it answers.
    pub fn post(&self, command: &str, body: &Value) -> Result<Value, Refusal> {
        self.post_to(&format!("/session/{}{command}", self.session), body)
    }

    /// Asks something of this session, such as `/screenshot`.
    pub fn get(&self, command: &str) -> Result<Value, Refusal> {
        value(&self.exchange("GET", &format!("/session/{}{command}", self.session), ""))
    }

    fn post_to(&self, path: &str, body: &Value) -> Result<Value, Refusal> {
        value(&self.exchange("POST", path, &body.to_string()))
    }

    /// One request on a connection of its own; gives the body of the response.
    fn exchange(&self, method: &str, path: &str, body: &str) -> Vec<u8> {
        let whole = || -> std::io::Result<Vec<u8>> {
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
            stream.set_read_timeout(Some(PATIENCE))?;
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
        };
        whole().unwrap_or_else(|error| panic!("chromedriver does not answer {method} {path}: {error}"))
    }
}

impl Drop for Driver {
    /// Ends the browser first: it would outlive a chromedriver that is killed.
    fn drop(&mut self) {
        let quit = || -> std::io::Result<()> {
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
            stream.set_read_timeout(Some(Duration::from_secs(10)))?;
            let head = format!(
                "DELETE /session/{} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
                self.session, self.port
            );
            stream.write_all(head.as_bytes())?;
            body_of(BufReader::new(stream)).map(drop)
        };
        quit().ok();
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// A chromedriver, and the port on which it says that it listens. `None` where it ended instead: it takes a port that is
/// free for one family of addresses, and gives up where another program has it in the other.
fn started() -> Option<(Child, u16)> {
    let mut process = Command::new(required("CHROMEDRIVER"))
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("CHROMEDRIVER names a program that starts");
    let port = port_said_by(&mut process);
    if port.is_none() {
        process.wait().ok();
    }
    Some((process, port?))
}

fn port_said_by(process: &mut Child) -> Option<u16> {
    let stdout = process.stdout.take().expect("its output is piped");
    let mut lines = BufReader::new(stdout).lines().map_while(Result::ok);
    let said = lines.find_map(|line| {
        line.strip_prefix("ChromeDriver was started successfully on port ")?
            .trim_end_matches('.')
            .parse()
            .ok()
    });
    // A pipe that nobody reads would stop the driver when it is full.
    std::thread::spawn(move || lines.for_each(drop));
    said
}

fn capabilities() -> Value {
    json!({ "capabilities": { "alwaysMatch": {
        "browserName": "chrome",
        "pageLoadStrategy": "normal",
        "timeouts": { "script": PATIENCE.as_millis() as u64, "pageLoad": 60_000 },
        "goog:chromeOptions": { "binary": required("CHROMIUM"), "args": ARGUMENTS },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    } } })
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
    let answer: Value = serde_json::from_slice(body).unwrap_or_else(|error| {
        panic!(
            "chromedriver answered no JSON: {error}: {}",
            String::from_utf8_lossy(body)
        )
    });
    let value = answer["value"].clone();
    let text = |key: &str| value[key].as_str().map(str::to_owned);
    match (text("error"), text("message")) {
        (Some(code), Some(message)) => Err(Refusal { code, message }),
        _ => Ok(value),
    }
}
