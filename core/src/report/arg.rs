//! Renders the arguments of a rule's message.

use super::path::PathText;
use crate::finding::{Arg, HEALTH_CHECK};
use crate::lang::{Lang, Localized};
use crate::mask;
use crate::model::{Shape, Structure};
use crate::tree::{Kind, NodeId, NodeRef};

/// The members whose strings are the words of a command.
const COMMANDS: [&str; 2] = ["command", "entryPoint"];

/// The text of an argument. Its node ids are of `tree`.
pub(super) fn text(arg: &Arg, tree: NodeRef<'_>, lang: Lang, show_values: bool) -> String {
    match arg {
        Arg::Text(text) => text.clone().into_owned(),
        Arg::Words(words) => words.text(lang).to_owned(),
        Arg::OneOf(texts) => one_of(texts, lang),
        Arg::Value(id) => mask::plain(tree.node_at(*id), show_values),
        Arg::Places(ids) => places(ids, tree, lang),
        Arg::Place(place) if place.is_empty() => TOP_LEVEL.text(lang).to_owned(),
        Arg::Place(place) => place.clone(),
        Arg::Kind(kind) => type_words(*kind).text(lang).to_owned(),
        Arg::Form(shape, name) => form(*shape, name, lang),
    }
}

fn places(ids: &[NodeId], tree: NodeRef<'_>, lang: Lang) -> String {
    let comma = match lang {
        Lang::En => ", ",
        Lang::Ja => "、",
    };
    let places = ids
        .iter()
        .map(|&id| PathText::new(Some(tree.node_at(id)), None).dotted);
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

/// What AWS takes in a member, in words and as JSON with its values left out.
fn form(shape: Shape, name: &str, lang: Lang) -> String {
    let (words, json) = match shape {
        Shape::List(_) if name == HEALTH_CHECK => {
            (type_words(Kind::List), r#"["CMD-SHELL", "…"]"#.to_owned())
        }
        Shape::List(_) if COMMANDS.contains(&name) => (&COMMAND, r#"["…", "…"]"#.to_owned()),
        Shape::List(list) => (
            type_words(Kind::List),
            format!("[{}]", skeleton(list.element)),
        ),
        Shape::Structure(_) | Shape::Map(_) => (type_words(Kind::Object), skeleton(shape)),
        Shape::Integer(_) => return INTEGER.text(lang).to_owned(),
        Shape::Boolean => return type_words(Kind::Boolean).text(lang).to_owned(),
        Shape::String(_) | Shape::Timestamp => {
            return type_words(Kind::String).text(lang).to_owned();
        }
    };
    let colon = if lang == Lang::En { ": " } else { " " };
    format!("{}{colon}{json}", words.text(lang))
}

/// A value without its contents: `{"name": …, "value": …}`.
fn skeleton(shape: Shape) -> String {
    match shape {
        Shape::Structure(structure) => format!("{{{}}}", members(structure)),
        Shape::Map(_) => r#"{"…": "…"}"#.to_owned(),
        Shape::String(_) => r#""…", "…""#.to_owned(),
        _ => "…".to_owned(),
    }
}

/// The first members of an object, in AWS's order.
fn members(structure: &'static Structure) -> String {
    const SHOWN: usize = 3;
    let members = structure.in_aws_order();
    let shown = members.iter().take(SHOWN);
    let shown: Vec<String> = shown
        .map(|member| format!("\"{}\": …", member.name))
        .collect();
    let more = if members.len() > SHOWN { ", …" } else { "" };
    shown.join(", ") + more
}

fn type_words(kind: Kind) -> &'static Localized {
    match kind {
        Kind::Null => &NULL,
        Kind::Boolean => &BOOLEAN,
        Kind::Number => &NUMBER,
        Kind::String => &STRING,
        Kind::List => &LIST,
        Kind::Object => &OBJECT,
    }
}

static TOP_LEVEL: Localized = Localized {
    en: "the task definition itself",
    ja: "タスク定義の直下",
};

static NULL: Localized = Localized {
    en: "null",
    ja: "null",
};

static BOOLEAN: Localized = Localized {
    en: "true or false",
    ja: "true か false",
};

static NUMBER: Localized = Localized {
    en: "a number",
    ja: "数値",
};

static INTEGER: Localized = Localized {
    en: "a whole number",
    ja: "整数",
};

static STRING: Localized = Localized {
    en: "a string",
    ja: "文字列",
};

static LIST: Localized = Localized {
    en: "a list",
    ja: "リスト",
};

static COMMAND: Localized = Localized {
    en: "a list with one string for each word",
    ja: "単語ごとに 1 つの文字列を並べたリスト",
};

static OBJECT: Localized = Localized {
    en: "an object",
    ja: "オブジェクト",
};
