//! `wrapper-field`: a member beside `taskDefinition` in an answer.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// What an answer of AWS or boto3 contains around the task definition.
pub static WRAPPER_FIELD: Rule = Rule {
    id: "wrapper-field",
    class: Class::Removed,
    aws: "Unknown parameter in input: \"ResponseMetadata\", must be one of: family, taskRoleArn, \
        …",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
        API_DescribeTaskDefinition.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Wrapper",
        title: "Part of the answer, not of the task definition",
        message: "Removed {path}: it belongs to the answer, not to the task definition.",
        why: "The answer of describe-task-definition holds the task definition under \
            taskDefinition, and boto3 adds ResponseMetadata beside it. The register call takes \
            the task definition alone.",
        cure: "taskdef took the task definition out of the answer and left this out.",
    },
    ja: words! {
        label: "応答の一部",
        title: "タスク定義ではなく、応答の項目です",
        message: "{path} は応答の項目なので、取り除きました。",
        why: "describe-task-definition の応答では、\
            タスク定義が taskDefinition の中に入っています。boto3 は、\
            その隣に ResponseMetadata を加えます。登録の入力になるのは、\
            taskDefinition の中身だけです。",
        cure: "taskDefinition の中身を取り出し、この項目を取り除きました。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: concat!(
        r#"{"taskDefinition":{"family":"batch","containerDefinitions":[{"name":"app","#,
        r#""image":"app:1"}]},"ResponseMetadata":{"RetryAttempts":0}}"#,
    ),
    after: r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
};
