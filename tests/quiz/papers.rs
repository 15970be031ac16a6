//! Papers over the bundled pack: full, spread, and the same under the same seed.

use std::collections::BTreeSet;

use yomikurabe::domain::pack::{DocumentId, FindBySlug, IssueId, Keyword, QuestionKind};
use yomikurabe::domain::quiz::{
    Context, Item, ItemId, Mode, Origin, Paper, PaperOptions, Scope, Task, about, item, written,
};

use crate::bundled::{PACK, SEEDS, generated, remembering, under_every_seed};

/// A paper out of everything.
pub fn everything(seed: u64, count: u8) -> PaperOptions {
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
        paper.items.iter().filter(|item| item.origin == Origin::Written).count()
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
            let same_question = item.kind == other.kind && item.stem == other.stem && item.context == other.context;
            let both_order = item.kind == QuestionKind::Order && item.task != other.task;
            assert_ne!(item.id, other.id);
            assert!(!(same_words && item.kind == other.kind), "{item:#?} {other:#?}");
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
        let item = written(&ctx, question, 1);
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
