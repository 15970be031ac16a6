//! The page's own words, in Japanese and English side by side, so that none can be forgotten.

use crate::domain::lang::Lang;
use crate::domain::pack::{QuestionKind, TermKind};

/// Declares [`Words`] with one line a text: name, Japanese, English.
macro_rules! words {
    ($($name:ident: $ja:literal, $en:literal;)*) => {
        /// The page's own words in one language.
        #[allow(missing_docs, reason = "the texts in the table below say what they are")]
        #[derive(Debug)]
        pub struct Words { $(pub $name: &'static str),* }

        static JA: Words = Words { $($name: $ja),* };
        static EN: Words = Words { $($name: $en),* };
    };
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Ja => &JA,
            Lang::En => &EN,
        }
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
/// use yomikurabe::ui::words::fill;
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
    code: "ja", "en";
    name: "よみくらべ", "Yomikurabe";
    skip: "本文へ", "Skip to the text";
    main_views: "主な画面", "Main views";
    read: "読む", "Read";
    terms: "用語", "Glossary";
    compare: "くらべる", "Compare";
    check: "確かめる", "Quiz";
    record: "記録", "Record";
    search: "検索", "Search";
    settings: "表示", "Display";
    other_language: "English", "日本語";
    other_code: "en", "ja";
    theme: "明るさ", "Theme";
    theme_system: "システムに合わせる", "As the system";
    theme_light: "明るい", "Light";
    theme_dark: "暗い", "Dark";
    density: "用語のしるし", "Terms marked";
    density_first: "節ごとに初めの一つ", "First in each section";
    density_every: "すべて", "Every one";
    density_none: "なし", "None";
    furigana: "ふりがな", "Readings";
    furigana_shown: "出す", "Shown";
    furigana_hidden: "出さない", "Hidden";
    face: "書体", "Typeface";
    face_serif: "明朝", "Serif";
    face_sans: "ゴシック", "Sans";
    language: "ことば", "Language";
    close: "閉じる", "Close";
    foot_licence: "教材の文:{}", "Text of the study edition: {}";
    foot_local: "記録はこの端末から出ない。ほかのサーバーへの通信もない。", "Nothing you do here leaves this device; no other server is contacted.";
    foot_edition: "文書は原文の写しではなく、段落ごとに言い直した学習版である。", "The documents are a study edition, retold paragraph by paragraph, not copies of the sources.";

    start_kind: "教材", "Study material";
    start_title_n: "だれが、何を、どう言ったか。{}つの文書を読みくらべる。", "Who said what, and how do we know? {} documents, read side by side.";
    start_lead: "用語はその場で引け、立場は一つずつ出典にもどれ、覚えたことは確かめられる。", "Look up any term where it stands, trace every position to its paragraph, and test what stayed.";
    door_read: "{}つの文書と{}の用語", "{} documents, {} terms";
    door_read_more: "点線の語に触れると、意味と出典が出る", "Rest on a dotted word for its meaning and source";
    door_compare: "{}の論点、{}の発言", "{} issues, {} statements";
    door_compare_more: "例:{}", "For example: {}";
    door_check: "書かれた問い{}と、教材から作る問い", "{} written questions and more made from the documents";
    door_check_more: "10問、5分ほど", "10 questions, about five minutes";
    shelf: "文書", "Documents";
    shelf_lead: "発表の順にならべた。どれも学習版で、原文の段落を一つずつ言い直してある。", "In the order of publication. Each is a study edition that retells its source paragraph by paragraph.";
    meter: "本人の言葉{}%、報道{}%、ぼかした報道{}%、筆者の推測{}%", "own words {}%, reported {}%, hedged {}%, author's inference {}%";
    meter_title: "発言の伝わり方", "How its statements reach us";
    no_date: "日付の記載なし", "No date given";
    no_author: "筆者の記載なし", "No author given";
    translated_by: "翻訳 {}", "Translated by {}";

    toc: "目次", "Contents";
    progress: "全{}段落の{}", "{1} of {0} paragraphs";
    previous_document: "前の文書", "Previous document";
    next_document: "次の文書", "Next document";
    about_source: "この文書について", "About this source";
    source_title: "題名", "Title";
    source_publisher: "出所", "Publisher";
    source_author: "筆者", "Author";
    source_date: "日付", "Date";
    source_genre: "どんな文か", "What it is";
    source_unknown: "わからないこと", "Not known";
    source_standpoint: "立つところ", "Standpoint";
    source_cautions: "読むときの注意", "Cautions";
    not_stated: "記載なし", "not stated";
    paragraph: "{}段落", "Paragraph {}";
    positions_here: "この段落の立場", "Positions in this paragraph";
    return_to: "もとの画面へもどる", "Back to where you came from";

    gloss_of: "用語", "Term";
    card_back: "前の語へもどる", "Back to the word before";
    card_entry: "用語集で見る", "Full entry";
    card_occurs: "{}文書に{}か所", "{1} places in {0} documents";
    card_named: "この語を含む立場 {}", "{} statements name it";
    background: "背景知識({}時点)", "Background knowledge (as of {})";
    glossary_lead: "見出し、読み、英語、意味で絞りこめる。", "Filter by headword, reading, English or meaning.";
    by_reading: "読みの順", "By reading";
    by_kind: "種類ごと", "By kind";
    filter_terms: "用語を絞りこむ", "Filter the terms";
    no_terms: "「{}」に合う用語はない。短くするか、かなで入れてみる。", "No term matches \"{}\". Try fewer letters, or kana.";
    all_terms: "すべての用語を見る", "Show all terms";
    definition: "説明", "Definition";
    written_as: "文書での書き方", "Spellings in the documents";
    related: "関連する用語", "Related terms";
    concordance: "用例", "Where it occurs";
    concordance_lead: "{}か所。どの行からもその段落へ行ける。", "{} places. Every line leads to its paragraph.";
    sort_place: "出てくる順", "In order";
    sort_left: "前の語の順", "By left context";
    sort_right: "後の語の順", "By right context";
    col_left: "前", "Left";
    col_node: "語", "Word";
    col_right: "後", "Right";
    col_place: "出典", "Place";
    no_occurrence: "文書の本文には出てこない。説明の中で使われている。", "Not in the text of the documents; it is used in definitions.";
    statements_naming: "この語を含む立場", "Statements that name it";

    kind_treaty: "取り決め", "Agreement";
    kind_organisation: "組織", "Organisation";
    kind_weapon: "兵器", "Weapon";
    kind_place: "地名・国名", "Place";
    kind_concept: "概念", "Concept";
    kind_event: "出来事", "Event";
    kind_rhetoric: "だれかの言い方", "Somebody's words";
    kind_idiom: "慣用句", "Idiom";
    kind_person: "人物", "Person";
    kind_role: "役職", "Office";
    ask_term: "用語と意味", "Term and meaning";
    ask_who: "だれの言葉か", "Who said it";
    ask_cloze: "穴埋め", "Cloze";
    ask_order: "順に並べる", "Put in order";
    ask_true_false: "文書によれば正しいか", "True according to a document";
    ask_basis: "どう伝わったか", "How it reaches us";
    ask_match: "立場と主体", "Match position and actor";
    ask_document: "どの文書か", "Which document";
    ask_figure: "数字", "Figures";

    search_lead: "文書、用語、立場をまとめて探す。", "Searches documents, glossary and statements together.";
    search_hint: "例:{}", "For example: {}";
    search_none: "「{}」は見つからない。かなや短い語でためす。", "Nothing found for \"{}\". Try kana or a shorter word.";
    in_documents: "文書", "Documents";
    in_glossary: "用語", "Glossary";
    in_statements: "立場", "Statements";
    more_hits: "ほかにもある。語を足して絞る。", "There are more. Add a word to narrow the search.";

    lost_title: "その場所は見つからない", "That place cannot be found";
    lost_unknown: "「{}」という場所はこの教材にない。リンクが古いか、途中で切れているのかもしれない。", "There is no place \"{}\" in this material. The link may be old or cut short.";
    lost_place: "「{}」に {} という段落はない。文書の初めから探せる。", "\"{}\" has no paragraph {}. You can look for it from the beginning of the document.";
    lost_go: "行き先を選ぶ", "Where to go from here";
    lost_search: "この言葉で検索する", "Search for it";

    compare_title: "立場をくらべる", "Positions compared";
    compare_lead: "だれがどの論点に何と答えたか。しるしを押すと、そのもとになった発言が出る。", "Who answered which question how. Press a sign for the statements behind it.";
    tab_matrix: "論点と主体", "Issues and actors";
    tab_pair: "二者をならべる", "Two actors";
    issue: "論点", "Issue";
    actor: "主体", "Actor";
    filters: "絞りこむ", "Filter";
    filters_on: "絞りこみ中", "Filtered";
    clear_filters: "絞りこみをやめる", "Clear the filter";
    filter_issues: "論点", "Issues";
    filter_actors: "主体", "Actors";
    filter_documents: "文書", "Documents";
    filter_basis: "伝わり方", "How it reaches us";
    filter_period: "言った日", "Date said";
    from: "いつから", "From";
    until: "いつまで", "Until";
    with_undated: "日付のない発言も含める", "Include undated statements";
    legend: "しるし", "Signs";
    legend_none: "記載なし:文書に発言がない", "Not stated: no statement in the documents";
    legend_shaded: "しま:人づてか、筆者の推測だけ", "Striped: hedged reports or inference only";
    statements_n: "{}件", "{}";
    differ: "人により違う", "differ";
    one_document: "{}だけによる", "Rests on {} only";
    unfold: "内訳", "Members";
    fold: "まとめる", "Fold";
    copy_table: "表を写す", "Copy as table";
    save_csv: "CSVで保存", "Save as CSV";
    copied: "表を写した。表計算や文書に貼りつけられる。", "Copied. Paste it into a spreadsheet or a document.";
    not_copied: "この場所では写せない。「CSVで保存」を使うか、表を選んで写す。", "Copying is not allowed here. Save as CSV, or select the table and copy it.";
    nothing_left: "この条件に合う発言はない。", "No statement fits this filter.";
    view_actors: "主体ごと", "By actor";
    view_time: "時間で見る", "Over time";
    view_documents: "資料ごと", "By document";
    undated: "日付の記載がない発言", "Undated statements";
    no_later: "{}より後ではない", "not later than {}";
    says_nothing: "この論点にふれていない", "Says nothing on this issue";
    said: "言った", "said";
    told: "伝えた", "reported";
    condition: "条件", "Condition";
    read_place: "{}を読む", "Read {}";
    date_not_given: "日付の記載なし", "date not given";
    cue: "手がかり「{}」", "Cue \"{}\"";
    coding_note: "読みが分かれるところ", "Where readers may differ";
    pair_lead: "二者の立場を論点ごとにならべる。", "Two actors side by side, issue by issue.";
    left_actor: "一方", "One";
    right_actor: "もう一方", "The other";
    nobody_states: "記載なし", "Not stated";
    hidden_rows: "二者とも発言のない論点:{}", "Issues on which neither is on record: {}";
    all_issues: "すべての論点", "All issues";
    all_positions: "すべての立場を見る", "All positions on this issue";

    quiz_lead: "答えはすべて、決め手の段落にもどれる。", "Every answer leads back to the deciding paragraph.";
    quiz_mode: "やり方", "Mode";
    mode_practice: "練習(一問ごとに答えあわせ)", "Practice (feedback at once)";
    mode_test: "テスト(終わりに答えあわせ)", "Test (feedback at the end)";
    quiz_number: "問題の数", "Number of questions";
    quiz_documents: "文書", "Documents";
    quiz_issues: "論点", "Issues";
    quiz_kinds: "問いの種類", "Kinds of question";
    quiz_all: "選ばなければすべて", "All, if none is chosen";
    quiz_start: "はじめる", "Start";
    quiz_seed: "問題の番号", "Number of the paper";
    quiz_seed_note: "同じ番号なら同じ問題になる。授業ではこの番号のリンクを配る。", "The same number gives the same questions: hand out this link in class.";
    quiz_link: "この問題へのリンク", "Link to this paper";
    quiz_empty: "この選び方では問題が作れない。文書か種類を増やす。", "No question fits this choice. Choose more documents or kinds.";
    question_of: "{}問中{}問目", "Question {1} of {0}";
    answer: "答える", "Answer";
    your_answer: "あなたの答え", "Your answer";
    right_answer: "正解", "Right answer";
    right: "正しい", "Right";
    wrong: "正しくない", "Not right";
    deciding: "決め手の段落", "The deciding paragraph";
    next: "次へ", "Next";
    previous: "前へ", "Previous";
    finish: "終える", "Finish";
    show_result: "結果を見る", "Show the result";
    hand_in: "提出する", "Hand in";
    unanswered: "答えていない問い {}", "{} unanswered";
    typed_hint: "かな、漢字、全角、半角のどれでもよい", "Kana, kanji, full or half width will all do";
    raise: "上へ", "Up";
    lower: "下へ", "Down";
    choose_partner: "選ぶ", "Choose";
    keys_hint: "数字キーで選び、Enterで進む", "Number keys choose, Enter goes on";
    result: "結果", "Result";
    result_line: "{}問中{}問が正しい。{}かかった。", "{1} of {0} right, in {2}.";
    by_issue: "論点ごと", "By issue";
    by_document: "文書ごと", "By document";
    by_question_kind: "種類ごと", "By kind";
    no_issue: "論点によらない", "No particular issue";
    wrong_ones: "まちがえた問い", "Questions to look at again";
    all_right: "すべて正しい。", "All right.";
    again_same: "同じ問題をもう一度", "The same questions again";
    again_new: "別の問題で", "Other questions";
    minutes: "{}分{}秒", "{} min {} s";
    seconds: "{}秒", "{} s";
    n_right: "正答", "Right";
    n_asked: "出題", "Asked";

    record_lead: "このブラウザーに残っている、あなたの答えの記録。", "Your answers, kept in this browser.";
    record_empty: "まだ答えがない。確かめるから始める。", "No answers yet. Begin with a quiz.";
    record_sum: "{}回答え、{}回正しかった。", "{} answers, {} of them right.";
    last_answers: "最近の答え", "Latest answers";
    often_wrong: "よくまちがえる問い", "Often wrong";
    storage_kept: "答えはこのブラウザーに保存されている。", "Answers are kept in this browser.";
    storage_memory: "このブラウザーは保存を許していない。答えはこのページを閉じると消える。", "This browser does not allow storage here. Answers are lost when this page is closed.";
    storage_opening: "保存場所を確かめている。", "Looking for storage.";
    to_quiz: "問題を解く", "Take a quiz";
    when: "いつ", "When";
    what: "問い", "Question";
    mark: "正誤", "Mark";
}
