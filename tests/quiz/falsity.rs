//! Small packs that show who never stands beside the right answer.

use std::collections::BTreeSet;

use yomikurabe::domain::pack::Pack;
use yomikurabe::domain::pack::compile::{SourceFile, compile};
use yomikurabe::domain::quiz::{Context, ItemId, Task, item};
use yomikurabe::domain::text::Fold;

const SEEDS: u64 = 40;

const ACTORS: &str = "
russia     government russia   ロシア
putin      person     russia   プーチン大統領     ロシア大統領
lavrov     person     russia   ラブロフ外相       ロシア外相
mfa        ministry   russia   ロシア外務省
us         government us       米国
house      ministry   us       ホワイトハウス
trump      person     us       トランプ大統領     米国大統領
uk         government uk       英国
starmer    person     uk       スターマー首相     英国首相
france     government france   フランス
macron     person     france   マクロン大統領     フランス大統領
europe     group      europe   欧州諸国
belgium    government europe   ベルギー
croatia    government europe   クロアチア
merz       person     europe   メルツ首相         ドイツ首相
coalition  group      coalition 有志連合
china      government china    中国
";

/// A pack of one document and one issue. A line is a statement: id, actor, stance, and then, as they come,
/// `speaker=…`, `reporter=…`, `beside=…` (words behind the quote), `note=…`, `quote=…`, `unnamed` and `inference`.
fn pack(statements: &str) -> Pack {
    let mut document = String::from(
        "+++\nid = \"d\"\norder = 1\nlabel = \"資料1\"\ntitle = \"題\"\nshort = \"題\"\nshort_en = \"Title\"\ndate_note = \"-\"\nauthors = []\nkind = \"文\"\nkind_en = \"Text\"\nsource_file = \"1\"\nsource_lines = 99\n[card]\ngenre = \"文\"\nunknown = \"-\"\nstandpoint = \"-\"\ncautions = []\n+++\n\n## 章 {#s1 lines=1}\n",
    );
    let mut tables = String::from(
        "[[issue]]\nid = \"force\"\norder = 1\ntitle = \"軍\"\ntitle_en = \"Force\"\nquestion = \"置くか\"\nquestion_en = \"Yes?\"\n",
    );
    for line in ACTORS.lines().filter(|line| !line.is_empty()) {
        tables += &actor(&line.split_whitespace().collect::<Vec<_>>());
    }
    let lines = statements.lines().map(str::trim).filter(|line| !line.is_empty());
    for (at, line) in lines.enumerate() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (paragraph, table) = statement(at + 1, &words);
        document += &paragraph;
        tables += &table;
    }
    let source = |path: &str, text: &str| SourceFile {
        path: path.into(),
        bytes: text.into(),
    };
    let head =
        "format = 1\nid = \"p\"\ntitle = \"題\"\ntitle_en = \"T\"\nlead = \"文\"\nlead_en = \"L\"\nlicence = \"CC0\"\n";
    let (pack, problems) = compile(&[
        source("pack.toml", head),
        source("documents/d.md", &document),
        source("all.toml", &tables),
    ]);
    let count = statements.lines().filter(|line| !line.trim().is_empty()).count();
    assert_eq!(pack.statements.len(), count, "{problems:#?}");
    pack
}

fn actor(words: &[&str]) -> String {
    let [id, kind, side, name, ..] = words else {
        panic!("{words:?}")
    };
    let role = words.get(4).unwrap_or(&"役");
    format!(
        "[[actor]]\nid = \"{id}\"\nname = \"{name}\"\nreading = \"なまえ\"\nen = \"{id}\"\nkind = \"{kind}\"\n\
         side = \"{side}\"\nrole = \"{role}\"\nrole_en = \"role\"\n"
    )
}

fn name(id: &str) -> &'static str {
    let line = ACTORS
        .lines()
        .find(|line| line.split_whitespace().next() == Some(id))
        .unwrap();
    line.split_whitespace().nth(3).unwrap()
}

fn statement(number: usize, words: &[&str]) -> (String, String) {
    let [id, actor, stance, rest @ ..] = words else {
        panic!("{words:?}")
    };
    let of = |key: &str| rest.iter().find_map(|word| word.strip_prefix(key)?.strip_prefix('='));
    let usual = format!("発言の{id}を続ける");
    let quote = of("quote").unwrap_or(&usual);
    let utterer = name(of("speaker").unwrap_or(actor));
    let subject = if rest.contains(&"unnamed") { "同氏" } else { utterer };
    let beside = of("beside").unwrap_or("");
    let paragraph = format!("\n{subject}は「{quote}」と述べた{beside}。 {{#p{number} lines=1}}\n");
    let attribution = if rest.contains(&"inference") {
        "inference"
    } else {
        "direct"
    };
    let mut table = format!(
        "[[statement]]\nid = \"{id}\"\nactor = \"{actor}\"\nissue = \"force\"\nstance = \"{stance}\"\n\
         paraphrase = \"内容{id}を述べた。\"\ndate = \"not-given\"\nattribution = \"{attribution}\"\ncue = \"述べた\"\n\
         quote = \"{quote}\"\ncite = \"d#p{number}\"\nanchor = \"{quote}\"\n"
    );
    for key in ["speaker", "reporter", "note"] {
        table += &of(key).map_or(String::new(), |value| format!("{key} = \"{value}\"\n"));
    }
    if *stance == "conditional" {
        table += "condition = \"停戦すること\"\n";
    }
    (paragraph, table)
}

