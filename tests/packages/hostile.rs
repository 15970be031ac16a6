//! Texts that mean harm in every field of a question and of the pack's tables: no container breaks, ids stay as they are,
//! and what is read back is what was there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use yomikurabe::domain::export::anki;
use yomikurabe::domain::export::citation::{bibtex, csl_json};
use yomikurabe::domain::export::epub;
use yomikurabe::domain::export::gift::gift;
use yomikurabe::domain::export::moodle::moodle_xml;
use yomikurabe::domain::export::qti;
use yomikurabe::domain::export::question::{Asked, all_written};
use yomikurabe::domain::export::records::{Kind, Records};
use yomikurabe::domain::export::source::Home;
use yomikurabe::domain::pack::{Pack, Task};
use yomikurabe::domain::quiz;
use yomikurabe::domain::quiz::Context;
use yomikurabe::domain::text::Fold;

use crate::bundled;
use crate::made::{check_xml, csv_rows};

/// Always tried, whatever lists are there.
const OWN: [&str; 14] = [
    "",
    " ",
    "\u{0}\u{1}\u{1f}\u{7f}\u{85}\u{fffe}",
    "]]>&<>\"'</text></question>",
    "}{=~#:\\\n\n::x::y{T}",
    "\\n\\\\n\\",
    "->=a->b",
    "%100%[html]<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "{{furigana:id}}{{c1::x}}[sound:x.mp3]",
    "漢字[かんじ] <b>",
    "\u{2028}\u{2029}\r\n\r",
    "\u{202e}abc\u{200b}\u{feff}",
    "//x\n$CATEGORY: y",
];

/// The lists of others, where they are: beside the repository, and among the judges' programs.
fn texts() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .parent()
        .map_or_else(PathBuf::new, Path::to_path_buf);
    let payloads = root.join("../shared/hostile/markup-payloads.json");
    let naughty = target.join("judges/node_modules/big-list-of-naughty-strings/blns.json");
    let mut texts: Vec<String> = OWN.map(str::to_owned).to_vec();
    for list in [payloads, naughty] {
        let Ok(read) = fs::read(&list) else {
            println!("{} is not there: left out", list.display());
            continue;
        };
        let read: serde_json::Value = serde_json::from_slice(&read).expect("JSON");
        for entry in read.as_array().expect("a list") {
            let text = entry.as_str().or_else(|| entry["payload"].as_str());
            texts.push(text.expect("a text").to_owned());
        }
    }
    texts
}

/// A few of each of the bundled pack's things: hundreds of texts are put into them.
static SOUND: LazyLock<Pack> = LazyLock::new(|| {
    let mut pack = bundled::pack();
    pack.documents
        .iter_mut()
        .for_each(|document| document.blocks.truncate(6));
    pack.statements.truncate(3);
    pack.terms.truncate(3);
    pack.terms.iter_mut().for_each(|term| term.related.clear());
    pack.events.truncate(2);
    pack.figures.truncate(2);
    pack.questions.truncate(20);
    pack
});

/// The same with a text in every field that holds words.
fn poisoned(text: &str) -> Pack {
    let mut pack = SOUND.clone();
    let words = || text.to_owned();
    pack.title.ja = words();
    pack.title.en = words();
    pack.lead.ja = words();
    pack.licence = words();
    for document in &mut pack.documents {
        document.title = words();
        document.label = words();
        document.short.ja = words();
        document.date_note = words();
        document.authors = vec![words(), words()];
        document.publisher = Some(words());
        document.translator = Some(words());
        document.kind.ja = words();
        document.card.cautions = vec![words()];
    }
    for statement in &mut pack.statements {
        statement.paraphrase = words();
        statement.condition = Some(words());
        statement.quote = Some(words());
        statement.note = Some(words());
    }
    for term in &mut pack.terms {
        term.headword = words();
        term.reading = words();
        term.gloss.ja = words();
        term.en = words();
        term.forms = vec![words()];
        term.says.iter_mut().for_each(|says| says.text = words());
    }
    for event in &mut pack.events {
        event.title.ja = words();
        event.note = Some(words());
    }
    for figure in &mut pack.figures {
        figure.value = words();
        figure.measures = words();
    }
    for question in &mut pack.questions {
        question.stem = words();
        question.why = words();
        match &mut question.task {
            Task::Choice {
                key,
                distractors,
                accept,
            } => {
                *key = words();
                distractors
                    .iter_mut()
                    .chain(accept)
                    .for_each(|option| *option = words());
            }
            Task::Order { items } => items.iter_mut().for_each(|item| *item = words()),
            Task::Match { pairs } => pairs.iter_mut().for_each(|pair| *pair = (words(), words())),
        }
    }
    pack
}

fn asked(pack: &Pack) -> Vec<Asked> {
    let fold = |words: &str| Fold::native().answer(words);
    all_written(&Context::new(pack, &fold), &Home::default())
}

/// Text as XML can carry it.
fn carried(text: &str) -> String {
    let carried = |letter: char| match letter {
        '\t' | '\n' | '\r' => letter,
        letter if letter.is_control() || "\u{fffe}\u{ffff}".contains(letter) => '\u{fffd}',
        letter => letter,
    };
    text.chars().map(carried).collect()
}

