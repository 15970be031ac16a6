//! The filter in an address: `issues=force,territory&actors=russia,~us&docs=d1&from=2026-01&until=2026-03`.
//!
//! ```text
//! query  = [ part *( "&" part ) ]
//! part   = "issues=" slugs / "actors=" actors / "docs=" slugs / "basis=" words
//!        / "from=" date / "until=" date / "undated=no" / "open=" slugs
//! actors = actor *( "," actor )
//! actor  = slug / "~" slug        ; ~russia is that actor alone, russia its whole column
//! words  = word *( "," word )     ; direct, reported, hedged, inference
//! ```
//!
//! A part that is left out chooses everything. What this pack does not know is handed back and chooses nothing; a list
//! of which nothing is known is as good as left out, so that an old link still shows something.

use crate::domain::date::PartialDate;
use crate::domain::pack::{ActorId, Attribution, DocumentId, FindBySlug, IssueId, Keyword, Pack};

use super::{Choice, Filter, Opened, Party, Undated};

impl Filter {
    /// Writes the filter; the empty text where it leaves nothing out.
    #[must_use]
    pub fn to_query(&self, pack: &Pack) -> String {
        let mut parts = Vec::new();
        let slug = |id: &IssueId| id.slug(pack).to_owned();
        parts.extend(self.issues.part("issues", slug));
        parts.extend(self.actors.part("actors", |party| party.to_word(pack)));
        let slug = |id: &DocumentId| id.slug(pack).to_owned();
        parts.extend(self.documents.part("docs", slug));
        parts.extend(self.period.from.map(|date| part("from", &date.to_string())));
        parts.extend(self.period.until.map(|date| part("until", &date.to_string())));
        if self.undated == Undated::Exclude {
            parts.push(part("undated", "no"));
        }
        let word = |basis: &Attribution| basis.word().to_owned();
        parts.extend(self.attributions.part("basis", word));
        parts.join("&")
    }

    /// Reads a query, together with the parts of it that are not the filter's or not in this pack.
    #[must_use]
    pub fn from_query(pack: &Pack, query: &str) -> (Self, Vec<String>) {
        let mut filter = Self::default();
        let mut unknown = Vec::new();
        for part in query.split('&').filter(|part| !part.is_empty()) {
            let part = decode(part);
            let (key, value) = part.split_once('=').unwrap_or((&part, ""));
            filter.read(pack, key, value, &mut unknown);
        }
        (filter, unknown)
    }

    fn read(&mut self, pack: &Pack, key: &str, value: &str, unknown: &mut Vec<String>) {
        let lost = match key {
            "issues" => self.issues.read(value, |word| IssueId::find(pack, word)),
            "actors" => self.actors.read(value, |word| Party::from_word(pack, word)),
            "docs" => self.documents.read(value, |word| DocumentId::find(pack, word)),
            "basis" => self.attributions.read(value, Attribution::from_word),
            "from" => read_date(&mut self.period.from, value),
            "until" => read_date(&mut self.period.until, value),
            "undated" if value == "no" => {
                self.undated = Undated::Exclude;
                Vec::new()
            }
            _ => vec![value],
        };
        unknown.extend(lost.into_iter().map(|value| part(key, value)));
    }
}

impl Opened {
    /// Writes the opened columns; the empty text where none is.
    #[must_use]
    pub fn to_query(&self, pack: &Pack) -> String {
        let slugs: Vec<&str> = self.sides().iter().map(|side| side.slug(pack)).collect();
        match slugs.is_empty() {
            true => String::new(),
            false => part("open", &slugs.join(",")),
        }
    }

    /// Takes the opened columns out of the parts that [`Filter::from_query`] handed back.
    #[must_use]
    pub fn take(pack: &Pack, parts: &mut Vec<String>) -> Self {
        let mut opened = Self::default();
        let mut rest = Vec::new();
        for part in parts.drain(..) {
            match part.strip_prefix("open=") {
                Some(slugs) => rest.extend(opened.read(pack, slugs)),
                None => rest.push(part),
            }
        }
        *parts = rest;
        opened
    }

    /// Opens the columns of a list and gives back the parts that name none.
    fn read(&mut self, pack: &Pack, slugs: &str) -> Vec<String> {
        let mut lost = Vec::new();
        for slug in slugs.split(',') {
            match Party::from_word(pack, slug) {
                Some(Party::Side(side)) => self.open(side),
                _ => lost.push(part("open", slug)),
            }
        }
        lost
    }
}

