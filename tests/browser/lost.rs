//! Addresses that lead nowhere lead to a page that helps.

use crate::harness::{Page, browse};

#[test]
fn unknown_addresses() {
    browse(|page| {
        page.open("start");
        for address in [
            "nowhere",
            "doc/gone",
            "term/gone",
            "issue/gone",
            "statement/gone",
            "compare/a/b",
            "%E0%A4%A",
            "doc",
        ] {
            page.visit(address);
            helps(page, address);
        }
        page.click("main a[href='#start']");
        page.wait_for(".doors");
    });
}

#[test]
fn a_paragraph_that_is_gone() {
    browse(|page| {
        page.open("doc/paris-declaration/p999");
        helps(page, "p999");
        page.click("main a[href='#doc/paris-declaration']");
        page.wait_for("p[data-p='1']");
        page.back();
        helps(page, "p999");
    });
}

/// The page says what was not found, and offers ways on.
#[track_caller]
fn helps(page: &Page, address: &str) {
    page.wait_for_text("h1", "見つからない");
    let last = address.rsplit('/').next().unwrap_or(address);
    page.wait_for_text("main", last);
    assert!(page.count("main a[href^='#']") >= 4, "{address}: ways on");
}
