//! The element `<yomi-kurabe>` in a host page: what it tells, what it obeys, what it leaves alone; the log that a host keeps.

use serde_json::{Value, json};

use crate::embedding::{ANSWER, examples, hosted, hostile, strict};
use crate::harness::Page;
use crate::views::VIEWS;

/// The frame in the element.
const FRAME: &str = "document.querySelector('yomi-kurabe')?.shadowRoot?.querySelector('iframe')";

/// Puts an element with these attributes into the page, with `self.told`, all events of it, and `self.was`, what the host had
/// before; what the driver puts into the page does not count.
fn put(page: &Page, attributes: &Value) {
    page.js(
        "self.told = [], self.was = null;
         self.around = () => [Object.keys(self).filter(name => !/^(cdc_|ret_)/.test(name)).join(), location.href, history.length, document.activeElement.localName, scrollY].join(' ');
         for (const name of ['height', 'ready', 'route', 'answer', 'result']) {
           document.addEventListener('yomi-' + name, event => told.push([name, event.detail]));
         }
         self.was = around();
         const element = document.createElement('yomi-kurabe');
         for (const [name, value] of Object.entries(arguments[0])) element.setAttribute(name, value);
         document.body.append(element)",
        json!([attributes]),
    );
    page.wait("it says that it is ready", "told.some(([name]) => name === 'ready')");
}

fn set(page: &Page, name: &str, value: &str) {
    page.js(
        "document.querySelector('yomi-kurabe').setAttribute(...arguments)",
        json!([name, value]),
    );
}

const HOST: &str = "<script src=embed-host.js></script><p>上</p>";

#[test]
fn looks_change_at_once() {
    strict("looks", HOST, |page| {
        put(page, &json!({ "view": "doc/paris-declaration", "density": "none" }));
        page.js(
            &format!("const frame = {FRAME}; frame.contentWindow.same = true"),
            json!([]),
        );
        let inside = |what: &str| format!("{FRAME}.contentDocument.{what}");
        page.wait(
            "no words bear popups",
            &inside("querySelectorAll('.text .term').length === 0"),
        );
        set(page, "density", "first");
        page.wait("some do", &inside("querySelectorAll('.text .term').length > 5"));
        let first = page.js(
            &format!("return {}", inside("querySelectorAll('.text .term').length")),
            json!([]),
        );
        set(page, "density", "every");
        page.wait(
            "more do",
            &inside(&format!("querySelectorAll('.text .term').length > {first}")),
        );
        set(page, "lang", "en");
        page.wait("it is in English", &inside("documentElement.lang === 'en'"));
        set(page, "theme", "dark");
        page.wait("it is dark", &inside("documentElement.dataset.theme === 'dark'"));
        set(page, "theme", "<script>");
        set(page, "density", "all");
        page.stays(
            "what is no word of a setting changes nothing",
            &format!(
                "{} && {}",
                inside("documentElement.dataset.theme === 'dark'"),
                inside(&format!("querySelectorAll('.text .term').length > {first}"))
            ),
            std::time::Duration::from_millis(200),
        );
        page.wait("it was never loaded again", &format!("{FRAME}.contentWindow.same"));
        page.wait(
            "nothing of it is kept in the host's storage",
            "localStorage.length === 0",
        );
    });
}

#[test]
fn the_host_stays_as_it_was() {
    strict("host", HOST, |page| {
        put(page, &json!({ "view": "compare" }));
        assert_eq!(
            page.js_text("return around()", json!([])),
            page.js_text("return was", json!([]))
        );
        page.js(
            &format!("const frame = {FRAME}; frame.contentWindow.same = true"),
            json!([]),
        );
        set(page, "view", "issue/multinational-force");
        let at = |route: &str| format!("{FRAME}.contentWindow.location.hash === '#{route}'");
        page.wait("the frame goes there", &at("issue/multinational-force"));
        page.wait(
            "and says so",
            "told.some(([name, detail]) => name === 'route' && detail.route === 'issue/multinational-force')",
        );
        page.wait("without being loaded again", &format!("{FRAME}.contentWindow.same"));
        page.wait("the host is as it was", "around() === was");
        let link = "[...document.querySelectorAll('main a[href^=\"#doc/\"]')].find(link => link.checkVisibility())";
        page.enter_frame_of(FRAME);
        let route = page.js_text(
            &format!("const link = {link}; link.id = 'link'; return link.getAttribute('href').slice(1)"),
            json!([]),
        );
        page.click("#link");
        page.leave_frames();
        page.wait(
            "a link is told",
            &format!("told.some(([, detail]) => detail.route === {})", json!(route)),
        );
        assert_eq!(
            page.js("return [location.hash, history.length]", json!([]))[0],
            json!("")
        );
        page.wait(
            "the host's history is as long as it was",
            "history.length == was.split(' ').at(-3)",
        );
    });
}

