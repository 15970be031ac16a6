//! What came of it: pictures, each with its table.

use super::desk::{Desk, Reckoned};
use super::el::{El, el};
use super::{filled, section};
use crate::app::route::Address;
use crate::domain::lang::Phrase;
use crate::domain::pack::{Citation, Pack};
use crate::domain::progress::Topic;
use crate::domain::progress::overview::{FORECAST, Knowledge, Known, by_day, forecast, forgotten, retention};
use crate::domain::quiz::kinds::Subject;
use crate::domain::quiz::{Millis, Tally};
use crate::domain::schedule::Day;

const RESULTS: Phrase = Phrase("成果", "Results");
const NONE: Phrase = Phrase(
    "まだ答えがない。答えると、ここに日ごとの回数や定着率が出る。",
    "No answers yet. Once there are, counts by day and retention stand here.",
);
const TABLE: Phrase = Phrase("表で見る", "As a table");
const BY_DAY: Phrase = Phrase("日ごとの答え", "Answers by day");
const BY_DAY_SUM: Phrase = Phrase(
    "この{0}週に{1}日、{2}回答えた。色の強い日ほど多い。",
    "In these {0} weeks: answers: {2}; days with answers: {1}. The stronger the colour, the more.",
);
const DAY: Phrase = Phrase("日", "Day");
const ANSWERS: Phrase = Phrase("回数", "Answers");
const RIGHT: Phrase = Phrase("正解", "Right");
const FORECAST_TITLE: Phrase = Phrase("これからの復習", "Reviews to come");
const FORECAST_SUM: Phrase = Phrase(
    "これから{0}日のうちに{1}問の時期がくる。今日の分には遅れているものも入る。",
    "Questions that come due within {0} days: {1}. Those overdue count today.",
);
const DUE: Phrase = Phrase("時期がくる問い", "Questions due");
const RETENTION: Phrase = Phrase("定着率", "Retention");
const RETENTION_SUM: Phrase = Phrase(
    "この30日、時期がきた復習{0}回のうち{1}回正解：{2}%。目標は{3}%。",
    "Reviews in the past 30 days: {0}, right: {1}, that is {2}%. Desired: {3}%.",
);
const RETENTION_NONE: Phrase = Phrase(
    "目標と比べられる復習（覚えたあと、別の日に答えたもの）が、この30日にはまだない。目標は{}%。",
    "No reviews in the past 30 days to compare (answers on a later day to what had been learnt). Desired: {}%.",
);
const FEW: Phrase = Phrase(
    "{}回までは偶然のずれが大きい。",
    "With fewer than {} reviews, much of the difference is chance.",
);
const SPAN: Phrase = Phrase("期間", "Period");
const MONTH: Phrase = Phrase("この30日", "30 days");
const EVER: Phrase = Phrase("すべて", "All");
const MEASURED: Phrase = Phrase("測った定着率", "Measured");
const DESIRED: Phrase = Phrase("目標", "Desired");
const BY_ISSUE: Phrase = Phrase("論点ごと", "By issue");
const BY_DOCUMENT: Phrase = Phrase("資料ごと", "By document");
const ISSUE: Phrase = Phrase("論点", "Issue");
const DOCUMENT: Phrase = Phrase("資料", "Document");
const BY_TERM: Phrase = Phrase("用語ごと", "By term");
const TERM: Phrase = Phrase("用語", "Term");
const NO_TERM: Phrase = Phrase(
    "用語についての問いには、まだ答えていない。",
    "No question on a term was answered yet.",
);
const ITEMS: Phrase = Phrase("問い", "Questions");
const MET: Phrase = Phrase("答えた", "Answered");
const EXPECTED: Phrase = Phrase("いま答えられる見込み", "Expected to know now");
const AGAIN: Phrase = Phrase("読みなおすとよいところ", "Worth reading again");
const AGAIN_LEAD: Phrase = Phrase(
    "覚えたあとで忘れた問いと、答えを決める段落。",
    "Questions that you knew and forgot, with the paragraphs that decide them.",
);
const LAPSES: Phrase = Phrase("忘れた回数：{}", "Forgotten: {}");
const LEECH: Phrase = Phrase(
    "くり返し忘れている。復習より、段落を読みなおすほうが早い。",
    "Forgotten again and again: reading the paragraph will help more than another review.",
);

