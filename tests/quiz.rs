//! The quiz over the bundled pack and 200 seeds: every generated question is fair, every paper without repetition.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use yomikurabe::domain::pack::compile::{SourceFile, compile};
use yomikurabe::domain::pack::{
    Actor, ActorId, ActorKind, DocumentId, Event, FindBySlug, IssueId, Keyword, Pack, QuestionKind,
    Statement, StatementId,
};
use yomikurabe::domain::quiz::kinds::{ALL, GAP};
use yomikurabe::domain::quiz::{
    Context, Item, ItemId, Mode, Origin, Paper, PaperOptions, Scope, Task, about, item, stands_out,
};
use yomikurabe::domain::text::Fold;

const SEEDS: u64 = 200;
const THREADS: u64 = 4;

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/packs/ukraine");
    let source = |path: &PathBuf| SourceFile {
        path: path
            .strip_prefix(&root)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/"),
        bytes: std::fs::read(path).unwrap(),
    };
    compile(&files(&root).iter().map(source).collect::<Vec<_>>()).0
});

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let inside = |path: PathBuf| {
        if path.is_dir() {
            files(&path)
        } else {
            vec![path]
        }
    };
    paths.into_iter().flat_map(inside).collect()
}

/// A folding that remembers, since the same words come back under every seed.
fn remembering() -> impl Fn(&str) -> String {
    let known: RefCell<HashMap<String, String>> = RefCell::default();
    move |words| {
        if let Some(folded) = known.borrow().get(words) {
            return folded.clone();
        }
        let folded = Fold::native().answer(words);
        known.borrow_mut().insert(words.to_owned(), folded.clone());
        folded
    }
}

/// Runs the check under each seed, in a few threads, and gives the results by seed.
fn under_every_seed<T: Send>(check: impl Fn(&Context, u64) -> T + Sync) -> Vec<T> {
    let run = |first: u64| {
        let fold = remembering();
        let ctx = Context::new(&PACK, &fold);
        (first..SEEDS)
            .step_by(THREADS as usize)
            .map(|seed| (seed, check(&ctx, seed)))
            .collect::<Vec<_>>()
    };
    let run = &run;
    let mut results: Vec<(u64, T)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|first| scope.spawn(move || run(first)))
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    });
    results.sort_by_key(|(seed, _)| *seed);
    results.into_iter().map(|(_, result)| result).collect()
}

/// All items that the generators make of the pack under a seed.
fn generated(ctx: &Context, seed: u64) -> Vec<(&'static str, Item)> {
    let items = ALL.iter().flat_map(|generator| {
        let subjects = generator.subjects(ctx.pack).into_iter();
        subjects
            .filter_map(move |subject| Some((generator.name, generator.item(ctx, subject, seed)?)))
    });
    items.collect()
}

#[test]
fn every_generated_item_is_fair() {
    let counts = under_every_seed(|ctx, seed| {
        let items = generated(ctx, seed);
        items.iter().for_each(|(_, item)| Check { ctx, item }.all());
        let ids: BTreeSet<&ItemId> = items.iter().map(|(_, item)| &item.id).collect();
        assert_eq!(ids.len(), items.len(), "an id came twice under seed {seed}");
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        items
            .iter()
            .for_each(|(name, _)| *counts.entry(name).or_default() += 1);
        counts
    });
    println!(
        "{:16} {:16} {:>5} {:>5}",
        "kind", "generator", "least", "most"
    );
    for generator in ALL {
        let of = |counts: &BTreeMap<&str, usize>| counts.get(generator.name).copied().unwrap_or(0);
        let (least, most) = (
            counts.iter().map(of).min().unwrap(),
            counts.iter().map(of).max().unwrap(),
        );
        println!(
            "{:16} {:16} {least:>5} {most:>5}",
            generator.kind.word(),
            generator.name
        );
        assert!(least > 0, "{} made nothing under some seed", generator.name);
    }
}

/// What is asked of every generated item.
struct Check<'a> {
    ctx: &'a Context<'a>,
    item: &'a Item,
}

