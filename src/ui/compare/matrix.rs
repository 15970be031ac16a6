//! The matrix of issues and columns.

use yew::prelude::*;

use super::filters::{Offers, panel};
use super::{head, only};
use crate::app::route::{IssueView, Route};
use crate::domain::compare::{Cell, Filter, Matrix, Opened, Party, Row, Verdict, not_stated, not_stated_here};
use crate::domain::pack::{Attribution, IssueId, Keyword, Stance};
use crate::ui::Scene;
use crate::ui::words::count;

/// The matrix.
pub fn matrix(scene: Scene) -> Html {
    let words = scene.words;
    let (filter, opened) = asked(scene);
    let view = Matrix::new(scene.pack(), &filter, &opened);
    let empty = view.columns.is_empty() || view.rows.is_empty();
    html! {
        <>
            { head(scene, html! { words.compare }, words.compare_title, words.compare_lead) }
            { panel(scene, Offers::All) }
            { legend(scene) }
            if empty {
                <div class="empty"><p>{ words.nothing_left }</p><a class="act" href={scene.model.href(&Route::Compare)}>{ words.clear_filters }</a></div>
            } else {
                { table(scene, &view, &filter, &opened) }
            }
        </>
    }
}

/// The filter and the opened columns that the address holds.
pub fn asked(scene: Scene) -> (Filter, Opened) {
    let (filter, mut rest) = Filter::from_query(scene.pack(), &scene.model.address.query);
    (filter, Opened::take(scene.pack(), &mut rest))
}

/// What each sign means.
pub fn legend(scene: Scene) -> Html {
    let sign = |stance: &Stance| {
        html! { <span data-stance={stance.word()}><span class="sign">{ stance.sign() }</span>{ " " }{ stance.name(scene.lang()) }</span> }
    };
    html! {
        <p class="legend">
            { for Stance::ALL.iter().map(sign) }
            <span>{ scene.words.legend_none }</span>
            <span>{ scene.words.legend_shaded }</span>
        </p>
    }
}

fn table(scene: Scene, view: &Matrix, filter: &Filter, opened: &Opened) -> Html {
    let query = filter.to_query(scene.pack());
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={scene.words.tab_matrix}>
            <table class="matrix">
                <thead><tr>
                    <th scope="col">{ scene.words.issue }</th>
                    { for view.columns.iter().map(|party| column(scene, *party, filter, opened)) }
                </tr></thead>
                <tbody>{ for view.rows.iter().map(|line| row(scene, view, line, &query)) }</tbody>
            </table>
        </div>
    }
}

/// The head of a column, with a link that opens it into its actors.
fn column(scene: Scene, party: Party, filter: &Filter, opened: &Opened) -> Html {
    let pack = scene.pack();
    let side = party.side(pack);
    let several = pack
        .statements
        .iter()
        .filter(|s| pack[s.actor].side == side)
        .any(|s| s.actor != side);
    let is_side = matches!(party, Party::Side(_));
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
    html! {
        <th scope="col">
            { party.name(pack, scene.lang()) }
            if several && (is_side || opened.holds(side)) {
                <br/><a class="quiet" href={scene.model.href_with(&Route::Compare, &query)} aria-label={[party.name(pack, scene.lang()), " ", label].concat()}>{ label }</a>
            }
        </th>
    }
}

fn row(scene: Scene, view: &Matrix, row: &Row, query: &str) -> Html {
    let issue = &scene.pack()[row.issue];
    let cells = view.columns.iter().zip(&row.cells);
    html! {
        <tr key={issue.slug.clone()}>
            <th scope="row">
                <a href={scene.model.href_with(&Route::Issue(row.issue, IssueView::Actors), query)}>{ scene.pick(&issue.question) }</a>{ " " }
                { only(scene, row.rests_on_one_document) }
            </th>
            { for cells.map(|(party, cell)| cell_html(scene, row.issue, *party, cell, query)) }
        </tr>
    }
}

fn cell_html(scene: Scene, issue: IssueId, party: Party, cell: &Cell, query: &str) -> Html {
    let (pack, lang) = (scene.pack(), scene.lang());
    let column = party.name(pack, lang).to_owned();
    let (stance, signs, names) = match &cell.verdict {
        Verdict::NotStated => {
            let text = if cell.left_out > 0 {
                not_stated_here(lang)
            } else {
                not_stated(lang)
            };
            return html! { <td data-column={column}><span class="none">{ text }</span></td> };
        }
        Verdict::One(stance) => (stance.word(), stance.sign().to_owned(), stance.name(lang).to_owned()),
        Verdict::Differ(held) => {
            let signs = held.iter().map(|held| held.stance.sign()).collect::<String>();
            let names: Vec<&str> = held.iter().map(|held| held.stance.name(lang)).collect();
            ("differ", signs, names.join("、"))
        }
    };
    let route = Route::Issue(issue, IssueView::At(party.actor()));
    let number = count(scene.words.statements_n, cell.statements.len());
    let said = [lang.pick(&pack[issue].title), " ・ ", &column, " ・ ", &names, " "].concat();
    let differ = (stance == "differ").then_some(scene.words.differ);
    html! {
        <td data-column={column}>
            <a class="cell" data-stance={stance} data-near={near(cell)} href={scene.model.href_with(&route, query)}>
                <span class="unseen">{ said }</span><span aria-hidden="true">{ signs }</span><small>{ differ }{ " " }{ number }</small>
            </a>
        </td>
    }
}

/// The word for the nearest evidence in a cell.
fn near(cell: &Cell) -> &'static str {
    cell.nearest.map_or("", Attribution::word)
}
