//! `duplicate-port`: the same port twice.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    refusal, words,
};
use crate::check::ports::repeated_ports;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "duplicate-port",
        class: Class::Error,
        aws: "TCP host port '3000' is mapped multiple times in task.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Port",
        title: "The same port twice",
        message: "{path} is {before}, which another mapping of the task has already.",
        why: "In awsvpc mode, the containers of a task share an interface, and each port of it \
            has one listener. In bridge mode, a port of the host goes to one container.",
        cure: "Let one of them listen on another port, or remove the mapping that is not \
            used.",
    },
    ja: words! {
        label: "ポート",
        title: "同じポートの重複",
        message: "{path} の {before} は、このタスクの別のポートマッピングでも使われています。",
        why: "awsvpc モードではタスクのコンテナがインターフェイスを共有するので、同じポートで\
            待ち受けられるのは 1 つだけです。bridge モードのホストポートも、1 つのコンテナに\
            しか割り当てられません。",
        cure: "どちらかを別のポートにするか、使っていないマッピングを消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Fargate,
    before: concat!(
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""portMappings": [{"containerPort": 80}]}, {"name": "web", "#,
        r#""image": "web:1", "portMappings": [{"containerPort": 80}]}]"#,
    ),
    after: concat!(
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""portMappings": [{"containerPort": 8080}]}, {"name": "web", "#,
        r#""image": "web:1", "portMappings": [{"containerPort": 80}]}]"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(
        CHECK.rule.aws,
        "https://github.com/aws/amazon-ecs-agent/issues/1220",
    ),
    refusal(
        "TCP container port '9901' is used multiple times in task when networkMode=awsvpc.",
        "https://github.com/aws/copilot-cli/issues/3768",
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let (ports, refused) = repeated_ports(definition);
    for at in ports.into_iter().filter(|_| refused) {
        findings.report(at);
    }
}
