//! Decoding: UTF-8 and UTF-16 are read, other encodings are only named.

use std::borrow::Cow;

use super::mending::Mending;
use super::problem::{Encoding, Problem};
use crate::lang::Localized;
use crate::rules;

/// The encoding of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TextEncoding {
    form: EncodingForm,
    /// Whether the file begins with a byte-order mark.
    mark: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum EncodingForm {
    Utf8,
    Utf16LittleEndian,
    Utf16BigEndian,
}

/// The byte-order mark.
pub(crate) const MARK: &str = "\u{feff}";

impl TextEncoding {
    /// UTF-8, with or without a byte-order mark.
    pub(crate) fn utf8(mark: bool) -> Self {
        TextEncoding {
            form: EncodingForm::Utf8,
            mark,
        }
    }

    /// The mending that reading this encoding as JSON needs, if any.
    pub(crate) fn mending(self) -> Option<Mending> {
        let rule = match (self.form, self.mark) {
            (EncodingForm::Utf8, false) => return None,
            (EncodingForm::Utf8, true) => &rules::BYTE_ORDER_MARK,
            _ => &rules::UTF_16,
        };
        Some(Mending::new(rule, 0))
    }

    /// Encodes a text, with the byte-order mark if the file had one.
    pub(crate) fn encode(self, text: &str) -> Cow<'_, [u8]> {
        let mark = if self.mark { MARK } else { "" };
        let units = mark.encode_utf16().chain(text.encode_utf16());
        match self.form {
            EncodingForm::Utf8 if !self.mark => Cow::Borrowed(text.as_bytes()),
            EncodingForm::Utf8 => Cow::Owned([mark.as_bytes(), text.as_bytes()].concat()),
            EncodingForm::Utf16LittleEndian => units.flat_map(u16::to_le_bytes).collect(),
            EncodingForm::Utf16BigEndian => units.flat_map(u16::to_be_bytes).collect(),
        }
    }
}

/// Decodes a file's bytes; the text has no byte-order mark. No byte is replaced by U+FFFD: a text
/// whose encoding is uncertain is an error.
///
/// # Errors
/// The bytes are neither UTF-8 nor UTF-16, or a character is not whole. The text before that comes
/// with the reason.
pub(crate) fn decode(
    bytes: &[u8],
) -> Result<(Cow<'_, str>, TextEncoding), (Cow<'_, str>, Problem)> {
    if let Some((_, kind)) = FILES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err((Cow::Borrowed(""), Problem::NoText(kind)));
    }
    if let Some((encoding, units)) = utf16(bytes) {
        return match utf16_text(bytes, units) {
            Ok(text) => Ok((Cow::Owned(text), encoding)),
            Err((before, problem)) => Err((Cow::Owned(before), problem)),
        };
    }
    if bytes.starts_with(&[0, 0, 0xFE, 0xFF]) || bytes.starts_with(&[0xFF, 0xFE, 0, 0]) {
        return Err((Cow::Borrowed(""), Problem::Encoding(Encoding::Utf32)));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if text.contains("\u{1b}$B") => {
            let before = text.split('\u{1b}').next().unwrap_or_default();
            Err((
                Cow::Borrowed(before),
                Problem::Encoding(Encoding::Iso2022Jp),
            ))
        }
        Ok(text) => {
            let plain = text.strip_prefix(MARK);
            let encoding = TextEncoding::utf8(plain.is_some());
            Ok((Cow::Borrowed(plain.unwrap_or(text)), encoding))
        }
        Err(_) => {
            let before = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
            Err((Cow::Borrowed(before), not_utf8(bytes, before)))
        }
    }
}

