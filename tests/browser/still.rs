//! The static page: without a script, until the engine runs, and where the engine may not run.

use std::path::PathBuf;
use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Key, Page, browse, browse_in, required, target};
use crate::views::{DOCUMENT, set};

/// A word in the text of the document.
const WORD: &str = ".text .term[popovertarget='card/coalition-of-the-willing']";
const CARD: &str = "[id='card/coalition-of-the-willing']";

/// A line that says what does not work is seen.
const OFF: &str = ".off";

/// Opens the page where no script of its own runs.
fn without_scripts(page: &Page, fragment: &str) {
    page.without_scripts();
    page.load(fragment);
    page.wait_for("main.still");
}

#[test]
fn read_look_up_compare_and_see_an_answer_without_scripts() {
    // The browser says that it has fetched an engine which nothing runs.
    browse_in(&dist(), |page| {
        without_scripts(page, DOCUMENT);
        page.wait_for_text(OFF, "JavaScript");
        look_up(page);
        follow_to_the_entry(page);
        compare(page);
        see_an_answer(page);
        assert!(!page.exists("html[data-ready]"));
        page.assert_only_own_requests();
    });
}

fn dist() -> PathBuf {
    PathBuf::from(required("YOMIKURABE_DIST"))
}

fn look_up(page: &Page) {
    assert_eq!(page.seen_parts(), [DOCUMENT], "only the document is shown");
    page.click(WORD);
    page.wait_for(CARD);
    let near = "const [word, card] = [...arguments].map(css => document.querySelector(css).getBoundingClientRect());
                const gap = Math.max(card.top - word.bottom, word.top - card.bottom);
                return gap > -1 && gap < 60";
    assert_eq!(
        page.js(near, json!([WORD, CARD])),
        json!(true),
        "the popup is beside its word"
    );
    page.click_at(4, 790);
    page.wait_gone(CARD);
    page.click(WORD);
    page.wait_for(CARD);
}

fn follow_to_the_entry(page: &Page) {
    page.click(&format!("{CARD} a"));
    page.wait_for_route("term/coalition-of-the-willing");
    assert_eq!(page.seen_parts(), ["term/coalition-of-the-willing"]);
    page.wait_gone(CARD);
    page.click("[id='term/coalition-of-the-willing'] .cite");
    page.wait_for(".still p:target");
    page.back();
    page.wait_for_route("term/coalition-of-the-willing");
}

fn compare(page: &Page) {
    page.click(".bar a[href='#compare']");
    page.wait_for(".matrix");
    page.wait_gone(".tools-row");
    page.click(".matrix .cell");
    page.wait_for(".saying:target");
    page.click(".saying:target a[href^='#doc/']");
    page.wait_for(".still p:target");
}

fn see_an_answer(page: &Page) {
    page.click(".bar a[href='#quiz']");
    page.wait_for("#quiz");
    page.click("[id^='quiz/'] summary");
    page.wait_for("[id^='quiz/'] details[open] a[href^='#doc/']");
}

/// Until the page gets the event `go`, which may come before the engine is asked for.
const ENGINE_WAITS: &str = "
    const compile = WebAssembly.compileStreaming;
    const called = new Promise(go => addEventListener('go', go, { once: true }));
    WebAssembly.compileStreaming = async (...args) => {
      await called;
      return compile(...args);
    };";

/// Each layout shift, with what moved, from where, and whether that was after the engine could come.
const SHIFTS: &str = "
    window.shifts = [];
    let going = false;
    addEventListener('go', () => going = true);
    const moved = ({ node, previousRect, currentRect }) => [node?.outerHTML?.slice(0, 80), previousRect, currentRect];
    const told = shift => [shift.value, going, shift.sources.map(moved)];
    new PerformanceObserver(list => shifts.push(...list.getEntries().map(told)))
      .observe({ type: 'layout-shift', buffered: true });";

/// As a reader sees it who opens a link into a document and reads on before the engine runs.
#[test]
fn the_engine_comes_without_moving_anything() {
    browse(|page| {
        page.before_every_page(ENGINE_WAITS);
        page.before_every_page(SHIFTS);
        for (width, height) in [(1280, 800), (390, 800)] {
            page.size(width, height);
            stays_in_place(page, "doc/paris-declaration/p30", 0);
            stays_in_place(page, "doc/paris-declaration/p30?at=0-12", 0);
            stays_in_place(page, "doc/paris-declaration/p30", 300);
            stays_in_place(page, "statement/st-4", 0);
            stays_in_place(page, "glossary", 700);
            stays_in_place(page, "term/nato", 0);
            stays_in_place(page, "compare", 0);
            stays_in_place(page, "known", 0);
            stays_in_place(page, "start", 0);
        }
    });
}

/// Where the paragraphs, statements and headings that are seen stand: how far down each is, by its id or words. Those of a
/// list, where one is given.
const PLACES: &str = "
    const [before] = arguments, found = {};
    for (const place of document.querySelectorAll('main [id], main h1, main h2')) {
      const name = place.id || place.textContent;
      const whole = place.parentElement.matches('.still') || name.startsWith('quiz/');
      if (place.offsetHeight && !whole && (!before || name in before))
        found[name] = Math.round(place.getBoundingClientRect().top);
    }
    return found";

