//! Views that are drawn when the page is made: the app shows them, and what is chosen in them needs no script of ours.

use serde_json::json;

use crate::harness::{Page, Scheme, browse, browse_in, required};

/// How many of the elements are seen.
fn seen(page: &Page, css: &str) -> u64 {
    let script = "return [...document.querySelectorAll(arguments[0])].filter(mark => mark.checkVisibility()).length";
    page.js(script, json!([css])).as_u64().expect("a number")
}

/// Unticks the first document and ticks it again.
#[track_caller]
fn choose(page: &Page, within: &str) {
    let (one, other) = (format!("{within} li.d0"), format!("{within} li.d1"));
    let (all, others) = (seen(page, &one), seen(page, &other));
    assert!(all > 0 && others > 0);
    page.click(&format!("{within} details > summary"));
    page.click(&format!("{within} [name='d0']"));
    assert_eq!((seen(page, &one), seen(page, &other)), (0, others));
    page.click(&format!("{within} [name='d0']"));
    assert_eq!(seen(page, &one), all);
}

#[test]
fn the_timeline_is_chosen_from_and_leads_to_its_places() {
    browse(|page| {
        page.open("start");
        page.click(".acts a[href='#timeline']");
        page.wait_for("kept-part [id='timeline'] svg");
        choose(page, "kept-part");
        page.click("kept-part li.d0 a[href^='#doc/']");
        page.wait_for(".text [data-p]");
        page.back();
        page.wait_for("kept-part [id='timeline']");
    });
}

#[test]
fn so_it_is_without_scripts() {
    browse_in(required("YOMIKURABE_DIST").as_ref(), |page| {
        page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        page.load("timeline");
        choose(page, "[id='timeline']");
    });
}

/// Chooses what is shown of the claims by one thing and one document.
#[track_caller]
fn choose_claims(page: &Page, within: &str) {
    let (direct, unnamed) = (format!("{within} .ways .a0"), format!("{within} .ways .lu"));
    let (all, other) = (seen(page, &direct), seen(page, &format!("{within} .ways .a1")));
    assert!(all > 1 && other == 0, "the first kind is chosen");
    page.click(&format!("{within} [value='lu']"));
    assert!(seen(page, &unnamed) > 3);
    assert_eq!(seen(page, &format!("{within} .ways ol > :not(.lu)")), 0);
    page.click(&format!("{within} [value='a0']"));
    page.click(&format!("{within} [value='d0']"));
    let some = seen(page, &direct);
    assert!(0 < some && some < all);
}

#[test]
fn claims_are_chosen_by_the_way_they_came() {
    browse(|page| {
        page.open("known");
        page.wait_for("kept-part [id='ja/known'] .ways");
        choose_claims(page, "kept-part");
        page.click("kept-part .ways .a0.d0 a[href^='#doc/']");
        page.wait_for(".text [data-p]");
    });
    browse_in(required("YOMIKURABE_DIST").as_ref(), |page| {
        page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        page.load("known");
        page.click("[id='known'] a");
        page.wait_for("[id='ja/known']:target");
        choose_claims(page, "[id='ja/known']");
        page.click("[id='ja/known'] .ways .a0.d0 a[href^='#doc/']");
        page.wait_for(".still p:target");
    });
}

#[test]
fn a_pair_leads_to_its_comparison() {
    browse(|page| {
        page.open("agreement");
        page.click("kept-part .stands td a");
        page.wait_for(".split");
        page.back();
        page.wait_for("kept-part [id='agreement']");
    });
}

#[test]
fn so_does_it_to_its_place_without_scripts() {
    browse_in(required("YOMIKURABE_DIST").as_ref(), |page| {
        page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        page.load("agreement");
        page.click("[id='agreement'] td a");
        assert_eq!(seen(page, "[id='agreement'] li:target"), 1);
    });
}

#[test]
fn tellings_are_chosen_by_document_and_lead_to_their_places() {
    browse(|page| {
        page.open("telling");
        page.wait_for("kept-part .case[open] mark");
        let all = seen(page, "kept-part .case");
        page.click("kept-part [value='d0']");
        let some = seen(page, "kept-part .case");
        assert!(0 < some && some < all, "{some} of {all}");
        assert_eq!(seen(page, "kept-part .case.d0"), some);
        page.click("kept-part [value='']");
        assert_eq!(seen(page, "kept-part .case"), all);
        page.click("kept-part .case[open] li a[href^='#doc/']");
        page.wait_for(".text [data-p]");
    });
}

