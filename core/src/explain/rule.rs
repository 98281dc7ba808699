//! Rules: their words in one language, and the headings of their classes.

use serde::Serialize;

use crate::catalog::{also, evidence};
use crate::evidence::Evidence;
use crate::lang::{Lang, Localized};
use crate::rule::{Class, Rule, Scope, Severity};

/// A rule in one language, as JSON.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleText {
    /// Its stable id.
    pub id: &'static str,
    /// What is done about the pattern; see [`class_id`].
    pub class: &'static str,
    /// The severity of its findings; `None` if it reports none, but changes something.
    pub severity: Option<&'static str>,
    /// What others call the pattern: the ids of their controls and checks.
    pub also: &'static [&'static str],
    /// One to three words.
    pub label: &'static str,
    /// A heading that is clear without context.
    pub title: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What the user can do, or what taskdef did.
    pub cure: &'static str,
    /// The error of AWS or its CLI for the pattern; `None` if there is no error.
    pub aws: Option<&'static str>,
    /// The pattern, and its result.
    pub example: ExampleText,
    /// Where the rule comes from.
    pub source: &'static str,
    /// What proves that its findings are errors; empty if they are none.
    pub evidence: &'static [Evidence],
}

/// A rule's example.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ExampleText {
    /// Where it belongs: members of a `task` or of a `container`, the same for Fargate
    /// (`fargate-task`, `fargate-container`), or the whole pasted `text`.
    pub scope: &'static str,
    /// The pasted text.
    pub before: &'static str,
    /// The corresponding part of the result; empty if it is removed.
    pub after: &'static str,
}

impl RuleText {
    /// A rule in one language.
    #[must_use]
    pub fn new(rule: &'static Rule, lang: Lang) -> Self {
        let words = rule.words(lang);
        let example = rule.example();
        RuleText {
            id: rule.id,
            class: class_id(rule.class),
            severity: rule.class.severity().map(Severity::id),
            also: also(rule),
            label: words.label,
            title: words.title,
            why: words.why,
            cure: words.cure,
            aws: (!rule.aws.is_empty()).then_some(rule.aws),
            example: ExampleText {
                scope: match example.scope {
                    Scope::Task => "task",
                    Scope::Container => "container",
                    Scope::Fargate => "fargate-task",
                    Scope::FargateContainer => "fargate-container",
                    Scope::Text => "text",
                },
                before: example.before,
                after: example.after,
            },
            source: rule.source,
            evidence: evidence(rule),
        }
    }
}

/// Every class, in the order of lists of rules.
pub const CLASSES: [Class; 10] = [
    Class::Mended,
    Class::Removed,
    Class::Repaired,
    Class::Moved,
    Class::Edited,
    Class::Security(Severity::Warning),
    Class::Security(Severity::Advice),
    Class::Warning,
    Class::Error,
    Class::Advice,
];

/// A stable id of a class.
#[must_use]
pub fn class_id(class: Class) -> &'static str {
    match class {
        Class::Mended => "mended",
        Class::Removed => "removed",
        Class::Repaired => "repaired",
        Class::Moved => "moved",
        Class::Edited => "edited",
        Class::Warning => "warning",
        Class::Error => "error",
        Class::Advice => "advice",
        Class::Security(_) => "security",
    }
}

/// The heading of a class in a list of rules.
#[must_use]
pub fn class_title(class: Class, lang: Lang) -> &'static str {
    let (en, ja) = match class {
        Class::Mended => (
            "Mended, so that the text can be read",
            "読み取れるように補うもの",
        ),
        Class::Removed => ("Removed", "取り除くもの"),
        Class::Repaired => ("Given the right JSON type", "正しい JSON の型に直すもの"),
        Class::Moved => ("Moved", "場所を移すもの"),
        Class::Edited => ("Done because it was asked for", "指定された編集"),
        Class::Warning => (
            "Kept: worth a look before it is registered",
            "残して知らせるもの（登録の前に確認してください）",
        ),
        Class::Error => (
            "Kept: AWS refuses it, or the container can’t run",
            "残して知らせるもの（AWS に拒否されるか、コンテナが起動しません）",
        ),
        Class::Advice => (
            "Advice, from `check` alone",
            "助言（check だけが知らせます）",
        ),
        Class::Security(Severity::Advice) => (
            "Security: habits, from `check` alone",
            "セキュリティの習慣（check だけが知らせます）",
        ),
        Class::Security(_) => (
            "Kept: ECS runs it, but it is a danger",
            "残して知らせるもの（動きますが、セキュリティ上の危険があります）",
        ),
    };
    Localized { en, ja }.text(lang)
}
