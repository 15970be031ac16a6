//! The pack's figures as small pictures, each with its source and its caution.

use yew::Html;

use super::draw::picture as drawing;
use super::phrase::Phrase;
use crate::app::route::Drawn;
use crate::domain::lang::Lang;
use crate::domain::pack::{FigureId, Pack};
use crate::domain::picture::{Picture, alike, picture};
use crate::domain::quiz::{Amount, Magnitude};
use crate::ui::el::{El, Node, el};
use crate::ui::{Scene, drawn};

const LEAD: Phrase = Phrase(
    "資料が挙げる数字と、それが何を測り、だれが言うか。数えられるものだけを図にする。図は資料の言う大きさを写し、正しさを示すものではない。",
    "The figures in the documents, what each measures and who gives it. Only what can be counted is drawn. A picture shows what the document says, not that it is right.",
);
const SAYS: Phrase = Phrase("言う人: ", "According to: ");
const ALIKE: Phrase = Phrase(
    "大きさは同じでも、何のうちの割合かが違う。取りちがえず、足し引きもしない: ",
    "The same share, but of something else; not to be mixed up, added or subtracted: ",
);

/// The sorts of figures, in the order of the page.
const SORTS: [(Sort, Phrase); 5] = [
    (Sort::Share, Phrase("割合", "Shares")),
    (Sort::Count, Phrase("数えたもの", "Counts")),
    (Sort::Time, Phrase("時間の長さ", "Lengths of time")),
    (Sort::Date, Phrase("日付", "Dates")),
    (
        Sort::Word,
        Phrase(
            "図にしない数字と、数のつく呼び名",
            "Not drawn: other figures, and names with a number",
        ),
    ),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Share,
    Count,
    Time,
    Date,
    Word,
}

/// All figures.
pub fn view(scene: Scene) -> Html {
    let (pack, lang) = (scene.pack(), scene.lang());
    let head = el("div")
        .class("head")
        .kid(el("h1").say(drawn::name(scene, Drawn::Figures)))
        .kid(el("p").class("lead").say(LEAD.of(lang)));
    let sections = SORTS.iter().map(|(sort, name)| {
        let mut figures: Vec<FigureId> = pack.figures().filter(|id| sort_of(pack, *id) == *sort).collect();
        figures.sort_by_key(|id| size(pack, *id));
        let cards = figures.iter().map(|id| card(scene, *id));
        let list = || el("section").kid(el("h2").say(name.of(lang))).kid(el("ul").kids(cards));
        (!figures.is_empty()).then(list)
    });
    el("div").class("figures").kid(head).kids(sections).node()
}

fn sort_of(pack: &Pack, id: FigureId) -> Sort {
    let magnitude = Amount::read(&pack[id].value).map(|amount| amount.magnitude);
    match (picture(pack, id), magnitude) {
        (Some(Picture::Share { .. }), _) => Sort::Share,
        (Some(Picture::Things { .. } | Picture::Steps(_)), _) => Sort::Count,
        (_, Some(Magnitude::Duration)) => Sort::Time,
        (_, Some(Magnitude::Day | Magnitude::Month | Magnitude::Year)) => Sort::Date,
        _ => Sort::Word,
    }
}

/// What is drawn stands first, the small before the large, so that like stands beside like; the rest in the pack's order.
fn size(pack: &Pack, id: FigureId) -> (bool, i64) {
    let drawn = picture(pack, id);
    let size = match &drawn {
        Some(Picture::Things { least, .. }) => *least,
        Some(Picture::Steps(n)) => *n,
        Some(Picture::Share { part, whole }) => part * 1000 / whole,
        Some(Picture::Time { minutes, .. }) => *minutes,
        None => 0,
    };
    (drawn.is_none(), size)
}

fn card(scene: Scene, id: FigureId) -> El {
    let (pack, lang) = (scene.pack(), scene.lang());
    let figure = &pack[id];
    let told = in_words(scene, id);
    let drawn = picture(pack, id);
    let source = el("span")
        .class("quiet")
        .say(SAYS.of(lang))
        .kid(el("span").lang(told.lang).say(told.source))
        .say(" ・ ")
        .kid(scene.cite(figure.cite))
        .kid(dated(scene, id));
    el("li")
        .kid(drawn.as_ref().map(draw))
        .kid(drawn.map(|drawn| {
            el("span")
                .class("quiet")
                .say(explain(&drawn, unit(&figure.value), lang))
        }))
        .kid(el("b").lang(told.lang).say(told.value))
        .kid(el("span").lang(told.lang).say(told.measures))
        .kids(alike(pack, id).into_iter().map(|other| warning(scene, other)))
        .kid(source)
}

/// (2026年2月3日): the date of the document.
fn dated(scene: Scene, id: FigureId) -> Option<Html> {
    let (pack, lang) = (scene.pack(), scene.lang());
    let date = pack[pack[id].cite.document].date?;
    Some(crate::ui::el::text([" (", &date.written(lang), ")"].concat()))
}

fn warning(scene: Scene, other: FigureId) -> El {
    let told = in_words(scene, other);
    el("span")
        .class("alike")
        .say(ALIKE.of(scene.lang()))
        .kid(el("b").lang(told.lang).say(told.value))
        .say(" ")
        .kid(scene.cite(scene.pack()[other].cite))
}

/// A figure's words in one language.
pub(super) struct InWords {
    /// Its language.
    pub lang: &'static str,
    /// The value with its unit.
    pub value: &'static str,
    /// What it counts.
    pub measures: &'static str,
    /// Who gives it.
    pub source: &'static str,
}

