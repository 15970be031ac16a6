//! Where each term occurs, and its lines in context (KWIC).

use crate::domain::order::{sort_by, sort_by_key};
use crate::domain::pack::{Citation, Document, DocumentId, Pack, ParagraphNumber, TermId};
use crate::domain::text::{RubyText, Span};

use super::{Link, Linker};

/// The terms found in every paragraph of a pack: linked once, read both ways.
pub struct Occurrences {
    /// By document and paragraph.
    paragraphs: Vec<(DocumentId, ParagraphNumber, Vec<Link>)>,
    /// By term, each in the order of the pack.
    places: Vec<Vec<Place>>,
}

/// Where a term occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The document.
    pub document: DocumentId,
    /// The paragraph.
    pub paragraph: ParagraphNumber,
    /// Where in the paragraph's plain text, in bytes.
    pub span: Span,
}

impl Place {
    /// It as what one cites.
    #[must_use]
    pub fn cite(self) -> Citation {
        Citation {
            document: self.document,
            paragraph: self.paragraph,
            span: self.span,
        }
    }
}

impl Occurrences {
    /// Links the whole pack.
    #[must_use]
    pub fn new(pack: &Pack, linker: &Linker) -> Self {
        let mut paragraphs = Vec::new();
        let mut places = vec![Vec::new(); pack.terms.len()];
        for document in pack.documents() {
            for paragraph in pack[document].paragraphs() {
                let RubyText { plain, rubies } = &paragraph.text;
                let links = linker.link(plain, rubies);
                for &Link { span, term } in &links {
                    let paragraph = paragraph.number;
                    places[usize::from(term.0)].push(Place {
                        document,
                        paragraph,
                        span,
                    });
                }
                paragraphs.push((document, paragraph.number, links));
            }
        }
        sort_by_key(&mut paragraphs, |&(document, number, _)| (document, number));
        Self { paragraphs, places }
    }

    /// The terms in a paragraph, ascending.
    #[must_use]
    pub fn links(&self, document: DocumentId, paragraph: ParagraphNumber) -> &[Link] {
        self.paragraphs
            .binary_search_by_key(&(document, paragraph), |&(document, number, _)| (document, number))
            .map_or(&[], |at| &self.paragraphs[at].2)
    }

    /// All places of a term, in the order of the pack.
    #[must_use]
    pub fn of(&self, term: TermId) -> &[Place] {
        self.places.get(usize::from(term.0)).map_or(&[], Vec::as_slice)
    }

    /// How often a term occurs in each document that has it, in the order of the pack.
    #[must_use]
    pub fn by_document(&self, term: TermId) -> Vec<(DocumentId, usize)> {
        self.of(term)
            .chunk_by(|one, next| one.document == next.document)
            .map(|places| (places[0].document, places.len()))
            .collect()
    }

    /// The concordance of a term: every place with at most `width` characters on either side.
    #[must_use]
    pub fn lines<'a>(&self, pack: &'a Pack, term: TermId, width: usize) -> Vec<Line<'a>> {
        self.of(term)
            .iter()
            .filter_map(|&place| Line::new(pack, place, width))
            .collect()
    }
}

/// A line of a concordance (keyword in context).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// Where.
    pub place: Place,
    /// What stands before in the same paragraph.
    pub left: &'a str,
    /// The words found.
    pub node: &'a str,
    /// What stands behind in the same paragraph.
    pub right: &'a str,
}

impl<'a> Line<'a> {
    fn new(pack: &'a Pack, place: Place, width: usize) -> Option<Self> {
        let document: &Document = &pack[place.document];
        let text = &document.paragraph(place.paragraph)?.text.plain;
        let (left, node, right) = place.span.in_context(text, width);
        Some(Self {
            place,
            left,
            node,
            right,
        })
    }
}

/// By what the lines of a concordance are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortKey {
    /// Order of the documents.
    #[default]
    Place,
    /// What stands before, read backwards from the node.
    Left,
    /// What stands behind.
    Right,
}

/// Sorts the lines of a concordance; those that are equal stand in the order of the documents.
pub fn sort_lines(lines: &mut [Line<'_>], key: SortKey) {
    sort_by(lines, |one, other| {
        let by_key = match key {
            SortKey::Place => std::cmp::Ordering::Equal,
            SortKey::Left => one.left.chars().rev().cmp(other.left.chars().rev()),
            SortKey::Right => one.right.cmp(other.right),
        };
        by_key.then(one.place.cmp(&other.place))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::glossary::samples::{pack, term};
    use crate::domain::text::Fold;

    fn sample() -> (Pack, Occurrences) {
        let pack = pack(
            &["停戦を求め、停戦を監視する。", "停戦案は欧米のもの。", "米国の案。"],
            vec![term("停戦", &[], &[]), term("米国", &["米"], &["欧米"])],
        );
        let occurrences = Occurrences::new(&pack, &Linker::new(&pack.terms, Fold::native()));
        (pack, occurrences)
    }

    /// The lines, written as `left[node]right`.
    #[track_caller]
    fn check(key: SortKey, expected: &[&str]) {
        let (pack, occurrences) = sample();
        let mut lines = occurrences.lines(&pack, TermId(0), 3);
        sort_lines(&mut lines, key);
        let got: Vec<_> = lines
            .iter()
            .map(|line| format!("{}[{}]{}", line.left, line.node, line.right))
            .collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn lines_are_sorted() {
        check(SortKey::Place, &["[停戦]を求め", "求め、[停戦]を監視", "[停戦]案は欧"]);
        check(SortKey::Left, &["[停戦]を求め", "[停戦]案は欧", "求め、[停戦]を監視"]);
        check(SortKey::Right, &["[停戦]を求め", "求め、[停戦]を監視", "[停戦]案は欧"]);
    }

    #[test]
    fn both_ways_tell_the_same() {
        let (_, occurrences) = sample();
        let document = DocumentId(0);
        assert_eq!(occurrences.by_document(TermId(0)), [(document, 3)]);
        assert_eq!(occurrences.by_document(TermId(1)), [(document, 1)]);
        let place = occurrences.of(TermId(1))[0];
        assert_eq!(place.paragraph, ParagraphNumber(3));
        assert_eq!(occurrences.links(document, ParagraphNumber(3))[0].span, place.span);
        assert_eq!(occurrences.links(document, ParagraphNumber(9)), []);
        assert_eq!(occurrences.of(TermId(9)), []);
    }
}
