//! The size of a terminal, and texts that fit it.

use std::io;

use terminal_size::{Height, Width, terminal_size_of};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The columns and lines of a terminal whose size is not known.
const USUAL_SIZE: (usize, usize) = (80, 24);

/// Columns and lines of the terminal at stderr, as it is now.
pub(crate) fn size() -> (usize, usize) {
    let size = terminal_size_of(io::stderr());
    size.map_or(USUAL_SIZE, |(Width(width), Height(height))| {
        (usize::from(width).max(1), usize::from(height).max(1))
    })
}

/// The columns of the terminal at stdout; `None` if it is none.
pub(crate) fn stdout_width() -> Option<usize> {
    let (Width(width), _) = terminal_size_of(io::stdout())?;
    Some(usize::from(width)).filter(|width| *width > 0)
}

/// A text of at most this width, with `…` where something is cut off.
pub(crate) fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let (mut out, mut used) = (String::new(), 1);
    for char in text.chars() {
        used += char.width().unwrap_or(0);
        if used > width {
            break;
        }
        out.push(char);
    }
    out.push('…');
    out
}
