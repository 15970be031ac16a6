//! A term and its meaning, both ways.
//!
//! Distractors are entries of the same kind. One is false where the two entries are
//! [apart](crate::domain::quiz::apart): neither related nor explaining each other.

use super::{Draft, Generator, Pose, Subject};
use crate::domain::pack::{QuestionKind, Term, TermId};
use crate::domain::quiz::context::Context;
use crate::domain::quiz::options;
use crate::domain::quiz::rng::Rng;
use crate::domain::words::fill;

/// The gloss is shown, the term is asked for.
pub const TERM_OF_GLOSS: Generator = Generator {
    name: "term",
    kind: QuestionKind::Term,
    pose: Pose::OfTerm(term_of_gloss),
};

/// The term is shown, the gloss is asked for.
pub const GLOSS_OF_TERM: Generator = Generator {
    name: "gloss",
    kind: QuestionKind::Term,
    pose: Pose::OfTerm(gloss_of_term),
};

fn term_of_gloss(ctx: &Context, rng: &mut Rng, term: TermId) -> Option<Draft> {
    let entry = &ctx.pack[term];
    if ctx.has_term(&ctx.fold(&entry.gloss.ja), term) {
        return None;
    }
    let headwords = others(ctx, term).map(|other| other.headword.clone()).collect();
    let task = options::choice(ctx, rng, gloss(entry), &entry.headword, [headwords])?;
    draft(
        ctx,
        term,
        "次の説明に当たる用語はどれか。".into(),
        Some(gloss(entry).to_owned()),
        task,
    )
}

fn gloss_of_term(ctx: &Context, rng: &mut Rng, term: TermId) -> Option<Draft> {
    let entry = &ctx.pack[term];
    if ctx.has_term(&ctx.fold(&entry.gloss.ja), term) {
        return None;
    }
    let stem = fill("用語「{}」の説明はどれか。", &[&entry.headword]);
    let glosses = others(ctx, term).map(|other| gloss(other).to_owned()).collect();
    let task = options::choice(ctx, rng, &stem, gloss(entry), [glosses])?;
    draft(ctx, term, stem, None, task)
}

/// The entries of the same kind that are provably something else.
fn others<'a>(ctx: &'a Context, term: TermId) -> impl Iterator<Item = &'a Term> {
    ctx.entries_apart(term).iter().map(|other| &ctx.pack[*other])
}

fn draft(
    ctx: &Context,
    term: TermId,
    stem: String,
    context: Option<String>,
    task: crate::domain::quiz::Task,
) -> Option<Draft> {
    let entry = &ctx.pack[term];
    let cite = Subject::Term(term).cite(ctx.pack)?;
    let why = fill(
        "「{}」（{}）は「{}」を言う。{}に「{}」とある。",
        &[
            &entry.headword,
            &entry.reading,
            gloss(entry),
            &ctx.place(cite),
            ctx.anchor(cite),
        ],
    );
    Some(Draft {
        stem,
        context,
        task,
        why,
        cite,
    })
}

/// The gloss without a full stop, which some have and some have not.
fn gloss(term: &Term) -> &str {
    term.gloss.ja.trim_end_matches('。')
}
