//! The element `<yomi-kurabe>` in pages of others: an empty one beside the bare page, and what a second element costs.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::Line;
use crate::harness::{Hosting, Page, Server, browse_in, target};
use crate::page::{SOMEBODY, median};

/// How many times the bare page's time an empty host page may take until its element is ready.
const TIMES: f64 = 1.3;
/// Milliseconds that a second element may take beyond a plain frame.
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
    page.before_every_page(SOMEBODY);
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

/// Times putting a plain frame of the same address into the page, then the element, with the layouts that they cause; then what
/// the element does when its frame tells something.
const TIMED: &str = "
    const slot = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
    let hearing = 0;
    Object.defineProperty(MessagePort.prototype, 'onmessage', { set(hear) {
      slot.set.call(this, event => {
        const begun = performance.now();
        hear(event);
        hearing += performance.now() - begun;
      });
    } });
    const put = one => {
      const begun = performance.now();
      document.body.prepend(one);
      document.body.offsetHeight;
      return performance.now() - begun;
    };
    const frame = async () => {
      const one = document.createElement('iframe');
      one.loading = 'lazy';
      one.src = args[0];
      const cost = put(one);
      await new Promise(done => one.addEventListener('load', done));
      return cost;
    };
    const element = async () => {
      const one = document.createElement('yomi-kurabe');
      one.setAttribute('view', 'timeline');
      const ready = new Promise(done => one.addEventListener('yomi-ready', done));
      const cost = put(one);
      await ready;
      return cost + hearing;
    };
    // Whichever comes first is dearer.
    if (args[1] === 1) return [await element(), await frame()];
    const plain = await frame();
    return [await element(), plain]";

/// What a second element takes until it is ready, beside a plain frame, which takes the browser some milliseconds by itself.
fn second(page: &Page, ours: &Server) -> Line {
    let plain = format!("{}index.html?embed#timeline", ours.address());
    let (mut element, mut frame) = (Vec::new(), Vec::new());
    let mut downloads = 0;
    for round in 0..ROUNDS {
        page.go(&host(page));
        page.wait("the first one is ready", "window.readyAt");
        let asked = ours.asked().len();
        let times = page.js_async(TIMED, json!([plain, round % 2]));
        element.push(times[0].as_f64().expect("a time"));
        frame.push(times[1].as_f64().expect("a time"));
        // The addresses of both are new in the first round.
        let again = ours
            .asked()
            .split_off(asked)
            .into_iter()
            .filter(|file| !file.contains("index.html"));
        downloads = downloads.max(again.count());
        assert!(
            round == 0 || ours.asked().len() == asked,
            "asked again: {:?}",
            ours.asked().split_off(asked)
        );
    }
    let (element, frame) = (median(element), median(frame));
    let more = element - frame;
    Line {
        what: "a second element",
        median: element,
        beside: frame,
        named: "a frame",
        goal: Some((
            format!("{more:.1} ms more, {SECOND} allowed, {downloads} downloads, 0 allowed"),
            more <= SECOND && downloads == 0,
        )),
    }
}
