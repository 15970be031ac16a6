//! How claims reach the reader: for each document a picture of how much of it is quoted, reported, hedged or inferred; what
//! these mean; and each claim with its way from the one who speaks over the one who reports to the paragraph.

use yew::Html;

use super::codebook::attribution;
use super::draw::picture;
use super::figures::in_words;
use super::phrase::Phrase;
use crate::app::route::{Drawn, Route};
use crate::domain::known::{Chain, Counts, Link, STATUSES, chains, counts, events, example, figures};
use crate::domain::lang::Lang;
use crate::domain::pack::{ActorId, Attribution, Citation, DocumentId, EventId, EventStatus, FigureId, StatementId};
use crate::ui::el::{El, Node, all, el, text};
use crate::ui::words::fill;
use crate::ui::{Scene, drawn};

const LEAD: Phrase = Phrase(
    "発言、出来事、数字が、だれの口を通り、だれに伝えられ、どの段落で読み手に届くか。届き方を示すだけで、正しいかどうかの判定ではない。本人の言葉もまちがえ、推測も当たることがある。",
    "Through whose mouth, by whose report and in which paragraph statements, events and figures reach the reader. This shows the way, it is no verdict on truth: own words can be wrong, and a guess can be right.",
);
const SHARES: Phrase = Phrase("資料ごとの割合", "By document");
const STATEMENTS: Phrase = Phrase("発言", "Statements");
const EVENTS: Phrase = Phrase("出来事", "Events");
const FIGURES: Phrase = Phrase("数字", "Figures");
const DOCUMENT: Phrase = Phrase("資料", "Document");
const SUM: Phrase = Phrase("件数", "All");
const WHOLE: Phrase = Phrase("合わせて", "Together");
const KINDS: Phrase = Phrase("それぞれの意味", "What these mean");
const UNKIND: Phrase = Phrase(
    "数字には種類の別がない。だれの数字かは資料の書き方のまま、下の一覧に出す。",
    "Figures have no kinds. Whose they are stands in the list below, as the document gives it.",
);
const WAYS: Phrase = Phrase("一つずつの道すじ", "Claim by claim");
const CHOOSE: Phrase = Phrase("何を見るか", "What to see");
const ANY: Phrase = Phrase("すべての資料", "All documents");
const ALL: Phrase = Phrase("すべて", "Everything");
const NUMBER: Phrase = Phrase("出ているもの: ", "Shown: ");
const NOTHING: Phrase = Phrase(" 0なら、上の選び方を変える。", " If 0, choose otherwise above.");
const FOR: Phrase = Phrase("の立場として", ", for ");
const UNGIVEN: Phrase = Phrase("例: ", "Example: ");

/// What a status means.
fn told(status: EventStatus) -> Phrase {
    match status {
        EventStatus::Reported => Phrase("起きたこととして資料が書く。", "The document writes that it happened."),
        EventStatus::Planned => Phrase(
            "資料が書かれたとき、まだ先のこと。",
            "Still ahead when the document was written.",
        ),
        EventStatus::Inferred => Phrase(
            "起きたことか、その日が推定である。だれの推定かは、年表の注にある。",
            "That it happened, or when, is inferred; the note in the timeline says by whom.",
        ),
        EventStatus::Background => Phrase(
            "資料が振り返る、過去のこと。",
            "Past history that the document recalls.",
        ),
    }
}

/// What such a link of a chain is called.
fn link_name(link: Link) -> Phrase {
    match link {
        Link::Unnamed => Phrase("名のない人や筋による", "Rests on somebody unnamed"),
        Link::Reporter => Phrase("ほかの伝え手を通る", "Passed on by another"),
        Link::ForAnother => Phrase("別の人が代わりに語る", "Spoken by somebody else"),
    }
}

/// The class by which the styles know it.
fn link_class(link: Link) -> &'static str {
    match link {
        Link::Unnamed => "lu",
        Link::Reporter => "lr",
        Link::ForAnother => "lf",
    }
}

/// For so many documents `assets/views.css` knows choices.
const DOCUMENTS: usize = 12;