/// What files that are no text begin with, and what they are. Sources: the formats' own
/// specifications; the list of <https://mimesniff.spec.whatwg.org/> has most of them.
static FILES: [(&[u8], Localized); 10] = [
    (b"\x89PNG\r\n", kind("a PNG image", "PNG 画像")),
    (b"\xff\xd8\xff", kind("a JPEG image", "JPEG 画像")),
    (b"GIF8", kind("a GIF image", "GIF 画像")),
    (b"%PDF-", kind("a PDF file", "PDF ファイル")),
    (
        b"PK\x03\x04",
        kind(
            "a zip archive or an Office file",
            "zip か Office のファイル",
        ),
    ),
    (b"\x1f\x8b", kind("a gzip archive", "gzip の圧縮ファイル")),
    (
        b"\xd0\xcf\x11\xe0",
        kind("an old Office file", "旧形式の Office ファイル"),
    ),
    (
        b"RIFF",
        kind(
            "an image, a sound or a film (RIFF)",
            "画像・音声・動画のファイル（RIFF）",
        ),
    ),
    (b"\x7fELF", kind("a program (ELF)", "実行ファイル（ELF）")),
    (
        b"SQLite format 3",
        kind("a database of SQLite", "SQLite のデータベース"),
    ),
];

const fn kind(en: &'static str, ja: &'static str) -> Localized {
    Localized { en, ja }
}

/// Decodes UTF-16 code units; the text before the first that is not whole comes with the reason.
fn utf16_text(bytes: &[u8], units: impl Iterator<Item = u16>) -> Result<String, (String, Problem)> {
    let mut text = String::with_capacity(bytes.len() / 2);
    for character in char::decode_utf16(units) {
        match character {
            Ok(character) => text.push(character),
            Err(_) => return Err((text, Problem::LoneSurrogate)),
        }
    }
    if bytes.len().is_multiple_of(2) {
        Ok(text)
    } else {
        Err((text, Problem::HalfCharacter))
    }
}

/// What is wrong with bytes that are UTF-8 only up to the end of `before`.
fn not_utf8(bytes: &[u8], before: &str) -> Problem {
    let rest = &bytes[before.len()..];
    let unfinished = std::str::from_utf8(rest).is_err_and(|error| error.error_len().is_none());
    match *rest {
        [0xED, 0xA0..=0xAF, _, 0xED, 0xB0..=0xBF, ..] => Problem::Encoding(Encoding::Cesu8),
        [0xED, 0xA0..=0xBF, 0x80..=0xBF, ..] => Problem::LoneSurrogate,
        _ if unfinished => Problem::HalfCharacter,
        _ => Problem::Encoding(guess(bytes)),
    }
}

/// The UTF-16 code units of `bytes`, recognised by the byte-order mark or by the zero byte of the
/// opening brace; `None` if they are not UTF-16.
fn utf16(bytes: &[u8]) -> Option<(TextEncoding, impl Iterator<Item = u16> + '_)> {
    use EncodingForm::{Utf16BigEndian, Utf16LittleEndian};
    let (form, mark) = match bytes {
        [0xFF, 0xFE, 0, 0, ..] => return None,
        [0xFE, 0xFF, ..] => (Utf16BigEndian, true),
        [0xFF, 0xFE, ..] => (Utf16LittleEndian, true),
        [0, b'{' | b'[', ..] => (Utf16BigEndian, false),
        [b'{' | b'[', 0, ..] => (Utf16LittleEndian, false),
        _ => return None,
    };
    let (pairs, _) = bytes[2 * usize::from(mark)..].as_chunks::<2>();
    let units = pairs.iter().map(move |&pair| match form {
        Utf16BigEndian => u16::from_be_bytes(pair),
        _ => u16::from_le_bytes(pair),
    });
    Some((TextEncoding { form, mark }, units))
}

/// Guesses the encoding of bytes that are not UTF-8: the first in which every byte is valid.
fn guess(bytes: &[u8]) -> Encoding {
    if pairs(
        bytes,
        |b| matches!(b, 0xA1..=0xFE),
        |b| matches!(b, 0xA1..=0xFE),
        |b| b == 0x8E,
    ) {
        Encoding::EucJp
    } else if pairs(
        bytes,
        |b| matches!(b, 0x81..=0x9F | 0xE0..=0xFC),
        |b| matches!(b, 0x40..=0x7E | 0x80..=0xFC),
        |b| matches!(b, 0xA1..=0xDF),
    ) {
        Encoding::ShiftJis
    } else {
        Encoding::Unknown
    }
}

