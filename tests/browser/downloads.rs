//! The page of the downloads: reached from the foot of the page, looked at, and every file that it names is there.

use serde_json::json;

use crate::harness::{Page, Scheme, browse};

#[track_caller]
fn follow_the_foot(page: &Page) {
    page.open("start");
    page.click_seen(".foot a");
    page.see_words("h1", "持ち出す");
}

#[test]
fn the_foot_leads_there_and_its_name_back() {
    browse(|page| {
        follow_the_foot(page);
        page.click_seen("header a");
        page.see("#app .doors");
    });
}

#[test]
fn it_leads_to_the_dialogue_for_teachers() {
    browse(|page| {
        follow_the_foot(page);
        page.click_seen("p a[href$='#material']");
        page.wait_for("#material-sort");
    });
}

#[test]
fn it_looks_good() {
    browse(|page| {
        follow_the_foot(page);
        let mut faults = Vec::new();
        for scheme in [Scheme::Light, Scheme::Dark] {
            page.scheme(scheme);
            for width in [320, 390, 1280] {
                page.size(width, 800);
                let wide = page.js("return document.scrollingElement.scrollWidth > innerWidth", json!([]));
                if wide == json!(true) {
                    faults.push(format!("{width}: the page scrolls sideways"));
                }
                faults.extend(page.violations(&format!("the downloads, {width}")));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

#[test]
fn every_file_is_there() {
    browse(|page| {
        follow_the_foot(page);
        let names = page.js(
            "return [...document.querySelectorAll('a[download]')].map(link => link.pathname)",
            json!([]),
        );
        let names = names.as_array().expect("a list");
        assert!(names.len() > 15, "{names:?}");
        // The policy of the page of the downloads lets it ask for nothing.
        page.open("start");
        for name in names {
            let script = "const answer = await fetch(args[0]); return [answer.status, (await answer.arrayBuffer()).byteLength > 1000]";
            assert_eq!(page.js_async(script, json!([name])), json!([200, true]), "{name}");
        }
    });
}
