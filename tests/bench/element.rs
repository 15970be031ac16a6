//! The element `<yomi-kurabe>` in pages of others: an empty one beside the bare page, and what a second element costs.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::Line;
use crate::harness::{Hosting, Page, Server, browse_in, target};
use crate::page::median;

/// How many times the bare page's time an empty host page may take until its element is ready.
const TIMES: f64 = 1.3;
/// Milliseconds that a second element may take of the host's main thread.
const SECOND: f64 = 5.0;
/// How often each is measured.
const ROUNDS: usize = 9;

/// As a host serves files whose names change with what is in them.
const CACHED: Hosting = Hosting {
    mount: "/yomi/",
    headers: "Cache-Control: max-age=31536000, immutable\r\n",
    sandbox: "",
};

/// Both figures. The host is another site, as course systems are: then the frames run in a process of their own.
pub fn embedding(dist: &Path) -> Vec<Line> {
    let ours = Server::start_as(dist, CACHED);
    let mut lines = Vec::new();
    browse_in(&host_folder(&ours.address()), |page| {
        lines.push(ready(page, &ours));
        lines.push(second(page, &ours));
    });
    lines
}

/// A folder with a page that has nothing but the element's script in it, which tells when the first element is ready.
fn host_folder(ours: &str) -> PathBuf {
    let folder = target().join("tmp").join("bench-host");
    fs::create_dir_all(&folder).expect("target/tmp can be written to");
    let html = |body: &str| {
        format!(
            "<!DOCTYPE html><meta charset=utf-8><title>Kurs</title><link rel=icon href=data:,><body>\
             <script>addEventListener('yomi-ready', () => window.readyAt ??= performance.now())</script>\
             <script src={ours}embed-host.js></script>{body}"
        )
    };
    let put = |name: &str, html: String| fs::write(folder.join(name), html).expect("a file can be written there");
    put("one.html", html("<yomi-kurabe view=compare></yomi-kurabe>"));
    folder
}

/// The host page by a name that is another site than ours.
fn host(page: &Page) -> String {
    format!("{}one.html", page.server.address().replace("127.0.0.1", "localhost"))
}

fn ready(page: &Page, ours: &Server) -> Line {
    page.before_every_page(
        "new MutationObserver(() => {
           if (window === top && document.documentElement?.hasAttribute('data-ready')) window.readyAt ??= performance.now();
         }).observe(document, { subtree: true, childList: true, attributes: true });",
    );
    let bare = format!("{}index.html#compare", ours.address());
    let time = |url: &str| {
        page.go("about:blank");
        page.go(url);
        page.wait("it is ready", "window.readyAt");
        page.js("return readyAt", json!([])).as_f64().expect("a time")
    };
    let (mut alone, mut hosted) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        alone.push(time(&bare));
        hosted.push(time(&host(page)));
    }
    let (alone, hosted) = (median(alone), median(hosted));
    let ratio = hosted / alone;
    Line {
        what: "an element in an empty page",
        median: hosted,
        beside: alone,
        named: "the page",
        goal: Some((format!("{ratio:.2} times, {TIMES} allowed"), ratio <= TIMES)),
    }
}

/// Times what the element does: put into the page, with the layout that it causes, and hearing its frame.
const TIMED: &str = "
    const slot = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
    self.cost = 0;
    Object.defineProperty(MessagePort.prototype, 'onmessage', { set(hear) {
      slot.set.call(this, event => {
        const begun = performance.now();
        hear(event);
        cost += performance.now() - begun;
      });
    } });
    const element = document.createElement('yomi-kurabe');
    element.setAttribute('view', 'timeline');
    const ready = new Promise(done => element.addEventListener('yomi-ready', done));
    const begun = performance.now();
    document.body.prepend(element);
    document.body.offsetHeight;
    cost += performance.now() - begun;
    await ready;
    return cost";

/// What a second element does until it is ready, beside all that the host's thread does meanwhile: most of that is the
/// browser's own, as for any frame.
fn second(page: &Page, ours: &Server) -> Line {
    page.devtools("Performance.enable", json!({}));
    let (mut costs, mut all) = (Vec::new(), Vec::new());
    let mut downloads = 0;
    for _ in 0..ROUNDS {
        page.go(&host(page));
        page.wait("the first one is ready", "window.readyAt");
        let (asked, before) = (ours.asked().len(), spent(page));
        costs.push(page.js_async(TIMED, json!([])).as_f64().expect("a time"));
        all.push(spent(page) - before);
        downloads = downloads.max(ours.asked().len() - asked);
    }
    let cost = median(costs);
    Line {
        what: "a second element, what it does",
        median: cost,
        beside: median(all),
        named: "the thread",
        goal: Some((
            format!("within {SECOND} ms, {downloads} downloads of 0"),
            cost <= SECOND && downloads == 0,
        )),
    }
}

/// Milliseconds that the page's main thread has been busy.
fn spent(page: &Page) -> f64 {
    let metrics = page.devtools("Performance.getMetrics", json!({}));
    let all = metrics["metrics"].as_array().into_iter().flatten();
    let busy = all.clone().find(|metric| metric["name"] == Value::from("TaskDuration"));
    busy.and_then(|metric| metric["value"].as_f64()).expect("a time") * 1000.0
}
