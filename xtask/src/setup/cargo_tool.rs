//! Tools that come from a crate: Trunk and the wasm-bindgen command.

use std::env;
use std::path::{Path, PathBuf};

use super::session::Session;
use super::{cache, version};
use crate::failure::Failure;
use crate::process::{Program, on_path};

/// A program in a crate, at one version.
pub(super) struct CargoTool {
    /// The crate.
    pub(super) package: &'static str,
    /// The program in it.
    pub(super) program: &'static str,
    /// The only version that will do.
    pub(super) version: String,
    /// What the crate is to be built with, as arguments of `cargo install`.
    pub(super) features: &'static [&'static str],
    /// How far it is optimised: `0` is built soonest, `1` runs at a bearable speed.
    pub(super) opt_level: &'static str,
    /// Why the project needs it, said when it is installed.
    pub(super) reason: &'static str,
}

impl CargoTool {
    /// Finds the program or installs it; gives its path.
    pub(super) fn obtain(&self, session: &Session) -> Result<PathBuf, Failure> {
        let folder = cache::folder(self.program, &self.version)?;
        let file = format!("{}{}", self.program, env::consts::EXE_SUFFIX);
        let cached = folder.join("bin").join(file);
        let found = on_path(self.program).filter(|program| self.is_right(program));
        if let Some(program) = found.or_else(|| self.is_right(&cached).then(|| cached.clone())) {
            return Ok(program);
        }
        session.install(&self.to_string(), self.reason, || {
            self.install(&folder)?;
            if self.is_right(&cached) {
                return Ok(());
            }
            let cause = format!("{} does not say this version", cached.display());
            Err(self.missing(cause))
        })?;
        Ok(cached)
    }

    fn is_right(&self, program: &Path) -> bool {
        let answer = Program::new(program).args(["--version"]).answer();
        let answer = answer.unwrap_or_default();
        version::in_answer(&answer) == Some(self.version.as_str())
    }

    /// A prebuilt program where cargo-binstall is at hand, else a build of our own.
    fn install(&self, folder: &Path) -> Result<(), Failure> {
        if on_path("cargo-binstall").is_some() && self.download(folder).is_ok() {
            return Ok(());
        }
        self.build(folder).map_err(|failure| self.missing(failure.to_string()))
    }

    fn download(&self, folder: &Path) -> Result<(), Failure> {
        Program::new("cargo-binstall")
            .line("--no-confirm --disable-strategies compile --root")
            .args([folder])
            .args([format!("{}@{}", self.package, self.version)])
            .run()
    }

    /// Builds it with little or no optimisation, in a fraction of the time.
    fn build(&self, folder: &Path) -> Result<(), Failure> {
        Program::cargo()
            .args(["install", self.package, "--locked"])
            .args(["--version", &self.version])
            .args(self.features)
            .args(["--root".as_ref(), folder])
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .run()
    }

    fn missing(&self, cause: String) -> Failure {
        let (package, version) = (self.package, &self.version);
        Failure::Missing {
            piece: self.to_string(),
            cause,
            get_it: format!("cargo install {package} --locked --version {version}"),
        }
    }
}

impl std::fmt::Display for CargoTool {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.program, self.version)
    }
}
