//! A page about a pack: its numbers, and what a person should look at again. What it lists is not wrong; it is where errors
//! of people would hide.

mod again;
mod numbers;

use std::fmt;

use crate::domain::library::Library;

/// How many letters a line of the page has.
const WIDTH: usize = 110;
/// Where the values of a section begin.
const NAME: usize = 36;

/// The page; displays as plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The pack's numbers.
    pub numbers: Vec<Section>,
    /// What to look at again; a kind of which there is nothing stands there with 0.
    pub again: Vec<Finding>,
}

/// A table of numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What is counted.
    pub title: &'static str,
    /// What the numbers of a row count.
    pub columns: Vec<&'static str>,
    /// A name, and a number for each column.
    pub rows: Vec<(String, Vec<usize>)>,
}

/// A kind of thing to look at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is, and what to look at.
    pub what: &'static str,
    /// Where: ids of the pack, with a remark where one is needed.
    pub items: Vec<String>,
}

impl Report {
    /// The report on a pack.
    #[must_use]
    pub fn new(library: &Library) -> Self {
        Self {
            numbers: numbers::sections(library),
            again: again::findings(library),
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for section in &self.numbers {
            writeln!(f, "{section}")?;
        }
        writeln!(f, "TO LOOK AT AGAIN")?;
        self.again.iter().try_for_each(|finding| write!(f, "\n{finding}"))
    }
}

impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = |column: &&str| column.len().max(4) + 2;
        write!(f, "{:NAME$}", self.title.to_uppercase())?;
        for column in &self.columns {
            write!(f, "{column:>0$}", width(column))?;
        }
        writeln!(f)?;
        for (name, values) in &self.rows {
            write!(f, "  {name:0$}", NAME - 2)?;
            for (column, value) in self.columns.iter().zip(values) {
                write!(f, "{value:>0$}", width(column))?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} {}", self.items.len(), self.what)?;
        let mut line = String::new();
        for item in &self.items {
            if !line.is_empty() && line.chars().count() + item.chars().count() + 4 > WIDTH {
                writeln!(f, "    {line}")?;
                line.clear();
            }
            line.push_str(if line.is_empty() { "" } else { ", " });
            line.push_str(item);
        }
        match line.is_empty() {
            true => Ok(()),
            false => writeln!(f, "    {line}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_under_their_names() {
        let section = Section {
            title: "By document",
            columns: vec!["statements", "n"],
            rows: vec![("one".into(), vec![12, 3]), ("two".into(), vec![4, 5])],
        };
        let expected = [
            "BY DOCUMENT                           statements     n",
            "  one                                         12     3",
            "  two                                          4     5\n",
        ];
        assert_eq!(section.to_string(), expected.join("\n"));
    }

    #[test]
    fn long_lists_are_broken() {
        let finding = Finding {
            what: "things",
            items: (0..60).map(|n| format!("s-{n}")).collect(),
        };
        let text = finding.to_string();
        assert!(text.starts_with("60 things\n    s-0, s-1"));
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH + 4), "{text}");
    }
}
