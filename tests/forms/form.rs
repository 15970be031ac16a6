//! The forms of launch: how each is served, what is switched off, and how its page is opened.

use crate::dist;
use crate::harness::{Engine, Hosting, Page, Server, Without};

/// A way in which the page is opened.
#[derive(Clone, Copy)]
pub struct Form {
    /// Its first cell in the table of `docs/hosting.md`.
    pub name: &'static str,
    /// What the reader has switched off.
    pub without: Without,
    /// The file that is opened.
    file: &'static str,
    /// From where.
    place: Place,
    /// Where the server has it, and what it says with each response.
    hosting: (&'static str, &'static str),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A server.
    Server,
    /// A server that is gone after a first visit.
    ServerThatGoes,
    /// A frame with this `sandbox` in a page of a server.
    Frame(&'static str),
    /// The disk.
    Disk,
}

/// Where the server has the folder.
const ROOT: &str = "/";
const FOLDER: &str = Hosting::COURSE.mount;

const PAGE: &str = "index.html";
const SINGLE_FILE: &str = "yomikurabe.html";

/// What makes the page work without a network.
const SERVICE_WORKER: &str = "sw.js";

/// Lets a frame whose origin is unknown load modules.
const CORS: &str = "Access-Control-Allow-Origin: *\r\n";

/// A host that allows scripts and no WebAssembly.
const POLICY: &str = "Content-Security-Policy: script-src 'self' 'unsafe-inline'\r\n";

/// All forms; those for which the same is switched off stand together, and share a browser.
pub const FORMS: [Form; 16] = [
    form("a server, at its root", Place::Server).hosted(ROOT, ""),
    form("a server, in a sub-folder", Place::Server),
    form("a server whose policy refuses WebAssembly", Place::Server).hosted(FOLDER, POLICY),
    form("a folder on the disk", Place::Disk),
    single("the single file on the disk", Place::Disk),
    form("a sandboxed frame", Place::Frame("allow-scripts")),
    form("a sandboxed frame, with CORS", Place::Frame("allow-scripts")).hosted(FOLDER, CORS),
    single("a sandboxed frame, the single file", Place::Frame("allow-scripts")),
    form(
        "a sandboxed frame, same origin",
        Place::Frame("allow-scripts allow-same-origin"),
    ),
    form("a sandboxed frame, no scripts", Place::Frame("")),
    form("no network, after a first visit", Place::ServerThatGoes),
    form("no JavaScript", Place::Server).without(Without::Scripts),
    single("no JavaScript, the single file", Place::Disk).without(Without::Scripts),
    form("no WebAssembly", Place::Server).without(Without::WebAssembly),
    single("no WebAssembly, the single file", Place::Disk).without(Without::WebAssembly),
    form("no storage", Place::Server).without(Without::Storage),
];

const fn form(name: &'static str, place: Place) -> Form {
    Form {
        name,
        without: Without::Nothing,
        file: PAGE,
        place,
        hosting: (FOLDER, ""),
    }
}

const fn single(name: &'static str, place: Place) -> Form {
    Form {
        file: SINGLE_FILE,
        ..form(name, place)
    }
}

impl Form {
    const fn without(self, without: Without) -> Form {
        Form { without, ..self }
    }

    const fn hosted(self, mount: &'static str, headers: &'static str) -> Form {
        Form {
            hosting: (mount, headers),
            ..self
        }
    }

    /// Why there is nothing to run, where that is so.
    pub fn absent(self, engine: Engine) -> Option<String> {
        let waits = (engine, self.without) == (Engine::WebKit, Without::Scripts);
        waits.then(|| "not run: its driver waits for ever; see the frame without scripts".into())
    }

    /// Whether a complaint is the browser's own about what this form is: nobody answers when it looks for a new version.
    pub fn explains(self, complaint: &str) -> bool {
        self.place == Place::ServerThatGoes && complaint.contains(SERVICE_WORKER)
    }

    /// A host of its own for each form: nothing that one has stored is there for another.
    pub fn server(self) -> Server {
        let (mount, headers) = self.hosting;
        let sandbox = match self.place {
            Place::Frame(sandbox) => sandbox,
            _ => "",
        };
        Server::start_as(
            &dist(),
            Hosting {
                mount,
                headers,
                sandbox,
            },
        )
    }

    /// What comes before the page is opened: a first visit, after which there is no server.
    #[track_caller]
    pub fn prepare(self, page: &Page) {
        if self.place == Place::ServerThatGoes {
            self.open(page, "start");
            page.see("html[data-ready] main");
            let answers = "navigator.serviceWorker.controller?.state === 'activated'";
            page.wait("a worker answers", answers);
            page.server.go_away();
        }
    }

    /// Opens the page at a fragment.
    #[track_caller]
    pub fn open(self, page: &Page, fragment: &str) {
        let (server, file) = (&page.server, self.file);
        match self.place {
            Place::Server | Place::ServerThatGoes => page.go(&format!("{}{file}#{fragment}", server.address())),
            Place::Disk => page.go(&format!("file://{}#{fragment}", dist().join(file).display())),
            Place::Frame(_) => {
                page.go(&format!("{}/frame?{file}%23{fragment}", server.origin()));
                page.enter_frame("iframe");
                return;
            }
        }
        page.touch();
    }
}
