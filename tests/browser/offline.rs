//! Without a network, and from one version to the next.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::harness::{Key, Page, Scheme, browse_in, required, target};
use crate::quiz::answers_kept;
use crate::views::{CARD, DOCUMENT};

/// The line that offers a version.
const NEWS: &str = "#news .notice";
/// Its buttons.
const TAKE: &str = "#news button:nth-of-type(1)";
const LATER: &str = "#news button:nth-of-type(2)";

#[test]
fn works_without_a_network_in_a_sub_folder() {
    browse_in(&dist(), without_a_network);
}

#[test]
fn works_without_a_network_in_the_root() {
    browse_in(&dist(), |page| {
        page.server.move_to_root();
        without_a_network(page);
    });
}

fn without_a_network(page: &Page) {
    page.open("start");
    wait_until_kept(page);
    page.assert_only_own_requests();
    page.server.go_away();
    let offline = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
    page.devtools("Network.emulateNetworkConditions", offline);
    page.open(DOCUMENT);
    page.click(".text .term");
    page.wait_for(CARD);
    page.open("compare");
    page.click(".matrix .cell");
    page.wait_for(".saying");
    page.open(PAPER);
    answer(page);
    page.reload();
    page.wait_for("#stem");
    assert_eq!(answers_kept(page), 1);
    page.open("doc/paris-declaration/p30");
    page.wait_for("p[data-p='30']");
    page.js("location.href = '?from=mail#term/nato'", json!([]));
    page.wait("another address of the page", "location.search === '?from=mail'");
    page.touch();
    page.wait_for("html[data-ready] main h1");
    page.open("timeline");
    page.click("[data-press='lang:en']");
    page.wait_for_text("kept-part h1", "Timeline");
    page.assert_silent_console();
}

fn dist() -> PathBuf {
    PathBuf::from(required("YOMIKURABE_DIST"))
}

/// A paper of one kind, which one key answers.
const PAPER: &str = "quiz/paper?seed=3&n=9&kinds=true-false";

/// Answers the question that is shown, and waits until that is said to be kept.
#[track_caller]
fn answer(page: &Page) {
    page.wait_for("#stem");
    let before = answers_kept(page);
    page.type_text("1");
    page.wait_for(".why");
    page.wait_here("the answer is kept", || answers_kept(page) == before + 1);
}

/// What stands in the two notes about versions.
fn notes(page: &Page) -> [Value; 2] {
    let script = "const registration = await navigator.serviceWorker.getRegistration();
                  const cacheName = 'yomikurabe ' + registration?.scope;
                  const note = async name => (await caches.match(new URL(name, registration.scope), { cacheName }))?.text();
                  return registration ? [await note('chosen'), await note('newest')] : []";
    let notes = page.js_async(script, json!([]));
    [notes[0].clone(), notes[1].clone()]
}

#[track_caller]
fn wait_until_kept(page: &Page) {
    page.wait_here("the page is kept", || notes(page)[1].is_string());
    page.wait(
        "a worker answers",
        "navigator.serviceWorker.controller?.state === 'activated'",
    );
}

/// A version of the page that bears a number in each of its parts, all of which keep their names.
fn edition(number: u8) -> PathBuf {
    let folder = copy(&dist(), &format!("edition-{number}"));
    for entry in fs::read_dir(&folder).expect("it is there").flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy().into_owned();
        let mut bytes = fs::read(&path).expect("a file can be read");
        match path.extension().and_then(|end| end.to_str()) {
            // Blanks at the end are no part of the data.
            Some("jsonl") => bytes.extend([b' '].repeat(number.into())),
            Some("js") if name.starts_with("yomikurabe-") => {
                bytes.splice(0..0, format!("self.edition={number};").bytes());
            }
            Some("wasm") => bytes.extend([0, 9, 7, b'e', b'd', b'i', b't', b'i', b'o', b'n', number]),
            _ if name == "index.html" => {
                let html = String::from_utf8(bytes).expect("HTML");
                bytes = html
                    .replacen("<html ", &format!("<html data-edition=\"{number}\" "), 1)
                    .into();
            }
            _ => {}
        }
        fs::write(path, bytes).expect("a file can be written");
    }
    press(&folder);
    folder
}

fn copy(from: &Path, name: &str) -> PathBuf {
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("test").replace("::", "-");
    let folder = target().join("tmp").join(test).join(name);
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).expect("target/tmp can be written to");
    for entry in fs::read_dir(from).expect("it is there").flatten() {
        if entry.path().is_file() {
            fs::copy(entry.path(), folder.join(entry.file_name())).expect("a file can be copied");
        }
    }
    folder
}

/// Makes a folder a version.
fn press(folder: &Path) {
    let done = Command::new(env!("CARGO_BIN_EXE_press"))
        .arg("offline")
        .arg(folder)
        .status();
    assert!(done.expect("press starts").success());
}

