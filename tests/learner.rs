//! What the second module draws, over the bundled pack, without a browser.

mod bundled;

use std::sync::LazyLock;

use yomikurabe::domain::lang::Lang;
use yomikurabe::domain::progress::{Answered, Askable, Deed, EntryId, Journal, Named, Record, backup};
use yomikurabe::domain::quiz::{Context, Grade, ItemId, Millis, Mode, item};
use yomikurabe::domain::schedule::{Calendar, Rating};
use yomikurabe::domain::text::Fold;
use yomikurabe::learner::{Desk, El, Keeping, Kid, Loaded, Plan, cost, judge, parts, says, taken};

/// 2026-01-06, noon.
const NOW: Millis = Millis(1_767_700_800_000);
const DAY: i64 = 86_400_000;

/// Looks at the parts drawn for a journal.
#[track_caller]
fn check(journal: Journal, change: impl Fn(&mut Desk), look: impl FnOnce(&Desk, &dyn Fn(&str) -> El)) {
    static ASKABLE: LazyLock<Askable> = LazyLock::new(|| Askable::of(&context()));
    let mut desk = Desk {
        pack: &bundled::library().pack,
        askable: Askable::from_hex(&ASKABLE.to_hex()),
        lang: Lang::Ja,
        now: NOW,
        calendar: Calendar::default(),
        plan: Plan::default(),
        journal,
        keeping: Keeping::Erasable,
    };
    change(&mut desk);
    let drawn = El {
        kids: parts(&desk).into_iter().map(Kid::El).collect(),
        ..El::default()
    };
    let by_id = |id: &str| {
        let found = drawn.find(&|el| el.attribute("id") == id);
        found.unwrap_or_else(|| panic!("no #{id}")).clone()
    };
    look(&desk, &by_id);
}

fn context() -> Context<'static> {
    Context::new(&bundled::library().pack, &|words| Fold::native().answer(words))
}

/// Answers to questions of the pack, so many days ago.
fn answered(which: &[(usize, i64, Rating)]) -> Journal {
    let pack = &bundled::library().pack;
    let record = |(at, (question, days, rating)): (usize, &(usize, i64, Rating))| {
        let answered = Answered {
            about: Named {
                item: ItemId(pack.questions[*question].slug.clone()),
                pack: pack.slug.clone(),
            },
            grade: if *rating == Rating::Again {
                Grade::Wrong
            } else {
                Grade::Right
            },
            answer: "…".to_owned(),
            elapsed: Millis(10_000),
            mode: Mode::Practice,
            hints: 0,
            rating: Some(*rating),
        };
        Record::new(Millis(NOW.0 - days * DAY), EntryId(at as u128), Deed::Answer(answered))
    };
    Journal::new(which.iter().enumerate().map(record).collect(), Vec::new())
}

/// One question learnt and forgotten again and again.
fn leech() -> Journal {
    let learnt = |days| (3, days, Rating::Good);
    let forgotten = |days| (3, days, Rating::Again);
    let days = [(90, 80), (70, 60), (50, 40), (25, 15)];
    let pairs = days.iter().flat_map(|(a, b)| [learnt(*a), forgotten(*b)]);
    answered(&pairs.collect::<Vec<_>>())
}

#[track_caller]
fn items(today: &El) -> Vec<String> {
    let link = today
        .find(&|el| el.attribute("class") == "act chief")
        .expect("a way to begin");
    let items = link.attribute("href").split_once("&items=").expect("items").1;
    items.split(',').map(str::to_owned).collect()
}

#[test]
fn a_first_day_has_new_questions_that_can_be_asked() {
    check(
        Journal::default(),
        |_| (),
        |_, part| {
            assert!(
                part("learner-counts")
                    .text()
                    .contains("復習の時期がきた問い：0。新しい問い：10")
            );
            let items = items(&part("learner-today"));
            assert_eq!(items.len(), 10);
            for id in items {
                assert!(item(&context(), &ItemId(id.clone()), 5).is_some(), "{id}");
            }
            assert!(part("learner-results").text().contains("まだ答えがない"));
        },
    );
}

#[test]
fn what_is_due_comes_first() {
    let journal = answered(&[(0, 30, Rating::Good), (1, 30, Rating::Good), (2, 0, Rating::Easy)]);
    check(
        journal,
        |_| (),
        |desk, part| {
            assert!(
                part("learner-counts")
                    .text()
                    .contains("時期がきた問い：2。新しい問い：9")
            );
            let first: Vec<String> = items(&part("learner-today")).into_iter().take(2).collect();
            for question in &desk.pack.questions[..2] {
                assert!(first.contains(&question.slug), "{first:?}");
            }
        },
    );
    check(
        Journal::default(),
        |desk| desk.plan.new_a_day = 0,
        |_, part| {
            assert!(part("learner-today").text().contains("もう何もない"));
        },
    );
}

