//! The browser: the only place that names web-sys, js-sys, gloo and storage.
//!
//! It hands the pack and the kept settings to the app, turns events of the page into messages ([`gestures`]), and does
//! what the app asks for ([`effects`]). What a browser refuses is said on the page; nothing here panics.

mod card;
mod dom;
mod effects;
pub mod embed;
mod gestures;
pub mod learner;
mod nfkc;
mod root;
mod settings;
mod sight;
mod storage;

use std::cell::Cell;
use std::rc::Rc;

use crate::app::Model;
use crate::domain::library::Library;
use crate::domain::pack::Pack;
use crate::domain::pack::file::{LoadError, Parsed};
use crate::domain::words;
use crate::ui::Part;

/// How far the start has come.
enum Step {
    Words,
    Parse,
    Read(Parsed<'static>),
    Index(Pack),
    Draw(&'static Library),
}

thread_local! {
    static STEP: Cell<Option<Step>> = const { Cell::new(None) };
}

/// Begins the start. `assets/start.js` then calls [`prepare`] and [`draw`], and lets the page answer in between.
pub fn start() {
    STEP.set(Some(Step::Words));
}

/// Does one step of what must be done before the page can be drawn; whether there is another.
///
/// # Errors
///
/// What in the page's data is missing or damaged, in both languages.
pub fn prepare() -> Result<bool, String> {
    let next = match STEP.take() {
        Some(Step::Words) => words().map(|()| Step::Parse),
        Some(Step::Parse) => Parsed::new(data("pack")?.leak()).map(Step::Read).map_err(unreadable),
        Some(Step::Read(parsed)) => parsed.pack().map(Step::Index).map_err(unreadable),
        Some(Step::Index(pack)) => Ok(Step::Draw(Box::leak(Box::new(Library::new(pack, nfkc::fold()))))),
        done => {
            STEP.set(done);
            return Ok(false);
        }
    };
    STEP.set(Some(next?));
    Ok(true)
}

/// Mounts the app over the static page.
pub fn draw() {
    let (Some(mount), Some(Step::Draw(library))) = (dom::element("app"), STEP.take()) else {
        return;
    };
    let seed = (js_sys::Math::random() * 1e6) as u64;
    let model = Model::new(library, &dom::fragment(), settings::read(), seed);
    let app = Rc::new(root::App::new(model));
    let part = Part::Page;
    yew::Renderer::<root::Root>::with_root_and_props(mount.into(), root::RootProps { app, part }).render();
    dom::page().set_attribute("data-ready", "").ok();
}

/// Gives the page its words, which stand in it as data.
fn words() -> Result<(), String> {
    match words::give(data("words")?.leak()) {
        true => Ok(()),
        false => Err(not_there("words")),
    }
}

fn unreadable(error: LoadError) -> String {
    ["教材が読めない。 / The pack cannot be read: ", &error.to_string()].concat()
}

/// What an element carries.
fn data(id: &str) -> Result<String, String> {
    let text = dom::element(id).and_then(|element| element.text_content());
    text.ok_or_else(|| not_there(id))
}

/// In both languages, since the words themselves may be what is not there.
fn not_there(id: &str) -> String {
    [
        "このページには #",
        id,
        " がないか、壊れている。ページを作り直す。 / #",
        id,
        " is missing or damaged: build the page again.",
    ]
    .concat()
}
