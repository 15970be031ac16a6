//! One question: its stem, what can be answered, and in practice at once why, with the deciding paragraph.

use yew::Html;

use crate::app::paper::{PaperState, in_words, is_complete};
use crate::app::route::Address;
use crate::domain::quiz::{Answer, Given, Grade, Hint, Item, Mode, Task};
use crate::domain::text::RubyText;
use crate::ui::el::{El, Node, all, el};
use crate::ui::reader::runs::{html as runs_html, runs};
use crate::ui::words::fill;
use crate::ui::{Press, Scene};

/// The question that is shown.
pub fn view(scene: Scene, paper: &PaperState) -> Html {
    let session = &paper.session;
    let Some(item) = session.current() else {
        return Html::default();
    };
    let feedback = session.feedback();
    let step = fill(
        scene.words.question_of,
        &[&session.items.len().to_string(), &(session.position() + 1).to_string()],
    );
    let (context, kind) = (item.context.as_ref(), scene.words.question_kind(item.kind));
    let because = feedback.map(|given| why(scene, item, given));
    el("div")
        .class("paper")
        .at("id", "paper")
        .kid(steps(paper, &step))
        .kid(el("p").class("quiet").tell(&step).say(" ・ ").say(kind))
        .kid(stem(item))
        .kid(context.map(|text| el("blockquote").class("why").lang("ja").tell(text)))
        .kid(task(scene, paper, item, feedback))
        .kid((feedback.is_none() && session.hinted() > 0).then(|| hints(scene, paper, item)))
        .kid(session.has_hint().then(|| ask_hint(scene)))
        .kid(el("div").at("aria-live", "polite").kid(because))
        .kid(actions(scene, paper, feedback.is_some()))
        .kid(feedback.and_then(|_| after(scene)))
        .node()
}

/// What the second module has to say of an answer that is safe: when the question comes again, and how to take it back.
fn after(scene: Scene) -> Option<El> {
    let id = scene.model.kept?.to_string();
    // Of another key than that of the record, which else would be taken for the same element.
    Some(el("learner-part").key("after").with("entry", id).lang(scene.words.code))
}

fn stem(item: &Item) -> El {
    let heading = el("h1").class("stem").at("id", "stem").at("tabindex", "-1");
    heading.lang("ja").tell(&item.stem)
}

fn steps(paper: &PaperState, label: &str) -> El {
    let session = &paper.session;
    let step = |at: usize| {
        let class = if at == session.position() {
            Some("now")
        } else {
            session.given(at).map(|_| "done")
        };
        el("i").maybe("class", class)
    };
    el("div")
        .class("steps")
        .at("role", "img")
        .with("aria-label", label.to_owned())
        .kids((0..session.items.len()).map(step))
}

fn task(scene: Scene, paper: &PaperState, item: &Item, feedback: Option<&Given>) -> Html {
    let struck = paper.session.struck();
    match (&item.task, &paper.draft) {
        (Task::Choice { options, key }, Answer::Choice(chosen)) => {
            let chosen = options.get(usize::from(*chosen)).map(String::as_str);
            let key = feedback.map(|_| options[usize::from(*key)].as_str());
            choices(scene, options, chosen, key, struck).node()
        }
        (Task::Typed { options, key, .. }, Answer::Typed(words)) => {
            let key = feedback.map(|_| key.as_str());
            let options = choices(scene, options, Some(words.as_str()), key, struck);
            all([typed(scene, words, feedback.is_some()).node(), options.node()])
        }
        (Task::Order { items, .. }, Answer::Order(places)) => order(scene, items, places, feedback).node(),
        (Task::Match { left, right, .. }, Answer::Match(rows)) => pairs(scene, left, right, rows, feedback).node(),
        _ => Html::default(),
    }
}

/// The hints that were asked for.
fn hints(scene: Scene, paper: &PaperState, item: &Item) -> El {
    let words = scene.words;
    let line = |hint| match hint {
        Hint::Place => el("p").say(words.deciding).say(": ").kid(place(scene, item)),
        Hint::Not(option) => el("p").kid(named(words.wrong, option)),
        Hint::First(part) => el("p").kid(named(words.hint_first, &part)),
    };
    let hints = el("div").class("hints").at("id", "hint").at("tabindex", "-1");
    hints.kids(paper.session.hints().map(line))
}

