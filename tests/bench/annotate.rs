//! Popups on the terms of a host page of 100,000 characters.

use serde_json::{Value, json};

use crate::Line;
use crate::harness::Page;

/// Milliseconds within which what is seen bears its popups, and which no task may exceed until all does.
const SHOWN: f64 = 100.0;
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
    const shown = [], ready = [], spans = [], before = article.innerHTML;
    let words = 0;
    for (let round = 0; round < 9; round++) {
      const begun = performance.now();
      const made = kit.annotate(article, { occurrences: 'every' });
      await made.shown;
      shown.push(performance.now() - begun);
      await made.ready;
      ready.push(performance.now() - begun);
      words = made.count;
      await rest();
      // With the drawing that follows, and without the undoing.
      spans.push([begun, performance.now()]);
      await rest();
      made.undo();
      await rest();
      await rest();
    }
    const ours = tasks.filter(task => spans.some(([begun, ended]) => task.startTime < ended && task.startTime + task.duration > begun));
    const longest = Math.max(0, ...ours.map(task => task.duration));
    const middle = times => times.sort((a, b) => a - b)[4];
    return { shown: middle(shown), ready: middle(ready), longest, words, same: article.innerHTML === before }";

/// How long it takes until what is seen bears its popups, then all of the page, and the longest task of it.
pub fn annotating(page: &Page) -> Vec<Line> {
    page.open("start");
    let measured = page.js_async(MEASURE, json!([]));
    assert_eq!(measured["same"], Value::Bool(true), "undone without a trace");
    let number = |key: &str| measured[key].as_f64().expect("a time");
    let longest = number("longest");
    println!("annotate: {} words in 100,000 characters", measured["words"]);
    let line = |what, median, goal| Line {
        what,
        median,
        beside: longest,
        named: "longest task",
        goal: Some(goal),
    };
    let shown = number("shown");
    vec![
        line(
            "annotating 100,000 characters: what is seen",
            shown,
            (format!("within {SHOWN} ms"), shown <= SHOWN),
        ),
        line(
            "annotating 100,000 characters: all of it",
            number("ready"),
            (format!("no task over {TASK} ms"), longest <= TASK),
        ),
    ]
}
