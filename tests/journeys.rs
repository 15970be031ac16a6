//! Journeys of a learner as scripts of messages, without a browser.

mod bundled;

use std::sync::atomic::{AtomicU32, Ordering};

use yomikurabe::app::model::{Notice, Storage};
use yomikurabe::app::msg::{Effect, Field, History, PaperMsg, Side};
use yomikurabe::app::paper::PaperState;
use yomikurabe::app::popup::{self, Word};
use yomikurabe::app::route::{Drawn, IssueView, Lost, Mark, Route};
use yomikurabe::app::settings::{Setting, Settings, Theme};
use yomikurabe::app::told::{self, Told};
use yomikurabe::app::{Model, Moment, Msg, update};
use yomikurabe::domain::lang::Lang;
use yomikurabe::domain::pack::{DocumentId, FindBySlug, IssueId, ParagraphNumber, TermId};
use yomikurabe::domain::quiz::{Answer, Grade, Millis, Task};
use yomikurabe::domain::schedule::Rating;

/// How many learners there have been.
static LEARNERS: AtomicU32 = AtomicU32::new(1);

/// A learner before the page.
struct Learner {
    model: Model,
    clock: f64,
    done: Vec<Effect>,
}

impl Learner {
    /// Opens the page at an address.
    fn opens(fragment: &str) -> Self {
        let model = Model::new(bundled::library(), fragment, Settings::default(), 42);
        let mut learner = Self {
            model,
            // Each learner has a day of his own.
            clock: f64::from(LEARNERS.fetch_add(1, Ordering::Relaxed)) * 1e8,
            done: Vec::new(),
        };
        learner.does(Msg::AddressChanged(fragment.into()));
        learner
    }

    fn does(&mut self, msg: Msg) -> &mut Self {
        self.clock += 1_000.0;
        let moment = Moment {
            now_ms: self.clock,
            random: self.clock as u64,
        };
        self.done = update(&mut self.model, msg, &moment);
        self
    }

    fn follows(&mut self, fragment: &str) -> &mut Self {
        self.does(Msg::Follow(fragment.into()))
    }

    #[track_caller]
    fn is_at(&self, fragment: &str) {
        assert_eq!(self.model.address.fragment(self.model.pack()), fragment);
    }

    #[track_caller]
    fn asked_for(&self, effect: &Effect) {
        assert!(self.done.contains(effect), "{effect:?} is not among {:?}", self.done);
    }
}

#[test]
fn every_address_reads_what_it_writes() {
    let library = bundled::library();
    let pack = &library.pack;
    let mut routes = vec![
        Route::Start,
        Route::Shelf,
        Route::Glossary,
        Route::Compare,
        Route::Quiz,
        Route::Paper,
        Route::Record,
        Route::Search,
        Route::Material,
    ];
    routes.extend(Drawn::ALL.map(Route::Drawn));
    routes.extend(pack.documents().map(|id| Route::Document(id, None)));
    routes.extend(
        pack.documents()
            .map(|id| Route::Document(id, Some(Mark::Paragraph(ParagraphNumber(1))))),
    );
    routes.extend(pack.terms().map(Route::Term));
    routes.extend(pack.statements().map(Route::Statement));
    for issue in pack.issues() {
        let views = [
            IssueView::Actors,
            IssueView::Time,
            IssueView::Documents,
            IssueView::At(pack.actors().next().unwrap()),
        ];
        routes.extend(views.map(|view| Route::Issue(issue, view)));
    }
    routes.extend(pack.actors().zip(pack.actors().skip(1)).map(|(a, b)| Route::Pair(a, b)));
    for route in routes {
        assert_eq!(Route::parse(pack, &route.fragment(pack)), route);
    }
}

