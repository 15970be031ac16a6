//! What a document tells on one issue: three or four actors, and what each of them holds.
//!
//! Every paraphrase is provably false for every other actor that is shown (see
//! [`falsity`](crate::domain::quiz::falsity)): they differ in stance, none speaks for another, and no paraphrase names
//! any of them.

use super::true_false::is_plain;
use super::{Draft, Generator, Pose};
use crate::domain::pack::{DocumentId, IssueId, QuestionKind, StatementId};
use crate::domain::quiz::context::Context;
use crate::domain::quiz::falsity::is_false_for;
use crate::domain::quiz::item::{Task, shuffled};
use crate::domain::quiz::rng::Rng;
use crate::domain::quiz::sentence::bare_paraphrase;

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
    let stem = [
        label,
        "で、「",
        title,
        "」について、それぞれの主体に当たる内容を結びつけよ。",
    ]
    .concat();
    let why = feedback(ctx, &pairs);
    Some(Draft {
        stem,
        context: None,
        task: task(ctx, rng, &pairs),
        why,
        cite,
    })
}

/// Statements of which none can be taken for another's, with what they say.
fn pairs<'a>(ctx: &Context<'a>, rng: &mut Rng, issue: IssueId, document: DocumentId) -> Vec<(StatementId, &'a str)> {
    let mut told: Vec<StatementId> = ctx
        .pack
        .statements()
        .filter(|said| ctx.pack[*said].issue == issue && ctx.pack[*said].cite.document == document)
        .collect();
    rng.shuffle(&mut told);
    let mut pairs: Vec<(StatementId, &str)> = Vec::new();
    for statement in told {
        let Some(bare) = usable(ctx, statement) else {
            continue;
        };
        let apart = |(other, words): &(StatementId, &str)| {
            is_false_for(ctx, statement, ctx.pack[*other].actor, &ctx.fold(bare))
                && is_false_for(ctx, *other, ctx.pack[statement].actor, &ctx.fold(words))
        };
        if pairs.len() < MOST && pairs.iter().all(apart) {
            pairs.push((statement, bare));
        }
    }
    pairs
}

/// What the statement says, where it can stand without its condition and its holder.
fn usable<'a>(ctx: &Context<'a>, statement: StatementId) -> Option<&'a str> {
    let unconditional = ctx.pack[statement].condition.is_none();
    (unconditional && is_plain(ctx, statement))
        .then(|| bare_paraphrase(ctx, statement))
        .flatten()
}

fn task(ctx: &Context, rng: &mut Rng, pairs: &[(StatementId, &str)]) -> Task {
    let name = |(statement, _): &(StatementId, &str)| ctx.pack[ctx.pack[*statement].actor].name.ja.clone();
    let contents: Vec<String> = pairs.iter().map(|(_, words)| (*words).to_owned()).collect();
    let (right, key) = shuffled(rng, &contents);
    Task::Match {
        left: pairs.iter().map(name).collect(),
        right,
        key,
    }
}

fn feedback(ctx: &Context, pairs: &[(StatementId, &str)]) -> String {
    let told = pairs.iter().map(|(statement, _)| {
        let said = &ctx.pack[*statement];
        let name = &ctx.pack[said.actor].name.ja;
        [
            name,
            "は",
            &ctx.place(said.cite),
            "の「",
            ctx.anchor(said.cite),
            "」による。",
        ]
        .concat()
    });
    told.collect()
}
