//! Popups of the glossary: by mouse, by keyboard, by touch; where they stand, and how soon.

use std::time::Duration;

use serde_json::json;

use crate::harness::{Key, Page, browse};
use crate::views::{CARD, DOCUMENT, set};

/// Longer than the page waits before it opens a popup or closes one.
const LONGER_THAN_ANY_WAIT: Duration = Duration::from_millis(700);

/// A word in the text whose card has terms in it.
const WORD: &str = ".text .term[data-term='coalition-of-the-willing']";

#[test]
fn by_mouse() {
    browse(|page| {
        page.open(DOCUMENT);
        rest_on_the_word(page);
        onto_the_card_and_away(page);
        pin_and_dismiss(page);
        press_outside(page);
    });
}

/// Opens after a wait, so that a mouse on its way elsewhere opens nothing.
fn rest_on_the_word(page: &Page) {
    page.js(
        "const word = document.querySelector(arguments[0]); window.at = {};\
         word.addEventListener('pointerover', () => at.over ??= performance.now());\
         new MutationObserver(() => at.open ??= performance.now()).observe(word, { attributeFilter: ['aria-expanded'] })",
        json!([WORD]),
    );
    page.hover(WORD);
    page.wait_for(CARD);
    let waited = page.js("return at.open - at.over", json!([])).as_f64().unwrap_or(0.0);
    assert!((150.0..2000.0).contains(&waited), "opened after {waited} ms");
    assert!(
        !page.focus_is("#card, #card *"),
        "resting on a word leaves the focus where it is"
    );
}

fn onto_the_card_and_away(page: &Page) {
    page.hover("#card-word");
    page.stays("the popup is open under the mouse", &open(), LONGER_THAN_ANY_WAIT);
    page.move_mouse(4, 796);
    page.wait_gone(CARD);
}

fn pin_and_dismiss(page: &Page) {
    page.click(WORD);
    page.wait_for(CARD);
    page.wait_for_focus("#card-word");
    page.move_mouse(4, 796);
    page.stays("a pinned popup is open", &open(), LONGER_THAN_ANY_WAIT);
    page.press(Key::Escape);
    page.wait_gone(CARD);
    page.wait_for_focus(WORD);
    page.stays(
        "a dismissed popup is closed",
        &format!("!({})", open()),
        LONGER_THAN_ANY_WAIT,
    );
}

fn press_outside(page: &Page) {
    page.click(WORD);
    page.wait_for(CARD);
    page.click_at(4, 796);
    page.wait_gone(CARD);
    page.click(WORD);
    page.wait_for(CARD);
    page.click("#card [data-press='card-close']");
    page.wait_gone(CARD);
}

fn open() -> String {
    format!("document.querySelector({}) !== null", json!(CARD))
}

#[test]
fn by_keyboard() {
    browse(|page| {
        page.open(&format!("{DOCUMENT}/p1"));
        page.tab_to(WORD);
        page.press(Key::Enter);
        page.wait_for(CARD);
        page.wait_for_focus("#card-word");
        let first = page.text("#card-word");
        nested_and_back(page, &first);
        page.press(Key::Escape);
        page.wait_gone(CARD);
        page.wait_for_focus(WORD);
        page.stays(
            "a dismissed popup is closed",
            &format!("!({})", open()),
            LONGER_THAN_ANY_WAIT,
        );
        follow_to_the_entry(page, &first);
    });
}

fn nested_and_back(page: &Page, first: &str) {
    page.tab_to("#card .term");
    page.press(Key::Enter);
    page.wait_for("#card .prev");
    page.wait_for_focus("#card-word");
    let second = page.text("#card-word");
    assert_ne!(second, first);
    page.press(Key::ShiftTab);
    assert!(page.focus_is("#card .prev"), "the way back is before the word");
    page.press(Key::Enter);
    page.wait_for_text("#card-word", first);
    page.wait_for_focus("#card-word");
}

fn follow_to_the_entry(page: &Page, headword: &str) {
    page.press(Key::Enter);
    page.wait_for(CARD);
    page.tab_to("#card .ways a");
    page.press(Key::Enter);
    page.wait_for_route("term/coalition-of-the-willing");
    page.wait_for_text("h1", headword);
    page.wait_gone(CARD);
}

#[test]
fn by_touch() {
    browse(|page| {
        page.touch_screen();
        page.size(390, 800);
        page.open(DOCUMENT);
        page.tap(WORD);
        page.wait_for(CARD);
        page.stays("what a tap opened is open", &open(), LONGER_THAN_ANY_WAIT);
        page.tap("#card [data-press='card-close']");
        page.wait_gone(CARD);
        page.tap(WORD);
        page.wait_for(CARD);
        page.tap("#card .term");
        page.wait_for("#card .prev");
        page.tap_at(2, 796);
        page.wait_gone(CARD);
    });
}

#[test]
fn every_popup_stands_free_on_a_wide_window() {
    browse(|page| stand_free(page, 1280, 800));
}

#[test]
fn every_popup_stands_free_on_a_narrow_window() {
    browse(|page| stand_free(page, 390, 800));
}

#[test]
fn every_popup_stands_free_on_a_low_window() {
    browse(|page| stand_free(page, 844, 390));
}

/// Opens the popup of every term of a document, with the word at the top, in the middle and at the bottom of the window in
/// turn. None may cover its word or leave the window, and opening must not move the page. Opening takes one frame: on a
/// machine that is busy with other tests a few may take one more.
#[track_caller]
fn stand_free(page: &Page, width: u32, height: u32) {
    page.size(width, height);
    page.open(DOCUMENT);
    set(page, "density:every");
    // A mouse that lies on the text would open popups of its own.
    page.move_mouse(1, i64::from(height) - 1);
    let found = page.js_async(include_str!("popup_geometry.js"), json!([]));
    let faults: Vec<&str> = found["faults"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|fault| fault.as_str())
        .collect();
    let number = |key: &str| found[key].as_f64().unwrap_or(f64::NAN);
    println!(
        "{width} × {height}: {} popups; from the click to the second frame {:.1} ms in the middle, {:.1} ms at worst; {} one frame later",
        number("popups"),
        number("median"),
        number("worst"),
        number("late"),
    );
    assert!(number("popups") > 50.0, "the document has many terms: {found}");
    assert!(
        number("late") <= number("popups") / 10.0,
        "opening takes one frame: {found}"
    );
    assert!(
        faults.is_empty(),
        "{} faults:\n  {}",
        faults.len(),
        faults[..faults.len().min(20)].join("\n  ")
    );
}
