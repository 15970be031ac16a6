//! `press page`: puts a pack into the page that Trunk built, as static HTML to be read and as data for the engine, and
//! makes the single file and what works offline.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};
use yomikurabe::domain::lang::Lang;
use yomikurabe::domain::library::Library;
use yomikurabe::domain::pack::{Pack, file};
use yomikurabe::domain::progress::Askable;
use yomikurabe::domain::quiz::Context;
use yomikurabe::domain::text::Fold;
use yomikurabe::domain::words;
use yomikurabe::ui::still;

use super::learner::Learner;
use super::{embed, folder, icon, learner, offline, shrink, single, styles, views};

/// What the page's file is called.
pub const INDEX: &str = "index.html";
/// Where the script that runs before all else goes in `index.html`.
const BEFORE: &str = "<!-- before -->";
/// Where the icon of the browser's tab goes, which stands in the page so that no browser asks for one.
const ICON: &str = "base64,ICON";
/// Where the static page goes.
const STILL: &str = "<!-- still -->";
/// The page's data by the ids of the elements that carry them: its own words, which generated items can be asked, the pack.
const DATA: [&str; 3] = ["words", "askable", "pack"];
/// How the names of their file begin and end.
const DATA_FILE: [&str; 2] = ["pack-", ".jsonl"];
/// How Trunk begins the script that starts the program.
const LOADER: &str = "<script type=\"module\">";
/// Where ours goes instead.
const START: &str = "<script type=\"module\"></script>";
/// Between these a part of the static page stands as text.
pub const PART: [&str; 2] = ["<noscript>", "</noscript>"];
/// What works in the static page wherever the rest comes from, and starts the engine.
pub const WORKING: &str = concat!(
    include_str!("../../../../assets/here.js"),
    include_str!("../../../../assets/give.js"),
    include_str!("../../../../assets/start.js")
);
/// How a script ends.
pub const END: &str = "</script>";

/// Puts the static page into `page/index.html`, and the page's own words and the pack into a file beside it, so that the text
/// is there before them. Drawn views that are long, and the English of all, go into files, too. Trunk's loader becomes ours.
/// The scripts and styles that stand in the page are named in its policy by their hashes. Then the built files are shrunk. The data are without the differences and without the figures' English:
/// the static page shows them and the engine has no use for them.
pub fn run(pack: &Path, page: &Path) -> Result<(), String> {
    let pack = folder::pack(pack)?;
    let compiled = file::write(&carried(&pack));
    let library = Box::leak(Box::new(Library::new(pack, Fold::native())));
    let data = [words::write()?, ["\"", &askable(library), "\""].concat(), compiled];
    let lines = data.join("\n");
    let data_file = named_by(DATA_FILE, &lines);
    let views = views::lines(library, Lang::Ja)?;
    let english = views::lines(library, Lang::En)?;
    let english_file = named_by(views::ENGLISH_FILE, &english);
    let learner = learner::rename(page)?;
    let index = page.join(INDEX);
    let html = fs::read_to_string(&index).map_err(|error| format!("{}: {error}", index.display()))?;
    let icon = ["base64,", &base64(&icon::tab()?)].concat();
    let html =
        replaced(&without_notes(&html), ICON, &icon).map_err(|missing| format!("{}: no {missing}", index.display()))?;
    let html =
        filled(&html, &still::render(library)).map_err(|missing| format!("{}: no {missing}", index.display()))?;
    let (html, engine) = Engine::of(&html).ok_or_else(|| format!("{}: no {LOADER}", index.display()))?;
    let html = inlined(&html, START, &engine.loader(&learner, &data_file, &english_file))?;
    let views_page = views::page(library, &views, &html);
    for (name, text) in [
        (&data_file[..], &lines),
        (&english_file, &english),
        (still::VIEWS, &views_page),
        (INDEX, &html),
    ] {
        let path = page.join(name);
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    shrink::run(page)?;
    styles::run(page, &[INDEX, still::VIEWS])?;
    let parts = single::Parts {
        engine: &engine,
        learner: &learner,
        data: &lines,
        views: &[&views[..], &english].join("\n"),
    };
    single::run(page, &parts)?;
    embed::run(page, &data_file)?;
    offline::run(page)
}

/// Whether a file carries the page's data.
pub fn is_data(path: &str) -> bool {
    path.starts_with(DATA_FILE[0]) && path.ends_with(DATA_FILE[1])
}

/// The ids of the page's data, as a script lists them.
pub fn ids() -> String {
    DATA.map(|id| format!("\"{id}\"")).join(",")
}

/// The page without its comments and the white space before them; those of one word are places to fill.
pub fn without_notes(html: &str) -> String {
    const NOTE: [&str; 2] = ["<!--", "-->"];
    let (mut kept, mut rest) = (String::with_capacity(html.len()), html);
    while let Some((before, note, after)) = between(rest, NOTE) {
        match note.split_whitespace().count() {
            1 => kept.extend([before, NOTE[0], note, NOTE[1]]),
            _ => kept.push_str(before.trim_end()),
        }
        rest = after;
    }
    kept + rest
}

/// What stands before, between and after the first of two marks and the next of the other.
pub fn between<'h>(html: &'h str, [begin, end]: [&str; 2]) -> Option<(&'h str, &'h str, &'h str)> {
    let (before, from) = html.split_once(begin)?;
    let (inside, after) = from.split_once(end)?;
    Some((before, inside, after))
}

/// The tags of a page that begin so.
pub fn tags<'h>(html: &'h str, begin: &'h str) -> impl Iterator<Item = &'h str> {
    let starts = html.match_indices(begin);
    starts.filter_map(|(at, _)| Some(&html[at..=at + html[at..].find('>')?]))
}

