//! How a sentence of a document knows what it says: quoted, reported, hedged or inferred.
//!
//! The sentence is shown whole, with its cue. It is asked about once, under the first statement that rests on it, and
//! only where it can be read in one way:
//!
//! * all statements that rest on it are coded alike, and none has a note that speaks of another reading (読む, 読んだ);
//! * quotation marks stand in it exactly where it quotes;
//! * what is reported has no sign of hearsay or conjecture; what is hedged has a sign of unnamed hearsay (とされる), and
//!   what is inferred one of conjecture and none of hearsay;
//! * it does not speak of its author (筆者), a word that one of the answers holds.

use super::{Draft, Generator, Pose};
use crate::domain::pack::{Attribution, QuestionKind, StatementId};
use crate::domain::quiz::context::Context;
use crate::domain::quiz::options;
use crate::domain::quiz::rng::Rng;
use crate::domain::quiz::sentence::{is_first_on, sentence_at};
use crate::domain::text::Span;
use crate::domain::text::holds;
use crate::domain::words::fill;

/// A sentence is shown.
pub const BASIS: Generator = Generator {
    name: "basis",
    kind: QuestionKind::Basis,
    pose: Pose::OfStatement(basis),
};

/// The answers, from near to far, always in this order. Written questions use the same words, and so
/// does the rest of the page.
pub const BASES: [&str; 4] = ["本人の言葉", "報道", "ぼかした報道", "筆者の推測"];

fn basis(ctx: &Context, _: &mut Rng, statement: StatementId) -> Option<Draft> {
    let said = &ctx.pack[statement];
    let paragraph = ctx.paragraph(said.cite);
    let span = sentence_at(paragraph, said.cite.span);
    let sentence = span.of(paragraph);
    let key = key_of(said.attribution);
    let clear = shows_its_basis(sentence, said.attribution, said.quote.as_deref())
        && holds(sentence, &said.cue)
        && is_first_on(ctx, statement, span)
        && is_coded_alike(ctx, statement, span)
        && !options::gives_away(ctx, sentence, BASES[key]);
    if !clear {
        return None;
    }
    let stem = fill(
        "{}の次の記述は、その内容をどのような形で述べているか。",
        &[ctx.label(said.cite.document)],
    );
    let why = fill(
        "{}の「{}」が手がかりで、「{}」に当たる。",
        &[&ctx.place(said.cite), &said.cue, BASES[key]],
    );
    Some(Draft {
        stem,
        context: Some(sentence.to_owned()),
        task: options::fixed(&BASES, key),
        why,
        cite: said.cite,
    })
}

fn key_of(attribution: Attribution) -> usize {
    match attribution {
        Attribution::Direct => 0,
        Attribution::Reported => 1,
        Attribution::Hedged => 2,
        Attribution::Inference => 3,
    }
}

/// Endings and phrases by which a sentence passes on what others say.
const HEARSAY: &[&str] = &["よれば", "よると", "報じられ", "伝えられ"];
/// The same without telling whose words they are.
const UNNAMED: &[&str] = &["という。", "とされ", "との見方", "と言われ", "といわれ"];
/// Words by which a sentence guesses.
const CONJECTURE: &[&str] = &[
    "可能性",
    "かもしれ",
    "だろう",
    "であろう",
    "ように思われ",
    "考えられ",
    "予想され",
    "分析でき",
    "見込み",
];

/// Whether the sentence shows this basis and no other.
fn shows_its_basis(sentence: &str, attribution: Attribution, quote: Option<&str>) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| holds(sentence, word));
    let quoted = quote.is_some_and(|quote| holds(sentence, quote));
    let unquoted = !quoted && !sentence.contains('「');
    let shown = match attribution {
        Attribution::Direct => quoted,
        Attribution::Reported => unquoted && !has(HEARSAY) && !has(UNNAMED) && !has(CONJECTURE),
        Attribution::Hedged => unquoted && has(UNNAMED),
        Attribution::Inference => unquoted && has(CONJECTURE) && !has(HEARSAY) && !has(UNNAMED),
    };
    shown && !holds(sentence, "筆者")
}

/// Whether all statements that rest on these words come to us in the same way, and nobody would read them otherwise.
fn is_coded_alike(ctx: &Context, statement: StatementId, span: Span) -> bool {
    let said = &ctx.pack[statement];
    ctx.pack.statements.iter().all(|other| {
        let here = (other.cite.document, other.cite.paragraph) == (said.cite.document, said.cite.paragraph)
            && other.cite.span.overlaps(span);
        !here || (other.attribution == said.attribution && !is_contested(other.note.as_deref()))
    })
}

/// Whether a note says that somebody may read the words otherwise.
fn is_contested(note: Option<&str>) -> bool {
    note.is_some_and(|note| note.contains('読'))
}
