//! What is put into a page of the course: a frame, an element, a link, as text.

use super::draft::{Copy, Draft, Field};
use super::fault::Fault;
use crate::domain::pack::Pack;
use crate::domain::words::fill;

/// The texts to be copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippets {
    /// `<iframe …>`.
    pub frame: String,
    /// `<script …>` and `<yomi-kurabe …>`.
    pub element: String,
    /// An address of the whole page.
    pub link: String,
}

const FRAME: &str = r#"<iframe src="{0}?embed&amp;lang={1}&amp;theme={2}#{3}" title="{4}" width="100%" height="{5}" style="border: 0" allow="clipboard-write"></iframe>"#;
const ELEMENT: &str = "<script src=\"{0}embed-host.js\"></script>\n<yomi-kurabe view=\"{3}\" lang=\"{1}\" theme=\"{2}\" title=\"{4}\"{5}></yomi-kurabe>";
const FIXED: &str = " style=\"height: {}px; overflow: auto\"";

impl Snippets {
    /// The texts for a choice; `title` is what the view is called.
    ///
    /// # Errors
    ///
    /// The first thing in the fields that cannot be done.
    pub fn of(draft: &Draft, pack: &Pack, title: &str) -> Result<Self, Fault> {
        let view = draft.view(pack)?;
        let pixels = draft.pixels()?.to_string();
        let Copy { page, folder } = draft.copy()?;
        let view = escaped(&view);
        let title = escaped(title);
        let [lang, theme] = &[Field::Lang, Field::Theme].map(|field| escaped(draft.get(field)));
        let fixed = match draft.get(Field::Height) {
            "fixed" => fill(FIXED, &[&pixels]),
            _ => String::new(),
        };
        Ok(Self {
            frame: fill(FRAME, &[page, lang, theme, &view, &title, &pixels]),
            element: fill(ELEMENT, &[folder, lang, theme, &view, &title, &fixed]),
            link: [page, "#", &draft.view(pack)?].concat(),
        })
    }
}

/// A text as the value of an attribute.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            _ => out.push(letter),
        }
    }
    out
}
