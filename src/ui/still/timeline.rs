//! What happened and what was said when: a picture of all of it on one broken scale, and each entry with its mark on the
//! same scale beside its words.

use yew::Html;

use super::draw::{axis, grid, label, percent, picks, picture};
use super::phrase::Phrase;
use crate::app::route::{Drawn, Route};
use crate::domain::compare::Filter;
use crate::domain::date::PartialDate;
use crate::domain::lang::Lang;
use crate::domain::pack::{ActorId, DocumentId, EventId, EventStatus, Pack, StatementId};
use crate::domain::timeline::scale::{Extent, Precision, Scale};
use crate::domain::timeline::{Contents, Entry, Timeline, What};
use crate::ui::el::{El, Node, all, el, text};
use crate::ui::{Scene, drawn};

const LEAD: Phrase = Phrase(
    "資料が述べる出来事と、日付のわかる発言を、時の順に並べる。上の図と下の一覧は同じ物差しを使う。",
    "The events the documents tell of and the statements whose date is known, in the order of time. The picture and the list below it share one scale.",
);
const BROKEN: Phrase = Phrase(
    "物差しは太い線で切れている。新しい時期ほど広く、線をまたいで長さをくらべることはできない。",
    "The scale is broken at the thick lines: recent times have more room, and lengths on two sides of a line cannot be compared.",
);
const EVENTS: Phrase = Phrase("出来事(述べる資料ごと)", "Events, by the document that tells of them");
const SAYINGS: Phrase = Phrase(
    "発言(言った側ごと。数字は件数)",
    "Statements, by side; the number says how many",
);
const CHOOSE: Phrase = Phrase("資料・側・種類を選ぶ", "Choose documents, sides and kinds");
const DOCUMENTS: Phrase = Phrase("資料", "Documents");
const SIDES: Phrase = Phrase("発言した側", "Sides that spoke");
const KINDS: Phrase = Phrase("種類", "Kind");
const EVENT: Phrase = Phrase("出来事", "Events");
const SAYING: Phrase = Phrase("発言", "Statements");
const LIST: Phrase = Phrase("一覧", "List");
const NOTHING: Phrase = Phrase(
    "選んだものに当たる出来事も発言もない。上のしるしを増やす。",
    "Nothing matches. Tick more boxes above.",
);
const DAY: Phrase = Phrase("点: 日までわかる", "dot: known to the day");
const VAGUE: Phrase = Phrase(
    "棒: 月・年・世紀までしかわからない、その範囲",
    "bar: known only to the month, year or century",
);
const LASTING: Phrase = Phrase("太い棒: 続いた期間", "thick bar: how long it lasted");

const ONWARDS: Phrase = Phrase("図の終わりより先に及ぶ", "reaches beyond the end of the picture");
/// Stands at the end of such a bar.
const ARROW: &str = "▸";

/// Marks that are nearer than this on one level would look like one.
const TOUCH: i32 = 40;
/// For so many documents and sides `assets/views.css` knows boxes.
const DOCUMENT_BOXES: usize = 12;
const SIDE_BOXES: usize = 16;

/// What stands in one place of the timeline.
enum Row {
    Event(Entry, EventId),
    Sayings(Sayings),
}

/// What one side said on one date according to one document.
struct Sayings {
    date: PartialDate,
    side: ActorId,
    document: DocumentId,
    statements: Vec<StatementId>,
}

/// The timeline.
pub fn view(scene: Scene) -> Html {
    let (pack, lang) = (scene.pack(), scene.lang());
    let rows = rows(pack);
    let scale = Scale::of(&rows.iter().map(Row::date).collect::<Vec<_>>());
    let head = el("div")
        .class("head")
        .kid(el("h1").say(drawn::name(scene, Drawn::Timeline)))
        .kid(el("p").class("lead").say(LEAD.of(lang)))
        .kid(el("p").class("quiet").say(BROKEN.of(lang)).say(undated(pack, lang)));
    el("div")
        .class("moments")
        .kid(head)
        .kid(choices(scene, &rows))
        .kid(overview(scene, &scale, &rows))
        .kid(legend(lang))
        .kid(el("h2").say(LIST.of(lang)))
        .kid(list(scene, &scale, &rows))
        .kid(el("p").class("empty").say(NOTHING.of(lang)))
        .node()
}

/// Statements without a date are in no timeline.
fn undated(pack: &Pack, lang: Lang) -> String {
    let undated = pack.statements.iter().filter(|statement| statement.date.is_none());
    match (undated.count(), lang) {
        (0, _) => String::new(),
        (n, Lang::Ja) => format!("日付の書かれていない発言{n}件は、ここにない。"),
        (n, Lang::En) => format!(" {n} statements without a date are not here."),
    }
}

