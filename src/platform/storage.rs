//! The review log in IndexedDB: one read-write transaction an answer, acknowledged after it is complete.
//!
//! Entries are only ever added, under their own id; nothing that cannot be read is changed or deleted.

use idb::{Database, DatabaseEvent, Factory, KeyPath, ObjectStoreParams, TransactionMode};
use serde_wasm_bindgen as swb;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use crate::app::Msg;
use crate::domain::progress::file::EntryRecord;
use crate::domain::progress::{Entry, Log};

/// The store that holds the entries.
const STORE: &str = "log";

/// Reads the log of a pack and sends it, or the reason why it cannot be kept.
pub fn open(pack: &str, send: Callback<Msg>) {
    let name = name(pack);
    spawn_local(async move {
        match read(&name).await {
            Ok(log) => send.emit(Msg::LogRead(log)),
            Err(error) => send.emit(Msg::StorageRefused(error.to_string())),
        }
    });
}

/// Adds an entry and says when it is safe.
pub fn append(pack: &str, entry: Entry, send: Callback<Msg>) {
    let name = name(pack);
    spawn_local(async move {
        match add(&name, &entry).await {
            Ok(()) => send.emit(Msg::EntryKept),
            Err(error) => send.emit(Msg::StorageRefused(error.to_string())),
        }
    });
}

/// All local pages of a machine share one storage on `file://`: the name says whose it is.
fn name(pack: &str) -> String {
    ["yomikurabe.", pack].concat()
}

async fn database(name: &str) -> Result<Database, idb::Error> {
    let mut request = Factory::new()?.open(name, Some(1))?;
    request.on_upgrade_needed(|event| {
        let mut params = ObjectStoreParams::new();
        params.key_path(Some(KeyPath::new_single("id")));
        if let Ok(database) = event.database() {
            database.create_object_store(STORE, params).ok();
        }
    });
    request.await
}

async fn read(name: &str) -> Result<Log, idb::Error> {
    let database = database(name).await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let values = transaction.object_store(STORE)?.get_all(None, None)?.await?;
    database.close();
    let entries = values
        .into_iter()
        .filter_map(|value| swb::from_value::<EntryRecord>(value).ok());
    Ok(Log::new(entries.filter_map(EntryRecord::into_entry).collect()))
}

async fn add(name: &str, entry: &Entry) -> Result<(), idb::Error> {
    let database = database(name).await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let value = swb::to_value(&EntryRecord::from(entry)).map_err(|error| idb::Error::AddFailed(error.into()))?;
    transaction.object_store(STORE)?.put(&value, None)?.await?;
    transaction.commit()?.await?;
    database.close();
    Ok(())
}
