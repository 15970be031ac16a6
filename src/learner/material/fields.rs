//! The fields of the dialogue: what to show, and how.

use super::{Dialogue, Field, Sort};
use crate::app::route::Drawn;
use crate::domain::lang::Phrase;
use crate::domain::pack::{Keyword, QuestionKind};
use crate::domain::words::fill;
use crate::learner::el::{El, el};
use crate::learner::section;

const WHAT: Phrase = Phrase("何を入れるか", "What to put in");
const LOOKS: Phrase = Phrase("どう見せるか", "How it looks");
const SORT: Phrase = Phrase("画面", "View");
const HERE: Phrase = Phrase("いま見ていた画面（#{}）", "The view you came from (#{})");
const WHICH: Phrase = Phrase("どれを", "Which");
const ACTORS: [Phrase; 2] = [Phrase("一方", "One"), Phrase("もう一方", "The other")];
const SEED: Phrase = Phrase(
    "問題の番号（同じ番号なら、だれにも同じ問題が出る）",
    "Number of the paper (the same number gives everyone the same questions)",
);
const NUMBER: Phrase = Phrase("問題の数（1〜50）", "Questions (1 to 50)");
const KINDS: Phrase = Phrase("問題の種類", "Kinds of questions");
const ISSUES: Phrase = Phrase("論点", "Issues");
const DOCUMENTS: Phrase = Phrase("文書", "Documents");
const ALL: Phrase = Phrase("{}（選ばなければ全部）", "{} (none: all)");
const MODE: Phrase = Phrase("答えあわせ", "Feedback");
const MODES: [(&str, Phrase); 2] = [
    ("practice", Phrase("練習（一問ごと）", "Practice (at once)")),
    ("test", Phrase("テスト（終わりに）", "Test (at the end)")),
];
const PASS: Phrase = Phrase("合格の割合（%、空なら決めない）", "Pass mark (%, empty for none)");
const LANG: Phrase = Phrase("言語", "Language");
const LANGS: [(&str, Phrase); 2] = [("ja", Phrase("日本語", "Japanese")), ("en", Phrase("英語", "English"))];
const THEME: Phrase = Phrase("配色", "Theme");
const THEMES: [(&str, Phrase); 3] = [
    ("system", Phrase("端末に合わせる", "As the device")),
    ("light", Phrase("明るい", "Light")),
    ("dark", Phrase("暗い", "Dark")),
];
const HEIGHT: Phrase = Phrase("高さ", "Height");
const HEIGHTS: [(&str, Phrase); 2] = [
    (
        "content",
        Phrase("中身に合わせる（要素）", "As high as its content (element)"),
    ),
    ("fixed", Phrase("決めた高さ", "Fixed")),
];
const PIXELS: Phrase = Phrase("フレームの高さ（ピクセル）", "Height of the frame (pixels)");
const COPY: Phrase = Phrase("ページの置き場所（URL）", "Address (URL) of your copy of the page");
const COPY_NOTE: Phrase = Phrase(
    "dist/ を置いたところ。例：https://example.org/yomi/",
    "Where dist/ stands, such as https://example.org/yomi/",
);

/// What can be chosen: words and names.
#[derive(Default)]
struct Options(Vec<(String, String)>);

impl Options {
    #[inline(never)]
    fn add(&mut self, word: &str, name: &str) {
        self.0.push((word.to_owned(), name.to_owned()));
    }

    fn said(dialogue: &Dialogue, options: &[(&str, Phrase)]) -> Self {
        let mut all = Self::default();
        for (word, name) in options {
            all.add(word, dialogue.say(*name));
        }
        all
    }
}

/// What to show.
pub fn view(dialogue: &Dialogue) -> El {
    let mut sorts = Options::default();
    if let Some(here) = &dialogue.draft.here {
        let name = fill(dialogue.say(HERE), &[&here.fragment(dialogue.pack)]);
        sorts.add(Sort::Here.word(), &name);
    }
    for sort in Sort::ALL {
        sorts.add(sort.word(), dialogue.say(name(sort)));
    }
    section("what", dialogue.say(WHAT))
        .kid(list(dialogue, Field::Sort, SORT, &sorts))
        .kid(of_sort(dialogue))
}

