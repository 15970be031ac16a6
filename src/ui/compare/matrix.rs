//! The matrix of issues and columns.

use std::rc::Rc;

use yew::Html;

use super::filters::{Offers, clear, panel};
use super::{head, only, party_name, signed};
use crate::app::route::{Drawn, IssueView, Route};
use crate::domain::compare::{Cell, Filter, Matrix, Opened, Party, Row, Verdict, not_stated, not_stated_here};
use crate::domain::lang::Lang;
use crate::domain::pack::{Attribution, IssueId, Keyword, Stance};
use crate::ui::el::{El, Node, all, el, text};
use crate::ui::words::count;
use crate::ui::{Form, Part, Scene, drawn};

/// What a row of the matrix is drawn from. A change of the filter leaves most rows as they are.
#[derive(Debug)]
pub struct Line {
    matrix: Rc<Matrix>,
    row: usize,
    lang: Lang,
}

impl PartialEq for Line {
    /// All else in a cell follows from its statements.
    fn eq(&self, other: &Self) -> bool {
        let is_same = |(one, two): (&Cell, &Cell)| one.statements == two.statements && one.left_out == two.left_out;
        self.row().issue == other.row().issue
            && self.lang == other.lang
            && self.matrix.columns == other.matrix.columns
            && self.row().cells.iter().zip(&other.row().cells).all(is_same)
    }
}

impl Line {
    /// The row, counted from 0, if it shows the issue that it showed before.
    pub fn place(&self, before: &Self) -> Option<usize> {
        (self.row().issue == before.row().issue).then_some(self.row)
    }

    fn row(&self) -> &Row {
        &self.matrix.rows[self.row]
    }
}

/// What the table is drawn from.
#[derive(Debug, PartialEq)]
pub struct Grid {
    query: String,
    lang: Lang,
}

/// The matrix.
pub fn matrix(scene: Scene) -> Html {
    let words = scene.words;
    let grid = Grid {
        query: scene.model.address.query.clone(),
        lang: scene.lang(),
    };
    all([
        head(scene, text(words.compare), words.compare_title, words.compare_lead),
        panel(scene, Offers::All),
        legend(scene),
        scene.part(Part::Grid(grid)),
    ])
}

/// The table, or that nothing is left to show in it.
pub fn grid(scene: Scene) -> Html {
    let (filter, opened) = asked(scene);
    let view = Rc::new(Matrix::new(scene.pack(), &filter, &opened));
    if view.columns.is_empty() || view.rows.is_empty() {
        nothing(scene).node()
    } else {
        table(scene, &view, &filter, &opened).node()
    }
}

fn nothing(scene: Scene) -> El {
    el("div")
        .class("empty")
        .kid(el("p").say(scene.words.nothing_left))
        .kid(clear(scene))
}

/// The filter and the opened columns that the address holds.
pub fn asked(scene: Scene) -> (Filter, Opened) {
    let (filter, mut rest) = Filter::from_query(scene.pack(), &scene.model.address.query);
    (filter, Opened::take(scene.pack(), &mut rest))
}

/// What each sign means.
pub fn legend(scene: Scene) -> Html {
    el("p")
        .class("legend")
        .kids(Stance::ALL.iter().map(|stance| signed(scene, *stance)))
        .kid(el("span").say("・ ").say(scene.words.legend_none))
        .kid(el("span").say("… ").say(not_stated_here(scene.lang())))
        .kid(el("span").say(scene.words.legend_shaded))
        .kid(drawn::link(scene, Drawn::Codebook))
        .node()
}

fn table(scene: Scene, view: &Rc<Matrix>, filter: &Filter, opened: &Opened) -> El {
    let words = scene.words;
    let query = filter.to_query(scene.pack());
    let columns = view.columns.iter().map(|party| column(scene, *party, filter, opened));
    let names = el("tr").kid(columnhead().key("").say(words.issue)).kids(columns);
    let line = |row| Line {
        matrix: view.clone(),
        row,
        lang: scene.lang(),
    };
    let rows = (0..view.rows.len()).map(|row| scene.part(Part::Line(line(row))));
    let table = el("table")
        .class("matrix")
        .flag("data-wide", view.columns.len() > FITTING)
        .kid(el("thead").kid(names))
        .kid(el("tbody").with("data-query", query).kids(rows));
    el("div")
        .class("scroll")
        .at("tabindex", "0")
        .at("role", "region")
        .at("aria-label", words.tab_matrix)
        .kid(table)
}

/// How many columns a page of 1280 pixels has room for, as the styles divide it.
const FITTING: usize = 12;

fn columnhead() -> El {
    el("th").at("scope", "col")
}

/// The head of a column, with a link that opens it into its actors.
fn column(scene: Scene, party: Party, filter: &Filter, opened: &Opened) -> El {
    let pack = scene.pack();
    let side = party.side(pack);
    let several = pack
        .statements
        .iter()
        .filter(|s| pack[s.actor].side == side)
        .any(|s| s.actor != side);
    let is_side = matches!(party, Party::Side(_));
    let opens = several && (is_side || opened.holds(side));
    columnhead()
        .key(&pack[party.actor()].slug)
        .say(party_name(scene, party))
        .kid(opens.then(|| all([el("br").node(), switch(scene, party, filter, opened).node()])))
}

