//! Where a thing of the pack stands, said so that it can leave the page: document, paragraph and a way back; and whose work
//! the pack is.

use std::fmt;

use super::xml;
use crate::domain::lang::Bilingual;
use crate::domain::pack::{Citation, Pack};

/// Where the page can be opened, if that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Home(Option<String>);

/// The text is not an address that a page of the web can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnAddress;

impl fmt::Display for NotAnAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an address of the form https://example.org/yomikurabe/, in ASCII, without `?` and `#`")
    }
}

impl Home {
    /// The page at that address: that of its folder or of its file, as a browser shows it.
    ///
    /// ```
    /// use yomikurabe::domain::export::source::Home;
    /// let home = Home::at("https://example.org/y/").unwrap();
    /// assert_eq!(home.link("term/nato").unwrap(), "https://example.org/y/#term/nato");
    /// assert_eq!(Home::default().link("term/nato"), None);
    /// assert!(Home::at("javascript:alert(1)").is_err());
    /// ```
    pub fn at(address: &str) -> Result<Self, NotAnAddress> {
        let is_page = ["https://", "http://"].iter().any(|start| address.starts_with(start));
        let is_allowed = |letter: char| letter.is_ascii_graphic() && !"\"'<>\\^`{|}#?".contains(letter);
        match is_page && address.chars().all(is_allowed) {
            true => Ok(Self(Some(address.to_owned()))),
            false => Err(NotAnAddress),
        }
    }

    /// A link to a place in the page; `None` where it is not known where the page is.
    #[must_use]
    pub fn link(&self, fragment: &str) -> Option<String> {
        self.0.as_ref().map(|page| [page, "#", fragment].concat())
    }

    /// A link to a place in the page, or what its address ends with.
    #[must_use]
    pub fn address(&self, fragment: &str) -> String {
        self.link(fragment).unwrap_or_else(|| ["#", fragment].concat())
    }
}

/// A paragraph that a claim rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The document's id.
    pub document: String,
    /// How notes name it: 資料2.
    pub label: String,
    /// The document's own title.
    pub title: String,
    /// The paragraph, from 1.
    pub paragraph: u16,
    /// The words that bear the claim.
    pub anchor: String,
    /// A link to the paragraph, or what its address ends with (`#doc/paris-declaration/p14`).
    pub address: String,
    /// The link, where it is known where the page is.
    pub link: Option<String>,
}

impl Source {
    /// The cited place.
    #[must_use]
    pub fn of(pack: &Pack, cite: Citation, home: &Home) -> Self {
        let document = &pack[cite.document];
        let number = cite.paragraph.0;
        let fragment = ["doc/", &document.slug, "/p", &number.to_string()].concat();
        let paragraph = document.paragraph(cite.paragraph);
        let words = paragraph.and_then(|paragraph| paragraph.text.plain.get(cite.span.range()));
        Self {
            document: document.slug.clone(),
            label: document.label.clone(),
            title: document.title.clone(),
            paragraph: number,
            anchor: words.unwrap_or_default().to_owned(),
            address: home.address(&fragment),
            link: home.link(&fragment),
        }
    }

    /// 資料2「題名」¶14.
    #[must_use]
    pub fn name(&self) -> String {
        let Self {
            label,
            title,
            paragraph,
            ..
        } = self;
        format!("{label}「{title}」¶{paragraph}")
    }

    /// The name and the address, as plain text.
    #[must_use]
    pub fn line(&self) -> String {
        format!("{}（{}）", self.name(), self.address)
    }

    /// The name as a link, or name and address where there is nothing to link to, as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        match &self.link {
            Some(link) => format!("<a href=\"{}\">{}</a>", xml::escape(link), xml::escape(&self.name())),
            None => xml::escape(&self.line()),
        }
    }
}

/// Whose work a pack's text is, and under which licence, in one line.
#[must_use]
pub fn credit(pack: &Pack) -> Bilingual {
    let Bilingual { ja, en } = &pack.title;
    let licence = &pack.licence;
    Bilingual {
        ja: format!("「{ja}」よみくらべ学習版、The Yomikurabe authors、{licence}"),
        en: format!("“{en}”, よみくらべ study edition, The Yomikurabe authors, {licence}"),
    }
}

/// Where a licence can be read, of those that are known by name.
#[must_use]
pub fn licence_address(licence: &str) -> Option<&'static str> {
    match licence {
        "CC BY 4.0" => Some("https://creativecommons.org/licenses/by/4.0/"),
        "CC BY-SA 4.0" => Some("https://creativecommons.org/licenses/by-sa/4.0/"),
        "CC0 1.0" => Some("https://creativecommons.org/publicdomain/zero/1.0/"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_the_web_are_homes() {
        for address in ["https://a.example/", "http://localhost:8080/index.html"] {
            assert!(Home::at(address).is_ok(), "{address}");
        }
        for address in [
            "",
            "file:///a",
            "https://a/\"onload=",
            "https://a b/",
            "https://a/#x",
            "https://例/",
        ] {
            assert!(Home::at(address).is_err(), "{address}");
        }
    }
}
