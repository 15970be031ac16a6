//! The keys of a JSON object, read one by one; the first fault is remembered.
//!
//! A fault does not end the reading of an item. What takes the place of the faulty value is empty, and nobody sees it:
//! after a fault no pack is given out. Were there a way out at each of the format's hundred keys, the code that drops
//! what has been read so far would be most of the reader.

use std::cell::OnceCell;

use super::error::{Fault, LoadError};
use crate::domain::json::{Json, Member};

/// An object of the compiled pack, and the way to it.
pub(super) struct Fields<'a> {
    members: &'a [Member<'a>],
    way: Option<Step<'a>>,
    first_fault: &'a OnceCell<LoadError>,
}

/// The last step of a way: `/statements/3`.
struct Step<'a> {
    above: &'a Fields<'a>,
    key: &'static str,
    place: Option<usize>,
}

impl<'a> Fields<'a> {
    /// The outermost object.
    pub fn outermost(json: &'a Json<'a>, first_fault: &'a OnceCell<LoadError>) -> Self {
        let fields = Self {
            members: members(json).unwrap_or_default(),
            way: None,
            first_fault,
        };
        if members(json).is_none() {
            fields.refuse("the text", Fault::Json);
        }
        fields
    }

    /// Whether the key is there.
    pub fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// A whole number.
    pub fn number(&self, key: &'static str) -> u32 {
        let number = match self.find(key) {
            Some(Json::Number(digits)) => digits.parse().ok(),
            _ => None,
        };
        number.unwrap_or_else(|| {
            self.miss(key, None, "a number");
            0
        })
    }

    /// A text, as it stands.
    pub fn words(&self, key: &'static str) -> &str {
        self.words_in(key, None, self.find(key))
    }

    /// A text.
    pub fn text(&self, key: &'static str) -> String {
        self.words(key).to_owned()
    }

    /// A text, where the key is there.
    pub fn optional_text(&self, key: &'static str) -> Option<String> {
        self.has(key).then(|| self.text(key))
    }

    /// A list of texts; empty where the key is not there.
    pub fn texts(&self, key: &'static str) -> Vec<String> {
        let mut texts = Vec::new();
        for (place, json) in self.optional_list(key).iter().enumerate() {
            texts.push(self.words_in(key, Some(place), Some(json)).to_owned());
        }
        texts
    }

    /// A list of pairs of texts; empty where the key is not there.
    pub fn pairs(&self, key: &'static str) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        for (place, json) in self.optional_list(key).iter().enumerate() {
            match items(json).unwrap_or_default() {
                [Json::Text(left), Json::Text(right)] => pairs.push((left.to_string(), right.to_string())),
                _ => self.miss(key, Some(place), "a pair of texts"),
            }
        }
        pairs
    }

    /// The object under a key.
    pub fn object(&self, key: &'static str) -> Fields<'_> {
        self.below(key, None, self.find(key))
    }

    /// Reads the objects of a list, up to the first fault.
    pub fn items<T>(&self, key: &'static str, read: impl Fn(&Fields<'_>) -> Option<T>) -> Vec<T> {
        let mut items = Vec::new();
        self.each(key, &mut |fields| {
            if let Some(item) = read(fields) {
                items.push(item);
            }
        });
        items
    }

    fn each(&self, key: &'static str, visit: &mut dyn FnMut(&Fields<'_>)) {
        for (place, json) in self.list(key).iter().enumerate() {
            if self.first_fault.get().is_some() {
                break;
            }
            visit(&self.below(key, Some(place), Some(json)));
        }
    }

    /// A list.
    pub fn list(&self, key: &'static str) -> &[Json<'a>] {
        let list = self.find(key).and_then(items);
        list.unwrap_or_else(|| {
            self.miss(key, None, "a list");
            &[]
        })
    }

    fn optional_list(&self, key: &'static str) -> &[Json<'a>] {
        if self.has(key) { self.list(key) } else { &[] }
    }

    /// The id of the item, by which its faults are found.
    pub fn id(&self) -> &str {
        match (self.find("id"), &self.way) {
            (None, Some(step)) => step.above.id(),
            _ => self.words("id"),
        }
    }

    /// Notes a fault, if it is the first.
    pub fn refuse(&self, place: &str, fault: Fault) {
        self.first_fault.get_or_init(|| LoadError::new(place, fault));
    }

    /// The value of a key as words, at a place of its list or by itself.
    fn words_in<'b>(&self, key: &'static str, place: Option<usize>, json: Option<&'b Json<'a>>) -> &'b str {
        match json {
            Some(Json::Text(words)) => words,
            _ => {
                self.miss(key, place, "a text");
                ""
            }
        }
    }

    fn below<'b>(&'b self, key: &'static str, place: Option<usize>, json: Option<&'b Json<'a>>) -> Fields<'b> {
        let members = json.and_then(members).unwrap_or_else(|| {
            self.miss(key, place, "an object");
            &[]
        });
        Fields {
            members,
            way: Some(Step {
                above: self,
                key,
                place,
            }),
            first_fault: self.first_fault,
        }
    }

    fn find(&self, key: &str) -> Option<&'a Json<'a>> {
        let member = self.members.iter().find(|(known, _)| *known == key);
        member.map(|(_, json)| json)
    }

    /// Notes that something else stands under a key, or nothing.
    fn miss(&self, key: &'static str, place: Option<usize>, wanted: &str) {
        let step = Step {
            above: self,
            key,
            place,
        };
        let mut way = String::new();
        step.write_to(&mut way);
        for part in [", ", wanted, " should stand here"] {
            way.push_str(part);
        }
        self.refuse(&way, Fault::Json);
    }
}

impl Step<'_> {
    fn write_to(&self, out: &mut String) {
        if let Some(step) = &self.above.way {
            step.write_to(out);
        }
        out.push('/');
        out.push_str(self.key);
        if let Some(place) = self.place {
            out.push('/');
            out.push_str(&place.to_string());
        }
    }
}

fn members<'b, 'a>(json: &'b Json<'a>) -> Option<&'b [Member<'a>]> {
    match json {
        Json::Map(members) => Some(members),
        _ => None,
    }
}

fn items<'b, 'a>(json: &'b Json<'a>) -> Option<&'b [Json<'a>]> {
    match json {
        Json::List(items) => Some(items),
        _ => None,
    }
}
