//! The built page on a slow processor: how soon it is open, how soon a press is answered.

use serde_json::json;

use crate::Line;
use crate::harness::Page;

/// How many times slower than this machine.
const SLOWER: u32 = 4;
/// Milliseconds within which a press must be answered.
const AT_ONCE: f64 = 50.0;
/// How often each thing is measured.
const TIMES: usize = 20;

/// From the request to the text, and to the page that answers.
pub fn opening(page: &Page) -> Vec<Line> {
    page.before_every_page(
        "new MutationObserver(() => {
           if (document.documentElement?.hasAttribute('data-ready')) window.readyAt ??= performance.now();
         }).observe(document, { subtree: true, childList: true, attributes: true });",
    );
    page.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
    let mut lines = Vec::new();
    for (times, what) in [(1, "opening a document"), (SLOWER, "opening it, four times slower")] {
        page.slow_down(times);
        let times: Vec<[f64; 2]> = (0..10).map(|_| open_once(page)).collect();
        let ready = times.iter().map(|[ready, _]| *ready).collect();
        let painted = times.iter().map(|[_, painted]| *painted).collect();
        lines.push(Line {
            what,
            median: median(ready),
            beside: median(painted),
            named: "first paint",
            goal: None,
        });
    }
    page.slow_down(1);
    lines
}

fn open_once(page: &Page) -> [f64; 2] {
    page.open("doc/paris-declaration");
    page.wait(
        "something is painted",
        "performance.getEntriesByName('first-contentful-paint').length",
    );
    let script = "return [readyAt, performance.getEntriesByName('first-contentful-paint')[0].startTime]";
    serde_json::from_value(page.js(script, json!([]))).expect("two times")
}

/// From an event to the end of the frame that shows its answer, on a slow processor. The page has drawn its answer before
/// that frame begins; the message comes when its layout and paint are done.
pub fn presses(page: &Page) -> Vec<Line> {
    page.slow_down(SLOWER);
    page.open("doc/paris-declaration");
    let word = "const word = document.querySelectorAll('.text .term')[at]; word.scrollIntoView({ block: 'center' }); return word";
    let escape = "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))";
    let popup = press(page, "opening a popup", word, escape);
    page.open("compare");
    page.click("details.filters > summary");
    let tick = "return document.querySelectorAll(\"input[data-input='tick:docs']\")[at % 5]";
    let filter = press(page, "changing a filter of the matrix", tick, "");
    page.open(&format!(
        "quiz/paper?seed=5&n={}&kinds=true-false,who-said,basis",
        TIMES + 1
    ));
    page.wait_for("#stem");
    let next = "document.querySelector('.option').click(); await rest(); return document.querySelector(\"[data-press='next']\")";
    let next = press(page, "the next question", next, "");
    page.slow_down(1);
    vec![popup, filter, next]
}

/// Presses what `target` returns, so many times; `settle` is done after each.
fn press(page: &Page, what: &'static str, target: &str, settle: &str) -> Line {
    let body = format!(
        "const frame = () => new Promise(resolve => requestAnimationFrame(() => {{
           const {{ port1, port2 }} = new MessageChannel();
           port1.onmessage = resolve;
           port2.postMessage(0);
         }}));
         const rest = () => new Promise(resolve => setTimeout(resolve, 100));
         const times = [];
         for (let at = 0; at < {TIMES}; at += 1) {{
           const target = await (async () => {{ {target} }})();
           await rest();
           const began = performance.now();
           target.click();
           await frame();
           times.push(performance.now() - began);
           {settle};
           await rest();
         }}
         return times"
    );
    let times: Vec<f64> = serde_json::from_value(page.js_async(&body, json!([]))).expect("a list of times");
    let worst = times.iter().copied().fold(0.0, f64::max);
    let median = median(times);
    let goal = Some((format!("within {AT_ONCE} ms, four times slower"), median <= AT_ONCE));
    Line {
        what,
        median,
        beside: worst,
        named: "at worst",
        goal,
    }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
