//! The static page: the whole content in one document, drawn by the views of the app, each part under the id that is its
//! address. It stands in the page from the beginning, and wherever the engine does not run it stays. All but the start is
//! in `noscript`: where scripts run, browsers keep such content as text, and `assets/here.js` opens what is asked for.

mod agreement;
mod codebook;
mod draw;
mod figures;
mod known;
mod phrase;
mod sentence;
mod telling;
mod timeline;

use yew::LocalServerRenderer;
use yew::prelude::*;

use super::el::{El, Node, all, el};
use super::{Form, Scene, card, compare, drawn, frame, glossary, quiz, reader, start};
use crate::app::Model;
use crate::app::route::{Drawn, IssueView, Route};
use crate::app::settings::Settings;
use crate::domain::lang::Lang;
use crate::domain::library::Library;

/// The page beside the static page that has the views which stand apart.
pub const VIEWS: &str = "views.html";

/// Said where scripts do not run.
pub const NO_SCRIPT: &str =
    "JavaScript が動いていない。読む、用語を引く、くらべる、答えを見ることはできる。検索、採点、記録はできない。";
/// Said where scripts run and the engine does not.
const NO_ENGINE: &str = "プログラム（WebAssembly）がここでは動かない。読む、用語を引く、くらべる、答えを見ることはできる。検索、採点、記録はできない。ファイルとして開くなら yomikurabe.html を使う。";
const NO_SEARCH: &str =
    "検索はプログラムが動くところで使える。ここでは、ブラウザーのページ内検索が開いている部分を探す。";
const NO_RECORD: &str = "答えの記録はプログラムが動くところで残る。";
const APART: &str = "この部分は別のページにある。";

/// A view of the pack that needs no engine.
type View = fn(Scene) -> Html;

/// That of a part which the app shows as it is.
fn view_of(drawn: Drawn) -> View {
    match drawn {
        Drawn::Timeline => timeline::view,
        Drawn::Telling => telling::view,
        Drawn::Figures => figures::view,
        Drawn::Known => known::view,
        Drawn::Agreement => agreement::view,
        Drawn::Codebook => codebook::view,
    }
}

/// The static page as HTML, without the drawn views that stand apart.
///
/// # Panics
/// Where the machine has no room for a thread's runtime.
#[must_use]
pub fn render(library: &'static Library) -> String {
    html(library, Piece::Page)
}

/// The drawn views that do not stand in the static page: in Japanese those that stand apart, in English all; each as the
/// HTML of one part. The page asks for them where they are asked for.
///
/// # Panics
/// Where the machine has no room for a thread's runtime.
#[must_use]
pub fn views(library: &'static Library, lang: Lang) -> Vec<String> {
    let views = match lang {
        Lang::Ja => &drawn::APART[..],
        Lang::En => &Drawn::ALL,
    };
    let each = |view: &Drawn| html(library, Piece::View(*view, lang));
    views.iter().map(each).collect()
}

/// What stands on the page [`VIEWS`] around its views, whose links lead to the static page: the bar, the ways to the views, the
/// foot.
///
/// # Panics
/// Where the machine has no room for a thread's runtime.
#[must_use]
pub fn around(library: &'static Library) -> [String; 3] {
    [Piece::Bar, Piece::Ways, Piece::Foot].map(|piece| html(library, piece))
}

fn html(library: &'static Library, piece: Piece) -> String {
    let props = StillProps { library, piece };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime without clocks and sockets needs nothing of the machine");
    let renderer = LocalServerRenderer::<Still>::with_props(props).hydratable(false);
    let html = tokio::task::LocalSet::new().block_on(&runtime, renderer.render());
    // Text browsers know no ruby.
    let html = html
        .replace("<rt>", "<rp>（</rp><rt>")
        .replace("</rt>", "</rt><rp>）</rp>");
    match piece {
        Piece::View(_, Lang::En) => html,
        // The page says so for all of it, as does what opens a part on paper.
        _ => html.replace(" lang=\"ja\"", ""),
    }
}

/// The id of a term's popup; its words name it.
pub(super) fn card_id(slug: &str) -> String {
    ["card/", slug].concat()
}

#[derive(Clone, Properties)]
struct StillProps {
    library: &'static Library,
    piece: Piece,
}

/// What is drawn at a time.
#[derive(Clone, Copy, PartialEq)]
enum Piece {
    /// The static page.
    Page,
    /// One drawn view.
    View(Drawn, Lang),
    /// The bar of the page with the views that stand apart.
    Bar,
    /// The ways to these.
    Ways,
    /// The foot below them.
    Foot,
}

impl PartialEq for StillProps {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.library, other.library) && self.piece == other.piece
    }
}

