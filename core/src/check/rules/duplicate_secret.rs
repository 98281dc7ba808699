//! `duplicate-secret`: the same secret twice.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    refusal, repeated, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "duplicate-secret",
        class: Class::Error,
        aws: "Duplicate secret names found: testSecret. Each secret name must be unique.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            specifying-sensitive-data.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Environment",
        title: "The same secret twice",
        message: "{value} stands twice in secrets.",
        why: "Each becomes an environment variable, and ECS refuses two of one name.",
        cure: "Remove the one that is not meant.",
    },
    ja: words! {
        label: "環境変数",
        title: "シークレット名の重複",
        message: "{value} が secrets に 2 つあります。",
        why: "どちらもコンテナの環境変数になるので、同じ名前があると ECS に拒否されます。",
        cure: "使わないほうを消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::FargateContainer,
    before: concat!(
        r#""secrets": [{"name": "TOKEN", "valueFrom": "/batch/old"}, "#,
        r#"{"name": "TOKEN", "valueFrom": "/batch/new"}]"#,
    ),
    after: r#""secrets": [{"name": "TOKEN", "valueFrom": "/batch/new"}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/CircleCI-Public/aws-ecs-orb/issues/210",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let names = container.member_elements("secrets");
        for at in repeated(names.filter_map(|secret| secret.member("name"))) {
            findings.report(at).arg("value", at);
        }
    }
}
