//! The built page on a slow processor: how soon it is open, how soon a press is answered.

use serde_json::{Value, json};

use crate::Line;
use crate::harness::Page;

/// How many times slower than this machine.
const SLOWER: u32 = 4;
/// Milliseconds within which a press must be answered.
const AT_ONCE: f64 = 50.0;
/// How often each thing is measured.
const TIMES: usize = 20;

/// Somebody moves the pointer as soon as there is something to be seen: the engine waits for a sign of a reader.
pub const SOMEBODY: &str = "
    const moving = setInterval(() => {
      if (document.documentElement?.hasAttribute('data-ready')) clearInterval(moving);
      else if (performance.getEntriesByName('first-contentful-paint').length) dispatchEvent(new PointerEvent('pointermove'));
    }, 8);";

/// From the request to the text, and to the page that answers.
pub fn opening(page: &Page) -> Vec<Line> {
    page.before_every_page(SOMEBODY);
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

/// From a press of the mouse to the end of the frame that shows its answer, on a slow processor. As a person does, the
/// pointer comes first, rests for a moment and goes down.
pub fn presses(page: &Page) -> Vec<Line> {
    page.slow_down(SLOWER);
    page.open("doc/paris-declaration");
    let word = "const word = document.querySelectorAll('.text .term')[at]; word.scrollIntoView({ block: 'center' }); return word";
    let popup = press(page, "opening a popup", word, Page::press_slowly);
    let unannounced = press(page, "opening it without a pointer before", word, |page, word| {
        page.js("arguments[0].click()", json!([word]));
    });
    page.open("compare");
    page.click("details.filters > summary");
    let tick = "return document.querySelectorAll(\"input[data-input='tick:docs']\")[at % 5].closest('label')";
    let filter = press(page, "changing a filter of the matrix", tick, Page::press_slowly);
    page.open(&format!(
        "quiz/paper?seed=5&n={}&kinds=true-false,who-said,basis",
        TIMES + 1
    ));
    page.wait_for("#stem");
    let next = "document.querySelector('.option').click(); await rest(); return document.querySelector(\"[data-press='next']\")";
    let next = press(page, "the next question", next, Page::press_slowly);
    page.slow_down(1);
    let goal = |line: Line| Line {
        goal: Some((
            format!("within {AT_ONCE} ms, four times slower"),
            line.median <= AT_ONCE,
        )),
        ..line
    };
    vec![goal(popup), unannounced, goal(filter), goal(next)]
}

/// Presses what `target` returns, so many times. Counted from the moment that the browser gives the press; the page has
/// drawn its answer before the frame begins, and the message comes when the frame's layout and paint are done.
fn press(page: &Page, what: &'static str, target: &str, act: fn(&Page, &Value)) -> Line {
    let ready = format!(
        "const rest = () => new Promise(resolve => setTimeout(resolve, 150)), [at] = args;
         const target = await (async () => {{ {target} }})();
         await rest();
         const {{ port1, port2 }} = new MessageChannel();
         window.answered = new Promise(resolve => addEventListener('click', pressed => {{
           port1.onmessage = () => resolve(performance.now() - pressed.timeStamp);
           requestAnimationFrame(() => port2.postMessage(0));
         }}, {{ capture: true, once: true }}));
         return target"
    );
    let away = "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))";
    let once = |at| {
        let target = page.js_async(&ready, json!([at]));
        act(page, &target);
        let took = page.js_async("return await window.answered", json!([]));
        page.js(away, json!([]));
        page.move_mouse(1, 1);
        took.as_f64().expect("milliseconds")
    };
    let times: Vec<f64> = (0..TIMES).map(once).collect();
    Line {
        what,
        beside: times.iter().copied().fold(0.0, f64::max),
        median: median(times),
        named: "at worst",
        goal: None,
    }
}

/// The one in the middle.
pub fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
