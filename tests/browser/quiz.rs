//! A seeded quiz by keyboard only; the record that is left of it.

use serde_json::{Value, json};

use crate::harness::{Key, Page, Scheme, browse};

/// A question as it was asked: its stem and its options.
type Asked = (String, Vec<String>);

#[test]
fn practice_by_keyboard() {
    browse(|page| {
        page.open("quiz?seed=7&n=8");
        let asked = practise(page);
        assert_eq!(asked.len(), 8);
        result_is_shown(page, 8);
        page.tab_to(".acts a:nth-child(2)");
        page.press(Key::Enter);
        page.wait_for_focus("h1.stem");
        assert_eq!(question(page), asked[0], "the same questions again");
        page.open("quiz?seed=7&n=8");
        assert_eq!(practise(page), asked, "the same seed, the same questions");
        page.open("quiz?seed=8&n=8");
        assert_ne!(practise(page), asked, "another seed, other questions");
    });
}

/// Starts the quiz that is set up and answers it to its end; gives the questions.
fn practise(page: &Page) -> Vec<Asked> {
    page.tab_to("#start-quiz");
    page.press(Key::Enter);
    let mut asked = Vec::new();
    while !at_the_result(page) {
        asked.push(question(page));
        answer(page);
        page.wait_for(".why blockquote, .why a");
        page.wait_for_focus("#next, [data-press='next']");
        go_on(page, Key::Enter);
    }
    asked
}

/// Presses a key that leads on and waits for the next question, or the result.
fn go_on(page: &Page, key: Key) {
    let before = page.text("#paper");
    page.press(key);
    page.wait(
        "the next one is shown",
        &format!(
            "document.getElementById('paper').innerText.trim() !== {}",
            json!(before)
        ),
    );
    page.wait_for_focus("#stem");
}

fn at_the_result(page: &Page) -> bool {
    page.wait_for_focus("#stem");
    page.exists("#paper .lead")
}

fn question(page: &Page) -> Asked {
    (
        page.text("#stem"),
        page.texts(".option > span:nth-of-type(1), .slots [lang='ja'], .pairs > li > span:first-child"),
    )
}

/// Answers the question that has the focus, whatever its kind, as far as a keyboard can.
pub fn answer(page: &Page) {
    if page.exists(".pairs") {
        for row in 0..page.count(".pairs select") {
            page.tab_to(&format!("[data-input='partner:{row}']"));
            (0..=row).for_each(|_| page.press(Key::Down));
        }
        press_button(page, "submit");
    } else if page.exists(".slots") {
        let first = page.text(".slots li:first-child [lang='ja']");
        page.tab_to("#lower-0");
        page.press(Key::Enter);
        page.wait_for_text(".slots li:nth-child(2)", &first);
        page.wait_for_focus("#lower-1, #raise-1");
        press_button(page, "submit");
    } else if page.exists("[data-input='typed']") {
        page.tab_to("[data-input='typed']");
        page.type_text("ていせん");
        page.press(Key::Enter);
    } else {
        page.type_text("1");
    }
}

fn press_button(page: &Page, press: &str) {
    page.tab_to(&format!("[data-press='{press}']"));
    page.press(Key::Enter);
}

fn result_is_shown(page: &Page, questions: usize) {
    assert!(
        page.text("#paper .lead").contains(&format!("{questions}問")),
        "{}",
        page.text("#paper .lead")
    );
    assert!(page.count("#paper table.plain") >= 2, "by document and by kind");
}

#[test]
fn test_by_keyboard() {
    browse(|page| {
        page.open("quiz?seed=7&n=5&mode=test&kinds=true-false,who-said,basis");
        let asked = sit_test(page);
        result_is_shown(page, 5);
        assert!(page.exists(".wrongs a[href^='#doc/']") || page.text("#paper .lead").contains("5問が正しい"));
        page.open("quiz?seed=7&n=5&mode=test&kinds=true-false,who-said,basis");
        assert_eq!(sit_test(page), asked, "the same seed, the same questions");
    });
}

/// Answers every question of a test without a word about right or wrong, and hands it in.
fn sit_test(page: &Page) -> Vec<Asked> {
    page.tab_to("#start-quiz");
    page.press(Key::Enter);
    page.wait_for_focus("#stem");
    let mut asked = Vec::new();
    loop {
        asked.push(question(page));
        page.type_text("2");
        page.wait_for(".option[aria-pressed='true']");
        assert!(
            !page.exists(".why, .option.right, .option.wrong"),
            "a test says nothing before its end"
        );
        if !page.exists("[data-press='next']") {
            break;
        }
        page.tab_to("[data-press='next']");
        go_on(page, Key::Enter);
    }
    page.tab_to("[data-press='finish']");
    go_on(page, Key::Enter);
    asked
}

