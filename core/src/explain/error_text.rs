//! Finds rules by an error of AWS, whatever names and numbers stand in it.

use std::collections::BTreeSet;

use crate::catalog::{RULES, evidence};
use crate::evidence::EvidenceKind;
use crate::rule::Rule;

/// The rules whose error has the most of its words in the text; none if that is less than three in
/// four. Names decide only between errors that are alike.
pub(super) fn find(text: &str) -> Vec<&'static Rule> {
    let text = Words::of(text);
    let mut best = Likeness::LEAST;
    let mut rules = Vec::new();
    for rule in RULES {
        let own = errors(rule).map(|error| Likeness::of(&Words::of(error), &text));
        let Some(own) = own.max().filter(|own| *own >= best) else {
            continue;
        };
        if own > best {
            rules.clear();
            best = own;
        }
        rules.push(*rule);
    }
    rules
}

/// What AWS, its client or the container's host says of the pattern.
fn errors(rule: &Rule) -> impl Iterator<Item = &'static str> {
    let said = evidence(rule).iter();
    let said = said.filter(|piece| piece.kind != EvidenceKind::Reference);
    let aws = Some(rule.aws).filter(|aws| !aws.is_empty());
    aws.into_iter().chain(said.map(|piece| piece.quote))
}

/// The words of a text, in lowercase.
struct Words {
    /// Those of its language, without the shortest.
    plain: BTreeSet<String>,
    /// Names of fields and of what belongs to somebody: quoted, or not written as a word.
    names: BTreeSet<String>,
}

impl Words {
    fn of(text: &str) -> Self {
        let mut words = Words {
            plain: BTreeSet::new(),
            names: BTreeSet::new(),
        };
        for piece in text.split_whitespace() {
            let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
            let is_plain = word.chars().skip(1).all(|c| c.is_ascii_lowercase());
            let is_quoted = piece.starts_with(['\'', '"', '‘', '`']);
            if is_quoted || !is_plain {
                words.names.insert(word.to_lowercase());
            } else if word.len() > 3 {
                words.plain.insert(word.to_lowercase());
            }
        }
        words
    }
}

/// How much of an error stands in a text, the most important first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Likeness {
    /// The share of the plain words, in percent.
    share: usize,
    plain: usize,
    names: usize,
}

impl Likeness {
    const LEAST: Likeness = Likeness {
        share: 75,
        plain: 2,
        names: 0,
    };

    fn of(error: &Words, text: &Words) -> Self {
        let plain = error.plain.intersection(&text.plain).count();
        Likeness {
            share: plain * 100 / error.plain.len().max(1),
            plain,
            names: error.names.intersection(&text.names).count(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::find;

    fn ids(text: &str) -> Vec<&'static str> {
        find(text).into_iter().map(|rule| rule.id).collect()
    }

    #[test]
    fn an_error_is_found_with_other_names_in_it() {
        for (text, rule) in [
            (
                "An error occurred (ClientException) when calling the RegisterTaskDefinition \
                 operation: Invalid setting for container 'web'. At least one of 'memory' or \
                 'memoryReservation' must be specified.",
                "container-memory-missing",
            ),
            (
                "ClientException: Container.name should not be null or empty.",
                "container-without-name",
            ),
            (
                "Container.image should not be null or empty.",
                "container-without-image",
            ),
            ("Container.image contains invalid characters.", "image-form"),
            ("Family contains invalid characters.", "invalid-name"),
            ("Unknown volume 'data'.", "mount-without-volume"),
            ("Role is not valid", "role-form"),
            (
                "containerPath values aren't unique across mountPoints.",
                "mount-path",
            ),
            (
                "Log driver awslogs disallows options: awslogs-stream",
                "unknown-log-option",
            ),
            (
                "Unknown parameter in containerDefinitions[2]: \"enviroment\", must be one of: \
                 name, image, cpu",
                "misspelt-field",
            ),
            (
                "CannotCreateContainerError: Error response from daemon: Minimum memory \
                 reservation allowed is 6MB",
                "memory-too-small",
            ),
        ] {
            assert_eq!(ids(text), [rule], "{text}");
        }
    }

    #[test]
    fn one_error_may_have_two_causes() {
        let both = ["unreadable-size", "task-cpu-range"];
        assert_eq!(ids("Invalid 'cpu' setting for task."), both);
        let both = ["misspelt-value", "refused-value"];
        assert_eq!(ids("Unrecognized ulimit name threads"), both);
    }

    #[test]
    fn another_text_is_no_error() {
        for text in [
            "",
            "unknown",
            "The image is not valid",
            "access denied to the role",
        ] {
            assert_eq!(ids(text), Vec::<&str>::new(), "{text}");
        }
    }
}