#[test]
fn answers_and_the_result_are_told() {
    strict("answers-told", HOST, |page| {
        put(
            page,
            &json!({ "view": "quiz/paper?seed=3&n=2&kinds=true-false&pass=50" }),
        );
        page.enter_frame_of(FRAME);
        for _ in 0..2 {
            page.click(".option");
            page.wait_for(".why");
            page.click("[data-press='next'], [data-press='finish']");
        }
        page.leave_frames();
        page.wait("the result is told", "told.some(([name]) => name === 'result')");
        let answers = page.js(
            "return told.filter(([name]) => name === 'answer').map(([, told]) => told)",
            json!([]),
        );
        assert_eq!(answers.as_array().map(Vec::len), Some(2));
        for (at, answer) in answers.as_array().into_iter().flatten().enumerate() {
            let mut names: Vec<&str> = answer
                .as_object()
                .into_iter()
                .flatten()
                .map(|(name, _)| name.as_str())
                .collect();
            names.sort_unstable();
            assert_eq!(names, ANSWER, "{answer}");
            assert_eq!((&answer["number"], &answer["of"]), (&json!(at + 1), &json!(2)));
            assert!(answer["right"].is_boolean() && answer["stem"].as_str().is_some_and(|stem| !stem.is_empty()));
        }
        let result = page.js("return told.find(([name]) => name === 'result')[1]", json!([]));
        assert_eq!((&result["of"], &result["pass"]), (&json!(2), &json!(50)), "{result}");
        assert!(
            result["passed"].is_boolean() && result["seconds"].is_number(),
            "{result}"
        );
    });
}

#[test]
fn a_host_keeps_the_log() {
    let example = examples().into_iter().find(|example| example.contains("yomi-keep"));
    hosted("log", "", &example.expect("an example of it"), |page| {
        let kept = "JSON.parse(localStorage.getItem('yomikurabe-log') || '[]').length";
        page.enter_frame_of(FRAME);
        page.click(".option");
        page.wait_for(".why");
        page.leave_frames();
        page.wait("the host has the answer", &format!("{kept} === 1"));
        page.js("location.reload()", json!([]));
        page.wait(
            "the host has it still",
            &format!("{kept} === 1 && document.querySelector('yomi-kurabe')?.log?.length === 1"),
        );
        set(page, "view", "record");
        page.enter_frame_of(FRAME);
        page.wait_for_text("#record-sum", "1回");
        page.wait(
            "it is not said that it is lost",
            "!document.querySelector('#storage')?.textContent.includes('閉じると消える')",
        );
        page.leave_frames();
        page.wait("nothing is told twice", &format!("{kept} === 1"));
    });
}

#[test]
fn a_host_that_keeps_nothing_is_not_waited_for() {
    let body = "<script src=embed-host.js></script><yomi-kurabe view=record sandbox></yomi-kurabe>";
    hosted("no-log", "", body, |page| {
        page.enter_frame_of(FRAME);
        page.wait_for_text("#storage", "保存できない");
        page.leave_frames();
    });
}

