//! The engine's linker and search, and the second module's scheduling, as a wasm module of their own, so that the benchmarks can run them beside JavaScript's
//! own means. Built with the page's profile; no part of the page.

#[cfg(target_arch = "wasm32")]
mod exports {
    use std::hint::black_box;

    use wasm_bindgen::prelude::wasm_bindgen;
    use yomikurabe::domain::glossary::Linker;
    use yomikurabe::domain::pack::{
        Bilingual, Block, Document, Pack, Paragraph, ParagraphKind, ParagraphNumber, SourceCard, SourceLines, TermId,
    };
    use yomikurabe::domain::quiz::Millis;
    use yomikurabe::domain::schedule::{Calendar, Card, Parameters, Rating, rated};
    use yomikurabe::domain::search::{Place, Searcher};
    use yomikurabe::domain::text::{Fold, RubyText};

    /// As the page folds: with the browser's tables.
    fn fold() -> Fold {
        Fold {
            nfkc: |text| String::from(js_sys::JsString::from(text).normalize("NFKC")),
        }
    }

    /// Texts in which terms are to be found.
    #[wasm_bindgen]
    pub struct Linking {
        linker: Linker,
        texts: Vec<String>,
    }

    #[wasm_bindgen]
    impl Linking {
        /// Builds the linker of a glossary.
        #[wasm_bindgen(constructor)]
        pub fn new(terms: Vec<String>, texts: Vec<String>) -> Self {
            let forms = terms
                .iter()
                .enumerate()
                .map(|(at, form)| (TermId(at as u16), form.as_str()));
            Self {
                linker: Linker::with_forms(forms, fold()),
                texts,
            }
        }

        /// Finds every term in every text; gives how many there are.
        pub fn run(&self) -> usize {
            self.texts
                .iter()
                .map(|text| black_box(self.linker.link(text, &[])).len())
                .sum()
        }
    }

    /// Documents to be searched.
    #[wasm_bindgen]
    pub struct Searching(Searcher);

    #[wasm_bindgen]
    impl Searching {
        /// Makes a pack of the texts, one document each, and folds it.
        #[wasm_bindgen(constructor)]
        pub fn new(texts: Vec<String>) -> Self {
            let pack = Pack {
                documents: texts.into_iter().map(document).collect(),
                ..Pack::default()
            };
            Self(Searcher::new(&pack, fold()))
        }

        /// Searches as the page does, each hit with its place in context; gives the documents that hold the words.
        pub fn run(&self, words: &str) -> Vec<u32> {
            let hits = black_box(self.0.search(words, usize::MAX));
            let documents = hits.documents.iter().filter_map(|hit| match hit.place {
                Place::Paragraph(cite) => Some(cite.document.0.into()),
                _ => None,
            });
            documents.collect()
        }
    }

    /// Histories of answers: for each item its moments, in milliseconds, and its ratings, 1 to 4.
    #[wasm_bindgen]
    pub struct Scheduling {
        histories: Vec<Vec<(Millis, Rating)>>,
        parameters: Parameters,
        calendar: Calendar,
    }

    #[wasm_bindgen]
    impl Scheduling {
        /// Takes the answers of all items one after the other, and how many each has.
        #[wasm_bindgen(constructor)]
        pub fn new(lengths: Vec<u32>, moments: Vec<f64>, ratings: Vec<u8>) -> Self {
            let rating = |number: u8| Rating::of_number(number).unwrap_or(Rating::Good);
            let mut answers = moments
                .into_iter()
                .map(|at| Millis(at as i64))
                .zip(ratings.into_iter().map(rating));
            Self {
                histories: lengths
                    .into_iter()
                    .map(|length| answers.by_ref().take(length as usize).collect())
                    .collect(),
                parameters: Parameters::default(),
                calendar: Calendar::default(),
            }
        }

        /// Schedules every answer, with its due day; gives the sum of the stabilities at the ends, by which both sides are compared.
        pub fn run(&self) -> f64 {
            let last = |history: &Vec<(Millis, Rating)>| {
                let card = history.iter().fold(Card::default(), |card, (at, rating)| {
                    rated(&card, *rating, *at, &self.parameters, &self.calendar)
                });
                black_box(card).memory.map_or(0.0, |memory| memory.stability)
            };
            self.histories.iter().map(last).sum()
        }
    }

    fn document(text: String) -> Document {
        let paragraph = Paragraph {
            number: ParagraphNumber(1),
            kind: ParagraphKind::Prose,
            text: RubyText::plain(text),
            lines: SourceLines::default(),
        };
        Document {
            slug: String::new(),
            label: String::new(),
            title: String::new(),
            short: Bilingual::default(),
            date: None,
            date_note: String::new(),
            publisher: None,
            authors: Vec::new(),
            translator: None,
            kind: Bilingual::default(),
            card: SourceCard::default(),
            blocks: vec![Block::Paragraph(paragraph)],
        }
    }
}

fn main() {}
