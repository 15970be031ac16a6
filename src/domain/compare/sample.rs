//! Small packs for tests, one line a statement.

use proptest::prelude::*;

use super::{Choice, Filter, Opened, Party, Period, Undated};
use crate::domain::date::PartialDate;
use crate::domain::pack::{
    Actor, ActorId, ActorKind, Attribution, Bilingual, Block, Citation, Document, DocumentId, FindBySlug, Issue,
    IssueId, Keyword, Pack, Paragraph, ParagraphKind, ParagraphNumber, SourceCard, SourceLines, Stance, Statement,
};
use crate::domain::text::{RubyText, Span};

const ACTORS: [(&str, &str, ActorKind); 7] = [
    ("authors", "authors", ActorKind::Group),
    ("critic", "authors", ActorKind::Author),
    ("russia", "russia", ActorKind::Government),
    ("putin", "russia", ActorKind::Person),
    ("us", "us", ActorKind::Government),
    ("trump", "us", ActorKind::Person),
    ("france", "france", ActorKind::Government),
];
const ISSUES: [&str; 3] = ["force", "territory", "silent"];
const DOCUMENTS: [(&str, &str); 3] = [("old", "2024-11-25"), ("new", "2026-01-07"), ("bare", "-")];
const DATES: [&str; 6] = ["-", "18XX", "2024-11-17", "2025", "2026-01", "2026-01-06"];

/// A pack of seven actors in four columns, three issues and three documents (one of them without a date), with these
/// statements: slug, actor, issue, stance, attribution, date or `-`, document.
pub(crate) fn pack(statements: &str) -> Pack {
    let mut pack = Pack {
        actors: ACTORS
            .iter()
            .map(|(slug, side, kind)| actor(slug, side, *kind))
            .collect(),
        issues: ISSUES.iter().map(|slug| issue(slug)).collect(),
        documents: DOCUMENTS.iter().map(|(slug, date)| document(slug, date)).collect(),
        ..Pack::default()
    };
    let lines = statements.lines().filter(|line| !line.trim().is_empty());
    pack.statements = lines.map(|line| statement(&pack, line)).collect();
    pack
}

/// The party that an address means by a slug.
pub(crate) fn party(pack: &Pack, slug: &str) -> Party {
    Party::of(pack, id(pack, slug))
}

/// Packs with any statements.
pub(crate) fn packs() -> impl Strategy<Value = Pack> {
    let of = |words: &'static [&'static str]| proptest::sample::select(words);
    let actor = proptest::sample::select(&ACTORS[..]).prop_map(|(slug, _, _)| slug);
    let document = proptest::sample::select(&DOCUMENTS[..]).prop_map(|(slug, _)| slug);
    let line = (
        actor,
        of(&ISSUES),
        word::<Stance>(),
        word::<Attribution>(),
        of(&DATES),
        document,
    );
    proptest::collection::vec(line, 0..40).prop_map(|lines| {
        let line = |(a, i, s, b, d, c)| ["x", a, i, s, b, d, c].join(" ");
        pack(&lines.into_iter().map(line).collect::<Vec<_>>().join("\n"))
    })
}

fn word<T: Keyword>() -> impl Strategy<Value = &'static str> {
    let words: Vec<&str> = T::WORDS.iter().map(|(word, _)| *word).collect();
    proptest::sample::select(words)
}

/// Filters for the sample packs.
pub(crate) fn filters() -> impl Strategy<Value = Filter> {
    let parties = prop_oneof![
        proptest::sample::select(vec![0, 2, 4, 6]).prop_map(|at| Party::Side(ActorId(at))),
        (0..7u16).prop_map(|at| Party::Actor(ActorId(at))),
    ];
    let date = || proptest::option::of(proptest::sample::select(&DATES[1..]).prop_map(parse));
    let undated = prop_oneof![Just(Undated::Include), Just(Undated::Exclude)];
    let fields = (
        choice((0..3u16).prop_map(IssueId)),
        choice(parties),
        choice((0..3u16).prop_map(DocumentId)),
        choice(proptest::sample::select(&Attribution::ALL[..])),
        (date(), date()),
        undated,
    );
    fields.prop_map(
        |(issues, actors, documents, attributions, (from, until), undated)| Filter {
            issues,
            actors,
            documents,
            attributions,
            period: Period { from, until },
            undated,
        },
    )
}

