//! Buttons that are more than a link: what each says when it is pressed, as a word in `data-press`.

use crate::app::Msg;
use crate::app::msg::PaperMsg;
use crate::app::popup;
use crate::app::settings::{Density, Face, Furigana, Setting, Theme};
use crate::domain::lang::Lang;

/// A message that a button stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// Change a setting.
    Set(Setting),
    /// Close the popup.
    CloseCard,
    /// The term before.
    CardBack,
    /// Choose an option.
    Choose(usize),
    /// Move an item up.
    Raise(usize),
    /// Move an item down.
    Lower(usize),
    /// Ask for a hint.
    Hint,
    /// Give the answer.
    Submit,
    /// The next question.
    Next,
    /// The question before.
    Previous,
    /// Hand in.
    Finish,
    /// An answer was taken back; the second module presses it.
    TakenBack(usize),
    /// Copy the table.
    Copy,
    /// Save the table.
    SaveCsv,
    /// Close the notice.
    NoticeRead,
}

impl Press {
    /// The word that the button carries.
    #[must_use]
    pub fn word(self) -> String {
        let number = |head: &str, n: usize| [head, ":", &n.to_string()].concat();
        match self {
            Self::Set(Setting::Lang(Lang::Ja)) => "lang:ja".into(),
            Self::Set(Setting::Lang(Lang::En)) => "lang:en".into(),
            Self::Set(Setting::Theme(value)) => ["theme:", value.word()].concat(),
            Self::Set(Setting::Density(value)) => ["density:", value.word()].concat(),
            Self::Set(Setting::Furigana(value)) => ["furigana:", value.word()].concat(),
            Self::Set(Setting::Face(value)) => ["face:", value.word()].concat(),
            Self::CloseCard => "card-close".into(),
            Self::CardBack => "card-back".into(),
            Self::Choose(n) => number("choose", n),
            Self::Raise(n) => number("raise", n),
            Self::Lower(n) => number("lower", n),
            Self::Hint => "hint".into(),
            Self::Submit => "submit".into(),
            Self::Next => "next".into(),
            Self::Previous => "previous".into(),
            Self::Finish => "finish".into(),
            Self::TakenBack(n) => number("taken-back", n),
            Self::Copy => "copy".into(),
            Self::SaveCsv => "csv".into(),
            Self::NoticeRead => "notice".into(),
        }
    }

    /// The message of the button that carries `word`.
    #[must_use]
    pub fn message(word: &str) -> Option<Msg> {
        let (head, rest) = word.split_once(':').unwrap_or((word, ""));
        let number = || rest.parse::<usize>().ok();
        Some(match head {
            "lang" => Msg::Set(Setting::Lang(if rest == "en" { Lang::En } else { Lang::Ja })),
            "theme" => Msg::Set(Setting::Theme(Theme::from_word(rest)?)),
            "density" => Msg::Set(Setting::Density(Density::from_word(rest)?)),
            "furigana" => Msg::Set(Setting::Furigana(Furigana::from_word(rest)?)),
            "face" => Msg::Set(Setting::Face(Face::from_word(rest)?)),
            "card-close" => Msg::Popup(popup::Event::Dismissed),
            "card-back" => Msg::Popup(popup::Event::Back),
            "choose" => Msg::Paper(PaperMsg::Choose(number()?)),
            "raise" => Msg::Paper(PaperMsg::Raise(number()?)),
            "lower" => Msg::Paper(PaperMsg::Lower(number()?)),
            "hint" => Msg::Paper(PaperMsg::Hint),
            "submit" => Msg::Paper(PaperMsg::Submit),
            "next" => Msg::Paper(PaperMsg::Next),
            "previous" => Msg::Paper(PaperMsg::Previous),
            "finish" => Msg::Paper(PaperMsg::Finish),
            "taken-back" => Msg::Paper(PaperMsg::TakenBack(number()?)),
            "copy" => Msg::Copy,
            "csv" => Msg::SaveCsv,
            "notice" => Msg::NoticeRead,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_button_says_what_it_means() {
        let settings = [
            Setting::Lang(Lang::En),
            Setting::Theme(Theme::Dark),
            Setting::Density(Density::Every),
            Setting::Furigana(Furigana::Hidden),
            Setting::Face(Face::Sans),
        ];
        for setting in settings {
            assert_eq!(Press::message(&Press::Set(setting).word()), Some(Msg::Set(setting)));
        }
        let table = [
            (Press::Choose(2), Msg::Paper(PaperMsg::Choose(2))),
            (Press::Raise(0), Msg::Paper(PaperMsg::Raise(0))),
            (Press::Lower(9), Msg::Paper(PaperMsg::Lower(9))),
            (Press::Hint, Msg::Paper(PaperMsg::Hint)),
            (Press::Submit, Msg::Paper(PaperMsg::Submit)),
            (Press::Finish, Msg::Paper(PaperMsg::Finish)),
            (Press::TakenBack(3), Msg::Paper(PaperMsg::TakenBack(3))),
            (Press::CardBack, Msg::Popup(popup::Event::Back)),
            (Press::Copy, Msg::Copy),
        ];
        for (press, message) in table {
            assert_eq!(Press::message(&press.word()), Some(message));
        }
        assert_eq!(Press::message("choose:x"), None);
        assert_eq!(Press::message("format-disk"), None);
    }
}
