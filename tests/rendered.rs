//! Views drawn natively, as they would stand in a static page.

mod bundled;

use yew::prelude::*;
use yomikurabe::app::settings::{Setting, Settings};
use yomikurabe::app::{Model, Moment, Msg, popup, update};
use yomikurabe::domain::lang::Lang;
use yomikurabe::domain::pack::{FindBySlug, TermId};
use yomikurabe::ui;

#[derive(Clone, PartialEq, Properties)]
struct PageProps {
    fragment: AttrValue,
    lang: Lang,
    term: Option<u16>,
}

#[component]
fn Page(props: &PageProps) -> Html {
    let moment = Moment { now_ms: 0.0, random: 1 };
    let mut model = Model::new(bundled::library(), &props.fragment, Settings::default(), 7);
    update(&mut model, Msg::Set(Setting::Lang(props.lang)), &moment);
    update(&mut model, Msg::AddressChanged(props.fragment.to_string()), &moment);
    if let Some(term) = props.term {
        let word = popup::Word {
            element: "w1-0".into(),
            term: TermId(term),
        };
        update(&mut model, Msg::Popup(popup::Event::Pressed(word)), &moment);
    }
    ui::page(&model)
}

/// Draws the page at an address.
fn draw(fragment: &str, lang: Lang, term: Option<&str>) -> String {
    let term = term.map(|slug| {
        TermId::find(&bundled::library().pack, slug)
            .expect("a term of the pack")
            .0
    });
    let props = PageProps {
        fragment: AttrValue::from(fragment.to_owned()),
        lang,
        term,
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    tokio::task::LocalSet::new().block_on(
        &runtime,
        yew::LocalServerRenderer::<Page>::with_props(props)
            .hydratable(false)
            .render(),
    )
}

#[track_caller]
fn check(fragment: &str, holds: &[&str]) {
    let html = draw(fragment, Lang::Ja, None);
    for words in holds {
        assert!(html.contains(words), "{fragment} does not hold `{words}`:\n{html}");
    }
}

#[test]
fn each_view_shows_what_it_is_for() {
    check("start", &["#docs", "#compare", "#quiz", "資料1", "138", "CC BY 4.0"]);
    check("docs", &["資料5", "本人の言葉"]);
    check(
        "doc/paris-declaration",
        &[
            "id=\"doc/paris-declaration/p1\"",
            "data-term=",
            "<rt>",
            "この文書について",
            "data-stance=",
        ],
    );
    check("glossary", &["新戦略兵器削減条約", ">あ<", ">わ<"]);
    check("glossary?by=kind", &["兵器", "慣用句"]);
    check("glossary?q=ATACMS", &["#term/atacms"]);
    check("glossary?q=zzzz", &["に合う用語はない"]);
    check("term/atacms", &["Army Tactical Missile System", "用例", "背景知識"]);
    check(
        "compare",
        &["記載なし", "data-stance=\"differ\"", "人により違う", "data-column="],
    );
    check("compare?docs=no&issues=territory", &["ドネツク"]);
    check("compare/russia/us", &["くらべられない", "<select"]);
    check("issue/multinational-force", &["支持", "反対", "本人の言葉", "手がかり"]);
    check("issue/multinational-force/time", &["2026年1月6日"]);
    check("issue/multinational-force/documents", &["この論点にふれていない"]);
    check("issue/multinational-force/at/russia", &["ロシア", "を読む"]);
    check("quiz", &["quiz/paper?seed=7", "問題の番号"]);
    check("quiz/paper?seed=3", &["10問中1問目"]);
    check("record", &["あなたの答えの記録", "<learner-part lang=\"ja\""]);
    check(
        "material?of=doc/paris-declaration",
        &[
            "<h1>教材に入れる</h1>",
            "<learner-part of=\"doc/paris-declaration\" lang=\"ja\"",
        ],
    );
    check("issue/guarantees", &["href=\"#material?of=issue/guarantees\""]);
    check("nowhere", &["その場所は見つからない", "nowhere"]);
}

#[test]
fn a_cited_place_is_marked() {
    check(
        "doc/paris-declaration/p2?at=0-6",
        &["aria-current=\"location\"", "<mark>"],
    );
    check("doc/paris-declaration/p2?at=1-2", &["aria-current=\"location\""]);
}

#[test]
fn a_popup_shows_what_a_term_means_and_on_what_that_rests() {
    let html = draw("doc/paris-declaration", Lang::Ja, Some("coalition-of-the-willing"));
    let card = html.split("id=\"card\"").nth(1).expect("the card");
    for words in [
        "有志連合",
        "ゆうしれんごう",
        "Coalition of the Willing",
        "#term/coalition-of-the-willing",
        "¶",
        "か所",
        "この語を含む立場",
    ] {
        assert!(card.contains(words), "the card does not hold {words}: {card}");
    }
}

#[test]
fn the_page_speaks_english_on_request() {
    for (fragment, words) in [
        ("start", "Who said what"),
        ("compare", "Should"),
        ("quiz", "Number of questions"),
        ("record", "Your answers"),
        ("material", "Put into course material"),
        ("term/atacms", "Where it occurs"),
    ] {
        let html = draw(fragment, Lang::En, None);
        assert!(html.contains(words), "{fragment} does not hold `{words}`:\n{html}");
        assert!(!html.contains("絞りこむ"), "{fragment} still speaks Japanese");
    }
}

#[test]
fn nothing_of_the_pack_becomes_markup() {
    let html = draw("search?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", Lang::Ja, None);
    assert!(!html.contains("<img"), "{html}");
}

#[test]
fn views_carry_no_inline_style() {
    for fragment in [
        "start",
        "doc/combat-target",
        "compare",
        "quiz/paper?seed=1",
        "term/nato",
    ] {
        assert!(
            !draw(fragment, Lang::Ja, None).contains(" style="),
            "{fragment}: a strict content policy forbids it"
        );
    }
}
