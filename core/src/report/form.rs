//! JSON types, and what AWS takes in a member, in words.

use crate::finding::HEALTH_CHECK;
use crate::lang::{Lang, Localized};
use crate::model::{Shape, Structure};
use crate::tree::Kind;

/// The members whose strings are the words of a command.
const COMMANDS: [&str; 2] = ["command", "entryPoint"];

/// What AWS takes in a member, in words and as JSON with its values left out.
pub(super) fn form(shape: Shape, name: &str, lang: Lang) -> String {
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

/// A JSON type in words.
pub(super) fn type_words(kind: Kind) -> &'static Localized {
    match kind {
        Kind::Null => &NULL,
        Kind::Boolean => &BOOLEAN,
        Kind::Number => &NUMBER,
        Kind::String => &STRING,
        Kind::List => &LIST,
        Kind::Object => &OBJECT,
    }
}

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
