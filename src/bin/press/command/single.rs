//! The page as one file that loads nothing: opened by double-click, sent by mail, put into a frame. The documents and the
//! popups of their words stand in it as the static page has them; all else is packed into one text, which scripts open.

use std::fs;
use std::path::Path;

use yomikurabe::ui::still;

use super::learner::Learner;
use super::packed::packed;
use super::page::{END, Engine, INDEX, PART, WORKING, allowed, ids, tags, without_start};

/// What its file is called.
pub const NAME: &str = "yomikurabe.html";

/// What the policy of the page in a folder allows, and what that of the single file does instead.
const POLICIES: [(&str, &str); 6] = [
    ("' 'self' 'wasm", "' 'wasm"),
    ("; connect-src 'self'", ""),
    ("; frame-src 'self'", ""),
    ("; manifest-src 'self'", ""),
    ("; worker-src 'self'", ""),
    ("trusted-types still offline", "trusted-types still glue"),
];

/// There are no files beside the single one; and where no script opens what is packed, links into it lead nowhere.
const STYLE: &str = "a[href^=downloads]{display:none}\
    @media (scripting:none){a[href^='#']:not([href='#start'],[href^='#doc']){color:var(--ink-soft);border-color:var(--rule);\
    text-decoration:none;pointer-events:none}}";

/// How the parts begin that stay in sight: shelf, documents and popups. So does what is said where no script runs.
const IN_SIGHT: [&str; 3] = ["<section id=\"doc", "<div class=\"card\"", "<p class=\"off\""];
/// What is said there instead of `still::NO_SCRIPT`.
const NO_SCRIPT: &str = "JavaScript が動いていない。この一つのファイルでは、文書を読み、用語を引くことだけができる。くらべる表、年表、問いと答えは、フォルダーで配られる index.html なら JavaScript がなくても読める。";

/// The last line of the packed texts: it is there where nothing before it is damaged.
const WHOLE: &str = "whole";

/// What the single file is made of besides the page.
pub struct Parts<'p> {
    pub engine: &'p Engine,
    pub learner: &'p Learner,
    /// The page's data, one a line.
    pub data: &'p str,
    /// The drawn views that stand beside the page, one a line.
    pub views: &'p str,
}