#[test]
fn unknown_addresses_lead_to_a_helpful_page() {
    let table = [
        ("nowhere", true),
        ("doc/no-such-document", true),
        ("doc/paris-declaration/p9999", false),
        ("term/none", true),
        ("issue//", true),
        ("doc/paris-declaration/x", false),
    ];
    for (fragment, unknown) in table {
        let learner = Learner::opens(fragment);
        match learner.model.route() {
            Route::Lost(Lost::NoSuchPlace(document, _)) => {
                assert!(!unknown, "{fragment}");
                assert_eq!(document.slug(learner.model.pack()), "paris-declaration");
            }
            Route::Lost(_) => assert!(unknown, "{fragment}"),
            other => panic!("{fragment} leads to {other:?}"),
        }
    }
}

#[test]
fn follows_a_statement_to_its_paragraph_and_back() {
    let mut learner = Learner::opens("compare");
    learner.follows("issue/multinational-force/at/russia");
    let pack = learner.model.pack();
    let statement = pack
        .statements()
        .find(|id| pack[*id].issue.slug(pack) == "multinational-force")
        .unwrap();
    let cite = pack[statement].cite;
    let address = yomikurabe::app::route::Address::of_citation(cite);
    let fragment = address.fragment(pack);
    learner.follows(&fragment);
    learner.is_at(&fragment);
    learner.asked_for(&Effect::Arrive(Some(address.route.fragment(learner.model.pack()))));
    let back = learner.model.came_from.clone().expect("a way back");
    assert_eq!(
        back.fragment(learner.model.pack()),
        "issue/multinational-force/at/russia"
    );
    learner.follows("issue/multinational-force/at/russia");
    assert_eq!(learner.model.came_from, None);
}

#[test]
fn the_back_button_returns_to_where_a_page_was_left() {
    let mut learner = Learner::opens("compare");
    learner.follows("glossary").does(Msg::AddressChanged("compare".into()));
    learner.is_at("compare");
    learner.asked_for(&Effect::ScrollBack);
}

#[test]
fn a_filter_stands_in_the_address_and_is_no_step_in_the_history() {
    let mut learner = Learner::opens("compare");
    learner.does(Msg::Input(Field::Tick("docs"), "paris-declaration".into()));
    learner.is_at("compare?docs=paris-declaration");
    learner.asked_for(&Effect::Address(
        "compare?docs=paris-declaration".into(),
        History::Replace,
    ));
    learner.does(Msg::Input(Field::Tick("docs"), "combat-target".into()));
    learner.is_at("compare?docs=paris-declaration,combat-target");
    learner.does(Msg::Input(Field::Tick("docs"), "paris-declaration".into()));
    learner.does(Msg::Input(Field::Tick("docs"), "combat-target".into()));
    learner.is_at("compare");
    learner.does(Msg::Input(Field::Flip("undated"), "no".into()));
    learner.is_at("compare?undated=no");
    learner.does(Msg::Input(Field::Flip("undated"), "no".into()));
    learner.is_at("compare");
}

#[test]
fn two_actors_can_be_exchanged_one_by_one() {
    let mut learner = Learner::opens("compare/russia/ukraine");
    learner.does(Msg::Input(Field::PairActor(Side::Right), "us".into()));
    learner.is_at("compare/russia/us");
    learner.does(Msg::Input(Field::PairActor(Side::Left), "nobody".into()));
    learner.is_at("compare/russia/us");
}

#[test]
fn every_comparison_copies_as_a_table() {
    for fragment in [
        "compare",
        "compare/russia/us",
        "issue/territory",
        "issue/territory/time",
        "issue/territory/documents",
        "issue/territory/at/russia",
    ] {
        let mut learner = Learner::opens(fragment);
        learner.does(Msg::Copy);
        let Some(Effect::Copy(table)) = learner.done.first() else {
            panic!("{fragment} copies nothing")
        };
        assert!(!table.rows.is_empty() && !table.header.is_empty(), "{fragment}");
        assert!(
            table.rows.iter().all(|row| row.len() == table.header.len()),
            "{fragment}"
        );
        learner.does(Msg::SaveCsv);
        let Some(Effect::Save(file)) = learner.done.first() else {
            panic!("{fragment} saves nothing")
        };
        assert!(
            file.name.ends_with(".csv") && file.text.starts_with('\u{feff}'),
            "{fragment}"
        );
    }
    let mut learner = Learner::opens("start");
    learner.does(Msg::Copy);
    assert_eq!(learner.done, []);
    learner.does(Msg::Copied(false));
    assert_eq!(learner.model.notice, Some(Notice::NotCopied));
}

