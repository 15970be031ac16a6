//! What can be wrong with a pack's folder: each fault with its cause and its mend.

use std::fmt;

/// A fault and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Path of the file within the pack.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// What is wrong there.
    pub fault: Fault,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, fault } = self;
        write!(f, "{file}:{line}: {} {}", fault.cause(), fault.mend())
    }
}

/// Declares the kinds of fault as a table: name, data, cause, mend.
macro_rules! faults {
    ($($name:ident $({ $($field:ident: $type:ty),* })? => $cause:literal, $mend:literal;)*) => {
        /// What is wrong with a pack's folder.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the sentence above each kind names its fields")]
        pub enum Fault {
            $(#[doc = $cause] $name $({ $($field: $type),* })?,)*
        }

        #[allow(unused_variables, reason = "not every sentence names every field")]
        impl Fault {
            /// The name of every kind.
            pub const KINDS: &'static [&'static str] = &[$(stringify!($name)),*];

            /// The name of this kind.
            #[must_use]
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$name $({ $($field),* })? => stringify!($name),)* }
            }

            /// What is wrong, in one or two sentences.
            #[must_use]
            pub fn cause(&self) -> String {
                match self { $(Self::$name $({ $($field),* })? => format!($cause),)* }
            }

            /// What to do about it, in one or two sentences.
            #[must_use]
            pub fn mend(&self) -> String {
                match self { $(Self::$name $({ $($field),* })? => format!($mend),)* }
            }
        }
    };
}

