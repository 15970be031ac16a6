//! What a teacher has chosen so far, as it stands in the fields, and what view that is.

use super::fault::Fault;
use crate::app::paper::{MOST, USUAL_COUNT};
use crate::app::query;
use crate::app::route::{Address, Drawn, IssueView, Route};
use crate::domain::lang::Lang;
use crate::domain::pack::{ActorId, DocumentId, FindBySlug, IssueId, Keyword, Pack, QuestionKind, TermId};

/// Pixels that a frame is high where nothing else is chosen.
const USUAL_HEIGHT: &str = "600";
/// The lowest and the highest frame, in pixels.
const HEIGHTS: [u64; 2] = [100, 10_000];
/// Letters of the longest address of a copy.
const LONGEST: usize = 500;

macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident = $word:literal,)*) => {
        /// A field of the dialogue.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Field { $($(#[$doc])* $field,)* }

        impl Field {
            /// All of them with their words, in the order of the enum.
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$field)),*];
        }
    };
}

fields! {
    /// What sort of view.
    Sort = "sort",
    /// A document, by its slug; so the next ones.
    Document = "document",
    /// A term.
    Term = "term",
    /// An issue.
    Issue = "issue",
    /// An actor.
    Left = "left",
    /// The actor beside that.
    Right = "right",
    /// The number of the paper.
    Seed = "seed",
    /// Questions in the paper.
    Number = "n",
    /// Kinds of questions, with commas between; none for all; so the next two.
    Kinds = "kinds",
    /// Issues of the questions.
    Issues = "issues",
    /// Documents of the questions.
    Documents = "docs",
    /// `practice` or `test`.
    Mode = "mode",
    /// The share that passes, in per cent; empty for none.
    Pass = "pass",
    /// `ja` or `en`.
    Lang = "lang",
    /// `system`, `light` or `dark`.
    Theme = "theme",
    /// `content` or `fixed`.
    Height = "height",
    /// The height in pixels.
    Pixels = "pixels",
    /// The address of the copy of the page.
    Copy = "copy",
}

impl Field {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::WORDS.iter().map(|one| one.1)
    }

    /// The word that the field carries in the page.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize].0
    }

    /// The field that carries a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|one| one.0 == word).map(|one| one.1)
    }
}

/// A sort of view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// The view from which the teacher came, as it was.
    Here,
    /// One document.
    Document,
    /// One term.
    Term,
    /// One issue by actor.
    Issue,
    /// Two actors.
    Pair,
    /// A quiz.
    Quiz,
    /// All issues and actors.
    Matrix,
    /// All terms.
    Glossary,
    /// A view of the whole matter.
    Drawn(Drawn),
}

impl Sort {
    /// The sorts that there always are.
    pub const ALL: [Self; 13] = [
        Self::Document,
        Self::Term,
        Self::Issue,
        Self::Pair,
        Self::Drawn(Drawn::Timeline),
        Self::Quiz,
        Self::Matrix,
        Self::Glossary,
        Self::Drawn(Drawn::Telling),
        Self::Drawn(Drawn::Figures),
        Self::Drawn(Drawn::Known),
        Self::Drawn(Drawn::Agreement),
        Self::Drawn(Drawn::Codebook),
    ];

    /// The word of the choice.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::Document => "document",
            Self::Term => "term",
            Self::Issue => "issue",
            Self::Pair => "pair",
            Self::Quiz => "quiz",
            Self::Matrix => "compare",
            Self::Glossary => "glossary",
            Self::Drawn(drawn) => drawn.word(),
        }
    }
}

/// What stands in the fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    values: Vec<String>,
    /// The view from which the teacher came, where the pack has it.
    pub here: Option<Address>,
    /// An address to come from that leads nowhere.
    pub lost: Option<String>,
}

impl Draft {
    /// The dialogue as it opens: `of` is what stood behind `#`, `copy` where the page stands, empty where nobody else could
    /// reach it.
    #[must_use]
    pub fn new(pack: &Pack, of: &str, lang: Lang, copy: &str) -> Self {
        let mut draft = Self {
            values: vec![String::new(); Field::WORDS.len()],
            here: None,
            lost: None,
        };
        let document = pack.documents().next().map_or("", |id| id.slug(pack));
        let term = pack.terms().next().map_or("", |id| id.slug(pack));
        let issue = pack.issues().next().map_or("", |id| id.slug(pack));
        let mut actors = pack.actors().map(|id| id.slug(pack));
        draft.set(Field::Sort, Sort::Document.word());
        draft.set(Field::Document, document);
        draft.set(Field::Term, term);
        draft.set(Field::Issue, issue);
        draft.set(Field::Left, actors.next().unwrap_or_default());
        draft.set(Field::Right, actors.next().unwrap_or_default());
        draft.set(Field::Seed, "1");
        draft.set(Field::Number, &USUAL_COUNT.to_string());
        draft.set(Field::Mode, "practice");
        draft.set(Field::Lang, if lang == Lang::En { "en" } else { "ja" });
        draft.set(Field::Theme, "system");
        draft.set(Field::Height, "content");
        draft.set(Field::Pixels, USUAL_HEIGHT);
        draft.set(Field::Copy, copy);
        draft.begin(pack, of);
        draft
    }

