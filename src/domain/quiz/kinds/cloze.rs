//! A sentence of a document with a gap, to be filled by typing or choosing.
//!
//! The gap is the quoted word where it is short, or else a glossary term (a noun) that stands in the sentence exactly
//! once and on its own: rather a notion than a place or a person, and of those the longest. Distractors are short
//! quotes, or terms of the same kind that are [apart](crate::domain::quiz::apart) from the key; none of them stands in
//! the paragraph. What is right is what the document's sentence says. A sentence is asked about once, under the first
//! statement that rests on it.

use crate::domain::order::sort_by_key;
use std::cmp::Reverse;
use std::ops::Range;

use super::{Draft, Generator, Pose};
use crate::domain::pack::{Citation, QuestionKind, StatementId, TermId, TermKind};
use crate::domain::quiz::context::{Context, surfaces};
use crate::domain::quiz::item::Task;
use crate::domain::quiz::options;
use crate::domain::quiz::rng::Rng;
use crate::domain::quiz::sentence::{is_first_on, sentence_at};
use crate::domain::quiz::spellings::{same_numbers, spellings};
use crate::domain::text::{find, holds};
use crate::domain::words::fill;

/// A sentence is shown with a gap.
pub const CLOZE: Generator = Generator {
    name: "cloze",
    kind: QuestionKind::Cloze,
    pose: Pose::OfStatement(cloze),
};

/// How a gap is written.
pub const GAP: &str = "＿＿";
/// Longest quote that makes a gap, in characters.
const LONGEST_QUOTE: usize = 10;

/// What was taken out of a sentence.
enum Gap {
    Quote,
    Term(TermId),
}

fn cloze(ctx: &Context, rng: &mut Rng, statement: StatementId) -> Option<Draft> {
    let said = &ctx.pack[statement];
    let paragraph = ctx.paragraph(said.cite);
    let span = sentence_at(paragraph, said.cite.span);
    if !is_first_on(ctx, statement, span) {
        return None;
    }
    let sentence = span.of(paragraph);
    let (gap, range) = quoted(sentence, said.quote.as_deref()).or_else(|| best_term(ctx, said.cite, sentence))?;
    let key = &sentence[range.clone()];
    let context = [&sentence[..range.start], GAP, &sentence[range.end..]].concat();
    let label = ctx.label(said.cite.document);
    let stem = fill("{}の次の文の{}に入る語は何か。", &[label, GAP]);
    let pool = match gap {
        Gap::Quote => other_quotes(ctx, statement),
        Gap::Term(term) => [other_terms(ctx, statement, term), Vec::new()],
    };
    let shown = [stem.as_str(), &context].concat();
    let options = options::choose(ctx, rng, &shown, key, pool)?;
    let task = Task::Typed {
        key: key.to_owned(),
        accept: spellings(ctx, key, &options),
        options,
    };
    let why = fill(
        "{}の文は「{}」である。",
        &[&ctx.place(said.cite), sentence.trim_end_matches('。')],
    );
    Some(Draft {
        stem,
        context: Some(context),
        task,
        why,
        cite: said.cite,
    })
}

/// The quote, where it is short and stands in brackets of its own.
fn quoted(sentence: &str, quote: Option<&str>) -> Option<(Gap, Range<usize>)> {
    let quote = quote.filter(|quote| (2..=LONGEST_QUOTE).contains(&quote.chars().count()))?;
    let at = once(sentence, quote)?;
    let alone = sentence[..at.start].ends_with('「') && sentence[at.end..].starts_with('」');
    alone.then_some((Gap::Quote, at))
}

