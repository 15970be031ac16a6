//! Makes the files that Trunk built smaller without changing what they do: short names between the wasm and its script,
//! and no white space or notes in scripts and styles.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, ImportSectionReader, Parser};

/// Shrinks the scripts, the styles and the wasm in `page`.
pub fn run(page: &Path) -> Result<(), String> {
    let found = super::folder::files(page)?;
    let ending = |end: &'static str| found.iter().filter(move |file| file.path.ends_with(end));
    // Each module has names of its own, so that no file changes with another one and keeps its name.
    let mut modules: BTreeMap<String, Names> = BTreeMap::new();
    for file in ending(".wasm") {
        let names = modules.entry(file.path.replace("_bg.wasm", ".js")).or_default();
        let shrunk = wasm(&file.bytes, names).map_err(|error| format!("{}: {error}", file.path))?;
        write(&page.join(&file.path), &shrunk)?;
    }
    for file in ending(".js") {
        let script = text(&file.path, &file.bytes)?;
        let names = modules.get(&file.path);
        let script = names.map_or_else(|| script.to_owned(), |names| names.shorten(script));
        let shrunk = minifier::js::minify(&script).map_err(|error| format!("{}: {error}", file.path))?;
        write(&page.join(&file.path), shrunk.to_string().as_bytes())?;
    }
    for file in ending(".css") {
        let style = text(&file.path, &file.bytes)?;
        let shrunk = minifier::css::minify(style).map_err(|error| format!("{}: {error}", file.path))?;
        write(&page.join(&file.path), shrunk.to_string().as_bytes())?;
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

fn text<'b>(path: &str, bytes: &'b [u8]) -> Result<&'b str, String> {
    str::from_utf8(bytes).map_err(|error| format!("{path}: {error}"))
}

/// The short name of each name that wasm-bindgen gave. Its names end in a hash, which does not compress, and each stands
/// both in the wasm and in the script.
#[derive(Default)]
struct Names(BTreeMap<String, String>);

impl Names {
    /// The short name of `long`; names that wasm-bindgen did not make stay.
    fn of(&mut self, long: &str) -> String {
        if !long.starts_with("__wb") {
            return long.to_owned();
        }
        let next = short(self.0.len());
        self.0.entry(long.to_owned()).or_insert(next).clone()
    }

    /// The script with every name in short.
    fn shorten(&self, script: &str) -> String {
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
        let mut shortened = String::with_capacity(script.len());
        let mut rest = script;
        while let Some(start) = rest.find(is_part) {
            let (before, from) = rest.split_at(start);
            let (word, after) = from.split_at(from.find(|letter| !is_part(letter)).unwrap_or(from.len()));
            shortened.push_str(before);
            shortened.push_str(self.0.get(word).map_or(word, String::as_str));
            rest = after;
        }
        shortened + rest
    }
}

/// The `number`th short name: a letter, then a capital and digits, so that none is a word of JavaScript.
fn short(number: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let letter = char::from(LETTERS[number % LETTERS.len()]);
    match number / LETTERS.len() {
        0 => letter.to_string(),
        round => format!("{letter}{}", round - 1),
    }
}

/// The module with short names, and without sections that nothing runs.
fn wasm(bytes: &[u8], names: &mut Names) -> Result<Vec<u8>, Error> {
    let mut module = Module::new();
    Shortening(names).parse_core_module(&mut module, Parser::new(0), bytes)?;
    Ok(module.finish())
}

struct Shortening<'n>(&'n mut Names);

impl Reencode for Shortening<'_> {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error> {
        for import in section.into_imports() {
            let import = import?;
            let kind = self.entity_type(import.ty)?;
            imports.import(import.module, &self.0.of(import.name), kind);
        }
        Ok(())
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Result<(), Error> {
        let kind = self.export_kind(export.kind)?;
        let index = self.external_index(export.kind, export.index)?;
        exports.export(&self.0.of(export.name), kind, index);
        Ok(())
    }

    fn parse_custom_section(&mut self, _: &mut Module, _: wasmparser::CustomSectionReader<'_>) -> Result<(), Error> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, ExportKind, FunctionSection, TypeSection};

    #[test]
    fn names_are_short_and_different() {
        let names: Vec<String> = (0..300).map(short).collect();
        assert_eq!(
            (&*names[0], &*names[51], &*names[52], &*names[299]),
            ("a", "Z", "a0", "N4")
        );
        let different: std::collections::BTreeSet<&String> = names.iter().collect();
        assert_eq!(different.len(), names.len());
    }

    #[test]
    fn the_wasm_and_its_script_agree() {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        module.section(&types);
        let mut imports = ImportSection::new();
        imports.import("./page_bg.js", "__wbg_focus_5af2", EntityType::Function(0));
        imports.import("./page_bg.js", "__wbg_focus_5af2e", EntityType::Function(0));
        module.section(&imports);
        module.section(&FunctionSection::new());
        let mut exports = ExportSection::new();
        exports.export("main", ExportKind::Func, 0);
        exports.export("__wbindgen_export", ExportKind::Func, 1);
        module.section(&exports);
        let mut names = Names::default();
        let shrunk = wasm(&module.finish(), &mut names).expect("it is a module");
        let has = |name: &str| shrunk.windows(name.len()).any(|window| window == name.as_bytes());
        assert!(has("main") && has("./page_bg.js") && !has("__wb"));
        let script = "{ __wbg_focus_5af2: f, __wbg_focus_5af2e() {} }; wasm.__wbindgen_export(main)";
        assert_eq!(names.shorten(script), "{ a: f, b() {} }; wasm.c(main)");
    }
}
