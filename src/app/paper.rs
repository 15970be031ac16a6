//! A running quiz: its paper is drawn from the address, its answers go into the log.

use std::rc::Rc;

use crate::app::model::Notice;
use crate::app::msg::{Effect, PaperMsg};
use crate::app::route::{Address, Route};
use crate::app::told::Told;
use crate::app::{Model, Moment, query};
use crate::domain::pack::{DocumentId, FindBySlug, IssueId, Keyword, Pack, QuestionKind};
use crate::domain::progress::{Entry, EntryId};
use crate::domain::quiz::{
    Answer, Context, Item, ItemId, Millis, Mode, Paper, PaperOptions, Scope, Session, SessionResult, Task, item,
};
use crate::domain::schedule::{Form, Pace, derived};

/// Questions in a paper, where the address does not say.
pub const USUAL_COUNT: u8 = 10;
/// Questions in a paper at most.
pub const MOST: u8 = 50;

/// A running quiz.
#[derive(Clone)]
pub struct PaperState {
    /// The query it was drawn from.
    pub query: String,
    /// The share of right answers with which it is passed, in percent, where one is wanted.
    pub pass: Option<u8>,
    /// The run.
    pub session: Session,
    /// The answer in the making.
    pub draft: Answer,
}

impl PaperState {
    /// Whether it is passed, where a share is wanted.
    #[must_use]
    pub fn passed(&self, result: &SessionResult) -> Option<bool> {
        let all = result.all;
        self.pass
            .map(|pass| all.of > 0 && 100 * all.right >= u32::from(pass) * all.of)
    }
}

/// Reads the choice of a paper from an address: `docs=…&issues=…&kinds=…&n=10&mode=test&seed=7`. A review
/// names its items besides.
#[must_use]
pub fn options(pack: &Pack, query: &str) -> PaperOptions {
    let number = |key: &str| query::get(query, key).and_then(|text| text.trim().parse::<u64>().ok());
    PaperOptions {
        seed: number("seed").unwrap_or(1),
        documents: scope(query, "docs", |word| DocumentId::find(pack, word)),
        issues: scope(query, "issues", |word| IssueId::find(pack, word)),
        kinds: scope(query, "kinds", QuestionKind::from_word),
        count: number("n").map_or(USUAL_COUNT, |n| n.clamp(1, u64::from(MOST)) as u8),
        mode: if query::get(query, "mode").as_deref() == Some("test") {
            Mode::Test
        } else {
            Mode::Practice
        },
    }
}

/// A list of the query; one of which nothing is known is as good as none.
fn scope<T>(query: &str, key: &str, find: impl Fn(&str) -> Option<T>) -> Scope<T> {
    let words = query::get(query, key).unwrap_or_default();
    let chosen: Vec<T> = words.split(',').filter_map(find).collect();
    if chosen.is_empty() {
        Scope::All
    } else {
        Scope::Only(chosen)
    }
}

/// Draws the paper of the present address, unless it is the one that is running.
pub fn open(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    let query = model.address.query.clone();
    if model
        .paper
        .as_ref()
        .is_some_and(|paper| paper.query == query && !paper.session.is_over())
    {
        return Vec::new();
    }
    model.paper = Some(draw(model, query, moment));
    model.next_seed = moment.random % 1_000_000;
    vec![Effect::Tell(Told::State)]
}

/// Takes up the present paper where it was left, unless it has answers already. What is not of this paper changes nothing.
pub fn take_up(model: &mut Model, state: &str, moment: &Moment) -> Vec<Effect> {
    let fold = model.library.fold;
    let paper = model.paper.as_mut().filter(|paper| paper.session.answered() == 0);
    if let Some(paper) = paper
        && paper.session.take_up(state, now(moment), &|words| fold.answer(words))
    {
        paper.draft = drafted(&paper.session);
        return vec![Effect::Tell(Told::State)];
    }
    model.notice = Some(Notice::OtherPaper);
    Vec::new()
}

/// The answer that was given to the question that is shown, or one in which nothing is chosen.
fn drafted(session: &Session) -> Answer {
    let given = session.given(session.position()).map(|given| given.answer.clone());
    given.unwrap_or_else(|| session.current().map_or(Answer::Choice(NONE), blank))
}

fn draw(model: &Model, query: String, moment: &Moment) -> PaperState {
    let options = options(model.pack(), &query);
    let fold = |words: &str| model.library.fold.answer(words);
    let context = Context::new(model.pack(), &fold);
    let paper = match query::get(&query, "items") {
        Some(items) => chosen(&context, &items, options.seed),
        None => Paper::draw(&context, &options),
    };
    let session = Session::new(paper, options.mode, now(moment));
    let wanted = query::get(&query, "pass").and_then(|text| text.trim().parse().ok());
    PaperState {
        draft: drafted(&session),
        pass: wanted.filter(|pass| *pass <= 100),
        query,
        session,
    }
}

