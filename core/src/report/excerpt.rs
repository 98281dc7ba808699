//! The line of the paste that a finding is about, with its values masked.

use serde::Serialize;

use super::builder::ReportBuilder;
use crate::document::Document;
use crate::escape::escape;
use crate::mask::{self, MASK};
use crate::position::{Lines, boundary_after, boundary_before};
use crate::read::Mending;
use crate::rules::{CRLF, UTF_16};
use crate::tree::{Kind, NodeId, NodeRef, Span};

/// A line of the paste, or the part of it around the finding.
#[derive(Debug, Clone, Serialize)]
pub struct Excerpt {
    /// The text, with values masked and control characters escaped.
    pub text: String,
    /// The column in `text` at which the marked part begins, from 1, in Unicode scalar values.
    pub column: u32,
    /// The length of the marked part in Unicode scalar values, at least 1.
    pub length: u32,
}

/// Makes the excerpt of a finding about a part of the paste.
pub(crate) type ExcerptOf = fn(&ReportBuilder<'_>, Span) -> Excerpt;

/// The only value of [`ExcerptOf`].
pub(crate) fn excerpt_of(report: &ReportBuilder<'_>, span: Span) -> Excerpt {
    Excerpt::of(
        report.document,
        report.lines,
        span,
        report.options.show_values,
    )
}

/// Bytes of a line that are shown before the marked part; twice as many are shown from its start on.
/// An excerpt should fit on a line or two of a terminal, but a pasted line may be the whole document.
const AROUND: u32 = 60;

impl Excerpt {
    /// The line of a document at which `place` begins.
    pub(super) fn of(
        document: &Document<'_>,
        lines: &Lines<'_>,
        place: Span,
        show_values: bool,
    ) -> Self {
        let strict = |mending: &Mending| mending.rule == &CRLF || mending.rule == &UTF_16;
        if document.mendings.iter().all(strict) {
            Excerpt::new(document.pasted(), lines, place, show_values)
        } else {
            Excerpt::masked(document.pasted(), lines, place.start)
        }
    }

    /// The same in a text that is strict JSON.
    fn new(root: NodeRef<'_>, lines: &Lines<'_>, place: Span, show_values: bool) -> Self {
        let line = lines.span_at(place.start);
        let start = line
            .start
            .max(boundary_before(root.source, place.start.saturating_sub(AROUND) as usize) as u32);
        let end = line
            .end
            .min(
                boundary_after(root.source, place.start.saturating_add(2 * AROUND) as usize) as u32,
            );
        let mut out = Excerpt {
            text: String::new(),
            column: 0,
            length: 0,
        };
        let mut at = start;
        for value in scalars(root, Span { start, end }) {
            let span = value.node();
            let (from, to) = (span.value.max(start), span.span.end.min(end));
            out.push(
                root,
                place,
                Span {
                    start: at,
                    end: from,
                },
                None,
            );
            let hidden = !show_values && !mask::may_show(value);
            let mask = hidden.then(|| format!("\"{MASK}\""));
            out.push(
                root,
                place,
                Span {
                    start: from,
                    end: to,
                },
                mask,
            );
            at = to;
        }
        out.push(root, place, Span { start: at, end }, None);
        if out.column == 0 {
            out.column = out.text.chars().count() as u32 + 1;
        }
        out.length = out.length.max(1);
        out
    }

    /// The same for a mended text, in which anything but a key may be a value.
    fn masked(root: NodeRef<'_>, lines: &Lines<'_>, place: u32) -> Self {
        let line = lines.span_at(place);
        let is_key = |at: usize, _: &str| {
            let at = line.start + at as u32;
            // Most keys begin with a quote.
            [Some(at), at.checked_sub(1)]
                .into_iter()
                .flatten()
                .any(|at| has_key_at(root, at))
        };
        let mask::Line { text, column } =
            mask::line_with(lines.line_at(place), (place - line.start) as usize, is_key);
        Excerpt {
            text,
            column,
            length: 1,
        }
    }

    /// Appends a piece of the text, or its mask, and updates column and length.
    fn push(&mut self, root: NodeRef<'_>, place: Span, piece: Span, mask: Option<String>) {
        if piece.start >= piece.end {
            return;
        }
        let source = |from: u32, to: u32| {
            let text = root.source.get(from as usize..to as usize);
            escape(text.unwrap_or_default())
        };
        let before = self.text.chars().count() as u32;
        match mask {
            Some(mask) => self.text.push_str(&mask),
            None => self.text.push_str(&source(piece.start, piece.end)),
        }
        let after = self.text.chars().count() as u32;
        let plain = self.text.chars().count() as u32 - before;
        let column = |byte: u32| {
            let chars = source(piece.start, byte).chars().count() as u32;
            before + chars.min(plain)
        };
        if (piece.start..piece.end).contains(&place.start) {
            self.column = column(place.start) + 1;
        }
        if self.column > 0 && piece.start < place.end {
            let end = if place.end < piece.end {
                column(place.end)
            } else {
                after
            };
            self.length = (end + 1).saturating_sub(self.column);
        }
    }
}

/// The first node that begins at a byte or after it.
fn first_from(root: NodeRef<'_>, byte: u32) -> NodeId {
    let (mut low, mut high) = (0, root.tree.len());
    while low < high {
        let middle = low + (high - low) / 2;
        if root.tree.node(middle).span.start < byte {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// Whether a member begins at a byte.
fn has_key_at(root: NodeRef<'_>, byte: u32) -> bool {
    let id = first_from(root, byte);
    id < root.tree.len() && {
        let node = root.tree.node(id);
        node.span.start == byte && node.value != byte
    }
}

/// The scalars that overlap a piece of the text, in order.
fn scalars(root: NodeRef<'_>, piece: Span) -> impl Iterator<Item = NodeRef<'_>> {
    let ids = first_from(root, piece.start).saturating_sub(1)..root.tree.len();
    ids.map(move |id| root.node_at(id))
        .take_while(move |view| view.node().span.start < piece.end)
        .filter(|view| !matches!(view.kind(), Kind::List | Kind::Object))
        .filter(move |view| view.node().span.end > piece.start && view.node().value < piece.end)
}

#[cfg(test)]
mod tests {
    use super::Excerpt;
    use crate::position::Lines;
    use crate::read::read;
    use crate::tree::{NodeRef, Span, Tree};

    fn excerpt(source: &str, place: &str) -> Excerpt {
        let mut tree = Tree::default();
        assert!(read(source, &mut tree).is_ok());
        let start = source.find(place).unwrap_or_default() as u32;
        let end = start + place.len() as u32;
        let root = NodeRef::root(source, &tree);
        Excerpt::new(root, &Lines::new(source), Span { start, end }, false)
    }

    #[test]
    fn masks_values_and_underlines_the_place() {
        let source = "{\n  \"family\": \"é\", \"x\": \"hunter2\", \"memory\": \"512\"\n}";
        let memory = excerpt(source, "\"memory\": \"512\"");
        assert_eq!(
            memory.text,
            r#"  "family": "é", "x": "****", "memory": "512""#
        );
        assert_eq!((memory.column, memory.length), (31, 15));
        let hidden = excerpt(source, "\"x\": \"hunter2\"");
        assert_eq!((hidden.column, hidden.length), (18, 11));
    }

    #[test]
    fn a_long_line_is_cut_and_a_cut_value_stays_masked() {
        let secret = "s3cret".repeat(100);
        let source = format!(r#"{{"a": "{secret}", "memory": "512", "b": "{secret}"}}"#);
        let cut = excerpt(&source, "\"memory\": \"512\"");
        assert_eq!(cut.text, r#""****", "memory": "512", "b": "****""#);
        assert_eq!((cut.column, cut.length), (9, 15));
    }
}
