//! `press page`: puts a pack into the page that Trunk built, as static HTML to be read and as data for the engine, and
//! makes the single file and what works offline.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};
use yomikurabe::domain::library::Library;
use yomikurabe::domain::pack::{Pack, file};
use yomikurabe::domain::progress::Askable;
use yomikurabe::domain::quiz::Context;
use yomikurabe::domain::text::Fold;
use yomikurabe::domain::words;
use yomikurabe::ui::still;

use super::{folder, learner, offline, shrink, single};

/// Where the script that runs before all else goes in `index.html`.
const BEFORE: &str = "<!-- before -->";
/// Where the script goes that runs as soon as the content is there.
const HERE: &str = "<!-- here -->";
/// Where the static page goes.
const STILL: &str = "<!-- still -->";
/// Where the page's own words go.
const WORDS: &str = "<!-- words -->";
/// Where it goes which generated items can be asked.
const ASKABLE: &str = "<!-- askable -->";
/// Where the pack goes.
const PACK: &str = "<!-- pack -->";
/// Where the page's policy says which scripts may run.
const POLICY: &str = "script-src 'self'";
/// How Trunk begins the script that starts the program.
const LOADER: &str = "<script type=\"module\">";
/// How a script ends.
pub const END: &str = "</script>";

/// Puts the static page, the page's own words and the pack into `page/index.html`. The loader moves into a file of its
/// own, so that a content security policy need not allow inline scripts; the two that must run at their place are named
/// there by their hashes. Then the built files are shrunk. The data are without the differences and without the figures'
/// English: the static page shows them and the engine has no use for them.
pub fn run(pack: &Path, page: &Path) -> Result<(), String> {
    let pack = folder::pack(pack)?;
    let mut data = vec![(WORDS, words::write()?), (PACK, file::write(&carried(&pack)))];
    let library = Box::leak(Box::new(Library::new(pack, Fold::native())));
    data.push((ASKABLE, ["\"", &askable(library), "\""].concat()));
    let content = still::render(library);
    let index = page.join("index.html");
    let fail = |path: &Path, error| format!("{}: {error}", path.display());
    let html = fs::read_to_string(&index).map_err(|error| fail(&index, error))?;
    let learner = learner::rename(page)?;
    let html = filled(&html, &content, &learner.glue, &data)
        .map_err(|missing| format!("{}: no {missing}", index.display()))?;
    let (html, loader) = move_loader(&html).ok_or_else(|| format!("{}: no {LOADER}", index.display()))?;
    let path = page.join(loader.name);
    fs::write(&path, loader.script).map_err(|error| fail(&path, error))?;
    fs::write(&index, html).map_err(|error| fail(&index, error))?;
    shrink::run(page)?;
    single::run(page, &learner)?;
    offline::run(page)
}

/// Which of the items can be asked, so that the second module need not make them to know.
fn askable(library: &Library) -> String {
    let fold = |words: &str| library.fold.answer(words);
    Askable::of(&Context::new(&library.pack, &fold)).to_hex()
}

/// The pack without what only the static page shows.
fn carried(pack: &Pack) -> Pack {
    let mut pack = pack.clone();
    pack.differences.clear();
    pack.figures.iter_mut().for_each(|figure| figure.english = None);
    pack
}

