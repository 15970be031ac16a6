//! Where documents, or places of one document, differ on one matter. Natively only: the engine shows what is drawn of it.

use super::{Bilingual, Citation, DocumentId, EventId, IssueId};

/// A matter of which several places tell in different words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// `paris-paper`.
    pub slug: String,
    /// What is told.
    pub title: Bilingual,
    /// In what the tellings differ, and what that does and does not show.
    pub what: Bilingual,
    /// The issue it belongs to.
    pub issue: Option<IssueId>,
    /// The event it is about.
    pub event: Option<EventId>,
    /// Documents that say nothing on the matter, each once, none of them with a telling.
    pub silent: Vec<DocumentId>,
    /// At least two, no place twice, in the written order.
    pub tellings: Vec<Telling>,
}

/// What one place says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// The place, and the words that differ.
    pub cite: Citation,
    /// What it says, in our words.
    pub says: Bilingual,
}

impl Difference {
    /// The tellings side by side: a column for each document in the order of the shelf, or, where one document differs
    /// with itself, one for each telling.
    #[must_use]
    pub fn columns(&self) -> Vec<Vec<&Telling>> {
        let mut documents: Vec<DocumentId> = self.tellings.iter().map(|telling| telling.cite.document).collect();
        documents.sort_unstable();
        documents.dedup();
        if documents.len() == 1 {
            return self.tellings.iter().map(|telling| vec![telling]).collect();
        }
        let of = |document: DocumentId| {
            let told = self.tellings.iter().filter(|telling| telling.cite.document == document);
            told.collect()
        };
        documents.into_iter().map(of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::pack::ParagraphNumber;
    use crate::domain::text::Span;

    /// Which tellings stand in which column.
    #[track_caller]
    fn check(documents: &[u16], expected: &[&[usize]]) {
        let nothing = || Bilingual {
            ja: String::new(),
            en: String::new(),
        };
        let telling = |(n, document): (usize, &u16)| Telling {
            cite: Citation {
                document: DocumentId(*document),
                paragraph: ParagraphNumber(n as u16),
                span: Span::new(0, 1),
            },
            says: nothing(),
        };
        let difference = Difference {
            slug: String::new(),
            title: nothing(),
            what: nothing(),
            issue: None,
            event: None,
            silent: Vec::new(),
            tellings: documents.iter().enumerate().map(telling).collect(),
        };
        let columns = difference.columns().into_iter().map(|column| {
            let numbers = column.into_iter().map(|telling| usize::from(telling.cite.paragraph.0));
            numbers.collect::<Vec<_>>()
        });
        assert_eq!(columns.collect::<Vec<_>>(), expected, "{documents:?}");
    }

    #[test]
    fn stand_side_by_side() {
        check(&[2, 0, 2], &[&[1], &[0, 2]]);
        check(&[3, 3, 3], &[&[0], &[1], &[2]]);
    }
}
