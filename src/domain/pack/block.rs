//! One line of a document: a heading or a paragraph with its attributes.

use std::fmt;

use super::limits::BLOCK_CHARS;
use super::{Block, Heading, Paragraph, ParagraphKind, ParagraphNumber, SectionNumber, SourceLines};
use crate::domain::text::{RubyFault, RubyText};

/// What is wrong with a line of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockFault {
    /// No `{#…}` at its end.
    NoAttributes,
    /// The text between the braces is not `#p1 lines=1`.
    BadAttributes(String),
    /// `# ` or `#### `.
    HeadingLevel,
    /// A heading with the id of a paragraph or the other way round; the id.
    WrongId(String),
    /// Nothing before the attributes.
    NoWords,
    /// So many characters.
    TooLong(usize),
    /// A reading is not written well.
    Ruby(RubyFault),
}

/// Reads a line such as `｜停戦《ていせん》の案 {#p3 lines=7,9-10}`.
///
/// A block comes back whenever the line has attributes, so that a citation of it can be told from one of nothing; it is
/// sound where no fault is listed.
///
/// ```text
/// block      = mark ruby-text " {#" id " lines=" lines "}"
/// mark       = "" | "- " | "## " | "### "
/// id         = ("p" | "s") number          p for a paragraph, s for a heading
/// lines      = range *("," range)          ascending
/// range      = number ["-" number]
/// ```
///
/// ```
/// use yomikurabe::domain::pack::{read_block, write_block};
/// let (block, faults) = read_block("- ｜停戦《ていせん》の案 {#p3 lines=7,9-10}");
/// assert!(faults.is_empty());
/// assert_eq!(write_block(&block.unwrap()), "- ｜停戦《ていせん》の案 {#p3 lines=7,9-10}");
/// ```
#[must_use]
pub fn read_block(line: &str) -> (Option<Block>, Vec<BlockFault>) {
    let Some((words, attributes)) = split(line) else {
        return (None, vec![BlockFault::NoAttributes]);
    };
    let Some((id, number, lines)) = read_attributes(attributes) else {
        let fault = BlockFault::BadAttributes(attributes.to_owned());
        return (None, vec![fault]);
    };
    let (mark, words) = split_mark(words);
    let mut faults = Vec::new();
    if mark == Mark::Level(1) {
        faults.push(BlockFault::HeadingLevel);
    }
    if id.starts_with('s') != matches!(mark, Mark::Level(_)) {
        faults.push(BlockFault::WrongId(id.to_owned()));
    }
    if words.trim().is_empty() {
        faults.push(BlockFault::NoWords);
    }
    let characters = words.chars().count();
    if characters > BLOCK_CHARS {
        faults.push(BlockFault::TooLong(characters));
    }
    let (text, rubies) = RubyText::parse(words);
    faults.extend(rubies.into_iter().map(BlockFault::Ruby));
    (Some(build(mark, number, text, lines)), faults)
}

/// Writes the line that [`read_block`] reads.
#[must_use]
pub fn write_block(block: &Block) -> String {
    match block {
        Block::Heading(Heading {
            number,
            level,
            text,
            lines,
        }) => {
            let marks = if *level == 2 { "##" } else { "###" };
            let text = text.notation();
            format!("{marks} {text} {{#s{} lines={lines}}}", number.0)
        }
        Block::Paragraph(Paragraph {
            number,
            kind,
            text,
            lines,
        }) => {
            let mark = match kind {
                ParagraphKind::Prose => "",
                ParagraphKind::Item => "- ",
            };
            let text = text.notation();
            format!("{mark}{text} {{#p{} lines={lines}}}", number.0)
        }
    }
}

/// What a line begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Prose,
    Item,
    /// 2 or 3; 1 stands for a level that does not exist.
    Level(u8),
}

/// The words and what stands between ` {#` and `}` at the end.
fn split(line: &str) -> Option<(&str, &str)> {
    let line = line.trim().strip_suffix('}')?;
    let at = line.rfind('{').filter(|at| line[*at..].starts_with("{#"))?;
    let words = line[..at].strip_suffix(' ').unwrap_or(&line[..at]);
    Some((words, &line[at + 2..]))
}

fn split_mark(words: &str) -> (Mark, &str) {
    let marks = words.len() - words.trim_start_matches('#').len();
    let (mark, rest) = match marks {
        0 if words == "-" => (Mark::Item, ""),
        0 => match words.strip_prefix("- ") {
            Some(rest) => (Mark::Item, rest),
            None => (Mark::Prose, words),
        },
        2 | 3 if matches!(words.as_bytes().get(marks), None | Some(b' ')) => {
            (Mark::Level(marks as u8), &words[marks..])
        }
        _ => (Mark::Level(1), &words[marks..]),
    };
    (mark, rest.trim())
}

