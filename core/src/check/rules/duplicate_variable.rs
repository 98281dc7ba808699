//! `duplicate-variable`: the same environment variable twice.

use super::{
    Check, Class, Definition, Example, Findings, Localized, Plan, Rule, Scope, Step, repeated,
    words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "duplicate-variable",
        class: Class::Warning,
        words: Localized {
            en: words! {
                label: "Environment",
                title: "The same environment variable twice",
                message: "{value} stands twice in environment.",
                why: "The container gets only one of them, and it is easy to change the other one in \
                    vain.",
                cure: "Remove the one that is not meant.",
            },
            ja: words! {
                label: "環境変数",
                title: "環境変数の重複",
                message: "{value} が environment に 2 つあります。",
                why: "コンテナに渡るのは片方だけです。もう片方を書き換えても効かず、気づきにくい間違\
                    いになります。",
                cure: "使わないほうを消してください。",
            },
        },
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
        example: Example {
            scope: Scope::Container,
            before: concat!(
                r#""environment": [{"name": "MODE", "value": "daily"}, {"name": "MODE", "#,
                r#""value": "hourly"}]"#,
            ),
            after: r#""environment": [{"name": "MODE", "value": "hourly"}]"#,
        },
    },
    check,
};

static REMOVE: Localized = Localized {
    en: "Remove the second one, which says the same",
    ja: "同じ内容の 2 つ目を消す",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let names = container.member_elements("environment");
        for at in repeated(names.filter_map(|variable| variable.member("name"))) {
            let finding = findings.report(at).arg("value", at);
            let Some(own) = at.parent() else {
                continue;
            };
            let name = at.string();
            let mut others = container
                .member_elements("environment")
                .filter(|other| other.id != own.id && other.member_str("name") == name);
            if others.all(|other| other.member_str("value") == own.member_str("value")) {
                let step = Step::Remove(own.node().origin);
                finding.plan(Plan::safe(&REMOVE, step));
            }
        }
    }
}
