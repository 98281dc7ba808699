//! The values of the options of edits, as the edits that they stand for.

use taskdef_core::{Edit, EditTarget, Localized, PairChange, PairList};

use super::variables;
use crate::error::Error;

const TAG: Localized = form("KEY=VALUE");
const SCOPED_PAIR: Localized = form("[CONTAINER:]NAME=VALUE");
const SCOPED_NAME: Localized = Localized {
    en: "[CONTAINER:]NAME, without a value",
    ja: "[CONTAINER:]NAME（値は付けません）",
};
const COMMAND: Localized = Localized {
    en: "[CONTAINER=]JSON, where JSON is a list of strings such as [\"run\", \"--now\"]",
    ja: "[CONTAINER=]JSON（JSON は [\"run\", \"--now\"] のような文字列のリスト）",
};

/// A form that is written the same in each language.
const fn form(form: &'static str) -> Localized {
    Localized { en: form, ja: form }
}

/// The edits of an option with these values. The values never reach an error message.
pub(super) fn edits(target: EditTarget, values: &[String]) -> Result<Vec<Edit>, Error> {
    let mut edits = Vec::new();
    for text in values {
        edits.extend(of_value(target, text)?);
    }
    Ok(edits)
}

fn of_value(target: EditTarget, text: &str) -> Result<Vec<Edit>, Error> {
    let option = || format!("--{}", target.option());
    let form = |form| Error::Form {
        option: option(),
        form,
    };
    let edit = match target {
        EditTarget::Task(field) => Edit::Task {
            field,
            value: text.to_owned(),
        },
        EditTarget::Container(field) => {
            let (container, value) = scoped(text);
            Edit::Container {
                container,
                field,
                value: value.to_owned(),
            }
        }
        EditTarget::Command => command(text).ok_or_else(|| form(COMMAND))?,
        EditTarget::VariablesOfFile => return variables::from_file(text),
        EditTarget::Pair(PairList::Environment, PairChange::Set) => {
            variables::from_option(text, option())?
        }
        EditTarget::Pair(list, PairChange::Set) => {
            let pair = text.split_once('=').ok_or_else(|| form(SCOPED_PAIR))?;
            named(list, pair.0, Some(pair.1))
        }
        // What follows a `=` may be a secret, which a message would repeat.
        EditTarget::Pair(_, PairChange::Unset) if text.contains('=') => {
            return Err(form(SCOPED_NAME));
        }
        EditTarget::Pair(list, PairChange::Unset) => named(list, text, None),
        EditTarget::Tag(PairChange::Set) => {
            let (key, value) = text.split_once('=').ok_or_else(|| form(TAG))?;
            tag(key, Some(value))
        }
        EditTarget::Tag(PairChange::Unset) => tag(text, None),
    };
    Ok(vec![edit])
}

fn named(list: PairList, name: &str, value: Option<&str>) -> Edit {
    Edit::Pair {
        container: None,
        list,
        name: name.to_owned(),
        value: value.map(str::to_owned),
    }
}

fn tag(key: &str, value: Option<&str>) -> Edit {
    Edit::Tag {
        key: key.to_owned(),
        value: value.map(str::to_owned),
    }
}

/// `[CONTAINER=]VALUE`; no image, size or JSON list has a `=` after a plain name, but the ARN of an object may.
fn scoped(text: &str) -> (Option<String>, &str) {
    match text.split_once('=') {
        Some((container, value)) if !container.starts_with("arn:") => {
            (Some(container.to_owned()), value)
        }
        _ => (None, text),
    }
}

/// A command, as `[CONTAINER=]JSON`.
fn command(text: &str) -> Option<Edit> {
    let (container, json) = if text.trim_start().starts_with('[') {
        (None, text)
    } else {
        scoped(text)
    };
    Some(Edit::Command {
        container,
        arguments: serde_json::from_str(json).ok()?,
    })
}
