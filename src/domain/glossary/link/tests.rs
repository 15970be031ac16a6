//! The linker by examples, and against a naive twin.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;
use crate::domain::glossary::samples::term;
use crate::domain::text::RubyText;

/// Terms of all kinds of edges.
fn glossary() -> Vec<Term> {
    vec![
        term("ロシア", &["ロシア連邦"], &["プロシア"]),
        term("米国", &["アメリカ", "米"], &["欧米", "ラテンアメリカ", "米国防総省"]),
        term("NATO", &[], &[]),
        term("72時間", &["72時間以内"], &[]),
        term("アメリカ・ファースト", &[], &[]),
        term("停戦", &["停戦合意", "停戦監視・検証"], &[]),
        term("国防総省", &[], &[]),
        term("レーダー", &[], &[]),
        term("くさび", &["くさびを打つ"], &[]),
        term("ウクライナ", &[], &[]),
        term("露", &[], &["暴露"]),
        term("株", &[], &[]),
        term("F-16", &[], &[]),
    ]
}

/// The text in Aozora notation with its terms between ［ and ］.
#[track_caller]
fn check(marked: &str) {
    let notation = marked.replace(['［', '］'], "");
    let (RubyText { plain, rubies }, faults) = RubyText::parse(&notation);
    assert_eq!(faults, []);
    let mut got = plain.clone();
    for Link { span, .. } in Linker::new(&glossary(), Fold::native())
        .link(&plain, &rubies)
        .iter()
        .rev()
    {
        got.insert(span.range().end, '］');
        got.insert(span.range().start, '［');
    }
    let without_readings = RubyText::parse(marked).0.plain;
    assert_eq!(got, without_readings);
}

#[test]
fn finds_every_spelling() {
    for marked in [
        "［ロシア］と［アメリカ］は［停戦合意］を",
        "［ロシア連邦］の［ロシア］",
        "［ＮＡＴＯ］と［ﾛｼｱ］、［７２時間］",
        "［アメリカ・ファースト］と［アメリカファースト］と［アメリカ･ファースト］",
        "［ロシア］・［ウクライナ］と［ロシア］―［ウクライナ］と［ロシア］――",
        "［レーダー］と［レーダ］と［レ－ダ－］と［レ-ダ］――",
        "［F-16］と［F‐16］と［Ｆ－１６］",
        "［停戦監視・検証］と［停戦］監視検証",
        "［くさび］を打ち込み、［くさびを打つ］",
        "［米］、英、仏",
    ] {
        check(marked);
    }
}

#[test]
fn refclaims_parts_of_words() {
    for marked in [
        "ロシアンルーレット",
        "プロシアと欧米と暴露と露骨",
        "NATOsとxNATO、非［NATO］",
        "172時間と1.72時間、［72時間］",
        "ラテンアメリカとラテン・アメリカと［アメリカ］",
        "米［国防総省］は、［米国］防衛",
        "㈱と［株］",
        "レーダーサイトと［レ－ダ］－サイト",
        "にくさびらと［くさび］",
    ] {
        check(marked);
    }
}

