//! Finding words in many texts by looking through all of them.

use memchr::memmem::Finder;

use crate::domain::text::{Fold, FoldMap, Span, find};

/// Many texts, folded once, end to end in one piece of memory.
///
/// No index: up to some millions of characters nothing is quicker than scanning, and nothing else finds every substring
/// of a language without spaces.
///
/// ```
/// use yomikurabe::domain::search::Scan;
/// use yomikurabe::domain::text::{Fold, Span};
/// let scan = Scan::new(["停戦の監視", "NATOとﾐｻｲﾙ"].into_iter(), Fold::native());
/// assert_eq!(scan.find("みさいる"), [(1, Span::new(7, 19))]);
/// ```
pub struct Scan {
    fold: Fold,
    /// All folded texts, each with [`END`](Self::END) behind it.
    folded: String,
    texts: Vec<Text>,
}

/// Where a text lies in the whole.
struct Text {
    start: usize,
    end: usize,
    map: FoldMap,
}

impl Scan {
    const END: char = '\0';

    /// Folds the texts, which are numbered from 0.
    #[must_use]
    pub fn new<'a>(texts: impl Iterator<Item = &'a str>, fold: Fold) -> Self {
        let mut scan = Self {
            fold,
            folded: String::new(),
            texts: Vec::new(),
        };
        for text in texts {
            let folded = fold.searching(text);
            let start = scan.folded.len();
            scan.folded.push_str(&folded.text);
            scan.texts.push(Text {
                start,
                end: scan.folded.len(),
                map: folded.map,
            });
            scan.folded.push(Self::END);
        }
        scan
    }

    /// Every place where the query stands, however it is spelled (see [`Fold::searching`]): the number of the text and
    /// the span in it, ascending, not overlapping. An empty query stands nowhere.
    #[must_use]
    pub fn find(&self, query: &str) -> Vec<(usize, Span)> {
        let needle = self.fold.searching(query).text;
        let finder = Finder::new(&*needle);
        let (mut found, mut from) = (Vec::new(), 0);
        while let Some((text, span)) = self.next(&finder, from) {
            from = self.texts[text].start + span.range().end;
            found.push((text, self.texts[text].map.original(span)));
        }
        found
    }

    /// The texts that hold all needles (in folded form), each with the first place of the first needle, ascending.
    pub(super) fn holding<'a>(&'a self, needles: &'a [String]) -> impl Iterator<Item = (usize, Span)> + 'a {
        let first = Finder::new(needles.first().map_or("", String::as_str));
        let others: Vec<Finder<'a>> = needles.iter().skip(1).map(Finder::new).collect();
        let mut from = 0;
        std::iter::from_fn(move || {
            loop {
                let (at, span) = self.next(&first, from)?;
                let text = &self.texts[at];
                from = text.end;
                let whole = &self.folded.as_bytes()[text.start..text.end];
                if others.iter().all(|other| other.find(whole).is_some()) {
                    return Some((at, text.map.original(span)));
                }
            }
        })
    }

    /// The first place of a needle (in folded form) in one text.
    pub(super) fn find_in(&self, text: usize, needle: &str) -> Option<Span> {
        let text = &self.texts[text];
        let start = find(&self.folded[text.start..text.end], needle)?;
        Some(text.map.original(Span::new(start, start + needle.len())))
    }

    /// The first place of a needle from a byte of the whole on: the number of the text and the span in its folded form.
    fn next(&self, finder: &Finder<'_>, from: usize) -> Option<(usize, Span)> {
        let length = finder.needle().len();
        if length == 0 {
            return None;
        }
        let mut from = from;
        while from <= self.folded.len() {
            let start = from + finder.find(self.folded.as_bytes().get(from..)?)?;
            let at = self.texts.partition_point(|text| text.end < start);
            let text = self.texts.get(at)?;
            if start + length <= text.end {
                return Some((at, Span::new(start - text.start, start - text.start + length)));
            }
            // The needle itself holds the end mark.
            from = text.end;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(texts: &[&str], query: &str, expected: &[(usize, &str)]) {
        let scan = Scan::new(texts.iter().copied(), Fold::native());
        let found: Vec<_> = scan
            .find(query)
            .into_iter()
            .map(|(text, span)| (text, span.of(texts[text])))
            .collect();
        assert_eq!(found, expected, "{query}");
    }

    #[test]
    fn finds_every_spelling() {
        let texts = ["ＡＴＡＣＭＳとミサイル", "ﾐｻｲﾙとATACMS", "", "みさいる・ミサイ"];
        check(&texts, "atacms", &[(0, "ＡＴＡＣＭＳ"), (1, "ATACMS")]);
        check(&texts, "ミサイル", &[(0, "ミサイル"), (1, "ﾐｻｲﾙ"), (3, "みさいる")]);
        check(&texts, "ルミ", &[(3, "る・ミ")]);
        check(&texts, "すみ", &[]);
        check(&texts, "ル\0み", &[]);
        check(&texts, "", &[]);
        check(&texts, "・", &[]);
    }

    proptest! {
        #[test]
        fn finds_every_substring(
            texts in prop::collection::vec("[あア米・ー-]{0,9}", 1..6),
            which in any::<prop::sample::Index>(),
            from in 0..6usize,
            take in 1..5usize,
        ) {
            let text = which.get(&texts);
            let query: String = text.chars().skip(from).take(take).collect();
            let fold = Fold::native();
            let scan = Scan::new(texts.iter().map(String::as_str), fold);
            let mut found: Vec<usize> = scan.find(&query).into_iter().map(|(text, _)| text).collect();
            found.dedup();
            let asked = fold.searching(&query).text;
            let holds = |text: &String| !asked.is_empty() && fold.searching(text).text.contains(&*asked);
            let expected: Vec<usize> = (0..texts.len()).filter(|&at| holds(&texts[at])).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
