//! Folding: NFKC and a few rules of Japanese spelling, with a map back to the original.

mod cluster;
mod letter;

use std::borrow::Cow;
use std::ops::Range;

pub(in crate::domain) use cluster::letter_at;
pub use letter::is_dash;

use super::Span;
use cluster::next_cluster;
use letter::{full_width, is_punctuation, search_letter};

/// How to bring text into Unicode's compatibility composition (NFKC), and on that into forms in which spellings that
/// mean the same are equal.
///
/// The domain does not carry Unicode's tables: the browser has them (`String.prototype.normalize`), and natively a crate
/// does. Whoever builds a [`Linker`](crate::domain::glossary::Linker) or a
/// [`Searcher`](crate::domain::search::Searcher) passes one in. It is asked only about the few characters that are
/// neither ASCII nor kana nor kanji.
#[derive(Clone, Copy)]
pub struct Fold {
    /// Brings a text into NFKC.
    pub nfkc: fn(&str) -> String,
}

impl Fold {
    /// With the tables of a crate, where there is no browser to ask.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn native() -> Self {
        use unicode_normalization::UnicodeNormalization;
        Self {
            nfkc: |text| text.nfkc().collect(),
        }
    }

    /// NFKC. Borrows where the text is NFKC already.
    ///
    /// ```
    /// use yomikurabe::domain::text::{Fold, Span};
    /// let folded = Fold::native().fold("ＮＡＴＯとｶﾞｽ");
    /// assert_eq!(folded.text, "NATOとガス");
    /// assert_eq!(folded.map.original(Span::new(7, 13)), Span::new(15, 24));
    /// ```
    #[must_use]
    pub fn fold<'a>(&self, text: &'a str) -> Folded<'a> {
        match next_cluster(text, 0) {
            Some(first) => self.fold_from(text, first),
            None => Folded {
                text: Cow::Borrowed(text),
                map: FoldMap::default(),
            },
        }
    }

    /// For searching: NFKC, lower case, hiragana for katakana, all dashes and ー alike, middle dots left out.
    ///
    /// Every rule looks at one character only, so that what stands in a text also stands in the folded text.
    #[must_use]
    pub fn searching<'a>(&self, text: &'a str) -> Folded<'a> {
        let composed = self.fold(text);
        let mut out = Builder::with_capacity(text.len());
        for (original, letters) in composed.atoms() {
            let start = out.text.len();
            out.text.extend(letters.chars().filter_map(search_letter));
            out.close(start, original, &text[original.range()]);
        }
        out.finish()
    }

    /// For comparing typed answers: NFKC, lower case, hiragana for katakana, without white space and punctuation.
    ///
    /// A dash behind kana is read as ー; a point between digits stays.
    ///
    /// ```
    /// use yomikurabe::domain::text::Fold;
    /// let fold = Fold::native();
    /// assert_eq!(fold.answer("ストーム・シャドウ "), fold.answer("すと－むしゃどう。"));
    /// assert_ne!(fold.answer("1.5"), fold.answer("15"));
    /// ```
    #[must_use]
    pub fn answer(&self, text: &str) -> String {
        let composed = self.fold(text);
        let mut out = String::with_capacity(text.len());
        let mut letters = composed.text.chars().peekable();
        let mut before = '\0';
        while let Some(letter) = letters.next() {
            let next = letters.peek().copied().unwrap_or('\0');
            let kept = match letter {
                'ー' => Some('ー'),
                _ if is_dash(letter) => matches!(before, 'ぁ'..='ゖ' | 'ー').then_some('ー'),
                '.' if before.is_ascii_digit() && next.is_ascii_digit() => Some('.'),
                _ if is_punctuation(letter) => None,
                _ => search_letter(letter),
            };
            before = kept.unwrap_or(before);
            out.extend(kept);
        }
        out
    }

    fn fold_from<'a>(&self, text: &'a str, first: Range<usize>) -> Folded<'a> {
        let mut out = Builder::with_capacity(text.len());
        let mut memo = Memo::default();
        let mut done = 0;
        let mut next = Some(first);
        while let Some(cluster) = next {
            out.text.push_str(&text[done..cluster.start]);
            let start = out.text.len();
            let original = &text[cluster.clone()];
            match full_width(original) {
                Some(letter) => out.text.push(letter),
                None => out.text.push_str(memo.get(original, self.nfkc)),
            }
            out.close(start, Span::new(cluster.start, cluster.end), original);
            done = cluster.end;
            next = next_cluster(text, done);
        }
        out.text.push_str(&text[done..]);
        out.finish()
    }
}

/// A folded text and the way back to the original.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded<'a> {
    /// The folded text.
    pub text: Cow<'a, str>,
    /// The way from its bytes to those of the original.
    pub map: FoldMap,
}

/// The way from the bytes of a folded text to those of the original.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoldMap {
    /// Where the two differ in length, ascending; between the pieces they run in step.
    pieces: Vec<Piece>,
}