/// The button that asks for the next one, and what that costs.
fn ask_hint(scene: Scene) -> El {
    let cost = el("span").class("quiet").say(scene.words.hint_cost);
    el("div")
        .class("next")
        .kid(button(Press::Hint, scene.words.hint, false))
        .kid(cost)
}

/// The way to the deciding paragraph, in which no words are marked.
fn place(scene: Scene, item: &Item) -> El {
    let route = Address::of_citation(item.cite).route;
    let name = fill(scene.words.read_place, &[&scene.place(item.cite)]);
    el("a").href(scene.model.href_with(&route, "at=0-0")).tell(&name)
}

/// Options as buttons, which number keys press too. `key` is given once the answer may be seen; `struck` is out of the question.
fn choices(scene: Scene, options: &[String], chosen: Option<&str>, key: Option<&str>, struck: Option<&str>) -> El {
    let option = |(at, text): (usize, &String)| choice(scene, at, text, chosen, key, struck);
    el("ul").class("options").kids(options.iter().enumerate().map(option))
}

fn choice(scene: Scene, at: usize, text: &str, chosen: Option<&str>, key: Option<&str>, struck: Option<&str>) -> El {
    let mine = chosen == Some(text);
    let is_struck = struck == Some(text);
    let (class, tag) = match key {
        Some(key) if key == text => ("option right", scene.words.right_answer),
        Some(_) if mine => ("option wrong", scene.words.your_answer),
        _ if is_struck => ("option struck", ""),
        _ => ("option", ""),
    };
    let button = el("button")
        .class(class)
        .lang("ja")
        .press(Press::Choose(at))
        .at("aria-pressed", if mine { "true" } else { "false" })
        .flag("disabled", is_struck || key.is_some())
        .kid(el("kbd").at("aria-hidden", "true").say((at + 1).to_string()))
        .kid(el("span").tell(text))
        .kid(el("span").class("tag").say(tag));
    el("li").key(&at.to_string()).kid(button)
}

fn typed(scene: Scene, words: &str, done: bool) -> El {
    let field = el("input")
        .class("field")
        .lang("ja")
        .at("type", "text")
        .at("data-input", "typed")
        .value(words.to_owned())
        .flag("disabled", done)
        .at("aria-label", scene.words.your_answer)
        .at("placeholder", scene.words.typed_hint)
        .at("autocomplete", "off")
        .at("autocapitalize", "off");
    let submit = el("button").class("act").press(Press::Submit).flag("disabled", done);
    el("p")
        .class("tools-row")
        .kid(field)
        .kid(submit.say(scene.words.answer))
}

/// Items with a button up and one down each.
fn order(scene: Scene, items: &[String], places: &[u8], feedback: Option<&Given>) -> El {
    let row = |(at, index): (usize, &u8)| {
        let text = items.get(usize::from(*index)).map_or("", String::as_str);
        let end = match verdict(scene, feedback, at) {
            Some(verdict) => el("span").class("quiet").say(verdict),
            None => movers(scene, text, at, at + 1 == places.len()),
        };
        el("li")
            .key(&index.to_string())
            .kid(el("span").class("quiet").say((at + 1).to_string()))
            .kid(el("span").lang("ja").tell(text))
            .kid(end)
    };
    el("ol").class("slots").kids(places.iter().enumerate().map(row))
}

/// The buttons that move an item up and down.
fn movers(scene: Scene, text: &str, at: usize, last: bool) -> El {
    let words = scene.words;
    let button = |press: Press, id: &str, sign: &str, name: &str| {
        el("button")
            .class("act")
            .id([id, &at.to_string()].concat())
            .press(press)
            .with("aria-label", [text, " ", name].concat())
            .tell(sign)
    };
    el("span")
        .class("acts")
        .kid(button(Press::Raise(at), "raise-", "↑", words.raise).flag("disabled", at == 0))
        .kid(button(Press::Lower(at), "lower-", "↓", words.lower).flag("disabled", last))
}

/// Whether a part of the answer is right, once that may be seen.
fn verdict(scene: Scene, feedback: Option<&Given>, at: usize) -> Option<&'static str> {
    let right = feedback?.marking.parts.get(at) == Some(&Grade::Right);
    Some(if right { scene.words.right } else { scene.words.wrong })
}