/// The figure in the language of the page; in Japanese where the pack has no English for it.
pub(super) fn in_words(scene: Scene, id: FigureId) -> InWords {
    let figure = &scene.pack()[id];
    match &figure.english {
        Some(english) if scene.lang() == Lang::En => InWords {
            lang: "en",
            value: &english.value,
            measures: &english.measures,
            source: &english.source,
        },
        _ => InWords {
            lang: "ja",
            value: &figure.value,
            measures: &figure.measures,
            source: &figure.source,
        },
    }
}

/// What stands behind the number.
fn unit(value: &str) -> &str {
    let unit = value.rsplit(|letter: char| letter.is_ascii_digit()).next();
    unit.unwrap_or("")
}

/// What a dot or a bar of the picture stands for.
fn explain(picture: &Picture, unit: &str, lang: Lang) -> String {
    let japanese = lang == Lang::Ja;
    match picture {
        Picture::Things { least, most } if least == most && japanese => format!("点ひとつが1{unit}"),
        Picture::Things { least, most } if least == most => "one dot for each".to_owned(),
        Picture::Things { least, most } if japanese => {
            format!("点ひとつが1{unit}。濃い点が下限の{least}、薄い点までで上限の{most}")
        }
        Picture::Things { least, most } => {
            format!("one dot for each: dark at least {least}, with the light ones at most {most}")
        }
        Picture::Steps(n) if japanese => format!("{n}つの段"),
        Picture::Steps(n) => format!("{n} steps"),
        Picture::Share { part, whole } if japanese => format!("{whole}のうち{part}"),
        Picture::Share { part, whole } => format!("{part} of {whole}"),
        Picture::Time { .. } if japanese => "枠は、同じ資料の同じ単位でいちばん長い時間".to_owned(),
        Picture::Time { .. } => "the frame is the longest time of this unit in the document".to_owned(),
    }
}

fn draw(picture: &Picture) -> El {
    match picture {
        Picture::Things { least, most } => dots(*least, *most),
        Picture::Share { part, whole } => dots(*part, *whole),
        Picture::Steps(n) => steps(*n),
        Picture::Time {
            minutes,
            shortest,
            longest,
        } => time(*minutes, *shortest, *longest),
    }
}

/// Dots in rows, the first `dark` of them dark. A row is a dashed line whose dashes are points with round ends.
fn dots(dark: i64, all: i64) -> El {
    let (columns, size) = match all {
        ..=10 => (all, 26),
        11..=100 => (10, 18),
        101..=300 => (25, 12),
        _ => (100, 4),
    };
    let path = |class: &'static str, from: i64, until: i64| {
        (from < until).then(|| el("path").class(class).with("d", rows_of_dots(from, until, columns)))
    };
    let rows = (all + columns - 1) / columns;
    drawing("dots")
        .with("viewBox", format!("-.5 -.5 {columns} {rows}"))
        .with("width", (columns * size).to_string())
        .kid(path("dark", 0, dark))
        .kid(path("light", dark, all))
}

/// A line for each row of the dots `from..until`; the hair at its end draws its last dot.
fn rows_of_dots(from: i64, until: i64, columns: i64) -> String {
    let row = |y: i64| {
        let (first, last) = (from.max(y * columns), until.min((y + 1) * columns));
        format!("M{} {y}h{}.01", first - y * columns, last - first - 1)
    };
    (from / columns..(until + columns - 1) / columns).map(row).collect()
}

fn steps(n: i64) -> El {
    let step = |at: i64| {
        el("rect")
            .with("x", (at * 60).to_string())
            .with("y", ((n - 1 - at) * 24).to_string())
            .at("width", "58")
            .with("height", ((at + 1) * 24).to_string())
    };
    drawing("bars")
        .with("viewBox", format!("0 0 {} {}", n * 60, n * 24))
        .with("width", (n * 60).to_string())
        .kids((0..n).map(step))
}

/// The length in the frame of the longest, divided by the shortest where that goes evenly.
fn time(minutes: i64, shortest: i64, longest: i64) -> El {
    let all = 300;
    let parts = if longest % shortest == 0 && longest / shortest <= 12 {
        longest / shortest
    } else {
        1
    };
    let lines = (1..parts).map(|at| {
        let x = (all * at / parts).to_string();
        el("line")
            .with("x1", x.clone())
            .with("x2", x)
            .at("y1", "0")
            .at("y2", "28")
    });
    let bar = |class: &'static str, width: i64| {
        el("rect")
            .class(class)
            .with("width", width.to_string())
            .at("height", "28")
    };
    drawing("bars")
        .with("viewBox", format!("-1 -1 {} 30", all + 2))
        .with("width", (all + 2).to_string())
        .kid(bar("frame", all))
        .kid(bar("", all * minutes / longest))
        .kids(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dot_is_drawn() {
        for (from, until, columns, rows) in [
            (0, 3, 3, "M0 0h2.01"),
            (0, 34, 10, "M0 0h9.01M0 1h9.01M0 2h9.01M0 3h3.01"),
            (2, 10, 10, "M2 0h7.01"),
            (50, 51, 25, "M0 2h0.01"),
        ] {
            assert_eq!(rows_of_dots(from, until, columns), rows);
        }
    }

    #[test]
    fn a_unit_is_what_follows_the_number() {
        for (value, expected) in [("4,641人", "人"), ("50〜250人", "人"), ("34カ国", "カ国")] {
            assert_eq!(unit(value), expected);
        }
    }
}