impl Check<'_> {
    fn all(&self) {
        self.rests_on_its_place();
        match &self.item.task {
            Task::Choice { options, key } => self.choice(options, &options[usize::from(*key)]),
            Task::Typed {
                key,
                accept,
                options,
            } => {
                self.choice(options, key);
                self.gap(key, accept, options);
            }
            Task::Order { items, key } => self.order(items, key),
            Task::Match { left, right, key } => self.pairs(left, right, key),
        }
    }

    #[track_caller]
    fn assert(&self, holds: bool, what: &str) {
        assert!(holds, "{what}: {:#?}", self.item);
    }

    fn shown(&self) -> String {
        self.item.stem.clone() + self.item.context.as_deref().unwrap_or("")
    }

    fn rests_on_its_place(&self) {
        let (item, pack) = (self.item, self.ctx.pack);
        let paragraph = pack[item.cite.document].paragraph(item.cite.paragraph);
        let anchor =
            paragraph.and_then(|paragraph| paragraph.text.plain.get(item.cite.span.range()));
        self.assert(
            anchor.is_some_and(|words| !words.is_empty()),
            "cites nothing",
        );
        self.assert(!item.why.is_empty(), "no feedback");
        let label = &pack[item.document()].label;
        let named = item.stem.contains(label);
        let unnamed = matches!(item.kind, QuestionKind::Term | QuestionKind::WhichDocument);
        self.assert(named != unnamed, "names its document, or gives it away");
        let about = about(pack, &item.id).unwrap();
        self.assert(
            (about.document, &about.issues) == (item.document(), &item.issues),
            "is about something else",
        );
    }

    /// The key is there once, and neither the words nor its look show it.
    fn choice(&self, options: &[String], key: &String) {
        let folded: BTreeSet<String> = options.iter().map(|option| self.ctx.fold(option)).collect();
        self.assert(folded.len() == options.len(), "two options are one");
        self.assert(
            options.iter().filter(|option| *option == key).count() == 1,
            "no single key",
        );
        self.assert(
            !self.ctx.fold(&self.shown()).contains(&self.ctx.fold(key)),
            "the question holds the key",
        );
        let distractors: Vec<String> = options
            .iter()
            .filter(|option| *option != key)
            .cloned()
            .collect();
        let kind = self.item.kind;
        let least = if kind == QuestionKind::TrueFalse {
            1
        } else {
            2
        };
        self.assert(distractors.len() >= least, "too few distractors");
        if !matches!(kind, QuestionKind::TrueFalse | QuestionKind::Basis) {
            self.assert(!stands_out(key, &distractors), "the key stands out");
            self.assert(!is_much_the_longest(key, options), "the key is the longest");
        }
        match kind {
            QuestionKind::WhoSaid => self.nobody_else(&distractors),
            QuestionKind::TrueFalse => self.truth(key),
            QuestionKind::WhichDocument => self.no_other_document(&distractors),
            QuestionKind::Figure => self.another_value(key, &distractors),
            _ => {}
        }
    }

    fn gap(&self, key: &str, accept: &[String], options: &[String]) {
        let context = self.item.context.as_deref().unwrap();
        self.assert(context.matches(GAP).count() == 1, "not one gap");
        let filled = context.replace(GAP, key);
        let paragraph = self.ctx.paragraph(self.item.cite);
        self.assert(
            paragraph.contains(&filled),
            "the filled gap is not the document's sentence",
        );
        for distractor in options.iter().filter(|option| *option != key) {
            self.assert(
                !paragraph.contains(distractor),
                "a distractor stands in the paragraph",
            );
            let right = accept
                .iter()
                .any(|words| self.ctx.fold(words) == self.ctx.fold(distractor));
            self.assert(!right, "a distractor would be accepted");
        }
    }

    fn order(&self, items: &[String], key: &[u8]) {
        self.assert(
            (3..=5).contains(&items.len()) && is_permutation(key),
            "no order",
        );
        self.assert(!key.is_sorted(), "is shown in its right order");
        let of = |title: &String| {
            let mut events = self.ctx.pack.events.iter();
            let here = |event: &&Event| {
                event.title.ja == *title && event.cite.document == self.item.document()
            };
            events.find(here).unwrap()
        };
        let events: Vec<&Event> = key.iter().map(|at| of(&items[usize::from(*at)])).collect();
        for pair in events.windows(2) {
            let end = pair[0].until.unwrap_or(pair[0].date);
            let vague = end.touches(Some(pair[1].date), Some(pair[1].date));
            self.assert(end < pair[1].date && !vague, "no certain order");
        }
    }

    fn pairs(&self, left: &[String], right: &[String], key: &[u8]) {
        self.assert(
            (3..=4).contains(&left.len()) && left.len() == right.len() && is_permutation(key),
            "no match",
        );
        let said: Vec<StatementId> = key
            .iter()
            .zip(left)
            .map(|(at, name)| self.said_by(name, &right[usize::from(*at)]))
            .collect();
        for (at, statement) in said.iter().enumerate() {
            for (other_at, other) in said.iter().enumerate() {
                let actor = self.ctx.pack[*other].actor;
                self.assert(
                    at == other_at || is_false(self.ctx.pack, *statement, actor),
                    "two could be swapped",
                );
            }
        }
    }

    fn said_by(&self, name: &str, words: &str) -> StatementId {
        let pack = self.ctx.pack;
        let fits = |id: &StatementId| {
            let said = &pack[*id];
            let bare = words.split("（条件：").next().unwrap();
            pack[said.actor].name.ja == name
                && said.paraphrase.ends_with(bare)
                && self.item.issues == [said.issue]
        };
        pack.statements().find(fits).unwrap()
    }

    fn statement(&self) -> StatementId {
        let slug = self.item.id.0.rsplit("gen-who-").next().unwrap();
        let slug = slug.rsplit("gen-true-false-").next().unwrap();
        StatementId::find(self.ctx.pack, slug).unwrap()
    }

    fn nobody_else(&self, distractors: &[String]) {
        for name in distractors {
            for actor in named(self.ctx.pack, name) {
                self.assert(
                    is_false(self.ctx.pack, self.statement(), actor),
                    "a distractor may be right",
                );
            }
        }
    }

    fn truth(&self, key: &str) {
        let statement = self.statement();
        let stem = &self.item.stem;
        let name = stem
            .split("は、次の内容を")
            .nth(1)
            .unwrap()
            .strip_suffix("のものとして伝えている。")
            .unwrap();
        for actor in named(self.ctx.pack, name) {
            let holds = self.ctx.pack[statement].actor == actor;
            self.assert(holds == (key == "正しい"), "the key is not the truth");
            self.assert(
                holds || is_false(self.ctx.pack, statement, actor),
                "what is called false may be true",
            );
        }
        let context = self.item.context.as_deref().unwrap();
        self.assert(
            !context.contains(name),
            "the claim names who is asked about",
        );
    }

    /// Some term of what is shown stands in no paragraph of any other document that can be chosen.
    fn no_other_document(&self, distractors: &[String]) {
        let pack = self.ctx.pack;
        let shown = self.ctx.fold(self.item.context.as_deref().unwrap());
        let others = pack
            .documents()
            .filter(|document| distractors.contains(&pack[*document].label));
        let others: Vec<DocumentId> = others.collect();
        let unknown = |document: &DocumentId, term| {
            !self
                .ctx
                .folded_paragraphs(*document)
                .any(|paragraph| self.ctx.has_term(paragraph, term))
        };
        let mut terms = pack.terms().filter(|term| self.ctx.has_term(&shown, *term));
        let proof = terms.any(|term| others.iter().all(|document| unknown(document, term)));
        self.assert(proof, "another document may tell it");
    }

    fn another_value(&self, key: &str, distractors: &[String]) {
        let figures = &self.ctx.pack.figures;
        let asks_value = self.item.context.is_some();
        let value = |words: &str| {
            let mut found = figures
                .iter()
                .filter(|figure| figure.value == words || figure.measures == words);
            found
                .next()
                .map(|figure| self.ctx.fold(&figure.value))
                .unwrap()
        };
        for words in distractors {
            self.assert(
                value(words) != value(key),
                "a distractor is of the same value",
            );
            self.assert(
                !asks_value || !self.shown().contains(words.as_str()),
                "a value is told",
            );
        }
    }
}