faults! {
    // The folder and its files.
    TooManyFiles { files: usize, limit: usize } =>
        "The pack has {files} files; the limit is {limit}.",
        "Put several tables into one file.";
    PackTooBig { bytes: usize, limit: usize } =>
        "The pack has {bytes} bytes; the limit is {limit}.",
        "Split it into several packs.";
    FileTooBig { bytes: usize, limit: usize } =>
        "The file has {bytes} bytes; the limit is {limit}.",
        "Split it into several files.";
    TooDeep { folders: usize, limit: usize } =>
        "The file lies {folders} folders deep; the limit is {limit}.",
        "Move it up.";
    UnknownFile =>
        "The file is neither a table (`.toml`) nor a document (`documents/<id>.md`).",
        "Rename it, or take it out of the pack.";
    NotUtf8 =>
        "The line holds bytes that are not UTF-8.",
        "Save the file in UTF-8.";
    ByteOrderMark =>
        "The file begins with a byte order mark.",
        "Save it in UTF-8 without one.";
    CarriageReturn =>
        "The line ends with a carriage return.",
        "Save the file with plain line feeds (LF), as on Unix.";
    NoPackFile =>
        "The pack has no `pack.toml`.",
        "Write one with format, id, title, title_en, lead, lead_en and licence.";
    NoDocuments =>
        "The pack has no document.",
        "Write at least one as `documents/<id>.md`.";
    UnknownFormat { found: String } =>
        "The pack is of format {found}; this program reads format 1.",
        "Write `format = 1`, or use a newer program.";

    // Tables and keys.
    Toml { message: String } =>
        "This is not TOML: {message}.",
        "Correct the line. Texts stand in straight quotes, and every key has `=` and a value.";
    UnknownTable { name: String, hint: String } =>
        "There is no table `{name}`.",
        "{hint}";
    NotAList { name: String } =>
        "`{name}` is one table, but there may be many.",
        "Write `[[{name}]]` with double brackets above each.";
    UnknownKey { table: &'static str, key: String, hint: String } =>
        "The {table} has an unknown key, `{key}`.",
        "{hint}";
    MissingKey { table: &'static str, key: &'static str } =>
        "The {table} has no `{key}`.",
        "Add `{key} = …`.";
    NoAttribution =>
        "The statement has no attribution.",
        "Say how it comes to the reader: `attribution = \"direct\"`, `\"reported\"`, `\"hedged\"` or `\"inference\"`.";
    WrongType { key: String, wanted: &'static str, found: &'static str } =>
        "`{key}` is {found}.",
        "It must be {wanted}.";
    EmptyText { key: String } =>
        "`{key}` is empty.",
        "Write the text, or leave the key out if it is optional.";
    ControlCharacter { key: String } =>
        "`{key}` holds a line break or another control character.",
        "Write the text on one line.";
    TextTooLong { key: String, characters: usize, limit: usize } =>
        "`{key}` has {characters} characters; the limit is {limit}.",
        "Shorten it.";
    UnknownWord { key: &'static str, word: String, allowed: String } =>
        "`{key}` cannot be `{word}`.",
        "It must be one of {allowed}.";
    BadDate { key: String, text: String } =>
        "`{key}` is `{text}`, which is no date.",
        "Write 2026-01-06, 2026-01, 2026 or, for a century, 18XX.";
    TooMany { table: &'static str, count: usize, limit: usize } =>
        "The pack has {count} tables `{table}`; the limit is {limit}.",
        "Split it into several packs.";

    // Ids and references.
    BadId { id: String } =>
        "`{id}` is no id.",
        "Use lower-case letters a to z, digits and hyphens only.";
    IdTooLong { characters: usize, limit: usize } =>
        "The id has {characters} characters; the limit is {limit}.",
        "Shorten it.";
    DuplicateId { table: &'static str, id: String, first: String } =>
        "Another {table} has the id `{id}` ({first}).",
        "Give one of the two another id.";
    UnknownReference { key: &'static str, table: &'static str, id: String, hint: String } =>
        "`{key}` names the {table} `{id}`, which does not exist.",
        "{hint}";
    DuplicateOrder { table: &'static str, order: u32, other: String } =>
        "The {table} `{other}` has order {order} as well.",
        "Give each {table} an order of its own.";

    // Documents.
    NoFrontMatter =>
        "The document does not begin with front matter.",
        "Begin it with a line `+++`, the keys, and another line `+++`.";
    UnclosedFrontMatter =>
        "The front matter has no end.",
        "Close it with a line `+++`.";
    IdIsNotFileName { id: String, file: String } =>
        "The document's id is `{id}`, but its file is named `{file}.md`.",
        "Make the two equal.";
    BadLines { text: String } =>
        "`{text}` is no list of source lines.",
        "Write ascending numbers and ranges, such as `5-6,8`.";
    NoAttributes =>
        "The block has no attributes.",
        "End it with its id and its source lines, such as `{{#p1 lines=7,9}}`.";
    BadAttributes { text: String } =>
        "`{{#{text}}}` are no attributes.",
        "Write `{{#p1 lines=7,9}}`: p for a paragraph or s for a heading, its number, and ascending source lines.";
    HeadingLevel =>
        "The heading is of a level that does not exist.",
        "Begin it with `## ` or `### `, a space included.";
    WrongBlockId { id: String, wanted: &'static str } =>
        "`{id}` is not the id of a {wanted}.",
        "Headings are s1, s2, …; everything else is p1, p2, ….";
    NoWords =>
        "The block has no words.",
        "Write them, or take the line out.";
    BlockTooLong { characters: usize, limit: usize } =>
        "The block has {characters} characters; the limit is {limit}.",
        "Split it into several paragraphs.";
    TooManyBlocks { blocks: usize, limit: usize } =>
        "The document has {blocks} blocks; the limit is {limit}.",
        "Split it into several documents.";
    BlocksTouch =>
        "The block follows another without a blank line.",
        "Put a blank line between the two; only list items may follow one another directly.";
    DuplicateBlock { id: String, first: u32 } =>
        "`{id}` stands on line {first} already.",
        "Number the blocks in their order: p1, p2, … and s1, s2, ….";
    SkippedBlock { id: String, wanted: String } =>
        "`{id}` stands where `{wanted}` is expected.",
        "Number the blocks without gaps: p1, p2, … and s1, s2, ….";
    BlockOutOfOrder { id: String, after: String } =>
        "`{id}` stands after `{after}`.",
        "Number the blocks in their order: p1, p2, … and s1, s2, ….";
    LineBeyondSource { last: u16, lines: u32 } =>
        "Line {last} lies beyond the source, which has {lines} lines.",
        "Correct the line, or `source_lines`.";
    LineOmittedAndRetold { line: u16 } =>
        "Source line {line} is retold here, but `omitted` lists it.",
        "Take it out of one of the two.";
    Markup { mark: &'static str } =>
        "The block holds `{mark}`, but there is no markup besides ruby.",
        "Take it out.";
    NoParagraphs =>
        "The document has no paragraphs.",
        "Write them below the front matter.";
    RubyUnclosed =>
        "A reading is opened with `《` and not closed.",
        "Close it with `》`.";
    RubyStray =>
        "A `》` has no `《` before it, or a `｜` has no reading after its word.",
        "Write `｜word《reading》`, or take the sign out.";
    RubyNoBase =>
        "A reading stands after no kanji and no `｜`.",
        "Mark where its word begins: `｜word《reading》`.";
    RubyNotKana =>
        "A reading is empty or not kana.",
        "Write it in hiragana or katakana.";

    // Citations.
    BadCitation { text: String } =>
        "`{text}` names no paragraph.",
        "Write the document and the paragraph, such as `paris-declaration#p14`.";
    UnknownDocument { id: String, hint: String } =>
        "There is no document `{id}`.",
        "{hint}";
    UnknownParagraph { document: String, number: u16, last: u16 } =>
        "`{document}` has no paragraph p{number}; its last is p{last}.",
        "Correct the number.";
    AnchorNotFound { anchor: String, cite: String } =>
        "`{anchor}` does not stand in {cite}.",
        "Copy the anchor from the paragraph, letter for letter and without the readings.";
    AnchorAmbiguous { anchor: String, cite: String, times: usize } =>
        "`{anchor}` stands {times} times in {cite}.",
        "Make the anchor longer, until it stands there once.";

    // Actors and issues.
    SideIsNoColumn { side: String } =>
        "`{side}` is no column, for it stands in the column of another actor.",
        "Name an actor whose `side` is its own id.";
    ColumnOfWrongKind { kind: &'static str } =>
        "An actor of kind `{kind}` cannot be a column.",
        "Name as `side` an actor of kind government, organisation, group or author.";
    ReadingNotHiragana { reading: String } =>
        "The reading `{reading}` is not hiragana.",
        "Write it in hiragana; ー is allowed.";
    UnusedActor { id: String } =>
        "No statement names the actor `{id}`, and it is nobody's column.",
        "Take it out, or write the statement.";
    IssueWithoutStatements { id: String } =>
        "No statement belongs to the issue `{id}`.",
        "Write at least one, or take the issue out.";

    // Statements.
    ConditionMissing =>
        "The stance is conditional, but the statement has no condition.",
        "Add `condition = …`.";
    ConditionNotWanted { stance: &'static str } =>
        "The statement has a condition, but its stance is `{stance}`.",
        "Take the condition out, or write `stance = \"conditional\"`.";
    SpeakerIsActor =>
        "The speaker is the actor.",
        "Leave `speaker` out.";
    CueNotInParagraph { cue: String, cite: String } =>
        "The cue `{cue}` does not stand in {cite}.",
        "Copy the words that show the attribution from the paragraph.";
    QuoteNotInBrackets { quote: String, cite: String } =>
        "The quote `{quote}` does not stand in 「」 in {cite}.",
        "Copy it from between the brackets of the paragraph, or leave it out.";

    // Terms.
    FormTooShort { form: String } =>
        "The form `{form}` is a single letter and would be found everywhere.",
        "Leave it out; only a kanji may stand alone.";
    FormTwice { form: String } =>
        "The entry lists the form `{form}` twice.",
        "Take one out; the headword is a form too.";
    AmbiguousForm { form: String, other: String } =>
        "The form `{form}` also belongs to the entry `{other}`.",
        "Leave it to one of the two, or make it longer.";
    BlockerWithoutForm { word: String } =>
        "`not_in` lists `{word}`, which holds no form of the entry.",
        "Take it out, or correct it.";
    UnusedTerm { id: String } =>
        "No form of the entry `{id}` occurs in a document or in another entry.",
        "Add the form that the documents use, or take the entry out.";
    NoGround =>
        "The sentence has no ground.",
        "Add `cite` and `anchor`, or `background` with the date it was certain at.";
    TwoGrounds =>
        "The sentence has both a citation and `background`.",
        "Keep one of the two.";
    SentenceCount { sentences: usize } =>
        "The number of sentences in the definition is {sentences}.",
        "Write two to five tables `[[term.says]]`.";
    RelatedToItself =>
        "The entry is related to itself.",
        "Take it out of `related`.";

    // Events.
    UntilBeforeDate =>
        "The event ends before it begins.",
        "Correct `date` or `until`.";

    // Questions.
    KeyNotWanted { key: &'static str, kind: &'static str } =>
        "A question of kind `{kind}` has no `{key}`.",
        "Take it out, or change the kind.";
    KeyIsDistractor { text: String } =>
        "The distractor `{text}` equals the key.",
        "Write a wrong answer.";
    DuplicateDistractor { text: String } =>
        "The distractor `{text}` stands twice.",
        "Write another wrong answer.";
    TooFewDistractors { found: usize } =>
        "The number of distractors is {found}.",
        "Write at least two.";
    NotTrueFalse =>
        "The key and the one distractor of a true-false question are not 正しい and 誤り.",
        "Write one of the two as the key and the other as the only distractor.";
    GapCount { gaps: usize } =>
        "The number of gaps in the stem of the cloze is {gaps}.",
        "Mark exactly one gap with ＿＿ (two or more full-width low lines).";
    TooFewItems { key: &'static str, found: usize } =>
        "The number of `{key}` is {found}.",
        "List at least three.";
    DuplicateItem { text: String } =>
        "`{text}` stands twice.",
        "Write each once, so that one answer is right.";

    // Differences.
    TooFewTellings { found: usize } =>
        "The number of tellings of the difference is {found}.",
        "Write at least two tables `[[difference.telling]]`.";
    TellingTwice { cite: String } =>
        "Another telling of the difference rests on the same words of {cite}.",
        "Take one out, or give it another anchor.";
    SilentTells { id: String } =>
        "`silent` lists the document `{id}`, but a telling is from it.",
        "Take one of the two out.";
    SilentTwice { id: String } =>
        "`silent` lists the document `{id}` twice.",
        "Take one out.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_place_cause_and_mend() {
        let problem = Problem {
            file: "documents/a.md".into(),
            line: 12,
            fault: Fault::BadAttributes {
                text: "q1 lines=2".into(),
            },
        };
        assert_eq!(
            problem.to_string(),
            "documents/a.md:12: `{#q1 lines=2}` are no attributes. Write `{#p1 lines=7,9}`: p for a paragraph or s for a \
             heading, its number, and ascending source lines."
        );
        assert_eq!(problem.fault.kind(), "BadAttributes");
    }
}
