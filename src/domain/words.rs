//! The page's own words. They are data: each language is a file in `assets/words`, and `press page` puts them into the page.

#[cfg(not(target_arch = "wasm32"))]
mod source;

use std::borrow::Cow;
use std::sync::OnceLock;
use std::vec::IntoIter;

use super::json::Json;
use super::lang::Lang;
use super::pack::{QuestionKind, TermKind};
#[cfg(not(target_arch = "wasm32"))]
pub use source::write;

/// Declares [`Words`] with the keys of the files, in their order.
macro_rules! words {
    ($($key:ident,)*) => {
        /// The page's own words in one language.
        #[allow(missing_docs, reason = "the texts in the files say what they are")]
        #[derive(Debug)]
        pub struct Words { $(pub $key: &'static str),* }

        impl Words {
            /// The keys of a file, in their order.
            pub const KEYS: &'static [&'static str] = &[$(stringify!($key)),*];

            /// Words yet to be read.
            const BLANK: Self = Self { $($key: ""),* };

            /// Takes a text for each key.
            #[inline(never)] // it is long
            fn take(&mut self, texts: &mut Texts) {
                $(texts.put(&mut self.$key);)*
            }
        }
    };
}

/// The words of each language, given once.
static WORDS: OnceLock<[Words; 2]> = OnceLock::new();

/// Takes the words as `write` writes them. Whether they are whole, and the first that are given.
#[must_use]
pub fn give(json: &'static str) -> bool {
    read(json).is_some_and(|words| WORDS.set(words).is_ok())
}

/// A list for each language of its texts in the order of the keys.
fn read(json: &'static str) -> Option<[Words; 2]> {
    let mut both = [Words::BLANK; 2];
    let mut languages = items(Json::read(json).ok()?).into_iter();
    for words in &mut both {
        let texts = items(languages.next()?);
        let mut texts = Texts {
            whole: texts.len() == Words::KEYS.len(),
            rest: texts.into_iter(),
        };
        words.take(&mut texts);
        if !texts.whole {
            return None;
        }
    }
    Some(both)
}

fn items(json: Json<'static>) -> Vec<Json<'static>> {
    match json {
        Json::List(items) => items,
        _ => Vec::new(),
    }
}

/// The texts of a language.
struct Texts {
    rest: IntoIter<Json<'static>>,
    whole: bool,
}

impl Texts {
    /// Puts the next text where it belongs.
    #[inline(never)] // it is called for each word
    fn put(&mut self, place: &mut &'static str) {
        match self.rest.next() {
            Some(Json::Text(Cow::Borrowed(text))) => *place = text,
            Some(Json::Text(Cow::Owned(text))) => *place = text.leak(),
            _ => self.whole = false,
        }
    }
}

impl Words {
    /// The words of a language. Natively they come from the files.
    ///
    /// # Panics
    ///
    /// In a page, before the platform has given them.
    #[must_use]
    pub fn of(lang: Lang) -> &'static Self {
        #[cfg(target_arch = "wasm32")]
        let words = WORDS
            .get()
            .expect("the platform gives the words before anything is drawn");
        #[cfg(not(target_arch = "wasm32"))]
        let words = WORDS.get_or_init(source::words);
        &words[lang as usize]
    }

    /// The name of a kind of term.
    #[must_use]
    pub fn term_kind(&self, kind: TermKind) -> &'static str {
        match kind {
            TermKind::Treaty => self.kind_treaty,
            TermKind::Organisation => self.kind_organisation,
            TermKind::Weapon => self.kind_weapon,
            TermKind::Place => self.kind_place,
            TermKind::Concept => self.kind_concept,
            TermKind::Event => self.kind_event,
            TermKind::Rhetoric => self.kind_rhetoric,
            TermKind::Idiom => self.kind_idiom,
            TermKind::Person => self.kind_person,
            TermKind::Role => self.kind_role,
        }
    }

    /// The name of a kind of question.
    #[must_use]
    pub fn question_kind(&self, kind: QuestionKind) -> &'static str {
        match kind {
            QuestionKind::Term => self.ask_term,
            QuestionKind::WhoSaid => self.ask_who,
            QuestionKind::Cloze => self.ask_cloze,
            QuestionKind::Order => self.ask_order,
            QuestionKind::TrueFalse => self.ask_true_false,
            QuestionKind::Basis => self.ask_basis,
            QuestionKind::Match => self.ask_match,
            QuestionKind::WhichDocument => self.ask_document,
            QuestionKind::Figure => self.ask_figure,
        }
    }
}

/// Puts values into a text: `{}` takes the next one, `{0}`, `{1}` the one of that number.
///
/// ```
/// use yomikurabe::domain::words::fill;
/// assert_eq!(fill("{}問中{}問目", &["10", "3"]), "10問中3問目");
/// assert_eq!(fill("Question {1} of {0}", &["10", "3"]), "Question 3 of 10");
/// ```
#[must_use]
pub fn fill(text: &str, values: &[&str]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut parts = text.split('{');
    out.push_str(parts.next().unwrap_or(""));
    for (at, part) in parts.enumerate() {
        let (number, rest) = part.split_once('}').unwrap_or(("", part));
        out.push_str(values.get(number.parse().unwrap_or(at)).unwrap_or(&""));
        out.push_str(rest);
    }
    out
}

