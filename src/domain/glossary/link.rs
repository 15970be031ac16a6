//! Finding every term in a text.

use super::spelling::{Claim, Spelling};
use super::trie::Trie;
use crate::domain::pack::{Term, TermId};
use crate::domain::text::{Fold, Ruby, Span};

/// Finds the terms of a glossary in texts, however they are spelled.
///
/// From left to right, the longest spelling that is allowed where it stands:
///
/// * Text and spellings are compared in NFKC, so that full and half width are one. Upper and lower case are two.
/// * A middle dot between katakana counts for nothing. All dashes are one; a single dash behind katakana is read as ー
///   where a spelling has one.
/// * A katakana word of four letters and more is found with and without its last ー.
/// * Words are whole: not inside a longer word (the table in `edge.rs`), not in part
///   of a character (株 in ㈱), not in part of a ruby base; readings are not text.
/// * A term does not stand in a longer word that the glossary lists as `not_in`: neither where that word begins earlier
///   and reaches into the term, nor where it begins with the term and is longer. Other terms may stand there.
/// * Where a spelling is refused, a shorter one at the same place or a later one is still found.
///
/// ```
/// use yomikurabe::domain::glossary::Linker;
/// use yomikurabe::domain::pack::TermId;
/// use yomikurabe::domain::text::Fold;
/// let linker = Linker::with_forms([(TermId(0), "ロシア"), (TermId(1), "NATO")].into_iter(), Fold::native());
/// let text = "ＮＡＴＯはロシアンルーレットとﾛｼｱを";
/// let found: Vec<_> = linker.link(text, &[]).iter().map(|link| link.span.of(text)).collect();
/// assert_eq!(found, ["ＮＡＴＯ", "ﾛｼｱ"]);
/// ```
pub struct Linker {
    spellings: Trie,
    fold: Fold,
}

/// A term found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where, in bytes of the text as it was given.
    pub span: Span,
    /// Which term.
    pub term: TermId,
}

impl Linker {
    /// A linker for the terms of a pack; the first of them is `TermId(0)`.
    #[must_use]
    pub fn new(terms: &[Term], fold: Fold) -> Self {
        let spellings = terms.iter().enumerate().flat_map(|(at, term)| {
            let forms = std::iter::once(&term.headword).chain(&term.forms);
            let forms = forms.map(|form| (Claim::Form, form));
            let blockers = term.not_in.iter().map(|word| (Claim::Blocker, word));
            forms
                .chain(blockers)
                .map(move |(claim, text)| (TermId(at as u16), claim, &**text))
        });
        Self::of(spellings, fold)
    }

    /// A linker for bare spellings.
    #[must_use]
    pub fn with_forms<'a>(forms: impl Iterator<Item = (TermId, &'a str)>, fold: Fold) -> Self {
        Self::of(forms.map(|(term, form)| (term, Claim::Form, form)), fold)
    }

    fn of<'a>(spellings: impl Iterator<Item = (TermId, Claim, &'a str)>, fold: Fold) -> Self {
        let folded = spellings.map(|(term, claim, text)| (term, claim, fold.fold(text).text.into_owned()));
        Self {
            spellings: Trie::new(Spelling::collect(folded)),
            fold,
        }
    }

    /// The terms in `text`, ascending, never overlapping. `rubies` are those of the text, ascending.
    #[must_use]
    pub fn link(&self, text: &str, rubies: &[Ruby]) -> Vec<Link> {
        let folded = self.fold.fold(text);
        let mut originals = folded.map.originals();
        let (mut links, mut found) = (Vec::new(), Vec::new());
        let mut blocks = Blocks::default();
        let mut from = 0;
        while let Some(start) = self.spellings.next_start(&folded.text, from) {
            self.spellings.at(&folded.text, start, &mut found);
            blocks.note(start, &found);
            let legal = found.iter().rev().find_map(|&(end, spelling)| {
                let term = spelling.names?;
                let free = !blocks.refuse(term, start, end) && spelling.edges.are_free(&folded.text, start..end);
                let span = free.then(|| originals.exact(Span::new(start, end)))??;
                (!cuts_ruby(rubies, span)).then_some((end, Link { span, term }))
            });
            from = match legal {
                Some((end, link)) => {
                    links.push(link);
                    end
                }
                None => start + folded.text[start..].chars().next().map_or(1, char::len_utf8),
            };
        }
        links
    }
}

/// Whether the span begins or ends strictly inside the base of a ruby.
fn cuts_ruby(rubies: &[Ruby], span: Span) -> bool {
    let inside = |at: u32| {
        let after = rubies.partition_point(|ruby| ruby.base.end <= at);
        rubies.get(after).is_some_and(|ruby| ruby.base.start < at)
    };
    inside(span.start) || inside(span.end)
}

/// The longer words seen so far that reach beyond the place reached.
#[derive(Default)]
struct Blocks(Vec<(usize, usize, TermId)>);

impl Blocks {
    /// Takes note of the blocking words that begin at `start`, and forgets those that are over.
    fn note(&mut self, start: usize, found: &[(usize, &Spelling)]) {
        self.0.retain(|&(_, end, _)| end > start);
        for &(end, spelling) in found {
            self.0.extend(spelling.blocks.iter().map(|&term| (start, end, term)));
        }
    }

    fn refuse(&self, term: TermId, start: usize, end: usize) -> bool {
        self.0
            .iter()
            .any(|&(from, until, blocked)| blocked == term && (from < start || until > end))
    }
}

#[cfg(test)]
mod tests;