    /// Begins with the view of an address.
    fn begin(&mut self, pack: &Pack, of: &str) {
        let address = Address::parse(pack, of);
        let sort = match &address.route {
            _ if of.is_empty() => return,
            Route::Lost(_) => {
                self.lost = Some(of.to_owned());
                return;
            }
            // These show nothing of the matter.
            Route::Start | Route::Shelf | Route::Record | Route::Material => return,
            Route::Document(id, _) => self.with(Sort::Document, Field::Document, id.slug(pack)),
            Route::Term(id) => self.with(Sort::Term, Field::Term, id.slug(pack)),
            Route::Issue(id, _) => self.with(Sort::Issue, Field::Issue, id.slug(pack)),
            Route::Pair(left, right) => {
                self.set(Field::Right, right.slug(pack));
                self.with(Sort::Pair, Field::Left, left.slug(pack))
            }
            Route::Quiz | Route::Paper => self.as_in(pack, &address.query),
            Route::Compare => Sort::Matrix,
            Route::Glossary => Sort::Glossary,
            Route::Drawn(drawn) => Sort::Drawn(*drawn),
            Route::Statement(_) | Route::Search => Sort::Here,
        };
        self.set(Field::Sort, sort.word());
        let is_same = sort == Sort::Quiz && query::get(&address.query, "items").is_none()
            || self.view(pack).is_ok_and(|view| view == address.fragment(pack));
        if !is_same {
            self.here = Some(address);
            self.set(Field::Sort, Sort::Here.word());
        }
    }

    fn with(&mut self, sort: Sort, field: Field, value: &str) -> Sort {
        self.set(field, value);
        sort
    }

    /// The fields of a quiz as an address has them.
    fn as_in(&mut self, pack: &Pack, query: &str) -> Sort {
        for field in [Field::Seed, Field::Number, Field::Mode, Field::Pass] {
            if let Some(value) = query::get(query, field.word()) {
                self.set(field, &value);
            }
        }
        for field in [Field::Kinds, Field::Issues, Field::Documents] {
            let list = query::get(query, field.word()).unwrap_or_default();
            let known: Vec<&str> = list.split(',').filter(|word| is_known(pack, field, word)).collect();
            self.set(field, &known.join(","));
        }
        Sort::Quiz
    }

    /// What stands in a field.
    #[must_use]
    pub fn get(&self, field: Field) -> &str {
        &self.values[field as usize]
    }

    /// Puts something into a field.
    #[inline(never)]
    pub fn set(&mut self, field: Field, value: &str) {
        value.clone_into(&mut self.values[field as usize]);
    }

    /// Takes a word into a list, or out of it.
    pub fn toggle(&mut self, field: Field, word: &str) {
        let list = self.get(field);
        let mut words: Vec<&str> = list.split(',').filter(|one| !one.is_empty()).collect();
        match words.iter().position(|one| *one == word) {
            Some(at) => drop(words.remove(at)),
            None => words.push(word),
        }
        let list = words.join(",");
        self.set(field, &list);
    }

    /// Whether a list has a word.
    #[must_use]
    pub fn has(&self, field: Field, word: &str) -> bool {
        self.get(field).split(',').any(|one| one == word)
    }

    /// The sort of view; a document where there is no such sort.
    #[must_use]
    pub fn sort(&self) -> Sort {
        let word = self.get(Field::Sort);
        if word == Sort::Here.word() && self.here.is_some() {
            return Sort::Here;
        }
        let known = Sort::ALL.into_iter().find(|sort| sort.word() == word);
        known.unwrap_or(Sort::Document)
    }

