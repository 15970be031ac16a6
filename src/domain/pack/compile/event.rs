//! Events.

use super::Compiler;
use super::cite;
use super::names::Names;
use super::problem::Fault;
use super::row::Row;
use crate::domain::date::PartialDate;
use crate::domain::pack::{Event, EventId, EventStatus};

impl Compiler<'_> {
    /// The events by date; those of one date in the order of the files.
    pub(super) fn events(&self, names: &mut Names<EventId>) -> Vec<Event> {
        let read = self.rows("event").filter_map(|row| {
            let event = self.event(&row);
            event.filter(|event| names.owns(&event.slug, &row))
        });
        let mut events: Vec<Event> = read.collect();
        events.sort_by_key(|event| event.date);
        for (id, event) in (0..).map(EventId).zip(&events) {
            names.keep(&event.slug, id);
        }
        events
    }

    fn event(&self, row: &Row<'_>) -> Option<Event> {
        let slug = row.id();
        let date = row.date("date");
        let until = row.optional_date("until");
        check_order(row, date, until);
        let when = row.optional("when");
        let title = row.bilingual("title", "title_en");
        let status = row.choice::<EventStatus>("status");
        let cited = cite::read(row, self.shelf);
        let note = row.optional("note");
        row.finish();
        row.is_sound().then_some(Event {
            slug,
            date: date?,
            until,
            when,
            title,
            status: status?,
            cite: cited?.citation,
            note,
        })
    }
}

/// An end in the month or year of the beginning is fine: from 2026-01-06 until 2026-01.
fn check_order(row: &Row<'_>, date: Option<PartialDate>, until: Option<PartialDate>) {
    if let (Some(date), Some(until)) = (date, until)
        && !date.touches(None, Some(until))
    {
        row.report_at("until", Fault::UntilBeforeDate);
    }
}
