//! Every question that is made of the bundled pack is fair, under every seed.

use std::collections::{BTreeMap, BTreeSet};

use yomikurabe::domain::pack::{
    Actor, ActorId, ActorKind, DocumentId, Event, FindBySlug, Keyword, Pack, QuestionKind, Statement, StatementId,
};
use yomikurabe::domain::quiz::kinds::{ALL, GAP};
use yomikurabe::domain::quiz::{Context, Item, ItemId, Task, about, stands_out};

use crate::bundled::{generated, under_every_seed};

#[test]
fn every_generated_item_is_fair() {
    let counts = under_every_seed(|ctx, seed| {
        let items = generated(ctx, seed);
        items.iter().for_each(|(_, item)| Check { ctx, item }.all());
        let ids: BTreeSet<&ItemId> = items.iter().map(|(_, item)| &item.id).collect();
        assert_eq!(ids.len(), items.len(), "an id came twice under seed {seed}");
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        items.iter().for_each(|(name, _)| *counts.entry(name).or_default() += 1);
        counts
    });
    println!("{:16} {:16} {:>5} {:>5}", "kind", "generator", "least", "most");
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
            Task::Typed { key, accept, options } => {
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
        let anchor = paragraph.and_then(|paragraph| paragraph.text.plain.get(item.cite.span.range()));
        self.assert(anchor.is_some_and(|words| !words.is_empty()), "cites nothing");
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
        let distractors: Vec<String> = options.iter().filter(|option| *option != key).cloned().collect();
        let kind = self.item.kind;
        let least = if kind == QuestionKind::TrueFalse { 1 } else { 2 };
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
            self.assert(!paragraph.contains(distractor), "a distractor stands in the paragraph");
            let right = accept
                .iter()
                .any(|words| self.ctx.fold(words) == self.ctx.fold(distractor));
            self.assert(!right, "a distractor would be accepted");
        }
    }

    fn order(&self, items: &[String], key: &[u8]) {
        self.assert((3..=5).contains(&items.len()) && is_permutation(key), "no order");
        self.assert(!key.is_sorted(), "is shown in its right order");
        let of = |title: &String| {
            let mut events = self.ctx.pack.events.iter();
            let here = |event: &&Event| event.title.ja == *title && event.cite.document == self.item.document();
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
            pack[said.actor].name.ja == name && said.paraphrase.ends_with(bare) && self.item.issues == [said.issue]
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
        self.assert(!context.contains(name), "the claim names who is asked about");
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
            found.next().map(|figure| self.ctx.fold(&figure.value)).unwrap()
        };
        for words in distractors {
            self.assert(value(words) != value(key), "a distractor is of the same value");
            self.assert(!asks_value || !self.shown().contains(words.as_str()), "a value is told");
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
    pack.actors().filter(|actor| pack[*actor].name.ja == name).collect()
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
    let one_state =
        |a: &Actor, b: &Actor| a.side == b.side && pack[a.side].kind != ActorKind::Group && !(person(a) && person(b));
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
        (items.iter().filter(|item| is_false(item)).count(), items.len())
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
