//! Notes for Anki: the terms, with their readings above them, and the written questions.
//!
//! Fields are HTML. Furigana stand as Anki's filter `{{furigana:}}` reads them: a space, the word, the reading in brackets
//! (` 新戦略兵器削減条約[しんせんりゃくへいきさくげんじょうやく]`). Source: <https://docs.ankiweb.net/templates/fields.html>.

use super::question::Asked;
use super::source::{Home, Source};
use super::xml::escape;
use crate::domain::lang::Lang;
use crate::domain::pack::{FindBySlug, Ground, Keyword, Pack, Says, Term, TermId};
use crate::domain::quiz::Task;

/// A kind of note with its fields and cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoteKind {
    /// Its name in Anki.
    pub name: &'static str,
    /// Names of the fields; Anki tells notes apart by the first.
    pub fields: &'static [&'static str],
    /// Name, question and answer of each card.
    pub cards: &'static [(&'static str, &'static str, &'static str)],
}

/// A term, asked both ways.
pub const TERMS: NoteKind = NoteKind {
    name: "よみくらべ 用語",
    fields: &["id", "見出し語", "読み", "意味", "説明", "英語", "出典", "教材"],
    cards: &[
        (
            "語から意味",
            "<p class=\"asked\">{{furigana:見出し語}}</p>",
            "{{FrontSide}}<hr id=\"answer\"><p class=\"key\">{{意味}}</p><p lang=\"en\">{{英語}}</p>{{説明}}<p class=\"source\">{{出典}}</p><p class=\"source\">{{教材}}</p>",
        ),
        (
            "意味から語",
            "<p class=\"asked\">{{意味}}</p>",
            "{{FrontSide}}<hr id=\"answer\"><p class=\"key\">{{furigana:見出し語}}</p><p lang=\"en\">{{英語}}</p>{{説明}}<p class=\"source\">{{出典}}</p><p class=\"source\">{{教材}}</p>",
        ),
    ],
};

/// A written question.
pub const QUESTIONS: NoteKind = NoteKind {
    name: "よみくらべ 問い",
    fields: &["id", "問い", "選択肢", "答え", "解説", "出典", "教材"],
    cards: &[(
        "問い",
        "<div class=\"asked\">{{問い}}</div>{{選択肢}}",
        "{{FrontSide}}<hr id=\"answer\"><div class=\"key\">{{答え}}</div><p>{{解説}}</p><p class=\"source\">{{出典}}</p><p class=\"source\">{{教材}}</p>",
    )],
};

/// How the cards of both kinds look.
pub const STYLE: &str = ".card { font-family: sans-serif; font-size: 20px; line-height: 1.7; text-align: start; max-width: 36em; margin: 0 auto; }
.asked { font-size: 1.2em; }
.key { font-weight: bold; }
.source, [lang=en] { font-size: .75em; opacity: .8; }
";

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// By which Anki knows it again when the deck comes anew.
    pub guid: String,
    /// Which kind it is.
    pub kind: NoteKind,
    /// As many as the kind has, as HTML.
    pub fields: Vec<String>,
    /// Without spaces.
    pub tags: Vec<String>,
}

/// Every term and every question as a note.
#[must_use]
pub fn notes(pack: &Pack, asked: &[Asked], credit: &str, home: &Home) -> Vec<Note> {
    let terms = pack.terms().map(|id| term(pack, id, credit, home));
    let questions = asked.iter().map(|asked| question(pack, asked, credit));
    terms.chain(questions).collect()
}

fn guid(pack: &Pack, kind: &str, id: &str) -> String {
    ["yomikurabe/", &pack.slug, "/", kind, "/", id].concat()
}

fn term(pack: &Pack, id: TermId, credit: &str, home: &Home) -> Note {
    let term = &pack[id];
    let says: Vec<String> = term.says.iter().map(|says| sentence(pack, says, home)).collect();
    let fragment = ["term/", &term.slug].concat();
    let names = [Some(&term.en), term.native.as_ref()];
    let names: Vec<String> = names.into_iter().flatten().map(|name| escape(name)).collect();
    Note {
        guid: guid(pack, "term", &term.slug),
        kind: TERMS,
        fields: vec![
            term.slug.clone(),
            furigana(&term.headword, &term.reading),
            escape(&term.reading),
            escape(&term.gloss.ja),
            says.concat(),
            names.join(" / "),
            link(
                home.link(&fragment),
                &["用語「", &term.headword, "」"].concat(),
                &fragment,
            ),
            escape(credit),
        ],
        tags: tags(term_tags(pack, term)),
    }
}

