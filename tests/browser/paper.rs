//! What comes out of a printer.

use serde_json::json;

use crate::harness::{Page, browse, browse_in, required};
use crate::views::DOCUMENT;

/// The page as it is about to be printed.
fn print(page: &Page) {
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    page.js("dispatchEvent(new Event('beforeprint'))", json!([]));
}

fn printed(page: &Page) {
    page.js("dispatchEvent(new Event('afterprint'))", json!([]));
    assert!(!page.exists(".paper"), "nothing of it stays");
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "" }));
}

/// How many of the elements are seen.
fn seen(page: &Page, css: &str) -> u64 {
    let script =
        "return [...document.querySelectorAll(arguments[0])].filter(element => element.checkVisibility()).length";
    page.js(script, json!([css])).as_u64().expect("a number")
}

/// The terms of the document stand after it, each once; what only a screen needs is not there.
#[track_caller]
fn has_its_terms_as_notes(page: &Page, words: &str) {
    let terms = "return new Set([...document.querySelectorAll('.text .term')].map(word => word.getAttribute(arguments[0]))).size";
    let terms = page.js(terms, json!([words])).as_u64().expect("a number");
    print(page);
    assert!(terms > 20);
    assert_eq!(seen(page, ".paper .card"), terms);
    assert_eq!(seen(page, ".bar, .toc, .turn, .paper .ways"), 0);
    printed(page);
}

#[test]
fn a_document_has_its_terms_as_notes() {
    browse(|page| {
        page.open(DOCUMENT);
        has_its_terms_as_notes(page, "data-term");
        has_its_terms_as_notes(page, "data-term");
    });
}

#[test]
fn so_has_one_where_the_engine_does_not_run() {
    browse_in(required("YOMIKURABE_DIST").as_ref(), |page| {
        page.before_every_page("delete window.WebAssembly");
        page.load(DOCUMENT);
        page.wait(".off is seen", "document.querySelector('.off:not([hidden])')");
        has_its_terms_as_notes(page, "popovertarget");
    });
}

/// Without scripts the whole glossary stands after the document.
#[test]
fn without_scripts_a_document_has_the_glossary_as_notes() {
    browse_in(required("YOMIKURABE_DIST").as_ref(), |page| {
        page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        page.load(DOCUMENT);
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        assert_eq!(seen(page, "aside .card") as usize, page.count("aside .card"));
    });
}

/// Choosing a quiz prints as a sheet of all written questions, and the key begins a page.
#[test]
fn a_quiz_is_a_sheet_with_its_key_on_a_page_of_its_own() {
    browse(|page| {
        page.open("quiz");
        print(page);
        let (questions, answers) = (seen(page, ".paper [id^='quiz/']"), seen(page, ".paper .key li"));
        assert!(questions > 100);
        assert_eq!(questions, answers);
        assert_eq!(
            seen(page, "#app, .paper details"),
            0,
            "nothing but the sheet, and no answer beside its question"
        );
        let breaks = "return getComputedStyle(document.querySelector('.paper .key')).breakBefore";
        assert_eq!(page.js(breaks, json!([])), json!("page"));
        printed(page);
        assert_eq!(seen(page, "#app"), 1);
    });
}

#[test]
fn a_comparison_is_a_table() {
    browse(|page| {
        page.open("compare");
        print(page);
        assert_eq!(seen(page, ".filters, .bar, .acts"), 0);
        let rows = "return new Set([...document.querySelectorAll('.matrix tbody tr')].map(row => getComputedStyle(row).breakInside))";
        assert_eq!(
            page.js(&format!("return [...(() => {{ {rows} }})()]"), json!([])),
            json!(["avoid"])
        );
        printed(page);
    });
}
