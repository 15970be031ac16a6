//! Base64, in which WebDriver sends pictures (RFC 4648, section 4).

/// The bytes that a text in base64 stands for; characters outside its alphabet are passed over.
pub fn decode(text: &str) -> Vec<u8> {
    let digits: Vec<u32> = text.bytes().filter_map(digit).collect();
    let bytes_of = |group: &[u32]| {
        let bits = (0..4).fold(0, |bits, at| bits << 6 | group.get(at).copied().unwrap_or(0));
        let [_, bytes @ ..] = bits.to_be_bytes();
        bytes.into_iter().take(group.len() * 6 / 8)
    };
    digits.chunks(4).flat_map(bytes_of).collect()
}

fn digit(letter: u8) -> Option<u32> {
    let value = match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(value.into())
}
