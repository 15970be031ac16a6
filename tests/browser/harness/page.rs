//! A page in a browser: opening it, waiting for it, reading what stands on it.

use std::cell::RefCell;
use std::fmt::Write as _;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::driver::{Driver, Refusal};
use super::engine::{Engine, Without};
use super::server::Server;

/// How long a step may wait for its condition.
pub(super) const DEADLINE: Duration = Duration::from_secs(15);

/// How long to wait before looking again whether a condition holds.
const LOOK_AGAIN: Duration = Duration::from_millis(8);

/// The key under which WebDriver hands over an element.
pub(super) const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser with one page of the served folder.
pub struct Page {
    /// The browser.
    pub(super) driver: Driver,
    /// The server that the page comes from.
    pub server: Server,
    /// What was done so far, one line a step.
    pub(super) steps: RefCell<Vec<String>>,
    /// What the console said so far.
    pub(super) console: RefCell<Vec<Value>>,
    /// What the page asked for so far.
    pub(super) requests: RefCell<Vec<String>>,
}

impl Page {
    /// A page in Chromium, in a window that can be made any size.
    pub(super) fn start(folder: &Path) -> Page {
        let page = Page::start_in(Engine::Chromium, Without::Nothing, Server::start(folder));
        page.size(1280, 800);
        page
    }

    fn of(driver: Driver, server: Server) -> Page {
        Page {
            driver,
            server,
            steps: RefCell::default(),
            console: RefCell::default(),
            requests: RefCell::default(),
        }
    }

    /// A page in Chromium with the profile in a folder, as the browser before has left it.
    pub fn start_with_profile(profile: &Path, server: Server) -> Page {
        Page::of(Driver::start_with_profile(profile), server)
    }

    /// Kills the browser and gives the server back.
    pub fn kill(self) -> Server {
        self.driver.kill_browser();
        self.server
    }

    /// A page in an engine in which something may be switched off.
    pub fn start_in(engine: Engine, without: Without, server: Server) -> Page {
        let page = Page::of(Driver::start(engine, without), server);
        page.command("/window/rect", &json!({ "x": 0, "y": 0, "width": 1280, "height": 960 }));
        match (engine, without) {
            (Engine::Chromium, Without::Scripts) => page.without_scripts(),
            (Engine::Chromium, Without::WebAssembly) => page.before_every_page("delete window.WebAssembly"),
            _ => {}
        }
        page.observe();
        page
    }

    /// Loads the page anew at a fragment, gives a sign of a reader, and waits until it says that it is ready.
    #[track_caller]
    pub fn open(&self, fragment: &str) {
        self.load(fragment);
        self.touch();
        self.wait_until_ready();
    }

    /// Loads the page anew at a fragment, and does not wait for the engine.
    #[track_caller]
    pub fn load(&self, fragment: &str) {
        self.go(&format!("{}#{fragment}", self.server.address()));
    }

    /// Loads what stands at an address, also where that differs from the one before by its fragment only.
    #[track_caller]
    pub fn go(&self, url: &str) {
        self.step(format!("open {url}"));
        self.command("/frame", &json!({ "id": null }));
        self.command("/url", &json!({ "url": "about:blank" }));
        self.command("/url", &json!({ "url": url }));
    }

    /// The ids of the parts of the static page that are seen.
    #[track_caller]
    pub fn seen_parts(&self) -> Vec<String> {
        let seen = "[...document.querySelectorAll('.still > section, .still > noscript > section')].filter(part => part.checkVisibility())";
        let ids = self.js(&format!("return {seen}.map(part => part.id)"), json!([]));
        serde_json::from_value(ids).expect("a list of ids")
    }

    /// Goes to a fragment in the page that is open, as one does who edits the address, and waits for the page to draw it.
    #[track_caller]
    pub fn visit(&self, fragment: &str) {
        self.step(format!("visit #{fragment}"));
        let script = "const [fragment] = args, here = location.hash;\
                      const drawn = new Promise(done => addEventListener('hashchange',\
                        () => requestAnimationFrame(() => requestAnimationFrame(done)), { once: true }));\
                      location.hash = fragment;\
                      if (location.hash !== here) await drawn;";
        self.js_async(script, json!([fragment]));
    }

