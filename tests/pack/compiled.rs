//! The compiled form: what the reader refuses, and in which words.

use std::fs;
use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;
use yomikurabe::domain::pack::compile::compile;
use yomikurabe::domain::pack::file;

use crate::folder::{base, sources};

fn json() -> String {
    file::write(&compile(&sources(&base())).0)
}

/// Reads the base with `old` replaced by `new` and compares the refusal.
#[track_caller]
fn check(old: &str, new: &str, refusal: &str) {
    let json = json();
    assert!(json.contains(old), "{old} in {json}");
    let broken = json.replacen(old, new, 1);
    let error = file::read(&broken).expect_err("a broken pack");
    assert_eq!(error.to_string(), refusal, "{new}");
}

#[test]
fn ids_and_references() {
    check(
        r#""id":"mayor""#,
        r#""id":"Mayor""#,
        "Mayor: this is no id. Use a to z, 0 to 9 and hyphens, at most 64.",
    );
    check(
        r#""id":"mayor""#,
        r#""id":"city""#,
        "city: the id is there twice. Give one of the two another id.",
    );
    check(
        r#""actor":"mayor""#,
        r#""actor":"major""#,
        "major: the pack has nothing of that id. Correct the id.",
    );
    check(
        r#""side":"city""#,
        r#""side":"mayor""#,
        "city: the side is no column. Name an actor that is its own side.",
    );
}

#[test]
fn citations() {
    let nowhere = "the citation names no paragraph of the pack. Make the pack again from its folder.";
    let no_words = "the citation's bytes are no words of its paragraph. Make the pack again from its folder.";
    for (cite, refusal) in [
        ("bridge#p1", nowhere),
        ("bridge#p9@0-6", nowhere),
        ("bridge#s1@0-6", nowhere),
        ("bridge#p1@0", nowhere),
        ("bridge#p1@-1-6", nowhere),
        ("bridge#p1@99999999999-6", nowhere),
        ("bridge#p1@0-100000", no_words),
        ("bridge#p1@1-6", no_words),
        ("bridge#p1@6-0", no_words),
        ("bridge#p1@6-6", no_words),
    ] {
        check("bridge#p1@0-6", cite, &format!("{cite}: {refusal}"));
    }
}

#[test]
fn words_dates_and_blocks() {
    check(
        r#""format":1"#,
        r#""format":2"#,
        "format: the pack is of another format. Use a newer program, or make the pack again with this one.",
    );
    check(
        r#""stance":"supports""#,
        r#""stance":"neutral""#,
        "br-1, neutral: this is none of the words allowed here. Take one that docs/pack.schema.json lists.",
    );
    check(
        r#""stance":"supports""#,
        r#""stance":"conditional""#,
        "br-1: a conditional stance has a condition, and no other has. Correct one of the two.",
    );
    check(
        r#""until":"2026-01-07""#,
        r#""until":"2026-13""#,
        "speech, 2026-13: this is no date. Write 2026-01-06, 2026-01, 2026 or 18XX.",
    );
    check(
        " {#p3 lines=7}",
        "",
        "bridge, - 費用は10億円である。: the block is not written well. Make the pack again from its folder.",
    );
    check(
        "{#p3 lines=7}",
        "{#p2 lines=7}",
        "bridge, - 費用は10億円である。 {#p2 lines=7}: the numbers of the blocks do not ascend. Make the pack again from \
         its folder.",
    );
}

#[test]
fn terms_and_questions() {
    check(
        r#""background":"2026-01""#,
        r#""note":"2026-01""#,
        "new-bridge: each of two to five sentences rests on a citation or on background. Correct the definition.",
    );
    check(
        r#""headword":"新橋""#,
        r#""headword":"""#,
        "new-bridge: a text is empty or missing. Write it.",
    );
    check(
        r#""reading":"ぎかい","en":"Council""#,
        r#""reading":"ん","en":"Council""#,
        "terms: the list is not in its order. Make the pack again from its folder.",
    );
    check(
        r#""distractors":["議会","県","国"]"#,
        r#""distractors":["市長","県","国"]"#,
        "q-who: the answers do not fit the kind of question. See docs/pack-format.md.",
    );
}

