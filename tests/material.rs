//! The dialogue for teachers, over the bundled pack, without a browser.

mod bundled;

use std::io::{Cursor, Read, Write};

use yomikurabe::app::route::{Address, Drawn, Route};
use yomikurabe::domain::export::package::Form;
use yomikurabe::domain::lang::Lang;
use yomikurabe::domain::pack::Pack;
use yomikurabe::learner::material::{Asked, Dialogue, Draft, Fault, Field, Preview, Snippets, Sort, rewrite, settings};
use yomikurabe::learner::{El, el};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

const COPY: &str = "https://example.org/yomi/";

fn pack() -> &'static Pack {
    &bundled::library().pack
}

fn draft(of: &str) -> Draft {
    Draft::new(pack(), of, Lang::Ja, COPY)
}

fn drawn(draft: Draft, lang: Lang) -> El {
    let dialogue = Dialogue {
        pack: pack(),
        lang,
        draft,
        preview: Preview::Shown,
    };
    el("div").kids(dialogue.parts())
}

#[test]
fn it_begins_with_the_view_one_came_from() {
    for (of, sort, view) in [
        ("doc/paris-declaration", Sort::Document, "doc/paris-declaration"),
        (
            "doc/paris-declaration/p3?at=0-12",
            Sort::Here,
            "doc/paris-declaration/p3?at=0-12",
        ),
        ("term/new-start", Sort::Term, "term/new-start"),
        ("issue/multinational-force", Sort::Issue, "issue/multinational-force"),
        (
            "issue/multinational-force/time",
            Sort::Here,
            "issue/multinational-force/time",
        ),
        ("compare/ukraine/russia", Sort::Pair, "compare/ukraine/russia"),
        ("timeline", Sort::Drawn(Drawn::Timeline), "timeline"),
        (
            "compare?docs=paris-declaration",
            Sort::Here,
            "compare?docs=paris-declaration",
        ),
        (
            "quiz/paper?seed=7&n=5&kinds=true-false,nonsense&mode=test&pass=60",
            Sort::Quiz,
            "quiz/paper?seed=7&n=5&kinds=true-false&mode=test&pass=60",
        ),
        ("quiz", Sort::Quiz, "quiz/paper?seed=1&n=10"),
        ("", Sort::Document, &draft("").view(pack()).expect("the first document")),
    ] {
        let draft = draft(of);
        assert_eq!(draft.sort(), sort, "{of}");
        assert_eq!(draft.view(pack()).as_deref(), Ok(view), "{of}");
    }
    let lost = draft("doc/nowhere<b>");
    assert_eq!(lost.lost.as_deref(), Some("doc/nowhere<b>"));
    assert!(
        drawn(lost, Lang::Ja)
            .text()
            .contains("「doc/nowhere<b>」という画面はこの教材にない")
    );
}

/// Every view that can be chosen is one that the page knows.
#[test]
fn every_sort_leads_somewhere() {
    for sort in Sort::ALL {
        let mut draft = draft("");
        draft.set(Field::Sort, sort.word());
        let view = draft.view(pack()).expect("the first of each can be shown");
        let route = Address::parse(pack(), &view).route;
        assert!(!matches!(route, Route::Lost(_)), "{view}");
        for lang in [Lang::Ja, Lang::En] {
            assert!(drawn(draft.clone(), lang).find(&|el| el.name == "iframe").is_some());
        }
    }
}

