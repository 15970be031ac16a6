//! What each command does: its steps in order, each with its name and its time.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::failure::Failure;
use crate::process::{Program, repository};
use crate::serve;
use crate::setup::{self, BrowserTools, PageTools, spoken};
use crate::wasm::{self, Std};

/// The pack that is built into the page.
const PACK: &str = "assets/packs/ukraine";
/// The programs of others that judge the page and measure how soon it is there.
const JUDGES: &str = "tests/judges";

/// Builds the page and serves it until it is stopped.
pub(crate) fn serve(first_port: u16) -> Result<(), Failure> {
    let page = setup::for_page()?;
    build(&page)?;
    serve::until_stopped(&repository().join("dist"), first_port)
}

/// Builds `dist/` and holds its sizes against the budget.
pub(crate) fn dist() -> Result<(), Failure> {
    build_within_budget(&setup::for_page()?)
}

/// Runs every test: the native ones, then those in a real browser over `dist/`.
pub(crate) fn test() -> Result<(), Failure> {
    let (page, browser) = setup::for_tests()?;
    step("native tests", || cargo("test --workspace --locked").run())?;
    build_within_budget(&page)?;
    step("tests in the browser", || {
        in_browser("test --locked --test browser", &browser).run()
    })?;
    step("forms of launch in every engine", || {
        in_browser("test --locked --quiet --test forms", &browser)
            .line("-- --nocapture")
            .run()
    })
}

/// Prints the report on the bundled pack.
pub(crate) fn pack_report() -> Result<(), Failure> {
    cargo("run --quiet --locked --bin press -- report").args([PACK]).run()
}

/// Measures the built page in the browser, parts of the engine beside JavaScript's own means, and how soon the page is there
/// beside other programs. The benchmarks print their tables themselves.
pub(crate) fn bench() -> Result<(), Failure> {
    let judges = target_folder().join("judges");
    let (page, browser) = setup::for_bench(&repository().join(JUDGES), &judges)?;
    build_within_budget(&page)?;
    let folder = target_folder().join("measure");
    step("the engine's parts to measure", || {
        let measure = cargo("build --release --locked --example measure --target wasm32-unknown-unknown");
        wasm::building(measure, page.std).run()?;
        let wasm = target_folder().join("wasm32-unknown-unknown/release/examples/measure.wasm");
        Program::new(&page.wasm_bindgen)
            .line("--target web --no-typescript --out-dir")
            .args([&folder, &wasm])
            .run()
    })?;
    let vectors = target_folder().join("vectors");
    step("ts-fsrs", || reference(&vectors))?;
    let inside = step("benchmarks", || {
        in_browser("test --locked --test bench", &browser)
            .line("-- --nocapture")
            .env("YOMIKURABE_MEASURE", &folder)
            .env(
                "YOMIKURABE_TS_FSRS",
                vectors.join("node_modules/ts-fsrs/dist/index.mjs"),
            )
            .run()
    });
    // What the first has measured is said, and what it has missed does not keep the second from measuring.
    let outside = step("the start, by Lighthouse and beside two others", || {
        Program::new("node")
            .args([
                judges.join("speed.mjs"),
                repository().join("dist"),
                repository(),
                target_folder().join("bench.json"),
            ])
            .env("CHROMIUM", &browser.chromium)
            .run()
    });
    inside.and(outside)
}

/// Lets programs of others judge the built page.
pub(crate) fn judge() -> Result<(), Failure> {
    let folder = target_folder().join("judges");
    let judges = setup::for_judges(&repository().join(JUDGES), &folder)?;
    build(&judges.page)?;
    step("judges", || {
        Program::new("node")
            .args([folder.join("main.mjs"), repository().join("dist"), repository()])
            .env("CHROMIUM", &judges.chromium)
            .env("PYTHON", &judges.python)
            .run()
    })
}

/// Where cargo puts what it builds.
fn target_folder() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| repository().join("target"), PathBuf::from)
}

/// Makes the pictures of the README from the built page.
pub(crate) fn pictures() -> Result<(), Failure> {
    let (page, browser) = setup::for_tests()?;
    build(&page)?;
    step("pictures", || {
        in_browser("test --locked --test pictures", &browser)
            .line("-- --nocapture")
            .run()
    })
}

/// Runs the two reference schedulers, in a folder of their own under `target/`, and freezes what they say.
pub(crate) fn vectors() -> Result<(), Failure> {
    let from = repository().join("tests/vectors");
    let folder = target_folder().join("vectors");
    let in_folder = |program: &str| Program::new(program).in_folder(&folder);
    let python = folder.join("python/bin/python");
    let lines = folder.join("ts-fsrs.txt");
    step("ts-fsrs", || {
        reference(&folder)?;
        in_folder("node").args([Path::new("ts.mjs"), &lines]).run()
    })?;
    step("PyPI's fsrs", || {
        in_folder("python3").line("-m venv python").run()?;
        let pip = Program::new(&python).line("-m pip install --quiet --requirement");
        pip.args([from.join("requirements.txt")]).run()?;
        Program::new(&python)
            .args([from.join("py.py"), lines.clone(), from.join("fsrs6.txt")])
            .run()
    })
}