/// Reads `further` pixels on in the static page, lets the engine start, and looks where things stand before and after.
#[track_caller]
fn stays_in_place(page: &Page, fragment: &str, further: i32) {
    page.load(fragment);
    page.wait("the page is read", "document.readyState === 'complete'");
    page.wait(
        "what stands beside it has come",
        "!document.querySelector('.still a[href^=\"views\"]')",
    );
    page.js("scrollBy(0, arguments[0])", json!([further]));
    page.settle();
    let before = page.js(PLACES, json!([null]));
    page.touch();
    page.js("dispatchEvent(new Event('go'))", json!([]));
    page.wait("the engine runs", "document.documentElement.hasAttribute('data-ready')");
    // Whatever the engine still had to do would be done in the frames after.
    page.js_async(
        "for (let n = 0; n < 5; n++) await new Promise(requestAnimationFrame)",
        json!([]),
    );
    let after = page.js(PLACES, json!([before]));
    assert!(
        before.as_object().is_some_and(|places| !places.is_empty()),
        "something is seen at {fragment}"
    );
    assert_eq!(
        before, after,
        "{fragment} + {further}: everything stands where it stood"
    );
    let shifts = page.js("return shifts", json!([]));
    let (came, loading): (Vec<&Value>, Vec<&Value>) = shifts
        .as_array()
        .into_iter()
        .flatten()
        .partition(|shift| shift[1] == true);
    assert!(came.is_empty(), "{fragment}: the engine moves {came:?}");
    // A frame that is drawn while half of the bar is there may move its other half.
    let moved: f64 = loading.iter().filter_map(|shift| shift[0].as_f64()).sum();
    assert!(moved < 0.01, "{fragment}: while the page comes {loading:?}");
    assert!(!page.exists(".still"), "the static page is gone");
}

/// On a narrow window a popup under a word at either end of a line stays in the window.
#[test]
fn popups_stay_in_the_window_without_scripts() {
    browse_in(&dist(), |page| {
        page.size(390, 800);
        without_scripts(page, &format!("{DOCUMENT}/p9"));
        for paragraph in ["p10", "p11", "p13"] {
            page.click(&format!("[id='{DOCUMENT}/{paragraph}'] .term:last-of-type"));
            page.wait_for(".card:popover-open");
            let script = "const box = document.querySelector('.card:popover-open').getBoundingClientRect();
                          return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight";
            assert_eq!(page.js(script, json!([])), json!(true), "{paragraph}");
            page.press(Key::Escape);
            page.wait_gone(".card");
        }
    });
}

/// What has the focus in the static page, and what has it then: a link and a word, neither of which has an id there.
const FOCUSED: [[&str; 3]; 2] = [
    [
        "start",
        ".bar a[href='#compare']",
        "html[data-ready] .bar a[href='#compare']",
    ],
    [
        DOCUMENT,
        WORD,
        "html[data-ready] .text [data-term='coalition-of-the-willing']",
    ],
];

#[test]
fn the_focus_stays_in_its_place() {
    browse(|page| {
        page.before_every_page(ENGINE_WAITS);
        page.load("doc/paris-declaration/p30");
        page.wait("the page is read", "document.readyState === 'complete'");
        page.js(
            "document.querySelector(\"[id='doc/paris-declaration/p31'] .no\").focus()",
            json!([]),
        );
        page.js("dispatchEvent(new Event('go'))", json!([]));
        page.wait_for_focus("[data-ready] [id='doc/paris-declaration/p31'] .no");
        for [fragment, still, live] in FOCUSED {
            page.load(fragment);
            page.js("document.querySelector(arguments[0]).focus()", json!([still]));
            page.js("dispatchEvent(new Event('go'))", json!([]));
            page.wait_for(live);
            page.wait_for_focus(live);
        }
    });
}

#[test]
fn a_popup_that_is_open_is_not_taken_away() {
    browse(|page| {
        page.before_every_page(ENGINE_WAITS);
        page.load(DOCUMENT);
        page.click(WORD);
        page.wait_for(CARD);
        page.js("dispatchEvent(new Event('go'))", json!([]));
        page.stays(
            "the popup is open",
            &format!("document.querySelector({}).checkVisibility()", json!(CARD)),
            Duration::from_millis(700),
        );
        page.click_at(4, 790);
        page.wait_for("html[data-ready]");
    });
}

/// Notes when the engine is asked for and when it runs, in milliseconds; the page rests for five seconds.
const NOTE_START: &str = "
    const compile = WebAssembly.compileStreaming;
    WebAssembly.compileStreaming = (...args) => {
      window.asked ??= performance.now();
      return compile(...args);
    };";
const AT_REST: &str = "document.readyState === 'complete' && performance.now() > 1500 && !window.asked";

