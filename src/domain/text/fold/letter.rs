//! What single letters are folded to.

/// The ASCII character of a lone full-width one.
pub(super) fn full_width(cluster: &str) -> Option<char> {
    let mut letters = cluster.chars();
    let letter = match letters.next()? {
        '\u{3000}' => ' ',
        wide @ '！'..='～' => char::from_u32(u32::from(wide) - 0xFEE0)?,
        _ => return None,
    };
    letters.next().is_none().then_some(letter)
}

/// How a letter in NFKC is searched; nothing for one that is left out.
pub(super) fn search_letter(letter: char) -> Option<char> {
    match letter {
        '・' | '·' | '‧' => None,
        'ー' => Some('ー'),
        _ if is_dash(letter) => Some('ー'),
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(letter) - 0x60),
        _ => Some(lower_case(letter)),
    }
}

/// Lower case of the alphabets that a study edition is likely to quote, without Unicode's tables.
fn lower_case(letter: char) -> char {
    let shift = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => 0x20,
        'Ѐ'..='Џ' => 0x50,
        _ => 0,
    };
    char::from_u32(u32::from(letter) + shift).unwrap_or(letter)
}

/// Whether the character (in NFKC) is a dash or a hyphen, which people type for ー.
#[must_use]
pub fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '‐' | '‒'..='―' | '−')
}

/// Whether the character (in NFKC) is white space or one of the usual marks of a sentence.
pub(super) fn is_punctuation(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter,
            '!'..='#' | '\''..='*' | ',' | '.' | '/' | ':'..='?' | '['..='`' | '{'..='~'
            | '、' | '。' | '〈'..='】' | '〔'..='〟' | '‘'..='‟' | '…' | '・' | '·' | '«' | '»')
}