    /// Loads the page anew where it is.
    #[track_caller]
    pub fn reload(&self) {
        self.step("reload".into());
        self.command("/refresh", &json!({}));
        self.touch();
        self.wait_until_ready();
    }

    /// Presses the browser's back button.
    #[track_caller]
    pub fn back(&self) {
        self.step("back".into());
        self.command("/back", &json!({}));
    }

    #[track_caller]
    fn wait_until_ready(&self) {
        self.wait(
            "the page is ready",
            "document.documentElement.hasAttribute('data-ready')",
        );
    }

    /// Waits until an expression of JavaScript is true.
    #[track_caller]
    pub fn wait(&self, what: &str, expression: &str) {
        let script = format!("return Boolean({expression})");
        let until = Instant::now() + DEADLINE;
        loop {
            let answer = self.try_js(&script, json!([]));
            if matches!(answer, Ok(Value::Bool(true))) {
                return;
            }
            if Instant::now() > until {
                panic!("waited {DEADLINE:?} and still not: {what}\n  {expression}\n  {answer:?}");
            }
            thread::sleep(LOOK_AGAIN);
        }
    }

    /// Waits until something is true here, outside the browser.
    #[track_caller]
    pub fn wait_here(&self, what: &str, mut holds: impl FnMut() -> bool) {
        let until = Instant::now() + DEADLINE;
        while !holds() {
            assert!(Instant::now() < until, "waited {DEADLINE:?} and still not: {what}");
            thread::sleep(LOOK_AGAIN);
        }
    }

    /// Looks again and again whether an expression of JavaScript stays true for so long.
    #[track_caller]
    pub fn stays(&self, what: &str, expression: &str, long: Duration) {
        let script = format!("return Boolean({expression})");
        let until = Instant::now() + long;
        while Instant::now() < until {
            assert_eq!(self.js(&script, json!([])), json!(true), "{what}, and not for {long:?}");
            thread::sleep(LOOK_AGAIN);
        }
    }

    /// Waits until an element that fits a selector is seen on the page.
    #[track_caller]
    pub fn wait_for(&self, css: &str) {
        self.wait(
            &format!("`{css}` is seen"),
            &format!(
                "document.querySelector({}).checkVisibility({{ visibilityProperty: true }})",
                json!(css)
            ),
        );
    }

    /// Waits until no element that fits a selector is seen on the page.
    #[track_caller]
    pub fn wait_gone(&self, css: &str) {
        let seen = "element => element.checkVisibility({ visibilityProperty: true })";
        let expression = format!("![...document.querySelectorAll({})].some({seen})", json!(css));
        self.wait(&format!("`{css}` is gone"), &expression);
    }

    /// Waits until the text of an element holds these words.
    #[track_caller]
    pub fn wait_for_text(&self, css: &str, words: &str) {
        let expression = format!(
            "document.querySelector({}).innerText.includes({})",
            json!(css),
            json!(words)
        );
        self.wait(&format!("`{css}` says 「{words}」"), &expression);
    }

    /// Waits until the address is this fragment; what stands behind its `?` does not count.
    #[track_caller]
    pub fn wait_for_route(&self, route: &str) {
        let expression = format!(
            "decodeURIComponent(location.hash.split('?')[0]) === {}",
            json!(format!("#{route}"))
        );
        self.wait(&format!("the address is #{route}"), &expression);
    }

    /// The fragment of the address, without its `#`.
    #[track_caller]
    pub fn fragment(&self) -> String {
        self.js_text("return location.hash.slice(1)", json!([]))
    }

    /// Whether an element fits a selector.
    #[track_caller]
    pub fn exists(&self, css: &str) -> bool {
        self.count(css) > 0
    }

