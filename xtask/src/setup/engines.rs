//! The other browser engines: Firefox with geckodriver, WebKitGTK with its driver and a display.
//!
//! On Linux both must be there. On other systems WebKitGTK does not exist, and Firefox is used where it is found; the
//! tests say in their table what was not run.

use std::path::{Path, PathBuf};

use super::cargo_tool::CargoTool;
use super::packages::{self, SystemPiece};
use super::session::Session;
use crate::failure::Failure;
use crate::process::on_path;

/// The geckodriver for every Firefox from the last three extended releases.
const GECKODRIVER: &str = "0.37.1";

/// Firefox by its names on the PATH, and in places that are not on it.
const FIREFOXES: [&str; 2] = ["firefox-esr", "firefox"];
const OTHER_FIREFOXES: [&str; 2] = [
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

/// The small browser in WebKitGTK's own package: below a folder of libraries, one of these.
const MINI_BROWSERS: [&str; 3] = [
    "webkit2gtk-4.1/MiniBrowser",
    "webkitgtk-6.0/MiniBrowser",
    "webkit2gtk-4.0/MiniBrowser",
];

/// Where those are.
const LIBRARIES: [&str; 7] = [
    "/usr/lib/x86_64-linux-gnu",
    "/usr/lib/aarch64-linux-gnu",
    "/usr/lib/riscv64-linux-gnu",
    "/usr/libexec",
    "/usr/lib64",
    "/usr/lib",
    "/usr/lib/arm-linux-gnueabihf",
];

/// Firefox and its driver.
pub(crate) struct Firefox {
    /// The browser.
    pub(crate) browser: PathBuf,
    /// Its driver.
    pub(crate) driver: PathBuf,
}

/// WebKitGTK and what it runs on.
pub(crate) struct WebKit {
    /// The small browser of its package.
    pub(crate) browser: PathBuf,
    /// Its driver.
    pub(crate) driver: PathBuf,
    /// The server of a display that nobody sees.
    pub(crate) display: PathBuf,
}

/// Finds or installs Firefox and geckodriver. The variables FIREFOX and GECKODRIVER name a pair of one's own.
pub(super) fn firefox(session: &Session) -> Result<Option<Firefox>, Failure> {
    let piece = "Firefox";
    let Some(browser) = found_or_installed(session, SystemPiece::Firefox, piece, find_firefox)? else {
        return Ok(None);
    };
    if let Some(driver) = named("GECKODRIVER") {
        return Ok(Some(Firefox { browser, driver }));
    }
    let geckodriver = CargoTool {
        package: "geckodriver",
        program: "geckodriver",
        version: GECKODRIVER.into(),
        features: &[],
        // It passes a few small messages on.
        opt_level: "0",
        reason: "the tests drive Firefox with it",
    };
    let driver = geckodriver.obtain(session)?;
    Ok(Some(Firefox { browser, driver }))
}

/// Finds or installs WebKitGTK, its driver and Xvfb.
pub(super) fn webkit(session: &Session) -> Result<Option<WebKit>, Failure> {
    let piece = "WebKitGTK with its driver, and Xvfb";
    found_or_installed(session, SystemPiece::WebKit, piece, find_webkit)
}

/// What `find` finds, before or after it is installed; nothing where this system need not have it.
fn found_or_installed<T>(
    session: &Session,
    what: SystemPiece,
    piece: &str,
    find: impl Fn() -> Option<T>,
) -> Result<Option<T>, Failure> {
    if let Some(found) = find() {
        return Ok(Some(found));
    }
    if cfg!(not(target_os = "linux")) {
        println!("set-up: there is no {piece} here: the tests leave that engine out");
        return Ok(None);
    }
    let reason = "the tests open the page in every engine";
    let none = "it is not where it is looked for";
    packages::install(session, what, piece, reason, none)?;
    let found = find().ok_or_else(|| packages::missing(what, piece, none))?;
    Ok(Some(found))
}

fn find_firefox() -> Option<PathBuf> {
    let elsewhere = OTHER_FIREFOXES.iter().map(PathBuf::from);
    let installed = FIREFOXES.iter().filter_map(|name| on_path(name)).chain(elsewhere);
    named("FIREFOX").or_else(|| installed.into_iter().find(|program| program.is_file()))
}

fn find_webkit() -> Option<WebKit> {
    Some(WebKit {
        browser: named("WEBKIT_BROWSER").or_else(find_mini_browser)?,
        driver: named("WEBKIT_DRIVER").or_else(|| on_path("WebKitWebDriver"))?,
        display: named("XVFB").or_else(|| on_path("Xvfb"))?,
    })
}

fn find_mini_browser() -> Option<PathBuf> {
    let folders = LIBRARIES.iter().map(Path::new);
    let mut programs = folders.flat_map(|folder| MINI_BROWSERS.map(|program| folder.join(program)));
    programs.find(|program| program.is_file())
}

/// A program that a variable of the environment names.
fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable)
        .map(PathBuf::from)
        .filter(|program| program.is_file())
}
