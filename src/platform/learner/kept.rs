//! The journal in the same data base to which the engine adds answers.

use js_sys::{Array, Function, JSON, Object, Reflect, Set, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, IdbTransactionMode};

use super::super::dom;
use super::super::storage::{STORE, answer, complete, database, name, reason};
use crate::domain::progress::snapshot::Slot;
use crate::domain::progress::{EntryId, Journal, Record, lines};

/// The data base of the snapshots: one of its own, so that the log's stays as every version of the page knows it.
fn snapshots(pack: &str) -> String {
    [&name(pack), ".cards"].concat()
}

/// The names of the two slots in it, and of what is in them.
const SLOTS: [&str; 2] = ["a", "b"];
const BYTES: &str = "bytes";

/// The two slots for snapshots; empty where nothing can be read.
pub async fn slots(pack: &str) -> [Vec<u8>; 2] {
    let read = async || -> Result<[Vec<u8>; 2], JsValue> {
        let database = database(&snapshots(pack)).await?;
        let store = database.transaction_with_str(STORE)?.object_store(STORE)?;
        let mut slots = [Vec::new(), Vec::new()];
        for (slot, name) in slots.iter_mut().zip(SLOTS) {
            let kept = answer(&store.get(&name.into())?, None).await?;
            if let Some(bytes) = Reflect::get(&kept, &BYTES.into())
                .ok()
                .and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok())
            {
                *slot = bytes.to_vec();
            }
        }
        database.close();
        Ok(slots)
    };
    read().await.unwrap_or_default()
}

/// Writes a slot. Where that is refused nothing is lost but time at the next start.
pub async fn write(pack: &str, slot: Slot, bytes: &[u8]) {
    let write = async || -> Result<(), JsValue> {
        let database = database(&snapshots(pack)).await?;
        let transaction = database.transaction_with_str_and_mode(STORE, IdbTransactionMode::Readwrite)?;
        let value = Object::new();
        Reflect::set(&value, &"id".into(), &SLOTS[slot as usize].into())?;
        Reflect::set(&value, &BYTES.into(), &Uint8Array::from(bytes))?;
        transaction.object_store(STORE)?.put(&value)?;
        let done = complete(&transaction).await;
        database.close();
        done
    };
    write().await.ok();
}

/// How many entries the log has.
///
/// # Errors
///
/// What the browser says where it refuses.
pub async fn count(pack: &str) -> Result<u64, JsValue> {
    let database = database(&name(pack)).await?;
    let store = database.transaction_with_str(STORE)?.object_store(STORE)?;
    let count = answer(&store.count()?, None).await;
    database.close();
    Ok(count?.as_f64().unwrap_or(0.0) as u64)
}

/// Whether a newer page has made what is kept its own, so that it can be read but not added to.
pub async fn is_newer(pack: &str) -> bool {
    match database(&name(pack)).await {
        Ok(database) => {
            database.close();
            false
        }
        Err(_) => true,
    }
}

/// All that is kept for a pack.
///
/// # Errors
///
/// What the browser says where it refuses.
pub async fn journal(pack: &str) -> Result<Journal, String> {
    let values = values(pack).await.map_err(|refused| reason(&refused))?;
    let text = in_lines(&values).map_err(|refused| reason(&refused))?;
    let (mut records, mut foreign) = (Vec::new(), Vec::new());
    for line in text.lines() {
        match lines::record(line) {
            Some(record) => records.push(record),
            None => foreign.push(line.to_owned()),
        }
    }
    Ok(Journal::new(records, foreign))
}

/// A line of JSON for each value. All come in one text, since a way from the browser into this program for each of many costs
/// more than to read them. Given to `map` by itself, `stringify` takes the index for no replacer and the list for no space.
fn in_lines(values: &Array) -> Result<String, JsValue> {
    let json = Reflect::get(&js_sys::global(), &"JSON".into())?;
    let stringify: Function = Reflect::get(&json, &"stringify".into())?.dyn_into()?;
    let map: Function = Reflect::get(values, &"map".into())?.dyn_into()?;
    let lines: Array = map.call1(values, &stringify)?.dyn_into()?;
    Ok(lines.join("\n").into())
}

