//! What may be shown: every value is masked, except at a short list of places and where AWS
//! takes only a number, a boolean or a word from a list of its own.
//!
//! Environment values are not the only secrets: commands, labels, log options and unknown fields
//! hold them too. So the list names what may be shown, not what must be hidden.

use serde::Serialize;

use crate::escape::escape;
use crate::model::{self, Shape};
use crate::tree::{Kind, NodeRef};
use crate::write::JsonWriter;

/// Replaces a masked value.
pub const MASK: &str = "****";

/// Places whose values are shown; `*` stands for a list's index, a final `**` for all below.
const SHOWN: &[&str] = &[
    "family",
    "cpu",
    "memory",
    "taskRoleArn",
    "executionRoleArn",
    "containerDefinitions/*/name",
    "containerDefinitions/*/image",
    "containerDefinitions/*/environment/*/name",
    "containerDefinitions/*/secrets/*/name",
    "containerDefinitions/*/logConfiguration/options/awslogs-group",
    "containerDefinitions/*/logConfiguration/options/awslogs-region",
    "containerDefinitions/*/logConfiguration/options/awslogs-stream-prefix",
    "containerDefinitions/*/mountPoints/*/sourceVolume",
    "containerDefinitions/*/dependsOn/*/containerName",
    "volumes/*/name",
    "tags/*/key",
    // What AWS itself assigns.
    "taskDefinitionArn",
    "revision",
    "status",
    "compatibilities/**",
    "requiresAttributes/**",
    "registeredAt",
    "deregisteredAt",
    "deleteRequestedAt",
];

/// Whether the value at a JSON pointer may be shown.
#[must_use]
pub fn is_shown(pointer: &str) -> bool {
    let pointer = pointer.strip_prefix("/taskDefinition/").unwrap_or(pointer);
    let pointer = pointer.strip_prefix('/').unwrap_or(pointer);
    SHOWN.iter().any(|pattern| fits(pointer, pattern)) || takes_no_text(pointer)
}

fn fits(pointer: &str, pattern: &str) -> bool {
    // Most patterns are out at once: they begin or end otherwise.
    let tail = pattern.rfind('*').map_or(0, |star| star + 1);
    if pointer.as_bytes().first() != pattern.as_bytes().first()
        || !pointer.ends_with(&pattern[tail..])
    {
        return false;
    }
    let mut steps = pointer.split('/');
    for part in pattern.split('/') {
        let Some(step) = steps.next() else {
            return false;
        };
        let fits = match part {
            "**" => return true,
            "*" => step.bytes().all(|byte| byte.is_ascii_digit()),
            _ => part == step,
        };
        if !fits {
            return false;
        }
    }
    steps.next().is_none()
}

/// Whether AWS takes no free text there, by its model.
fn takes_no_text(pointer: &str) -> bool {
    match model::shape_at(pointer) {
        Some(Shape::Integer(_) | Shape::Boolean) => true,
        Some(Shape::String(text)) => !text.enums.is_empty(),
        _ => false,
    }
}

/// A value as people read it in a sentence: a string without its quotes, masked unless it may be
/// shown, and then safe for a terminal.
#[must_use]
pub(crate) fn plain(view: NodeRef<'_>, show_values: bool) -> String {
    match view.string() {
        Some(string) if show_values || is_shown(&view.pointer()) => escape(&string).into_owned(),
        Some(_) => MASK.to_owned(),
        None => json(view, show_values),
    }
}

/// A value as JSON on one line, its scalars masked unless they may be shown. A masked one is
/// [`MASK`] as a string, whatever its type, so that its type does not reveal anything about it.
#[must_use]
pub(crate) fn json(value: NodeRef<'_>, show_values: bool) -> String {
    let mut out = String::new();
    JsonWriter::compact(&mut out).node(value, &mut |node, writer| {
        let is_scalar = matches!(node.kind(), Kind::String | Kind::Number | Kind::Boolean);
        let masked = is_scalar && !show_values && !is_shown(&node.pointer());
        if masked {
            writer.string(MASK);
        }
        masked
    });
    out
}

/// A line of a text that does not parse, with everything masked but keys and punctuation.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// The masked line.
    pub text: String,
    /// The column in it at which reading stopped, from 1, in scalar values.
    pub column: u32,
}

/// Masks a line; `column` is where reading stopped in the line as it was pasted.
#[must_use]
pub(crate) fn line(line: &str, column: u32) -> Line {
    const LONGEST: usize = 160;
    let before = line
        .chars()
        .take(column as usize - 1)
        .map(char::len_utf8)
        .sum();
    let (left, right) = line.split_at(before);
    let mut text = String::new();
    mask_into(left, right.trim_start().starts_with(':'), &mut text);
    let caret = text.chars().count();
    mask_into(right, false, &mut text);
    let skip = caret.saturating_sub(LONGEST / 2);
    Line {
        text: text.chars().skip(skip).take(LONGEST).collect(),
        column: (caret - skip) as u32 + 1,
    }
}

/// Masks runs of text; what stands in quotes between `{` or `,` and a colon is a key and stays.
fn mask_into(text: &str, colon_follows: bool, out: &mut String) {
    const PUNCTUATION: &str = "{}[]:,\"";
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let key_may_stand = out.trim_end().ends_with(['{', ',']) || out.trim().is_empty();
        let taken = match key_length(rest, colon_follows) {
            Some(length) if key_may_stand => {
                out.push_str(&rest[..length]);
                length
            }
            _ if c.is_whitespace() || PUNCTUATION.contains(c) => {
                out.push_str(&escape(&rest[..c.len_utf8()]));
                c.len_utf8()
            }
            _ => {
                let end = rest.find(|c| PUNCTUATION.contains(c)).unwrap_or(rest.len());
                out.push_str(MASK);
                rest[..end].trim_end().len().max(c.len_utf8())
            }
        };
        rest = &rest[taken..];
    }
}

/// The length of a plain key in quotes that begins here, if a colon follows.
fn key_length(text: &str, colon_follows: bool) -> Option<usize> {
    let end = text.strip_prefix('"')?.find('"')? + 2;
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let rest = text[end..].trim_start();
    let colon = rest.starts_with(':') || (rest.is_empty() && colon_follows);
    (colon && text[1..end - 1].chars().all(plain)).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::{is_shown, line};

    #[test]
    fn shows_only_what_is_on_the_list() {
        for pointer in [
            "/family",
            "/taskDefinition/family",
            "/containerDefinitions/12/image",
            "/requiresAttributes/0/name",
            "/containerDefinitions/0/portMappings/1/hostPort",
            "/networkMode",
        ] {
            assert!(is_shown(pointer), "{pointer}");
        }
        for pointer in [
            "/containerDefinitions/0/environment/0/value",
            "/containerDefinitions/0/command/0",
            "/containerDefinitions/0/dockerLabels/name",
            "/containerDefinitions/x/image",
            "/tags/0/value",
            "/unknown",
            "",
        ] {
            assert!(!is_shown(pointer), "{pointer}");
        }
    }

    #[test]
    fn masks_a_broken_line_and_keeps_the_caret() {
        let broken = r#"  "value": "hunter2"x", "name": PASS"#;
        let masked = line(broken, 21);
        assert_eq!(masked.text, r#"  "value": "****"****", "name": ****"#);
        assert_eq!(masked.column, 18);
    }
}
