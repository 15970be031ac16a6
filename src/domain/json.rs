//! Reads a JSON text into a tree of values.
//!
//! Not serde_json, which makes a deserialiser anew for every kind of item and brings tables for decimal fractions:
//! the page's code for reading a pack, with the allocator, was 174 KB (58 KB with brotli) and is 66 KB (27 KB) with this.
//!
//! It reads what [RFC 8259](https://www.rfc-editor.org/rfc/rfc8259) allows, but for three things: a key may not stand
//! twice in one object, an escape may not be half of a surrogate pair, and nesting and the keys of an object are limited.

use std::borrow::Cow;
use std::fmt;

/// A value. Texts without escapes are borrowed.
#[derive(Debug, PartialEq)]
pub(super) enum Json<'a> {
    Null,
    Bool(bool),
    /// As it is written: the format's own numbers are small and whole.
    Number(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    /// As they stand.
    Map(Vec<Member<'a>>),
}

/// A key of an object and its value.
pub(super) type Member<'a> = (Cow<'a, str>, Json<'a>);

/// Lists and objects within each other.
const DEPTH: usize = 64;
/// Keys of one object; each is compared with those before it.
const KEYS: usize = 64;

impl<'a> Json<'a> {
    /// Reads a whole text.
    pub fn read(text: &'a str) -> Result<Self, NotJson> {
        let mut reader = Reader {
            source: text,
            at: 0,
            depth: 0,
        };
        reader.whole().map_err(|why| NotJson::at(reader.before(), why))
    }
}

/// Why a text is no JSON, and where.
#[derive(Debug, PartialEq)]
pub(super) struct NotJson {
    /// From 1.
    line: usize,
    /// The characters of the line that were understood.
    column: usize,
    why: &'static str,
}

impl NotJson {
    fn at(before: &[u8], why: &'static str) -> Self {
        let mut lines = before.split(|byte| *byte == b'\n');
        let last = lines.next_back().unwrap_or_default();
        let begins_character = |byte: &&u8| **byte & 0xC0 != 0x80;
        Self {
            line: lines.count() + 1,
            column: last.iter().filter(begins_character).count(),
            why,
        }
    }
}

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} column {}, {}", self.line, self.column, self.why)
    }
}

/// What was read, or why not.
type Parsed<T> = Result<T, &'static str>;

const ENDS_EARLY: &str = "the text ends too early";