#[test]
fn a_popup_closes_when_the_page_is_left() {
    let mut learner = Learner::opens("doc/paris-declaration");
    let word = Word {
        element: "w1-0".into(),
        term: TermId(0),
    };
    learner.does(Msg::Popup(popup::Event::Pressed(word)));
    assert!(learner.model.popup.card().is_some());
    learner.follows("glossary");
    assert!(learner.model.popup.card().is_none());
    learner.asked_for(&Effect::Popup(popup::Order::Hide));
}

#[test]
fn settings_are_kept() {
    let mut learner = Learner::opens("start");
    learner
        .does(Msg::Set(Setting::Lang(Lang::En)))
        .does(Msg::Set(Setting::Theme(Theme::Dark)));
    learner.asked_for(&Effect::Dress);
    let line = learner.model.settings.to_line();
    learner.asked_for(&Effect::KeepSettings(line.clone()));
    assert_eq!(Settings::from_line(&line).lang, Lang::En);
}

/// Answers the shown question, right or wrong.
fn answer(learner: &mut Learner, right: bool) {
    let paper = learner.model.paper.as_ref().expect("a running quiz");
    let task = paper.session.current().expect("a question").task.clone();
    let wrong_one = |key: u8| usize::from(key == 0);
    match task {
        Task::Choice { key, .. } => {
            learner.does(Msg::Paper(PaperMsg::Choose(if right {
                key.into()
            } else {
                wrong_one(key)
            })));
        }
        Task::Typed { key, .. } => {
            learner.does(Msg::Input(Field::Typed, if right { key } else { "ちがう".into() }));
            learner.does(Msg::Paper(PaperMsg::Submit));
        }
        Task::Order { key, .. } => {
            let wanted: Vec<u8> = if right { key } else { key.into_iter().rev().collect() };
            arrange(learner, &wanted);
            learner.does(Msg::Paper(PaperMsg::Submit));
        }
        Task::Match { key, .. } => {
            let shift = usize::from(!right);
            for row in 0..key.len() {
                let partner = usize::from(key[(row + shift) % key.len()]);
                learner.does(Msg::Input(Field::Partner(row), partner.to_string()));
            }
            learner.does(Msg::Paper(PaperMsg::Submit));
        }
    }
}

/// Brings the items of an order into the wanted one, a place at a time.
fn arrange(learner: &mut Learner, wanted: &[u8]) {
    for (to, item) in wanted.iter().enumerate() {
        let places = |learner: &Learner| match &learner.model.paper.as_ref().expect("a running quiz").draft {
            Answer::Order(places) => places.clone(),
            other => panic!("not an order: {other:?}"),
        };
        while let Some(at) = places(learner)
            .iter()
            .position(|place| place == item)
            .filter(|at| *at > to)
        {
            learner.does(Msg::Paper(PaperMsg::Raise(at)));
        }
    }
}

#[test]
fn a_practice_gives_feedback_at_once_and_logs_each_answer() {
    let mut learner = Learner::opens("quiz/paper?seed=7&n=9");
    learner.does(Msg::StorageOpened);
    for step in 0..9 {
        answer(&mut learner, step % 3 != 0);
        let paper = learner.model.paper.as_ref().unwrap();
        let given = paper.session.feedback().expect("feedback at once");
        assert_eq!(
            given.marking.grade == Grade::Right,
            step % 3 != 0,
            "{:?}",
            paper.session.current()
        );
        assert_eq!(
            learner
                .done
                .iter()
                .filter(|effect| matches!(effect, Effect::Append(_)))
                .count(),
            1
        );
        assert_eq!(learner.model.log.entries().len(), step + 1);
        learner.does(Msg::Paper(PaperMsg::Choose(0)));
        assert_eq!(learner.model.log.entries().len(), step + 1, "an answer stands");
        learner.does(Msg::Paper(PaperMsg::Enter));
    }
    let session = &learner.model.paper.as_ref().unwrap().session;
    assert!(session.is_over());
    assert_eq!(session.result(session.ended_at.unwrap()).all.right, 6);
}

