//! QTI 3 (1EdTech Question and Test Interoperability): a package with one file an item, a test that puts them all, and a
//! manifest.
//!
//! Source: <https://www.imsglobal.org/spec/qti/v3p0/impl>. The item's right answer stands in `RESPONSE`, the points in
//! `SCORE` (0 or 1), and after the answer the feedback `WHY` is shown.

use super::part::Part;
use super::question::Asked;
use super::source::Source;
use super::xml::{self, Element, lines, run};
use crate::domain::lang::Phrase;
use crate::domain::quiz::Task;
use crate::domain::quiz::kinds::GAP;

const SCHEMA: &str = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";
const PLACE: &str = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd";
const PACKAGE: &str = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1";
const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";
const TOO_FEW: Phrase = Phrase("選ぶものが一つもない", "nothing to choose from");

/// Items as a package, and those that it cannot carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qti {
    /// The files of the package, the manifest first.
    pub parts: Vec<Part>,
    /// Ids of questions that are not in it, and why.
    pub left_out: Vec<(String, Phrase)>,
}

/// The questions as a package. `id` is its own id, in ASCII letters, digits and hyphens.
#[must_use]
pub fn package(asked: &[Asked], id: &str, title: &str, credit: &str) -> Qti {
    let (mut items, mut left_out) = (Vec::new(), Vec::new());
    for asked in asked {
        match item(asked) {
            Ok(item) => items.push(Part::new(path(asked), xml::document(&item))),
            Err(why) => left_out.push((asked.id().to_owned(), why)),
        }
    }
    let manifest = Part::new("imsmanifest.xml", xml::document(&manifest(&items, id, title, credit)));
    let test = Part::new("test.xml", xml::document(&test(&items, id, title)));
    Qti {
        parts: [manifest, test].into_iter().chain(items).collect(),
        left_out,
    }
}

fn path(asked: &Asked) -> String {
    ["items/", &identifier(asked.id()), ".xml"].concat()
}

/// An id as QTI wants it: it begins with a letter.
fn identifier(id: &str) -> String {
    match id.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        true => id.to_owned(),
        false => ["i-", id].concat(),
    }
}

/// The id of the item that a file holds.
fn name(part: &Part) -> &str {
    let path = part.path.trim_start_matches("items/");
    path.strip_suffix(".xml").unwrap_or(path)
}

fn item(asked: &Asked) -> Result<Element, Phrase> {
    let Interaction { response, body } = interaction(asked)?;
    let score = run("qti-outcome-declaration")
        .with("identifier", "SCORE")
        .with("cardinality", "single")
        .with("base-type", "float")
        .child(run("qti-default-value").child(run("qti-value").text("0")));
    let feedback = run("qti-outcome-declaration")
        .with("identifier", "FEEDBACK")
        .with("cardinality", "single")
        .with("base-type", "identifier");
    Ok(lines("qti-assessment-item")
        .with("xmlns", SCHEMA)
        .with("xmlns:xsi", INSTANCE)
        .with("xsi:schemaLocation", PLACE)
        .with("identifier", identifier(asked.id()))
        .with("title", asked.id())
        .with("xml:lang", "ja")
        .with("adaptive", "false")
        .with("time-dependent", "false")
        .child(response)
        .child(score)
        .child(feedback)
        .child(body)
        .child(processing(&asked.item.task))
        .child(why(asked)))
}

/// How an answer is declared, and how it is asked for.
struct Interaction {
    response: Element,
    body: Element,
}

