//! The groups of what there is to learn, each with an address.

use taskdef_core::catalog::RULES;
use taskdef_core::explain::{CLASSES, class_id};
use taskdef_core::rule::{Class, Rule, Severity};

use super::Topic;

/// A group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Group {
    /// The rules that almost every paste meets.
    First,
    /// The rules that the current paste is about.
    Mine,
    /// Those of a topic.
    About(&'static Topic),
    /// Those that do the same about their pattern.
    Of(Class),
    /// Every rule.
    All,
    /// The errors of AWS that no rule alone is about.
    Errors,
    /// The words of the glossary.
    Words,
}

/// The rules to read first: why AWS refuses what the console shows.
const FIRST: [&str; 6] = [
    "read-only-field",
    "null-value",
    "number-for-string",
    "placeholder",
    "plaintext-secret",
    "fargate-size-pair",
];

impl Group {
    /// The groups of the rules by what is done about them, and all of them, which come after the topics.
    pub fn by_class() -> impl Iterator<Item = Self> {
        CLASSES.map(Group::Of).into_iter().chain([Group::All])
    }

    /// The group that an address names: `group=error`.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        let first = [Group::First, Group::Mine, Group::Errors, Group::Words];
        let mut all = first
            .into_iter()
            .chain(Topic::all().map(Group::About))
            .chain(Group::by_class());
        all.find(|group| group.id() == id)
    }

    /// Its name in an address.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Group::First => "first",
            Group::Mine => "mine",
            Group::All => "all",
            Group::Errors => "aws-errors",
            Group::Words => "words",
            Group::About(topic) => topic.id,
            Group::Of(Class::Security(Severity::Advice)) => "security-habits",
            Group::Of(class) => class_id(class),
        }
    }

    /// The rules in it, in the order of learning; `mine` are the ids of those that the current paste is
    /// about.
    #[must_use]
    pub fn rules(self, mine: &[&str]) -> Vec<&'static Rule> {
        let all = RULES.iter().copied();
        match self {
            Group::First => {
                let known = |id: &&str| RULES.iter().copied().find(|rule| rule.id == *id);
                FIRST.iter().filter_map(known).collect()
            }
            Group::About(topic) => topic.rules().collect(),
            Group::Mine => all.filter(|rule| mine.contains(&rule.id)).collect(),
            Group::Of(class) => all.filter(|rule| rule.class == class).collect(),
            Group::All => all.collect(),
            Group::Errors | Group::Words => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FIRST, Group};
    use crate::course::Topic;
    use taskdef_core::catalog::RULES;

    #[test]
    fn each_group_has_a_name_of_its_own_and_rules() {
        let groups = Topic::all().map(Group::About).chain(Group::by_class());
        let mut ids: Vec<&str> = ["first", "mine", "aws-errors", "words"].to_vec();
        for group in groups {
            assert_eq!(Group::named(group.id()), Some(group));
            assert!(!ids.contains(&group.id()), "{} is two groups", group.id());
            assert!(!group.rules(&[]).is_empty(), "{}", group.id());
            ids.push(group.id());
        }
        assert_eq!(Group::named("nope"), None);
        assert_eq!(Group::First.rules(&[]).len(), FIRST.len());
        assert_eq!(Group::All.rules(&[]).len(), RULES.len());
        assert_eq!(Group::Mine.rules(&["null-value"]).len(), 1);
    }
}
