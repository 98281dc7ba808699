//! Finds fields by what somebody writes: a name, a path, a value, or both.

use super::field::{Field, ModelMember, places, read_only};
use crate::field_texts::text_of_log_option;
use crate::lang::Lang;
use crate::model::{self, Shape};

/// The fields that match a topic.
pub(super) fn find(topic: &str) -> Vec<Field> {
    let (rooted, steps) = steps(topic);
    let Some(first) = steps.first() else {
        return Vec::new();
    };
    if let Some(name) = model::READ_ONLY.iter().find(|name| *name == first) {
        return vec![read_only(name)];
    }
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    if let Some(option) = log_option(&steps) {
        return vec![option];
    }
    let matches = |place: &ModelMember| {
        place.names == steps
            || (!rooted && place.names.ends_with(&steps))
            || (matches!(place.member.shape, Shape::Map(_)) && steps.starts_with(&place.names))
    };
    places().filter(matches).map(Field::from).collect()
}

/// The fields of which the path or the text has `wanted` in it, which is in lower case; what AWS alone sets
/// comes last.
#[must_use]
pub fn fields_with(wanted: &str, lang: Lang) -> Vec<Field> {
    let read_only_fields = model::READ_ONLY.iter().map(|name| read_only(name));
    let all = places().map(Field::from).chain(read_only_fields);
    let has = |text: &str| text.to_ascii_lowercase().contains(wanted);
    let says = |field: &Field| {
        has(&field.path) || field.about.is_some_and(|about| has(about.text.text(lang)))
    };
    all.filter(says).collect()
}

/// The field at exactly these names from the definition's root, without places in lists, with its value: a
/// text as it is, anything else as JSON has it. Below a map it is the map; `None` if the model does not
/// know it.
#[must_use]
pub fn field_at(names: &[&str], value: Option<&str>) -> Option<Field> {
    let first = names.first()?;
    let known = model::READ_ONLY.iter().find(|name| *name == first);
    let at = |place: &ModelMember| {
        let below_map =
            matches!(place.member.shape, Shape::Map(_)) && names.starts_with(&place.names);
        place.names == names || below_map
    };
    let field = match known {
        Some(name) => read_only(name),
        None => log_option(names).or_else(|| places().find(at).map(Field::from))?,
    };
    Some(Field {
        asked: value.map(str::to_owned),
        ..field
    })
}

/// The names of the map that has a log driver's options.
const OPTIONS: [&str; 3] = ["containerDefinitions", "logConfiguration", "options"];

/// An option of awslogs, by its name alone or by its path.
fn log_option(steps: &[&str]) -> Option<Field> {
    let (option, around) = steps.split_last()?;
    let about = text_of_log_option(option).filter(|_| around.is_empty() || around == OPTIONS)?;
    let map = Field::from(places().find(|place| place.names == OPTIONS)?);
    Some(Field {
        path: format!("{}.{option}", map.path),
        value: map
            .value
            .and_then(|value| value.element)
            .map(|value| *value),
        about: Some(about),
        ..map
    })
}

/// The fields of `FIELD=VALUE`, with the value; quotes around it do not count.
pub(super) fn find_with_value(topic: &str) -> Vec<Field> {
    let Some((field, value)) = topic.split_once('=') else {
        return Vec::new();
    };
    let value = value.trim().trim_matches('"');
    let asked = |field| Field {
        asked: Some(value.to_owned()),
        ..field
    };
    find(field.trim()).into_iter().map(asked).collect()
}

/// The fields that may have a word as their value, or in their list; its case does not count.
pub(super) fn with_word(word: &str) -> Vec<Field> {
    let fields = places().filter_map(|place| {
        let shape = match place.member.shape {
            Shape::List(list) => list.element,
            shape => shape,
        };
        let Shape::String(text) = shape else {
            return None;
        };
        let mut words = text.enums.iter();
        let known = words.find(|known| known.eq_ignore_ascii_case(word))?;
        Some(Field {
            asked: Some((*known).to_owned()),
            ..Field::from(place)
        })
    });
    fields.collect()
}

/// A topic in the form of [`ModelMember::path`].
pub(super) fn plain(topic: &str) -> String {
    steps(topic).1.join(".")
}

/// Whether a topic certainly begins at the root, and its names, without indices and bracketed
/// parts.
fn steps(topic: &str) -> (bool, Vec<String>) {
    let rooted = topic.starts_with('/');
    let mut steps: Vec<String> = if rooted {
        let steps = topic.split('/').map(|step| step.replace("~1", "/"));
        let steps = steps.map(|step| step.replace("~0", "~"));
        let is_index = |step: &str| step == "*" || step.bytes().all(|byte| byte.is_ascii_digit());
        steps.filter(|step| !is_index(step)).collect()
    } else {
        let mut plain = String::new();
        let mut depth = 0_usize;
        for c in topic.chars() {
            match c {
                '[' => depth += 1,
                ']' => depth = depth.saturating_sub(1),
                c if depth == 0 => plain.push(c),
                _ => {}
            }
        }
        let steps = plain.split('.').filter(|step| !step.is_empty());
        steps.map(str::to_owned).collect()
    };
    if steps.len() > 1 && steps.first().is_some_and(|step| step == "taskDefinition") {
        steps.remove(0);
    }
    (rooted, steps)
}
