//! A web server for this machine only, which serves a folder under a sub-folder and remembers what was asked of it.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// Where the folder stands on the server: not at its root, as in a course that hosts the page.
const MOUNT: &str = "/kurs/yomi/";

/// A running server. It ends with the test program.
pub struct Server {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Serves `folder` at a free port.
    pub fn start(folder: &Path) -> Server {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("there is a free port");
        let port = listener.local_addr().expect("a bound listener has an address").port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (folder, log) = (folder.to_path_buf(), Arc::clone(&asked));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (folder, log) = (folder.clone(), Arc::clone(&log));
                // A browser that hangs up early is no fault of the page.
                thread::spawn(move || converse(&stream, &folder, &log).ok());
            }
        });
        Server { port, asked }
    }

    /// The address of the folder, with a slash at its end.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}{MOUNT}", self.port)
    }

    /// Every request so far, as `200 /kurs/yomi/index.html`.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Reads one request, answers it and closes.
fn converse(stream: &TcpStream, folder: &Path, log: &Mutex<Vec<String>>) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    let target = request.split_whitespace().nth(1).unwrap_or("/");
    let found = file_in(folder, target).and_then(|file| Some((content_type(&file), fs::read(&file).ok()?)));
    let (status, kind, content) = match found {
        Some((kind, content)) => ("200 OK", kind, content),
        None => ("404 Not Found", "text/plain", b"not found".to_vec()),
    };
    let entry = format!("{} {target}", &status[..3]);
    log.lock().unwrap_or_else(PoisonError::into_inner).push(entry);
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        content.len()
    );
    let mut stream = stream;
    stream.write_all(&[head.as_bytes(), &content].concat())
}

/// The file that a request means. Only tests ask, so there are no escapes to undo.
fn file_in(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split('?').next()?.strip_prefix(MOUNT)?;
    let path = if path.is_empty() { "index.html" } else { path };
    (!path.contains("..")).then(|| folder.join(path))
}

/// Browsers start modules and wasm only under their right names.
fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => "application/octet-stream",
    }
}
