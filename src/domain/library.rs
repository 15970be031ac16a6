//! A pack with everything that is derived from it once: where terms occur, which statements a paragraph bears.

use std::sync::OnceLock;

use crate::domain::glossary::{Link, Linker, Occurrences};
use crate::domain::order::{sort, sort_by_key};
use crate::domain::pack::{DocumentId, Pack, ParagraphNumber, Statement, StatementId, TermId};
use crate::domain::search::{Hits, Searcher};
use crate::domain::text::Fold;

/// A pack and its indexes.
pub struct Library {
    /// The pack.
    pub pack: Pack,
    /// How its texts are folded.
    pub fold: Fold,
    /// Where each term occurs.
    pub occurrences: Occurrences,
    linker: Linker,
    /// Folded when it is first asked: half of what an opened page would otherwise wait for.
    searcher: OnceLock<Searcher>,
    /// The statements by the place that they rest on.
    by_place: Vec<StatementId>,
    named: Vec<Vec<StatementId>>,
}

impl Library {
    /// Derives the indexes of a pack.
    #[must_use]
    pub fn new(pack: Pack, fold: Fold) -> Self {
        let linker = Linker::new(&pack.terms, fold);
        let occurrences = Occurrences::new(&pack, &linker);
        let mut named = vec![Vec::new(); pack.terms.len()];
        for id in pack.statements() {
            for term in terms_in(&linker, &pack[id]) {
                named[usize::from(term.0)].push(id);
            }
        }
        let mut by_place: Vec<StatementId> = pack.statements().collect();
        sort_by_key(&mut by_place, |id| place(&pack, *id));
        Self {
            pack,
            fold,
            occurrences,
            linker,
            searcher: OnceLock::new(),
            by_place,
            named,
        }
    }

    /// The terms of a paragraph.
    #[must_use]
    pub fn links(&self, document: DocumentId, paragraph: ParagraphNumber) -> &[Link] {
        self.occurrences.links(document, paragraph)
    }

    /// The terms of any text.
    #[must_use]
    pub fn link(&self, text: &str) -> Vec<Link> {
        self.linker.link(text, &[])
    }

    /// The statements that a paragraph bears.
    #[must_use]
    pub fn statements_at(&self, document: DocumentId, paragraph: ParagraphNumber) -> &[StatementId] {
        let asked = (document, paragraph);
        let from = self.by_place.partition_point(|id| place(&self.pack, *id) < asked);
        let here = &self.by_place[from..];
        &here[..here.partition_point(|id| place(&self.pack, *id) == asked)]
    }

    /// The statements in whose words a term stands.
    #[must_use]
    pub fn statements_naming(&self, term: TermId) -> &[StatementId] {
        &self.named[usize::from(term.0)]
    }

    /// Searches documents, glossary and statements; at most `limit` hits of each.
    #[must_use]
    pub fn search(&self, words: &str, limit: usize) -> Hits {
        let searcher = self.searcher.get_or_init(|| Searcher::new(&self.pack, self.fold));
        searcher.search(words, limit)
    }

    /// The glossary entries that `words` leave, in the pack's order; all where there are none.
    #[must_use]
    pub fn filter_terms(&self, words: &str) -> Vec<TermId> {
        if words.trim().is_empty() {
            return self.pack.terms().collect();
        }
        let asked = self.fold.searching(words.trim()).text;
        let fits = |id: &TermId| {
            let term = &self.pack[*id];
            let texts = [&term.headword, &term.reading, &term.en, &term.gloss.ja, &term.gloss.en];
            texts
                .into_iter()
                .chain(&term.forms)
                .any(|text| self.fold.searching(text).text.contains(&*asked))
        };
        self.pack.terms().filter(fits).collect()
    }
}

fn place(pack: &Pack, id: StatementId) -> (DocumentId, ParagraphNumber) {
    (pack[id].cite.document, pack[id].cite.paragraph)
}

/// The terms in a statement's words, each once.
fn terms_in(linker: &Linker, statement: &Statement) -> Vec<TermId> {
    let texts = [
        Some(&statement.paraphrase),
        statement.quote.as_ref(),
        statement.condition.as_ref(),
    ];
    let links = texts.into_iter().flatten().flat_map(|text| linker.link(text, &[]));
    let mut terms: Vec<TermId> = links.map(|link| link.term).collect();
    sort(&mut terms);
    terms.dedup();
    terms
}
