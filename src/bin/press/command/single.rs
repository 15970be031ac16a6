//! The page as one file that loads nothing: opened by double-click, sent by mail, put into a frame.

use std::fs;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::learner::Learner;
use super::page::{END, Engine, allowed, base64, without_start};

/// What the page and its file are called.
const INDEX: &str = "index.html";
pub const NAME: &str = "yomikurabe.html";

/// What the policy of the page in a folder allows, and what that of the single file does instead.
const POLICIES: [(&str, &str); 5] = [
    ("' 'self' 'wasm", "' 'wasm"),
    ("; connect-src 'self'", ""),
    ("; frame-src 'self'", ""),
    ("; manifest-src 'self'", ""),
    ("; worker-src 'self'", ""),
];

/// There are no files beside the single one.
const WITHOUT_DOWNLOADS: &str = "a[href^=downloads]{display:none}";

/// Before this the static page keeps its parts.
const PARTS_END: &str = "</main>";

/// Makes the single file out of the finished folder; `english` are the parts that the folder has in a file of their own.
pub fn run(page: &Path, engine: &Engine, learner: &Learner, data: &str, english: &str) -> Result<(), String> {
    let path = page.join(INDEX);
    let html = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let file = |name: &str| {
        let path = page.join(name.trim_start_matches("./"));
        fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let (before, after) = html.split_once(PARTS_END).ok_or("the page has no parts")?;
    let html = [before, english, PARTS_END, after].concat();
    let single = single(&html, engine, learner, data, &file)?;
    let path = page.join(NAME);
    fs::write(&path, single).map_err(|error| format!("{}: {error}", path.display()))
}

/// The page with everything in it that it names.
fn single(
    html: &str,
    engine: &Engine,
    learner: &Learner,
    data: &str,
    file: &dyn Fn(&str) -> Result<Vec<u8>, String>,
) -> Result<String, String> {
    let text = |name: &str| String::from_utf8(file(name)?).map_err(|error| format!("{name}: {error}"));
    let mut html = without_start(html).ok_or("the page starts no engine")?;
    for (from, to) in POLICIES {
        html = html.replacen(from, to, 1);
    }
    html = allowed(&html, "style-src", WITHOUT_DOWNLOADS)?;
    html = html.replacen(
        "</head>",
        &["<style>", WITHOUT_DOWNLOADS, "</style></head>"].concat(),
        1,
    );
    for tag in dropped(&html) {
        html = html.replace(&tag, "");
    }
    let glues = [
        glue("glue", &text(&engine.glue)?, "prepare,draw", "()")?,
        glue("learnerGlue", &text(&learner.glue)?, "show", "")?,
    ];
    let script = minifier::js::minify(&(glues.concat() + &start()))
        .map_err(|error| format!("the script of {NAME}: {error}"))?
        .to_string();
    let html = allowed(&html, "script-src", &script)?;
    let engine = program("engine", &file(&engine.program)?)?;
    let learner = program("learner", &file(&learner.program)?)?;
    let end = format!("{data}{engine}{learner}<script type=\"module\">{script}{END}</body>");
    let (before, after) = html.rsplit_once("</body>").ok_or("the page has no end")?;
    Ok([before, &end, after].concat())
}

/// The elements of the page that name a file, and have no meaning in one file.
fn dropped(html: &str) -> Vec<String> {
    let starts = html.match_indices("<link ").chain(html.match_indices("<script "));
    let tags = starts.filter_map(|(at, _)| Some(&html[at..=at + html[at..].find('>')?]));
    let named = tags.filter(|tag| tag.contains("rel=\"manifest\"") || tag.contains(" src=\""));
    let whole = |tag: &str| match tag.starts_with("<script") {
        true => [tag, END].concat(),
        false => tag.to_owned(),
    };
    named.map(whole).collect()
}

/// A program, as an element that carries it.
fn program(id: &str, bytes: &[u8]) -> Result<String, String> {
    let packed = base64(&packed(bytes)?);
    Ok(format!(
        "<script type=\"application/octet-stream\" id=\"{id}\">{packed}{END}"
    ))
}

/// The module that wasm-bindgen wrote, as a function of this script; `called` is `()` where its value is wanted at once.
fn glue(name: &str, module: &str, functions: &str, called: &str) -> Result<String, String> {
    const EXPORTS: &str = "export{initSync,__wbg_init as default};";
    if !module.contains(EXPORTS) {
        return Err("the glue does not export what it did".to_owned());
    }
    // The second module loads itself where it is a file.
    let (module, _) = module.split_once("export const ready").unwrap_or((module, ""));
    let body = module.replace(EXPORTS, "").replace("export function", "function");
    Ok(format!(
        "const {name}=(()=>{{{body}\nreturn{{default:__wbg_init,{functions}}}}}){called};\n"
    ))
}

fn start() -> String {
    [
        include_str!("../../../../assets/inlined.js"),
        include_str!("../../../../assets/start.js"),
    ]
    .concat()
}

fn packed(program: &[u8]) -> Result<Vec<u8>, String> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    let done = gzip.write_all(program).and_then(|()| gzip.finish());
    done.map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta content=\"default-src 'none'; script-src 'sha256-x' 'self' 'wasm-unsafe-eval'; \
        style-src 'sha256-y'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'\">\
        <style>p{}</style><link rel=\"icon\" href=\"data:,\">\
        <link rel=\"manifest\" href=\"./m.webmanifest\"><script src=\"./offline.js\"></script><script type=\"module\">start()</script>\
        </head><body><script>first()</script></body>";

    fn file(name: &str) -> Result<Vec<u8>, String> {
        match name {
            "./a.js" => Ok(b"let wasm;export{initSync,__wbg_init as default};export function draw(){}".to_vec()),
            "./a.wasm" | "b.wasm" => Ok(vec![0; 99]),
            "b.js" => {
                Ok(b"export function show(){}export{initSync,__wbg_init as default};export const ready=1;".to_vec())
            }
            _ => Err(format!("{name}: not there")),
        }
    }

    const DATA: &str = "<script type=\"application/json\" id=\"pack\">{}</script>";

    fn engine() -> Engine {
        Engine {
            glue: "./a.js".to_owned(),
            program: "./a.wasm".to_owned(),
        }
    }

    fn learner() -> Learner {
        Learner {
            glue: "b.js".to_owned(),
            program: "b.wasm".to_owned(),
        }
    }

    #[test]
    fn nothing_is_loaded() {
        let single = single(PAGE, &engine(), &learner(), DATA, &file).expect("everything is there");
        for gone in ["'self'", "src=\"", "manifest", "preload", "export", "import("] {
            let gone_here = single.replace("img-src 'self'", "");
            assert!(!gone_here.contains(gone), "{gone} is in {single}");
        }
        for there in [
            "<style>a[href^=downloads]{display:none}</style>",
            "<script>first()</script>",
            "id=\"pack\">{}",
            "id=\"engine\">H4sI",
            "script-src 'sha256-",
            " 'sha256-y'",
            "'wasm-unsafe-eval'",
            "id=\"learner\">H4sI",
            "return{default:__wbg_init,prepare,draw}",
            "return{default:__wbg_init,show}",
        ] {
            assert!(single.contains(there), "{there} is not in {single}");
        }
    }

    #[test]
    fn what_is_missing_is_said() {
        let other = Engine {
            program: "./b.wasm".to_owned(),
            ..engine()
        };
        let single = single(PAGE, &other, &learner(), DATA, &file);
        assert_eq!(single, Err("./b.wasm: not there".to_owned()));
    }
}
