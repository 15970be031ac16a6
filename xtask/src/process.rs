//! Starting other programs: what is started is shown, how it ended is said.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::Failure;

/// A program about to be started in the root of the repository.
pub(crate) struct Program {
    command: Command,
    /// The command line as it is shown to people.
    shown: String,
}

impl Program {
    /// A program by its name on the PATH, or by its path.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Program {
        let mut command = Command::new(&program);
        command.current_dir(repository());
        let shown = Path::new(&program).file_stem().map_or_else(
            || program.as_ref().to_string_lossy().into_owned(),
            |name| name.to_string_lossy().into_owned(),
        );
        Program { command, shown }
    }

    /// The cargo that runs xtask, so that every step uses one toolchain.
    pub(crate) fn cargo() -> Program {
        Program::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    /// Adds arguments.
    pub(crate) fn args<S: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = S>) -> Self {
        for argument in arguments {
            self.shown.push(' ');
            self.shown.push_str(&argument.as_ref().to_string_lossy());
            self.command.arg(argument);
        }
        self
    }

    /// Adds the arguments of a command line without quotes, split at its spaces.
    pub(crate) fn line(self, arguments: &str) -> Self {
        self.args(arguments.split_whitespace())
    }

    /// Sets one variable of the environment.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs it in another folder than the root of the repository.
    pub(crate) fn in_folder(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Shows the command line, runs it with its output in view, and fails unless it succeeds.
    pub(crate) fn run(mut self) -> Result<(), Failure> {
        println!("    $ {}", self.shown);
        let cause = match self.command.status() {
            Ok(status) if status.success() => return Ok(()),
            Ok(status) => format!("it ended with {status}"),
            Err(error) => format!("it could not be started: {error}"),
        };
        Err(Failure::Step {
            step: format!("`{}`", self.shown),
            cause,
        })
    }

    /// What it prints to standard output, if it can be started and succeeds. Nothing is shown.
    pub(crate) fn answer(mut self) -> Option<String> {
        let output = self
            .command
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()
            .filter(|output| output.status.success())?;
        Some(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

/// The root of the repository: the folder that xtask's own folder stands in.
pub(crate) fn repository() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// Where a program stands on the PATH, looked up as a shell does it.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(&file))
        .find(|candidate| candidate.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(repository().join("xtask/Cargo.toml").is_file());
    }

    #[test]
    fn a_program_is_shown_by_its_name() {
        let program = Program::new("/somewhere/bin/trunk").line("build --release");
        assert_eq!(program.shown, "trunk build --release");
    }

    #[test]
    fn a_failing_program_is_named() {
        let failure = Program::new("no-such-program").line("--quiet").run();
        let text = failure.unwrap_err().to_string();
        let start = "`no-such-program --quiet`: it could not be started: ";
        assert!(text.starts_with(start), "{text}");
        assert!(Program::new("no-such-program").answer().is_none());
    }
}
