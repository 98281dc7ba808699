//! `fargate-network-mode`: a Fargate task that is not in awsvpc mode.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Plan, Rule,
    Scope, Step, refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "fargate-network-mode",
        class: Class::Error,
        aws: "Fargate only supports network mode ‘awsvpc’.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            fargate-tasks-services.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Network mode",
        title: "A Fargate task that is not in awsvpc mode",
        message: "Fargate needs the network mode awsvpc.",
        why: "Every Fargate task has a network interface of its own. Without a network mode, \
            ECS takes bridge, which Fargate does not have.",
        cure: "Set `networkMode` to `awsvpc`.",
    },
    ja: words! {
        label: "ネットワークモード",
        title: "Fargate のタスクが awsvpc モードではありません",
        message: "Fargate では、ネットワークモードを awsvpc にする必要があります。",
        why: "Fargate のタスクは、それぞれ専用のネットワークインターフェイスを持ちます。ネッ\
            トワークモードを指定しないと、Fargate では使えない bridge になります。",
        cure: "`networkMode` に `awsvpc` を指定してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Fargate,
    before: r#""networkMode": "bridge""#,
    after: r#""networkMode": "awsvpc""#,
};

/// What others call it.
pub(super) const ALSO: &[&str] = &["E3048"];

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/aws/amazon-ecs-cli/issues/1145",
)];

static SET: Localized = Localized {
    en: "Set the network mode to awsvpc",
    ja: "ネットワークモードを awsvpc にする",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let fits = definition.is_network_mode("awsvpc") || definition.is_network_mode_open();
    if !definition.is_fargate() || fits {
        return;
    }
    let root = definition.view();
    match definition.root.member("networkMode") {
        Some(mode) if definition.requires("EC2") || definition.requires("EXTERNAL") => {
            findings.report(mode);
        }
        Some(mode) => {
            let step = Step::Replace(mode.node().origin, "\"awsvpc\"".to_owned());
            findings.report(mode).plan(Plan::unsure(&SET, step));
        }
        None => {
            let at = definition
                .root
                .member("requiresCompatibilities")
                .unwrap_or(root);
            let step = Step::Add(root.node().origin, "networkMode", "\"awsvpc\"".to_owned());
            findings.report(at).plan(Plan::safe(&SET, step));
        }
    }
}
