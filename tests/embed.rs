//! What a host page can ask of the bundled pack, natively; and that the types for it name all of it.

mod bundled;

use serde::Serialize;
use serde_json::{Value, json};
use yomikurabe::domain::pack::file;
use yomikurabe::domain::quiz::Millis;
use yomikurabe::domain::text::Fold;
use yomikurabe::embed::{Code, Failure, Shelf};

fn shelf() -> Shelf {
    let json = file::write(&bundled::library().pack);
    Shelf::read(&json, Fold::native()).expect("the bundled pack")
}

fn value(shape: &impl Serialize) -> Value {
    serde_json::to_value(shape).expect("plain objects")
}

#[track_caller]
fn refused<T>(outcome: Result<T, Failure>, code: Code, says: &str) {
    match outcome {
        Ok(_) => panic!("{says}: it was not refused"),
        Err(failure) => {
            assert_eq!(failure.code, code, "{failure}");
            assert!(failure.message.contains(says), "{failure}");
        }
    }
}

#[test]
fn terms_are_counted_in_utf16() {
    let shelf = shelf();
    let entry = &shelf.pack.terms[0];
    let text = format!("𠮷😀{}、", entry.headword);
    let links = shelf.link(&text);
    assert_eq!(links[..2], [4, 4 + entry.headword.encode_utf16().count() as u32]);
    let found = value(&shelf.lookup(&text));
    assert_eq!(found[0]["text"], json!(entry.headword));
    assert_eq!(found[0]["entry"]["id"], json!(entry.slug));
    assert!(shelf.link("").is_empty() && shelf.lookup("\u{FFFD}\0").is_empty());
}

#[test]
fn every_sentence_of_an_entry_says_on_what_it_rests() {
    let shelf = shelf();
    let glossary = value(&shelf.glossary());
    assert_eq!(glossary.as_array().map(Vec::len), Some(shelf.pack.terms.len()));
    for says in glossary
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|entry| entry["says"].as_array().expect("a list"))
    {
        assert!(says["place"].is_null() != says["background"].is_null(), "{says}");
    }
}

#[test]
fn statements_are_filtered_and_keep_their_attribution() {
    let shelf = shelf();
    let count = |filter: Value| {
        value(&shelf.statements(&filter.to_string()).expect("a filter"))
            .as_array()
            .map_or(0, Vec::len)
    };
    assert_eq!(count(json!({})), shelf.pack.statements.len());
    assert_eq!(count(json!({ "issues": [] })), 0);
    let issue = &shelf.pack.issues[0].slug;
    let some = count(json!({ "issues": [issue] }));
    assert!(some > 0 && some < shelf.pack.statements.len());
    assert!(count(json!({ "attributions": ["direct"], "undated": false })) < shelf.pack.statements.len());
    let all = value(&shelf.statements("{}").expect("all"));
    for statement in all.as_array().into_iter().flatten() {
        for key in ["actor", "attribution", "cue", "place"] {
            assert!(!statement[key].is_null(), "{key} of {statement}");
        }
        assert_ne!(statement["place"]["words"], json!(""), "{statement}");
    }
}

#[test]
fn a_comparison_has_a_row_an_issue() {
    let shelf = shelf();
    let [a, b] = [0, 1].map(|at| shelf.pack.actors[at].slug.clone());
    let pair = value(&shelf.compare(&a, &b, "{}").expect("two actors"));
    let rows = pair["rows"].as_array().expect("rows");
    assert_eq!(rows.len(), shelf.pack.issues.len());
    let tally = pair["tally"].as_object().expect("a tally");
    let sum: u64 = tally.values().filter_map(Value::as_u64).sum();
    assert_eq!(sum as usize, rows.len());
    for row in rows {
        assert_eq!(
            row["relation"] == "cannot-compare",
            !row["obstacles"].is_null(),
            "{row}"
        );
    }
}

#[test]
fn what_is_wrong_is_said_with_a_code() {
    let shelf = shelf();
    let issue = &shelf.pack.issues[0].slug;
    let nearly = json!({ "issues": [&issue[..issue.len() - 1]] }).to_string();
    refused(shelf.statements(&nearly), Code::UnknownId, issue);
    for options in [
        "7",
        "[]",
        "null",
        "\"\"",
        "{\"issues\":\"a\"}",
        "{\"undated\":\"no\"}",
        "{\"isues\":[]}",
        "{\"from\":\"soon\"}",
    ] {
        refused(shelf.statements(options), Code::BadOption, "");
    }
    refused(shelf.statements("{\"isues\":[]}"), Code::BadOption, "`issues`");
    refused(
        shelf.compare("nobody", "nobody", "{}"),
        Code::UnknownId,
        "no actor `nobody`",
    );
    for options in [
        "{\"count\":0}",
        "{\"count\":51}",
        "{\"count\":1000}",
        "{\"seed\":-1}",
        "{\"mode\":\"exam\"}",
    ] {
        refused(shelf.quiz(options, Millis(0)), Code::BadOption, "");
    }
    refused(
        shelf.quiz("{\"kinds\":[\"clozes\"]}", Millis(0)),
        Code::UnknownId,
        "`cloze`",
    );
    refused(Shelf::read("{", Fold::native()), Code::BadPack, "");
}