impl<T: Ord + Copy> Choice<T> {
    fn part(&self, key: &str, word: impl Fn(&T) -> String) -> Option<String> {
        match self {
            Self::All => None,
            Self::Only(items) => {
                let words: Vec<String> = items.iter().map(word).collect();
                Some(part(key, &words.join(",")))
            }
        }
    }

    /// Adds the words of a list to this choice and gives back those that mean nothing.
    fn read<'a>(&mut self, list: &'a str, find: impl Fn(&str) -> Option<T>) -> Vec<&'a str> {
        let mut items = match self {
            Self::All => Vec::new(),
            Self::Only(items) => std::mem::take(items),
        };
        let mut lost = Vec::new();
        for word in list.split(',').filter(|word| !word.is_empty()) {
            match find(word) {
                Some(item) => items.push(item),
                None => lost.push(word),
            }
        }
        *self = match items.is_empty() && !lost.is_empty() {
            true => Self::All,
            false => Self::only(items),
        };
        lost
    }
}

impl Party {
    fn to_word(self, pack: &Pack) -> String {
        let slug = self.actor().slug(pack);
        match Self::of(pack, self.actor()) == self {
            true => slug.to_owned(),
            false => String::from("~") + slug,
        }
    }

    fn from_word(pack: &Pack, word: &str) -> Option<Self> {
        match word.strip_prefix('~') {
            Some(slug) => ActorId::find(pack, slug).map(Self::Actor),
            None => ActorId::find(pack, word).map(|actor| Self::of(pack, actor)),
        }
    }
}

fn part(key: &str, value: &str) -> String {
    [key, value].join("=")
}

fn read_date<'a>(end: &mut Option<PartialDate>, value: &'a str) -> Vec<&'a str> {
    match value.parse() {
        Ok(date) => {
            *end = Some(date);
            Vec::new()
        }
        Err(_) => vec![value],
    }
}

/// Undoes the percent-encoding of ASCII that mail programs and chats put on commas and tildes.
fn decode(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    let mut rest = part;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        match after.get(..2).map(|hex| u8::from_str_radix(hex, 16)) {
            Some(Ok(byte)) if byte.is_ascii_graphic() => {
                out.push(char::from(byte));
                rest = &after[2..];
            }
            _ => {
                out.push('%');
                rest = after;
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::compare::sample;

    #[track_caller]
    fn check(query: &str, again: &str, lost: &[&str]) {
        let pack = sample::pack("");
        let (filter, mut unknown) = Filter::from_query(&pack, query);
        let opened = Opened::take(&pack, &mut unknown);
        let mut written = vec![filter.to_query(&pack), opened.to_query(&pack)];
        written.retain(|part| !part.is_empty());
        assert_eq!(written.join("&"), again, "{query}");
        assert_eq!(unknown, lost, "{query}");
    }

    #[test]
    fn reads_and_writes() {
        check("", "", &[]);
        let all = "issues=force,territory&actors=russia,~us,putin&docs=old&from=2024-11&until=2026-01-06&undated=no&basis=direct,hedged&open=russia";
        check(
            all,
            "issues=force,territory&actors=russia,putin,~us&docs=old&from=2024-11&until=2026-01-06&undated=no&basis=direct,hedged&open=russia",
            &[],
        );
        check("actors=us%2C%7Erussia", "actors=us,~russia", &[]);
        check("issues=", "issues=", &[]);
        check("docs=new&docs=old", "docs=old,new", &[]);
    }

    #[test]
    fn hands_back_what_it_does_not_know() {
        check("issues=force,gone", "issues=force", &["issues=gone"]);
        check("issues=gone", "", &["issues=gone"]);
        check("seed=7&from=soon", "", &["seed=7", "from=soon"]);
        check("undated=perhaps&x", "", &["undated=perhaps", "x="]);
        check(
            "open=putin,us&%&%zz=%C3%A9",
            "open=us",
            &["open=putin", "%=", "%zz=%C3%A9"],
        );
    }

    proptest! {
        #[test]
        fn a_filter_survives_its_address(filter in sample::filters()) {
            let pack = sample::pack("");
            let (again, unknown) = Filter::from_query(&pack, &filter.to_query(&pack));
            prop_assert_eq!(again, filter);
            prop_assert!(unknown.is_empty());
        }

        #[test]
        fn any_text_is_read(query in ".*") {
            let pack = sample::pack("");
            let _ = Filter::from_query(&pack, &query);
        }
    }
}
