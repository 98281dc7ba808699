//! `environment-as-object`: environment variables written as an object.

use super::{Class, Example, Localized, Rule, Scope, Words};

/// Names and values as an object, as Docker Compose allows.
pub static ENVIRONMENT_AS_OBJECT: Rule = Rule {
    id: "environment-as-object",
    class: Class::Repaired,
    words: Localized {
        en: Words {
            label: "Type fixed",
            title: "Environment variables as an object",
            message: "{name} became an element with a name and a value, as AWS takes a list here.",
            why: "Docker Compose and many tools write environment variables as an object. ECS takes \
                a list in which each element has a name and a value.",
            cure: "taskdef made one element of each, in the order given.",
        },
        ja: Words {
            label: "型を修正",
            title: "環境変数がオブジェクトになっています",
            message: "{name} を、name と value を持つリストの要素に直しました。",
            why: "Docker Compose などでは、環境変数をオブジェクトで書けます。ECS では、\
                name と value を持つ要素のリストで書きます。",
            cure: "書かれた順に、1 つずつ要素に直しました。",
        },
    },
    aws: "Invalid type for parameter containerDefinitions[0].environment, value: {'MODE': \
        'daily'}, type: <class 'dict'>, valid types: <class 'list'>, <class 'tuple'>",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html",
    example: Example {
        scope: Scope::Container,
        before: r#""environment": {"MODE": "daily"}"#,
        after: r#""environment": [{"name": "MODE", "value": "daily"}]"#,
    },
};