#[test]
fn refclaims_parts_of_ruby() {
    for marked in [
        "｜停戦案《ていせんあん》と［｜停戦《ていせん》］案",
        "［｜停戦《ていせん》合意］と［停戦］｜合意案《ごういあん》",
        "［停戦｜合意《ごうい》］",
        "［｜停《てい》｜戦《せん》］",
    ] {
        check(marked);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn agrees_with_the_naive_twin(
        terms in prop::collection::vec((spelling(), prop::collection::vec(spelling(), 0..3), prop::collection::vec(spelling(), 0..2)), 1..5),
        text in "[アイｱーｰ・く米国Ｂ1.、㈱a―-]{0,14}",
        rubies in prop::collection::vec((0..14usize, 1..3usize), 0..2),
    ) {
        let terms: Vec<Term> = terms.iter().map(|(headword, forms, not_in)| Term {
            forms: forms.clone(),
            not_in: not_in.clone(),
            ..term(headword, &[], &[])
        }).collect();
        let rubies = place_rubies(&text, &rubies);
        let links = Linker::new(&terms, Fold::native()).link(&text, &rubies);
        prop_assert_eq!(links, naive(&terms, &text, &rubies));
    }
}

/// A spelling over the same nasty alphabet as the texts.
fn spelling() -> impl Strategy<Value = String> {
    "[アイーｱ・く米国B1株―-]{1,4}"
}

fn place_rubies(text: &str, wanted: &[(usize, usize)]) -> Vec<Ruby> {
    let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut rubies: Vec<Ruby> = Vec::new();
    for &(from, take) in wanted {
        let (Some(&start), Some(&end)) = (edges.get(from), edges.get(from + take)) else {
            continue;
        };
        if rubies.last().is_none_or(|last| last.base.end as usize <= start) {
            rubies.push(Ruby {
                base: Span::new(start, end),
                reading: "よみ".to_owned(),
            });
        }
    }
    rubies
}

/// The same by trying every spelling at every place.
fn naive(terms: &[Term], text: &str, rubies: &[Ruby]) -> Vec<Link> {
    let nfkc = |text: &str| text.nfkc().collect::<String>();
    let folded: Vec<char> = nfkc(text).chars().collect();
    // Where the characters of the text begin and end in the folded text.
    let edges: Vec<(usize, usize)> = (0..=text.len())
        .filter(|&at| text.is_char_boundary(at) && nfkc(&text[..at]) + &nfkc(&text[at..]) == nfkc(text))
        .map(|at| (nfkc(&text[..at]).chars().count(), at))
        .collect();
    let original = |at: usize| edges.iter().find(|edge| edge.0 == at).map(|edge| edge.1);
    let spellings = naive_spellings(terms);
    let (mut links, mut blocks) = (Vec::new(), Vec::new());
    let mut start = 0;
    while start < folded.len() {
        let matches: Vec<_> = spellings
            .iter()
            .flat_map(|spelling| naive_end(&spelling.2, &folded[start..]).map(move |end| (start + end, spelling)))
            .collect();
        for (end, (term, claim, _)) in &matches {
            if *claim == Claim::Blocker {
                blocks.push((start, *end, *term));
            }
        }
        let best = matches
            .iter()
            .filter(|(end, (term, claim, letters))| {
                let inside = |at: usize| {
                    rubies
                        .iter()
                        .any(|ruby| (ruby.base.start as usize) < at && at < ruby.base.end as usize)
                };
                let free = |at: usize| original(at).is_some_and(|at| !inside(at));
                // Of terms that share a spelling, the one that owns it.
                let owner = spellings
                    .iter()
                    .filter(|s| s.2 == *letters && s.1 != Claim::Blocker)
                    .min_by_key(|s| (s.1, s.0));
                *claim != Claim::Blocker
                    && owner.is_some_and(|owner| owner.0 == *term)
                    && !blocks
                        .iter()
                        .any(|b| b.2 == *term && b.1 > start && (b.0 < start || b.1 > *end))
                    && free(start)
                    && free(*end)
                    && naive_edges(letters, &folded[..start], &folded[*end..])
            })
            .max_by_key(|(end, _)| *end);
        match best {
            Some((end, (term, ..))) => {
                let span = Span::new(original(start).expect("an edge"), original(*end).expect("an edge"));
                links.push(Link { span, term: *term });
                start = *end;
            }
            None => start += 1,
        }
    }
    links
}

fn kata(letter: &char) -> bool {
    "アイー".contains(*letter)
}

fn naive_spellings(terms: &[Term]) -> Vec<(TermId, Claim, Vec<char>)> {
    let mut spellings = Vec::new();
    for (at, term) in terms.iter().enumerate() {
        let id = TermId(at as u16);
        for form in term.forms.iter().chain([&term.headword]) {
            let letters = naive_letters(form);
            if letters.iter().all(kata) {
                let mut long = letters.clone();
                long.push('ー');
                let short = letters[..letters.len() - 1].to_vec();
                match letters.ends_with(&['ー']) {
                    true if letters.len() >= 4 => spellings.push((id, Claim::Variant, short)),
                    false if long.len() >= 4 => spellings.push((id, Claim::Variant, long)),
                    _ => {}
                }
            }
            spellings.push((id, Claim::Form, letters));
        }
        spellings.extend(term.not_in.iter().map(|word| (id, Claim::Blocker, naive_letters(word))));
    }
    spellings
}

fn naive_letters(text: &str) -> Vec<char> {
    let text: Vec<char> = text.nfkc().collect();
    naive_read(&text).into_iter().map(|(letter, _)| letter).collect()
}

/// A text with its dots dropped and its dashes read: the letters, each with the number of characters read by then.
fn naive_read(text: &[char]) -> Vec<(char, usize)> {
    let mut out: Vec<(char, usize)> = Vec::new();
    for (at, &letter) in text.iter().enumerate() {
        let before = out.last().is_some_and(|(letter, _)| kata(letter));
        let next = text.get(at + 1);
        match letter {
            '・' if before && next.is_some_and(kata) => {}
            '-' | '―' if before && !next.is_some_and(|next| "-―".contains(*next)) => out.push(('ー', at + 1)),
            '-' | '―' => out.push(('-', at + 1)),
            _ => out.push((letter, at + 1)),
        }
    }
    out
}

/// Where a spelling that begins with the text ends.
fn naive_end(letters: &[char], text: &[char]) -> Option<usize> {
    let read = naive_read(text);
    let begin = read.get(..letters.len())?;
    let same = begin.iter().zip(letters).all(|(read, letter)| read.0 == *letter);
    same.then(|| begin[letters.len() - 1].1)
}

fn naive_edges(letters: &[char], before: &[char], after: &[char]) -> bool {
    let letter = |c: &char| c.is_ascii_alphanumeric();
    let kanji = |c: &char| "米国株".contains(*c);
    let (first, last) = (&letters[0], &letters[letters.len() - 1]);
    let (left, right) = (before.last(), after.first());
    let clash = |is: &dyn Fn(&char) -> bool| (is(first) && left.is_some_and(is)) || (is(last) && right.is_some_and(is));
    let point = |one: Option<&char>, two: Option<&char>| one == Some(&'.') && two.is_some_and(char::is_ascii_digit);
    // く is no particle.
    let hiragana = letters.iter().all(|c| *c == 'く') && (left == Some(&'く') || right == Some(&'く'));
    !clash(&kata)
        && !clash(&letter)
        && !(letters.len() == 1 && clash(&kanji))
        && !(first.is_ascii_digit() && point(left, before.iter().rev().nth(1)))
        && !(last.is_ascii_digit() && point(right, after.get(1)))
        && !hiragana
}
