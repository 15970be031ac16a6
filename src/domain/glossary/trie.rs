//! All spellings that begin at a place in a text.

use std::ops::Range;

use super::spelling::{Letters, Spelling, seen_as};

/// A trie of spellings, and a sieve before it that lets few other places through.
///
/// No automaton: what may stand at a place depends on both sides of it (edges, rubies, longer words), so all spellings
/// that begin there are wanted, and a refused one must not hide another. Beginnings are rare; the sieve decides on two
/// letters, and only then the trie is entered.
pub(super) struct Trie {
    sieve: Sieve,
    nodes: Vec<Node>,
    /// The branches of every node, sorted by letter; those of one node lie together.
    branches: Vec<(char, u32)>,
    spellings: Vec<Spelling>,
}

/// A beginning that some spellings share.
#[derive(Clone, Default)]
struct Node {
    branches: Range<u32>,
    /// The spelling that is whole here.
    whole: Option<u32>,
}

impl Trie {
    /// Builds the trie, level by level, from sorted spellings.
    pub fn new(spellings: Vec<Spelling>) -> Self {
        let mut nodes = vec![Node::default()];
        let mut branches = Vec::new();
        // For each node the spellings that begin so, and with how many letters.
        let mut begin_so = vec![(0..spellings.len(), 0)];
        let mut at = 0;
        while let Some((mut range, depth)) = begin_so.get(at).cloned() {
            let ends_here = |first: &Spelling| first.letters.len() == depth;
            if spellings.get(range.start).is_some_and(ends_here) {
                nodes[at].whole = Some(range.start as u32);
                range.start += 1;
            }
            nodes[at].branches.start = branches.len() as u32;
            for same in spellings[range.clone()].chunk_by(|one, next| one.letters[depth] == next.letters[depth]) {
                branches.push((same[0].letters[depth], nodes.len() as u32));
                nodes.push(Node::default());
                begin_so.push((range.start..range.start + same.len(), depth + 1));
                range.start += same.len();
            }
            nodes[at].branches.end = branches.len() as u32;
            at += 1;
        }
        Self {
            sieve: Sieve::new(&spellings),
            nodes,
            branches,
            spellings,
        }
    }

    /// The first place in `text` from `from` on where a spelling may begin.
    pub fn next_start(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut at = from;
        let (mut first, mut length) = low_byte(bytes, at)?;
        loop {
            let (second, next_length) = low_byte(bytes, at + length).unwrap_or((0, 0));
            if self.sieve.passes(first, second) {
                return Some(at);
            }
            if next_length == 0 {
                return None;
            }
            at += length;
            (first, length) = (second, next_length);
        }
    }

    /// Puts into `found` the spellings that begin at `start` and where they end, shortest first.
    pub fn at<'a>(&'a self, text: &str, start: usize, found: &mut Vec<(usize, &'a Spelling)>) {
        found.clear();
        let mut node = &self.nodes[0];
        for (end, letter) in Letters::new(text, start) {
            match self.branch(node, letter) {
                Some(next) => node = next,
                None => return,
            }
            if let Some(whole) = node.whole {
                found.push((end, &self.spellings[whole as usize]));
            }
        }
    }

    /// Where `letter` leads. A binary search by hand, without jumps, for the same reason as in `code_at`.
    #[inline(always)]
    fn branch(&self, node: &Node, letter: char) -> Option<&Node> {
        let branches = &self.branches[node.branches.start as usize..node.branches.end as usize];
        let (mut from, mut size) = (0, branches.len());
        while size > 1 {
            let half = size / 2;
            from += usize::from(branches[from + half].0 <= letter) * half;
            size -= half;
        }
        match branches.get(from) {
            Some(&(found, next)) if found == letter => Some(&self.nodes[next as usize]),
            _ => None,
        }
    }
}

/// The pairs of letters that a spelling may begin with, and few others: a set of the pairs of the low bytes of their
/// codes, which tell most kanji apart.
struct Sieve(Box<[u32; 1 << 11]>);

impl Sieve {
    fn new(spellings: &[Spelling]) -> Self {
        let mut sieve = Self(Box::new([0; 1 << 11]));
        for spelling in spellings {
            let first = spelling.letters[0];
            for seen_first in seen_as(None, first) {
                match spelling.letters.get(1) {
                    None => (0..=0xFF).for_each(|second| sieve.insert(seen_first, second)),
                    Some(&second) => {
                        seen_as(Some(first), second).for_each(|second| sieve.insert(seen_first, u32::from(second)))
                    }
                }
            }
        }
        sieve
    }

    fn insert(&mut self, first: char, second: u32) {
        let pair = (u32::from(first) & 0xFF) << 8 | (second & 0xFF);
        self.0[pair as usize >> 5] |= 1 << (pair & 31);
    }

    #[inline(always)]
    fn passes(&self, first: u32, second: u32) -> bool {
        let pair = first << 8 | second;
        self.0[pair as usize >> 5 & 0x7FF] >> (pair & 31) & 1 != 0
    }
}

/// The low byte of the code of the character that begins at a byte of a text in UTF-8, and its length in bytes.
#[inline(always)]
fn low_byte(text: &[u8], at: usize) -> Option<(u32, usize)> {
    let low = |high: u8, low: u8| u32::from(high << 6 | low & 0x3F);
    match (text.get(at..at + 3), *text.get(at)?) {
        (Some(&[0xE0..0xF0, b, c]), _) => Some((low(b, c), 3)),
        (_, a @ 0..0x80) => Some((u32::from(a), 1)),
        (_, a @ 0xC0..0xE0) => Some((low(a, *text.get(at + 1)?), 2)),
        (Some(&[_, _, c]), _) => Some((low(c, *text.get(at + 3)?), 4)),
        _ => None,
    }
}
