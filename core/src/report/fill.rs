//! What fills the holes of a rule's message.

use std::borrow::Cow;

use super::mask;
use super::place::Place;
use crate::lang::Lang;
use crate::tree::{NodeId, View};

/// What fills one hole.
#[derive(Debug, Clone)]
pub(crate) enum Fill {
    /// Text that tells no value of the paste: a name of the model, a number computed.
    Text(Cow<'static, str>),
    /// Several such texts, of which one is meant.
    OneOf(Vec<String>),
    /// A value, masked where it must be.
    Value(NodeId),
    /// Where values stand.
    Places(Vec<NodeId>),
}

impl From<&'static str> for Fill {
    fn from(text: &'static str) -> Self {
        Fill::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Fill {
    fn from(text: String) -> Self {
        Fill::Text(Cow::Owned(text))
    }
}

impl From<View<'_>> for Fill {
    fn from(view: View<'_>) -> Self {
        Fill::Value(view.id)
    }
}

impl Fill {
    /// The text; ids are those of `tree`.
    pub(super) fn text(&self, tree: View<'_>, lang: Lang, show_values: bool) -> String {
        match self {
            Fill::Text(text) => text.clone().into_owned(),
            Fill::OneOf(texts) => one_of(texts, lang),
            Fill::Value(id) => mask::plain(tree.at(*id), show_values),
            Fill::Places(ids) => places(ids, tree, lang),
        }
    }
}

fn places(ids: &[NodeId], tree: View<'_>, lang: Lang) -> String {
    let comma = match lang {
        Lang::En => ", ",
        Lang::Ja => "、",
    };
    let places = ids
        .iter()
        .map(|&id| Place::of(Some(tree.at(id)), None).dotted);
    places.collect::<Vec<_>>().join(comma)
}

fn one_of(texts: &[String], lang: Lang) -> String {
    match (lang, texts) {
        (Lang::En, [first @ .., last]) if !first.is_empty() => {
            format!("{} or {last}", first.join(", "))
        }
        (Lang::Ja, _) => texts.join("、"),
        (Lang::En, _) => texts.concat(),
    }
}
