//! The second module in the browser: draws the learner's part of the record, and does what its buttons say.

mod deeds;
mod kept;
mod made;
mod material;

use std::cell::{OnceCell, RefCell};

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CssStyleSheet, Element, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use super::{data, dom, effects};
use crate::domain::lang::Lang;
use crate::domain::pack::Pack;
use crate::domain::pack::file::Parsed;
use crate::domain::progress::backup::{self, Backup};
use crate::domain::progress::snapshot::{Slot, Snapshot, choose, encode};
use crate::domain::progress::{Askable, Cards, EntryId, Journal, Record};
use crate::domain::quiz::Millis;
use crate::domain::schedule::{Calendar, NewDay, Offset};
use crate::learner::{
    Desk, El, Keeping, Loaded, Plan, Said, State, after, cost, first, judge, marks, parts, says, taken,
};

/// The part that holds what the learner is typing, which stays when the others are drawn anew.
const TYPING: &str = "learner-backup";
/// The part in which a wish is being made.
const WISHING: &str = "learner-retention";
/// 2020: nothing was answered before.
const FIRST: i64 = 1_577_836_800_000;
/// How far ahead changes of the clocks are looked for: sixty days.
const AHEAD: i64 = 60 * 86_400_000;
/// Entries that are read without being waited for.
const MANY: u64 = 5_000;
/// All local pages of a machine share one storage on `file://`: the names say whose it is.
const KEY: &str = "yomikurabe.learner";
/// Which terms are marked; `assets/here.js` reads it, and hears an event of that name.
const MARKS: &str = "yomikurabe.marks";

thread_local! {
    static PACK: OnceCell<&'static Pack> = const { OnceCell::new() };
    static OPEN: RefCell<Option<Open>> = const { RefCell::new(None) };
}

/// What is shown.
struct Open {
    host: HtmlElement,
    view: View,
    desk: Desk<'static>,
    reading: Reading,
    /// Where the next snapshot of the cards goes, and its number.
    next: (Slot, u64),
    /// A backup that was not whole, of which the learner may take what can be read.
    offered: Option<Backup>,
    /// Whether something is being written, and another press has to wait.
    is_busy: bool,
}

/// What is shown in the element.
#[derive(Clone, PartialEq)]
enum View {
    /// The record.
    Record,
    /// What is to be said of an answer.
    After(Said),
}

/// How much of the log was read.
#[derive(Clone, Copy, PartialEq)]
enum Reading {
    /// All of it.
    Whole,
    /// Its last entry; the cards are those of a snapshot, which covers all others.
    Last,
    /// The cards are behind the log.
    Behind,
}

/// Draws into the element what it asks for, in its language: the record, what is to be said of an `entry`, or the dialogue for
/// teachers, which begins with the view that `of` names.
pub fn show(host: HtmlElement) {
    if let Some(of) = host.get_attribute("of") {
        if let Err(refused) = material::show(&host, &of) {
            host.set_text_content(Some(&refused));
        }
        return;
    }
    spawn_local(async move {
        let entry = host.get_attribute("entry").and_then(|id| id.parse().ok());
        let opened = match entry {
            Some(entry) => open_after(&host, entry).await,
            None => open_record(&host).await,
        };
        match opened {
            Ok(()) => redraw(true),
            Err(refused) if entry.is_none() => host.set_text_content(Some(&refused)),
            Err(_) => {}
        }
    });
}

async fn open_record(host: &HtmlElement) -> Result<(), String> {
    let pack = pack()?;
    let slots = kept::slots(&pack.slug).await;
    draw_first(host, pack, &slots).await;
    let kept = kept::journal(&pack.slug).await;
    if !host.is_connected() {
        return Ok(());
    }
    let keeping = match &kept {
        Ok(_) if kept::is_newer(&pack.slug).await => Keeping::Newer,
        Ok(_) => promise("persisted").await,
        Err(_) => Keeping::Refused,
    };
    let desk = Desk {
        journal: kept.unwrap_or_default(),
        keeping,
        ..desk(pack, host)
    };
    put(host, View::Record, desk, Reading::Whole, &slots);
    keep_cards();
    Ok(())
}

/// Many answers take a second to read: before that, what is due is drawn from a snapshot that covers all of them.
async fn draw_first(host: &HtmlElement, pack: &'static Pack, slots: &[Vec<u8>; 2]) {
    let mut desk = desk(pack, host);
    let parameters = desk.parameters();
    let Some(snapshot) = choose(&slots[0], &slots[1], &desk.rule(&parameters)).snapshot else {
        return;
    };
    desk.cards = snapshot.cards;
    let count = kept::count(&pack.slug).await.unwrap_or_default();
    if count > MANY && desk.cards.covered().entries == count {
        made::fill(host, &first(&desk));
    }
}