    /// What stands behind `#` in the address of the view.
    ///
    /// # Errors
    ///
    /// Which field says nothing that can be done.
    pub fn view(&self, pack: &Pack) -> Result<String, Fault> {
        let route = match self.sort() {
            Sort::Here => {
                let here = self.here.as_ref().ok_or(Fault::Unknown)?;
                return Ok(here.fragment(pack));
            }
            Sort::Document => DocumentId::find(pack, self.get(Field::Document)).map(|id| Route::Document(id, None)),
            Sort::Term => TermId::find(pack, self.get(Field::Term)).map(Route::Term),
            Sort::Issue => IssueId::find(pack, self.get(Field::Issue)).map(|id| Route::Issue(id, IssueView::Actors)),
            Sort::Pair => Some(self.pair(pack)?),
            Sort::Quiz => return self.quiz(pack),
            Sort::Matrix => Some(Route::Compare),
            Sort::Glossary => Some(Route::Glossary),
            Sort::Drawn(drawn) => Some(Route::Drawn(drawn)),
        };
        Ok(route.ok_or(Fault::Unknown)?.fragment(pack))
    }

    fn pair(&self, pack: &Pack) -> Result<Route, Fault> {
        let find = |field| ActorId::find(pack, self.get(field)).ok_or(Fault::Unknown);
        let (left, right) = (find(Field::Left)?, find(Field::Right)?);
        if left == right {
            return Err(Fault::SameActor);
        }
        Ok(Route::Pair(left, right))
    }

    fn quiz(&self, pack: &Pack) -> Result<String, Fault> {
        let seed = self.number(Field::Seed, 0, u64::MAX).ok_or(Fault::Seed)?;
        let count = self.number(Field::Number, 1, u64::from(MOST)).ok_or(Fault::Number)?;
        let mut query = ["seed=", &seed.to_string(), "&n=", &count.to_string()].concat();
        for field in [Field::Kinds, Field::Issues, Field::Documents] {
            query = query::set(&query, field.word(), self.get(field));
        }
        if self.get(Field::Mode) == "test" {
            query = query::set(&query, Field::Mode.word(), "test");
        }
        if !self.get(Field::Pass).trim().is_empty() {
            let pass = self.number(Field::Pass, 0, 100).ok_or(Fault::Pass)?;
            query = query::set(&query, Field::Pass.word(), &pass.to_string());
        }
        let address = Address {
            route: Route::Paper,
            query,
        };
        Ok(address.fragment(pack))
    }

    pub(super) fn number(&self, field: Field, least: u64, most: u64) -> Option<u64> {
        let number: u64 = self.get(field).trim().parse().ok()?;
        (least..=most).contains(&number).then_some(number)
    }

    /// How high a frame is, in pixels.
    ///
    /// # Errors
    ///
    /// Where that is no height.
    pub fn pixels(&self) -> Result<u64, Fault> {
        let [least, most] = HEIGHTS;
        self.number(Field::Pixels, least, most).ok_or(Fault::Pixels)
    }

    /// The address of the copy: of its page, and of the folder in which that stands, with the stroke at its end.
    ///
    /// # Errors
    ///
    /// Where there is none, or what stands in the field is no address of a page.
    pub fn copy(&self) -> Result<Copy<'_>, Fault> {
        let address = self.get(Field::Copy).trim();
        if address.is_empty() {
            return Err(Fault::NoCopy);
        }
        let rest = ["https://", "http://"]
            .iter()
            .find_map(|head| address.strip_prefix(head));
        let is_plain = |letter: char| letter.is_ascii_graphic() && !"\"'<>#?\\`{}|^&".contains(letter);
        let (host, path) = rest.and_then(|rest| rest.split_once('/')).ok_or(Fault::Copy)?;
        let is_host = !host.is_empty()
            && host
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || ".-:[]".contains(letter));
        if !is_host || !path.chars().all(is_plain) || address.len() > LONGEST {
            return Err(Fault::Copy);
        }
        let page = path.rsplit('/').next().unwrap_or_default();
        if !page.is_empty() && ![".html", ".htm"].iter().any(|end| page.ends_with(end)) {
            return Err(Fault::Copy);
        }
        Ok(Copy {
            page: address,
            folder: &address[..address.len() - page.len()],
        })
    }
}

/// Where a copy of the page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copy<'a> {
    /// The page: `https://example.org/yomi/index.html`, or its folder.
    pub page: &'a str,
    /// The folder: `https://example.org/yomi/`.
    pub folder: &'a str,
}

/// Whether a list may have a word.
fn is_known(pack: &Pack, field: Field, word: &str) -> bool {
    match field {
        Field::Kinds => QuestionKind::from_word(word).is_some(),
        Field::Issues => IssueId::find(pack, word).is_some(),
        _ => DocumentId::find(pack, word).is_some(),
    }
}