/// `p3 lines=7,9-10`.
fn read_attributes(attributes: &str) -> Option<(&str, u16, SourceLines)> {
    let (id, lines) = attributes.split_once(" lines=")?;
    let digits = id.strip_prefix(['p', 's'])?;
    Some((id, number(digits)?, SourceLines::read(lines)?))
}

/// A number from 1 without leading zeros.
pub(super) fn number(digits: &str) -> Option<u16> {
    let plain = !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

fn build(mark: Mark, number: u16, text: RubyText, lines: SourceLines) -> Block {
    let paragraph = |kind, text, lines| {
        let number = ParagraphNumber(number);
        Block::Paragraph(Paragraph {
            number,
            kind,
            text,
            lines,
        })
    };
    match mark {
        Mark::Prose => paragraph(ParagraphKind::Prose, text, lines),
        Mark::Item => paragraph(ParagraphKind::Item, text, lines),
        Mark::Level(level) => Block::Heading(Heading {
            number: SectionNumber(number),
            level,
            text,
            lines,
        }),
    }
}

impl SourceLines {
    /// Reads `5-6,8`: numbers from 1, ascending; `None` for anything else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut ranges: Vec<(u16, u16)> = Vec::new();
        for part in text.split(',') {
            let (from, to) = part.split_once('-').unwrap_or((part, part));
            let (from, to) = (number(from)?, number(to)?);
            let after = ranges.last().map_or(0, |last| last.1);
            if from > to || from <= after {
                return None;
            }
            ranges.push((from, to));
        }
        Some(Self(ranges))
    }

    /// The last line, or 0 where there is none.
    #[must_use]
    pub fn last(&self) -> u16 {
        self.0.last().map_or(0, |range| range.1)
    }
}

impl fmt::Display for SourceLines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (from, to)) in self.0.iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            match from == to {
                true => write!(f, "{comma}{from}")?,
                false => write!(f, "{comma}{from}-{to}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, faults: &[BlockFault]) {
        let (block, found) = read_block(line);
        assert_eq!(found, faults, "{line}");
        if let (Some(block), []) = (block, faults) {
            assert_eq!(write_block(&block), line);
        }
    }

    #[test]
    fn writes_back_what_it_read() {
        check("## 三つの段階 {#s1 lines=5}", &[]);
        check("### 小見出し {#s12 lines=11-12}", &[]);
        check("｜停戦《ていせん》の案 {#p3 lines=7,9-10}", &[]);
        check("- 項目 {#p4 lines=1}", &[]);
        check("記号 {#p9 lines=1} を含む {#p5 lines=2}", &[]);
    }

    #[test]
    fn names_each_fault() {
        let bad = |attributes: &str| [BlockFault::BadAttributes(attributes.to_owned())];
        check("段落", &[BlockFault::NoAttributes]);
        check("段落 {p1 lines=1}", &[BlockFault::NoAttributes]);
        check("段落 {#p1}", &bad("p1"));
        check("段落 {#p01 lines=1}", &bad("p01 lines=1"));
        check("段落 {#x1 lines=1}", &bad("x1 lines=1"));
        check("段落 {#p1 lines=3,2}", &bad("p1 lines=3,2"));
        check("段落 {#p1 lines=2-1}", &bad("p1 lines=2-1"));
        check("段落 {#p1 lines=}", &bad("p1 lines="));
        check("段落 {#p70000 lines=1}", &bad("p70000 lines=1"));
        check("# 題 {#s1 lines=1}", &[BlockFault::HeadingLevel]);
        check("##題 {#s1 lines=1}", &[BlockFault::HeadingLevel]);
        check("#### 題 {#s1 lines=1}", &[BlockFault::HeadingLevel]);
        check("## 題 {#p1 lines=1}", &[BlockFault::WrongId("p1".into())]);
        check("段落 {#s1 lines=1}", &[BlockFault::WrongId("s1".into())]);
        check("{#p1 lines=1}", &[BlockFault::NoWords]);
        check("- {#p1 lines=1}", &[BlockFault::NoWords]);
        let ruby = BlockFault::Ruby(RubyFault::Unclosed);
        check("停戦《ていせん {#p1 lines=1}", &[ruby]);
        let long = format!("{} {{#p1 lines=1}}", "長".repeat(BLOCK_CHARS + 1));
        check(&long, &[BlockFault::TooLong(BLOCK_CHARS + 1)]);
    }
}
