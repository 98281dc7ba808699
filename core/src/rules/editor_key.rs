//! `editor-key`: a key for an editor or a reader, not for AWS.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// A reference to a schema, or a comment, at the top level.
pub static EDITOR_KEY: Rule = Rule {
    id: "editor-key",
    class: Class::Removed,
    aws: "Unknown parameter in input: \"$schema\", must be one of: family, taskRoleArn, …",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
        API_RegisterTaskDefinition.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Editor’s key",
        title: "A key that is not for AWS",
        message: "Removed {name}: it is for editors and readers of the file, not for AWS.",
        why: "Editors find the schema of a file by $schema, and people write comments under \
            $comment, _comment or //, as JSON has none. RegisterTaskDefinition takes none of \
            these keys.",
        cure: "taskdef left it out. It may stay in the file that you edit.",
    },
    ja: words! {
        label: "エディター用",
        title: "AWS のためのキーではありません",
        message: "{name} はエディターや読む人のためのキーで、AWS は受け取らないため、\
            取り除きました。",
        why: "エディターは $schema からファイルのスキーマを見つけます。また、\
            JSON にはコメントがないため、$comment、_comment、// \
            といったキーにコメントを書くことがあります。\
            RegisterTaskDefinition は、これらのキーを受け付けません。",
        cure: "取り除きました。編集するファイルには残しておいて構いません。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""$schema": "https://example.com/task-definition.schema.json""#,
    after: "",
};
