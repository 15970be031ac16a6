//! Does what the app asks for, after the page has been drawn again.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::ScrollToOptions;
use yew::Callback;

use super::{card, dom, settings, storage};
use crate::app::msg::{Effect, History};
use crate::app::paper::PaperState;
use crate::app::told::{self, Told};
use crate::app::{Model, Moment, Msg, popup};
use crate::domain::export::Table;
use crate::domain::lang::Lang;
use crate::domain::quiz::Millis;

/// How long an address that changes in place waits for the next change, in milliseconds.
const ADDRESS_RESTS: u32 = 100;

/// Where the reader has been, and the address that is about to be shown.
#[derive(Default)]
pub struct Pages {
    /// How far down each page was when it was left, by its fragment.
    left: Vec<(String, f64)>,
    /// An address that changes in place. To show one takes the browser several milliseconds, so it waits until the page
    /// is drawn, and while one types only the last is shown.
    next: Option<(String, Timeout)>,
}

impl Pages {
    /// Remembers how far down the present page is.
    pub fn leave(&mut self, model: &Model) {
        if let Ok(y) = dom::window().page_y_offset() {
            let page = model.address.fragment(model.pack());
            self.left.retain(|(known, _)| *known != page);
            self.left.push((page, y));
        }
    }

    /// The browser shows another address by itself; what waited to be shown is out of date.
    pub fn overtaken(&mut self) {
        self.next = None;
    }

    /// Mirrors the route to the address, where that is allowed; the app does not depend on it.
    fn show(&mut self, fragment: String, how: History) {
        match how {
            History::Replace => {
                let later = fragment.clone();
                let timer = Timeout::new(ADDRESS_RESTS, move || set_address(&later, History::Replace));
                self.next = Some((fragment, timer));
            }
            History::Push => {
                if let Some((waiting, _timer)) = self.next.take() {
                    set_address(&waiting, History::Replace);
                }
                set_address(&fragment, History::Push);
            }
        }
    }
}

/// The present time and fresh randomness, which the app does not fetch itself.
pub fn moment() -> Moment {
    let random = || (js_sys::Math::random() * 4_294_967_296.0) as u64;
    Moment {
        now_ms: js_sys::Date::now(),
        random: random() << 32 | random(),
    }
}

/// Does one effect.
pub fn perform(effect: Effect, model: &Model, pages: &mut Pages, send: &Callback<Msg>) {
    match effect {
        Effect::Address(fragment, how) => pages.show(fragment, how),
        Effect::Arrive(element) => arrive(element.as_deref()),
        Effect::ScrollBack => {
            let page = model.address.fragment(model.pack());
            let left = pages.left.iter().find(|(known, _)| *known == page);
            scroll_to(left.map_or(0.0, |(_, y)| *y));
        }
        Effect::Focus(id) => focus(&id),
        Effect::Popup(order) => popup_order(order, model, send),
        Effect::Dress => dress(model),
        Effect::KeepSettings(line) => settings::keep(&line),
        Effect::Append(entry) => storage::append(&model.pack().slug, entry, send.clone()),
        Effect::Copy(table) => copy(&table, send.clone()),
        Effect::Tell(told) => {
            if let Some(paper) = &model.paper {
                tell(told, paper);
            }
        }
        Effect::Save(file) => give_file(&file.name, file.media_type, &file.text),
    }
}

fn set_address(fragment: &str, how: History) {
    let Ok(history) = dom::window().history() else { return };
    let url = ["#", fragment].concat();
    let _refused_in_some_frames = match how {
        History::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
        History::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
    };
}

fn arrive(id: Option<&str>) {
    match id.and_then(dom::element) {
        Some(element) => {
            element.scroll_into_view();
            focus_quietly(&element);
        }
        None => {
            scroll_to(0.0);
            if let Some(main) = dom::element("main") {
                focus_quietly(&main);
            }
        }
    }
}

fn scroll_to(y: f64) {
    let options = ScrollToOptions::new();
    options.set_top(y);
    dom::window().scroll_to_with_scroll_to_options(&options);
}

