//! NFKC from the browser, which has Unicode's tables already.

use crate::domain::text::Fold;

/// A fold that asks `String.prototype.normalize`.
pub fn fold() -> Fold {
    Fold {
        nfkc: |text| String::from(js_sys::JsString::from(text).normalize("NFKC")),
    }
}
