//! `press downloads`: what is taken out of a pack into other programs, and the page that says what each file is for.

mod archive;
mod index;

use std::fs;
use std::path::Path;

use yomikurabe::domain::export::citation::{bibtex, csl_json};
use yomikurabe::domain::export::gift::gift;
use yomikurabe::domain::export::moodle::moodle_xml;
use yomikurabe::domain::export::part::Part;
use yomikurabe::domain::export::qti;
use yomikurabe::domain::export::question::{Asked, all_generated, all_written};
use yomikurabe::domain::export::records::{Kind, Records, schema};
use yomikurabe::domain::export::source::{Home, credit};
use yomikurabe::domain::lang::{Bilingual, Phrase};
use yomikurabe::domain::library::Library;
use yomikurabe::domain::pack::Pack;
use yomikurabe::domain::quiz::Context;
use yomikurabe::domain::text::Fold;

use super::folder;
use archive::Archive;

/// The folder in that of the page.
pub const FOLDER: &str = "downloads";

/// A file to be downloaded.
struct Download {
    name: String,
    bytes: Vec<u8>,
    /// Ids of questions that are not in it, and why.
    left_out: Vec<(String, Phrase)>,
}

impl Download {
    fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.into(),
            bytes: bytes.into(),
            left_out: Vec::new(),
        }
    }
}

/// What the files are made from.
struct Matter<'a> {
    pack: &'a Pack,
    home: Home,
    credit: Bilingual,
    /// Written questions, and those made by the generators.
    questions: [(&'static str, Vec<Asked>); 2],
}

/// Makes every file of the pack, and the page that lists them, in the folder of the finished page. `home` is the address
/// at which the page will stand, where that is known: then links lead there.
pub fn run(pack: &Path, page: &Path, home: Option<&str>) -> Result<(), String> {
    let home = home.map_or(Ok(Home::default()), |address| {
        Home::at(address).map_err(|error| format!("{address}: {error}"))
    })?;
    let library = Library::new(folder::pack(pack)?, Fold::native());
    let fold = |words: &str| library.fold.answer(words);
    let ctx = Context::new(&library.pack, &fold);
    let matter = Matter {
        pack: &library.pack,
        credit: credit(&library.pack),
        questions: [
            ("questions", all_written(&ctx, &home)),
            ("questions-generated", all_generated(&ctx, &home)),
        ],
        home,
    };
    let downloads = made(&matter)?;
    let folder = page.join(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))
    };
    for download in &downloads {
        write(&download.name, &download.bytes)?;
    }
    write(index::STYLE, include_bytes!("../../../../../assets/downloads.css"))?;
    write("index.html", index::page(&matter, &downloads)?.as_bytes())
}

/// Every file, in the order of the page.
fn made(matter: &Matter) -> Result<Vec<Download>, String> {
    let mut all = Vec::new();
    for (name, asked) in &matter.questions {
        all.extend(questions(matter, name, asked)?);
    }
    all.extend(records(matter));
    all.push(Download::new(
        "references.csl.json",
        csl_json(matter.pack, &matter.home),
    ));
    all.push(Download::new("references.bib", bibtex(matter.pack, &matter.home)));
    Ok(all)
}

/// Questions in each format that carries them, and the file with which these can be compared.
fn questions(matter: &Matter, name: &str, asked: &[Asked]) -> Result<Vec<Download>, String> {
    let credit = &matter.credit.ja;
    let title = &matter.pack.title.ja;
    let category = ["よみくらべ ", title].concat();
    let gift = gift(asked, credit, &category);
    let moodle = moodle_xml(asked, credit, &category);
    let id = [&matter.pack.slug, "-", name].concat();
    let qti = qti::package(asked, &id, title, credit);
    let json = serde_json::to_string_pretty(asked).map_err(|error| error.to_string())? + "\n";
    let file = |end: &str, bytes: Vec<u8>, left_out| Download {
        left_out,
        ..Download::new([name, end].concat(), bytes)
    };
    Ok(vec![
        file(".gift.txt", gift.text.into_bytes(), gift.left_out),
        file(".moodle.xml", moodle.text.into_bytes(), moodle.left_out),
        file(".qti.zip", packed(&qti.parts)?, qti.left_out),
        Download::new([name, ".json"].concat(), json),
    ])
}

fn records(matter: &Matter) -> Vec<Download> {
    let files = |kind| {
        let records = Records::of(matter.pack, kind, &matter.home);
        let name = |end| [kind.name(), end].concat();
        [
            Download::new(name(".csv"), records.to_csv()),
            Download::new(name(".json"), records.to_json()),
        ]
    };
    let all = Kind::ALL.into_iter().flat_map(files);
    all.chain([Download::new("records.schema.json", schema())]).collect()
}

fn packed(parts: &[Part]) -> Result<Vec<u8>, String> {
    let mut archive = Archive::new();
    for part in parts {
        archive.add(&part.path, part.text.as_bytes())?;
    }
    archive.finish()
}