fn is_permutation(key: &[u8]) -> bool {
    (0..key.len() as u8).all(|at| key.contains(&at))
}

fn is_much_the_longest(key: &str, options: &[String]) -> bool {
    let length = |words: &str| words.chars().count() as f64;
    let mean = options.iter().map(|option| length(option)).sum::<f64>() / options.len() as f64;
    options.iter().all(|option| length(option) <= length(key)) && length(key) > 1.5 * mean
}

fn named(pack: &Pack, name: &str) -> Vec<ActorId> {
    pack.actors()
        .filter(|actor| pack[*actor].name.ja == name)
        .collect()
}

/// A plain second opinion on who is no right answer: nobody who speaks, reports, shares the stance, or is the holder's
/// government, ministry or column.
fn is_false(pack: &Pack, statement: StatementId, other: ActorId) -> bool {
    let said = &pack[statement];
    let voices = |said: &Statement| {
        [Some(said.actor), said.speaker, said.reporter]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
    };
    let yes = |said: &Statement| ["supports", "conditional"].contains(&said.stance.word());
    let shares = pack.statements.iter().any(|taken| {
        taken.issue == said.issue
            && (taken.stance == said.stance || (yes(taken) && yes(said)))
            && (taken.actor == other || taken.speaker == Some(other))
    });
    let person = |actor: &Actor| actor.kind == ActorKind::Person;
    let one_state = |a: &Actor, b: &Actor| {
        a.side == b.side && pack[a.side].kind != ActorKind::Group && !(person(a) && person(b))
    };
    let group = |actor: ActorId| pack[actor].kind == ActorKind::Group;
    !voices(said).contains(&other)
        && !shares
        && !one_state(&pack[said.actor], &pack[other])
        && !group(other)
        && !group(said.actor)
}

