//! What each member of AWS's model means, and each word that it may have, in our own words.
//!
//! A text has one or two sentences, at most 240 characters in English. It is keyed by the structure and
//! the member, so a structure that is used in several places has one text for all of them. Source: the
//! documentation in the [service model] that botocore ships, and AWS's developer guide.
//!
//! [service model]: https://github.com/boto/botocore/tree/develop/botocore/data/ecs/2014-11-13

mod table;
mod text;

pub use text::FieldText;

/// The structure that has what AWS alone sets, beside the members of the request.
const READ_ONLY: &str = "TaskDefinition";

/// The options that ECS hands on to the log driver awslogs; it refuses any other. Source:
/// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html>
pub(crate) const AWSLOGS_OPTIONS: [&str; 8] = [
    "awslogs-create-group",
    "awslogs-datetime-format",
    "awslogs-group",
    "awslogs-multiline-pattern",
    "awslogs-region",
    "awslogs-stream-prefix",
    "max-buffer-size",
    "mode",
];

/// They stand beside the members, under this name: the model has a map for them.
const LOG_OPTIONS: &str = "LogConfiguration.options";

/// What an option of awslogs means; `None` if it has no such option.
#[must_use]
pub(crate) fn text_of_log_option(option: &str) -> Option<&'static FieldText> {
    text_of(LOG_OPTIONS, option)
}

/// What a member of a structure means.
#[must_use]
pub(crate) fn text_of(structure: &str, member: &str) -> Option<&'static FieldText> {
    let texts = table::TABLE.iter().find(|texts| texts.name == structure)?;
    texts.members.iter().find(|text| text.name == member)
}

/// What a member means that AWS alone sets.
#[must_use]
pub(crate) fn text_of_read_only(member: &str) -> Option<&'static FieldText> {
    text_of(READ_ONLY, member)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{AWSLOGS_OPTIONS, LOG_OPTIONS, READ_ONLY, table, text_of};
    use crate::lang::Localized;
    use crate::model::{self, REQUEST, Shape, Structure};

    /// The most characters of a text in English and in Japanese.
    const MOST: [usize; 2] = [240, 150];

    /// A member as `Structure.member`, and its words as `Structure.member=word`.
    fn known() -> BTreeSet<String> {
        let read_only = model::READ_ONLY.iter();
        let mut found: BTreeSet<_> = read_only
            .map(|name| format!("{READ_ONLY}.{name}"))
            .collect();
        found.extend(AWSLOGS_OPTIONS.map(|name| format!("{LOG_OPTIONS}.{name}")));
        collect(REQUEST, &mut found);
        found
    }

    fn collect(structure: &Structure, found: &mut BTreeSet<String>) {
        for member in structure.members {
            let key = format!("{}.{}", structure.name, member.name);
            let shape = match member.shape {
                Shape::List(list) => list.element,
                shape => shape,
            };
            match shape {
                Shape::Structure(inner) => collect(inner, found),
                Shape::String(text) => {
                    found.extend(text.enums.iter().map(|word| format!("{key}={word}")));
                }
                _ => {}
            }
            found.insert(key);
        }
    }

    /// Every text by its key.
    fn written() -> Vec<(String, Localized)> {
        let members = table::TABLE.iter().flat_map(|texts| {
            let members = texts.members.iter();
            members.map(|text| (format!("{}.{}", texts.name, text.name), text))
        });
        let texts = members.flat_map(|(key, text)| {
            let words = text.words.iter();
            let words = words.map(|(word, said)| (format!("{key}={word}"), *said));
            let words: Vec<_> = words.collect();
            [(key, text.text)].into_iter().chain(words)
        });
        texts.collect()
    }

    /// A new member of the model, or a new word, fails here until it has a text.
    #[test]
    fn every_member_and_word_is_explained_once() {
        let known = known();
        let written = written();
        let keys: BTreeSet<_> = written.iter().map(|(key, _)| key.clone()).collect();
        let missing: Vec<_> = known.difference(&keys).collect();
        assert!(missing.is_empty(), "no text: {missing:?}");
        let unknown: Vec<_> = keys.difference(&known).collect();
        assert!(unknown.is_empty(), "not in the model: {unknown:?}");
        assert_eq!(keys.len(), written.len(), "a text twice");
    }

    #[test]
    fn a_text_is_short_and_whole() {
        for (key, text) in written() {
            let sentences = [(text.en, '.'), (text.ja, '。')];
            for ((text, end), most) in sentences.into_iter().zip(MOST) {
                assert!(text.ends_with(end), "{key}: {text}");
                assert!(text.chars().count() <= most, "{key}: {text}");
                assert_eq!(text.matches('`').count() % 2, 0, "{key}: {text}");
                assert!(!text.contains("  "), "{key}: {text}");
            }
        }
    }

    #[test]
    fn a_word_is_explained_where_it_stands() {
        let host = |member| text_of(REQUEST.name, member).and_then(|text| text.word("host"));
        let (network, processes) = (host("networkMode"), host("pidMode"));
        assert!(network.is_some() && processes.is_some() && network != processes);
        let mode = text_of(REQUEST.name, "networkMode");
        assert!(mode.is_some_and(|text| text.word("vpc").is_none()));
    }
}