/// Everybody who is offered as a wrong answer to who said `s`, under any seed.
fn offered(pack: &Pack) -> BTreeSet<String> {
    let fold = |words: &str| Fold::native().answer(words);
    let ctx = Context::new(pack, &fold);
    let mut names = BTreeSet::new();
    for seed in 0..SEEDS {
        if let Some(Task::Choice { options, key }) = item(&ctx, &ItemId("gen-who-s".into()), seed).map(|item| item.task)
        {
            let wrong = options.iter().enumerate().filter(|(at, _)| *at != usize::from(key));
            names.extend(wrong.map(|(_, name)| name.clone()));
        }
    }
    names
}

/// Checks who may stand beside the holder of `s`, and who never does.
#[track_caller]
fn check(statements: &str, may: &[&str], never: &[&str]) {
    let names = offered(&pack(statements));
    for id in may {
        assert!(names.contains(name(id)), "{id} may be offered: {names:?}");
    }
    for id in never {
        assert!(!names.contains(name(id)), "{id} must not be offered: {names:?}");
    }
}

/// Checks that nothing is asked about `s`.
#[track_caller]
fn check_none(statements: &str) {
    let names = offered(&pack(statements));
    assert!(names.is_empty(), "{names:?}");
}

#[test]
fn who_shares_the_stance_is_never_offered() {
    check(
        "s macron supports\n a starmer supports\n b putin opposes",
        &["putin", "trump"],
        &["macron", "starmer"],
    );
    check(
        "s macron supports\n a starmer conditional\n b putin opposes",
        &["putin"],
        &["starmer"],
    );
    check(
        "s macron conditional\n a starmer supports\n b putin opposes",
        &["putin"],
        &["starmer"],
    );
    check("s macron supports\n a starmer opposes", &["starmer"], &[]);
}

#[test]
fn whose_government_shares_the_stance_is_never_offered() {
    check("s macron supports\n a uk supports", &["putin"], &["starmer"]);
    check("s uk supports\n a macron supports", &["russia", "us"], &["france"]);
    check("s putin opposes\n a russia opposes", &["trump"], &["lavrov"]);
    check("s putin opposes", &["lavrov", "trump"], &[]);
}

#[test]
fn what_a_government_leaves_open_its_persons_may_decide() {
    check("s putin ambiguous\n a russia ambiguous", &["lavrov", "trump"], &[]);
    check("s putin ambiguous\n a lavrov ambiguous", &["trump"], &["lavrov"]);
}

#[test]
fn who_may_speak_for_the_holder_is_never_offered() {
    check("s us supports", &["russia", "mfa", "uk"], &["house"]);
    check("s house supports", &["russia", "uk"], &["us"]);
    check("s mfa opposes", &["us", "uk"], &["russia"]);
}

#[test]
fn who_utters_or_reports_is_never_offered() {
    check("s trump supports speaker=merz", &["putin", "macron"], &["trump"]);
    check("s macron supports reporter=starmer", &["putin", "trump"], &["starmer"]);
}

#[test]
fn states_of_a_column_that_is_a_group_stand_for_themselves() {
    check("s belgium supports\n a croatia opposes", &["croatia", "russia"], &[]);
    check("s belgium supports\n a merz supports", &["croatia"], &[]);
    check("s belgium supports\n a europe supports", &["russia"], &["croatia"]);
}

#[test]
fn groups_are_neither_asked_for_nor_offered() {
    check_none("s coalition supports\n a russia opposes");
    check(
        "s china opposes\n a coalition supports",
        &["russia", "uk"],
        &["coalition", "europe"],
    );
}

#[test]
fn who_has_a_part_in_the_paragraph_is_not_offered() {
    check(
        "s macron supports beside=（スターマー首相も同席）",
        &["putin"],
        &["starmer"],
    );
    check(
        "s macron supports beside=（スターマー氏も同席）",
        &["putin"],
        &["starmer"],
    );
    check(
        "s macron supports beside=（スターマー首相も同席）\n a starmer opposes",
        &["starmer"],
        &[],
    );
    check(
        "s macron supports quote=スターマー首相に賛成する\n a starmer opposes",
        &["putin"],
        &["starmer"],
    );
}

#[test]
fn a_stance_that_may_be_read_otherwise_counts_as_both() {
    check("s macron supports\n a starmer ambiguous", &["starmer"], &[]);
    check(
        "s macron supports\n a starmer ambiguous note=支持と読む人もいる",
        &["putin"],
        &["starmer"],
    );
    check(
        "s macron supports\n a starmer ambiguous note=反対と読む人もいる",
        &["starmer"],
        &[],
    );
}

#[test]
fn nothing_is_asked_about_words_that_are_nobodys_alone() {
    check_none("s macron supports unnamed");
    check_none("s macron supports inference");
    check_none("s macron supports quote=同じ言葉\n a starmer opposes quote=同じ言葉");
    check(
        "s macron supports quote=同じ言葉\n a macron supports quote=同じ言葉",
        &["putin"],
        &[],
    );
}

#[test]
fn a_false_claim_names_only_somebody_of_whom_it_is_false() {
    let pack = pack("s macron supports\n a starmer supports\n b putin opposes\n c merz ambiguous");
    let fold = |words: &str| Fold::native().answer(words);
    let ctx = Context::new(&pack, &fold);
    let mut stems = BTreeSet::new();
    for seed in 0..SEEDS {
        let item = item(&ctx, &ItemId("gen-true-false-s".into()), seed).unwrap();
        let truth = matches!(item.task, Task::Choice { key: 0, .. });
        assert_eq!(truth, item.stem.contains(name("macron")), "{}", item.stem);
        stems.insert(item.stem);
    }
    let of = |id: &str| stems.iter().any(|stem| stem.contains(name(id)));
    assert!(of("macron") && of("putin") && of("merz") && !of("starmer"), "{stems:?}");
}
