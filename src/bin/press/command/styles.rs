//! The styles stand in the page: one that waits for no other file is seen a round trip earlier on a slow line.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::page::{allowed, between};

/// Which styles the page allows before: those of its own files.
const POLICY: &str = "style-src 'self'";
/// How the page names a file with styles.
pub const LINK: &str = "<link rel=\"stylesheet\"";
/// How the styles of the engine, which come first, begin and end in the finished page.
const STYLE: [&str; 2] = ["<style>", "</style>"];

/// Puts the styles that these pages of a folder name into them, where their policies allow them by their hashes, and removes
/// the files.
pub fn run(folder: &Path, pages: &[&str]) -> Result<(), String> {
    let mut named = BTreeSet::new();
    for page in pages {
        let fail = |error| format!("{page}: {error}");
        let html = fs::read_to_string(folder.join(page)).map_err(fail)?;
        let file = |name: &str| fs::read_to_string(folder.join(name)).map_err(|error| format!("{name}: {error}"));
        let html = inlined(&html, &mut |name| {
            named.insert(name.to_owned());
            file(name)
        })?;
        fs::write(folder.join(page), html).map_err(fail)?;
    }
    let remove = |name: &String| fs::remove_file(folder.join(name)).map_err(|error| format!("{name}: {error}"));
    named.iter().try_for_each(remove)
}

/// The page without the styles of the engine, and these: what `press sizes` weighs apart.
pub fn split(html: &str) -> Option<(String, &str)> {
    let (before, style, after) = between(html, STYLE)?;
    Some(([before, after].concat(), style))
}

/// Styles beside each other become one.
fn inlined(html: &str, file: &mut dyn FnMut(&str) -> Result<String, String>) -> Result<String, String> {
    let mut html = html.replacen(POLICY, "style-src", 1);
    while let Some((before, mut rest)) = html.split_once(LINK) {
        let mut style = String::new();
        loop {
            let (tag, after) = rest.split_once('>').ok_or("a link to styles does not end")?;
            let name = tag.split('"').find(|word| word.starts_with("./"));
            style += &file(name.ok_or("a link to styles names none")?)?;
            rest = after;
            match after.trim_start().strip_prefix(LINK) {
                Some(next) => rest = next,
                None => break,
            }
        }
        let page = [before, &STYLE.join(&style), rest].concat();
        html = allowed(&page, "style-src", &style)?;
    }
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_come_into_the_page_in_their_order() {
        let page = "<meta content=\"style-src 'self'\"><link rel=\"stylesheet\" href=\"./a.css\"/>\
                    <link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"./b.css\">\n<link rel=\"stylesheet\" href=\"./c.css\"><p>";
        let html = inlined(page, &mut |name| Ok(format!("/*{name}*/"))).expect("both are there");
        assert!(!html.contains("'self'"), "{html}");
        assert_eq!(html.matches("'sha256-").count(), 2, "{html}");
        assert!(html.ends_with(
            "<style>/*./a.css*/</style><link rel=\"icon\" href=\"data:,\"><style>/*./b.css*//*./c.css*/</style><p>"
        ));
        let (rest, engine) = split(&html).expect("a style");
        assert_eq!(engine, "/*./a.css*/");
        assert!(rest.contains("/*./b.css*/") && !rest.contains("a.css"));
    }

    #[test]
    fn what_is_missing_is_said() {
        let mut gone = |name: &str| Err(format!("{name}: not there"));
        assert_eq!(
            inlined("<link rel=\"stylesheet\" href=\"./a.css\">", &mut gone),
            Err("./a.css: not there".to_owned())
        );
    }
}
