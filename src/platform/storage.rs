//! The review log in IndexedDB: one read-write transaction an answer, acknowledged after it is complete.
//!
//! Entries are only ever added, under their own id; nothing that cannot be read is changed or deleted.

use js_sys::{Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    IdbDatabase, IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode,
};
use yew::Callback;

use super::dom;
use crate::app::Msg;
use crate::domain::progress::Entry;
use crate::domain::progress::file::EntryRecord;

/// The store that holds the entries.
pub(super) const STORE: &str = "log";

/// Tells whether answers can be kept, or the reason why not. What is kept is read by the second module, and there only.
pub fn open(pack: &str, send: Callback<Msg>) {
    let name = name(pack);
    spawn_local(async move {
        send.emit(match try_out(&name).await {
            Ok(()) => Msg::StorageOpened,
            Err(error) => Msg::StorageRefused(reason(&error)),
        });
    });
}

/// Adds an entry and says when it is safe.
pub fn append(pack: &str, entry: Entry, send: Callback<Msg>) {
    let name = name(pack);
    spawn_local(async move {
        send.emit(match add(&name, &entry).await {
            Ok(()) => Msg::EntryKept(entry.id),
            Err(error) => Msg::StorageRefused(reason(&error)),
        });
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

/// Whether the data base can be opened.
async fn try_out(name: &str) -> Result<(), JsValue> {
    database(name).await?.close();
    Ok(())
}

async fn add(name: &str, entry: &Entry) -> Result<(), JsValue> {
    let database = database(name).await?;
    let transaction = database.transaction_with_str_and_mode(STORE, IdbTransactionMode::Readwrite)?;
    transaction.object_store(STORE)?.put(&value(entry)?)?;
    complete(&transaction).await?;
    database.close();
    Ok(())
}

/// An entry as the data base holds it, with the keys of a line of the file in their order (`domain/progress/lines.rs`), so that
/// who reads it need not keep it as it stands. Field by field: serde's own way would bring the printing of floating-point
/// numbers.
fn value(entry: &Entry) -> Result<JsValue, JsValue> {
    let entry = EntryRecord::from(entry);
    dom::object(&[
        ("id", entry.id.into()),
        ("kind", "answer".into()),
        ("at", entry.at.into()),
        ("item", entry.item.into()),
        ("pack", entry.pack.into()),
        ("right", entry.right.into()),
        ("answer", entry.answer.into()),
        ("elapsed", entry.elapsed.into()),
        ("mode", entry.mode.into()),
        ("hints", entry.hints.into()),
        ("rating", entry.rating.into()),
    ])
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