impl Row {
    fn date(&self) -> PartialDate {
        match self {
            Self::Event(entry, _) => entry.date,
            Self::Sayings(sayings) => sayings.date,
        }
    }

    fn extent(&self, scale: &Scale) -> Extent {
        match self {
            Self::Event(entry, _) => scale.extent(entry.date, entry.until),
            Self::Sayings(sayings) => scale.extent(sayings.date, None),
        }
    }

    /// By what the boxes choose: kind, document and side.
    fn class(&self, pack: &Pack) -> String {
        match self {
            Self::Event(_, id) => format!("ke d{}", pack[*id].cite.document.0),
            Self::Sayings(Sayings { side, document, .. }) => {
                format!("ks d{} s{}", document.0, side_number(pack, *side))
            }
        }
    }
}

/// Events and statements in the order of time; those of one date, side and document together.
fn rows(pack: &Pack) -> Vec<Row> {
    let timeline = Timeline::new(pack, &Filter::default(), Contents::EventsAndStatements);
    let mut rows: Vec<Row> = Vec::new();
    for entry in timeline.entries() {
        match entry.what {
            What::Event(id) => rows.push(Row::Event(*entry, id)),
            What::Statement(id) => join(&mut rows, pack, entry.date, id),
        }
    }
    rows
}

fn join(rows: &mut Vec<Row>, pack: &Pack, date: PartialDate, id: StatementId) {
    let (side, document) = (pack[pack[id].actor].side, pack[id].cite.document);
    let same = rows.iter_mut().find_map(|row| match row {
        Row::Sayings(told) if (told.date, told.side, told.document) == (date, side, document) => Some(told),
        _ => None,
    });
    match same {
        Some(told) => told.statements.push(id),
        None => rows.push(Row::Sayings(Sayings {
            date,
            side,
            document,
            statements: vec![id],
        })),
    }
}

/// The sides in the pack's order.
fn sides(pack: &Pack) -> Vec<ActorId> {
    let mut sides: Vec<ActorId> = Vec::new();
    for id in pack.actors() {
        if !sides.contains(&pack[id].side) {
            sides.push(pack[id].side);
        }
    }
    sides
}

fn side_number(pack: &Pack, side: ActorId) -> usize {
    sides(pack).iter().position(|one| *one == side).unwrap_or(0)
}

/// The sides of which something is drawn.
fn speaking(pack: &Pack, rows: &[Row]) -> Vec<ActorId> {
    let speaks = |side: &ActorId| {
        rows.iter()
            .any(|row| matches!(row, Row::Sayings(told) if told.side == *side))
    };
    sides(pack).into_iter().filter(speaks).collect()
}

fn choices(scene: Scene, rows: &[Row]) -> El {
    let (pack, lang) = (scene.pack(), scene.lang());
    let kinds = [("ke", EVENT), ("ks", SAYING)].map(|(name, words)| (name.to_owned(), text(words.of(lang))));
    let documents = pack.documents().take(DOCUMENT_BOXES).map(|id| {
        let words = all([text(&pack[id].label), text(" "), text(scene.pick(&pack[id].short))]);
        (format!("d{}", id.0), words)
    });
    let known = |side: &ActorId| side_number(pack, *side) < SIDE_BOXES;
    let sides = speaking(pack, rows).into_iter().filter(known).map(|side| {
        let name = format!("s{}", side_number(pack, side));
        (name, text(scene.pick(&pack[side].name)))
    });
    let boxes = el("div")
        .kid(picks(KINDS.of(lang), kinds))
        .kid(picks(DOCUMENTS.of(lang), documents))
        .kid(picks(SIDES.of(lang), sides));
    el("details")
        .class("filters picks")
        .kid(el("summary").say(CHOOSE.of(lang)))
        .kid(boxes)
}

/// A line for each document with its events, and one for each side with its statements.
fn overview(scene: Scene, scale: &Scale, rows: &[Row]) -> El {
    let (pack, lang) = (scene.pack(), scene.lang());
    let events = pack.documents().map(|id| {
        let told = rows
            .iter()
            .filter(|row| matches!(row, Row::Event(_, at) if pack[*at].cite.document == id));
        let class = format!("lane ke d{}", id.0);
        lane(scene, scale, class, &pack[id].label, told.collect())
    });
    let sayings = speaking(pack, rows).into_iter().map(|side| {
        let said = rows
            .iter()
            .filter(|row| matches!(row, Row::Sayings(told) if told.side == side));
        let class = format!("lane ks s{}", side_number(pack, side));
        lane(scene, scale, class, scene.pick(&pack[side].name), said.collect())
    });
    let group = |class: &'static str, name: Phrase| el("p").class(class).say(name.of(lang));
    el("div")
        .class("drawn")
        .at("role", "img")
        .at("aria-label", LEAD.of(lang))
        .kid(grid(scale))
        .kid(axis(scale, lang))
        .kid(group("ke", EVENTS))
        .kids(events)
        .kid(group("ks", SAYINGS))
        .kids(sayings)
}

