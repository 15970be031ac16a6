//! What happened and what was said, in the order of time.

#[cfg(not(target_arch = "wasm32"))]
pub mod scale;

use crate::domain::compare::{Filter, source};
use crate::domain::date::PartialDate;
use crate::domain::export::Table;
use crate::domain::lang::Lang;
use crate::domain::order::sort_by_key;
use crate::domain::pack::{Citation, Event, EventId, EventStatus, Pack, StatementId};
use crate::domain::words::{Words, fill};

/// Events, and dated statements among them if wanted, year by year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// Ascending; a century of which no more is known stands before its years.
    pub years: Vec<Year>,
}

/// What lies in one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year, or a century where no more is known.
    pub date: PartialDate,
    /// Ascending; what has no month comes first, under the date of the year.
    pub months: Vec<Month>,
}

/// What lies in one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// The month, or the year where no more is known.
    pub date: PartialDate,
    /// Ascending by date, events before statements.
    pub entries: Vec<Entry>,
}

/// One entry of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When, or when it began.
    pub date: PartialDate,
    /// When it ended, where that is known.
    pub until: Option<PartialDate>,
    /// What.
    pub what: What,
}

/// What an entry of the timeline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// An event.
    Event(EventId),
    /// A statement, at the date it was made.
    Statement(StatementId),
}

/// What a timeline lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Contents {
    /// Events only.
    #[default]
    Events,
    /// Events and dated statements.
    EventsAndStatements,
}

impl Timeline {
    /// Lists what the filter admits: events by its documents and period, statements by all of it.
    #[must_use]
    pub fn new(pack: &Pack, filter: &Filter, contents: Contents) -> Self {
        let admitted = pack.events().filter(|id| admits(filter, &pack[*id]));
        let mut entries: Vec<Entry> = admitted.map(|id| Entry::event(pack, id)).collect();
        if contents == Contents::EventsAndStatements {
            let admitted = pack.statements().filter(|id| filter.admits(pack, *id));
            entries.extend(admitted.filter_map(|id| Entry::statement(pack, id)));
        }
        sort_by_key(&mut entries, |entry| (entry.date, entry.what));
        Self { years: years(&entries) }
    }

    /// All entries in their order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.years
            .iter()
            .flat_map(|year| &year.months)
            .flat_map(|month| &month.entries)
    }

    /// The timeline as a table.
    #[must_use]
    pub fn table(&self, pack: &Pack, lang: Lang) -> Table {
        let words = Words::of(lang);
        let header = [
            words.column_date,
            words.column_event,
            words.column_status,
            words.column_source,
        ];
        Table {
            caption: words.timeline.to_owned(),
            header: header.into_iter().map(str::to_owned).collect(),
            rows: self.entries().map(|entry| entry.row(pack, lang)).collect(),
        }
    }
}

impl Entry {
    fn event(pack: &Pack, id: EventId) -> Self {
        Self {
            date: pack[id].date,
            until: pack[id].until,
            what: What::Event(id),
        }
    }

    fn statement(pack: &Pack, id: StatementId) -> Option<Self> {
        Some(Self {
            date: pack[id].date?,
            until: None,
            what: What::Statement(id),
        })
    }

    /// When, in words: as the pack writes it, else the date and its end.
    #[must_use]
    pub fn when(&self, pack: &Pack, lang: Lang) -> String {
        if let (What::Event(id), Lang::Ja) = (self.what, lang)
            && let Some(when) = &pack[id].when
        {
            return when.clone();
        }
        let from = self.date.written(lang);
        match self.until {
            None => from,
            Some(until) => fill(Words::of(lang).period, &[&from, &until.written(lang)]),
        }
    }

    /// Where it stands.
    #[must_use]
    pub fn cite(&self, pack: &Pack) -> Citation {
        match self.what {
            What::Event(id) => pack[id].cite,
            What::Statement(id) => pack[id].cite,
        }
    }

    fn row(&self, pack: &Pack, lang: Lang) -> Vec<String> {
        let (text, status) = match self.what {
            What::Event(id) => (lang.pick(&pack[id].title).to_owned(), pack[id].status.name(lang)),
            What::Statement(id) => {
                let statement = &pack[id];
                let name = lang.pick(&pack[statement.actor].name);
                (
                    [name, ": ", &statement.paraphrase].concat(),
                    statement.attribution.name(lang),
                )
            }
        };
        vec![
            self.when(pack, lang),
            text,
            status.to_owned(),
            source(pack, self.cite(pack)),
        ]
    }
}

impl EventStatus {
    /// Its name.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        let words = Words::of(lang);
        match self {
            Self::Reported => words.status_reported,
            Self::Planned => words.status_planned,
            Self::Inferred => words.status_inferred,
            Self::Background => words.status_background,
        }
    }
}

