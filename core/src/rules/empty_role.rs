//! `empty-role`: a role that is an empty string.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// The one empty string that is removed.
pub static EMPTY_ROLE: Rule = Rule {
    id: "empty-role",
    class: Class::Removed,
    aws: "An error occurred (ClientException) when calling the RegisterTaskDefinition operation: \
        Role is not valid",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
        API_RegisterTaskDefinition.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Empty role",
        title: "A role that is an empty string",
        message: "Removed {name}: it is an empty string, which ECS refuses.",
        why: "Templates write an empty string when no role is given. ECS wants a role here, or \
            no field at all.",
        cure: "taskdef left it out. If the task needs a role, write its ARN.",
    },
    ja: words! {
        label: "空のロール",
        title: "ロールが空の文字列です",
        message: "{name} は空の文字列で、ECS が受け付けないので、取り除きました。",
        why: "ロールを指定しないと、テンプレートが空の文字列を書き出すことがあります。ECS は、\
            ロールを指定するか、項目ごと書かないことを求めます。",
        cure: "取り除きました。ロールが必要なタスクなら、ARN を書いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""taskRoleArn": """#,
    after: "",
};
