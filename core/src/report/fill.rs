//! What fills the holes of a rule's message.

use std::borrow::Cow;

use crate::lang::Lang;
use crate::tree::View;
#[cfg(feature = "check")]
use {super::mask, super::place::Place, crate::tree::NodeId};

/// What fills one hole.
#[derive(Debug, Clone)]
pub(crate) enum Fill {
    /// Text that tells no value of the paste: a name of the model, a number computed.
    Text(Cow<'static, str>),
    /// Several such texts, of which one is meant.
    #[cfg(feature = "check")]
    OneOf(Vec<String>),
    /// A value, masked where it must be.
    #[cfg(feature = "check")]
    Value(NodeId),
    /// Where values stand.
    #[cfg(feature = "check")]
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

#[cfg(feature = "check")]
impl From<View<'_>> for Fill {
    fn from(view: View<'_>) -> Self {
        Fill::Value(view.id)
    }
}

impl Fill {
    /// The text; ids are those of `tree`.
    #[cfg_attr(not(feature = "check"), allow(unused_variables))]
    pub(super) fn text(&self, tree: View<'_>, lang: Lang, show_values: bool) -> String {
        match self {
            Fill::Text(text) => text.clone().into_owned(),
            #[cfg(feature = "check")]
            Fill::OneOf(texts) => one_of(texts, lang),
            #[cfg(feature = "check")]
            Fill::Value(id) => mask::plain(tree.at(*id), show_values),
            #[cfg(feature = "check")]
            Fill::Places(ids) => places(ids, tree, lang),
        }
    }
}

#[cfg(feature = "check")]
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

#[cfg(feature = "check")]
fn one_of(texts: &[String], lang: Lang) -> String {
    match (lang, texts) {
        (Lang::En, [first @ .., last]) if !first.is_empty() => {
            format!("{} or {last}", first.join(", "))
        }
        (Lang::Ja, _) => texts.join("、"),
        (Lang::En, _) => texts.concat(),
    }
}
