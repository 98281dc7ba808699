//! The line of an input that a message is about, with a caret under the place.

use taskdef_core::Unreadable;
use taskdef_core::report::mask::shown;

/// Where an unreadable text stopped: the place, and its line with the values masked.
pub(crate) fn source_line(file: &str, error: &Unreadable) -> String {
    let file = shown(file);
    let Some(position) = error.position else {
        return format!("  --> {file}\n");
    };
    let number = position.line.to_string();
    let Some(line) = &error.line else {
        return format!("  --> {file}:{number}:{}\n", position.column);
    };
    let margin = " ".repeat(number.len());
    let caret = " ".repeat(line.column as usize - 1);
    format!(
        "{margin}--> {file}:{number}:{}\n{margin} |\n{number} | {}\n{margin} | {caret}^\n",
        position.column, line.text,
    )
}
