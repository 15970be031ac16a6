//! A number in a document, and what it measures.

use super::Citation;

/// A number and what it measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// `st-coalition-34`.
    pub slug: String,
    /// 34か国.
    pub value: String,
    /// What it counts.
    pub measures: String,
    /// Who gives it.
    pub source: String,
    /// Its words in English, where the pack has them. Drawn when the page is built; the engine has no use for them.
    #[cfg(not(target_arch = "wasm32"))]
    pub english: Option<FigureInEnglish>,
    /// Where it stands.
    pub cite: Citation,
}

/// The words of a figure in English.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureInEnglish {
    /// 34 countries.
    pub value: String,
    /// What it counts.
    pub measures: String,
    /// Who gives it.
    pub source: String,
}