/// The log's data base to be read: also one that a newer page has made its own, into which nothing may be written.
async fn present(name: &str) -> Result<IdbDatabase, JsValue> {
    match database(name).await {
        Ok(database) => Ok(database),
        Err(_) => {
            let factory = dom::window().indexed_db()?.ok_or("no IndexedDB here")?;
            let request = factory.open(name)?;
            Ok(answer(&request, None).await?.unchecked_into())
        }
    }
}

async fn values(pack: &str) -> Result<Array, JsValue> {
    let database = present(&name(pack)).await?;
    let store = database.transaction_with_str(STORE)?.object_store(STORE)?;
    let values = answer(&store.get_all()?, None).await?;
    database.close();
    Ok(values.unchecked_into())
}

/// Reads one entry more into a journal.
///
/// # Errors
///
/// What the browser says where it refuses.
pub async fn one(pack: &str, id: EntryId) -> Result<Option<Record>, String> {
    let read = async || -> Result<JsValue, JsValue> {
        let database = database(&name(pack)).await?;
        let store = database.transaction_with_str(STORE)?.object_store(STORE)?;
        let value = answer(&store.get(&id.to_string().into())?, None).await;
        database.close();
        value
    };
    let value = read().await.map_err(|refused| reason(&refused))?;
    let line = JSON::stringify(&value).ok().and_then(|line| line.as_string());
    Ok(line.as_deref().and_then(lines::record))
}

/// Adds an entry in a transaction of its own; it is safe as soon as this is done.
///
/// # Errors
///
/// What the browser says where it refuses; then nothing was added.
pub async fn enter(pack: &str, record: &Record) -> Result<(), String> {
    let write = async || -> Result<(), JsValue> {
        let database = database(&name(pack)).await?;
        let transaction = database.transaction_with_str_and_mode(STORE, IdbTransactionMode::Readwrite)?;
        let value = of_line(&lines::line(record), None)?;
        transaction.object_store(STORE)?.add(&value)?;
        let done = complete(&transaction).await;
        database.close();
        done
    };
    write().await.map_err(|refused| reason(&refused))
}

/// Adds the entries that are not there yet, all in one transaction; how many, as soon as they are safe.
///
/// # Errors
///
/// What the browser says where it refuses; then nothing was added.
pub async fn add(pack: &str, journal: &Journal) -> Result<u32, String> {
    add_all(pack, journal).await.map_err(|refused| reason(&refused))
}

async fn add_all(pack: &str, journal: &Journal) -> Result<u32, JsValue> {
    let database = database(&name(pack)).await?;
    let transaction = database.transaction_with_str_and_mode(STORE, IdbTransactionMode::Readwrite)?;
    let store = transaction.object_store(STORE)?;
    let known: Array = answer(&store.get_all_keys()?, None).await?.unchecked_into();
    let added = match put(&store, &Set::new(&known), journal) {
        Ok(added) => complete(&transaction).await.map(|()| added),
        Err(refused) => transaction.abort().and(Err(refused)),
    };
    database.close();
    added
}

fn put(store: &IdbObjectStore, known: &Set, journal: &Journal) -> Result<u32, JsValue> {
    let own = journal
        .records()
        .iter()
        .map(|record| of_line(&lines::line(record), Some(record)));
    let foreign = journal.foreign().iter().map(|line| of_line(line, None));
    let mut added = 0;
    for value in own.chain(foreign) {
        let value = value?;
        let id = Reflect::get(&value, &"id".into())?;
        if !known.has(&id) {
            known.add(&id);
            store.put(&value)?;
            added += 1;
        }
    }
    Ok(added)
}

/// A line as the data base holds it, with its id in the one spelling.
fn of_line(line: &str, record: Option<&Record>) -> Result<JsValue, JsValue> {
    let value = JSON::parse(line)?;
    if let Some(record) = record {
        Reflect::set(&value, &"id".into(), &record.id.to_string().into())?;
    }
    Ok(value)
}
