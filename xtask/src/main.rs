//! `cargo xtask`: the one front door. It sets up what is missing, builds, tests and serves.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a panic is how a test fails"))]

mod failure;
mod process;
mod serve;
mod setup;
mod steps;
mod wasm;

use std::process::ExitCode;

use failure::Failure;

/// What `cargo xtask` prints when it is asked for nothing, or for help.
const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N]   sets up what is missing, builds, serves the page, prints its address
                     (port N or the next free one; 8080 if not said)
  test               sets up what is missing, runs every test, browsers included
  dist               everything under dist/, with its sizes held against the budget
  pack report        the numbers of the bundled pack, and what a person should look at again
  bench              the benchmarks, printed as a table and written to target/bench.json
  judge              programs of others judge the page and read the downloads back (needs node, java and python)
  pictures           the pictures of the real page under docs/pictures/
  vectors            runs the reference schedulers (needs node and python) and writes tests/vectors/fsrs6.txt
  ci                 what CI runs: formatting, lints, docs, and all of `test`
  setup              what building and testing need, and nothing else; bench and judge fetch the rest themselves
  help               this text
";

/// One command of the front door.
#[derive(Debug, PartialEq, Eq)]
enum Task {
    Serve { first_port: u16 },
    Test,
    Dist,
    PackReport,
    Bench,
    Judge,
    Pictures,
    Vectors,
    Ci,
    Setup,
    Help,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match Task::parse(&arguments).and_then(Task::run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nerror: {failure}");
            ExitCode::FAILURE
        }
    }
}

impl Task {
    fn parse(arguments: &[String]) -> Result<Task, Failure> {
        let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
        match words.as_slice() {
            [] | ["help" | "-h" | "--help"] => Ok(Task::Help),
            ["serve"] => Ok(Task::Serve { first_port: 8080 }),
            ["serve", "--port", port] => match port.parse() {
                Ok(first_port) => Ok(Task::Serve { first_port }),
                Err(_) => Err(Failure::Usage(format!(
                    "`{port}` is no port: a port is a number from 0 to 65535"
                ))),
            },
            ["test"] => Ok(Task::Test),
            ["dist"] => Ok(Task::Dist),
            ["pack", "report"] => Ok(Task::PackReport),
            ["bench"] => Ok(Task::Bench),
            ["judge"] => Ok(Task::Judge),
            ["pictures"] => Ok(Task::Pictures),
            ["vectors"] => Ok(Task::Vectors),
            ["ci"] => Ok(Task::Ci),
            ["setup"] => Ok(Task::Setup),
            _ => Err(Failure::Usage(format!(
                "`cargo xtask {}` is no command of this project",
                words.join(" ")
            ))),
        }
    }

    fn run(self) -> Result<(), Failure> {
        match self {
            Task::Serve { first_port } => steps::serve(first_port),
            Task::Test => steps::test(),
            Task::Dist => steps::dist(),
            Task::PackReport => steps::pack_report(),
            Task::Bench => steps::bench(),
            Task::Judge => steps::judge(),
            Task::Pictures => steps::pictures(),
            Task::Vectors => steps::vectors(),
            Task::Ci => steps::ci(),
            Task::Setup => setup::everything().map(drop),
            Task::Help => {
                print!("{HELP}");
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<&Task>) {
        let arguments: Vec<String> = line.split_whitespace().map(String::from).collect();
        assert_eq!(Task::parse(&arguments).ok().as_ref(), expected, "cargo xtask {line}");
    }

    #[test]
    fn command_lines() {
        check("", Some(&Task::Help));
        check("--help", Some(&Task::Help));
        check("serve", Some(&Task::Serve { first_port: 8080 }));
        check("serve --port 9000", Some(&Task::Serve { first_port: 9000 }));
        check("serve --port", None);
        check("serve --port 70000", None);
        check("test", Some(&Task::Test));
        check("ci", Some(&Task::Ci));
        check("pack report", Some(&Task::PackReport));
        check("pack", None);
        check("deploy", None);
    }

    #[test]
    fn help_names_every_command() {
        for command in [
            "serve",
            "test",
            "dist",
            "pack report",
            "bench",
            "judge",
            "pictures",
            "vectors",
            "ci",
            "setup",
        ] {
            assert!(HELP.contains(&format!("\n  {command} ")), "{command}");
        }
    }
}