/// The log in the browser, an entry a line.
fn log(page: &Page) -> Vec<Value> {
    let script = "const request = indexedDB.open('yomikurabe.ukraine');\
                  const database = await new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = fail; });\
                  const all = database.transaction('log').objectStore('log').getAll();\
                  const entries = await new Promise(done => { all.onsuccess = () => done(all.result); });\
                  database.close(); return entries";
    page.js_async(script, json!([])).as_array().cloned().unwrap_or_default()
}

/// Help before the answer: the place, to which one goes and comes back, then an option less; and the log says so.
#[test]
fn hints_by_keyboard() {
    browse(|page| {
        page.open("quiz/paper?seed=4&n=1&kinds=who-said");
        page.wait_for("#stem");
        press_button(page, "hint");
        page.wait_for_focus("#hint");
        page.wait_for_text("#hint", "決め手の段落");
        page.tab_to("#hint a");
        page.press(Key::Enter);
        page.wait_for(".came-from, [data-p]");
        assert!(!page.exists("mark"), "the deciding words are not marked");
        page.js("history.back()", json!([]));
        page.wait_for("#hint");
        press_button(page, "hint");
        page.wait_for_focus("#hint");
        page.wait_for_text("#hint", "正しくない: ");
        assert_eq!(page.count(".option:disabled"), 1);
        assert!(!page.exists("[data-press='hint']"), "there is no third");
        for (scheme, width) in [(Scheme::Light, 1280), (Scheme::Dark, 390)] {
            page.scheme(scheme);
            page.size(width, 900);
            page.settle();
            assert_eq!(page.violations("hints"), Vec::<String>::new());
        }
        let out = page.js(
            "return Array.from(document.querySelectorAll('.option')).findIndex(option => option.disabled) + 1",
            json!([]),
        );
        page.type_text(&out.to_string());
        page.settle();
        assert!(!page.exists(".why"), "what is struck out cannot be chosen");
        page.type_text(if out == json!(1) { "2" } else { "1" });
        page.wait_for(".why");
        assert!(!page.exists(".hints"), "nothing helps after the answer");
        page.wait_here("the answer is kept", || answers_kept(page) == 1);
        assert_eq!(log(page)[0]["hints"], json!(2));
        page.visit("record");
        page.wait_for_text("#learner-latest", "ヒントあり");
        page.open("quiz/paper?seed=4&n=1&kinds=who-said&mode=test");
        page.wait_for("#stem");
        assert!(!page.exists("[data-press='hint']"), "nothing helps in a test");
        page.open("quiz/paper?seed=4&n=1&kinds=match");
        page.wait_for("[data-press='hint']");
        page.click("[data-press='lang:en']");
        page.wait_for_text("#paper", "counts as “Hard”");
        press_button(page, "hint");
        page.wait_for_text("#hint", "The first: ");
        assert_eq!(page.violations("hints in English"), Vec::<String>::new());
    });
}

#[test]
fn answers_survive_a_reload() {
    browse(|page| {
        page.open("record");
        page.wait_for(".empty");
        page.open("quiz?seed=11&n=3&kinds=true-false");
        practise(page);
        page.wait_here("three answers are kept", || answers_kept(page) == 3);
        page.visit("record");
        page.wait_for_text("#record-sum", "3回");
        page.wait_for("#learner-keeping");
        let record = page.text("main");
        page.reload();
        page.wait_for_text("#storage", "保存されている");
        page.wait_for("#record-sum");
        assert_eq!(page.text("main"), record);
    });
}

/// How many answers the storage holds.
pub fn answers_kept(page: &Page) -> u64 {
    let script = "const request = indexedDB.open('yomikurabe.ukraine');\
                  const database = await new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = fail; });\
                  const count = database.transaction('log').objectStore('log').count();\
                  const number = await new Promise(done => { count.onsuccess = () => done(count.result); });\
                  database.close(); return number";
    page.js_async(script, json!([])).as_u64().unwrap_or(0)
}

/// Enter that belongs to an input method does not give the answer; the next one does.
#[test]
fn composing_does_not_answer() {
    browse(|page| {
        page.open("quiz/paper?seed=1&n=50");
        for _ in 0..50 {
            page.wait_for("#stem");
            if page.exists("[data-input='typed']") {
                break;
            }
            answer(page);
            page.wait_for_focus("[data-press='next']");
            go_on(page, Key::Enter);
        }
        page.tab_to("[data-input='typed']");
        page.compose("ていせん");
        page.confirm_composition("停戦");
        page.wait(
            "the word is in the field",
            "document.querySelector(\"[data-input='typed']\").value === '停戦'",
        );
        assert!(!page.exists(".why"), "the conversion was confirmed, not the answer");
        page.press(Key::Enter);
        page.wait_for(".why");
    });
}
