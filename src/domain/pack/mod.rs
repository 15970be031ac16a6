//! The pack: documents, glossary, actors, issues, statements, events, figures and questions of one matter.
//!
//! A [`Pack`] is whole by construction: every id in it is an index into the pack it came from, every citation names an
//! existing paragraph and a span of its text. It comes from [`compile`] (a folder of plain files, natively) or from
//! [`mod@file`] (the compiled JSON, in the page).

mod block;
#[cfg(not(target_arch = "wasm32"))]
pub mod compile;
#[cfg(not(target_arch = "wasm32"))]
mod difference;
mod figure;
pub mod file;
mod keyword;
pub mod limits;

pub use block::{BlockFault, read_block, write_block};
#[cfg(not(target_arch = "wasm32"))]
pub use difference::{Difference, Telling};
pub use figure::Figure;
#[cfg(not(target_arch = "wasm32"))]
pub use figure::FigureInEnglish;
pub use keyword::Keyword;

use std::ops::Index;

use crate::domain::date::PartialDate;
pub use crate::domain::lang::Bilingual;
use crate::domain::text::{RubyText, Span};

/// Declares an index type into one of the pack's lists.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident => $field:ident: $item:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u16);

        impl Index<$name> for Pack {
            type Output = $item;
            fn index(&self, id: $name) -> &$item {
                &self.$field[usize::from(id.0)]
            }
        }

        impl Pack {
            /// The ids of this list, in the pack's order.
            #[must_use]
            pub fn $field(&self) -> impl DoubleEndedIterator<Item = $name> + ExactSizeIterator + use<> {
                (0..self.$field.len() as u16).map($name)
            }
        }

        impl FindBySlug for $name {
            fn find(pack: &Pack, slug: &str) -> Option<Self> {
                pack.$field.iter().position(|item| item.slug == slug).map(|at| $name(at as u16))
            }
            fn slug(self, pack: &Pack) -> &str {
                &pack[self].slug
            }
        }
    )*};
}

/// Ids that addresses write as a slug (`new-start`).
pub trait FindBySlug: Sized {
    /// The item of that slug, if the pack has it.
    fn find(pack: &Pack, slug: &str) -> Option<Self>;
    /// The slug of this item.
    fn slug(self, pack: &Pack) -> &str;
}

ids! {
    /// A document.
    DocumentId => documents: Document;
    /// Somebody who holds or reports a position.
    ActorId => actors: Actor;
    /// A contested question.
    IssueId => issues: Issue;
    /// One stated position.
    StatementId => statements: Statement;
    /// A glossary entry.
    TermId => terms: Term;
    /// A dated event.
    EventId => events: Event;
    /// A number and what it measures.
    FigureId => figures: Figure;
    /// A written question.
    QuestionId => questions: Question;
}

/// A whole pack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pack {
    /// Its id, part of the names under which the learner's data are kept.
    pub slug: String,
    /// What it is about.
    pub title: Bilingual,
    /// One or two sentences for the start page.
    pub lead: Bilingual,
    /// Licence of its text.
    pub licence: String,
    /// Documents in the order of the shelf.
    pub documents: Vec<Document>,
    /// Actors in the order of the files.
    pub actors: Vec<Actor>,
    /// Issues in their written order.
    pub issues: Vec<Issue>,
    /// Statements in the order of the files.
    pub statements: Vec<Statement>,
    /// Glossary entries by reading.
    pub terms: Vec<Term>,
    /// Events by date.
    pub events: Vec<Event>,
    /// Figures in the order of the files.
    pub figures: Vec<Figure>,
    /// Written questions in the order of the files.
    pub questions: Vec<Question>,
    /// Where documents differ on one matter, in the order of the files. Drawn when the page is built; the engine has no
    /// use for them.
    #[cfg(not(target_arch = "wasm32"))]
    pub differences: Vec<Difference>,
}

/// A document of the study edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// `paris-declaration`.
    pub slug: String,
    /// How questions and notes name it: 資料2.
    pub label: String,
    /// The source's own title.
    pub title: String,
    /// Our short title.
    pub short: Bilingual,
    /// When the source was published.
    pub date: Option<PartialDate>,
    /// How that date is known.
    pub date_note: String,
    /// Who published it, where stated.
    pub publisher: Option<String>,
    /// Who wrote it; empty where not stated.
    pub authors: Vec<String>,
    /// Who translated it.
    pub translator: Option<String>,
    /// What kind of text it is.
    pub kind: Bilingual,
    /// The source card.
    pub card: SourceCard,
    /// Sections and paragraphs in their order.
    pub blocks: Vec<Block>,
}

