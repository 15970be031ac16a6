//! The compiler: a folder of plain files in, a whole pack and every problem out.

mod actor;
mod blocks;
mod cite;
mod difference;
mod document;
mod event;
mod figure;
mod issue;
mod names;
mod problem;
mod question;
mod row;
mod source;
mod statement;
mod tables;
mod term;

pub use problem::{Fault, Problem};
pub use source::SourceFile;

use toml::Spanned;
use toml::de::DeTable;

use self::document::Shelf;
use self::names::Names;
use self::row::Row;
use self::source::{Sink, Source, Sources};
use self::tables::{Parsed, Tables};
use super::{ActorId, EventId, IssueId, Pack, TermId};

/// Reads a pack's folder. Every problem of it comes out, by file and line; what is faulty is left out of the pack, and so
/// is what rests on it, so that the pack is whole.
///
/// ```
/// use yomikurabe::domain::pack::compile::{SourceFile, compile};
/// let file = SourceFile { path: "pack.toml".into(), bytes: b"format = 2".to_vec() };
/// let (pack, problems) = compile(&[file]);
/// assert!(pack.documents.is_empty());
/// assert_eq!(
///     problems[0].to_string(),
///     "pack.toml:1: The pack has no document. Write at least one as `documents/<id>.md`."
/// );
/// ```
#[must_use]
pub fn compile(files: &[SourceFile]) -> (Pack, Vec<Problem>) {
    let sink = Sink::default();
    let sources = Sources::read(files, &sink);
    let mut shelf = Shelf::read(&sources.documents, &sources.closed, &sink);
    let mut rooms: Vec<String> = vec![String::new(); sources.tables.len()];
    let parsed: Vec<Parsed<'_>> = sources
        .tables
        .iter()
        .zip(&mut rooms)
        .map(|(source, room)| Parsed::new(source, room, &sink))
        .collect();
    let files: Vec<_> = parsed.iter().map(Parsed::table).collect();
    let mut pack = head(&parsed, &files, &sink);
    let mut tables = Tables::default();
    for (parsed, file) in parsed.iter().zip(&files) {
        if !is_head(parsed.source()) {
            tables.add(parsed, file.get_ref(), &sink);
        }
    }
    tables.check_counts(&sink);
    pack.documents = shelf.take(&sink);
    let is_whole = sources.closed.is_empty() && !parsed.iter().any(Parsed::is_broken);
    Compiler {
        shelf: &shelf,
        tables: &tables,
        sink: &sink,
    }
    .fill(&mut pack, is_whole);
    (pack, sink.into_sorted())
}

fn is_head(source: &Source<'_>) -> bool {
    source.path == "pack.toml"
}

/// Reads `pack.toml`. A faulty one leaves a pack without a title.
fn head<'t>(parsed: &'t [Parsed<'t>], files: &'t [Spanned<DeTable<'t>>], sink: &Sink) -> Pack {
    let nameless = Pack {
        slug: "pack".to_owned(),
        ..Pack::default()
    };
    let mut heads = parsed.iter().zip(files);
    let Some((parsed, file)) = heads.find(|(parsed, _)| is_head(parsed.source())) else {
        sink.report("pack.toml", 1, Fault::NoPackFile);
        return nameless;
    };
    if parsed.is_broken() {
        return nameless;
    }
    let row = Row::new(parsed.source(), "pack", 1, file.get_ref(), sink);
    if let Some(found) = row.count("format").filter(|format| *format != 1) {
        let found = found.to_string();
        row.report_at("format", Fault::UnknownFormat { found });
    }
    let pack = Pack {
        slug: row.id(),
        title: row.bilingual("title", "title_en"),
        lead: row.bilingual("lead", "lead_en"),
        licence: row.text("licence"),
        ..Pack::default()
    };
    row.finish();
    if row.is_sound() { pack } else { nameless }
}

/// What the tables are compiled with.
struct Compiler<'a> {
    shelf: &'a Shelf,
    tables: &'a Tables<'a>,
    sink: &'a Sink,
}

impl Compiler<'_> {
    /// Compiles the tables, each kind after those that it refers to. Where a part of them is hidden, nothing is said to be
    /// unused.
    fn fill(&self, pack: &mut Pack, is_whole: bool) {
        let mut actors: Names<ActorId> = Names::declare("actor", self.tables, self.sink);
        let mut issues: Names<IssueId> = Names::declare("issue", self.tables, self.sink);
        let mut terms: Names<TermId> = Names::declare("term", self.tables, self.sink);
        let mut events: Names<EventId> = Names::declare("event", self.tables, self.sink);
        pack.actors = self.actors(&mut actors);
        pack.issues = self.issues(&mut issues);
        pack.statements = self.statements(&actors, &issues);
        if is_whole {
            self.report_unused(&actors, &issues);
        }
        pack.terms = self.terms(&mut terms, is_whole);
        pack.events = self.events(&mut events);
        pack.figures = self.figures();
        pack.questions = self.questions(&issues);
        pack.differences = self.differences(&issues, &events);
    }

    fn rows(&self, kind: &'static str) -> impl Iterator<Item = Row<'_>> {
        self.tables.rows(kind, self.sink)
    }

    fn report_unused(&self, actors: &Names<ActorId>, issues: &Names<IssueId>) {
        for (id, name) in actors.unused() {
            let id = id.to_owned();
            self.sink.report(&name.file, name.line, Fault::UnusedActor { id });
        }
        for (id, name) in issues.unused() {
            let id = id.to_owned();
            self.sink
                .report(&name.file, name.line, Fault::IssueWithoutStatements { id });
        }
    }
}
