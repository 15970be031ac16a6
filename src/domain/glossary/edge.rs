//! Where a term may begin and end: never inside a longer word.

use std::ops::Range;

/// What a spelling must not touch at its beginning and its end.
///
/// Japanese has no spaces, so the change of script stands in for them:
///
/// | a term that | does not touch | so that |
/// |---|---|---|
/// | begins or ends with katakana or ー | katakana or ー | ロシア is not found in ロシアン |
/// | begins or ends with a letter or a digit | a letter or a digit | NATO is not found in NATOs, 72時間 not in 172時間 |
/// | begins or ends with a digit | a point or comma with a digit beyond | 5時間 is not found in 1.5時間 |
/// | is one kanji | kanji, 々 | 米 is not found in 欧米 |
/// | is hiragana throughout | hiragana other than a particle | くさび is found in にくさびを, not in くさびら |
///
/// A term of several kanji may touch kanji (停戦 in 停戦合意): what is a longer word there only the glossary knows (its
/// `not_in`). A middle dot and a dash are edges.
#[derive(Clone, Copy)]
pub(super) struct Edges {
    first: Edge,
    last: Edge,
}

/// What one end of a spelling must not touch.
#[derive(Clone, Copy)]
enum Edge {
    Katakana,
    Letter,
    Digit,
    Kanji,
    Hiragana,
    Free,
}

impl Edges {
    /// The edges of a spelling.
    pub fn of(spelling: &[char]) -> Self {
        let edge = |letter: Option<&char>| match letter {
            Some('0'..='9') => Edge::Digit,
            Some(&letter) if is_letter(letter) => Edge::Letter,
            Some(&letter) if is_katakana(letter) => Edge::Katakana,
            Some(&letter) if spelling.len() == 1 && is_kanji(letter) => Edge::Kanji,
            _ if spelling.iter().all(|&letter| is_hiragana(letter)) => Edge::Hiragana,
            _ => Edge::Free,
        };
        Self {
            first: edge(spelling.first()),
            last: edge(spelling.last()),
        }
    }

    /// Whether the spelling stands free in `text` at `range`.
    pub fn are_free(self, text: &str, range: Range<usize>) -> bool {
        let before = || text[..range.start].chars().rev();
        let after = || text[range.end..].chars();
        self.first.is_free(before, PARTICLES_BEFORE) && self.last.is_free(after, PARTICLES_AFTER)
    }
}

impl Edge {
    /// Whether the edge is free beside a text, read away from the edge.
    #[inline(always)]
    fn is_free<I: Iterator<Item = char>>(self, beside: impl Fn() -> I, particles: &str) -> bool {
        let touches = |is: fn(char) -> bool| beside().next().is_some_and(is);
        match self {
            Self::Free => true,
            Self::Katakana => !touches(is_katakana),
            Self::Kanji => !touches(is_kanji),
            Self::Letter => !touches(is_letter),
            Self::Digit => !touches(is_letter) && !continues_number(beside()),
            Self::Hiragana => !touches(is_hiragana) || beside().next().is_some_and(|letter| particles.contains(letter)),
        }
    }
}

/// Hiragana that may stand right before a word.
const PARTICLES_BEFORE: &str = "はがをにへとでものやかてら";
/// Hiragana that may stand right behind a word.
const PARTICLES_AFTER: &str = "はがをにへとでものやかだなまよ";

/// Whether the character is katakana, with ー and without the middle dot.
pub(super) fn is_katakana(letter: char) -> bool {
    matches!(letter, 'ァ'..='ヺ' | 'ー'..='ヾ' | 'ㇰ'..='ㇿ')
}

fn is_hiragana(letter: char) -> bool {
    matches!(letter, 'ぁ'..='ゟ')
}

fn is_kanji(letter: char) -> bool {
    matches!(letter, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '々' | '〆' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether the character is a digit or a letter of an alphabet.
fn is_letter(letter: char) -> bool {
    matches!(letter, '0'..='9' | 'A'..='Z' | 'a'..='z' | 'À'..='ʯ' | 'Ͱ'..='ԯ' | 'Ḁ'..='῿')
}

/// Whether a number goes on: `.5`, `,000`.
fn continues_number(mut beside: impl Iterator<Item = char>) -> bool {
    matches!(beside.next(), Some('.' | ',')) && beside.next().is_some_and(|next| next.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The term stands between ［ and ］.
    #[track_caller]
    fn check(marked: &str, free: bool) {
        let (before, rest) = marked.split_once('［').expect("［");
        let (words, after) = rest.split_once('］').expect("］");
        let spelling: Vec<char> = words.chars().collect();
        let text = [before, words, after].concat();
        let range = before.len()..before.len() + words.len();
        assert_eq!(Edges::of(&spelling).are_free(&text, range), free, "{marked}");
    }

    #[test]
    fn a_term_stands_free() {
        for marked in [
            "［ロシア］",
            "親［ロシア］派",
            "［ロシア］・ウクライナ",
            "［ロシア］―ウクライナ",
            "［NATO］の",
            "「［NATO］」",
            "非［NATO］諸国",
            "［72時間］以内",
            "約［72時間］",
            "と［5］.",
            "［米］、英",
            "［停戦］合意",
            "に［くさび］を",
            "［F-16］.",
        ] {
            check(marked, true);
        }
    }

    #[test]
    fn a_term_never_stands_in_a_longer_word() {
        for marked in [
            "［ロシア］ン",
            "プ［ロシア］",
            "［ミサイル］ー",
            "［NATO］s",
            "x［NATO］",
            "1［72時間］",
            "1,0［72時間］",
            "1.［5時間］",
            "［G20］.5",
            "［F-16］2",
            "欧［米］",
            "［米］国",
            "［人］々",
            "［くさび］ら",
            "み［くさび］",
        ] {
            check(marked, false);
        }
    }
}
