//! Search as one types, also with an input method.

use serde_json::json;

use crate::harness::{Key, browse};

#[test]
fn as_one_types() {
    browse(|page| {
        page.open("start");
        page.type_text("/");
        page.wait_for_focus("#search-box");
        page.type_text("停戦");
        page.wait_for(".hits a");
        assert!(
            page.texts(".hits mark").iter().all(|found| found == "停戦"),
            "{:?}",
            page.texts(".hits mark")
        );
        let wide = page.count(".hits a");
        page.type_text("の監視");
        page.wait(
            "more letters leave fewer hits",
            &format!("document.querySelectorAll('.hits a').length < {wide}"),
        );
        assert!(page.exists(".hits a"), "停戦の監視 stands in the documents");
        assert!(page.focus_is("#search-box"), "the focus stays in the field");
        let words = page.text(".hits a");
        page.click(".hits a");
        page.wait_for("p[aria-current='location'] mark, .saying[aria-current], h1[lang='ja']");
        page.back();
        page.wait_for(".hits a");
        assert_eq!(page.text(".hits a"), words, "the search is in the address");
        assert_eq!(
            page.js("return document.getElementById('search-box').value", json!([])),
            json!("停戦の監視")
        );
    });
}

#[test]
fn letters_of_any_width() {
    browse(|page| {
        page.open("search");
        let mut counts = Vec::new();
        for words in ["NATO", "nato", "ＮＡＴＯ"] {
            page.visit(&format!("search?q={words}"));
            page.wait_for(".hits a");
            counts.push(page.count(".hits a"));
        }
        assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}");
        page.visit("search?q=そんな語はない");
        page.wait_for_text(".empty", "そんな語はない");
    });
}

#[test]
fn with_an_input_method() {
    browse(|page| {
        page.open("search");
        page.click("#search-box");
        page.compose("ていせん");
        page.compose("停戦");
        page.confirm_composition("停戦");
        page.wait_for_text(".hits", "停戦");
        page.wait_for_route("search");
        assert!(page.focus_is("#search-box"), "Enter of the conversion leads nowhere");
        assert_eq!(
            page.js("return document.getElementById('search-box').value", json!([])),
            json!("停戦")
        );
        page.press(Key::Enter);
        page.wait_for_route("search");
    });
}
