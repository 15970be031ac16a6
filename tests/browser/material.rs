//! The dialogue for teachers: chosen by keyboard, looked at, copied, and its package read back from the disk.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::embedding::{copy, hostile};
use crate::harness::{Key, Page, Scheme, browse, browse_in, required, target};

const COPY: &str = "https://example.org/yomi/";
const CLIPBOARD: &str =
    "Object.defineProperty(navigator, 'clipboard', { value: { async writeText(text) { self.clip = text; } } })";
const NO_CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { value: undefined })";

/// Opens the dialogue for a view and says where the copy stands.
fn open(page: &Page, view: &str) {
    page.open(&format!("material?of={}", view.replace('&', "%26").replace('=', "%3D")));
    page.wait_for("#material-copy");
    page.wait_for_text("#learner-snippets", "置いたところのURLを書く");
    page.tab_to("#material-copy");
    page.type_text(COPY);
    page.wait_for("#material-frame");
}

fn value(page: &Page, id: &str) -> String {
    page.js_text("return document.getElementById(arguments[0]).value", json!([id]))
}

/// What stands in the page of the preview.
fn inner(expression: &str) -> String {
    format!("document.querySelector('.learner-preview')?.contentDocument?.{expression}")
}

#[test]
fn a_view_is_put_into_a_course_by_keyboard() {
    browse(|page| {
        page.open("doc/paris-declaration");
        page.tab_to(".foot a[href^='#material']");
        page.press(Key::Enter);
        page.wait_for("#material-sort");
        assert_eq!(
            (value(page, "material-sort"), value(page, "material-document")),
            ("document".into(), "paris-declaration".into())
        );
        page.wait("the preview runs", &inner("documentElement.hasAttribute('data-ready')"));
        page.wait(
            "without the bar",
            &format!("{} === false", inner("querySelector('.bar').checkVisibility()")),
        );
        page.choose("#material-sort", "quiz");
        page.wait_for("#material-seed");
        assert!(page.focus_is("#material-sort"), "the focus stays");
        page.wait("the preview asks", &inner("querySelector('#stem')"));
        page.tab_to("#material-pass");
        page.type_text("600");
        page.wait_for_text("#learner-snippets", "0から100まで");
        page.wait_for_text("#learner-preview", "0から100まで");
        page.press(Key::Backspace);
        page.wait_for_text("#learner-snippets", "置いたところのURLを書く");
        page.tab_to("#material-copy");
        page.type_text("example");
        page.wait_for_text("#learner-snippets", "https:// で始まり");
        (0..7).for_each(|_| page.press(Key::Backspace));
        page.type_text(COPY);
        page.wait_for("#material-link");
        assert_eq!(
            value(page, "material-link"),
            "https://example.org/yomi/#quiz/paper?seed=1&n=10&pass=60"
        );
        assert!(
            value(page, "material-frame")
                .contains("?embed&amp;lang=ja&amp;theme=system#quiz/paper?seed=1&amp;n=10&amp;pass=60")
        );
    });
}

/// Two answers are marked in the preview, and the teacher's own log has none.
#[test]
fn what_is_tried_in_the_preview_is_not_kept() {
    browse(|page| {
        open(page, "quiz/paper?seed=7&n=3&kinds=true-false");
        for number in 1..=2 {
            page.wait("the preview asks", &inner("querySelector('.option:not([disabled])')"));
            let press = |what: &str| page.js(&format!("{}.click()", inner(what)), json!([]));
            press("querySelector('.option')");
            page.wait("it is marked", &inner("querySelector('.option.right')"));
            assert_eq!(
                page.js_async(LOGGED, json!([])),
                json!(0),
                "after {number} answers in the preview"
            );
            press("querySelector('[data-press=\"next\"]')");
        }
    });
}

/// How many answers the page keeps, once it has had time to keep them.
const LOGGED: &str = "
    await new Promise(done => setTimeout(done, 300));
    if (!(await indexedDB.databases()).some(base => base.name === 'yomikurabe.ukraine')) return 0;
    const base = await new Promise(done => { const asked = indexedDB.open('yomikurabe.ukraine'); asked.onsuccess = () => done(asked.result); });
    if (!base.objectStoreNames.contains('log')) return 0;
    const asked = base.transaction('log').objectStore('log').count();
    const count = await new Promise(done => asked.onsuccess = () => done(asked.result));
    base.close();
    return count;";

#[test]
fn texts_are_copied_or_shown() {
    for (clipboard, is_there) in [(CLIPBOARD, true), (NO_CLIPBOARD, false)] {
        browse(|page| {
            page.before_every_page(clipboard);
            open(page, "issue/multinational-force");
            page.click("[data-do='copy-snippet'][data-of='material-element']");
            if is_there {
                page.wait_for_text("#material-copied", "写した");
                assert_eq!(page.js_text("return clip", json!([])), value(page, "material-element"));
            } else {
                page.wait_for("dialog.giving textarea");
                let shown = page.js_text(
                    "return document.querySelector('dialog.giving textarea').value",
                    json!([]),
                );
                assert_eq!(shown, value(page, "material-element"));
            }
        });
    }
}

