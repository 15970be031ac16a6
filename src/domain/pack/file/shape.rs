//! The types that are written as JSON; the pack's stand apart.

use serde::Serialize;

#[derive(Serialize)]
pub(super) struct PackFile {
    pub format: u32,
    pub id: String,
    pub title: String,
    pub title_en: String,
    pub lead: String,
    pub lead_en: String,
    pub licence: String,
    pub documents: Vec<DocumentFile>,
    pub actors: Vec<ActorFile>,
    pub issues: Vec<IssueFile>,
    pub statements: Vec<StatementFile>,
    pub terms: Vec<TermFile>,
    pub events: Vec<EventFile>,
    pub figures: Vec<FigureFile>,
    pub questions: Vec<QuestionFile>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub differences: Vec<DifferenceFile>,
}

#[derive(Serialize)]
pub(super) struct DocumentFile {
    pub id: String,
    pub label: String,
    pub title: String,
    pub short: String,
    pub short_en: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    pub date_note: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translator: Option<String>,
    pub kind: String,
    pub kind_en: String,
    pub card: CardFile,
    pub blocks: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct CardFile {
    pub genre: String,
    pub unknown: String,
    pub standpoint: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cautions: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct ActorFile {
    pub id: String,
    pub name: String,
    pub reading: String,
    pub en: String,
    pub kind: String,
    pub side: String,
    pub role: String,
    pub role_en: String,
}

#[derive(Serialize)]
pub(super) struct IssueFile {
    pub id: String,
    pub title: String,
    pub title_en: String,
    pub question: String,
    pub question_en: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

#[derive(Serialize)]
pub(super) struct StatementFile {
    pub id: String,
    pub actor: String,
    pub issue: String,
    pub stance: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
    pub paraphrase: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reporter: Option<String>,
    pub attribution: String,
    pub cue: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    pub cite: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

#[derive(Serialize)]
pub(super) struct TermFile {
    pub id: String,
    pub headword: String,
    pub reading: String,
    pub en: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub native: Option<String>,
    pub kind: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_in: Vec<String>,
    pub gloss: String,
    pub gloss_en: String,
    pub says: Vec<SaysFile>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct SaysFile {
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cite: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background: Option<String>,
}

#[derive(Serialize)]
pub(super) struct EventFile {
    pub id: String,
    pub date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    pub title: String,
    pub title_en: String,
    pub status: String,
    pub cite: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

#[derive(Serialize)]
pub(super) struct FigureFile {
    pub id: String,
    pub value: String,
    pub measures: String,
    pub source: String,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub english: Option<FigureEnglishFile>,
    pub cite: String,
}

#[derive(Serialize)]
pub(super) struct FigureEnglishFile {
    pub value_en: String,
    pub measures_en: String,
    pub source_en: String,
}

#[derive(Serialize)]
pub(super) struct QuestionFile {
    pub id: String,
    pub kind: String,
    pub stem: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub distractors: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub accept: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pairs: Vec<(String, String)>,
    pub why: String,
    pub cite: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue: Option<String>,
}

#[derive(Serialize)]
pub(super) struct DifferenceFile {
    pub id: String,
    pub title: String,
    pub title_en: String,
    pub what: String,
    pub what_en: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub silent: Vec<String>,
    pub tellings: Vec<TellingFile>,
}

#[derive(Serialize)]
pub(super) struct TellingFile {
    pub cite: String,
    pub says: String,
    pub says_en: String,
}