/// The pictures, what they mean, and every claim.
pub fn view(scene: Scene) -> Html {
    let lang = scene.lang();
    let head = el("div")
        .class("head")
        .kid(el("h1").say(drawn::name(scene, Drawn::Known)))
        .kid(el("p").class("lead").say(LEAD.of(lang)));
    let counts = counts(scene.pack());
    let chains = chains(scene.pack());
    el("div")
        .class("known")
        .kid(head)
        .kid(el("h2").say(SHARES.of(lang)))
        .kid(shares(scene, STATEMENTS, attributions(lang), &counts, |counts| {
            counts.statements
        }))
        .kid(shares(scene, EVENTS, statuses(lang), &counts, |counts| counts.events))
        .kid(el("p").class("quiet").say(UNKIND.of(lang)))
        .kid(el("h2").say(KINDS.of(lang)))
        .kid(el("ul").class("kinds").kids(kinds(scene)))
        .kid(el("p").kid(drawn::link(scene, Drawn::Codebook)))
        .kid(el("h2").say(WAYS.of(lang)))
        .kid(choices(scene, &chains))
        .kid(ways(scene, &chains))
        .node()
}

fn attributions(lang: Lang) -> [&'static str; 4] {
    Attribution::ALL.map(|kind| kind.name(lang))
}

fn statuses(lang: Lang) -> [&'static str; 4] {
    STATUSES.map(|status| status.name(lang))
}