#[component]
fn Still(props: &StillProps) -> Html {
    let StillProps { library, piece } = *props;
    let framed = |draw: fn(Scene) -> Html| draw(still(&at(library, Route::Drawn(Drawn::Known))));
    match piece {
        Piece::Page => page(library),
        Piece::View(view, lang) => picture(library, lang, view),
        Piece::Bar => framed(frame::header),
        Piece::Ways => framed(|scene| ways(scene).node()),
        Piece::Foot => framed(frame::footer),
    }
}

/// The ways to the views on their own page.
fn ways(scene: Scene) -> El {
    let ways = drawn::APART.map(|view| el("li").kid(way(scene, view).say(drawn::name(scene, view))));
    el("ul").class("acts").kids(ways)
}

/// The way to one of them.
fn way(scene: Scene, view: Drawn) -> El {
    let href = [VIEWS, "#", &drawn::id(view, scene.lang())].concat();
    el("a").class("act").href(href)
}

/// The whole content. The start stands first: it is shown where the address names nothing.
fn page(library: &'static Library) -> Html {
    let model = at(library, Route::Start);
    let scene = still(&model);
    let main = el("main").class("still").at("id", "main").kids(parts(library));
    let cards = scene.pack().terms().map(|id| closed(card::still(scene, id)));
    all([
        frame::header(scene),
        off(),
        main.node(),
        el("aside").at("aria-label", scene.words.terms).kids(cards).node(),
        frame::footer(scene),
    ])
}

/// What does not work here, and why; the second line is shown by the script that starts the engine.
fn off() -> Html {
    let line = || el("p").class("off");
    all([
        el("noscript").kid(line().say(NO_SCRIPT)).node(),
        line().at("role", "status").flag("hidden", true).say(NO_ENGINE).node(),
    ])
}

/// Every part, in the order in which one would read them all.
fn parts(library: &'static Library) -> Vec<Html> {
    let pack = &library.pack;
    let issues = pack.issues().map(|id| Route::Issue(id, IssueView::Actors));
    let routes = [Route::Shelf]
        .into_iter()
        .chain(pack.documents().map(|id| Route::Document(id, None)))
        .chain([Route::Glossary])
        .chain(pack.terms().map(Route::Term))
        .chain([Route::Compare])
        .chain(issues)
        .chain([Route::Quiz, Route::Record, Route::Search])
        .chain(Drawn::ALL.map(Route::Drawn));
    let others = routes.map(|route| closed(part(library, route)));
    [part(library, Route::Start)].into_iter().chain(others).collect()
}

/// What is text until it is asked for, where scripts run: thousands of elements less to build before the engine comes.
fn closed(part: Html) -> Html {
    el("noscript").kid(part).node()
}

/// A drawn view in a language.
fn picture(library: &'static Library, lang: Lang, view: Drawn) -> Html {
    let mut model = at(library, Route::Start);
    model.settings.lang = lang;
    let scene = still(&model);
    let section = el("section").id(drawn::id(view, lang)).lang(scene.words.code);
    section.kid(view_of(view)(scene)).node()
}

fn part(library: &'static Library, route: Route) -> Html {
    let model = at(library, route);
    let scene = still(&model);
    let section = el("section").id(model.route().fragment(model.pack()));
    section.kid(view(scene)).node()
}

fn view(scene: Scene) -> Html {
    match scene.model.route() {
        Route::Shelf => start::shelf_page(scene),
        Route::Document(id, _) => reader::view(scene, *id, None),
        Route::Glossary => glossary::list(scene),
        Route::Term(id) => glossary::entry(scene, *id),
        Route::Compare => compare::matrix(scene),
        Route::Issue(id, view) => compare::issue(scene, *id, *view),
        Route::Quiz => quiz::sheet(scene),
        Route::Record => absent(scene.words.record, NO_RECORD).node(),
        Route::Search => absent(scene.words.search, NO_SEARCH).node(),
        Route::Drawn(view) if drawn::APART.contains(view) => drawn::view(scene, *view).kid(stub(scene, *view)).node(),
        Route::Drawn(view) => view_of(*view)(scene),
        _ => start::view(scene),
    }
}

/// A part that needs the engine, and what helps instead.
fn absent(name: &'static str, instead: &'static str) -> El {
    el("div")
        .class("head")
        .kid(el("h1").say(name))
        .kid(el("p").class("lead").say(instead))
}

/// What stands for a view until a script brings it, and where none does.
fn stub(scene: Scene, view: Drawn) -> El {
    let name = drawn::name(scene, view);
    let way = way(scene, view).say(["「", name, "」を開く"].concat());
    absent(name, APART).kid(el("p").kid(way))
}

fn at(library: &'static Library, route: Route) -> Model {
    let mut model = Model::new(library, "", Settings::default(), 0);
    model.address = route.into();
    model
}

fn still(model: &Model) -> Scene<'_> {
    Scene {
        form: Form::Still,
        ..Scene::new(model)
    }
}
