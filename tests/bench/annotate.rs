//! Popups on the terms of a host page of 100,000 characters.

use serde_json::{Value, json};

use crate::Line;
use crate::harness::Page;

/// Milliseconds within which the page is looked through and what is near the window bears its popups, and which no task may exceed.
const READY: f64 = 100.0;
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
    const ready = [], jumps = [], spans = [], before = article.innerHTML, last = article.lastElementChild;
    let words = 0;
    for (let round = 0; round < 9; round++) {
      scrollTo(0, 0);
      await rest();
      const begun = performance.now();
      const made = kit.annotate(article, { occurrences: 'every' });
      await made.ready;
      ready.push(performance.now() - begun);
      words = made.count;
      await rest();
      const jumped = performance.now();
      last.scrollIntoView();
      while (!last.querySelector('yomi-term')) await new Promise(requestAnimationFrame);
      jumps.push(performance.now() - jumped);
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
    return { ready: middle(ready), jump: middle(jumps), longest, words, same: article.innerHTML === before }";

/// How long it takes until the page is looked through and what is near the window bears its popups, how long until the words at
/// the end of the page do after a jump there, and the longest task of all that.
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
        goal,
    };
    let ready = number("ready");
    let goal = format!("within {READY} ms, no task over {TASK}");
    vec![
        line(
            "annotating 100,000 characters",
            ready,
            Some((goal, ready <= READY && longest <= TASK)),
        ),
        line("a jump to their end, until it has its popups", number("jump"), None),
    ]
}
