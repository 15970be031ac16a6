//! The files of a pack's folder as texts, and the list of problems found in them.

use std::cell::RefCell;

use super::problem::{Fault, Problem};
use crate::domain::pack::limits;

/// A file of a pack's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path relative to the pack's folder, with `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A readable file, or a part of one.
pub(super) struct Source<'f> {
    pub path: &'f str,
    pub text: &'f str,
    /// Where each line but the first begins.
    starts: Vec<usize>,
    /// How many lines of the file stand before the text.
    skipped: u32,
}

impl<'f> Source<'f> {
    pub fn new(path: &'f str, text: &'f str) -> Self {
        Self::after(0, path, text)
    }

    /// A part of a file that begins after so many lines.
    pub fn after(skipped: u32, path: &'f str, text: &'f str) -> Self {
        let starts = text.match_indices('\n').map(|(at, _)| at + 1).collect();
        Self {
            path,
            text,
            starts,
            skipped,
        }
    }

    /// The line of the file, from 1, on which the byte `at` of the text stands.
    pub fn line(&self, at: usize) -> u32 {
        let before = self.starts.partition_point(|start| *start <= at);
        self.skipped + 1 + before as u32
    }

    /// The same lines with another text of the same length.
    pub fn with_text<'g>(&self, text: &'g str) -> Source<'g>
    where
        'f: 'g,
    {
        Source::after(self.skipped, self.path, text)
    }
}

/// Where problems are written down.
#[derive(Default)]
pub(super) struct Sink {
    problems: RefCell<Vec<Problem>>,
}

impl Sink {
    pub fn report(&self, file: &str, line: u32, fault: Fault) {
        let file = file.to_owned();
        let problem = Problem { file, line, fault };
        self.problems.borrow_mut().push(problem);
    }

    /// How many problems there are so far; what is read without a new one is sound.
    pub fn count(&self) -> usize {
        self.problems.borrow().len()
    }

    /// The problems by file and line.
    pub fn into_sorted(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        problems.dedup();
        problems
    }
}

/// What a file of a pack is for.
#[derive(PartialEq, Eq)]
enum Purpose {
    Tables,
    Document,
    /// A note to people, or a dropping of an editor or a file system.
    None,
    Unknown,
}

/// The tables and the documents of the folder, each by path.
pub(super) struct Sources<'f> {
    pub tables: Vec<Source<'f>>,
    pub documents: Vec<Source<'f>>,
    /// Tables and documents that could not be read, by path.
    pub closed: Vec<&'f str>,
}

impl<'f> Sources<'f> {
    /// Reads the files; those that break a limit or are not plain UTF-8 are left out and reported.
    pub fn read(files: &'f [SourceFile], sink: &Sink) -> Self {
        check_size(files, sink);
        let mut files: Vec<_> = files.iter().collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let mut sources = Self {
            tables: Vec::new(),
            documents: Vec::new(),
            closed: Vec::new(),
        };
        for file in files {
            let list = match purpose(&file.path) {
                Purpose::None => continue,
                Purpose::Unknown => {
                    sink.report(&file.path, 1, Fault::UnknownFile);
                    continue;
                }
                Purpose::Tables => &mut sources.tables,
                Purpose::Document => &mut sources.documents,
            };
            match read(file, sink) {
                Some(source) => list.push(source),
                None => sources.closed.push(&file.path),
            }
        }
        sources
    }
}

fn check_size(files: &[SourceFile], sink: &Sink) {
    if files.len() > limits::FILES {
        let (files, limit) = (files.len(), limits::FILES);
        sink.report("pack.toml", 1, Fault::TooManyFiles { files, limit });
    }
    let bytes = files.iter().map(|file| file.bytes.len()).sum();
    if bytes > limits::PACK_BYTES {
        let limit = limits::PACK_BYTES;
        sink.report("pack.toml", 1, Fault::PackTooBig { bytes, limit });
    }
}

fn purpose(path: &str) -> Purpose {
    let name = path.rsplit('/').next().unwrap_or(path);
    let in_documents = path.strip_prefix("documents/");
    let is_hidden = path.split('/').any(|part| part.starts_with('.')) || name.ends_with('~');
    if is_hidden || matches!(name, "README.md" | "LICENSE.md" | "LICENSE") {
        Purpose::None
    } else if name.ends_with(".toml") {
        Purpose::Tables
    } else if name.ends_with(".md") && in_documents == Some(name) {
        Purpose::Document
    } else {
        Purpose::Unknown
    }
}

fn read<'f>(file: &'f SourceFile, sink: &Sink) -> Option<Source<'f>> {
    let report = |line, fault| sink.report(&file.path, line, fault);
    let (bytes, folders) = (file.bytes.len(), file.path.matches('/').count());
    if folders > limits::FOLDERS {
        let limit = limits::FOLDERS;
        report(1, Fault::TooDeep { folders, limit });
        return None;
    }
    if bytes > limits::FILE_BYTES {
        let limit = limits::FILE_BYTES;
        report(1, Fault::FileTooBig { bytes, limit });
        return None;
    }
    let text = match std::str::from_utf8(&file.bytes) {
        Ok(text) => text,
        Err(error) => {
            let read = &file.bytes[..error.valid_up_to()];
            let line = 1 + read.iter().filter(|byte| **byte == b'\n').count() as u32;
            report(line, Fault::NotUtf8);
            return None;
        }
    };
    if text.starts_with('\u{FEFF}') {
        report(1, Fault::ByteOrderMark);
    }
    let text = text.trim_start_matches('\u{FEFF}');
    let source = Source::new(&file.path, text);
    if let Some(at) = text.find('\r') {
        report(source.line(at), Fault::CarriageReturn);
    }
    Some(source)
}
