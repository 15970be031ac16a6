//! A page whose data is missing or damaged says so, and what to do.

use crate::harness::browse;

/// Opens the page with another element in place of the one that carries the data.
#[track_caller]
fn check(id: &str, element: &str, said: [&str; 2]) {
    browse(|page| {
        page.open("start");
        page.before_every_page(&format!(
            "const find = Document.prototype.getElementById;
             Document.prototype.getElementById = function (id) {{
                 return id === '{id}' ? {element} : find.call(this, id);
             }};"
        ));
        page.console_run("location.reload()");
        for words in said {
            page.wait_for_text(".off:not([hidden])", words);
        }
        assert!(!page.exists("html[data-ready]"));
        assert!(page.exists(".still"), "the static page stays");
    });
}

#[test]
fn without_words() {
    check("words", "null", ["#words がない", "#words is missing"]);
}

#[test]
fn with_words_that_end_early() {
    let element = "Object.assign(document.createElement('p'), { textContent: '[[\"ja\"],[\"en\"]]' })";
    check("words", element, ["#words がないか、壊れている", "or damaged"]);
}

#[test]
fn without_a_pack() {
    check("pack", "null", ["#pack がない", "#pack is missing"]);
}
