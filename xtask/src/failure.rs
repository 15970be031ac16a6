//! Why a command of xtask ended badly, and what to do about it.

use std::fmt;

/// What went wrong. Its text is the last thing that a failing command prints,
/// behind the word `error`.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line was not understood; the text says which part of it.
    Usage(String),
    /// A piece that the command needs could not be had.
    Missing {
        /// The piece with its version, as a person would name it.
        piece: String,
        /// What was tried and how it ended.
        cause: String,
        /// The command that would get the piece.
        get_it: String,
    },
    /// A step ran and failed; it has printed its own findings above.
    Step {
        /// The step, as a command line or a few words.
        step: String,
        /// How it ended.
        cause: String,
    },
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Usage(problem) => {
                write!(f, "{problem}\n  see: cargo xtask help")
            }
            Failure::Missing { piece, cause, get_it } => {
                write!(f, "{piece} is missing: {cause}\n  get it: {get_it}")
            }
            Failure::Step { step, cause } => write!(f, "{step}: {cause}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_piece_is_named_with_its_command() {
        let failure = Failure::Missing {
            piece: "trunk 0.21.14".into(),
            cause: "no network".into(),
            get_it: "cargo install trunk".into(),
        };
        assert_eq!(
            failure.to_string(),
            "trunk 0.21.14 is missing: no network\n  get it: cargo install trunk"
        );
    }
}
