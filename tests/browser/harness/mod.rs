//! What the tests in a real browser stand on: a server, a driver, and a [`Page`] that waits.
//!
//! Every step waits on a condition with a deadline; nothing sleeps for a guessed time and nothing is tried again. When a
//! test fails, a screenshot, the steps so far and the console are kept under `target/browser-failures/`.

#![allow(dead_code, reason = "four test programs share this, and each uses its part")]

mod axe;
mod base64;
mod complaints;
mod devtools;
mod driver;
mod engine;
mod input;
mod page;
mod plain;
mod server;
mod tabs;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, PoisonError};

#[allow(unused_imports, reason = "not every test program sets it")]
pub use devtools::Scheme;
#[allow(unused_imports, reason = "not every test program opens other engines")]
pub use engine::{Engine, Without};
#[allow(unused_imports, reason = "not every test program presses keys")]
pub use input::Key;
pub use page::Page;
#[allow(unused_imports, reason = "not every test program says how the page is served")]
pub use server::{Hosting, Server};

/// How many browsers run side by side.
const BROWSERS: usize = 2;

/// Opens a browser on the built page and runs a journey in it. At its end the console must be free of errors and no
/// request may have gone to another host.
pub fn browse(journey: impl FnOnce(&Page)) {
    browse_in(Path::new(&required("YOMIKURABE_DIST")), |page| {
        journey(page);
        page.assert_silent_console();
        page.assert_only_own_requests();
    });
}

/// Opens a browser on a folder and runs a journey in it.
pub fn browse_in(folder: &Path, journey: impl FnOnce(&Page)) {
    let _turn = Turn::take();
    let page = Page::start(folder);
    let outcome = catch_unwind(AssertUnwindSafe(|| journey(&page)));
    if let Err(panic) = outcome {
        keep_failure(&page);
        resume_unwind(panic);
    }
}

/// A variable of the environment that `cargo xtask` sets.
pub fn required(name: &str) -> String {
    std::env::var(name)
        .unwrap_or_else(|_| panic!("{name} is not set: run these tests with `cargo xtask test`, which sets it"))
}

/// The folder `target/`.
pub fn target() -> PathBuf {
    let temporary = Path::new(env!("CARGO_TARGET_TMPDIR"));
    temporary.parent().unwrap_or(temporary).to_path_buf()
}

/// Keeps what helps to understand a failure, and says where. The browser may be gone by then, so nothing here may panic.
fn keep_failure(page: &Page) {
    let thread = std::thread::current();
    keep_failure_as(thread.name().unwrap_or("test"), page);
}

/// [`keep_failure`] under a name.
pub fn keep_failure_as(name: &str, page: &Page) {
    let folder = target().join("browser-failures");
    let name = name.replace([':', '/', ' '], "-");
    let kept = catch_unwind(AssertUnwindSafe(|| {
        std::fs::create_dir_all(&folder).expect("target/ can be written to");
        std::fs::write(folder.join(format!("{name}.txt")), page.account()).expect("a file can be written there");
        std::fs::write(folder.join(format!("{name}.png")), page.screenshot()).expect("a file can be written there");
    }));
    let what = if kept.is_ok() {
        "picture, steps and console"
    } else {
        "what could be had"
    };
    eprintln!("{name}: {what} kept in {}", folder.join(&name).display());
}

/// The right to run a browser.
pub struct Turn;

static RUNNING: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

impl Turn {
    /// Waits until fewer browsers run than may.
    pub fn take() -> Turn {
        let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut running = FREED
            .wait_while(running, |running| *running >= BROWSERS)
            .unwrap_or_else(PoisonError::into_inner);
        *running += 1;
        Turn
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        FREED.notify_one();
    }
}