/// Opened columns of the sample packs.
pub(crate) fn opened() -> impl Strategy<Value = Opened> {
    let sides = proptest::sample::subsequence(vec![0, 2, 4, 6], 0..=4);
    sides.prop_map(|sides| {
        let open = |opened: Opened, side| opened.switched(ActorId(side));
        sides.into_iter().fold(Opened::default(), open)
    })
}

/// A citation of the first letter of the first document.
pub(crate) fn cite() -> Citation {
    Citation {
        document: DocumentId(0),
        paragraph: ParagraphNumber(1),
        span: Span::new(0, 1),
    }
}

fn choice<T: Ord + Copy + std::fmt::Debug>(items: impl Strategy<Value = T>) -> impl Strategy<Value = Choice<T>> {
    let some = proptest::collection::vec(items, 0..4);
    proptest::option::of(some).prop_map(|some| some.map_or(Choice::All, Choice::only))
}

fn statement(pack: &Pack, line: &str) -> Statement {
    let fields: Vec<&str> = line.split_whitespace().collect();
    let [slug, actor, issue, stance, basis, date, document] = fields[..] else {
        panic!("seven fields: {line}");
    };
    let stance = choice_of(stance);
    Statement {
        slug: slug.into(),
        actor: id(pack, actor),
        issue: id(pack, issue),
        stance,
        condition: (stance == Stance::Conditional).then(|| ["if", slug].join("-")),
        paraphrase: ["says", slug].join("-"),
        date: (date != "-").then(|| parse(date)),
        speaker: None,
        reporter: None,
        attribution: choice_of(basis),
        cue: ["cue", slug].join("-"),
        quote: None,
        cite: Citation {
            document: id(pack, document),
            ..cite()
        },
        note: None,
    }
}

fn actor(slug: &str, side: &str, kind: ActorKind) -> Actor {
    let side = ACTORS
        .iter()
        .position(|(slug, ..)| *slug == side)
        .expect("a side of the sample");
    Actor {
        slug: slug.into(),
        name: bilingual(slug),
        reading: slug.into(),
        kind,
        side: ActorId(side as u16),
        role: Bilingual::default(),
    }
}

fn issue(slug: &str) -> Issue {
    Issue {
        slug: slug.into(),
        title: bilingual(slug),
        question: bilingual(slug),
        note: None,
    }
}

fn document(slug: &str, date: &str) -> Document {
    let paragraph = Paragraph {
        number: ParagraphNumber(1),
        kind: ParagraphKind::Prose,
        text: RubyText::plain(slug),
        lines: SourceLines::default(),
    };
    Document {
        slug: slug.into(),
        label: ["資料", slug].concat(),
        title: slug.into(),
        short: bilingual(slug),
        date: (date != "-").then(|| parse(date)),
        date_note: String::new(),
        publisher: None,
        authors: Vec::new(),
        translator: None,
        kind: Bilingual::default(),
        card: SourceCard::default(),
        blocks: vec![Block::Paragraph(paragraph)],
    }
}

fn bilingual(slug: &str) -> Bilingual {
    Bilingual {
        ja: slug.into(),
        en: slug.to_uppercase(),
    }
}

fn id<T: FindBySlug>(pack: &Pack, slug: &str) -> T {
    T::find(pack, slug).expect("a slug of the sample")
}

fn choice_of<T: Keyword>(word: &str) -> T {
    T::from_word(word).expect("a word of the pack format")
}

fn parse(date: &str) -> PartialDate {
    date.parse().expect("a date")
}
