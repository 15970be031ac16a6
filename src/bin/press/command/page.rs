//! `press page`: puts a pack into the page that Trunk built.

use std::fs;
use std::path::Path;

use yomikurabe::domain::pack::file;
use yomikurabe::domain::words;

use super::{folder, shrink};

/// How Trunk begins the script that starts the program.
const LOADER: &str = "<script type=\"module\">";
const END: &str = "</script>";

/// Puts the pack and the page's own words into `page/index.html`. The loader moves into a file of its own, so that a content security policy need
/// not allow inline scripts. Then the built files are shrunk.
pub fn run(pack: &Path, page: &Path) -> Result<(), String> {
    let pack = folder::pack(pack)?;
    let index = page.join("index.html");
    let fail = |path: &Path, error| format!("{}: {error}", path.display());
    let mut html = fs::read_to_string(&index).map_err(|error| fail(&index, error))?;
    for (id, json) in [("words", words::write()?), ("pack", file::write(&pack))] {
        html = insert(&html, id, &json).ok_or_else(|| format!("{}: there is no <!-- {id} -->", index.display()))?;
    }
    let (html, loader) = match move_loader(&html) {
        Some((html, loader)) => (html, Some(loader)),
        None => (html, None),
    };
    if let Some(Loader { name, script }) = loader {
        let path = page.join(name);
        fs::write(&path, script).map_err(|error| fail(&path, error))?;
    }
    fs::write(&index, html).map_err(|error| fail(&index, error))?;
    shrink::run(page)
}

/// The page with data in place of the marker of that name. `<` is escaped, so that nothing in the data can end the
/// element.
fn insert(html: &str, id: &str, json: &str) -> Option<String> {
    let (before, after) = html.split_once(&format!("<!-- {id} -->"))?;
    let json = json.replace('<', "\\u003c");
    let open = format!("<script type=\"application/json\" id=\"{id}\">");
    Some([before, &open, &json, END, after].concat())
}

/// The script that starts the program, as a file.
struct Loader {
    name: String,
    script: String,
}

/// The page with the inline loader replaced by a reference to a file, and that file. `None` where there is no inline
/// loader.
fn move_loader(html: &str) -> Option<(String, Loader)> {
    let (before, rest) = html.split_once(LOADER)?;
    let (script, after) = rest.split_once(END)?;
    let script = format!("{}\n", script.trim());
    let name = format!("start-{:016x}.js", hash(script.as_bytes()));
    let tag = format!("<script type=\"module\" src=\"./{name}\">{END}");
    let html = [before, &tag, after].concat();
    Some((html, Loader { name, script }))
}

/// FNV-1a, 64 bits: a name that changes with the content.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pack_cannot_leave_its_element() {
        let json = r#"{"a":"</script><!--"}"#;
        let html = insert("<body><!-- pack --></body>", "pack", json).expect("a marker");
        assert_eq!(
            html,
            r#"<body><script type="application/json" id="pack">{"a":"\u003c/script>\u003c!--"}</script></body>"#
        );
        let value: serde_json::Value = serde_json::from_str(&json.replace('<', "\\u003c")).expect("still JSON");
        assert_eq!(value["a"], "</script><!--");
        assert!(insert("<body></body>", "pack", "{}").is_none());
    }

    #[test]
    fn the_loader_moves_into_a_file() {
        let html = "<head>\n<script type=\"module\">\nimport init from './a.js';\n</script></head>";
        let (html, loader) = move_loader(html).expect("a loader");
        assert_eq!(loader.script, "import init from './a.js';\n");
        assert_eq!(
            html,
            format!(
                "<head>\n<script type=\"module\" src=\"./{}\"></script></head>",
                loader.name
            )
        );
        assert!(move_loader(&html).is_none());
    }
}
