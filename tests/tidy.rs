//! Reads the sources and holds what `ARCHITECTURE.md` says of them.

use std::fs;
use std::path::{Path, PathBuf};

use yomikurabe::domain::words::Words;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below a folder, with its text without comments and tests.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    collect(&root().join(folder), &mut files);
    files.retain(|path| !is_for_tests(path));
    files.sort();
    assert!(!files.is_empty(), "no sources below {folder}");
    files.into_iter().map(|path| (path.clone(), code(&path))).collect()
}

/// Whole files of tests and their samples, which a module mounts under `cfg(test)`.
fn is_for_tests(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    stem.is_some_and(|stem| ["sample", "samples", "tests", "fixture"].contains(&stem))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the repository").flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => collect(&path, files),
            false if path.extension().is_some_and(|end| end == "rs") => files.push(path),
            false => {}
        }
    }
}

fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("sources are UTF-8");
    let before_tests = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let lines = before_tests.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check_never(folder: &str, forbidden: &[&str]) {
    let mut faults = Vec::new();
    for (path, code) in sources(folder) {
        for (at, line) in code.lines().enumerate() {
            for word in forbidden.iter().filter(|word| line.contains(**word)) {
                faults.push(format!(
                    "{} (code line {}): `{word}` in {}",
                    path.display(),
                    at + 1,
                    line.trim()
                ));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{folder} must not name these:\n{}",
        faults.join("\n")
    );
}

#[test]
fn layers_point_one_way() {
    let browser = ["web_sys", "js_sys", "wasm_bindgen", "gloo", "idb::"];
    for folder in ["src/domain", "src/app", "src/ui", "src/learner", "src/embed"] {
        check_never(folder, &browser);
    }
    check_never("src/domain", &["yew::", "crate::app", "crate::ui", "crate::platform"]);
    check_never("src/app", &["yew::", "crate::ui", "crate::platform"]);
    check_never("src/ui", &["crate::platform"]);
    check_never("src/learner", &["yew::", "crate::ui", "crate::platform"]);
    check_never(
        "src/embed",
        &["yew::", "crate::app", "crate::ui", "crate::learner", "crate::platform"],
    );
}

#[test]
fn the_domain_has_no_clock_no_chance_and_no_input_or_output() {
    check_never(
        "src/domain",
        &[
            "SystemTime",
            "Instant::",
            "std::fs",
            "std::env",
            "std::net",
            "thread_rng",
            "getrandom",
            "println!",
        ],
    );
    check_never(
        "src/app",
        &["SystemTime", "Instant::", "std::fs", "std::env", "println!"],
    );
}

#[test]
fn the_engine_knows_nothing_about_its_pack() {
    let words = [
        "ウクライナ",
        "ロシア",
        "ukraine",
        "Ukraine",
        "russia",
        "Russia",
        "プーチン",
        "トランプ",
    ];
    for folder in [
        "src/app",
        "src/ui",
        "src/learner",
        "src/embed",
        "src/platform",
        "src/domain",
    ] {
        check_never(folder, &words);
    }
}

#[test]
fn no_word_of_the_page_is_left_over() {
    let code: String = sources("src").into_iter().map(|(_, code)| code).collect();
    let mut used: Vec<&str> = code.split('.').map(leading_name).collect();
    used.sort_unstable();
    let left_over = Words::KEYS.iter().filter(|key| used.binary_search(key).is_err());
    let left_over: Vec<_> = left_over.collect();
    assert!(left_over.is_empty(), "nothing shows these: {left_over:?}");
}

/// The name with which a piece of code begins.
fn leading_name(code: &str) -> &str {
    let end = code.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
    &code[..end.unwrap_or(code.len())]
}

#[test]
fn nothing_is_left_half_done() {
    for folder in ["src", "xtask/src"] {
        check_never(
            folder,
            &["todo!(", "unimplemented!(", "dbg!(", "#[ignore", "FIXME", "XXX"],
        );
    }
}

#[test]
fn modules_are_named_after_what_they_define() {
    let vague = [
        "utils", "util", "helpers", "common", "types", "services", "manager", "misc",
    ];
    for (path, _) in sources("src").into_iter().chain(sources("xtask/src")) {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        assert!(
            !vague.contains(&stem),
            "{} says nothing about what is in it",
            path.display()
        );
    }
}

#[test]
fn every_file_says_what_it_is() {
    for (path, _) in sources("src").into_iter().chain(sources("xtask/src")) {
        let text = fs::read_to_string(&path).expect("sources are UTF-8");
        assert!(
            text.starts_with("//!"),
            "{} does not begin with a `//!` line",
            path.display()
        );
        let lines = text.lines().count();
        assert!(lines <= 560, "{} has {lines} lines: is it one thing?", path.display());
    }
}

#[test]
fn every_dependency_says_why() {
    for manifest in ["Cargo.toml", "xtask/Cargo.toml"] {
        let text = fs::read_to_string(root().join(manifest)).expect("the manifest");
        let mut in_dependencies = false;
        for line in text.lines() {
            if line.starts_with('[') {
                in_dependencies = line.contains("dependencies");
            } else if in_dependencies && line.contains('=') {
                assert!(line.contains(" # "), "{manifest}: no reason given for `{line}`");
            }
        }
    }
}

/// How Markdown is shown on a forge: a heading's anchor is its letters in lower case with `-` for each space.
fn anchor(heading: &str) -> String {
    let letters = heading
        .chars()
        .filter(|letter| letter.is_alphanumeric() || [' ', '-', '_'].contains(letter));
    letters.collect::<String>().to_lowercase().replace(' ', "-")
}

#[test]
fn links_between_the_documents_lead_somewhere() {
    let mut documents: Vec<PathBuf> = ["", "docs", "docs/adr"]
        .iter()
        .flat_map(|folder| {
            fs::read_dir(root().join(folder))
                .expect("a folder of the repository")
                .flatten()
        })
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect();
    documents.sort();
    let text = |path: &Path| fs::read_to_string(path).unwrap_or_default();
    let mut faults = Vec::new();
    for document in &documents {
        let words = text(document);
        let links = words.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for link in links.filter(|link| !link.contains([':', '`', '\n'])) {
            let (path, place) = link
                .split_once('#')
                .map_or((link, None), |(path, place)| (path, Some(place)));
            let path = match path {
                "" => document.clone(),
                path => document.parent().expect("a folder").join(path),
            };
            let text = text(&path);
            let headings = text.lines().filter(|line| line.starts_with('#'));
            let mut anchors = headings.map(|line| anchor(line.trim_start_matches('#').trim()));
            if !path.exists() || place.is_some_and(|place| !anchors.any(|anchor| anchor == place)) {
                faults.push(format!("{}: {link}", document.display()));
            }
        }
    }
    assert!(
        documents.len() > 30 && faults.is_empty(),
        "links that lead nowhere: {faults:#?}"
    );
}

#[test]
fn the_architecture_stays_readable() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    assert!(
        text.lines().count() < 200,
        "ARCHITECTURE.md is no longer a bird's-eye view"
    );
}
