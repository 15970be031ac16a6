//! Moodle XML, in which Moodle exports and imports its questions.
//!
//! Source: Moodle's own importer, `question/format/xml/format.php`, and <https://docs.moodle.org/en/Moodle_XML_format>. Texts
//! are HTML, but for answers that are typed or chosen from a list.

use super::question::{Asked, couples};
use super::xml::{self, Element, lines, run};
use crate::domain::lang::Phrase;
use crate::domain::quiz::Task;

const TOO_FEW: Phrase = Phrase(
    "選ぶもの、結ぶものが二つに足りない",
    "fewer than two things to choose from or to match",
);

/// Questions as a file, and those that it cannot carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoodleXml {
    /// The file.
    pub text: String,
    /// Ids of questions that are not in it, and why.
    pub left_out: Vec<(String, Phrase)>,
}

/// The questions as one file. `credit` is what the category says of itself, `category` its name.
#[must_use]
pub fn moodle_xml(asked: &[Asked], credit: &str, category: &str) -> MoodleXml {
    let mut left_out = Vec::new();
    let mut quiz = lines("quiz").child(self::category(credit, category));
    for asked in asked {
        match question(asked) {
            Ok(question) => quiz = quiz.child(question),
            Err(why) => left_out.push((asked.id().to_owned(), why)),
        }
    }
    MoodleXml {
        text: xml::document(&quiz),
        left_out,
    }
}

fn category(credit: &str, name: &str) -> Element {
    lines("question")
        .with("type", "category")
        .child(lines("category").child(text(&["$course$/top/", &name.replace('/', "／")].concat())))
        .child(html("info", &paragraph(credit)))
}

fn question(asked: &Asked) -> Result<Element, Phrase> {
    let (kind, answers) = answers(asked)?;
    let why = [
        paragraph(&asked.item.why),
        format!("<p>出典：{}</p>", asked.source.html()),
    ];
    let tags = asked.tags();
    let tags = tags.iter().map(|tag| lines("tag").child(text(tag)));
    Ok(lines("question")
        .with("type", kind)
        .child(lines("name").child(text(asked.id())))
        .child(html("questiontext", &stem(asked)))
        .child(html("generalfeedback", &why.concat()))
        .child(run("defaultgrade").text("1"))
        .child(run("hidden").text("0"))
        .child(run("idnumber").text(asked.id()))
        .children(answers)
        .child(lines("tags").children(tags)))
}

fn stem(asked: &Asked) -> String {
    let context = asked.item.context.as_deref();
    let context = context.map(|words| format!("<blockquote>{}</blockquote>", paragraph(words)));
    [paragraph(&asked.item.stem), context.unwrap_or_default()].concat()
}

/// The type of question, and what only it has.
fn answers(asked: &Asked) -> Result<(&'static str, Vec<Element>), Phrase> {
    if let Some(truth) = asked.truth() {
        return Ok(("truefalse", true_and_false(truth)));
    }
    match &asked.item.task {
        Task::Choice { options, .. } if options.len() < 2 => Err(TOO_FEW),
        Task::Choice { options, key } => Ok(("multichoice", choices(options, usize::from(*key)))),
        Task::Typed { key, accept, .. } => Ok(("shortanswer", spellings(key, accept))),
        // An order is asked for as a match of places: not every Moodle has a type for it.
        Task::Order { .. } | Task::Match { .. } => matches(asked),
    }
}

fn true_and_false(truth: bool) -> Vec<Element> {
    let answer = |words: &str, is_right: bool| answer(is_right, "moodle_auto_format", words);
    vec![answer("true", truth), answer("false", !truth)]
}

fn choices(options: &[String], key: usize) -> Vec<Element> {
    let fixed = [
        ("single", "true"),
        ("shuffleanswers", "true"),
        ("answernumbering", "none"),
    ];
    let fixed = fixed.map(|(name, value)| run(name).text(value));
    let option = |(at, words): (usize, &String)| answer(at == key, "html", &paragraph(words));
    fixed
        .into_iter()
        .chain(options.iter().enumerate().map(option))
        .collect()
}

/// Right answers to be typed; a star would stand for anything.
fn spellings(key: &str, accept: &[String]) -> Vec<Element> {
    let all = [key].into_iter().chain(accept.iter().map(String::as_str));
    let spelling = |words: &str| answer(true, "moodle_auto_format", &words.replace('*', "\\*"));
    let case = run("usecase").text("0");
    [case].into_iter().chain(all.map(spelling)).collect()
}

fn matches(asked: &Asked) -> Result<(&'static str, Vec<Element>), Phrase> {
    let couples = couples(&asked.item.task);
    let couple = |(left, right): &(String, &str)| {
        html("subquestion", &paragraph(left)).child(lines("answer").child(text(right)))
    };
    match couples.len() {
        0 | 1 => Err(TOO_FEW),
        _ => {
            let shuffle = run("shuffleanswers").text("true");
            Ok((
                "matching",
                [shuffle].into_iter().chain(couples.iter().map(couple)).collect(),
            ))
        }
    }
}

fn answer(is_right: bool, format: &str, words: &str) -> Element {
    lines("answer")
        .with("fraction", if is_right { "100" } else { "0" })
        .with("format", format)
        .child(text(words))
}

fn text(words: &str) -> Element {
    run("text").text(words)
}

fn html(name: &'static str, words: &str) -> Element {
    lines(name).with("format", "html").child(text(words))
}

/// A text as a paragraph of HTML.
fn paragraph(words: &str) -> String {
    ["<p>", &xml::escape(words).replace('\n', "<br>"), "</p>"].concat()
}
