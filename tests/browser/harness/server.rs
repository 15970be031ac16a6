//! A web server for this machine only, which serves a folder as a host would and remembers what was asked of it.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// How a host serves the folder.
#[derive(Clone, Copy, Debug)]
pub struct Hosting {
    /// Where the folder stands, with a slash at both ends.
    pub mount: &'static str,
    /// Lines in the head of every response, each with its end.
    pub headers: &'static str,
    /// The `sandbox` of the frame in which a page of the host, `/frame?FILE`, shows a file of the folder.
    pub sandbox: &'static str,
}

impl Hosting {
    /// In a sub-folder, as in a course that hosts the page.
    pub const COURSE: Hosting = Hosting {
        mount: "/kurs/yomi/",
        headers: "",
        sandbox: "",
    };
}

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
    hosting: Hosting,
}

impl Server {
    /// Serves `folder` at a free port.
    pub fn start(folder: &Path) -> Server {
        Server::start_as(folder, Hosting::COURSE)
    }

    /// Serves `folder` at a free port in a certain way.
    pub fn start_as(folder: &Path, hosting: Hosting) -> Server {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("there is a free port");
        let port = listener.local_addr().expect("a bound listener has an address").port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let site = Site {
            folder: Some(folder.to_path_buf()),
            hosting,
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
        locked(&self.site).hosting.mount = "/";
    }

    /// The address of the folder, with a slash at its end.
    pub fn address(&self) -> String {
        self.origin() + locked(&self.site).hosting.mount
    }

    /// The address of the host, without a slash at its end.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
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
    let found = match target.strip_prefix("/frame?") {
        Some(file) => Some(("text/html; charset=utf-8", frame(site.hosting, file).into_bytes())),
        None => file_in(folder, site.hosting.mount, target)
            .and_then(|file| Some((content_type(&file), fs::read(&file).ok()?))),
    };
    let (status, kind, content) = match found {
        Some((kind, content)) => ("200 OK", kind, content),
        None => ("404 Not Found", "text/plain", b"not found".to_vec()),
    };
    let entry = format!("{} {target}", &status[..3]);
    locked(log).push(entry);
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n{}\r\n",
        content.len(),
        site.hosting.headers
    );
    let mut stream = stream;
    let content = if request.starts_with("HEAD ") {
        Vec::new()
    } else {
        content
    };
    stream.write_all(&[head.as_bytes(), &content].concat())
}

/// A page of the host that shows a file of the folder in a frame. Its `#` comes as an escape: it is not the host's.
fn frame(hosting: Hosting, file: &str) -> String {
    let Hosting { mount, sandbox, .. } = hosting;
    let file = file.replace("%23", "#");
    format!(
        "<!DOCTYPE html><title>Kurs</title><link rel=icon href=data:,>\
         <iframe sandbox=\"{sandbox}\" src=\"{mount}{file}\" width=1200 height=740></iframe>"
    )
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
