//! Every view of the page, with what must be done to see it.

use crate::harness::{Key, Page};

/// A popup that is open.
pub const CARD: &str = "#card:popover-open:not([data-unseen])";

/// A document that has everything: lists, readings, terms, statements in its margin.
pub const DOCUMENT: &str = "doc/paris-declaration";

/// A view, and how to get there.
pub struct View {
    /// What it is, for messages.
    pub name: &'static str,
    /// Its address.
    pub fragment: &'static str,
    /// What is done there before it is looked at.
    pub then: fn(&Page),
}

impl View {
    /// Goes there in the page that is open.
    #[track_caller]
    pub fn show(&self, page: &Page) {
        // What the view before has opened would lie over this one.
        page.press(Key::Escape);
        page.visit(self.fragment);
        (self.then)(page);
    }
}

/// Every view of the page.
pub const VIEWS: [View; 28] = [
    view("the start", "start"),
    view("the shelf", "docs"),
    view("a document", DOCUMENT),
    view("a marked paragraph", "doc/seventy-two-hours/p3?at=0-12"),
    acted("a document with a popup", "doc/paris-declaration/p3", open_popup),
    acted("the display settings", "docs", open_settings),
    view("the glossary", "glossary"),
    view("the glossary by kind", "glossary?by=kind"),
    view("the glossary, nothing left", "glossary?q=zzzz"),
    view("a term", "term/new-start"),
    view("the matrix", "compare"),
    acted(
        "the matrix with its filter",
        "compare?docs=paris-declaration",
        open_filters,
    ),
    view("two actors", "compare/ukraine/russia"),
    view("an issue by actor", "issue/multinational-force"),
    view("an issue over time", "issue/multinational-force/time"),
    view("an issue by document", "issue/multinational-force/documents"),
    view("the timeline", "timeline"),
    view("one event in several tellings", "telling"),
    view("the figures", "figures"),
    view("how claims reach the reader", "known"),
    view("where actors stand to each other", "agreement"),
    view("the codebook", "codebook"),
    acted("the statements behind a cell", "compare", follow_cell),
    acted("choosing a quiz", "quiz", open_filters),
    acted("a question", "quiz/paper?seed=3&n=3", see_question),
    acted("an answered question", "quiz/paper?seed=4&n=3&kinds=true-false", answer),
    view("search", "search?q=停戦"),
    view("an address that is not known", "nowhere/at-all"),
];

const fn view(name: &'static str, fragment: &'static str) -> View {
    View {
        name,
        fragment,
        then: |_| {},
    }
}

const fn acted(name: &'static str, fragment: &'static str, then: fn(&Page)) -> View {
    View { name, fragment, then }
}

fn open_popup(page: &Page) {
    page.click(".text p[aria-current] .term");
    page.wait_for(CARD);
}

fn open_settings(page: &Page) {
    page.click("button[popovertarget='settings']");
    page.wait_for("#settings:popover-open");
}

fn open_filters(page: &Page) {
    page.click("details.filters > summary");
    page.wait_for("details.filters[open] input[type='checkbox']");
}

fn follow_cell(page: &Page) {
    page.click(".matrix .cell");
    page.wait_for(".saying");
}

fn see_question(page: &Page) {
    page.wait_for("#stem");
}

fn answer(page: &Page) {
    page.wait_for("#stem");
    page.type_text("1");
    page.wait_for(".why");
}

/// Changes a setting with the mouse, such as `density:every`.
#[track_caller]
pub fn set(page: &Page, setting: &str) {
    page.click("button[popovertarget='settings']");
    page.click(&format!("#settings [data-press='{setting}']"));
    page.wait_for(&format!("#settings [data-press='{setting}'][aria-pressed='true']"));
    page.press(Key::Escape);
    page.wait_gone("#settings");
}
