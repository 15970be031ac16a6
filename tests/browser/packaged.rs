//! The page as a course with texts that mean harm in its choice, in what the course system says, in what the frame tells, and in the
//! address of a launch. The page in the frame is a stub, through which the test tells what it likes.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::json;
use yomikurabe::domain::export::course::{Form, Settings};

use crate::embedding::hostile;
use crate::harness::{browse_in, required, target};

/// Takes the port, and leaves it to the test.
const STUB: &str = "<!DOCTYPE html><title>stub</title><script src=stub.js></script>";
const STUB_SCRIPT: &str = "addEventListener('message', event => self.port = event.ports[0])";

/// `wrong(pages, look, before)` loads pages of a course in ten windows and gives each with its place to `look`, which says what is
/// wrong; `before` furnishes the window in which it is. The page in the frame is to be our own, whatever the texts are, and no text
/// is to become markup.
const WRONG: &str = "
    const until = async is => {
      for (let left = 300; left > 0 && !is(); left -= 1) await new Promise(done => setTimeout(done, 10));
      return is();
    };
    const framed = (document, src) => new Promise(done => {
      const frame = document.createElement('iframe');
      if (src) frame.src = src;
      frame.onload = () => done(frame);
      document.body.append(frame);
    });
    const wrong = async (pages, look, before = () => {}) => {
      const found = [];
      let next = 0;
      const one = async (window, at) => {
        before(window, at);
        const frame = await framed(window.document, new URL(pages[at], location).href);
        const inner = frame.contentWindow, page = inner.document.querySelector('#page');
        const port = await until(() => page.contentWindow.port);
        const src = new URL(page.src);
        const isOurs = port && src.origin === location.origin && src.pathname.endsWith('/yomikurabe.html');
        const isPlain = !inner.document.querySelector('img, svg, object, embed, style, script:not([src])');
        const said = !isOurs ? 'elsewhere, ' + src : !isPlain ? 'markup' : await look(inner, at, port, window);
        if (said || inner.ran || page.contentWindow.ran || window.ran || self.ran) found.push(at + ': ' + (said || 'it ran'));
        frame.remove();
      };
      await Promise.all(Array.from({ length: 10 }, async () => {
        const { contentWindow } = await framed(document);
        while (next < pages.length) await one(contentWindow, next++);
      }));
      return found.slice(0, 5);
    };
    // What no page of ours tells, and an answer and a result that it does.
    const tell = (port, text) => [null, 7, text, [text], { state: [text] }, { state: '1.5.0.1.0.' }, { answer: text }, { answer: 7 }, { result: text },
      { result: { right: text, of: text } }, { answer: { item: text, right: true, given: text, key: text, stem: text, milliseconds: 1200 } },
      { result: { right: 1, of: 2, passed: false, seconds: 3, state: '1.5.1.1.1.' } }].forEach(one => port.postMessage(one));";

/// A package, unpacked beside an empty page of a course system, with the stub in place of the page.
fn unpacked(name: &str, form: Form) -> PathBuf {
    let folder = target().join("packaged").join(name);
    fs::create_dir_all(&folder).expect("a folder can be made");
    let dist = PathBuf::from(required("YOMIKURABE_DIST"));
    let zip = fs::File::open(dist.join("downloads").join(form.file_name())).expect("a package");
    let mut zip = zip::ZipArchive::new(zip).expect("a zip");
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).expect("a file");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("it is unpacked");
        put(&folder, &file.name().expect("UTF-8"), &content);
    }
    let system = "<!DOCTYPE html><meta charset=utf-8><title>LMS</title><link rel=icon href=data:,><body>";
    put(&folder, "frame.js", include_bytes!("../../assets/course/frame.js"));
    put(&folder, "scorm.js", include_bytes!("../../assets/course/scorm.js"));
    put(&folder, "yomikurabe.html", STUB.as_bytes());
    put(&folder, "stub.js", STUB_SCRIPT.as_bytes());
    put(&folder, "system.html", system.as_bytes());
    folder
}

fn put(folder: &Path, name: &str, content: &[u8]) {
    fs::write(folder.join(name), content).expect("a file can be written");
}

