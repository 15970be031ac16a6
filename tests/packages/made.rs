//! The command itself: what it writes, twice the same, is read back by other crates.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use yomikurabe::app::route::{Mark, Route};
use yomikurabe::domain::pack::FindBySlug;

use crate::bundled;

/// The files of a folder, by their names.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Stands for the page as a single file.
const SINGLE: &str = "<!DOCTYPE html><title>よみくらべ</title>";

/// The downloads of the bundled pack.
pub static DOWNLOADS: LazyLock<Files> = LazyLock::new(|| made("bundled", &pack(), &[]));

fn pack() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/packs/ukraine")
}

/// What the command makes of a pack.
pub fn made(name: &str, pack: &Path, more: &[&str]) -> Files {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(["downloads-", name].concat());
    fs::create_dir_all(&folder).expect("a folder can be made");
    fs::write(folder.join("yomikurabe.html"), SINGLE).expect("a file can be written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_press"));
    command.args(["downloads".as_ref(), pack.as_os_str(), folder.as_os_str()]);
    let output = command.args(more).output().expect("it can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let files = bundled::folder::read(&folder.join("downloads"));
    fs::remove_dir_all(folder).expect("the folder can be removed");
    files
}

pub fn text<'f>(files: &'f Files, name: &str) -> &'f str {
    str::from_utf8(&files[name]).expect("UTF-8")
}

pub fn json(files: &Files, name: &str) -> serde_json::Value {
    serde_json::from_slice(&files[name]).expect("JSON")
}

/// The files of a zip, in their order.
pub fn unzipped(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let count = archive.len();
    let file = |at| {
        let mut file = archive.by_index(at).expect("a file");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("it is unpacked");
        (file.name().expect("UTF-8").into_owned(), content)
    };
    (0..count).map(file).collect()
}

/// Every file of XML in the downloads and their packages is well-formed, and no id stands twice in one.
#[track_caller]
pub fn check_xml(files: &Files) -> usize {
    let mut checked = 0;
    let mut check = |name: &str, bytes: &[u8]| {
        let text = str::from_utf8(bytes).expect("UTF-8");
        let options = roxmltree::ParsingOptions {
            allow_dtd: true,
            ..Default::default()
        };
        let read = roxmltree::Document::parse_with_options(text, options);
        let read = read.unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut ids: Vec<&str> = read
            .descendants()
            .filter_map(|element| element.attribute("id"))
            .collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{name}: an id stands twice");
        checked += 1;
    };
    let is_xml = |name: &str| [".xml", ".xhtml", ".opf"].iter().any(|end| name.ends_with(end));
    for (name, bytes) in files {
        if is_xml(name) {
            check(name, bytes);
        } else if [".zip", ".epub"].iter().any(|end| name.ends_with(end)) {
            let parts = unzipped(bytes);
            parts
                .iter()
                .filter(|(name, _)| is_xml(name))
                .for_each(|(name, part)| check(name, part));
        }
    }
    checked
}

#[test]
fn the_same_pack_makes_the_same_bytes() {
    let again = made("again", &pack(), &[]);
    for (name, bytes) in &*DOWNLOADS {
        assert!(again[name] == *bytes, "{name} differs");
    }
}

#[test]
fn everything_is_well_formed() {
    assert!(check_xml(&DOWNLOADS) > 700);
}

#[test]
fn every_question_and_every_row_is_there() {
    let pack = bundled::pack();
    let written = pack.questions.len();
    let ids = |name: &str| json(&DOWNLOADS, name).as_array().expect("a list").len();
    assert_eq!(ids("questions.json"), written);
    let generated = ids("questions-generated.json");
    assert!(generated > 500);
    for (name, count) in [("questions", written), ("questions-generated", generated)] {
        let gift = text(&DOWNLOADS, &[name, ".gift.txt"].concat());
        assert_eq!(gift.matches("\n::").count(), count);
        let moodle = text(&DOWNLOADS, &[name, ".moodle.xml"].concat());
        assert_eq!(moodle.matches("<idnumber>").count(), count);
        let items = unzipped(&DOWNLOADS[&[name, ".qti.zip"].concat()]);
        assert_eq!(
            items.iter().filter(|(path, _)| path.starts_with("items/")).count(),
            count
        );
    }
    for (name, count) in [
        ("positions", pack.statements.len()),
        ("glossary", pack.terms.len()),
        ("events", pack.events.len()),
        ("figures", pack.figures.len()),
    ] {
        let file = json(&DOWNLOADS, &[name, ".json"].concat());
        assert_eq!(file["records"].as_array().map(Vec::len), Some(count), "{name}");
    }
}

