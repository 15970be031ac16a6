//! From a cell of the matrix to the statement, to its paragraph, and back.

use serde_json::json;

use crate::harness::{Page, browse};

#[test]
fn a_statement_to_its_paragraph_and_back() {
    browse(|page| {
        page.open("compare");
        page.click(".matrix .cell");
        page.wait_for(".saying");
        let statements = page.fragment();
        let (quote, paragraph) = to_the_paragraph(page);
        stands_marked(page, &quote, &paragraph);
        page.click(".back a");
        page.wait_for(".saying");
        assert_eq!(page.fragment(), statements, "the page's own way back");
        to_the_paragraph(page);
        page.back();
        page.wait_for(".saying");
        assert_eq!(page.fragment(), statements, "the browser's way back");
        for step in [&paragraph, &statements, "compare"] {
            page.back();
            page.wait_for_route(step);
        }
        page.wait_for(".matrix");
    });
}

/// Follows the first statement; gives the words it quotes and the address of its paragraph.
fn to_the_paragraph(page: &Page) -> (String, String) {
    let quote = page.js_text(
        "return document.querySelector('.saying:first-child q')?.textContent ?? ''",
        json!([]),
    );
    let href = page.attribute(".saying:first-child a[href^='#doc/']", "href");
    page.click(".saying:first-child a[href^='#doc/']");
    let paragraph = href.trim_start_matches('#').split('?').next().unwrap_or("").to_owned();
    page.wait_for_route(&paragraph);
    (quote, paragraph)
}

fn stands_marked(page: &Page, quote: &str, paragraph: &str) {
    let marked = format!("p[data-p][aria-current='location'][id='{paragraph}']");
    page.wait_for(&marked);
    assert_eq!(page.count("p[data-p][aria-current]"), 1, "one paragraph stands marked");
    let script = "const paragraph = document.querySelector(arguments[0]).cloneNode(true);
                  paragraph.querySelectorAll('rt, rp, .no').forEach(apart => apart.remove());
                  const words = [...paragraph.querySelectorAll('mark')].map(mark => mark.textContent).join('');
                  return [words, paragraph.textContent]";
    let read: Vec<String> = serde_json::from_value(page.js(script, json!([marked]))).expect("two texts");
    let [words, text] = &read[..] else {
        panic!("two texts, not {read:?}")
    };
    assert!(
        !words.is_empty() && text.contains(words),
        "the cited words are marked: 「{words}」 in 「{text}」"
    );
    assert!(
        text.contains(quote),
        "the words that are quoted stand there: 「{quote}」 in 「{text}」"
    );
    page.wait("the paragraph is in the window", &in_window(&marked));
    page.wait_for_focus(&marked);
}

fn in_window(css: &str) -> String {
    format!(
        "(box => box.top >= 0 && box.top < innerHeight * 0.6)(document.querySelector({}).getBoundingClientRect())",
        json!(css)
    )
}

#[test]
fn a_note_in_the_margin_to_its_statement() {
    browse(|page| {
        page.open("doc/seventy-two-hours");
        let href = page.attribute(".note", "href");
        page.click(".note");
        page.wait_for_route(href.trim_start_matches('#'));
        page.wait_for(".saying[aria-current='true']");
        assert_eq!(page.count(".saying[aria-current='true']"), 1);
        page.wait(
            "the statement is in the window",
            &in_window(".saying[aria-current='true']"),
        );
        page.back();
        page.wait_for_route("doc/seventy-two-hours");
        page.wait_for(".note");
    });
}

/// A long page is left half-way down and found again there.
#[test]
fn back_to_where_one_was() {
    browse(|page| {
        page.open("glossary");
        page.js("scrollTo(0, 900)", json!([]));
        page.wait("the page has moved", "scrollY > 800");
        let link = page.js_text(
            "return [...document.querySelectorAll('.entries a')].find(link => link.getBoundingClientRect().top > 200).hash",
            json!([]),
        );
        page.click(&format!(".entries a[href='{link}']"));
        page.wait_for_route(link.trim_start_matches('#'));
        page.wait("an entry begins at its top", "scrollY === 0");
        page.back();
        page.wait_for(".entries");
        page.wait("the list is where it was left", "scrollY > 800");
    });
}
