//! Search over documents, glossary and statements, quick enough to answer as one types.

mod scan;

pub use scan::Scan;

use crate::domain::order::sort_by_key;
use crate::domain::pack::{Block, Citation, DocumentId, Pack, SectionNumber, Statement, StatementId, Term, TermId};
use crate::domain::text::{Fold, Span};

/// The texts of a pack, ready to be searched.
pub struct Searcher {
    fold: Fold,
    documents: Shelf,
    glossary: Shelf,
    statements: Shelf,
}

/// What was found, group by group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// In paragraphs and headings, in their order.
    pub documents: Vec<Hit>,
    /// In the glossary: those that are named so first.
    pub glossary: Vec<Hit>,
    /// In statements, in their order.
    pub statements: Vec<Hit>,
}

/// One find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where it leads.
    pub place: Place,
    /// The words in their surroundings.
    pub context: Context,
}

/// Where a find leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A paragraph, with the span of the words found.
    Paragraph(Citation),
    /// A heading.
    Heading(DocumentId, SectionNumber),
    /// A glossary entry.
    Term(TermId),
    /// A statement.
    Statement(StatementId),
}

/// Words and what stands around them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// What stands before, with … where it was cut.
    pub before: String,
    /// The words as they stand there.
    pub found: String,
    /// What stands behind, with … where it was cut.
    pub after: String,
}

impl Searcher {
    /// Folds every text of the pack.
    #[must_use]
    pub fn new(pack: &Pack, fold: Fold) -> Self {
        let documents = pack.documents().flat_map(|document| {
            pack[document].blocks.iter().map(move |block| match block {
                Block::Heading(heading) => (Place::Heading(document, heading.number), heading.text.plain.clone()),
                Block::Paragraph(paragraph) => {
                    let cite = Citation {
                        document,
                        paragraph: paragraph.number,
                        span: Span::default(),
                    };
                    (Place::Paragraph(cite), paragraph.text.plain.clone())
                }
            })
        });
        let glossary = pack.terms().map(|id| (Place::Term(id), words_of_term(&pack[id])));
        let statements = pack
            .statements()
            .map(|id| (Place::Statement(id), words_of_statement(pack, &pack[id])));
        Self {
            fold,
            documents: Shelf::new(documents, fold),
            glossary: Shelf::new(glossary, fold),
            statements: Shelf::new(statements, fold),
        }
    }

    /// What holds all the words, which white space divides; at most `limit` of each group.
    #[must_use]
    pub fn search(&self, words: &str, limit: usize) -> Hits {
        let asked = Asked::new(words, self.fold);
        Hits {
            documents: self.documents.hits(&asked, Order::Shelf, limit),
            glossary: self.glossary.hits(&asked, Order::Nearest, limit),
            statements: self.statements.hits(&asked, Order::Shelf, limit),
        }
    }
}

/// Everything that a glossary entry is found by, its names first.
fn words_of_term(term: &Term) -> String {
    let mut words = vec![&*term.headword, &*term.reading, &*term.en];
    words.extend(term.forms.iter().map(String::as_str));
    words.extend([&*term.gloss.ja, &*term.gloss.en]);
    words.retain(|word| !word.is_empty());
    words.join(" / ")
}

/// Everything that a statement is found by.
fn words_of_statement(pack: &Pack, statement: &Statement) -> String {
    let (actor, issue) = (&pack[statement.actor].name, &pack[statement.issue].title);
    [&*actor.ja, &*issue.ja, &*statement.paraphrase, &*actor.en, &*issue.en].join(" / ")
}

/// Words to look for, in folded form.
struct Asked {
    /// All of them, the longest, which is likely the rarest, first.
    words: Vec<String>,
    /// The words as one, where there are several.
    phrase: Option<String>,
}

impl Asked {
    fn new(words: &str, fold: Fold) -> Self {
        let phrase = fold.searching(words.trim()).text.into_owned();
        let mut words: Vec<String> = phrase.split_whitespace().map(str::to_owned).collect();
        sort_by_key(&mut words, |word| std::cmp::Reverse(word.len()));
        let phrase = (words.len() > 1).then_some(phrase);
        Self { words, phrase }
    }
}

/// In which order finds are listed.
#[derive(Clone, Copy)]
enum Order {
    /// As the texts lie.
    Shelf,
    /// The nearer to the beginning of its text, the earlier.
    Nearest,
}

/// Texts of one kind and where they stand.
struct Shelf {
    scan: Scan,
    texts: Vec<(Place, String)>,
}