/// `looks.rs` looks at them in Japanese and with most parts closed.
#[test]
fn opened_and_in_english_they_hold() {
    browse(|page| {
        page.open("telling");
        page.click("[data-press='lang:en']");
        page.wait_for_text("kept-part h1", "One event");
        let mut faults = Vec::new();
        for width in [320, 390, 1280] {
            page.size(width, 800);
            for (view, mark) in [
                ("codebook", "kept-part .example mark"),
                ("telling", "kept-part .case mark"),
            ] {
                page.visit(view);
                page.wait_for(mark);
                page.js(OPEN_ALL, json!([]));
                faults.extend(page.violations(view));
                let wide = page.js("return document.scrollingElement.scrollWidth", json!([]));
                if wide.as_u64() > Some(width.into()) {
                    faults.push(format!("{view} is {wide} wide in {width}"));
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

const OPEN_ALL: &str = "for (const part of document.querySelectorAll('kept-part details')) part.open = true";

#[test]
fn the_comparison_leads_to_the_codebook() {
    browse(|page| {
        page.open("compare");
        page.click(".legend a[href='#codebook']");
        page.wait_for("kept-part [id='codebook'] .example mark");
        page.click("kept-part .example a[href^='#statement/']");
        page.wait_for(".saying");
    });
}

/// Refuses the files with views as long as the page says so.
const REFUSE_VIEWS: &str = "
    const ask = self.fetch;
    self.fetch = (file, ...how) => self.refused && /english-|views/.test(file)
      ? Promise.reject(new TypeError('refused')) : ask(file, ...how);";

/// What the page itself has asked for of the English of the views.
const ASKED_FOR_ENGLISH: &str =
    "return performance.getEntriesByType('resource').filter(file => file.name.includes('english-')).length";

#[test]
fn english_comes_when_it_is_asked_for_and_may_be_asked_for_again() {
    browse(|page| {
        page.before_every_page(REFUSE_VIEWS);
        page.open("timeline");
        page.wait_for_text("kept-part h1", "年表");
        assert_eq!(page.js(ASKED_FOR_ENGLISH, json!([])), json!(0));
        page.js("self.refused = true", json!([]));
        page.click("[data-press='lang:en']");
        page.wait_for_text("kept-part", "could not be loaded");
        page.js("self.refused = false", json!([]));
        page.click("kept-part > button");
        page.wait_for_text("kept-part h1", "Timeline");
        page.wait_for_focus("kept-part");
        assert_eq!(page.js(ASKED_FOR_ENGLISH, json!([])), json!(1));
        page.reload();
        page.wait_for_text("kept-part h1", "Timeline");
    });
}

#[test]
fn a_view_on_its_own_page_comes_when_it_is_asked_for() {
    browse(|page| {
        page.before_every_page(REFUSE_VIEWS);
        page.before_every_page("self.refused = true");
        page.load("telling");
        page.wait("it is refused", "document.readyState === 'complete'");
        page.wait_for("main.still kept-part a[href='views.html#ja/telling']");
        page.touch();
        page.wait_for_text("[data-ready] kept-part > button", "もう一度");
        page.js("self.refused = false", json!([]));
        page.click("kept-part > button");
        page.wait_for_text("kept-part h1", "同じ事");
        page.visit("known");
        page.wait_for_text("kept-part h1", "どれほど");
    });
}

#[test]
fn their_page_looks_good() {
    browse(|page| {
        page.before_every_page(REFUSE_VIEWS);
        page.before_every_page("self.refused = true");
        page.load("known");
        page.click("main.still kept-part a");
        page.wait_for("[id='ja/known']:target");
        let mut faults = Vec::new();
        for (scheme, width) in [
            (Scheme::Light, 320),
            (Scheme::Dark, 390),
            (Scheme::Light, 1280),
            (Scheme::Dark, 1280),
        ] {
            page.scheme(scheme);
            page.size(width, 800);
            faults.extend(page.violations(&format!("the views, {width}")));
            let wide = page.js("return document.scrollingElement.scrollWidth", json!([]));
            if wide.as_u64() > Some(width.into()) {
                faults.push(format!("it is {wide} wide in {width}"));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        page.js("scrollTo(0, 0)", json!([]));
        page.click("a[href='views.html#ja/telling']");
        page.wait_for("[id='ja/telling']:target");
    });
}

#[test]
fn each_speaks_the_language_of_the_page() {
    browse(|page| {
        page.open("figures");
        page.wait_for_text("kept-part h1", "数字");
        page.click("[data-press='lang:en']");
        page.wait_for_text("kept-part h1", "Figures");
        page.visit("telling");
        page.wait_for_text("kept-part h1", "One event, several tellings");
        page.visit("timeline");
        page.wait_for_text("kept-part h1", "Timeline");
        page.visit("known");
        page.wait_for_text("kept-part h1", "How surely is it known");
        page.visit("agreement");
        page.wait_for_text("kept-part h1", "Where actors stand to each other");
        page.visit("codebook");
        page.wait_for_text("kept-part h1", "Codebook");
    });
}
