//! What the learner comes back to: what is due, what came of it, and the backup, through which no answer is lost.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::harness::{Key, Page, Scheme, browse, target};
use crate::quiz::answers_kept;

/// Gives so many answers in practice.
fn answer(page: &Page, count: u64) {
    for seed in 0..count {
        page.visit(&format!("quiz/paper?seed={seed}&n=1&kinds=true-false"));
        page.wait_for("#stem");
        page.type_text("1");
        page.wait_for(".why");
    }
    page.wait_here("all answers are kept", || answers_kept(page) == count);
}

/// Opens the record and waits for the second module.
fn open_record(page: &Page) {
    page.visit("record");
    page.wait_for("#learner-backup");
}

/// The backup as text, as the page shows it.
fn backup(page: &Page) -> String {
    page.click("[data-do='copy']");
    page.wait_for("#learner-text");
    page.js_text("return document.getElementById('learner-text').value", json!([]))
}

/// Puts a text into the field, as one does who pastes it, and has it loaded.
fn load(page: &Page, text: &str) {
    page.js(
        "document.getElementById('learner-paste').value = arguments[0]",
        json!([text]),
    );
    page.click("[data-do='take']");
}

/// Empties the log, as soon as the page has made it: one that is asked for before would be made without its store.
const CLEAR: &str = "
    const is_there = async () => (await indexedDB.databases()).some(base => base.name === 'yomikurabe.ukraine');
    while (!await is_there()) await new Promise(done => setTimeout(done, 20));
    const opened = await new Promise(done => { const asked = indexedDB.open('yomikurabe.ukraine'); asked.onsuccess = () => done(asked.result); });
    const change = opened.transaction('log', 'readwrite');
    change.objectStore('log').clear();
    await new Promise(done => change.oncomplete = done);
    opened.close();";

