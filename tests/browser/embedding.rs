//! The page's parts in pages of others: popups on their terms, questions to the pack, a view in a frame.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::harness::{Key, Page, browse_in, required, target};

/// A page as strict as the module can live with: no inline script or style, no markup out of text.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-src 'self'; \
                      style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// What a course page has in it, and where popups must keep away.
const BODY: &str = "<article><h1>ロシアとNATO</h1>\
    <p id=one>NATOの<b>事務総長</b>は、<a href=#x>NATO</a>と<code>NATO</code>について話した。\
    <button>NATO</button><textarea>NATO</textarea><i contenteditable>NATO</i> ロシアはNATO拡大に<!-- 注 -->反対した。</p>\
    <p id=two>ロシ<b>ア</b>、<ruby>有志連合<rt>ゆうしれんごう</rt></ruby>、&lt;script&gt;NATO</p>\
    <p id=row data-yomi=off>ロシア</p><label>NATO</label></article>";

/// Opens a host page with this body in a folder of its own, beside the built page.
pub fn hosted(name: &str, head: &str, body: &str, journey: impl FnOnce(&Page)) {
    let folder = target().join("embedding").join(name);
    copy(Path::new(&required("YOMIKURABE_DIST")), &folder);
    let html = format!(
        "<!DOCTYPE html><html lang=ja><meta charset=utf-8><title>Kurs</title><link rel=icon href=data:,>{head}<body>{body}"
    );
    fs::write(folder.join("host.html"), html).expect("a file can be written");
    browse_in(&folder, |page| {
        page.go(&format!("{}host.html", page.server.address()));
        journey(page);
        page.assert_silent_console();
        page.assert_only_own_requests();
    });
}

/// [`hosted`] under a policy as strict as the module can live with.
pub fn strict(name: &str, body: &str, journey: impl FnOnce(&Page)) {
    let policy = format!("<meta http-equiv=Content-Security-Policy content=\"{POLICY}; img-src data:\">");
    hosted(name, &policy, body, journey);
}

/// Copies the files of a folder, without those below.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the built page").flatten() {
        let path = entry.path();
        if path.is_file() {
            fs::copy(&path, to.join(entry.file_name())).expect("a file can be copied");
        }
    }
}

/// Opens the pack and annotates the article, as `self.kit` and `self.made`.
fn annotate(page: &Page, options: &Value) -> u64 {
    let count = page.js_async(
        "const { open } = await import(new URL('yomikurabe.js', location));
         self.kit = await open();
         self.before = document.documentElement.outerHTML;
         self.nodes = [...document.querySelectorAll('article *')].flatMap(element => [element, ...element.childNodes]);
         self.made = kit.annotate(document.querySelector('article'), args[0]);
         return (await made.ready).count",
        json!([options]),
    );
    count.as_u64().expect("a number of words")
}

const CARD: &str = "document.querySelector('yomi-card')?.shadowRoot.querySelector(':popover-open')";

#[test]
fn words_bear_popups_and_go_without_a_trace() {
    strict("strict", BODY, |page| {
        assert!(annotate(page, &json!({ "occurrences": "every" })) >= 6);
        let words = page.texts("yomi-term");
        assert!(
            words.contains(&"ロシア".to_owned()) && words.contains(&"有志連合".to_owned()),
            "{words:?}"
        );
        for kept in [
            "a",
            "code",
            "button",
            "textarea",
            "[contenteditable]",
            "#row",
            "label",
            "rt",
        ] {
            assert_eq!(page.count(&format!("{kept} yomi-term")), 0, "{kept}");
        }
        let styles = "document.adoptedStyleSheets.length";
        page.wait("the words have a look", &format!("{styles} === 1"));
        page.js("made.undo(); made.undo()", json!([]));
        page.wait("the page is as it was", "document.documentElement.outerHTML === before");
        let same = "const now = [...document.querySelectorAll('article *')].flatMap(element => [element, ...element.childNodes]);
                    return now.length === nodes.length && now.every((node, at) => node === nodes[at])";
        assert_eq!(page.js(same, json!([])), json!(true), "every node is the one it was");
        page.wait("no style is left", &format!("{styles} === 0"));
    });
}

