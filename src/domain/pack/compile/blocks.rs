//! The headings and paragraphs of a document, their numbers and their place in the source.

use std::collections::BTreeMap;

use super::document::{Frame, beyond};
use super::problem::Fault;
use super::source::{Sink, Source};
use crate::domain::pack::block::{BlockFault, read_block};
use crate::domain::pack::{Block, ParagraphKind, SourceLines, limits};
use crate::domain::text::{RubyFault, RubyText};

/// Signs of other markup languages, which would stand on the page as they are.
const MARKUP: [&str; 5] = ["**", "__", "](", "`", "</"];

/// What stands below a front matter.
#[derive(Default)]
pub(super) struct Blocks {
    /// The sound blocks.
    pub blocks: Vec<Block>,
    /// The words of every paragraph; `None` for a faulty one.
    pub paragraphs: BTreeMap<u16, Option<String>>,
    /// The words of every block, sound or not.
    pub texts: Vec<String>,
}

/// Reads the blocks; `frame` is what the front matter says of the source.
pub(super) fn read(body: &Source<'_>, frame: Option<&Frame>, sink: &Sink) -> Blocks {
    let mut reader = Reader {
        body,
        frame,
        sink,
        sequence: Sequence::default(),
        read: Blocks::default(),
    };
    let mut above = None;
    let mut count = 0;
    for (line, words) in (body.line(0)..).zip(body.text.lines()) {
        if words.trim().is_empty() {
            above = None;
            continue;
        }
        count += 1;
        if count > limits::BLOCKS {
            continue;
        }
        let kind = reader.block(line, words);
        let is_list = kind == Kind::Item && above == Some(Kind::Item);
        if above.is_some() && !is_list {
            sink.report(body.path, line, Fault::BlocksTouch);
        }
        above = Some(kind);
    }
    if count > limits::BLOCKS {
        let (blocks, limit) = (count, limits::BLOCKS);
        sink.report(body.path, 1, Fault::TooManyBlocks { blocks, limit });
    }
    if reader.read.paragraphs.is_empty() {
        sink.report(body.path, 1, Fault::NoParagraphs);
    }
    reader.read
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Heading,
    Prose,
    Item,
}

impl Kind {
    fn letter(self) -> char {
        if self == Self::Heading { 's' } else { 'p' }
    }
}

struct Reader<'a> {
    body: &'a Source<'a>,
    frame: Option<&'a Frame>,
    sink: &'a Sink,
    sequence: Sequence,
    read: Blocks,
}

impl Reader<'_> {
    fn block(&mut self, line: u32, words: &str) -> Kind {
        let before = self.sink.count();
        let (block, faults) = read_block(words);
        let has_own_id = !faults.iter().any(|f| matches!(f, BlockFault::WrongId(_)));
        let kind = kind_of(block.as_ref(), words);
        self.read.texts.push(plain(block.as_ref(), words));
        // The `｜` of a reading that is not closed is no second fault.
        let is_unclosed = faults.contains(&BlockFault::Ruby(RubyFault::Unclosed));
        let follows_from_it = |fault: &BlockFault| is_unclosed && *fault == BlockFault::Ruby(RubyFault::Stray);
        for fault in faults.into_iter().filter(|fault| !follows_from_it(fault)) {
            self.report(line, describe(fault, kind));
        }
        if let Some(mark) = MARKUP.into_iter().find(|mark| words.contains(mark)) {
            self.report(line, Fault::Markup { mark });
        }
        let number = match &block {
            Some(block) if has_own_id => number_of(block),
            _ => self.sequence.next(kind.letter()),
        };
        let fault = self.sequence.check(kind.letter(), number, line);
        let follows = !matches!(
            fault,
            Some(Fault::DuplicateBlock { .. } | Fault::BlockOutOfOrder { .. })
        );
        // A gap in the numbers is a fault, yet the block itself is sound.
        let fault = fault.map(|fault| self.report(line, fault));
        if let Some(block) = &block {
            self.check_lines(line, lines_of(block));
        }
        let gap = usize::from(fault.is_some());
        let is_sound = follows && self.sink.count() == before + gap;
        self.keep(block.filter(|_| is_sound), kind, number);
        kind
    }

    fn keep(&mut self, block: Option<Block>, kind: Kind, number: u16) {
        if kind != Kind::Heading {
            let plain = match &block {
                Some(Block::Paragraph(paragraph)) => Some(paragraph.text.plain.clone()),
                _ => None,
            };
            self.read.paragraphs.entry(number).or_insert(plain);
        }
        self.read.blocks.extend(block);
    }

    fn check_lines(&self, line: u32, lines: &SourceLines) {
        let Some(frame) = self.frame else { return };
        if let Some(fault) = beyond(lines, frame.lines) {
            self.report(line, fault);
        }
        let omitted = frame.omitted.iter().flat_map(|omitted| &omitted.0);
        let both = omitted
            .flat_map(|(from, to)| lines.0.iter().map(move |(a, b)| (*from.max(a), *to.min(b))))
            .find(|(from, to)| from <= to);
        if let Some((line_of_source, _)) = both {
            let fault = Fault::LineOmittedAndRetold { line: line_of_source };
            self.report(line, fault);
        }
    }

    fn report(&self, line: u32, fault: Fault) {
        self.sink.report(self.body.path, line, fault);
    }
}

