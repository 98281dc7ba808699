//! Where AWS takes a string literally, so that a placeholder in it is one that nobody filled in.

use std::borrow::Cow;

use crate::image::ImageRef;
use crate::model::MAPS;
use crate::placeholder::has_placeholder;
use crate::tree::{Kind, NodeRef};

/// Strings that are data, whatever they contain: the container or a tool reads them.
const DATA: [&str; 4] = ["command", "entryPoint", "expression", "key"];

/// Lists whose entries have a `value` that AWS itself reads; any other `value` is data.
const READ_BY_AWS: [&str; 3] = ["environmentFiles", "resourceRequirements", "systemControls"];

/// Whether a string has a placeholder where AWS takes it literally.
pub(super) fn has_open_placeholder(at: NodeRef<'_>) -> bool {
    let is_image = || at.key_token() == "\"image\"";
    if !may_have_placeholder(at.token()) && !is_image() {
        return false;
    }
    let text = at.string().unwrap_or_default();
    (has_placeholder(&text) && is_taken_literally(at, &text))
        || (is_image() && ImageRef::parse(&text).has_word_to_replace())
}

/// Whether a token has a character that placeholders begin with: most have none.
fn may_have_placeholder(token: &str) -> bool {
    let mut before = 0;
    token.bytes().any(|byte| {
        let twice = byte == b'_' && before == byte;
        before = byte;
        twice || matches!(byte, b'<' | b'$' | b'#' | b'{' | b'%' | b'\\')
    })
}

/// Whether AWS takes a string literally: anything but environment values, commands, labels, most
/// options of log drivers, and tags.
fn is_taken_literally(at: NodeRef<'_>, text: &str) -> bool {
    let key = at.key();
    let Some(parent) = at.parent() else {
        return true;
    };
    let around = parent.key();
    match &*key {
        _ if around == "options" => is_literal_option(&key, text),
        _ if MAPS.contains(&&*around) => false,
        // An element of a list.
        "" => !DATA.contains(&&*around),
        "value" => READ_BY_AWS.contains(&&*list_of(parent)),
        key => !DATA.contains(&key),
    }
}

/// The list that an entry belongs to; an only entry may stand in its place.
fn list_of(entry: NodeRef<'_>) -> Cow<'_, str> {
    match entry.parent() {
        Some(list) if list.kind() == Kind::List => list.key(),
        _ => entry.key(),
    }
}

/// Whether AWS or the log driver takes an option literally: a log group, a region or an ARN. In a
/// region of `FireLens`, Fluent Bit fills in the variables of its container.
fn is_literal_option(key: &str, text: &str) -> bool {
    match key {
        "awslogs-group" | "awslogs-region" => true,
        "region" => !text.contains('$'),
        _ => text.starts_with("arn:"),
    }
}