#[test]
fn true_and_false_are_balanced() {
    let keys = under_every_seed(|ctx, seed| {
        let is_false = |item: &Item| matches!(&item.task, Task::Choice { key: 1, .. });
        let items = generated_of(ctx, "true-false", seed);
        (
            items.iter().filter(|item| is_false(item)).count(),
            items.len(),
        )
    });
    let (falses, all) = keys.iter().fold((0, 0), |(a, b), (c, d)| (a + c, b + d));
    let share = falses as f64 / all as f64;
    println!("false: {falses} of {all}");
    assert!((0.45..0.55).contains(&share), "{share}");
}

fn generated_of(ctx: &Context, name: &str, seed: u64) -> Vec<Item> {
    let generator = ALL.iter().find(|generator| generator.name == name).unwrap();
    let subjects = generator.subjects(ctx.pack).into_iter();
    subjects
        .filter_map(|subject| generator.item(ctx, subject, seed))
        .collect()
}

fn everything(seed: u64, count: u8) -> PaperOptions {
    PaperOptions {
        seed,
        documents: Scope::All,
        issues: Scope::All,
        kinds: Scope::All,
        count,
        mode: Mode::Practice,
    }
}

#[test]
fn papers_are_full_spread_and_without_repetition() {
    let kinds = under_every_seed(|ctx, seed| {
        let paper = Paper::draw(ctx, &everything(seed, 20));
        assert_eq!(
            paper,
            Paper::draw(ctx, &everything(seed, 20)),
            "the same seed, another paper"
        );
        assert_eq!(paper.items.len(), 20);
        no_repetition(&paper);
        let kinds: BTreeSet<&str> = paper.items.iter().map(|item| item.kind.word()).collect();
        let documents: BTreeSet<DocumentId> = paper.items.iter().map(Item::document).collect();
        assert!(kinds.len() >= 8, "{kinds:?}");
        assert_eq!(documents.len(), PACK.documents.len());
        paper
            .items
            .iter()
            .filter(|item| item.origin == Origin::Written)
            .count()
    });
    let written: usize = kinds.iter().sum();
    println!("written: {written} of {}", 20 * SEEDS);
    assert!(written as u64 > 10 * SEEDS, "written questions come first");
}

