//! Three to five events of one document, to be put in order.
//!
//! Only events whose dates cannot overlap, whatever day a month or a year stands for, and no dates that were worked out
//! rather than told. A title that holds a date is left out.

use super::{Draft, Generator, Pose};
use crate::domain::order::sort_by;
use crate::domain::pack::{Event, EventId, EventStatus, QuestionKind};
use crate::domain::quiz::context::Context;
use crate::domain::quiz::dates::{is_before, may_coincide, written};
use crate::domain::quiz::item::{Task, shuffled};
use crate::domain::quiz::rng::Rng;
use crate::domain::text::holds;
use crate::domain::words::fill;

/// Events are shown shuffled.
pub const ORDER: Generator = Generator {
    name: "order",
    kind: QuestionKind::Order,
    pose: Pose::OfEvent(order),
};

fn order(ctx: &Context, rng: &mut Rng, event: EventId) -> Option<Draft> {
    let first = &ctx.pack[event];
    if !is_usable(first) {
        return None;
    }
    let wanted = 3 + rng.below(3);
    let mut chosen = vec![first];
    for other in companions(ctx, rng, first) {
        if chosen.len() < wanted && !chosen.iter().any(|event| may_coincide(event, other)) {
            chosen.push(other);
        }
    }
    if chosen.len() < 3 {
        return None;
    }
    sort_by(&mut chosen, |a, b| is_before(b, a).cmp(&is_before(a, b)));
    let titles: Vec<String> = chosen.iter().map(|event| event.title.ja.clone()).collect();
    let (items, key) = shuffled(rng, &titles);
    let label = ctx.label(first.cite.document);
    Some(Draft {
        stem: fill("{}の述べる出来事を、日付の早い順に並べよ。", &[label]),
        context: None,
        task: Task::Order { items, key },
        why: feedback(label, &chosen),
        cite: first.cite,
    })
}

/// The other events of the document, in random order.
fn companions<'a>(ctx: &Context<'a>, rng: &mut Rng, first: &Event) -> Vec<&'a Event> {
    let of_document = |event: &&Event| event.cite.document == first.cite.document && is_usable(event);
    let mut events: Vec<&Event> = ctx.pack.events.iter().filter(of_document).collect();
    rng.shuffle(&mut events);
    events
}

/// Whether the date is told and the title does not tell it.
fn is_usable(event: &Event) -> bool {
    let date = |(letter, next): (char, char)| {
        (letter.is_ascii_digit() || matches!(letter, '０'..='９')) && matches!(next, '年' | '月' | '日' | '世')
    };
    let title = &event.title.ja;
    event.status != EventStatus::Inferred
        && !holds(title, "日付")
        && !title.chars().zip(title.chars().skip(1)).any(date)
}

fn feedback(label: &str, events: &[&Event]) -> String {
    let mut why = fill("{}の述べる時は、早い順に", &[label]);
    for (at, event) in events.iter().enumerate() {
        let comma = if at == 0 { "" } else { "、" };
        why.push_str(&[comma, "「", &event.title.ja, "」（", &written(event), "）"].concat());
    }
    why + "である。"
}