/// Weeks of the calendar.
const WEEKS: u32 = 26;
/// Side of a day in the calendar, with the gap beside it.
const STEP: u32 = 12;
/// Milliseconds of thirty days.
const THIRTY_DAYS: i64 = 30 * 86_400_000;
/// Below this number a share says little.
const ENOUGH: u32 = 30;

/// The part.
pub fn view(desk: &Desk, reckoned: &Reckoned) -> El {
    let part = section("results", desk.say(RESULTS));
    if !reckoned.has_answers {
        return part.kid(el("p").class("empty").say(desk.say(NONE)));
    }
    let knowledge = Knowledge::new(&reckoned.offered, reckoned.today, &desk.rule(&reckoned.parameters));
    let pack = desk.pack;
    let issues = knowledge.by_issue.iter();
    let issues = issues
        .map(|(id, known)| (desk.lang.pick(&pack[*id].title), *known))
        .collect();
    let documents = knowledge.by_document.iter();
    let documents = documents
        .map(|(id, known)| (desk.lang.pick(&pack[*id].short), *known))
        .collect();
    part.kid(days(desk, reckoned))
        .kid(coming(desk, reckoned))
        .kid(remembered(desk, reckoned))
        .kid(known(desk, BY_ISSUE, ISSUE, issues))
        .kid(known(desk, BY_DOCUMENT, DOCUMENT, documents))
        .kid(terms(desk, &knowledge))
        .kids(again(desk, reckoned))
}

/// A picture with its sentence, and the numbers behind it.
fn figure(desk: &Desk, title: Phrase, sentence: String, picture: El, table: El) -> El {
    let opened = el("details")
        .kid(el("summary").say(desk.say(TABLE)))
        .kid(scrolled(desk, title, table));
    el("figure")
        .kid(el("h3").say(desk.say(title)))
        .kid(el("p").say(sentence.clone()))
        .kid(picture.at("role", "img").at("aria-label", sentence))
        .kid(opened)
}

fn table(desk: &Desk, heads: &[Phrase], rows: Vec<Vec<String>>) -> El {
    let head = |phrase: &Phrase| el("th").at("scope", "col").say(desk.say(*phrase));
    let row = |cells: Vec<String>| {
        let cell = |(at, text): (usize, String)| match at {
            0 => el("th").at("scope", "row").say(text),
            _ => el("td").say(text),
        };
        el("tr").kids(cells.into_iter().enumerate().map(cell))
    };
    el("table")
        .kid(el("thead").kid(el("tr").kids(heads.iter().map(head))))
        .kid(el("tbody").kids(rows.into_iter().map(row)))
}

fn drawing(width: u32, height: u32) -> El {
    let size = ["0 0 ", &width.to_string(), " ", &height.to_string()].concat();
    el("svg").at("viewBox", size)
}

fn rect(class: &'static str, x: u32, y: u32, width: u32, height: u32) -> El {
    let rect = el("rect").class(class).number("x", x).number("y", y);
    rect.number("width", width).number("height", height)
}

/// Weeks from left to right, Monday on top; the last column is this week.
fn days(desk: &Desk, reckoned: &Reckoned) -> El {
    let all = by_day(&desk.journal, &desk.rule(&reckoned.parameters));
    let monday = Day(reckoned.today.0 - (reckoned.today.0 + 3).rem_euclid(7));
    let first = Day(monday.0 - 7 * (WEEKS as i32 - 1));
    let shown: Vec<(Day, Tally)> = all.into_iter().filter(|(day, _)| *day >= first).collect();
    let most = shown.iter().map(|(_, tally)| tally.of).max().unwrap_or(0).max(1);
    let square = |day: Day| {
        let at = shown.binary_search_by(|(known, _)| known.cmp(&day));
        let count = at.map_or(0, |at| shown[at].1.of);
        let from_first = day.since(first);
        rect(
            shade(count, most),
            from_first / 7 * STEP,
            from_first % 7 * STEP,
            STEP - 2,
            STEP - 2,
        )
    };
    let squares = (first.0..=reckoned.today.0).map(|day| square(Day(day)));
    let sum: u32 = shown.iter().map(|(_, tally)| tally.of).sum();
    let sentence = filled(desk.say(BY_DAY_SUM), &[WEEKS, shown.len() as u32, sum]);
    let row = |(day, tally): &(Day, Tally)| vec![desk.written(*day), tally.of.to_string(), tally.right.to_string()];
    let rows = shown.iter().rev().map(row).collect();
    let picture = drawing(WEEKS * STEP - 2, 7 * STEP - 2).kids(squares);
    figure(
        desk,
        BY_DAY,
        sentence,
        picture,
        table(desk, &[DAY, ANSWERS, RIGHT], rows),
    )
}

