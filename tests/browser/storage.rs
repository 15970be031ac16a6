//! What is kept is kept: through a killed browser, and from two tabs at once. A browser that refuses storage: the page
//! works all the same, and says so.

use std::path::PathBuf;

use serde_json::json;

use crate::harness::{Key, Page, Server, Turn, browse, required, target};
use crate::quiz::answers_kept;
use crate::views::set;

/// As in a sandboxed frame: touching storage throws.
const REFUSE: &str = "
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } });";

#[test]
fn refused_from_the_start() {
    browse(|page| {
        page.before_every_page(REFUSE);
        page.open("start");
        page.wait_for(".doors");
        assert_eq!(
            page.js(
                "try { return String(localStorage) } catch (error) { return error.name }",
                json!([])
            ),
            json!("SecurityError")
        );
        set(page, "theme:dark");
        page.wait_for("html[data-theme='dark']");
        page.visit("record");
        page.wait_for_text("#storage", "保存できない");
        page.visit("quiz/paper?seed=3&n=1&kinds=true-false");
        page.wait_for("#stem");
        page.type_text("1");
        page.wait_for(".why");
        page.wait_for_focus("[data-press='next']");
        page.press(Key::Enter);
        page.visit("record");
        page.wait_for_text("#record-sum", "1回");
        page.wait_for_text("#storage", "閉じると消える");
    });
}

/// The database opens only with an error, as on a full disk.
#[test]
fn refused_when_opened() {
    browse(|page| {
        page.before_every_page("indexedDB.open = () => { throw new DOMException('full', 'QuotaExceededError'); };");
        page.open("record");
        page.wait_for_text("#storage", "保存できない");
    });
}

/// Tells when an answer is safe, as the page is told: when its transaction is complete.
const TELL_WHEN_KEPT: &str = "
    const make = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...how) {
      const made = make.apply(this, how);
      if (made.mode === 'readwrite') made.addEventListener('complete', () => dispatchEvent(new Event('kept')));
      return made;
    };";

/// Gives an answer and returns as soon as it is safe.
const ANSWER: &str = "
    const kept = new Promise(done => addEventListener('kept', done, { once: true }));
    document.querySelector('.option').click();
    await kept";

/// How often the browser is killed.
const KILLS: u64 = 50;

#[test]
fn no_answer_is_lost_when_the_browser_is_killed() {
    let _turn = Turn::take();
    let profile = fresh_folder("killed-profile");
    let mut server = Server::start(required("YOMIKURABE_DIST").as_ref());
    for answered in 0..KILLS {
        let page = Page::start_with_profile(&profile, server);
        page.before_every_page(TELL_WHEN_KEPT);
        page.open(&format!("quiz/paper?seed={answered}&n=3&kinds=true-false"));
        assert_eq!(
            answers_kept(&page),
            answered,
            "after {answered} answers and as many kills"
        );
        page.wait_for(".option");
        page.js_async(ANSWER, json!([]));
        server = page.kill();
    }
    let page = Page::start_with_profile(&profile, server);
    page.open("record");
    page.wait_for_text("#record-sum", &format!("{KILLS}回"));
}

fn fresh_folder(name: &str) -> PathBuf {
    let folder = target().join(name);
    std::fs::remove_dir_all(&folder).ok();
    std::fs::create_dir_all(&folder).expect("target/ can be written to");
    folder
}

/// How many answers each of two tabs gives.
const EACH: u64 = 500;

/// Answers paper after paper, as fast as the page goes.
const ANSWER_ALL: &str = "
    const [each, first] = arguments;
    const turn = () => new Promise(done => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
    const until = async css => { let found; while (!(found = document.querySelector(css))) await turn(); return found; };
    window.answered = 0;
    (async () => {
      for (let seed = first; ; seed += 1) {
        location.hash = 'quiz/paper?n=20&kinds=true-false&seed=' + seed;
        await until('.option:not([disabled])');
        while (document.querySelector('.option')) {
          if (answered === each) return;
          const kept = new Promise(done => addEventListener('kept', done, { once: true }));
          (await until('.option:not([disabled])')).click();
          await kept;
          answered += 1;
          (await until(\"[data-press='next'], [data-press='finish']\")).click();
          while (document.querySelector('.option[disabled]')) await turn();
        }
      }
    })();";

#[test]
fn no_answer_is_lost_when_two_tabs_answer_together() {
    browse(|page| {
        let tabs = [page.tab(), page.new_window()];
        for (tab, seed) in tabs.iter().zip([1_000, 2_000]) {
            page.go_to(tab);
            page.before_every_page(TELL_WHEN_KEPT);
            page.open("quiz");
            page.js(ANSWER_ALL, json!([EACH, seed]));
        }
        for tab in &tabs {
            page.go_to(tab);
            page.js_async(
                "const end = Date.now() + 120_000;
                 while (window.answered < args[0] && Date.now() < end) await new Promise(done => setTimeout(done, 50));",
                json!([EACH]),
            );
            assert_eq!(
                page.js("return window.answered", json!([])),
                json!(EACH),
                "all are given"
            );
        }
        assert_eq!(answers_kept(page), 2 * EACH);
    });
}
