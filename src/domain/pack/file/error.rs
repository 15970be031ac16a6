//! Why a compiled pack could not be read.

use std::fmt;

/// A compiled pack could not be read: its message says where, what is wrong and what to do.
#[derive(Debug)]
pub struct LoadError {
    place: String,
    fault: Fault,
}

impl LoadError {
    pub(super) fn new(place: impl Into<String>, fault: Fault) -> Self {
        let place = place.into();
        Self { place, fault }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (cause, mend) = self.fault.words();
        for part in [&self.place, ": ", cause, " ", mend] {
            f.write_str(part)?;
        }
        Ok(())
    }
}

impl std::error::Error for LoadError {}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Json,
    Format,
    TooBig,
    TooMany,
    TooLong,
    Empty,
    Id,
    Twice,
    Word,
    Date,
    Reference,
    Side,
    Block,
    BlockOrder,
    Citation,
    Span,
    Condition,
    Ground,
    Task,
    Order,
    #[cfg(not(target_arch = "wasm32"))]
    Difference,
}

const COMPILE: &str = "Make the pack again from its folder.";

impl Fault {
    /// Cause and mend.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Json => ("this is no compiled pack.", COMPILE),
            Self::Format => (
                "the pack is of another format.",
                "Use a newer program, or make the pack again with this one.",
            ),
            Self::TooBig => ("the pack is larger than 16 MiB.", "Split it into several packs."),
            Self::TooMany => ("there are too many.", "Split the pack into several."),
            Self::TooLong => ("the text is too long.", "Shorten it."),
            Self::Empty => ("a text is empty or missing.", "Write it."),
            Self::Id => ("this is no id.", "Use a to z, 0 to 9 and hyphens, at most 64."),
            Self::Twice => ("the id is there twice.", "Give one of the two another id."),
            Self::Word => (
                "this is none of the words allowed here.",
                "Take one that docs/pack.schema.json lists.",
            ),
            Self::Date => ("this is no date.", "Write 2026-01-06, 2026-01, 2026 or 18XX."),
            Self::Reference => ("the pack has nothing of that id.", "Correct the id."),
            Self::Side => ("the side is no column.", "Name an actor that is its own side."),
            Self::Block => ("the block is not written well.", COMPILE),
            Self::BlockOrder => ("the numbers of the blocks do not ascend.", COMPILE),
            Self::Citation => ("the citation names no paragraph of the pack.", COMPILE),
            Self::Span => ("the citation's bytes are no words of its paragraph.", COMPILE),
            Self::Condition => (
                "a conditional stance has a condition, and no other has.",
                "Correct one of the two.",
            ),
            Self::Ground => (
                "each of two to five sentences rests on a citation or on background.",
                "Correct the definition.",
            ),
            Self::Task => (
                "the answers do not fit the kind of question.",
                "See docs/pack-format.md.",
            ),
            Self::Order => ("the list is not in its order.", COMPILE),
            #[cfg(not(target_arch = "wasm32"))]
            Self::Difference => (
                "a difference has tellings from two places at least, and the silent documents are others, all of them once.",
                "Correct the difference.",
            ),
        }
    }
}
