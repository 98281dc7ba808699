//! What a generated file holds, before it is written: values, and the comments that stand above
//! them. The same value can be written as [YAML](super::yaml) with its comments or as JSON without.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::lang::Prose;

/// A value of YAML or JSON.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Text(String),
    Whole(u32),
    /// A format's version number, which is a fraction to YAML: `0.2`.
    Version(f32),
    Bool(bool),
    List(List),
    Map(Map),
    /// A function of CloudFormation.
    Call(Function, Box<Value>),
}

/// The functions of CloudFormation that templates here use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Function {
    Ref,
    Sub,
    GetAtt,
    Join,
}

impl Function {
    /// Its name as a key of JSON.
    pub(super) fn key(self) -> &'static str {
        match self {
            Function::Ref => "Ref",
            Function::Sub => "Fn::Sub",
            Function::GetAtt => "Fn::GetAtt",
            Function::Join => "Fn::Join",
        }
    }

    /// Its name as a tag of YAML.
    pub(super) fn tag(self) -> &'static str {
        match self {
            Function::Ref => "!Ref",
            Function::Sub => "!Sub",
            Function::GetAtt => "!GetAtt",
            Function::Join => "!Join",
        }
    }
}

/// A comment: its words, with what fills its holes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Comment {
    pub(super) words: Prose,
    pub(super) holes: Vec<(&'static str, String)>,
}

impl From<Prose> for Comment {
    fn from(words: Prose) -> Self {
        Comment {
            words,
            holes: Vec::new(),
        }
    }
}

/// A member or element, and the comments above it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub(super) comments: Vec<Comment>,
    /// A member's key; empty for an element.
    pub(super) key: String,
    pub(super) value: Value,
}

/// Members in the order in which they were set.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Map {
    pub(super) entries: Vec<Entry>,
    pending: Vec<Comment>,
}

impl Map {
    pub(super) fn new() -> Self {
        Map::default()
    }

    /// Puts a comment above the next member.
    pub(super) fn say(mut self, comment: impl Into<Comment>) -> Self {
        self.pending.push(comment.into());
        self
    }

    /// Adds a member.
    pub(super) fn set(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.entries.push(Entry {
            comments: std::mem::take(&mut self.pending),
            key: key.into(),
            value: value.into(),
        });
        self
    }

    /// Adds another map's members, but those that are there already.
    pub(super) fn merged(mut self, other: Map) -> Self {
        let entries = other.entries.into_iter();
        let missing = entries.filter(|entry| self.entries.iter().all(|own| own.key != entry.key));
        let missing: Vec<Entry> = missing.collect();
        self.entries.extend(missing);
        self
    }

    /// Adds a member if there is a value for it; else its comment goes too.
    pub(super) fn set_some(mut self, key: &str, value: Option<impl Into<Value>>) -> Self {
        if let Some(value) = value {
            return self.set(key, value);
        }
        self.pending.clear();
        self
    }
}

/// Elements in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct List {
    pub(super) entries: Vec<Entry>,
    pending: Vec<Comment>,
}

impl List {
    pub(super) fn new() -> Self {
        List::default()
    }

    /// Puts a comment above the next element.
    pub(super) fn say(mut self, comment: impl Into<Comment>) -> Self {
        self.pending.push(comment.into());
        self
    }

    /// Adds an element.
    pub(super) fn push(mut self, value: impl Into<Value>) -> Self {
        self.entries.push(Entry {
            comments: std::mem::take(&mut self.pending),
            key: String::new(),
            value: value.into(),
        });
        self
    }

    /// Adds another list's elements.
    pub(super) fn append(mut self, other: List) -> Self {
        self.entries.extend(other.entries);
        self
    }
}

impl Value {
    /// A map's members, in order; none of anything else.
    pub(super) fn members(&self) -> impl Iterator<Item = (&str, &Value)> {
        let entries = match self {
            Value::Map(map) => map.entries.as_slice(),
            _ => &[],
        };
        entries
            .iter()
            .map(|entry| (entry.key.as_str(), &entry.value))
    }

    /// A map's member.
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.members()
            .find(|(name, _)| *name == key)
            .map(|(_, value)| value)
    }
}

impl<V: Into<Value>> FromIterator<V> for List {
    fn from_iter<I: IntoIterator<Item = V>>(values: I) -> Self {
        values.into_iter().fold(List::new(), List::push)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Value::Whole(number)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Value::Bool(truth)
    }
}

impl From<Map> for Value {
    fn from(map: Map) -> Self {
        Value::Map(map)
    }
}

impl From<List> for Value {
    fn from(list: List) -> Self {
        Value::List(list)
    }
}

/// As JSON; the comments are left out.
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Text(text) => serializer.serialize_str(text),
            Value::Whole(number) => serializer.serialize_u32(*number),
            Value::Version(number) => serializer.serialize_f32(*number),
            Value::Bool(truth) => serializer.serialize_bool(*truth),
            Value::List(list) => {
                let mut out = serializer.serialize_seq(Some(list.entries.len()))?;
                for entry in &list.entries {
                    out.serialize_element(&entry.value)?;
                }
                out.end()
            }
            Value::Map(map) => {
                let mut out = serializer.serialize_map(Some(map.entries.len()))?;
                for entry in &map.entries {
                    out.serialize_entry(&entry.key, &entry.value)?;
                }
                out.end()
            }
            Value::Call(function, argument) => {
                let mut out = serializer.serialize_map(Some(1))?;
                match (function, &**argument) {
                    // A dotted pair is for YAML alone.
                    (Function::GetAtt, Value::Text(pair)) => {
                        let pair: Vec<&str> = pair.splitn(2, '.').collect();
                        out.serialize_entry(function.key(), &pair)?;
                    }
                    _ => out.serialize_entry(function.key(), &argument)?,
                }
                out.end()
            }
        }
    }
}

/// A value as indented JSON with a final newline.
pub(super) fn to_json(value: &Value) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
