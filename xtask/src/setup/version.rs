//! Versions, read out of what programs print and out of Cargo.lock.

use crate::failure::Failure;

/// The version in the line that a program prints for `--version`: the first word that
/// starts with a digit and holds a dot. `Chromium 156.0.8078.79 built on Debian` gives
/// `156.0.8078.79`.
pub(super) fn in_answer(answer: &str) -> Option<&str> {
    answer
        .split_whitespace()
        .find(|word| word.starts_with(|letter: char| letter.is_ascii_digit()) && word.contains('.'))
}

/// The number in front of the first dot.
pub(super) fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

/// The version of a crate in the text of a Cargo.lock.
pub(super) fn of_locked_crate(cargo_lock: &str, name: &str) -> Result<String, Failure> {
    let heading = format!("name = \"{name}\"");
    let mut lines = cargo_lock.lines().map(str::trim);
    let version = lines.find(|line| *line == heading).and_then(|_| {
        let value = lines.next()?.strip_prefix("version = \"")?;
        value.strip_suffix('"')
    });
    version.map(String::from).ok_or_else(|| Failure::Missing {
        piece: format!("the version of {name}"),
        cause: "Cargo.lock does not name the crate".into(),
        get_it: "cargo generate-lockfile".into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(answer: &str, version: Option<&str>, number: Option<u32>) {
        assert_eq!(in_answer(answer), version, "{answer}");
        assert_eq!(version.and_then(major), number, "{answer}");
    }

    #[test]
    fn answers() {
        check("trunk 0.21.14\n", Some("0.21.14"), Some(0));
        check("wasm-bindgen 0.2.125", Some("0.2.125"), Some(0));
        check(
            "Chromium 156.0.8078.79 built on Debian GNU/Linux 12",
            Some("156.0.8078.79"),
            Some(156),
        );
        check("Google Chrome 141.0.7390.54 ", Some("141.0.7390.54"), Some(141));
        check(
            "ChromeDriver 156.0.8078.79 (a21ce95-refs/heads@{#1704})",
            Some("156.0.8078.79"),
            Some(156),
        );
        check("Command '/usr/bin/chromium-browser' requires the snap", None, None);
        check("", None, None);
    }

    #[test]
    fn crates_in_cargo_lock() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.125\"\nsource = \"…\"\n";
        assert_eq!(of_locked_crate(lock, "wasm-bindgen").unwrap(), "0.2.125");
        let missing = of_locked_crate(lock, "wasm").unwrap_err().to_string();
        assert!(missing.contains("the version of wasm is missing"), "{missing}");
    }
}
