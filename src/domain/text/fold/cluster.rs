//! Which parts of a text NFKC may change, without Unicode's tables.

use std::ops::Range;

/// The first part of `text` from `from` on that NFKC may change: a character that joins nothing before it, and all that
/// may join it. The NFKC of a text is the text with these parts brought into NFKC one by one.
pub(super) fn next_cluster(text: &str, from: usize) -> Option<Range<usize>> {
    let (mut start, mut at) = (from, from);
    while let Some(length) = settled_length(text.as_bytes(), at) {
        start = at;
        at += length;
    }
    if stands_alone(letter_at(text.as_bytes(), at)?.0) {
        start = at;
    }
    let mut rest = text[at..].char_indices().skip(1);
    let end = rest
        .find(|&(_, letter)| stands_alone(letter))
        .map_or(text.len(), |(length, _)| at + length);
    Some(start..end)
}

/// The character that begins at a byte of a text in UTF-8, and its length in bytes.
///
/// As `chars` does, but it stays quick where the compiler is told to think of size alone: every text goes through here.
#[inline(always)]
pub(in crate::domain) fn letter_at(text: &[u8], at: usize) -> Option<(char, usize)> {
    let tail = |byte: u8| u32::from(byte & 0x3F);
    let (code, length) = match (text.get(at..at + 3), *text.get(at)?) {
        (Some(&[a @ 0xE0..0xF0, b, c]), _) => (u32::from(a & 0x0F) << 12 | tail(b) << 6 | tail(c), 3),
        (_, a @ 0..0x80) => (u32::from(a), 1),
        (_, a @ 0xC0..0xE0) => (u32::from(a & 0x1F) << 6 | tail(*text.get(at + 1)?), 2),
        (Some(&[a, b, c]), _) => (
            u32::from(a & 0x07) << 18 | tail(b) << 12 | tail(c) << 6 | tail(*text.get(at + 3)?),
            4,
        ),
        _ => return None,
    };
    Some((char::from_u32(code)?, length))
}

/// How many bytes the character at a byte of a text takes if it is [settled](is_settled). Most are told by their bytes.
#[inline(always)]
fn settled_length(text: &[u8], at: usize) -> Option<usize> {
    match text.get(at..at + 3) {
        // The common kanji; 、 and 。; ぁ to み; む to ゖ; ァ to タ; ダ to ヾ.
        Some(
            [0xE5..=0xE9, ..]
            | [0xE4, 0xB8..=0xBF, _]
            | [0xE3, 0x80, 0x81..=0x82]
            | [0xE3, 0x81, _]
            | [0xE3, 0x82, 0x80..=0x96 | 0xA1..=0xBF]
            | [0xE3, 0x83, 0x80..=0xBE],
        ) => Some(3),
        Some([0..0x80, ..]) => Some(1),
        _ => other_settled_length(text, at),
    }
}

#[inline(never)]
fn other_settled_length(text: &[u8], at: usize) -> Option<usize> {
    let (letter, length) = letter_at(text, at)?;
    is_settled(letter).then_some(length)
}

/// Whether NFKC leaves the character as it is and never joins it to what stands before. (Not all such characters: those
/// of which there are many.)
#[inline(always)]
fn is_settled(letter: char) -> bool {
    matches!(letter,
        'ぁ'..='ゖ' | '\u{4E00}'..='\u{9FFF}' | 'ァ'..='ヾ' | '\0'..='\x7F' | '、'..='〩'
        | '\u{3400}'..='\u{4DBF}' | '‒'..='―' | '‘'..='“' | '”' | '†'..='•' | '※' | '←'..='⇿' | '─'..='◿'
        | 'Ѐ'..='ҁ')
}

/// Whether NFKC never joins the character, or what it becomes, to what stands before. (Not all such characters: whole
/// blocks without combining marks. Whatever else there is counts as joining, which costs only precision of the map.)
fn stands_alone(letter: char) -> bool {
    is_settled(letter)
        || matches!(letter,
            '\u{80}'..='\u{2FF}' | '\u{370}'..='\u{482}' | '\u{48A}'..='\u{58F}' | '\u{1E00}'..='\u{20CF}'
            | '\u{2100}'..='\u{2BFF}' | '\u{2E80}'..='\u{3029}' | '\u{3030}'..='\u{3096}' | '\u{309B}'..='\u{312F}'
            | '\u{3190}'..='\u{A48C}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{FB00}'..='\u{FB06}'
            | '\u{FE30}'..='\u{FE6F}' | '\u{FF01}'..='\u{FF9D}' | '\u{FFE0}'..='\u{FFEE}'
            | '\u{1F000}'..='\u{2FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    fn nfkc(text: &str) -> String {
        text.nfkc().collect()
    }

    #[test]
    fn knows_what_nfkc_changes() {
        for letter in '\0'..=char::MAX {
            let text = letter.to_string();
            assert!(!is_settled(letter) || nfkc(&text) == text, "{letter:?}");
            if stands_alone(letter) {
                for before in ["a", "か", "ガ", "ᄀ", "가", " ", "ー", "\u{0391}"] {
                    let (pair, each) = (nfkc(&format!("{before}{letter}")), nfkc(before) + &nfkc(&text));
                    assert_eq!(pair, each, "{before} {letter:?}");
                }
            }
        }
    }

    #[test]
    fn reads_utf_8() {
        let text = "aéあ𠮟\u{7FF}\u{800}\u{FFFF}\u{10000}";
        for (at, letter) in text.char_indices() {
            assert_eq!(letter_at(text.as_bytes(), at), Some((letter, letter.len_utf8())));
            let settled = is_settled(letter).then_some(letter.len_utf8());
            assert_eq!(settled_length(text.as_bytes(), at), settled);
        }
        assert_eq!(letter_at(text.as_bytes(), text.len()), None);
    }
}