/// Of all entries only the new one is read, where a snapshot covers the others.
async fn open_after(host: &HtmlElement, entry: EntryId) -> Result<(), String> {
    let slug = &pack()?.slug;
    let Some(record) = kept::one(slug, entry).await? else {
        return Ok(());
    };
    let Some(about) = record.about() else { return Ok(()) };
    let view = View::After(Said {
        entry,
        item: about.item.clone(),
        state: State::Stands,
    });
    if !is_open() {
        let slots = kept::slots(slug).await;
        put(host, view.clone(), desk(pack()?, host), Reading::Last, &slots);
    }
    let count = kept::count(slug).await.unwrap_or_default();
    with(|open| {
        (open.host, open.view) = (host.clone(), view);
        open.desk.lang = lang(host);
        open.take(record);
        let foreign = open.desk.journal.foreign().len() as u64;
        if open.desk.cards.covered().entries + foreign != count {
            open.reading = Reading::Behind;
        }
    });
    if with(|open| open.reading) == Some(Reading::Behind) {
        let journal = kept::journal(slug).await?;
        with(|open| {
            open.desk.journal = journal;
            open.reading = Reading::Whole;
            open.desk.catch_up();
        });
    }
    keep_cards();
    Ok(())
}

fn is_open() -> bool {
    with(|_| ()).is_some()
}

/// A desk with nothing read on it yet.
fn desk(pack: &'static Pack, host: &HtmlElement) -> Desk<'static> {
    let plan = Plan::from_line(&stored(KEY).unwrap_or_default());
    Desk {
        pack,
        askable: Askable::from_hex(&data("askable").unwrap_or_default()),
        lang: lang(host),
        now: now(),
        calendar: calendar(plan),
        plan,
        journal: Journal::default(),
        cards: Cards::default(),
        keeping: Keeping::Untold,
        round: None,
    }
}

/// Shows a desk, with the cards of the newer snapshot that is whole; where the journal was read, caught up with it.
fn put(host: &HtmlElement, view: View, mut desk: Desk<'static>, reading: Reading, slots: &[Vec<u8>; 2]) {
    let parameters = desk.parameters();
    let chosen = choose(&slots[0], &slots[1], &desk.rule(&parameters));
    let next = (chosen.next, chosen.next_number());
    desk.cards = chosen.snapshot.map(|snapshot| snapshot.cards).unwrap_or_default();
    if reading == Reading::Whole {
        desk.catch_up();
    }
    OPEN.set(Some(Open {
        host: host.clone(),
        view,
        desk,
        reading,
        next,
        offered: None,
        is_busy: false,
    }));
}

/// Writes a snapshot of the cards, over the older one.
fn keep_cards() {
    let written = with(|open| {
        if open.reading == Reading::Behind {
            return None;
        }
        let (slot, number) = open.next;
        let parameters = open.desk.parameters();
        let cards = open.desk.cards.clone();
        let bytes = encode(&Snapshot { number, cards }, &open.desk.rule(&parameters));
        open.next = (slot.other(), number + 1);
        Some((slot, bytes, &open.desk.pack.slug))
    });
    if let Some((slot, bytes, slug)) = written.flatten() {
        spawn_local(async move { kept::write(slug, slot, &bytes).await });
    }
}

impl Open {
    /// Takes in an entry that is safe.
    fn take(&mut self, record: Record) {
        self.desk.now = now();
        let parameters = self.desk.parameters();
        let cards = self.desk.cards.clone().with(&record, &self.desk.rule(&parameters));
        let is_whole = self.reading == Reading::Whole;
        if is_whole {
            self.desk.journal.add(record);
        }
        match cards {
            Some(cards) => self.desk.cards = cards,
            None if is_whole => self.desk.catch_up(),
            None => self.reading = Reading::Behind,
        }
    }
}

fn lang(host: &HtmlElement) -> Lang {
    if host.lang() == "en" { Lang::En } else { Lang::Ja }
}

/// The pack, read once; the first time the page gets its styles and is listened to.
fn pack() -> Result<&'static Pack, String> {
    if let Some(pack) = PACK.with(|pack| pack.get().copied()) {
        return Ok(pack);
    }
    let parsed = Parsed::new(data("pack")?.leak()).map_err(super::unreadable)?;
    let pack: &'static Pack = Box::leak(Box::new(parsed.pack().map_err(super::unreadable)?));
    listen();
    // Without them the part is plain, and works.
    dress().ok();
    Ok(PACK.with(|known| *known.get_or_init(|| pack)))
}