#[test]
fn a_quiz_is_put_without_its_keys_and_marked() {
    let shelf = shelf();
    let fold = |words: &str| shelf.fold(words);
    let options = json!({ "seed": 7, "count": 12 }).to_string();
    let mut quiz = shelf.quiz(&options, Millis(0)).expect("a quiz");
    let questions = value(&quiz.questions(&shelf.pack));
    let questions = questions.as_array().expect("a list");
    assert_eq!(questions.len(), 12);
    for (at, question) in questions.iter().enumerate() {
        for hidden in ["key", "why", "accept", "place"] {
            assert!(question[hidden].is_null(), "{hidden} of {question}");
        }
        refused(
            quiz.answer(&shelf.pack, at, "{}", &fold, Millis(1)),
            Code::BadAnswer,
            "",
        );
        let answer = match question["task"].as_str() {
            Some("choice") => json!(0),
            Some("typed") => question["options"][0].clone(),
            Some("order") => (0..question["items"].as_array().expect("items").len()).collect(),
            _ => question["left"].as_array().expect("left").iter().map(|_| 0).collect(),
        };
        let marked = value(
            &quiz
                .answer(&shelf.pack, at, &answer.to_string(), &fold, Millis(1))
                .expect("it fits"),
        );
        assert!(marked["right"].is_boolean() && marked["why"].is_string(), "{marked}");
    }
    refused(
        quiz.answer(&shelf.pack, 12, "0", &fold, Millis(1)),
        Code::BadAnswer,
        "no question 12",
    );
    let result = value(&quiz.result(&shelf.pack, Millis(5)));
    assert_eq!(
        (&result["of"], &result["answered"], &result["milliseconds"]),
        (&json!(12), &json!(12), &json!(5))
    );
    let right = result["answers"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|answer| answer["right"] == true);
    assert_eq!(json!(right.count()), result["right"]);
}

#[test]
fn a_test_tells_at_its_end_only() {
    let shelf = shelf();
    let fold = |words: &str| shelf.fold(words);
    let options = json!({ "count": 2, "mode": "test", "kinds": ["true-false"] }).to_string();
    let mut quiz = shelf.quiz(&options, Millis(0)).expect("a quiz");
    for _ in 0..2 {
        let marked = value(&quiz.answer(&shelf.pack, 0, "0", &fold, Millis(1)).expect("it fits"));
        assert!(marked.is_null(), "and it can be changed");
    }
    assert_eq!(value(&quiz.result(&shelf.pack, Millis(2)))["answered"], json!(1));
    refused(quiz.answer(&shelf.pack, 1, "0", &fold, Millis(3)), Code::Over, "");
}

const TYPES: &str = include_str!("../assets/embed/yomikurabe.d.ts");

#[test]
fn the_types_name_every_export_and_every_method() {
    let scripts = [
        include_str!("../assets/embed/kit.js"),
        include_str!("../assets/embed/annotate.js"),
    ]
    .concat();
    let mut named = 0;
    for line in scripts.lines() {
        let word = |rest: &str| {
            rest.split(|letter: char| !letter.is_alphanumeric())
                .next()
                .unwrap_or("")
                .to_owned()
        };
        if let Some(rest) = line.strip_prefix("export ") {
            let name = word(
                rest.trim_start_matches("async ")
                    .trim_start_matches("function ")
                    .trim_start_matches("class "),
            );
            let exported = ["function ", "class "].map(|kind| format!("export {kind}{name}"));
            assert!(exported.iter().any(|there| TYPES.contains(there)), "{name} has no type");
            named += 1;
        }
        // A public method of a class: two spaces, its name, its parameters.
        let method = line
            .strip_prefix("  ")
            .filter(|rest| rest.ends_with(") {") && !rest.contains('#') && rest.starts_with(char::is_alphabetic));
        if let Some(rest) = method.filter(|rest| {
            !["if ", "for ", "while ", "constructor"]
                .iter()
                .any(|other| rest.starts_with(other))
        }) {
            assert!(TYPES.contains(&format!("  {}(", word(rest))), "{rest} has no type");
            named += 1;
        }
    }
    assert!(named >= 12, "{named} exports and methods");
}

/// Every key in a value, also below others.
fn keys(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                found.push(key.clone());
                keys(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

#[test]
fn the_types_name_every_key() {
    let shelf = shelf();
    let fold = |words: &str| shelf.fold(words);
    let mut found = Vec::new();
    let mut quiz = shelf.quiz("{\"count\":50}", Millis(0)).expect("a quiz");
    let [a, b] = [0, 1].map(|at| shelf.pack.actors[at].slug.clone());
    for shape in [
        value(&shelf.edition()),
        value(&shelf.glossary()),
        value(&shelf.lookup(&shelf.pack.terms[0].headword)),
        value(&shelf.statements("{}").expect("all")),
        value(&shelf.compare(&a, &b, "{}").expect("two actors")),
        value(&quiz.questions(&shelf.pack)),
        value(&quiz.answer(&shelf.pack, 0, "0", &fold, Millis(0)).ok()),
        value(&quiz.result(&shelf.pack, Millis(0))),
    ] {
        keys(&shape, &mut found);
    }
    for outcome in [
        shelf.statements("{\"?\":1}").err(),
        shelf.quiz("{\"?\":1}", Millis(0)).err(),
    ] {
        let message = outcome.expect("no such option").message;
        found.extend(message.split('`').skip(3).step_by(2).map(str::to_owned));
    }
    found.sort();
    found.dedup();
    for key in &found {
        let typed = ["", "?"].map(|sign| format!("{key}{sign}: "));
        assert!(typed.iter().any(|typed| TYPES.contains(typed)), "{key} has no type");
    }
    assert!(found.len() > 60, "{} keys", found.len());
}
