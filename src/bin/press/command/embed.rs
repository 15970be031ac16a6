//! What pages of others load: the module `yomikurabe.js` with its types and its classic form, and the element that shows a view in a frame.

use std::fs;
use std::path::Path;

use super::offline::hash;

/// The names that host pages know; they never change.
const MODULE: &str = "yomikurabe.js";
const CLASSIC: &str = "yomikurabe.classic.js";
const TYPES: &str = "yomikurabe.d.ts";
const ELEMENT: &str = "embed-host.js";
/// As Trunk names the glue and the program, which stand behind no name of their own.
const GLUE: &str = "embed.js";
const PROGRAM: &str = "embed_bg.wasm";
/// How the glue ends its exports.
const EXPORTS: &str = "export{initSync,__wbg_init as default};";

/// Makes the module out of the shrunk glue and the program that Trunk has written, to read the pack in the file `data`.
pub fn run(page: &Path, data: &str) -> Result<(), String> {
    let fail = |name: &str, error: std::io::Error| format!("{name}: {error}");
    let glue = fs::read_to_string(page.join(GLUE)).map_err(|error| fail(GLUE, error))?;
    let bytes = fs::read(page.join(PROGRAM)).map_err(|error| fail(PROGRAM, error))?;
    let program = format!("embed-{}.wasm", &hash(&bytes)[..16]);
    let files = [
        (MODULE, module(&glue, &program, data)?),
        (
            ELEMENT,
            minified(ELEMENT, include_str!("../../../../assets/embed/host.js"))?,
        ),
        (
            CLASSIC,
            minified(CLASSIC, include_str!("../../../../assets/embed/classic.js"))?,
        ),
        (
            TYPES,
            include_str!("../../../../assets/embed/yomikurabe.d.ts").to_owned(),
        ),
    ];
    for (name, text) in files {
        fs::write(page.join(name), text).map_err(|error| fail(name, error))?;
    }
    fs::rename(page.join(PROGRAM), page.join(&program)).map_err(|error| fail(PROGRAM, error))?;
    fs::remove_file(page.join(GLUE)).map_err(|error| fail(GLUE, error))
}

/// Whether a file is for pages of others. The page itself never asks for one.
pub fn is_embed(path: &str) -> bool {
    [MODULE, CLASSIC, TYPES, ELEMENT].contains(&path) || path.starts_with("embed-") && path.ends_with(".wasm")
}

/// The glue as a function, so that its names are its own, and behind it what host pages call.
fn module(glue: &str, program: &str, data: &str) -> Result<String, String> {
    if !glue.contains(EXPORTS) {
        return Err("the glue does not export what it did".to_owned());
    }
    let body = glue.replace(EXPORTS, "").replace("export class", "class");
    let body = body.replace("export function", "function");
    let ours = [
        include_str!("../../../../assets/embed/kit.js"),
        include_str!("../../../../assets/embed/annotate.js"),
        include_str!("../../../../assets/embed/card.js"),
    ];
    let ours = ours.concat().replace("PROGRAM", program).replace("DATA", data);
    let ours = minified(MODULE, &ours)?;
    Ok(format!(
        "const glue=(()=>{{{body}\nreturn{{default:__wbg_init,Kit}}}})();\n{ours}"
    ))
}

fn minified(name: &str, script: &str) -> Result<String, String> {
    let script = minifier::js::minify(script).map_err(|error| format!("{name}: {error}"))?;
    Ok(script.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_loads_its_own_files_and_exports_ours_only() {
        let glue = "let wasm;export class Kit{}export{initSync,__wbg_init as default};";
        let module = module(glue, "embed-1.wasm", "pack-1.jsonl").expect("a glue");
        for words in [
            "\"embed-1.wasm\"",
            "\"pack-1.jsonl\"",
            "return{default:__wbg_init,Kit}",
            "export class YomiError",
        ] {
            assert!(module.contains(words), "{words} is not in {module}");
        }
        for gone in ["export class Kit", "PROGRAM", "\"DATA\""] {
            assert!(!module.contains(gone), "{gone} is in {module}");
        }
    }

    #[test]
    fn its_files_are_told_from_others() {
        for own in [MODULE, CLASSIC, TYPES, ELEMENT, "embed-0123.wasm"] {
            assert!(is_embed(own), "{own}");
        }
        for other in ["yomikurabe.html", "learner-1.js", "embedding.html", "index.html"] {
            assert!(!is_embed(other), "{other}");
        }
    }
}
