//! `tags-beside`: tags beside `taskDefinition` in an answer.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// Tags that `describe-task-definition` returns outside the task definition.
pub static TAGS_BESIDE: Rule = Rule {
    id: "tags-beside",
    class: Class::Moved,
    aws: "Unknown parameter in input: \"taskDefinition\", must be one of: family, taskRoleArn, …",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
        API_DescribeTaskDefinition.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Tags moved",
        title: "Tags beside the task definition",
        message: "Moved {path} from beside the task definition into it.",
        why: "describe-task-definition returns the tags beside the task definition, but the \
            register call takes them inside it. Left where they are, they would be missing from \
            the new revision.",
        cure: "taskdef moved the tags inside. To register with tags, the role also needs \
            ecs:TagResource.",
    },
    ja: words! {
        label: "タグを移動",
        title: "タグがタスク定義の隣にあります",
        message: "タスク定義の隣にあった {path} を、タスク定義の中に移しました。",
        why: "describe-task-definition は、タグをタスク定義の隣に返します。登録の入力では、\
            タスク定義の中に書きます。隣に置いたままでは、新しいリビジョンにタグが付きません。",
        cure: "タグを中に移しました。タグを付けて登録するには、ecs:TagResource の権限も必要です。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: concat!(
        r#"{"taskDefinition":{"family":"batch","containerDefinitions":[{"name":"app","#,
        r#""image":"app:1"}]},"tags":[{"key":"team","value":"pay"}]}"#,
    ),
    after: concat!(
        r#"{"family":"batch","containerDefinitions":[{"name":"app","#,
        r#""image":"app:1"}],"tags":[{"key":"team","value":"pay"}]}"#,
    ),
};
