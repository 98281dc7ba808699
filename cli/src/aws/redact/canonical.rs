//! The form in which a value and a message are compared: AWS may repeat a value as it is, as JSON,
//! as JSON in JSON, or as part of a URL.
//!
//! Whatever has been escaped how often, the same characters come out: escapes are undone until none
//! is left, backslashes and all that is left of them go, and white space, control characters and `+`
//! become one space. A value is brought into this form too, so that one that itself looks like an
//! escape still equals its copy.

/// A character, and the bytes of the text that it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Character {
    pub(super) char: char,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A text in that form.
pub(super) fn canonical(text: &str) -> Vec<Character> {
    let mut decoder = Decoder::default();
    for (start, char) in text.char_indices() {
        let end = start + char.len_utf8();
        decoder.take(Character { char, start, end });
    }
    decoder.end()
}

/// First `%` is undone, then `\`; what comes of `\` goes through both again.
#[derive(Debug, Default)]
struct Decoder {
    out: Vec<Character>,
    /// `%` with its digits so far.
    percent: Vec<Character>,
    /// The bytes of a character that `%` writes one by one, and where they stand.
    bytes: Vec<u8>,
    bytes_at: (usize, usize),
    /// `\`, any number of them, or `\u` with its digits so far.
    backslash: Vec<Character>,
    /// The first half of a surrogate pair, and where it stands.
    high: Option<(u32, (usize, usize))>,
}

impl Decoder {
    fn take(&mut self, next: Character) {
        if self.percent.is_empty() {
            if next.char == '%' {
                self.percent.push(next);
            } else {
                self.unescape(next);
            }
        } else if next.char.is_ascii_hexdigit() {
            self.percent.push(next);
            if self.percent.len() == 3 {
                self.byte();
            }
        } else {
            self.end_percent();
            self.take(next);
        }
    }

    /// The two digits after `%` are there.
    fn byte(&mut self) {
        let byte = hex(&self.percent[1..]) as u8;
        let at = (self.percent[0].start, self.percent[2].end);
        self.percent.clear();
        if byte.is_ascii() {
            self.decoded(Some(char::from(byte)), at);
            return;
        }
        let goes_on = byte & 0xC0 == 0x80;
        if !goes_on {
            self.end_bytes();
        }
        if self.bytes.is_empty() {
            // No escape has such a character in it.
            self.end_backslash();
            self.end_high();
            self.bytes_at.0 = at.0;
        }
        self.bytes_at.1 = at.1;
        self.bytes.push(byte);
        match std::str::from_utf8(&self.bytes) {
            Ok(text) => {
                let char = text.chars().next();
                self.bytes.clear();
                self.decoded(char, self.bytes_at);
            }
            // More bytes may follow.
            Err(error) if error.error_len().is_none() => {}
            Err(_) => self.end_bytes(),
        }
    }

    fn unescape(&mut self, next: Character) {
        let Some(first) = self.backslash.first() else {
            if next.char == '\\' {
                self.backslash.push(next);
            } else {
                self.put(next);
            }
            return;
        };
        let start = first.start;
        match (self.backslash.len(), next.char) {
            // As often as it was escaped.
            (1, '\\') => {}
            (1, 'u') => self.backslash.push(next),
            (1, char) => {
                self.backslash.clear();
                let char = if "nrtbf".contains(char) { ' ' } else { char };
                self.put(Character {
                    char,
                    start,
                    ..next
                });
            }
            (length, char) if char.is_ascii_hexdigit() => {
                self.backslash.push(next);
                if length == 5 {
                    self.unit((start, next.end));
                }
            }
            _ => {
                self.end_backslash();
                self.unescape(next);
            }
        }
    }

    /// The four digits after `\u` are there.
    fn unit(&mut self, at: (usize, usize)) {
        let unit = hex(&self.backslash[2..]);
        self.backslash.clear();
        match (self.high, unit) {
            (Some((high, (start, _))), 0xDC00..=0xDFFF) => {
                self.high = None;
                let scalar = 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00);
                self.decoded(char::from_u32(scalar), (start, at.1));
            }
            (_, 0xD800..=0xDBFF) => {
                self.end_halves();
                self.high = Some((unit, at));
            }
            _ => self.decoded(char::from_u32(unit), at),
        }
    }

    /// A character that was escaped, which may itself be part of an escape.
    fn decoded(&mut self, char: Option<char>, (start, end): (usize, usize)) {
        let char = char.unwrap_or(char::REPLACEMENT_CHARACTER);
        self.take(Character { char, start, end });
    }

    /// What stands after `%` is no escape.
    fn end_percent(&mut self) {
        for char in std::mem::take(&mut self.percent) {
            self.unescape(char);
        }
    }

    /// No more bytes follow, and those that are there are no character.
    fn end_bytes(&mut self) {
        if !self.bytes.is_empty() {
            self.bytes.clear();
            self.push(lost(self.bytes_at));
        }
    }

    /// What stands after `\` is no escape.
    fn end_backslash(&mut self) {
        let held = std::mem::take(&mut self.backslash);
        if let Some(first) = held.first() {
            for (index, char) in held.iter().enumerate().skip(1) {
                let start = if index == 1 { first.start } else { char.start };
                self.put(Character { start, ..*char });
            }
        }
    }

    /// No second half of a pair follows.
    fn end_high(&mut self) {
        if let Some((_, at)) = self.high.take() {
            self.push(lost(at));
        }
    }

    /// Nothing follows that would make a character of a half one.
    fn end_halves(&mut self) {
        self.end_bytes();
        self.end_high();
    }

    fn put(&mut self, next: Character) {
        self.end_halves();
        self.push(next);
    }

    fn push(&mut self, mut next: Character) {
        if next.char.is_whitespace() || next.char.is_control() || next.char == '+' {
            next.char = ' ';
            if let Some(last) = self.out.last_mut().filter(|last| last.char == ' ') {
                last.end = next.end;
                return;
            }
        }
        self.out.push(next);
    }

    fn end(mut self) -> Vec<Character> {
        self.end_percent();
        self.end_backslash();
        self.end_halves();
        self.out
    }
}