#[test]
fn results_are_counted_and_lead_to_the_passage() {
    check(
        leech(),
        |_| (),
        |_, part| {
            let results = part("learner-results");
            let text = results.text();
            for words in [
                "8回答えた",
                "復習1回のうち0回正解：0%。目標は90%",
                "忘れた回数：4",
                "くり返し忘れている",
            ] {
                assert!(text.contains(words), "{words} is not in {text}");
            }
            let link = results.find(&|el| el.attribute("class") == "cite").expect("a link");
            assert!(link.attribute("href").starts_with("#doc/"), "{link:?}");
        },
    );
}

#[test]
fn more_retention_costs_more() {
    let wished = |retention| move |desk: &mut Desk| desk.plan.retention = retention;
    let journal = || answered(&(0..60).map(|at| (at, 9, Rating::Good)).collect::<Vec<_>>());
    let said = |retention| {
        let mut text = String::new();
        check(journal(), wished(retention), |desk, _| text = cost(desk).text());
        text
    };
    let numbers = [80, 90, 95].map(|retention| {
        let text = said(retention);
        let number = text.split_once("およそ").and_then(|(_, rest)| rest.split_once('問'));
        number
            .and_then(|(number, _)| number.parse::<u32>().ok())
            .expect("a number")
    });
    assert!(numbers.is_sorted() && numbers[0] < numbers[2], "{numbers:?}");
}

#[test]
fn a_backup_is_asked_for_after_seven_days() {
    let ago = |days: i64| Some(Millis(NOW.0 - days * DAY));
    for (answered_ago, saved, is_due) in [
        (1, None, false),
        (7, None, true),
        (20, ago(8), false),
        (3, ago(8), true),
        (3, ago(5), false),
    ] {
        let journal = answered(&[(0, answered_ago, Rating::Good)]);
        check(
            journal,
            |desk| desk.plan.saved = saved,
            |desk, _| {
                assert_eq!(desk.is_backup_due(), is_due, "{answered_ago} {saved:?}");
            },
        );
    }
}

#[test]
fn where_nothing_is_kept_only_that_is_said() {
    check(
        Journal::default(),
        |desk| desk.keeping = Keeping::Refused,
        |desk, part| {
            assert_eq!(parts(desk).len(), 1);
            assert!(part("learner-backup").text().contains("保存できない"));
        },
    );
}

/// English parts hold Japanese only where it is marked as such: the pack's own words.
#[test]
fn english_is_english() {
    let is_japanese = |text: &str| text.chars().any(|letter| ('\u{3040}'..='\u{9fff}').contains(&letter));
    fn own(el: &El, texts: &mut Vec<String>) {
        if el.attribute("lang") == "ja" {
            return;
        }
        for kid in &el.kids {
            match kid {
                Kid::El(kid) => own(kid, texts),
                Kid::Text(text) => texts.push(text.clone()),
            }
        }
    }
    check(
        leech(),
        |desk| desk.lang = Lang::En,
        |desk, _| {
            let mut texts = Vec::new();
            parts(desk).iter().for_each(|part| own(part, &mut texts));
            let japanese: Vec<&String> = texts.iter().filter(|text| is_japanese(text)).collect();
            assert!(japanese.is_empty(), "{japanese:?}");
            assert!(texts.iter().any(|text| text.contains("Forgotten: 4")));
        },
    );
}

#[test]
fn a_text_that_is_given_is_judged() {
    let text = backup::write(&leech());
    assert!(matches!(judge(&text, Lang::Ja), Loaded::Whole(_)));
    assert!(matches!(
        judge(&["\u{feff}", &text.replace('\n', "\r\n")].concat(), Lang::Ja),
        Loaded::Whole(_)
    ));
    let half = &text[..text.len() / 2];
    for (given, lang, words) in [
        ("", Lang::Ja, "文字がない"),
        ("hello", Lang::En, "no backup of this page"),
        (&text.replacen("\"format\":2", "\"format\":7", 1), Lang::Ja, "形式7"),
        (half, Lang::En, "cannot be read"),
    ] {
        let judged = judge(given, lang);
        let said = says(&judged, lang).text();
        assert!(said.contains(words), "{words} is not in {said}");
        let can_take = matches!(judged, Loaded::InPart(..));
        assert_eq!(can_take, given == half, "{said}");
    }
    assert!(taken(8, Ok(3), Lang::Ja).text().contains("新しい3件"));
    assert!(taken(8, Ok(0), Lang::En).text().contains("none of them was new"));
    assert!(
        taken(8, Err("QuotaExceededError".to_owned()), Lang::Ja)
            .text()
            .contains("QuotaExceededError")
    );
}
