//! The languages of the page.

/// A language in which the page can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Japanese.
    #[default]
    Ja,
    /// English.
    En,
}

impl Lang {
    /// The text in this language.
    #[must_use]
    pub fn pick(self, text: &Bilingual) -> &str {
        match self {
            Self::Ja => &text.ja,
            Self::En => &text.en,
        }
    }
}

/// Words of the program itself in Japanese and English, where they stand beside the view that says them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase(pub &'static str, pub &'static str);

impl Phrase {
    /// The text of a language.
    #[must_use]
    pub fn of(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ja => self.0,
            Lang::En => self.1,
        }
    }
}

/// A text in Japanese and English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bilingual {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}