    /// How many elements fit a selector.
    #[track_caller]
    pub fn count(&self, css: &str) -> usize {
        let count = self.js("return document.querySelectorAll(arguments[0]).length", json!([css]));
        usize::try_from(count.as_u64().expect("a length is a number")).expect("a page is small")
    }

    /// The text of the first element that fits, as it is seen.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        self.wait_for(css);
        self.js_text(
            "return document.querySelector(arguments[0]).innerText.trim()",
            json!([css]),
        )
    }

    /// The texts of all elements that fit.
    #[track_caller]
    pub fn texts(&self, css: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])].map(element => element.innerText.trim())";
        let texts = self.js(script, json!([css]));
        serde_json::from_value(texts).expect("a list of texts")
    }

    /// An attribute of the first element that fits; empty where it has none.
    #[track_caller]
    pub fn attribute(&self, css: &str, name: &str) -> String {
        let script = "return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? ''";
        self.js_text(script, json!([css, name]))
    }

    /// Runs a script and gives what it returns; `args` is the list that it finds in `arguments`.
    #[track_caller]
    pub fn js(&self, script: &str, args: Value) -> Value {
        match self.try_js(script, args) {
            Ok(value) => value,
            Err(refusal) => panic!("{refusal:?}\n  in: {script}"),
        }
    }

    /// [`Page::js`] where a text is returned.
    #[track_caller]
    pub fn js_text(&self, script: &str, args: Value) -> String {
        let value = self.js(script, args);
        value
            .as_str()
            .unwrap_or_else(|| panic!("not a text but {value}: {script}"))
            .to_owned()
    }

    /// Runs the body of an asynchronous function and gives what it returns.
    #[track_caller]
    pub fn js_async(&self, body: &str, args: Value) -> Value {
        let script = format!(
            "const [done, ...rest] = [...arguments].reverse();\
             (async (...args) => {{ {body} }})(...rest.reverse())\
               .then(value => done({{ value }}), error => done({{ error: String(error) }}));"
        );
        let answer = self.command("/execute/async", &json!({ "script": script, "args": args }));
        assert_eq!(answer["error"], Value::Null, "in: {body}");
        answer["value"].clone()
    }

    pub(super) fn try_js(&self, script: &str, args: Value) -> Result<Value, Refusal> {
        self.driver
            .post("/execute/sync", &json!({ "script": script, "args": args }))
    }

    /// The element that fits a selector, once it is seen, as WebDriver names it.
    #[track_caller]
    pub(super) fn element(&self, css: &str) -> Value {
        self.wait_for(css);
        self.command("/element", &json!({ "using": "css selector", "value": css }))
    }

    /// Clicks an element as a person does: fails where something else lies over it.
    #[track_caller]
    pub fn click(&self, css: &str) {
        self.step(format!("click {css}"));
        let element = self.element(css);
        let id = element[ELEMENT].as_str().expect("an element has an id");
        self.command(&format!("/element/{id}/click"), &json!({}));
    }

    #[track_caller]
    pub(super) fn command(&self, command: &str, body: &Value) -> Value {
        match self.driver.post(command, body) {
            Ok(value) => value,
            Err(refusal) => panic!("{command}: {refusal:?}"),
        }
    }

    pub(super) fn step(&self, step: String) {
        self.steps.borrow_mut().push(step);
    }

    /// What is known of the session: its steps, its address, the console, the requests.
    pub(super) fn account(&self) -> String {
        let mut out = String::from("steps:\n");
        for step in self.steps.borrow().iter() {
            writeln!(out, "  {step}").expect("a String takes everything");
        }
        let here = self.try_js("return location.href + '\\n\\n' + document.body.innerText", json!([]));
        let here = here.map_or_else(
            |refusal| refusal.message,
            |value| value.as_str().unwrap_or("").to_owned(),
        );
        write!(out, "\npage: {here}\n\nconsole:\n").expect("a String takes everything");
        for entry in self.console() {
            writeln!(out, "  {entry}").expect("a String takes everything");
        }
        write!(out, "\nasked of the server:\n  {}\n", self.server.asked().join("\n  "))
            .expect("a String takes everything");
        out
    }
}
