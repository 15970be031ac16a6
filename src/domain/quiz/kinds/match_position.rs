//! What a document tells on one issue: three or four actors, and what each of them holds.
//!
//! Every paraphrase is provably false for every other actor that is shown (see
//! [`falsity`](crate::domain::quiz::falsity)): they differ in stance, none speaks for another, and no paraphrase names
//! any of them.

use super::{Draft, Generator, Pose};
use crate::domain::pack::{ActorKind, DocumentId, IssueId, QuestionKind, StatementId};
use crate::domain::quiz::context::Context;
use crate::domain::quiz::falsity::is_false_for;
use crate::domain::quiz::item::{Task, shuffled};
use crate::domain::quiz::rng::Rng;
use crate::domain::quiz::sentence::claim;
use crate::domain::words::fill;

/// Actors stand on the left, paraphrases on the right.
pub const MATCH: Generator = Generator {
    name: "match",
    kind: QuestionKind::Match,
    pose: Pose::OfIssue(match_position),
};

/// Most pairs.
const MOST: usize = 4;
/// Pairs below which nothing is asked.
const LEAST: usize = 3;

fn match_position(ctx: &Context, rng: &mut Rng, issue: IssueId, document: DocumentId) -> Option<Draft> {
    let pairs = pairs(ctx, rng, issue, document);
    if pairs.len() < LEAST {
        return None;
    }
    let cite = ctx.pack[pairs[0].0].cite;
    let label = ctx.label(document);
    let title = &ctx.pack[issue].title.ja;
    let stem = fill(
        "{}で、「{}」について、それぞれの主体に当たる内容を結びつけよ。",
        &[label, title],
    );
    let why = feedback(ctx, &pairs);
    Some(Draft {
        stem,
        context: None,
        task: task(ctx, rng, &pairs),
        why,
        cite,
    })
}

/// A statement, and what it says.
type Pair = (StatementId, String);

/// Three or four pairs among which none can be taken for another's, in random order; fewer where there are none.
fn pairs(ctx: &Context, rng: &mut Rng, issue: IssueId, document: DocumentId) -> Vec<Pair> {
    let told = |said: &StatementId| ctx.pack[*said].issue == issue && ctx.pack[*said].cite.document == document;
    let mut usable: Vec<Pair> = ctx
        .pack
        .statements()
        .filter(told)
        .filter_map(|said| usable(ctx, said).map(|words| (said, words)))
        .collect();
    rng.shuffle(&mut usable);
    let apart: Vec<Vec<bool>> = usable
        .iter()
        .map(|one| usable.iter().map(|other| are_apart(ctx, one, other)).collect())
        .collect();
    let mut chosen = Vec::new();
    grow(&apart, &mut chosen);
    chosen.into_iter().map(|at| usable[at].clone()).collect()
}

/// Adds pairs that are apart from all chosen ones, going back where too few are found.
fn grow(apart: &[Vec<bool>], chosen: &mut Vec<usize>) {
    let first = chosen.last().map_or(0, |last| last + 1);
    for next in first..apart.len() {
        if chosen.len() < MOST && chosen.iter().all(|at| apart[*at][next]) {
            chosen.push(next);
            grow(apart, chosen);
            if chosen.len() >= LEAST {
                return;
            }
            chosen.pop();
        }
    }
}

/// Whether neither statement can be taken for the other's holder.
fn are_apart(ctx: &Context, one: &Pair, other: &Pair) -> bool {
    let apart = |(statement, words): &Pair, (other, _): &Pair| {
        is_false_for(ctx, *statement, ctx.pack[*other].actor, &ctx.fold(words))
    };
    apart(one, other) && apart(other, one)
}

/// What the statement says, where its holder speaks for itself: the author, or somebody whom the paragraph names.
fn usable(ctx: &Context, statement: StatementId) -> Option<String> {
    let said = &ctx.pack[statement];
    let named = match ctx.pack[said.actor].kind {
        ActorKind::Group => false,
        ActorKind::Author => true,
        _ => ctx.may_name(ctx.folded_paragraph(said.cite), said.actor),
    };
    (named && said.speaker.is_none())
        .then(|| claim(ctx, statement))
        .flatten()
}

fn task(ctx: &Context, rng: &mut Rng, pairs: &[Pair]) -> Task {
    let name = |(statement, _): &Pair| ctx.pack[ctx.pack[*statement].actor].name.ja.clone();
    let contents: Vec<String> = pairs.iter().map(|(_, words)| words.clone()).collect();
    let (right, key) = shuffled(rng, &contents);
    Task::Match {
        left: pairs.iter().map(name).collect(),
        right,
        key,
    }
}

fn feedback(ctx: &Context, pairs: &[Pair]) -> String {
    let told = pairs.iter().map(|(statement, _)| {
        let said = &ctx.pack[*statement];
        let name = &ctx.pack[said.actor].name.ja;
        fill(
            "{}は{}の「{}」による。",
            &[name, &ctx.place(said.cite), ctx.anchor(said.cite)],
        )
    });
    told.collect()
}
