//! What each stance and each kind of attribution means, with a statement of the pack as an example.

use yew::Html;

use super::phrase::Phrase;
use super::sentence::{marked, sentence};
use super::timeline::said_in;
use crate::app::route::Drawn;
use crate::domain::codebook::{Codebook, cue};
use crate::domain::compare::not_stated;
use crate::domain::lang::Lang;
use crate::domain::pack::{Attribution, Stance, StatementId};
use crate::ui::el::{El, Node, el};
use crate::ui::words::fill;
use crate::ui::{Scene, drawn};

const LEAD: Phrase = Phrase(
    "発言をどの立場に数え、どの伝え方と見るか。その決まりを、この資料集の例で示す。",
    "By which rules statements are coded: their stance and how they come to the reader, each with an example from these documents.",
);
const STATEMENT: Phrase = Phrase("発言とは", "What a statement is");
const STATEMENTS: [Phrase; 3] = [
    Phrase(
        "ある資料のある段落で、ある主体が、一つの論点の問いに対して示す立場である。話した言葉のほか、文書の内容や、問われた事そのものを行うことも数える。",
        "The position that an actor takes on the question of one issue in one paragraph of one document: by words, by a text, or by doing the very thing in question.",
    ),
    Phrase(
        "問いそのものへの答えを数え、その近くにあるものは数えない。望みは見通しではなく、脅しや観察は、触れたことすべてへの立場ではない。",
        "It answers the question itself and nothing near it. A wish is no forecast, and a threat or an observation is no position on everything it touches.",
    ),
    Phrase(
        "注意深い読み手が二人いて分かれそうなときは、弱いほうの立場に数え、別の読みを注に書く。",
        "Where two careful readers would differ, the weaker stance is taken and the other reading stands in a note.",
    ),
];
const STANCES: Phrase = Phrase("立場", "Stances");
const ATTRIBUTIONS: Phrase = Phrase("伝え方", "How it comes to the reader");
const ATTRIBUTIONS_LEAD: Phrase = Phrase(
    "立場とは別に見る。例では、伝え方を示す手がかりの語にしるしをつける。伝え方は、真偽の評価ではない。",
    "Coded apart from the stance. In the examples the words that show it are marked. It is no judgement on what is true.",
);
const DATES: Phrase = Phrase("日付", "Dates");
const DATES_LEAD: Phrase = Phrase(
    "その言葉が述べられた日を、資料が言うままの細かさで書く。筆者の見方には資料の日付を書く。読みとれなければ「日付の記載なし」とし、ほかの出来事の日付を借りない。",
    "The day the words were said, as exactly as the document gives it; for an author's own view the date of the document. Where none can be read, none is given, and none is borrowed from another event.",
);
const NOT_STATED: Phrase = Phrase(
    "その論点についての発言が一つもない。中立でも、あいまいでも、沈黙でもない。",
    "No statement of the actor on the issue. It is neither neutral nor ambiguous nor a refusal to comment.",
);
const EXAMPLE: Phrase = Phrase("例: ", "Example: ");

/// The rules and the examples.
pub fn view(scene: Scene) -> Html {
    let (pack, lang) = (scene.pack(), scene.lang());
    let book = Codebook::of(pack);
    let head = el("div")
        .class("head")
        .kid(el("h1").say(drawn::name(scene, Drawn::Codebook)))
        .kid(el("p").class("lead").say(LEAD.of(lang)));
    let stances = book.stances.iter().map(|code| {
        let name = [code.code.sign(), " ", code.code.name(lang)].concat();
        let example = code.example.map(|id| by_anchor(scene, id));
        item(name, Some(code.count), stance(code.code).of(lang), example, lang)
    });
    let none = item(not_stated(lang).to_owned(), None, NOT_STATED.of(lang), None, lang);
    let attributions = book.attributions.iter().map(|code| {
        let name = code.code.name(lang).to_owned();
        let example = code.example.map(|id| by_cue(scene, id));
        item(name, Some(code.count), attribution(code.code).of(lang), example, lang)
    });
    el("div")
        .class("codes")
        .kid(head)
        .kid(el("h2").say(STATEMENT.of(lang)))
        .kids(STATEMENTS.map(|words| el("p").say(words.of(lang))))
        .kid(el("h2").say(STANCES.of(lang)))
        .kid(el("ul").kids(stances).kid(none))
        .kid(el("h2").say(ATTRIBUTIONS.of(lang)))
        .kid(el("p").say(ATTRIBUTIONS_LEAD.of(lang)))
        .kid(el("ul").kids(attributions))
        .kid(el("h2").say(DATES.of(lang)))
        .kid(el("p").say(DATES_LEAD.of(lang)))
        .node()
}

