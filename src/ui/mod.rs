//! Draws the model. Views are functions of a [`Scene`]; they know no browser and render natively too.
//!
//! Links are plain `<a href="#…">`, terms carry `data-term`, input fields `data-input`, buttons `data-press`: the
//! platform listens at the root and sends the messages, so that a long text costs no listeners.

mod card;
mod compare;
mod drawn;
pub mod el;
mod frame;
mod glossary;
mod lost;
mod material;
mod press;
mod quiz;
mod reader;
mod record;
mod search;
mod start;
#[cfg(not(target_arch = "wasm32"))]
pub mod still;

pub use compare::{Grid, Line, Ticks};
pub use press::Press;
pub use reader::Text;

use yew::Html;

use crate::app::Model;
use crate::app::route::{Address, Route};
use crate::domain::lang::Lang;
use crate::domain::pack::{Bilingual, Citation, Pack};
use crate::domain::words::{self, Words};
use el::{El, Node, all, el};

/// What every view is given.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// What to draw.
    pub model: &'a Model,
    /// The page's own words in the reader's language.
    pub words: &'static Words,
    /// How a part that is drawn on its own is put into the page; without it the parts are drawn where they stand.
    pub mount: Option<&'a dyn Fn(Part) -> Html>,
    /// In which form.
    pub form: Form,
}

/// In which form a view is drawn. In the browser there is one, so that what tells them apart costs the engine nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In the app.
    Live,
    /// In the static page. What works only with a script is `hidden`, or left out where that moves nothing; links lead to
    /// ids.
    #[cfg(not(target_arch = "wasm32"))]
    Still,
}

impl Form {
    /// Whether it is the static page.
    #[must_use]
    pub fn is_still(self) -> bool {
        self != Self::Live
    }

    /// A part that only the app has.
    fn live<T>(self, part: impl FnOnce() -> T) -> Option<T> {
        (!self.is_still()).then(part)
    }
}

/// A part of the page that is drawn again only when it changes itself.
#[derive(Debug, PartialEq)]
pub enum Part {
    /// Everything, with the other parts in it.
    Page,
    /// The glossary popup.
    Card,
    /// The text of a document.
    Text(Text),
    /// A list of which several can be ticked.
    Ticks(Ticks),
    /// The matrix, without what stands around it.
    Grid(Grid),
    /// A row of the matrix.
    Line(Line),
}

impl Part {
    /// Its place in the matrix from above: 0 the whole, 1 the head, from 2 on the rows. A row that was `before` one of
    /// another issue has none, since it may be of another height.
    #[must_use]
    pub fn place(&self, before: &Self) -> Option<usize> {
        match (self, before) {
            (Self::Grid(_), _) => Some(0),
            (Self::Line(line), Self::Line(before)) => Some(line.place(before)? + 2),
            _ => None,
        }
    }
}

impl<'a> Scene<'a> {
    /// The scene of a model.
    #[must_use]
    pub fn new(model: &'a Model) -> Self {
        Self {
            model,
            words: Words::of(model.settings.lang),
            mount: None,
            form: Form::Live,
        }
    }

    fn part(self, part: Part) -> Html {
        match self.mount {
            Some(mount) => mount(part),
            None => draw(self, &part),
        }
    }