/// Exactly these items, in this order, as a review has them: `items=q-pd-1,gen-cloze-ceasefire`.
fn chosen(context: &Context, items: &str, seed: u64) -> Paper {
    let items = items.split(',').take(usize::from(MOST));
    Paper {
        items: items
            .filter_map(|id| item(context, &ItemId(id.to_owned()), seed))
            .collect(),
    }
}

/// An option that is not there: nothing chosen yet.
pub const NONE: u8 = u8::MAX;

/// The answer before anything was chosen.
fn blank(item: &Item) -> Answer {
    match &item.task {
        Task::Choice { .. } => Answer::Choice(NONE),
        Task::Typed { .. } => Answer::Typed(String::new()),
        Task::Order { items, .. } => Answer::Order((0..items.len() as u8).collect()),
        Task::Match { left, .. } => Answer::Match(vec![NONE; left.len()]),
    }
}

fn now(moment: &Moment) -> Millis {
    Millis(moment.now_ms as i64)
}

/// Takes in what happened in the quiz.
pub fn update(model: &mut Model, msg: PaperMsg, moment: &Moment) -> Vec<Effect> {
    let Some(paper) = model.paper.as_mut() else {
        return Vec::new();
    };
    match msg {
        PaperMsg::Choose(at) => return choose(model, at, moment),
        PaperMsg::Raise(at) => return shift(paper, at, at.wrapping_sub(1)),
        PaperMsg::Lower(at) => return shift(paper, at, at + 1),
        PaperMsg::Pair(row, partner) => pair(&mut paper.draft, row, partner),
        PaperMsg::Hint if paper.session.ask_hint() => return vec![Effect::Focus("hint".to_owned())],
        PaperMsg::Hint => {}
        PaperMsg::Submit => return submit(model, moment),
        PaperMsg::Next => return next(model, moment),
        PaperMsg::Enter if paper.session.feedback().is_some() => return next(model, moment),
        PaperMsg::Enter => return submit(model, moment),
        PaperMsg::Previous => {
            let at = paper.session.position();
            return show(paper, at.saturating_sub(1), moment);
        }
        PaperMsg::Finish => return finish(model, moment),
        PaperMsg::TakenBack(at) => paper.session.take_back(at),
    }
    Vec::new()
}

/// Takes in typed words.
pub fn typed(model: &mut Model, words: &str) -> Vec<Effect> {
    if let Some(paper) = model.paper.as_mut() {
        paper.draft = Answer::Typed(words.to_owned());
    }
    Vec::new()
}

/// Chooses an option. In practice that is the answer; in a test it can still be changed.
fn choose(model: &mut Model, at: usize, moment: &Moment) -> Vec<Effect> {
    let Some(paper) = model.paper.as_mut() else {
        return Vec::new();
    };
    if paper.session.feedback().is_some() || paper.session.is_over() {
        return Vec::new();
    }
    let struck = paper.session.struck();
    let is_open = |options: &[String]| options.get(at).is_some_and(|option| struck != Some(option));
    match paper.session.current().map(|item| &item.task) {
        Some(Task::Choice { options, .. }) if is_open(options) => paper.draft = Answer::Choice(at as u8),
        Some(Task::Typed { options, .. }) if is_open(options) => paper.draft = Answer::Typed(options[at].clone()),
        _ => return Vec::new(),
    }
    give(model, moment)
}

/// Moves an item of an order by one place; the focus goes with it.
fn shift(paper: &mut PaperState, from: usize, to: usize) -> Vec<Effect> {
    let Answer::Order(places) = &mut paper.draft else {
        return Vec::new();
    };
    if from.max(to) >= places.len() || paper.session.feedback().is_some() {
        return Vec::new();
    }
    places.swap(from, to);
    let way = if to < from { "raise-" } else { "lower-" };
    vec![Effect::Focus([way, &to.to_string()].concat())]
}

/// Gives a row of a match its partner. Other rows keep theirs, even the same one: arrow keys pass over partners on their way.
fn pair(draft: &mut Answer, row: usize, partner: Option<usize>) {
    let Answer::Match(rows) = draft else { return };
    let partner = partner.map_or(NONE, |at| at as u8);
    if let Some(place) = rows.get_mut(row) {
        *place = partner;
    }
}

/// Gives the answer as it stands, where it is one.
fn submit(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    match model.paper.as_ref() {
        Some(paper) if is_complete(&paper.draft) => give(model, moment),
        _ => Vec::new(),
    }
}

/// Whether nothing is left open.
#[must_use]
pub fn is_complete(draft: &Answer) -> bool {
    match draft {
        Answer::Choice(at) => *at != NONE,
        Answer::Typed(words) => !words.trim().is_empty(),
        Answer::Order(_) => true,
        Answer::Match(rows) => !rows.contains(&NONE),
    }
}

/// Records the answer. In practice it goes into the log at once, in a test when it is handed in.
fn give(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    let fold = model.library.fold;
    let Some(paper) = model.paper.as_mut() else {
        return Vec::new();
    };
    let at = paper.session.position();
    model.kept = None;
    let taken = paper
        .session
        .answer(paper.draft.clone(), now(moment), &|words| fold.answer(words))
        .is_some();
    if !taken {
        return Vec::new();
    }
    let mut effects = vec![Effect::Tell(Told::State), Effect::Tell(Told::Answer(at))];
    if paper.session.mode == Mode::Practice {
        effects.extend(log(model, &[at], moment));
        effects.push(Effect::Focus("next".to_owned()));
    }
    effects
}

