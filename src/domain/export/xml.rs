//! XML and XHTML, written from a tree of elements so that whatever text comes, what is written is well-formed.

use std::fmt::Write;

/// An element with what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
    layout: Layout,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Node {
    Text(String),
    Element(Element),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    /// What is in it follows without a gap.
    Run,
    /// A child a line; for elements in which white space means nothing.
    Lines,
}

/// An element in which white space counts.
#[must_use]
pub fn run(name: &'static str) -> Element {
    Element {
        name,
        attributes: Vec::new(),
        children: Vec::new(),
        layout: Layout::Run,
    }
}

/// An element that holds elements only, written a line each.
#[must_use]
pub fn lines(name: &'static str) -> Element {
    Element {
        layout: Layout::Lines,
        ..run(name)
    }
}

impl Element {
    /// With an attribute.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With more text.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.children.push(Node::Text(text.into()));
        self
    }

    /// With one more element.
    #[must_use]
    pub fn child(mut self, child: Element) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// With more elements.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }

    /// As it stands in a document.
    #[must_use]
    pub fn to_xml(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.name);
        for (name, value) in &self.attributes {
            // Writing to a text never fails.
            let _ = write!(out, " {name}=\"{}\"", attribute(value));
        }
        if self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        let gap = if self.layout == Layout::Lines { "\n" } else { "" };
        for child in &self.children {
            out.push_str(gap);
            match child {
                Node::Text(text) => out.push_str(&escape(text)),
                Node::Element(element) => element.write(out),
            }
        }
        out.push_str(gap);
        let _ = write!(out, "</{}>", self.name);
    }
}

/// A whole document.
#[must_use]
pub fn document(root: &Element) -> String {
    ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", &root.to_xml(), "\n"].concat()
}

/// Text as XML and HTML write it between elements. Letters that XML does not know (control characters) become `�`.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            '\t' | '\n' => out.push(letter),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(letter),
        }
    }
    out
}

/// The same in an attribute, where line ends and tabs would become spaces.
fn attribute(text: &str) -> String {
    escape(text).replace('\n', "&#10;").replace('\t', "&#9;")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn white_space_stays_where_it_counts() {
        let ruby = run("ruby").text("漢").child(run("rt").text("かん"));
        let page = lines("body").child(run("p").child(ruby).text("字"));
        assert_eq!(page.to_xml(), "<body>\n<p><ruby>漢<rt>かん</rt></ruby>字</p>\n</body>");
    }

    proptest! {
        #[test]
        fn any_text_is_read_back(text in any::<String>()) {
            let written = document(&run("a").with("b", text.as_str()).text(text.as_str()));
            let read = roxmltree::Document::parse(&written).expect("well-formed");
            let expected: String = text.chars().map(|letter| match escape(&letter.to_string()).as_str() {
                "\u{fffd}" => '\u{fffd}',
                _ => letter,
            }).collect();
            prop_assert_eq!(read.root_element().attribute("b"), Some(expected.as_str()));
            prop_assert_eq!(read.root_element().text().unwrap_or_default(), expected.as_str());
        }
    }
}