#[test]
fn a_popup_opens_by_mouse_and_by_keyboard() {
    strict("popup", BODY, |page| {
        annotate(page, &json!({}));
        let first = page.texts("yomi-term").len();
        assert!(first > 2, "{first} words");
        page.click("#one yomi-term, h1 yomi-term");
        page.wait("the popup is there", CARD);
        page.wait("it has the focus", "document.activeElement.matches('yomi-card')");
        let words = page.js_text(&format!("return {CARD}.innerText"), json!([]));
        assert!(
            words.contains("¶") || words.contains("背景知識"),
            "it says on what it rests: {words}"
        );
        page.press(Key::Escape);
        page.wait("it is gone", "!document.querySelector('yomi-card')");
        assert!(page.focus_is("yomi-term"), "the focus is back");
        page.press(Key::Tab);
        page.press(Key::Enter);
        page.wait("the next one is there", CARD);
        let wide = format!("{CARD}.getBoundingClientRect().width > 200 && {CARD}.getBoundingClientRect().top > 0");
        page.wait("it is laid out", &wide);
        page.click("yomi-term[aria-expanded]");
        page.wait("its own word closes it", "!document.querySelector('yomi-card')");
        page.js("made.undo()", json!([]));
        page.wait("nothing is left", "document.documentElement.outerHTML === before");
    });
}

#[test]
fn the_hosts_styles_do_not_get_in() {
    let style = "<style>* { color: red !important; font-size: 40px !important } div, h2 { display: none }</style>";
    hosted("styles", style, BODY, |page| {
        annotate(page, &json!({}));
        page.click("yomi-term");
        page.wait("the popup is there", CARD);
        let look = |what: &str| page.js_text(&format!("return getComputedStyle({CARD}){what}"), json!([]));
        assert_eq!(look(".fontSize"), "15px");
        assert_eq!(look(".color"), "rgb(29, 33, 39)");
        page.wait(
            "its heading is seen",
            &format!("{CARD}.querySelector('h2').checkVisibility()"),
        );
    });
}

#[test]
fn text_that_comes_later_is_followed() {
    strict("follow", "<article><p id=one>まだない</p></article>", |page| {
        assert_eq!(annotate(page, &json!({ "follow": true, "occurrences": "every" })), 0);
        page.js("one.firstChild.nodeValue = 'NATOの話'", json!([]));
        page.wait_for("#one yomi-term");
        page.js("one.firstChild.nodeValue = 'ロシアの話'", json!([]));
        page.wait(
            "the new text has taken the place of the old",
            "one.textContent === 'ロシアの話' && one.querySelector('yomi-term')?.textContent === 'ロシア'",
        );
        page.js(
            "const p = document.createElement('p'); p.append('有志連合とロシア'); one.after(p)",
            json!([]),
        );
        page.wait(
            "what was put in has its words",
            "document.querySelectorAll('p:last-child yomi-term').length === 2",
        );
        page.js("one.firstChild.remove()", json!([]));
        page.wait("what the host took away is gone", "one.textContent === ''");
        page.js("made.undo()", json!([]));
        page.wait(
            "the rest is as the host left it",
            "document.querySelector('article').innerHTML === '<p id=\"one\"></p><p>有志連合とロシア</p>'",
        );
        page.js("one.append('NATO')", json!([]));
        page.js_async("await new Promise(done => setTimeout(done))", json!([]));
        assert_eq!(page.count("yomi-term"), 0, "it is followed no more");
    });
}

