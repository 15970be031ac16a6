//! Questions as they leave the page: written ones and generated ones, each with its deciding place.

use serde::ser::{Serialize, Serializer};
use serde_json::{Value, json};

use super::source::{Home, Source};
use crate::domain::pack::{FindBySlug, IssueId, Keyword, QuestionKind};
use crate::domain::quiz::{Context, Item, Origin, Task, kinds, written};

/// The seed by which options are drawn and shuffled; another one would change every file.
pub const SEED: u64 = 1;

/// A question and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// As it is put to the learner.
    pub item: Item,
    /// The deciding place.
    pub source: Source,
    /// The ids of the issues it bears on.
    pub issues: Vec<String>,
}

impl Asked {
    fn new(ctx: &Context, item: Item, home: &Home) -> Self {
        let slug = |issue: &IssueId| issue.slug(ctx.pack).to_owned();
        Self {
            source: Source::of(ctx.pack, item.cite, home),
            issues: item.issues.iter().map(slug).collect(),
            item,
        }
    }

    /// Its lasting id, in ASCII letters, digits and hyphens.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.item.id.0
    }

    /// The question and, on a line of its own, what it is about.
    #[must_use]
    pub fn stem(&self) -> String {
        match &self.item.context {
            Some(context) => [&self.item.stem, "\n", context].concat(),
            None => self.item.stem.clone(),
        }
    }

    /// Why the key is right, and the place, as plain text.
    #[must_use]
    pub fn feedback(&self) -> String {
        [&self.item.why, "\n出典：", &self.source.line()].concat()
    }

    /// What it is filed under: kind, document, issues.
    #[must_use]
    pub fn tags(&self) -> Vec<String> {
        let fixed = [
            ["kind-", self.item.kind.word()].concat(),
            ["document-", &self.source.document].concat(),
        ];
        let issues = self.issues.iter().map(|issue| ["issue-", issue].concat());
        fixed.into_iter().chain(issues).collect()
    }

    /// For a question whose answers are true and false, whether true is right.
    #[must_use]
    pub fn truth(&self) -> Option<bool> {
        match (&self.item.task, self.item.kind) {
            (Task::Choice { key, options }, QuestionKind::TrueFalse) if options.len() == 2 => Some(*key == 0),
            _ => None,
        }
    }
}

/// Every written question, in the order of the pack.
#[must_use]
pub fn all_written(ctx: &Context, home: &Home) -> Vec<Asked> {
    let items = ctx.pack.questions().map(|id| written(ctx, id, SEED));
    items.map(|item| Asked::new(ctx, item, home)).collect()
}

/// Every question that the generators can fairly ask of the pack.
#[must_use]
pub fn all_generated(ctx: &Context, home: &Home) -> Vec<Asked> {
    let of = |generator: &kinds::Generator| -> Vec<Asked> {
        let subjects = generator.subjects(ctx.pack).into_iter();
        let items = subjects.filter_map(|subject| generator.item(ctx, subject, SEED));
        items.map(|item| Asked::new(ctx, item, home)).collect()
    };
    kinds::ALL.iter().flat_map(of).collect()
}

/// Something to be put right: a thing on the left and what belongs to it.
pub type Couple<'t> = (String, &'t str);

/// The places of an order and what stands there, or the pairs of a match: how programs that know no order ask for one.
#[must_use]
pub fn couples(task: &Task) -> Vec<Couple<'_>> {
    match task {
        Task::Order { items, key } => {
            let place = |(at, index): (usize, &u8)| ((at + 1).to_string() + "番目", at_index(items, *index));
            key.iter().enumerate().map(place).collect()
        }
        Task::Match { left, right, key } => {
            let pair = |(left, index): (&String, &u8)| (left.clone(), at_index(right, *index));
            left.iter().zip(key).map(pair).collect()
        }
        Task::Choice { .. } | Task::Typed { .. } => Vec::new(),
    }
}

fn at_index(list: &[String], index: u8) -> &str {
    list.get(usize::from(index)).map_or("", String::as_str)
}

/// A question in the file with which the other formats can be compared; `docs/packages.md` tells its keys.
impl Serialize for Asked {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Source {
            document,
            label,
            title,
            paragraph,
            anchor,
            address,
            ..
        } = &self.source;
        let value: Value = json!({
            "id": self.id(),
            "origin": if self.item.origin == Origin::Written { "written" } else { "generated" },
            "kind": self.item.kind.word(),
            "stem": self.item.stem,
            "context": self.item.context,
            "task": task(&self.item.task),
            "why": self.item.why,
            "issues": self.issues,
            "source": {
                "document": document, "label": label, "title": title, "paragraph": paragraph, "anchor": anchor,
                "address": address,
            },
        });
        value.serialize(serializer)
    }
}

/// Options stand as they are shown; keys count from 0.
fn task(task: &Task) -> Value {
    match task {
        Task::Choice { options, key } => json!({"type": "choice", "options": options, "key": key}),
        Task::Typed { key, accept, options } => {
            json!({"type": "typed", "key": key, "accept": accept, "options": options})
        }
        Task::Order { items, key } => json!({"type": "order", "items": items, "key": key}),
        Task::Match { left, right, key } => json!({"type": "match", "left": left, "right": right, "key": key}),
    }
}