/// Each left with a list of rights to choose from.
fn pairs(scene: Scene, left: &[String], right: &[String], rows: &[u8], feedback: Option<&Given>) -> El {
    let row = |(at, text): (usize, &String)| {
        let verdict = verdict(scene, feedback, at);
        let chosen = rows.get(at).map(|index| usize::from(*index));
        let partner = el("select")
            .class("field")
            .with("data-input", ["partner:", &at.to_string()].concat())
            .with("aria-label", text.clone())
            .flag("disabled", verdict.is_some());
        let tag = verdict.map(|verdict| el("span").class("quiet").lang(scene.words.code).say(verdict));
        el("li")
            .key(&at.to_string())
            .lang("ja")
            .kid(el("span").tell(text))
            .kid(el("span").kid(partners(scene, partner, right, chosen)).kid(tag))
    };
    el("ul").class("pairs").kids(left.iter().enumerate().map(row))
}

/// Puts the rights into the list of a row.
fn partners(scene: Scene, list: El, right: &[String], chosen: Option<usize>) -> El {
    let open = chosen.is_none_or(|n| n >= right.len());
    let option = |(n, words): (usize, &String)| {
        el("option")
            .with("value", n.to_string())
            .flag("selected", chosen == Some(n))
            .tell(words)
    };
    let none = el("option").at("value", "").flag("selected", open);
    list.kid(none.say(scene.words.choose_partner))
        .kids(right.iter().enumerate().map(option))
}

/// Right or not, why, and the deciding paragraph with its words marked.
pub fn why(scene: Scene, item: &Item, given: &Given) -> El {
    let words = scene.words;
    let right = given.marking.grade == Grade::Right;
    let mine = (!right).then(|| named(words.your_answer, &in_words(item, &given.answer)).class("quiet"));
    el("div")
        .class("why")
        .kid(el("b").say(if right { words.right } else { words.wrong }))
        .kid(mine)
        .kid((!right).then(|| solution(scene, item)))
        .kid(el("p").lang("ja").tell(&item.why))
        .kid(deciding(scene, item))
}

/// What would have been right.
pub fn solution(scene: Scene, item: &Item) -> El {
    named(scene.words.right_answer, &item.task.solution().join("、"))
}

/// An answer after what it is.
fn named(name: &str, answer: &str) -> El {
    el("span").tell(name).say(": ").kid(el("span").lang("ja").tell(answer))
}

/// The paragraph that decides an item.
pub fn deciding(scene: Scene, item: &Item) -> Html {
    let paragraph = scene.pack()[item.cite.document].paragraph(item.cite.paragraph);
    let quote = paragraph.map(|paragraph| {
        let text = RubyText::plain(paragraph.text.plain.as_str());
        let marked = runs_html(&runs(&text, &[], Some(item.cite.span)), None);
        el("blockquote").lang("ja").kid(marked)
    });
    let place = fill(scene.words.read_place, &[&scene.place(item.cite)]);
    all([
        el("span").class("quiet").say(scene.words.deciding).node(),
        quote.node(),
        el("a").href(scene.cite_href(item.cite)).tell(&place).node(),
    ])
}

fn actions(scene: Scene, paper: &PaperState, answered: bool) -> Option<El> {
    let (words, session) = (scene.words, &paper.session);
    let last = session.position() + 1 == session.items.len();
    let arranged = !matches!(paper.draft, Answer::Choice(_) | Answer::Typed(_));
    let ready = arranged && is_complete(&paper.draft);
    let row = el("div").class("next");
    match session.mode {
        Mode::Practice if answered => {
            let name = if last { words.show_result } else { words.next };
            Some(row.kid(button(Press::Next, name, true)))
        }
        Mode::Practice => ready.then(|| row.kid(button(Press::Submit, words.answer, true))),
        Mode::Test => {
            let back = session.position() > 0;
            let open = session.items.len() - session.answered();
            let left = (open > 0).then(|| fill(words.unanswered, &[&open.to_string()]));
            let row = row
                .kid(back.then(|| button(Press::Previous, words.previous, false)))
                .kid(ready.then(|| button(Press::Submit, words.answer, !last)))
                .kid((!last).then(|| button(Press::Next, words.next, true)))
                .kid(button(Press::Finish, words.hand_in, last))
                .kid(left.map(|left| el("span").class("quiet").tell(&left)));
            Some(row)
        }
    }
}

fn button(press: Press, name: &str, chief: bool) -> El {
    el("button")
        .maybe("id", (press == Press::Next).then_some("next"))
        .class(if chief { "act chief" } else { "act" })
        .press(press)
        .tell(name)
}
