//! What stands around every view: the bar with its doors, the display settings, the foot, a notice.

use yew::Html;

use super::el::{El, Node, el};
use super::words::fill;
use super::{Form, Press, Scene};
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
    let list = el("ul").kids(doors.iter().map(|(name, route)| door(scene, name, route)));
    el("header")
        .class("bar")
        .kid(skip(scene))
        .kid(
            el("a")
                .class("name")
                .lang("ja")
                .href(scene.model.href(&Route::Start))
                .say("よみくらべ"),
        )
        .kid(el("nav").at("aria-label", words.main_views).kid(list))
        .kid(tools(scene))
        .kid(scene.form.live(|| settings(scene)))
        .node()
}

/// The way past the bar. In the static page `#main` would be a place, and the present one would no longer be shown.
fn skip(scene: Scene) -> Option<El> {
    let skip = || el("a").class("skip").at("href", "#main").say(scene.words.skip);
    scene.form.live(skip)
}

fn door(scene: Scene, name: &'static str, route: &Route) -> El {
    let here = section_of(scene.model.route()).is_some_and(|door| Some(door) == section_of(route));
    let link = el("a")
        .href(scene.model.href(route))
        .maybe("aria-current", here.then_some("page"))
        .say(name);
    el("li").kid(link)
}

fn tools(scene: Scene) -> El {
    let words = scene.words;
    let slash = el("kbd").at("aria-hidden", "true").say("/");
    el("div")
        .class("tools")
        .kid(
            el("a")
                .class("find")
                .href(scene.model.href(&Route::Search))
                .say(words.search)
                .kid(slash),
        )
        .kid(scene.later(settings_button(scene)))
        .kid(scene.later(language_button(scene)))
}

/// The door behind which a place lies.
fn section_of(route: &Route) -> Option<Door> {
    Some(match route {
        Route::Shelf | Route::Document(..) => Door::Read,
        Route::Glossary | Route::Term(_) => Door::Terms,
        Route::Compare | Route::Pair(..) | Route::Issue(..) | Route::Statement(_) | Route::Drawn(_) => Door::Compare,
        Route::Quiz | Route::Paper => Door::Check,
        Route::Record => Door::Record,
        Route::Start | Route::Search | Route::Material | Route::Lost(_) => return None,
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

fn settings_button(scene: Scene) -> El {
    let button = el("button").at("type", "button");
    match scene.form {
        Form::Live => button.at("popovertarget", "settings"),
        #[cfg(not(target_arch = "wasm32"))]
        Form::Still => button,
    }
    .say(scene.words.settings)
}

fn language_button(scene: Scene) -> El {
    let other = if scene.lang() == Lang::Ja { Lang::En } else { Lang::Ja };
    let words = scene.words;
    el("button")
        .lang(words.other_code)
        .press(Press::Set(Setting::Lang(other)))
        .say(words.other_language)
}

fn settings(scene: Scene) -> El {
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
    el("div")
        .class("settings")
        .at("id", "settings")
        .at("popover", "auto")
        .at("role", "dialog")
        .at("aria-label", words.settings)
        .kid(choices(
            words.density,
            Density::ALL,
            now.density,
            density,
            Setting::Density,
        ))
        .kid(choices(
            words.furigana,
            Furigana::ALL,
            now.furigana,
            furigana,
            Setting::Furigana,
        ))
        .kid(choices(words.face, Face::ALL, now.face, face, Setting::Face))
        .kid(choices(words.theme, Theme::ALL, now.theme, theme, Setting::Theme))
}

/// One setting as a row of buttons.
fn choices<T: Copy + PartialEq>(
    name: &'static str,
    all: &[T],
    now: T,
    label: impl Fn(T) -> &'static str,
    setting: impl Fn(T) -> Setting,
) -> El {
    let buttons = all
        .iter()
        .map(|value| choice(label(*value), setting(*value), *value == now));
    el("fieldset")
        .kid(el("legend").say(name))
        .kid(el("div").class("acts").kids(buttons))
}

fn choice(label: &'static str, setting: Setting, now: bool) -> El {
    let pressed = if now { "true" } else { "false" };
    el("button")
        .class("pill")
        .at("aria-pressed", pressed)
        .press(Press::Set(setting))
        .say(label)
}

/// The foot of the page.
pub fn footer(scene: Scene) -> Html {
    let words = scene.words;
    el("footer")
        .class("foot")
        .kid(el("span").say(words.foot_edition))
        .kid(el("span").say(words.foot_local))
        .kid(el("span").say(fill(words.foot_licence, &[&scene.pack().licence])))
        .kid(el("a").at("href", "downloads/index.html").say(words.foot_downloads))
        .kid(scene.later(super::material::link(scene)))
        .node()
}

/// A short word about what just happened; a live region, so that it is read out.
pub fn notice(scene: Scene) -> Html {
    let words = scene.words;
    let text = scene.model.notice.map(|notice| match notice {
        Notice::Copied => words.copied,
        Notice::NotCopied => words.not_copied,
        Notice::NotKept => words.storage_memory,
        Notice::OtherPaper => words.other_paper,
    });
    let close = || {
        el("button")
            .press(Press::NoticeRead)
            .at("aria-label", words.close)
            .say("×")
    };
    let inner = text.map(|text| el("div").class("notice").kid(el("span").say(text)).kid(close()));
    el("div")
        .at("role", "status")
        .at("aria-live", "polite")
        .kid(inner)
        .node()
}