fn lane(scene: Scene, scale: &Scale, class: String, name: &'static str, rows: Vec<&Row>) -> El {
    let says = rows.iter().any(|row| matches!(row, Row::Sayings(_)));
    let (pitch, apart) = if says { (26, 650) } else { (11, 120) };
    let levels = levels(&rows.iter().map(|row| row.extent(scale)).collect::<Vec<_>>(), apart);
    let height = pitch * (1 + levels.iter().copied().max().unwrap_or(0) as i32) + 6;
    let marks = rows.iter().zip(&levels).map(|(row, level)| {
        let y = pitch * *level as i32 + pitch / 2 + 3;
        mark(scene, row, row.extent(scale), y).with("class", row.class(scene.pack()))
    });
    el("div")
        .with("class", class)
        .kid(el("span").say(name))
        .kid(picture("strip").with("height", height.to_string()).kids(marks))
}

/// On which level each mark is drawn, so that none covers or touches another; a dot has room `apart`.
fn levels(extents: &[Extent], apart: i32) -> Vec<usize> {
    let mut ends: Vec<i32> = Vec::new();
    let mut place = |extent: &Extent| {
        let end = (extent.until + TOUCH).max(extent.from + apart);
        match ends.iter().position(|taken| *taken <= extent.from) {
            Some(level) => {
                ends[level] = end;
                level
            }
            None => {
                ends.push(end);
                ends.len() - 1
            }
        }
    };
    extents.iter().map(&mut place).collect()
}

/// The mark of an entry: a dot for a day, a bar for what is vaguer or lasted; a circle with its number for statements.
fn mark(scene: Scene, row: &Row, extent: Extent, y: i32) -> El {
    let middle = (extent.from + extent.until) / 2;
    match row {
        Row::Event(_, id) => el("g")
            .kid(shape(extent, y).at("data-status", status(scene.pack()[*id].status)))
            .kid(onwards(extent, y)),
        Row::Sayings(told) => {
            let n = told.statements.len() as f64;
            let bar = (extent.precision != Precision::Day).then(|| shape(extent, y));
            el("g")
                .kid(bar)
                .kid(onwards(extent, y))
                .kid(dot(middle, y, 6.0 + 1.5 * n.sqrt()))
                .kid(label("n", middle, "0", told.statements.len().to_string()).with("dy", format!("{}", y + 4)))
        }
    }
}

fn shape(extent: Extent, y: i32) -> El {
    let thick = match extent.precision {
        Precision::Day => return dot((extent.from + extent.until) / 2, y, 4.5),
        Precision::Lasting => 8,
        _ => 4,
    };
    el("rect")
        .with("x", percent(extent.from))
        .with("width", percent((extent.until - extent.from).max(90)))
        .with("y", (y - thick / 2).to_string())
        .with("height", thick.to_string())
        .with("rx", (thick / 2).min(3).to_string())
}

/// An arrow where the scale ends before what is drawn does.
fn onwards(extent: Extent, y: i32) -> Option<El> {
    let arrow = || label("on", extent.until, "0", ARROW.to_owned()).with("dy", (y + 6).to_string());
    extent.is_open.then(arrow)
}

fn dot(at: i32, y: i32, radius: f64) -> El {
    el("circle")
        .with("cx", percent(at))
        .with("cy", y.to_string())
        .with("r", format!("{radius:.1}"))
}

fn status(status: EventStatus) -> &'static str {
    match status {
        EventStatus::Reported => "reported",
        EventStatus::Planned => "planned",
        EventStatus::Inferred => "inferred",
        EventStatus::Background => "background",
    }
}