#[test]
fn words_far_from_the_window_bear_popups_when_they_come_near() {
    let body = format!(
        "<article><p style='display:contents'>有志連合とNATO</p>{}</article>",
        "<p>ロシアとウクライナの停戦と有志連合</p>".repeat(400)
    );
    hosted("far", "", &body, |page| {
        let count = annotate(page, &json!({ "occurrences": "every" }));
        assert!(count > 1200, "all words are found: {count}");
        let marked = page.count("yomi-term");
        assert!((20..600).contains(&marked), "those near the window: {marked}");
        assert_eq!(page.count("p:nth-child(401) yomi-term"), 0);
        // The Tab key goes on beyond what was marked at first.
        for _ in 0..3 {
            let marked = page.count("yomi-term");
            page.js("[...document.querySelectorAll('yomi-term')].at(-1).focus()", json!([]));
            let more = format!("document.querySelectorAll('yomi-term').length > {marked}");
            page.wait("the next ones are there before they are seen", &more);
            let now = "document.activeElement.closest('p')";
            let number = format!("return [...document.querySelectorAll('p')].indexOf({now})");
            let before = page.js(&number, json!([]));
            for _ in 0..4 {
                page.press(Key::Tab);
            }
            assert!(page.focus_is("yomi-term"), "the Tab key stays among the words");
            assert!(page.js(&number, json!([])).as_u64() > before.as_u64(), "and goes on");
        }
        page.js("scrollTo(0, document.body.scrollHeight)", json!([]));
        page.wait_for("p:nth-child(401) yomi-term");
        let boxless = "document.querySelectorAll('p:first-child yomi-term').length === 2";
        page.wait("a text without a box is seen by what is around it", boxless);
        page.js("made.undo()", json!([]));
        page.wait("nothing is left", "document.documentElement.outerHTML === before");
        page.js("scrollTo(0, 0)", json!([]));
        page.js_async("await new Promise(done => setTimeout(done, 300))", json!([]));
        assert_eq!(page.count("yomi-term"), 0, "nothing more is marked");
    });
}

#[test]
fn the_pack_answers() {
    strict("answers", BODY, |page| {
        annotate(page, &json!({}));
        let found = page.js("return kit.lookup('😀NATO')", json!([]));
        assert_eq!(
            (&found[0]["start"], &found[0]["end"]),
            (&json!(2), &json!(6)),
            "{found}"
        );
        let pack = page.js("return kit.pack()", json!([]));
        let actors = pack["actors"].as_array().expect("actors");
        let pair = page.js(
            "return kit.compare(...arguments)",
            json!([actors[0]["id"], actors[1]["id"]]),
        );
        assert_eq!(
            pair["rows"].as_array().map(Vec::len),
            pack["issues"].as_array().map(Vec::len)
        );
        assert_eq!(
            page.js("return kit.statements({ issues: [] }).length", json!([])),
            json!(0)
        );
        let quiz = "const quiz = kit.quiz({ seed: 3, count: 2, kinds: ['true-false'] });
                    const marked = quiz.answer(0, 0);
                    return [quiz.questions.length, typeof marked.right, quiz.result().answered, quiz.questions[0].key ?? null]";
        assert_eq!(page.js(quiz, json!([])), json!([2, "boolean", 1, null]));
        let sheet = "const options = { seed: 3, count: 9, mode: 'test' }, sheet = kit.sheet(options), { questions } = kit.quiz(options);
                     return sheet.length === 9 && sheet.every((one, at) =>
                       one.stem === questions[at].stem && one.solution.length && one.why && one.place.paragraph > 0)";
        assert_eq!(
            page.js(sheet, json!([])),
            json!(true),
            "the same questions, with their key"
        );
    });
}

#[test]
fn every_refusal_has_a_code() {
    strict("codes", BODY, |page| {
        annotate(page, &json!({}));
        for (call, code) in [
            ("kit.lookup(7)", "bad-option"),
            ("kit.lookup()", "bad-option"),
            ("kit.compare('rusia', 'us')", "unknown-id"),
            ("kit.compare({}, [])", "bad-option"),
            ("kit.statements({ isues: [] })", "bad-option"),
            ("kit.statements({ issues: [Symbol()] })", "bad-option"),
            ("kit.statements({ get issues() { throw 1 } })", "bad-option"),
            ("kit.statements(() => 1)", "bad-option"),
            ("kit.quiz({ count: NaN })", "bad-option"),
            ("kit.quiz({ seed: 2n })", "bad-option"),
            ("kit.sheet({ number: 3 })", "bad-option"),
            ("kit.quiz({ kinds: ['__proto__'] })", "unknown-id"),
            ("kit.quiz().answer(99, 0)", "bad-answer"),
            ("kit.quiz().answer('0', 0)", "bad-answer"),
            ("kit.quiz().answer(0, { length: 3 })", "bad-answer"),
            ("kit.annotate('article')", "bad-option"),
            ("kit.annotate(null)", "bad-option"),
            ("kit.annotate(document.body, { skip: '<<' })", "bad-option"),
            ("kit.annotate(document.body, { occurrences: 'all' })", "bad-option"),
            ("kit.annotate(document.body, { toString: 1 })", "bad-option"),
        ] {
            let script = format!(
                "try {{ {call}; return 'nothing' }} catch (refused) {{ return refused.code + ' ' + (refused instanceof Error) + ' ' + refused.message }}"
            );
            let said = page.js_text(&script, json!([]));
            assert!(said.starts_with(&format!("{code} true ")), "{call}: {said}");
        }
        let opened = "const { open } = await import(new URL('yomikurabe.js', location));
                      try { await open(args[0]); return 'nothing' } catch (refused) { return refused.code }";
        for (options, code) in [
            (json!({ "lang": "de" }), "bad-option"),
            (json!({ "pack": "sw.js" }), "bad-pack"),
            (json!({ "pack": "http://[" }), "bad-option"),
            (json!(7), "bad-option"),
        ] {
            assert_eq!(page.js_async(opened, json!([options])), json!(code), "{options}");
        }
    });
}

