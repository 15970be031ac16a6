//! Figures.

use super::Compiler;
use super::cite;
use super::names::Names;
use super::row::Row;
use crate::domain::pack::{Figure, FigureId, FigureInEnglish};

impl Compiler<'_> {
    /// The figures in the order of the files.
    pub(super) fn figures(&self) -> Vec<Figure> {
        let names: Names<FigureId> = Names::declare("figure", self.tables, self.sink);
        self.rows("figure")
            .filter_map(|row| {
                let figure = self.figure(&row);
                figure.filter(|figure| names.owns(&figure.slug, &row))
            })
            .collect()
    }

    fn figure(&self, row: &Row<'_>) -> Option<Figure> {
        let slug = row.id();
        let value = row.text("value");
        let measures = row.text("measures");
        let source = row.text("source");
        let english = in_english(row);
        let cited = cite::read(row, self.shelf);
        row.finish();
        row.is_sound().then_some(Figure {
            slug,
            value,
            measures,
            source,
            english,
            cite: cited?.citation,
        })
    }
}

/// All of it, or nothing.
fn in_english(row: &Row<'_>) -> Option<FigureInEnglish> {
    let any = ["value_en", "measures_en", "source_en"]
        .into_iter()
        .any(|key| row.has(key));
    any.then(|| FigureInEnglish {
        value: row.text("value_en"),
        measures: row.text("measures_en"),
        source: row.text("source_en"),
    })
}
