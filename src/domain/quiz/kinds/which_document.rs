//! Which document tells this: an event, a figure or a statement that only one document has.
//!
//! Proof that the others do not tell it: what is shown holds a glossary term of which no form stands in any other
//! document. Besides, no other document has an event that may fall on the same full date, the same figure, or the same
//! stance of the same actor on the issue.

use super::{Draft, Generator, Pose};
use crate::domain::order::sort;
use crate::domain::pack::{ActorKind, Citation, DocumentId, Event, EventId, FigureId, QuestionKind, StatementId};
use crate::domain::quiz::context::Context;
use crate::domain::quiz::dates::may_coincide;
use crate::domain::quiz::item::Task;
use crate::domain::quiz::rng::Rng;
use crate::domain::text::holds;
use crate::domain::words::fill;

/// An event is shown.
pub const OF_EVENT: Generator = Generator {
    name: "where-event",
    kind: QuestionKind::WhichDocument,
    pose: Pose::OfEvent(of_event),
};

/// A figure is shown.
pub const OF_FIGURE: Generator = Generator {
    name: "where-figure",
    kind: QuestionKind::WhichDocument,
    pose: Pose::OfFigure(of_figure),
};

/// A statement is shown.
pub const OF_STATEMENT: Generator = Generator {
    name: "where-statement",
    kind: QuestionKind::WhichDocument,
    pose: Pose::OfStatement(of_statement),
};

/// Most documents to choose from.
const MOST: usize = 4;
/// Documents below which nothing is asked.
const LEAST: usize = 3;

fn of_event(ctx: &Context, rng: &mut Rng, event: EventId) -> Option<Draft> {
    let told = &ctx.pack[event];
    let is_day = |event: &Event| event.date.day().is_some();
    let twin = ctx.pack.events.iter().any(|other| {
        other.cite.document != told.cite.document && is_day(told) && is_day(other) && may_coincide(other, told)
    });
    let stem = "次の出来事に触れるのは、どの資料か。";
    (!twin)
        .then(|| draft(ctx, rng, stem, told.title.ja.clone(), told.cite))
        .flatten()
}

fn of_figure(ctx: &Context, rng: &mut Rng, figure: FigureId) -> Option<Draft> {
    let told = &ctx.pack[figure];
    let value = ctx.fold(&told.value);
    let twin = ctx
        .pack
        .figures
        .iter()
        .any(|other| other.cite.document != told.cite.document && ctx.fold(&other.value) == value);
    let context = [&told.measures, "：", &told.value].concat();
    let stem = "次の数字を挙げるのは、どの資料か。";
    (!twin).then(|| draft(ctx, rng, stem, context, told.cite)).flatten()
}

fn of_statement(ctx: &Context, rng: &mut Rng, statement: StatementId) -> Option<Draft> {
    let told = &ctx.pack[statement];
    let holder = &ctx.pack[told.actor];
    let twin = ctx.pack.statements.iter().any(|other| {
        let same_actor = other.actor == told.actor || ctx.pack[other.actor].side == holder.side;
        other.cite.document != told.cite.document
            && same_actor
            && (other.issue, other.stance) == (told.issue, told.stance)
    });
    if twin || holder.kind == ActorKind::Author {
        return None;
    }
    let context = [&holder.name.ja, "：", &told.paraphrase].concat();
    draft(ctx, rng, "次の内容を伝えるのは、どの資料か。", context, told.cite)
}

fn draft(ctx: &Context, rng: &mut Rng, stem: &str, context: String, cite: Citation) -> Option<Draft> {
    let folded = ctx.fold(&context);
    let names_document = ctx
        .pack
        .documents
        .iter()
        .any(|document| holds(&folded, &ctx.fold(&document.label)));
    if names_document {
        return None;
    }
    let term = distinctive_term(ctx, &folded, cite.document)?;
    let task = documents(ctx, rng, cite.document)?;
    let why = fill(
        "{}に「{}」とある。「{}」に触れるのは{}だけである。",
        &[&ctx.place(cite), ctx.anchor(cite), term, ctx.label(cite.document)],
    );
    Some(Draft {
        stem: stem.to_owned(),
        context: Some(context),
        task,
        why,
        cite,
    })
}

/// A term that is shown and stands in no other document.
fn distinctive_term<'a>(ctx: &Context<'a>, folded: &str, document: DocumentId) -> Option<&'a str> {
    ctx.pack
        .terms()
        .filter(|term| ctx.has_term(folded, *term))
        .find(|term| ctx.documents_with(*term) == [document])
        .map(|term| ctx.pack[term].headword.as_str())
}

/// A choice of documents in the order of the shelf.
fn documents(ctx: &Context, rng: &mut Rng, key: DocumentId) -> Option<Task> {
    let mut others: Vec<DocumentId> = ctx.pack.documents().filter(|document| *document != key).collect();
    rng.shuffle(&mut others);
    others.truncate(MOST - 1);
    others.push(key);
    sort(&mut others);
    let at = others.iter().position(|document| *document == key)?;
    let options = others.iter().map(|document| ctx.label(*document).to_owned()).collect();
    (others.len() >= LEAST).then_some(Task::Choice { options, key: at as u8 })
}