/// The link that opens a column or folds it.
fn switch(scene: Scene, party: Party, filter: &Filter, opened: &Opened) -> El {
    let pack = scene.pack();
    let side = party.side(pack);
    let label = if opened.holds(side) {
        scene.words.fold
    } else {
        scene.words.unfold
    };
    let query = [filter.to_query(pack), opened.switched(side).to_query(pack)]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("&");
    scene
        .later(scene.asking(el("a").class("quiet"), scene.model.href_with(&Route::Compare, &query)))
        .with("aria-label", [party_name(scene, party), " ", label].concat())
        .say(label)
}

/// One issue. Its links take the filter from `data-query` when they are about to be followed: some two hundred addresses, written
/// anew with every change of the filter, would take longer than all else that changes.
pub fn row(scene: Scene, line: &Line) -> Html {
    let (columns, row) = (&line.matrix.columns, line.row());
    let issue = &scene.pack()[row.issue];
    let to_issue = Route::Issue(row.issue, IssueView::Actors);
    let link = el("a")
        .href(scene.model.href(&to_issue))
        .say(scene.pick(&issue.question));
    let head = el("th")
        .key("")
        .at("scope", "row")
        .kid(link)
        .say(" ")
        .kid(only(scene, row.rests_on_one_document));
    let cells = columns.iter().zip(&row.cells);
    el("tr")
        .kid(head)
        .kids(cells.map(|(party, cell)| cell_html(scene, row.issue, *party, cell)))
        .node()
}

fn cell_html(scene: Scene, issue: IssueId, party: Party, cell: &Cell) -> El {
    let (pack, lang) = (scene.pack(), scene.lang());
    let (class, words) = match (cell.statements.is_empty(), cell.left_out.is_empty()) {
        (false, _) => (None, None),
        (true, false) => (Some("none out"), Some(not_stated_here(lang))),
        (true, true) => (Some("none"), Some(not_stated(lang))),
    };
    let place = el("td").key(&pack[party.actor()].slug).maybe("class", class);
    // A cell without statements, of which there are most, is a mark that the styles draw.
    let place = match scene.form {
        Form::Live => place.maybe("aria-label", words),
        #[cfg(not(target_arch = "wasm32"))]
        Form::Still => place.kid(words.map(text)),
    };
    // What the filter leaves out stays in its cell, unseen: with the next change it is back without being built or laid out.
    let unseen = class
        .is_some()
        .then(|| Cell::new(pack, cell.left_out.clone(), Vec::new()));
    let cell = unseen.as_ref().unwrap_or(cell);
    let link = verdict(scene, cell).map(|said| link(scene, issue, party, cell, said));
    let column = link.is_some().then(|| party_name(scene, party));
    place.maybe("data-column", column).kid(link.map(Node::node))
}

/// The link of a cell to its statements.
fn link(scene: Scene, issue: IssueId, party: Party, cell: &Cell, said: Said) -> El {
    let title = scene.pick(&scene.pack()[issue].title);
    let label = [title, " ・ ", party_name(scene, party), " ・ "].concat();
    let route = match scene.form {
        Form::Live => Route::Issue(issue, IssueView::At(party.actor())),
        #[cfg(not(target_arch = "wasm32"))]
        Form::Still => Route::Statement(cell.statements[0]),
    };
    filled(scene, cell, said, label).href(scene.model.href(&route))
}

/// What a cell with statements says.
struct Said {
    stance: &'static str,
    signs: String,
    names: String,
}

fn verdict(scene: Scene, cell: &Cell) -> Option<Said> {
    let lang = scene.lang();
    let (stance, signs, names) = match &cell.verdict {
        Verdict::NotStated => return None,
        Verdict::One(stance) => (stance.word(), stance.sign().to_owned(), stance.name(lang).to_owned()),
        Verdict::Differ(held) => {
            let signs = held.iter().map(|held| held.stance.sign()).collect::<String>();
            let names: Vec<&str> = held.iter().map(|held| held.stance.name(lang)).collect();
            ("differ", signs, names.join("、"))
        }
    };
    Some(Said { stance, signs, names })
}

/// The link of a cell. Its signs are read out in words, after `label`. Few nodes: a change of the filter makes many.
fn filled(scene: Scene, cell: &Cell, said: Said, label: String) -> El {
    let words = scene.words;
    let number = count(words.statements_n, cell.statements.len());
    let differ = if said.stance == "differ" { words.differ } else { "" };
    let small = [differ, " ", &number].concat();
    el("a")
        .class("cell")
        .at("data-stance", said.stance)
        .at("data-near", near(cell))
        .with("aria-label", [&label, &said.names, " ", &small].concat())
        .say(said.signs)
        .kid(el("small").say(small))
}

/// The word for the nearest evidence in a cell.
fn near(cell: &Cell) -> &'static str {
    cell.nearest.map_or("", Attribution::word)
}
