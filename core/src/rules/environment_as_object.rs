//! `environment-as-object`: names and values written as an object: `environment`, `secrets`, `tags`.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// Names and values as an object, as Docker Compose and Terraform write them.
pub static ENVIRONMENT_AS_OBJECT: Rule = Rule {
    id: "environment-as-object",
    class: Class::Repaired,
    aws: "Invalid type for parameter containerDefinitions[0].environment, value: {'MODE': \
        'daily'}, type: <class 'dict'>, valid types: <class 'list'>, <class 'tuple'>",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Type fixed",
        title: "Names and values as an object",
        message: "{name} became an element with a name and a value, as AWS takes a list here.",
        why: "Docker Compose, Terraform and other tools write environment variables, secrets \
            or tags as an object. ECS takes a list in which each element has a name and a \
            value.",
        cure: "taskdef made one element of each, in the order given.",
    },
    ja: words! {
        label: "オブジェクト→リスト",
        title: "名前と値の組がオブジェクトになっています",
        message: "{name} を、名前と値を持つリストの要素に直しました。",
        why: "Docker Compose や Terraform などでは、環境変数、シークレット、タグを\
            オブジェクトで書けます。ECS では、名前と値を持つ要素のリストで書きます。",
        cure: "書かれた順に、1 つずつ要素に直しました。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""environment": {"MODE": "daily"}"#,
    after: r#""environment": [{"name": "MODE", "value": "daily"}]"#,
};