fn kind_of(block: Option<&Block>, words: &str) -> Kind {
    match block {
        Some(Block::Heading(_)) => Kind::Heading,
        Some(Block::Paragraph(paragraph)) if paragraph.kind == ParagraphKind::Item => Kind::Item,
        Some(Block::Paragraph(_)) => Kind::Prose,
        None if words.trim_start().starts_with('#') => Kind::Heading,
        None if words.trim_start().starts_with("- ") => Kind::Item,
        None => Kind::Prose,
    }
}

fn plain(block: Option<&Block>, words: &str) -> String {
    match block {
        Some(Block::Heading(heading)) => heading.text.plain.clone(),
        Some(Block::Paragraph(paragraph)) => paragraph.text.plain.clone(),
        None => RubyText::parse(words).0.plain,
    }
}

fn number_of(block: &Block) -> u16 {
    match block {
        Block::Heading(heading) => heading.number.0,
        Block::Paragraph(paragraph) => paragraph.number.0,
    }
}

fn lines_of(block: &Block) -> &SourceLines {
    match block {
        Block::Heading(heading) => &heading.lines,
        Block::Paragraph(paragraph) => &paragraph.lines,
    }
}

fn describe(fault: BlockFault, kind: Kind) -> Fault {
    match fault {
        BlockFault::NoAttributes => Fault::NoAttributes,
        BlockFault::BadAttributes(text) => Fault::BadAttributes { text },
        BlockFault::HeadingLevel => Fault::HeadingLevel,
        BlockFault::WrongId(id) => {
            let is_heading = kind == Kind::Heading;
            let wanted = if is_heading { "heading" } else { "paragraph" };
            Fault::WrongBlockId { id, wanted }
        }
        BlockFault::NoWords => Fault::NoWords,
        BlockFault::TooLong(characters) => {
            let limit = limits::BLOCK_CHARS;
            Fault::BlockTooLong { characters, limit }
        }
        BlockFault::Ruby(RubyFault::Unclosed) => Fault::RubyUnclosed,
        BlockFault::Ruby(RubyFault::Stray) => Fault::RubyStray,
        BlockFault::Ruby(RubyFault::NoBase) => Fault::RubyNoBase,
        BlockFault::Ruby(RubyFault::NotKana) => Fault::RubyNotKana,
    }
}

/// The numbers that were given so far.
#[derive(Default)]
struct Sequence {
    last: BTreeMap<char, u16>,
    lines: BTreeMap<(char, u16), u32>,
}

impl Sequence {
    fn last(&self, letter: char) -> u16 {
        self.last.get(&letter).copied().unwrap_or(0)
    }

    fn next(&self, letter: char) -> u16 {
        self.last(letter).saturating_add(1)
    }

    /// Notes a number and says what is wrong with it.
    fn check(&mut self, letter: char, number: u16, line: u32) -> Option<Fault> {
        let id = format!("{letter}{number}");
        if let Some(first) = self.lines.get(&(letter, number)) {
            let first = *first;
            return Some(Fault::DuplicateBlock { id, first });
        }
        let (last, next) = (self.last(letter), self.next(letter));
        self.lines.insert((letter, number), line);
        self.last.insert(letter, number.max(last));
        if number < last {
            let after = format!("{letter}{last}");
            return Some(Fault::BlockOutOfOrder { id, after });
        }
        let wanted = format!("{letter}{next}");
        (number > next).then_some(Fault::SkippedBlock { id, wanted })
    }
}
