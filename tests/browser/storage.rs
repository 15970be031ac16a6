//! A browser that refuses storage: the page works all the same, and says so.

use serde_json::json;

use crate::harness::{Key, browse};
use crate::views::set;

/// As in a sandboxed frame: touching storage throws.
const REFUSE: &str = "
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } });";

#[test]
fn refused_from_the_start() {
    browse(|page| {
        page.before_every_page(REFUSE);
        page.open("start");
        page.wait_for(".doors");
        assert_eq!(
            page.js(
                "try { return String(localStorage) } catch (error) { return error.name }",
                json!([])
            ),
            json!("SecurityError")
        );
        set(page, "theme:dark");
        page.wait_for("html[data-theme='dark']");
        page.visit("record");
        page.wait_for_text("#storage", "保存を許していない");
        page.visit("quiz/paper?seed=3&n=1&kinds=true-false");
        page.wait_for("#stem");
        page.type_text("1");
        page.wait_for(".why");
        page.wait_for_focus("[data-press='next']");
        page.press(Key::Enter);
        page.visit("record");
        page.wait_for_text("#record-sum", "1回");
        page.wait_for_text("#storage", "閉じると消える");
    });
}

/// The database opens only with an error, as on a full disk.
#[test]
fn refused_when_opened() {
    browse(|page| {
        page.before_every_page("indexedDB.open = () => { throw new DOMException('full', 'QuotaExceededError'); };");
        page.open("record");
        page.wait_for_text("#storage", "保存を許していない");
    });
}