/// Logs and looks that no host sends; what is readable in them counts.
const HOSTILE: &str = "
    const loop = { id: 'a' }; loop.self = loop;
    const port = document.querySelector('iframe').contentWindow;
    const { port1, port2 } = new MessageChannel(), second = new MessageChannel();
    self.told = [];
    port1.onmessage = event => told.push(event.data);
    second.port1.onmessage = event => told.push('second');
    for (const said of [null, 7, 'yomikurabe', { yomikurabe: 2 }, loop, { yomikurabe: 1 }]) port.postMessage(said, '*');
    port.postMessage({ yomikurabe: 1 }, '*', [port2]);
    port.postMessage({ yomikurabe: 1 }, '*', [second.port2]);
    for (const said of [null, 7, [], loop, 'x'.repeat(1e8), { theme: loop }, { theme: ['dark'] }, { lang: '<img src=x onerror=parent.ran=1>' },
      { density: 'x'.repeat(1e7) }, { __proto__: { theme: 'dark' } }, { state: loop }, { state: 'x'.repeat(1e6) }, { keep: true, log: 'none' },
      { keep: 'true', log: [] }, { keep: true, log: [loop, null, 7, {}, '', '{', '[]', 'null', '{\"id\":7}', '{\"id\":\"__proto__\",\"kind\":\"answer\"}',
      '{\"__proto__\":{\"id\":\"x\"}}', 'x'.repeat(1e6), '{\"id\":\"<script>\",\"kind\":\"answer\",\"at\":\"never\"}'] }]) port1.postMessage(said)";

#[test]
fn hostile_hosts_change_nothing() {
    let body = "<iframe src='yomikurabe.html?embed#record' sandbox='allow-scripts' width=900 height=700></iframe>";
    hosted("hostile-host", "", body, |page| {
        page.enter_frame("iframe");
        page.wait_for("html[data-ready]");
        page.leave_frames();
        page.js(HOSTILE, json!([]));
        page.wait("it tells its height", "told.some(said => said.height > 0)");
        page.enter_frame("iframe");
        page.wait_for_text("#record-sum", "0回");
        page.wait(
            "no look has changed",
            "document.documentElement.dataset.theme !== 'dark' && document.documentElement.lang === 'ja'",
        );
        page.leave_frames();
        page.wait(
            "one port is enough, and nothing ran",
            "!told.includes('second') && !self.ran",
        );
    });
}

#[test]
fn hostile_attributes_stay_words() {
    strict("hostile-attributes", HOST, |page| {
        let script = "self.ran = false; const made = [];
            const frames = () => made.map(element => element.shadowRoot.querySelector('iframe'));
            for (const text of args[0]) {
              const element = document.createElement('yomi-kurabe');
              for (const name of ['view', 'lang', 'theme', 'density', 'loading', 'title']) element.setAttribute(name, text);
              document.body.append(element);
              made.push(element);
              const page = new URL(frames().at(-1).src);
              const own = page.origin === location.origin && page.pathname.endsWith('/index.html');
              if (!own || frames().at(-1).hasAttribute('srcdoc')) return 'elsewhere: ' + page;
              for (const name of ['view', 'lang', 'theme', 'density', 'title']) element.setAttribute(name, text + '\"><img src=x onerror=parent.ran=1>');
              element.remove();
              made.pop();
            }
            return self.ran ? 'it ran' : ''";
        assert_eq!(page.js_async(script, json!([hostile()])), json!(""));
    });
}