/// Notes which program the page starts.
const NOTE_PROGRAM: &str = "
    const compile = WebAssembly.compileStreaming;
    WebAssembly.compileStreaming = async (...args) => {
      const module = await compile(...args);
      self.program = new Uint8Array(WebAssembly.Module.customSections(module, 'edition')[0])[0];
      return module;
    };";

/// Every part of the page that is open is of this version.
#[track_caller]
fn is_whole(page: &Page, number: u8) {
    page.touch();
    page.wait(
        "the page is ready",
        "document.documentElement.hasAttribute('data-ready')",
    );
    let parts = "const data = document.getElementById('pack').textContent;
                 return [Number(document.documentElement.dataset.edition), edition, program,
                         data.length - data.trimEnd().length]";
    assert_eq!(page.js(parts, json!([])), json!([number, number, number, number]));
}

/// Lets the page look for a new version, as when its tab comes back to view.
#[track_caller]
fn come_back(page: &Page) {
    page.wait("the page listens", "document.getElementById('news')");
    page.js(
        "document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))",
        json!([]),
    );
}

/// Two tabs have the first version, and a third is still loading it, when the second is deployed and taken over.
#[test]
fn tabs_of_different_age_never_mix_versions() {
    browse_in(&edition(1), |page| {
        let first = page.tab();
        page.before_every_page(NOTE_PROGRAM);
        page.open("start");
        wait_until_kept(page);
        let second = page.new_tab();
        page.before_every_page(NOTE_PROGRAM);
        page.open(PAPER);
        answer(page);
        page.js("self.mark = 'not loaded again'", json!([]));

        page.server.deploy(&edition(2));
        come_back(page);
        page.wait_for_text(NEWS, "新しい版がある");
        page.press(Key::Enter);
        answer(page);
        page.go_to(&first);
        page.wait_for_text(NEWS, "新しい版がある");
        page.open("start");
        is_whole(page, 1);
        page.wait_for_text(NEWS, "新しい版がある");

        let third = page.new_tab();
        page.before_every_page(NOTE_PROGRAM);
        page.before_every_page(PROGRAM_WAITS);
        page.load("start");
        page.wait("the program is there", "self.waiting");

        page.go_to(&first);
        page.click(TAKE);
        page.wait("the second version", "document.documentElement.dataset.edition === '2'");
        is_whole(page, 2);
        assert!(!page.exists(NEWS));
        page.assert_silent_console();

        page.go_to(&third);
        page.js("dispatchEvent(new Event('go'))", json!([]));
        is_whole(page, 1);
        let later = "const file = performance.getEntriesByType('resource').find(file => file.name.endsWith('.jsonl'));
                     return (await fetch(file.name)).text()";
        let data = page.js_async(later, json!([]));
        assert!(data.as_str().is_some_and(|data| data.ends_with("} ")));
        page.assert_silent_console();

        page.go_to(&second);
        page.wait_for_text(NEWS, "前の版のまま");
        is_whole(page, 1);
        page.press(Key::Enter);
        answer(page);
        assert_eq!(page.js("return mark", json!([])), json!("not loaded again"));
        page.press(Key::Enter);
        page.wait_gone(".why");
        // The answer is still being written when the page is left.
        page.js(
            "document.querySelector('.option').click(); document.querySelector(arguments[0]).click()",
            json!([TAKE]),
        );
        page.wait("the second version", "document.documentElement.dataset.edition === '2'");
        is_whole(page, 2);
        assert_eq!(answers_kept(page), 4);
        page.assert_silent_console();
        page.assert_only_own_requests();
    });
}

/// Until the page gets the event `go`.
const PROGRAM_WAITS: &str = "
    const fetchNow = self.fetch;
    self.fetch = async (...args) => {
      const response = await fetchNow(...args);
      if (!self.waiting) {
        self.waiting = true;
        await new Promise(go => addEventListener('go', go, { once: true }));
      }
      return response;
    };";

#[test]
fn taken_over_only_when_the_learner_agrees() {
    browse_in(&edition(1), |page| {
        page.before_every_page(NOTE_PROGRAM);
        page.open("start");
        wait_until_kept(page);
        page.server.deploy(&edition(2));
        page.open("docs");
        page.wait_for_text(NEWS, "新しい版がある");
        page.click(LATER);
        page.wait_gone(NEWS);
        is_whole(page, 1);
        // With no page open, the browser starts the new worker.
        page.load("docs");
        page.wait(
            "the new worker runs",
            "navigator.serviceWorker.controller?.state === 'activated'",
        );
        is_whole(page, 1);
        page.wait_for_text(NEWS, "新しい版がある");
        page.click(TAKE);
        page.wait("the second version", "document.documentElement.dataset.edition === '2'");
        is_whole(page, 2);
        page.wait_here("the first version is taken away", || versions(page) == 1);
        page.assert_silent_console();
        page.assert_only_own_requests();
    });
}