/// A stretch of the folded text (may be empty) and the stretch of the original (never empty) that it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    folded: Span,
    original: Span,
}

impl FoldMap {
    /// The part of the original that `span` of the folded text stands for, in whole characters.
    #[must_use]
    pub fn original(&self, span: Span) -> Span {
        Span {
            start: match self.piece_before(span.start + 1) {
                None => span.start,
                Some(piece) if span.start < piece.folded.end => piece.original.start,
                Some(piece) => piece.original.end + (span.start - piece.folded.end),
            },
            end: match self.piece_before(span.end) {
                None => span.end,
                Some(piece) => piece.original.end + span.end.saturating_sub(piece.folded.end),
            },
        }
    }

    /// For asking about many spans from left to right.
    #[must_use]
    pub fn originals(&self) -> Originals<'_> {
        Originals {
            passed: None,
            rest: &self.pieces,
        }
    }

    /// The last piece that begins before `at` in the folded text.
    fn piece_before(&self, at: u32) -> Option<Piece> {
        let after = self.pieces.partition_point(|piece| piece.folded.start < at);
        after.checked_sub(1).map(|last| self.pieces[last])
    }
}

impl Folded<'_> {
    /// The smallest parts that can be told apart in both texts: the pieces, and the characters between them.
    fn atoms(&self) -> impl Iterator<Item = (Span, &str)> {
        let mut pieces = self.map.pieces.iter().peekable();
        let (mut at, mut original) = (0, 0);
        std::iter::from_fn(move || {
            let rest = &self.text[at..];
            let (length, of_original) = match pieces.next_if(|next| next.folded.start as usize == at) {
                Some(piece) => (piece.folded.range().len(), piece.original.range().len()),
                None => {
                    let length = rest.chars().next()?.len_utf8();
                    (length, length)
                }
            };
            let span = Span::new(original, original + of_original);
            (at, original) = (at + length, original + of_original);
            Some((span, &rest[..length]))
        })
    }
}

/// The way from a folded text to the original for spans of which no one begins before the last.
#[derive(Clone, Debug)]
pub struct Originals<'a> {
    /// The last piece that ends where the last span began, or before.
    passed: Option<Piece>,
    rest: &'a [Piece],
}

impl Originals<'_> {
    /// The part of the original that `span` of the folded text stands for; nothing where the span begins or ends inside
    /// what was one character (㈱).
    pub fn exact(&mut self, span: Span) -> Option<Span> {
        while let Some((piece, rest)) = self
            .rest
            .split_first()
            .filter(|(piece, _)| piece.folded.end <= span.start)
        {
            (self.passed, self.rest) = (Some(*piece), rest);
        }
        let within = self.rest.iter().take_while(|piece| piece.folded.start < span.end);
        let last = within.last().copied().or(self.passed);
        if last.is_some_and(|piece| span.end < piece.folded.end)
            || self.rest.first().is_some_and(|piece| piece.folded.start < span.start)
        {
            return None;
        }
        let behind = |piece: Option<Piece>, at| piece.map_or(at, |piece| piece.original.end + (at - piece.folded.end));
        Some(Span {
            start: behind(self.passed, span.start),
            end: behind(last, span.end),
        })
    }
}

/// A folded text in the making.
struct Builder {
    text: String,
    pieces: Vec<Piece>,
}

impl Builder {
    fn with_capacity(bytes: usize) -> Self {
        Self {
            text: String::with_capacity(bytes),
            pieces: Vec::new(),
        }
    }

    /// Notes that what was pushed since `start` stands for `words` at `original`, unless the two run in step.
    fn close(&mut self, start: usize, original: Span, words: &str) {
        let pushed = &self.text[start..];
        let one_letter = |text: &str| text.chars().nth(1).is_none();
        let in_step = pushed.len() == words.len() && one_letter(pushed) && one_letter(words);
        if !in_step && pushed != words {
            self.pieces.push(Piece {
                folded: Span::new(start, self.text.len()),
                original,
            });
        }
    }

    fn finish<'a>(self) -> Folded<'a> {
        Folded {
            text: Cow::Owned(self.text),
            map: FoldMap { pieces: self.pieces },
        }
    }
}

/// The last answers of a normaliser that may be slow to ask.
#[derive(Default)]
struct Memo<'a>(Vec<(&'a str, String)>);

impl<'a> Memo<'a> {
    const SIZE: usize = 32;