fn interaction(asked: &Asked) -> Result<Interaction, Phrase> {
    let identifiers = |letter: &'static str, count: usize| (1..=count).map(move |at| format!("{letter}{at}"));
    match &asked.item.task {
        Task::Choice { options, .. } if options.is_empty() => Err(TOO_FEW),
        Task::Choice { options, key } => Ok(Interaction {
            response: response("single", "identifier", [format!("c{}", key + 1)]),
            body: body(asked).child(
                lines("qti-choice-interaction")
                    .with("response-identifier", "RESPONSE")
                    .with("shuffle", if asked.truth().is_some() { "false" } else { "true" })
                    .with("max-choices", "1")
                    .child(prompt(asked))
                    .children(identifiers("c", options.len()).zip(options).map(simple_choice)),
            ),
        }),
        Task::Typed { key, accept, .. } => Ok(Interaction {
            response: response("single", "string", [key.clone()]).child(mapping(key, accept)),
            body: gapped(asked, key),
        }),
        Task::Order { items, key } => Ok(Interaction {
            response: response(
                "ordered",
                "identifier",
                key.iter().map(|index| format!("c{}", index + 1)),
            ),
            body: body(asked).child(
                lines("qti-order-interaction")
                    .with("response-identifier", "RESPONSE")
                    .with("shuffle", "true")
                    .child(prompt(asked))
                    .children(identifiers("c", items.len()).zip(items).map(simple_choice)),
            ),
        }),
        Task::Match { left, right, key } => Ok(Interaction {
            response: response("multiple", "directedPair", pairs(key)),
            body: body(asked).child(
                lines("qti-match-interaction")
                    .with("response-identifier", "RESPONSE")
                    .with("shuffle", "true")
                    .with("max-associations", left.len().to_string())
                    .child(prompt(asked))
                    .child(match_set(identifiers("l", left.len()).zip(left), 1))
                    .child(match_set(identifiers("r", right.len()).zip(right), left.len())),
            ),
        }),
    }
}

fn pairs(key: &[u8]) -> impl Iterator<Item = String> {
    key.iter()
        .enumerate()
        .map(|(left, right)| format!("l{} r{}", left + 1, right + 1))
}

fn response(cardinality: &str, base_type: &str, right: impl IntoIterator<Item = String>) -> Element {
    let values = right.into_iter().map(|value| run("qti-value").text(value));
    run("qti-response-declaration")
        .with("identifier", "RESPONSE")
        .with("cardinality", cardinality)
        .with("base-type", base_type)
        .child(run("qti-correct-response").children(values))
}

/// The spellings that count as right, whether in small or capital letters.
fn mapping(key: &str, accept: &[String]) -> Element {
    let entry = |words: &str| {
        run("qti-map-entry")
            .with("map-key", words)
            .with("mapped-value", "1")
            .with("case-sensitive", "false")
    };
    let accept = accept.iter().filter(|words| *words != key).map(|words| entry(words));
    run("qti-mapping")
        .with("default-value", "0")
        .child(entry(key))
        .children(accept)
}

fn body(asked: &Asked) -> Element {
    let context = asked.item.context.as_deref();
    let quote = |words: &str| run("blockquote").child(run("p").text(words));
    lines("qti-item-body").children(context.map(quote))
}

/// The text with a field to type into where its gap is, or behind it.
fn gapped(asked: &Asked, key: &str) -> Element {
    let field = || {
        run("qti-text-entry-interaction")
            .with("response-identifier", "RESPONSE")
            .with("expected-length", key.chars().count().max(1).to_string())
    };
    let filled = |words: &String| match words.split_once(GAP) {
        Some((before, after)) => run("p")
            .text(before)
            .child(field())
            .text(after.trim_start_matches('＿')),
        None => run("p").text(words).child(field()),
    };
    // A sentence with a gap may stand below a question that speaks of the gap.
    let (before, last) = match &asked.item.context {
        Some(context) => (Some(&asked.item.stem), context),
        None => (None, &asked.item.stem),
    };
    lines("qti-item-body")
        .children(before.map(|words| run("p").text(words)))
        .child(filled(last))
}

fn prompt(asked: &Asked) -> Element {
    run("qti-prompt").text(&asked.item.stem)
}

fn simple_choice((id, words): (String, &String)) -> Element {
    run("qti-simple-choice").with("identifier", id).text(words)
}

/// One side of a match, of which each may be taken so often.
fn match_set<'t>(choices: impl Iterator<Item = (String, &'t String)>, most: usize) -> Element {
    let choice = |(id, words): (String, &String)| {
        run("qti-simple-associable-choice")
            .with("identifier", id)
            .with("match-max", most.to_string())
            .text(words)
    };
    lines("qti-simple-match-set").children(choices.map(choice))
}

