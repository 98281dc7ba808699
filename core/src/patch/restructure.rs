//! Replacements that write a value in another form or at another place.

use super::{Replacement, add, append, insertion, is_written, space_before};
use crate::named_values::PairKeys;
use crate::tree::{Kind, NodeRef};

/// The text of a value with its lines set in as those of another object are.
pub(super) fn set_in(member: NodeRef<'_>, object: NodeRef<'_>) -> String {
    let json = member.source_text();
    let here = space_before(member);
    match object.children().last().map(space_before) {
        Some(there) if here.contains('\n') && there.contains('\n') => json.replace(here, there),
        _ => json.to_owned(),
    }
}

/// Adds copies of elements of one list to the end of another list of an object.
pub(super) fn copy(
    elements: &[NodeRef<'_>],
    object: NodeRef<'_>,
    key: &str,
) -> Option<Replacement> {
    let from = elements.first()?.parent()?;
    let first = from.children().next()?;
    let last = from.children().last()?;
    let separator = format!(",{}", space_before(last));
    let texts: Vec<&str> = elements
        .iter()
        .map(|element| element.source_text())
        .collect();
    let texts = texts.join(&separator);
    if let Some(other) = object.member(key) {
        return Some(append(other, &texts));
    }
    let between = |start: u32, end: u32| from.source.get(start as usize..end as usize);
    let opening = between(from.node().value + 1, first.node().span.start)?;
    let closing = between(last.node().span.end, from.node().span.end - 1)?;
    let blank = |text: &str| text.bytes().all(|byte| byte.is_ascii_whitespace());
    let (opening, closing) = if blank(opening) && blank(closing) {
        (opening, closing)
    } else {
        ("", "")
    };
    Some(add(object, key, &format!("[{opening}{texts}{closing}]")))
}

/// Turns `{"NAME": "VALUE"}` into `[{"name": "NAME", "value": "VALUE"}]`. No text of a value is in
/// the replacements.
pub(super) fn pairs(object: NodeRef<'_>, keys: PairKeys, all: &mut Vec<Replacement>) -> Option<()> {
    if !object.shadowed().is_empty() {
        return None;
    }
    let node = object.node();
    let part = |from: u32, to: u32, text: String| Replacement {
        range: from as usize..to as usize,
        text,
    };
    all.push(part(node.value, node.value + 1, "[".to_owned()));
    for child in object.children() {
        let node = is_written(child)?.node();
        let key = node.span.start + child.key_token().len() as u32;
        let gap = object.source.get(key as usize..node.value as usize)?;
        if gap.trim() != ":" || child.kind() == Kind::Null {
            return None;
        }
        let quote = if child.kind() == Kind::String {
            ""
        } else {
            "\""
        };
        let value = format!(", \"{}\": {quote}", keys.value);
        all.push(insertion(
            node.span.start,
            &format!("{{\"{}\": ", keys.name),
        ));
        all.push(part(key, node.value, value));
        all.push(insertion(node.span.end, &format!("{quote}}}")));
    }
    all.push(part(node.span.end - 1, node.span.end, "]".to_owned()));
    Some(())
}
