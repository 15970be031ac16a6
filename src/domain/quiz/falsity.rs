//! Who can stand beside the right actor as a wrong answer: only somebody for whom the statement is provably not true.
//!
//! | an actor is no distractor for a statement where | because |
//! |---|---|
//! | it holds, utters or reports the statement | it would be right, or partly right |
//! | it may speak for the holder or the utterer, or they for it (see below) | what the one says may be ascribed to the other |
//! | it, or somebody who may speak for it, takes the same stance on the issue; `supports` and `conditional` count as the same, and so does a stance that a note lets somebody read | it might have said so too |
//! | it, the holder or the utterer is a group (西側諸国) | the pack does not say who belongs to it |
//! | the words that are shown may name it | nobody speaks of oneself so |
//! | the deciding paragraph may name it, unless the document tells its own, other stance on the issue | it has a part in what is told |
//!
//! One may speak for the other where one is the other's column (ロシア, プーチン大統領), and where both stand in one column
//! (米国, ホワイトハウス), except
//!
//! * two persons (ウィトコフ特使, トランプ大統領): a person's words are that person's;
//! * in a column that is a group (欧州諸国・EU): two governments, and a government and a person whose role does not name it.
//!
//! That a government's words are ambiguous, or that it does not comment, is not taken to be so of its persons.

use crate::domain::pack::{Actor, ActorId, ActorKind, IssueId, Stance, Statement, StatementId};
use crate::domain::text::holds;

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
        && !ctx.may_name(shown, other)
        && (!ctx.may_name(ctx.folded_paragraph(said.cite), other) || takes_a_stance(ctx, said, other))
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

/// Whether the words of one may be ascribed to the other, for all that the pack says.
fn stands_for(ctx: &Context, one: ActorId, other: ActorId) -> bool {
    let group = |actor: ActorId| ctx.pack[actor].kind == ActorKind::Group;
    group(one) || group(other) || may_speak_for(ctx, one, other)
}

/// Whether one may speak for the other, by the table above.
fn may_speak_for(ctx: &Context, one: ActorId, other: ActorId) -> bool {
    let (first, second) = (&ctx.pack[one], &ctx.pack[other]);
    let column = first.side == other || second.side == one;
    one == other || column || (first.side == second.side && !are_independent(ctx, one, other))
}

/// Whether two of one column speak each for themselves.
fn are_independent(ctx: &Context, one: ActorId, other: ActorId) -> bool {
    let in_group = ctx.pack[ctx.pack[one].side].kind == ActorKind::Group;
    match (ctx.pack[one].kind, ctx.pack[other].kind) {
        (ActorKind::Person, ActorKind::Person) => true,
        (ActorKind::Government, ActorKind::Government) => in_group,
        (ActorKind::Person, ActorKind::Government) => in_group && !serves(ctx, one, other),
        (ActorKind::Government, ActorKind::Person) => in_group && !serves(ctx, other, one),
        _ => false,
    }
}

/// Whether the person's role names the government.
fn serves(ctx: &Context, person: ActorId, government: ActorId) -> bool {
    ctx.names(&ctx.fold(&ctx.pack[person].role.ja), government)
}

/// Whether `other`, or somebody who may speak for it, takes that stance on that issue anywhere in the pack.
fn shares_stance(ctx: &Context, issue: IssueId, stance: Stance, other: ActorId) -> bool {
    let unsaid = matches!(stance, Stance::Ambiguous | Stance::NoComment);
    let personal = unsaid && ctx.pack[other].kind == ActorKind::Person;
    let voices = |taken: &Statement| [taken.actor, utterer(taken)];
    ctx.pack.statements.iter().any(|taken| {
        taken.issue == issue
            && (is_near(taken.stance, stance) || may_be_read_as(taken, stance))
            && match personal {
                true => voices(taken).contains(&other),
                false => voices(taken).iter().any(|voice| may_speak_for(ctx, *voice, other)),
            }
    })
}

/// Whether the two stances are one as far as a learner can be held to tell them apart.
fn is_near(taken: Stance, stance: Stance) -> bool {
    let yes = |stance| matches!(stance, Stance::Supports | Stance::Conditional);
    taken == stance || (yes(taken) && yes(stance))
}

/// Whether the note of a statement says that somebody may read (読む, 読んだ) that stance in it.
fn may_be_read_as(taken: &Statement, stance: Stance) -> bool {
    let names: &[&str] = match stance {
        Stance::Supports | Stance::Conditional => &["支持", "賛成", "条件"],
        Stance::Opposes => &["反対"],
        Stance::Ambiguous | Stance::NoComment => &[],
    };
    let note = taken.note.as_deref().filter(|note| note.contains('読'));
    note.is_some_and(|note| names.iter().any(|name| holds(note, name)))
}

/// Whether the document tells what `other` itself holds on the issue.
fn takes_a_stance(ctx: &Context, said: &Statement, other: ActorId) -> bool {
    ctx.pack
        .statements
        .iter()
        .any(|taken| taken.actor == other && taken.issue == said.issue && taken.cite.document == said.cite.document)
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
