//! Positions in the pasted text as people and editors count them.

use serde::Serialize;

use crate::tree::Span;

/// A position in the pasted text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column in Unicode scalar values, from 1.
    pub column: u32,
    /// The column in UTF-16 code units, from 1, as browsers and SARIF viewers count.
    pub column_utf16: u32,
}

/// Where each line of a text begins.
#[derive(Debug)]
pub(crate) struct Lines<'a> {
    text: &'a str,
    starts: Vec<u32>,
    /// How much stands before every [`STEP`]th byte: one line may be the whole text.
    before: Vec<Length>,
}

/// The bytes between two entries of [`Lines::before`].
const STEP: usize = 1024;

/// The length of a piece of text.
#[derive(Debug, Clone, Copy, Default)]
struct Length {
    scalars: u32,
    utf16: u32,
}

impl Length {
    /// Adds the bytes of a piece, which may begin and end within a character: each is counted by its
    /// first byte.
    fn and(self, bytes: &[u8]) -> Self {
        let first = |byte: u8| u32::from(byte & 0xc0 != 0x80);
        let surrogate = |byte: u8| u32::from(byte >= 0xf0);
        let scalars: u32 = bytes.iter().map(|&byte| first(byte)).sum();
        let pairs: u32 = bytes.iter().map(|&byte| surrogate(byte)).sum();
        Length {
            scalars: self.scalars + scalars,
            utf16: self.utf16 + scalars + pairs,
        }
    }
}

impl<'a> Lines<'a> {
    /// Splits a text into lines; `\n`, `\r\n` and a lone `\r` end one.
    #[must_use]
    pub(crate) fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, &byte) in bytes.iter().enumerate() {
            if byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                starts.push(at as u32 + 1);
            }
        }
        let (mut before, mut length) = (Vec::new(), Length::default());
        for piece in bytes.chunks(STEP) {
            before.push(length);
            length = length.and(piece);
        }
        Lines {
            text,
            starts,
            before,
        }
    }

    /// The position of a byte offset.
    #[must_use]
    pub(crate) fn position(&self, byte: u32) -> Position {
        let line = self.starts.partition_point(|&start| start <= byte);
        let start = self.length_before(self.starts[line - 1]);
        let end = self.length_before(byte);
        Position {
            line: line as u32,
            column: end.scalars - start.scalars + 1,
            column_utf16: end.utf16 - start.utf16 + 1,
        }
    }

    fn length_before(&self, byte: u32) -> Length {
        let byte = (byte as usize).min(self.text.len());
        // A text whose length is a multiple of the step has no entry at its end.
        let entry = (byte / STEP).min(self.before.len().saturating_sub(1));
        let known = self.before.get(entry).copied().unwrap_or_default();
        known.and(&self.text.as_bytes()[entry * STEP..byte])
    }

    /// The line that contains a byte offset, without its line ending.
    #[must_use]
    pub(crate) fn line_at(&self, byte: u32) -> &'a str {
        let Span { start, end } = self.span_at(byte);
        &self.text[start as usize..end as usize]
    }

    /// The line with this number, from 1; empty if there is none.
    #[must_use]
    pub(crate) fn line(&self, number: u32) -> &'a str {
        let start = (number as usize).checked_sub(1);
        let start = start.and_then(|line| self.starts.get(line));
        start.map_or("", |&start| self.line_at(start))
    }

    /// The span of the line that contains a byte offset, without its line ending.
    #[must_use]
    pub(crate) fn span_at(&self, byte: u32) -> Span {
        let line = self.starts.partition_point(|&start| start <= byte);
        let start = self.starts[line - 1];
        let end = self
            .starts
            .get(line)
            .map_or(self.text.len(), |&next| next as usize);
        let text = self.text[start as usize..end].trim_end_matches(['\n', '\r']);
        Span {
            start,
            end: start + text.len() as u32,
        }
    }
}

/// The nearest boundary of a character at or before a byte.
pub(crate) fn boundary_before(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The nearest boundary of a character at or after a byte.
pub(crate) fn boundary_after(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{Lines, STEP};

    #[test]
    fn a_long_line_is_counted_in_steps() {
        let text = "a\n".to_owned() + &"é😀x".repeat(STEP) + "\nb";
        let lines = Lines::new(&text);
        for (at, _) in text.char_indices().step_by(97) {
            let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
            let before = &text[line..at];
            let position = lines.position(at as u32);
            assert_eq!(position.column as usize, before.chars().count() + 1);
            assert_eq!(
                position.column_utf16 as usize,
                before.encode_utf16().count() + 1
            );
        }
        assert_eq!(
            Lines::new(&"x".repeat(STEP)).position(STEP as u32).column,
            1025
        );
        assert_eq!(Lines::new("").position(0).column, 1);
    }

    #[test]
    fn counts_scalars_and_utf16_units() {
        let text = "a\r\n😀é\"x\"\rlast";
        let lines = Lines::new(text);
        let quote = text.find('"').unwrap_or_default() as u32;
        let position = lines.position(quote);
        assert_eq!(
            (position.line, position.column, position.column_utf16),
            (2, 3, 4)
        );
        assert_eq!(lines.line_at(quote), "😀é\"x\"");
        assert_eq!(lines.position(text.len() as u32).column, 5);
    }
}
