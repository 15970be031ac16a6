//! According to a document: a paraphrase with its holder, or with somebody of whom it is provably not true.
//!
//! Both are equally likely, so a statement for which nobody can take the holder's place is not asked about at all. Left
//! out are statements of authors and groups, words passed on by another speaker, and paragraphs that do not name the
//! holder. Only somebody who speaks on the same issue or in the same document takes the holder's place: [`falsity`](crate::domain::quiz::falsity).

use super::{Draft, Generator, Pose};
use crate::domain::pack::{ActorId, ActorKind, QuestionKind, StatementId};
use crate::domain::quiz::context::Context;
use crate::domain::quiz::falsity::actors_without;
use crate::domain::quiz::options;
use crate::domain::quiz::rng::Rng;
use crate::domain::quiz::sentence::claim;
use crate::domain::words::fill;

/// A paraphrase is shown with a holder.
pub const TRUE_FALSE: Generator = Generator {
    name: "true-false",
    kind: QuestionKind::TrueFalse,
    pose: Pose::OfStatement(true_false),
};

/// The answers, always in this order.
pub const TRUE_OR_FALSE: [&str; 2] = ["正しい", "誤り"];

fn true_false(ctx: &Context, rng: &mut Rng, statement: StatementId) -> Option<Draft> {
    let said = &ctx.pack[statement];
    if !is_plain(ctx, statement) {
        return None;
    }
    let context = claim(ctx, statement)?;
    let [on_issue, in_document, _] = actors_without(ctx, statement, &ctx.fold(&context));
    let tempting = [&on_issue, &in_document].into_iter().find(|rank| !rank.is_empty())?;
    let other = rng.choose(tempting)?;
    let is_false = rng.coin();
    let named = if is_false { other } else { said.actor };
    let label = ctx.label(said.cite.document);
    let stem = fill("{}は、次の内容を{}のものとして伝えている。", &[label, name(ctx, named)]);
    Some(Draft {
        stem,
        context: Some(context),
        task: options::fixed(&TRUE_OR_FALSE, usize::from(is_false)),
        why: feedback(ctx, statement, named),
        cite: said.cite,
    })
}

/// Whether the document names the holder and lets nobody else speak for it.
fn is_plain(ctx: &Context, statement: StatementId) -> bool {
    let said = &ctx.pack[statement];
    said.speaker.is_none()
        && !matches!(ctx.pack[said.actor].kind, ActorKind::Author | ActorKind::Group)
        && ctx.may_name(ctx.folded_paragraph(said.cite), said.actor)
}

fn feedback(ctx: &Context, statement: StatementId, named: ActorId) -> String {
    let said = &ctx.pack[statement];
    let place = ctx.place(said.cite);
    let holder = name(ctx, said.actor);
    let told = fill(
        "{}は、これを{}のものとして伝える。手がかりは「{}」である。",
        &[&place, holder, &said.cue],
    );
    if named == said.actor {
        return told;
    }
    fill("{}{}のものとしては記載がない。", &[told.as_str(), name(ctx, named)])
}

fn name<'a>(ctx: &Context<'a>, actor: ActorId) -> &'a str {
    &ctx.pack[actor].name.ja
}
