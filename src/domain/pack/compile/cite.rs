//! Citations: the paragraph exists, and the anchor stands in it exactly once.

use super::document::Shelf;
use super::problem::Fault;
use super::row::{Row, nearest_or};
use crate::domain::pack::{Citation, ParagraphNumber};
use crate::domain::text::Span;

/// A citation and the words of the paragraph it names.
pub(super) struct Cited<'s> {
    pub citation: Citation,
    /// The paragraph without its readings.
    pub plain: &'s str,
    /// `資料 p3`, as messages name it.
    pub name: String,
}

/// Reads `cite` and `anchor`. `None` where one is faulty, which is reported, or where the paragraph is.
pub(super) fn read<'s>(row: &Row<'_>, shelf: &'s Shelf) -> Option<Cited<'s>> {
    let (cite, anchor) = (row.text("cite"), row.text("anchor"));
    if cite.is_empty() {
        return None;
    }
    let Some((slug, number)) = split(&cite) else {
        row.report_at("cite", Fault::BadCitation { text: cite });
        return None;
    };
    let Some(draft) = shelf.get(slug) else {
        let hint = nearest_or(slug, shelf.slugs(), "Name a document of the pack.");
        let id = slug.to_owned();
        row.report_at("cite", Fault::UnknownDocument { id, hint });
        return None;
    };
    let Some(plain) = draft.plain(number) else {
        if !draft.declares(number) {
            let (document, last) = (slug.to_owned(), draft.last());
            let fault = Fault::UnknownParagraph { document, number, last };
            row.report_at("cite", fault);
        }
        return None;
    };
    let span = find_once(row, &cite, plain, &anchor)?;
    let citation = Citation {
        document: draft.kept?,
        paragraph: ParagraphNumber(number),
        span,
    };
    let name = cite;
    Some(Cited { citation, plain, name })
}

fn split(cite: &str) -> Option<(&str, u16)> {
    let (slug, number) = cite.split_once("#p")?;
    Some((slug, crate::domain::pack::block::number(number)?))
}

fn find_once(row: &Row<'_>, cite: &str, plain: &str, anchor: &str) -> Option<Span> {
    if anchor.is_empty() {
        return None;
    }
    let first = plain.find(anchor);
    let times = occurrences(plain, anchor);
    let (cite, text) = (cite.to_owned(), anchor.to_owned());
    match (first, times) {
        (Some(at), 1) => Some(Span::new(at, at + anchor.len())),
        (None, _) => {
            row.report_at("anchor", Fault::AnchorNotFound { anchor: text, cite });
            None
        }
        (Some(_), times) => {
            let fault = Fault::AnchorAmbiguous {
                anchor: text,
                cite,
                times,
            };
            row.report_at("anchor", fault);
            None
        }
    }
}

/// How often `words` stands in `text`, overlapping ones counted: of 々々々, 々々 stands there twice.
fn occurrences(text: &str, words: &str) -> usize {
    let starts = text.char_indices().map(|(at, _)| at);
    starts.filter(|at| text[*at..].starts_with(words)).take(1_000).count()
}
