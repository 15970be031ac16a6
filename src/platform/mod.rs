//! The browser: the only place that names web-sys, js-sys, gloo and storage.
//!
//! It hands the pack and the kept settings to the app, turns events of the page into messages ([`gestures`]), and does
//! what the app asks for ([`effects`]). What a browser refuses is said on the page; nothing here panics.

mod card;
mod dom;
mod effects;
mod gestures;
mod nfkc;
mod root;
mod settings;
mod storage;

use std::rc::Rc;

use crate::app::Model;
use crate::domain::library::Library;
use crate::domain::pack::file;
use crate::domain::words;
use crate::ui::Part;

/// Reads the pack out of the page and mounts the app over it.
pub fn start() {
    let Some(mount) = dom::element("app") else { return };
    match words().and_then(|()| library()) {
        Ok(library) => {
            let library = Box::leak(Box::new(library));
            let seed = (js_sys::Math::random() * 1e6) as u64;
            let model = Model::new(library, &dom::fragment(), settings::read(), seed);
            let app = Rc::new(root::App::new(model));
            let part = Part::Page;
            yew::Renderer::<root::Root>::with_root_and_props(mount.into(), root::RootProps { app, part }).render();
            dom::page().set_attribute("data-ready", "").ok();
        }
        Err(message) => mount.set_text_content(Some(&message)),
    }
}

/// Gives the page its words, which stand in it as data.
fn words() -> Result<(), String> {
    match words::give(data("words")?.leak()) {
        true => Ok(()),
        false => Err(not_there("words")),
    }
}

/// The pack that stands in the page as data.
fn library() -> Result<Library, String> {
    let pack = file::read(&data("pack")?)
        .map_err(|error| ["教材が読めない。 / The pack cannot be read: ", &error.to_string()].concat())?;
    Ok(Library::new(pack, nfkc::fold()))
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