#[test]
fn the_schema_describes_every_table() {
    let schema = json(&DOWNLOADS, "records.schema.json");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for name in ["positions", "glossary", "events", "figures"] {
        let mut file = json(&DOWNLOADS, &[name, ".json"].concat());
        if let Err(error) = validator.validate(&file) {
            panic!("{name}: {error}");
        }
        file["records"][0]["unknown"] = "x".into();
        assert!(!validator.is_valid(&file), "{name} with a key that nobody knows");
    }
}

/// The rows of a CSV file, with the names of its columns first.
pub fn csv_rows(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.expect("a row as long as the first"));
    rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
}

/// The JSON and the CSV of a table hold the same texts, in the order of the schema's titles.
#[test]
fn csv_holds_what_json_does() {
    for name in ["positions", "glossary", "events", "figures"] {
        let rows = csv_rows(text(&DOWNLOADS, &[name, ".csv"].concat()));
        let file = json(&DOWNLOADS, &[name, ".json"].concat());
        let records = file["records"].as_array().expect("a list");
        assert_eq!(rows.len(), records.len() + 1, "{name}");
        for (row, record) in rows[1..].iter().zip(records) {
            let cells = row.iter().filter(|cell| !cell.is_empty());
            let values = record.as_object().expect("an object").values();
            let values: Vec<String> = values.map(written).filter(|value| !value.is_empty()).collect();
            // The last cell says whose work it is.
            assert_eq!(cells.clone().count(), values.len() + 1, "{name}: {record}");
            for value in values {
                let guarded = ["'", &value].concat();
                let is_there = cells.clone().any(|cell| [&value, &guarded].contains(&cell));
                assert!(is_there, "{name}: {value}");
            }
        }
    }
}

fn written(value: &serde_json::Value) -> String {
    let list = |list: &Vec<serde_json::Value>| list.iter().map(written).collect::<Vec<_>>().join("\n");
    match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Array(values) => list(values),
        other => other.to_string(),
    }
}

/// What an address leads to is looked up by the page's own grammar.
#[test]
fn every_address_leads_back() {
    let pack = bundled::pack();
    for name in ["positions", "events", "figures", "glossary"] {
        let file = json(&DOWNLOADS, &[name, ".json"].concat());
        for record in file["records"].as_array().expect("a list") {
            let address = record["address"].as_str().expect("a text");
            let route = Route::parse(&pack, address.trim_start_matches('#'));
            match route {
                Route::Document(id, Some(Mark::Paragraph(number))) => {
                    assert_eq!(record["document"], id.slug(&pack));
                    assert_eq!(record["paragraph"], number.0);
                }
                Route::Term(id) => assert_eq!(record["id"], id.slug(&pack)),
                other => panic!("{address} leads to {other:?}"),
            }
        }
    }
}

#[test]
fn links_lead_to_the_page_where_it_stands() {
    let files = made("home", &pack(), &["https://example.org/y/"]);
    let address = "https://example.org/y/#doc/";
    for name in ["questions.gift.txt", "positions.csv", "references.bib", "glossary.json"] {
        let plain = text(&files, name).replace('\\', "");
        assert!(plain.contains(address), "{name}");
    }
    let moodle = text(&files, "questions.moodle.xml");
    assert!(moodle.contains("&lt;a href=&quot;https://example.org/y/#doc/"));
    let refused = Command::new(env!("CARGO_BIN_EXE_press"))
        .args(["downloads".as_ref(), pack().as_os_str()])
        .args(["nowhere", "javascript:alert(1)"])
        .output();
    assert!(!refused.expect("it can be started").status.success());
}

#[test]
fn the_book_names_its_kind_first_and_every_link_in_it_leads_to_something() {
    let parts = unzipped(&DOWNLOADS["ukraine.epub"]);
    assert_eq!(parts[0].0, "mimetype");
    let parts: BTreeMap<&str, &str> = parts
        .iter()
        .map(|(name, bytes)| (name.as_str(), str::from_utf8(bytes).expect("UTF-8")))
        .collect();
    let mut links = 0;
    for (name, part) in parts.iter().filter(|(name, _)| name.ends_with(".xhtml")) {
        for link in part.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let (file, id) = link.split_once('#').unwrap_or((link, ""));
            if file.contains(':') || file.ends_with(".css") {
                continue;
            }
            let file = if file.is_empty() {
                name.trim_start_matches("OEBPS/")
            } else {
                file
            };
            let page = parts[format!("OEBPS/{file}").as_str()];
            assert!(
                id.is_empty() || page.contains(&format!(" id=\"{id}\"")),
                "{name}: {link}"
            );
            links += 1;
        }
    }
    assert!(links > 1000, "{links} links");
}

#[test]
fn the_page_of_the_downloads_lists_every_file() {
    let index = text(&DOWNLOADS, "index.html");
    for name in DOWNLOADS
        .keys()
        .filter(|name| !["index.html", "downloads.css"].contains(&name.as_str()))
    {
        assert!(index.contains(&format!("href=\"{name}\"")), "{name}");
    }
    assert!(!index.contains("<script"));
}
