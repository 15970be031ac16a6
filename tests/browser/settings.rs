//! Language, theme, density, readings and typeface: set, seen, kept.

use serde_json::json;

use crate::harness::{Page, browse};
use crate::views::{DOCUMENT, set};

#[test]
fn settings_are_seen_and_kept() {
    browse(|page| {
        page.open(DOCUMENT);
        density(page);
        readings(page);
        theme(page);
        set(page, "face:sans");
        page.wait_for("html[data-face='sans']");
        language(page);
        page.reload();
        let kept = "html[lang='en'][data-theme='dark'][data-furigana='hidden'][data-face='sans']";
        page.wait_for(kept);
        assert_eq!(page.count(".text p .term"), 0, "no term is marked after the reload");
    });
}

fn density(page: &Page) {
    let first = page.count(".text p .term");
    set(page, "density:every");
    let every = page.count(".text p .term");
    assert!(
        0 < first && first < every,
        "{first} of {every} occurrences are the first in their section"
    );
    set(page, "density:none");
    assert_eq!(page.count(".text p .term"), 0);
}

fn readings(page: &Page) {
    page.wait_for(".text rt");
    set(page, "furigana:hidden");
    page.wait_gone(".text rt");
}

fn theme(page: &Page) {
    let paper = || page.js_text("return getComputedStyle(document.body).backgroundColor", json!([]));
    set(page, "theme:light");
    let light = paper();
    set(page, "theme:dark");
    page.wait_for("html[data-theme='dark']");
    assert_ne!(paper(), light);
}

fn language(page: &Page) {
    assert_eq!(page.attribute("html", "lang"), "ja");
    page.click("[data-press='lang:en']");
    page.wait_for("html[lang='en']");
    page.wait_for_text(".bar nav", "Read");
    assert_eq!(page.attribute("main", "lang"), "en");
    assert_eq!(
        page.attribute(".text", "lang"),
        "ja",
        "the documents stay what they are"
    );
}
