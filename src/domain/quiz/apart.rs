//! Glossary entries that can stand side by side as options, since what is true of one is not true of the other.
//!
//! Entries that are related, or of which one stands in the other's definition, may be wider and narrower words for one
//! thing (多国籍軍, 平和維持軍), so they are never apart.

use super::context::Context;
use crate::domain::pack::TermId;

/// The other entries of the same kind that are provably different things.
#[must_use]
pub fn apart_from(ctx: &Context, term: TermId) -> Vec<TermId> {
    let kind = ctx.pack[term].kind;
    let alike = |other: &TermId| ctx.pack[*other].kind == kind;
    ctx.pack
        .terms()
        .filter(alike)
        .filter(|other| are_apart(ctx, term, *other))
        .collect()
}

fn are_apart(ctx: &Context, a: TermId, b: TermId) -> bool {
    let (first, second) = (&ctx.pack[a], &ctx.pack[b]);
    let explains = |one: TermId, other: TermId| ctx.has_term(ctx.definition(one), other);
    let shares_a_form = ctx.surfaces(a).iter().any(|form| ctx.surfaces(b).contains(form));
    a != b
        && !first.related.contains(&b)
        && !second.related.contains(&a)
        && first.reading != second.reading
        && first.en != second.en
        && !shares_a_form
        && !explains(a, b)
        && !explains(b, a)
}
