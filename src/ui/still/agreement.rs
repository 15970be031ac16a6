//! Where actors stand to each other: for each two columns of the matrix the issues on which both spoke, one square an issue,
//! and the same as a list. A column's answer is that of all its actors; where they differ, it cannot be compared.

use yew::Html;

use super::draw::picture;
use super::phrase::Phrase;
use crate::app::route::{Drawn, Route};
use crate::domain::agreement::{Agreement, LEAST, common};
use crate::domain::compare::{Obstacle, Pair, PairRow, Party, Relation};
use crate::domain::lang::Lang;
use crate::ui::el::{El, Node, all, el};
use crate::ui::words::fill;
use crate::ui::{Scene, drawn};

const LEAD: Phrase = Phrase(
    "二者がともに述べた論点のうち、いくつで答えが一致し、いくつで異なるか。親しさでも正しさでもない。",
    "Of the issues on which two have both spoken, on how many their answers agree and on how many they differ. It shows neither friendship nor who is right.",
);
const SAME: Phrase = Phrase(
    "主体は「くらべる」の表の列で、属する人や機関の発言をすべて含む。発言が時や資料や人により分かれる論点は一つの答えにまとめず、あいまいな答えと同じく「くらべられない」とする。",
    "Each is a column of the comparison, with all people and bodies in it. Where their statements differ by time, document or person, they are not made into one answer: the issue cannot be compared, nor can an ambiguous answer.",
);
const ORDER: Phrase = Phrase(
    "並びは答えだけから計算した。読みが五十音で最初の主体から始め、並んだ主体と一致する論点が(異なる論点を引いて)多いものを次に置く。同じなら五十音順。順位でも陣営でもない。",
    "The order is computed from the answers: first whose Japanese reading comes first, then always the one that agrees on most issues with those already there, less those on which it differs; equals by reading. It is no ranking, and a block is no alliance.",
);
const PRESS: Phrase = Phrase(
    "ますを押すと、その二者を論点ごとに並べた画面が開く。",
    "A cell opens the two side by side.",
);
const LIST: Phrase = Phrase("一覧: どの論点で", "List: on which issues");
const ALONE: Phrase = Phrase("ここにない主体", "Who is not here");

/// What stands for a relation, in the order in which squares and counts are listed.
const RELATIONS: [Relation; 4] = [
    Relation::Agree,
    Relation::PartlyAgree,
    Relation::Differ,
    Relation::CannotCompare { a: None, b: None },
];

/// The matrix, the list, and who is in neither.
pub fn view(scene: Scene) -> Html {
    let lang = scene.lang();
    let agreement = Agreement::new(scene.pack());
    let note = |words: Phrase| el("p").class("quiet").say(words.of(lang));
    let head = el("div")
        .class("head")
        .kid(el("h1").say(drawn::name(scene, Drawn::Agreement)))
        .kid(el("p").class("lead").say(LEAD.of(lang)))
        .kid(note(SAME));
    let pairs = agreement.in_order().into_iter().map(|pair| entry(scene, pair));
    el("div")
        .class("stands")
        .kid(head)
        .kid(legend(lang))
        .kid(matrix(scene, &agreement))
        .kid(el("p").class("quiet wide").say(PRESS.of(lang)))
        .kid(note(ORDER))
        .kid(el("h2").say(LIST.of(lang)))
        .kid(el("ul").kids(pairs))
        .kid(alone(scene, &agreement))
        .node()
}

/// What each square means, and from how many issues on a cell has any.
fn legend(lang: Lang) -> El {
    let sample = |relation: &Relation| el("span").kid(squares([*relation].iter())).say(relation.name(lang));
    let least = match lang {
        Lang::Ja => format!("空きます: ともに述べた論点が{LEAST}より少ない"),
        Lang::En => format!("empty cell: fewer than {LEAST} common issues"),
    };
    el("p")
        .class("legend")
        .kids(RELATIONS.iter().map(sample))
        .kid(el("span").class("wide").say(least))
}

/// One square for each relation, in a row: full, half, crossed out, or hardly there.
fn squares<'r>(relations: impl Iterator<Item = &'r Relation>) -> El {
    let squares: Vec<El> = relations
        .enumerate()
        .map(|(at, relation)| {
            let (class, shape) = match relation {
                Relation::Agree => ("a", "h12v12h-12z"),
                Relation::PartlyAgree => ("a", "h12l-12 12zm12 0v12m-12 0h12"),
                Relation::Differ => ("d", "h12v12h-12zl12 12m0-12l-12 12"),
                Relation::CannotCompare { .. } => ("c", "h12v12h-12z"),
            };
            el("path").class(class).with("d", format!("M{} 1{shape}", 16 * at + 1))
        })
        .collect();
    picture("squares")
        .with("width", (16 * squares.len()).saturating_sub(2).to_string())
        .at("height", "14")
        .kids(squares)
}

/// The relations of the common issues, those of a kind together.
fn relations(pair: &Pair) -> Vec<&Relation> {
    let mut relations: Vec<&Relation> = common(pair).map(|row| &row.relation).collect();
    relations.sort_by_key(|relation| place(relation));
    relations
}

fn place(relation: &Relation) -> usize {
    let like = |other: &Relation| std::mem::discriminant(other) == std::mem::discriminant(relation);
    RELATIONS.iter().position(like).unwrap_or(RELATIONS.len())
}

