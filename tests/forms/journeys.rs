//! The journeys: read and look up a word, compare, answer a question; with the engine and on the static page.

use crate::form::Form;
use crate::harness::Page;
use crate::table::Opened;

/// A document, and a word in its text.
const DOCUMENT: &str = "doc/paris-declaration";
const WORD: &str = "有志連合";
/// Its popup in the static page.
const CARD: &str = "[id='card/coalition-of-the-willing']";

/// The engine runs. The line that says what is off where it does not, and what it says where the rest is packed.
const READY: &str = "html[data-ready] main";
const OFF: &str = ".off";
const PACKED: &str = "文書を読み、用語を引くことだけができる";

/// Opens the page in a form and makes all journeys; gives what works.
#[track_caller]
pub fn run(page: &Page, form: Form) -> Opened {
    let heard = page.complaints().len();
    form.prepare(page);
    form.open(page, DOCUMENT);
    let opened = settled(page);
    match opened {
        Opened::Full => {
            look_up(page);
            compare(page);
            form.open(page, "quiz/paper?seed=4&n=1&kinds=true-false");
            answer(page);
            open_the_record(page);
            let missing = page.server.asked().into_iter().filter(|line| !line.starts_with("200 "));
            let complaints = page.complaints().split_off(heard).into_iter().chain(missing);
            let complaints: Vec<String> = complaints.filter(|line| !form.explains(line)).collect();
            assert!(complaints.is_empty(), "complaints:\n  {}", complaints.join("\n  "));
        }
        Opened::Static => {
            look_up_in_the_still(page);
            compare_in_the_still(page);
            see_an_answer_in_the_still(page);
            assert!(!page.sees(READY), "the engine came late");
        }
        Opened::Documents => {
            page.click_seen(".bar a[href='#docs']");
            page.click_seen(&format!(".shelf a[href='#{DOCUMENT}']"));
            find_in_the_still(page);
            page.see(&format!("[id='{DOCUMENT}'] .note"));
        }
    }
    opened
}

/// Waits until the page works, or says in a line what does not.
#[track_caller]
fn settled(page: &Page) -> Opened {
    let said = page.see(&format!("{READY}, {OFF}"));
    match page.sees(READY) {
        true => Opened::Full,
        false if said.contains(PACKED) => Opened::Documents,
        false => Opened::Static,
    }
}

fn look_up(page: &Page) {
    page.click_seen(".text .term[data-term='coalition-of-the-willing']");
    page.see_words("#card:popover-open:not([data-unseen]) #card-word", WORD);
    page.click_seen("#card .ways a");
    page.see_words("h1", WORD);
}

fn compare(page: &Page) {
    page.click_seen(".bar a[href='#compare']");
    page.click_seen(".matrix .cell");
    page.click_seen(".saying a[href^='#doc/']");
    page.see(".text p[aria-current]");
}

fn answer(page: &Page) {
    page.see("#stem");
    page.click_seen(".option");
    page.see(".why");
}

/// The second module comes, and says where answers are kept or that they are not.
fn open_the_record(page: &Page) {
    page.click_seen(".bar a[href='#record']");
    page.see("#learner-keeping");
}

fn find_in_the_still(page: &Page) {
    page.click_seen(".text .term[popovertarget='card/coalition-of-the-willing']");
    page.see_words(CARD, WORD);
}

fn look_up_in_the_still(page: &Page) {
    find_in_the_still(page);
    page.click_seen(&format!("{CARD} a"));
    page.see("[id='term/coalition-of-the-willing'] .cite");
}

fn compare_in_the_still(page: &Page) {
    page.click_seen(".bar a[href='#compare']");
    page.click_seen(".matrix .cell");
    page.click_seen(".saying:is(:target, [data-here]) a[href^='#doc/']");
    page.see(".still p:is(:target, [data-here])");
}

fn see_an_answer_in_the_still(page: &Page) {
    page.click_seen(".bar a[href='#quiz']");
    page.click_seen("[id^='quiz/'] summary");
    page.see("[id^='quiz/'] details[open] a[href^='#doc/']");
}
