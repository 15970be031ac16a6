//! A web server for this machine only, which serves a folder under a sub-folder and remembers what was asked of it.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// Where the folder stands on the server: not at its root, as in a course that hosts the page.
const MOUNT: &str = "/kurs/yomi/";

/// A running server. It ends with the test program.
pub struct Server {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
    site: Arc<Mutex<Site>>,
}

/// What is served, and where.
#[derive(Clone)]
struct Site {
    /// `None` where the server hangs up on everyone, as if it were not there.
    folder: Option<PathBuf>,
    mount: &'static str,
}

impl Server {
    /// Serves `folder` at a free port.
    pub fn start(folder: &Path) -> Server {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("there is a free port");
        let port = listener.local_addr().expect("a bound listener has an address").port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let site = Site {
            folder: Some(folder.to_path_buf()),
            mount: MOUNT,
        };
        let site = Arc::new(Mutex::new(site));
        let (served, log) = (Arc::clone(&site), Arc::clone(&asked));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (site, log) = (locked(&served).clone(), Arc::clone(&log));
                // A browser that hangs up early is no fault of the page.
                thread::spawn(move || converse(&stream, &site, &log).ok());
            }
        });
        Server { port, asked, site }
    }

    /// Serves another folder from now on, at the same address.
    pub fn deploy(&self, folder: &Path) {
        locked(&self.site).folder = Some(folder.to_path_buf());
    }

    /// Answers nothing any more.
    pub fn go_away(&self) {
        locked(&self.site).folder = None;
    }

    /// Serves the folder at the root of the server from now on.
    pub fn move_to_root(&self) {
        locked(&self.site).mount = "/";
    }

    /// The address of the folder, with a slash at its end.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.port, locked(&self.site).mount)
    }

    /// Every request so far, as `200 /kurs/yomi/index.html`.
    pub fn asked(&self) -> Vec<String> {
        locked(&self.asked).clone()
    }
}

fn locked<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads one request, answers it and closes.
fn converse(stream: &TcpStream, site: &Site, log: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let Some(folder) = &site.folder else { return Ok(()) };
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    let target = request.split_whitespace().nth(1).unwrap_or("/");
    let found = file_in(folder, site.mount, target).and_then(|file| Some((content_type(&file), fs::read(&file).ok()?)));
    let (status, kind, content) = match found {
        Some((kind, content)) => ("200 OK", kind, content),
        None => ("404 Not Found", "text/plain", b"not found".to_vec()),
    };
    let entry = format!("{} {target}", &status[..3]);
    locked(log).push(entry);
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        content.len()
    );
    let mut stream = stream;
    let content = if request.starts_with("HEAD ") {
        Vec::new()
    } else {
        content
    };
    stream.write_all(&[head.as_bytes(), &content].concat())
}

/// The file that a request means. Only tests ask, so there are no escapes to undo.
fn file_in(folder: &Path, mount: &str, target: &str) -> Option<PathBuf> {
    let path = target.split('?').next()?.strip_prefix(mount)?;
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
