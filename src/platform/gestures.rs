//! Events of the page as messages. A handful of listeners at the document serve every link, term, button and field.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent};
use yew::Callback;

use super::dom;
use crate::app::Msg;
use crate::app::msg::{Field, PaperMsg};
use crate::app::popup::{self, Word};
use crate::domain::pack::ParagraphNumber;
use crate::ui::Press;

type Send = Callback<Msg>;

/// Listens until the listeners are dropped.
pub fn listen(send: &Send) -> Vec<EventListener> {
    let document = dom::document();
    let on = |name: &'static str, handle: fn(&Event, &Send)| {
        let send = send.clone();
        EventListener::new_with_options(
            &document,
            name,
            EventListenerOptions::enable_prevent_default(),
            move |event| handle(event, &send),
        )
    };
    let window = dom::window();
    let on_window = |name: &'static str, handle: fn(&Event, &Send)| {
        let send = send.clone();
        EventListener::new(&window, name, move |event| handle(event, &send))
    };
    vec![
        on("click", clicked),
        on("pointerdown", pointer_down),
        on("pointercancel", focus_out),
        on("pointerover", pointer_over),
        on("pointerout", pointer_out),
        on("focusin", focus_in),
        on("focusout", focus_out),
        on("keydown", key_down),
        on("input", typed),
        on("yomi-state", taken_up),
        on_window("popstate", address_changed),
        on_window("hashchange", address_changed),
        on_window("scroll", scrolled),
        on_window("resize", resized),
    ]
}

/// The nearest element around the event's target that fits a selector.
fn closest(event: &Event, selector: &str) -> Option<Element> {
    event
        .target()?
        .dyn_into::<Element>()
        .ok()?
        .closest(selector)
        .ok()
        .flatten()
}

/// A link that is about to be followed takes along what is asked of its table.
fn carry(event: &Event) {
    let query = closest(event, "[data-query]").and_then(|table| table.get_attribute("data-query"));
    let (Some(query), Some(link)) = (query, closest(event, "a")) else {
        return;
    };
    let href = link.get_attribute("href").unwrap_or_default();
    let bare = href.split('?').next().unwrap_or_default();
    let mark = if query.is_empty() { "" } else { "?" };
    link.set_attribute("href", &[bare, mark, &query].concat()).ok();
}

fn clicked(event: &Event, send: &Send) {
    carry(event);
    if let Some(button) = closest(event, "[data-press]") {
        if let Some(msg) = button
            .get_attribute("data-press")
            .and_then(|word| Press::message(&word))
        {
            send.emit(msg);
        }
    } else if let Some(term) = closest(event, "[data-term]") {
        if let Some(word) = word(&term) {
            let inside = closest(event, "#card").is_some();
            send.emit(Msg::Popup(if inside {
                popup::Event::Followed(word.term)
            } else {
                popup::Event::Pressed(word)
            }));
        }
    } else if let Some(link) = closest(event, "a[href^='#']") {
        follow(event, &link, send);
    }
}

/// Follows a link inside the page, unless the reader asked for a new tab.
fn follow(event: &Event, link: &Element, send: &Send) {
    let plain = event.dyn_ref::<MouseEvent>().is_some_and(|click| {
        click.button() == 0 && !click.ctrl_key() && !click.meta_key() && !click.shift_key() && !click.alt_key()
    });
    let Some(fragment) = link.get_attribute("href").filter(|_| plain) else {
        return;
    };
    event.prevent_default();
    match fragment.trim_start_matches('#') {
        "main" => {
            dom::element("main").map(|main| main.focus());
        }
        fragment => send.emit(Msg::Follow(fragment.to_owned())),
    }
}

/// The word that an element with `data-term` stands for; the number of its term is in `data-n`.
fn word(element: &Element) -> Option<Word> {
    Some(Word {
        element: element.id(),
        term: crate::domain::pack::TermId(element.get_attribute("data-n")?.parse().ok()?),
    })
}

/// What `assets/framed.js` got from the page around ours.
fn taken_up(event: &Event, send: &Send) {
    let detail = js_sys::Reflect::get(event, &"detail".into()).ok();
    if let Some(state) = detail.and_then(|detail| detail.as_string()) {
        send.emit(Msg::TakeUp(state));
    }
}

fn pointer_down(event: &Event, send: &Send) {
    carry(event);
    let event = match closest(event, "#card, [data-term]") {
        Some(place) => word(&place).map(popup::Event::Touched),
        None => Some(popup::Event::Outside),
    };
    if let Some(event) = event {
        send.emit(Msg::Popup(event));
    }
}

