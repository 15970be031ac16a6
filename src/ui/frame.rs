//! What stands around every view: the bar with its doors, the display settings, the foot, a notice.

use yew::prelude::*;

use super::{Press, Scene};
use crate::app::model::Notice;
use crate::app::route::Route;
use crate::app::settings::{Density, Face, Furigana, Setting, Theme};
use crate::domain::lang::Lang;

/// The bar at the top.
pub fn header(scene: Scene) -> Html {
    let words = scene.words;
    let doors = [
        (words.read, Route::Shelf),
        (words.terms, Route::Glossary),
        (words.compare, Route::Compare),
        (words.check, Route::Quiz),
        (words.record, Route::Record),
    ];
    html! {
        <header class="bar">
            <a class="skip" href="#main">{ words.skip }</a>
            <a class="name" lang="ja" href={scene.model.href(&Route::Start)}>{ "よみくらべ" }</a>
            <nav aria-label={words.main_views}><ul>{ for doors.iter().map(|(name, route)| door(scene, name, route)) }</ul></nav>
            <div class="tools">
                <a class="find" href={scene.model.href(&Route::Search)}>{ words.search }<kbd aria-hidden="true">{ "/" }</kbd></a>
                <button type="button" popovertarget="settings">{ words.settings }</button>
                { language_button(scene) }
            </div>
            { settings(scene) }
        </header>
    }
}

fn door(scene: Scene, name: &'static str, route: &Route) -> Html {
    let here = section_of(scene.model.route()).is_some_and(|door| Some(door) == section_of(route));
    html! { <li><a href={scene.model.href(route)} aria-current={here.then_some("page")}>{ name }</a></li> }
}

/// The door behind which a place lies.
fn section_of(route: &Route) -> Option<Door> {
    Some(match route {
        Route::Shelf | Route::Document(..) => Door::Read,
        Route::Glossary | Route::Term(_) => Door::Terms,
        Route::Compare | Route::Pair(..) | Route::Issue(..) | Route::Statement(_) => Door::Compare,
        Route::Quiz | Route::Paper => Door::Check,
        Route::Record => Door::Record,
        Route::Start | Route::Search | Route::Lost(_) => return None,
    })
}

#[derive(PartialEq)]
enum Door {
    Read,
    Terms,
    Compare,
    Check,
    Record,
}

fn language_button(scene: Scene) -> Html {
    let other = if scene.lang() == Lang::Ja { Lang::En } else { Lang::Ja };
    let press = Press::Set(Setting::Lang(other)).word();
    html! { <button type="button" lang={scene.words.other_code} data-press={press}>{ scene.words.other_language }</button> }
}

fn settings(scene: Scene) -> Html {
    let (words, now) = (scene.words, scene.model.settings);
    let theme = |value| match value {
        Theme::System => words.theme_system,
        Theme::Light => words.theme_light,
        Theme::Dark => words.theme_dark,
    };
    let density = |value| match value {
        Density::First => words.density_first,
        Density::Every => words.density_every,
        Density::None => words.density_none,
    };
    let furigana = |value| {
        if value == Furigana::Shown {
            words.furigana_shown
        } else {
            words.furigana_hidden
        }
    };
    let face = |value| {
        if value == Face::Serif {
            words.face_serif
        } else {
            words.face_sans
        }
    };
    html! {
        <div class="settings" id="settings" popover="auto" role="dialog" aria-label={words.settings}>
            { choices(words.density, Density::ALL, now.density, density, Setting::Density) }
            { choices(words.furigana, Furigana::ALL, now.furigana, furigana, Setting::Furigana) }
            { choices(words.face, Face::ALL, now.face, face, Setting::Face) }
            { choices(words.theme, Theme::ALL, now.theme, theme, Setting::Theme) }
        </div>
    }
}

/// One setting as a row of buttons.
fn choices<T: Copy + PartialEq>(
    name: &'static str,
    all: &[T],
    now: T,
    label: impl Fn(T) -> &'static str,
    setting: impl Fn(T) -> Setting,
) -> Html {
    let button = |value: &T| {
        let pressed = if *value == now { "true" } else { "false" };
        html! { <button type="button" class="pill" aria-pressed={pressed} data-press={Press::Set(setting(*value)).word()}>{ label(*value) }</button> }
    };
    html! { <fieldset><legend>{ name }</legend><div class="acts">{ for all.iter().map(button) }</div></fieldset> }
}

/// The foot of the page.
pub fn footer(scene: Scene) -> Html {
    let words = scene.words;
    html! {
        <footer class="foot">
            <span>{ words.foot_edition }</span>
            <span>{ words.foot_local }</span>
            <span>{ super::words::fill(words.foot_licence, &[&scene.pack().licence]) }</span>
        </footer>
    }
}

/// A short word about what just happened; a live region, so that it is read out.
pub fn notice(scene: Scene) -> Html {
    let words = scene.words;
    let text = scene.model.notice.map(|notice| match notice {
        Notice::Copied => words.copied,
        Notice::NotCopied => words.not_copied,
        Notice::NotKept => words.storage_memory,
    });
    let inner = text.map(|text| {
        html! {
            <div class="notice">
                <span>{ text }</span>
                <button type="button" data-press={Press::NoticeRead.word()} aria-label={words.close}>{ "×" }</button>
            </div>
        }
    });
    html! { <div role="status" aria-live="polite">{ inner }</div> }
}
