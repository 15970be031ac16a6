//! Runs through a paper, and what the log shows of them.

use yomikurabe::domain::pack::QuestionKind;
use yomikurabe::domain::quiz::{
    Answer, Context, FoldWords, Grade, Hint, Item, Millis, Mode, Paper, Session, Tally, Task, hint, mark,
};

use crate::bundled::{PACK, remembering};
use crate::papers::everything;

fn paper(seed: u64, fold: FoldWords<'_>) -> Paper {
    Paper::draw(&Context::new(&PACK, fold), &everything(seed, 12))
}

/// The right answer to an item, as a learner would give it.
fn right(item: &Item) -> Answer {
    match &item.task {
        Task::Choice { key, .. } => Answer::Choice(*key),
        Task::Typed { key, .. } => Answer::Typed(key.clone()),
        Task::Order { key, .. } => Answer::Order(key.clone()),
        Task::Match { key, .. } => Answer::Match(key.clone()),
    }
}

fn wrong(item: &Item) -> Answer {
    match &item.task {
        Task::Choice { key, options } => Answer::Choice((key + 1) % options.len() as u8),
        Task::Typed { .. } => Answer::Typed("知らない".into()),
        Task::Order { key, .. } => Answer::Order(key.iter().rev().copied().collect()),
        Task::Match { key, .. } => Answer::Match(key.iter().rev().copied().collect()),
    }
}

#[test]
fn right_answers_are_right_and_wrong_ones_wrong() {
    let fold = remembering();
    for seed in 0..30 {
        for item in paper(seed, &fold).items {
            assert_eq!(mark(&item, &right(&item), &fold).grade, Grade::Right, "{item:#?}");
            assert_eq!(mark(&item, &wrong(&item), &fold).grade, Grade::Wrong, "{item:#?}");
        }
    }
}

/// Whatever is asked, its hints leave at least three options, or two parts of an order and two pairs, to be found.
#[test]
fn no_hint_gives_the_answer() {
    let fold = remembering();
    let (mut struck, mut before) = (0, 0);
    for seed in 0..30 {
        for item in paper(seed, &fold).items {
            let solution = item.task.solution();
            for hint in (0..3).map_while(|asked| hint(&item, asked)) {
                match (hint, &item.task) {
                    (Hint::Place, Task::Choice { .. }) => assert_ne!(item.kind, QuestionKind::WhichDocument),
                    (Hint::Not(option), Task::Choice { options, .. } | Task::Typed { options, .. }) => {
                        assert!(options.len() > 3 && option != solution[0], "{item:#?}");
                        let at = |text: &str| options.iter().position(|option| option == text);
                        struck += 1;
                        before += usize::from(at(option) < at(&solution[0]));
                    }
                    (Hint::First(part), Task::Order { .. } | Task::Match { .. }) => {
                        assert!(part == solution[0] && solution.len() > 2, "{item:#?}");
                    }
                    (hint, _) => panic!("{hint:?} of {item:#?}"),
                }
            }
        }
    }
    // Where the option stands that is struck out says nothing of where the right one is.
    assert!(
        struck > 100 && (struck * 2 / 5..struck * 3 / 5).contains(&before),
        "{before} of {struck}"
    );
}

#[test]
fn typed_answers_may_be_spelt_in_other_ways() {
    let fold = remembering();
    let typed = |key: &str, accept: &[&str], words: &str| {
        let accept = accept.iter().map(|words| (*words).to_owned()).collect();
        let task = Task::Typed {
            key: key.into(),
            accept,
            options: Vec::new(),
        };
        yomikurabe::domain::quiz::mark_task(&task, &Answer::Typed(words.into()), &fold).grade
    };
    for words in ["停戦合意", " 停戦 合意 ", "停戦　合意。", "ていせんごうい"] {
        assert_eq!(typed("停戦合意", &["ていせんごうい"], words), Grade::Right, "{words}");
    }
    for words in ["ＡＴＡＣＭＳ", "atacms", "エイタクムス", "えいたくむす", "ｴｲﾀｸﾑｽ"] {
        assert_eq!(typed("ATACMS", &["えいたくむす"], words), Grade::Right, "{words}");
    }
    for words in ["アメリカファースト", "アメリカ・ファースト", "あめりかふぁーすと"] {
        assert_eq!(typed("アメリカ・ファースト", &[], words), Grade::Right, "{words}");
    }
    for words in ["", " ", "停戦", "和平合意"] {
        assert_eq!(typed("停戦合意", &["ていせんごうい"], words), Grade::Wrong, "{words}");
    }
}

