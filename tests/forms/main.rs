//! Where the page opens: every form of launch in every engine, with three journeys: read with a popup, compare, answer.
//!
//! What is expected stands in the table of `docs/hosting.md`; a cell that differs from it fails.

#[path = "../browser/harness/mod.rs"]
mod harness;

mod form;
mod journeys;
mod table;

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::thread;

use form::{FORMS, Form};
use harness::{Engine, Page, Turn, Without, keep_failure_as, required};
use table::{Cell, Table};

#[test]
fn every_form_opens_as_documented() {
    let columns = thread::scope(|scope| {
        let running = Engine::ALL.map(|engine| scope.spawn(move || column(engine)));
        running.map(|column| column.join().expect("a cell that fails is caught"))
    });
    let table = Table {
        forms: FORMS.map(|form| form.name),
        columns,
    };
    println!("\nWhere the page opens (as documented in docs/hosting.md):\n\n{table}");
    let differing = table.differences(include_str!("../../docs/hosting.md"));
    assert!(differing.is_empty(), "not as documented:\n  {}", differing.join("\n  "));
}

/// The cells of an engine. One browser serves all forms for which nothing else is switched off in it.
fn column(engine: Engine) -> [Cell; FORMS.len()] {
    let mut browser = None;
    let missing = engine.missing();
    let _turn = Turn::take();
    FORMS.map(|form| {
        let absent = missing.clone().or_else(|| form.absent(engine));
        absent.map_or_else(|| cell(engine, form, &mut browser), Cell::NotRun)
    })
}

/// A browser with what is switched off in it.
type Browser = (Without, Page);

fn cell(engine: Engine, form: Form, browser: &mut Option<Browser>) -> Cell {
    let opened = catch_unwind(AssertUnwindSafe(|| {
        let kept = browser.take().filter(|(without, _)| *without == form.without);
        let page = kept.map(|(_, page)| page);
        let mut page = page.unwrap_or_else(|| Page::start_in(engine, form.without, form.server()));
        page.server = form.server();
        let (_, page) = browser.insert((form.without, page));
        journeys::run(page, form)
    }));
    opened.map_or_else(
        |panic| {
            // Whatever state it is in, the next form gets another.
            if let Some((_, page)) = browser.take() {
                keep_failure_as(&format!("{engine} {}", form.name), &page);
            }
            Cell::Failed(said_by(&*panic))
        },
        Cell::Opened,
    )
}

fn said_by(panic: &dyn Any) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("it stopped without a word").to_owned()
}

/// The folder with the built page.
fn dist() -> PathBuf {
    PathBuf::from(required("YOMIKURABE_DIST"))
}
