//! Values that stand nowhere else, and whether a text shows one of them.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};
use taskdef_core::mask::{self, Scalar};

use crate::random::Random;

/// What the values are made of: no vowels, so that they hold no word, and no `0` and `1`.
const ALPHABET: &str = "bcdfghjkmnpqrstvwxzBCDFGHJKMNPQRSTVWXZ23456789";

/// How many characters of a text a failure shows.
const SHOWN: usize = 300;

/// How much of a value may be shown: one character less.
const TELLING: usize = 6;

/// Forms that a value takes: those that a reader, a rule or a repair looks for.
pub(crate) const FORMS: [&str; 16] = [
    "§",
    "run § now",
    "a=§",
    "https://user:§@registry.example.com/app:1",
    "arn:aws:secretsmanager:eu-west-1:111122223333:secret:§",
    "<§>",
    "${§}",
    "{{§}}",
    " §\n\"§\" '\\§'",
    "[\"§\"]",
    "{\"a\": \"§\"}",
    "@{name=§}",
    "12 §",
    "true §",
    "§:latest",
    "-§-",
];

/// Every value that was planted.
#[derive(Default)]
pub(crate) struct Planted {
    values: Vec<String>,
    /// The value that each telling part is of.
    parts: HashMap<Vec<u8>, usize>,
}

#[allow(
    dead_code,
    reason = "not every crate that takes this file in uses all of it"
)]
impl Planted {
    /// A new value: `§` in the form stands for it.
    pub(crate) fn text(&mut self, form: &str) -> String {
        let value = self.new_value(ALPHABET.as_bytes());
        form.replace('§', &value)
    }

    /// A new value that is a number.
    pub(crate) fn number(&mut self) -> u64 {
        self.new_value(b"23456789").parse().unwrap_or(0)
    }

    fn new_value(&mut self, letters: &[u8]) -> String {
        let mut random = Random::new(self.values.len() as u64);
        let value: String = (0..14).map(|_| char::from(random.pick(letters))).collect();
        for part in value.as_bytes().windows(TELLING) {
            self.parts.insert(part.to_vec(), self.values.len());
        }
        self.values.push(value.clone());
        value
    }

    /// Where a text shows a value, in whole or in part, and which.
    fn shown_in<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
        let mut at = 0;
        let runs = text.split_inclusive(|c: char| !c.is_ascii_alphanumeric());
        runs.filter_map(move |run| {
            let from = at;
            at += run.len();
            if run.len() < TELLING {
                return None;
            }
            let mut parts = (from..).zip(run.as_bytes().windows(TELLING));
            parts.find_map(|(at, part)| Some((at, &*self.values[*self.parts.get(part)?])))
        })
    }

    pub(crate) fn count(&self) -> usize {
        self.values.len()
    }
}

/// A definition with every field of AWS's model, in the answer of `describe-task-definition`, with
/// fields that the model does not have at every level.
pub(crate) fn every_field() -> Value {
    let definition = include_str!("../fixtures/good/every-field.json");
    let mut definition: Value = serde_json::from_str(definition).expect("it is JSON");
    for (at, key) in [
        ("", "newField"),
        ("", "registeredBy"),
        ("", "$comment"),
        ("/containerDefinitions/0", "newField"),
        ("/containerDefinitions/0", "enviroment"),
        ("/containerDefinitions/0/portMappings/0", "newField"),
        ("/containerDefinitions/0/logConfiguration", "mode"),
        ("/volumes/0", "newField"),
    ] {
        if let Some(Value::Object(members)) = definition.pointer_mut(at) {
            members.insert(key.to_owned(), Value::from("something"));
        }
    }
    definition["newList"] = json!(["a", {"b": "c"}, [1, true, "d"]]);
    definition["containerDefinitions"][0]["dockerLabels"]["number"] = Value::from("5");
    json!({
        "taskDefinition": definition,
        "tags": [{"key": "beside", "value": "something"}],
        "ResponseMetadata": {"RequestId": "something"},
    })
}

/// The JSON pointers of a document's scalars that a log must not show as text.
pub(crate) fn places(document: &Value) -> Vec<String> {
    let mut places = Vec::new();
    collect(document, &mut String::new(), &mut places);
    places.retain(|place| !may_be_shown(place));
    places
}

/// Whether free text may be shown at a place.
fn may_be_shown(pointer: &str) -> bool {
    mask::is_shown(pointer, Scalar::String("free text"))
}

fn collect(value: &Value, pointer: &mut String, places: &mut Vec<String>) {
    let length = pointer.len();
    let mut child = |step: &str, value: &Value| {
        pointer.push('/');
        pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
        collect(value, pointer, places);
        pointer.truncate(length);
    };
    match value {
        Value::Object(members) => members.iter().for_each(|(key, value)| child(key, value)),
        Value::Array(elements) => {
            for (index, value) in elements.iter().enumerate() {
                child(&index.to_string(), value);
            }
        }
        _ => places.push(pointer.clone()),
    }
}

/// The document with a new value at every place.
pub(crate) fn filled(document: &Value, form: &str, planted: &mut Planted) -> Value {
    filled_but(document, &[], form, planted)
}

/// The document with a new value at every place whose pointer has none of these parts.
pub(crate) fn filled_but(
    document: &Value,
    parts: &[&str],
    form: &str,
    planted: &mut Planted,
) -> Value {
    let mut filled = document.clone();
    for place in places(document) {
        if !parts.iter().any(|part| place.contains(part)) {
            put(&mut filled, &place, planted.text(form).into());
        }
    }
    filled
}

pub(crate) fn put(document: &mut Value, pointer: &str, value: Value) {
    *document.pointer_mut(pointer).expect("the place is there") = value;
}

/// What was shown, and of which text; the first of each kind.
#[derive(Default)]
pub(crate) struct Leaks(BTreeMap<String, String>);

impl Leaks {
    /// Looks for planted values in what is said about a text.
    pub(crate) fn look(&mut self, planted: &Planted, said: &str, about: &str) {
        for (at, value) in planted.shown_in(said) {
            // The words before it tell one cause from another.
            let line = said[..at].rsplit(['"', '\n']).next().unwrap_or_default();
            let words: String = line.chars().take(30).collect();
            self.0.entry(words).or_insert_with(|| {
                let around = at.saturating_sub(200)..said.len().min(at + 60);
                let around = String::from_utf8_lossy(&said.as_bytes()[around]);
                let about: String = about.chars().take(SHOWN).collect();
                format!("{about}\nshows {value}: …{around}…\n\n")
            });
        }
    }

    /// Fails if there were any, and tells the first.
    pub(crate) fn assert_none(&self) {
        let first: String = self.0.values().take(20).map(String::as_str).collect();
        assert!(self.0.is_empty(), "{} leaks:\n{first}", self.0.len());
    }
}
