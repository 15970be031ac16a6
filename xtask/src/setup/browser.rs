//! A Chromium and a chromedriver of the same major version.

use std::env;
use std::path::{Path, PathBuf};

use super::packages::{self, SystemPiece};
use super::session::Session;
use super::version;
use crate::failure::Failure;
use crate::process::{Program, on_path};

const PIECE: &str = "a Chromium with a chromedriver of the same major version";

/// Browsers by their names on the PATH.
const BROWSERS: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];

/// Browsers and drivers in places that are not on the PATH.
const OTHER_BROWSERS: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const OTHER_DRIVERS: [&str; 3] = [
    "/usr/lib/chromium/chromedriver",
    "/usr/lib/chromium-browser/chromedriver",
    "/usr/lib64/chromium-browser/chromedriver",
];

/// A program with its version.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    program: PathBuf,
    version: String,
}

/// Finds the pair or installs it; gives the browser, then the driver. The variables
/// CHROMIUM and CHROMEDRIVER name a pair of one's own.
pub(super) fn obtain(session: &Session) -> Result<(PathBuf, PathBuf), Failure> {
    let (browsers, drivers) = look_around();
    if let Some(pair) = matching(&browsers, &drivers) {
        return Ok(pair);
    }
    let found = described(&browsers, &drivers);
    let reason = "the tests open the page in a real browser";
    packages::install(session, SystemPiece::Browser, PIECE, reason, &found)?;
    let (browsers, drivers) = look_around();
    matching(&browsers, &drivers).ok_or_else(|| {
        let found = described(&browsers, &drivers);
        let cause = format!("{found} (a pair can be named in CHROMIUM and CHROMEDRIVER)");
        packages::missing(SystemPiece::Browser, PIECE, &cause)
    })
}

fn look_around() -> (Vec<Found>, Vec<Found>) {
    let browsers = candidates("CHROMIUM", &BROWSERS, &OTHER_BROWSERS);
    let drivers = candidates("CHROMEDRIVER", &["chromedriver"], &OTHER_DRIVERS);
    (browsers, drivers)
}

/// Programs that answer `--version`: the one named in a variable, then those on the
/// PATH, then those in other places.
fn candidates(variable: &str, names: &[&str], places: &[&str]) -> Vec<Found> {
    let own = env::var_os(variable).map(PathBuf::from).into_iter();
    let on_path = names.iter().filter_map(|name| on_path(name));
    let elsewhere = places.iter().map(PathBuf::from);
    own.chain(on_path)
        .chain(elsewhere.filter(|place| place.is_file()))
        .filter_map(|program| ask(&program))
        .collect()
}

fn ask(program: &Path) -> Option<Found> {
    let answer = Program::new(program).args(["--version"]).answer()?;
    Some(Found {
        program: program.to_path_buf(),
        version: version::in_answer(&answer)?.into(),
    })
}

/// The first browser for which there is a driver of the same major version.
fn matching(browsers: &[Found], drivers: &[Found]) -> Option<(PathBuf, PathBuf)> {
    let pairs = browsers
        .iter()
        .flat_map(|browser| drivers.iter().map(move |driver| (browser, driver)));
    let (browser, driver) = pairs.into_iter().find(|(browser, driver)| {
        let number = version::major(&browser.version);
        number.is_some() && number == version::major(&driver.version)
    })?;
    Some((browser.program.clone(), driver.program.clone()))
}

fn described(browsers: &[Found], drivers: &[Found]) -> String {
    let list = |programs: &[Found], none: &str| {
        let each = |found: &Found| format!("{} {}", found.program.display(), found.version);
        match programs {
            [] => none.to_string(),
            some => some.iter().map(each).collect::<Vec<_>>().join(", "),
        }
    };
    let browsers = list(browsers, "no browser");
    format!("found {browsers} and {}", list(drivers, "no driver"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(program: &str, version: &str) -> Found {
        Found {
            program: program.into(),
            version: version.into(),
        }
    }

    #[test]
    fn the_pair_has_one_major_version() {
        let browsers = [found("a", "157.0.1"), found("b", "156.0.2")];
        let drivers = [found("d", "156.0.9")];
        assert_eq!(matching(&browsers, &drivers), Some(("b".into(), "d".into())));
        assert_eq!(matching(&browsers[..1], &drivers), None);
        assert_eq!(matching(&[found("a", "?")], &[found("d", "?")]), None);
    }

    #[test]
    fn what_was_found_is_said() {
        assert_eq!(
            described(&[found("/usr/bin/chromium", "156.0.1")], &[]),
            "found /usr/bin/chromium 156.0.1 and no driver"
        );
    }
}
