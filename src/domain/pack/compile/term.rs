//! Glossary entries, their forms, and the ground of every sentence of their definitions.

use std::collections::{BTreeMap, BTreeSet};

use daachorse::CharwiseDoubleArrayAhoCorasick;
use unicode_normalization::UnicodeNormalization;

use super::Compiler;
use super::actor::check_reading;
use super::cite;
use super::names::Names;
use super::problem::Fault;
use super::row::{Entry, Row};
use crate::domain::pack::{Bilingual, Ground, Says, Term, TermId, TermKind, limits};

/// An entry whose related entries are still names.
struct Draft {
    term: Term,
    related: Vec<String>,
}

/// The forms of an entry, sound or not, and the words of its definition.
struct Surface {
    id: String,
    file: String,
    line: u32,
    forms: Vec<Entry>,
    says: String,
}

impl Compiler<'_> {
    /// The entries by reading, then by headword.
    pub(super) fn terms(&self, names: &mut Names<TermId>, is_whole: bool) -> Vec<Term> {
        let mut drafts = Vec::new();
        let mut surfaces = Vec::new();
        for row in self.rows("term") {
            let (surface, draft) = self.term(&row, names);
            surfaces.push(surface);
            drafts.extend(draft);
        }
        self.check_ambiguity(&surfaces);
        if is_whole {
            self.check_use(&surfaces);
        }
        place(drafts, names)
    }

    fn term(&self, row: &Row<'_>, names: &Names<TermId>) -> (Surface, Option<Draft>) {
        let slug = row.id();
        let headword = row.text("headword");
        let reading = row.text("reading");
        check_reading(row, &reading);
        let en = row.text("en");
        let native = row.optional("native");
        let kind = row.choice::<TermKind>("kind");
        let forms = forms(row, &headword);
        let not_in = row.list("not_in");
        check_blockers(row, &forms, &not_in);
        let gloss = Bilingual {
            ja: row.short_text("gloss", limits::GLOSS_CHARS),
            en: row.text("gloss_en"),
        };
        let related = related(row, &slug, names);
        let (words, says) = self.definition(row);
        row.finish();
        let surface = Surface {
            id: slug.clone(),
            file: row.source.path.to_owned(),
            line: row.line,
            says: words,
            forms,
        };
        let is_sound = row.is_sound() && names.owns(&slug, row);
        let term = kind.zip(says).filter(|_| is_sound);
        let term = term.map(|(kind, says)| Term {
            slug,
            headword,
            reading,
            en,
            native,
            kind,
            forms: surface.forms[1..].iter().map(|f| f.text.clone()).collect(),
            not_in: not_in.into_iter().map(|entry| entry.text).collect(),
            gloss,
            says,
            related: Vec::new(),
        });
        (surface, term.map(|term| Draft { term, related }))
    }

    /// The words of the definition, and its sentences where all of them are sound.
    fn definition(&self, row: &Row<'_>) -> (String, Option<Vec<Says>>) {
        let rows = row.children("says", "sentence");
        let sentences = rows.len();
        if !(2..=5).contains(&sentences) {
            row.report(row.line, Fault::SentenceCount { sentences });
        }
        let read = rows.iter().map(|row| self.says(row));
        let (words, says): (Vec<String>, Vec<Option<Ground>>) = read.unzip();
        let both = words.iter().zip(says);
        let says = both.map(|(text, ground)| {
            let text = text.clone();
            ground.map(|ground| Says { text, ground })
        });
        let says = says.collect();
        (words.join("\n"), says)
    }

    fn says(&self, row: &Row<'_>) -> (String, Option<Ground>) {
        let text = row.text("text");
        let background = row.optional_date("background");
        let ground = match (row.has("cite"), row.has("background")) {
            (true, false) => cite::read(row, self.shelf).map(|cited| Ground::Cited(cited.citation)),
            (false, true) => background.map(Ground::Background),
            (true, true) => {
                row.report_at("background", Fault::TwoGrounds);
                row.optional("anchor");
                None
            }
            (false, false) => {
                row.report(row.line, Fault::NoGround);
                row.optional("anchor");
                None
            }
        };
        row.finish();
        (text, ground)
    }

    /// Reports forms that belong to two entries.
    fn check_ambiguity(&self, surfaces: &[Surface]) {
        let mut owners: BTreeMap<String, &str> = BTreeMap::new();
        for surface in surfaces {
            for form in &surface.forms {
                let owner = *owners.entry(nfkc(&form.text)).or_insert(&surface.id);
                if owner != surface.id {
                    let (form_text, other) = (form.text.clone(), owner.to_owned());
                    let fault = Fault::AmbiguousForm { form: form_text, other };
                    self.sink.report(&surface.file, form.line, fault);
                }
            }
        }
    }

    /// Reports entries of which no form occurs in a document or in the definition of another entry.
    fn check_use(&self, surfaces: &[Surface]) {
        let owners: BTreeMap<String, usize> = surfaces
            .iter()
            .enumerate()
            .flat_map(|(at, surface)| surface.forms.iter().map(move |f| (nfkc(&f.text), at)))
            .filter(|(form, _)| !form.is_empty())
            .collect();
        let values = owners.iter().zip(0_u32..);
        let patterns = values.clone().map(|((form, _), value)| (form, value));
        let Ok(finder) = CharwiseDoubleArrayAhoCorasick::<u32>::with_values(patterns) else {
            return; // There is no form at all.
        };
        let owners: Vec<usize> = owners.into_values().collect();
        let mut used = BTreeSet::new();
        let mut find = |text: &str, own: Option<usize>| {
            for found in finder.find_overlapping_iter(&nfkc(text)) {
                let owner = owners[found.value() as usize];
                if Some(owner) != own {
                    used.insert(owner);
                }
            }
        };
        self.shelf.texts().for_each(|text| find(text, None));
        for (at, surface) in surfaces.iter().enumerate() {
            find(&surface.says, Some(at));
        }
        for (at, surface) in surfaces.iter().enumerate() {
            if !used.contains(&at) {
                let id = surface.id.clone();
                let fault = Fault::UnusedTerm { id };
                self.sink.report(&surface.file, surface.line, fault);
            }
        }
    }
}