/// What a sort of view is called.
pub fn name(sort: Sort) -> Phrase {
    match sort {
        Sort::Here => SORT,
        Sort::Document => Phrase("ひとつの文書", "One document"),
        Sort::Term => Phrase("ひとつの用語", "One term"),
        Sort::Issue => Phrase("ひとつの論点の比較", "One issue compared"),
        Sort::Pair => Phrase("二者の比較", "Two actors"),
        Sort::Quiz => Phrase("クイズ", "Quiz"),
        Sort::Matrix => Phrase("立場の一覧", "All positions"),
        Sort::Glossary => Phrase("用語集", "Glossary"),
        Sort::Drawn(Drawn::Timeline) => Phrase("年表", "Timeline"),
        Sort::Drawn(Drawn::Telling) => Phrase("同じ事、別の述べ方", "One event, several tellings"),
        Sort::Drawn(Drawn::Figures) => Phrase("数字", "Figures"),
        Sort::Drawn(Drawn::Known) => Phrase("どれほど確かか", "How surely is it known"),
        Sort::Drawn(Drawn::Agreement) => Phrase("立場の近さ", "Where actors stand to each other"),
        Sort::Drawn(Drawn::Codebook) => Phrase("立場と伝え方の手引き", "Codebook"),
    }
}

/// What the chosen sort asks for.
pub fn of_sort(dialogue: &Dialogue) -> El {
    let place = el("div").at("id", "material-of-sort").class("stack");
    let sort = dialogue.draft.sort();
    match sort {
        Sort::Document => place.kid(list(dialogue, Field::Document, WHICH, &documents(dialogue))),
        Sort::Term => place.kid(list(dialogue, Field::Term, WHICH, &terms(dialogue))),
        Sort::Issue => place.kid(list(dialogue, Field::Issue, WHICH, &issues(dialogue))),
        Sort::Pair => {
            let actors = actors(dialogue);
            place.kid(list(dialogue, Field::Left, ACTORS[0], &actors)).kid(list(
                dialogue,
                Field::Right,
                ACTORS[1],
                &actors,
            ))
        }
        Sort::Quiz => quiz(dialogue, place),
        _ => place,
    }
}

fn documents(dialogue: &Dialogue) -> Options {
    let mut all = Options::default();
    for one in &dialogue.pack.documents {
        all.add(&one.slug, &[&one.label, " ", dialogue.lang.pick(&one.short)].concat());
    }
    all
}

fn terms(dialogue: &Dialogue) -> Options {
    let mut all = Options::default();
    for one in &dialogue.pack.terms {
        all.add(&one.slug, &one.headword);
    }
    all
}

fn issues(dialogue: &Dialogue) -> Options {
    let mut all = Options::default();
    for one in &dialogue.pack.issues {
        all.add(&one.slug, dialogue.lang.pick(&one.title));
    }
    all
}

fn actors(dialogue: &Dialogue) -> Options {
    let mut all = Options::default();
    for one in &dialogue.pack.actors {
        all.add(&one.slug, dialogue.lang.pick(&one.name));
    }
    all
}

fn quiz(dialogue: &Dialogue, place: El) -> El {
    let mut kinds = Options::default();
    for (word, kind) in QuestionKind::WORDS {
        kinds.add(word, dialogue.say(kind_name(*kind)));
    }
    place
        .kid(number(dialogue, Field::Seed, SEED))
        .kid(number(dialogue, Field::Number, NUMBER))
        .kid(list(dialogue, Field::Mode, MODE, &Options::said(dialogue, &MODES)))
        .kid(number(dialogue, Field::Pass, PASS))
        .kid(ticks(dialogue, Field::Kinds, KINDS, &kinds))
        .kid(ticks(dialogue, Field::Documents, DOCUMENTS, &documents(dialogue)))
        .kid(ticks(dialogue, Field::Issues, ISSUES, &issues(dialogue)))
}

