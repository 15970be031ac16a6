//! Several tabs of one browser.

use serde_json::{Value, json};

use super::page::Page;

/// A tab, as WebDriver names it.
pub struct Tab(Value);

impl Page {
    /// The tab that commands go to.
    #[track_caller]
    pub fn tab(&self) -> Tab {
        Tab(self.driver.get("/window").expect("a browser has a tab"))
    }

    /// Opens a tab and goes there.
    #[track_caller]
    pub fn new_tab(&self) -> Tab {
        self.opened("tab")
    }

    /// Opens a window of its own, whose page is seen beside the other, and goes there.
    #[track_caller]
    pub fn new_window(&self) -> Tab {
        self.opened("window")
    }

    #[track_caller]
    fn opened(&self, kind: &str) -> Tab {
        self.step(format!("new {kind}"));
        let made = self.command("/window/new", &json!({ "type": kind }));
        let tab = Tab(made["handle"].clone());
        self.go_to(&tab);
        tab
    }

    /// Goes to a tab.
    #[track_caller]
    pub fn go_to(&self, tab: &Tab) {
        self.step("to another tab".into());
        self.command("/window", &json!({ "handle": tab.0 }));
    }
}
