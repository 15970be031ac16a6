//! Who can stand beside the right actor as a wrong answer: only somebody for whom the statement is provably not true.
//!
//! | an actor is no distractor for a statement where | because |
//! |---|---|
//! | it holds, utters or reports the statement | it would be right, or partly right |
//! | it is the holder's or the utterer's column, or the other way round (ロシア, プーチン大統領) | the one speaks for the other |
//! | it is on the same side and one of the two is no person (米国, ホワイトハウス) | what a government says may be ascribed to each of its parts |
//! | it, or a body that may speak for it, takes the same stance on the issue; `supports` and `conditional` count as the same | it might have said so too |
//! | one of the two is a group (西側諸国) | the pack does not say who belongs to it |
//! | the deciding paragraph, or the words that are shown, may name it | it has a part in what is told |
//!
//! Two persons of one side may stand beside each other (ウィトコフ特使, トランプ大統領) as long as none of the rules
//! forbids it: a person's words are that person's.

use crate::domain::pack::{Actor, ActorId, ActorKind, Citation, IssueId, Stance, Statement, StatementId};

use super::context::Context;

/// The actors for whom the statement is provably not true, the most tempting first: those who speak on the same issue,
/// those who speak in the same document, all others.
#[must_use]
pub fn actors_without(ctx: &Context, statement: StatementId, shown: &str) -> [Vec<ActorId>; 3] {
    let mut ranks = [Vec::new(), Vec::new(), Vec::new()];
    let utterer = ctx.pack[utterer(&ctx.pack[statement])].kind;
    for other in ctx.pack.actors() {
        let alike = Class::of(&ctx.pack[other]) == Class::of_kind(utterer);
        if alike && is_false_for(ctx, statement, other, shown) {
            ranks[temptation(ctx, statement, other)].push(other);
        }
    }
    ranks
}

/// Whether it is provably not true that `other` holds or said what the statement says. `shown` is what the learner
/// reads of it, folded.
#[must_use]
pub fn is_false_for(ctx: &Context, statement: StatementId, other: ActorId, shown: &str) -> bool {
    let said = &ctx.pack[statement];
    let voices = [said.actor, utterer(said)];
    !voices.iter().any(|voice| stands_for(ctx, *voice, other))
        && said.reporter != Some(other)
        && !shares_stance(ctx, said.issue, said.stance, other)
        && !ctx.may_name(ctx.folded_paragraph(said.cite), other)
        && !ctx.may_name(shown, other)
}

/// Who uttered the words.
#[must_use]
pub fn utterer(statement: &Statement) -> ActorId {
    statement.speaker.unwrap_or(statement.actor)
}

/// Actors that can be told apart by no more than their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Person,
    State,
    Body,
    Media,
    Anonymous,
    Group,
    Author,
}

impl Class {
    fn of(actor: &Actor) -> Self {
        Self::of_kind(actor.kind)
    }

    fn of_kind(kind: ActorKind) -> Self {
        match kind {
            ActorKind::Person => Self::Person,
            ActorKind::Government | ActorKind::Ministry => Self::State,
            ActorKind::Organisation | ActorKind::Company => Self::Body,
            ActorKind::Media => Self::Media,
            ActorKind::Anonymous => Self::Anonymous,
            ActorKind::Group => Self::Group,
            ActorKind::Author => Self::Author,
        }
    }
}

/// Whether the words of `a` may be ascribed to `b`.
fn stands_for(ctx: &Context, a: ActorId, b: ActorId) -> bool {
    let (first, second) = (&ctx.pack[a], &ctx.pack[b]);
    let group = |actor: &Actor| Class::of(actor) == Class::Group;
    a == b
        || first.side == b
        || second.side == a
        || group(first)
        || group(second)
        || (first.side == second.side && !(is_person(first) && is_person(second)))
}

/// Whether `other`, or somebody who may speak for it, takes that stance on that issue anywhere in the pack.
fn shares_stance(ctx: &Context, issue: IssueId, stance: Stance, other: ActorId) -> bool {
    let near = |taken: Stance| match (taken, stance) {
        (Stance::Supports | Stance::Conditional, Stance::Supports | Stance::Conditional) => true,
        _ => taken == stance,
    };
    ctx.pack.statements.iter().any(|taken| {
        taken.issue == issue
            && near(taken.stance)
            && [taken.actor, utterer(taken)]
                .iter()
                .any(|voice| speaks_for(ctx, *voice, other))
    })
}

/// As [`stands_for`], for the stance of a third actor: a group elsewhere says nothing about `other`.
fn speaks_for(ctx: &Context, voice: ActorId, other: ActorId) -> bool {
    let (first, second) = (&ctx.pack[voice], &ctx.pack[other]);
    voice == other
        || first.side == other
        || second.side == voice
        || (first.side == second.side && !(is_person(first) && is_person(second)))
}

fn is_person(actor: &Actor) -> bool {
    actor.kind == ActorKind::Person
}

/// 0 where `other` speaks on the same issue, 1 where it speaks in the same document, 2 otherwise.
fn temptation(ctx: &Context, statement: StatementId, other: ActorId) -> usize {
    let said = &ctx.pack[statement];
    let mut rank = 2;
    for taken in &ctx.pack.statements {
        if taken.actor != other && utterer(taken) != other {
            continue;
        }
        if taken.issue == said.issue {
            return 0;
        }
        if taken.cite.document == said.cite.document {
            rank = 1;
        }
    }
    rank
}

/// Whether a statement with the same anchor or paraphrase is ascribed to somebody else as well.
#[must_use]
pub fn is_shared(ctx: &Context, statement: StatementId) -> bool {
    let said = &ctx.pack[statement];
    let same_place = |cite: Citation| {
        (cite.document, cite.paragraph) == (said.cite.document, said.cite.paragraph)
            && cite.span.overlaps(said.cite.span)
    };
    ctx.pack
        .statements
        .iter()
        .any(|other| other.actor != said.actor && (same_place(other.cite) || other.paraphrase == said.paraphrase))
}
