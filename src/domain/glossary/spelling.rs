//! The ways to write the terms, and how a text is read to find them.

use super::edge::{Edges, is_katakana};
use crate::domain::order::sort;
use crate::domain::pack::TermId;
use crate::domain::text::{is_dash, letter_at};

/// A way to write a term, or a longer word in which a term is not meant.
pub(super) struct Spelling {
    /// Its letters in NFKC, as [`Letters`] reads them.
    pub letters: Box<[char]>,
    /// What it must not touch.
    pub edges: Edges,
    /// The term that is written so.
    pub names: Option<TermId>,
    /// The terms that are not meant inside this longer word.
    pub blocks: Vec<TermId>,
}

/// What a spelling is to a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Claim {
    /// The term is written so.
    Form,
    /// A form with or without a last ー.
    Variant,
    /// A longer word that is not the term.
    Blocker,
}

impl Spelling {
    /// Sorts spellings (in NFKC) and adds variants. Where two terms claim one spelling, a written form goes before a
    /// variant, then the first term.
    pub fn collect(spellings: impl Iterator<Item = (TermId, Claim, String)>) -> Vec<Self> {
        let mut claims: Vec<(Box<[char]>, Claim, TermId)> = Vec::new();
        for (term, claim, text) in spellings {
            let letters: Box<[char]> = Letters::new(&text, 0).map(|(_, letter)| letter).collect();
            let variant = match claim {
                Claim::Form => long_vowel_variant(&letters),
                Claim::Variant | Claim::Blocker => None,
            };
            claims.extend(variant.map(|variant| (variant, Claim::Variant, term)));
            claims.push((letters, claim, term));
        }
        claims.retain(|(letters, ..)| !letters.is_empty());
        sort(&mut claims);
        claims.chunk_by(|one, next| one.0 == next.0).map(Self::of).collect()
    }

    /// From all claims of the same letters.
    fn of(claims: &[(Box<[char]>, Claim, TermId)]) -> Self {
        let (blocks, names): (Vec<_>, Vec<_>) = claims.iter().partition(|(_, claim, _)| *claim == Claim::Blocker);
        Self {
            edges: Edges::of(&claims[0].0),
            letters: claims[0].0.clone(),
            names: names.first().map(|(.., term)| *term),
            blocks: blocks.iter().map(|(.., term)| *term).collect(),
        }
    }
}

/// サーバ for サーバー and back: katakana of which the long one has at least four letters.
fn long_vowel_variant(letters: &[char]) -> Option<Box<[char]>> {
    if !letters.iter().all(|&letter| is_katakana(letter)) {
        return None;
    }
    match letters {
        [short @ .., 'ー'] if short.len() >= 3 => Some(short.into()),
        [.., 'ー'] | [] | [_] | [_, _] => None,
        short => Some(short.iter().copied().chain(['ー']).collect()),
    }
}

/// Reads a text (in NFKC) letter by letter, each with the byte where it ends. A middle dot between katakana is passed
/// over. Dashes are one letter; a single one behind katakana is read as ー.
pub(super) struct Letters<'a> {
    text: &'a [u8],
    at: usize,
    before: char,
}

/// What may stand in a text for a letter of a spelling, or between it and katakana before it.
pub(super) fn seen_as(before: Option<char>, letter: char) -> impl Iterator<Item = char> {
    let joined = before.is_some_and(is_katakana) && is_katakana(letter);
    let marks = match joined || letter == '-' {
        true => "・-‐‒–—―−",
        false => "",
    };
    marks.chars().chain([letter])
}

impl<'a> Letters<'a> {
    /// Reads from a byte on, as if nothing stood before it.
    pub fn new(text: &'a str, from: usize) -> Self {
        Self {
            text: text.as_bytes(),
            at: from,
            before: '\0',
        }
    }

    #[inline(always)]
    fn peek(&self) -> Option<(char, usize)> {
        letter_at(self.text, self.at)
    }
}

impl Iterator for Letters<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<(usize, char)> {
        let (mut letter, length) = self.peek()?;
        self.at += length;
        if letter == '・' && is_katakana(self.before) {
            if let Some((next, length)) = self.peek().filter(|&(next, _)| is_katakana(next)) {
                letter = next;
                self.at += length;
            }
        } else if is_dash(letter) {
            let single = self.peek().is_none_or(|(next, _)| !is_dash(next));
            letter = if single && is_katakana(self.before) { 'ー' } else { '-' };
        }
        self.before = letter;
        Some((self.at, letter))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, read: &str) {
        let letters: String = Letters::new(text, 0).map(|(_, letter)| letter).collect();
        assert_eq!(letters, read);
    }

    #[test]
    fn reads_dots_and_dashes() {
        check("アメリカ・ファースト", "アメリカファースト");
        check("監視・検証、ロシア・米国", "監視・検証、ロシア・米国");
        check("レ-ダ―、カ――は", "レーダー、カ--は");
        check("F-16、F‐16", "F-16、F-16");
    }

    #[test]
    fn a_form_goes_before_a_variant() {
        let forms = [(0, "サーバー"), (1, "サーバ"), (2, "サーバー")];
        let spellings = Spelling::collect(
            forms
                .into_iter()
                .map(|(term, form)| (TermId(term), Claim::Form, form.to_owned())),
        );
        let names: Vec<_> = spellings
            .iter()
            .map(|spelling| (spelling.letters.len(), spelling.names))
            .collect();
        assert_eq!(names, [(3, Some(TermId(1))), (4, Some(TermId(0)))]);
    }
}