#[test]
fn nothing_breaks_whatever_the_words_are() {
    let texts = texts();
    for text in &texts {
        let pack = poisoned(text);
        let asked = asked(&pack);
        check_gift(text, &asked);
        check_moodle(text, &asked);
        check_qti(text, &asked);
        check_book(text, &pack, &asked);
        check_tables(text, &pack);
        let notes = anki::notes(&pack, &asked, text, &Home::default());
        for note in &notes {
            assert_eq!(note.fields.len(), note.kind.fields.len(), "{text:?}");
            assert!(note.tags.iter().all(|tag| !tag.contains(' ')));
            assert!(
                note.fields
                    .iter()
                    .all(|field| !field.contains("<script") && !field.contains('\u{1f}')),
                "{text:?}"
            );
        }
    }
    println!("{} texts in every field", texts.len());
    assert!(texts.len() >= OWN.len());
}

/// What begins a line means nothing but what we wrote, and braces stand in one pair for each question.
#[track_caller]
fn check_gift(text: &str, asked: &[Asked]) {
    let file = gift(asked, text, text);
    let carried = asked.len() - file.left_out.len();
    let lines = |start: &str| file.text.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!(lines("::"), carried, "{text:?}");
    assert_eq!(lines("$CATEGORY"), 1, "{text:?}");
    // Two backslashes are one, so what stands before a brace is a pair or none.
    let bare = file.text.replace("\\\\", "");
    for brace in ['{', '}'] {
        let escaped = bare.matches(&format!("\\{brace}")).count();
        let head: usize = file.text.lines().take(3).map(|line| line.matches(brace).count()).sum();
        assert_eq!(
            bare.matches(brace).count() - escaped,
            carried + head,
            "{text:?}: {brace}"
        );
    }
}

#[track_caller]
fn check_moodle(text: &str, asked: &[Asked]) {
    let file = moodle_xml(asked, text, text);
    let read = roxmltree::Document::parse(&file.text).unwrap_or_else(|error| panic!("{text:?}: {error}"));
    let ids: Vec<&str> = read
        .descendants()
        .filter(|e| e.has_tag_name("idnumber"))
        .filter_map(|e| e.text())
        .collect();
    assert_eq!(ids, asked.iter().map(Asked::id).collect::<Vec<_>>(), "{text:?}");
    for question in read.descendants().filter(|e| e.has_tag_name("questiontext")) {
        let html = question
            .descendants()
            .find(|e| e.has_tag_name("text"))
            .and_then(|e| e.text());
        let html = html.unwrap_or_default();
        let tags: Vec<&str> = html
            .split('<')
            .skip(1)
            .filter_map(|rest| rest.split('>').next())
            .collect();
        assert!(
            tags.iter().all(|tag| ["p", "/p", "br"].contains(tag)),
            "{text:?}: {html}"
        );
    }
}

#[track_caller]
fn check_qti(text: &str, asked: &[Asked]) {
    let package = qti::package(asked, "id", text, text);
    let items = package.parts.iter().filter(|part| part.path.starts_with("items/"));
    for (item, asked) in items.zip(asked) {
        let read = roxmltree::Document::parse(&item.text).unwrap_or_else(|error| panic!("{text:?}: {error}"));
        assert_eq!(read.root_element().attribute("identifier"), Some(asked.id()));
        let choices = read
            .descendants()
            .filter(|e| e.has_tag_name(("http://www.imsglobal.org/xsd/imsqtiasi_v3p0", "qti-simple-choice")));
        for (choice, words) in choices.zip(shown(&asked.item.task)) {
            assert_eq!(choice.text().unwrap_or_default(), carried(words), "{text:?}");
        }
    }
}

fn shown(task: &quiz::Task) -> &[String] {
    match task {
        quiz::Task::Choice { options, .. } => options,
        quiz::Task::Order { items, .. } => items,
        _ => &[],
    }
}

#[track_caller]
fn check_book(text: &str, pack: &Pack, asked: &[Asked]) {
    let parts = epub::book(pack, &|_, _| &[], asked, "2026-01-01T00:00:00Z");
    let files: BTreeMap<String, Vec<u8>> = parts
        .into_iter()
        .map(|part| (part.path, part.text.into_bytes()))
        .collect();
    assert!(check_xml(&files) > 8, "{text:?}");
}

#[track_caller]
fn check_tables(text: &str, pack: &Pack) {
    for kind in Kind::ALL {
        let records = Records::of(pack, kind, &Home::default());
        let read: serde_json::Value = serde_json::from_str(&records.to_json()).expect("JSON");
        let rows = read["records"].as_array().expect("a list");
        assert_eq!(rows.len(), records.rows.len());
        let cells = csv_rows(&records.to_csv());
        assert_eq!(cells.len(), rows.len() + 1, "{text:?}");
        let is_formula = |cell: &&String| cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r']);
        let formula = cells.iter().flatten().find(is_formula);
        assert_eq!(formula, None, "{text:?}");
    }
    let first = &pack.documents[0];
    let read: serde_json::Value = serde_json::from_str(&csl_json(pack, &Home::default())).expect("JSON");
    assert_eq!(read[0]["title"], first.title.as_str());
    let file = bibtex(pack, &Home::default());
    let (open, close) = (file.matches('{').count(), file.matches('}').count());
    assert_eq!(open, close, "{text:?}");
}
