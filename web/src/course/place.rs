//! The places that an address can name, as they follow its `#`: `rule=null-value`.

use taskdef_core::aws_error::{self, AwsError};
use taskdef_core::catalog;
use taskdef_core::explain::{Topic as Explained, explain};
use taskdef_core::rule::Rule;

use super::exercise::EXERCISES;
use super::glossary::{self, Term};
use super::{Group, Topic};

/// A place.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// A group.
    Group(Group),
    /// A rule.
    Rule(&'static Rule),
    /// An error of AWS.
    Error(&'static AwsError),
    /// A field, by its path.
    Field(String),
    /// A word of the glossary.
    Word(&'static Term),
    /// An exercise, by its index.
    Exercise(usize),
}

impl Place {
    /// The place of an address; [`None`] if there is no such place.
    #[must_use]
    pub fn parse(address: &str) -> Option<Self> {
        let (kind, id) = address.split_once('=')?;
        match kind {
            "group" => Group::named(id).map(Place::Group),
            "rule" => catalog::find(id).map(Place::Rule),
            // The error that a rule prevents is that rule's.
            "error" => match aws_error::find(id) {
                Some(error) => Some(Place::Error(error)),
                None => catalog::find(id).map(Place::Rule),
            },
            "word" => glossary::find(id).map(Place::Word),
            "exercise" => {
                let mut all = EXERCISES.iter();
                all.position(|one| one.id == id).map(Place::Exercise)
            }
            "field" => {
                // What passes an address on may have written the brackets so.
                let path = id.replace("%5B", "[").replace("%5D", "]");
                matches!(explain(&path), Ok(Explained::Fields(_))).then_some(Place::Field(path))
            }
            _ => None,
        }
    }

    /// Its address, as it follows `#`.
    #[must_use]
    pub fn address(&self) -> String {
        match self {
            Place::Group(group) => format!("group={}", group.id()),
            Place::Rule(rule) => format!("rule={}", rule.id),
            Place::Error(error) => format!("error={}", error.id),
            Place::Field(path) => format!("field={path}"),
            Place::Word(term) => format!("word={}", term.id),
            Place::Exercise(at) => format!("exercise={}", EXERCISES[*at].id),
        }
    }

    /// The selector of what shows it, if it is not all that is shown.
    #[must_use]
    pub fn element(&self) -> Option<String> {
        match self {
            Place::Group(_) => None,
            Place::Exercise(_) | Place::Field(_) => Some("#learn-title".to_owned()),
            place => Some(format!("[id=\"{}\"]", place.address())),
        }
    }

    /// The group in which it is shown; [`None`] for what is shown alone.
    #[must_use]
    pub fn group(&self) -> Option<Group> {
        match self {
            Place::Group(group) => Some(*group),
            Place::Rule(rule) => Topic::of(rule).map(Group::About),
            Place::Error(_) => Some(Group::Errors),
            Place::Word(_) => Some(Group::Words),
            Place::Field(_) | Place::Exercise(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Place;
    use crate::course::Group;

    #[test]
    fn each_kind_is_found_and_what_is_not_there_is_none() {
        for known in [
            "group=first",
            "rule=null-value",
            "error=image-not-found",
            "error=null-value",
            "word=revision",
            "exercise=console-copy",
            "field=cpu",
            "field=containerDefinitions[].cpu",
        ] {
            let place = Place::parse(known).map(|place| place.address());
            assert_eq!(
                place.as_deref(),
                Some(known.replace("error=null", "rule=null").as_str())
            );
        }
        for unknown in [
            "",
            "rule",
            "rule=",
            "rule=nope",
            "word=<b>",
            "exercise=4",
            "error=nope",
            "field=nope",
            "paste=x",
        ] {
            assert_eq!(Place::parse(unknown), None, "{unknown}");
        }
        let group = |address| Place::parse(address).and_then(|place| place.group());
        assert_eq!(group("rule=null-value").map(Group::id), Some("aws-values"));
        assert_eq!(
            group("error=image-not-found").map(Group::id),
            Some("aws-errors")
        );
        assert_eq!(group("exercise=console-copy"), None);
    }
}