#[test]
fn a_key_that_is_a_term_may_be_typed_as_any_of_its_forms() {
    let fold = remembering();
    let ctx = Context::new(&PACK, &fold);
    let id = yomikurabe::domain::quiz::ItemId("q-ct-1".into());
    let item = yomikurabe::domain::quiz::item(&ctx, &id, 1).unwrap();
    for words in ["合法的戦闘目標", "ごうほうてきせんとうもくひょう", "合法的な戦闘目標"]
    {
        assert_eq!(
            mark(&item, &Answer::Typed(words.into()), &fold).grade,
            Grade::Right,
            "{words}"
        );
    }
}

#[test]
fn in_practice_the_first_answer_stands_and_is_shown() {
    let fold = remembering();
    let mut session = Session::new(paper(1, &fold), Mode::Practice, Millis(1_000));
    let first = session.current().unwrap().clone();
    assert_eq!(session.feedback(), None);
    let given = session.answer(wrong(&first), Millis(4_000), &fold).unwrap();
    assert_eq!((given.marking.grade, given.elapsed), (Grade::Wrong, Millis(3_000)));
    assert_eq!(session.answer(right(&first), Millis(5_000), &fold), None);
    assert_eq!(session.feedback().unwrap().marking.grade, Grade::Wrong);
    let count = session.items.len();
    for _ in 1..count {
        session.next(Millis(6_000));
        let item = session.current().unwrap().clone();
        session.answer(right(&item), Millis(7_000), &fold);
    }
    assert!(!session.is_over());
    session.next(Millis(9_000));
    assert!(session.is_over());
    let result = session.result(Millis(99_000));
    assert_eq!(
        result.all,
        Tally {
            right: count as u32 - 1,
            of: count as u32
        }
    );
    assert_eq!((result.took, result.wrong.as_slice()), (Millis(8_000), [0].as_slice()));
}

#[test]
fn in_a_test_answers_can_be_changed_and_are_shown_at_the_end() {
    let fold = remembering();
    let mut session = Session::new(paper(2, &fold), Mode::Test, Millis(0));
    let first = session.current().unwrap().clone();
    session.answer(wrong(&first), Millis(1_000), &fold);
    assert_eq!(session.feedback(), None);
    session.next(Millis(1_500));
    session.go_to(0, Millis(2_000));
    assert_eq!(
        session.answer(right(&first), Millis(2_500), &fold).unwrap().elapsed,
        Millis(1_500)
    );
    session.go_to(99, Millis(3_000));
    assert_eq!((session.position(), session.answered()), (0, 1));
    session.end(Millis(4_000));
    session.end(Millis(5_000));
    assert_eq!(session.answer(wrong(&first), Millis(6_000), &fold), None);
    assert_eq!(session.feedback().unwrap().marking.grade, Grade::Right);
    let result = session.result(Millis(7_000));
    let count = session.items.len() as u32;
    assert_eq!(
        (result.all, result.took),
        (Tally { right: 1, of: count }, Millis(4_000))
    );
    let sum = |tallies: Vec<Tally>| tallies.iter().map(|tally| tally.of).sum::<u32>();
    assert_eq!(sum(result.by_document.iter().map(|(_, tally)| *tally).collect()), count);
    assert_eq!(sum(result.by_kind.iter().map(|(_, tally)| *tally).collect()), count);
}

#[test]
fn an_empty_paper_ends_at_once() {
    let fold = remembering();
    let mut session = Session::new(Paper::default(), Mode::Practice, Millis(0));
    assert_eq!(session.current(), None);
    assert_eq!(session.answer(Answer::Choice(0), Millis(1), &fold), None);
    session.next(Millis(2));
    assert!(session.is_over());
    assert_eq!(session.result(Millis(3)).all, Tally::default());
}

#[test]
fn what_is_taken_back_counts_no_more() {
    let fold = remembering();
    let mut session = Session::new(paper(5, &fold), Mode::Practice, Millis(0));
    let of = session.items.len() as u32;
    session.answer(wrong(&session.items[0]), Millis(1), &fold);
    session.take_back(0);
    session.take_back(0);
    session.take_back(usize::MAX);
    let result = session.result(Millis(2));
    assert_eq!(result.all, Tally { right: 0, of: of - 1 });
    assert!(
        !result.wrong.contains(&0) && session.feedback().is_some(),
        "it stays to be seen"
    );
}
