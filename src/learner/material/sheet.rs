//! A paper for those who write by hand: the questions that a seed draws, and their key on a page of its own.

use super::Dialogue;
use super::draft::{Draft, Field, Sort};
use super::fault::Fault;
use crate::domain::lang::Phrase;
use crate::domain::pack::Pack;
use crate::domain::words::fill;
use crate::learner::el::{El, button, el};
use crate::learner::section;

const SHEET: Phrase = Phrase("紙に刷る", "On paper");
const SHEET_NOTE: Phrase = Phrase(
    "この番号の問題をつづけて、解答は別のページに刷る。",
    "Prints the questions of this number, and their key on a page of its own.",
);
const PRINT_SHEET: Phrase = Phrase("問題と解答を刷る", "Print questions and key");
const NO_SHEET: Phrase = Phrase(
    "問題を用意できなかった。サーバーに置いたページで開く（ひとつのファイルの版では刷れない）。",
    "The questions could not be drawn. Open the page on a server; the version in one file cannot print them.",
);
const NAME: Phrase = Phrase(
    "名前＿＿＿＿＿＿＿＿＿＿＿＿＿＿　日付＿＿＿＿＿＿＿＿",
    "Name ______________________   Date ____________",
);
const NUMBER: Phrase = Phrase("番号{0}、{1}問", "Number {0}, questions: {1}");
const KEY: Phrase = Phrase("解答", "Key");
const FROM: Phrase = Phrase("次から選ぶ：", "Choose from: ");
/// The largest whole number that scripts keep exactly.
const EXACT: u64 = (1 << 53) - 1;
const BLANK: &str = "＿＿＿＿＿＿＿＿";
const PLACE: &str = "（　　）";
const BOX: &str = "□ ";

/// A question as the module for host pages draws it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// What is to be done: `choice`, `typed`, `order` or `match`.
    pub task: String,
    /// The question.
    pub stem: String,
    /// The text that it is about; empty for none.
    pub context: String,
    /// Options, things to be put in order, or the left of pairs.
    pub lines: Vec<String>,
    /// The right of pairs.
    pub right: Vec<String>,
    /// The answer.
    pub solution: String,
    /// Why.
    pub why: String,
    /// The place that decides it.
    pub place: String,
}

impl Draft {
    /// What a paper is drawn by, as JSON, for `quiz` of the module for host pages.
    ///
    /// # Errors
    ///
    /// What is wrong with the choice, or a seed that a script would not keep exactly.
    pub fn options(&self, pack: &Pack) -> Result<String, Fault> {
        self.view(pack)?;
        let list = |field: Field| {
            let words: Vec<String> = self
                .get(field)
                .split(',')
                .filter(|word| !word.is_empty())
                .map(quoted)
                .collect();
            (!words.is_empty()).then(|| words.join(","))
        };
        let number = |field, most| self.number(field, 0, most).map(|number| number.to_string());
        let seed = number(Field::Seed, EXACT).ok_or(Fault::Seed)?;
        let count = number(Field::Number, EXACT).ok_or(Fault::Number)?;
        let mut json = ["{\"seed\":", &seed, ",\"count\":", &count].concat();
        for (name, field) in [
            ("kinds", Field::Kinds),
            ("issues", Field::Issues),
            ("documents", Field::Documents),
        ] {
            if let Some(words) = list(field) {
                json += &[",\"", name, "\":[", &words, "]"].concat();
            }
        }
        Ok(json + "}")
    }
}

/// A word of the pack, which has neither quotation marks nor strokes in it.
fn quoted(word: &str) -> String {
    ["\"", word, "\""].concat()
}

impl Dialogue<'_> {
    /// The button that prints a paper; nothing but its place where no quiz is chosen.
    pub fn sheet(&self) -> El {
        let part = section("sheet", self.say(SHEET));
        if self.draft.sort() != Sort::Quiz || self.draft.options(self.pack).is_err() {
            return part.at("hidden", "");
        }
        part.kid(el("p").say(self.say(SHEET_NOTE)))
            .kid(
                el("p")
                    .class("acts")
                    .kid(button("act", "print-sheet", self.say(PRINT_SHEET))),
            )
            .kid(el("p").at("id", "material-sheet").at("role", "status"))
    }

    /// What is said where there are no questions to print.
    #[must_use]
    pub fn no_sheet(&self) -> &'static str {
        self.say(NO_SHEET)
    }

    /// The paper, as the page's styles print it: nothing else of the page is on it.
    pub fn paper(&self, questions: &[Asked]) -> El {
        let count = questions.len().to_string();
        let number = fill(self.say(NUMBER), &[self.draft.get(Field::Seed).trim(), &count]);
        let head = el("div")
            .class("head")
            .kid(el("h1").say(self.lang.pick(&self.pack.title)))
            .kid(el("p").say(number))
            .kid(el("p").say(self.say(NAME)));
        let asked = el("section").kid(
            el("ol")
                .class("wrongs")
                .kids(questions.iter().map(|one| self.asked(one))),
        );
        let key = el("section")
            .class("key")
            .kid(el("h2").say(self.say(KEY)))
            .kid(el("ol").kids(questions.iter().map(solved)));
        let stack = el("div").class("stack").kid(head).kid(asked).kid(key);
        el("div")
            .class("printed")
            .kid(el("section").at("id", "quiz").kid(stack))
    }

    fn asked(&self, question: &Asked) -> El {
        let lines = question.lines.iter().map(|line| match question.task.as_str() {
            "order" => [PLACE, line].concat(),
            "match" => [line, " — ", BLANK].concat(),
            _ => [BOX, line].concat(),
        });
        let lines: Vec<El> = lines.map(|line| el("li").say(line)).collect();
        let blank = lines.is_empty().then(|| el("p").say(BLANK));
        let list = (!lines.is_empty()).then(|| el("ul").kids(lines));
        let from = [self.say(FROM), &question.right.join("／")].concat();
        let context = (!question.context.is_empty()).then(|| el("p").say(&question.context));
        el("li")
            .at("lang", "ja")
            .kid(el("b").say(&question.stem))
            .kids(context)
            .kids(list)
            .kids((!question.right.is_empty()).then(|| el("p").say(from)))
            .kids(blank)
    }
}

/// A line of the key.
fn solved(question: &Asked) -> El {
    let line = [&*question.solution, "（", &question.place, "）", &question.why].concat();
    el("li").at("lang", "ja").say(line)
}
