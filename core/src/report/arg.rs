//! Renders the arguments of a rule's message.

use super::RenderOptions;
use super::form::{form, type_words};
use super::path::PathText;
use crate::finding::Arg;
use crate::lang::{Lang, Localized};
use crate::mask;
use crate::tree::{NodeId, NodeRef};

/// The text of an argument. Its node ids are of `tree`.
pub(super) fn text(arg: &Arg, tree: NodeRef<'_>, options: RenderOptions) -> String {
    let lang = options.lang;
    match arg {
        Arg::Text(text) => text.clone().into_owned(),
        Arg::Words(words) => words.text(lang).to_owned(),
        Arg::OneOf(texts) => one_of(texts, lang),
        Arg::Value(id) => mask::plain(tree.node_at(*id), options.show_values),
        Arg::Places(ids) => places(ids, tree, options),
        Arg::Place(place) if place.is_empty() => TOP_LEVEL.text(lang).to_owned(),
        Arg::Place(place) => place.clone(),
        Arg::Kind(kind) => type_words(*kind).text(lang).to_owned(),
        Arg::Form(shape, name) => form(*shape, name, lang),
    }
}

fn places(ids: &[NodeId], tree: NodeRef<'_>, options: RenderOptions) -> String {
    let comma = match options.lang {
        Lang::En => ", ",
        Lang::Ja => "、",
    };
    let places = ids
        .iter()
        .map(|&id| {
            PathText::new(
                Some(tree.node_at(id)),
                None,
                options.plain.then_some(options.lang),
            )
        })
        .map(|place| place.plain.unwrap_or(place.dotted));
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

static TOP_LEVEL: Localized = Localized {
    en: "the task definition itself",
    ja: "タスク定義の直下",
};
