//! What the second module draws, over the bundled pack, without a browser.

mod bundled;

use std::sync::LazyLock;

use yomikurabe::domain::lang::Lang;
use yomikurabe::domain::progress::{Answered, Askable, Cards, Deed, EntryId, Journal, Named, Record, backup};
use yomikurabe::domain::quiz::{Context, Grade, ItemId, Millis, Mode, item};
use yomikurabe::domain::schedule::{Calendar, NewDay, Offset, Rating};
use yomikurabe::domain::text::Fold;
use yomikurabe::learner::{
    Desk, El, Form, Keeping, Kid, Loaded, Marks, Plan, Said, Side, State, after, card, cost, el, export, judge, marks,
    parts, rated, round, says, taken,
};

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
        round: None,
        cards: Cards::default(),
    };
    change(&mut desk);
    desk.replay();
    let drawn = el("div").kids(parts(&desk));
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
    check(
        answered(&[(0, 0, Rating::Again)]),
        |desk| desk.plan.new_a_day = 0,
        |_, part| {
            let text = part("learner-today").text();
            assert!(
                text.contains("いまは、何もない。次は") && text.contains("分後"),
                "{text}"
            );
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
            |desk, part| {
                let today = part("learner-today");
                let reminder = today.find(&|el| el.attribute("id") == "learner-reminder");
                assert_eq!(reminder.is_some(), is_due, "it stands where a learner begins");
                assert_eq!(desk.is_backup_due(), is_due, "{answered_ago} {saved:?}");
            },
        );
    }
}

