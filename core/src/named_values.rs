//! Lists of names and values such as `environment` and `tags`, and what else is read as a list.

use crate::model::{List, Shape};
use crate::suggest::is_same_name;
use crate::tree::{Kind, NodeRef};

/// A name and its value as the members of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PairKeys {
    /// The key of the name.
    pub(crate) name: &'static str,
    /// The key of the value.
    pub(crate) value: &'static str,
}

/// AWS's shapes of elements that pair a name with a value, with their two members. Docker Compose,
/// Terraform and other tools write each of these lists as an object.
const PAIRS: [(&str, PairKeys); 6] = [
    ("KeyValuePair", pair("name", "value")),
    ("Secret", SECRET),
    ("Tag", pair("key", "value")),
    ("HostEntry", pair("hostname", "ipAddress")),
    ("SystemControl", pair("namespace", "value")),
    ("ContainerDependency", pair("containerName", "condition")),
];

/// The members of an element of `secrets`.
pub(crate) const SECRET: PairKeys = pair("name", "valueFrom");

const fn pair(name: &'static str, value: &'static str) -> PairKeys {
    PairKeys { name, value }
}

/// The only list that a value of another type can mean.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Meaning {
    /// Its members, each as an element with a name and a value.
    Pairs(PairKeys),
    /// The value itself, as the only element.
    Element,
}

/// What a value means where AWS takes a list; `None` if it could mean several things, or nothing.
pub(crate) fn as_list(at: NodeRef<'_>, list: &List) -> Option<Meaning> {
    let keys = match list.element {
        Shape::Structure(element) => PAIRS.iter().find(|(name, _)| *name == element.name),
        _ => None,
    };
    match keys {
        Some(&(_, keys)) if is_map(at, keys) => Some(Meaning::Pairs(keys)),
        _ if is_element(at, list.element) => Some(Meaning::Element),
        _ => None,
    }
}

/// Whether an object is names with their values: each member that counts is a scalar, and the
/// object does not look like a pair itself.
pub(crate) fn is_map(at: NodeRef<'_>, keys: PairKeys) -> bool {
    if at.kind() != Kind::Object || looks_like_a_pair(at, keys) {
        return false;
    }
    let nested = |child: &NodeRef<'_>| matches!(child.kind(), Kind::List | Kind::Object);
    let mut nested = at.children().filter(nested).peekable();
    nested.peek().is_none() || {
        let earlier = at.shadowed();
        nested.all(|child| earlier.binary_search(&child.id).is_ok())
    }
}

/// Whether an object has several members, all with keys that pairs have, or the name and the value
/// of a pair among others. In letters of another case, they could be variables as well: nobody knows.
fn looks_like_a_pair(at: NodeRef<'_>, keys: PairKeys) -> bool {
    let (names, values) = (
        [keys.name, "name", "key"],
        [keys.value, "value", "valueFrom"],
    );
    let own = |key: &str| names.contains(&key) || values.contains(&key);
    let is = |known: [&str; 3], key: &str| known.iter().any(|name| is_same_name(name, key));
    let has = |known| at.children().any(|child| is(known, &child.key()));
    at.children().nth(1).is_some()
        && (at.children().all(|child| own(&child.key())) || (has(names) && has(values)))
}

/// Whether an object has both members of a pair and no other.
pub(crate) fn is_pair(at: NodeRef<'_>, keys: PairKeys) -> bool {
    let mut members = at.children().map(NodeRef::key);
    match (members.next(), members.next(), members.next()) {
        (Some(first), Some(second), None) => {
            (first == keys.name && second == keys.value)
                || (first == keys.value && second == keys.name)
        }
        _ => false,
    }
}

/// Whether a value can be nothing but an element: an object with AWS's names only, in letters of any
/// case, a whole number, or a word. A text of several words could be as many elements.
fn is_element(at: NodeRef<'_>, element: Shape) -> bool {
    match (at.kind(), element) {
        (Kind::Object, Shape::Structure(element)) => {
            let known = |key: &str| {
                let mut members = element.members.iter();
                members.any(|own| is_same_name(own.name, key))
            };
            !at.is_leaf() && at.children().all(|child| known(&child.key()))
        }
        (Kind::Number, Shape::Integer(_)) => at.integer().is_some(),
        (Kind::String, Shape::String(_)) => at.string().is_some_and(|text| is_word(&text)),
        _ => false,
    }
}

/// Whether a text has no character that separates words, or that a template or a shell reads.
fn is_word(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:@+=".contains(&byte);
    !text.is_empty() && text.bytes().all(plain)
}

/// Whether a tag key begins with `aws:` in any case; only AWS may set such a tag.
pub(crate) fn is_reserved(key: &str) -> bool {
    key.get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("aws:"))
}
