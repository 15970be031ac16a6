//! A written question as an item.

use super::context::Context;
use super::item::{Item, ItemId, Origin, Task, shuffled};
use super::kinds::{BASES, TRUE_OR_FALSE};
use super::rng::Rng;
use super::spellings::spellings;
use crate::domain::order::sort_by_key;
use crate::domain::pack;
use crate::domain::pack::{Question, QuestionId, QuestionKind};

/// The question as the seed puts it. Fixed answers (true and false, bases) keep their order, documents that of the shelf.
#[must_use]
pub fn written(ctx: &Context, question: QuestionId, seed: u64) -> Item {
    let asked = &ctx.pack[question];
    let rng = &mut Rng::for_item(seed, &asked.slug);
    Item {
        id: ItemId(asked.slug.clone()),
        origin: Origin::Written,
        kind: asked.kind,
        stem: asked.stem.clone(),
        context: None,
        task: task(ctx, rng, asked),
        why: asked.why.clone(),
        cite: asked.cite,
        issues: asked.issue.into_iter().collect(),
    }
}

fn task(ctx: &Context, rng: &mut Rng, asked: &Question) -> Task {
    match &asked.task {
        pack::Task::Choice {
            key,
            distractors,
            accept,
        } => {
            let options = arranged(ctx, rng, asked.kind, key, distractors);
            match asked.kind {
                QuestionKind::Cloze => typed(ctx, key, accept, options),
                _ => Task::Choice {
                    key: position(&options, key),
                    options,
                },
            }
        }
        pack::Task::Order { items } => {
            let (shown, key) = shuffled(rng, items);
            Task::Order { items: shown, key }
        }
        pack::Task::Match { pairs } => {
            let rights: Vec<String> = pairs.iter().map(|(_, right)| right.clone()).collect();
            let (right, key) = shuffled(rng, &rights);
            Task::Match {
                left: pairs.iter().map(|(left, _)| left.clone()).collect(),
                right,
                key,
            }
        }
    }
}

fn arranged(ctx: &Context, rng: &mut Rng, kind: QuestionKind, key: &str, distractors: &[String]) -> Vec<String> {
    let mut options = distractors.to_vec();
    options.push(key.to_owned());
    let among = |list: &[&str], option: &String| list.iter().position(|known| known == option);
    match kind {
        QuestionKind::TrueFalse => sort_by_key(&mut options, |option| among(&TRUE_OR_FALSE, option)),
        QuestionKind::Basis => sort_by_key(&mut options, |option| among(&BASES, option)),
        QuestionKind::WhichDocument => {
            sort_by_key(&mut options, |option| {
                ctx.pack.documents.iter().position(|document| document.label == *option)
            });
        }
        _ => rng.shuffle(&mut options),
    }
    options
}

fn typed(ctx: &Context, key: &str, accept: &[String], options: Vec<String>) -> Task {
    let mut accept = accept.to_vec();
    accept.extend(spellings(ctx, key, &options));
    Task::Typed {
        key: key.to_owned(),
        accept,
        options,
    }
}

fn position(options: &[String], key: &str) -> u8 {
    options.iter().position(|option| option == key).unwrap_or(0) as u8
}
