//! Which parts of the matrix are in the window.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::dom;

/// By so many pixels what stands above the matrix may become lower with a change of the filter.
const SLACK: f64 = 128.0;

/// How many parts of the matrix begin in the window, counted as [`crate::ui::Part::place`] does. `None` where all are to be
/// drawn: there is no matrix, or its head is left out, as in a narrow window, where a row is as high as what the filter
/// leaves in it.
pub fn begun() -> Option<usize> {
    let parts = dom::document().query_selector_all(".matrix,.matrix tr").ok()?;
    let rect = |at| Some(parts.item(at)?.unchecked_into::<Element>().get_bounding_client_rect());
    let head = rect(1)?;
    let edge = f64::from(dom::page().client_height()) + SLACK;
    let begun = (0..).find(|at| rect(*at).is_none_or(|rect| rect.top() >= edge))?;
    (begun == 0 || head.height() > 0.0).then_some(begun as usize)
}