fn kind_name(kind: QuestionKind) -> Phrase {
    match kind {
        QuestionKind::Term => Phrase("用語と意味", "Term and meaning"),
        QuestionKind::WhoSaid => Phrase("だれの言葉か", "Who said it"),
        QuestionKind::Cloze => Phrase("穴埋め", "Cloze"),
        QuestionKind::Order => Phrase("順に並べる", "Put in order"),
        QuestionKind::TrueFalse => Phrase("文書によれば正しいか", "True according to a document"),
        QuestionKind::Basis => Phrase("どう伝わったか", "How it reaches us"),
        QuestionKind::Match => Phrase("立場と主体", "Match position and actor"),
        QuestionKind::WhichDocument => Phrase("どの文書か", "Which document"),
        QuestionKind::Figure => Phrase("数字", "Figures"),
    }
}

/// How it looks, and where the copy stands.
pub fn looks(dialogue: &Dialogue) -> El {
    let note = el("p")
        .at("id", "material-copy-note")
        .class("quiet")
        .say(dialogue.say(COPY_NOTE));
    let copy = input(dialogue, Field::Copy)
        .at("type", "url")
        .at("autocomplete", "url")
        .at("aria-describedby", "material-copy-note");
    section("looks", dialogue.say(LOOKS))
        .kid(list(dialogue, Field::Lang, LANG, &Options::said(dialogue, &LANGS)))
        .kid(list(dialogue, Field::Theme, THEME, &Options::said(dialogue, &THEMES)))
        .kid(list(
            dialogue,
            Field::Height,
            HEIGHT,
            &Options::said(dialogue, &HEIGHTS),
        ))
        .kid(number(dialogue, Field::Pixels, PIXELS))
        .kid(field(Field::Copy, dialogue.say(COPY), copy).kid(note))
}

fn id(field: Field) -> String {
    ["material-", field.word()].concat()
}

fn field(field: Field, name: &str, input: El) -> El {
    let label = el("label").at("for", id(field)).say(name);
    el("div").class("learner-field").kid(label).kid(input)
}

fn input(dialogue: &Dialogue, field: Field) -> El {
    el("input")
        .class("field")
        .at("id", id(field))
        .at("data-choice", field.word())
        .at("value", dialogue.draft.get(field))
}

fn number(dialogue: &Dialogue, of: Field, name: Phrase) -> El {
    let input = input(dialogue, of).at("type", "text").at("inputmode", "numeric");
    field(of, dialogue.say(name), input)
}

/// A list to choose from.
fn list(dialogue: &Dialogue, of: Field, name: Phrase, options: &Options) -> El {
    let chosen = match of {
        Field::Sort => dialogue.draft.sort().word(),
        _ => dialogue.draft.get(of),
    };
    let option = |(word, name): &(String, String)| {
        let option = el("option").at("value", word).say(name);
        if word == chosen {
            option.at("selected", "")
        } else {
            option
        }
    };
    let list = el("select")
        .class("field")
        .at("id", id(of))
        .at("data-choice", of.word());
    field(of, dialogue.say(name), list.kids(options.0.iter().map(option)))
}

/// Boxes to tick.
fn ticks(dialogue: &Dialogue, of: Field, name: Phrase, options: &Options) -> El {
    let tick = |(word, name): &(String, String)| {
        let tick = el("input")
            .at("type", "checkbox")
            .at("data-choice", of.word())
            .at("value", word);
        let tick = if dialogue.draft.has(of, word) {
            tick.at("checked", "")
        } else {
            tick
        };
        el("label").kid(tick).kid(el("span").say(name))
    };
    let name = fill(dialogue.say(ALL), &[dialogue.say(name)]);
    el("fieldset")
        .kid(el("legend").say(name))
        .kid(el("div").class("ticks").kids(options.0.iter().map(tick)))
}