#[test]
fn a_test_gives_feedback_at_the_end() {
    let mut learner = Learner::opens("quiz/paper?seed=7&n=6&mode=test");
    for _ in 0..5 {
        answer(&mut learner, true);
        assert!(learner.model.paper.as_ref().unwrap().session.feedback().is_none());
        learner.does(Msg::Paper(PaperMsg::Next));
    }
    learner.does(Msg::Paper(PaperMsg::Previous));
    assert_eq!(learner.model.paper.as_ref().unwrap().session.position(), 4);
    answer(&mut learner, false);
    assert_eq!(
        learner.model.log.entries(),
        [],
        "nothing is logged before the test is handed in"
    );
    learner.does(Msg::Paper(PaperMsg::Finish));
    let session = &learner.model.paper.as_ref().unwrap().session;
    let result = session.result(session.ended_at.unwrap());
    assert_eq!((result.all.right, result.all.of), (4, 6));
    assert_eq!(
        learner.model.log.entries().len(),
        5,
        "what was not answered is not logged"
    );
}

#[test]
fn the_same_address_gives_the_same_paper() {
    let stems = |fragment: &str| -> Vec<String> {
        let learner = Learner::opens(fragment);
        learner
            .model
            .paper
            .as_ref()
            .unwrap()
            .session
            .items
            .iter()
            .map(|item| item.stem.clone())
            .collect()
    };
    assert_eq!(
        stems("quiz/paper?seed=123456&n=20"),
        stems("quiz/paper?n=20&seed=123456")
    );
    assert_ne!(
        stems("quiz/paper?seed=123456&n=20"),
        stems("quiz/paper?seed=123457&n=20")
    );
}

/// As a review has them.
#[test]
fn a_paper_can_be_asked_for_by_its_items() {
    let learner = Learner::opens("quiz/paper?seed=5&items=gen-term-new-start,nothing,q-pd-1,q-fd-2");
    let items = &learner.model.paper.as_ref().unwrap().session.items;
    let ids: Vec<&str> = items.iter().map(|item| item.id.0.as_str()).collect();
    assert_eq!(ids, ["gen-term-new-start", "q-pd-1", "q-fd-2"]);
}

#[test]
fn a_paper_survives_a_look_at_its_paragraph() {
    let mut learner = Learner::opens("quiz/paper?seed=9");
    answer(&mut learner, true);
    let cite = learner.model.paper.as_ref().unwrap().session.current().unwrap().cite;
    let place = yomikurabe::app::route::Address::of_citation(cite).fragment(learner.model.pack());
    learner.follows(&place);
    learner.does(Msg::AddressChanged("quiz/paper?seed=9".into()));
    assert!(learner.model.paper.as_ref().unwrap().session.feedback().is_some());
}

/// What the second module says of an answer stands below it as soon as the answer is safe, and not before.
#[test]
fn an_answer_is_spoken_of_when_it_is_safe() {
    let mut learner = Learner::opens("quiz/paper?seed=1");
    answer(&mut learner, true);
    let first = learner.model.log.entries()[0].clone();
    assert!(first.rating.is_some(), "what was derived is in the log");
    assert_eq!(learner.model.kept, None);
    learner.does(Msg::EntryKept(first.id));
    assert_eq!(learner.model.kept, Some(first.id));
    learner.does(Msg::Paper(PaperMsg::Next));
    answer(&mut learner, false);
    assert_eq!(learner.model.kept, None, "the last answer is not safe yet");
}

