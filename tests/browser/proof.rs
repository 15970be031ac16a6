//! Proofs that the harness sees what it is there to see: a small bad page must not pass.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::Duration;

use serde_json::json;

use crate::harness::{Key, Page, browse_in, target};

/// A page with one fault of each kind, and the things that people touch.
const FIXTURE: &str = r#"<!DOCTYPE html>
<html lang="ja" data-ready>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; img-src http:; require-trusted-types-for 'script'; trusted-types 'none'">
<link rel="icon" href="data:,">
<title>見本</title>
<main>
  <h1>見本</h1>
  <img src="missing.png">
  <button id="button">押す</button>
  <input id="field" aria-label="名前">
</main>
<script src="fixture.js"></script>
"#;

const SCRIPT: &str = r#"
const seen = [];
const note = event => seen.push([event.type, event.pointerType ?? event.key ?? event.data].join(" "));
for (const name of ["pointerover", "pointerdown", "keydown", "compositionend"]) document.addEventListener(name, note);
document.addEventListener("keydown", event => { if (event.isComposing) seen.push("composing"); });
console.error("見本のまちがい");
"#;

fn fixture(name: &str) -> PathBuf {
    let folder = target().join("tmp").join(name);
    std::fs::create_dir_all(&folder).expect("target/tmp can be written to");
    std::fs::write(folder.join("index.html"), FIXTURE).expect("a file can be written there");
    std::fs::write(folder.join("fixture.js"), SCRIPT).expect("a file can be written there");
    folder
}

fn seen(page: &Page) -> String {
    page.js_text("return seen.join(', ')", json!([]))
}

/// The words with which an assertion fails.
#[track_caller]
fn complaint(assertion: impl FnOnce()) -> String {
    let panic = catch_unwind(AssertUnwindSafe(assertion)).expect_err("the assertion must fail");
    panic.downcast_ref::<String>().expect("a text with details").clone()
}

#[test]
fn faults_are_found() {
    browse_in(&fixture("faults"), |page| {
        page.open("");
        assert!(page.server.asked().contains(&"404 /kurs/yomi/missing.png".into()));
        assert!(complaint(|| page.assert_silent_console()).contains("見本のまちがい"));
        assert!(complaint(|| page.assert_only_own_requests()).contains("missing.png"));
        let axe = page.violations("the sample").join("\n");
        assert!(axe.contains("image-alt"), "{axe}");
        page.js("new Image().src = 'http://localhost:9/elsewhere.png'", json!([]));
        assert!(complaint(|| page.assert_only_own_requests()).contains("http://localhost:9/elsewhere.png"));
    });
}

#[test]
fn hands_reach_the_page() {
    browse_in(&fixture("hands"), |page| {
        page.open("");
        page.hover("#button");
        page.click("#button");
        page.tap("#button");
        page.click("#field");
        page.press(Key::ShiftTab);
        assert!(page.focus_is("#button"));
        let seen = seen(page);
        for event in [
            "pointerover mouse",
            "pointerdown mouse",
            "pointerdown touch",
            "keydown Tab",
        ] {
            assert!(seen.contains(event), "{event} in {seen}");
        }
    });
}

#[test]
fn an_input_method_composes() {
    browse_in(&fixture("composing"), |page| {
        page.open("");
        page.click("#field");
        page.compose("ていせん");
        page.confirm_composition("停戦");
        assert_eq!(page.js("return field.value", json!([])), json!("停戦"));
        let seen = seen(page);
        assert!(
            seen.contains("composing") && seen.contains("compositionend 停戦"),
            "{seen}"
        );
    });
}

#[test]
fn windows_have_the_size_that_was_asked_for() {
    browse_in(&fixture("sizes"), |page| {
        for width in [320, 390, 1280] {
            page.size(width, 700);
            page.open("");
            assert_eq!(
                page.js("return [innerWidth, innerHeight]", json!([])),
                json!([width, 700])
            );
        }
        page.stays(
            "the page is calm",
            "document.hasFocus !== null",
            Duration::from_millis(50),
        );
        let picture = page.screenshot();
        assert!(
            picture.starts_with(b"\x89PNG") && picture.ends_with(b"\xAEB`\x82"),
            "a whole picture"
        );
    });
}
