//! The comparison of the book: each issue, stance by stance, with who said it and who reports it.

use super::{Page, place, section};
use crate::domain::compare::{ByIssue, Filter, StanceGroup, not_stated, reporter, said_on, speaker};
use crate::domain::export::xml::{Element, lines, run};
use crate::domain::lang::Lang;
use crate::domain::pack::{IssueId, Pack, StatementId};

const NAME: &str = "comparison";

pub(super) fn page(pack: &Pack) -> Page {
    let below = pack
        .issues
        .iter()
        .map(|issue| (["issue-", &issue.slug].concat(), issue.title.ja.clone()));
    Page {
        name: NAME.to_owned(),
        title: "くらべる".to_owned(),
        below: below.collect(),
        body: section(NAME)
            .child(run("h1").text("くらべる"))
            .children(pack.issues().map(|id| issue(pack, id))),
    }
}

fn issue(pack: &Pack, id: IssueId) -> Element {
    let issue = &pack[id];
    let view = ByIssue::new(pack, &Filter::default(), id);
    let silent: Vec<&str> = view.not_stated.iter().map(|party| party.name(pack, Lang::Ja)).collect();
    let silent = (!silent.is_empty()).then(|| format!("{}：{}", not_stated(Lang::Ja), silent.join("、")));
    lines("section")
        .with("id", ["issue-", &issue.slug].concat())
        .child(run("h2").text(&issue.title.ja))
        .child(run("p").text(&issue.question.ja))
        .children(
            issue
                .note
                .as_ref()
                .map(|note| run("p").with("class", "note").text(note)),
        )
        .children(view.groups.iter().flat_map(|group| self::group(pack, group)))
        .children(silent.map(|names| run("p").text(names)))
}

/// A stance, and what is said by those who take it.
fn group(pack: &Pack, group: &StanceGroup) -> [Element; 2] {
    let (sign, name) = (group.stance.sign(), group.stance.name(Lang::Ja));
    let sayings = group.holders.iter().flat_map(|holder| &holder.statements);
    [
        run("h3").text(format!("{sign} {name}")),
        lines("ul").children(sayings.map(|id| saying(pack, *id))),
    ]
}

fn saying(pack: &Pack, id: StatementId) -> Element {
    let said = &pack[id];
    let optional = |before: &str, words: &Option<String>, after: &str| {
        let words = words.as_ref().map(|words| [before, words, after].concat());
        words.unwrap_or_default()
    };
    let line = [
        pack[said.actor].name.ja.as_str(),
        "：",
        &said.paraphrase,
        &optional("（条件：", &said.condition, "）"),
        &optional("「", &said.quote, "」"),
    ];
    let how = format!(
        "話し手 {}、伝え手 {}、{}、{} ",
        speaker(pack, id, Lang::Ja),
        reporter(pack, id, Lang::Ja),
        said.attribution.name(Lang::Ja),
        said_on(pack, id, Lang::Ja),
    );
    let note = said.note.as_ref().map(|note| run("p").with("class", "note").text(note));
    lines("li")
        .with("id", ["statement-", &said.slug].concat())
        .child(run("p").text(line.concat()))
        .child(run("p").with("class", "ground").text(how).child(place(pack, said.cite)))
        .children(note)
}