/// Makes the single file out of the finished folder.
pub fn run(page: &Path, parts: &Parts<'_>) -> Result<(), String> {
    let path = page.join(INDEX);
    let html = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let file = |name: &str| {
        let path = page.join(name.trim_start_matches("./"));
        fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let single = single(&html, parts, &file)?;
    let path = page.join(NAME);
    fs::write(&path, single).map_err(|error| format!("{}: {error}", path.display()))
}

/// The page with everything in it that it names.
fn single(html: &str, parts: &Parts<'_>, file: &dyn Fn(&str) -> Result<Vec<u8>, String>) -> Result<String, String> {
    let mut html = without_start(html).ok_or("the page starts no engine")?;
    for (from, to) in POLICIES {
        html = html.replacen(from, to, 1);
    }
    html = allowed(&html, "style-src", STYLE)?;
    let style = ["<style>", STYLE, "</style></head>"].concat();
    html = html.replacen("</head>", &style, 1);
    html = html.replacen(still::NO_SCRIPT, NO_SCRIPT, 1);
    for tag in dropped(&html) {
        html = html.replace(&tag, "");
    }
    let html = html.replacen("<html ", "<html data-packed=\"yes\" ", 1);
    let (mut html, hidden) = divided(&html)?;
    let text = |name: &str| String::from_utf8(file(name)?).map_err(|error| format!("{name}: {error}"));
    let glues = [
        glue("glue", &text(&parts.engine.glue)?, "prepare,draw")?,
        glue("learnerGlue", &text(&parts.learner.glue)?, "show")?,
    ];
    for glue in &glues {
        html = allowed(&html, "script-src", glue)?;
    }
    let texts = [&[parts.data, parts.views], &hidden[..], &[WHOLE]].concat().join("\n");
    let [engine, learner] = &glues;
    let pieces = [
        texts.into_bytes(),
        engine.clone().into_bytes(),
        file(&parts.engine.program)?,
        learner.clone().into_bytes(),
        file(&parts.learner.program)?,
    ];
    let script = start(&pieces.each_ref().map(Vec::len))?;
    let html = allowed(&html, "script-src", &script)?;
    let packed = packed(&pieces.concat())?;
    let carried = format!("<script type=\"application/octet-stream\" id=\"packed\">{packed}{END}");
    // The packed text stands last: of a file that ends early it is what is missed, and the script says so.
    let end = format!("<script type=\"module\">{script}{END}{carried}</body>");
    let (before, after) = html.rsplit_once("</body>").ok_or("the page has no end")?;
    Ok([before, &end, after].concat())
}

/// The page without the parts that are not in sight, and what stands in each of them.
fn divided(html: &str) -> Result<(String, Vec<&str>), String> {
    let (mut seen, mut hidden) = (String::with_capacity(html.len()), Vec::new());
    let mut rest = html;
    while let Some((before, from)) = rest.split_once(PART[0]) {
        let (part, after) = from.split_once(PART[1]).ok_or("a part of the page has no end")?;
        seen.push_str(before);
        match IN_SIGHT.iter().any(|start| part.starts_with(start)) {
            true => seen.extend([PART[0], part, PART[1]]),
            false => hidden.push(part),
        }
        rest = after;
    }
    match hidden.iter().any(|part| part.contains('\n')) {
        true => Err("a part of the page has a line break in it".to_owned()),
        false => Ok((seen + rest, hidden)),
    }
}

/// The elements of the page that name a file, and have no meaning in one file.
fn dropped(html: &str) -> Vec<String> {
    let tags = tags(html, "<link ").chain(tags(html, "<script "));
    let named = tags.filter(|tag| tag.contains("rel=\"manifest\"") || tag.contains(" src=\""));
    let whole = |tag: &str| match tag.starts_with("<script") {
        true => [tag, END].concat(),
        false => tag.to_owned(),
    };
    named.map(whole).collect()
}

/// The module that wasm-bindgen wrote, as a script of its own that leaves its functions under a name.
fn glue(name: &str, module: &str, functions: &str) -> Result<String, String> {
    const EXPORTS: &str = "export{initSync,__wbg_init as default};";
    if !module.contains(EXPORTS) {
        return Err("the glue does not export what it did".to_owned());
    }
    // The second module loads itself where it is a file.
    let (module, _) = module.split_once("export const ready").unwrap_or((module, ""));
    let body = module.replace(EXPORTS, "").replace("export function", "function");
    // Nobody asks it for its file here, and only a module may name its own address.
    let body = body.replace("import.meta.url", "location");
    Ok(format!(
        "self.{name}=(()=>{{{body}\nreturn{{default:__wbg_init,{functions}}}}})();"
    ))
}

/// The script that opens what is packed and starts the engine; `sizes` are the bytes of the pieces.
fn start(sizes: &[usize]) -> Result<String, String> {
    let sizes: Vec<String> = sizes.iter().map(usize::to_string).collect();
    let script = [
        include_str!("../../../../assets/lzma.js"),
        include_str!("../../../../assets/inlined.js"),
        WORKING,
    ];
    let script = script
        .concat()
        .replace("PACKED", &sizes.join(","))
        .replace("IDS", &ids());
    let script = minifier::js::minify(&script).map_err(|error| format!("the script of {NAME}: {error}"))?;
    Ok(script.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta content=\"default-src 'none'; script-src 'sha256-x' 'self' 'wasm-unsafe-eval'; \
        style-src 'sha256-y'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
        trusted-types still offline\"><style>p{}</style><link rel=\"icon\" href=\"data:,\">\
        <link rel=\"manifest\" href=\"./m.webmanifest\"><script src=\"./offline.js\"></script><script type=\"module\">start()</script>\
        </head><body><main><noscript><section id=\"doc/a\">read</section></noscript>\
        <noscript><section id=\"issue/b\">compare</section></noscript></main><script>first()</script></body>";

    fn file(name: &str) -> Result<Vec<u8>, String> {
        match name {
            "./a.js" => Ok(
                b"let wasm,here=import.meta.url;export{initSync,__wbg_init as default};export function draw(){}"
                    .to_vec(),
            ),
            "./a.wasm" | "b.wasm" => Ok(vec![0; 99]),
            "b.js" => {
                Ok(b"export function show(){}export{initSync,__wbg_init as default};export const ready=1;".to_vec())
            }
            _ => Err(format!("{name}: not there")),
        }
    }

    #[track_caller]
    fn made(html: &str, program: &str) -> Result<String, String> {
        let engine = Engine {
            glue: "./a.js".to_owned(),
            program: program.to_owned(),
        };
        let learner = Learner {
            glue: "b.js".to_owned(),
            program: "b.wasm".to_owned(),
        };
        let parts = Parts {
            engine: &engine,
            learner: &learner,
            data: "{}\n\"0\"\n{}",
            views: "<p>read</p>",
        };
        single(html, &parts, &file)
    }

    #[test]
    fn nothing_is_loaded() {
        let single = made(PAGE, "./a.wasm").expect("everything is there");
        for gone in ["'self'", "src=\"", "manifest", "preload", "export", "import.meta"] {
            let gone_here = single.replace("img-src 'self'", "");
            assert!(!gone_here.contains(gone), "{gone} is in {single}");
        }
        for there in [
            "<style>a[href^=downloads]{display:none}@media (scripting:none){a[href^='#']",
            "<script>first()</script>",
            "id=\"packed\">",
            "script-src 'sha256-",
            " 'sha256-y'",
            "'wasm-unsafe-eval'",
            "trusted-types still glue",
            "[\"words\",\"askable\",\"pack\"]",
        ] {
            assert!(single.contains(there), "{there} is not in {single}");
        }
        assert_eq!(
            single.matches("sha256-").count(),
            6,
            "both styles, both glues, start and what was there: {single}"
        );
    }

    #[test]
    fn the_documents_stay_in_sight() {
        let single = made(PAGE, "./a.wasm").expect("everything is there");
        assert!(
            single.contains("<main><noscript><section id=\"doc/a\">read</section></noscript></main>"),
            "{single}"
        );
        let broken = PAGE.replace("compare", "com\npare");
        assert!(made(&broken, "./a.wasm").is_err_and(|error| error.contains("line break")));
    }

    #[test]
    fn a_glue_leaves_what_is_called() {
        let [engine, learner] =
            ["./a.js", "b.js"].map(|name| String::from_utf8(file(name).expect("a glue")).expect("text"));
        assert_eq!(
            glue("glue", &engine, "draw"),
            Ok(
                "self.glue=(()=>{let wasm,here=location;function draw(){}\nreturn{default:__wbg_init,draw}})();"
                    .to_owned()
            )
        );
        let learner = glue("learnerGlue", &learner, "show").expect("a glue");
        assert!(learner.ends_with("return{default:__wbg_init,show}})();"), "{learner}");
        assert!(glue("glue", "let wasm;", "draw").is_err());
    }

    #[test]
    fn what_is_missing_is_said() {
        assert_eq!(made(PAGE, "./b.wasm"), Err("./b.wasm: not there".to_owned()));
    }
}
