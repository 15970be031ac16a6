//! Tables as CSV, as tab-separated text and as HTML, for files and for the clipboard; natively also what is taken out of a
//! pack into other programs, a format a file.

#[cfg(not(target_arch = "wasm32"))]
pub mod anki;
#[cfg(not(target_arch = "wasm32"))]
pub mod citation;
#[cfg(not(target_arch = "wasm32"))]
pub mod course;
#[cfg(not(target_arch = "wasm32"))]
pub mod epub;
#[cfg(not(target_arch = "wasm32"))]
pub mod gift;
#[cfg(not(target_arch = "wasm32"))]
pub mod moodle;
pub mod package;
#[cfg(not(target_arch = "wasm32"))]
pub mod part;
#[cfg(not(target_arch = "wasm32"))]
pub mod qti;
#[cfg(not(target_arch = "wasm32"))]
pub mod question;
#[cfg(not(target_arch = "wasm32"))]
pub mod records;
#[cfg(not(target_arch = "wasm32"))]
pub mod source;
#[cfg(not(target_arch = "wasm32"))]
pub mod xml;

/// A table of plain texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Names of the columns.
    pub header: Vec<String>,
    /// Rows as long as the header.
    pub rows: Vec<Vec<String>>,
}

/// Whether a file begins with a byte order mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByteOrderMark {
    /// It does: Excel takes a CSV file for UTF-8 only then.
    With,
    /// It does not.
    Without,
}

impl Table {
    /// CSV after RFC 4180: lines end in CR LF, a cell with a comma, a quote or a line break stands in quotes.
    ///
    /// A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@` (also full-width), a tab or a carriage return as
    /// a formula. Such a cell gets an apostrophe before it, here and in the other two forms, after OWASP's advice on
    /// CSV injection.
    ///
    /// ```
    /// use yomikurabe::domain::export::{ByteOrderMark, Table};
    /// let table = Table {
    ///     caption: String::new(),
    ///     header: vec!["論点".into(), "要約".into()],
    ///     rows: vec![vec!["領土".into(), "=1+1, \"二\"".into()]],
    /// };
    /// let csv = table.to_csv(ByteOrderMark::Without);
    /// assert_eq!(csv, "論点,要約\r\n領土,\"'=1+1, \"\"二\"\"\"\r\n");
    /// ```
    #[must_use]
    pub fn to_csv(&self, mark: ByteOrderMark) -> String {
        let mut out = match mark {
            ByteOrderMark::With => String::from("\u{feff}"),
            ByteOrderMark::Without => String::new(),
        };
        for line in self.lines() {
            join(&mut out, line, ",", csv_cell);
            out.push_str("\r\n");
        }
        out
    }

    /// Tab-separated text, to be pasted into a spreadsheet; tabs and line breaks in a cell become spaces.
    #[must_use]
    pub fn to_tsv(&self) -> String {
        let mut out = String::new();
        for line in self.lines() {
            join(&mut out, line, "\t", |out, cell| {
                out.push_str(&cell.replace(['\t', '\r', '\n'], " "));
            });
            out.push('\n');
        }
        out
    }

    /// A plain `<table>`, to be pasted into a text processor.
    #[must_use]
    pub fn to_html(&self) -> String {
        let mut out = String::from("<table><caption>");
        escape(&mut out, &self.caption);
        out.push_str("</caption><thead><tr><th scope=\"col\">");
        join(&mut out, &self.header, "</th><th scope=\"col\">", escape);
        out.push_str("</th></tr></thead><tbody>");
        for row in &self.rows {
            out.push_str("<tr><td>");
            join(&mut out, row, "</td><td>", escape);
            out.push_str("</td></tr>");
        }
        out.push_str("</tbody></table>");
        out
    }

    fn lines(&self) -> impl Iterator<Item = &[String]> {
        let rows = self.rows.iter().map(Vec::as_slice);
        std::iter::once(self.header.as_slice()).chain(rows)
    }
}