fn pointer_over(event: &Event, send: &Send) {
    if !by_mouse(event) {
        return;
    }
    if closest(event, "#card").is_some() {
        send.emit(Msg::Popup(popup::Event::CardEntered));
    } else if let Some(word) = closest(event, "[data-term]").and_then(|term| word(&term)) {
        send.emit(Msg::Popup(popup::Event::Rested(word)));
    }
}

fn pointer_out(event: &Event, send: &Send) {
    let Some(pointer) = event.dyn_ref::<PointerEvent>().filter(|_| by_mouse(event)) else {
        return;
    };
    let Some(left) = closest(event, "#card, [data-term]") else {
        return;
    };
    let to = pointer
        .related_target()
        .and_then(|to| to.dyn_into::<web_sys::Node>().ok());
    if !left.contains(to.as_ref()) {
        let in_card = left.id() == "card";
        send.emit(Msg::Popup(if in_card {
            popup::Event::CardLeft
        } else {
            popup::Event::Left(left.id())
        }));
    }
}

fn by_mouse(event: &Event) -> bool {
    event
        .dyn_ref::<PointerEvent>()
        .is_some_and(|pointer| pointer.pointer_type() == "mouse")
}

fn focus_in(event: &Event, send: &Send) {
    carry(event);
    let visible = closest(event, ":focus-visible").is_some();
    let outside_card = closest(event, "#card").is_none();
    if let Some(word) = closest(event, "[data-term]")
        .filter(|_| visible && outside_card)
        .and_then(|term| word(&term))
    {
        send.emit(Msg::Popup(popup::Event::Rested(word)));
    }
}

fn focus_out(event: &Event, send: &Send) {
    if let Some(word) = closest(event, "[data-term]")
        && closest(event, "#card").is_none()
    {
        send.emit(Msg::Popup(popup::Event::Left(word.id())));
    }
}

fn key_down(event: &Event, send: &Send) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let composing = key.is_composing() || key.key_code() == 229;
    if composing || key.ctrl_key() || key.meta_key() || key.alt_key() {
        return;
    }
    let typing = closest(event, "input, select, textarea").is_some();
    let msg = match key.key().as_str() {
        "Escape" => Some(Msg::Popup(popup::Event::Dismissed)),
        "Enter" if closest(event, "[data-input='typed']").is_some() => Some(Msg::Paper(PaperMsg::Submit)),
        "Enter" if !typing && closest(event, "a, button, summary").is_none() && in_paper() => {
            Some(Msg::Paper(PaperMsg::Enter))
        }
        "/" if !typing => Some(Msg::Follow("search".into())),
        digit @ ("1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9") if !typing && in_paper() => {
            digit.parse().ok().map(|n: usize| Msg::Paper(PaperMsg::Choose(n - 1)))
        }
        _ => None,
    };
    if let Some(msg) = msg {
        if key.key() != "Escape" {
            event.prevent_default();
        }
        send.emit(msg);
    }
}

/// Whether a quiz is on the page.
fn in_paper() -> bool {
    dom::element("paper").is_some()
}

fn typed(event: &Event, send: &Send) {
    let Some(element) = closest(event, "[data-input]") else {
        return;
    };
    let field = element
        .get_attribute("data-input")
        .and_then(|name| Field::from_name(&name));
    let value = js_sys::Reflect::get(&element, &JsValue::from_str("value"))
        .ok()
        .and_then(|value| value.as_string());
    if let Some((field, value)) = field.zip(value) {
        send.emit(Msg::Input(field, value));
    }
}

fn address_changed(_: &Event, send: &Send) {
    send.emit(Msg::AddressChanged(dom::fragment()));
}

fn resized(_: &Event, send: &Send) {
    send.emit(Msg::Popup(popup::Event::Resized));
}

/// Tells which paragraph is at the top of the window.
fn scrolled(_: &Event, send: &Send) {
    let Ok(paragraphs) = dom::document().query_selector_all("[data-p]") else {
        return;
    };
    let at = |n: u32| paragraphs.item(n).and_then(|node| node.dyn_into::<HtmlElement>().ok());
    let (mut low, mut high) = (0, paragraphs.length());
    while low < high {
        let middle = (low + high) / 2;
        let above = at(middle).is_some_and(|element| element.get_bounding_client_rect().top() < 160.0);
        if above { low = middle + 1 } else { high = middle }
    }
    let top = at(low.saturating_sub(1)).and_then(|element| element.get_attribute("data-p")?.parse().ok());
    if let Some(number) = top {
        send.emit(Msg::Reading(ParagraphNumber(number)));
    }
}
