//! The popup's element: shown in the top layer beside its word, and taken away.

use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, HtmlElement};

use super::dom;
use crate::app::placing::{Place, Rect, Size, beside};

/// Says that the card is laid out and not to be seen yet; `assets/style.css` hides it.
const UNSEEN: &str = "data-unseen";

/// Lays the popup out beside the element of its word, unseen.
pub fn prepare(word: &str) {
    let Some(card) = dom::element("card") else { return };
    card.set_attribute(UNSEEN, "").ok();
    lay_out(&card);
    place(&card, word);
}

/// Shows the popup beside the element of its word, and from its beginning; focuses it if asked.
pub fn show(word: &str, focused: bool) {
    let Some(card) = dom::element("card") else { return };
    if !card.has_attribute(UNSEEN) {
        lay_out(&card);
    }
    place(&card, word);
    card.remove_attribute(UNSEEN).ok();
    not_expanded();
    if let Some(word) = dom::element(word) {
        word.set_attribute("aria-expanded", "true").ok();
    }
    if focused && let Some(headword) = dom::element("card-word") {
        super::effects::focus_quietly(&headword);
    }
}

/// As high as it would be, in the top layer, at its beginning.
fn lay_out(card: &HtmlElement) {
    card.style().remove_property("max-height").ok();
    if !card.matches(":popover-open").unwrap_or(false) {
        card.show_popover().ok();
    }
    card.set_scroll_top(0);
}

/// The word that had the popup has it no more.
fn not_expanded() {
    let word = dom::document().query_selector(".term[aria-expanded=true]");
    if let Ok(Some(word)) = word {
        word.set_attribute("aria-expanded", "false").ok();
    }
}

/// Takes the popup away.
pub fn hide() {
    not_expanded();
    if let Some(card) = dom::element("card") {
        card.remove_attribute(UNSEEN).ok();
        card.hide_popover().ok();
    }
}

/// It stands in the page and not in the window, so that it scrolls with its word. It is moved there as a whole, which
/// spares the browser a second layout.
fn place(card: &HtmlElement, word: &str) {
    let (style, page, window) = (card.style(), dom::page(), dom::window());
    let natural = card.get_bounding_client_rect();
    let size = Size {
        width: natural.width(),
        height: natural.height(),
    };
    let room = Size {
        width: f64::from(page.client_width()),
        height: f64::from(page.client_height()),
    };
    let Some(Place { left, top, most }) = beside(&lines(word), size, room) else {
        return;
    };
    let (x, y) = (
        window.page_x_offset().unwrap_or(0.0),
        window.page_y_offset().unwrap_or(0.0),
    );
    let pixels = |value: f64| (value as i32).to_string() + "px";
    let way = ["translate(", &pixels(left + x), ",", &pixels(top + y), ")"].concat();
    style.set_property("transform", &way).ok();
    if size.height > most {
        style.set_property("max-height", &pixels(most)).ok();
    }
}

/// The rectangles of a word and of its readings.
fn lines(word: &str) -> Vec<Rect> {
    let Some(word) = dom::element(word) else {
        return Vec::new();
    };
    let mut lines = boxes(&word);
    if let Ok(readings) = word.query_selector_all("rt") {
        let readings = (0..readings.length()).filter_map(|at| readings.item(at)?.dyn_into::<Element>().ok());
        lines.extend(readings.flat_map(|reading| boxes(&reading)));
    }
    lines
}

fn boxes(element: &Element) -> Vec<Rect> {
    let list = element.get_client_rects();
    let rect = |rect: DomRect| Rect {
        left: rect.left(),
        top: rect.top(),
        bottom: rect.bottom(),
    };
    (0..list.length()).filter_map(|at| list.item(at).map(rect)).collect()
}
