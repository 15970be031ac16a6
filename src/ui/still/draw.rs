//! What the drawn views have in common: lengths along a scale, and boxes that choose without a script.

use crate::domain::date::PartialDate;
use crate::domain::lang::Lang;
use crate::domain::timeline::scale::{LENGTH, Scale, Span, Tick};
use crate::ui::el::{El, Node, el};

/// A place along the whole length, as SVG takes it: `37.5%`.
pub fn percent(at: i32) -> String {
    let hundredths = i64::from(at) * 10_000 / i64::from(LENGTH);
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match rest {
        0 => format!("{whole}%"),
        _ => format!("{whole}.{rest:02}").trim_end_matches('0').to_owned() + "%",
    }
}

/// A drawing that screen readers pass over, because the words beside it say the same.
pub fn picture(class: &'static str) -> El {
    el("svg").class(class).at("aria-hidden", "true")
}

/// A text in a drawing.
pub fn label(class: &'static str, at: i32, y: &'static str, words: String) -> El {
    el("text").class(class).with("x", percent(at)).at("y", y).say(words)
}

fn line(class: &'static str, at: i32) -> El {
    let x = percent(at);
    el("line")
        .class(class)
        .with("x1", x.clone())
        .with("x2", x)
        .at("y1", "0")
        .at("y2", "100%")
}

/// The lines behind everything that is drawn on a scale, the breaks thicker.
pub fn grid(scale: &Scale) -> El {
    let span = |(n, span): (usize, &Span)| {
        let ticks = span.ticks.iter().skip(1).map(|tick| line("tick", tick.at));
        let begin = line(if n == 0 { "tick" } else { "break" }, span.at);
        std::iter::once(begin).chain(ticks).collect::<Vec<_>>()
    };
    picture("grid").kids(scale.spans.iter().enumerate().flat_map(span))
}

/// The dates along a scale.
pub fn axis(scale: &Scale, lang: Lang) -> El {
    let span = |span: &Span| {
        let begin = span
            .ticks
            .first()
            .map(|tick| label("from", span.at, "1.1em", brief(tick.date, lang)));
        let ticks = span
            .ticks
            .iter()
            .skip(1)
            .map(|tick| label("tick", tick.at, "2.4em", short(tick, lang)));
        begin.into_iter().chain(ticks).collect::<Vec<_>>()
    };
    picture("axis").kids(scale.spans.iter().flat_map(span))
}

/// The date at which a span begins; in English with three letters of the month, for narrow screens.
fn brief(date: PartialDate, lang: Lang) -> String {
    let written = date.written(lang);
    let month = written.split(' ').find(|word| word.chars().all(char::is_alphabetic));
    match (month, date.month(), lang) {
        (Some(month), Some(_), Lang::En) => written.replace(month, &month.chars().take(3).collect::<String>()),
        _ => written,
    }
}

/// The last part of a date: 2022, 3月, 11日.
fn short(tick: &Tick, lang: Lang) -> String {
    match (tick.date.month(), tick.date.day(), lang) {
        (_, Some(day), Lang::Ja) => format!("{day}日"),
        (_, Some(day), Lang::En) => day.to_string(),
        (Some(month), _, Lang::Ja) => format!("{month}月"),
        (Some(_), _, Lang::En) => tick.date.written(lang).chars().take(3).collect(),
        (None, ..) => tick.date.year().unwrap_or(0).to_string(),
    }
}

/// Boxes, all ticked, each with a name that the styles know and its words. Without `:has` they are not shown.
pub fn picks<K: Node>(legend: &'static str, boxes: impl IntoIterator<Item = (String, K)>) -> El {
    let boxes = boxes.into_iter().map(|(name, words)| {
        let tick = el("input")
            .at("type", "checkbox")
            .with("name", name)
            .flag("checked", true);
        el("label").kid(tick).kid(words)
    });
    el("fieldset")
        .kid(el("legend").say(legend))
        .kid(el("div").class("ticks").kids(boxes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_places() {
        for (at, text) in [
            (0, "0%"),
            (3750, "37.5%"),
            (1, "0.01%"),
            (LENGTH, "100%"),
            (205, "2.05%"),
        ] {
            assert_eq!(percent(at), text);
        }
    }
    #[test]
    fn spans_begin_with_short_months() {
        for (date, lang, text) in [
            ("2024-11", Lang::En, "Nov 2024"),
            ("2026-01-06", Lang::En, "6 Jan 2026"),
            ("18XX", Lang::En, "19th century"),
            ("2024-11", Lang::Ja, "2024年11月"),
        ] {
            assert_eq!(brief(date.parse().expect("a date"), lang), text);
        }
    }
}
