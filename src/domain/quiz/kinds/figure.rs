//! A figure and what it measures, both ways.
//!
//! Distractors are figures of the same magnitude: days with days, lengths of time with lengths of time, shares with
//! shares, counts with counts of the same unit. One is false where its amount differs: 約2割 and 5分の1 never stand side by
//! side. What is no quantity (F-16, 第7艦隊, 世界最大) is not asked about.

use super::{Draft, Generator, Pose};
use crate::domain::pack::{Figure, FigureId, QuestionKind};
use crate::domain::quiz::amount::Amount;
use crate::domain::quiz::context::Context;
use crate::domain::quiz::options;
use crate::domain::quiz::rng::Rng;
use crate::domain::text::holds;
use crate::domain::words::fill;

/// The value is shown, what it measures is asked for.
pub const MEANING_OF_VALUE: Generator = Generator {
    name: "figure",
    kind: QuestionKind::Figure,
    pose: Pose::OfFigure(meaning_of_value),
};

/// What is measured is shown, the value is asked for.
pub const VALUE_OF_MEANING: Generator = Generator {
    name: "value",
    kind: QuestionKind::Figure,
    pose: Pose::OfFigure(value_of_meaning),
};

fn meaning_of_value(ctx: &Context, rng: &mut Rng, figure: FigureId) -> Option<Draft> {
    let told = &ctx.pack[figure];
    let stem = fill(
        "{}の「{}」は、何を表すか。",
        &[ctx.label(told.cite.document), &told.value],
    );
    let value = ctx.fold(&told.value);
    let tells = |figure: &&Figure| {
        let measures = ctx.fold(&figure.measures);
        holds(&measures, &value) || ctx.names_document(&measures)
    };
    let pool = others(ctx, told).map(|rank| {
        let silent = rank.into_iter().filter(|other| !tells(other));
        silent.map(|other| other.measures.clone()).collect()
    });
    if tells(&told) {
        return None;
    }
    let task = options::choice(ctx, rng, &stem, &told.measures, pool)?;
    Some(draft(ctx, told, stem, None, task))
}

fn value_of_meaning(ctx: &Context, rng: &mut Rng, figure: FigureId) -> Option<Draft> {
    let told = &ctx.pack[figure];
    let unit = Amount::read(&told.value)?.unit;
    let same_unit = |other: &&Figure| Amount::read(&other.value).is_some_and(|amount| amount.unit == unit);
    let hinted = holds(&told.measures, &unit);
    let pool = others(ctx, told).map(|rank| {
        let fair = rank.into_iter().filter(|other| !hinted || same_unit(other));
        fair.map(|other| other.value.clone()).collect()
    });
    let stem = fill("{}が次のものとして挙げる値はどれか。", &[ctx.label(told.cite.document)]);
    let shown = [stem.as_str(), &told.measures].concat();
    let task = options::choice(ctx, rng, &shown, &told.value, pool)?;
    Some(draft(ctx, told, stem, Some(told.measures.clone()), task))
}

/// Figures of the same magnitude and another amount, those of the same document first.
fn others<'a>(ctx: &Context<'a>, told: &Figure) -> [Vec<&'a Figure>; 2] {
    let mut ranks = [Vec::new(), Vec::new()];
    let Some(amount) = Amount::read(&told.value) else {
        return ranks;
    };
    for other in &ctx.pack.figures {
        let fits = Amount::read(&other.value).is_some_and(|other| other.is_comparable_but_different(&amount));
        if fits && other.measures != told.measures {
            let elsewhere = other.cite.document != told.cite.document;
            ranks[usize::from(elsewhere)].push(other);
        }
    }
    ranks
}

fn draft(
    ctx: &Context,
    told: &Figure,
    stem: String,
    context: Option<String>,
    task: crate::domain::quiz::Task,
) -> Draft {
    let why = fill(
        "{}に「{}」とある。「{}」は、{}を表す。出どころ：{}。",
        &[
            &ctx.place(told.cite),
            ctx.anchor(told.cite),
            &told.value,
            &told.measures,
            &told.source,
        ],
    );
    Draft {
        stem,
        context,
        task,
        why,
        cite: told.cite,
    }
}
