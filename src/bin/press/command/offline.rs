//! `press offline`: writes what lets a finished page work without a network and be installed: the service worker with the
//! list of its files, the manifest, the icons (`docs/adr/0017-offline.md`).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::page::{END, INDEX, between};
use super::{embed, folder, icon, single};

/// Where the page names its manifest and the script that keeps it.
const MARKER: &str = "<!-- offline -->";
const WORKER: &str = "sw.js";
const MANIFEST: &str = "manifest.webmanifest";
/// How the page begins to say which version it is, and how it ends.
const VERSION: [&str; 2] = [" data-version=\"", "\""];
/// What a version does not keep, since the page never asks for it: files or folders beside it; besides, what is for pages of others.
const LEFT_OUT: [&str; 3] = [WORKER, single::NAME, "downloads/"];

/// Makes the finished page in a folder one version. Done again after its files have changed, it makes them another one.
pub fn run(page: &Path) -> Result<(), String> {
    for size in icon::SIZES {
        write(page, &icon_name(size), &icon::png(size)?)?;
    }
    write(
        page,
        MANIFEST,
        include_bytes!("../../../../assets/manifest.webmanifest"),
    )?;
    let html = fs::read_to_string(page.join(INDEX)).map_err(|error| format!("{INDEX}: {error}"))?;
    let html = if html.contains(MARKER) {
        let script = Script::new()?;
        write(page, &script.name, script.text.as_bytes())?;
        html.replacen(MARKER, &tags(&script), 1)
    } else {
        html
    };
    let html = around_version(&html).ok_or_else(|| format!("{INDEX}: no {MARKER}"))?;
    write(page, INDEX, html[0].as_bytes())?;
    let version = version(&hashes(page)?);
    write(page, INDEX, html.join(&version).as_bytes())?;
    write(page, WORKER, worker(&version, &hashes(page)?)?.as_bytes())
}

/// Whether a file is one of those that this command writes.
pub fn is_offline(path: &str) -> bool {
    path == WORKER || path == MANIFEST || path.starts_with("icon") || path.starts_with("offline-")
}

fn icon_name(size: u32) -> String {
    format!("icon-{size}.png")
}

fn write(page: &Path, name: &str, bytes: &[u8]) -> Result<(), String> {
    fs::write(page.join(name), bytes).map_err(|error| format!("{name}: {error}"))
}

fn minified(name: &str, script: &str) -> Result<String, String> {
    let script = minifier::js::minify(script).map_err(|error| format!("{name}: {error}"))?;
    Ok(script.to_string())
}

/// The script of the page that starts the worker.
struct Script {
    name: String,
    text: String,
}

impl Script {
    fn new() -> Result<Self, String> {
        let text = minified("offline.js", include_str!("../../../../assets/offline.js"))?;
        let name = format!("offline-{}.js", &hash(text.as_bytes())[..16]);
        Ok(Self { name, text })
    }
}

/// What names the manifest and the script, still without a version.
fn tags(script: &Script) -> String {
    let [before, after] = VERSION;
    let (icon, script) = (icon_name(icon::SIZES[0]), &script.name);
    format!(
        "<link rel=\"manifest\" href=\"./{MANIFEST}\"{before}{after}>\
         <link rel=\"apple-touch-icon\" href=\"./{icon}\">\
         <script type=\"module\" src=\"./{script}\" fetchpriority=\"low\">{END}"
    )
}

/// The page before its version and after. `None` where it has no place for one.
fn around_version(html: &str) -> Option<[String; 2]> {
    let (before, _, after) = between(html, VERSION)?;
    Some([[before, VERSION[0]].concat(), [VERSION[1], after].concat()])
}

/// The SHA-256 of each file of the version, by its path.
fn hashes(page: &Path) -> Result<BTreeMap<String, String>, String> {
    let is_kept = |path: &str| {
        let is_out = |out: &&str| path == *out || out.ends_with('/') && path.starts_with(*out);
        !embed::is_embed(path) && !LEFT_OUT.iter().any(is_out)
    };
    let files = folder::files(page)?.into_iter().filter(|file| is_kept(&file.path));
    Ok(files.map(|file| (file.path, hash(&file.bytes))).collect())
}

/// A name that changes with any file.
fn version(hashes: &BTreeMap<String, String>) -> String {
    let lines: Vec<String> = hashes.iter().map(|(path, hash)| format!("{path} {hash}\n")).collect();
    hash(lines.concat().as_bytes())[..16].to_owned()
}

fn worker(version: &str, hashes: &BTreeMap<String, String>) -> Result<String, String> {
    let files = serde_json::to_string(hashes).map_err(|error| error.to_string())?;
    let script = include_str!("../../../../assets/sw.js")
        .replace("VERSION", version)
        .replace("FILES", &files);
    minified(WORKER, &script)
}

/// SHA-256 in hexadecimal digits.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A built page in a folder of its own.
    fn page(test: &str, html: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("yomikurabe-{test}-{}", std::process::id()));
        fs::create_dir_all(folder.join("downloads")).expect("a folder can be made");
        for (name, text) in [
            (INDEX, html),
            ("a-1.css", "p{}"),
            (single::NAME, "one"),
            ("downloads/a.zip", "zip"),
            ("yomikurabe.js", "export {}"),
        ] {
            fs::write(folder.join(name), text).expect("a file can be written");
        }
        folder
    }

    fn read(page: &Path, name: &str) -> String {
        fs::read_to_string(page.join(name)).expect("the file is there")
    }

    #[test]
    fn the_worker_lists_what_the_page_needs() {
        let page = page("lists", "<head><!-- offline --></head>");
        run(&page).expect("it runs");
        let (html, worker) = (read(&page, INDEX), read(&page, WORKER));
        for name in [INDEX, "a-1.css", MANIFEST, "icon-192.png", "icon-512.png"] {
            let bytes = fs::read(page.join(name)).expect("the file is there");
            assert!(
                worker.contains(&format!("\"{name}\":\"{}\"", hash(&bytes))),
                "{name} in {worker}"
            );
        }
        for name in [WORKER, single::NAME, "downloads/a.zip", "yomikurabe.js"] {
            assert!(!worker.contains(&format!("\"{name}\":")), "{name} in {worker}");
        }
        let (_, version) = html.split_once(VERSION[0]).expect("the page has a version");
        assert!(
            worker.contains(&version[..16]),
            "the worker has the version of the page"
        );
        fs::remove_dir_all(page).expect("the folder can be removed");
    }

    #[test]
    fn the_version_changes_with_the_files_only() {
        let page = page("versions", "<head><!-- offline --></head><p>one");
        run(&page).expect("it runs");
        let first = (read(&page, INDEX), read(&page, WORKER));
        run(&page).expect("it runs again");
        assert_eq!((read(&page, INDEX), read(&page, WORKER)), first);
        fs::write(page.join("a-1.css"), "p{color:red}").expect("a file can be written");
        run(&page).expect("it runs a third time");
        assert_ne!(read(&page, INDEX), first.0);
        fs::remove_dir_all(page).expect("the folder can be removed");
    }

    #[test]
    fn a_page_without_a_place_is_refused() {
        let page = page("refused", "<head></head>");
        assert!(run(&page).is_err_and(|error| error.contains(MARKER)));
        fs::remove_dir_all(page).expect("the folder can be removed");
    }
}