/// A right answer gives a point; after any, the feedback is shown.
fn processing(task: &Task) -> Element {
    let response = || run("qti-variable").with("identifier", "RESPONSE");
    let point = |points| run("qti-base-value").with("base-type", "float").text(points);
    let scoring = match task {
        Task::Typed { .. } => set("SCORE", run("qti-map-response").with("identifier", "RESPONSE")),
        _ => run("qti-response-condition")
            .child(
                run("qti-response-if")
                    .child(
                        run("qti-match")
                            .child(response())
                            .child(run("qti-correct").with("identifier", "RESPONSE")),
                    )
                    .child(set("SCORE", point("1"))),
            )
            .child(run("qti-response-else").child(set("SCORE", point("0")))),
    };
    let shown = run("qti-base-value").with("base-type", "identifier").text("WHY");
    lines("qti-response-processing")
        .child(scoring)
        .child(set("FEEDBACK", shown))
}

fn set(outcome: &str, value: Element) -> Element {
    run("qti-set-outcome-value").with("identifier", outcome).child(value)
}

fn why(asked: &Asked) -> Element {
    let content = lines("qti-content-body")
        .child(run("p").text(&asked.item.why))
        .child(place(&asked.source));
    lines("qti-modal-feedback")
        .with("outcome-identifier", "FEEDBACK")
        .with("identifier", "WHY")
        .with("show-hide", "show")
        .child(content)
}

fn place(source: &Source) -> Element {
    let line = run("p").text("出典：");
    match &source.link {
        Some(link) => line.child(run("a").with("href", link).text(source.name())),
        None => line.text(source.line()),
    }
}

fn test(items: &[Part], id: &str, title: &str) -> Element {
    let reference = |part: &Part| {
        run("qti-assessment-item-ref")
            .with("identifier", name(part))
            .with("href", &part.path)
    };
    let section = lines("qti-assessment-section")
        .with("identifier", "section-1")
        .with("title", title)
        .with("visible", "true")
        .children(items.iter().map(reference));
    lines("qti-assessment-test")
        .with("xmlns", SCHEMA)
        .with("xmlns:xsi", INSTANCE)
        .with("xsi:schemaLocation", PLACE)
        .with("identifier", ["test-", id].concat())
        .with("title", title)
        .child(
            lines("qti-test-part")
                .with("identifier", "part-1")
                .with("navigation-mode", "nonlinear")
                .with("submission-mode", "individual")
                .child(section),
        )
}

fn manifest(items: &[Part], id: &str, title: &str, credit: &str) -> Element {
    let metadata = lines("metadata")
        .child(run("schema").text("QTI Package"))
        .child(run("schemaversion").text("3.0.0"));
    let resource = |name: &str, kind: &str, path: &str| {
        lines("resource")
            .with("identifier", ["resource-", name].concat())
            .with("type", kind)
            .with("href", path)
            .child(run("file").with("href", path))
    };
    let all = items.iter().map(|part| {
        let name = ["resource-", name(part)].concat();
        run("dependency").with("identifierref", name)
    });
    let test = resource("test", "imsqti_test_xmlv3p0", "test.xml").children(all);
    let each = items
        .iter()
        .map(|part| resource(name(part), "imsqti_item_xmlv3p0", &part.path));
    lines("manifest")
        .with("xmlns", PACKAGE)
        .with("identifier", ["manifest-", id].concat())
        .child(metadata.child(general(title, credit)))
        .child(run("organizations"))
        .child(lines("resources").child(test).children(each))
}

/// Title and rights, in the words of IEEE's learning object metadata.
fn general(title: &str, credit: &str) -> Element {
    let words = |name: &'static str, text: &str| {
        let text = run("string").with("language", "ja").text(text);
        lines(name).child(text)
    };
    lines("lom")
        .with("xmlns", "http://ltsc.ieee.org/xsd/LOM")
        .child(lines("general").child(words("title", title)))
        .child(lines("rights").child(words("description", credit)))
}
