//! Popups on the terms of a host page of 100,000 characters.

use serde_json::{Value, json};

use crate::Line;
use crate::harness::Page;

/// Milliseconds within which it is done, and which no task of it may exceed.
const DONE: f64 = 100.0;
const TASK: f64 = 50.0;

/// Paragraphs of the pack's definitions, 100,000 characters of them, annotated and given back nine times.
const MEASURE: &str = "
    const { open } = await import(new URL('yomikurabe.js', location));
    const kit = await open();
    const sentences = kit.glossary().flatMap(entry => entry.says.map(sentence => sentence.text));
    const article = document.createElement('article');
    for (let length = 0, at = 0; length < 100000; at += 3) {
      const p = document.createElement('p');
      p.textContent = [0, 1, 2].map(next => sentences[(at + next) % sentences.length]).join('');
      length += p.textContent.length;
      article.append(p);
    }
    document.body.append(article);
    const rest = () => new Promise(done => setTimeout(done, 100));
    await rest();
    const tasks = [];
    new PerformanceObserver(list => tasks.push(...list.getEntries())).observe({ type: 'longtask' });
    const times = [], spans = [], before = article.innerHTML;
    let words = 0;
    for (let round = 0; round < 9; round++) {
      const begun = performance.now();
      const made = await kit.annotate(article, { occurrences: 'every' }).ready;
      times.push(performance.now() - begun);
      words = made.count;
      await rest();
      // With the drawing that follows, and without the undoing.
      spans.push([begun, performance.now()]);
      made.undo();
      await rest();
    }
    const ours = tasks.filter(task => spans.some(([begun, ended]) => task.startTime < ended && task.startTime + task.duration > begun));
    const longest = Math.max(0, ...ours.map(task => task.duration));
    return { times: times.sort((a, b) => a - b), longest, words, same: article.innerHTML === before }";

/// How long it takes, and the longest task of it.
pub fn annotating(page: &Page) -> Line {
    page.open("start");
    let measured = page.js_async(MEASURE, json!([]));
    assert_eq!(measured["same"], Value::Bool(true), "undone without a trace");
    let (median, longest) = (measured["times"][4].as_f64(), measured["longest"].as_f64());
    let (median, longest) = (median.expect("a time"), longest.expect("a time"));
    println!("annotate: {} words in 100,000 characters", measured["words"]);
    Line {
        what: "annotating 100,000 characters",
        median,
        beside: longest,
        named: "longest task",
        goal: Some((
            format!("within {DONE} ms, no task over {TASK}"),
            median <= DONE && longest <= TASK,
        )),
    }
}