/// The rule of `docs/adr/0021`, as the engine feeds it: the grade, the time, and whether the words could be chosen.
#[test]
fn an_answer_is_logged_with_its_rating() {
    let rating = |fragment: &str, right: bool, seconds: f64| {
        let mut learner = Learner::opens(fragment);
        learner.clock += seconds * 1_000.0;
        answer(&mut learner, right);
        learner.model.log.entries()[0].rating
    };
    let asked = "quiz/paper?seed=4&n=1&kinds=true-false";
    for (right, seconds, expected) in [
        (true, 1.0, Rating::Good),
        (true, 100.0, Rating::Hard),
        (true, 3_600.0, Rating::Good),
        (false, 1.0, Rating::Again),
    ] {
        assert_eq!(
            rating(asked, right, seconds),
            Some(expected),
            "{right} after {seconds} s"
        );
    }
    let typed = "quiz/paper?seed=4&n=1&kinds=cloze";
    assert_eq!(
        rating(typed, true, 1.0),
        Some(Rating::Good),
        "its words may have been chosen"
    );
    assert_eq!(
        rating("quiz/paper?seed=4&n=1&kinds=order", true, 1.0),
        Some(Rating::Easy)
    );
}

#[test]
fn refused_storage_is_said_once_and_nothing_stops() {
    let mut learner = Learner::opens("quiz/paper?seed=3");
    learner.does(Msg::StorageRefused("SecurityError".into()));
    answer(&mut learner, true);
    learner.does(Msg::StorageRefused("SecurityError".into()));
    assert!(matches!(learner.model.storage, Storage::Memory(_)));
    assert_eq!(learner.model.log.entries().len(), 1);
}

#[test]
fn a_quiz_can_be_narrowed() {
    let learner = Learner::opens("quiz/paper?seed=5&docs=combat-target&kinds=who-said,true-false&n=8");
    let pack = learner.model.pack();
    let document = DocumentId::find(pack, "combat-target").unwrap();
    let items = &learner.model.paper.as_ref().unwrap().session.items;
    assert!(!items.is_empty());
    assert!(items.iter().all(|item| item.cite.document == document));
    assert!(IssueId::find(pack, "multinational-force").is_some());
}

fn told(learner: &Learner) -> Vec<Told> {
    let told = |effect: &Effect| match effect {
        Effect::Tell(told) => Some(*told),
        _ => None,
    };
    learner.done.iter().filter_map(told).collect()
}

fn paper(learner: &Learner) -> &PaperState {
    learner.model.paper.as_ref().expect("a paper")
}

fn state(learner: &Learner) -> String {
    paper(learner).session.state(Millis(learner.clock as i64))
}

/// What was answered to an item, how it was marked, and after how many seconds.
type Answered = Option<(Answer, Grade, i64)>;

/// Answers, item by item, and where the learner is.
fn standing(learner: &Learner) -> (usize, bool, Vec<Answered>) {
    let session = &learner.model.paper.as_ref().expect("a paper").session;
    let given = (0..session.items.len()).map(|at| session.given(at));
    let given =
        given.map(|given| given.map(|given| (given.answer.clone(), given.marking.grade, given.elapsed.0 / 1000)));
    (session.position(), session.is_over(), given.collect())
}

#[test]
fn the_page_around_is_told_each_answer_and_the_result() {
    let mut learner = Learner::opens("quiz/paper?seed=7&n=3&pass=60");
    assert_eq!(told(&learner), [Told::State]);
    for step in 0..3 {
        answer(&mut learner, step != 1);
        assert_eq!(told(&learner), [Told::State, Told::Answer(step)]);
        let told = told::answer(&paper(&learner).session, step).expect("an answer");
        assert_eq!(told.right, Some(step != 1));
        assert!(told.key.is_some() && !told.given.is_empty());
        learner.does(Msg::Paper(PaperMsg::Next));
    }
    assert_eq!(told(&learner), [Told::Result]);
    let result = told::result(paper(&learner), Millis(0));
    assert_eq!((result.all.right, result.all.of, result.passed), (2, 3, Some(true)));
    assert!(result.took > Millis(0));
}

