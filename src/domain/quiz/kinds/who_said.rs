//! A quote and who uttered it.
//!
//! Asked only where the paragraph (or the one that a reader sees) names the utterer: words that a document leaves
//! without a speaker, and words in quotation marks that are the author's own, are nobody's saying. The same words may
//! stand elsewhere in the document only beside the same name. Distractors follow
//! [`falsity`](crate::domain::quiz::falsity).

use super::{Draft, Generator, Pose};
use crate::domain::pack::{ActorId, ActorKind, Attribution, QuestionKind, StatementId};
use crate::domain::quiz::context::Context;
use crate::domain::quiz::falsity::{actors_without, utterer};
use crate::domain::quiz::options;
use crate::domain::quiz::rng::Rng;
use crate::domain::text::holds;
use crate::domain::words::fill;

/// The quote is shown, the utterer is asked for.
pub const WHO_SAID: Generator = Generator {
    name: "who",
    kind: QuestionKind::WhoSaid,
    pose: Pose::OfStatement(who_said),
};

fn who_said(ctx: &Context, rng: &mut Rng, statement: StatementId) -> Option<Draft> {
    let said = &ctx.pack[statement];
    let quote = said.quote.as_deref()?;
    let speaker = &ctx.pack[utterer(said)];
    if !is_speech(ctx, statement) || !is_one_voice(ctx, statement, quote) {
        return None;
    }
    let ending = match said.attribution {
        Attribution::Direct => "で、次の言葉を述べたのは誰か。",
        _ => "で、次の言葉の主とされるのは誰か。",
    };
    let label = ctx.label(said.cite.document);
    let stem = [label, ending].concat();
    let context = ["「", quote, "」"].concat();
    let name = |actor: ActorId| ctx.pack[actor].name.ja.clone();
    let pool = actors_without(ctx, statement, &ctx.fold(quote)).map(|rank| rank.into_iter().map(name).collect());
    let shown = [stem.as_str(), &context].concat();
    let task = options::choice(ctx, rng, &shown, &speaker.name.ja, pool)?;
    let why = fill(
        "{}で、この言葉は{}（{}）のものとされる。手がかりは「{}」である。",
        &[&ctx.place(said.cite), &speaker.name.ja, &speaker.role.ja, &said.cue],
    );
    Some(Draft {
        stem,
        context: Some(context),
        task,
        why,
        cite: said.cite,
    })
}

/// Whether the document ascribes the words to somebody whom the paragraph names.
fn is_speech(ctx: &Context, statement: StatementId) -> bool {
    let said = &ctx.pack[statement];
    let speaker = utterer(said);
    said.attribution != Attribution::Inference
        && !matches!(ctx.pack[speaker].kind, ActorKind::Author | ActorKind::Group)
        && ctx.names(ctx.folded_paragraph(said.cite), speaker)
}

/// Whether the words stand in this document, and in the pack's statements, as nobody else's.
fn is_one_voice(ctx: &Context, statement: StatementId, quote: &str) -> bool {
    let said = &ctx.pack[statement];
    let (speaker, folded) = (utterer(said), ctx.fold(quote));
    let beside_name = ctx
        .folded_paragraphs(said.cite.document)
        .filter(|paragraph| holds(paragraph, &folded))
        .all(|paragraph| ctx.names(paragraph, speaker));
    let nobody_else = ctx.pack.statements.iter().all(|other| {
        let same = other
            .quote
            .as_deref()
            .is_some_and(|words| holds(&ctx.fold(words), &folded));
        !same || utterer(other) == speaker
    });
    beside_name && nobody_else
}
