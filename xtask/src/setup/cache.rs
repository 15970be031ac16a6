//! The folder of this user in which the tools are kept, one folder a tool and version.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::failure::Failure;

/// The folder for a tool: `~/.cache/yomikurabe/trunk-0.21.14`.
pub(super) fn folder(tool: &str, version: &str) -> Result<PathBuf, Failure> {
    let root = root(|name| env::var_os(name)).ok_or_else(|| Failure::Missing {
        piece: "a folder for the tools".into(),
        cause: "neither XDG_CACHE_HOME nor HOME is set".into(),
        get_it: "export XDG_CACHE_HOME=/some/folder".into(),
    })?;
    Ok(root.join(format!("{tool}-{version}")))
}

/// `variable` is how the environment is read, so that tests can bring their own.
fn root(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let set = |name| variable(name).filter(|value| !value.is_empty());
    let base = set("XDG_CACHE_HOME")
        .or_else(|| set("LOCALAPPDATA"))
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(set("HOME")?).join(".cache")))?;
    Some(base.join("yomikurabe"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[track_caller]
    fn check(variables: &[(&str, &str)], expected: Option<&str>) {
        let found = root(|name| {
            let (_, value) = variables.iter().find(|(key, _)| *key == name)?;
            Some(OsString::from(value))
        });
        assert_eq!(found.as_deref(), expected.map(Path::new));
    }

    #[test]
    fn where_the_tools_are_kept() {
        check(&[("HOME", "/home/a")], Some("/home/a/.cache/yomikurabe"));
        check(&[("XDG_CACHE_HOME", "/c"), ("HOME", "/home/a")], Some("/c/yomikurabe"));
        check(
            &[("XDG_CACHE_HOME", ""), ("HOME", "/home/a")],
            Some("/home/a/.cache/yomikurabe"),
        );
        check(&[], None);
    }
}
