//! A file in a package.

/// A file of text and its place in a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The path in the package, with `/`, in ASCII letters, digits, `.`, `-` and `_`.
    pub path: String,
    /// What is in it, to be written as UTF-8.
    pub text: String,
}

impl Part {
    /// A file of that name.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
        }
    }
}

/// A number that follows from a text alone (FNV-1a, 64 bits), for ids that must last.
///
/// Source: <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>.
#[must_use]
pub fn lasting_number(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |number, byte| {
        (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_last() {
        assert_eq!(lasting_number(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(lasting_number("a"), 0xaf63_dc4c_8601_ec8c);
    }
}
