//! The part of an address behind `?`: `q=停戦&sort=left`, percent-encoded as browsers do.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// What must not stand as itself in a value.
const RESERVED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'>')
    .add(b'=');

/// The value of `key`, decoded; the first where there are several.
///
/// ```
/// use yomikurabe::app::query;
/// assert_eq!(query::get("q=%E5%81%9C%E6%88%A6&sort=left", "q").as_deref(), Some("停戦"));
/// assert_eq!(query::get("q=a", "sort"), None);
/// ```
#[must_use]
pub fn get(query: &str, key: &str) -> Option<String> {
    let value = query
        .split('&')
        .filter_map(|part| part.split_once('='))
        .find(|(name, _)| *name == key)?
        .1;
    Some(percent_decode_str(value).decode_utf8_lossy().into_owned())
}

/// The query with `key` set to `value`, or without it where the value is empty.
///
/// ```
/// use yomikurabe::app::query;
/// assert_eq!(query::set("q=a&sort=left", "q", "a b"), "sort=left&q=a%20b");
/// assert_eq!(query::set("q=a&sort=left", "q", ""), "sort=left");
/// ```
#[must_use]
pub fn set(query: &str, key: &str, value: &str) -> String {
    let others = query
        .split('&')
        .filter(|part| !part.is_empty() && part.split('=').next() != Some(key));
    let mut out: Vec<String> = others.map(str::to_owned).collect();
    if !value.is_empty() {
        out.push([key, "=", &utf8_percent_encode(value, RESERVED).to_string()].concat());
    }
    out.join("&")
}
