//! Bytes as a text that stands in the single file: LZMA, written in letters that HTML may contain. `assets/lzma.js` reads it.

use std::io::Write;

use lzma_rust2::{EncodeMode, LzmaOptions, LzmaWriter, MfType};

/// What the script takes for granted: bits of context for a literal, and bits of the position that it and all else look at.
const CONTEXT: u32 = 3;
const POSITION: u32 = 0;

/// The bytes, packed and written as text.
pub fn packed(bytes: &[u8]) -> Result<String, String> {
    Ok(letters(&lzma(bytes).map_err(|error| format!("packing: {error}"))?))
}

/// A file of LZMA with the number of its bytes in its head, as `xz --format=lzma` and others read it.
fn lzma(bytes: &[u8]) -> lzma_rust2::Result<Vec<u8>> {
    let options = LzmaOptions {
        dict_size: 1 << 22,
        lc: CONTEXT,
        lp: POSITION,
        pb: POSITION,
        mode: EncodeMode::Normal,
        nice_len: 273,
        mf: MfType::Bt4,
        depth_limit: 1000,
        preset_dict: None,
    };
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(bytes.len() as u64))?;
    writer.write_all(bytes)?;
    writer.finish()
}

/// Bits as letters of one byte (7 bits) and of two (13 bits, or 11): 6.8 bits a byte, where base64 has 6. The letters of one
/// byte are those of ASCII that HTML allows in the text of a script and reads as they are, without `<`; those of two
/// begin at U+00A0.
fn letters(bytes: &[u8]) -> String {
    let mut bits = Bits {
        bytes,
        held: 0,
        count: 0,
    };
    let mut text = String::with_capacity(bytes.len() * 6 / 5);
    while let Some(first) = bits.next(7) {
        let letter = match first {
            0..28 => first + 32,
            28..94 => first + 33,
            94 => 9,
            95 => 10,
            96 => 12,
            97..126 => (first << 6 | bits.next(6).unwrap_or(0)) - 6048,
            _ => first << 4 | bits.next(4).unwrap_or(0),
        };
        text.extend(char::from_u32(letter));
    }
    text
}

/// Bits from the highest of the first byte on; after the last come zeros.
struct Bits<'b> {
    bytes: &'b [u8],
    held: u32,
    count: u32,
}

impl Bits<'_> {
    /// The next `wanted` bits, at most 16; `None` where all have been given.
    fn next(&mut self, wanted: u32) -> Option<u32> {
        while self.count < wanted
            && let Some((first, rest)) = self.bytes.split_first()
        {
            (self.held, self.bytes) = (self.held << 8 | u32::from(*first), rest);
            self.count += 8;
        }
        if self.count == 0 {
            return None;
        }
        if self.count < wanted {
            (self.held, self.count) = (self.held << (wanted - self.count), wanted);
        }
        self.count -= wanted;
        let given = self.held >> self.count;
        self.held &= (1 << self.count) - 1;
        Some(given)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lzma_rust2::LzmaReader;
    use std::io::Read;

    /// The bits of a text, as the script reads them, in whole bytes.
    fn bytes(text: &str) -> Vec<u8> {
        let mut bits = String::new();
        for letter in text.chars().map(u32::from) {
            let (value, count) = match letter {
                32..=59 => (letter - 32, 7),
                61..=126 => (letter - 33, 7),
                9 | 10 => (letter + 85, 7),
                12 => (96, 7),
                160..2016 => (letter + 6048, 13),
                2016..2048 => (letter, 11),
                _ => panic!("{letter} is none of the letters"),
            };
            bits += &format!("{value:0count$b}");
        }
        let byte = |bits: &[u8]| u8::from_str_radix(str::from_utf8(bits).expect("digits"), 2).expect("digits");
        bits.as_bytes().chunks_exact(8).map(byte).collect()
    }

    #[test]
    fn every_byte_comes_back() {
        let all: Vec<u8> = (0..=u16::MAX).flat_map(u16::to_be_bytes).collect();
        for bytes_of in [&all[..], &all[1..], b"", b"a", &[255; 7], &[0; 13]] {
            let text = letters(bytes_of);
            assert_eq!(bytes(&text)[..bytes_of.len()], *bytes_of);
            assert!(!text.contains(['<', '\r', '\0']), "HTML would read it otherwise");
        }
        let noise: Vec<u8> = (0..50_000_u64)
            .map(|at| (at.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 31) as u8)
            .collect();
        let length = letters(&noise).len() as f64 / noise.len() as f64;
        assert!(length < 1.19, "{length} bytes a byte");
    }

    #[test]
    fn another_program_opens_it() {
        let words = "停戦のあとの安全の保証について、だれが何を言ったか。".repeat(99);
        let text = packed(words.as_bytes()).expect("it can be packed");
        let file = bytes(&text);
        assert_eq!(u32::from(file[0]), (POSITION * 5 + POSITION) * 9 + CONTEXT);
        let mut opened = String::new();
        let mut reader = LzmaReader::new_mem_limit(&file[..], u32::MAX, None).expect("a head");
        reader.read_to_string(&mut opened).expect("it can be opened");
        assert_eq!(opened, words);
    }
}