/// [`fill`] with a number.
#[must_use]
pub fn count(text: &str, number: usize) -> String {
    fill(text, &[&number.to_string()])
}

words! {
    code, name, skip, main_views, read, terms, compare, check, telling, figures, known, agreement, codebook,
    record, search, settings, other_language, other_code,
    theme, theme_system, theme_light, theme_dark, density, density_first, density_every, density_none, furigana,
    furigana_shown, furigana_hidden, face, face_serif, face_sans, close, foot_licence, foot_local,
    foot_edition, foot_downloads,

    start_kind, start_title_n, start_lead, door_read, door_read_more, door_compare, door_compare_more, door_check,
    door_check_more, shelf, shelf_lead, meter, meter_title, no_date, no_author, translated_by,

    toc, progress, previous_document, next_document, about_source, source_title, source_publisher, source_author,
    source_date, source_genre, source_unknown, source_standpoint, source_cautions, not_stated, paragraph,
    positions_here, return_to,

    card_back, card_entry, card_occurs, card_named, background, glossary_lead, by_reading, by_kind, filter_terms,
    no_terms, all_terms, definition, written_as, related, concordance, concordance_lead, sort_place, sort_left,
    sort_right, col_left, col_node, col_right, col_place, no_occurrence, statements_naming,

    kind_treaty, kind_organisation, kind_weapon, kind_place, kind_concept, kind_event, kind_rhetoric, kind_idiom,
    kind_person, kind_role, ask_term, ask_who, ask_cloze, ask_order, ask_true_false, ask_basis, ask_match,
    ask_document, ask_figure,

    search_lead, search_hint, search_none, in_documents, in_glossary, in_statements, more_hits,

    lost_title, lost_unknown, lost_place, lost_go, lost_search,

    compare_title, compare_lead, tab_matrix, tab_pair, issue, actor, filters, filters_on, clear_filters,
    filter_issues, filter_actors, filter_documents, filter_basis, filter_period, from, until, with_undated,
    legend_none, legend_shaded, statements_n, differ, one_document, unfold, fold, copy_table, save_csv, copied,
    not_copied, nothing_left, view_actors, view_time, view_documents, undated, no_later, says_nothing, said, told,
    condition, read_place, date_not_given, cue, coding_note, pair_lead, left_actor, right_actor, nobody_states,
    hidden_rows, all_issues, all_positions,

    supports, conditional, opposes, ambiguous, no_comment, filtered_out, own_words, reported, hedged, inference,
    agree, disagree, partly_agree, cannot_compare, differs_within, not_given, by_date, document_author,

    aside, comma, dot, semicolon, column_stance, column_paraphrase, column_quote, column_said_on, column_speaker,
    column_reporter, column_attribution, column_cue, column_source, column_rests_on, column_relation, column_mind,
    table_statements, table_pair, they_differ, days_apart, without, only, timeline, column_date, column_event,
    column_status, period, status_reported, status_planned, status_inferred, status_background,

    quiz_lead, quiz_mode, mode_practice, mode_test, quiz_number, quiz_documents, quiz_issues, quiz_kinds, quiz_start,
    quiz_seed, quiz_seed_note, quiz_empty, question_of, answer, your_answer, right_answer, right, wrong, deciding,
    next, previous, finish, show_result, hand_in, unanswered, typed_hint, hint, hint_cost, hint_first, raise, lower, choose_partner, keys_hint,
    result, result_line, by_issue, by_document, by_question_kind, wrong_ones, all_right, again_same, again_new,
    minutes, seconds, n_right, n_asked, passed, not_passed, other_paper,

    record_lead, record_sum, storage_kept, storage_memory, storage_opening,
    when, what, material, material_lead,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let [ja, en] = read(write().expect("no problems").leak()).expect("whole");
        assert_eq!((ja.code, ja.name), ("ja", "よみくらべ"));
        assert_eq!((en.code, en.no_terms), ("en", Words::of(Lang::En).no_terms));
        assert!(en.no_terms.contains("\"{}\""), "an escaped text is read whole");
    }

    #[test]
    fn damaged_words_are_refused() {
        let whole = write().expect("no problems");
        let damaged = [
            "",
            "{}",
            "[]",
            "[[],[]]",
            &whole.replace("\"en\",", ""),
            &whole.replace("\"en\"", "7"),
            &whole.replace("\"en\"", "\"en\",\"too much\""),
            whole.trim_end_matches(']'),
        ];
        for json in damaged {
            assert!(read(json.to_owned().leak()).is_none(), "{json}");
        }
    }
}
