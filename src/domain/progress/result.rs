//! What a log shows: how much was answered, how much of it right, and what was missed most.

use super::log::Log;
use crate::domain::order::sort_by;
use crate::domain::pack::{DocumentId, IssueId, Pack};
use crate::domain::quiz::{ItemId, Tally, about, count_under};

/// How many of the latest answers are listed.
const LATEST: usize = 20;
/// How many of the most missed items are listed.
const MOST_MISSED: usize = 10;

/// What a log shows of one pack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// All answers to items of this pack.
    pub all: Tally,
    /// By document, in the order of the shelf.
    pub by_document: Vec<(DocumentId, Tally)>,
    /// By issue, in the pack's order; an item on two issues counts under both.
    pub by_issue: Vec<(IssueId, Tally)>,
    /// The latest answers, newest first, as indices of the log's entries.
    pub latest: Vec<usize>,
    /// The items most often answered wrong.
    pub missed: Vec<Missed>,
    /// Answers to items that the pack does not have any more; counted in `all` only.
    pub gone: u32,
}

/// An item that was answered wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed {
    /// Which.
    pub item: ItemId,
    /// How often wrong.
    pub wrong: u32,
    /// How often answered.
    pub of: u32,
}

impl Summary {
    /// Reads the answers to items of this pack out of a log.
    #[must_use]
    pub fn new(pack: &Pack, log: &Log) -> Self {
        let mut summary = Self::default();
        let mut by_item: Vec<(&ItemId, Tally)> = Vec::new();
        for (at, entry) in log.entries().iter().enumerate() {
            if entry.pack == pack.slug {
                let one = Tally::one(entry.grade);
                summary.all.add(one);
                count_under(&mut by_item, &entry.item, one);
                summary.latest.push(at);
            }
        }
        summary.latest.reverse();
        summary.latest.truncate(LATEST);
        for (item, tally) in &by_item {
            summary.place(pack, item, *tally);
        }
        summary.missed = missed(&by_item);
        summary
    }

    /// Counts the answers to one item under its document and its issues.
    fn place(&mut self, pack: &Pack, item: &ItemId, tally: Tally) {
        let Some(about) = about(pack, item) else {
            self.gone += tally.of;
            return;
        };
        count_under(&mut self.by_document, about.document, tally);
        for issue in about.issues {
            count_under(&mut self.by_issue, issue, tally);
        }
    }
}

fn missed(by_item: &[(&ItemId, Tally)]) -> Vec<Missed> {
    let wrong = |tally: &Tally| tally.of - tally.right;
    let mut missed: Vec<Missed> = by_item
        .iter()
        .filter(|(_, tally)| wrong(tally) > 0)
        .map(|(item, tally)| Missed {
            item: (*item).clone(),
            wrong: wrong(tally),
            of: tally.of,
        })
        .collect();
    sort_by(&mut missed, |a, b| {
        b.wrong
            .cmp(&a.wrong)
            .then(a.of.cmp(&b.of))
            .then_with(|| a.item.cmp(&b.item))
    });
    missed.truncate(MOST_MISSED);
    missed
}