#[test]
fn answers_come_back_from_a_backup() {
    browse(|page| {
        page.open("quiz");
        answer(page, 3);
        open_record(page);
        page.wait_for_text("#learner-results", "3回答えた");
        let text = backup(page);
        assert_eq!(text.lines().count(), 4, "{text}");
        for line in text.lines().skip(1) {
            let own = line.contains(r#","kind":"answer","at":"#) && line.contains(r#","mode":"practice","rating":"#);
            assert!(own, "as this version writes it: {line}");
        }
        page.js_async(CLEAR, json!([]));
        page.reload();
        page.wait_for("#learner-results .empty");
        load(page, &text);
        page.wait_for_text("#learner-says", "新しい3件を加えた");
        page.wait_for_text("#learner-results", "3回答えた");
        assert_eq!(answers_kept(page), 3);
        load(page, &text);
        page.wait_for_text("#learner-says", "新しいものはなかった");
        assert_eq!(answers_kept(page), 3, "nothing counts twice");
        load(page, &text);
        page.reload();
        page.wait_for_text("#record-sum", "3回");
    });
}

/// Each device answers by itself, and each loads the other's backup, in whatever order: both come to the same, line by line.
#[test]
fn two_devices_come_to_the_same() {
    browse(|page| {
        let device = |answers: u64| {
            page.open("quiz");
            page.js_async(CLEAR, json!([]));
            answer(page, answers);
            open_record(page);
            backup(page)
        };
        let desk = device(2);
        let phone = device(3);
        load(page, &desk);
        page.wait_for_text("#learner-says", "新しい2件を加えた");
        let both = backup(page);
        assert_eq!(both.lines().count(), 6, "{both}");
        page.js_async(CLEAR, json!([]));
        page.reload();
        page.wait_for("#learner-results .empty");
        for text in [&desk, &phone, &both] {
            load(page, text);
            page.wait_for_text(
                "#learner-says",
                if text == &both {
                    "新しいものはなかった"
                } else {
                    "を加えた"
                },
            );
        }
        page.wait_for_text("#learner-results", "5回答えた");
        assert_eq!(backup(page), both);
    });
}

/// Has what the page saves put into an empty folder of that name.
fn saving(page: &Page, name: &str) -> PathBuf {
    let folder = target().join("tmp").join(name);
    std::fs::remove_dir_all(&folder).ok();
    std::fs::create_dir_all(&folder).expect("target/ can be written to");
    let behaviour = json!({ "behavior": "allow", "downloadPath": folder.to_string_lossy() });
    page.devtools("Browser.setDownloadBehavior", behaviour);
    folder
}

/// The file that was saved there and whose name ends so, once it is whole.
fn saved(page: &Page, folder: &Path, end: &str) -> PathBuf {
    let find = || {
        let files = std::fs::read_dir(folder).expect("the folder is there");
        let mut paths = files.map(|file| file.expect("a file").path());
        paths.find(|path| path.to_string_lossy().ends_with(end))
    };
    page.wait_here("the file is saved", || find().is_some());
    find().expect("just seen")
}

/// Through a file on the disk, as a learner carries it to another device.
#[test]
fn answers_come_back_from_a_file() {
    browse(|page| {
        let folder = saving(page, "saved");
        page.open("quiz");
        answer(page, 2);
        open_record(page);
        page.click("[data-do='save']");
        let file = saved(page, &folder, ".txt");
        page.js_async(CLEAR, json!([]));
        page.reload();
        page.wait_for("#learner-results .empty");
        page.choose_file("#learner-file", &file);
        page.wait_for_text("#learner-says", "新しい2件を加えた");
        page.wait_for_text("#record-sum", "2回答え");
        assert_eq!(answers_kept(page), 2);
    });
}

#[test]
fn an_answer_can_be_taken_back_and_its_question_put_aside() {
    browse(|page| {
        page.open("quiz/paper?seed=3&n=2&kinds=true-false");
        page.wait_for("#stem");
        page.type_text("1");
        page.wait_for_text(".learner-after", "次に出るのは");
        page.wait_for_focus("[data-press='next']");
        assert_eq!(page.violations("after an answer"), Vec::<String>::new());
        page.tab_to("[data-do='undo']");
        page.press(Key::Enter);
        page.wait_for_text(".learner-after", "取り消した");
        page.wait_for_focus("#learner-after-says");
        assert_eq!(answers_kept(page), 2, "an undo is a line of its own");
        page.tab_to("[data-do='aside']");
        page.press(Key::Enter);
        page.wait_for_text(".learner-after", "脇に置いた");
        page.tab_to("[data-press='next']");
        page.press(Key::Enter);
        page.wait_gone(".learner-after");
        page.type_text("1");
        page.wait_for_text(".learner-after", "次に出るのは");
        page.tab_to("[data-press='next']");
        page.press(Key::Enter);
        page.wait_for_text("#paper .lead", "1問中");
        open_record(page);
        page.wait_for_text("#record-sum", "1回答え");
        page.click("#learner-latest [data-do='undo']");
        page.wait_for_text("#record-sum", "0回答え");
        page.wait_for_focus("#record-sum");
        page.click("#learner-aside [data-do='back']");
        page.wait_gone("#learner-aside");
        page.reload();
        page.wait_for_text("#record-sum", "0回答え");
    });
}

#[test]
fn cards_by_keyboard() {
    browse(|page| {
        page.open("record");
        page.wait_for("#learner-deck");
        page.tab_to("[data-do='begin-cards']");
        page.press(Key::Enter);
        page.wait_for_focus("#learner-turn");
        let front = page.text("#learner-front");
        page.press(Key::Enter);
        page.wait_for_focus("#learner-card");
        let dues = page.texts(".learner-ratings .quiet");
        assert_eq!(
            dues[..2],
            ["10分後", "15分後"],
            "when it comes again is shown before it is rated"
        );
        assert_eq!(page.violations("a card"), Vec::<String>::new());
        page.type_text("4");
        page.wait_for_text("#learner-card", "2枚目");
        page.wait_for_focus("#learner-turn");
        page.press(Key::Enter);
        page.wait_for_focus("#learner-card");
        page.type_text("1");
        page.wait_for_text("#learner-card", "3枚目");
        page.tab_to("[data-do='undo-card']");
        page.press(Key::Enter);
        page.wait_for_text("#learner-card", "2枚目");
        page.tab_to("[data-do='leave']");
        page.press(Key::Enter);
        page.wait_for_focus("#learner-deck-says");
        page.wait_for_text("#record-sum", "1回答え");
        assert_eq!(answers_kept(page), 3, "two ratings and an undo");
        page.choose("#learner-marks", "1");
        let term = page.js_text("return localStorage['yomikurabe.marks'].split(';')[0]", json!([]));
        page.visit(&format!("glossary?q={front}"));
        let word = format!("li > a[href='#term/{term}']");
        page.wait_for(&word);
        let style = "return getComputedStyle(document.querySelector(arguments[0])).textDecorationStyle";
        assert_eq!(page.js_text(style, json!([word])), "solid", "{front} is known");
        let new = format!("li > a[href^='#term/']:not([href='#term/{term}'])");
        page.visit("glossary");
        page.wait_for(&new);
        assert_eq!(page.js_text(style, json!([new])), "dotted", "the others are new");
        page.visit(&format!("term/{term}?show=kwic"));
        page.wait_for("#kwic a[href^='#doc/']");
        page.visit(page.attribute("#kwic a[href^='#doc/']", "href").trim_start_matches('#'));
        let word = format!(".text .term[data-term='{term}']");
        page.wait_for(&word);
        assert_eq!(page.js_text(style, json!([word])), "solid", "in the text, too");
    });
}

/// Each form, saved on the disk and read there; what was taken back is in the first two and says so.
#[test]
fn the_history_goes_out_as_files() {
    browse(|page| {
        let folder = saving(page, "history");
        page.open("quiz");
        answer(page, 3);
        open_record(page);
        page.click("#learner-latest [data-do='undo']");
        page.wait_for_text("#record-sum", "2回答え");
        let read = |end: &str| {
            page.click(&format!("[data-do='give'][data-of='{end}']"));
            let file = saved(page, &folder, end);
            std::fs::read_to_string(file).expect("it can be read")
        };
        let table = read("answers.csv");
        let lines: Vec<&str> = table.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines.len(), 4, "{table}");
        assert!(
            lines[0].starts_with("id,at,item,right,rating,elapsed_ms,hints,mode,answer,undone"),
            "{table}"
        );
        assert_eq!(lines.iter().filter(|line| line.ends_with(",1")).count(), 1, "{table}");
        let json: Value = serde_json::from_str(&read("answers.json")).expect("JSON");
        let schema = serde_json::from_str(include_str!("../../docs/history.schema.json")).expect("JSON");
        let schema = jsonschema::validator_for(&schema).expect("a schema");
        assert_eq!(
            schema
                .iter_errors(&json)
                .map(|fault| fault.to_string())
                .collect::<Vec<_>>(),
            Vec::<String>::new()
        );
        assert_eq!(json["answers"].as_array().map(Vec::len), Some(3));
        let reviews = read("reviews.csv");
        assert_eq!(reviews.lines().count(), 3, "{reviews}");
        for line in reviews.lines().skip(1) {
            let fields: Vec<&str> = line.split(',').collect();
            let item = table.contains(&format!(",{},", fields[0]));
            assert!(
                item && fields.len() == 5 && ["1", "2", "3", "4"].contains(&fields[2]),
                "{line}"
            );
        }
    });
}

