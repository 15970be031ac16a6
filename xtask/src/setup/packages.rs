//! The system's package manager: what is called how there, and how it is asked.

use super::session::{PackageLists, Session};
use crate::failure::Failure;
use crate::process::{Program, on_path};

/// A piece that comes from the system.
#[derive(Clone, Copy, Debug)]
pub(super) enum SystemPiece {
    /// A browser with its driver.
    Browser,
    /// Firefox; its driver comes from a crate.
    Firefox,
    /// WebKitGTK with its driver, and a display for it.
    WebKit,
    /// A font that has Japanese, and the command that lists fonts.
    JapaneseFont,
    /// Node's package manager.
    Npm,
    /// What runs programs of the Java kind.
    Java,
}

/// A package manager that we know how to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manager {
    Apt,
    Dnf,
    Pacman,
    Brew,
}

/// Installs a piece with the package manager of this machine. `piece` and `reason` are
/// what the user reads; `found` is what there was instead.
pub(super) fn install(
    session: &Session,
    what: SystemPiece,
    piece: &str,
    reason: &str,
    found: &str,
) -> Result<(), Failure> {
    let Some(manager) = Manager::of_this_machine() else {
        return Err(Failure::Missing {
            piece: piece.into(),
            cause: format!("{found}, and no package manager that xtask knows is there"),
            get_it: format!("on Debian: {}", Manager::Apt.shown(what)),
        });
    };
    session.install(piece, reason, || {
        if let (PackageLists::AsFound, Some(line)) = (session.refresh_package_lists(), manager.refresh()) {
            // Old lists may do; if they do not, installing says so.
            as_root(manager, line).run().ok();
        }
        let installed = as_root(manager, &manager.install_line(what)).run();
        installed.map_err(|failure| missing(what, piece, &failure.to_string()))
    })
}

/// The failure for a piece that is still not there after the package manager was asked.
pub(super) fn missing(what: SystemPiece, piece: &str, cause: &str) -> Failure {
    let manager = Manager::of_this_machine().unwrap_or(Manager::Apt);
    Failure::Missing {
        piece: piece.into(),
        cause: cause.into(),
        get_it: manager.shown(what),
    }
}

impl Manager {
    fn of_this_machine() -> Option<Manager> {
        let known = [
            ("apt-get", Manager::Apt),
            ("dnf", Manager::Dnf),
            ("pacman", Manager::Pacman),
            ("brew", Manager::Brew),
        ];
        let found = known.iter().find(|(name, _)| on_path(name).is_some())?;
        Some(found.1)
    }

    fn refresh(self) -> Option<&'static str> {
        (self == Manager::Apt).then_some("apt-get update")
    }

    fn install_line(self, what: SystemPiece) -> String {
        let verb = match self {
            Manager::Apt => "env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends",
            Manager::Dnf => "dnf install -y",
            Manager::Pacman => "pacman -Sy --noconfirm --needed",
            Manager::Brew => "brew install",
        };
        format!("{verb} {}", self.names(what))
    }

    fn names(self, what: SystemPiece) -> &'static str {
        match (self, what) {
            (Manager::Apt, SystemPiece::Browser) => "chromium chromium-driver",
            // Where there is no firefox-esr, as in Ubuntu, apt says so, and a Firefox can be named in FIREFOX.
            (Manager::Apt, SystemPiece::Firefox) => "firefox-esr",
            (Manager::Apt, SystemPiece::WebKit) => "webkit2gtk-driver xvfb",
            (Manager::Apt, SystemPiece::JapaneseFont) => "fontconfig fonts-noto-cjk",
            (Manager::Dnf, SystemPiece::Browser) => "chromium chromedriver",
            (Manager::Dnf, SystemPiece::WebKit) => "webkit2gtk-driver webkit2gtk4.1 xorg-x11-server-Xvfb",
            (Manager::Dnf, SystemPiece::JapaneseFont) => "fontconfig google-noto-sans-cjk-fonts",
            (Manager::Pacman, SystemPiece::Browser) => "chromium",
            (Manager::Pacman, SystemPiece::WebKit) => "webkit2gtk-4.1 xorg-server-xvfb",
            (Manager::Pacman, SystemPiece::JapaneseFont) => "fontconfig noto-fonts-cjk",
            (Manager::Brew, SystemPiece::Browser) => "--cask chromium chromedriver",
            (Manager::Brew, SystemPiece::Firefox) => "--cask firefox",
            (Manager::Brew, SystemPiece::JapaneseFont) => "--cask font-noto-sans-cjk-jp",
            (Manager::Brew, SystemPiece::Npm) => "node",
            (_, SystemPiece::Firefox) => "firefox",
            // On macOS it is not asked for.
            (Manager::Brew, SystemPiece::WebKit) => "webkitgtk",
            (_, SystemPiece::Npm) => "nodejs npm",
            (Manager::Apt, SystemPiece::Java) => "default-jre-headless",
            (Manager::Dnf, SystemPiece::Java) => "java-latest-openjdk-headless",
            (Manager::Pacman, SystemPiece::Java) => "jre-openjdk-headless",
            (Manager::Brew, SystemPiece::Java) => "openjdk",
        }
    }

    /// The whole command line that would get the piece, for a person to type.
    fn shown(self, what: SystemPiece) -> String {
        let install = self.install_line(what);
        match self {
            Manager::Brew => install,
            _ => self.refresh().map_or_else(
                || format!("sudo {install}"),
                |refresh| format!("sudo {refresh} && sudo {install}"),
            ),
        }
    }
}

/// Root installs directly, others through sudo where it is there; Homebrew refuses root.
fn as_root(manager: Manager, line: &str) -> Program {
    let user = Program::new("id").args(["-u"]).answer();
    let is_root = user.is_some_and(|id| id.trim() == "0");
    if manager == Manager::Brew || is_root || on_path("sudo").is_none() {
        let (program, arguments) = line.split_once(' ').unwrap_or((line, ""));
        Program::new(program).line(arguments)
    } else {
        Program::new("sudo").line(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(manager: Manager, what: SystemPiece, expected: &str) {
        assert_eq!(manager.shown(what), expected, "{manager:?} {what:?}");
    }

    #[test]
    fn command_lines_a_person_can_type() {
        let apt = "sudo apt-get update && sudo env DEBIAN_FRONTEND=noninteractive \
                   apt-get install -y --no-install-recommends";
        check(
            Manager::Apt,
            SystemPiece::Browser,
            &format!("{apt} chromium chromium-driver"),
        );
        check(
            Manager::Apt,
            SystemPiece::WebKit,
            &format!("{apt} webkit2gtk-driver xvfb"),
        );
        check(
            Manager::Pacman,
            SystemPiece::Firefox,
            "sudo pacman -Sy --noconfirm --needed firefox",
        );
        check(Manager::Apt, SystemPiece::Npm, &format!("{apt} nodejs npm"));
        check(
            Manager::Dnf,
            SystemPiece::Browser,
            "sudo dnf install -y chromium chromedriver",
        );
        check(Manager::Brew, SystemPiece::Npm, "brew install node");
    }
}