fn no_repetition(paper: &Paper) {
    for (at, item) in paper.items.iter().enumerate() {
        for other in &paper.items[..at] {
            let same_words = item.cite.document == other.cite.document
                && item.cite.paragraph == other.cite.paragraph
                && item.cite.span.overlaps(other.cite.span);
            let same_question =
                item.kind == other.kind && item.stem == other.stem && item.context == other.context;
            let both_order = item.kind == QuestionKind::Order && item.task != other.task;
            assert_ne!(item.id, other.id);
            assert!(
                !(same_words && item.kind == other.kind),
                "{item:#?} {other:#?}"
            );
            assert!(!same_question || both_order, "{item:#?} {other:#?}");
        }
    }
}

#[test]
fn a_paper_keeps_to_what_was_chosen() {
    let fold = remembering();
    let ctx = Context::new(&PACK, &fold);
    let document = DocumentId::find(&PACK, "false-dialogue").unwrap();
    let issue = IssueId::find(&PACK, "territory").unwrap();
    for seed in 0..10 {
        let mut options = everything(seed, 10);
        options.documents = Scope::Only(vec![document]);
        let paper = Paper::draw(&ctx, &options);
        assert_eq!(paper.items.len(), 10);
        assert!(paper.items.iter().all(|item| item.document() == document));
        let mut options = everything(seed, 5);
        options.issues = Scope::Only(vec![issue]);
        let paper = Paper::draw(&ctx, &options);
        assert!(paper.items.len() >= 3);
        assert!(paper.items.iter().all(|item| item.issues.contains(&issue)));
        for (_, kind) in QuestionKind::WORDS {
            let mut options = everything(seed, 5);
            options.kinds = Scope::Only(vec![*kind]);
            let paper = Paper::draw(&ctx, &options);
            assert_eq!(paper.items.len(), 5, "{kind:?}");
            assert!(paper.items.iter().all(|item| item.kind == *kind));
        }
    }
}

#[test]
fn an_id_brings_its_item_back() {
    let fold = remembering();
    let ctx = Context::new(&PACK, &fold);
    for (_, made) in generated(&ctx, 3) {
        assert_eq!(item(&ctx, &made.id, 3), Some(made));
    }
    for question in &PACK.questions {
        let id = ItemId(question.slug.clone());
        let item = item(&ctx, &id, 3).unwrap();
        assert_eq!((item.id, item.origin), (id, Origin::Written));
    }
    for unknown in [
        "",
        "gen-",
        "gen-term-",
        "gen-term-nothing",
        "gen-nothing-ceasefire",
        "gen-match-territory",
    ] {
        assert_eq!(item(&ctx, &ItemId(unknown.into()), 3), None, "{unknown}");
        assert_eq!(about(&PACK, &ItemId(unknown.into())), None, "{unknown}");
    }
}

#[test]
fn written_questions_have_one_key_among_distinct_options() {
    let fold = remembering();
    let ctx = Context::new(&PACK, &fold);
    for question in PACK.questions() {
        let item = yomikurabe::domain::quiz::written(&ctx, question, 1);
        if let Task::Choice { options, .. } | Task::Typed { options, .. } = &item.task {
            let folded: BTreeSet<String> = options.iter().map(|option| fold(option)).collect();
            assert_eq!(folded.len(), options.len(), "{item:#?}");
            assert!(
                item.task.solution().iter().all(|key| options.contains(key)),
                "{item:#?}"
            );
        }
    }
}
