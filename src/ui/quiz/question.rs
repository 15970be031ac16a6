//! One question: its stem, what can be answered, and in practice at once why, with the deciding paragraph.

use yew::prelude::*;

use crate::app::paper::{PaperState, in_words, is_complete};
use crate::domain::quiz::{Answer, Given, Grade, Item, Mode, Task};
use crate::domain::text::RubyText;
use crate::ui::reader::runs::{html as runs_html, runs};
use crate::ui::words::fill;
use crate::ui::{Press, Scene};

/// The question that is shown.
pub fn view(scene: Scene, paper: &PaperState) -> Html {
    let session = &paper.session;
    let Some(item) = session.current() else { return html! {} };
    let feedback = session.feedback();
    let step = fill(
        scene.words.question_of,
        &[&session.items.len().to_string(), &(session.position() + 1).to_string()],
    );
    html! {
        <div class="paper" id="paper">
            { steps(paper, &step) }
            <p class="quiet">{ step }{ " ・ " }{ scene.words.question_kind(item.kind) }</p>
            <h1 class="stem" id="stem" tabindex="-1" lang="ja">{ &item.stem }</h1>
            if let Some(context) = &item.context { <blockquote class="why" lang="ja">{ context }</blockquote> }
            { task(scene, paper, item, feedback) }
            <div aria-live="polite">{ feedback.map(|given| why(scene, item, given)) }</div>
            { actions(scene, paper, feedback.is_some()) }
        </div>
    }
}

fn steps(paper: &PaperState, label: &str) -> Html {
    let session = &paper.session;
    let step = |at: usize| {
        let class = if at == session.position() {
            "now"
        } else if session.given(at).is_some() {
            "done"
        } else {
            ""
        };
        html! { <i {class}></i> }
    };
    html! { <div class="steps" role="img" aria-label={label.to_owned()}>{ for (0..session.items.len()).map(step) }</div> }
}

fn task(scene: Scene, paper: &PaperState, item: &Item, feedback: Option<&Given>) -> Html {
    match (&item.task, &paper.draft) {
        (Task::Choice { options, key }, Answer::Choice(chosen)) => {
            let chosen = options.get(usize::from(*chosen)).map(String::as_str);
            choices(
                scene,
                options,
                chosen,
                feedback.map(|_| options[usize::from(*key)].as_str()),
            )
        }
        (Task::Typed { options, key, .. }, Answer::Typed(words)) => html! {
            <>
                { typed(scene, words, feedback.is_some()) }
                { choices(scene, options, Some(words.as_str()), feedback.map(|_| key.as_str())) }
            </>
        },
        (Task::Order { items, .. }, Answer::Order(places)) => order(scene, items, places, feedback),
        (Task::Match { left, right, .. }, Answer::Match(rows)) => pairs(scene, left, right, rows, feedback),
        _ => html! {},
    }
}

/// Options as buttons, which number keys press too. `key` is given once the answer may be seen.
fn choices(scene: Scene, options: &[String], chosen: Option<&str>, key: Option<&str>) -> Html {
    let option = |(at, text): (usize, &String)| {
        let mine = chosen == Some(text.as_str());
        let (class, tag) = match key {
            Some(key) if key == text => ("option right", scene.words.right_answer),
            Some(_) if mine => ("option wrong", scene.words.your_answer),
            _ => ("option", ""),
        };
        let pressed = if mine { "true" } else { "false" };
        html! {
            <li key={at}>
                <button type="button" {class} lang="ja" data-press={Press::Choose(at).word()} aria-pressed={pressed} disabled={key.is_some()}>
                    <kbd aria-hidden="true">{ (at + 1).to_string() }</kbd><span>{ text }</span><span class="tag">{ tag }</span>
                </button>
            </li>
        }
    };
    html! { <ul class="options">{ for options.iter().enumerate().map(option) }</ul> }
}

fn typed(scene: Scene, words: &str, done: bool) -> Html {
    html! {
        <p class="tools-row">
            <input class="field" lang="ja" type="text" data-input="typed" value={words.to_owned()} disabled={done} aria-label={scene.words.your_answer} placeholder={scene.words.typed_hint} autocomplete="off" autocapitalize="off"/>
            <button type="button" class="act" data-press={Press::Submit.word()} disabled={done}>{ scene.words.answer }</button>
        </p>
    }
}

