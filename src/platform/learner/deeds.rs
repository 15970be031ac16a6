//! What buttons of the part enter into the log: undo, aside, back, ratings of cards. And what they give out.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, KeyboardEvent};

use super::{View, closest, day_of, effects, keep_cards, kept, made, now, redraw, with};
use crate::domain::progress::{Deed, EntryId, Named, Record};
use crate::domain::quiz::ItemId;
use crate::domain::schedule::Rating;
use crate::learner::{El, Form, Side, State, TAKEN_BACK, card, el, export, not_kept, rated, round};

/// Where an entry that could not be kept is said.
const FAULT: &str = "learner-fault";

/// Does what a button says, of what it says.
pub fn act(does: &str, of: &str) {
    match does {
        "undo" => enter_then(undo(of), || {
            with(|open| {
                if let View::After(said) = &mut open.view {
                    said.state = State::Undone;
                }
            });
            said("record-sum");
            if let Some(button) = super::dom::element(TAKEN_BACK) {
                button.click();
            }
        }),
        "aside" => enter_then(with_item(of, Deed::Aside), || said("record-sum")),
        "back" => enter_then(with_item(of, Deed::Back), || said("record-sum")),
        "begin-cards" => begin(),
        "turn" => turn(),
        "rate" => rate(of.parse().ok().and_then(Rating::of_number)),
        "undo-card" => enter_then(undo(of), || move_on(Way::Back)),
        "aside-card" => enter_then(with_item(of, Deed::Aside), || move_on(Way::On)),
        "leave" => leave(),
        "give" => give(of, effects::give_file),
        "give-text" => give(of, |_, _, text| give_text(text)),
        _ => {}
    }
}

/// Where the cards go.
#[derive(Clone, Copy)]
enum Way {
    On,
    Back,
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = give, js_name = text)]
    fn give_text(text: &str);
}

/// Keys of the cards: the space bar turns, digits rate.
pub fn key_pressed(event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    if key.ctrl_key() || key.meta_key() || key.alt_key() || closest(event, "#learner-deck").is_none() {
        return;
    }
    let side = with(|open| open.desk.round.as_ref().map(|round| round.side)).flatten();
    let on_button = closest(event, "a, button").is_some();
    match (key.key().as_str(), side) {
        (" " | "Enter", Some(Side::Front)) if !on_button => turn(),
        (digit @ ("1" | "2" | "3" | "4"), Some(Side::Back)) => {
            rate(digit.parse().ok().and_then(Rating::of_number));
        }
        _ => return,
    }
    event.prevent_default();
}

fn undo(of: &str) -> Option<Deed> {
    Some(Deed::Undo { of: of.parse().ok()? })
}

fn with_item(item: &str, deed: fn(Named) -> Deed) -> Option<Deed> {
    with(|open| {
        deed(Named {
            item: ItemId(item.to_owned()),
            pack: open.desk.pack.slug.clone(),
        })
    })
}

/// Enters a deed; what follows is done when it is safe, and where it is refused that is said. One at a time.
fn enter_then(deed: Option<Deed>, then: impl FnOnce() + 'static) {
    let record = deed.map(|deed| Record::new(now(), fresh_id(), deed));
    let free = || with(|open| (!std::mem::replace(&mut open.is_busy, true)).then_some(open.desk.pack)).flatten();
    let Some((record, pack)) = record.and_then(|record| Some((record, free()?))) else {
        return;
    };
    spawn_local(async move {
        let kept = kept::enter(&pack.slug, &record).await;
        with(|open| {
            open.is_busy = false;
            if let Some(old) = super::dom::element(FAULT) {
                old.remove();
            }
            match &kept {
                Ok(()) => open.take(record),
                Err(why) => made::add(&open.host, &fault(not_kept(why, open.desk.lang))),
            }
        });
        if kept.is_ok() {
            keep_cards();
            then();
        }
    });
}

fn fault(text: String) -> El {
    el("p")
        .at("id", FAULT)
        .at("role", "alert")
        .class("learner-note")
        .say(text)
}

/// 128 random bits.
fn fresh_id() -> EntryId {
    let random = || (js_sys::Math::random() * 4_294_967_296.0) as u32;
    EntryId((0..4).fold(0, |id, _| id << 32 | u128::from(random())))
}

/// Draws anew and gives the focus to what says how it is now.
fn said(id: &str) {
    redraw(false);
    for id in [id, "learner-after-says"] {
        focus(id);
    }
}

fn focus(id: &str) {
    if let Some(element) = super::dom::element(id) {
        element.focus().ok();
    }
}

fn begin() {
    with(|open| {
        open.desk.now = now();
        open.desk.round = Some(round(&open.desk));
    });
    show_card("learner-turn");
}

/// Draws the card that is on top and gives the focus to something on it.
fn show_card(id: &str) {
    with(|open| {
        open.desk.now = now();
        if let Some(card) = card(&open.desk) {
            made::replace(&card);
        }
    });
    focus(id);
}

fn turn() {
    with(|open| open.desk.round.as_mut().map(|round| round.side = Side::Back));
    show_card("learner-card");
}

fn rate(rating: Option<Rating>) {
    let deed = rating.and_then(|rating| with(|open| rated(&open.desk, rating, now())).flatten());
    enter_then(deed, || move_on(Way::On));
}

/// Shows the next card or the one before; after the last one the round is over.
fn move_on(way: Way) {
    let is_over = with(|open| {
        let last = open.desk.journal.last_answer().map(|last| last.id);
        let round = open.desk.round.take()?;
        let (at, last) = match way {
            Way::On => (round.at + 1, last),
            Way::Back => (round.at.saturating_sub(1), None),
        };
        open.desk.round = round.at(at, last, now());
        open.desk.round.as_ref().map(drop)
    });
    match is_over.flatten() {
        Some(()) => show_card("learner-turn"),
        None => leave(),
    }
}

fn leave() {
    with(|open| open.desk.round = None);
    said("learner-deck-says");
}

/// Gives the answers out in a form: its file's name, its media type, its text.
fn give(form: &str, out: impl FnOnce(&str, &str, &str)) {
    let Some(form) = Form::from_name(form) else { return };
    let (name, kind) = form.file();
    let given = with(|open| {
        (
            ["yomikurabe-", &day_of(&open.desk), "-", name].concat(),
            export(&open.desk, form),
        )
    });
    if let Some((name, text)) = given {
        out(&name, kind, &text);
    }
}
