//! The single file, from the disk: what is packed in it comes without a detour, and damage is said.

use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::{Page, browse_in, required, target};

/// Where the packed text begins in the file.
const PACKED: &str = "id=\"packed\">";

fn file() -> PathBuf {
    dist().join("yomikurabe.html")
}

fn dist() -> PathBuf {
    PathBuf::from(required("YOMIKURABE_DIST"))
}

fn address(file: &Path, fragment: &str) -> String {
    format!("file://{}#{fragment}", file.display())
}

/// Notes each part of the static page that is seen, until the engine draws.
const NOTE: &str = "
    self.parts = [];
    const note = () => {
        const parts = document.querySelectorAll('.still > section');
        const seen = Array.from(parts).filter(part => part.offsetHeight).map(part => part.id).join();
        if (seen && seen !== self.parts.at(-1)) self.parts.push(seen);
        if (!('ready' in (document.documentElement?.dataset ?? {}))) requestAnimationFrame(note);
    };
    note();";

#[track_caller]
fn check_opens(fragment: &str, parts: &[&str]) {
    browse_in(&dist(), |page| {
        page.before_every_page(NOTE);
        page.go(&address(&file(), fragment));
        page.touch();
        page.wait_for("html[data-ready] main h1");
        let seen = page.js("return self.parts", serde_json::json!([]));
        let seen: Vec<&str> = seen
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|part| part.as_str())
            .collect();
        assert!(
            seen.iter().all(|part| parts.contains(part)),
            "{fragment}: seen were {seen:?}"
        );
    });
}

#[test]
fn a_document_is_seen_at_once() {
    check_opens("doc/paris-declaration/p8", &["doc/paris-declaration"]);
}

#[test]
fn what_is_packed_is_seen_without_the_start_before_it() {
    check_opens("compare", &["compare"]);
    check_opens("term/new-start", &["term/new-start"]);
}

/// Opens a copy that is damaged from a letter of its packed text on; it must say so, and its documents stay to be read.
#[track_caller]
fn check_damage(name: &str, letter: usize, change: impl Fn(&str) -> String) {
    let html = fs::read_to_string(file()).expect("the single file is built");
    let (start, _) = html.match_indices(PACKED).next().expect("it has a packed text");
    let (at, _) = html[start..]
        .char_indices()
        .nth(PACKED.len() + letter)
        .expect("the text is long");
    let (before, after) = html.split_at(start + at);
    let copy = target().join(format!("damaged-{name}.html"));
    fs::write(&copy, [before, &change(after)].concat()).expect("a file can be written");
    browse_in(&dist(), |page| {
        for fragment in ["compare", "doc/paris-declaration"] {
            page.go(&address(&copy, fragment));
            page.touch();
            page.wait_for_text(".off:not([hidden])", "このファイルは壊れている");
            assert!(!page.exists("html[data-ready]"), "the engine stays away");
        }
        a_word_can_be_looked_up(page);
    });
    fs::remove_file(copy).expect("the copy can be removed");
}

fn a_word_can_be_looked_up(page: &Page) {
    page.click_seen(".text .term[popovertarget='card/coalition-of-the-willing']");
    page.see_words("[id='card/coalition-of-the-willing']", "有志連合");
}

#[test]
fn a_letter_that_was_changed() {
    check_damage("letter", 50_000, |after| {
        let letter = after.chars().next().expect("the text goes on");
        let other = if letter == 'a' { "b" } else { "a" };
        [other, &after[letter.len_utf8()..]].concat()
    });
}

#[test]
fn a_file_that_ends_early() {
    check_damage("end", 20_000, |_| String::new());
}

#[test]
fn a_file_that_ends_before_what_is_packed() {
    check_damage("nothing", 0, |_| String::new());
}