/// A table with a row for each document: a bar of its four kinds, their numbers, and how many there are.
fn shares(
    scene: Scene,
    of: Phrase,
    kinds: [&'static str; 4],
    counts: &[Counts],
    four: fn(&Counts) -> [usize; 4],
) -> El {
    let lang = scene.lang();
    let name = |(at, name): (usize, &'static str)| el("th").class("n").at("scope", "col").kid(swatch(at)).say(name);
    let head = el("tr")
        .kid(el("th").at("scope", "col").say(DOCUMENT.of(lang)))
        .kid(el("td"))
        .kids(kinds.into_iter().enumerate().map(name))
        .kid(el("th").class("n").at("scope", "col").say(SUM.of(lang)));
    let document = |counts: &Counts| {
        let document = &scene.pack()[counts.document];
        let link = el("a")
            .href(scene.model.href(&Route::Document(counts.document, None)))
            .say(scene.pick(&document.short));
        row(all([text(&document.label), text(" "), link.node()]), four(counts))
    };
    let sum = counts.iter().map(four).fold([0; 4], |sum, four| {
        let mut added = sum;
        added.iter_mut().zip(four).for_each(|(sum, n)| *sum += n);
        added
    });
    el("table")
        .class("plain shares")
        .kid(el("caption").say(of.of(lang)))
        .kid(el("thead").kid(head))
        .kid(
            el("tbody")
                .kids(counts.iter().map(document))
                .kid(row(text(WHOLE.of(lang)), sum)),
        )
}

fn row(name: Html, four: [usize; 4]) -> El {
    let number = |n: usize| el("td").class("n").say(n.to_string());
    el("tr")
        .kid(el("th").at("scope", "row").kid(name))
        .kid(el("td").kid(bar(four)))
        .kids(four.map(number))
        .kid(number(four.iter().sum()))
}

/// The whole width divided among the four.
fn bar(four: [usize; 4]) -> El {
    let all = four.iter().sum::<usize>().max(1);
    let mut at = 0;
    let parts = four.into_iter().enumerate().filter(|(_, n)| *n > 0).map(|(kind, n)| {
        let x = at;
        at += n;
        part(kind)
            .with("x", thousandths(x, all))
            .with("width", thousandths(n, all))
    });
    picture("share").at("height", "16").kids(parts)
}

fn part(kind: usize) -> El {
    el("rect").at("height", "16").class(["k0", "k1", "k2", "k3"][kind])
}

fn thousandths(n: usize, all: usize) -> String {
    let n = n * 1000 / all;
    format!("{}.{}%", n / 10, n % 10)
}

fn swatch(kind: usize) -> El {
    picture("sample").kid(part(kind).at("width", "14"))
}

/// Each kind with its meaning and an example from the pack.
fn kinds(scene: Scene) -> Vec<El> {
    let lang = scene.lang();
    let item = |at: usize, name: &'static str, meaning: Phrase, example: Html| {
        el("li")
            .kid(el("b").kid(swatch(at)).say(name))
            .kid(el("span").say(meaning.of(lang)))
            .kid(el("span").class("quiet").say(UNGIVEN.of(lang)).kid(example))
    };
    let statements = Attribution::ALL.into_iter().enumerate().map(|(at, kind)| {
        let shown = example(scene.pack(), kind).map(|id| quoted(scene, id));
        item(at, kind.name(lang), attribution(kind), shown.node())
    });
    let events = STATUSES.into_iter().enumerate().map(|(at, status)| {
        let mut of = scene.pack().events().filter(|id| scene.pack()[*id].status == status);
        let shown = of.next().map(|id| happened(scene, id));
        item(at, status.name(lang), told(status), shown.node())
    });
    statements.chain(events).collect()
}

/// A statement as an example: its words, what shows how it came, and where.
fn quoted(scene: Scene, id: StatementId) -> Html {
    let said = &scene.pack()[id];
    all([
        el("span").lang("ja").say(&said.paraphrase).node(),
        cue(scene, id).node(),
        scene.cite(said.cite),
    ])
}

fn cue(scene: Scene, id: StatementId) -> El {
    let cue = fill(scene.words.cue, &[&scene.pack()[id].cue]);
    el("i").lang("ja").tell(&cue)
}

fn happened(scene: Scene, id: EventId) -> Html {
    let event = &scene.pack()[id];
    all([text(scene.pick(&event.title)), text(" "), scene.cite(event.cite)])
}

/// One thing to see and one document, chosen by the styles.
fn choices(scene: Scene, chains: &[Chain]) -> El {
    let (pack, lang) = (scene.pack(), scene.lang());
    let many = |wanted: &dyn Fn(&Chain) -> bool| {
        let chosen = chains.iter().filter(|chain| wanted(chain));
        chosen.map(|chain| chain.statements.len()).sum::<usize>()
    };
    let kind = |(at, kind): (usize, Attribution)| {
        let n = many(&|chain| chain.attribution == kind);
        (format!("a{at}"), counted(kind.name(lang), n))
    };
    let link = |link: Link| {
        let n = many(&|chain| chain.has(pack, link));
        (link_class(link).to_owned(), counted(link_name(link).of(lang), n))
    };
    let (events, figures) = (pack.events.len(), pack.figures.len());
    let what = Attribution::ALL
        .into_iter()
        .enumerate()
        .map(kind)
        .chain(Link::ALL.map(link));
    let what = what.chain([
        ("ke".to_owned(), counted(EVENTS.of(lang), events)),
        ("kf".to_owned(), counted(FIGURES.of(lang), figures)),
        (
            String::new(),
            counted(ALL.of(lang), pack.statements.len() + events + figures),
        ),
    ]);
    let document = |id: DocumentId| (format!("d{}", id.0), text(&pack[id].label));
    let documents = std::iter::once((String::new(), text(ANY.of(lang))));
    let documents = documents.chain(pack.documents().take(DOCUMENTS).map(document));
    el("div").class("filters picks").kid(
        el("div")
            .kid(radios(scene, CHOOSE, "see", what))
            .kid(radios(scene, DOCUMENT, "doc", documents)),
    )
}

fn counted(name: &'static str, n: usize) -> Html {
    all([text(name), text(" "), el("b").say(n.to_string()).node()])
}

/// Of each group the first is chosen. Groups of the two languages have names of their own.
fn radios(scene: Scene, legend: Phrase, name: &str, choices: impl Iterator<Item = (String, Html)>) -> El {
    let label = |(at, (value, words)): (usize, (String, Html))| {
        let radio = el("input")
            .at("type", "radio")
            .with("name", [name, "-", scene.words.code].concat())
            .with("value", value)
            .flag("checked", at == 0);
        el("label").kid(radio).kid(words)
    };
    el("fieldset")
        .kid(el("legend").say(legend.of(scene.lang())))
        .kid(el("div").class("ticks").kids(choices.enumerate().map(label)))
}

/// Every claim under the way it has come, and how many are shown.
fn ways(scene: Scene, chains: &[Chain]) -> El {
    let (pack, lang) = (scene.pack(), scene.lang());
    let events = events(pack);
    let figures = figures(pack);
    let count = el("p")
        .class("count")
        .say(NUMBER.of(lang))
        .kid(el("b"))
        .kid(el("span").class("quiet").say(NOTHING.of(lang)));
    let list = el("ol")
        .kids(chains.iter().map(|chain| way(scene, chain)))
        .kids(events.into_iter().map(|(document, status, ids)| {
            let told = [text(" ・ "), text(status.name(lang))];
            let from = all(std::iter::once(bold(&pack[document].label)).chain(told));
            let items = ids.into_iter().map(|id| el("li").kid(happened(scene, id)));
            group(format!("ke d{}", document.0), from, items)
        }))
        .kids(figures.into_iter().map(|(document, _, ids)| {
            let one = ids.first().map(|id| in_words(scene, *id));
            let source = one.map(|one| el("b").lang(one.lang).say(one.source)).node();
            let from = all([source, text(" → "), text(&pack[document].label)]);
            let items = ids.into_iter().map(|id| figure(scene, id));
            group(format!("kf d{}", document.0), from, items)
        }));
    el("div").class("ways").kid(list).kid(count)
}

fn bold(words: &'static str) -> Html {
    el("b").say(words).node()
}

fn group(class: String, from: Html, items: impl Iterator<Item = El>) -> El {
    el("li")
        .with("class", class)
        .kid(el("p").kid(from))
        .kid(el("ul").kids(items))
}

fn way(scene: Scene, chain: &Chain) -> El {
    let pack = scene.pack();
    let at = Attribution::ALL.iter().position(|kind| *kind == chain.attribution);
    let links = Link::ALL.into_iter().filter(|link| chain.has(pack, *link));
    let links: String = links.map(|link| [" ", link_class(link)].concat()).collect();
    let class = format!("a{} d{}{links}", at.unwrap_or(0), chain.document.0);
    let items = chain.statements.iter().map(|id| statement(scene, *id));
    group(class, steps(scene, chain), items)
}

/// ウィトコフ特使(トランプ大統領の立場として) → ロイター → 資料2 ・ 報道.
fn steps(scene: Scene, chain: &Chain) -> Html {
    let (pack, lang) = (scene.pack(), scene.lang());
    let name = |id: ActorId| scene.pick(&pack[id].name);
    let first = bold(name(chain.speaker.unwrap_or(chain.holder)));
    let other = chain.speaker.map(|_| match lang {
        Lang::Ja => text(fill(scene.words.aside, &[&[name(chain.holder), FOR.of(lang)].concat()])),
        Lang::En => text([FOR.of(lang), name(chain.holder)].concat()),
    });
    let reporter = chain.reporter.map(|id| all([text(" → "), bold(name(id))]));
    let last = [" → ", &pack[chain.document].label, " ・ ", chain.attribution.name(lang)].concat();
    all([first, other.node(), reporter.node(), text(last)])
}

/// In Japanese what was said and the words that show how it came; in English the issue and the stance.
fn statement(scene: Scene, id: StatementId) -> El {
    let (pack, lang) = (scene.pack(), scene.lang());
    let said = &pack[id];
    let words = match lang {
        Lang::Ja => all([text(&said.paraphrase), cue(scene, id).node()]),
        Lang::En => {
            let stance = [": ", said.stance.sign(), " ", said.stance.name(lang)].concat();
            all([text(scene.pick(&pack[said.issue].title)), text(stance)])
        }
    };
    el("li").kid(words).kid(place(scene, said.cite))
}

fn figure(scene: Scene, id: FigureId) -> El {
    let figure = in_words(scene, id);
    el("li")
        .kid(
            el("span")
                .lang(figure.lang)
                .kid(bold(figure.value))
                .say(" ")
                .say(figure.measures),
        )
        .kid(place(scene, scene.pack()[id].cite))
}

/// The link to the paragraph; the document stands above.
fn place(scene: Scene, cite: Citation) -> El {
    el("a")
        .class("cite")
        .href(scene.cite_href(cite))
        .tell(&["¶", &cite.paragraph.0.to_string()].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_styles_know_every_choice() {
        let styles = include_str!("../../../assets/views.css");
        let kinds = (0..4).map(|at| format!("a{at}"));
        let links = Link::ALL.map(|link| link_class(link).to_owned());
        let documents = (0..DOCUMENTS).map(|at| format!("d{at}"));
        let others = ["ke", "kf"].map(str::to_owned);
        for name in kinds.chain(links).chain(documents).chain(others) {
            let rule = format!(".known:has([value=\"{name}\"]:checked) ol > :not(.{name})");
            assert!(styles.contains(&rule), "{rule}");
        }
    }

    #[test]
    fn parts_are_written_as_shares() {
        for (n, all, share) in [(1, 4, "25.0%"), (0, 3, "0.0%"), (2, 3, "66.6%"), (3, 3, "100.0%")] {
            assert_eq!(thousandths(n, all), share);
        }
    }
}