fn next(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    let Some(paper) = model.paper.as_mut() else {
        return Vec::new();
    };
    let at = paper.session.position();
    if at + 1 < paper.session.items.len() {
        return show(paper, at + 1, moment);
    }
    match paper.session.mode {
        Mode::Practice => finish(model, moment),
        Mode::Test => Vec::new(),
    }
}

/// Shows another question, with the answer that was given to it.
fn show(paper: &mut PaperState, at: usize, moment: &Moment) -> Vec<Effect> {
    paper.session.go_to(at, now(moment));
    paper.draft = drafted(&paper.session);
    vec![Effect::Arrive(None), Effect::Focus("stem".to_owned())]
}

/// Ends the run; the answers of a test go into the log now.
fn finish(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    let Some(paper) = model.paper.as_mut().filter(|paper| !paper.session.is_over()) else {
        return Vec::new();
    };
    paper.session.end(now(moment));
    let mut effects = Vec::new();
    if paper.session.mode == Mode::Test {
        let all: Vec<usize> = (0..paper.session.items.len()).collect();
        effects.extend(all.iter().map(|at| Effect::Tell(Told::Answer(*at))));
        effects.extend(log(model, &all, moment));
    }
    effects.push(Effect::Tell(Told::Result));
    effects.extend([Effect::Arrive(None), Effect::Focus("stem".to_owned())]);
    effects
}

/// Writes the answers to these items into the log.
fn log(model: &mut Model, items: &[usize], moment: &Moment) -> Vec<Effect> {
    let Some(paper) = &model.paper else { return Vec::new() };
    let entries: Vec<Entry> = items
        .iter()
        .filter_map(|at| entry(model.pack(), &paper.session, *at, moment))
        .collect();
    let kept = Rc::make_mut(&mut model.log);
    for entry in &entries {
        kept.add(entry.clone());
    }
    entries.into_iter().map(Effect::Append).collect()
}

fn entry(pack: &Pack, session: &Session, at: usize, moment: &Moment) -> Option<Entry> {
    let (item, given) = (session.items.get(at)?, session.given(at)?);
    let hints = session.hinted();
    let id = (u128::from(moment.random) << 64) | (u128::from(given.answered_at.0 as u64) << 8) | at as u128;
    Some(Entry {
        id: EntryId(id),
        at: given.answered_at,
        item: item.id.clone(),
        pack: pack.slug.clone(),
        grade: given.marking.grade,
        answer: in_words(item, &given.answer),
        elapsed: given.elapsed,
        mode: session.mode,
        hints,
        rating: Some(derived(
            given.marking.grade,
            given.elapsed,
            hints,
            pace(item, &given.answer),
        )),
    })
}

/// The pace of an item, by what is to be read before it can be answered, and how it was answered: words that stand among
/// the options may have been chosen.
fn pace(item: &Item, answer: &Answer) -> Pace {
    let is_option = |options: &[String]| matches!(answer, Answer::Typed(words) if options.contains(words));
    let (form, lists): (Form, [&[String]; 2]) = match &item.task {
        Task::Choice { options, .. } => (Form::Chosen, [options, &[]]),
        Task::Typed { options, .. } if is_option(options) => (Form::Chosen, [options, &[]]),
        Task::Typed { options, .. } => (Form::Typed, [options, &[]]),
        Task::Order { items, .. } => (Form::Arranged, [items, &[]]),
        Task::Match { left, right, .. } => (Form::Arranged, [left, right]),
    };
    let texts = lists.into_iter().flatten().chain(&item.context);
    let letters = texts.fold(item.stem.chars().count(), |sum, text| sum + text.chars().count());
    Pace::of(letters as u32, form)
}

/// An answer in words.
#[must_use]
pub fn in_words(item: &Item, answer: &Answer) -> String {
    let at = |list: &[String], index: u8| list.get(usize::from(index)).cloned().unwrap_or_default();
    match (&item.task, answer) {
        (Task::Choice { options, .. }, Answer::Choice(index)) => at(options, *index),
        (Task::Order { items, .. }, Answer::Order(places)) => places
            .iter()
            .map(|index| at(items, *index))
            .collect::<Vec<_>>()
            .join(" → "),
        (Task::Match { left, right, .. }, Answer::Match(rows)) => {
            let pairs = left
                .iter()
                .zip(rows)
                .map(|(left, index)| [left, " — ", &at(right, *index)].concat());
            pairs.collect::<Vec<_>>().join("、")
        }
        (_, Answer::Typed(words)) => words.clone(),
        _ => String::new(),
    }
}

/// The address of a paper with this choice and seed.
#[must_use]
pub fn address(query: &str, seed: u64) -> Address {
    Address {
        route: Route::Paper,
        query: query::set(query, "seed", &seed.to_string()),
    }
}
