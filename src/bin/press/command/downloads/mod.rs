//! `press downloads`: what is taken out of a pack into other programs, and the page that says what each file is for.

mod apkg;
mod archive;
mod index;

use std::fs;
use std::path::Path;

use yomikurabe::domain::export::anki;
use yomikurabe::domain::export::citation::{bibtex, csl_json};
use yomikurabe::domain::export::course::{self, Form, SETTINGS};
use yomikurabe::domain::export::epub;
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

use super::{folder, single};
use apkg::Deck;
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
    library: &'a Library,
    pack: &'a Pack,
    home: Home,
    credit: Bilingual,
    /// The page as a single file.
    single: String,
    /// When the pack was last changed, in seconds since 1970.
    modified: u64,
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
        library: &library,
        pack: &library.pack,
        credit: credit(&library.pack),
        modified: modified()?,
        single: single_file(page)?,
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

/// What `press page` has made beforehand.
fn single_file(page: &Path) -> Result<String, String> {
    let path = page.join(single::NAME);
    fs::read_to_string(&path).map_err(|error| format!("{}: {error}; make the page first", path.display()))
}

/// When the pack was last changed, as builds that can be repeated are told it: `SOURCE_DATE_EPOCH`, in seconds since 1970
/// (<https://reproducible-builds.org/specs/source-date-epoch/>); where it is not set, the first of January 2026.
fn modified() -> Result<u64, String> {
    const NAME: &str = "SOURCE_DATE_EPOCH";
    match std::env::var(NAME) {
        Ok(time) => time.parse().map_err(|error| format!("{NAME}={time}: {error}")),
        Err(_) => Ok(1_767_225_600),
    }
}

/// Seconds since 1970 as `2026-01-31T00:00:00Z`.
///
/// Source: Howard Hinnant, <https://howardhinnant.github.io/date_algorithms.html#civil_from_days>.
fn written_time(time: u64) -> String {
    let (days, second) = (time / 86_400 + 719_468, time % 86_400);
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let (hour, minute) = (second / 3600, second / 60 % 60);
    let year = year + era * 400 + later;
    format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{:02}Z",
        second % 60
    )
}

/// Every file, in the order of the page.
fn made(matter: &Matter) -> Result<Vec<Download>, String> {
    let [(_, written), _] = &matter.questions;
    let mut all = vec![book(matter, written)?, deck(matter, written)?];
    for (name, asked) in &matter.questions {
        all.extend(questions(matter, name, asked)?);
    }
    for form in Form::ALL {
        all.push(course(matter, form)?);
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

fn course(matter: &Matter, form: Form) -> Result<Download, String> {
    let known = matter.home.link("course");
    let activity = known.unwrap_or_else(|| ["urn:x-yomikurabe:", &matter.pack.slug].concat());
    let mut archive = Archive::new();
    for part in course::package(matter.pack, form, &matter.single, &activity) {
        match part.path.as_str() {
            SETTINGS => archive.add_stored(&part.path, part.text.as_bytes())?,
            path => archive.add(path, part.text.as_bytes())?,
        }
    }
    Ok(Download::new(form.file_name(), archive.finish()?))
}

fn book(matter: &Matter, asked: &[Asked]) -> Result<Download, String> {
    let links = |document, paragraph| matter.library.links(document, paragraph);
    let parts = epub::book(matter.pack, &links, asked, &written_time(matter.modified));
    let mut archive = Archive::new();
    for part in &parts {
        match part.path.as_str() {
            "mimetype" => archive.add_stored(&part.path, part.text.as_bytes())?,
            path => archive.add(path, part.text.as_bytes())?,
        }
    }
    Ok(Download::new([&matter.pack.slug, ".epub"].concat(), archive.finish()?))
}

fn deck(matter: &Matter, asked: &[Asked]) -> Result<Download, String> {
    let notes = anki::notes(matter.pack, asked, &matter.credit.ja, &matter.home);
    let deck = Deck {
        name: &["よみくらべ::", &matter.pack.title.ja].concat(),
        about: &matter.credit.ja,
        slug: &matter.pack.slug,
        modified: matter.modified,
        notes: &notes,
    };
    Ok(Download::new([&matter.pack.slug, ".apkg"].concat(), deck.to_apkg()?))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written() {
        assert_eq!(written_time(0), "1970-01-01T00:00:00Z");
        assert_eq!(written_time(951_868_799), "2000-02-29T23:59:59Z");
        assert_eq!(written_time(1_767_225_600), "2026-01-01T00:00:00Z");
    }
}
