//! Positions in the pasted text as people and editors count them.

use std::cell::Cell;

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
    /// The last position found. The next one is usually near it, and one line may be the whole
    /// text.
    last: Cell<(u32, Position)>,
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
        let first = Position {
            line: 1,
            column: 1,
            column_utf16: 1,
        };
        Lines {
            text,
            starts,
            last: Cell::new((0, first)),
        }
    }

    /// The position of a byte offset.
    #[must_use]
    pub(crate) fn position(&self, byte: u32) -> Position {
        let line = self.starts.partition_point(|&start| start <= byte) as u32;
        let (mut from, mut position) = self.last.get();
        if position.line != line || from > byte {
            from = self.starts[line as usize - 1];
            position = Position {
                line,
                column: 1,
                column_utf16: 1,
            };
        }
        let between = self.text.get(from as usize..byte as usize);
        for c in between.unwrap_or_default().chars() {
            position.column += 1;
            position.column_utf16 += c.len_utf16() as u32;
        }
        self.last.set((byte, position));
        position
    }

    /// The line that contains a byte offset, without its line ending.
    #[must_use]
    pub(crate) fn line_at(&self, byte: u32) -> &'a str {
        let Span { start, end } = self.span_at(byte);
        &self.text[start as usize..end as usize]
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

#[cfg(test)]
mod tests {
    use super::Lines;

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
