//! `press sizes`: the built files as they are and compressed, and the budgets they must keep.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use yomikurabe::domain::pack::{Bilingual, Block, Document, Pack, Question, Statement, Task, Term};
use yomikurabe::ui::still;

use super::page::{INDEX, between};
use super::{downloads, embed, folder, learner, offline, page, single, styles, views};

/// What the program, its glue and its styles may have, in bytes with brotli (`docs/adr/0014-engine-size.md`).
const ENGINE: usize = 160 * 1024;
/// What the second module, with its glue, may have (`docs/adr/0024-a-second-module.md`).
const LEARNER: usize = 104 * 1024;
/// What pages of others load, with the element for frames, may have (`docs/adr/0027-a-module-for-host-pages.md`).
const EMBED: usize = 96 * 1024;
/// What works offline may add: the worker, its script, the manifest, the icons.
const OFFLINE: usize = 6 * 1024;
/// The page without its static text, and its data, may have so many quarters of the bytes of the pack's plain text, both
/// with brotli; and so many the static page by itself, without the data (`docs/adr/0025-the-text-before-the-data.md`).
const PAGE_QUARTERS: usize = 6;
const STATIC_QUARTERS: usize = 7;
/// Besides, the views in it that are drawn when the page is built (timeline, figures, …) and their styles may have so many
/// bytes, so many the page with those that stand apart, and so many the file with their English
/// (`docs/adr/0019-views-drawn-when-the-page-is-built.md`, `docs/adr/0031-less-text-at-once.md`).
const DRAWN: usize = 2_000;
const VIEWS: usize = 35_000;
const ENGLISH: usize = 30_000;
/// The single file may have so many fifths of the bytes of its parts with gzip, on the disk (`docs/adr/0030-the-single-file-packed.md`).
const SINGLE_FIFTHS: usize = 6;
/// Between these stands the static text.
const STILL: [&str; 2] = ["<div id=\"app\">", "</body>"];

/// Prints the sizes of the files in `dist`, without the downloads, and fails above a budget.
pub fn run(dist: &Path, pack: &Path) -> Result<(), String> {
    let pack = folder::pack(pack)?;
    let (mut files, mut index, mut apart) = (Vec::new(), String::new(), 0);
    for file in folder::files(dist)?.into_iter().filter(|file| !is_download(&file.path)) {
        files.push((Sizes::of(&file.bytes)?, file.path.clone()));
        let text = || String::from_utf8(file.bytes.clone()).map_err(|error| format!("{}: {error}", file.path));
        match file.path.as_str() {
            INDEX => index = text()?,
            still::VIEWS => apart = Sizes::of(views::sections(&text()?).as_bytes())?.gzip,
            _ => (),
        }
    }
    let (index, style) = styles::split(&index).ok_or("index.html has no styles")?;
    let shell = without_still(&index).ok_or("index.html has no static text")?;
    let [style, index, shell] = [style, &index, &shell].map(|text| Sizes::of(text.as_bytes()));
    let (style, index, shell) = (style?, index?.brotli, shell?.brotli);
    let text = Sizes::of(plain_text(&pack).as_bytes())?;
    println!("{:>10} {:>10} {:>10}  file", "raw", "gzip", "brotli");
    for (sizes, path) in &files {
        sizes.print(path);
    }
    style.print("(the engine's styles, in the page)");
    text.print("(plain text of the pack)");
    let sum = |wanted: fn(&str) -> bool| -> usize {
        let wanted = files.iter().filter(|(_, path)| wanted(path));
        wanted.map(|(sizes, _)| sizes.brotli).sum()
    };
    let of_text = |quarters: usize| text.brotli * quarters / 4;
    let parts = files.iter().filter(|(_, path)| is_part_of_single(path));
    let parts = apart + parts.map(|(sizes, _)| sizes.gzip).sum::<usize>();
    let single = files
        .iter()
        .find(|(_, path)| path == single::NAME)
        .ok_or("there is no single file")?;
    println!("budgets, with brotli where nothing else is said:");
    let kept = [
        budget("engine", sum(is_engine) + style.brotli, ENGINE),
        budget("learner", sum(learner::is_learner), LEARNER),
        budget("embed", sum(embed::is_embed), EMBED),
        budget("offline", sum(offline::is_offline), OFFLINE),
        budget("page and pack", shell + sum(page::is_data), of_text(PAGE_QUARTERS)),
        budget("drawn views on their page", sum(|path| path == still::VIEWS), VIEWS),
        budget("English of the drawn views", sum(views::is_english), ENGLISH),
        budget("static page", index, of_text(STATIC_QUARTERS) + DRAWN),
        budget("single file, on the disk", single.0.raw, parts * SINGLE_FIFTHS / 5),
    ];
    match kept.contains(&false) {
        false => Ok(()),
        true => Err("over budget".to_owned()),
    }
}

