//! `reserved-tag`: a tag whose key starts with `aws:`.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// Tags that only AWS sets; those of a stack show who owns the definition.
pub static RESERVED_TAG: Rule = Rule {
    id: "reserved-tag",
    class: Class::Removed,
    aws: "",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "AWS’s tag",
        title: "A tag that only AWS can set",
        message: "Removed {path}: only AWS sets tags that start with aws:.",
        why: "AWS reserves tag keys that start with aws:. A key under aws:cloudformation: means \
            that a stack owns this task definition. The stack’s next update then undoes what is \
            deployed past it.",
        cure: "taskdef left the tag out. If a stack owns the definition, make the same change in \
            its template.",
    },
    ja: words! {
        label: "AWS のタグ",
        title: "AWS だけが付けられるタグです",
        message: "{path} は AWS だけが付けられるタグなので、取り除きました。",
        why: "aws: で始まるキーは、AWS が予約しています。\
            aws:cloudformation: で始まるタグがあれば、\
            CloudFormation のスタックがこのタスク定義を管理しています。スタックを次に更新すると、\
            ここから登録した変更は元に戻ります。",
        cure: "取り除きました。スタックで管理しているなら、\
            テンプレートにも同じ変更を加えてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""tags": [{"key": "team", "value": "#,
        r#""pay"}, {"key": "aws:createdBy", "value": "x"}]"#,
    ),
    after: r#""tags": [{"key": "team", "value": "pay"}]"#,
};
