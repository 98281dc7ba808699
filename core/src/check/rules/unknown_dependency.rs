//! `unknown-dependency`: a dependency on a container that does not exist.

use super::{Check, Class, Definition, Example, Findings, Localized, Rule, Scope, Words};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "unknown-dependency",
        class: Class::Error,
        words: Localized {
            en: Words {
                label: "Dependency",
                title: "A dependency on a container that is not there",
                message: "{path} names no other container of this task.",
                why: "A container can only wait for another one of the same task.",
                cure: "Correct the name, or remove the dependency.",
            },
            ja: Words {
                label: "依存関係",
                title: "存在しないコンテナへの依存",
                message: "{path} に当たる別のコンテナが、このタスクにはありません。",
                why: "コンテナが待てるのは、同じタスクの別のコンテナだけです。",
                cure: "名前を直すか、依存関係を消してください。",
            },
        },
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDependency.html",
        example: Example {
            scope: Scope::Container,
            before: r#""dependsOn": [{"containerName": "database", "condition": "START"}]"#,
            after: r#""dependsOn": []"#,
        },
    },
    check,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for (container, dependency) in definition.each("dependsOn") {
        let Some(at) = dependency.member("containerName") else {
            continue;
        };
        let name = at.string().unwrap_or_default();
        let own = container.member_str("name").as_deref() == Some(&*name);
        if own || definition.container(&name).is_none() {
            findings.report(at);
        }
    }
}
