//! How the model changes: a message in, the effects it asks for out.

use crate::app::model::{Notice, Storage};
use crate::app::msg::{Effect, Field, File, History, Msg, PaperMsg, Side};
use crate::app::route::{Address, Mark, Route};
use crate::app::settings::Setting;
use crate::app::{Model, Moment, paper, popup, query, table};
use crate::domain::pack::{ActorId, FindBySlug};

/// Takes in one message. `moment` is the time and the randomness at which it happened.
pub fn update(model: &mut Model, msg: Msg, moment: &Moment) -> Vec<Effect> {
    match msg {
        Msg::Follow(fragment) => {
            let address = Address::parse(model.pack(), &fragment);
            go(model, address, History::Push, moment)
        }
        Msg::Go(address) => go(model, address, History::Push, moment),
        Msg::AddressChanged(fragment) => address_changed(model, &fragment, moment),
        Msg::Input(field, value) => input(model, field, &value, moment),
        Msg::Popup(event) => popup_event(model, event),
        Msg::Set(setting) => set(model, setting),
        Msg::Reading(number) => {
            model.reading = Some(number);
            Vec::new()
        }
        Msg::Paper(msg) => paper::update(model, msg, moment),
        Msg::TakeUp(state) => paper::take_up(model, &state, moment),
        Msg::Copy => table::of(model).map(Effect::Copy).into_iter().collect(),
        Msg::SaveCsv => save_csv(model),
        Msg::Copied(done) => notify(model, if done { Notice::Copied } else { Notice::NotCopied }),
        Msg::StorageOpened => {
            model.storage = Storage::Kept;
            Vec::new()
        }
        Msg::EntryKept(id) => {
            model.kept = Some(id);
            Vec::new()
        }
        Msg::StorageRefused(why) => {
            let first = !matches!(model.storage, Storage::Memory(_));
            model.storage = Storage::Memory(why);
            if first && !model.log.entries().is_empty() {
                notify(model, Notice::NotKept)
            } else {
                Vec::new()
            }
        }
        Msg::NoticeRead => {
            model.notice = None;
            Vec::new()
        }
    }
}

fn notify(model: &mut Model, notice: Notice) -> Vec<Effect> {
    model.notice = Some(notice);
    Vec::new()
}

/// Shows another place.
fn go(model: &mut Model, address: Address, how: History, moment: &Moment) -> Vec<Effect> {
    let mut effects = leave(model, &address);
    let fragment = address.fragment(model.pack());
    let arrive = arrival(model, &address);
    model.address = address;
    effects.push(Effect::Address(fragment, how));
    effects.extend(enter(model, moment));
    effects.push(arrive);
    effects
}

/// The browser shows another address: the back button, an edited address, the first one.
fn address_changed(model: &mut Model, fragment: &str, moment: &Moment) -> Vec<Effect> {
    let address = Address::parse(model.pack(), fragment);
    let same = address == model.address;
    let mut effects = leave(model, &address);
    let back = !same && !names_a_place(&address);
    let arrive = if back {
        Effect::ScrollBack
    } else {
        arrival(model, &address)
    };
    model.address = address;
    effects.extend(enter(model, moment));
    if !same || names_a_place(&model.address) {
        effects.push(arrive);
    }
    effects
}

/// What ends when the present place is left: its popup, its notice, the way back.
fn leave(model: &mut Model, next: &Address) -> Vec<Effect> {
    let from = model.address.clone();
    let into_document = matches!(next.route, Route::Document(_, Some(Mark::Paragraph(_)))) && !next.query.is_empty();
    match from.route {
        Route::Document(..) if matches!(next.route, Route::Document(..)) => {}
        Route::Document(..) => model.came_from = None,
        _ if into_document => model.came_from = Some(from),
        _ if *next != from => model.came_from = None,
        _ => {}
    }
    model.notice = None;
    let new_document = match (&model.address.route, &next.route) {
        (Route::Document(a, _), Route::Document(b, _)) => a != b,
        _ => true,
    };
    if new_document {
        model.reading = None;
    }
    popup_event(model, popup::Event::Outside)
}

