//! Takes the pictures of the README from the built page: `cargo xtask pictures` writes them to `docs/pictures/`.

#[path = "browser/harness/mod.rs"]
mod harness;

use std::fs;
use std::path::Path;

use harness::{Page, Scheme, browse};

/// A picture: its name, the window, light or dark, and how to get to what it shows.
type Picture = (&'static str, (u32, u32), Scheme, fn(&Page));

const WIDE: (u32, u32) = (1280, 800);
const NARROW: (u32, u32) = (390, 800);

const PICTURES: [Picture; 9] = [
    ("start", WIDE, Scheme::Light, |page| page.open("start")),
    ("reader", WIDE, Scheme::Light, reader),
    ("reader-dark", WIDE, Scheme::Dark, reader),
    ("reader-390", NARROW, Scheme::Light, reader),
    ("popup", WIDE, Scheme::Light, popup),
    ("popup-390", NARROW, Scheme::Dark, popup),
    ("compare", WIDE, Scheme::Light, |page| page.open("compare")),
    ("compare-390", NARROW, Scheme::Light, |page| page.open("compare")),
    ("quiz", WIDE, Scheme::Light, quiz),
];

#[test]
fn pictures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    fs::create_dir_all(&folder).expect("docs/ can be written to");
    browse(|page| {
        for (name, (width, height), scheme, show) in PICTURES {
            page.size(width, height);
            page.scheme(scheme);
            show(page);
            page.settle();
            let file = folder.join(name).with_extension("png");
            fs::write(&file, page.screenshot()).expect("a file can be written there");
            println!("{}", file.display());
        }
    });
}

fn reader(page: &Page) {
    page.open("doc/paris-declaration/s2");
    page.wait_for(".text .term");
}

fn popup(page: &Page) {
    reader(page);
    page.click("p[data-p='2'] .term[data-term='coalition-of-the-willing']");
    page.wait_for("#card:popover-open:not([data-unseen])");
}

fn quiz(page: &Page) {
    page.open("quiz/paper?seed=4&n=10&kinds=who-said");
    page.wait_for("#stem");
    page.type_text("2");
    page.wait_for(".why");
}