#[test]
fn what_cannot_be_done_is_said() {
    for (field, value, fault) in [
        (Field::Seed, "", Fault::Seed),
        (Field::Seed, "-1", Fault::Seed),
        (Field::Seed, "１", Fault::Seed),
        (Field::Number, "0", Fault::Number),
        (Field::Number, "51", Fault::Number),
        (Field::Pass, "101", Fault::Pass),
        (Field::Pass, "six", Fault::Pass),
        (Field::Pixels, "99", Fault::Pixels),
        (Field::Copy, " ", Fault::NoCopy),
        (Field::Copy, "javascript:alert(1)//", Fault::Copy),
        (Field::Copy, "https://example.org", Fault::Copy),
        (Field::Copy, "https://example.org/yomi", Fault::Copy),
        (Field::Copy, "https://example.org/\"><script>/", Fault::Copy),
        (Field::Copy, "https://example.org/yomi/?a#b/", Fault::Copy),
        (Field::Copy, "https://you@example.org/", Fault::Copy),
    ] {
        let mut draft = draft("quiz");
        draft.set(field, value);
        assert_eq!(Snippets::of(&draft, pack(), "t"), Err(fault), "{field:?} {value}");
        let said = fault.says();
        for (lang, words) in [(Lang::Ja, said.0), (Lang::En, said.1)] {
            assert!(drawn(draft.clone(), lang).text().contains(words), "{fault:?}");
        }
    }
    let mut pair = draft("compare/ukraine/russia");
    pair.set(Field::Right, "ukraine");
    assert_eq!(pair.view(pack()), Err(Fault::SameActor));
    pair.set(Field::Right, "nobody");
    assert_eq!(pair.view(pack()), Err(Fault::Unknown));
}

#[test]
fn the_texts_name_the_view_and_the_copy() {
    let mut draft = draft("quiz/paper?seed=7&n=5&pass=60");
    draft.toggle(Field::Kinds, "cloze");
    draft.toggle(Field::Kinds, "figure");
    draft.set(Field::Lang, "en");
    let Snippets { frame, element, link } = Snippets::of(&draft, pack(), "a \"b\" <c>").expect("all is well");
    assert_eq!(
        frame,
        "<iframe src=\"https://example.org/yomi/?embed&amp;lang=en&amp;theme=system#quiz/paper?seed=7&amp;n=5&amp;kinds=cloze,figure&amp;pass=60\" \
         title=\"a &quot;b&quot; &lt;c&gt;\" width=\"100%\" height=\"600\" style=\"border: 0\" allow=\"clipboard-write\"></iframe>"
    );
    assert!(element.starts_with(
        "<script src=\"https://example.org/yomi/embed-host.js\"></script>\n<yomi-kurabe view=\"quiz/paper?"
    ));
    assert!(!element.contains("style="), "{element}");
    assert_eq!(
        link,
        "https://example.org/yomi/#quiz/paper?seed=7&n=5&kinds=cloze,figure&pass=60"
    );
    draft.set(Field::Height, "fixed");
    draft.set(Field::Copy, "https://example.org/yomi/index.html");
    let Snippets { frame, element, link } = Snippets::of(&draft, pack(), "t").expect("all is well");
    assert!(element.contains("yomi/embed-host.js") && element.contains("style=\"height: 600px; overflow: auto\""));
    assert!(frame.contains("yomi/index.html?embed") && link.starts_with("https://example.org/yomi/index.html#"));
    draft.toggle(Field::Kinds, "cloze");
    assert!(draft.has(Field::Kinds, "figure") && !draft.has(Field::Kinds, "cloze"));
}