/// What the marks mean.
fn legend(lang: Lang) -> El {
    const STATUSES: [EventStatus; 4] = [
        EventStatus::Reported,
        EventStatus::Planned,
        EventStatus::Inferred,
        EventStatus::Background,
    ];
    let sample = |shown: EventStatus| {
        let dot = el("circle").at("cx", "7").at("cy", "7").at("r", "4.5");
        let drawing = picture("sample").kid(dot.at("data-status", status(shown)));
        el("span").kid(drawing).say(shown.name(lang))
    };
    el("p")
        .class("legend")
        .kids(STATUSES.map(sample))
        .kids([DAY, VAGUE, LASTING].map(|words| el("span").say(words.of(lang))))
        .kid(el("span").say(ARROW).say(" ").say(ONWARDS.of(lang)))
}

/// Each entry with its mark on the scale beside it.
fn list(scene: Scene, scale: &Scale, rows: &[Row]) -> El {
    el("div")
        .class("drawn")
        .kid(grid(scale))
        .kid(axis(scale, scene.lang()))
        .kid(el("ol").kids(rows.iter().map(|row| entry(scene, scale, row))))
}

fn entry(scene: Scene, scale: &Scale, row: &Row) -> El {
    let drawing = picture("strip")
        .at("height", "28")
        .kid(mark(scene, row, row.extent(scale), 14));
    let words = match row {
        Row::Event(entry, id) => event(scene, entry, *id),
        Row::Sayings(told) => sayings(scene, told),
    };
    el("li").with("class", row.class(scene.pack())).kid(words).kid(drawing)
}

fn event(scene: Scene, entry: &Entry, id: EventId) -> El {
    let (pack, lang) = (scene.pack(), scene.lang());
    let event = &pack[id];
    el("div")
        .kid(el("span").class("quiet").tell(&entry.when(pack, lang)))
        .kid(el("b").say(scene.pick(&event.title)))
        .kid(
            el("span")
                .class("quiet")
                .say(event.status.name(lang))
                .say(" ・ ")
                .kid(scene.cite(event.cite)),
        )
        .kid(
            event
                .note
                .as_ref()
                .map(|note| el("span").class("quiet").lang("ja").say(note)),
        )
}

fn sayings(scene: Scene, told: &Sayings) -> El {
    let (pack, lang) = (scene.pack(), scene.lang());
    let what = match lang {
        Lang::Ja => format!("の発言 {}件 ・ ", told.statements.len()),
        Lang::En => format!(", statements: {} ・ ", told.statements.len()),
    };
    let summary = el("summary")
        .say(scene.pick(&pack[told.side].name))
        .say(what)
        .say(&pack[told.document].label);
    let said = told.statements.iter().map(|id| said(scene, *id));
    el("div")
        .kid(el("span").class("quiet").tell(&told.date.written(lang)))
        .kid(el("details").kid(summary).kid(el("ul").kids(said)))
}

/// ○ 支持 ゼレンスキー大統領: 停戦後の多国籍軍, and in Japanese what was said.
pub fn said(scene: Scene, id: StatementId) -> El {
    said_in(el("li"), scene, id)
}

/// The same in an element.
pub fn said_in(within: El, scene: Scene, id: StatementId) -> El {
    let (pack, lang) = (scene.pack(), scene.lang());
    let statement = &pack[id];
    let link = el("a")
        .href(scene.model.href(&Route::Statement(id)))
        .say(scene.pick(&pack[statement.actor].name));
    let stance = [statement.stance.sign(), " ", statement.stance.name(lang), " ・ "].concat();
    let words = match lang {
        Lang::Ja => text(&statement.paraphrase),
        Lang::En => text(scene.pick(&pack[statement.issue].title)),
    };
    within.kid(link).say(" ・ ").say(stance).kid(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extent(from: i32, until: i32) -> Extent {
        Extent {
            from,
            until,
            precision: Precision::Month,
            is_open: false,
        }
    }

    #[test]
    fn no_mark_covers_another() {
        let extents = [
            extent(0, 500),
            extent(100, 110),
            extent(105, 120),
            extent(300, 310),
            extent(600, 700),
        ];
        assert_eq!(levels(&extents, 50), [0, 1, 2, 1, 0]);
        let two_years = [extent(0, 500), extent(500, 900)];
        assert_eq!(levels(&two_years, 50), [0, 1], "they are not one bar");
    }

    #[test]
    fn the_styles_know_every_box() {
        let styles = include_str!("../../../assets/views.css");
        let documents = (0..DOCUMENT_BOXES).map(|n| format!("d{n}"));
        let sides = (0..SIDE_BOXES).map(|n| format!("s{n}"));
        let kinds = ["ke", "ks"].map(str::to_owned);
        for name in documents.chain(sides).chain(kinds) {
            let rule = format!("[name=\"{name}\"]:not(:checked)) .{name}");
            assert!(styles.contains(&rule), "{rule}");
        }
    }
}
