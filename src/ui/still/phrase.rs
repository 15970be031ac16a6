//! Words of the drawn views. They stand here and not with the page's own words, which the engine carries too.

use crate::domain::lang::Lang;

/// A text in Japanese and in English.
#[derive(Clone, Copy)]
pub struct Phrase(pub &'static str, pub &'static str);

impl Phrase {
    /// The text of a language.
    pub fn of(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ja => self.0,
            Lang::En => self.1,
        }
    }
}