#[test]
fn the_code_fills_the_window_and_closes() {
    browse(|page| {
        open(page, "term/new-start");
        page.tab_to("[data-do='enlarge-code']");
        page.press(Key::Enter);
        page.wait_for("#material-code[open]");
        let side = "Math.min(innerWidth, innerHeight) * .6 < document.querySelector('#material-code svg').getBoundingClientRect().width";
        page.wait("it is large", side);
        assert_eq!(page.violations("the code"), Vec::<String>::new());
        page.press(Key::Escape);
        page.wait_gone("#material-code[open]");
        assert!(page.focus_is("[data-do='enlarge-code']"));
    });
}

#[test]
fn an_address_that_leads_nowhere_is_said_and_never_markup() {
    browse(|page| {
        page.open("material?of=doc/%3Cimg%20src=x%20onerror=self.ran=1%3E");
        page.wait_for_text("learner-part [role='alert']", "という画面はこの教材にない");
        page.wait_for("#material-document");
        assert_eq!(page.js("return self.ran ?? null", json!([])), json!(null));
    });
}

/// Each text is put into every field that takes one, and into the address from which the dialogue begins.
#[test]
fn hostile_texts_are_refused_in_words() {
    browse(|page| {
        page.before_every_page("self.ran = 0");
        open(page, "quiz");
        let script = "
          const said = () => document.querySelector('#learner-snippets').textContent;
          const until = async is => { for (let left = 2000; left && !is(); left -= 1) await new Promise(done => setTimeout(done, 5)); return is() };
          const put = (field, text) => { field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })) };
          for (const field of ['seed', 'n', 'pass', 'pixels', 'copy'].map(name => document.getElementById('material-' + name))) {
            const before = field.value;
            for (const text of args[0]) {
              put(field, text);
              // The browser leaves line ends and spaces out of a field.
              const frame = document.querySelector('#material-frame');
              if (frame) {
                if (!/^<iframe src=\"https?:[^\"<>]*\"( [a-z]+=\"[^\"<>]*\")+><.iframe>$/.test(frame.value)) return frame.value;
              } else if (!/[。]/.test(said())) return field.id + ' says nothing of ' + text;
            }
            put(field, before);
            if (!document.querySelector('#material-frame')) return field.id + ' stays refused';
          }
          for (const text of args[0]) {
            const address = '#material?of=' + encodeURIComponent(text);
            location.hash = address;
            const lost = () => document.querySelector('learner-part [role=alert]')?.textContent.includes(text);
            const here = () => !document.querySelector('learner-part [role=alert]') && document.querySelector('#material-sort');
            if (!await until(() => lost() || here())) return 'no dialogue after ' + text;
            document.querySelector('.learner-preview')?.remove();
            if (document.querySelector('learner-part').querySelector('img, script, object, embed, svg:not(.learner-code)')) return 'markup of ' + text;
          }
          return self.ran ? 'it ran' : ''";
        assert_eq!(page.js_async(script, json!([hostile()])), json!(""));
        page.assert_silent_console();
    });
}

/// What is copied stands in a page of another site, and works there.
#[test]
fn what_is_copied_works_where_it_is_put() {
    let folder = target().join("material").join("course");
    copy(Path::new(&required("YOMIKURABE_DIST")), &folder);
    browse_in(&folder, |page| {
        for (name, view, seen) in [
            ("frame", "doc/paris-declaration", ".text p"),
            ("element", "quiz/paper?seed=7&n=3&pass=60", "#stem"),
        ] {
            page.open("start");
            page.open(&format!("material?of={}", view.replace('&', "%26").replace('=', "%3D")));
            page.wait_for("#material-copy");
            page.choose("#material-lang", "en");
            page.choose("#material-theme", "dark");
            page.tab_to("#material-copy");
            page.type_text(&page.server.address());
            page.wait_for("#material-frame");
            let snippet = value(page, &["material-", name].concat());
            let html = format!(
                "<!DOCTYPE html><html lang=ja><meta charset=utf-8><title>授業</title><link rel=icon href=data:,><body>{snippet}"
            );
            fs::write(folder.join("lesson.html"), html).expect("a file can be written");
            let ours = page.server.address();
            page.go(&format!("{}lesson.html?{name}", ours.replace("127.0.0.1", "localhost")));
            let frame = "(document.querySelector('iframe') ?? document.querySelector('yomi-kurabe')?.shadowRoot?.querySelector('iframe'))";
            page.enter_frame_of(frame);
            page.wait_for(seen);
            page.wait(
                "it is as it was chosen",
                "document.documentElement.lang === 'en' && document.documentElement.dataset.theme === 'dark' && !document.querySelector('.bar').checkVisibility()",
            );
            page.wait(
                "it is the view",
                &format!(
                    "location.hash.startsWith('#{}')",
                    view.split('?').next().unwrap_or_default()
                ),
            );
            page.leave_frames();
            let height = if name == "frame" { "=== 600" } else { "!== 480" };
            page.wait(
                "it is as high as it should be",
                &format!("{frame}.clientHeight {height}"),
            );
            page.assert_silent_console();
        }
    });
}