/// A place in a text; on a fault it stays where it was met.
struct Reader<'a> {
    source: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Reader<'a> {
    fn whole(&mut self) -> Parsed<Json<'a>> {
        let value = self.value()?;
        self.space();
        match self.peek() {
            None => Ok(value),
            Some(_) => Err("nothing should follow the value"),
        }
    }

    fn value(&mut self) -> Parsed<Json<'a>> {
        self.space();
        match self.peek() {
            Some(b'"') => self.text().map(Json::Text),
            Some(b'[') => self.list(),
            Some(b'{') => self.map(),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(_) => self.name(),
            None => Err(ENDS_EARLY),
        }
    }

    fn list(&mut self) -> Parsed<Json<'a>> {
        self.open()?;
        let mut items = Vec::new();
        while self.goes_on(b']', items.is_empty())? {
            items.push(self.value()?);
        }
        Ok(Json::List(items))
    }

    fn map(&mut self) -> Parsed<Json<'a>> {
        self.open()?;
        let mut members: Vec<Member> = Vec::new();
        while self.goes_on(b'}', members.is_empty())? {
            self.space();
            let key = self.text()?;
            if members.iter().any(|(known, _)| *known == key) {
                return Err("the key is there twice");
            }
            if members.len() == KEYS {
                return Err("there are too many keys");
            }
            self.space();
            self.expect(b':', "a colon should stand here")?;
            members.push((key, self.value()?));
        }
        Ok(Json::Map(members))
    }

    /// Enters a list or an object.
    fn open(&mut self) -> Parsed<()> {
        self.at += 1;
        self.depth += 1;
        match self.depth > DEPTH {
            true => Err("the values are nested too deep"),
            false => Ok(()),
        }
    }

    /// Passes the comma before an item, or leaves the list or the object; whether an item follows.
    fn goes_on(&mut self, close: u8, at_first: bool) -> Parsed<bool> {
        self.space();
        if self.passes(close) {
            self.depth -= 1;
            return Ok(false);
        }
        if !at_first {
            self.expect(b',', "a comma or a closing bracket should stand here")?;
        }
        Ok(true)
    }

    fn name(&mut self) -> Parsed<Json<'a>> {
        let rest = self.source.get(self.at..).unwrap_or_default();
        let names = [
            ("null", Json::Null),
            ("true", Json::Bool(true)),
            ("false", Json::Bool(false)),
        ];
        for (name, value) in names {
            if rest.starts_with(name) {
                self.at += name.len();
                return Ok(value);
            }
        }
        Err("a value should stand here")
    }

    fn number(&mut self) -> Parsed<Json<'a>> {
        let start = self.at;
        self.passes(b'-');
        if !self.passes(b'0') {
            self.digits()?;
        }
        if self.passes(b'.') {
            self.digits()?;
        }
        if self.passes(b'e') || self.passes(b'E') {
            let _sign = self.passes(b'+') || self.passes(b'-');
            self.digits()?;
        }
        Ok(Json::Number(self.since(start)))
    }

    fn digits(&mut self) -> Parsed<()> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        match self.at > start {
            true => Ok(()),
            false => Err("a digit should stand here"),
        }
    }

    fn text(&mut self) -> Parsed<Cow<'a, str>> {
        self.expect(b'"', "a text in quotes should stand here")?;
        // An escape stands for at least one character, so it is empty only before the first one.
        let mut unescaped = String::new();
        let mut start = self.at;
        loop {
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => {
                    unescaped.push_str(self.since(start));
                    unescaped.push(self.escape()?);
                    start = self.at;
                }
                Some(..b' ') => return Err("a control character should be escaped"),
                Some(_) => self.at += 1,
                None => return Err(ENDS_EARLY),
            }
        }
        let rest = self.since(start);
        self.at += 1;
        if unescaped.is_empty() {
            return Ok(Cow::Borrowed(rest));
        }
        unescaped.push_str(rest);
        Ok(Cow::Owned(unescaped))
    }

    fn escape(&mut self) -> Parsed<char> {
        self.at += 1;
        let escaped = match self.peek().ok_or(ENDS_EARLY)? {
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{C}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.code_point(),
            _ => return Err("there is no such escape"),
        };
        self.at += 1;
        Ok(escaped)
    }

    /// The character of `u3042`, or of the surrogate pair `uD83D\uDE00`.
    fn code_point(&mut self) -> Parsed<char> {
        let first = self.code_unit()?;
        let mut code = first;
        if matches!(first, 0xD800..0xDC00) && self.passes(b'\\') {
            let second = self.code_unit()?;
            if matches!(second, 0xDC00..0xE000) {
                code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
            }
        }
        char::from_u32(code).ok_or("half of a surrogate pair is no character")
    }

    fn code_unit(&mut self) -> Parsed<u32> {
        self.expect(b'u', "the other half of a surrogate pair should stand here")?;
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            unit = unit * 16 + digit.ok_or("four hexadecimal digits should stand here")?;
            self.at += 1;
        }
        Ok(unit)
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.source.as_bytes().get(self.at).copied()
    }

    /// Passes this byte, if it is the next.
    fn passes(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn expect(&mut self, byte: u8, why: &'static str) -> Parsed<()> {
        match self.passes(byte) {
            true => Ok(()),
            false if self.peek().is_none() => Err(ENDS_EARLY),
            false => Err(why),
        }
    }

    /// The text between two places that both stand beside an ASCII character.
    fn since(&self, start: usize) -> &'a str {
        self.source.get(start..self.at).unwrap_or_default()
    }

    fn before(&self) -> &'a [u8] {
        self.source.as_bytes().get(..self.at).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Read;
    use std::path::Path;

    use flate2::read::GzDecoder;
    use proptest::prelude::*;
    use serde::de::IgnoredAny;

    use super::*;

    #[track_caller]
    fn check(text: &str, value: Json) {
        assert_eq!(Json::read(text), Ok(value), "{text}");
    }

    #[track_caller]
    fn check_refused(text: &str, message: &str) {
        let error = Json::read(text).expect_err(text);
        assert_eq!(error.to_string(), message, "{text}");
    }

    fn text(text: &str) -> Json<'_> {
        Json::Text(text.into())
    }

    #[test]
    fn reads_values() {
        check(" null\r\n", Json::Null);
        check("\ttrue", Json::Bool(true));
        check("-0.5E+20", Json::Number("-0.5E+20"));
        check("[1, [], {}]", {
            let empty = [Json::List(Vec::new()), Json::Map(Vec::new())];
            Json::List([Json::Number("1")].into_iter().chain(empty).collect())
        });
        let members = vec![("停戦".into(), text("案")), ("".into(), Json::Bool(false))];
        check(r#"{"停戦":"案","":false}"#, Json::Map(members));
    }

    #[test]
    fn reads_texts() {
        check(r#""""#, text(""));
        check(r#""\"\\\/\b\f\n\r\t""#, text("\"\\/\u{8}\u{C}\n\r\t"));
        check(r#""停\u6226の\u002f""#, text("停戦の/"));
        check(r#""\ud83d\uDE00 \u0000""#, text("😀 \0"));
        let borrowed = Json::read(r#""停戦""#);
        assert!(matches!(borrowed, Ok(Json::Text(Cow::Borrowed(_)))));
    }

    #[test]
    fn says_where_and_why_it_refuses() {
        check_refused("", "line 1 column 0, the text ends too early");
        check_refused(
            "[1,\n \"停戦\" 2]",
            "line 2 column 6, a comma or a closing bracket should stand here",
        );
        check_refused("[1,]", "line 1 column 3, a value should stand here");
        check_refused("nul", "line 1 column 0, a value should stand here");
        check_refused("{1:2}", "line 1 column 1, a text in quotes should stand here");
        check_refused(r#"{"a" 1}"#, "line 1 column 5, a colon should stand here");
        check_refused(r#"{"a":1,"\u0061":2}"#, "line 1 column 15, the key is there twice");
        check_refused("1 2", "line 1 column 2, nothing should follow the value");
        check_refused("01", "line 1 column 1, nothing should follow the value");
        check_refused("-.5", "line 1 column 1, a digit should stand here");
        check_refused("\"停\n\"", "line 1 column 2, a control character should be escaped");
        check_refused(r#""\停""#, "line 1 column 2, there is no such escape");
        check_refused(
            r#""\u停停""#,
            "line 1 column 3, four hexadecimal digits should stand here",
        );
        check_refused(
            r#""\ud83d!""#,
            "line 1 column 7, half of a surrogate pair is no character",
        );
        check_refused(
            r#""\ud83d\n""#,
            "line 1 column 8, the other half of a surrogate pair should stand here",
        );
        check_refused(
            r#""\ud83d\ud83d""#,
            "line 1 column 13, half of a surrogate pair is no character",
        );
    }

    #[test]
    fn nesting_and_keys_are_limited() {
        let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
        assert!(Json::read(&nested(DEPTH)).is_ok());
        check_refused(&nested(DEPTH + 1), "line 1 column 65, the values are nested too deep");
        let flat = format!("[{}[]]", "[],".repeat(1000));
        assert!(Json::read(&flat).is_ok());
        let keys = |count| {
            let members: Vec<String> = (0..count).map(|key| format!("\"{key}\":0")).collect();
            format!("{{{}}}", members.join(","))
        };
        assert!(Json::read(&keys(KEYS)).is_ok());
        assert!(Json::read(&keys(KEYS + 1)).is_err());
    }

    /// The files of JSONTestSuite (MIT) are not copied into the project; they are read where they lie beside it.
    #[test]
    fn keeps_to_the_json_test_suite() {
        let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/hostile/json-test-suite.tar.gz");
        let Ok(packed) = fs::read(&suite) else {
            println!("passed over: there is no ../shared/hostile/json-test-suite.tar.gz");
            return;
        };
        let mut tar = Vec::new();
        GzDecoder::new(&packed[..]).read_to_end(&mut tar).expect("gzip");
        let (mut read, mut refused) = (0, 0);
        let mut rest = &tar[..];
        while let Some((header, after)) = rest.split_at_checked(512) {
            // A header holds a file's name, and at byte 124 its size in octal digits.
            let field = |bytes| std::str::from_utf8(bytes).unwrap_or_default().trim_matches('\0');
            let size = usize::from_str_radix(field(&header[124..135]), 8).unwrap_or(0);
            let name = field(&header[..100]).rsplit('/').next().unwrap_or_default();
            let json = std::str::from_utf8(&after[..size]).ok().map(Json::read);
            let is_read = json.is_some_and(|json| json.is_ok());
            match name.get(..2) {
                // A key that is there twice is refused here.
                Some("y_") => assert_eq!(is_read, !name.starts_with("y_object_duplicated_key"), "{name}"),
                Some("n_") => assert!(!is_read, "{name}"),
                _ => {}
            }
            read += usize::from(is_read);
            refused += usize::from(size > 0 && !is_read);
            rest = &after[size.next_multiple_of(512).min(after.len())..];
        }
        assert!(read > 90 && refused > 180, "{read} read, {refused} refused");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

        /// The alphabet has no `d`, and so no surrogates.
        #[test]
        fn reads_what_serde_json_reads(text in "[\\[\\]{}:,\"\\\\ 019eE.+\\-utrfalsn停\u{1}]{0,12}") {
            let theirs = serde_json::from_str::<IgnoredAny>(&text);
            match Json::read(&text) {
                Err(error) if error.why == "the key is there twice" => {}
                ours => prop_assert_eq!(ours.is_ok(), theirs.is_ok(), "{}", text),
            }
        }

        #[test]
        fn reads_the_text_that_was_written(text: String) {
            let written = serde_json::to_string(&text).expect("a text has a JSON form");
            prop_assert_eq!(Json::read(&written), Ok(Json::Text(text.into())));
        }
    }
}
