//! The documents as a list of references, for programs that manage them: CSL-JSON and BibTeX.
//!
//! The study edition retells its documents; a reference names the document itself, as far as it is known.

use serde_json::{Map, Value, json};

use super::source::{Home, credit};
use crate::domain::date::PartialDate;
use crate::domain::pack::{Document, Pack};

/// The references in the JSON of the Citation Style Language, with the study edition itself as the last.
///
/// Source: <https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types>.
#[must_use]
pub fn csl_json(pack: &Pack, home: &Home) -> String {
    let mut list: Vec<Value> = pack.documents.iter().map(|document| csl(document, home)).collect();
    let edition = json!({
        "id": pack.slug,
        "type": "webpage",
        "language": "ja",
        "title": pack.title.ja,
        "author": [{"literal": "The Yomikurabe authors"}],
        "note": credit(pack).en,
    });
    list.push(with_link(edition, home.link("docs")));
    // A tree of texts and numbers can always be written.
    serde_json::to_string_pretty(&list).unwrap_or_default() + "\n"
}

fn csl(document: &Document, home: &Home) -> Value {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    put("id", json!(document.slug));
    put("type", json!("article"));
    put("language", json!("ja"));
    put("title", json!(document.title));
    put("title-short", json!(document.short.ja));
    put("genre", json!(document.kind.ja));
    put("note", json!(note(document)));
    let literal = |name: &String| json!({"literal": name});
    if !document.authors.is_empty() {
        put("author", document.authors.iter().map(literal).collect());
    }
    if let Some(translator) = &document.translator {
        put("translator", json!([literal(translator)]));
    }
    if let Some(publisher) = &document.publisher {
        put("publisher", json!(publisher));
    }
    if let Some(parts) = document.date.and_then(date_parts) {
        put("issued", json!({"date-parts": [parts]}));
    }
    with_link(Value::Object(fields), home.link(&["doc/", &document.slug].concat()))
}

fn with_link(mut value: Value, link: Option<String>) -> Value {
    if let (Some(link), Some(fields)) = (link, value.as_object_mut()) {
        fields.insert("URL".to_owned(), json!(link));
    }
    value
}

/// What a reference says besides: how the source is named here, and how its date is known.
fn note(document: &Document) -> String {
    let Document { label, date_note, .. } = document;
    format!("{label}。{date_note}")
}

/// Year, month and day, as far as they are known; nothing for a century.
fn date_parts(date: PartialDate) -> Option<Vec<u16>> {
    let rest = [date.month(), date.day()];
    Some(
        date.year()
            .into_iter()
            .chain(rest.into_iter().flatten().map(u16::from))
            .collect(),
    )
    .filter(|parts: &Vec<u16>| !parts.is_empty())
}

/// The references as BibTeX, to be read as UTF-8.
#[must_use]
pub fn bibtex(pack: &Pack, home: &Home) -> String {
    let documents = pack.documents.iter().map(|document| entry(document, home));
    let edition = [
        ("author", Some("{The Yomikurabe authors}".to_owned())),
        ("title", Some(kept(&pack.title.ja))),
        ("note", Some(escape(&credit(pack).en))),
        ("url", home.link("docs")),
        ("langid", Some("japanese".to_owned())),
    ];
    documents.chain([written(&pack.slug, &edition)]).collect()
}

fn entry(document: &Document, home: &Home) -> String {
    let authors: Vec<String> = document.authors.iter().map(|name| kept(name)).collect();
    let year = document.date.and_then(PartialDate::year);
    written(
        &document.slug,
        &[
            ("author", Some(authors.join(" and ")).filter(|names| !names.is_empty())),
            ("title", Some(kept(&document.title))),
            ("translator", document.translator.as_deref().map(kept)),
            ("year", year.map(|year| year.to_string())),
            (
                "date",
                document.date.filter(|_| year.is_some()).map(|date| date.to_string()),
            ),
            // A publisher is nothing that `@misc` knows.
            ("howpublished", document.publisher.as_deref().map(kept)),
            ("type", Some(escape(&document.kind.ja))),
            ("note", Some(escape(&note(document)))),
            ("url", home.link(&["doc/", &document.slug].concat())),
            ("langid", Some("japanese".to_owned())),
        ],
    )
}

fn written(id: &str, fields: &[(&str, Option<String>)]) -> String {
    let mut out = format!("@misc{{{id},\n");
    for (name, value) in fields {
        if let Some(value) = value {
            out += &format!("  {name} = {{{value}}},\n");
        }
    }
    out + "}\n"
}

/// A name or title whose letters stay as they are.
fn kept(text: &str) -> String {
    ["{", &escape(text), "}"].concat()
}

/// Text in which nothing means anything to TeX; braces, which would have to be in pairs, are spelt.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\textbackslash "),
            '{' => out.push_str("\\textbraceleft "),
            '}' => out.push_str("\\textbraceright "),
            '~' => out.push_str("\\textasciitilde "),
            '^' => out.push_str("\\textasciicircum "),
            '"' => out.push_str("\\textquotedbl "),
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', letter]),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_stay_in_pairs() {
        assert_eq!(
            escape("{50% & \\~"),
            "\\textbraceleft 50\\% \\& \\textbackslash \\textasciitilde "
        );
    }

    #[test]
    fn dates_are_as_long_as_they_are_known() {
        let parts = |date: &str| date_parts(date.parse().expect("a date"));
        assert_eq!(parts("2026-01-07"), Some(vec![2026, 1, 7]));
        assert_eq!(parts("2026"), Some(vec![2026]));
        assert_eq!(parts("18XX"), None);
    }
}