/// Each text as every word of the protocol, from the page around the frame; and the protocol itself from pages that are not that.
#[test]
fn hostile_messages_change_nothing() {
    let frame = "<iframe src='yomikurabe.html?embed#quiz/paper?seed=7&n=3&kinds=true-false' width=900 \
                 height=700></iframe><iframe id=other></iframe>";
    hosted("hostile-messages", "", frame, |page| {
        page.enter_frame("iframe");
        page.wait_for("#stem");
        page.leave_frames();
        let strangers = "const page = document.querySelector('iframe').contentWindow, other = document.querySelector('#other').contentWindow;
          self.heard = [];
          // A message is from the window whose function it is that posts it.
          const post = new other.Function('page', 'message', 'port', 'page.postMessage(message, \"*\", [port])');
          const stranger = new MessageChannel();
          stranger.port1.onmessage = event => heard.push(event.data);
          post(page, { yomikurabe: 1 }, stranger.port2)";
        page.js(strangers, json!([]));
        page.stays(
            "no stranger is told",
            "heard.length === 0",
            std::time::Duration::from_millis(300),
        );
        let script = "const page = document.querySelector('iframe').contentWindow;
          const { port1, port2 } = new MessageChannel();
          for (const text of args[0]) page.postMessage({ yomikurabe: text }, '*', [new MessageChannel().port2]);
          const told = [];
          port1.onmessage = event => told.push(event.data);
          page.postMessage({ yomikurabe: 1 }, '*', [port2]);
          const before = page.document.querySelector('#paper').textContent;
          for (const text of args[0]) {
            for (const name of ['lang', 'theme', 'density', 'state', 'log', 'keep', 'yomikurabe', 'height', 'x' + text]) {
              port1.postMessage({ [name]: text });
              port1.postMessage({ [name]: [text] });
              port1.postMessage({ [name]: { [text]: text } });
            }
            port1.postMessage({ keep: true, log: [text, { id: text }, JSON.stringify({ id: text, kind: text, at: text })] });
            port1.postMessage(text);
          }
          await new Promise(done => setTimeout(done, 500));
          const { lang, dataset } = page.document.documentElement;
          const same = page.document.querySelector('#paper').textContent === before;
          return [lang, dataset.theme ?? 'system', same, told.every(one => 'height' in one || 'ready' in one || 'state' in one), self.ran || page.ran || false]";
        let seen = page.js_async(script, json!([hostile()]));
        assert_eq!(seen, json!(["ja", "system", true, true, false]));
    });
}

#[test]
fn every_view_has_a_form_without_the_bar() {
    strict("views", HOST, |page| {
        put(page, &json!({ "view": "start", "lang": "ja" }));
        let inside = format!("{FRAME}.contentDocument");
        for view in VIEWS
            .iter()
            .map(|view| view.fragment)
            .filter(|view| *view != "nowhere/at-all")
        {
            set(page, "view", view);
            let hash = json!(["#", view].concat());
            page.wait(
                &format!("{view} is there"),
                &format!("decodeURIComponent({FRAME}.contentWindow.location.hash) === {hash} && {inside}.querySelector('main h1, main h2, #stem')?.checkVisibility()"),
            );
            page.wait(
                &format!("{view} without the bar, with its licence"),
                &format!("!{inside}.querySelector('.bar').checkVisibility() && {inside}.querySelector('.foot').checkVisibility()"),
            );
            page.wait(
                &format!("{view} fits"),
                &format!("Math.abs({FRAME}.offsetHeight - {inside}.documentElement.offsetHeight) < 2 && {inside}.documentElement.scrollWidth <= {FRAME}.clientWidth"),
            );
        }
    });
}

#[test]
fn any_number_stand_in_a_page_and_no_style_gets_in_or_out() {
    let views = [
        "doc/paris-declaration",
        "term/new-start",
        "issue/multinational-force",
        "compare/ukraine/russia",
        "timeline",
    ];
    let elements: String = views
        .iter()
        .map(|view| format!("<yomi-kurabe view='{view}' loading=eager></yomi-kurabe>"))
        .collect();
    let style = "<style>iframe, main, p { display: none !important } * { color: rgb(255, 0, 0) !important; font-size: 40px !important } \
                 #look { display: block !important }</style>";
    let body = format!("<script src=embed-host.js></script><p id=look>上</p>{elements}");
    hosted("many", style, &body, |page| {
        let look = "return JSON.stringify(Object.entries(getComputedStyle(document.querySelector('#look'))))";
        let before = page.js_text(look, json!([]));
        let frames = "[...document.querySelectorAll('yomi-kurabe')].map(one => one.shadowRoot.querySelector('iframe'))";
        page.wait(
            "every one is ready",
            &format!("{frames}.every(frame => frame.contentDocument?.documentElement.hasAttribute('data-ready'))"),
        );
        page.wait("every one is as high as its view", &format!("{frames}.every(frame => frame.offsetHeight !== 480 && Math.abs(frame.offsetHeight - frame.contentDocument.documentElement.offsetHeight) < 2)"));
        page.wait("no style got in", &format!("{frames}.every(({{ contentDocument }}) => getComputedStyle(contentDocument.querySelector('main')).color !== 'rgb(255, 0, 0)')"));
        assert_eq!(page.js_text(look, json!([])), before, "no style got out");
    });
}
