//! One statement with everything that must stand beside it: who, when, who reports it, how surely, and where.

use yew::Html;

use crate::app::route::Route;
use crate::domain::pack::{Keyword, Statement, StatementId};
use crate::ui::Scene;
use crate::ui::el::{El, Node, el};
use crate::ui::words::fill;

/// A statement as a list item.
pub fn saying(scene: Scene, id: StatementId) -> Html {
    let (pack, words) = (scene.pack(), scene.words);
    let statement = &pack[id];
    let here = *scene.model.route() == Route::Statement(id);
    let cite = el("a")
        .href(scene.cite_href(statement.cite))
        .say(fill(words.read_place, &[&scene.place(statement.cite)]));
    el("li")
        .class("saying")
        .key(&statement.slug)
        .id(Route::Statement(id).fragment(pack))
        .maybe("tabindex", scene.form.live(|| "-1"))
        .at("data-stance", statement.stance.word())
        .maybe("aria-current", here.then_some("true"))
        .kid(head(scene, statement))
        .kid(statement.quote.as_ref().map(|quote| el("q").lang("ja").say(quote)))
        .kid(el("span").lang("ja").say(&statement.paraphrase))
        .kid(statement.condition.as_ref().map(|text| {
            el("span")
                .class("quiet")
                .lang("ja")
                .say(words.condition)
                .say(": ")
                .say(text)
        }))
        .kid(chain(scene, statement))
        .kid(evidence(scene, statement))
        .kid(cite)
        .kid(statement.note.as_ref().map(|text| note(scene, text)))
        .node()
}

/// ○ 支持 ・ ゼレンスキー大統領 ・ 停戦後の多国籍軍.
fn head(scene: Scene, statement: &Statement) -> El {
    let (pack, lang) = (scene.pack(), scene.lang());
    el("span")
        .class("quiet")
        .kid(
            el("span")
                .class("sign")
                .at("aria-hidden", "true")
                .say(statement.stance.sign()),
        )
        .say(" ")
        .say(statement.stance.name(lang))
        .say(" ・ ")
        .kid(el("b").say(lang.pick(&pack[statement.actor].name)))
        .say(" ・ ")
        .say(lang.pick(&pack[statement.issue].title))
}

/// Speaker → said (when) → reporter → reported, in which document.
fn chain(scene: Scene, statement: &Statement) -> El {
    let (pack, words, lang) = (scene.pack(), scene.words, scene.lang());
    let speaker = lang.pick(&pack[statement.speaker.unwrap_or(statement.actor)].name);
    let date = statement
        .date
        .map_or_else(|| words.date_not_given.to_owned(), |date| date.written(lang));
    let document = &pack[statement.cite.document];
    let reporter = statement.reporter.map(|id| el("b").say(lang.pick(&pack[id].name)));
    let reports = statement.reporter.map(|_| el("span").say("→ ").say(words.told));
    el("span")
        .class("chain")
        .kid(el("b").say(speaker))
        .kid(el("span").say("→ ").say(words.said))
        .kid(el("span").class("chip").tell(&date))
        .kid(reporter)
        .kid(reports)
        .kid(el("b").say(&document.label))
        .kid(el("span").say(lang.pick(&document.kind)))
}

fn evidence(scene: Scene, statement: &Statement) -> El {
    el("span")
        .class("chain")
        .kid(el("span").class("chip").say(statement.attribution.name(scene.lang())))
        .kid(el("span").lang("ja").say(fill(scene.words.cue, &[&statement.cue])))
}

fn note(scene: Scene, text: &str) -> El {
    el("details")
        .class("quiet")
        .kid(el("summary").say(scene.words.coding_note))
        .kid(el("p").lang("ja").tell(text))
}
