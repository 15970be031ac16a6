//! Folding: NFKC and a few rules of Japanese spelling, with a map back to the original.

/// How to bring text into Unicode's compatibility composition (NFKC).
///
/// The domain does not carry Unicode's tables: the browser has them (`String.prototype.normalize`), and natively a crate
/// does. Whoever builds the [`Library`](crate::domain::library::Library) passes one in.
#[derive(Clone, Copy)]
pub struct Fold {
    /// Brings a text into NFKC.
    pub nfkc: fn(&str) -> String,
}

/// A folded text and, for each of its bytes, the place in the original.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
}
