//! The texts of `tests/bench/shapes.txt`, whose head explains how they are written.

/// A named text that can be made of any size.
#[derive(Debug)]
pub(crate) struct Shape {
    pub(crate) name: String,
    text: String,
}

const FILE: &str = include_str!("../bench/shapes.txt");

/// The shapes of a section.
pub(crate) fn shapes(section: &str) -> Vec<Shape> {
    let mut shapes: Vec<Shape> = Vec::new();
    let mut inside = false;
    for line in FILE.lines() {
        if let Some(name) = line.strip_prefix("== ") {
            inside = name == section;
        } else if let (true, Some(more), Some(shape)) =
            (inside, line.strip_prefix("  "), shapes.last_mut())
        {
            shape.text.push_str(more);
        } else if inside && !line.is_empty() {
            shapes.push(Shape {
                name: line.to_owned(),
                text: String::new(),
            });
        }
    }
    shapes
}

impl Shape {
    /// The text with about so many bytes; `other` is the one that `diff` compares it with.
    pub(crate) fn text(&self, size: usize, other: bool) -> String {
        let mut shape = visible(&self.text);
        while let Some(once) = repeat_inner(&shape) {
            shape = once;
        }
        let shape = shape.replace('§', if other { "1" } else { "0" });
        let pieces: Vec<&str> = shape.split(['«', '»']).collect();
        let fixed: usize = pieces.iter().step_by(2).map(|piece| piece.len()).sum();
        let parts = pieces.len() / 2;
        let bytes = size.saturating_sub(fixed) / parts.max(1);
        let pieces = pieces.into_iter().enumerate();
        let grown = pieces.map(|(at, piece)| match at % 2 {
            0 => piece.to_owned(),
            _ => repeat(piece, bytes),
        });
        grown.collect()
    }
}

/// A shape with the characters for which it has pictures.
fn visible(shape: &str) -> String {
    let plain = |c: char| match c {
        '⍽' => '\u{a0}',
        '\u{2400}'..='\u{2420}' => char::from_u32(c as u32 - 0x2400).unwrap_or(c),
        c => c,
    };
    shape.chars().map(plain).collect()
}

/// The shape with its first part `«…»×9` that has no other in it repeated; `None` if it has none.
fn repeat_inner(shape: &str) -> Option<String> {
    let (at, end) = shape
        .match_indices("»×")
        .find_map(|(end, _)| Some((shape[..end].rfind(['«', '»'])?, end)))
        .filter(|&(at, _)| shape[at..].starts_with('«'))?;
    let inner = &shape[at + '«'.len_utf8()..end];
    let after = &shape[end + "»×".len()..];
    let rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
    let count = after[..after.len() - rest.len()].parse().ok()?;
    Some([&shape[..at], &inner.repeat(count), rest].concat())
}

/// A part, repeated until it has so many bytes.
fn repeat(part: &str, bytes: usize) -> String {
    let mut out = String::new();
    for number in 0_u32.. {
        let next = (number + 1).to_string();
        let again = part.replace("#⁺", &next).replace('#', &number.to_string());
        let again = again.replace('♯', "#");
        if !out.is_empty() && out.len() + again.len() > bytes {
            break;
        }
        out.push_str(&again);
    }
    out
}
