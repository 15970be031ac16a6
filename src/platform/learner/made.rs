//! Elements of the page made of plain ones: by `createElement`, so that no text ever becomes markup.

use web_sys::{Document, Element};

use super::super::dom;
use crate::learner::{El, Kid};

const SVG: &str = "http://www.w3.org/2000/svg";
const HTML: &str = "http://www.w3.org/1999/xhtml";

/// Puts elements in the place of all that is in one.
pub fn fill(place: &Element, elements: &[El]) {
    place.set_text_content(None);
    for element in elements {
        append(place, element);
    }
}

/// Puts an element at the end of a place.
pub fn append(place: &Element, element: &El) {
    make(&dom::document(), place, element, HTML);
}

/// Puts an element before all that is in a place.
pub fn add(place: &Element, element: &El) {
    if let Some(made) = make(&dom::document(), place, element, HTML) {
        place.insert_before(&made, place.first_child().as_ref()).ok();
    }
}

/// Puts an element in the place of the one of its id.
pub fn replace(element: &El) {
    let Some(old) = dom::element(element.attribute("id")) else {
        return;
    };
    let document = dom::document();
    let Some(parent) = old.parent_element() else { return };
    if let Some(new) = make(&document, &parent, element, HTML) {
        parent.replace_child(&new, &old).ok();
    }
}

/// Makes an element at the end of another. What the browser refuses to make is left out.
fn make(document: &Document, parent: &Element, element: &El, around: &str) -> Option<Element> {
    let space = if element.name == "svg" { SVG } else { around };
    let made = document.create_element_ns(Some(space), element.name).ok()?;
    for (name, value) in &element.attributes {
        made.set_attribute(name, value).ok();
    }
    for kid in &element.kids {
        match kid {
            Kid::El(kid) => drop(make(document, &made, kid, space)),
            Kid::Text(text) => made.append_with_str_1(text).unwrap_or_default(),
        }
    }
    parent.append_child(&made).ok()?;
    Some(made)
}
