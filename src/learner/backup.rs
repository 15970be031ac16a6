//! The backup: where answers are kept, and the ways to save them and to load them again.

use super::desk::{Desk, Keeping};
use super::el::{El, button, el};
use super::{filled, section};
use crate::domain::lang::{Lang, Phrase};
use crate::domain::progress::backup::{Backup, read};
use crate::domain::progress::file::LogFault;
use crate::domain::words::fill;

const BACKUP: Phrase = Phrase("控え", "Backup");
const PROMISED: Phrase = Phrase(
    "答えはこのブラウザーに保存されている。ブラウザーはこれを勝手に消さないと約束している。",
    "Answers are kept in this browser, which has promised not to erase them by itself.",
);
const ERASABLE: Phrase = Phrase(
    "答えはこのブラウザーに保存されているが、場所が足りないときや長く開かないとき（Safari では7日）に消されることがある。控えをとると安心。",
    "Answers are kept in this browser, which may erase them when room is scarce or the page is not opened for long (seven days in Safari). A backup helps.",
);
const UNTOLD: Phrase = Phrase(
    "答えはこのブラウザーに保存されている。消さないかどうかは、ブラウザーが教えない。控えをとると安心。",
    "Answers are kept in this browser, which does not tell whether it may erase them. A backup helps.",
);
const TAKEN_OVER: Phrase = Phrase(
    "このページの新しい版が、ここの記録を作り替えた。この版は読むだけで、いまからの答えは保存できない。ページを読みなおすと新しい版になる。",
    "A newer version of this page has taken over what is kept here. This version only reads it and cannot keep what you answer now. Reload the page to get the newer one.",
);
const REFUSED: Phrase = Phrase(
    "ここでは答えを保存できないので、復習の計画も控えもない。枠の外で、または保存を許す設定でページを開くと使える。",
    "Answers cannot be kept here, so there is neither a plan of reviews nor a backup. Open the page outside its frame, or allow storage.",
);
const UNREAD: Phrase = Phrase(
    "この版では読めない記録が{}件ある。消さずに残してあり、控えにも入る。",
    "Records that this version cannot read: {}. They stay where they are, and the backup has them.",
);
const REMINDER: Phrase = Phrase(
    "7日より長く、控えをとっていない答えがある。",
    "There are answers of which there has been no backup for more than seven days.",
);
const SAVE: Phrase = Phrase("ファイルに保存する", "Save as a file");
const COPY: Phrase = Phrase("文字として出す", "Show as text");
const ASK: Phrase = Phrase("消さないよう、ブラウザーに頼む", "Ask the browser not to erase them");
const TEXT: Phrase = Phrase(
    "控えの文字（すべて写して、どこかに貼っておく）",
    "The backup as text (copy all of it and paste it somewhere safe)",
);
const LOAD: Phrase = Phrase("控えを読みこむ", "Load a backup");
const LOAD_LEAD: Phrase = Phrase(
    "いまある答えはそのまま残り、控えにだけある答えが加わる。同じ控えを二度読みこんでも、二重にはならない。",
    "The answers here stay, and those that only the backup has are added. Loading it twice does not count twice.",
);
const FILE: Phrase = Phrase("控えのファイル", "Backup file");
const PASTE: Phrase = Phrase("または、控えの文字を貼る", "Or paste the text of a backup");
const TAKE: Phrase = Phrase("貼った文字を読みこむ", "Load the pasted text");
const TAKE_REST: Phrase = Phrase("読める{}件だけ加える", "Add only what can be read (entries: {})");
const ADDED: Phrase = Phrase(
    "{0}件を読み、新しい{1}件を加えた。",
    "Entries read: {0}. New and added: {1}.",
);
const NOTHING_NEW: Phrase = Phrase(
    "{0}件を読んだ。新しいものはなかった。",
    "Entries read: {0}; none of them was new.",
);
const NOT_KEPT: Phrase = Phrase(
    "保存できなかった（{}）。何も変わっていない。",
    "Could not be kept ({}). Nothing was changed.",
);
const EMPTY: Phrase = Phrase("読みこむ文字がない。", "There is no text to load.");
const NOT_A_LOG: Phrase = Phrase(
    "よみくらべの控えではない。何も変わっていない。",
    "This is no backup of this page. Nothing was changed.",
);
const NEWER: Phrase = Phrase(
    "これより新しい版のページが書いた控え（形式{}）。ページを新しい版にしてから読みこむ。何も変わっていない。",
    "A newer version of the page wrote this backup (format {}). Switch to it first. Nothing was changed.",
);
const DAMAGED: Phrase = Phrase(
    "控えが壊れている。読めない行：{1}（最初は{0}行目）。何も変わっていない。",
    "The backup is damaged: lines that cannot be read: {1}, the first of them line {0}. Nothing was changed.",
);
const MISSING: Phrase = Phrase(
    "控えが途中で切れている（あるはずの{}件がない）。何も変わっていない。",
    "The backup was cut off (entries missing: {}). Nothing was changed.",
);

/// The part.
pub fn view(desk: &Desk) -> El {
    let part = section("backup", desk.say(BACKUP)).kid(state(desk)).kids(unread(desk));
    if desk.keeping == Keeping::Refused {
        return part;
    }
    part.kid(ways_out(desk)).kid(ways_in(desk))
}