/// A code: its name, how often it is there, what it means, an example.
fn item(name: String, count: Option<usize>, means: &'static str, example: Option<El>, lang: Lang) -> El {
    let number = count.map(|count| match lang {
        Lang::Ja => format!("{count}件"),
        Lang::En => count.to_string(),
    });
    el("li")
        .kid(
            el("h3")
                .tell(&name)
                .kid(number.map(|number| el("span").class("chip").tell(&number))),
        )
        .kid(el("p").say(means))
        .kid(example)
}

/// An example of a stance: the words that bear it are marked.
fn by_anchor(scene: Scene, id: StatementId) -> El {
    let cite = scene.pack()[id].cite;
    example(scene, id, sentence(scene.pack(), cite))
}

/// An example of an attribution: the words that show it are marked.
fn by_cue(scene: Scene, id: StatementId) -> El {
    let (pack, statement) = (scene.pack(), &scene.pack()[id]);
    let mark = cue(pack, id).unwrap_or(statement.cite.span);
    let words = fill(scene.words.cue, &[&statement.cue]);
    example(scene, id, marked(pack, statement.cite, mark)).kid(el("span").class("quiet").lang("ja").tell(&words))
}

fn example(scene: Scene, id: StatementId, sentence: Option<El>) -> El {
    let pack = scene.pack();
    el("div")
        .class("example")
        .kid(said_in(el("span").say(EXAMPLE.of(scene.lang())), scene, id))
        .kid(pack[id].condition.as_ref().map(|text| condition(scene, text)))
        .kid(sentence)
        .kid(el("span").class("quiet").kid(scene.cite(pack[id].cite)))
}

fn condition(scene: Scene, text: &'static str) -> El {
    let name = el("span").lang(scene.words.code).say(scene.words.condition).say(": ");
    el("span").class("quiet").lang("ja").kid(name).say(text)
}

fn stance(stance: Stance) -> Phrase {
    match stance {
        Stance::Supports => Phrase(
            "問いに「はい」と答える。条件も限定もなく、その向きがひとつに読める。",
            "Answers the question with yes, in one direction, without condition or limit.",
        ),
        Stance::Conditional => Phrase(
            "答えがあり、それに条件か限定がつく。条件は別に書く。問いがすでに含む前提は、条件に数えない。",
            "An answer with a condition or a limit, which is written beside it. What the question already presupposes is no condition.",
        ),
        Stance::Opposes => Phrase(
            "問いに「いいえ」と答える。決まりは支持と同じで、向きだけが逆である。",
            "Answers the question with no; the rule is that of support with the direction reversed.",
        ),
        Stance::Ambiguous => Phrase(
            "論点そのものに触れているが、向きのある答えになっていない。両方の面を並べる文、性格づけ、答えのない問いかけなどである。",
            "Speaks of the issue itself without an answer in one direction: both sides set out, a characterisation, a question left open.",
        ),
        Stance::NoComment => Phrase(
            "その主体が語っていないと、資料が名指しして書く。",
            "The document says of the actor by name that it does not speak on the matter.",
        ),
    }
}

/// What a kind of attribution means; the view of how claims come says it too.
pub(super) fn attribution(attribution: Attribution) -> Phrase {
    match attribution {
        Attribution::Direct => Phrase(
            "話した人や文書の言葉が「」で載り、「」の中だけで立場がわかる。呼び名や語だけの引用は当たらない。",
            "The speaker's or the document's words are quoted, and they alone show the stance. A quoted name or single word is not enough.",
        ),
        Attribution::Reported => Phrase(
            "資料や、名のある人や報道機関が、ぼかさずに伝える。「報じられている」もここに入る。",
            "The document, or a named person or outlet, passes it on without a hedge. 'It is reported' belongs here.",
        ),
        Attribution::Hedged => Phrase(
            "「とされる」のように言い切らないか、持ち主の示されない見方として伝える。名のない者がほかの主体の立場を伝えるものも入る。",
            "The teller does not vouch for it ('is said to'), the view has no owner, or somebody unnamed tells another actor's position.",
        ),
        Attribution::Inference => Phrase(
            "資料や記事の筆者自身の見方、読み、予想、勧め。立場は筆者のものと数える。",
            "The author's own view, reading, forecast or advice. The position counts as the author's.",
        ),
    }
}
