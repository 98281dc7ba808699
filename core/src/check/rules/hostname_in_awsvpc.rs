//! `hostname-in-awsvpc`: a host name in awsvpc mode.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "hostname-in-awsvpc",
        class: Class::Error,
        aws: "hostname is not supported on container when networkMode=awsvpc.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Network",
        title: "A host name in awsvpc mode",
        message: "A container in awsvpc mode can’t have a hostname.",
        why: "The name of a task’s own interface is given by the VPC, and ECS refuses \
            another.",
        cure: "Remove `hostname`, or hand the name over as an environment variable.",
    },
    ja: words! {
        label: "ネットワーク",
        title: "awsvpc モードでのホスト名",
        message: "awsvpc モードのコンテナには hostname を指定できません。",
        why: "タスクのインターフェイスの名前は VPC が付けるので、別の名前は指定できません。",
        cure: "`hostname` を消してください。名前が必要なら、環境変数で渡します。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::FargateContainer,
    before: r#""hostname": "batch""#,
    after: r#""environment": [{"name": "NODE_NAME", "value": "batch"}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/labd/ecs-deplojo/issues/26",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if !definition.is_network_mode("awsvpc") {
        return;
    }
    for container in &definition.containers {
        if let Some(at) = container
            .member("hostname")
            .filter(|at| at.token() != "\"\"")
        {
            findings.report(at);
        }
    }
}
