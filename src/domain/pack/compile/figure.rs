//! Figures.

use super::Compiler;
use super::cite;
use super::names::Names;
use super::row::Row;
use crate::domain::pack::{Figure, FigureId};

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
        let cited = cite::read(row, self.shelf);
        row.finish();
        row.is_sound().then_some(Figure {
            slug,
            value,
            measures,
            source,
            cite: cited?.citation,
        })
    }
}
