//! What the learner comes back to: what is due, what came of it, and the backup, through which no answer is lost.

use serde_json::json;

use crate::harness::{Key, Page, Scheme, browse};
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

const CLEAR: &str = "
    const [base] = (await indexedDB.databases()).filter(base => base.name.startsWith('yomikurabe.'));
    const opened = await new Promise(done => { const asked = indexedDB.open(base.name); asked.onsuccess = () => done(asked.result); });
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
