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

/// What a statement says, with its condition and without its holder's name; nothing where the words tell the holder.
#[must_use]
pub fn claim(ctx: &Context, statement: StatementId) -> Option<String> {
    let said = &ctx.pack[statement];
    let bare = without_topic(ctx, statement)?;
    let words = match &said.condition {
        Some(condition) => [bare, "（条件：", condition, "）"].concat(),
        None => bare.to_owned(),
    };
    let folded = ctx.fold(&words);
    let told = [Some(said.actor), said.speaker]
        .into_iter()
        .flatten()
        .any(|actor| ctx.may_name(&folded, actor));
    (!told && !words.contains("筆者")).then_some(words)
}

/// The paraphrase without `…は、` where that is the holder; nothing where it may be the holder under another name.
fn without_topic<'a>(ctx: &Context<'a>, statement: StatementId) -> Option<&'a str> {
    let said = &ctx.pack[statement];
    let whole = said.paraphrase.as_str();
    let Some((topic, rest)) = whole.split_once("は、") else {
        return Some(whole);
    };
    let author = ctx.pack[said.actor].kind == ActorKind::Author && topic == "筆者";
    if author || ctx.is_name(&ctx.fold(topic), said.actor) {
        return Some(rest);
    }
    (!is_about_somebody(ctx, topic)).then_some(whole)
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
    term || named
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
