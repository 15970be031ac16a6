//! Options of a choice among which the key does not stand out: neither by its length nor by its form.

use super::context::{Context, FoldWords};
use super::item::Task;
use super::rng::Rng;
use crate::domain::order::sort_by_key;
use crate::domain::text::holds;

/// Distractors that a generated choice has where there are enough.
const WANTED: usize = 3;
/// Distractors below which nothing is asked.
const LEAST: usize = 2;

/// A choice between the key and up to three of `pool`, whose lists go from the most tempting to the least; nothing where
/// fewer than two fit. `shown` is the rest of the question: it must not hold the key.
#[must_use]
pub fn choice<const N: usize>(
    ctx: &Context,
    rng: &mut Rng,
    shown: &str,
    key: &str,
    pool: [Vec<String>; N],
) -> Option<Task> {
    let options = choose(ctx, rng, shown, key, pool)?;
    let at = options.iter().position(|option| option == key)?;
    Some(Task::Choice { options, key: at as u8 })
}

/// The options of [`choice`], shuffled, the key among them.
#[must_use]
pub fn choose<const N: usize>(
    ctx: &Context,
    rng: &mut Rng,
    shown: &str,
    key: &str,
    mut pool: [Vec<String>; N],
) -> Option<Vec<String>> {
    if gives_away(ctx, shown, key) {
        return None;
    }
    let mut candidates = Vec::new();
    for rank in &mut pool {
        rng.shuffle(rank);
        candidates.append(rank);
    }
    let mut options = inconspicuous(&|words| ctx.fold(words), key, candidates)?;
    options.push(key.to_owned());
    rng.shuffle(&mut options);
    Some(options)
}

/// A choice between fixed answers, always in the same order.
#[must_use]
pub fn fixed(options: &[&str], key: usize) -> Task {
    Task::Choice {
        options: options.iter().map(|option| (*option).to_owned()).collect(),
        key: key as u8,
    }
}

/// Whether the folded form of the key stands in that of what is shown.
#[must_use]
pub fn gives_away(ctx: &Context, shown: &str, key: &str) -> bool {
    let key = ctx.fold(key);
    key.is_empty() || holds(&ctx.fold(shown), &key)
}

/// Whether a key stands out: the longest by more than half over the mean of all, or the only one of its form.
///
/// ```
/// use yomikurabe::domain::quiz::stands_out;
/// assert!(!stands_out("停戦合意", &["和平合意".into(), "追加制裁".into()]));
/// assert!(stands_out("ATACMS", &["戦闘機".into(), "無人機".into()]));
/// assert!(stands_out("損が大きいと思わせて控えさせること", &["戦うこと".into(), "やめること".into()]));
/// ```
#[must_use]
pub fn stands_out(key: &str, distractors: &[String]) -> bool {
    let length = key.chars().count();
    let others: usize = distractors.iter().map(|words| words.chars().count()).sum();
    let mean = (length + others) as f32 / (distractors.len() + 1) as f32;
    let form = Form::of(key);
    length as f32 > 1.5 * mean || !form.is_covered_by(distractors)
}

/// The first distractors among which the key does not stand out: as ranked, or else those most like the key.
fn inconspicuous(fold: FoldWords<'_>, key: &str, mut candidates: Vec<String>) -> Option<Vec<String>> {
    let fair = |picked: &Vec<String>| picked.len() >= LEAST && !stands_out(key, picked);
    let as_ranked = first_distinct(fold, key, &candidates);
    if fair(&as_ranked) {
        return Some(as_ranked);
    }
    sort_by_key(&mut candidates, |words| unlikeness(key, words));
    Some(first_distinct(fold, key, &candidates)).filter(fair)
}

/// The first of the candidates that differ from the key and from each other when folded, as many as are wanted.
fn first_distinct(fold: FoldWords<'_>, key: &str, candidates: &[String]) -> Vec<String> {
    let mut seen = vec![fold(key)];
    let mut picked = Vec::new();
    for words in candidates {
        let folded = fold(words);
        if !seen.contains(&folded) {
            seen.push(folded);
            picked.push(words.clone());
        }
        if picked.len() == WANTED {
            break;
        }
    }
    picked
}

/// How unlike the key in form, then in length.
fn unlikeness(key: &str, words: &str) -> (u32, usize) {
    let length = |words: &str| words.chars().count();
    let forms = Form::of(key).0 ^ Form::of(words).0;
    (forms.count_ones(), length(key).abs_diff(length(words)))
}

/// What a reader sees of an option without reading it, as bits.
#[derive(Clone, Copy)]
struct Form(u8);

impl Form {
    fn of(words: &str) -> Self {
        let latin = |c: char| c.is_ascii_alphabetic() || matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
        let digit = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９');
        let katakana = |c: char| matches!(c, 'ァ'..='ヺ' | 'ー' | '・' | '/');
        let signs = [
            words.contains(latin),
            words.contains(digit),
            words.contains('「'),
            words.contains('（'),
            words.ends_with('。'),
            words.ends_with(|c: char| matches!(c, 'ぁ'..='ゖ')),
            words.chars().all(katakana),
        ];
        Self(signs.iter().fold(0, |bits, sign| bits << 1 | u8::from(*sign)))
    }

    /// Whether for each sign some distractor is as the key is.
    fn is_covered_by(self, distractors: &[String]) -> bool {
        let alike = |words: &String| !(self.0 ^ Self::of(words).0);
        distractors.iter().fold(0, |bits, words| bits | alike(words)) & 0b111_1111 == 0b111_1111
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(list: &[&str]) -> Vec<String> {
        list.iter().map(|words| (*words).to_owned()).collect()
    }

    #[test]
    fn a_key_alone_in_its_form_stands_out() {
        assert!(stands_out("24時間", &words(&["一日", "二日"])));
        assert!(stands_out("パリ", &words(&["東京", "北京", "平壌"])));
        assert!(stands_out("東京", &words(&["パリ", "キーウ"])));
        assert!(!stands_out("パリ", &words(&["東京", "キーウ"])));
    }

    #[test]
    fn prefers_what_is_like_the_key() {
        let same: FoldWords<'_> = &|words| words.to_lowercase();
        let pool = words(&["東京", "北京", "平壌", "キーウ", "ロンドン"]);
        let picked = inconspicuous(same, "パリ", pool).expect("enough");
        assert!(picked.contains(&"キーウ".to_owned()), "{picked:?}");
        assert_eq!(inconspicuous(same, "パリ", words(&["ローマ"])), None);
        assert_eq!(inconspicuous(same, "NATO", words(&["nato", "EU", "eu"])), None);
    }
}