impl Document {
    /// The paragraphs with their ids, without the headings.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            Block::Heading(_) => None,
        })
    }

    /// The paragraph numbered `number` (from 1), if there is one.
    #[must_use]
    pub fn paragraph(&self, number: ParagraphNumber) -> Option<&Paragraph> {
        self.paragraphs().find(|paragraph| paragraph.number == number)
    }

    /// The headings in their order.
    pub fn headings(&self) -> impl Iterator<Item = &Heading> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) => Some(heading),
            Block::Paragraph(_) => None,
        })
    }
}

/// What a careful reader knows about a source before reading it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceCard {
    /// What kind of text it is.
    pub genre: String,
    /// What is not known: author, date, sources.
    pub unknown: String,
    /// From where it speaks.
    pub standpoint: String,
    /// What to keep in mind.
    pub cautions: Vec<String>,
}

/// Number of a paragraph in its document, from 1; the `3` of `#doc/paris-declaration/p3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParagraphNumber(pub u16);

/// Number of a section in its document, from 1; the `2` of `#doc/paris-declaration/s2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionNumber(pub u16);

/// A heading or a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Begins a section.
    Heading(Heading),
    /// A numbered paragraph.
    Paragraph(Paragraph),
}

/// The heading of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its number in the document.
    pub number: SectionNumber,
    /// 2 for `##`, 3 for `###`.
    pub level: u8,
    /// The words.
    pub text: RubyText,
    /// The lines of the source it stands for.
    pub lines: SourceLines,
}

/// A numbered paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its number in the document.
    pub number: ParagraphNumber,
    /// Whether it is an item of a list.
    pub kind: ParagraphKind,
    /// The words.
    pub text: RubyText,
    /// The lines of the source it retells.
    pub lines: SourceLines,
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    /// Running text.
    Prose,
    /// An item of a list.
    Item,
}

/// Inclusive ranges of physical lines of a source, counted from 1, ascending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceLines(pub Vec<(u16, u16)>);

/// A place in a document: a paragraph and the words in it that bear the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    /// The document.
    pub document: DocumentId,
    /// The paragraph.
    pub paragraph: ParagraphNumber,
    /// The anchor, in bytes of the paragraph's plain text.
    pub span: Span,
}

/// Somebody who holds or reports a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// `zelensky`.
    pub slug: String,
    /// ゼレンスキー大統領.
    pub name: Bilingual,
    /// Hiragana.
    pub reading: String,
    /// Person, government, ….
    pub kind: ActorKind,
    /// The column of the matrix in which this actor's statements stand.
    pub side: ActorId,
    /// Office or nature.
    pub role: Bilingual,
}

/// What kind of actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActorKind {
    /// One human being.
    Person,
    /// A state or its government.
    Government,
    /// Part of a government.
    Ministry,
    /// An international organisation or a force.
    Organisation,
    /// A group of people or states, or a text they issued.
    Group,
    /// A company.
    Company,
    /// A newspaper, an agency.
    Media,
    /// Somebody whose name is not given.
    Anonymous,
    /// The author of a document.
    Author,
}

/// A contested question with a yes and a no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// `multinational-force`.
    pub slug: String,
    /// Short title.
    pub title: Bilingual,
    /// The question that a stance answers; `Supports` means yes.
    pub question: Bilingual,
    /// What the issue leaves out.
    pub note: Option<String>,
}

/// One stated position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// `pd-1`.
    pub slug: String,
    /// Whose position.
    pub actor: ActorId,
    /// On what.
    pub issue: IssueId,
    /// Which.
    pub stance: Stance,
    /// The condition, exactly where the stance is conditional.
    pub condition: Option<String>,
    /// One sentence.
    pub paraphrase: String,
    /// When it was said; `None` is "not given".
    pub date: Option<PartialDate>,
    /// Who uttered it, where it is not the actor.
    pub speaker: Option<ActorId>,
    /// Who reports it; `None` is the document's own author.
    pub reporter: Option<ActorId>,
    /// How it comes to us.
    pub attribution: Attribution,
    /// The words of the paragraph that show the attribution.
    pub cue: String,
    /// Quoted words.
    pub quote: Option<String>,
    /// The place.
    pub cite: Citation,
    /// Where two careful readers would differ.
    pub note: Option<String>,
}

