//! What may be shown: every value is masked, except at a short list of places, and but for numbers,
//! booleans and AWS's own words where AWS takes nothing else.
//!
//! Environment values are not the only secrets: commands, labels, log options and unknown fields
//! hold them too. So the list names what may be shown, not what must be hidden; and what is a secret
//! by its form is not shown there either.

mod line;

use std::borrow::Cow;

use crate::escape::escape;
use crate::model::{self, Shape};
use crate::secret;
use crate::suggest::suggest;
use crate::tree::{Kind, NodeRef};
use crate::write::JsonWriter;

pub use line::Line;
pub(crate) use line::{line, line_with, own_line};

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

/// The most steps of a path in [`SHOWN`] or in AWS's model, with one for `taskDefinition`. What
/// stands deeper is not shown.
const DEEPEST: usize = 9;

/// What a value is, for [`is_shown`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scalar<'a> {
    /// A string, with its characters.
    String(&'a str),
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
}

/// Whether this value may be shown at a JSON pointer.
#[must_use]
pub fn is_shown(pointer: &str, value: Scalar<'_>) -> bool {
    let steps = pointer.split('/').skip(1).take(DEEPEST + 1);
    is_shown_at(&steps.map(Cow::Borrowed).collect::<Vec<_>>(), value)
}

/// Whether a scalar may be shown; anything else holds no value of its own.
#[must_use]
pub(crate) fn may_show(view: NodeRef<'_>) -> bool {
    let text;
    let value = match view.kind() {
        Kind::String => {
            text = view.string().unwrap_or_default();
            Scalar::String(&text)
        }
        Kind::Number => Scalar::Number,
        Kind::Boolean => Scalar::Boolean,
        Kind::Null | Kind::List | Kind::Object => return true,
    };
    steps(view).is_some_and(|steps| is_shown_at(&steps, value))
}

/// Whether a value stands at one of these places, written as those that this module shows: `*`
/// stands for a list's index, a final `**` for all below.
#[must_use]
pub(crate) fn stands_at(view: NodeRef<'_>, places: &[&str]) -> bool {
    let is_at = |steps: Vec<_>| places.iter().any(|pattern| fits(&steps, pattern));
    steps(view).is_some_and(is_at)
}

/// The steps from the root to a value; `None` if it stands too deep to be shown.
fn steps(view: NodeRef<'_>) -> Option<Vec<Cow<'_, str>>> {
    let mut steps: Vec<Cow<'_, str>> = Vec::new();
    let mut at = view;
    while let Some(parent) = at.parent() {
        if steps.len() == DEEPEST {
            return None;
        }
        let is_element = parent.kind() == Kind::List;
        steps.push(if is_element { "0".into() } else { at.key() });
        at = parent;
    }
    steps.reverse();
    Some(steps)
}

fn is_shown_at(steps: &[Cow<'_, str>], value: Scalar<'_>) -> bool {
    let steps = match steps {
        [wrapper, inner @ ..] if wrapper == "taskDefinition" => inner,
        _ => steps,
    };
    if steps.len() >= DEEPEST {
        return false;
    }
    let listed = SHOWN.iter().any(|pattern| fits(steps, pattern));
    (listed && !is_secret(value)) || is_no_free_text(steps, value)
}

/// Whether a value is one that `check` calls a secret: it may stand in the wrong place.
fn is_secret(value: Scalar<'_>) -> bool {
    matches!(value, Scalar::String(text) if secret::by_shape(text))
}

fn fits(steps: &[Cow<'_, str>], pattern: &str) -> bool {
    let mut steps = steps.iter();
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

/// Whether this is what AWS takes there, by its model, and not free text: a number, a boolean or a
/// word from AWS's list, also one that is quoted or misspelt.
fn is_no_free_text(steps: &[Cow<'_, str>], value: Scalar<'_>) -> bool {
    match (model::shape_of(steps), value) {
        (Some(Shape::Integer(_)), Scalar::String(text)) => text.parse::<i32>().is_ok(),
        (Some(Shape::Integer(_)), _) | (Some(Shape::Boolean), Scalar::Boolean) => true,
        (Some(Shape::Boolean), Scalar::String(text)) => {
            ["true", "false"].contains(&text.to_ascii_lowercase().as_str())
        }
        (Some(Shape::String(text)), Scalar::String(word)) => {
            text.enums.contains(&word) || !suggest(word, text.enums.iter().copied()).is_empty()
        }
        _ => false,
    }
}

/// A value as people read it in a sentence: a string without its quotes, masked unless it may be
/// shown, and then safe for a terminal.
#[must_use]
pub(crate) fn plain(view: NodeRef<'_>, show_values: bool) -> String {
    match view.string() {
        Some(string) if show_values || may_show(view) => escape(&string).into_owned(),
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
        let masked = !show_values && !may_show(node);
        if masked {
            writer.string(MASK);
        }
        masked
    });
    out
}

#[cfg(test)]
mod tests {
    use super::{Scalar, is_shown};

    #[test]
    fn shows_only_what_is_on_the_list() {
        for pointer in [
            "/family",
            "/taskDefinition/family",
            "/containerDefinitions/12/image",
            "/requiresAttributes/0/name",
        ] {
            assert!(is_shown(pointer, Scalar::String("x")), "{pointer}");
        }
        for pointer in [
            "/containerDefinitions/0/environment/0/value",
            "/containerDefinitions/0/command/0",
            "/containerDefinitions/0/dockerLabels/name",
            "/containerDefinitions/x/image",
            "/tags/0/value",
            "/requiresAttributes/0/a/b/c/d/e/f/g/h",
            "/unknown",
            "",
        ] {
            assert!(!is_shown(pointer, Scalar::String("x")), "{pointer}");
            assert!(!is_shown(pointer, Scalar::Number), "{pointer}");
        }
    }

    #[test]
    fn shows_no_secret_in_the_place_of_another_value() {
        for pointer in [
            "/family",
            "/containerDefinitions/0/image",
            "/containerDefinitions/0/environment/0/name",
            "/tags/0/key",
        ] {
            let token = format!("ghp_{}", "a".repeat(36));
            for secret in [&*token, "https://me:hunter22@registry.example.com/app:1"] {
                assert!(!is_shown(pointer, Scalar::String(secret)), "{pointer}");
            }
        }
    }

    #[test]
    fn shows_no_free_text_in_place_of_a_word_a_number_or_a_boolean() {
        const PORT: &str = "/containerDefinitions/0/portMappings/1/hostPort";
        const MODE: &str = "/networkMode";
        const ROOT: &str = "/containerDefinitions/0/readonlyRootFilesystem";
        for (pointer, value, shown) in [
            (PORT, Scalar::Number, true),
            (PORT, Scalar::String("80"), true),
            (PORT, Scalar::String("hunter2"), false),
            (PORT, Scalar::String("4111111111111111"), false),
            (MODE, Scalar::String("awsvpc"), true),
            (MODE, Scalar::String("awsvcp"), true),
            (MODE, Scalar::String("AWSVPC"), true),
            (MODE, Scalar::String("hunter2"), false),
            (MODE, Scalar::Number, false),
            (ROOT, Scalar::Boolean, true),
            (ROOT, Scalar::String("True"), true),
            (ROOT, Scalar::String("hunter2"), false),
            (ROOT, Scalar::Number, false),
        ] {
            assert_eq!(is_shown(pointer, value), shown, "{pointer} {value:?}");
        }
    }
}