#[test]
fn hostile_choices_stay_words() {
    let folder = unpacked("choices", Form::Scorm12);
    let page = fs::read_to_string(folder.join(Form::Scorm12.launch())).expect("the page of a course");
    let choice = |text: String| {
        let settings = Settings {
            view: &text,
            title: &text,
            lang: &text,
            theme: &text,
        };
        let script = settings.to_script()?;
        Some((text, script))
    };
    let choices: Vec<(String, String)> = hostile().into_iter().filter_map(choice).collect();
    assert!(!choices.is_empty());
    for (at, (_, script)) in choices.iter().enumerate() {
        let own = page.replace("\"course.js\"", &format!("\"choice-{at}.js\""));
        put(&folder, &format!("choice-{at}.html"), own.as_bytes());
        put(&folder, &format!("choice-{at}.js"), script.as_bytes());
    }
    let titles: Vec<&String> = choices.iter().map(|(text, _)| text).collect();
    browse_in(&folder, |page| {
        page.go(&format!("{}system.html", page.server.address()));
        let script = "return await wrong(args[0].map((_, at) => 'choice-' + at + '.html'), (inner, at) => {
            const { title } = inner.document.querySelector('#page');
            return title === args[0][at] ? '' : 'another title: ' + title;
          })";
        let wrong = page.js_async(&[WRONG, script].concat(), json!([titles]));
        assert_eq!(wrong, json!([]));
        page.assert_silent_console();
        page.assert_only_own_requests();
    });
}

#[test]
fn hostile_systems_change_nothing() {
    let folder = unpacked("systems", Form::Scorm12);
    browse_in(&folder, |page| {
        page.go(&format!("{}system.html", page.server.address()));
        let script = "const pages = args[0].map(() => 'course.html');
          const before = (window, at) => {
            window.set = [];
            window.API = { LMSInitialize: () => 'true', LMSGetValue: () => args[0][at], LMSCommit: () => 'true', LMSFinish: () => 'true',
              LMSSetValue: (name, value) => { window.set.push([name, value]); return 'true' } };
          };
          return await wrong(pages, async (inner, at, port, { set }) => {
            tell(port, args[0][at]);
            if (!await until(() => set.some(([name, value]) => name.endsWith('lesson_status') && value === 'failed'))) return 'no result';
            if (set.some(([name, value]) => typeof value !== 'string' || value.length > 4096)) return 'too long or no text';
            return set.filter(([name]) => name.endsWith('.id')).length === 1 ? '' : 'an answer of no shape';
          }, before)";
        let wrong = page.js_async(&[WRONG, script].concat(), json!([hostile()]));
        assert_eq!(wrong, json!([]));
        page.assert_silent_console();
        page.assert_only_own_requests();
        let script = "const apis = [7, 'API', {}, () => 'true', { LMSInitialize() { throw 1 } }, { LMSInitialize: () => 'false' }];
          const look = inner => inner.document.querySelector('#said').textContent.includes('記録されない') ? '' : 'it says nothing';
          return await wrong(apis.map(() => 'course.html'), look, (window, at) => window.API = apis[at])";
        assert_eq!(page.js_async(&[WRONG, script].concat(), json!([])), json!([]));
    });
}

#[test]
fn hostile_launches_record_what_they_say_or_nothing() {
    let folder = unpacked("launches", Form::Xapi);
    browse_in(&folder, |page| {
        page.go(&format!("{}system.html", page.server.address()));
        let script = "const texts = args[0], own = new URL('store/', location).href;
          const address = asked => 'xapi.html?' + new URLSearchParams(asked);
          const launch = text => address({ endpoint: own, auth: text, registration: text, activity_id: text,
            actor: JSON.stringify({ name: [text], mbox: 'mailto:a@example.org' }) });
          const told = async (inner, at, port) => {
            const sent = [], text = texts[at];
            inner.fetch = async (address, { headers, body }) => {
              sent.push([new URL(address).origin, headers.Authorization, JSON.parse(body)]);
              return { status: 204 };
            };
            tell(port, text);
            if (!await until(() => sent.length === 3)) return sent.length + ' statements';
            const isTrue = ([origin, auth, { actor, context }]) =>
              origin === location.origin && auth === text && actor.name === text && context.registration === text;
            const { object, result } = sent[0][2];
            const isWhole = sent.every(isTrue) && result.response === text && object.definition.name.ja === text;
            return isWhole ? '' : JSON.stringify(sent);
          };
          const none = text => address({ endpoint: text, auth: text, actor: text, registration: text, activity_id: text });
          const said = inner => inner.document.querySelector('#said').textContent.includes('記録されない') ? '' : 'it says nothing';
          return [...await wrong(texts.map(launch), told), ...await wrong(texts.map(none), said)]";
        let wrong = page.js_async(&[WRONG, script].concat(), json!([hostile()]));
        assert_eq!(wrong, json!([]));
        page.assert_silent_console();
        page.assert_only_own_requests();
    });
}