/// The page with everything in its place; where a marker is missing, that marker.
fn filled(html: &str, content: &str, learner: &str, jsons: &[(&'static str, String)]) -> Result<String, &'static str> {
    let html = inlined(html, BEFORE, include_str!("../../../../assets/before.js"))?;
    let here = concat!(
        include_str!("../../../../assets/here.js"),
        include_str!("../../../../assets/give.js")
    );
    let here = here.replace("LEARNER", &["./", learner].concat());
    let html = inlined(&html, HERE, &here)?;
    let html = replaced(&html, STILL, content)?;
    let put = |html: String, (marker, json): &(&'static str, String)| replaced(&html, marker, &data(marker, json));
    jsons.iter().try_fold(html, put)
}

/// The page with a script in it, which its policy allows by its hash.
fn inlined(html: &str, marker: &'static str, script: &str) -> Result<String, &'static str> {
    let script = minifier::js::minify(script);
    let script = script.map_err(|_| "script that can be shrunk")?.to_string();
    let html = replaced(html, POLICY, &[POLICY, " ", &script_hash(&script)].concat())?;
    replaced(&html, marker, &["<script>", &script, END].concat())
}

/// How a policy names a script or a style that stands in the page.
pub fn script_hash(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text)))
}

fn replaced(html: &str, marker: &'static str, with: &str) -> Result<String, &'static str> {
    let (before, after) = html.split_once(marker).ok_or(marker)?;
    Ok([before, with, after].concat())
}

/// The element that carries the data of a marker. `<` is escaped, so that nothing in them can end it.
fn data(marker: &str, json: &str) -> String {
    let id = marker.trim_matches(|letter: char| !letter.is_ascii_alphabetic());
    let json = json.replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"{id}\">{json}{END}")
}

/// The script that starts the program, as a file.
struct Loader {
    name: String,
    script: String,
}

/// The page with Trunk's loader replaced by a reference to ours, and that. `None` where there is no loader that names its
/// files.
fn move_loader(html: &str) -> Option<(String, Loader)> {
    let (before, rest) = html.split_once(LOADER)?;
    let (trunks, after) = rest.split_once(END)?;
    let files: Vec<&str> = trunks.split('\'').filter(|word| word.starts_with("./")).collect();
    let [glue, program] = files[..] else { return None };
    let fetched = include_str!("../../../../assets/fetched.js")
        .replace("GLUE", glue)
        .replace("PROGRAM", program);
    let script = [&fetched, include_str!("../../../../assets/start.js")].concat();
    let name = format!("start-{:016x}.js", hash(script.as_bytes()));
    let tag = format!("<script type=\"module\" src=\"./{name}\">{END}");
    Some(([before, &tag, after].concat(), Loader { name, script }))
}

/// Base64 with its padding (RFC 4648, section 4).
pub fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |three: &[u8]| {
        let bits = (0..3).fold(0, |bits, at| bits << 8 | u32::from(*three.get(at).unwrap_or(&0)));
        let digit = move |at: usize| char::from(DIGITS[(bits >> (18 - 6 * at) & 63) as usize]);
        let used = three.len() + 1;
        (0..4).map(move |at| if at < used { digit(at) } else { '=' })
    };
    bytes.chunks(3).flat_map(group).collect()
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

    const PAGE: &str = "<meta content=\"script-src 'self' 'wasm-unsafe-eval'\"><!-- before -->\
                        <div id=\"app\"><!-- still --></div><!-- here --><!-- words --><!-- askable --><!-- pack -->";

    #[test]
    fn the_pack_cannot_leave_its_element() {
        let json = r#"{"a":"</script><!--"}"#;
        assert_eq!(
            data(PACK, json),
            r#"<script type="application/json" id="pack">{"a":"\u003c/script>\u003c!--"}</script>"#
        );
        let value: serde_json::Value = serde_json::from_str(&json.replace('<', "\\u003c")).expect("still JSON");
        assert_eq!(value["a"], "</script><!--");
    }

    #[test]
    fn everything_comes_to_its_place() {
        let data = [
            (WORDS, "[]".to_owned()),
            (ASKABLE, "\"\"".to_owned()),
            (PACK, "{}".to_owned()),
        ];
        let html = filled(PAGE, "<main></main>", "learner-1.js", &data).expect("all markers");
        for words in [
            "script-src 'self' 'sha256-",
            "'wasm-unsafe-eval'",
            "<script>(function",
            "import(\"./learner-1.js\")",
            "<div id=\"app\"><main></main></div>",
            "id=\"words\">[]</script>",
            "id=\"pack\">{}</script>",
        ] {
            assert!(html.contains(words), "{words} is not in {html}");
        }
        for marker in [BEFORE, HERE, STILL, WORDS, ASKABLE, PACK] {
            assert_eq!(filled(&PAGE.replace(marker, ""), "", "", &data), Err(marker));
        }
    }

    #[test]
    fn the_loader_moves_into_a_file() {
        let html = "<head>\n<script type=\"module\">\nimport init from './a.js';\ninit('./a.wasm')\n</script></head>";
        let (html, loader) = move_loader(html).expect("a loader");
        assert!(loader.script.contains("import(\"./a.js\")") && loader.script.contains("fetch(\"./a.wasm\")"));
        assert_eq!(
            html,
            format!(
                "<head>\n<script type=\"module\" src=\"./{}\"></script></head>",
                loader.name
            )
        );
        assert!(move_loader(&html).is_none());
    }

    #[test]
    fn base64_pads() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}
