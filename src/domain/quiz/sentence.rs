//! Sentences of a paragraph, and what a paraphrase says without naming its holder.

use super::context::Context;
use crate::domain::pack::{ActorKind, StatementId, TermKind};
use crate::domain::text::Span;

/// The span of the sentences that a span touches, as one piece. A full stop inside brackets ends no sentence.
///
/// ```
/// use yomikurabe::domain::quiz::sentence_at;
/// use yomikurabe::domain::text::Span;
/// let text = "雨だ。「行く。戻る」と言った。晴れた。";
/// let at = text.find("戻る").unwrap();
/// assert_eq!(sentence_at(text, Span::new(at, at + 3)).of(text), "「行く。戻る」と言った。");
/// ```
#[must_use]
pub fn sentence_at(text: &str, span: Span) -> Span {
    let (mut start, mut depth) = (0, 0_i32);
    for (at, letter) in text.char_indices() {
        match letter {
            '「' | '『' | '（' => depth += 1,
            '」' | '』' | '）' => depth -= 1,
            _ => {}
        }
        let end = at + letter.len_utf8();
        if letter != '。' || depth > 0 {
            continue;
        }
        if end <= span.start as usize {
            start = end;
        } else if end >= span.end as usize {
            return Span::new(start, end);
        }
    }
    Span::new(start, text.len())
}

/// A statement's paraphrase without its holder's name at the start; nothing where the rest still tells who holds it.
#[must_use]
pub fn bare_paraphrase<'a>(ctx: &Context<'a>, statement: StatementId) -> Option<&'a str> {
    let said = &ctx.pack[statement];
    let whole = said.paraphrase.as_str();
    let bare = match whole.split_once("は、") {
        Some((topic, rest)) if ctx.is_name(&ctx.fold(topic), said.actor) => rest,
        Some((topic, _)) if is_about_somebody(ctx, topic) => return None,
        _ => whole,
    };
    let folded = ctx.fold(bare);
    let told = [Some(said.actor), said.speaker]
        .into_iter()
        .flatten()
        .any(|actor| ctx.may_name(&folded, actor));
    (!told).then_some(bare)
}

/// Whether a topic is a person, a state or an organisation under another name (モスクワ, ゼレンスキー政権).
fn is_about_somebody(ctx: &Context, topic: &str) -> bool {
    let folded = ctx.fold(topic);
    let short = |form: &String| folded.chars().count() <= form.chars().count() + 4;
    let somebody = |kind| {
        matches!(
            kind,
            TermKind::Person | TermKind::Place | TermKind::Organisation | TermKind::Role
        )
    };
    let term = ctx
        .pack
        .terms()
        .filter(|term| somebody(ctx.pack[*term].kind))
        .any(|term| {
            let mut forms = ctx.surfaces(term).iter();
            forms.any(|form| folded.contains(form.as_str()) && short(form))
        });
    let named = ctx
        .pack
        .actors()
        .any(|actor| ctx.pack[actor].kind != ActorKind::Group && ctx.is_name(&folded, actor));
    term || named || topic.ends_with("筆者")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_all_sentences_that_the_span_touches() {
        let text = "一つめ。二つめ。三つめ";
        let span = |words: &str| {
            let at = text.find(words).expect("there");
            Span::new(at, at + words.len())
        };
        assert_eq!(sentence_at(text, span("一つ")).of(text), "一つめ。");
        assert_eq!(sentence_at(text, span("め。二")).of(text), "一つめ。二つめ。");
        assert_eq!(sentence_at(text, span("三")).of(text), "三つめ");
    }
}