/// A name that changes with the text.
fn named_by(name: [&str; 2], text: &str) -> String {
    name.join(&format!("{:016x}", hash(text.as_bytes())))
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
fn filled(html: &str, content: &str) -> Result<String, &'static str> {
    let before = concat!(
        include_str!("../../../../assets/framed.js"),
        include_str!("../../../../assets/before.js")
    );
    let html = inlined(html, BEFORE, before)?;
    replaced(&html, STILL, content)
}

/// The page with a script in it, which its policy allows by its hash. The marker may be the empty script itself.
fn inlined(html: &str, marker: &'static str, script: &str) -> Result<String, &'static str> {
    let script = minifier::js::minify(script);
    let script = script.map_err(|_| "script that can be shrunk")?.to_string();
    let html = allowed(html, "script-src", &script).map_err(|_| "policy")?;
    let opening = marker.strip_suffix(END).unwrap_or("<script>");
    replaced(&html, marker, &[opening, &script, END].concat())
}

/// The page with a script or a style that stands in it allowed by its hash.
pub fn allowed(html: &str, directive: &str, text: &str) -> Result<String, String> {
    let (before, after) = html
        .split_once(directive)
        .ok_or_else(|| format!("the page's policy has no {directive}"))?;
    Ok([before, directive, " ", &named(text), after].concat())
}

/// How a policy names a text that stands in the page.
fn named(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text)))
}

/// The page without the script that starts the engine from its files.
pub fn without_start(html: &str) -> Option<String> {
    let (before, script, after) = between(html, [LOADER, END])?;
    Some([before, after].concat().replace(&[" ", &named(script)].concat(), ""))
}

fn replaced(html: &str, marker: &'static str, with: &str) -> Result<String, &'static str> {
    let (before, after) = html.split_once(marker).ok_or(marker)?;
    Ok([before, with, after].concat())
}

/// The files of the engine, as the page names them.
pub struct Engine {
    /// The script that wasm-bindgen wrote.
    pub glue: String,
    /// The wasm.
    pub program: String,
}

impl Engine {
    /// The page without what Trunk's loader says and without what asks for the engine ahead of the text; and the files that
    /// it names. `None` where there is no loader, or none that names its files.
    fn of(html: &str) -> Option<(String, Self)> {
        let (before, trunks, after) = between(html, [LOADER, END])?;
        let files: Vec<&str> = trunks.split('\'').filter(|word| word.starts_with("./")).collect();
        let [glue, program] = files[..] else { return None };
        let (glue, program) = (glue.to_owned(), program.to_owned());
        let mut html = [before, LOADER, END, after].concat();
        for ahead in ["<link rel=\"modulepreload\"", "<link rel=\"preload\""] {
            let at = html.find(ahead)?;
            let end = at + html[at..].find('>')?;
            html.replace_range(at..=end, "");
        }
        Some((html, Self { glue, program }))
    }

    /// The script that works in the static page and starts the engine.
    fn loader(&self, learner: &Learner, data: &str, english: &str) -> String {
        let fetched = include_str!("../../../../assets/fetched.js")
            .replace("GLUE", &self.glue)
            .replace("PROGRAM", &self.program)
            .replace("DATA", &["./", data].concat())
            .replace("ENGLISH", &["./", english].concat())
            .replace("VIEWS", &["./", still::VIEWS].concat())
            .replace("IDS", &ids())
            .replace("LEARNER", &["./", &learner.glue].concat());
        fetched + WORKING
    }
}

/// Base64 with its padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
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
                        <div id=\"app\"><!-- still --></div>";

    #[test]
    fn everything_comes_to_its_place() {
        let html = filled(PAGE, "<main></main>").expect("all markers");
        for words in [
            "script-src 'sha256-",
            "' 'self' 'wasm-unsafe-eval'",
            "<script>(function",
            "<div id=\"app\"><main></main></div>",
        ] {
            assert!(html.contains(words), "{words} is not in {html}");
        }
        for marker in [BEFORE, STILL] {
            assert_eq!(filled(&PAGE.replace(marker, ""), ""), Err(marker));
        }
    }

    #[test]
    fn the_loader_becomes_ours_and_asks_for_nothing_ahead() {
        let html = "<head>\n<script type=\"module\">\nimport init from './a.js';\ninit('./a.wasm')\n</script>\
                    <link rel=\"modulepreload\" href=\"./a.js\"><link rel=\"preload\" href=\"./a.wasm\"></head>";
        let (html, engine) = Engine::of(html).expect("a loader");
        assert_eq!(html, ["<head>\n", START, "</head>"].concat());
        let learner = Learner {
            glue: "l.js".to_owned(),
            program: "l.wasm".to_owned(),
        };
        let loader = engine.loader(&learner, "d.jsonl", "e.txt");
        for words in [
            "import(\"./a.js\")",
            "import(\"./l.js\")",
            "answer(\"./a.wasm\")",
            "lines(\"./d.jsonl\")",
            "\"./e.txt\" : \"./views.html\"",
            "[\"words\",\"askable\",\"pack\"]",
        ] {
            assert!(loader.contains(words), "{words} is not in {loader}");
        }
        assert!(Engine::of(&html).is_none());
        let page = ["script-src 'self'", START].concat();
        let started = inlined(&page, START, "start()").expect("a place");
        assert!(
            started.contains("<script type=\"module\">start()</script>"),
            "{started}"
        );
        assert_eq!(without_start(&started).as_deref(), Some("script-src 'self'"));
    }

    #[test]
    fn notes_for_us_are_not_given_out() {
        let html = "<head>\n  <!-- Said to us. -->\n  <meta><!-- offline --></head><!-- still -->";
        assert_eq!(
            without_notes(html),
            "<head>\n  <meta><!-- offline --></head><!-- still -->"
        );
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