fn nfkc(text: &str) -> String {
    text.nfkc().collect()
}

/// The headword and the other forms.
fn forms(row: &Row<'_>, headword: &str) -> Vec<Entry> {
    let mut forms = vec![Entry {
        text: headword.to_owned(),
        line: row.line_of("headword"),
    }];
    for form in row.list("forms") {
        if forms.iter().any(|other| other.text == form.text) {
            let fault = Fault::FormTwice {
                form: form.text.clone(),
            };
            row.report(form.line, fault);
        }
        forms.push(form);
    }
    for form in &forms {
        let mut characters = form.text.chars();
        let is_kanji = |c| matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}');
        if let (Some(only), None) = (characters.next(), characters.next())
            && !is_kanji(only)
        {
            let fault = Fault::FormTooShort {
                form: form.text.clone(),
            };
            row.report(form.line, fault);
        }
    }
    forms
}

fn check_blockers(row: &Row<'_>, forms: &[Entry], not_in: &[Entry]) {
    let forms: Vec<String> = forms.iter().map(|form| nfkc(&form.text)).collect();
    for blocker in not_in {
        let word = nfkc(&blocker.text);
        let holds = |form: &String| word.contains(form.as_str()) && word != *form;
        if !forms.iter().any(holds) {
            let word = blocker.text.clone();
            row.report(blocker.line, Fault::BlockerWithoutForm { word });
        }
    }
}

fn related(row: &Row<'_>, slug: &str, names: &Names<TermId>) -> Vec<String> {
    let mut related = Vec::new();
    for entry in row.list("related") {
        names.find(row, "related", &entry.text, entry.line);
        if entry.text == slug {
            row.report(entry.line, Fault::RelatedToItself);
        }
        related.push(entry.text);
    }
    related
}

/// Sorts the entries and turns the names of related ones into ids; those left out of the pack fall away.
fn place(mut drafts: Vec<Draft>, names: &mut Names<TermId>) -> Vec<Term> {
    drafts.sort_by(|a, b| {
        let key = |draft: &Draft| (draft.term.reading.clone(), draft.term.headword.clone());
        key(a).cmp(&key(b))
    });
    for (id, draft) in (0..).map(TermId).zip(&drafts) {
        names.keep(&draft.term.slug, id);
    }
    let find = |id: &String| names.get(id).and_then(|name| name.kept);
    drafts
        .into_iter()
        .map(|draft| Term {
            related: draft.related.iter().filter_map(find).collect(),
            ..draft.term
        })
        .collect()
}
