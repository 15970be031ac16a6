//! What can happen, and what the page then asks the browser to do.

use crate::app::popup;
use crate::app::route::Address;
use crate::app::settings::Setting;
use crate::app::told::Told;
use crate::domain::export::Table;
use crate::domain::pack::ParagraphNumber;
use crate::domain::progress::{Entry, EntryId};

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// A link inside the page was followed: what stands behind its `#`.
    Follow(String),
    /// Another place is shown.
    Go(Address),
    /// The address changed without us: the back button, an edited address.
    AddressChanged(String),
    /// A value of an input field changed.
    Input(Field, String),
    /// Something around the glossary popup.
    Popup(popup::Event),
    /// A setting was changed.
    Set(Setting),
    /// This paragraph is now at the top of the window.
    Reading(ParagraphNumber),
    /// Something in the quiz.
    Paper(PaperMsg),
    /// The page around ours has this state of the paper, which is to be taken up.
    TakeUp(String),
    /// The table of this view is to be copied.
    Copy,
    /// The table of this view is to be saved as CSV.
    SaveCsv,
    /// The clipboard took the text, or refused it.
    Copied(bool),
    /// There is a storage.
    StorageOpened,
    /// Storage confirmed the entry of that id.
    EntryKept(EntryId),
    /// Storage refused; the log lives in memory only.
    StorageRefused(String),
    /// The learner closed the notice.
    NoticeRead,
}

/// Something in the quiz.
#[derive(Clone, Debug, PartialEq)]
pub enum PaperMsg {
    /// An option was chosen, counted from 0.
    Choose(usize),
    /// An item of an order was moved up by one place.
    Raise(usize),
    /// An item of an order was moved down by one place.
    Lower(usize),
    /// The row of a match got a partner.
    Pair(usize, Option<usize>),
    /// A hint is asked for.
    Hint,
    /// The answer as it stands is given.
    Submit,
    /// On to the next question.
    Next,
    /// The Enter key outside a field: gives the answer, or goes on.
    Enter,
    /// Back to the one before (test only).
    Previous,
    /// The test is handed in.
    Finish,
    /// The answer to the question at that place was taken back in the log.
    TakenBack(usize),
}

/// An input field, named in the page by `data-input`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The words of the search.
    Search,
    /// The filter of the glossary.
    GlossaryFilter,
    /// One value of a list in the address's query is ticked or unticked: `issues`, `docs`, ….
    Tick(&'static str),
    /// A value of the address's query that is there or not: `undated`.
    Flip(&'static str),
    /// A single value of the address's query: `from`, `n`, ….
    Value(&'static str),
    /// One of the two actors that stand side by side.
    PairActor(Side),
    /// A typed answer.
    Typed,
    /// The partner of a row in a match.
    Partner(usize),
}

/// Left or right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first.
    Left,
    /// The second.
    Right,
}

impl Field {
    /// Keys of the query that hold lists.
    pub const TICKS: &[&'static str] = &["issues", "actors", "docs", "basis", "kinds"];
    /// Keys of the query that hold one value.
    pub const VALUES: &[&'static str] = &["from", "until", "undated", "n", "mode", "seed", "kind", "by", "sort"];

    /// The field of that name in the page.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let (head, rest) = name.split_once(':').unwrap_or((name, ""));
        match (head, rest) {
            ("search", _) => Some(Self::Search),
            ("glossary", _) => Some(Self::GlossaryFilter),
            ("typed", _) => Some(Self::Typed),
            ("tick", key) => Self::TICKS
                .iter()
                .find(|known| **known == key)
                .map(|key| Self::Tick(key)),
            ("flip", "undated") => Some(Self::Flip("undated")),
            ("value", key) => Self::VALUES
                .iter()
                .find(|known| **known == key)
                .map(|key| Self::Value(key)),
            ("pair", "left") => Some(Self::PairActor(Side::Left)),
            ("pair", "right") => Some(Self::PairActor(Side::Right)),
            ("partner", row) => row.parse().ok().map(Self::Partner),
            _ => None,
        }
    }
}

/// Something that the browser is asked to do, after the page has been drawn again.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Show this fragment as the page's address.
    Address(String, History),
    /// Bring this element into view and focus it; the top of the page where there is none.
    Arrive(Option<String>),
    /// Go back to where this page was left.
    ScrollBack,
    /// Focus this element.
    Focus(String),
    /// What the popup's machine orders.
    Popup(popup::Order),
    /// Set attributes of the page: language, theme, readings, typeface.
    Dress,
    /// Keep the settings.
    KeepSettings(String),
    /// Keep an answer.
    Append(Entry),
    /// Put a table on the clipboard.
    Copy(Table),
    /// Save a file.
    Save(File),
    /// Tell the page around ours.
    Tell(Told),
}

/// Whether an address is a new step in the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// A new step.
    Push,
    /// Instead of the present one.
    Replace,
}

/// A file to save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What is in it.
    pub text: String,
}