/// A package as the build makes it, but smaller.
fn package(name: &str, method: CompressionMethod, bytes: usize) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    zip.start_file(name, options.compression_method(method))
        .expect("memory");
    zip.write_all(&vec![b' '; bytes]).expect("memory");
    for name in ["imsmanifest.xml", "course.html"] {
        zip.start_file(name, options).expect("memory");
        zip.write_all(name.repeat(900).as_bytes()).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

#[test]
fn a_package_carries_the_choice_and_is_whole() {
    let mut zip = package("course.js", CompressionMethod::Stored, 2_048);
    let before = zip.clone();
    let entry = settings(
        &draft("quiz/paper?seed=7&n=5&pass=60"),
        pack(),
        "</script>\"\\\u{2028}題",
    )
    .expect("short");
    assert!(rewrite(&mut zip, &entry));
    let mut read = zip::ZipArchive::new(Cursor::new(&zip)).expect("a zip");
    let mut text = |name: &str| {
        let mut text = String::new();
        // Reading to the end holds the checksum against the bytes.
        read.by_name(name)
            .expect("it is there")
            .read_to_string(&mut text)
            .expect("its checksum is right");
        text
    };
    let course = text("course.js");
    assert_eq!((course.len(), course.ends_with(" \n")), (2_048, true));
    assert!(!course.contains("</script"));
    let json = course
        .strip_prefix("self.COURSE = ")
        .and_then(|rest| rest.trim_end().strip_suffix(';'));
    let json: serde_json::Value = serde_json::from_str(json.expect("the setting")).expect("JSON");
    let expected = serde_json::json!({
        "view": "quiz/paper?seed=7&n=5&pass=60", "title": "</script>\"\\\u{2028}題", "lang": "ja", "theme": "system",
    });
    assert_eq!(json, expected);
    assert_eq!(text("imsmanifest.xml").len(), 900 * "imsmanifest.xml".len());
    let changed = zip.iter().zip(&before).filter(|(now, then)| now != then).count();
    assert!(changed < 2_048 + 8 && zip.len() == before.len());
}

#[test]
fn what_is_not_the_package_is_left_alone() {
    let entry = settings(&draft("timeline"), pack(), "t").expect("short");
    let whole = package("course.js", CompressionMethod::Stored, 2_048);
    for zip in [
        Vec::new(),
        b"<!DOCTYPE html>".to_vec(),
        package("other.js", CompressionMethod::Stored, 2_048),
        package("course.js", CompressionMethod::Deflated, 2_048),
        package("course.js", CompressionMethod::Stored, 2_047),
        whole[..whole.len() / 2].to_vec(),
        whole[..1_000].to_vec(),
    ] {
        let mut now = zip.clone();
        assert!(!rewrite(&mut now, &entry));
        assert_eq!(now, zip);
    }
    let mut zip = whole.clone();
    assert!(!rewrite(&mut zip, b"short") && zip == whole);
    assert!(
        Form::ALL
            .into_iter()
            .all(|one| Form::from_file(one.file_name()) == Some(one))
    );
}

#[test]
fn a_choice_that_is_too_long_is_refused() {
    let mut draft = draft("quiz");
    let issues: Vec<String> = (0..400).map(|at| format!("issue-{at}")).collect();
    draft.set(Field::Issues, &issues.join(","));
    assert_eq!(settings(&draft, pack(), "t"), Err(Fault::TooLong));
}

/// Texts of others that break programs, where they lie beside the project, and the plainest of them.
fn hostile() -> Vec<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = vec!["<img src=x onerror=alert(1)>\"'`\u{0}\u{2028}</script>\\".to_owned()];
    let temporary = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let target = temporary.parent().unwrap_or(temporary);
    for file in [
        root.join("../shared/hostile/markup-payloads.json"),
        target.join("judges/node_modules/big-list-of-naughty-strings/blns.json"),
    ] {
        let Ok(json) = std::fs::read_to_string(file) else {
            continue;
        };
        let list: Vec<serde_json::Value> = serde_json::from_str(&json).expect("a list");
        let text = |entry: &serde_json::Value| entry["payload"].as_str().or(entry.as_str()).map(str::to_owned);
        texts.extend(list.iter().filter_map(text));
    }
    texts
}

/// Whatever stands in a field, what is made of it is one frame, one element and one choice, or a fault in words.
#[test]
fn hostile_texts_in_every_field_stay_words() {
    for text in hostile() {
        check_words(&draft(&text), &text);
        for field in Field::all() {
            let mut draft = draft("quiz");
            draft.set(field, &text);
            check_words(&draft, &text);
        }
    }
}