/// Focuses an element where it is.
pub fn focus_quietly(element: &web_sys::HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).ok();
}

fn focus(id: &str) {
    if let Some(element) = dom::element(id) {
        element.focus().ok();
    }
}

fn popup_order(order: popup::Order, model: &Model, send: &Callback<Msg>) {
    match order {
        popup::Order::StartTimer(token, ms) => {
            let send = send.clone();
            Timeout::new(ms, move || send.emit(Msg::Popup(popup::Event::TimedOut(token)))).forget();
        }
        popup::Order::Prepare => with_word(model, card::prepare),
        popup::Order::Show => with_word(model, |word| card::show(word, false)),
        popup::Order::ShowFocused => with_word(model, |word| card::show(word, true)),
        popup::Order::Hide => card::hide(),
        popup::Order::FocusWord(id) => focus(&id),
    }
}

/// Does something beside the word whose popup is drawn.
fn with_word(model: &Model, act: impl FnOnce(&str)) {
    if let Some(card) = model.popup.drawn() {
        act(&card.word.element);
    }
}

/// Sets the page's attributes: language, theme, readings, typeface, title.
fn dress(model: &Model) {
    let (page, now) = (dom::page(), model.settings);
    let lang = if now.lang == Lang::Ja { "ja" } else { "en" };
    for (name, value) in [
        ("lang", lang),
        ("data-theme", now.theme.word()),
        ("data-furigana", now.furigana.word()),
        ("data-face", now.face.word()),
    ] {
        page.set_attribute(name, value).ok();
    }
    // Setting it is not free, even where it stays the same.
    let (document, title) = (dom::document(), crate::ui::title(model));
    if document.title() != title {
        document.set_title(&title);
    }
}

/// Copies a table as a table and as text with tabs, for a document or a spreadsheet.
fn copy(table: &Table, send: Callback<Msg>) {
    let copied = give_table(&table.to_html(), &table.to_tsv());
    wasm_bindgen_futures::spawn_local(async move {
        let done = wasm_bindgen_futures::JsFuture::from(copied).await;
        send.emit(Msg::Copied(done == Ok(JsValue::TRUE)));
    });
}

/// Tells the page around ours.
fn tell(told: Told, paper: &PaperState) {
    let session = &paper.session;
    let now = Millis(js_sys::Date::now() as i64);
    match told {
        Told::State => give_state(&session.state(now)),
        Told::Answer(at) => {
            if let Some(told) = told::answer(session, at) {
                let (item, of) = (told.item, session.items.len());
                let milliseconds = told.elapsed.0 as f64;
                let (right, given, key) = (told.right, &told.given, told.key);
                give_answer(
                    &item.id.0,
                    told.kind,
                    right,
                    given,
                    key,
                    &item.stem,
                    milliseconds,
                    at + 1,
                    of,
                );
            }
        }
        Told::Result => {
            let told = told::result(paper, now);
            let seconds = (told.took.0 / 1000) as f64;
            let state = session.state(now);
            give_result(told.all.right, told.all.of, paper.pass, told.passed, seconds, &state);
        }
    }
}

/// What `assets/give.js` puts into the page.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = give, js_name = table)]
    fn give_table(html: &str, text: &str) -> js_sys::Promise;
    #[wasm_bindgen(js_namespace = give, js_name = answer)]
    fn give_answer(
        item: &str,
        kind: &str,
        right: Option<bool>,
        given: &str,
        key: Option<String>,
        stem: &str,
        milliseconds: f64,
        number: usize,
        of: usize,
    );
    #[wasm_bindgen(js_namespace = give, js_name = result)]
    fn give_result(right: u32, of: u32, pass: Option<u8>, passed: Option<bool>, seconds: f64, state: &str);
    #[wasm_bindgen(js_namespace = give, js_name = state)]
    fn give_state(state: &str);
    #[wasm_bindgen(js_namespace = give, js_name = file)]
    pub(super) fn give_file(name: &str, media_type: &str, text: &str);
}