#[test]
fn it_looks_good() {
    browse(|page| {
        open(page, "quiz");
        let mut faults = Vec::new();
        for (scheme, width) in [
            (Scheme::Light, 1280),
            (Scheme::Dark, 390),
            (Scheme::Dark, 1280),
            (Scheme::Light, 320),
        ] {
            page.scheme(scheme);
            page.size(width, 900);
            page.settle();
            faults.extend(page.violations(&format!("the dialogue at {width}")));
            if page.js("return document.documentElement.scrollWidth > innerWidth", json!([])) == json!(true) {
                faults.push(format!("{width}: the page scrolls sideways"));
            }
        }
        page.size(1280, 900);
        page.click("[data-press='lang:en']");
        page.wait_for_text("#learner-what", "What to put in");
        assert_eq!(value(page, "material-copy"), COPY, "what was chosen stays");
        faults.extend(page.violations("the dialogue in English"));
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

/// The built page with a package beside it, as small as one can be.
fn with_package(name: &str, entry: &[u8]) -> PathBuf {
    let folder = target().join("material").join(name);
    fs::create_dir_all(folder.join("downloads")).expect("a folder can be made");
    for file in fs::read_dir(Path::new(&required("YOMIKURABE_DIST")))
        .expect("the built page")
        .flatten()
    {
        if file.path().is_file() {
            fs::copy(file.path(), folder.join(file.file_name())).expect("a file can be copied");
        }
    }
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    zip.start_file("course.js", options).expect("memory");
    zip.write_all(entry).expect("memory");
    let zip = zip.finish().expect("memory").into_inner();
    fs::write(folder.join("downloads/course-scorm12.zip"), zip).expect("a file can be written");
    folder
}

#[test]
fn a_package_is_downloaded_with_the_choice_in_it() {
    let saved = target().join("tmp").join("packages");
    fs::remove_dir_all(&saved).ok();
    fs::create_dir_all(&saved).expect("target/ can be written to");
    browse_in(&with_package("whole", &[b' '; 2_048]), |page| {
        let behaviour = json!({ "behavior": "allow", "downloadPath": saved.to_string_lossy() });
        page.devtools("Browser.setDownloadBehavior", behaviour);
        page.open("material?of=quiz/paper%3Fseed%3D7%26n%3D5%26pass%3D60");
        page.wait_for("#material-seed");
        page.click("[data-of='course-scorm12.zip']");
        page.wait_for_text("#material-given", "SCORM 1.2");
        let file = saved.join("course-scorm12.zip");
        page.wait_here("the file is saved", || file.exists());
        let mut zip = zip::ZipArchive::new(fs::File::open(&file).expect("just seen")).expect("a zip");
        let mut text = String::new();
        zip.by_name("course.js")
            .expect("the entry")
            .read_to_string(&mut text)
            .expect("its checksum is right");
        assert!(
            text.starts_with(r#"self.COURSE = {"view":"quiz/paper?seed=7&n=5&pass=60","#),
            "{text}"
        );
    });
}

#[test]
fn a_package_of_another_shape_is_not_given_out() {
    browse_in(&with_package("foreign", b"short"), |page| {
        page.open("material?of=timeline");
        page.wait_for("#material-sort");
        page.click("[data-of='course-scorm12.zip']");
        page.wait_for_text("#material-given", "何も書きこまなかった");
    });
}

/// A printer that keeps what it was given until it is told that all is done.
const PRINTER: &str = "self.print = () => dispatchEvent(new Event('beforeprint'))";

/// The paper has the questions that the class gets under the same number, and their key behind them.
#[test]
fn a_paper_with_its_key_comes_out_of_a_printer() {
    browse(|page| {
        page.before_every_page(PRINTER);
        let address = "quiz/paper?seed=7&n=4&kinds=true-false,order";
        page.open(address);
        page.wait_for("#stem");
        let first = page.js_text("return document.querySelector('#stem').textContent", json!([]));
        open(page, address);
        page.tab_to("[data-do='print-sheet']");
        page.press(Key::Enter);
        page.wait("the paper is there", "document.querySelector('.printed #quiz')");
        let stems = page.texts(".printed ol.wrongs > li > b");
        assert_eq!((stems.len(), stems[0].as_str()), (4, first.as_str()));
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        page.wait(
            "nothing else is printed",
            "!document.querySelector('#app').checkVisibility()",
        );
        let key = page.texts(".printed .key li");
        assert_eq!(key.len(), 4);
        assert!(key.iter().all(|line| line.contains('¶')), "{key:?}");
        page.js("dispatchEvent(new Event('afterprint'))", json!([]));
        page.wait_gone(".printed");
    });
}

#[test]
fn where_no_paper_can_be_drawn_that_is_said() {
    browse(|page| {
        page.before_every_page(PRINTER);
        page.devtools("Network.enable", json!({}));
        page.devtools("Network.setBlockedURLs", json!({ "urls": ["*yomikurabe.js"] }));
        open(page, "quiz/paper?seed=7&n=4");
        page.tab_to("[data-do='print-sheet']");
        page.press(Key::Enter);
        page.wait_for_text("#material-sheet", "問題を用意できなかった");
    });
}