/// Writes guarded cells with something between them.
fn join(out: &mut String, cells: &[String], between: &str, write: impl Fn(&mut String, &str)) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push_str(between);
        }
        match cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r']) {
            true => write(out, &["'", cell].concat()),
            false => write(out, cell),
        }
    }
}

fn csv_cell(out: &mut String, cell: &str) {
    match cell.contains([',', '"', '\r', '\n']) {
        true => {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        }
        false => out.push_str(cell),
    }
}

fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("<br>"),
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn table(rows: &[&[&str]]) -> Table {
        let row = |row: &&[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
        let mut rows: Vec<Vec<String>> = rows.iter().map(row).collect();
        Table {
            caption: "a < b".into(),
            header: rows.remove(0),
            rows,
        }
    }

    /// Reads CSV letter by letter, as RFC 4180 tells it; independent of the writer.
    fn read_csv(text: &str) -> Vec<Vec<String>> {
        let mut records = vec![vec![String::new()]];
        let mut quoted = false;
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            let record = records.last_mut().expect("never empty");
            let cell = record.last_mut().expect("never empty");
            match (letter, quoted) {
                ('"', true) if letters.peek() == Some(&'"') => cell.extend(letters.next()),
                ('"', _) => quoted = !quoted,
                (',', false) => record.push(String::new()),
                ('\r', false) => {
                    assert_eq!(letters.next(), Some('\n'), "a lone CR outside quotes");
                    records.push(vec![String::new()]);
                }
                _ => cell.push(letter),
            }
        }
        assert!(!quoted, "a quote left open");
        assert_eq!(records.pop(), Some(vec![String::new()]), "no line end at the end");
        records
    }

    #[test]
    fn guards_formulas_in_every_form() {
        let table = table(&[&["h"], &["=1"], &["+1"], &["-1"], &["@x"], &["－"], &["1-1"]]);
        let guarded = "h\r\n'=1\r\n'+1\r\n'-1\r\n'@x\r\n'－\r\n1-1\r\n";
        assert_eq!(table.to_csv(ByteOrderMark::Without), guarded);
        assert_eq!(table.to_tsv(), guarded.replace('\r', ""));
        assert!(table.to_html().contains("<td>'=1</td>"));
    }

    #[test]
    fn marks_the_byte_order_where_asked() {
        assert!(
            table(&[&["h"]])
                .to_csv(ByteOrderMark::With)
                .starts_with("\u{feff}h\r\n")
        );
    }

    #[test]
    fn writes_html() {
        let table = table(&[&["h", "i"], &["<b>&\"", "one\ntwo"]]);
        let html = "<table><caption>a &lt; b</caption>\
            <thead><tr><th scope=\"col\">h</th><th scope=\"col\">i</th></tr></thead>\
            <tbody><tr><td>&lt;b&gt;&amp;&quot;</td><td>one<br>two</td></tr></tbody></table>";
        assert_eq!(table.to_html(), html);
    }

    #[test]
    fn a_tab_in_a_cell_moves_no_column() {
        let table = table(&[&["h", "i"], &["a\tb", "c\r\nd"]]);
        assert_eq!(table.to_tsv(), "h\ti\na b\tc  d\n");
    }

    proptest! {
        #[test]
        fn csv_reads_back(cells in proptest::collection::vec("[,\"\r\na=+@東－ -]{0,6}", 2..12)) {
            let rows: Vec<Vec<&str>> = cells.chunks_exact(2).map(|row| row.iter().map(String::as_str).collect()).collect();
            let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
            let read = read_csv(&table(&rows).to_csv(ByteOrderMark::Without));
            prop_assert_eq!(read.len(), rows.len());
            for (read, row) in read.iter().zip(rows) {
                for (read, cell) in read.iter().zip(row) {
                    let bare = read.strip_prefix('\'').unwrap_or(read);
                    prop_assert_eq!(bare, *cell);
                    prop_assert!(!read.starts_with(['=', '+', '-', '@', '－', '\r']));
                }
            }
        }
    }
}
