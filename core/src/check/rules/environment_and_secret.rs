//! `environment-and-secret`: a variable that is a secret as well.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Plan, Rule,
    Scope, Step, refusal, words,
};
use crate::names::Names;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "environment-and-secret",
        class: Class::Error,
        aws: "The secret name must be unique and not shared with any new or existing \
            environment variables set on the container, such as 'DB_PASSWORD'.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            specifying-sensitive-data.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Environment",
        title: "A variable that is a secret as well",
        message: "{value} stands both in environment and in secrets.",
        why: "Both become environment variables of the container, and ECS refuses two of one \
            name.",
        cure: "Remove it from `environment`, if the secret is meant.",
    },
    ja: words! {
        label: "重複",
        title: "環境変数とシークレットの名前の重複",
        message: "{value} が environment と secrets の両方にあります。",
        why: "どちらもコンテナの環境変数になるので、同じ名前があると ECS に拒否されます。",
        cure: "シークレットを使うなら、`environment` から消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::FargateContainer,
    before: concat!(
        r#""environment": [{"name": "TOKEN", "value": "x"}], "#,
        r#""secrets": [{"name": "TOKEN", "valueFrom": "/batch/token"}]"#,
    ),
    after: r#""secrets": [{"name": "TOKEN", "valueFrom": "/batch/token"}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/compose-x/ecs_composex/issues/707",
)];

static REMOVE: Localized = Localized {
    en: "Remove it from environment",
    ja: "environment から消す",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let names = container.member_elements("secrets");
        let names = names
            .filter_map(|secret| secret.member_str("name"))
            .filter(|name| !name.is_empty());
        let names = Names::new(names.collect());
        for variable in container.member_elements("environment") {
            let Some(at) = variable.member("name") else {
                continue;
            };
            if at.string().is_some_and(|name| names.contains(&name)) {
                findings
                    .report(at)
                    .arg("value", at)
                    .plan(Plan::unsure(&REMOVE, Step::Remove(variable.node().origin)));
            }
        }
    }
}
