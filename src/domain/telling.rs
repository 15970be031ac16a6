//! One day as several documents tell it.

use crate::domain::date::PartialDate;
use crate::domain::pack::{DocumentId, EventId, Pack, StatementId};

/// A day of which more than one document tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: PartialDate,
    /// What each of them tells, in the order of the shelf.
    pub tellings: Vec<Telling>,
}

/// What one document tells of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// The document.
    pub document: DocumentId,
    /// What it says to have happened that day, or to have begun.
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
    let day = |date: PartialDate| Day {
        date,
        tellings: pack.documents().filter_map(|id| telling(pack, id, date)).collect(),
    };
    let days = dates.into_iter().map(day);
    days.filter(|day| day.tellings.len() > 1).collect()
}

fn telling(pack: &Pack, document: DocumentId, date: PartialDate) -> Option<Telling> {
    let events = pack
        .events()
        .filter(|id| (pack[*id].date, pack[*id].cite.document) == (date, document));
    let said = |id: &StatementId| (pack[*id].date, pack[*id].cite.document) == (Some(date), document);
    let telling = Telling {
        document,
        events: events.collect(),
        statements: pack.statements().filter(said).collect(),
    };
    (!telling.events.is_empty() || !telling.statements.is_empty()).then_some(telling)
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
}
