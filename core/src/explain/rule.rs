//! Rules: their words in one language, and the headings that they stand under.

use serde::Serialize;

use crate::lang::Lang;
use crate::rule::{Class, Rule, Scope};

/// A rule in one language, in the machine's form.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleText {
    /// Its stable name.
    pub id: &'static str,
    /// What is done about the pattern; see [`class_id`].
    pub class: &'static str,
    /// One to three words.
    pub label: &'static str,
    /// A heading that stands alone.
    pub title: &'static str,
    /// Why.
    pub why: &'static str,
    /// What the person can do, or what taskdef did.
    pub cure: &'static str,
    /// What AWS or its CLI answers to the pattern; nothing where it says nothing.
    pub aws: Option<&'static str>,
    /// The pattern, and what becomes of it.
    pub example: ExampleText,
    /// Where the rule comes from.
    pub source: &'static str,
}

/// A rule's example.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ExampleText {
    /// Where it stands: members of a `task` or of a `container`, the same for Fargate
    /// (`fargate-task`, `fargate-container`), or the whole pasted `text`.
    pub scope: &'static str,
    /// What was pasted.
    pub before: &'static str,
    /// What the result holds in its place; empty where nothing is left.
    pub after: &'static str,
}

impl RuleText {
    /// A rule in one language.
    #[must_use]
    pub fn of(rule: &'static Rule, lang: Lang) -> Self {
        let words = rule.words(lang);
        RuleText {
            id: rule.id,
            class: class_id(rule.class),
            label: words.label,
            title: words.title,
            why: words.why,
            cure: words.cure,
            aws: (!rule.aws.is_empty()).then_some(rule.aws),
            example: ExampleText {
                scope: match rule.example.scope {
                    Scope::Task => "task",
                    Scope::Container => "container",
                    Scope::Fargate => "fargate-task",
                    Scope::FargateContainer => "fargate-container",
                    Scope::Text => "text",
                },
                before: rule.example.before,
                after: rule.example.after,
            },
            source: rule.source,
        }
    }
}

/// Every class, in the order in which lists of rules are grouped.
pub const CLASSES: [Class; 8] = [
    Class::Mended,
    Class::Removed,
    Class::Repaired,
    Class::Moved,
    Class::Edited,
    Class::Warning,
    Class::Error,
    Class::Advice,
];

/// A stable name of a class.
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
    }
}

/// What a class is called above a list of its rules.
#[must_use]
pub fn class_title(class: Class, lang: Lang) -> &'static str {
    match (lang, class) {
        (Lang::En, Class::Mended) => "Mended, so that the text can be read",
        (Lang::En, Class::Removed) => "Removed",
        (Lang::En, Class::Repaired) => "Given the right JSON type",
        (Lang::En, Class::Moved) => "Moved",
        (Lang::En, Class::Edited) => "Done because it was asked for",
        (Lang::En, Class::Warning) => "Kept: worth a look before it is registered",
        (Lang::En, Class::Error) => "Kept: AWS would refuse it, or ignore it without a word",
        (Lang::En, Class::Advice) => "Advice, from `check` alone",
        (Lang::Ja, Class::Mended) => "読み取れるように補うもの",
        (Lang::Ja, Class::Removed) => "取り除くもの",
        (Lang::Ja, Class::Repaired) => "正しい JSON の型に直すもの",
        (Lang::Ja, Class::Moved) => "場所を移すもの",
        (Lang::Ja, Class::Edited) => "指定された編集",
        (Lang::Ja, Class::Warning) => "残して知らせるもの（登録の前に確認してください）",
        (Lang::Ja, Class::Error) => "残して知らせるもの（AWS に拒否されるか、黙って無視されます）",
        (Lang::Ja, Class::Advice) => "助言（check だけが知らせます）",
    }
}