/// Documents that its definition cites, and its kind.
fn term_tags(pack: &Pack, term: &Term) -> Vec<String> {
    let mut tags = vec!["term".to_owned(), ["kind-", term.kind.word()].concat()];
    for says in &term.says {
        if let Ground::Cited(cite) = says.ground {
            let tag = ["document-", cite.document.slug(pack)].concat();
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
    }
    tags
}

/// Below one another in Anki's list.
fn tags(tags: Vec<String>) -> Vec<String> {
    let tag = |tag: String| ["yomikurabe::", &tag.replacen('-', "::", 1)].concat();
    tags.into_iter().map(tag).collect()
}

fn sentence(pack: &Pack, says: &Says, home: &Home) -> String {
    let ground = match says.ground {
        Ground::Cited(cite) => Source::of(pack, cite, home).html(),
        Ground::Background(date) => escape(&super::records::background(&date.written(Lang::Ja))),
    };
    format!("<p>{} <small>［{ground}］</small></p>", escape(&says.text))
}

fn link(link: Option<String>, name: &str, fragment: &str) -> String {
    match link {
        Some(link) => format!("<a href=\"{}\">{}</a>", escape(&link), escape(name)),
        None => escape(&format!("{name}（#{fragment}）")),
    }
}

fn question(pack: &Pack, asked: &Asked, credit: &str) -> Note {
    let mut own = vec!["question".to_owned()];
    own.extend(asked.tags());
    let context = asked.item.context.as_deref();
    let context = context.map(|words| format!("<blockquote>{}</blockquote>", escape(words)));
    Note {
        guid: guid(pack, "question", asked.id()),
        kind: QUESTIONS,
        fields: vec![
            asked.id().to_owned(),
            format!("<p>{}</p>{}", escape(&asked.item.stem), context.unwrap_or_default()),
            choices(&asked.item.task),
            solution(&asked.item.task),
            escape(&asked.item.why),
            asked.source.html(),
            escape(credit),
        ],
        tags: tags(own),
    }
}

/// What can be chosen; nothing where the answer is typed, since there it would be given away.
fn choices(task: &Task) -> String {
    match task {
        Task::Choice { options, .. } => list("ul", options),
        Task::Typed { .. } => String::new(),
        Task::Order { items, .. } => list("ul", items),
        Task::Match { left, right, .. } => [list("ul", left), list("ul", right)].concat(),
    }
}

fn solution(task: &Task) -> String {
    match task {
        Task::Order { .. } => list("ol", &task.solution()),
        Task::Match { .. } => list("ul", &task.solution()),
        Task::Choice { .. } | Task::Typed { .. } => escape(&task.solution().concat()),
    }
}

fn list(name: &str, items: &[String]) -> String {
    let items: String = items
        .iter()
        .map(|words| format!("<li>{}</li>", escape(words)))
        .collect();
    format!("<{name}>{items}</{name}>")
}

/// A word with its reading as Anki's filter wants it. Kana that word and reading begin or end with stay outside.
///
/// ```
/// use yomikurabe::domain::export::anki::furigana;
/// assert_eq!(furigana("対岸の火事", "たいがんのかじ"), " 対岸の火事[たいがんのかじ]");
/// assert_eq!(furigana("影を落とす", "かげをおとす"), " 影を落[かげをお]とす");
/// assert_eq!(furigana("クレムリン", "くれむりん"), "クレムリン");
/// ```
#[must_use]
pub fn furigana(word: &str, reading: &str) -> String {
    let (word_letters, reading_letters): (Vec<char>, Vec<char>) = (word.chars().collect(), reading.chars().collect());
    let same = |pair: &(&char, &char)| hiragana(*pair.0) == *pair.1;
    let before = word_letters.iter().zip(&reading_letters).take_while(same).count();
    let (word_rest, reading_rest) = (&word_letters[before..], &reading_letters[before..]);
    let after = word_rest
        .iter()
        .rev()
        .zip(reading_rest.iter().rev())
        .take_while(same)
        .count();
    let text = |letters: &[char]| escape(&letters.iter().collect::<String>());
    let base = &word_rest[..word_rest.len() - after];
    let over = &reading_rest[..reading_rest.len() - after];
    // The filter takes a word up to a space, and a bracket for a reading.
    if base.is_empty() || over.is_empty() || word.contains(['[', ']', '<', '>', '&']) {
        return escape(word);
    }
    let base = text(base).replace(' ', "\u{a0}");
    let end = word_letters.len() - after;
    [
        &text(&word_letters[..before]),
        " ",
        &base,
        "[",
        &text(over),
        "]",
        &text(&word_letters[end..]),
    ]
    .concat()
}

/// Katakana as hiragana, in which readings are written.
fn hiragana(letter: char) -> char {
    match letter {
        'ァ'..='ヶ' => char::from_u32(letter as u32 - 0x60).unwrap_or(letter),
        _ => letter,
    }
}
