//! A paragraph cut into runs: words that are a term and words that are not, each in pieces by ruby and mark.

use crate::domain::order::sort;
use yew::Html;

use crate::domain::glossary::Link;
use crate::domain::pack::TermId;
use crate::domain::text::{RubyText, Span};
use crate::ui::Form;
use crate::ui::el::{El, Node, all, el, text};

/// Words that belong together: one term, or the text between two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// The term, and where it begins in the paragraph.
    pub link: Option<Link>,
    /// Its words, in order.
    pub pieces: Vec<Piece<'a>>,
}

/// Words with the same reading and mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The words.
    pub text: &'a str,
    /// Their reading.
    pub reading: Option<&'a str>,
    /// Whether they are marked.
    pub marked: bool,
}

/// Cuts a text. Links come ascending and never cut a ruby base; a mark may cut anything and is widened to whole bases.
#[must_use]
pub fn runs<'a>(text: &'a RubyText, links: &[Link], mark: Option<Span>) -> Vec<Run<'a>> {
    let mark = mark.and_then(|mark| sound(text, mark));
    let mut out = Vec::new();
    let mut at = 0;
    for link in links {
        let range = link.span.range();
        if at < range.start {
            out.push(Run {
                link: None,
                pieces: pieces(text, at, range.start, mark),
            });
        }
        out.push(Run {
            link: Some(*link),
            pieces: pieces(text, range.start, range.end, mark),
        });
        at = range.end;
    }
    if at < text.plain.len() {
        out.push(Run {
            link: None,
            pieces: pieces(text, at, text.plain.len(), mark),
        });
    }
    out
}

/// A mark that lies in the text on character boundaries, widened to whole ruby bases.
fn sound(text: &RubyText, mark: Span) -> Option<Span> {
    text.plain.get(mark.range()).filter(|words| !words.is_empty())?;
    let touched = text
        .rubies
        .iter()
        .map(|ruby| ruby.base)
        .filter(|base| base.overlaps(mark));
    Some(touched.fold(mark, |wide, base| Span {
        start: wide.start.min(base.start),
        end: wide.end.max(base.end),
    }))
}

fn pieces(text: &RubyText, start: usize, end: usize, mark: Option<Span>) -> Vec<Piece<'_>> {
    let mut cuts = vec![start, end];
    cuts.extend(mark.iter().flat_map(|mark| [mark.range().start, mark.range().end]));
    cuts.extend(
        text.rubies
            .iter()
            .flat_map(|ruby| [ruby.base.range().start, ruby.base.range().end]),
    );
    cuts.retain(|cut| (start..=end).contains(cut));
    sort(&mut cuts);
    cuts.dedup();
    let piece = |pair: &[usize]| {
        let span = Span::new(pair[0], pair[1]);
        let ruby = text.rubies.iter().find(|ruby| ruby.base == span);
        Piece {
            text: span.of(&text.plain),
            reading: ruby.map(|ruby| ruby.reading.as_str()),
            marked: mark.is_some_and(|mark| mark.overlaps(span)),
        }
    };
    cuts.windows(2).map(piece).collect()
}

/// How a term is drawn.
pub struct Drawn {
    /// Id of its element.
    pub id: String,
    /// Its slug.
    pub slug: String,
    /// In which form.
    pub form: Form,
}

/// Draws runs; `word` says how a term is drawn, without it terms are plain words.
pub fn html(runs: &[Run], word: Option<&dyn Fn(TermId, Span) -> Drawn>) -> Html {
    all(runs.iter().map(|run| run_html(run, word)))
}

fn run_html(run: &Run, word: Option<&dyn Fn(TermId, Span) -> Drawn>) -> Html {
    let inner = all(run.pieces.iter().map(piece_html));
    match (run.link, word) {
        (Some(link), Some(word)) => term(link, word(link.term, link.span), inner),
        _ => inner,
    }
}

/// That its popup is open the platform says, which opens it: for that no text need be drawn again.
fn term(link: Link, drawn: Drawn, inner: Html) -> Html {
    let button = el("button").class("term");
    match drawn.form {
        Form::Live => told_apart(button, link, drawn).kid(inner).node(),
        #[cfg(not(target_arch = "wasm32"))]
        Form::Still => {
            let card = crate::ui::still::card_id(&drawn.slug);
            button.with("popovertarget", card).kid(inner).node()
        }
    }
}

/// What the platform knows a term's word by.
fn told_apart(button: El, link: Link, drawn: Drawn) -> El {
    button
        .at("type", "button")
        .id(drawn.id)
        .with("data-term", drawn.slug)
        .with("data-n", link.term.0.to_string())
        .at("aria-haspopup", "dialog")
        .at("aria-expanded", "false")
}

fn piece_html(piece: &Piece) -> Html {
    let words = match piece.reading {
        Some(reading) => el("ruby").tell(piece.text).kid(el("rt").tell(reading)).node(),
        None => text(piece.text.to_owned()),
    };
    if piece.marked {
        el("mark").kid(words).node()
    } else {
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows runs as text: `[term]`, `{marked}`, `base(reading)`.
    #[track_caller]
    fn check(source: &str, terms: &[&str], mark: Option<&str>, expected: &str) {
        let (text, faults) = RubyText::parse(source);
        assert!(faults.is_empty());
        let span = |words: &str| {
            let start = text.plain.find(words).expect("the words stand in the text");
            Span::new(start, start + words.len())
        };
        let links: Vec<Link> = terms
            .iter()
            .map(|words| Link {
                span: span(words),
                term: TermId(0),
            })
            .collect();
        let show = |piece: &Piece| {
            let words = piece
                .reading
                .map_or(piece.text.to_owned(), |reading| format!("{}({reading})", piece.text));
            if piece.marked { format!("{{{words}}}") } else { words }
        };
        let run = |run: &Run| {
            let words: String = run.pieces.iter().map(show).collect();
            if run.link.is_some() {
                format!("[{words}]")
            } else {
                words
            }
        };
        let got: String = runs(&text, &links, mark.map(span)).iter().map(run).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn cuts_a_paragraph() {
        check("停戦の監視", &[], None, "停戦の監視");
        check("停戦の監視", &["停戦"], None, "[停戦]の監視");
        check(
            "｜停戦《ていせん》の監視",
            &["停戦"],
            Some("の監視"),
            "[停戦(ていせん)]{の監視}",
        );
        check(
            "｜拘束力《こうそくりょく》のある約束",
            &["拘束力のある約束"],
            None,
            "[拘束力(こうそくりょく)のある約束]",
        );
    }

    #[test]
    fn a_mark_may_cut_a_term_and_never_a_ruby_base() {
        check("停戦合意の後", &["停戦合意"], Some("合意の"), "[停戦{合意}]{の}後");
        check(
            "｜停戦合意《ていせんごうい》の後",
            &[],
            Some("合意の"),
            "{停戦合意(ていせんごうい)}{の}後",
        );
    }

    #[test]
    fn an_unsound_mark_marks_nothing() {
        let text = RubyText::plain("停戦");
        for mark in [
            Span { start: 1, end: 4 },
            Span { start: 0, end: 99 },
            Span { start: 3, end: 3 },
            Span { start: 6, end: 3 },
        ] {
            assert!(
                runs(&text, &[], Some(mark))
                    .iter()
                    .all(|run| run.pieces.iter().all(|piece| !piece.marked))
            );
        }
    }
}