#[test]
fn differences() {
    let mend = "a difference has tellings from two places at least, and the silent documents are others, all of them once. \
                Correct the difference.";
    let place = r#""event":"speech""#;
    for silent in [r#"["bridge"]"#, r#"["bridge","bridge"]"#] {
        let with = format!(r#"{place},"silent":{silent}"#);
        check(place, &with, &format!("for-or-against: {mend}"));
    }
    check(
        r#""event":"speech""#,
        r#""event":"speak""#,
        "speak: the pack has nothing of that id. Correct the id.",
    );
}

#[test]
fn the_differences_can_be_left_out() {
    let (mut pack, _) = compile(&sources(&base()));
    assert!(!pack.differences.is_empty());
    pack.differences.clear();
    let json = file::write(&pack);
    assert!(!json.contains("differences"));
    assert_eq!(file::read(&json).expect("a pack"), pack);
}

#[test]
fn keys_and_values() {
    let mend = "this is no compiled pack. Make the pack again from its folder.";
    for (old, new, place) in [
        (r#""cue":"#, r#""que":"#, "/statements/0/cue, a text should stand here"),
        (
            r#""forms":["#,
            r#""forms":[7,"#,
            "/terms/1/forms/0, a text should stand here",
        ),
        (
            r#""says":[{"#,
            r#""says":[[],{"#,
            "/terms/0/says/0, an object should stand here",
        ),
        (
            r#""genre":"#,
            r#""gender":"#,
            "/documents/0/card/genre, a text should stand here",
        ),
        (
            r#""pairs":[["#,
            r#""pairs":[[],["#,
            "/questions/3/pairs/0, a pair of texts should stand here",
        ),
        (
            r#""until":""#,
            r#""until":null,"x":""#,
            "/events/0/until, a text should stand here",
        ),
        (
            r#""format":1"#,
            r#""format":1,"format":1"#,
            "line 1 column 20, the key is there twice",
        ),
    ] {
        check(old, new, &format!("{place}: {mend}"));
    }
}

#[test]
fn keys_of_a_later_version_are_passed_over() {
    let json = json();
    let later = json.replacen('{', r#"{"later":[{"x":-1.5e300},true,null],"#, 1);
    assert_eq!(file::read(&later).expect("a pack"), file::read(&json).expect("a pack"));
}

#[test]
fn what_is_no_pack_at_all() {
    for (text, place) in [
        ("", "line 1 column 0, the text ends too early"),
        ("null", "the text"),
        ("{}", "/format, a number should stand here"),
        (r#"{"format":"1"}"#, "/format, a number should stand here"),
        (r#"{"format":1}"#, "/actors, a list should stand here"),
    ] {
        let error = file::read(text).expect_err("no pack").to_string();
        let wanted = format!("{place}: this is no compiled pack. Make the pack again from its folder.");
        assert_eq!(error, wanted);
    }
}

#[test]
fn no_beginning_of_a_pack_is_one() {
    let json = json();
    for (end, _) in json.char_indices() {
        assert!(file::read(&json[..end]).is_err());
    }
}

#[test]
fn depth_and_size_are_bounded() {
    let deep = "[".repeat(100_000);
    assert!(file::read(&deep).is_err());
    let json = json();
    let below = json.replacen('{', &format!("{{\"x\":{deep},"), 1);
    assert!(file::read(&below).is_err());
    let large = format!("{json}{}", " ".repeat(16 << 20));
    let error = file::read(&large).expect_err("too large").to_string();
    assert_eq!(
        error,
        "pack: the pack is larger than 16 MiB. Split it into several packs."
    );
}

/// The files of JSONTestSuite (MIT) are not copied into the project; they are read where they lie beside it.
#[test]
fn foreign_json_is_refused_without_a_panic() {
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/hostile/json-test-suite.tar.gz");
    let Ok(packed) = fs::read(&suite) else {
        println!("passed over: there is no ../shared/hostile/json-test-suite.tar.gz");
        return;
    };
    let mut tar = Vec::new();
    let mut gzip = GzDecoder::new(&packed[..]);
    gzip.read_to_end(&mut tar).expect("gzip");
    let mut files = 0;
    let mut rest = &tar[..];
    while let Some((header, after)) = rest.split_at_checked(512) {
        // The size of a file stands in octal digits at byte 124 of its header.
        let size = std::str::from_utf8(&header[124..135]).unwrap_or("");
        let size = usize::from_str_radix(size.trim_matches('\0'), 8).unwrap_or(0);
        assert!(file::read(&String::from_utf8_lossy(&after[..size])).is_err());
        files += usize::from(size > 0);
        rest = &after[size.next_multiple_of(512).min(after.len())..];
    }
    assert!(files > 300, "{files}");
}
