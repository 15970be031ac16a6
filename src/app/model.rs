//! What the page remembers.

use std::rc::Rc;

use crate::app::paper::PaperState;
use crate::app::popup::Popup;
use crate::app::route::{Address, Route};
use crate::app::settings::Settings;
use crate::domain::library::Library;
use crate::domain::pack::{Pack, ParagraphNumber};
use crate::domain::progress::{EntryId, Log};

/// Everything the page shows is drawn from this.
#[derive(Clone)]
pub struct Model {
    /// The pack and what is derived from it once; a page has one for as long as it is open.
    pub library: &'static Library,
    /// Where we are.
    pub address: Address,
    /// Where a link into a document was followed from: the way back.
    pub came_from: Option<Address>,
    /// What the reader has set.
    pub settings: Settings,
    /// The glossary popup.
    pub popup: Popup,
    /// The paragraph at the top of the window.
    pub reading: Option<ParagraphNumber>,
    /// The running quiz.
    pub paper: Option<PaperState>,
    /// A seed for the next quiz.
    pub next_seed: u64,
    /// What the learner did since the page was opened.
    pub log: Rc<Log>,
    /// The last answer that is safe; nothing while a newer one is not.
    pub kept: Option<EntryId>,
    /// How the log is kept.
    pub storage: Storage,
    /// Something to tell.
    pub notice: Option<Notice>,
}

/// How the log is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Storage {
    /// Not known yet.
    Opening,
    /// In the browser.
    Kept,
    /// In memory only, and why.
    Memory(String),
}

/// Something to tell the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The table is on the clipboard.
    Copied,
    /// The clipboard refused.
    NotCopied,
    /// Storage refused.
    NotKept,
    /// What is to be taken up is of another paper.
    OtherPaper,
}

impl Model {
    /// The page as it opens at `fragment`.
    #[must_use]
    pub fn new(library: &'static Library, fragment: &str, settings: Settings, seed: u64) -> Self {
        let address = Address::parse(&library.pack, fragment);
        Self {
            library,
            address,
            came_from: None,
            settings,
            popup: Popup::default(),
            reading: None,
            paper: None,
            next_seed: seed,
            log: Rc::default(),
            kept: None,
            storage: Storage::Opening,
            notice: None,
        }
    }

    /// The pack.
    #[must_use]
    pub fn pack(&self) -> &'static Pack {
        &self.library.pack
    }

    /// Where we are.
    #[must_use]
    pub fn route(&self) -> &Route {
        &self.address.route
    }

    /// A link to `route`.
    #[must_use]
    pub fn href(&self, route: &Route) -> String {
        ["#", &route.fragment(self.pack())].concat()
    }

    /// A link to `route` with a query.
    #[must_use]
    pub fn href_with(&self, route: &Route, query: &str) -> String {
        let address = Address {
            route: route.clone(),
            query: query.to_owned(),
        };
        ["#", &address.fragment(self.pack())].concat()
    }
}