impl Shelf {
    fn new(texts: impl Iterator<Item = (Place, String)>, fold: Fold) -> Self {
        let texts: Vec<_> = texts.collect();
        Self {
            scan: Scan::new(texts.iter().map(|(_, text)| text.as_str()), fold),
            texts,
        }
    }

    fn hits(&self, asked: &Asked, order: Order, limit: usize) -> Vec<Hit> {
        let holding = self.scan.holding(&asked.words);
        let mut found: Vec<(usize, Span)> = match order {
            Order::Shelf => holding.take(limit).collect(),
            Order::Nearest => holding.collect(),
        };
        if let Order::Nearest = order {
            sort_by_key(&mut found, |&(_, span)| span.start);
            found.truncate(limit);
        }
        found
            .into_iter()
            .map(|(text, span)| self.hit(text, span, asked))
            .collect()
    }

    fn hit(&self, text: usize, word: Span, asked: &Asked) -> Hit {
        let phrase = asked.phrase.as_ref().and_then(|phrase| self.scan.find_in(text, phrase));
        let span = phrase.unwrap_or(word);
        let (place, text) = &self.texts[text];
        let place = match *place {
            Place::Paragraph(cite) => Place::Paragraph(Citation { span, ..cite }),
            other => other,
        };
        Hit {
            place,
            context: Context::new(text, span),
        }
    }
}

impl Context {
    /// Characters shown on either side.
    const WIDTH: usize = 30;

    fn new(text: &str, span: Span) -> Self {
        let (before, found, after) = span.in_context(text, Self::WIDTH);
        let cut = |shown: &str, whole: usize| if shown.len() < whole { "…" } else { "" };
        Self {
            before: [cut(before, span.range().start), before].concat(),
            found: found.to_owned(),
            after: [after, cut(after, text.len() - span.range().end)].concat(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::glossary::samples::{pack, term};

    /// The finds, written as `group: before[found]after`.
    #[track_caller]
    fn check(words: &str, limit: usize, expected: &[&str]) {
        let mut atacms = term("ATACMS", &["ATACMSミサイル"], &[]);
        atacms.reading = "えいたくむす".to_owned();
        atacms.gloss.ja = "停戦の前に送られたミサイル。".to_owned();
        let texts = ["#停戦の監視", "停戦を監視する。", "ＡＴＡＣＭＳとNew START。"];
        let pack = pack(&texts, vec![atacms, term("ミサイル", &[], &[])]);
        let hits = Searcher::new(&pack, Fold::native()).search(words, limit);
        let written = |group: &str, hits: &[Hit]| -> Vec<String> {
            let line = |Context { before, found, after }: &Context| format!("{group}: {before}[{found}]{after}");
            hits.iter().map(|hit| line(&hit.context)).collect()
        };
        let got = [
            written("documents", &hits.documents),
            written("glossary", &hits.glossary),
        ]
        .concat();
        assert_eq!(got, expected, "{words}");
    }

    #[test]
    fn all_words_must_occur() {
        check(
            "停戦　監視",
            9,
            &["documents: [停戦]の監視", "documents: [停戦]を監視する。"],
        );
        check("停戦 する", 9, &["documents: [停戦]を監視する。"]);
        check("停戦 しない", 9, &[]);
        check("new start", 9, &["documents: ＡＴＡＣＭＳと[New START]。"]);
        check("  ", 9, &[]);
    }

    #[test]
    fn what_is_named_so_goes_first() {
        check(
            "ミサイル",
            9,
            &[
                "glossary: [ミサイル]",
                "glossary: ATACMS / えいたくむす / ATACMS[ミサイル] / 停戦の前に送られたミサイル。",
            ],
        );
    }

    #[test]
    fn stops_at_the_limit() {
        check(
            "停戦",
            1,
            &[
                "documents: [停戦]の監視",
                "glossary: …TACMS / えいたくむす / ATACMSミサイル / [停戦]の前に送られたミサイル。",
            ],
        );
    }

    #[test]
    fn leads_to_the_words() {
        let pack = pack(&["一", "停戦《ていせん》を監視する。"], Vec::new());
        let hits = Searcher::new(&pack, Fold::native()).search("監視", 9);
        let Place::Paragraph(cite) = hits.documents[0].place else {
            panic!("a paragraph");
        };
        assert_eq!((cite.paragraph.0, cite.span), (2, Span::new(9, 15)));
    }

    #[test]
    fn long_surroundings_are_cut() {
        let long = "あ".repeat(40);
        let text = [&long, "米", &long].concat();
        let context = Context::new(&text, Span::new(120, 123));
        assert_eq!(context.before.chars().count(), Context::WIDTH + 1);
        assert!(context.before.starts_with('…') && context.after.ends_with('…'));
    }
}