/// Gives the page the part's styles. No policy of a page stands in the way of a sheet that a script makes.
fn dress() -> Result<(), JsValue> {
    let sheet = CssStyleSheet::new()?;
    js_sys::Reflect::get(&sheet, &"replaceSync".into())?
        .dyn_into::<js_sys::Function>()?
        .call1(&sheet, &include_str!("../../../assets/learner.css").into())?;
    let document = dom::document();
    let key = JsValue::from_str("adoptedStyleSheets");
    let sheets = js_sys::Array::from(&js_sys::Reflect::get(&document, &key)?);
    sheets.push(&sheet);
    js_sys::Reflect::set(&document, &key, &sheets).map(drop)
}

fn now() -> Millis {
    Millis(js_sys::Date::now() as i64)
}

/// The days of this browser's time zone.
fn calendar(plan: Plan) -> Calendar {
    let offset = |at: Millis| {
        let date = js_sys::Date::new(&JsValue::from_f64(at.0 as f64));
        Offset(-date.get_timezone_offset() as i16)
    };
    let new_day = NewDay::at(plan.new_day).unwrap_or_default();
    Calendar::asked(new_day, Millis(FIRST), Millis(now().0 + AHEAD), &offset)
}

/// What the browser answers when it is asked whether it keeps what pages store, or asked to (`persist`).
async fn promise(question: &str) -> Keeping {
    let ask = || -> Result<js_sys::Promise, JsValue> {
        let storage = js_sys::Reflect::get(&dom::window().navigator(), &"storage".into())?;
        let ask: js_sys::Function = js_sys::Reflect::get(&storage, &question.into())?.dyn_into()?;
        Ok(ask.call0(&storage)?.unchecked_into())
    };
    let answer = match ask() {
        Ok(promise) => JsFuture::from(promise).await.ok().and_then(|answer| answer.as_bool()),
        Err(_) => None,
    };
    answer.map_or(Keeping::Untold, |kept| {
        if kept { Keeping::Promised } else { Keeping::Erasable }
    })
}

fn stored(key: &str) -> Option<String> {
    dom::window().local_storage().ok()??.get_item(key).ok()?
}

/// Keeps the plan; where that is refused it lasts as long as the page.
fn keep(plan: Plan) {
    store(KEY, &plan.to_line());
}

fn store(key: &str, value: &str) {
    if let Ok(Some(storage)) = dom::window().local_storage() {
        storage.set_item(key, value).ok();
    }
}

/// Draws all anew, or only what changes with the answers.
fn redraw(all: bool) {
    with(|open| {
        open.desk.now = now();
        match &open.view {
            View::After(said) => made::fill(&open.host, &[after(&open.desk, said)]),
            View::Record if all => made::fill(&open.host, &parts(&open.desk)),
            View::Record => replace_all(&open.desk, &[TYPING]),
        }
    });
    mark();
}

/// Draws the parts of the record anew but for some.
fn replace_all(desk: &Desk, but: &[&str]) {
    let parts = parts(desk);
    let changed = parts.iter().filter(|part| !but.contains(&part.attribute("id")));
    changed.for_each(made::replace);
}

/// Has the terms marked as they are known now, where that is wished.
fn mark() {
    let marks = with(|open| marks(&open.desk)).flatten().unwrap_or_default();
    if stored(MARKS).unwrap_or_default() != marks {
        store(MARKS, &marks);
        Event::new(MARKS)
            .and_then(|event| dom::window().dispatch_event(&event))
            .ok();
    }
}

fn with<T>(act: impl FnOnce(&mut Open) -> T) -> Option<T> {
    OPEN.with_borrow_mut(|open| open.as_mut().map(act))
}

/// Listens at the document, since the part comes and goes.
fn listen() {
    let may_prevent = EventListenerOptions::enable_prevent_default();
    for (name, hear) in [
        ("click", clicked as fn(&Event)),
        ("keydown", deeds::key_pressed),
        ("input", moved),
        ("change", changed),
        ("copy", copied),
        ("securitypolicyviolation", material::refused),
    ] {
        EventListener::new_with_options(&dom::document(), name, may_prevent, hear).forget();
    }
}

/// The element of the event, or the one around it, that fits a selector within the part.
fn closest(event: &Event, css: &str) -> Option<Element> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest("learner-part").ok()??;
    element.closest(css).ok()?
}

fn clicked(event: &Event) {
    let Some(button) = closest(event, "[data-do]") else {
        return;
    };
    let of = button.get_attribute("data-of").unwrap_or_default();
    match button.get_attribute("data-do").as_deref() {
        Some("save") => save(),
        Some("copy") => show_text(),
        Some("ask") => spawn_local(ask()),
        Some("take") => {
            load(field::<HtmlTextAreaElement>("learner-paste").map_or_else(String::new, |area| area.value()))
        }
        Some("take-rest") => take_rest(),
        Some(does) if material::act(does, &of) => {}
        Some(does) => deeds::act(does, &of),
        None => {}
    }
}