/// One of five shades, by quarters of the fullest day.
fn shade(count: u32, most: u32) -> &'static str {
    match (count * 4).div_ceil(most) {
        0 => "n0",
        1 => "n1",
        2 => "n2",
        3 => "n3",
        _ => "n4",
    }
}

/// A bar for each of the coming days.
fn coming(desk: &Desk, reckoned: &Reckoned) -> El {
    let counts = forecast(&desk.cards, reckoned.today, &desk.rule(&reckoned.parameters));
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let (step, tall) = (24, 60);
    let bar = |(at, count): (usize, &u32)| {
        let (x, height) = (at as u32 * step, (count * tall).div_ceil(most));
        let (_, _, day) = reckoned.today.after(at as u32).civil();
        let label = |y: u32, text: String| {
            el("text")
                .number("x", x + step / 2)
                .number("y", y)
                .at("text-anchor", "middle")
                .say(text)
        };
        let number = (*count > 0).then(|| label(tall - height + 12, count.to_string()));
        el("g")
            .kid(rect("bar", x + 3, tall - height + 16, step - 6, height))
            .kids(number)
            .kid(label(tall + 30, day.to_string()))
    };
    let picture = drawing(step * FORECAST as u32, tall + 36).kids(counts.iter().enumerate().map(bar));
    let sum: u32 = counts.iter().sum();
    let sentence = filled(desk.say(FORECAST_SUM), &[FORECAST as u32, sum]);
    let row = |(at, count): (usize, &u32)| vec![desk.written(reckoned.today.after(at as u32)), count.to_string()];
    let rows = counts.iter().enumerate().map(row).collect();
    figure(desk, FORECAST_TITLE, sentence, picture, table(desk, &[DAY, DUE], rows))
}

/// The measured retention as a bar, the desired one as a line across it.
fn remembered(desk: &Desk, reckoned: &Reckoned) -> El {
    let rule = desk.rule(&reckoned.parameters);
    let month = retention(&desk.journal, Millis(desk.now.0 - THIRTY_DAYS), &rule);
    let ever = retention(&desk.journal, Millis(i64::MIN), &rule);
    let desired = u32::from(desk.plan.retention);
    let mut sentence = match month.of {
        0 => filled(desk.say(RETENTION_NONE), &[desired]),
        _ => filled(
            desk.say(RETENTION_SUM),
            &[month.of, month.right, per_cent(month), desired],
        ),
    };
    if (1..ENOUGH).contains(&month.of) {
        sentence = [&sentence, " ", &filled(desk.say(FEW), &[ENOUGH])].concat();
    }
    let picture = drawing(200, 14)
        .kid(rect("n0", 0, 2, 200, 10))
        .kid(rect("bar", 0, 2, per_cent(month) * 2, 10))
        .kid(rect("line", desired * 2 - 1, 0, 2, 14));
    let row = |span: Phrase, tally: Tally| {
        let share = if tally.of > 0 {
            [&per_cent(tally).to_string(), "%"].concat()
        } else {
            "–".to_owned()
        };
        let desired = [&desired.to_string(), "%"].concat();
        vec![
            desk.say(span).to_owned(),
            tally.of.to_string(),
            tally.right.to_string(),
            share,
            desired,
        ]
    };
    let rows = vec![row(MONTH, month), row(EVER, ever)];
    let heads = [SPAN, ANSWERS, RIGHT, MEASURED, DESIRED];
    figure(desk, RETENTION, sentence, picture, table(desk, &heads, rows))
}

fn per_cent(tally: Tally) -> u32 {
    (tally.right * 100 + tally.of / 2) / tally.of.max(1)
}