#[test]
fn the_classic_form_gives_the_same() {
    let body = format!("<script src=yomikurabe.classic.js></script>{BODY}");
    strict("classic", &body, |page| {
        let count = "const kit = await Yomikurabe.open();
                     const made = await kit.annotate(document.querySelector('article')).ready;
                     try { await Yomikurabe.open({ lang: 'de' }) } catch (refused) { return [made.count > 2, refused.code, Object.keys(Yomikurabe)] }";
        assert_eq!(page.js_async(count, json!([])), json!([true, "bad-option", ["open"]]));
    });
}

/// Texts of others that break programs: markup, and what npm's big-list-of-naughty-strings has. Where neither collection lies
/// beside the project, the plainest of them.
pub fn hostile() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let payloads = root.join("../shared/hostile/markup-payloads.json");
    let naughty = target().join("judges/node_modules/big-list-of-naughty-strings/blns.json");
    let mut texts = vec!["<img src=x onerror=self.ran=1>\"'`\u{0}NATO</script>".to_owned()];
    for file in [payloads, naughty] {
        let Ok(json) = fs::read_to_string(&file) else {
            eprintln!("{} is not there", file.display());
            continue;
        };
        let list: Vec<Value> = serde_json::from_str(&json).expect("a list");
        let text = |entry: &Value| entry["payload"].as_str().or(entry.as_str()).map(str::to_owned);
        texts.extend(list.iter().filter_map(text).filter(|text| !text.is_empty()));
    }
    // Of two launches alike the second would find what the first has not yet crossed off.
    let mut seen = HashSet::new();
    texts.retain(|text| seen.insert(text.clone()));
    texts
}

#[test]
fn hostile_words_stay_words() {
    strict("hostile", "<article></article>", |page| {
        annotate(page, &json!({}));
        assert_eq!(page.js_async(HOSTILE, json!([hostile()])), json!(""));
    });
}

/// Puts each text into a page that is annotated, and into every option and field of every question to the pack, as a value, in a
/// list, as a name. Each is refused with a code, or is a text in which terms are sought.
const HOSTILE: &str = "
    const { open } = await import(new URL('yomikurabe.js', location));
    const article = document.querySelector('article');
    const lists = ['issues', 'actors', 'documents', 'attributions'], words = ['from', 'until', 'undated'];
    const questions = text => [
      ...[...lists, ...words].map(name => () => kit.statements({ [name]: lists.includes(name) ? [text] : text })),
      ...['kinds', 'documents', 'issues'].map(name => () => kit.quiz({ [name]: [text] })),
      ...['seed', 'count', 'mode', 'kinds'].map(name => () => kit.quiz({ [name]: text })),
      ...['occurrences', 'follow', 'lang'].map(name => () => kit.annotate(article, { [name]: text })),
      () => kit.compare(text, text), () => kit.compare('russia', 'us', { issues: [text] }),
      () => kit.statements({ ['x' + text]: 1 }), () => kit.quiz({ ['x' + text]: 1 }), () => kit.annotate(article, { ['x' + text]: 1 }),
      () => kit.statements(text), () => kit.quiz(text), () => kit.annotate(text), () => kit.lookup([text]),
    ];
    const clean = refused => refused.code && refused.code !== 'broken' && refused.message;
    for (const text of args[0]) {
      const around = text + '、NATO、' + text;
      article.append(around);
      const before = article.innerHTML;
      const made = kit.annotate(article, { occurrences: 'every' });
      if (!(await made.ready).count) return 'no word in ' + text;
      made.undo();
      if (article.innerHTML !== before || article.childNodes.length !== 1) return 'a trace of ' + text;
      article.replaceChildren();
      kit.lookup(text);
      try { kit.annotate(article, { skip: text }).undo() } catch (refused) { if (!clean(refused)) return 'skip ' + text + refused }
      for (const question of questions(text)) {
        try { question(); return 'taken: ' + question + text } catch (refused) { if (!clean(refused)) return question + text + refused }
      }
      const quiz = kit.quiz({ count: 2, seed: 3 });
      for (const answer of [[text, 0], [0, [text]], [0, { [text]: text }]]) {
        try { quiz.answer(...answer); return 'an answer: ' + text } catch (refused) { if (!clean(refused)) return 'answer ' + text + refused }
      }
      for (const options of [{ lang: text }, { ['x' + text]: 1 }, text]) {
        try { await open(options); return 'opened: ' + text } catch (refused) { if (!clean(refused)) return 'open ' + text + refused }
      }
    }
    return self.ran ? 'it ran' : ''";

