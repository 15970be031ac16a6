//! The page in pages that treat it as Moodle, Canvas and Open edX do; where that is known from stands in docs/embedding.md.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::embedding::copy;
use crate::harness::{Page, browse_in, required, target};

/// Opens a page of a course, which is another site than ours, and does there what a learner does, in the innermost of the frames
/// that the expressions name.
fn course(name: &str, body: &str, frames: &[&str], allows: Allows) {
    let folder = target().join("courses").join(name);
    copy(Path::new(&required("YOMIKURABE_DIST")), &folder);
    browse_in(&folder, |page| {
        let ours = page.server.address();
        let body = body.replace("OURS/", &ours);
        let unit = body.split_once("UNIT").map(|(_, unit)| unit).unwrap_or_default();
        let html = |body: &str| {
            format!("<!DOCTYPE html><meta charset=utf-8><title>Kurs</title><link rel=icon href=data:,><body>{body}")
        };
        let put = |name: &str, body: &str| fs::write(folder.join(name), html(body)).expect("a file can be written");
        put("unit.html", unit);
        put("host.html", body.split("UNIT").next().unwrap_or_default());
        page.go(&format!("{}host.html", ours.replace("127.0.0.1", "localhost")));
        for frame in frames {
            page.enter_frame_of(frame);
        }
        match allows {
            Allows::Reading => page.see_words("main", "資料"),
            allows => study(page, allows),
        }
        page.assert_silent_console();
    });
}

/// What the page may do there.
#[derive(Clone, Copy)]
enum Allows {
    /// Everything, keeping answers too.
    Storage,
    /// To run.
    Scripts,
    /// To be read.
    Reading,
}

/// Reads, opens a popup, answers, and looks at the record.
fn study(page: &Page, allows: Allows) {
    page.wait_for("html[data-ready]");
    page.wait_for("main .text p");
    page.click(".text .term");
    page.wait_for("#card:popover-open");
    let go = |view: &str| page.js("location.hash = arguments[0]", json!([view]));
    go("quiz/paper?seed=3&n=2&kinds=true-false");
    page.click(".option");
    page.wait_for(".why");
    go("record");
    page.wait_for_text("#record-sum", "1回");
    match allows {
        Allows::Storage => page.wait(
            "nothing is said of losing it",
            "!document.querySelector('#storage').textContent.includes('消える')",
        ),
        Allows::Scripts | Allows::Reading => page.wait_for_text("#storage", "閉じると消える"),
    }
}

const VIEW: &str = "?embed#doc/paris-declaration";

#[test]
fn moodle_shows_a_file_and_an_address_in_a_frame() {
    let frame = |address: &str| {
        format!(
            "<div class='resourcecontent resourcegeneral'><iframe id=resourceobject src='{address}{VIEW}' title=資料 \
             width=900 height=700><a href='{address}'>資料</a></iframe></div>"
        )
    };
    let inside = ["document.querySelector('iframe')"];
    // A file stands at the host's own address, an address at ours.
    course("moodle-file", &frame("yomikurabe.html"), &inside, Allows::Storage);
    course("moodle-url", &frame("OURS/index.html"), &inside, Allows::Storage);
}

#[test]
fn a_moodle_page_takes_the_element() {
    let body = "<div class=no-overflow><script src=OURS/embed-host.js></script>\
                <yomi-kurabe view=doc/paris-declaration></yomi-kurabe></div>";
    let inside = ["document.querySelector('yomi-kurabe')?.shadowRoot?.querySelector('iframe')"];
    course("moodle-page", body, &inside, Allows::Storage);
}

#[test]
fn canvas_leaves_a_frame_in_rich_content() {
    let frame = |file: &str, more: &str| {
        format!(
            "<div class='show-content user_content'><p><iframe style='width: 900px; height: 700px;' title=資料 \
             src='OURS/{file}{VIEW}' width=900 height=700 allowfullscreen=allowfullscreen {more}></iframe></p></div>"
        )
    };
    let inside = ["document.querySelector('iframe')"];
    course("canvas", &frame("index.html", ""), &inside, Allows::Storage);
    let own = "sandbox='allow-scripts allow-same-origin'";
    course("canvas-own", &frame("index.html", own), &inside, Allows::Storage);
    let none = "sandbox=allow-scripts";
    course("canvas-none", &frame("yomikurabe.html", none), &inside, Allows::Scripts);
    // A file of the course whose scripts are not run.
    course(
        "canvas-file",
        &frame("yomikurabe.html", "sandbox"),
        &inside,
        Allows::Reading,
    );
}

#[test]
fn open_edx_shows_a_unit_in_a_frame_of_its_own() {
    let unit = "<iframe title=単元 id=unit-iframe src=unit.html allow='microphone *; camera *; midi *; geolocation *; \
                encrypted-media *; clipboard-write *' allowfullscreen width=1000 height=720 scrolling=no \
                referrerpolicy=origin></iframe>UNIT";
    let outer = "document.querySelector('#unit-iframe')";
    let raw = "<div class='xblock xblock-student_view'>";
    let element = format!(
        "{unit}{raw}<script src=OURS/embed-host.js></script><yomi-kurabe view=doc/paris-declaration></yomi-kurabe></div>"
    );
    let inner = "document.querySelector('yomi-kurabe')?.shadowRoot?.querySelector('iframe')";
    course("edx-element", &element, &[outer, inner], Allows::Storage);
    let frame =
        format!("{unit}{raw}<iframe src='OURS/index.html{VIEW}' title=資料 width=900 height=700></iframe></div>");
    course(
        "edx-frame",
        &frame,
        &[outer, "document.querySelector('iframe')"],
        Allows::Storage,
    );
}
