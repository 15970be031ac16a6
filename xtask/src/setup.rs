//! Set-up: every tool is found on the PATH or in the cache of this user, or it is installed.
//!
//! The second time nothing is left to do, and nothing asks the network. Not among the
//! tools is wasm-opt: after brotli it saves 0 to 2 percent, which is not worth one more
//! piece that can be missing.

mod axe;
mod browser;
mod cache;
mod cargo_tool;
mod engines;
mod font;
mod judges;
mod packages;
mod session;
mod toolchain;
mod version;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::process::repository;
use crate::wasm::Std;
use cargo_tool::CargoTool;
use engines::{Firefox, WebKit};
use session::Session;

pub(crate) use session::spoken;

/// The newest Trunk that builds with the toolchains in use.
const TRUNK: &str = "0.21.14";

/// What builds the page.
pub(crate) struct PageTools {
    /// The program.
    pub(crate) trunk: PathBuf,
    /// A PATH on which Trunk finds wasm-bindgen.
    pub(crate) path: OsString,
    /// The program that writes the JavaScript around a wasm.
    pub(crate) wasm_bindgen: PathBuf,
    /// Where the engine's standard library comes from.
    pub(crate) std: Std,
}

/// What opens the page and looks into it.
pub(crate) struct BrowserTools {
    /// The browser.
    pub(crate) chromium: PathBuf,
    /// Its driver, of the same major version.
    pub(crate) chromedriver: PathBuf,
    /// Firefox, where this system has one.
    pub(crate) firefox: Option<Firefox>,
    /// WebKitGTK, where this system has one.
    pub(crate) webkit: Option<WebKit>,
    /// `axe.min.js`, the accessibility checker that is run inside the page.
    pub(crate) axe: PathBuf,
}

/// Sets up what building the page needs.
pub(crate) fn for_page() -> Result<PageTools, Failure> {
    let session = Session::start();
    let tools = page_tools(&session)?;
    session.finish();
    Ok(tools)
}

/// Sets up what the tests in the browser need. The quick pieces come first, so that one
/// that cannot be had is known before Trunk has been built for minutes.
pub(crate) fn for_tests() -> Result<(PageTools, BrowserTools), Failure> {
    let session = Session::start();
    let browser = browser_tools(&session)?;
    let page = page_tools(&session)?;
    session.finish();
    Ok((page, browser))
}

/// Sets up what the benchmarks need: what the tests in the browser do, and the programs of `from`, copied to `folder`, that
/// measure the page or stand beside it.
pub(crate) fn for_bench(from: &Path, folder: &Path) -> Result<(PageTools, BrowserTools), Failure> {
    let session = Session::start();
    let browser = browser_tools(&session)?;
    judges::programs(&session, from, folder)?;
    let page = page_tools(&session)?;
    session.finish();
    Ok((page, browser))
}

/// What judges the page.
pub(crate) struct Judges {
    /// What builds the page.
    pub(crate) page: PageTools,
    /// The browser.
    pub(crate) chromium: PathBuf,
    /// The Python that has Anki's library.
    pub(crate) python: PathBuf,
}

/// Sets up what judges the page: the browser, the page's own tools, and the judges of `from`, copied to `folder`.
pub(crate) fn for_judges(from: &Path, folder: &Path) -> Result<Judges, Failure> {
    let session = Session::start();
    let (chromium, _) = browser::obtain(&session)?;
    font::obtain(&session)?;
    judges::obtain(&session, from, folder)?;
    let page = page_tools(&session)?;
    session.finish();
    Ok(Judges {
        page,
        chromium,
        python: folder.join(judges::PYTHON),
    })
}

/// Sets up what formatting, lints and docs need.
pub(crate) fn for_checks() -> Result<(), Failure> {
    let session = Session::start();
    toolchain::components(&session)?;
    toolchain::wasm_target(&session)?;
    session.finish();
    Ok(())
}

/// Sets up what any command needs.
pub(crate) fn everything() -> Result<(PageTools, BrowserTools), Failure> {
    let session = Session::start();
    toolchain::components(&session)?;
    let browser = browser_tools(&session)?;
    let page = page_tools(&session)?;
    session.finish();
    Ok((page, browser))
}

fn browser_tools(session: &Session) -> Result<BrowserTools, Failure> {
    let (chromium, chromedriver) = browser::obtain(session)?;
    font::obtain(session)?;
    let axe = axe::obtain(session)?;
    let webkit = engines::webkit(session)?;
    let firefox = engines::firefox(session)?;
    Ok(BrowserTools {
        chromium,
        chromedriver,
        firefox,
        webkit,
        axe,
    })
}

fn page_tools(session: &Session) -> Result<PageTools, Failure> {
    toolchain::wasm_target(session)?;
    let std = toolchain::standard_library(session);
    toolchain::crates(session, std)?;
    let wasm_bindgen = CargoTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: version::of_locked_crate(&cargo_lock()?, "wasm-bindgen")?,
        features: &[],
        // It walks through the whole wasm of every build.
        opt_level: "1",
        reason: "writes the JavaScript around the wasm; its version must be Cargo.lock's",
    };
    let trunk = CargoTool {
        package: "trunk",
        program: "trunk",
        version: TRUNK.into(),
        // Without what it downloads tools with: here it finds them on the PATH. It reads
        // one small page, in the same time with and without optimisation.
        features: &["--no-default-features"],
        opt_level: "0",
        reason: "builds the page",
    };
    let wasm_bindgen = wasm_bindgen.obtain(session)?;
    let trunk = trunk.obtain(session)?;
    let path = path_with(&[&trunk, &wasm_bindgen])?;
    Ok(PageTools {
        trunk,
        path,
        wasm_bindgen,
        std,
    })
}

fn cargo_lock() -> Result<String, Failure> {
    let file = repository().join("Cargo.lock");
    std::fs::read_to_string(&file).map_err(|error| Failure::Missing {
        piece: "Cargo.lock".into(),
        cause: format!("it cannot be read: {error}"),
        get_it: "git checkout Cargo.lock".into(),
    })
}

/// The PATH with the folders of these programs in front.
fn path_with(programs: &[&Path]) -> Result<OsString, Failure> {
    let own = programs.iter().filter_map(|program| program.parent());
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = own
        .map(Path::to_path_buf)
        .chain(env::split_paths(&path))
        .collect::<Vec<_>>();
    env::join_paths(folders).map_err(|error| Failure::Step {
        step: "putting the tools on the PATH".into(),
        cause: error.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tools_come_first_on_the_path() {
        let path = path_with(&[Path::new("/a/bin/trunk"), Path::new("/b/bin/wasm-bindgen")]);
        let folders: Vec<_> = env::split_paths(&path.unwrap()).take(2).collect();
        assert_eq!(folders, [Path::new("/a/bin"), Path::new("/b/bin")]);
    }
}
