//! Reads a figure's words in English; natively only.

use super::fields::Fields;
use crate::domain::pack::FigureInEnglish;

/// All of them, or none where the first is not there.
pub(super) fn in_english(fields: &Fields<'_>) -> Option<FigureInEnglish> {
    fields.has("value_en").then(|| FigureInEnglish {
        value: fields.text("value_en"),
        measures: fields.text("measures_en"),
        source: fields.text("source_en"),
    })
}