/// Half a matrix, since a pair is the same from both ends.
fn matrix(scene: Scene, agreement: &Agreement) -> El {
    let parties = &agreement.parties;
    let name = |party: &Party| party.name(scene.pack(), scene.lang());
    let (first, last) = (parties.get(1..).unwrap_or_default(), parties.len().saturating_sub(1));
    let columns = parties[..last]
        .iter()
        .map(|party| el("th").at("scope", "col").say(name(party)));
    let row = |(at, party): (usize, &Party)| {
        let cells = parties[..=at]
            .iter()
            .map(|other| cell(scene, agreement.pair(*party, *other)));
        el("tr").kid(el("th").at("scope", "row").say(name(party))).kids(cells)
    };
    let head = el("tr").kid(el("td")).kids(columns);
    el("table")
        .class("wide")
        .kid(el("thead").kid(head))
        .kid(el("tbody").kids(first.iter().enumerate().map(row)))
}

/// The squares of a pair and the number of issues they rest on; nothing where that is too small.
fn cell(scene: Scene, pair: Option<&Pair>) -> El {
    let link = |pair: &Pair| {
        el("a")
            .href(scene.model.href(&Route::Pair(pair.a.actor(), pair.b.actor())))
            .kid(squares(relations(pair).into_iter()))
            .say(issues(common(pair).count(), scene.lang()))
    };
    el("td").kid(pair.map(link))
}

fn names(scene: Scene, pair: &Pair) -> String {
    let name = |party: Party| party.name(scene.pack(), scene.lang());
    [name(pair.a), " ・ ", name(pair.b)].concat()
}

fn issues(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{n}論点"),
        Lang::En => format!("{n} issues"),
    }
}

/// A pair in the list. In Japanese it stands under the address of the pair, where a page without scripts goes.
fn entry(scene: Scene, pair: &Pair) -> El {
    let route = Route::Pair(pair.a.actor(), pair.b.actor());
    let link = el("a").href(scene.model.href(&route)).tell(&names(scene, pair));
    let kinds = RELATIONS.iter().filter_map(|relation| {
        let rows: Vec<&PairRow> = common(pair)
            .filter(|row| place(&row.relation) == place(relation))
            .collect();
        (!rows.is_empty()).then(|| kind(scene, pair, relation, &rows))
    });
    let item = match scene.lang() {
        Lang::Ja => el("li").id(route.fragment(scene.pack())),
        Lang::En => el("li"),
    };
    item.kid(
        el("p")
            .kid(link)
            .kid(squares(relations(pair).into_iter()))
            .say(issues(common(pair).count(), scene.lang())),
    )
    .kids(kinds)
}

/// 一致 停戦後の多国籍軍、米国の関与(資料5だけによる).
fn kind(scene: Scene, pair: &Pair, relation: &Relation, rows: &[&PairRow]) -> El {
    let issue = |row: &&PairRow| scene.pick(&scene.pack()[row.issue].title).to_owned() + &mind(scene, pair, row);
    let issues: Vec<String> = rows.iter().map(issue).collect();
    el("p")
        .kid(el("b").say(relation.name(scene.lang())))
        .say(" ")
        .say(issues.join(scene.words.comma))
}

/// What to keep in mind of one issue, in brackets: why it cannot be compared, that it rests on one document, that years lie
/// between.
fn mind(scene: Scene, pair: &Pair, row: &PairRow) -> String {
    let (pack, lang, words) = (scene.pack(), scene.lang(), scene.words);
    let reason = |party: Party, obstacle: Option<Obstacle>| {
        obstacle.map(|obstacle| [party.name(pack, lang), ": ", obstacle.name(lang)].concat())
    };
    let (a, b) = match row.relation {
        Relation::CannotCompare { a, b } => (reason(pair.a, a), reason(pair.b, b)),
        _ => (None, None),
    };
    let only = row
        .rests_on_one_document
        .map(|id| fill(words.one_document, &[&pack[id].label]));
    let apart = row.apart.map(|days| fill(words.days_apart, &[&days.0.to_string()]));
    let minds: Vec<String> = [a, b, only, apart].into_iter().flatten().collect();
    match minds.is_empty() {
        true => String::new(),
        false => fill(words.aside, &[&minds.join(words.semicolon)]),
    }
}

/// Those that share too few issues with everyone, by name and with the reason.
fn alone(scene: Scene, agreement: &Agreement) -> Option<Html> {
    let lang = scene.lang();
    let one = |(party, most): &(Party, usize)| {
        let why = match lang {
            Lang::Ja => format!(": どの主体とも、ともに述べた論点は{most}まで"),
            Lang::En => format!(": at most {most} common issues with any other"),
        };
        el("li").kid(el("b").say(party.name(scene.pack(), lang))).say(why)
    };
    let why = match lang {
        Lang::Ja => format!(
            "ともに述べた論点が{LEAST}より少ない組は出さない。{LEAST}以上なら、一つの論点の読みが変わっても「すべて一致」が「多くで異なる」にはならない。"
        ),
        Lang::En => format!(
            "Pairs with fewer than {LEAST} common issues are not shown. From {LEAST} on, another reading of one issue cannot turn full agreement into mostly none."
        ),
    };
    let part = || {
        all([
            el("h2").say(ALONE.of(lang)).node(),
            el("p").class("quiet").say(why).node(),
            el("ul").class("plainly").kids(agreement.alone.iter().map(one)).node(),
        ])
    };
    (!agreement.alone.is_empty()).then(part)
}
