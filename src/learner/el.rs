//! Elements as plain values: the platform makes the page's elements of them, tests read them as text.

use std::ops::Deref;

/// An element in the making. It is behind a pointer, since the views hand it on at every call.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct El(Box<Made>);

/// An element with its attributes and what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// `p`, `svg`; within `svg` all names are those of SVG.
    pub name: &'static str,
    /// Names and values.
    pub attributes: Vec<(&'static str, String)>,
    /// What is in it.
    pub kids: Vec<Kid>,
}

/// What stands in an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kid {
    /// Another element.
    El(El),
    /// Text.
    Text(String),
}

/// Begins an element.
#[inline(never)]
pub fn el(name: &'static str) -> El {
    El(Box::new(Made {
        name,
        attributes: Vec::new(),
        kids: Vec::new(),
    }))
}

impl Deref for El {
    type Target = Made;

    fn deref(&self) -> &Made {
        &self.0
    }
}

/// A button that says what it does, which the platform hears.
#[inline(never)]
pub fn button(class: &'static str, does: &'static str, name: &str) -> El {
    let button = el("button").class(class).at("type", "button").at("data-do", does);
    if name.is_empty() { button } else { button.say(name) }
}

impl El {
    /// An attribute.
    pub fn at(self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.attribute_of(name, value.as_ref())
    }

    // A call is a tenth of what it would be to write the same at every place.
    #[inline(never)]
    fn attribute_of(mut self, name: &'static str, value: &str) -> Self {
        self.0.attributes.push((name, value.to_owned()));
        self
    }

    /// A measure of a drawing.
    #[inline(never)]
    pub fn number(self, name: &'static str, value: u32) -> Self {
        self.at(name, value.to_string())
    }

    /// `class`.
    pub fn class(self, value: &'static str) -> Self {
        self.at("class", value)
    }

    /// Text at the end.
    pub fn say(self, text: impl AsRef<str>) -> Self {
        self.text_of(text.as_ref())
    }

    #[inline(never)]
    fn text_of(mut self, text: &str) -> Self {
        self.0.kids.push(Kid::Text(text.to_owned()));
        self
    }

    /// An element at the end.
    #[inline(never)]
    pub fn kid(mut self, kid: El) -> Self {
        self.0.kids.push(Kid::El(kid));
        self
    }

    /// Elements at the end; also none, as of an `Option`.
    pub fn kids(self, kids: impl IntoIterator<Item = El>) -> Self {
        kids.into_iter().fold(self, Self::kid)
    }

    /// All text in it, with a space between elements.
    #[must_use]
    pub fn text(&self) -> String {
        let texts = self.kids.iter().map(|kid| match kid {
            Kid::El(el) => el.text(),
            Kid::Text(text) => text.clone(),
        });
        texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The first element in it, or itself, of which something holds.
    #[must_use]
    pub fn find(&self, holds: &dyn Fn(&Self) -> bool) -> Option<&Self> {
        if holds(self) {
            return Some(self);
        }
        self.elements().find_map(|kid| kid.find(holds))
    }

    /// The elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.kids.iter().filter_map(|kid| match kid {
            Kid::El(el) => Some(el),
            Kid::Text(_) => None,
        })
    }

    /// An attribute's value; empty where it has none.
    #[must_use]
    pub fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(known, _)| *known == name);
        found.map_or("", |(_, value)| value)
    }
}
