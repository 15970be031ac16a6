//! The styles stand in the page: one that waits for no other file is seen a round trip earlier on a slow line.

use std::fs;
use std::path::Path;

use super::page::allowed;

const INDEX: &str = "index.html";
/// Which styles the page allows before: those of its own files.
const POLICY: &str = "style-src 'self'";
/// How the page names a file with styles.
const LINK: &str = "<link rel=\"stylesheet\"";
/// How the styles of the engine, which come first, begin and end in the finished page.
const STYLE: [&str; 2] = ["<style>", "</style>"];

/// Puts the styles that `page/index.html` names into it, where its policy allows them by their hashes, and removes the files.
pub fn run(page: &Path) -> Result<(), String> {
    let index = page.join(INDEX);
    let html = fs::read_to_string(&index).map_err(|error| format!("{INDEX}: {error}"))?;
    let file = |name: &str| {
        let path = page.join(name);
        let style = fs::read_to_string(&path).map_err(|error| format!("{name}: {error}"))?;
        fs::remove_file(&path).map_err(|error| format!("{name}: {error}"))?;
        Ok(style)
    };
    let html = inlined(&html, &file)?;
    fs::write(&index, html).map_err(|error| format!("{INDEX}: {error}"))
}

/// The page without the styles of the engine, and these: what `press sizes` weighs apart.
pub fn split(html: &str) -> Option<(String, &str)> {
    let (before, rest) = html.split_once(STYLE[0])?;
    let (style, after) = rest.split_once(STYLE[1])?;
    Some(([before, after].concat(), style))
}

fn inlined(html: &str, file: &dyn Fn(&str) -> Result<String, String>) -> Result<String, String> {
    let mut html = html.replacen(POLICY, "style-src", 1);
    while let Some((before, rest)) = html.split_once(LINK) {
        let (tag, after) = rest.split_once('>').ok_or("a link in index.html does not end")?;
        let name = tag.split('"').find(|word| word.starts_with("./"));
        let style = file(name.ok_or("a link in index.html names no style")?)?;
        let page = [before, &STYLE.join(&style), after].concat();
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
                    <link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"./b.css\"><p>";
        let html = inlined(page, &|name| Ok(format!("/*{name}*/"))).expect("both are there");
        assert!(!html.contains("'self'"), "{html}");
        assert_eq!(html.matches("'sha256-").count(), 2, "{html}");
        assert!(
            html.ends_with(
                "<style>/*./a.css*/</style><link rel=\"icon\" href=\"data:,\"><style>/*./b.css*/</style><p>"
            )
        );
        let (rest, engine) = split(&html).expect("a style");
        assert_eq!(engine, "/*./a.css*/");
        assert!(rest.contains("/*./b.css*/") && !rest.contains("a.css"));
    }

    #[test]
    fn what_is_missing_is_said() {
        let gone = |name: &str| Err(format!("{name}: not there"));
        assert_eq!(
            inlined("<link rel=\"stylesheet\" href=\"./a.css\">", &gone),
            Err("./a.css: not there".to_owned())
        );
    }
}