#[test]
fn a_frame_is_as_high_as_its_view() {
    let body = "<script src=embed-host.js></script><p id=top>上</p><yomi-kurabe view=compare lang=en theme=dark></yomi-kurabe><p id=end>下</p>";
    strict("frame", body, |page| {
        let frame = "document.querySelector('yomi-kurabe').shadowRoot.querySelector('iframe')";
        let inner = format!("{frame}.contentDocument");
        page.wait(
            "the engine runs in the frame",
            &format!("{inner}.documentElement.hasAttribute('data-ready')"),
        );
        let fits = format!(
            "Math.abs({frame}.offsetHeight - {inner}.documentElement.offsetHeight) < 2 && {frame}.offsetHeight !== 480"
        );
        page.wait("the frame is as high as its view", &fits);
        page.wait(
            "nothing scrolls in it",
            &format!("{inner}.documentElement.scrollHeight <= {frame}.offsetHeight + 1"),
        );
        page.wait("no bar", &format!("!{inner}.querySelector('.bar').checkVisibility()"));
        page.wait(
            "the licence",
            &format!("{inner}.querySelector('.foot').checkVisibility()"),
        );
        let looks = format!(
            "const page = {inner}.documentElement; return [page.dataset.theme, {inner}.querySelector('main').lang, scrollY, localStorage.length]"
        );
        assert_eq!(page.js(&looks, json!([])), json!(["dark", "en", 0, 0]));
        page.js(
            "document.querySelector('yomi-kurabe').setAttribute('view', 'quiz')",
            json!([]),
        );
        page.wait(
            "another view is shown",
            &format!("{inner}.documentElement.hasAttribute('data-ready') && {inner}.location.hash === '#quiz'"),
        );
        page.wait("and fits", &fits);
    });
}

#[test]
fn a_frame_listens_to_its_host_only() {
    let body = "<iframe src='index.html?embed&host=https://lms.example#compare' width=900 height=700></iframe>";
    strict("stranger", body, |page| {
        let ready = "document.querySelector('iframe').contentDocument.documentElement.hasAttribute('data-embed')";
        page.wait("the frame is there", ready);
        let asked = "const channel = new MessageChannel();
            const heard = new Promise(done => channel.port1.onmessage = event => done(event.data));
            document.querySelector('iframe').contentWindow.postMessage({ yomikurabe: 1 }, '*', [channel.port2]);
            return await Promise.race([heard, new Promise(done => setTimeout(() => done('nothing'), 300))])";
        assert_eq!(page.js_async(asked, json!([])), json!("nothing"));
    });
}

#[test]
fn a_sandboxed_frame_works_too() {
    let body = "<script src=embed-host.js></script><yomi-kurabe view=glossary sandbox></yomi-kurabe>";
    strict("sandbox", body, |page| {
        let frame = "document.querySelector('yomi-kurabe').shadowRoot.querySelector('iframe')";
        page.wait("it tells its height", &format!("{frame}.offsetHeight > 600"));
    });
}

/// A host that keeps what the frame tells, as `self.told`.
const LISTENS: &str = "self.told = [];
    const listen = () => {
      const channel = new MessageChannel();
      channel.port1.onmessage = event => told.push(event.data);
      frame.contentWindow.postMessage({ yomikurabe: 1 }, '*', [channel.port2]);
      self.port = channel.port1;
    };
    const frame = document.querySelector('iframe');
    if (frame.contentDocument?.readyState === 'complete') listen(); else frame.onload = listen";

