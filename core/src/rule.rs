//! The type of a rule: its id and what is done about its pattern; those of its words and its example.

use serde::Serialize;

use crate::lang::{Lang, Localized};

/// One rule: its id, class and source. Its words and its example are in `rule_texts`.
#[derive(Debug)]
pub struct Rule {
    /// Stable kebab-case name of the bad pattern, such as `read-only-field`.
    pub id: &'static str,
    /// What taskdef does when it meets the pattern.
    pub class: Class,
    /// The error of AWS or its CLI when the pattern is sent unchanged, as somebody got it; empty if
    /// none is known.
    pub aws: &'static str,
    /// Where the rule comes from: an AWS page, the AWS model, or the standard.
    pub source: &'static str,
}

/// Rules are equal if their ids are.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

/// What is done about a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// The text was not valid JSON here; it was read as its writer meant it.
    Mended,
    /// The value is left out of the result.
    Removed,
    /// The value has the wrong JSON type but only one meaning; the result has the right type.
    Repaired,
    /// The value is elsewhere in the result.
    Moved,
    /// The user requested it.
    Edited,
    /// Kept and reported: worth a look before it is registered.
    Warning,
    /// Kept and reported: AWS or its clients refuse it, or the container can't run. See `evidence`.
    Error,
    /// Kept, and reported by `check` alone: good practice that nothing depends on.
    Advice,
    /// Kept and reported: ECS runs it, and whoever breaks in or reads along gains by it. What is
    /// dangerous is a warning, what is a habit is advice; it is never an error, since ECS takes it.
    Security(Severity),
}

impl Class {
    /// The severity of the rule's findings; `None` for a rule about changes.
    #[must_use]
    pub fn severity(self) -> Option<Severity> {
        match self {
            Class::Error => Some(Severity::Error),
            Class::Warning => Some(Severity::Warning),
            Class::Advice => Some(Severity::Advice),
            Class::Security(severity) => Some(severity),
            Class::Mended | Class::Removed | Class::Repaired | Class::Moved | Class::Edited => None,
        }
    }
}

/// What happened to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// It was left out of the result.
    Removed,
    /// The result has it with the right JSON type.
    Repaired,
    /// It is elsewhere in the result.
    Moved,
    /// An edit replaced it.
    Edited,
    /// An edit added it.
    Added,
}

impl ChangeKind {
    /// Its stable id.
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

/// The severity of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Good practice that the definition works without.
    Advice,
    /// Worth a look before it is registered.
    Warning,
    /// AWS or its clients refuse it, or the container can't run.
    Error,
}

impl Severity {
    /// Its stable id.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Severity::Advice => "advice",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }

    /// Its name in a report.
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

/// A rule's words in one language. `message` has placeholders such as `{name}` and `{path}`, which
/// are replaced for each finding; the other texts have none.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// One to three words for the margin: "Read-only".
    pub label: &'static str,
    /// A heading that is clear without context.
    pub title: &'static str,
    /// One line about this finding or change.
    pub message: &'static str,
    /// Why it matters, in one to three sentences.
    pub why: &'static str,
    /// What the user can do, or what taskdef did by itself.
    pub cure: &'static str,
    /// The same for somebody without a command line, such as on the page.
    pub plain_cure: &'static str,
}

/// The words of a rule in one language as one text, which takes the page fewer bytes than five.
/// `words!` writes it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PackedWords(&'static str);

impl PackedWords {
    /// No words.
    pub(crate) const NONE: Self = PackedWords("");

    /// Packs words that are joined by unit separators.
    pub(crate) const fn new(joined: &'static str) -> Self {
        PackedWords(joined)
    }

    pub(crate) fn unpack(self) -> Words {
        let mut parts = self.0.split('\u{1f}');
        let mut next = || parts.next().unwrap_or_default();
        let (label, title, message, why, cure) = (next(), next(), next(), next(), next());
        Words {
            label,
            title,
            message,
            why,
            cure,
            plain_cure: parts.next().unwrap_or(cure),
        }
    }
}

/// The words of a rule in one language: the members of [`Words`], in this order. `plain_cure` is
/// there if the cure names an option or a command of taskdef.
macro_rules! words {
    {
        label: $label:literal,
        title: $title:literal,
        message: $message:literal,
        why: $why:literal,
        cure: $cure:literal $(, plain_cure: $plain:literal)? $(,)?
    } => {
        $crate::rule::PackedWords::new(concat!(
            $label, "\u{1f}", $title, "\u{1f}", $message, "\u{1f}", $why, "\u{1f}", $cure
            $(, "\u{1f}", $plain)?
        ))
    };
}
pub(crate) use words;

/// What a rule's file says about it beside the [`Rule`]: its id, its words and its example.
pub(crate) type Written = (&'static str, Localized<PackedWords>, Example);

/// A pattern that a test converts: `before` must raise the rule, and the result must contain
/// `after`.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// Where `before` and `after` belong.
    pub scope: Scope,
    /// JSON members (or the whole text, for [`Scope::Text`]) that raise the rule.
    pub before: &'static str,
    /// The members that the result has instead; empty if they are removed. For a rule of `check`:
    /// the corrected members, which do not raise it.
    pub after: &'static str,
}

impl Example {
    /// No example.
    pub(crate) const NONE: Self = Example {
        scope: Scope::Text,
        before: "",
        after: "",
    };
}

/// Where an example belongs.
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
