//! What several places tell of one thing: the differences that the pack holds, by issue, and days of which several documents tell.

use std::collections::BTreeSet;

use crate::domain::date::PartialDate;
use crate::domain::pack::{Difference, DocumentId, EventId, IssueId, Pack, StatementId};

/// The differences of one issue.
#[derive(Clone, Debug)]
pub struct Group<'p> {
    /// The issue; `None` for those that belong to no one issue.
    pub issue: Option<IssueId>,
    /// In the pack's order; at least one.
    pub differences: Vec<&'p Difference>,
}

/// The differences by issue, in the order of the issues; those without an issue come last.
#[must_use]
pub fn by_issue(pack: &Pack) -> Vec<Group<'_>> {
    let group = |issue: Option<IssueId>| {
        let differences = pack.differences.iter().filter(|told| told.issue == issue);
        let differences: Vec<&Difference> = differences.collect();
        (!differences.is_empty()).then_some(Group { issue, differences })
    };
    pack.issues().map(Some).chain([None]).filter_map(group).collect()
}

/// A day of which more than one document tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: PartialDate,
    /// What each of them tells, in the order of the shelf.
    pub tellings: Vec<Told>,
}

/// What one document tells of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The document.
    pub document: DocumentId,
    /// What it says to have happened that day, first what is called most like an event of another document.
    pub events: Vec<EventId>,
    /// What it says to have been said that day.
    pub statements: Vec<StatementId>,
}

/// The days of which more than one document tells, ascending. That two things have one date does not make them one thing.
#[must_use]
pub fn days(pack: &Pack) -> Vec<Day> {
    let events = pack.events().map(|id| pack[id].date);
    let statements = pack.statements().filter_map(|id| pack[id].date);
    let mut dates: Vec<PartialDate> = events.chain(statements).filter(|date| date.day().is_some()).collect();
    dates.sort_unstable();
    dates.dedup();
    let day = |date: PartialDate| {
        let tellings = pack.documents().filter_map(|id| telling(pack, id, date));
        let mut tellings: Vec<Told> = tellings.collect();
        like_first(pack, &mut tellings);
        Day { date, tellings }
    };
    let days = dates.into_iter().map(day);
    days.filter(|day| day.tellings.len() > 1).collect()
}

fn telling(pack: &Pack, document: DocumentId, date: PartialDate) -> Option<Told> {
    let happened = |id: &EventId| {
        let event = &pack[*id];
        (event.date, event.until, event.cite.document) == (date, None, document)
    };
    let said = |id: &StatementId| (pack[*id].date, pack[*id].cite.document) == (Some(date), document);
    let told = Told {
        document,
        events: pack.events().filter(happened).collect(),
        statements: pack.statements().filter(said).collect(),
    };
    (!told.events.is_empty() || !told.statements.is_empty()).then_some(told)
}

/// Puts what several documents tell of, as far as the titles show it, on top, so that it stands side by side.
fn like_first(pack: &Pack, tellings: &mut [Told]) {
    let all: Vec<EventId> = tellings.iter().flat_map(|telling| telling.events.clone()).collect();
    let likest = |id: EventId| {
        let elsewhere = all
            .iter()
            .filter(|other| pack[**other].cite.document != pack[id].cite.document);
        let alike = elsewhere.map(|other| likeness(&pack[id].title.ja, &pack[*other].title.ja));
        alike.max().unwrap_or(0)
    };
    for telling in tellings {
        telling.events.sort_by_key(|id| std::cmp::Reverse(likest(*id)));
    }
}

/// How alike two texts are, 0 to 1000: Dice's coefficient of their pairs of letters.
fn likeness(a: &str, b: &str) -> usize {
    let pairs = |text: &str| -> BTreeSet<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (a, b) = (pairs(a), pairs(b));
    2000 * a.intersection(&b).count() / (a.len() + b.len()).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::compare::sample;

    #[test]
    fn one_document_alone_is_no_comparison() {
        let pack = sample::pack(
            "
            a  putin   force      opposes     direct     2026-01-06  new
            b  trump   force      conditional hedged     2026-01-06  old
            c  trump   force      conditional hedged     2026-01-07  old
            d  putin   force      opposes     direct     2026-01     new
            e  trump   force      conditional hedged     2026-01     old
            ",
        );
        let days = days(&pack);
        let [day] = days.as_slice() else {
            panic!("one day: {days:?}");
        };
        assert_eq!(day.date.to_string(), "2026-01-06");
        let told: Vec<usize> = day.tellings.iter().map(|telling| telling.statements.len()).collect();
        assert_eq!(told, [1, 1]);
    }

    #[test]
    fn like_titles_are_found() {
        for (a, b, expected) in [
            ("宣言に署名", "宣言に署名", 1000),
            ("宣言に署名", "意向書に署名", 444),
            ("宣言に署名", "雨", 0),
            ("", "", 0),
        ] {
            assert_eq!(likeness(a, b), expected, "{a} {b}");
        }
    }
}