/// What a reader fetches file by file, if at all.
fn is_download(path: &str) -> bool {
    path.strip_prefix(downloads::FOLDER)
        .is_some_and(|rest| rest.starts_with('/'))
}

fn is_engine(path: &str) -> bool {
    let other = offline::is_offline(path) || learner::is_learner(path) || embed::is_embed(path);
    !other && [".wasm", ".js"].iter().any(|end| path.ends_with(end))
}

/// What the single file has in it besides the views: the page, its data, the engine and what the learner did.
fn is_part_of_single(path: &str) -> bool {
    let is_data = page::is_data(path) || views::is_english(path);
    path == INDEX || is_data || is_engine(path) || learner::is_learner(path)
}

/// The page as the engine takes it.
fn without_still(html: &str) -> Option<String> {
    let (before, _, after) = between(html, STILL)?;
    Some([before, STILL[0], STILL[1], after].concat())
}

fn budget(what: &str, bytes: usize, limit: usize) -> bool {
    let keeps = bytes <= limit;
    let verdict = if keeps { "ok" } else { "OVER" };
    println!("{what}: {bytes} of {limit} bytes, {verdict}");
    keeps
}

/// Bytes of one file.
struct Sizes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Sizes {
    fn of(bytes: &[u8]) -> Result<Self, String> {
        let fail = |error: std::io::Error| error.to_string();
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes).map_err(fail)?;
        let mut packed = Vec::new();
        {
            // Quality 11 and a window of 22 bits, as a server would precompress.
            let mut brotli = brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 22);
            brotli.write_all(bytes).map_err(fail)?;
        }
        Ok(Self {
            raw: bytes.len(),
            gzip: gzip.finish().map_err(fail)?.len(),
            brotli: packed.len(),
        })
    }

    fn print(&self, name: &str) {
        let Self { raw, gzip, brotli } = self;
        println!("{raw:>10} {gzip:>10} {brotli:>10}  {name}");
    }
}

/// Everything in a pack that people read, one text a line.
fn plain_text(pack: &Pack) -> String {
    let mut text = PlainText(String::new());
    text.both(&pack.title);
    text.both(&pack.lead);
    text.add([&pack.licence]);
    pack.documents.iter().for_each(|d| text.document(d));
    for actor in &pack.actors {
        text.both(&actor.name);
        text.add([&actor.reading]);
        text.both(&actor.role);
    }
    for issue in &pack.issues {
        text.both(&issue.title);
        text.both(&issue.question);
        text.add(&issue.note);
    }
    pack.statements.iter().for_each(|s| text.statement(s));
    pack.terms.iter().for_each(|t| text.term(t));
    for event in &pack.events {
        text.both(&event.title);
        text.add(event.when.iter().chain(&event.note));
    }
    for figure in &pack.figures {
        text.add([&figure.value, &figure.measures, &figure.source]);
    }
    pack.questions.iter().for_each(|q| text.question(q));
    text.0
}

/// Texts, one a line.
struct PlainText(String);

impl PlainText {
    fn add<'t>(&mut self, texts: impl IntoIterator<Item = &'t String>) {
        for text in texts {
            self.0.push_str(text);
            self.0.push('\n');
        }
    }

    fn both(&mut self, text: &Bilingual) {
        self.add([&text.ja, &text.en]);
    }

    fn document(&mut self, document: &Document) {
        self.add([&document.label, &document.title, &document.date_note]);
        self.both(&document.short);
        self.both(&document.kind);
        self.add(document.publisher.iter().chain(&document.translator));
        self.add(&document.authors);
        let card = &document.card;
        self.add([&card.genre, &card.unknown, &card.standpoint]);
        self.add(&card.cautions);
        for block in &document.blocks {
            let text = match block {
                Block::Heading(heading) => &heading.text,
                Block::Paragraph(paragraph) => &paragraph.text,
            };
            self.add([&text.plain]);
        }
    }

    fn statement(&mut self, statement: &Statement) {
        self.add([&statement.paraphrase, &statement.cue]);
        let rest = statement.condition.iter().chain(&statement.quote);
        self.add(rest.chain(&statement.note));
    }

    fn term(&mut self, term: &Term) {
        self.add([&term.headword, &term.reading, &term.en]);
        self.add(term.native.iter().chain(&term.forms));
        self.both(&term.gloss);
        self.add(term.says.iter().map(|says| &says.text));
    }

    fn question(&mut self, question: &Question) {
        self.add([&question.stem, &question.why]);
        match &question.task {
            Task::Choice {
                key,
                distractors,
                accept,
            } => self.add([key].into_iter().chain(distractors).chain(accept)),
            Task::Order { items } => self.add(items),
            Task::Match { pairs } => {
                self.add(pairs.iter().flat_map(|(left, right)| [left, right]));
            }
        }
    }
}
