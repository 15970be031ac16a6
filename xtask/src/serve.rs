//! A small web server for this machine only, so that serving needs no further tool.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::failure::Failure;

/// How many ports are tried, from the first one on.
const PORTS: u16 = 20;

/// The longest head of a request that is read, in bytes.
const LONGEST_HEAD: u64 = 16 * 1024;

/// Serves a folder at the first free port and prints the address. It ends by being stopped.
pub(crate) fn until_stopped(folder: &Path, first_port: u16) -> Result<(), Failure> {
    let listener = listen(first_port)?;
    let address = listener.local_addr().map_err(|error| Failure::Step {
        step: "serving".into(),
        cause: error.to_string(),
    })?;
    println!("よみくらべ: http://{address}/   (stop with Ctrl-C)");
    for stream in listener.incoming().flatten() {
        let folder = folder.to_path_buf();
        // A browser that hangs up early is no fault of ours.
        thread::spawn(move || converse(stream, &folder).ok());
    }
    Ok(())
}

fn listen(first_port: u16) -> Result<TcpListener, Failure> {
    let last_port = first_port.saturating_add(PORTS - 1);
    (first_port..=last_port)
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .ok_or_else(|| Failure::Step {
            step: "serving".into(),
            cause: format!("the ports {first_port} to {last_port} are taken; choose with --port N"),
        })
}

/// Reads one request, answers it and closes.
fn converse(stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream.try_clone()?.take(LONGEST_HEAD));
    let mut request = String::new();
    reader.read_line(&mut request)?;
    // The rest of the head is read, because closing on unread bytes resets the connection.
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    let mut stream = stream;
    stream.write_all(&answer(&request, folder))
}

/// The whole answer to a request whose first line is `request`.
fn answer(request: &str, folder: &Path) -> Vec<u8> {
    let mut words = request.split_whitespace();
    let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    if !matches!(method, "GET" | "HEAD") {
        return response("405 Method Not Allowed", "text/plain", b"GET and HEAD only\n", method);
    }
    let found = file_in(folder, target).and_then(|file| {
        let content = fs::read(&file).ok()?;
        Some((content_type(&file), content))
    });
    match found {
        Some((kind, content)) => response("200 OK", kind, &content, method),
        None => response("404 Not Found", "text/plain", b"not found\n", method),
    }
}

fn response(status: &str, kind: &str, content: &[u8], method: &str) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        content.len()
    );
    let body = if method == "HEAD" { &[][..] } else { content };
    [head.as_bytes(), body].concat()
}

/// The file that the target of a request means, or nothing if it leads out of the folder.
fn file_in(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?;
    let path = decoded(path.strip_prefix('/')?)?;
    let leads_out = |part: &str| part == ".." || part.contains(['\\', ':', '\0']);
    if path.split('/').any(leads_out) {
        return None;
    }
    let file = folder.join(path.trim_start_matches('/'));
    Some(match path.as_str() {
        folder if folder.is_empty() || folder.ends_with('/') => file.join("index.html"),
        _ => file,
    })
}

/// Undoes percent-encoding; nothing if it is broken or not UTF-8.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if *first == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

/// What a file is, by the end of its name. Browsers compile wasm as it arrives only if it
/// is called application/wasm.
fn content_type(file: &Path) -> &'static str {
    let extension = file.extension().and_then(|end| end.to_str());
    match extension.unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml",
        "zip" => "application/zip",
        "epub" => "application/epub+zip",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_file(target: &str, expected: Option<&str>) {
        let file = file_in(Path::new("dist"), target);
        assert_eq!(file, expected.map(|path| Path::new("dist").join(path)), "{target}");
    }

    #[test]
    fn targets() {
        check_file("/", Some("index.html"));
        check_file("/?a=1", Some("index.html"));
        check_file("/app-1_bg.wasm", Some("app-1_bg.wasm"));
        check_file("/downloads/", Some("downloads/index.html"));
        check_file("/%E7%94%A8%E8%AA%9E.csv", Some("用語.csv"));
        check_file("//etc/passwd", Some("etc/passwd"));
        check_file("/../Cargo.toml", None);
        check_file("/%2e%2e/Cargo.toml", None);
        check_file("/..%5cCargo.toml", None);
        check_file("/%zz", None);
        check_file("/%e", None);
        check_file("http://elsewhere/", None);
    }

    #[track_caller]
    fn check_type(file: &str, expected: &str) {
        assert_eq!(content_type(Path::new(file)), expected, "{file}");
    }

    #[test]
    fn content_types() {
        check_type("index.html", "text/html; charset=utf-8");
        check_type("a-123_bg.wasm", "application/wasm");
        check_type("a.js", "text/javascript; charset=utf-8");
        check_type("style.css", "text/css; charset=utf-8");
        check_type("unknown", "application/octet-stream");
    }

    #[test]
    fn answers() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let text = |request| String::from_utf8(answer(request, folder)).unwrap();
        let manifest = text("GET /Cargo.toml HTTP/1.1");
        assert!(manifest.starts_with("HTTP/1.1 200 OK\r\n"));
        assert!(manifest.contains("\r\n\r\n[package]"));
        assert!(text("HEAD /Cargo.toml HTTP/1.1").ends_with("\r\n\r\n"));
        assert!(text("GET /nothing HTTP/1.1").starts_with("HTTP/1.1 404 "));
        assert!(text("POST / HTTP/1.1").starts_with("HTTP/1.1 405 "));
        assert!(text("").starts_with("HTTP/1.1 405 "));
    }

    #[test]
    fn a_taken_port_is_passed_over() {
        let first = listen(18_080).unwrap();
        let port = first.local_addr().unwrap().port();
        let next = listen(port).unwrap();
        assert!(next.local_addr().unwrap().port() > port);
    }
}
