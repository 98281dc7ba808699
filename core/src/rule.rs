//! What a rule is: its id, what is done about its pattern, its words and its example.

use crate::lang::Lang;

/// One rule: what it is called, how grave it is, and its words.
#[derive(Debug)]
pub struct Rule {
    /// Stable kebab-case name of the bad pattern, such as `read-only-field`.
    pub id: &'static str,
    /// What taskdef does when it meets the pattern.
    pub class: Class,
    /// The rule in English.
    pub en: Words,
    /// The rule in Japanese.
    pub ja: Words,
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
        match lang {
            Lang::En => &self.en,
            Lang::Ja => &self.ja,
        }
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
