//! The review log in IndexedDB: one read-write transaction an answer, acknowledged after it is complete.
//!
//! Entries are only ever added, under their own id; nothing that cannot be read is changed or deleted.

use js_sys::{Function, Promise};
use serde_wasm_bindgen as swb;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    IdbDatabase, IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode,
};
use yew::Callback;

use super::dom;
use crate::app::Msg;
use crate::domain::progress::file::EntryRecord;
use crate::domain::progress::{Entry, Log};

/// The store that holds the entries.
pub(super) const STORE: &str = "log";

/// Reads the log of a pack and sends it, or the reason why it cannot be kept.
pub fn open(pack: &str, send: Callback<Msg>) {
    let name = name(pack);
    spawn_local(async move {
        match read(&name).await {
            Ok(log) => send.emit(Msg::LogRead(log)),
            Err(error) => send.emit(Msg::StorageRefused(reason(&error))),
        }
    });
}

/// Adds an entry and says when it is safe.
pub fn append(pack: &str, entry: Entry, send: Callback<Msg>) {
    let name = name(pack);
    spawn_local(async move {
        match add(&name, &entry).await {
            Ok(()) => send.emit(Msg::EntryKept),
            Err(error) => send.emit(Msg::StorageRefused(reason(&error))),
        }
    });
}

/// What the browser says.
pub(super) fn reason(error: &JsValue) -> String {
    js_sys::Reflect::get(error, &"name".into())
        .ok()
        .and_then(|name| name.as_string())
        .unwrap_or_default()
}

/// All local pages of a machine share one storage on `file://`: the name says whose it is.
pub(super) fn name(pack: &str) -> String {
    ["yomikurabe.", pack].concat()
}

pub(super) async fn database(name: &str) -> Result<IdbDatabase, JsValue> {
    let factory = dom::window().indexed_db()?.ok_or("no IndexedDB here")?;
    let request = factory.open_with_u32(name, 1)?;
    let opened = request.clone();
    let upgrade = Closure::once_into_js(move || create(&opened).unwrap_or_default());
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    Ok(answer(&request, Some(&request)).await?.unchecked_into())
}

/// Makes the store in a new data base.
fn create(request: &IdbOpenDbRequest) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.unchecked_into();
    let parameters = IdbObjectStoreParameters::new();
    parameters.set_key_path(&"id".into());
    database.create_object_store_with_optional_parameters(STORE, &parameters)?;
    Ok(())
}

async fn read(name: &str) -> Result<Log, JsValue> {
    let database = database(name).await?;
    let store = database.transaction_with_str(STORE)?.object_store(STORE)?;
    let values: js_sys::Array = answer(&store.get_all()?, None).await?.unchecked_into();
    database.close();
    let entries = values.iter().filter_map(|value| record(&value)?.into_entry());
    Ok(Log::new(entries.collect()))
}

/// Reads a kept entry field by field: what another page has put there is passed over, and serde's own reading would bring
/// the printing of floating-point numbers, a fiftieth of the engine.
fn record(value: &JsValue) -> Option<EntryRecord> {
    let field = |name: &str| js_sys::Reflect::get(value, &name.into()).ok();
    let text = |name: &str| field(name)?.as_string();
    Some(EntryRecord {
        id: text("id")?,
        item: text("item")?,
        pack: text("pack")?,
        at: field("at")?.as_f64()?,
        right: field("right")?.as_bool()?,
        answer: text("answer")?,
        elapsed: field("elapsed")?.as_f64()?,
        mode: text("mode")?,
    })
}

async fn add(name: &str, entry: &Entry) -> Result<(), JsValue> {
    let database = database(name).await?;
    let transaction = database.transaction_with_str_and_mode(STORE, IdbTransactionMode::Readwrite)?;
    transaction
        .object_store(STORE)?
        .put(&swb::to_value(&EntryRecord::from(entry))?)?;
    complete(&transaction).await?;
    database.close();
    Ok(())
}

/// Waits for the answer to a request; one that another tab blocks is refused, not waited for.
pub(super) async fn answer(request: &IdbRequest, open: Option<&IdbOpenDbRequest>) -> Result<JsValue, JsValue> {
    wait(|resolve, reject| {
        request.set_onsuccess(Some(resolve));
        request.set_onerror(Some(reject));
        if let Some(open) = open {
            open.set_onblocked(Some(reject));
        }
    })
    .await?;
    request.result()
}

/// Waits until everything that was written is safe.
pub(super) async fn complete(transaction: &IdbTransaction) -> Result<(), JsValue> {
    wait(|resolve, reject| {
        transaction.set_oncomplete(Some(resolve));
        transaction.set_onabort(Some(reject));
        transaction.set_onerror(Some(reject));
    })
    .await
}

/// A promise whose two functions are handed out as event handlers.
async fn wait(mut listen: impl FnMut(&Function, &Function)) -> Result<(), JsValue> {
    let promise = Promise::new(&mut |resolve, reject| listen(&resolve, &reject));
    JsFuture::from(promise).await.map(drop)
}