/// An event lies in the period if any part of it does.
fn admits(filter: &Filter, event: &Event) -> bool {
    let begins = event.date.touches(None, filter.period.until);
    let ends = event.until.unwrap_or(event.date).touches(filter.period.from, None);
    filter.documents.admits(&event.cite.document) && begins && ends
}

/// Groups sorted entries.
fn years(entries: &[Entry]) -> Vec<Year> {
    let same = |a: &Entry, b: &Entry| a.date.to_year() == b.date.to_year();
    let year = |group: &[Entry]| Year {
        date: group[0].date.to_year(),
        months: months(group),
    };
    entries.chunk_by(same).map(year).collect()
}

fn months(entries: &[Entry]) -> Vec<Month> {
    let same = |a: &Entry, b: &Entry| a.date.to_month() == b.date.to_month();
    let month = |group: &[Entry]| Month {
        date: group[0].date.to_month(),
        entries: group.to_vec(),
    };
    entries.chunk_by(same).map(month).collect()
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::domain::compare::sample;
    use crate::domain::pack::{Bilingual, DocumentId};

    const STATEMENTS: &str = "
        a  putin   force      opposes     direct     2026-01-06  new
        b  trump   force      conditional hedged     -           new
    ";

    fn event(date: &str, until: &str, status: EventStatus, document: u16) -> Event {
        let read = |date: &str| date.parse().ok();
        Event {
            slug: date.into(),
            date: read(date).expect("a date"),
            until: read(until),
            when: (date == "18XX").then(|| "十九世紀".into()),
            title: Bilingual {
                ja: "出来事".into(),
                en: "event".into(),
            },
            status,
            cite: Citation {
                document: DocumentId(document),
                ..sample::cite()
            },
            note: None,
        }
    }

    fn pack() -> Pack {
        let mut pack = sample::pack(STATEMENTS);
        pack.events = vec![
            event("18XX", "", EventStatus::Background, 0),
            event("2026", "", EventStatus::Inferred, 1),
            event("2025-12-30", "2026-01-05", EventStatus::Reported, 1),
            event("2026-01", "", EventStatus::Planned, 2),
            event("2026-01-06", "", EventStatus::Reported, 0),
        ];
        pack
    }

    #[track_caller]
    fn check(query: &str, contents: Contents, lang: Lang, expected: Expect) {
        let pack = pack();
        let (filter, _) = Filter::from_query(&pack, query);
        let timeline = Timeline::new(&pack, &filter, contents);
        expected.assert_eq(&timeline.table(&pack, lang).to_tsv());
    }

    #[test]
    fn orders_events_and_statements() {
        check(
            "",
            Contents::EventsAndStatements,
            Lang::Ja,
            expect![[r#"
                日付	出来事・発言	確かさ	出典
                十九世紀	出来事	背景	資料old ¶1
                2025年12月30日〜2026年1月5日	出来事	起きたと伝えられる	資料new ¶1
                2026年	出来事	推定	資料new ¶1
                2026年1月	出来事	予定	資料bare ¶1
                2026年1月6日	出来事	起きたと伝えられる	資料old ¶1
                2026年1月6日	putin: says-a	本人の言葉	資料new ¶1
            "#]],
        );
        check(
            "",
            Contents::Events,
            Lang::En,
            expect![[r#"
                Date	Event or statement	Status	Source
                19th century	event	background	資料old ¶1
                30 December 2025 to 5 January 2026	event	reported	資料new ¶1
                2026	event	inferred	資料new ¶1
                January 2026	event	planned	資料bare ¶1
                6 January 2026	event	reported	資料old ¶1
            "#]],
        );
    }

    #[test]
    fn keeps_what_reaches_into_the_period() {
        let query = "docs=new&from=2026-01-03&until=2026-01-05";
        check(
            query,
            Contents::EventsAndStatements,
            Lang::En,
            expect![[r#"
                Date	Event or statement	Status	Source
                30 December 2025 to 5 January 2026	event	reported	資料new ¶1
                2026	event	inferred	資料new ¶1
            "#]],
        );
    }

    #[test]
    fn groups_by_year_and_month() {
        let timeline = Timeline::new(&pack(), &Filter::default(), Contents::Events);
        let months = |year: &Year| year.months.iter().map(|month| month.date.to_string()).collect();
        let groups: Vec<(String, Vec<String>)> = timeline
            .years
            .iter()
            .map(|year| (year.date.to_string(), months(year)))
            .collect();
        expect![[r#"
            [
                (
                    "18XX",
                    [
                        "18XX",
                    ],
                ),
                (
                    "2025",
                    [
                        "2025-12",
                    ],
                ),
                (
                    "2026",
                    [
                        "2026",
                        "2026-01",
                    ],
                ),
            ]
        "#]]
        .assert_debug_eq(&groups);
    }
}