#[test]
fn the_history_goes_out_as_text() {
    browse(|page| {
        page.open("quiz");
        answer(page, 2);
        open_record(page);
        page.click("[data-do='give-text'][data-of='reviews.csv']");
        page.wait_for("dialog textarea");
        let text = page.js_text("return document.querySelector('dialog textarea').value", json!([]));
        assert!(text.starts_with("card_id,review_time,review_rating,review_state,review_duration"));
        assert_eq!(text.trim_end().lines().count(), 3, "{text}");
    });
}

/// An answer of nine days ago, and a line of which this version knows nothing.
const OLD: &str = "
    const opened = await new Promise(done => { const asked = indexedDB.open('yomikurabe.ukraine'); asked.onsuccess = () => done(asked.result); });
    const change = opened.transaction('log', 'readwrite'), log = change.objectStore('log');
    log.put({ id: '0'.repeat(31) + '1', kind: 'answer', at: Date.now() - 9 * 86_400_000, item: 'q-pd-1', pack: 'ukraine', right: true,
              answer: '', elapsed: 9000, mode: 'practice', rating: 3 });
    log.put({ id: '0'.repeat(31) + '2', kind: 'dream', of: [1, 2] });
    await new Promise(done => change.oncomplete = done);
    opened.close();";

/// It stands at the top, saves with one press, and what this version cannot read is in the file, too.
#[test]
fn a_backup_is_asked_for_where_a_learner_begins() {
    browse(|page| {
        let folder = saving(page, "reminded");
        page.open("record");
        page.wait_for("#learner-backup");
        page.js_async(OLD, json!([]));
        page.reload();
        page.wait_for("#learner-today #learner-reminder");
        assert_eq!(page.violations("the reminder"), Vec::<String>::new());
        page.tab_to("#learner-reminder [data-do='save']");
        page.press(Key::Enter);
        let text = std::fs::read_to_string(saved(page, &folder, ".txt")).expect("it can be read");
        assert!(
            text.contains("q-pd-1") && text.contains(r#""kind":"dream","of":[1,2]"#),
            "{text}"
        );
        page.wait_gone("#learner-reminder");
        page.reload();
        page.wait_for("#learner-backup");
        assert!(!page.exists("#learner-reminder"), "not again for seven days");
        assert_eq!(answers_kept(page), 2, "what cannot be read stays");
    });
}

/// A data base that a newer page has made its own.
const NEWER: &str = "
    const opened = await new Promise(done => {
      const asked = indexedDB.open('yomikurabe.ukraine', 2);
      asked.onupgradeneeded = () => asked.result.createObjectStore('more', { keyPath: 'id' });
      asked.onsuccess = () => done(asked.result);
    });
    opened.close();";
/// What is in it, as JSON.
const HELD: &str = "
    const opened = await new Promise(done => { const asked = indexedDB.open('yomikurabe.ukraine'); asked.onsuccess = () => done(asked.result); });
    const all = await new Promise(done => { const asked = opened.transaction('log').objectStore('log').getAll(); asked.onsuccess = () => done(asked.result); });
    const held = [opened.version, [...opened.objectStoreNames], all];
    opened.close();
    return JSON.stringify(held);";

/// It is shown, and nothing is written into it.
#[test]
fn data_of_a_newer_version_are_read_only() {
    browse(|page| {
        page.open("quiz");
        answer(page, 2);
        page.js_async(NEWER, json!([]));
        let held = |page: &Page| page.js_async(HELD, json!([])).as_str().expect("text").to_owned();
        let before = held(page);
        page.open("record");
        page.wait_for_text("#learner-latest", "2回答え");
        page.wait_for_text("#storage", "保存できない");
        page.wait_for_text("#learner-keeping", "新しい版になる");
        page.click("#learner-latest [data-do='undo']");
        page.wait_for_text("#learner-fault", "保存できなかった");
        page.open("quiz/paper?seed=9&n=1&kinds=true-false");
        page.wait_for("#stem");
        page.type_text("1");
        page.wait_for(".why");
        page.settle();
        assert_eq!(held(page), before);
    });
}

#[test]
fn what_is_damaged_or_foreign_changes_nothing() {
    browse(|page| {
        page.open("quiz");
        answer(page, 2);
        open_record(page);
        let text = backup(page);
        page.js_async(CLEAR, json!([]));
        for (given, says) in [
            (String::new(), "文字がない"),
            ("<p>hello</p>".to_owned(), "控えではない"),
            (text.replace("\"format\":2", "\"format\":9"), "形式9"),
            (text[..text.len() - 20].to_owned(), "3行目"),
            (
                text.trim_end().rsplit_once('\n').expect("lines").0.to_owned(),
                "途中で切れている",
            ),
        ] {
            load(page, &given);
            page.wait_for_text("#learner-says", says);
            assert_eq!(answers_kept(page), 0, "{says}");
        }
        page.click("[data-do='take-rest']");
        page.wait_for_text("#learner-says", "新しい1件を加えた");
        assert_eq!(answers_kept(page), 1);
    });
}

#[test]
fn a_review_asks_what_the_plan_says() {
    browse(|page| {
        page.open("record");
        page.wait_for("#learner-today .act.chief");
        page.wait_for_text("#learner-counts", "新しい問い：10");
        page.choose("#learner-new", "5");
        page.wait_for_text("#learner-counts", "新しい問い：5");
        let href = page.attribute("#learner-today .act.chief", "href");
        let items = href.split_once("items=").expect("items").1.split(',').count();
        assert_eq!(items, 5);
        // The driver would scroll it under the bar.
        page.js("scrollTo(0, 0)", json!([]));
        page.click("#learner-today .act.chief");
        page.wait_for("#stem");
        page.wait_for_text("#paper", "5");
        open_record(page);
        page.reload();
        page.wait_for_text("#learner-counts", "（1日に5まで）");
    });
}

/// After a review one goes on with what is due, not with the same questions in another order.
#[test]
fn a_review_ends_at_the_record() {
    browse(|page| {
        page.open("quiz/paper?seed=3&items=q-pd-1");
        page.wait_for("#stem");
        crate::quiz::answer(page);
        page.wait_for_focus("[data-press='next']");
        page.press(Key::Enter);
        page.wait_for_focus("#stem");
        page.tab_to("#paper .act.chief");
        page.press(Key::Enter);
        page.wait_for("#learner-today");
    });
}

#[test]
fn the_wish_says_what_it_costs() {
    browse(|page| {
        page.open("record");
        page.wait_for("#learner-retention-input");
        page.wait_for_text("#learner-cost", "90%なら");
        let before = page.text("#learner-cost");
        page.tab_to("#learner-retention-input");
        (0..3).for_each(|_| page.press(Key::Down));
        page.wait_for_text("#learner-cost", "87%なら");
        assert_ne!(page.text("#learner-cost"), before);
        assert!(page.focus_is("#learner-retention-input"), "the focus stays");
    });
}

#[test]
fn in_english_and_in_both_schemes() {
    browse(|page| {
        page.open("quiz");
        answer(page, 2);
        open_record(page);
        for (scheme, width) in [(Scheme::Light, 1280), (Scheme::Dark, 390), (Scheme::Light, 320)] {
            page.scheme(scheme);
            page.size(width, 900);
            page.settle();
            assert_eq!(page.violations("the record"), Vec::<String>::new());
            let wide = page.js("return document.documentElement.scrollWidth > innerWidth", json!([]));
            assert_eq!(wide, json!(false), "nothing sticks out at {width}");
        }
        page.size(1280, 900);
        page.click("[data-press='lang:en']");
        page.wait_for_text("#learner-today", "Today’s review");
        page.wait_for_text("#learner-results", "answers: 2; days with answers: 1");
        assert_eq!(page.violations("the record in English"), Vec::<String>::new());
    });
}

#[test]
fn where_storage_is_refused_it_says_so() {
    browse(|page| {
        page.before_every_page(
            "for (const name of ['indexedDB', 'localStorage'])
               Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } });",
        );
        page.open("record");
        page.wait_for_text("#learner-keeping", "保存できない");
    });
}
