//! The pack that the page carries: sound, and of the published form.

use jsonschema::Validator;
use serde_json::Value;
use yomikurabe::domain::pack::Pack;
use yomikurabe::domain::pack::compile::compile;
use yomikurabe::domain::pack::file;

use crate::folder::{Folder, base, bundled, sources};

/// Compiles a folder that has no problems.
#[track_caller]
fn sound(folder: &Folder) -> Pack {
    let (pack, problems) = compile(&sources(folder));
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(messages.is_empty(), "{}", messages.join("\n"));
    pack
}

fn json(pack: &Pack) -> Value {
    serde_json::from_str(&file::write(pack)).expect("JSON")
}

fn schema() -> Validator {
    let schema = include_str!("../../docs/pack.schema.json");
    let schema: Value = serde_json::from_str(schema).expect("JSON");
    assert!(jsonschema::draft202012::meta::is_valid(&schema));
    jsonschema::draft202012::new(&schema).expect("a schema")
}

#[test]
fn the_bundled_pack_has_no_problems() {
    let pack = sound(&bundled());
    assert_eq!(file::read(&file::write(&pack)).expect("a whole pack"), pack);
}

#[test]
fn what_is_written_fits_the_schema() {
    let schema = schema();
    for folder in [base(), bundled()] {
        let json = json(&compile(&sources(&folder)).0);
        let errors: Vec<String> = schema
            .iter_errors(&json)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}", errors.join("\n"));
    }
}

/// Both the schema and the reader refuse the base with this value in this place.
#[track_caller]
fn check(pointer: &str, value: Value) {
    let mut broken = json(&sound(&base()));
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    let parent = broken.pointer_mut(parent).expect("a place");
    match parent {
        Value::Array(items) => items[key.parse::<usize>().expect("a number")] = value,
        parent => parent[key] = value,
    }
    assert!(!schema().is_valid(&broken), "{pointer}");
    assert!(file::read(&broken.to_string()).is_err(), "{pointer}");
}

#[test]
fn schema_and_reader_refuse_the_same() {
    check("/format", 2.into());
    check("/documents/0/blocks/0", "no attributes".into());
    check("/actors/0/id", "The City".into());
    check("/statements/0/stance", "neutral".into());
    check("/statements/0/cite", "bridge#p1".into());
    check("/statements/0/condition", "with supports".into());
    check("/statements/0/paraphrase", "長".repeat(121).into());
    check("/terms/0/says", Value::Array(Vec::new()));
    check("/terms/0/says/0/background", "2026".into());
    check("/events/0/date", "6 January".into());
    check("/figures/0/value_en", Value::Null);
    check("/questions/2/items", Value::Array(Vec::new()));
    check("/questions/0/items", vec!["甲", "乙", "丙"].into());
    check("/differences/0/id", "The Bridge".into());
    check("/differences/0/event", "Speech!".into());
    check("/differences/0/tellings", Value::Array(Vec::new()));
    check("/differences/0/tellings/1/cite", "bridge#p2".into());
}