#[track_caller]
fn check_words(draft: &Draft, title: &str) {
    if let Ok(Snippets { frame, element, .. }) = Snippets::of(draft, pack(), title) {
        for (snippet, tags) in [(&frame, 2), (&element, 4)] {
            assert_eq!(snippet.matches('<').count(), tags, "{snippet}");
            assert_eq!(snippet.matches('>').count(), tags, "{snippet}");
            assert_eq!(snippet.matches('"').count() % 2, 0, "{snippet}");
        }
        assert!(frame.starts_with("<iframe src=\"http"), "{frame}");
    }
    if let Ok(entry) = settings(draft, pack(), title) {
        let script = String::from_utf8(entry).expect("UTF-8");
        assert!(
            script.len() == 2_048 && !script.contains('<') && script.lines().count() == 1,
            "{script}"
        );
        let json = script
            .trim_end()
            .strip_prefix("self.COURSE = ")
            .and_then(|rest| rest.strip_suffix(';'));
        let json: serde_json::Value = serde_json::from_str(json.expect("the setting")).expect("JSON");
        assert_eq!(json["title"], title.chars().take(200).collect::<String>());
    }
}

#[test]
fn a_paper_is_drawn_by_what_is_chosen() {
    for (of, options) in [
        ("quiz/paper?seed=7&n=4", Ok(r#"{"seed":7,"count":4}"#)),
        (
            "quiz/paper?seed=7&n=5&kinds=true-false,order&docs=combat-target&mode=test&pass=60",
            Ok(r#"{"seed":7,"count":5,"kinds":["true-false","order"],"documents":["combat-target"]}"#),
        ),
        ("quiz/paper?seed=007&n=04", Ok(r#"{"seed":7,"count":4}"#)),
        ("quiz/paper?seed=x&n=4", Err(Fault::Seed)),
        ("quiz/paper?seed=9007199254740992&n=4", Err(Fault::Seed)),
    ] {
        assert_eq!(draft(of).options(pack()), options.map(str::to_owned), "{of}");
    }
    let mut wrong = draft("quiz/paper?seed=7&n=4");
    wrong.set(Field::Number, "many");
    assert_eq!(wrong.options(pack()), Err(Fault::Number));
}

#[test]
fn only_a_quiz_is_printed_as_a_paper() {
    for (of, is_offered) in [("quiz/paper?seed=7&n=4", true), ("doc/paris-declaration", false)] {
        let drawn = drawn(draft(of), Lang::Ja);
        let button = drawn.find(&|el| el.attribute("data-do") == "print-sheet");
        assert_eq!(button.is_some(), is_offered, "{of}");
    }
}

/// Every sort of task has a place to write, and its answer stands in the key only.
#[test]
fn a_paper_has_room_to_write_and_a_key() {
    let asked = |task: &str, lines: &[&str], right: &[&str]| Asked {
        task: task.to_owned(),
        stem: "問い".to_owned(),
        lines: lines.iter().map(|line| (*line).to_owned()).collect(),
        right: right.iter().map(|line| (*line).to_owned()).collect(),
        solution: "答え".to_owned(),
        why: "理由".to_owned(),
        place: "資料1 ¶5".to_owned(),
        ..Asked::default()
    };
    let dialogue = Dialogue {
        pack: pack(),
        lang: Lang::Ja,
        draft: draft("quiz/paper?seed=7&n=4"),
        preview: Preview::Shown,
    };
    for (question, text) in [
        (asked("choice", &["甲", "乙"], &[]), "問い □ 甲 □ 乙"),
        (asked("typed", &[], &[]), "問い ＿＿＿＿＿＿＿＿"),
        (asked("order", &["甲", "乙"], &[]), "問い （　　）甲 （　　）乙"),
        (
            asked("match", &["甲"], &["丙", "丁"]),
            "問い 甲 — ＿＿＿＿＿＿＿＿ 次から選ぶ：丙／丁",
        ),
    ] {
        let paper = dialogue.paper(&[question]);
        let text_of = |class: &str| paper.find(&|el| el.attribute("class") == class).map(El::text);
        assert_eq!(text_of("wrongs").as_deref(), Some(text));
        assert_eq!(text_of("key").as_deref(), Some("解答 答え（資料1 ¶5）理由"));
        assert!(text_of("head").is_some_and(|head| head.contains("番号7、1問") && head.contains("名前")));
    }
}