/// Whether every byte above ASCII is a lead byte followed by a trail byte, or a single-byte
/// character.
fn pairs(
    bytes: &[u8],
    lead: impl Fn(u8) -> bool,
    trail: impl Fn(u8) -> bool,
    alone: impl Fn(u8) -> bool,
) -> bool {
    let mut rest = bytes.iter().copied();
    while let Some(byte) = rest.next() {
        let fits = byte < 0x80 || (lead(byte) && rest.next().is_some_and(&trail)) || alone(byte);
        if !fits {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{Encoding, Problem, decode};

    #[test]
    fn names_what_it_does_not_read() {
        let problem = |bytes: &[u8]| decode(bytes).err().map(|(_, problem)| problem);
        let shift_jis = b"{\"a\":\"\x83\x65\x83\x58\x83\x67\"}";
        assert_eq!(
            problem(shift_jis),
            Some(Problem::Encoding(Encoding::ShiftJis))
        );
        let euc_jp = b"{\"a\":\"\xa5\xc6\xa5\xb9\xa5\xc8\"}";
        assert_eq!(problem(euc_jp), Some(Problem::Encoding(Encoding::EucJp)));
        let cesu_8 = b"{\"a\":\"\xed\xa0\xbd\xed\xb8\x80\"}";
        assert_eq!(problem(cesu_8), Some(Problem::Encoding(Encoding::Cesu8)));
        let latin = b"{\"a\":\"caf\xe9\"}";
        assert_eq!(problem(latin), Some(Problem::Encoding(Encoding::Unknown)));
    }

    #[test]
    fn names_files_that_are_no_text() {
        for bytes in [
            &b"\x89PNG\r\n\x1a\n\0\0"[..],
            b"\xff\xd8\xff\xe0",
            b"%PDF-1.7",
            b"PK\x03\x04",
        ] {
            let problem = decode(bytes).err().map(|(_, problem)| problem);
            assert!(matches!(problem, Some(Problem::NoText(_))), "{bytes:?}");
        }
        assert!(decode(b"{\"a\": \"%PDF-\"}").is_ok());
    }

    #[test]
    fn names_characters_that_are_not_whole() {
        for (bytes, before, problem) in [
            (&b"\xff\xfe{\0}\0\n"[..], "{}", Problem::HalfCharacter),
            (b"\xfe\xff\0{\0}\0", "{}", Problem::HalfCharacter),
            (b"{\0}\0\n", "{}", Problem::HalfCharacter),
            (b"\xff\xfe{\0\x3d\xd8}\0", "{", Problem::LoneSurrogate),
            (b"\xff\xfe{\0\0\xde}\0", "{", Problem::LoneSurrogate),
            (b"\0{\0\n\xd8\x3d", "{\n", Problem::LoneSurrogate),
            (b"{\"\xed\xa0\xbd\"}", "{\"", Problem::LoneSurrogate),
            (b"{\"\xed\xb8\x80\"}", "{\"", Problem::LoneSurrogate),
            (b"{\"\xe3\x82", "{\"", Problem::HalfCharacter),
            (b"{}\xc3", "{}", Problem::HalfCharacter),
        ] {
            assert_eq!(decode(bytes), Err((before.into(), problem)), "{bytes:?}");
        }
    }

    #[test]
    fn encodes_what_it_decodes() {
        for bytes in [
            &b"{}"[..],
            b"\xef\xbb\xbf{}",
            b"\xff\xfe{\0}\0",
            b"\xfe\xff\0{\0}",
            b"{\0}\0",
            b"\0{\0}",
        ] {
            let decoded = decode(bytes).ok();
            let encoded = decoded
                .as_ref()
                .map(|(text, encoding)| encoding.encode(text));
            assert_eq!(encoded.as_deref(), Some(bytes));
        }
    }

    #[test]
    fn reads_utf_16_with_and_without_a_mark() {
        for bytes in [
            &b"\xff\xfe{\0}\0"[..],
            b"\xfe\xff\0{\0}",
            b"{\0}\0",
            b"\0{\0}",
        ] {
            let decoded = decode(bytes).ok();
            assert_eq!(decoded.as_ref().map(|(text, _)| &**text), Some("{}"));
            assert!(decoded.is_some_and(|(_, encoding)| encoding.mending().is_some()));
        }
    }
}
