//! Which statements a comparison looks at.

use crate::domain::date::PartialDate;
use crate::domain::order::sort;
use crate::domain::pack::{ActorId, Attribution, DocumentId, IssueId, Pack, Statement, StatementId};

use super::Party;

/// What the reader chose to compare; the default leaves nothing out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// On which issues.
    pub issues: Choice<IssueId>,
    /// By whom.
    pub actors: Choice<Party>,
    /// In which documents.
    pub documents: Choice<DocumentId>,
    /// How the statement comes to us.
    pub attributions: Choice<Attribution>,
    /// When it was said.
    pub period: Period,
    /// What to do with statements without a date.
    pub undated: Undated,
}

/// Everything, or only some.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Choice<T> {
    /// Everything, also what the pack gains later.
    #[default]
    All,
    /// These, ascending and each once; made by [`Choice::only`].
    Only(Vec<T>),
}

/// A stretch of time, both ends included, each of which may be open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// Not before.
    pub from: Option<PartialDate>,
    /// Not after.
    pub until: Option<PartialDate>,
}

/// What to do with statements without a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Undated {
    /// Show them, unless their document is older than the period, since nothing is said after its report.
    #[default]
    Include,
    /// Leave them out.
    Exclude,
}

impl Filter {
    /// Whether the statement is to be shown.
    #[must_use]
    pub fn admits(&self, pack: &Pack, id: StatementId) -> bool {
        self.issues.admits(&pack[id].issue) && self.admits_on_any_issue(pack, id)
    }

    /// The same, whatever the issue: for views that name their issue themselves.
    pub(super) fn admits_on_any_issue(&self, pack: &Pack, id: StatementId) -> bool {
        let statement = &pack[id];
        self.admits_actor(pack, statement.actor)
            && self.documents.admits(&statement.cite.document)
            && self.attributions.admits(&statement.attribution)
            && self.admits_date(pack, statement)
    }

    /// This filter for every issue.
    pub(super) fn on_every_issue(&self) -> Self {
        Self {
            issues: Choice::All,
            ..self.clone()
        }
    }

    /// This filter for every actor.
    pub(super) fn of_every_actor(&self) -> Self {
        Self {
            actors: Choice::All,
            ..self.clone()
        }
    }

    fn admits_actor(&self, pack: &Pack, actor: ActorId) -> bool {
        match &self.actors {
            Choice::All => true,
            Choice::Only(parties) => parties.iter().any(|party| party.has(pack, actor)),
        }
    }

    fn admits_date(&self, pack: &Pack, statement: &Statement) -> bool {
        match (statement.date, self.undated) {
            (Some(date), _) => self.period.touches(date),
            (None, Undated::Exclude) => false,
            (None, Undated::Include) => {
                let report = pack[statement.cite.document].date;
                report.is_none_or(|date| date.touches(self.period.from, None))
            }
        }
    }
}

impl Period {
    /// Whether something of that date may lie in this period.
    #[must_use]
    pub fn touches(self, date: PartialDate) -> bool {
        date.touches(self.from, self.until)
    }
}

impl<T: Ord + Copy> Choice<T> {
    /// Only these, in whatever order they come.
    #[must_use]
    pub fn only(items: impl IntoIterator<Item = T>) -> Self {
        let mut items: Vec<T> = items.into_iter().collect();
        sort(&mut items);
        items.dedup();
        Self::Only(items)
    }

    /// Whether the item is chosen.
    #[must_use]
    pub fn admits(&self, item: &T) -> bool {
        match self {
            Self::All => true,
            Self::Only(items) => items.contains(item),
        }
    }

    /// The choice with one item switched; `all` is what there is to choose from. Choosing all of it is [`Self::All`].
    #[must_use]
    pub fn switched(&self, item: T, all: impl IntoIterator<Item = T>) -> Self {
        let mut left_out = false;
        let chosen: Vec<T> = all
            .into_iter()
            .filter(|other| {
                let keep = self.admits(other) != (*other == item);
                left_out |= !keep;
                keep
            })
            .collect();
        match left_out {
            true => Self::only(chosen),
            false => Self::All,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::compare::sample;

    const STATEMENTS: &str = "
        a  russia  force      opposes   direct     2026-01-06  new
        b  putin   force      opposes   reported   -           new
        c  putin   territory  supports  hedged     2024-11-17  old
        d  us      force      supports  reported   -           old
        e  critic  force      ambiguous inference  2026        bare
        f  france  force      supports  reported   -           bare
    ";

    #[track_caller]
    fn check(query: &str, admitted: &str) {
        let pack = sample::pack(STATEMENTS);
        let (filter, unknown) = Filter::from_query(&pack, query);
        assert_eq!(unknown, [""; 0]);
        let slugs: String = pack
            .statements()
            .filter(|id| filter.admits(&pack, *id))
            .map(|id| pack[id].slug.as_str())
            .collect();
        assert_eq!(slugs, admitted, "{query}");
    }

    #[test]
    fn admits_what_was_chosen() {
        check("", "abcdef");
        check("issues=territory", "c");
        check("actors=russia", "abc");
        check("actors=~russia", "a");
        check("actors=putin,us", "bcd");
        check("docs=new,bare", "abef");
        check("basis=direct,hedged", "ac");
        check("issues=", "");
    }

    #[test]
    fn a_document_older_than_the_period_holds_nothing_of_it() {
        check("from=2026-01-01", "abef");
        check("from=2026-01-07", "bef");
        check("until=2025", "bcdf");
        check("until=2025&undated=no", "c");
        check("from=2026-02", "ef");
    }

    #[test]
    fn switching_all_on_is_all() {
        let some = Choice::All.switched(2, [1, 2, 3]);
        assert_eq!(some, Choice::only([3, 1]));
        assert_eq!(some.switched(2, [1, 2, 3]), Choice::All);
        assert_eq!(Choice::only([1]).switched(1, [1, 2]), Choice::only([]));
    }
}
