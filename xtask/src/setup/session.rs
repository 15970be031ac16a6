//! One run of the set-up: it says what it installs and why, and how long that took.

use std::cell::{Cell, RefCell};
use std::time::{Duration, Instant};

use crate::failure::Failure;

/// What one run of the set-up has done so far.
pub(super) struct Session {
    started: Instant,
    installed: RefCell<Vec<String>>,
    package_lists: Cell<PackageLists>,
}

/// Whether the system's lists of packages have been fetched in this run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum PackageLists {
    /// As the machine had them, perhaps not at all.
    AsFound,
    /// Fetched a moment ago.
    Fresh,
}

impl Session {
    /// Starts the clock.
    pub(super) fn start() -> Session {
        Session {
            started: Instant::now(),
            installed: RefCell::new(Vec::new()),
            package_lists: Cell::new(PackageLists::AsFound),
        }
    }

    /// Installs a piece: says that it is about to be installed and why, does it, notes it.
    pub(super) fn install(
        &self,
        piece: &str,
        reason: &str,
        work: impl FnOnce() -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        println!("set-up: installing {piece}: {reason}");
        work()?;
        self.installed.borrow_mut().push(piece.into());
        Ok(())
    }

    /// Returns how fresh the lists of packages were, and calls them fresh from now on.
    pub(super) fn refresh_package_lists(&self) -> PackageLists {
        self.package_lists.replace(PackageLists::Fresh)
    }

    /// Says what was done and how long it took.
    pub(super) fn finish(self) {
        let took = spoken(self.started.elapsed());
        let installed = self.installed.into_inner();
        if installed.is_empty() {
            println!("set-up: everything was there ({took})\n");
        } else {
            println!("set-up: installed {} in {took}\n", installed.join(", "));
        }
    }
}

/// A duration as a person says it: `0.4 s`, `12.3 s`, `4 min 05 s`.
pub(crate) fn spoken(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds < 60 {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        assert_eq!(spoken(Duration::from_millis(420)), "0.4 s");
        assert_eq!(spoken(Duration::from_secs(245)), "4 min 05 s");
    }

    #[test]
    fn package_lists_are_fetched_once() {
        let session = Session::start();
        assert!(session.refresh_package_lists() == PackageLists::AsFound);
        assert!(session.refresh_package_lists() == PackageLists::Fresh);
    }
}
