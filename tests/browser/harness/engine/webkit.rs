//! WebKitGTK, with WebKitWebDriver and the small browser of its package, on a display of its own.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{Started, Without, display, spawn};
use crate::harness::required;

/// How long the driver may take until it listens.
const DEADLINE: Duration = Duration::from_secs(15);

/// The driver does not say where it listens and takes no free port of itself, so it is given one.
pub fn started(without: Without) -> Option<Started> {
    let (screen, display) = display::started();
    let port = free_port();
    let mut command = Command::new(required("WEBKIT_DRIVER"));
    command
        .arg(format!("--port={port}"))
        .env("DISPLAY", display)
        .env("GDK_BACKEND", "x11")
        // Its sandbox cannot be set up by root, nor inside most containers.
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    if without == Without::WebAssembly {
        command.env("JSC_useWasm", "0");
    }
    let mut driver = spawn(&mut command);
    let until = Instant::now() + DEADLINE;
    let listens = loop {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            break true;
        }
        if Instant::now() > until || driver.try_wait().is_ok_and(|ended| ended.is_some()) {
            break false;
        }
        thread::sleep(Duration::from_millis(20));
    };
    let mut processes = vec![driver, screen];
    if !listens {
        super::end(&mut processes);
        return None;
    }
    Some(Started { processes, port })
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("there is a free port");
    listener.local_addr().expect("a bound listener has an address").port()
}

pub fn capabilities(without: Without) -> Value {
    let settings: &[&str] = match without {
        Without::Nothing | Without::WebAssembly => &[],
        Without::Scripts => &["--enable-javascript=false"],
        Without::Storage => &["--enable-html5-local-storage=false", "--enable-html5-database=false"],
    };
    let arguments = [&["--automation"], settings].concat();
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": { "binary": required("WEBKIT_BROWSER"), "args": arguments },
    })
}