#[test]
fn what_cannot_be_read_is_said() {
    let journal = Journal::new(Vec::new(), vec![r#"{"id":"2","kind":"dream"}"#.to_owned()]);
    for (journal, is_said) in [(journal, true), (Journal::default(), false)] {
        check(
            journal,
            |_| (),
            |_, part| {
                let text = part("learner-backup").text();
                assert_eq!(text.contains("この版では読めない記録が1件ある"), is_said, "{text}");
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

/// The entry that a deed of now becomes.
fn entry(id: u128, deed: Deed) -> Record {
    Record::new(NOW, EntryId(id), deed)
}

/// The first answer, to be spoken of.
fn said(journal: &Journal, state: State) -> Said {
    Said {
        entry: EntryId(0),
        item: named(journal).item,
        state,
    }
}

fn named(journal: &Journal) -> Named {
    journal.records()[0].about().expect("an answer").clone()
}

#[test]
fn after_an_answer_the_next_day_is_said_and_it_can_be_taken_back() {
    let journal = answered(&[(0, 0, Rating::Good)]);
    check(
        journal.clone(),
        |_| (),
        |desk, _| {
            let said = after(desk, &said(&journal, State::Stands)).text();
            assert!(
                said.contains("2026年1月8日（2日後）") && said.contains("取り消す"),
                "{said}"
            );
        },
    );
    let undone = entry(9, Deed::Undo { of: EntryId(0) });
    let aside = entry(9, Deed::Aside(named(&journal)));
    for (deed, says, state) in [
        (undone, "数えない", State::Undone),
        (aside, "脇に置いた", State::Stands),
    ] {
        let mut journal = journal.clone();
        journal.add(deed);
        check(
            journal.clone(),
            |_| (),
            |desk, _| {
                let drawn = after(desk, &said(&journal, state));
                assert!(drawn.text().contains(says), "{}", drawn.text());
                let undo = drawn.find(&|el| el.attribute("data-do") == "undo");
                assert_eq!(undo.is_some(), state == State::Stands);
            },
        );
    }
}

#[test]
fn what_is_taken_back_or_aside_is_listed_and_not_asked() {
    let mut journal = answered(&[(0, 30, Rating::Good), (1, 30, Rating::Good)]);
    check(
        journal.clone(),
        |_| (),
        |_, part| {
            assert!(part("record-sum").text().contains("2回答え"));
            let undo = part("learner-latest");
            let undo = undo.find(&|el| el.attribute("data-do") == "undo").expect("a button");
            assert_eq!(undo.attribute("data-of"), EntryId(1).to_string(), "the last one first");
        },
    );
    journal.add(entry(7, Deed::Undo { of: EntryId(1) }));
    journal.add(entry(8, Deed::Aside(named(&journal))));
    check(
        journal.clone(),
        |_| (),
        |_, part| {
            assert!(part("record-sum").text().contains("1回答え"));
            assert!(part("learner-counts").text().contains("時期がきた問い：0"));
            let back = part("learner-aside");
            let back = back.find(&|el| el.attribute("data-do") == "back").expect("a button");
            assert_eq!(back.attribute("data-of"), named(&journal).item.0);
        },
    );
    journal.add(Record::new(Millis(NOW.0 + 1), EntryId(9), Deed::Back(named(&journal))));
    check(
        journal,
        |desk| desk.now = Millis(NOW.0 + 1),
        |_, part| assert!(part("learner-counts").text().contains("時期がきた問い：1")),
    );
}

#[test]
fn a_card_shows_when_it_comes_again_before_it_is_rated() {
    check(
        Journal::default(),
        |desk| desk.round = Some(round(desk)),
        |desk, part| {
            let front = part("learner-deck");
            assert!(front.find(&|el| el.attribute("data-do") == "rate").is_none());
            let mut turned = Desk {
                round: desk.round.clone(),
                journal: desk.journal.clone(),
                calendar: desk.calendar.clone(),
                askable: desk.askable.clone(),
                cards: desk.cards.clone(),
                ..*desk
            };
            let mut shown = desk.round.clone().expect("a round");
            assert_eq!(shown.items.len(), 10, "the daily number of new ones");
            shown.side = Side::Back;
            turned.round = Some(shown.clone());
            let back = card(&turned).expect("a card").text();
            for words in [
                "10分後",
                "15分後",
                "1月8日（2日後）",
                "1月14日（8日後）",
                "おしくても「もう一度」",
            ] {
                assert!(back.contains(words), "{words} is not in {back}");
            }
            let deed = rated(&turned, Rating::Again, Millis(NOW.0 + 4_000)).expect("a deed");
            let Deed::Answer(answered) = &deed else {
                panic!("an answer")
            };
            assert_eq!((answered.grade, answered.elapsed), (Grade::Wrong, Millis(4_000)));
            assert!(answered.about.item.0.starts_with("gen-card-"));
            assert_eq!(
                shown.clone().at(10, None, NOW),
                None,
                "after the last card the round is over"
            );
            // Its siblings, the questions about the term, wait for another day.
            turned.journal.add(entry(1, deed));
            turned.catch_up();
            let drawn = el("div").kids(parts(&turned));
            let today = drawn.find(&|el| el.attribute("id") == "learner-today").expect("today");
            let term = shown.items[0].0.strip_prefix("gen-card-").expect("a card");
            let siblings = ["gen-term-", "gen-gloss-"].map(|head| [head, term].concat());
            let asked = items(today);
            assert_eq!(asked.len(), 9, "one of the daily number is met");
            assert!(asked.iter().all(|item| !siblings.contains(item)), "{asked:?}");
        },
    );
}

#[test]
fn what_is_forgotten_again_and_again_is_pointed_out_before_it_is_asked() {
    check(
        leech(),
        |_| (),
        |_, part| assert!(part("learner-today").text().contains("くり返し忘れている問いがある")),
    );
}

#[test]
fn the_hour_of_the_new_day_is_the_learners() {
    let hour = |hour| Calendar::new(NewDay::at(hour).expect("an hour"), Offset(0), Vec::new());
    let counts = |new_day: u8| {
        let mut said = String::new();
        check(
            answered(&[(0, 1, Rating::Good)]),
            |desk| {
                // At two in the morning of the second day after: by the clock it is due.
                desk.now = Millis(NOW.0 + 14 * 3_600_000);
                desk.calendar = hour(new_day);
                desk.plan.new_day = new_day;
            },
            |_, part| said = part("learner-today").text(),
        );
        said
    };
    assert!(counts(0).contains("時期がきた問い：1") && counts(0).contains("午前0時"));
    assert!(counts(4).contains("時期がきた問い：0") && counts(4).contains("午前4時"));
}

#[test]
fn terms_are_marked_as_they_are_known_where_that_is_wished() {
    let pack = &bundled::library().pack;
    let slug = pack.terms[0].slug.clone();
    let mut journal = answered(&[(0, 3, Rating::Good), (0, 1, Rating::Again)]);
    let of_term = |rating| {
        let mut record = answered(&[(0, 0, rating)]).records()[0].clone();
        if let Deed::Answer(answered) = &mut record.deed {
            answered.about.item = ItemId(format!("gen-term-{slug}"));
        }
        Record::new(record.at, EntryId(50), record.deed)
    };
    journal.add(of_term(Rating::Good));
    check(
        journal,
        |_| (),
        |desk, part| {
            assert_eq!(marks(desk), None, "not wished");
            assert!(part("learner-results").text().contains(&pack.terms[0].headword));
        },
    );
    let (known, shaky) = ([&slug, ";"].concat(), [";", &slug].concat());
    for (rating, days, expected) in [
        (Rating::Good, 0, &known),
        (Rating::Good, 300, &shaky),
        (Rating::Again, 0, &shaky),
        (Rating::Hard, 0, &shaky),
    ] {
        let mut journal = Journal::default();
        journal.add(of_term(rating));
        check(
            journal,
            |desk| {
                desk.plan.marks = Marks::On;
                desk.now = Millis(NOW.0 + days * DAY);
            },
            |desk, _| assert_eq!(marks(desk).as_ref(), Some(expected), "{rating:?}, after {days} days"),
        );
    }
}

/// The answers for other programs: JSON keeps its schema, and each form has a line an answer.
#[test]
fn answers_go_out_in_three_forms() {
    let schema = serde_json::from_str(include_str!("../docs/history.schema.json")).expect("JSON");
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    let mut journal = leech();
    journal.add(entry(99, Deed::Undo { of: EntryId(0) }));
    check(
        journal,
        |_| (),
        |desk, _| {
            let json: serde_json::Value = serde_json::from_str(&export(desk, Form::Json)).expect("JSON");
            let faults: Vec<String> = schema.iter_errors(&json).map(|fault| fault.to_string()).collect();
            assert_eq!(faults, Vec::<String>::new());
            assert_eq!(json["answers"].as_array().map(Vec::len), Some(8));
            assert_eq!(json["answers"][0]["undone"], true);
            assert_eq!(export(desk, Form::Csv).lines().count(), 9);
            assert_eq!(
                export(desk, Form::Reviews).lines().count(),
                8,
                "without what was taken back"
            );
        },
    );
}
