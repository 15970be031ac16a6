//! Aozora ruby notation: `｜有志連合《ゆうしれんごう》`.

use super::Span;

/// A text and the readings of some of its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RubyText {
    /// The words without their readings.
    pub plain: String,
    /// Readings, ascending, never overlapping.
    pub rubies: Vec<Ruby>,
}

/// The reading of one word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruby {
    /// The word, in the plain text.
    pub base: Span,
    /// Its reading in kana.
    pub reading: String,
}

/// What is wrong with a notation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RubyFault {
    /// `《` without `》`.
    Unclosed,
    /// `》` without `《`, or `｜` without a reading.
    Stray,
    /// A reading with no kanji before it and no `｜`.
    NoBase,
    /// A reading that is empty or not kana.
    NotKana,
}

impl RubyText {
    /// A text without readings.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            plain: text.into(),
            rubies: Vec::new(),
        }
    }

    /// Reads Aozora notation. Whatever is faulty stays in the text as written and is listed.
    ///
    /// ```
    /// use yomikurabe::domain::text::RubyText;
    /// let (text, faults) = RubyText::parse("｜有志連合《ゆうしれんごう》の首脳《しゅのう》");
    /// assert!(faults.is_empty());
    /// assert_eq!(text.plain, "有志連合の首脳");
    /// assert_eq!(text.rubies[1].reading, "しゅのう");
    /// ```
    #[must_use]
    pub fn parse(source: &str) -> (Self, Vec<RubyFault>) {
        let mut text = Self::default();
        let mut faults = Vec::new();
        let mut marked = None;
        let mut rest = source;
        while let Some(at) = rest.find(['｜', '《', '》']) {
            text.plain.push_str(&rest[..at]);
            let mark = rest[at..].chars().next().unwrap_or('｜');
            rest = &rest[at + mark.len_utf8()..];
            match (mark, rest.find('》')) {
                ('｜', _) => {
                    if marked.replace(text.plain.len()).is_some() {
                        faults.push(RubyFault::Stray);
                    }
                }
                ('《', Some(close)) => {
                    let start = marked.take().unwrap_or_else(|| kanji_run(&text.plain));
                    match text.annotate(start, &rest[..close]) {
                        Ok(()) => {}
                        Err(fault) => faults.push(fault),
                    }
                    rest = &rest[close + '》'.len_utf8()..];
                }
                ('《', None) => faults.push(RubyFault::Unclosed),
                _ => faults.push(RubyFault::Stray),
            }
        }
        if marked.is_some() {
            faults.push(RubyFault::Stray);
        }
        text.plain.push_str(rest);
        (text, faults)
    }

    /// Writes the notation back, with `｜` before every base.
    #[must_use]
    pub fn notation(&self) -> String {
        let mut out = String::with_capacity(self.plain.len());
        let mut at = 0;
        for ruby in &self.rubies {
            let base = ruby.base.range();
            out.push_str(&self.plain[at..base.start]);
            out.push('｜');
            out.push_str(&self.plain[base.clone()]);
            out.push('《');
            out.push_str(&ruby.reading);
            out.push('》');
            at = base.end;
        }
        out.push_str(&self.plain[at..]);
        out
    }

    fn annotate(&mut self, start: usize, reading: &str) -> Result<(), RubyFault> {
        let base = Span::new(start, self.plain.len());
        let taken = self.rubies.last().is_some_and(|last| last.base.end > base.start);
        if base.start == base.end || taken {
            return Err(RubyFault::NoBase);
        }
        if reading.is_empty() || !reading.chars().all(is_kana) {
            return Err(RubyFault::NotKana);
        }
        self.rubies.push(Ruby {
            base,
            reading: reading.to_owned(),
        });
        Ok(())
    }
}

/// Where the run of kanji at the end of `text` begins.
fn kanji_run(text: &str) -> usize {
    let kanji = |c: char| matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '々' | '〆' | 'ヶ');
    text.trim_end_matches(kanji).len()
}

fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '・')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, plain: &str, readings: &[(&str, &str)], faults: &[RubyFault]) {
        let (text, found) = RubyText::parse(source);
        assert_eq!(text.plain, plain);
        let got: Vec<_> = text
            .rubies
            .iter()
            .map(|r| (r.base.of(&text.plain), r.reading.as_str()))
            .collect();
        assert_eq!(got, readings);
        assert_eq!(found, faults);
    }

    #[test]
    fn reads_aozora_notation() {
        check("停戦", "停戦", &[], &[]);
        check("その停戦《ていせん》は", "その停戦は", &[("停戦", "ていせん")], &[]);
        check(
            "｜NATO《なとー》と｜諸国《しょこく》",
            "NATOと諸国",
            &[("NATO", "なとー"), ("諸国", "しょこく")],
            &[],
        );
        check("日々《ひび》", "日々", &[("日々", "ひび")], &[]);
    }

    #[test]
    fn lists_faults_and_keeps_the_words() {
        check("停戦《ていせん", "停戦ていせん", &[], &[RubyFault::Unclosed]);
        check("停戦》は", "停戦は", &[], &[RubyFault::Stray]);
        check("ひらがな《かな》", "ひらがな", &[], &[RubyFault::NoBase]);
        check("停戦《cease》", "停戦", &[], &[RubyFault::NotKana]);
        check("｜停戦", "停戦", &[], &[RubyFault::Stray]);
    }

    #[test]
    fn writes_back_what_it_read() {
        let source = "｜有志連合《ゆうしれんごう》の｜首脳《しゅのう》";
        assert_eq!(RubyText::parse(source).0.notation(), source);
    }
}
