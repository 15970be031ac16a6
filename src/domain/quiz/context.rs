//! What the generators ask of a pack again and again, folded once.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use super::apart::apart_from;
use crate::domain::pack::{
    ActorId, ActorKind, Block, Citation, Document, DocumentId, Pack, ParagraphNumber, Term, TermId, TermKind,
};
use crate::domain::text::holds;

/// How two spellings are brought to one form before they are compared: NFKC, lower case, hiragana, no spaces and no
/// punctuation, so that a typed answer and the key meet.
pub type FoldWords<'a> = &'a dyn Fn(&str) -> String;

/// A pack with its texts, terms and names folded for comparison.
pub struct Context<'a> {
    /// The pack.
    pub pack: &'a Pack,
    fold: FoldWords<'a>,
    documents: Vec<FoldedDocument>,
    terms: Vec<Vec<String>>,
    definitions: Vec<String>,
    occurrences: Vec<OnceCell<Occurrences>>,
    apart: Vec<OnceCell<Vec<TermId>>>,
    labels: Vec<String>,
    actors: Vec<Names>,
}

/// A document's paragraphs in one folded text.
struct FoldedDocument {
    text: String,
    paragraphs: Vec<Range<usize>>,
}

/// Where a term stands, ascending.
#[derive(Clone, Default)]
struct Occurrences {
    documents: Vec<DocumentId>,
    paragraphs: Vec<(DocumentId, ParagraphNumber)>,
}

/// The folded names of an actor.
struct Names {
    /// The name, and the forms of the glossary entry that has it.
    sure: Vec<String>,
    /// The name of a person without its title; may also be somebody else's.
    bare: Option<String>,
}

impl<'a> Context<'a> {
    /// Folds the pack once.
    #[must_use]
    pub fn new(pack: &'a Pack, fold: FoldWords<'a>) -> Self {
        let terms = pack
            .terms
            .iter()
            .map(|term| surfaces(term).map(fold).collect())
            .collect();
        Self {
            pack,
            fold,
            documents: pack
                .documents
                .iter()
                .map(|document| FoldedDocument::new(document, fold))
                .collect(),
            terms,
            definitions: pack.terms.iter().map(|term| fold_definition(term, fold)).collect(),
            occurrences: vec![OnceCell::new(); pack.terms.len()],
            apart: vec![OnceCell::new(); pack.terms.len()],
            labels: pack.documents.iter().map(|document| fold(&document.label)).collect(),
            actors: fold_names(pack, fold),
        }
    }

    /// Folds words for comparison.
    #[must_use]
    pub fn fold(&self, words: &str) -> String {
        (self.fold)(words)
    }

    /// The document as questions name it: 資料2.
    #[must_use]
    pub fn label(&self, document: DocumentId) -> &'a str {
        &self.pack[document].label
    }

    /// A place as feedback names it: 資料2 ¶14.
    #[must_use]
    pub fn place(&self, cite: Citation) -> String {
        [self.label(cite.document), " ¶", &cite.paragraph.0.to_string()].concat()
    }

    /// The words of the cited paragraph.
    #[must_use]
    pub fn paragraph(&self, cite: Citation) -> &'a str {
        let paragraph = self.pack[cite.document].paragraph(cite.paragraph);
        paragraph.map_or("", |paragraph| &paragraph.text.plain)
    }

    /// The words that bear the claim.
    #[must_use]
    pub fn anchor(&self, cite: Citation) -> &'a str {
        self.paragraph(cite).get(cite.span.range()).unwrap_or("")
    }

    /// The folded words of the cited paragraph.
    #[must_use]
    pub fn folded_paragraph(&self, cite: Citation) -> &str {
        let number = usize::from(cite.paragraph.0);
        self.folded_paragraphs(cite.document)
            .nth(number.saturating_sub(1))
            .unwrap_or("")
    }

    /// The folded words of each paragraph of a document.
    pub fn folded_paragraphs(&self, document: DocumentId) -> impl Iterator<Item = &str> {
        let folded = &self.documents[usize::from(document.0)];
        folded.paragraphs.iter().map(|range| &folded.text[range.clone()])
    }

    /// The folded headword and forms of a term.
    #[must_use]
    pub fn surfaces(&self, term: TermId) -> &[String] {
        &self.terms[usize::from(term.0)]
    }

    /// The folded gloss and definition of a term.
    #[must_use]
    pub fn definition(&self, term: TermId) -> &str {
        &self.definitions[usize::from(term.0)]
    }

    /// Whether a form of the term stands in the folded words. Forms of one letter are not looked for.
    #[must_use]
    pub fn has_term(&self, folded: &str, term: TermId) -> bool {
        self.surfaces(term)
            .iter()
            .any(|form| form.chars().nth(1).is_some() && holds(folded, form))
    }

    /// The documents in whose text a form of the term stands.
    #[must_use]
    pub fn documents_with(&self, term: TermId) -> &[DocumentId] {
        &self.occurrences(term).documents
    }

    /// Whether a form of the term stands in the cited paragraph.
    #[must_use]
    pub fn has_term_at(&self, cite: Citation, term: TermId) -> bool {
        let place = (cite.document, cite.paragraph);
        self.occurrences(term).paragraphs.binary_search(&place).is_ok()
    }

    /// The entries that can stand beside the term as wrong answers; see [`apart`](super::apart).
    #[must_use]
    pub fn entries_apart(&self, term: TermId) -> &[TermId] {
        self.apart[usize::from(term.0)].get_or_init(|| apart_from(self, term))
    }

    /// Where the term stands; looked up at the first question.
    fn occurrences(&self, term: TermId) -> &Occurrences {
        self.occurrences[usize::from(term.0)].get_or_init(|| {
            let mut found = Occurrences::default();
            for id in self.pack.documents() {
                let document = &self.documents[usize::from(id.0)];
                if self.has_term(&document.text, term) {
                    found.documents.push(id);
                    let numbers = (1..).map(ParagraphNumber);
                    let places = numbers.zip(self.folded_paragraphs(id));
                    let here = places.filter(|(_, text)| self.has_term(text, term));
                    found.paragraphs.extend(here.map(|(number, _)| (id, number)));
                }
            }
            found
        })
    }

    /// Whether the folded words name a document by its label.
    #[must_use]
    pub fn names_document(&self, folded: &str) -> bool {
        self.labels.iter().any(|label| holds(folded, label))
    }

    /// Whether the folded words name the actor beyond doubt.
    #[must_use]
    pub fn names(&self, folded: &str, actor: ActorId) -> bool {
        let names = &self.actors[usize::from(actor.0)];
        names.sure.iter().any(|name| holds(folded, name))
    }

    /// Whether the folded words may name the actor.
    #[must_use]
    pub fn may_name(&self, folded: &str, actor: ActorId) -> bool {
        let bare = self.actors[usize::from(actor.0)].bare.as_ref();
        self.names(folded, actor) || bare.is_some_and(|name| holds(folded, name))
    }

    /// Whether the folded words are a name of the actor.
    #[must_use]
    pub fn is_name(&self, folded: &str, actor: ActorId) -> bool {
        let names = &self.actors[usize::from(actor.0)];
        names.sure.iter().any(|name| name == folded)
    }
}

