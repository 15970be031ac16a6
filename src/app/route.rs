//! Addresses: the one place where a fragment becomes a [`Route`] and a route a fragment.
//!
//! ```text
//! fragment  = "" / "start" / "docs" / doc / "glossary" / term / compare / issue / statement / drawn / quiz / "record" / search / "material"
//! doc       = "doc/" document [ "/" ( "p" number / "s" number ) ]
//! term      = "term/" term
//! compare   = "compare" / "compare/" actor "/" actor
//! issue     = "issue/" issue [ "/" ( "time" / "documents" / "at/" actor ) ]
//! statement = "statement/" statement
//! drawn     = "timeline" / "telling" / "figures" / "known" / "agreement" / "codebook"
//! quiz      = "quiz" [ "/paper" ]
//! search    = "search"
//! ```
//!
//! Behind a `?` stands extra state: the filter of a comparison, the seed and choice of a quiz, the words of a search, the view
//! with which the dialogue for teachers begins.
//! The fragment without its `?` is the id of the element that shows it in the static page.

use crate::domain::pack::{
    ActorId, Citation, DocumentId, FindBySlug, IssueId, Pack, ParagraphNumber, SectionNumber, StatementId, TermId,
};

/// A place in the page, with the extra state behind its `?` kept as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The place.
    pub route: Route,
    /// What stands behind the `?`; empty where there is none.
    pub query: String,
}

/// A place in the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// What this is, and the three doors.
    Start,
    /// All documents.
    Shelf,
    /// A document, perhaps at a place in it.
    Document(DocumentId, Option<Mark>),
    /// All glossary entries.
    Glossary,
    /// One glossary entry.
    Term(TermId),
    /// The matrix of issues and actors.
    Compare,
    /// Two actors side by side.
    Pair(ActorId, ActorId),
    /// One issue.
    Issue(IssueId, IssueView),
    /// One statement, shown among those on its issue.
    Statement(StatementId),
    /// A view that is drawn when the page is made.
    Drawn(Drawn),
    /// Choosing a quiz.
    Quiz,
    /// A running quiz; its seed and choice are in the query.
    Paper,
    /// What the learner answered so far.
    Record,
    /// Search.
    Search,
    /// What a teacher puts into a course; the view that it begins with is in the query, as `of`.
    Material,
    /// An address that this page does not know.
    Lost(Lost),
}

/// A place in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A paragraph.
    Paragraph(ParagraphNumber),
    /// A section.
    Section(SectionNumber),
}

/// A view of the pack as it is: nothing in it waits for the engine, so it stands in the page as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// Events in time, and what was said when.
    Timeline,
    /// What several places tell of one matter, and several documents of one day.
    Telling,
    /// Figures as pictures.
    Figures,
    /// How claims reach the reader.
    Known,
    /// Which actors agree on how many issues.
    Agreement,
    /// What each stance and each kind of attribution means.
    Codebook,
}

/// A way to look at one issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssueView {
    /// All actors.
    Actors,
    /// By date.
    Time,
    /// As each document tells it.
    Documents,
    /// The statements of one actor or column.
    At(ActorId),
}

/// Why an address leads nowhere, and what comes nearest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// No such kind of place.
    Unknown(String),
    /// The document is there, the paragraph or section is not.
    NoSuchPlace(DocumentId, String),
    /// A thing of a known kind that this pack does not have.
    NotInPack(String),
}

impl Address {
    /// Reads the part of an address behind `#`. Never fails: what leads nowhere becomes [`Route::Lost`].
    #[must_use]
    pub fn parse(pack: &Pack, fragment: &str) -> Self {
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        Self {
            route: Route::parse(pack, path.trim_matches('/')),
            query: query.to_owned(),
        }
    }

    /// Writes the part of an address behind `#`.
    #[must_use]
    pub fn fragment(&self, pack: &Pack) -> String {
        let path = self.route.fragment(pack);
        if self.query.is_empty() {
            path
        } else {
            path + "?" + &self.query
        }
    }
}

impl Address {
    /// The address of a cited place, with its words marked: `doc/paris-declaration/p3?at=12-30`.
    #[must_use]
    pub fn of_citation(cite: Citation) -> Self {
        let route = Route::Document(cite.document, Some(Mark::Paragraph(cite.paragraph)));
        let query = ["at=", &cite.span.start.to_string(), "-", &cite.span.end.to_string()].concat();
        Self { route, query }
    }
}

impl From<Route> for Address {
    fn from(route: Route) -> Self {
        Self {
            route,
            query: String::new(),
        }
    }
}

