//! How large a pack and its parts may be; `docs/pack-format.md` lists the same numbers.

/// Bytes of one file.
pub const FILE_BYTES: usize = 1 << 20;
/// Bytes of a pack, as a folder and compiled.
pub const PACK_BYTES: usize = 16 << 20;
/// Files of a pack.
pub const FILES: usize = 2_000;
/// Folders within folders.
pub const FOLDERS: usize = 4;
/// Headings and paragraphs of a document.
pub const BLOCKS: usize = 5_000;
/// Characters of a heading or paragraph, readings included.
pub const BLOCK_CHARS: usize = 4_000;
/// Items of each kind: terms, statements, ….
pub const ITEMS: usize = 20_000;
/// Characters of an id.
pub const ID_CHARS: usize = 64;
/// Characters of a document's short title.
pub const SHORT_CHARS: usize = 24;
/// Characters of a statement's paraphrase.
pub const PARAPHRASE_CHARS: usize = 120;
/// Characters of a term's gloss.
pub const GLOSS_CHARS: usize = 60;

/// Whether `id` is lower-case ASCII letters, digits and hyphens, and neither empty nor too long.
#[must_use]
pub fn is_id(id: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !id.is_empty() && id.len() <= ID_CHARS && id.bytes().all(allowed)
}