    fn pack(&self) -> &'static Pack {
        &self.model.library.pack
    }

    fn lang(&self) -> Lang {
        self.model.settings.lang
    }

    /// The text of the reader's language.
    fn pick(&self, text: &'static Bilingual) -> &'static str {
        self.lang().pick(text)
    }

    /// 資料2 ¶14.
    fn place(&self, cite: Citation) -> String {
        place(self.pack(), cite)
    }

    /// A link to a citation, which then stands marked in the reader.
    fn cite(&self, cite: Citation) -> Html {
        el("a")
            .class("cite")
            .href(self.cite_href(cite))
            .say(self.place(cite))
            .node()
    }

    /// A part that works only with a script: the static page keeps its place and does not show it.
    fn later(&self, part: El) -> El {
        match self.form {
            Form::Live => part,
            #[cfg(not(target_arch = "wasm32"))]
            Form::Still => part.flag("hidden", true),
        }
    }

    /// A link that asks something of a view; the static page has one view of each thing, so there it leads nowhere.
    fn asking(&self, link: El, href: String) -> El {
        match self.form {
            Form::Live => link.href(href),
            #[cfg(not(target_arch = "wasm32"))]
            Form::Still => link.at("role", "link").at("aria-disabled", "true"),
        }
    }

    fn cite_href(&self, cite: Citation) -> String {
        let address = Address::of_citation(cite);
        match self.form {
            Form::Live => ["#", &address.fragment(self.pack())].concat(),
            #[cfg(not(target_arch = "wasm32"))]
            Form::Still => self.model.href(&address.route),
        }
    }
}

/// 資料2 ¶14.
fn place(pack: &Pack, cite: Citation) -> String {
    [pack[cite.document].label.as_str(), " ¶", &cite.paragraph.0.to_string()].concat()
}

/// The whole page, with all its parts.
pub fn page(model: &Model) -> Html {
    draw(Scene::new(model), &Part::Page)
}

/// One part.
pub fn draw(scene: Scene, part: &Part) -> Html {
    match part {
        Part::Page => whole(scene),
        Part::Card => card::view(scene),
        Part::Text(text) => reader::text(scene, *text),
        Part::Ticks(ticks) => compare::boxes(scene, ticks),
        Part::Grid(_) => compare::grid(scene),
        Part::Line(line) => compare::row(scene, line),
    }
}

fn whole(scene: Scene) -> Html {
    let main = el("main")
        .at("id", "main")
        .at("tabindex", "-1")
        .lang(scene.words.code)
        .kid(screen(scene));
    all([
        frame::header(scene),
        main.node(),
        frame::footer(scene),
        frame::notice(scene),
        scene.part(Part::Card),
    ])
}

/// What the browser's window is called: the place, then the page's name.
#[must_use]
pub fn title(model: &Model) -> String {
    let scene = Scene::new(model);
    let (pack, words) = (scene.pack(), scene.words);
    let place = match model.route() {
        Route::Start => scene.pick(&pack.title),
        Route::Shelf => words.shelf,
        Route::Document(id, _) => scene.pick(&pack[*id].short),
        Route::Glossary => words.terms,
        Route::Term(id) => &pack[*id].headword,
        Route::Compare | Route::Pair(..) => words.compare_title,
        Route::Issue(id, _) => scene.pick(&pack[*id].title),
        Route::Statement(id) => scene.pick(&pack[pack[*id].issue].title),
        Route::Drawn(drawn) => drawn::name(scene, *drawn),
        Route::Quiz | Route::Paper => words.check,
        Route::Record => words.record,
        Route::Search => words.search,
        Route::Material => words.material,
        Route::Lost(_) => words.lost_title,
    };
    [place, " ・ ", words.name].concat()
}

/// The view of the present address.
fn screen(scene: Scene) -> Html {
    match scene.model.route() {
        Route::Start => start::view(scene),
        Route::Shelf => start::shelf_page(scene),
        Route::Document(id, mark) => reader::view(scene, *id, *mark),
        Route::Glossary => glossary::list(scene),
        Route::Term(id) => glossary::entry(scene, *id),
        Route::Compare => compare::matrix(scene),
        Route::Pair(a, b) => compare::pair(scene, *a, *b),
        Route::Issue(id, view) => compare::issue(scene, *id, *view),
        Route::Statement(id) => compare::statement(scene, *id),
        Route::Drawn(drawn) => drawn::view(scene, *drawn).node(),
        Route::Quiz => quiz::setup(scene),
        Route::Paper => quiz::paper(scene),
        Route::Record => record::view(scene),
        Route::Search => search::view(scene),
        Route::Material => material::view(scene),
        Route::Lost(lost) => lost::view(scene, lost),
    }
}