impl Route {
    /// Reads a path such as `doc/paris-declaration/p3`.
    #[must_use]
    pub fn parse(pack: &Pack, path: &str) -> Self {
        let parts: Vec<&str> = path.split('/').collect();
        let known = match parts.as_slice() {
            [""] | ["start"] => Some(Self::Start),
            ["docs"] => Some(Self::Shelf),
            ["doc", slug] => find(pack, slug).map(|id| Self::Document(id, None)),
            ["doc", slug, place] => find(pack, slug).map(|id| Self::place(pack, id, place)),
            ["glossary"] => Some(Self::Glossary),
            ["term", slug] => find(pack, slug).map(Self::Term),
            ["compare"] => Some(Self::Compare),
            ["compare", a, b] => find(pack, a).zip(find(pack, b)).map(|(a, b)| Self::Pair(a, b)),
            ["issue", slug, view @ ..] => Self::issue(pack, slug, view),
            ["statement", slug] => find(pack, slug).map(Self::Statement),
            ["timeline"] => Some(Self::Drawn(Drawn::Timeline)),
            ["telling"] => Some(Self::Drawn(Drawn::Telling)),
            ["figures"] => Some(Self::Drawn(Drawn::Figures)),
            ["known"] => Some(Self::Drawn(Drawn::Known)),
            ["agreement"] => Some(Self::Drawn(Drawn::Agreement)),
            ["codebook"] => Some(Self::Drawn(Drawn::Codebook)),
            ["quiz"] => Some(Self::Quiz),
            ["quiz", "paper"] => Some(Self::Paper),
            ["record"] => Some(Self::Record),
            ["search"] => Some(Self::Search),
            ["material"] => Some(Self::Material),
            _ => return Self::Lost(Lost::Unknown(path.to_owned())),
        };
        known.unwrap_or_else(|| Self::Lost(Lost::NotInPack(path.to_owned())))
    }

    fn place(pack: &Pack, document: DocumentId, place: &str) -> Self {
        let number = place.get(1..).and_then(|digits| digits.parse().ok());
        let mark = match (place.as_bytes().first(), number) {
            (Some(b'p'), Some(n)) => pack[document]
                .paragraph(ParagraphNumber(n))
                .map(|found| Mark::Paragraph(found.number)),
            (Some(b's'), Some(n)) => pack[document]
                .headings()
                .find(|h| h.number.0 == n)
                .map(|found| Mark::Section(found.number)),
            _ => None,
        };
        match mark {
            Some(mark) => Self::Document(document, Some(mark)),
            None => Self::Lost(Lost::NoSuchPlace(document, place.to_owned())),
        }
    }

    fn issue(pack: &Pack, slug: &str, view: &[&str]) -> Option<Self> {
        let issue = find(pack, slug)?;
        let view = match view {
            [] => IssueView::Actors,
            ["time"] => IssueView::Time,
            ["documents"] => IssueView::Documents,
            ["at", actor] => IssueView::At(find(pack, actor)?),
            _ => return None,
        };
        Some(Self::Issue(issue, view))
    }

    /// Writes the path of this place.
    #[must_use]
    pub fn fragment(&self, pack: &Pack) -> String {
        match self {
            Self::Start => "start".into(),
            Self::Shelf => "docs".into(),
            Self::Document(id, None) => join(&["doc", id.slug(pack)]),
            Self::Document(id, Some(mark)) => join(&["doc", id.slug(pack), &mark.fragment()]),
            Self::Glossary => "glossary".into(),
            Self::Term(id) => join(&["term", id.slug(pack)]),
            Self::Compare => "compare".into(),
            Self::Pair(a, b) => join(&["compare", a.slug(pack), b.slug(pack)]),
            Self::Issue(id, IssueView::Actors) => join(&["issue", id.slug(pack)]),
            Self::Issue(id, IssueView::Time) => join(&["issue", id.slug(pack), "time"]),
            Self::Issue(id, IssueView::Documents) => join(&["issue", id.slug(pack), "documents"]),
            Self::Issue(id, IssueView::At(actor)) => join(&["issue", id.slug(pack), "at", actor.slug(pack)]),
            Self::Statement(id) => join(&["statement", id.slug(pack)]),
            Self::Drawn(drawn) => drawn.word().into(),
            Self::Quiz => "quiz".into(),
            Self::Paper => "quiz/paper".into(),
            Self::Record => "record".into(),
            Self::Search => "search".into(),
            Self::Material => "material".into(),
            Self::Lost(Lost::Unknown(path) | Lost::NotInPack(path)) => path.clone(),
            Self::Lost(Lost::NoSuchPlace(id, place)) => join(&["doc", id.slug(pack), place]),
        }
    }
}

impl Drawn {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Timeline,
        Self::Telling,
        Self::Figures,
        Self::Known,
        Self::Agreement,
        Self::Codebook,
    ];

    /// As the address writes it: `timeline`, `telling`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Telling => "telling",
            Self::Figures => "figures",
            Self::Known => "known",
            Self::Agreement => "agreement",
            Self::Codebook => "codebook",
        }
    }
}

impl Mark {
    /// `p3` or `s2`.
    #[must_use]
    pub fn fragment(self) -> String {
        match self {
            Self::Paragraph(number) => join_number('p', number.0),
            Self::Section(number) => join_number('s', number.0),
        }
    }
}

fn find<T: FindBySlug>(pack: &Pack, slug: &str) -> Option<T> {
    T::find(pack, slug)
}

fn join(parts: &[&str]) -> String {
    parts.join("/")
}

fn join_number(letter: char, number: u16) -> String {
    let mut out = String::from(letter);
    out.push_str(&number.to_string());
    out
}