/// The answer to an issue's question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// Yes.
    Supports,
    /// Yes, under a condition.
    Conditional,
    /// No.
    Opposes,
    /// Neither yes nor no can be read out of it.
    Ambiguous,
    /// Declines to comment.
    NoComment,
}

/// How a statement comes to us, from near to far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attribution {
    /// The speaker's own words.
    Direct,
    /// Reported as fact.
    Reported,
    /// Reported with a hedge.
    Hedged,
    /// The author's own inference.
    Inference,
}

/// A glossary entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// `new-start`.
    pub slug: String,
    /// 新戦略兵器削減条約.
    pub headword: String,
    /// Hiragana.
    pub reading: String,
    /// English name.
    pub en: String,
    /// Russian or Ukrainian name.
    pub native: Option<String>,
    /// Treaty, weapon, ….
    pub kind: TermKind,
    /// Surface forms besides the headword.
    pub forms: Vec<String>,
    /// Longer words that hold a form but are not this term.
    pub not_in: Vec<String>,
    /// One line.
    pub gloss: Bilingual,
    /// The definition, sentence by sentence, each with its ground.
    pub says: Vec<Says>,
    /// Related entries.
    pub related: Vec<TermId>,
}

/// What kind of term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermKind {
    /// An agreement.
    Treaty,
    /// An organisation.
    Organisation,
    /// A weapon.
    Weapon,
    /// A place or a state.
    Place,
    /// A notion.
    Concept,
    /// An event.
    Event,
    /// Somebody's word.
    Rhetoric,
    /// An idiom.
    Idiom,
    /// A person.
    Person,
    /// An office.
    Role,
}

/// A sentence of a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Says {
    /// The sentence.
    pub text: String,
    /// What it rests on.
    pub ground: Ground,
}

/// What a sentence of a definition rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// A bundled paragraph.
    Cited(Citation),
    /// Background knowledge, certain at that date.
    Background(PartialDate),
}

/// A dated event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// `pd-paris-summit`.
    pub slug: String,
    /// When, or when it began.
    pub date: PartialDate,
    /// When it ended.
    pub until: Option<PartialDate>,
    /// How the page writes the date, where not from `date`.
    pub when: Option<String>,
    /// What.
    pub title: Bilingual,
    /// How sure.
    pub status: EventStatus,
    /// Where it stands.
    pub cite: Citation,
    /// A remark.
    pub note: Option<String>,
}

/// How sure an event is in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventStatus {
    /// Reported as having happened.
    Reported,
    /// Still ahead in the document.
    Planned,
    /// Inferred: that it happened by the author, or when it did by the author or the edition.
    Inferred,
    /// Past history that the document recalls.
    Background,
}

/// A written question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// `q-pd-1`.
    pub slug: String,
    /// Which kind of knowledge it asks for.
    pub kind: QuestionKind,
    /// The question.
    pub stem: String,
    /// What is to be given as an answer.
    pub task: Task,
    /// Feedback.
    pub why: String,
    /// The deciding place.
    pub cite: Citation,
    /// The issue it belongs to.
    pub issue: Option<IssueId>,
}

/// Which kind of knowledge a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuestionKind {
    /// A term and its meaning.
    Term,
    /// Who said it.
    WhoSaid,
    /// Fill the gap.
    Cloze,
    /// Put in order.
    Order,
    /// True or false according to a document.
    TrueFalse,
    /// Quoted, reported, hedged or inferred.
    Basis,
    /// Match positions to actors.
    Match,
    /// Which document says it.
    WhichDocument,
    /// A figure and what it measures.
    Figure,
}

/// What is to be given as an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Choose one.
    Choice {
        /// The right one.
        key: String,
        /// The wrong ones.
        distractors: Vec<String>,
        /// Other spellings of the key that a typed answer may have; empty where the key is not to be typed.
        accept: Vec<String>,
    },
    /// Put into order.
    Order {
        /// In their right order.
        items: Vec<String>,
    },
    /// Pair left with right.
    Match {
        /// The right pairs.
        pairs: Vec<(String, String)>,
    },
}
