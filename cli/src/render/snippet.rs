//! The line of an input that a message is about, with carets under the place.

use taskdef_core::Unreadable;
use taskdef_core::escape;
use unicode_width::UnicodeWidthStr;

/// Where an unreadable text stopped: the place, and its line with the values masked.
pub(super) fn source_line(file: &str, error: &Unreadable) -> String {
    let file = escape(file);
    let Some(position) = error.position else {
        return format!("  --> {file}\n");
    };
    let number = position.line.to_string();
    let Some(line) = &error.line else {
        return format!("  --> {file}:{number}:{}\n", position.column);
    };
    let margin = " ".repeat(number.len());
    let (gap, carets) = carets(&line.text, line.column, 1);
    format!(
        "{margin}--> {file}:{number}:{}\n{margin} |\n{number} | {}\n{margin} | {gap}{carets}\n",
        position.column, line.text,
    )
}

/// The spaces and the carets below a line that mark `length` characters from `column` on, which
/// counts from 1. A terminal shows Japanese two columns wide.
pub(super) fn carets(line: &str, column: u32, length: u32) -> (String, String) {
    let start = byte_at(line, column as usize - 1);
    let (before, rest) = line.split_at(start);
    let marked = &rest[..byte_at(rest, length as usize)];
    // What reading missed at the end of a line is marked behind it.
    let width = marked.width().max(1);
    (" ".repeat(before.width()), "^".repeat(width))
}

/// The byte offset of a character; the length of the text if there is none.
fn byte_at(text: &str, character: usize) -> usize {
    let mut starts = text.char_indices().map(|(at, _)| at);
    starts.nth(character).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::carets;

    #[test]
    fn carets_stand_below_what_they_mark() {
        for (line, column, length, gap, width) in [
            (r#"{"a": x}"#, 7, 1, 6, 1),
            (r#"{"name": "アプリ", "image": "x:latest"}"#, 26, 10, 28, 10),
            (r#"{"アプリ": "x"}"#, 2, 5, 1, 8),
            ("{\"e\u{301}\": x}", 8, 1, 6, 1),
            ("{\"🚀\": x}", 7, 1, 7, 1),
            ("{", 2, 1, 1, 1),
            ("{", 9, 3, 1, 1),
        ] {
            let expected = (" ".repeat(gap), "^".repeat(width));
            assert_eq!(carets(line, column, length), expected, "{line}");
        }
    }
}