const FRAME: &str =
    "<iframe src='index.html?embed#quiz/paper?seed=7&n=2&kinds=true-false&pass=50' width=900 height=700></iframe>";

/// Presses what fits the selector in the frame, as soon as it is there.
fn press(page: &Page, selector: &str) {
    let found = format!("document.querySelector('iframe').contentDocument.querySelector('{selector}')");
    page.wait(selector, &found);
    page.js(&format!("{found}.click()"), json!([]));
}

/// What is told of an answer.
pub const ANSWER: [&str; 9] = [
    "given",
    "item",
    "key",
    "kind",
    "milliseconds",
    "number",
    "of",
    "right",
    "stem",
];

#[test]
fn a_host_is_told_of_a_paper_and_gives_it_back() {
    strict("told", FRAME, |page| {
        page.js(LISTENS, json!([]));
        page.wait("what was told before there was a host", "told.some(one => one.state)");
        press(page, ".option");
        page.wait("the answer", "told.some(one => one.answer)");
        let answer = page.js("return told.find(one => one.answer).answer", json!([]));
        let keys: Vec<&String> = answer.as_object().expect("an object").keys().collect();
        assert_eq!(keys, ANSWER, "{answer}");
        assert_eq!((&answer["number"], &answer["of"]), (&json!(1), &json!(2)));
        let state = page.js("return told.filter(one => one.state).at(-1).state", json!([]));
        press(page, ".next button");
        press(page, ".option");
        press(page, ".next button");
        page.wait("the result", "told.some(one => one.result)");
        let result = page.js("return told.find(one => one.result).result", json!([]));
        assert_eq!((&result["of"], &result["pass"]), (&json!(2), &json!(50)));
        assert_eq!(result["passed"], json!(result["right"].as_u64() >= Some(1)), "{result}");

        let again = format!("const old = document.querySelector('iframe'); old.replaceWith(old.cloneNode()); {LISTENS};
            const state = arguments[0];
            frame.onload = () => {{ listen(); port.postMessage(7); port.postMessage({{ state: {{}} }}); port.postMessage({{ state }}) }}");
        page.js(&again, json!([state]));
        let inner = "document.querySelector('iframe').contentDocument";
        page.wait(
            "the answer is there again",
            &format!("{inner}.querySelector('.option:disabled')"),
        );
        page.js("port.postMessage({ state: '1.2.3' })", json!([]));
        assert_eq!(
            page.js(
                &format!("return {inner}.querySelector('.notice')?.textContent ?? ''"),
                json!([])
            ),
            json!("")
        );
    });
}

#[test]
fn a_state_of_another_paper_is_refused_in_words() {
    strict("state", FRAME, |page| {
        let gives = format!(
            "{LISTENS}; const before = listen; if (frame.onload) frame.onload = () => {{ before(); port.postMessage({{ state: '1.2.3.4.0.' }}) }}; else port.postMessage({{ state: '1.2.3.4.0.' }})"
        );
        page.js(&gives, json!([]));
        page.wait(
            "it says so",
            "document.querySelector('iframe').contentDocument.querySelector('.notice')?.textContent.includes('別の問題')",
        );
    });
}

#[test]
fn the_examples_of_the_guide_run() {
    let examples = examples();
    assert!(examples.len() >= 3, "{} examples", examples.len());
    for (at, body) in examples.iter().enumerate() {
        hosted(&format!("example-{at}"), "", body, |page| {
            page.wait(
                "it has done what it says",
                "document.querySelector('yomi-term, [data-done]') || document.querySelector('yomi-kurabe')?.shadowRoot.querySelector('iframe').offsetHeight !== 480 || document.querySelector('body > iframe')?.contentDocument.querySelector('main h1')?.textContent.includes('多国籍軍')",
            );
        });
    }
}

/// The examples of the guide, beside the built page.
pub fn examples() -> Vec<String> {
    let guide = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/embedding.md");
    let guide = fs::read_to_string(guide).expect("the guide");
    let beside = |example: &str| example.replace("https://example.org/yomi/", "./");
    guide
        .split("```html\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next().map(beside))
        .collect()
}