/// That it is time for a backup, where it is, with the way to make one; it stands where a learner begins.
pub(super) fn reminder(desk: &Desk) -> Option<El> {
    desk.is_backup_due().then(|| {
        el("div")
            .at("id", "learner-reminder")
            .class("learner-note")
            .kid(el("p").say(desk.say(REMINDER)))
            .kid(button("act", "save", desk.say(SAVE)))
    })
}

/// Where the answers are.
fn state(desk: &Desk) -> El {
    let text = match desk.keeping {
        Keeping::Promised => PROMISED,
        Keeping::Erasable => ERASABLE,
        Keeping::Untold => UNTOLD,
        Keeping::Newer => TAKEN_OVER,
        Keeping::Refused => REFUSED,
    };
    el("p").at("id", "learner-keeping").say(desk.say(text))
}

/// That something cannot be read, and that it is not lost.
fn unread(desk: &Desk) -> Option<El> {
    let lines = desk.journal.foreign().len();
    (lines > 0).then(|| el("p").say(filled(desk.say(UNREAD), &[lines as u32])))
}

/// To a file, or as text where the browser refuses files.
fn ways_out(desk: &Desk) -> El {
    let button = |class, does, phrase: Phrase| button(class, does, desk.say(phrase));
    let ask = (desk.keeping == Keeping::Erasable).then(|| button("act", "ask", ASK));
    let shown = el("p")
        .at("id", "learner-out")
        .at("hidden", "")
        .class("learner-field")
        .kid(el("label").at("for", "learner-text").say(desk.say(TEXT)))
        .kid(area("learner-text").at("readonly", ""));
    let acts = el("p")
        .class("acts")
        .kid(button("act chief", "save", SAVE))
        .kid(button("act", "copy", COPY));
    el("div").class("stack").kid(acts.kids(ask)).kid(shown)
}

fn ways_in(desk: &Desk) -> El {
    let field = |of: &'static str, phrase: Phrase, input: El| {
        let label = el("label").at("for", of).say(desk.say(phrase));
        el("p").class("learner-field").kid(label).kid(input)
    };
    let file = el("input").at("type", "file").at("id", "learner-file").class("field");
    el("div")
        .class("stack")
        .kid(el("h3").say(desk.say(LOAD)))
        .kid(el("p").say(desk.say(LOAD_LEAD)))
        .kid(field("learner-file", FILE, file))
        .kid(field("learner-paste", PASTE, area("learner-paste")))
        .kid(el("p").class("acts").kid(button("act", "take", desk.say(TAKE))))
        .kid(el("div").at("id", "learner-says").at("role", "status"))
}

fn area(id: &'static str) -> El {
    let area = el("textarea").at("id", id).class("field").number("rows", 5);
    area.at("spellcheck", "false")
        .at("autocapitalize", "off")
        .at("autocomplete", "off")
}

/// What a text is that was given to be loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loaded {
    /// A whole backup.
    Whole(Backup),
    /// One of which something can be taken in, and what is wrong with it.
    InPart(Backup, String),
    /// Nothing to take in, and why.
    Nothing(String),
}

/// Judges a text.
#[must_use]
pub fn judge(text: &str, lang: Lang) -> Loaded {
    let nothing = |phrase: Phrase| Loaded::Nothing(phrase.of(lang).to_owned());
    // Some editors put a mark of the byte order before a text.
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return nothing(EMPTY);
    }
    match read(text) {
        Err(LogFault::NotALog) => nothing(NOT_A_LOG),
        Err(LogFault::Newer(format)) => Loaded::Nothing(filled(NEWER.of(lang), &[format])),
        Ok(backup) if backup.is_whole() => Loaded::Whole(backup),
        Ok(backup) => {
            let fault = fault(&backup, lang);
            if backup.entries() > 0 {
                Loaded::InPart(backup, fault)
            } else {
                Loaded::Nothing(fault)
            }
        }
    }
}

/// What is wrong with a backup that is not whole.
fn fault(backup: &Backup, lang: Lang) -> String {
    match backup.damaged.first() {
        Some(line) => filled(DAMAGED.of(lang), &[*line, backup.damaged.len() as u32]),
        None => filled(MISSING.of(lang), &[backup.missing]),
    }
}

/// What is said of a text that was given: with a button that takes in what can be read, where that is not all.
pub fn says(loaded: &Loaded, lang: Lang) -> El {
    let (text, rest) = match loaded {
        Loaded::Whole(_) => ("", None),
        Loaded::InPart(backup, text) => (text.as_str(), Some(backup.entries())),
        Loaded::Nothing(text) => (text.as_str(), None),
    };
    let rest = rest.map(|count| button("act", "take-rest", &filled(TAKE_REST.of(lang), &[count])));
    told(text.to_owned()).kids(rest)
}

/// What is said after so many of so many entries were new, or why they could not be kept.
pub fn taken(entries: u32, new: Result<u32, String>, lang: Lang) -> El {
    match new {
        Ok(0) => told(filled(NOTHING_NEW.of(lang), &[entries])),
        Ok(new) => told(filled(ADDED.of(lang), &[entries, new])),
        Err(why) => told(not_kept(&why, lang)),
    }
}

/// That nothing was changed, and what the browser says.
#[must_use]
pub fn not_kept(why: &str, lang: Lang) -> String {
    fill(NOT_KEPT.of(lang), &[why])
}

fn told(text: String) -> El {
    el("div")
        .at("id", "learner-says")
        .at("role", "status")
        .kid(el("p").say(text))
}
