//! The built page with 100,000 answers in its log.

use serde_json::{Value, json};

use crate::Line;
use crate::harness::Page;
use crate::page::{SOMEBODY, median};

/// Answers in the log.
const ANSWERS: u32 = 100_000;
/// Milliseconds within which the page must be ready.
const START: f64 = 300.0;
/// Milliseconds within which the next question must stand in the page.
const NEXT: f64 = 16.0;
/// How often each thing is measured.
const TIMES: usize = 10;

/// Fills the data base as so many answers would.
const FILL: &str = "
    const pack = JSON.parse(document.getElementById('pack').textContent);
    const items = [...pack.questions.map(one => one.id), ...pack.terms.flatMap(one => ['gen-term-' + one.id, 'gen-gloss-' + one.id])];
    const base = await new Promise(done => { const asked = indexedDB.open('yomikurabe.' + pack.id); asked.onsuccess = () => done(asked.result); });
    const change = base.transaction('log', 'readwrite'), store = change.objectStore('log'), now = Date.now();
    let state = 1;
    const lot = end => (state = (state * 48271) % 2147483647) % end;
    for (let nth = 0; nth < args[0]; nth += 1) {
      const id = Array.from({ length: 8 }, () => lot(65536).toString(16).padStart(4, '0')).join('');
      const right = lot(10) > 1, at = now - 86_400_000 - (args[0] - nth) * 150_000;
      store.put({ id, kind: 'answer', at, item: items[lot(items.length)], pack: pack.id, right, answer: '停戦の監視', elapsed: 3000 + lot(20000), mode: 'practice', rating: right ? 3 : 1 });
    }
    await new Promise(done => change.oncomplete = done);
    base.close();";

/// Answers, waits until the answer is spoken of, and takes the time from the press of the next question until it is drawn.
const NEXT_QUESTION: &str = "
    const until = async css => { let found; while (!(found = document.querySelector(css))) await new Promise(done => setTimeout(done, 1)); return found; };
    (await until('.option:not([disabled])')).click();
    const said = performance.now();
    await until('.learner-after');
    const spoken = performance.now() - said;
    await new Promise(done => setTimeout(done, 50));
    const next = document.querySelector(\"[data-press='next']\"), before = performance.now();
    next.click();
    await until('.option:not([disabled])');
    return [performance.now() - before, spoken];";

/// Opens the record and takes the time until its results are drawn.
const RECORD: &str = "
    const before = performance.now();
    location.hash = 'record';
    while (!document.getElementById('learner-results')) await new Promise(done => setTimeout(done, 1));
    return performance.now() - before";

/// How soon the page is ready, and the next question drawn; what the record and the first answer take.
pub fn with_a_long_log(page: &Page) -> Vec<Line> {
    page.before_every_page(SOMEBODY);
    page.before_every_page(
        "new MutationObserver(() => {
           if (document.documentElement?.hasAttribute('data-ready')) window.readyAt ??= performance.now();
         }).observe(document, { subtree: true, childList: true, attributes: true });",
    );
    page.open("quiz");
    page.js_async(FILL, json!([ANSWERS]));
    let number = |value: Value| value.as_f64().expect("milliseconds");
    let starts = (0..TIMES).map(|_| {
        page.open("start");
        number(page.js("return readyAt", json!([])))
    });
    let starts: Vec<f64> = starts.collect();
    let records: Vec<f64> = (0..3)
        .map(|_| {
            page.open("start");
            number(page.js_async(RECORD, json!([])))
        })
        .collect();
    page.open(&format!("quiz/paper?seed=5&n={}&kinds=true-false", TIMES + 1));
    page.wait_for("#stem");
    let questions: Vec<(f64, f64)> = (0..TIMES)
        .map(|_| serde_json::from_value(page.js_async(NEXT_QUESTION, json!([]))).expect("two times"))
        .collect();
    let (nexts, spoken): (Vec<f64>, Vec<f64>) = questions.into_iter().unzip();
    let line = |what: &'static str, times: Vec<f64>, most: Option<f64>| {
        let (worst, median) = (times.iter().copied().fold(0.0, f64::max), median(times));
        let goal = most.map(|most| (format!("within {most} ms"), median <= most));
        Line {
            what,
            median,
            beside: worst,
            named: "at worst",
            goal,
        }
    };
    vec![
        line("100,000 answers: start", starts, Some(START)),
        line("100,000 answers: the next question", nexts, Some(NEXT)),
        line("100,000 answers: when it comes again", spoken, None),
        line("100,000 answers: the record", records, None),
    ]
}