/// Puts npm's `ts-fsrs`, and what runs it over the histories, into a folder.
fn reference(folder: &Path) -> Result<(), Failure> {
    let from = repository().join("tests/vectors");
    let failed = |error: std::io::Error| Failure::Step {
        step: format!("the folder {}", folder.display()),
        cause: error.to_string(),
    };
    fs::create_dir_all(folder).map_err(failed)?;
    for name in ["package.json", "package-lock.json", "ts.mjs", "histories.json"] {
        fs::copy(from.join(name), folder.join(name)).map_err(failed)?;
    }
    let npm = Program::new("npm").in_folder(folder);
    npm.line("ci --no-audit --no-fund").run()
}

/// What CI runs. The checks that need no browser come first: they are what most often fails.
pub(crate) fn ci() -> Result<(), Failure> {
    let started = Instant::now();
    setup::for_checks()?;
    step("formatting", || cargo("fmt --all --check").run())?;
    step("clippy", || {
        cargo("clippy --workspace --all-targets --all-features --locked -- -D warnings").run()
    })?;
    step("clippy for wasm", || {
        cargo("clippy --package yomikurabe --lib --bin yomikurabe --bin learner --bin embed --locked")
            .line("--target wasm32-unknown-unknown -- -D warnings")
            .run()
    })?;
    step("docs", || {
        cargo("doc --workspace --no-deps --locked")
            .env("RUSTDOCFLAGS", "-D warnings")
            .run()
    })?;
    test()?;
    println!("ci: everything passed in {}", spoken(started.elapsed()));
    Ok(())
}

fn build_within_budget(page: &PageTools) -> Result<(), Failure> {
    build(page)?;
    let sizes = || {
        cargo("run --quiet --locked --bin press -- sizes dist")
            .args([PACK])
            .run()
    };
    match (page.std, step("size budget", sizes)) {
        (Std::Prebuilt, Err(failure)) => {
            println!("{failure}\nThe budget is for an engine with its own standard library; this one is without.");
            Ok(())
        }
        (_, done) => done,
    }
}

fn build(page: &PageTools) -> Result<(), Failure> {
    step("the page", || {
        let trunk = Program::new(&page.trunk)
            .line("build --release")
            .env("PATH", &page.path);
        let trunk = wasm::building(trunk, page.std);
        // Trunk reads NO_COLOR as a truth value and stops at the usual "1".
        match env::var_os("NO_COLOR") {
            Some(value) if !value.is_empty() => trunk.env("NO_COLOR", "true").run(),
            _ => trunk.run(),
        }
    })?;
    step("the downloads", || {
        let press = cargo("run --quiet --locked --bin press -- downloads").args([PACK, "dist"]);
        // Where the page will stand, if its builder says so.
        let press = press.args(env::var_os("YOMIKURABE_ADDRESS"));
        match pack_time() {
            Some(time) => press.env(TIME, time).run(),
            None => press.run(),
        }
    })
}

/// How builds that can be repeated are told the time.
const TIME: &str = "SOURCE_DATE_EPOCH";

/// When the pack was last changed, as whoever builds says, or else as git knows, in seconds since 1970.
fn pack_time() -> Option<String> {
    env::var(TIME).ok().or_else(|| {
        let commit = Program::new("git").line("log -1 --format=%ct --").args([PACK]);
        let time = commit.answer()?.trim().to_owned();
        (!time.is_empty()).then_some(time)
    })
}

/// A test target of the browser kind, told where the page and the browsers are.
fn in_browser(line: &str, browser: &BrowserTools) -> Program {
    let firefox = browser
        .firefox
        .iter()
        .flat_map(|firefox| [("FIREFOX", &firefox.browser), ("GECKODRIVER", &firefox.driver)]);
    let webkit = browser.webkit.iter().flat_map(|webkit| {
        [
            ("WEBKIT_BROWSER", &webkit.browser),
            ("WEBKIT_DRIVER", &webkit.driver),
            ("XVFB", &webkit.display),
        ]
    });
    let told = |program: Program, (name, path): (&str, &PathBuf)| program.env(name, path);
    firefox.chain(webkit).fold(in_chromium(line, browser), told)
}

fn in_chromium(line: &str, browser: &BrowserTools) -> Program {
    cargo(line)
        .line("--features browser-tests")
        .env("YOMIKURABE_DIST", repository().join("dist"))
        .env("CHROMIUM", &browser.chromium)
        .env("CHROMEDRIVER", &browser.chromedriver)
        .env("AXE", &browser.axe)
}

fn cargo(line: &str) -> Program {
    Program::cargo().line(line)
}

/// Runs one step between a line with its name and a line with its time.
fn step(name: &str, work: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    println!("── {name}");
    let started = Instant::now();
    let outcome = work();
    let verdict = if outcome.is_ok() { "done" } else { "failed" };
    println!("── {name}: {verdict} in {}\n", spoken(started.elapsed()));
    outcome
}