/// Nobody does anything; then somebody comes by a key, by the pointer, by touching a link for long, or nobody does.
#[test]
fn the_engine_comes_when_somebody_is_there() {
    browse(|page| {
        page.before_every_page(NOTE_START);
        let rests = || {
            page.load("start");
            page.wait("the page is at rest", AT_REST);
            assert!(page.exists(".still"), "the static page is shown");
            let files =
                "return performance.getEntriesByType('resource').filter(file => file.name.endsWith('.wasm')).length";
            assert_eq!(page.js(files, json!([])), json!(1), "the program is there");
        };
        rests();
        page.touch();
        page.wait_for("html[data-ready]");
        rests();
        page.press(Key::Tab);
        page.wait_for("html[data-ready]");
        // The place of the address is where Tab goes on from.
        page.wait_for_focus(".doors a[href='#docs']");
        rests();
        page.type_text("/");
        page.wait_for_focus("#search-box");
        rests();
        page.press_slowly(&page.js("return document.querySelector(\".bar a[href='#compare']\")", json!([])));
        page.wait_for("html[data-ready] .matrix .cell");
        assert_eq!(page.fragment(), "compare");
        page.load("start");
        page.wait("the engine runs", "document.documentElement.hasAttribute('data-ready')");
        let waited = page.js("return window.asked", json!([])).as_f64();
        assert!(waited.is_some_and(|waited| waited > 4500.0), "{waited:?}");
    });
}

/// What the static page does not have, and a reader who was here before, need no sign.
#[test]
fn the_engine_comes_at_once_where_it_is_needed() {
    browse(|page| {
        page.before_every_page(NOTE_START);
        let comes_at_once = |fragment| {
            page.load(fragment);
            page.wait("the engine runs", "document.documentElement.hasAttribute('data-ready')");
            let rested = page.js(
                "return window.asked - performance.getEntriesByType('navigation')[0].loadEventEnd",
                json!([]),
            );
            assert!(
                rested.as_f64().is_some_and(|rested| rested < 4500.0),
                "{fragment}: {rested}"
            );
        };
        for fragment in [
            "quiz",
            "search",
            "record",
            "doc/paris-declaration/p30?at=0-12",
            "lost/address",
        ] {
            comes_at_once(fragment);
        }
        page.open("start");
        set(page, "theme:dark");
        comes_at_once("start");
    });
}

/// Addresses that only the engine knows lead to what comes nearest.
#[test]
fn other_addresses_lead_to_what_comes_nearest() {
    browse_in(&dist(), |page| {
        page.before_every_page("delete window.WebAssembly");
        for (fragment, part) in [
            ("", "start"),
            ("start", "start"),
            ("nowhere/at-all", "start"),
            ("doc/paris-declaration/p30?at=0-12", "doc/paris-declaration"),
            ("doc/paris-declaration/p9999", "doc/paris-declaration"),
            ("issue/multinational-force/time", "issue/multinational-force"),
            ("quiz/paper?seed=3", "quiz"),
            ("main", "start"),
        ] {
            page.load(fragment);
            page.wait(
                "one part is shown",
                "[...document.querySelector('.still').children].filter(part => part.checkVisibility()).length === 1",
            );
            assert_eq!(page.seen_parts(), [part], "#{fragment}");
        }
    });
}

#[test]
fn without_webassembly_the_static_page_stays_and_says_so() {
    browse_in(&dist(), |page| {
        page.before_every_page("delete window.WebAssembly");
        page.load(DOCUMENT);
        page.wait_for_text(".off:not([hidden])", "WebAssembly");
        page.click(WORD);
        page.wait_for(CARD);
        assert!(!page.exists("html[data-ready]"));
    });
}

/// A host whose policy does not allow WebAssembly.
#[test]
fn where_the_policy_refuses_webassembly_the_static_page_stays_and_says_so() {
    let folder = without_wasm_in_the_policy();
    browse_in(&folder, |page| {
        page.load(DOCUMENT);
        page.wait_for_text(".off:not([hidden])", "WebAssembly");
        page.click(WORD);
        page.wait_for(CARD);
    });
}

fn without_wasm_in_the_policy() -> PathBuf {
    let folder = target().join("without-wasm");
    std::fs::create_dir_all(&folder).expect("target/ can be written to");
    for entry in std::fs::read_dir(dist()).expect("the page is built").flatten() {
        if entry.path().is_file() {
            std::fs::copy(entry.path(), folder.join(entry.file_name())).expect("a file can be copied");
        }
    }
    let index = folder.join("index.html");
    let html = std::fs::read_to_string(&index).expect("the page is there");
    let refused = html.replacen(" 'wasm-unsafe-eval'", "", 1);
    assert_ne!(html, refused);
    std::fs::write(index, refused).expect("a file can be written there");
    folder
}

/// What a reader has set is seen before the engine runs.
#[test]
fn settings_are_seen_at_once() {
    browse_in(&dist(), |page| {
        page.open("start");
        set(page, "theme:dark");
        set(page, "furigana:hidden");
        page.before_every_page("delete window.WebAssembly");
        page.load(DOCUMENT);
        page.wait_for("html[data-theme='dark'][data-furigana='hidden'] .still");
    });
}
