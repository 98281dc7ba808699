//! The contents of a generated file before it is written: values with the comments above them. A
//! value can be written as [YAML](super::yaml) with its comments or as [JSON](super::json) without.

use crate::lang::Localized;

/// A value of YAML or JSON.
#[derive(Debug, Clone)]
pub(super) enum Value {
    Text(String),
    /// A number as its digits, which both formats write alike.
    Number(String),
    Bool(bool),
    List(Vec<Entry>),
    Map(Vec<Entry>),
    /// A call of a CloudFormation function.
    Call(Function, Box<Value>),
}

/// The CloudFormation functions that the templates use.
#[derive(Debug, Clone, Copy)]
pub(super) enum Function {
    Ref,
    Sub,
    GetAtt,
    Join,
    Split,
}

impl Function {
    /// Its key in JSON.
    pub(super) fn key(self) -> &'static str {
        match self {
            Function::Ref => "Ref",
            Function::Sub => "Fn::Sub",
            Function::GetAtt => "Fn::GetAtt",
            Function::Join => "Fn::Join",
            Function::Split => "Fn::Split",
        }
    }

    /// Its tag in YAML.
    pub(super) fn tag(self) -> &'static str {
        match self {
            Function::Ref => "!Ref",
            Function::Sub => "!Sub",
            Function::GetAtt => "!GetAtt",
            Function::Join => "!Join",
            Function::Split => "!Split",
        }
    }

    /// A call of this function.
    pub(super) fn call(self, argument: Value) -> Value {
        Value::Call(self, Box::new(argument))
    }
}

/// The elements of a parameter that is a list, with this between them.
pub(super) fn joined(between: &str, parameter: &str) -> Value {
    let values = Function::Ref.call(parameter.into());
    let parts = [between.into(), values].map(Entry::element);
    Function::Join.call(Value::List(parts.to_vec()))
}

/// A list with each element of such a parameter after this text, which may hold no comma.
pub(super) fn each_after(text: &str, parameter: &str) -> Value {
    let all = [text.into(), joined(&format!(",{text}"), parameter)].map(Entry::element);
    let all = ["".into(), Value::List(all.to_vec())].map(Entry::element);
    let all = Function::Join.call(Value::List(all.to_vec()));
    let parts = [",".into(), all].map(Entry::element);
    Function::Split.call(Value::List(parts.to_vec()))
}

/// A comment in every language.
pub(super) type Comment = Localized<String>;

impl From<Localized> for Comment {
    fn from(words: Localized) -> Self {
        Comment {
            en: words.en.to_owned(),
            ja: words.ja.to_owned(),
        }
    }
}

/// A member or element, with the comments above it.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) comments: Vec<Comment>,
    /// A member's key; empty for an element.
    pub(super) key: String,
    pub(super) value: Value,
    /// What a comment on the same line says, such as the release of a pinned hash; empty for none.
    pub(super) aside: Localized,
}

impl Entry {
    pub(super) fn element(value: Value) -> Self {
        Entry::member("", value)
    }

    pub(super) fn member(key: &str, value: Value) -> Self {
        Entry {
            comments: Vec::new(),
            key: key.to_owned(),
            value,
            aside: Localized { en: "", ja: "" },
        }
    }
}

impl Value {
    /// A single element by itself, several as a list.
    pub(super) fn one_or_list(mut entries: Vec<Entry>) -> Self {
        if entries.len() == 1 {
            entries.remove(0).value
        } else {
            Value::List(entries)
        }
    }

    /// The members or elements; empty for anything but a list or map.
    pub(super) fn entries(&self) -> &[Entry] {
        match self {
            Value::List(entries) | Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// A map's member.
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        for entry in self.entries() {
            if entry.key == key {
                return Some(&entry.value);
            }
        }
        None
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}
