//! The files of words: what must hold of them, and the form in which a page carries them. Natively only.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use super::Words;

/// The files, in the order of [`Lang`](crate::domain::lang::Lang), each with its path.
const FILES: [(&str, &str); 2] = [
    ("assets/words/ja.json", include_str!("../../../assets/words/ja.json")),
    ("assets/words/en.json", include_str!("../../../assets/words/en.json")),
];

/// The words as a page carries them: for each language a list of its texts, in the order of the keys.
///
/// # Errors
///
/// Every problem of the files, one a line: file, cause and mend.
pub fn write() -> Result<String, String> {
    compact(FILES)
}

/// The words of the files.
pub(super) fn words() -> [Words; 2] {
    let json = write().unwrap_or_else(|problems| panic!("{problems}"));
    super::read(json.leak()).expect("words without problems are whole")
}

fn compact(files: [(&str, &str); 2]) -> Result<String, String> {
    let read = files.map(|(path, json)| serde_json::from_str::<Entries>(json).map_err(|error| (path, error)));
    let languages = match read {
        [Ok(ja), Ok(en)] => [ja, en],
        read => {
            let faults = read.into_iter().filter_map(Result::err);
            let faults = faults.map(|(path, error)| format!("{path}: {error}. Write one object of keys and texts."));
            return Err(faults.collect::<Vec<_>>().join("\n"));
        }
    };
    let mut problems = Vec::new();
    for ((path, _), language) in files.iter().zip(&languages) {
        let found = language.problems(&languages[0]);
        problems.extend(found.into_iter().map(|problem| format!("{path}: {problem}")));
    }
    match problems.is_empty() {
        true => serde_json::to_string(&languages.map(Entries::texts)).map_err(|error| error.to_string()),
        false => Err(problems.join("\n")),
    }
}

/// The keys and texts of a file, as they stand.
struct Entries(Vec<(String, String)>);

impl Entries {
    fn texts(self) -> Vec<String> {
        self.0.into_iter().map(|(_, text)| text).collect()
    }

    fn text(&self, key: &str) -> Option<&str> {
        let entry = self.0.iter().find(|(known, _)| known == key);
        entry.map(|(_, text)| text.as_str())
    }

    fn problems(&self, first: &Self) -> Vec<String> {
        let mut problems = Vec::new();
        for key in Words::KEYS {
            match self.text(key) {
                None => problems.push(format!("`{key}` is missing. Write it.")),
                Some(text) if text.trim().is_empty() => problems.push(format!("`{key}` is empty. Write it.")),
                Some(text) => problems.extend(braces(key, text, first.text(key).unwrap_or(text))),
            }
        }
        let keys = self.0.iter().map(|(key, _)| key.as_str());
        for key in keys.clone().filter(|key| !Words::KEYS.contains(key)) {
            problems.push(format!("no text is called `{key}`. Correct the key, or leave it out."));
        }
        let strayed = keys.zip(Words::KEYS).find(|(key, wanted)| key != *wanted);
        match strayed {
            Some((key, wanted)) if problems.is_empty() => problems.push(format!(
                "`{key}` stands where `{wanted}` should. Keep each key once, in the order of src/domain/words.rs."
            )),
            _ => {}
        }
        problems
    }
}

/// What is wrong with the values that a text takes, beside the same text in the first language.
fn braces(key: &str, text: &str, first: &str) -> Option<String> {
    match (values(text), values(first)) {
        (None, _) => Some(format!("`{key}` has a brace too many. Write {{}} or {{0}}.")),
        (Some(ours), Some(theirs)) if ours != theirs => Some(format!(
            "`{key}` does not take the values that it takes in the first language. Write {{}}, or {{0}} and {{1}}, for each."
        )),
        _ => None,
    }
}

/// The numbers of the values that [`fill`](super::fill) puts into a text.
fn values(text: &str) -> Option<BTreeSet<usize>> {
    let mut parts = text.split('{');
    let whole = |part: &str| !part.contains('}');
    if !parts.next().is_some_and(whole) {
        return None;
    }
    let value = |(at, part): (usize, &str)| match part.split_once('}') {
        Some(("", rest)) if whole(rest) => Some(at),
        Some((number, rest)) if whole(rest) => number.parse().ok(),
        _ => None,
    };
    parts.enumerate().map(value).collect()
}

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Reader)
    }
}

/// Keeps the order of the keys, and keys that stand twice.
struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Entries;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("keys and texts")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Breaks the English file and expects these words in its only problem.
    #[track_caller]
    fn check(old: &str, new: &str, expected: &str) {
        let [ja, (path, json)] = FILES;
        assert!(json.contains(old), "{path} has no {old}");
        let problems = compact([ja, (path, &json.replacen(old, new, 1))]).expect_err(expected);
        assert!(problems.starts_with(path), "{problems}");
        assert!(problems.contains(expected), "{problems}");
        assert_eq!(problems.lines().count(), 1, "{problems}");
    }

    #[test]
    fn every_problem_is_found() {
        let toc = r#""toc": "Contents","#;
        check(toc, "", "`toc` is missing.");
        check(toc, r#""toc": " ","#, "`toc` is empty.");
        check(toc, r#""toc": "Contents", "tok": "Contents","#, "`tok`");
        check(toc, r#""toc": "Contents", "toc": "Contents","#, "`toc` stands where");
        check(r#""skip": "Skip to the text","#, "", "`skip` is missing.");
        check(
            r#""code": "en","#,
            r#""skip": "Skip", "code": "en","#,
            "`skip` stands where `code` should.",
        );
        check("Paragraph {}", "Paragraph", "`paragraph` does not take the values");
        check(
            "{1} of {0} right, in {2}.",
            "{1} of {0} right.",
            "`result_line` does not",
        );
        check(
            "Paragraph {}",
            "Paragraph {} {}",
            "`paragraph` does not take the values",
        );
        check("Paragraph {}", "Paragraph {n}", "`paragraph` has a brace too many.");
        check("Paragraph {}", "Paragraph {", "`paragraph` has a brace too many.");
        check(r#""Contents""#, "7", "expected a string");
        check(toc, "[", "Write one object");
    }

    #[test]
    fn values_may_change_places() {
        let [ja, (path, json)] = FILES;
        let turned = json.replace("{1} of {0} right, in {2}.", "In {2}: of {0} right {1}. {1}!");
        assert!(compact([ja, (path, &turned)]).is_ok());
    }
}