/// What a test does not tell the learner yet, it tells nobody.
#[test]
fn a_test_tells_what_is_right_when_it_is_handed_in() {
    let mut learner = Learner::opens("quiz/paper?seed=7&n=2&mode=test&pass=101");
    answer(&mut learner, true);
    let first = told::answer(&paper(&learner).session, 0).expect("an answer");
    assert_eq!((first.right, &first.key), (None, &None));
    learner.does(Msg::Paper(PaperMsg::Finish));
    assert_eq!(told(&learner), [Told::Answer(0), Told::Answer(1), Told::Result]);
    let session = &paper(&learner).session;
    assert_eq!(told::answer(session, 0).expect("an answer").right, Some(true));
    assert_eq!(told::answer(session, 1), None, "what was not answered is not told");
    let result = told::result(paper(&learner), Millis(0));
    assert_eq!((result.all.right, result.passed), (1, None), "101 percent is no mark");
}

#[test]
fn a_paper_is_taken_up_where_it_was_left() {
    for mode in ["practice", "test"] {
        let address = format!("quiz/paper?seed=11&n=50&mode={mode}");
        let mut learner = Learner::opens(&address);
        for step in 0..50 {
            answer(&mut learner, step % 4 != 0);
            let state = state(&learner);
            assert!(state.is_ascii() && state.len() <= 3_000, "{} characters", state.len());
            if step % 20 == 9 {
                let mut again = Learner::opens(&address);
                again.does(Msg::TakeUp(state.clone()));
                assert_eq!(standing(&again), standing(&learner), "{state}");
                assert_eq!(again.model.notice, None);
                let logged = again.model.log.entries().len();
                assert_eq!(logged, 0, "what was logged is not logged again");
            }
            learner.does(Msg::Paper(PaperMsg::Next));
        }
        learner.does(Msg::Paper(PaperMsg::Finish));
    }
}

/// The longest there can be: every question typed, at length, in letters of four bytes.
#[test]
fn a_state_is_short_whatever_is_typed() {
    let long = "😀停戦交渉".repeat(1_000);
    let mut learner = Learner::opens("quiz/paper?seed=3&n=50&kinds=cloze&mode=test");
    learner.clock += 1e12;
    for _ in 0..50 {
        learner.does(Msg::Input(Field::Typed, long.clone()));
        learner.does(Msg::Paper(PaperMsg::Submit));
        learner.does(Msg::Paper(PaperMsg::Next));
    }
    learner.does(Msg::Paper(PaperMsg::Finish));
    let state = state(&learner);
    assert!(
        state.is_ascii() && state.len() <= 3_000,
        "{} characters: {state}",
        state.len()
    );
    let mut again = Learner::opens("quiz/paper?seed=3&n=50&kinds=cloze&mode=test");
    again.does(Msg::TakeUp(state));
    let (_, is_over, given) = standing(&again);
    assert!(is_over && given.iter().flatten().all(|(_, grade, _)| *grade == Grade::Wrong));
    assert!(given.iter().flatten().count() > 10, "there are typed questions");
}

#[test]
fn a_state_of_another_paper_is_refused() {
    let mut learner = Learner::opens("quiz/paper?seed=7&n=5");
    answer(&mut learner, true);
    let good = state(&learner);
    let refuses = |address: &str, state: &str| {
        let mut other = Learner::opens(address);
        let before = standing(&other);
        other.does(Msg::TakeUp(state.to_owned()));
        assert_eq!(other.model.notice, Some(Notice::OtherPaper), "{address} {state}");
        assert_eq!(standing(&other), before, "{address} {state}");
    };
    for address in [
        "quiz/paper?seed=8&n=5",
        "quiz/paper?seed=7&n=6",
        "quiz/paper?seed=7&n=5&mode=test",
    ] {
        refuses(address, &good);
    }
    let same = "quiz/paper?seed=7&n=5";
    for end in (0..good.len() - 4).step_by(5) {
        refuses(same, &good[..end]);
    }
    for text in [
        "",
        ".",
        "1.2.3",
        "{}",
        "停戦.1.1.1.1",
        &(good.clone() + "."),
        &good.replace('-', "-z"),
        &good.replace('-', ""),
    ] {
        refuses(same, text);
    }
    answer(&mut learner, true);
    learner.does(Msg::TakeUp(good));
    assert_eq!(learner.model.notice, Some(Notice::OtherPaper), "answers are not mixed");
}
