//! What the reader has set: language, theme, how many terms are marked, readings, typeface.

use crate::domain::lang::Lang;

/// All settings. Written as `lang=ja theme=system …`, one line that is kept in the browser where that is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Language of the page around the texts.
    pub lang: Lang,
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// Which occurrences of terms are marked.
    pub density: Density,
    /// Readings above kanji.
    pub furigana: Furigana,
    /// Typeface of the texts.
    pub face: Face,
}

/// Declares a setting whose values have names in the kept line.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name { #[default] $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// All values, the first one the default.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word that stands for it in the kept line and in the page's attributes.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value of that word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }
        }
    };
}

choice! {
    /// Light, dark, or as the system says.
    Theme {
        /// As the system says.
        System = "system",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

choice! {
    /// Which occurrences of terms are marked in a text.
    Density {
        /// The first in each section.
        First = "first",
        /// Every one.
        Every = "every",
        /// None.
        None = "none",
    }
}

choice! {
    /// Readings above kanji.
    Furigana {
        /// Shown.
        Shown = "shown",
        /// Left out.
        Hidden = "hidden",
    }
}

choice! {
    /// Typeface of the texts.
    Face {
        /// 明朝.
        Serif = "serif",
        /// ゴシック.
        Sans = "sans",
    }
}

/// One setting and its new value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The language.
    Lang(Lang),
    /// The theme.
    Theme(Theme),
    /// The density of marked terms.
    Density(Density),
    /// The readings.
    Furigana(Furigana),
    /// The typeface.
    Face(Face),
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: Lang::Ja,
            theme: Theme::default(),
            density: Density::default(),
            furigana: Furigana::default(),
            face: Face::default(),
        }
    }
}

impl Settings {
    /// Takes over one setting.
    pub fn set(&mut self, setting: Setting) {
        match setting {
            Setting::Lang(value) => self.lang = value,
            Setting::Theme(value) => self.theme = value,
            Setting::Density(value) => self.density = value,
            Setting::Furigana(value) => self.furigana = value,
            Setting::Face(value) => self.face = value,
        }
    }

    /// Writes the line that is kept.
    #[must_use]
    pub fn to_line(self) -> String {
        let lang = match self.lang {
            Lang::Ja => "ja",
            Lang::En => "en",
        };
        [
            "lang",
            lang,
            "theme",
            self.theme.word(),
            "density",
            self.density.word(),
            "furigana",
            self.furigana.word(),
            "face",
            self.face.word(),
        ]
        .chunks(2)
        .map(|pair| pair.join("="))
        .collect::<Vec<_>>()
        .join(" ")
    }

    /// Reads a kept line. What is not understood stays at its default: settings are no reason to trouble the reader.
    #[must_use]
    pub fn from_line(line: &str) -> Self {
        let mut settings = Self::default();
        for (key, word) in line.split(' ').filter_map(|part| part.split_once('=')) {
            let setting = match key {
                "lang" => [("ja", Lang::Ja), ("en", Lang::En)]
                    .into_iter()
                    .find(|(w, _)| *w == word)
                    .map(|(_, lang)| Setting::Lang(lang)),
                "theme" => Theme::from_word(word).map(Setting::Theme),
                "density" => Density::from_word(word).map(Setting::Density),
                "furigana" => Furigana::from_word(word).map(Setting::Furigana),
                "face" => Face::from_word(word).map(Setting::Face),
                _ => None,
            };
            if let Some(setting) = setting {
                settings.set(setting);
            }
        }
        settings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        let mut settings = Settings::default();
        assert_eq!(Settings::from_line(&settings.to_line()), settings);
        settings.set(Setting::Lang(Lang::En));
        settings.set(Setting::Density(Density::Every));
        settings.set(Setting::Face(Face::Sans));
        assert_eq!(Settings::from_line(&settings.to_line()), settings);
    }

    #[test]
    fn damaged_lines_leave_the_defaults() {
        for line in [
            "",
            "theme",
            "theme=",
            "theme=purple lang",
            "=== ===",
            "density=every=none",
        ] {
            assert_eq!(Settings::from_line(line), Settings::default(), "{line}");
        }
    }
}
