//! The type of a rule: its id, what is done about its pattern, its words and its example.

use serde::Serialize;

use crate::lang::{Lang, Localized};

/// One rule: what it is called, how grave it is, and its words.
#[derive(Debug)]
pub struct Rule {
    /// Stable kebab-case name of the bad pattern, such as `read-only-field`.
    pub id: &'static str,
    /// What taskdef does when it meets the pattern.
    pub class: Class,
    /// What it is called, why it matters and what to do.
    pub words: Localized<Words>,
    /// What AWS or its CLI answers when the pattern is sent as it is; empty where it says nothing.
    pub aws: &'static str,
    /// Where the rule comes from: an AWS page, the AWS model, or the standard.
    pub source: &'static str,
    /// The pattern, and what becomes of it.
    pub example: Example,
}

/// A rule is its id.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

impl Rule {
    /// The words in one language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &Words {
        self.words.get(lang)
    }
}

/// What is done about a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// The text was not JSON at this place; it was read as its writer meant it.
    Mended,
    /// The value is left out of the result.
    Removed,
    /// The value has the wrong JSON type and one meaning; the result has the right type.
    Repaired,
    /// The value stands elsewhere in the result.
    Moved,
    /// The person asked for it.
    Edited,
    /// Kept and reported: worth a look before it is registered.
    Warning,
    /// Kept and reported: AWS would refuse it, or ignore it without a word.
    Error,
    /// Kept, and mentioned by `check` alone: good practice that nothing depends on.
    Advice,
}

impl Class {
    /// How grave the findings of a rule are; nothing for a rule of changes.
    #[must_use]
    pub fn severity(self) -> Option<Severity> {
        match self {
            Class::Error => Some(Severity::Error),
            Class::Warning => Some(Severity::Warning),
            Class::Advice => Some(Severity::Advice),
            Class::Mended | Class::Removed | Class::Repaired | Class::Moved | Class::Edited => None,
        }
    }
}

/// What happened to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// It is not in the result.
    Removed,
    /// The result has it with the right JSON type.
    Repaired,
    /// It is somewhere else in the result.
    Moved,
    /// An edit replaced it.
    Edited,
    /// An edit put it there.
    Added,
}

impl ChangeKind {
    /// Its stable name.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            ChangeKind::Removed => "removed",
            ChangeKind::Repaired => "repaired",
            ChangeKind::Moved => "moved",
            ChangeKind::Edited => "edited",
            ChangeKind::Added => "added",
        }
    }
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Good practice that the definition does without.
    Advice,
    /// Worth a look before it is registered.
    Warning,
    /// AWS refuses it, or ignores it without a word, or the container can't run.
    Error,
}

impl Severity {
    /// Its stable name.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Severity::Advice => "advice",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }

    /// What it is called in a report.
    #[must_use]
    pub fn word(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::En, _) => self.id(),
            (Lang::Ja, Severity::Advice) => "助言",
            (Lang::Ja, Severity::Warning) => "注意",
            (Lang::Ja, Severity::Error) => "エラー",
        }
    }
}

/// A rule's words in one language. `{name}`, `{path}` and the other holes of `message` are
/// filled for each case; the other texts have no holes.
#[derive(Debug)]
pub struct Words {
    /// One to three words for the margin: "Read-only".
    pub label: &'static str,
    /// A heading that stands alone.
    pub title: &'static str,
    /// One line about the case at hand.
    pub message: &'static str,
    /// Why, in one to three sentences.
    pub why: &'static str,
    /// What the person can do; for what taskdef does by itself, what it did.
    pub cure: &'static str,
}

/// A pattern that a test converts: `before` must raise the rule, and the result must hold `after`.
#[derive(Debug)]
pub struct Example {
    /// Where `before` and `after` stand.
    pub scope: Scope,
    /// JSON members (or the whole text, for [`Scope::Text`]) that raise the rule.
    pub before: &'static str,
    /// The members of the result in their place; empty where nothing is left. Of a rule of
    /// `check`, how they should be, which does not raise it.
    pub after: &'static str,
}

/// Where an example stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Members of an otherwise complete task definition.
    Task,
    /// Members of the only container of an otherwise complete task definition.
    Container,
    /// Members of an otherwise complete task definition for Fargate.
    Fargate,
    /// Members of the only container of an otherwise complete task definition for Fargate.
    FargateContainer,
    /// The whole pasted text.
    Text,
}
