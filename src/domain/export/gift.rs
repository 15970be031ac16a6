//! GIFT, the text form of questions that Moodle and others import.
//!
//! Source: Moodle's own importer, `question/format/gift/format.php`, and <https://docs.moodle.org/en/GIFT_format>. A file:
//!
//! ```text
//! // 「題名」よみくらべ学習版、…
//!
//! $CATEGORY: よみくらべ/題名
//!
//! // [id:q-pd-1] [tag:kind-term]
//! ::q-pd-1::[plain]問い{
//! =正答
//! ~誤答
//! ####解説\n出典：資料2「題名」¶46（\#doc/paris-declaration/p46）
//! }
//! ```

use super::question::{Asked, couples};
use crate::domain::lang::Phrase;
use crate::domain::quiz::Task;

/// Said of what GIFT has no form for.
const TOO_FEW: Phrase = Phrase(
    "選ぶもの、結ぶものが二つに足りない",
    "fewer than two things to choose from or to match",
);
const EMPTY: Phrase = Phrase("空の問いか答えがある", "an empty question or answer");

/// Questions as a file, and those that it cannot carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gift {
    /// The file.
    pub text: String,
    /// Ids of questions that are not in it, and why.
    pub left_out: Vec<(String, Phrase)>,
}

/// The questions as one file. `credit` stands at its beginning, `category` names where Moodle files them.
#[must_use]
pub fn gift(asked: &[Asked], credit: &str, category: &str) -> Gift {
    let mut file = Gift {
        text: format!("// {}\n\n$CATEGORY: {}\n", one_line(credit), one_line(category)),
        left_out: Vec::new(),
    };
    for asked in asked {
        match question(asked) {
            Ok(text) => file.text += &text,
            Err(why) => file.left_out.push((asked.id().to_owned(), why)),
        }
    }
    file
}

/// One question with the empty line before it.
fn question(asked: &Asked) -> Result<String, Phrase> {
    let id = asked.id();
    let tags: Vec<String> = asked.tags().iter().map(|tag| format!(" [tag:{tag}]")).collect();
    let stem = escape(&asked.stem());
    let answers = answers(asked)?;
    if stem.is_empty()
        || answers
            .iter()
            .any(|line| line.len() < 2 && !"TF".contains(line.as_str()))
    {
        return Err(EMPTY);
    }
    let (tags, answers, why) = (tags.concat(), answers.join("\n"), escape(&asked.feedback()));
    Ok(format!(
        "\n// [id:{id}]{tags}\n::{id}::[plain]{stem}{{\n{answers}\n####{why}\n}}\n"
    ))
}

/// The lines between the braces.
fn answers(asked: &Asked) -> Result<Vec<String>, Phrase> {
    if let Some(truth) = asked.truth() {
        return Ok(vec![if truth { "T" } else { "F" }.to_owned()]);
    }
    match &asked.item.task {
        Task::Choice { options, .. } if options.len() < 2 => Err(TOO_FEW),
        Task::Choice { options, key } => {
            let mark = |at: usize| if at == usize::from(*key) { "=" } else { "~" };
            let line = |(at, option): (usize, &String)| [mark(at), &answer(option)].concat();
            Ok(options.iter().enumerate().map(line).collect())
        }
        Task::Typed { key, accept, .. } => {
            let spellings = [key].into_iter().chain(accept);
            Ok(spellings.map(|words| ["=", &typed(words)].concat()).collect())
        }
        Task::Order { .. } | Task::Match { .. } => matches(asked),
    }
}

/// An order is asked for as a match of places, since GIFT has no form for it.
fn matches(asked: &Asked) -> Result<Vec<String>, Phrase> {
    let couples = couples(&asked.item.task);
    // Nothing in GIFT keeps an arrow from ending the left side.
    let side = |words: &str| escape(&words.replace("->", "→"));
    let lines: Vec<String> = couples
        .iter()
        .map(|(left, right)| ["=", &answer_of(side(left)), " -> ", &side(right)].concat())
        .collect();
    let is_empty = |words: &str| words.trim().is_empty();
    match lines.len() {
        0 | 1 => Err(TOO_FEW),
        _ if couples.iter().any(|(left, right)| is_empty(left) || is_empty(right)) => Err(EMPTY),
        _ => Ok(lines),
    }
}

/// An answer to be chosen.
fn answer(words: &str) -> String {
    answer_of(escape(words))
}

/// What begins like a format or a weight is not taken for one.
fn answer_of(escaped: String) -> String {
    match escaped.starts_with(['[', '%']) {
        true => ["[plain]", &escaped].concat(),
        false => escaped,
    }
}

/// An answer to be typed, in which Moodle would take a star for anything.
fn typed(words: &str) -> String {
    answer(&words.replace('*', "\\*"))
}

/// Text in which nothing means anything to GIFT: on one line, since an empty one would end the question.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.trim().replace("\r\n", "\n").chars() {
        match letter {
            '\\' | '~' | '=' | '#' | '{' | '}' | ':' => out.extend(['\\', letter]),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => out.push_str("\\n"),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

fn one_line(text: &str) -> String {
    let space = |letter: char| if letter.is_control() { ' ' } else { letter };
    text.chars().map(space).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_means_anything() {
        assert_eq!(escape(" a{b}~=#:\\\n\nc\u{0} "), "a\\{b\\}\\~\\=\\#\\:\\\\\\n\\nc ");
        assert_eq!(answer("%50%半分"), "[plain]%50%半分");
        assert_eq!(answer("[html]<b>"), "[plain][html]<b>");
        assert_eq!(typed("*"), "\\\\*");
    }
}