/// How many versions are kept.
fn versions(page: &Page) -> usize {
    let script = "return (await caches.keys()).filter(name => name.split(' ').length === 3).length";
    let count = page.js_async(script, json!([])).as_u64().expect("a number");
    usize::try_from(count).expect("few")
}

#[test]
fn half_a_version_is_not_kept() {
    browse_in(&edition(1), |page| {
        page.before_every_page(NOTE_PROGRAM);
        page.open("start");
        wait_until_kept(page);
        let whole = edition(2);
        let half = copy(&whole, "half");
        for entry in fs::read_dir(edition(1)).expect("it is there").flatten() {
            if entry.path().extension().is_some_and(|end| end == "wasm") {
                fs::copy(entry.path(), half.join(entry.file_name())).expect("a file can be copied");
            }
        }
        let before = notes(page);
        page.server.deploy(&half);
        let refused = "const registration = await navigator.serviceWorker.getRegistration();
                       const found = new Promise(done => registration.addEventListener('updatefound', done));
                       await registration.update();
                       await found;
                       const worker = registration.installing;
                       while (worker && worker.state !== 'redundant')
                         await new Promise(done => worker.addEventListener('statechange', done, { once: true }));
                       return worker?.state";
        assert_eq!(page.js_async(refused, json!([])), json!("redundant"));
        assert_eq!(notes(page), before);
        page.open("docs");
        is_whole(page, 1);
        assert!(!page.exists(NEWS));
        page.server.deploy(&whole);
        come_back(page);
        page.wait_for_text(NEWS, "新しい版がある");
        page.click(TAKE);
        page.wait("the second version", "document.documentElement.dataset.edition === '2'");
        is_whole(page, 2);
    });
}

/// A repeat visit asks the server for nothing but whether there is a new version.
#[test]
fn a_second_visit_loads_nothing() {
    browse_in(&dist(), |page| {
        page.open("start");
        wait_until_kept(page);
        let before = page.server.asked().len();
        page.open(DOCUMENT);
        page.wait("all is loaded", "document.readyState === 'complete'");
        let asked = page.server.asked();
        let loaded: Vec<&String> = asked[before..]
            .iter()
            .filter(|line| !line.ends_with("/sw.js"))
            .collect();
        assert!(loaded.is_empty(), "{loaded:?}");
        page.assert_silent_console();
    });
}

#[test]
fn the_page_can_be_installed() {
    browse_in(&dist(), |page| {
        page.open("start");
        wait_until_kept(page);
        let manifest = page.devtools("Page.getAppManifest", json!({}));
        assert_eq!(manifest["errors"], json!([]));
        assert!(
            manifest["url"]
                .as_str()
                .is_some_and(|url| url.ends_with("/kurs/yomi/manifest.webmanifest"))
        );
        let errors = page.devtools("Page.getInstallabilityErrors", json!({}));
        let errors = errors["installabilityErrors"].as_array().expect("a list");
        let real: Vec<&Value> = errors
            .iter()
            .filter(|error| error["errorId"] != "in-incognito")
            .collect();
        assert!(real.is_empty(), "{real:?}");
    });
}

/// The line is in the window and can be read, in every width and colour.
#[test]
fn the_line_fits() {
    browse_in(&edition(1), |page| {
        page.open("start");
        wait_until_kept(page);
        page.server.deploy(&edition(2));
        come_back(page);
        for (width, scheme) in [(320, Scheme::Light), (390, Scheme::Dark), (1280, Scheme::Light)] {
            page.size(width, 800);
            page.scheme(scheme);
            page.wait_for(NEWS);
            let fits = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
                        return box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight && box.height < 200";
            assert_eq!(page.js(fits, json!([NEWS])), json!(true), "{width}");
            assert_eq!(page.violations("the line"), [""; 0], "{width} {scheme:?}");
        }
        page.click("[data-press='lang:en'], .tools button:last-of-type");
        page.wait_for("html[lang='en']");
        page.open("start");
        page.wait_for_text(NEWS, "There is a new version");
    });
}

/// Where the server has no worker any more, and where it has one that only removes.
#[test]
fn a_page_that_is_withdrawn_goes_away() {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/hosting.md")).expect("it is there");
    let (_, rest) = text.split_once("```js\n").expect("it shows a script");
    let (removing, _) = rest.split_once("```").expect("the script ends");
    for (name, worker) in [("none", None), ("removing", Some(removing))] {
        let folder = copy(&dist(), name);
        fs::remove_file(folder.join("sw.js")).expect("it is there");
        if let Some(worker) = worker {
            fs::write(folder.join("sw.js"), worker).expect("a file can be written");
        }
        browse_in(&dist(), |page| {
            page.open("start");
            wait_until_kept(page);
            page.server.deploy(&folder);
            come_back(page);
            page.wait_here("nothing is kept", || {
                page.js_async("return (await caches.keys()).length", json!([])) == json!(0)
            });
        });
    }
}