/// Items with a button up and one down each.
fn order(scene: Scene, items: &[String], places: &[u8], feedback: Option<&Given>) -> Html {
    let words = scene.words;
    let row = |(at, index): (usize, &u8)| {
        let text = items.get(usize::from(*index)).map_or("", String::as_str);
        let button = |press: Press, id: &str, sign: &'static str, name: &'static str, off: bool| {
            html! { <button type="button" class="act" id={[id, &at.to_string()].concat()} data-press={press.word()} disabled={off} aria-label={[text, " ", name].concat()}>{ sign }</button> }
        };
        let tag = feedback.map(|given| {
            if given.marking.parts.get(at) == Some(&Grade::Right) {
                words.right
            } else {
                words.wrong
            }
        });
        html! {
            <li key={*index}>
                <span class="quiet">{ (at + 1).to_string() }</span><span lang="ja">{ text }</span>
                if let Some(tag) = tag {
                    <span class="quiet">{ tag }</span>
                } else {
                    <span class="acts">
                        { button(Press::Raise(at), "raise-", "↑", words.raise, at == 0) }
                        { button(Press::Lower(at), "lower-", "↓", words.lower, at + 1 == places.len()) }
                    </span>
                }
            </li>
        }
    };
    html! { <ol class="slots">{ for places.iter().enumerate().map(row) }</ol> }
}

/// Each left with a list of rights to choose from.
fn pairs(scene: Scene, left: &[String], right: &[String], rows: &[u8], feedback: Option<&Given>) -> Html {
    let row = |(at, text): (usize, &String)| {
        let chosen = rows.get(at).map(|index| usize::from(*index));
        let option = |(n, words): (usize, &String)| html! { <option value={n.to_string()} selected={chosen == Some(n)}>{ words }</option> };
        let tag = feedback.map(|given| {
            if given.marking.parts.get(at) == Some(&Grade::Right) {
                scene.words.right
            } else {
                scene.words.wrong
            }
        });
        html! {
            <li key={at} lang="ja">
                <span>{ text }</span>
                <span>
                    <select class="field" data-input={["partner:", &at.to_string()].concat()} aria-label={text.clone()} disabled={tag.is_some()}>
                        <option value="" selected={chosen.is_none_or(|n| n >= right.len())}>{ scene.words.choose_partner }</option>
                        { for right.iter().enumerate().map(option) }
                    </select>
                    if let Some(tag) = tag { <span class="quiet" lang={scene.words.code}>{ tag }</span> }
                </span>
            </li>
        }
    };
    html! { <ul class="pairs">{ for left.iter().enumerate().map(row) }</ul> }
}

/// Right or not, why, and the deciding paragraph with its words marked.
pub fn why(scene: Scene, item: &Item, given: &Given) -> Html {
    let words = scene.words;
    let right = given.marking.grade == Grade::Right;
    html! {
        <div class="why">
            <b>{ if right { words.right } else { words.wrong } }</b>
            if !right {
                <span class="quiet">{ words.your_answer }{ ": " }<span lang="ja">{ in_words(item, &given.answer) }</span></span>
                <span>{ words.right_answer }{ ": " }<span lang="ja">{ item.task.solution().join("、") }</span></span>
            }
            <p lang="ja">{ &item.why }</p>
            { deciding(scene, item) }
        </div>
    }
}

/// The paragraph that decides an item.
pub fn deciding(scene: Scene, item: &Item) -> Html {
    let text = scene.pack()[item.cite.document]
        .paragraph(item.cite.paragraph)
        .map(|paragraph| &paragraph.text);
    let quoted = text.map(|text| RubyText::plain(text.plain.as_str()));
    html! {
        <>
            <span class="quiet">{ scene.words.deciding }</span>
            if let Some(text) = quoted { <blockquote lang="ja">{ runs_html(&runs(&text, &[], Some(item.cite.span)), None) }</blockquote> }
            <a href={scene.cite_href(item.cite)}>{ fill(scene.words.read_place, &[&scene.place(item.cite)]) }</a>
        </>
    }
}

fn actions(scene: Scene, paper: &PaperState, answered: bool) -> Html {
    let (words, session) = (scene.words, &paper.session);
    let last = session.position() + 1 == session.items.len();
    let button = |press: Press, name: &'static str, chief: bool| {
        let id = (press == Press::Next).then_some("next");
        html! { <button type="button" {id} class={if chief { "act chief" } else { "act" }} data-press={press.word()}>{ name }</button> }
    };
    let arranged = !matches!(paper.draft, Answer::Choice(_) | Answer::Typed(_));
    match session.mode {
        Mode::Practice if answered => {
            html! { <div class="next">{ button(Press::Next, if last { words.show_result } else { words.next }, true) }</div> }
        }
        Mode::Practice => {
            html! { if arranged && is_complete(&paper.draft) { <div class="next">{ button(Press::Submit, words.answer, true) }</div> } }
        }
        Mode::Test => {
            let open = session.items.len() - session.answered();
            html! {
                <div class="next">
                    if session.position() > 0 { { button(Press::Previous, words.previous, false) } }
                    if arranged && is_complete(&paper.draft) { { button(Press::Submit, words.answer, !last) } }
                    if !last { { button(Press::Next, words.next, true) } }
                    { button(Press::Finish, words.hand_in, last) }
                    if open > 0 { <span class="quiet">{ fill(words.unanswered, &[&open.to_string()]) }</span> }
                </div>
            }
        }
    }
}
