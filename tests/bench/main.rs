//! The benchmarks, in a real browser: linking and search beside JavaScript's own means, scheduling beside `ts-fsrs`, presses
//! on a slow processor, opening the page, popups and elements in pages of others, and the page with a long log. `cargo xtask bench` builds
//! what they need; they print a table and write `target/bench.json`.

mod annotate;
#[path = "../bundled/mod.rs"]
mod bundled;
mod corpus;
mod element;
#[path = "../browser/harness/mod.rs"]
mod harness;
mod log;
mod page;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use harness::{browse_in, required, target};

/// One line of the table.
struct Line {
    what: &'static str,
    /// Milliseconds in the middle.
    median: f64,
    /// Milliseconds at worst, or of the means beside which this was measured.
    beside: f64,
    /// What `beside` is.
    named: &'static str,
    /// The words of the target, and whether it is met.
    goal: Option<(String, bool)>,
}

#[test]
fn benchmarks() {
    let dist = required("YOMIKURABE_DIST");
    let mut lines = Vec::new();
    browse_in(&engine_folder(), |page| {
        page.open("");
        lines.extend(linking(&page.js_async("return link(9)", json!([]))));
        lines.extend(searching(&page.js_async("return search(10)", json!([]))));
        lines.push(scheduling(&page.js_async("return schedule(5)", json!([]))));
    });
    browse_in(Path::new(&dist), |page| {
        lines.extend(page::opening(page));
        lines.extend(page::presses(page));
        lines.extend(annotate::annotating(page));
    });
    browse_in(Path::new(&dist), |page| lines.extend(log::with_a_long_log(page)));
    lines.extend(element::embedding(Path::new(&dist)));
    for line in &lines {
        println!("{}", line.written());
    }
    let report: Vec<Value> = lines.iter().map(Line::as_json).collect();
    let file = target().join("bench.json");
    let json = serde_json::to_string_pretty(&report).expect("it is JSON");
    fs::write(&file, json).expect("target/ can be written to");
    println!("written to {}", file.display());
    let missed: Vec<&str> = lines
        .iter()
        .filter(|line| !line.is_met())
        .map(|line| line.what)
        .collect();
    assert!(missed.is_empty(), "targets missed: {}", missed.join(", "));
}

/// A folder with the measuring page: the wasm module that xtask has built, the text, and the script that runs both sides.
fn engine_folder() -> PathBuf {
    let folder = target().join("tmp").join("bench");
    fs::create_dir_all(&folder).expect("target/tmp can be written to");
    let put = |name: &str, content: &[u8]| fs::write(folder.join(name), content).expect("a file can be written there");
    for built in ["measure.js", "measure_bg.wasm"] {
        let file = Path::new(&required("YOMIKURABE_MEASURE")).join(built);
        put(
            built,
            &fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())),
        );
    }
    let peer = PathBuf::from(required("YOMIKURABE_TS_FSRS"));
    put(
        "ts-fsrs.js",
        &fs::read(&peer).unwrap_or_else(|error| panic!("{}: {error}", peer.display())),
    );
    put("corpus.json", corpus::corpus().to_string().as_bytes());
    put("engine.js", include_bytes!("engine.js"));
    let page =
        "<!DOCTYPE html><meta charset=utf-8><link rel=icon href='data:,'><script type=module src=engine.js></script>";
    put("index.html", page.as_bytes());
    folder
}

fn linking(measured: &Value) -> Vec<Line> {
    let number = |key: &str| measured[key].as_f64().expect("a number");
    println!(
        "linking: {} links of ours, {} matches of the regular expression, in {} documents for {} terms",
        number("links"),
        number("hits"),
        corpus::DOCUMENTS,
        corpus::TERMS
    );
    let ratio = number("expression") / number("engine");
    let goal = Some((format!("{ratio:.1} times as fast, 3 wanted"), ratio >= 3.0));
    vec![
        Line {
            what: "linking 3 million characters",
            median: number("engine"),
            beside: number("expression"),
            named: "RegExp",
            goal,
        },
        Line {
            what: "building the linker",
            median: number("building"),
            beside: f64::NAN,
            named: "",
            goal: None,
        },
    ]
}

fn searching(measured: &Value) -> Vec<Line> {
    let number = |key: &str| measured[key].as_f64().expect("a number");
    println!(
        "search: {} queries, {} documents found ({} by String.includes), recall {}, precision {}",
        corpus::QUERIES,
        number("found"),
        number("plain"),
        number("recall"),
        number("precision")
    );
    let ratio = number("engine") / number("includes");
    let exact = number("recall") == 1.0 && number("precision") == 1.0;
    let goal = Some((format!("{ratio:.2} times its time, 2 allowed"), ratio <= 2.0 && exact));
    vec![
        Line {
            what: "a search",
            median: number("engine"),
            beside: number("includes"),
            named: "includes",
            goal,
        },
        Line {
            what: "the slowest search",
            median: number("worst"),
            beside: number("worstIncludes"),
            named: "includes",
            goal: None,
        },
        Line {
            what: "folding 3 million characters",
            median: number("building"),
            beside: f64::NAN,
            named: "",
            goal: None,
        },
    ]
}

fn scheduling(measured: &Value) -> Line {
    let number = |key: &str| measured[key].as_f64().expect("a number");
    let (ours, theirs) = (number("ours"), number("theirs"));
    println!("scheduling: stabilities of {ours:.3} days in all, {theirs:.3} by ts-fsrs");
    let ratio = number("peer") / number("engine");
    // The same work: ts-fsrs rounds each stability to eight decimals.
    let is_same = (ours - theirs).abs() <= 1e-4 * theirs;
    Line {
        what: "scheduling 100,000 answers",
        median: number("engine"),
        beside: number("peer"),
        named: "ts-fsrs",
        goal: Some((format!("{ratio:.1} times as fast, 3 wanted"), ratio >= 3.0 && is_same)),
    }
}

impl Line {
    fn written(&self) -> String {
        let goal = match &self.goal {
            Some((words, true)) => format!("{words}: met"),
            Some((words, false)) => format!("{words}: MISSED"),
            None => String::new(),
        };
        let beside = match self.named {
            "" => String::new(),
            named => format!("{:8.2} {named}", self.beside),
        };
        format!("{:<44}{:8.2} ms  {beside:<20}  {goal}", self.what, self.median)
    }

    fn is_met(&self) -> bool {
        self.goal.as_ref().is_none_or(|(_, met)| *met)
    }

    fn as_json(&self) -> Value {
        json!({
            "what": self.what,
            "median_ms": self.median,
            "beside_ms": self.beside.is_finite().then_some(self.beside),
            "beside": self.named,
            "goal": self.goal.as_ref().map(|(words, _)| words),
            "met": self.is_met(),
        })
    }
}
