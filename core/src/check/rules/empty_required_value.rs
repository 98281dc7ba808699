//! `empty-required-value`: a required value that is empty.

use super::{Check, Class, Definition, Example, Findings, Localized, NodeRef, Rule, Scope, Words};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "empty-required-value",
        class: Class::Warning,
        words: Localized {
            en: Words {
                label: "Empty",
                title: "An empty value where one is required",
                message: "{path} is empty, and it is required.",
                why: "What stands there has no effect without it, or is refused.",
                cure: "Write a value, or remove the object in which it stands.",
            },
            ja: Words {
                label: "空の値",
                title: "必須の項目が空です",
                message: "{path} が空です。必須の項目です。",
                why: "この値がないと、ほかの設定が効かないか、拒否されることがあります。",
                cure: "値を書くか、この項目を含むオブジェクトごと消してください。",
            },
        },
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_RegisterTaskDefinition.html",
        example: Example {
            scope: Scope::Task,
            before: concat!(
                r#""memory": "512", "containerDefinitions": [{"name": "app", "image": "app:1", "#,
                r#""extraHosts": [{"hostname": "", "ipAddress": "10.0.0.5"}]}]"#,
            ),
            after: concat!(
                r#""memory": "512", "containerDefinitions": [{"name": "app", "image": "app:1", "#,
                r#""extraHosts": [{"hostname": "db", "ipAddress": "10.0.0.5"}]}]"#,
            ),
        },
    },
    check,
};

/// What another rule reports: the list or object in which the object stands, and its member.
const TOLD: [(&str, &str); 7] = [
    ("", "family"),
    ("dependsOn", "containerName"),
    ("proxyConfiguration", "containerName"),
    ("resourceRequirements", "value"),
    ("secretOptions", "valueFrom"),
    ("secrets", "name"),
    ("secrets", "valueFrom"),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for at in definition.empty() {
        let object = at.parent();
        let object = object.filter(|object| !object.key_token().is_empty());
        let list = object.or(at.parent().and_then(NodeRef::parent));
        let list = list.map(NodeRef::key).unwrap_or_default();
        if !TOLD.contains(&(&*list, &*at.key())) {
            findings.report(at);
        }
    }
}