/// In place of a character that is not whole.
fn lost((start, end): (usize, usize)) -> Character {
    let char = char::REPLACEMENT_CHARACTER;
    Character { char, start, end }
}

/// The number that hexadecimal digits write.
fn hex(digits: &[Character]) -> u32 {
    let digits = digits.iter().map(|digit| digit.char.to_digit(16));
    digits.fold(0, |value, digit| value * 16 + digit.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::canonical;

    fn form(text: &str) -> String {
        canonical(text).iter().map(|char| char.char).collect()
    }

    /// A text as JSON writes it inside of a string.
    fn escaped(text: &str) -> String {
        let json = serde_json::Value::from(text).to_string();
        json[1..json.len() - 1].to_owned()
    }

    /// The same, with every character that is no letter as `\u`.
    fn escaped_by_number(text: &str) -> String {
        let units = text
            .encode_utf16()
            .map(|unit| match char::from_u32(unit.into()) {
                Some(c) if c.is_ascii_alphanumeric() => c.to_string(),
                _ => format!("\\u{unit:04x}"),
            });
        units.collect::<Vec<_>>().concat()
    }

    fn as_url(text: &str) -> String {
        let bytes = text.bytes().map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
            b' ' => "+".to_owned(),
            byte => format!("%{byte:02X}"),
        });
        bytes.collect()
    }

    #[test]
    fn every_form_of_a_value_is_the_same() {
        for value in [
            "hunter2",
            r#"say "x" & <y>"#,
            "two\nlines\tand\r\n\r\nmore",
            r"C:\new\table\users\u0041",
            r"\\server\share\",
            "a\\\n\\\"b",
            "100%25+%41%zz%",
            "パスワード 😀 é",
            r"\ud83d\ude00 \ud83d! \u12",
            "%F0%9F%98%80 %F0%9F! %5C%5Cn",
            "ab+/c=d+",
            "{\"a\":\"b\\n\"}",
        ] {
            let forms = [
                escaped(value),
                escaped(&escaped(value)),
                escaped_by_number(value),
                escaped(&escaped_by_number(value)),
                as_url(value),
                as_url(&as_url(value)),
                as_url(&escaped(value)),
                escaped(&as_url(value)),
            ];
            for other in forms {
                assert_eq!(form(&other), form(value), "{value}: {other}");
            }
        }
    }

    #[test]
    fn whatever_stands_in_a_text_its_copies_are_the_same_and_its_bytes_known() {
        let mut random = fastrand::Rng::with_seed(7);
        let alphabet = [
            "\\", "u", "00", "d83d", "de00", "%", "25", "5C", "E3", "n", "\"", "+", "é",
        ];
        for _ in 0..20_000 {
            let length = random.usize(0..12);
            let words = (0..length).map(|_| alphabet[random.usize(..alphabet.len())]);
            let text = words.collect::<String>();
            assert_eq!(form(&escaped(&text)), form(&text), "{text}");
            assert_eq!(form(&escaped_by_number(&text)), form(&text), "{text}");
            assert_eq!(form(&as_url(&text)), form(&text), "{text}");
            assert_places(&text);
        }
    }

    #[test]
    fn what_is_left_is_what_the_text_says() {
        for (text, expected) in [
            (r#"a\"b\\c"#, "a\"bc"),
            (r"a\nb", "a b"),
            ("a \t\n b", "a b"),
            (r"\u003cx\u00e9", "<xé"),
            (r"\uD83D\uDE00", "😀"),
            (r"\ud83dx", "\u{fffd}x"),
            (r"\ud83d", "\u{fffd}"),
            ("%e3%81%82%2f", "あ/"),
            ("%e3%81x%", "\u{fffd}x%"),
            (r"\u00", "u00"),
            ("%4", "%4"),
        ] {
            assert_eq!(form(text), expected, "{text}");
        }
    }

    /// Each character stands for bytes of its own, in order.
    fn assert_places(text: &str) {
        let mut end = 0;
        for char in canonical(text) {
            assert!(
                char.start >= end && char.end > char.start,
                "{text} {char:?}"
            );
            assert!(text.get(char.start..char.end).is_some(), "{text} {char:?}");
            end = char.end;
        }
    }
}