impl FoldedDocument {
    fn new(document: &Document, fold: FoldWords<'_>) -> Self {
        let mut folded = Self {
            text: String::new(),
            paragraphs: Vec::new(),
        };
        for block in &document.blocks {
            let start = folded.text.len();
            match block {
                Block::Heading(heading) => folded.text.push_str(&fold(&heading.text.plain)),
                Block::Paragraph(paragraph) => {
                    folded.text.push_str(&fold(&paragraph.text.plain));
                    folded.paragraphs.push(start..folded.text.len());
                }
            }
            folded.text.push('\n');
        }
        folded
    }
}

fn fold_definition(term: &Term, fold: FoldWords<'_>) -> String {
    let mut folded = fold(&term.gloss.ja);
    for says in &term.says {
        folded.push('\n');
        folded.push_str(&fold(&says.text));
    }
    folded
}

/// The headword and the forms of a term.
pub fn surfaces(term: &Term) -> impl Iterator<Item = &str> {
    std::iter::once(term.headword.as_str()).chain(term.forms.iter().map(String::as_str))
}

/// The names of each actor. A person's glossary entry is the one of which a form begins the actor's name (プーチン of
/// プーチン大統領), anybody else's the one that has the whole name as a form.
fn fold_names(pack: &Pack, fold: FoldWords<'_>) -> Vec<Names> {
    let mut by_surface: BTreeMap<&str, TermId> = BTreeMap::new();
    for term in pack.terms() {
        for surface in surfaces(&pack[term]) {
            by_surface.entry(surface).or_insert(term);
        }
    }
    let person = |term: &&TermId| pack[**term].kind == TermKind::Person;
    pack.actors
        .iter()
        .map(|actor| {
            let name = actor.name.ja.as_str();
            let whole = by_surface.get(name);
            let by_start = || {
                name.char_indices()
                    .skip(2)
                    .find_map(|(at, _)| by_surface.get(&name[..at]).filter(person))
            };
            let term = match actor.kind {
                ActorKind::Person => whole.or_else(by_start),
                _ => whole,
            };
            let forms = term.into_iter().flat_map(|term| surfaces(&pack[*term]));
            let long = |name: &&str| name.chars().nth(1).is_some();
            Names {
                sure: std::iter::once(name).chain(forms.filter(long)).map(fold).collect(),
                bare: (actor.kind == ActorKind::Person)
                    .then(|| bare_name(name))
                    .flatten()
                    .map(fold),
            }
        })
        .collect()
}

/// The katakana or Latin letters with which a person's name begins, at least three.
fn bare_name(name: &str) -> Option<&str> {
    let letter = |c: char| matches!(c, 'ァ'..='ヺ' | 'ー' | '・' | '＝') || c.is_ascii_alphabetic();
    let end = name.find(|c| !letter(c)).unwrap_or(name.len());
    (name[..end].chars().count() >= 3).then(|| &name[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_title_off_a_name() {
        assert_eq!(bare_name("プーチン大統領"), Some("プーチン"));
        assert_eq!(bare_name("アレックス・ソロス氏"), Some("アレックス・ソロス"));
        assert_eq!(bare_name("習近平主席"), None);
        assert_eq!(bare_name("EU"), None);
    }
}
