//! Every view in every width and both colour schemes: nothing sticks out, nothing complains, axe is content.

use serde_json::{Value, json};

use crate::harness::{Page, Scheme, browse};
use crate::views::VIEWS;

#[test]
fn nothing_sticks_out() {
    browse(|page| {
        let mut faults = Vec::new();
        let mut tour = |width, text: &str| {
            page.size(width, 800);
            page.open("start");
            for view in &VIEWS {
                view.show(page);
                let wide = page.js(STICKS_OUT, json!([]));
                faults.extend(culprits(&wide).map(|culprit| format!("{width}{text}, {}: {culprit}", view.name)));
            }
        };
        for width in [320, 390, 1280] {
            tour(width, "");
        }
        page.before_every_page(LARGE_TEXT);
        tour(1280, " with large text");
        assert!(
            faults.is_empty(),
            "the page scrolls sideways:\n  {}",
            faults.join("\n  ")
        );
    });
}

/// Where the page is wider than its window: the elements that make it so.
const STICKS_OUT: &str = "
    if (document.scrollingElement.scrollWidth <= innerWidth) return [];
    const out = [...document.querySelectorAll('body *')].filter(element => element.getBoundingClientRect().right > innerWidth + 0.5);
    return out.slice(0, 3).map(element => element.cloneNode(false).outerHTML).concat(`${document.scrollingElement.scrollWidth} wide`)";

fn culprits(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// `browse` itself asserts a silent console and requests to nobody but the server.
#[test]
fn a_tour_asks_nobody_else() {
    browse(|page| {
        page.open("start");
        for view in &VIEWS {
            view.show(page);
        }
        page.visit("record");
        page.wait_for("#storage");
        assert!(!page.requests().is_empty(), "requests are seen");
    });
}

#[test]
fn axe_wide_light() {
    browse(|page| axe(page, 1280, Scheme::Light));
}

/// As one sees it who has asked the browser for letters of twice the size.
#[test]
fn axe_with_large_text() {
    browse(|page| {
        page.before_every_page(LARGE_TEXT);
        axe(page, 1280, Scheme::Light);
    });
}

const LARGE_TEXT: &str = "
    new MutationObserver((_, observer) => {
      if (!document.documentElement) return;
      document.documentElement.style.fontSize = '200%';
      observer.disconnect();
    }).observe(document, { childList: true });";

#[test]
fn axe_wide_dark() {
    browse(|page| axe(page, 1280, Scheme::Dark));
}

#[test]
fn axe_narrow_light() {
    browse(|page| axe(page, 320, Scheme::Light));
}

#[test]
fn axe_narrow_dark() {
    browse(|page| axe(page, 320, Scheme::Dark));
}

/// All views are looked at before the test fails, so that one run tells everything.
#[track_caller]
fn axe(page: &Page, width: u32, scheme: Scheme) {
    page.size(width, 800);
    page.scheme(scheme);
    page.open("start");
    let mut found = Vec::new();
    for view in &VIEWS {
        view.show(page);
        found.extend(page.violations(view.name));
    }
    page.visit("quiz/paper?seed=4&n=1&kinds=true-false");
    finish_a_paper(page);
    found.extend(page.violations("the result"));
    page.visit("record");
    page.wait_for("#record-sum");
    found.extend(page.violations("the record"));
    assert!(found.is_empty(), "axe finds:\n{}", found.join("\n"));
}

fn finish_a_paper(page: &Page) {
    page.wait_for("#stem");
    page.type_text("1");
    page.wait_for(".why");
    page.click("[data-press='next']");
    page.wait_for("#paper .lead");
}
