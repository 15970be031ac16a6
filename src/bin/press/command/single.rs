//! The page as one file that loads nothing: opened by double-click, sent by mail, put into a frame.

use std::fs;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::learner::Learner;
use super::page::{END, base64, script_hash};

/// What the page and its file are called.
const INDEX: &str = "index.html";
pub const NAME: &str = "yomikurabe.html";

/// What the policy of the page in a folder allows, and what that of the single file does instead.
const POLICIES: [(&str, &str); 5] = [
    ("script-src 'self'", "script-src"),
    ("; connect-src 'self'", ""),
    ("; manifest-src 'self'", ""),
    ("; worker-src 'self'", ""),
    ("style-src 'self'", "style-src"),
];

/// There are no files beside the single one.
const WITHOUT_DOWNLOADS: &str = "a[href^=downloads]{display:none}";

/// Makes the single file out of the finished folder.
pub fn run(page: &Path, learner: &Learner) -> Result<(), String> {
    let path = page.join(INDEX);
    let html = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let file = |name: &str| {
        let path = page.join(name.trim_start_matches("./"));
        fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let single = single(&html, learner, &file)?;
    let path = page.join(NAME);
    fs::write(&path, single).map_err(|error| format!("{}: {error}", path.display()))
}

/// The page with everything in it that it names.
fn single(html: &str, learner: &Learner, file: &dyn Fn(&str) -> Result<Vec<u8>, String>) -> Result<String, String> {
    let named = Named::of(html)?;
    let text = |name: &str| String::from_utf8(file(name)?).map_err(|error| format!("{name}: {error}"));
    let mut html = html.to_owned();
    for (from, to) in POLICIES {
        html = html.replacen(from, to, 1);
    }
    for (at, (tag, name)) in named.styles.iter().enumerate() {
        let style = text(name)? + if at == 0 { WITHOUT_DOWNLOADS } else { "" };
        html = allowed(&html, "style-src", &style)?.replace(tag, &format!("<style>{style}</style>"));
    }
    for tag in &named.dropped {
        html = html.replace(tag, "");
    }
    let glues = [
        glue("glue", &text(&named.glue)?, "prepare,draw", "()")?,
        glue("learnerGlue", &text(&learner.glue)?, "show", "")?,
    ];
    let script = minifier::js::minify(&(glues.concat() + &start()))
        .map_err(|error| format!("the script of {NAME}: {error}"))?
        .to_string();
    let html = allowed(&html, "script-src", &script)?;
    let engine = program("engine", &file(&named.program)?)?;
    let learner = program("learner", &file(&learner.program)?)?;
    let end = format!("{engine}{learner}<script type=\"module\">{script}{END}</body>");
    let (before, after) = html.rsplit_once("</body>").ok_or("the page has no end")?;
    Ok([before, &end, after].concat())
}

/// The files that the page names, and the elements that name them.
struct Named {
    /// The element, and the file.
    styles: Vec<(String, String)>,
    glue: String,
    program: String,
    /// Elements that have no meaning in one file.
    dropped: Vec<String>,
}

impl Named {
    fn of(html: &str) -> Result<Self, String> {
        let (mut styles, mut glue, mut program, mut dropped) = (Vec::new(), None, None, Vec::new());
        for tag in tags(html) {
            let value = |name: &str| {
                let value = tag.split_once(&format!(" {name}=\""))?.1.split('"').next()?;
                Some(value.to_owned())
            };
            match (value("rel").as_deref(), value("href"), value("src")) {
                (Some("stylesheet"), Some(href), _) => styles.push((tag.to_owned(), href)),
                (Some("modulepreload"), href, _) => (glue, _) = (href, dropped.push(tag.to_owned())),
                (Some("preload"), href, _) => (program, _) = (href, dropped.push(tag.to_owned())),
                (Some("manifest"), ..) => dropped.push(tag.to_owned()),
                (_, _, Some(_)) if tag.starts_with("<script") => dropped.push(format!("{tag}{END}")),
                _ => {}
            }
        }
        let missing = || "index.html does not name its script and its program".to_owned();
        Ok(Self {
            styles,
            glue: glue.ok_or_else(missing)?,
            program: program.ok_or_else(missing)?,
            dropped,
        })
    }
}

/// The elements that may name a file. Those of the data come after them all.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    let starts = html.match_indices("<link ").chain(html.match_indices("<script "));
    starts.filter_map(move |(at, _)| Some(&html[at..=at + html[at..].find('>')?]))
}

/// The page with what it may run or use named by its hash.
fn allowed(html: &str, directive: &str, text: &str) -> Result<String, String> {
    let (before, after) = html
        .split_once(directive)
        .ok_or_else(|| format!("the page's policy has no {directive}"))?;
    Ok([before, directive, " ", &script_hash(text), after].concat())
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

    const PAGE: &str = "<head><meta content=\"default-src 'none'; script-src 'self' 'sha256-x' 'wasm-unsafe-eval'; \
        style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'\">\
        <link rel=\"stylesheet\" href=\"./a.css\"/><link rel=\"icon\" href=\"data:,\">\
        <link rel=\"manifest\" href=\"./m.webmanifest\"><script type=\"module\" src=\"./start.js\"></script>\
        <link rel=\"modulepreload\" href=\"./a.js\"><link rel=\"preload\" href=\"./a.wasm\"></head>\
        <body><script>first()</script></body>";

    fn file(name: &str) -> Result<Vec<u8>, String> {
        match name {
            "./a.css" => Ok(b"p{}".to_vec()),
            "./a.js" => Ok(b"let wasm;export{initSync,__wbg_init as default};export function draw(){}".to_vec()),
            "./a.wasm" | "b.wasm" => Ok(vec![0; 99]),
            "b.js" => {
                Ok(b"export function show(){}export{initSync,__wbg_init as default};export const ready=1;".to_vec())
            }
            _ => Err(format!("{name}: not there")),
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
        let single = single(PAGE, &learner(), &file).expect("everything is there");
        for gone in [
            "'self'",
            "src=\"",
            "stylesheet",
            "manifest",
            "preload",
            "export",
            "import(",
        ] {
            let gone_here = single.replace("img-src 'self'", "");
            assert!(!gone_here.contains(gone), "{gone} is in {single}");
        }
        for there in [
            "<style>p{}a[href^=downloads]{display:none}</style>",
            "<script>first()</script>",
            "id=\"engine\">H4sI",
            "script-src 'sha256-",
            "style-src 'sha256-",
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
        let without = PAGE.replace("modulepreload", "icon");
        assert!(single(&without, &learner(), &file).is_err_and(|error| error.contains("does not name")));
        let other = PAGE.replace("./a.css", "./b.css");
        assert_eq!(single(&other, &learner(), &file), Err("./b.css: not there".to_owned()));
    }
}