    fn get(&mut self, cluster: &'a str, nfkc: fn(&str) -> String) -> &str {
        let at = match self.0.iter().position(|(known, _)| *known == cluster) {
            Some(at) => at,
            None => {
                if self.0.len() == Self::SIZE {
                    self.0.clear();
                }
                self.0.push((cluster, nfkc(cluster)));
                self.0.len() - 1
            }
        };
        &self.0[at].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    fn nfkc(text: &str) -> String {
        text.nfkc().collect()
    }

    /// `spans` are words of the folded text and the words of the original that they stand for.
    #[track_caller]
    fn check(folded: &Folded<'_>, source: &str, text: &str, spans: &[(&str, &str)]) {
        assert_eq!(folded.text, text);
        for (word, original) in spans {
            let start = text.find(word).expect("the word stands in the folded text");
            let span = folded.map.original(Span::new(start, start + word.len()));
            assert_eq!(span.of(source), *original);
        }
    }

    #[test]
    fn folds_to_nfkc() {
        for (source, text, spans) in [
            ("停戦とミサイル。", "停戦とミサイル。", &[("ミサイル", "ミサイル")][..]),
            ("ＮＡＴＯの", "NATOの", &[("NATO", "ＮＡＴＯ"), ("の", "の")]),
            (
                "ｶﾞｽと\u{304B}\u{3099}",
                "ガスとが",
                &[("ガ", "ｶﾞ"), ("ス", "ｽ"), ("が", "\u{304B}\u{3099}")],
            ),
            ("㈱と…", "(株)と...", &[("株", "㈱"), ("..", "…"), ("と", "と")]),
            ("e\u{301}x", "éx", &[("é", "e\u{301}"), ("x", "x")]),
        ] {
            check(&Fold::native().fold(source), source, text, spans);
        }
        assert!(matches!(Fold::native().fold("停戦").text, Cow::Borrowed(_)));
    }

    #[test]
    fn folds_for_searching() {
        for (source, text, spans) in [
            (
                "アメリカ・ファースト",
                "あめりかふぁーすと",
                &[("あめりか", "アメリカ"), ("ふぁ", "ファ")][..],
            ),
            ("F-16ＡＢ", "fー16ab", &[("16a", "16Ａ"), ("f", "F")]),
            ("ｱﾀｸﾑｽ・㈱", "あたくむす(株)", &[("す", "ｽ"), ("(", "㈱")]),
            ("Путин", "путин", &[("тин", "тин")]),
        ] {
            check(&Fold::native().searching(source), source, text, spans);
        }
    }

    #[test]
    fn folds_answers() {
        for (typed, key) in [
            ("Ａｔａｃｍｓ", "ATACMS"),
            ("f16", "F-16"),
            ("エスカレ-ション", "えすかれーしょん"),
            (" 拘束力 の ある「約束」", "拘束力のある約束"),
            ("1550", "1,550"),
        ] {
            assert_eq!(Fold::native().answer(typed), Fold::native().answer(key));
        }
        for (typed, key) in [("15", "1.5"), ("キウ", "キーウ"), ("50", "50%")] {
            assert_ne!(Fold::native().answer(typed), Fold::native().answer(key));
        }
    }

    #[test]
    fn an_exact_span_cuts_no_character() {
        let folded = Fold::native().fold("㈱と");
        assert_eq!(folded.map.originals().exact(Span::new(1, 4)), None);
        assert_eq!(folded.map.originals().exact(Span::new(0, 5)), Some(Span::new(0, 3)));
        assert_eq!(folded.map.originals().exact(Span::new(5, 8)), Some(Span::new(3, 6)));
    }

    proptest! {
        #[test]
        fn agrees_with_the_tables(
            text in "[ぁ-ゖァ-ヿ一-乿Ａ-ｚａ｡-ﾟa-zÀ-ÿ\u{300}-\u{36F}\u{3099}-\u{309F}…㈱㌔㍉ﬁ①\u{1100}-\u{1200}가-갛]{0,12}"
        ) {
            let folded = Fold::native().fold(&text);
            prop_assert_eq!(&*folded.text, nfkc(&text));
            check_map(&folded, &text);
            check_map(&Fold::native().searching(&text), &text);
        }

        #[test]
        fn agrees_with_the_tables_on_anything(text in "\\PC{0,16}") {
            prop_assert_eq!(&*Fold::native().fold(&text).text, nfkc(&text));
        }

        #[test]
        fn what_stands_in_a_text_is_found_in_it(text in "[ァ-ヾあ-ん一-丏Ａ-Ｚa-z・―ー -]{0,12}", from in 0..6usize, take in 1..6usize) {
            let part: String = text.chars().skip(from).take(take).collect();
            let fold = Fold::native();
            prop_assert!(fold.searching(&text).text.contains(&*fold.searching(&part).text));
        }
    }

    /// The spans of the folded characters lie on character boundaries, ascend, and cover the original but for what was
    /// left out.
    fn check_map(folded: &Folded<'_>, source: &str) {
        let mut covered = Span::default();
        for (at, letter) in folded.text.char_indices() {
            let span = folded.map.original(Span::new(at, at + letter.len_utf8()));
            assert!(!span.of(source).is_empty());
            assert!(span == covered || span.start >= covered.end);
            let skipped = &source[covered.end.min(span.start) as usize..span.start as usize];
            assert!(skipped.chars().all(|c| "・･·‧".contains(c)), "{skipped:?}");
            covered = span;
        }
        let whole = folded.map.original(Span::new(0, folded.text.len()));
        assert!(folded.text.is_empty() || whole.end == covered.end);
    }
}