/// A table whose rows have a bar each: what would be known now, what was answered, and all.
fn known(desk: &Desk, title: Phrase, of: Phrase, rows: Vec<(&str, Known)>) -> El {
    let bar = |known: Known| {
        let part = |value: f64| (value * 100.0 / f64::from(known.items.max(1))).round() as u32;
        drawing(100, 8)
            .at("aria-hidden", "true")
            .at("preserveAspectRatio", "none")
            .kid(rect("n0", 0, 0, 100, 8))
            .kid(rect("n2", 0, 0, part(f64::from(known.met)), 8))
            .kid(rect("bar", 0, 0, part(known.expected), 8))
    };
    let row = |(name, known): &(&str, Known)| {
        let numbers = [known.expected.round() as u32, known.met, known.items];
        el("tr")
            .kid(el("th").at("scope", "row").say(*name).kid(bar(*known)))
            .kids(numbers.map(|number| el("td").say(number.to_string())))
    };
    let head = |phrase: Phrase| el("th").at("scope", "col").say(desk.say(phrase));
    let table = el("table")
        .kid(el("thead").kid(el("tr").kids([of, EXPECTED, MET, ITEMS].map(head))))
        .kid(el("tbody").kids(rows.iter().map(row)));
    el("figure")
        .kid(el("h3").say(desk.say(title)))
        .kid(scrolled(desk, title, table))
}

/// The terms that were met.
fn terms(desk: &Desk, knowledge: &Knowledge) -> El {
    let met = knowledge.by_term.iter().filter(|(_, known)| known.met > 0);
    let rows: Vec<(&str, Known)> = met
        .map(|(term, known)| (desk.pack[*term].headword.as_str(), *known))
        .collect();
    match rows.is_empty() {
        true => el("figure")
            .kid(el("h3").say(desk.say(BY_TERM)))
            .kid(el("p").class("quiet").say(desk.say(NO_TERM))),
        false => known(desk, BY_TERM, TERM, rows),
    }
}

/// A table that scrolls by itself where it is wider than the window, by keyboard too.
fn scrolled(desk: &Desk, title: Phrase, table: El) -> El {
    el("div")
        .class("learner-table")
        .at("tabindex", "0")
        .at("role", "region")
        .at("aria-label", desk.say(title))
        .kid(table)
}

/// Forgotten questions with the way to the paragraph; nothing where none was forgotten.
fn again(desk: &Desk, reckoned: &Reckoned) -> Option<El> {
    let mut rows = Vec::new();
    for one in forgotten(&desk.cards) {
        let Some(offered) = reckoned.offered.iter().find(|offered| offered.offer.item == one.item) else {
            continue;
        };
        let lapses = filled(desk.say(LAPSES), &[one.lapses]);
        let leech = one.is_leech.then(|| el("span").class("quiet").say(desk.say(LEECH)));
        let row = el("li")
            .kid(topic(desk.pack, offered.topic))
            .kid(el("span").class("quiet").say(lapses));
        rows.push(row.kids(leech).kid(place(desk.pack, offered.cite)));
    }
    let lead = || el("p").say(desk.say(AGAIN_LEAD));
    (!rows.is_empty()).then(|| {
        let list = el("ul").class("wrongs").kids(rows);
        el("div").kid(el("h3").say(desk.say(AGAIN))).kid(lead()).kid(list)
    })
}

/// What an item is about, in the words of the pack.
pub(super) fn topic(pack: &Pack, topic: Topic) -> El {
    let text = match topic {
        Topic::Written(question) => pack[question].stem.clone(),
        Topic::Made(Subject::Term(term)) => pack[term].headword.clone(),
        Topic::Made(Subject::Statement(statement)) => pack[statement].paraphrase.clone(),
        Topic::Made(Subject::Event(event)) => pack[event].title.ja.clone(),
        Topic::Made(Subject::Figure(figure)) => [&pack[figure].measures, "：", &pack[figure].value].concat(),
        Topic::Made(Subject::IssueIn(issue, document)) => {
            [&pack[issue].title.ja, "（", &pack[document].label, "）"].concat()
        }
    };
    el("span").at("lang", "ja").say(text)
}

/// A link to the paragraph that decides an item.
pub(super) fn place(pack: &Pack, cite: Citation) -> El {
    let href = ["#", &Address::of_citation(cite).fragment(pack)].concat();
    let name = [pack[cite.document].label.as_str(), " ¶", &cite.paragraph.0.to_string()].concat();
    el("a").class("cite").at("href", href).at("lang", "ja").say(name)
}
