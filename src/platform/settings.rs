//! Settings in `localStorage`, where it is allowed; losing them costs the reader two presses.

use super::dom;
use crate::app::settings::Settings;

/// All local pages of a machine share one storage on `file://`: the name says whose it is.
const KEY: &str = "yomikurabe.settings";

/// The kept settings, or the defaults.
pub fn read() -> Settings {
    let line = dom::window()
        .local_storage()
        .ok()
        .flatten()
        .and_then(|storage| storage.get_item(KEY).ok().flatten());
    Settings::from_line(&line.unwrap_or_default())
}

/// Keeps the settings; where that is refused they last as long as the page.
pub fn keep(line: &str) {
    if let Ok(Some(storage)) = dom::window().local_storage() {
        storage.set_item(KEY, line).ok();
    }
}
