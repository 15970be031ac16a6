//! Actors and the columns in which they stand.

use super::Compiler;
use super::names::Names;
use super::problem::Fault;
use super::row::Row;
use crate::domain::pack::{Actor, ActorId, ActorKind, Keyword};

/// An actor and the id of its column.
struct Draft {
    actor: Actor,
    side: String,
}

impl Compiler<'_> {
    /// The actors in the order of the files.
    pub(super) fn actors(&self, names: &mut Names<ActorId>) -> Vec<Actor> {
        let columns = self.columns();
        let drafts: Vec<Draft> = self
            .rows("actor")
            .filter_map(|row| read(&row, names, &columns))
            .collect();
        place(drafts, names)
    }

    /// The ids of the actors that are a column of their own.
    fn columns(&self) -> Vec<String> {
        let rows = self.tables.of("actor");
        let text = |found: &super::tables::Found<'_>, key: &str| {
            let value = found.table.get(key)?;
            value.get_ref().as_str().map(str::to_owned)
        };
        let own = rows.filter_map(|found| {
            let id = text(found, "id")?;
            // Of a broken table nothing is known: it may be a column.
            (found.is_broken || text(found, "side")? == id).then_some(id)
        });
        own.collect()
    }
}

/// Whether a reading is hiragana, with ー.
pub(super) fn check_reading(row: &Row<'_>, reading: &str) {
    let is_hiragana = |c: char| matches!(c, 'ぁ'..='ゖ' | 'ー');
    if !reading.is_empty() && !reading.chars().all(is_hiragana) {
        let reading = reading.to_owned();
        row.report_at("reading", Fault::ReadingNotHiragana { reading });
    }
}

fn read(row: &Row<'_>, names: &Names<ActorId>, columns: &[String]) -> Option<Draft> {
    let slug = row.id();
    let name = row.bilingual("name", "en");
    let reading = row.text("reading");
    check_reading(row, &reading);
    let kind = row.choice::<ActorKind>("kind");
    let role = row.bilingual("role", "role_en");
    let side = row.text("side");
    check_side(row, names, columns, (&slug, &side), kind);
    row.finish();
    let is_sound = row.is_sound() && names.owns(&slug, row);
    let actor = Actor {
        slug,
        name,
        reading,
        kind: kind?,
        side: ActorId(0),
        role,
    };
    is_sound.then_some(Draft { actor, side })
}

fn check_side(
    row: &Row<'_>,
    names: &Names<ActorId>,
    columns: &[String],
    (slug, side): (&str, &str),
    kind: Option<ActorKind>,
) {
    use ActorKind::{Author, Government, Group, Organisation};
    if slug == side {
        let fits = |kind| matches!(kind, Government | Organisation | Group | Author);
        if let Some(kind) = kind.filter(|kind| !fits(*kind)) {
            let kind = kind.word();
            row.report_at("side", Fault::ColumnOfWrongKind { kind });
        }
        return;
    }
    names.find(row, "side", side, row.line_of("side"));
    let is_column = columns.iter().any(|column| column == side);
    if names.get(side).is_some() && !is_column {
        let side = side.to_owned();
        row.report_at("side", Fault::SideIsNoColumn { side });
    }
}

/// Numbers the actors whose column is kept and sets their columns.
fn place(drafts: Vec<Draft>, names: &mut Names<ActorId>) -> Vec<Actor> {
    let is_column = |draft: &&Draft| draft.side == draft.actor.slug;
    let columns: Vec<String> = drafts.iter().filter(is_column).map(|d| d.side.clone()).collect();
    let kept: Vec<Draft> = drafts
        .into_iter()
        .filter(|draft| columns.contains(&draft.side))
        .collect();
    for (id, draft) in (0..).map(ActorId).zip(&kept) {
        names.keep(&draft.actor.slug, id);
    }
    let side = |draft: &Draft| names.get(&draft.side).and_then(|name| name.kept);
    kept.into_iter()
        .map(|draft| Actor {
            side: side(&draft).unwrap_or(ActorId(0)),
            ..draft.actor
        })
        .collect()
}