/// What begins with a place: a paper, the page's title.
fn enter(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    let mut effects = vec![Effect::Dress];
    if model.address.route == Route::Paper {
        effects.extend(paper::open(model, moment));
    }
    if let Route::Document(_, Some(Mark::Paragraph(number))) = model.address.route {
        model.reading = Some(number);
    }
    effects
}

/// Whether an address names an element below the top of its page.
fn names_a_place(address: &Address) -> bool {
    matches!(address.route, Route::Document(_, Some(_)) | Route::Statement(_))
        || matches!(address.route, Route::Term(_)) && query::get(&address.query, "show").is_some()
}

/// Where to come to rest on a page.
fn arrival(model: &Model, address: &Address) -> Effect {
    let element = match &address.route {
        Route::Document(_, Some(_)) | Route::Statement(_) => Some(address.route.fragment(model.pack())),
        Route::Term(_) => match query::get(&address.query, "show").as_deref() {
            Some("kwic") => Some("kwic".to_owned()),
            Some("statements") => Some("naming".to_owned()),
            _ => None,
        },
        Route::Search => return Effect::Focus("search-box".to_owned()),
        Route::Paper => return Effect::Focus("stem".to_owned()),
        _ => None,
    };
    Effect::Arrive(element)
}

fn input(model: &mut Model, field: Field, value: &str, moment: &Moment) -> Vec<Effect> {
    match field {
        Field::Search => refine(model, &query::set("", "q", value)),
        Field::GlossaryFilter => refine(model, &query::set(&model.address.query, "q", value)),
        Field::Flip(key) => {
            let now = query::get(&model.address.query, key).unwrap_or_default();
            refine(
                model,
                &query::set(&model.address.query, key, if now == value { "" } else { value }),
            )
        }
        Field::Tick(key) => refine(model, &tick(&model.address.query, key, value)),
        Field::Value(key) => refine(model, &query::set(&model.address.query, key, value)),
        Field::PairActor(side) => pair(model, side, value, moment),
        Field::Typed => paper::typed(model, value),
        Field::Partner(row) => paper::update(model, PaperMsg::Pair(row, value.parse().ok()), moment),
    }
}

/// Changes the extra state of the address in place; neither a step in the history nor a jump.
fn refine(model: &mut Model, query: &str) -> Vec<Effect> {
    model.address.query = query.to_owned();
    vec![Effect::Address(model.address.fragment(model.pack()), History::Replace)]
}

/// Adds a value to a list in the query, or takes it out: `docs=a,b`.
fn tick(query: &str, key: &str, value: &str) -> String {
    let present = query::get(query, key).unwrap_or_default();
    let mut values: Vec<&str> = present.split(',').filter(|one| !one.is_empty()).collect();
    match values.iter().position(|one| *one == value) {
        Some(at) => drop(values.remove(at)),
        None => values.push(value),
    }
    query::set(query, key, &values.join(","))
}

fn pair(model: &mut Model, side: Side, value: &str, moment: &Moment) -> Vec<Effect> {
    let Some(actor) = ActorId::find(model.pack(), value) else {
        return Vec::new();
    };
    let Route::Pair(left, right) = model.address.route else {
        return Vec::new();
    };
    let route = match side {
        Side::Left => Route::Pair(actor, right),
        Side::Right => Route::Pair(left, actor),
    };
    let query = model.address.query.clone();
    let mut effects = go(model, Address { route, query }, History::Replace, moment);
    effects.retain(|effect| !matches!(effect, Effect::Arrive(_)));
    effects
}

fn popup_event(model: &mut Model, event: popup::Event) -> Vec<Effect> {
    model.popup.update(event).into_iter().map(Effect::Popup).collect()
}

fn set(model: &mut Model, setting: Setting) -> Vec<Effect> {
    model.settings.set(setting);
    vec![Effect::Dress, Effect::KeepSettings(model.settings.to_line())]
}

fn save_csv(model: &Model) -> Vec<Effect> {
    let file = |table: crate::domain::export::Table| {
        let path = model.route().fragment(model.pack()).replace('/', "-");
        let name = ["yomikurabe-", &path, ".csv"].concat();
        Effect::Save(File {
            name,
            media_type: "text/csv;charset=utf-8",
            text: table::csv(&table),
        })
    };
    table::of(model).map(file).into_iter().collect()
}