fn field<T: JsCast>(id: &str) -> Option<T> {
    dom::element(id)?.dyn_into().ok()
}

fn save() {
    let backup = with(|open| {
        let name = ["yomikurabe-", &day_of(&open.desk), ".txt"].concat();
        (name, backup::write(&open.desk.journal))
    });
    if let Some((name, text)) = backup {
        effects::give_file(&name, "text/plain;charset=utf-8", &text);
        saved();
    }
}

/// Today, for the name of a file.
fn day_of(desk: &Desk) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(desk.now.0 as f64));
    String::from(date.to_iso_string()).chars().take(10).collect()
}

/// A backup was made just now.
fn saved() {
    with(|open| {
        open.desk.plan.saved = Some(now());
        keep(open.desk.plan);
    });
    if let Some(note) = dom::element("learner-reminder") {
        note.remove();
    }
}

fn show_text() {
    let text = with(|open| backup::write(&open.desk.journal));
    let (Some(text), Some(area)) = (text, field::<HtmlTextAreaElement>("learner-text")) else {
        return;
    };
    dom::element("learner-out").map(|place| place.remove_attribute("hidden"));
    area.set_value(&text);
    area.focus().ok();
    area.select();
}

async fn ask() {
    let keeping = promise("persist").await;
    with(|open| open.desk.keeping = keeping);
    redraw(true);
}

/// A text that was copied is a backup too.
fn copied(event: &Event) {
    if closest(event, "#learner-text").is_some() {
        saved();
    }
}

fn moved(event: &Event) {
    material::changed(event);
    if wish(event).is_some() {
        with(|open| {
            open.desk.replay();
            made::replace(&cost(&open.desk));
        });
    }
}

fn changed(event: &Event) {
    material::changed(event);
    if let Some(plan) = wish(event) {
        keep(plan);
        with(|open| {
            open.desk.calendar = calendar(plan);
            open.desk.replay();
            made::replace(&cost(&open.desk));
            replace_all(&open.desk, &[WISHING, TYPING]);
        });
        keep_cards();
        mark();
    }
    if let Some(input) = closest(event, "#learner-file").and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
        spawn_local(read_file(input));
    }
}

/// What the plan becomes by the field that was changed.
fn wish(event: &Event) -> Option<Plan> {
    let input = closest(event, "[data-wish]")?;
    let value = js_sys::Reflect::get(&input, &"value".into()).ok()?.as_string()?;
    let line = [&input.get_attribute("data-wish")?, "=", &value].concat();
    with(|open| {
        let plan = [&open.desk.plan.to_line(), " ", &line].concat();
        open.desk.plan = Plan::from_line(&plan);
        open.desk.plan
    })
}

async fn read_file(input: HtmlInputElement) {
    let Some(file) = input.files().and_then(|files| files.get(0)) else {
        return;
    };
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    // The same file can be chosen again.
    input.set_value("");
    load(text.unwrap_or_default());
}

/// Takes in a text, or says what is wrong with it.
fn load(text: String) {
    let loaded = with(|open| (judge(&text, open.desk.lang), open.desk.lang));
    match loaded {
        Some((Loaded::Whole(backup), _)) => spawn_local(take(backup)),
        Some((other, lang)) => {
            tell(&says(&other, lang));
            if let Loaded::InPart(backup, _) = other {
                with(|open| open.offered = Some(backup));
            }
        }
        None => {}
    }
}

fn take_rest() {
    if let Some(backup) = with(|open| open.offered.take()).flatten() {
        spawn_local(take(backup));
    }
}

/// Adds what is new and says how much that was, as soon as it is safe.
async fn take(backup: Backup) {
    let Some((slug, lang)) = with(|open| (open.desk.pack.slug.clone(), open.desk.lang)) else {
        return;
    };
    let added = kept::add(&slug, &backup.journal).await;
    if let (Ok(_), Ok(journal)) = (&added, kept::journal(&slug).await) {
        with(|open| {
            open.desk.journal = journal;
            open.desk.catch_up();
        });
        keep_cards();
        redraw(false);
    }
    tell(&taken(backup.entries(), added, lang));
}

/// Says something where the backup is loaded.
fn tell(says: &El) {
    if let Some(place) = dom::element("learner-says") {
        let kids: Vec<El> = says.elements().cloned().collect();
        made::fill(&place, &kids);
    }
}