/// The best term that stands in the sentence once and on its own, the first of the pack where two are as good.
fn best_term(ctx: &Context, cite: Citation, sentence: &str) -> Option<(Gap, Range<usize>)> {
    let found = ctx.pack.terms().filter(|term| ctx.has_term_at(cite, *term));
    let found = found.filter_map(|term| alone(ctx, sentence, term).map(|range| (term, range)));
    let worth = |(term, range): &(TermId, Range<usize>)| {
        let names = matches!(ctx.pack[*term].kind, TermKind::Place | TermKind::Person);
        (names, Reverse(sentence[range.clone()].chars().count()))
    };
    found.min_by_key(worth).map(|(term, range)| (Gap::Term(term), range))
}

/// Where the term stands in the sentence, if it does so once and not as a part of a longer word: by its headword, or
/// else by its longest form.
fn alone(ctx: &Context, sentence: &str, term: TermId) -> Option<Range<usize>> {
    let entry = &ctx.pack[term];
    let mut forms: Vec<&str> = surfaces(entry)
        .filter(|form| is_noun(form) && same_numbers(form, &entry.headword))
        .collect();
    sort_by_key(&mut forms, |form| (*form != entry.headword, Reverse(form.len())));
    let range = forms
        .iter()
        .find_map(|form| once(sentence, form).filter(|range| is_free(sentence, range)))?;
    let (before, after) = (&sentence[..range.start], &sentence[range.end..]);
    let elsewhere = surfaces(entry).any(|form| holds(before, form) || holds(after, form));
    (!elsewhere).then_some(range)
}

/// Whether the words can stand in a gap without showing by their ending that they are no noun.
fn is_noun(words: &str) -> bool {
    let hiragana = |letter: char| matches!(letter, 'ぁ'..='ゖ');
    words.chars().nth(1).is_some() && !words.ends_with(hiragana)
}

/// Whether no letter beside the words belongs to the same word.
fn is_free(sentence: &str, range: &Range<usize>) -> bool {
    let words = &sentence[range.clone()];
    let before = sentence[..range.start].chars().next_back();
    let after = sentence[range.end..].chars().next();
    !touches(before, words.chars().next()) && !touches(words.chars().next_back(), after)
}

/// Where the words stand in the sentence, if they do so once.
fn once(sentence: &str, words: &str) -> Option<Range<usize>> {
    let at = find(sentence, words)?;
    let end = at + words.len();
    (!holds(&sentence[end..], words)).then_some(at..end)
}

/// Whether two letters side by side belong to one word: both kanji, both katakana, or both Latin letters or digits.
fn touches(left: Option<char>, right: Option<char>) -> bool {
    let script = |letter: char| match letter {
        '\u{3400}'..='\u{9FFF}' | '々' => Some(0),
        'ァ'..='ヺ' | 'ー' | '・' => Some(1),
        _ if letter.is_ascii_alphanumeric() => Some(2),
        _ => None,
    };
    left.and_then(script)
        .is_some_and(|script_of_left| right.and_then(script) == Some(script_of_left))
}

/// Short quotes of other statements that do not stand in the paragraph, those of the same document first.
fn other_quotes(ctx: &Context, statement: StatementId) -> [Vec<String>; 2] {
    let said = &ctx.pack[statement];
    let mut ranks = [Vec::new(), Vec::new()];
    for other in &ctx.pack.statements {
        let Some(quote) = &other.quote else { continue };
        let short = (2..=LONGEST_QUOTE).contains(&quote.chars().count());
        if short && !holds(ctx.folded_paragraph(said.cite), &ctx.fold(quote)) {
            let elsewhere = other.cite.document != said.cite.document;
            ranks[usize::from(elsewhere)].push(quote.clone());
        }
    }
    ranks
}

/// Headwords of terms of the same kind that do not stand in the paragraph.
fn other_terms(ctx: &Context, statement: StatementId, term: TermId) -> Vec<String> {
    let cite = ctx.pack[statement].cite;
    let headword = |other: &TermId| ctx.pack[*other].headword.clone();
    let absent = ctx
        .entries_apart(term)
        .iter()
        .filter(|other| !ctx.has_term_at(cite, **other));
    absent.map(headword).filter(|headword| is_noun(headword)).collect()
}
