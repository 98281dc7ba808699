//! `no-health-check`: a container with ports and no health check.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "no-health-check",
        class: Class::Advice,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Health check",
        title: "A container with ports and no health check",
        message: "Whether the container {value} still answers, ECS does not ask.",
        why: "A program that hangs keeps its task running. A load balancer notices, where \
            there is one.",
        cure: "Add a `healthCheck` with a command that the image has, such as \
            `[\"CMD-SHELL\", \"curl -f http://localhost/ || exit 1\"]`.",
    },
    ja: words! {
        label: "ヘルスチェック",
        title: "ポートがあるのにヘルスチェックがないコンテナ",
        message: "コンテナ {value} が応答しているかどうかを、ECS は確かめません。",
        why: "プログラムが固まっても、タスクは動いたままになります。気付けるのは、ロードバ\
            ランサーがある場合だけです。",
        cure: "`[\"CMD-SHELL\", \"curl -f http://localhost/ || exit 1\"]` のように、イメー\
            ジにあるコマンドで `healthCheck` を書いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::FargateContainer,
    before: r#""portMappings": [{"containerPort": 80}]"#,
    after: concat!(
        r#""portMappings": [{"containerPort": 80}], "#,
        r#""healthCheck": {"command": ["CMD-SHELL", "#,
        r#""curl -f http://localhost/ || exit 1"]}"#,
    ),
};

/// What others call it.
pub(super) const ALSO: &[&str] = &["d24389b4-b209-4ff0-8345-dc7a4569dcdd"];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let ports = container.member_elements("portMappings").next();
        let optional = container.member("essential");
        let optional = optional.is_some_and(|at| at.token() == "false");
        if ports.is_some() && !optional && container.member("healthCheck").is_none() {
            let at = container.name_or_self();
            findings.report(at).arg("value", container.called());
        }
    }
}
