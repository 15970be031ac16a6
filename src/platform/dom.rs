//! Short ways to the page's elements.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, Window};

/// The window. The app runs nowhere else.
pub fn window() -> Window {
    web_sys::window().expect("the app is started by a page")
}

/// The document of the window.
pub fn document() -> Document {
    window().document().expect("a window that runs scripts has a document")
}

/// The element `<html>`.
pub fn page() -> Element {
    document().document_element().expect("a document has a root element")
}

/// An element by its id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// What stands behind `#` in the address, decoded.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    let text = hash.strip_prefix('#').unwrap_or(&hash);
    let (path, query) = text.split_once('?').unwrap_or((text, ""));
    let path = js_sys::decode_uri_component(path).map_or_else(|_| path.to_owned(), String::from);
    if query.is_empty() {
        path
    } else {
        [&path, "?", query].concat()
    }
}

/// An object with these fields.
pub fn object(fields: &[(&str, JsValue)]) -> Result<JsValue, JsValue> {
    let object = js_sys::Object::new().into();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object)
}
