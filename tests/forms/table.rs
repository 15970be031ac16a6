//! The table that is printed, and the table that is documented.

use std::fmt;

use crate::form::FORMS;
use crate::harness::Engine;

/// What works in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// Everything.
    Full,
    /// The static page; it says what does not.
    Static,
    /// The documents and their popups; it says what does not.
    Documents,
}

/// What came of a form in an engine.
pub enum Cell {
    /// The journeys were made.
    Opened(Opened),
    /// There is nothing to run, and why.
    NotRun(String),
    /// A journey ended early, and how.
    Failed(String),
}

/// All cells, engine by engine.
pub struct Table {
    /// The rows.
    pub forms: [&'static str; FORMS.len()],
    /// The columns, in the order of [`Engine::ALL`].
    pub columns: [[Cell; FORMS.len()]; 3],
}

impl Table {
    /// What differs from the table in a text in Markdown whose first column is the form, followed by one for each engine.
    /// What was not run differs from nothing.
    pub fn differences(&self, documented: &str) -> Vec<String> {
        let rows = self.forms.iter().enumerate();
        let cells = rows.flat_map(|(row, form)| Engine::ALL.map(|engine| (row, *form, engine)));
        cells
            .filter_map(|(row, form, engine)| {
                let expected = documented_cell(documented, form, engine);
                let cell = &self.columns[engine as usize][row];
                let differs = !matches!(cell, Cell::NotRun(_)) && cell.to_string() != expected;
                differs.then(|| format!("{form}, {engine}: {cell}, documented as `{expected}`"))
            })
            .collect()
    }
}

fn documented_cell<'a>(text: &'a str, form: &str, engine: Engine) -> &'a str {
    let cells = |line: &'a str| line.split('|').map(str::trim).skip(1);
    let row = text.lines().find(|line| cells(line).next() == Some(form));
    row.and_then(|line| cells(line).nth(1 + engine as usize))
        .unwrap_or("nothing")
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cell::Opened(Opened::Full) => f.pad("full"),
            Cell::Opened(Opened::Static) => f.pad("static"),
            Cell::Opened(Opened::Documents) => f.pad("documents"),
            Cell::NotRun(why) => f.pad(why),
            Cell::Failed(how) => write!(f, "FAILED: {how}"),
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let wide = self.forms.iter().map(|form| form.len()).max().unwrap_or(0);
        writeln!(f, "{:wide$} | {:10} | {:10} | WebKit", "form", "Chromium", "Firefox")?;
        writeln!(f, "{:-<wide$}-|------------|------------|-----------", "")?;
        for (row, form) in self.forms.iter().enumerate() {
            let cell = |engine: Engine| &self.columns[engine as usize][row];
            let [chromium, firefox, webkit] = Engine::ALL.map(|engine| cell(engine).short());
            writeln!(f, "{form:wide$} | {chromium:10} | {firefox:10} | {webkit}")?;
        }
        Ok(())
    }
}

impl Cell {
    /// In the table there is room for a word; how a journey failed stands below.
    fn short(&self) -> String {
        match self {
            Cell::Failed(_) => "FAILED".into(),
            other => other.to_string(),
        }
    }
}
