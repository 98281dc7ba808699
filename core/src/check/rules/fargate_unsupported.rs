//! `fargate-unsupported`: a setting that Fargate does not support.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, NodeRef, PackedWords, Rule,
    Scope, asks_for_something, reference, refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "fargate-unsupported",
        class: Class::Error,
        aws: "Tasks using the Fargate launch type do not support ipcMode.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            fargate-tasks-services.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Fargate",
        title: "A setting that Fargate does not have",
        message: "Fargate does not have {path}.",
        why: "On Fargate there is no instance of your own that the setting could be about.",
        cure: "Remove it, or run the task on EC2.",
    },
    ja: words! {
        label: "未対応",
        title: "Fargate では使えない設定",
        message: "Fargate では {path} を使えません。",
        why: "Fargate には、この設定の対象になる利用者のインスタンスがありません。",
        cure: "この項目を消すか、タスクを EC2 で動かしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::FargateContainer,
    before: r#""privileged": true"#,
    after: r#""privileged": false"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(
        CHECK.rule.aws,
        "https://github.com/cn-terraform/terraform-aws-ecs-fargate/issues/2",
    ),
    reference(
        "The following task definition parameters are not valid in Fargate tasks: \
            disableNetworking, dnsSearchDomains, dnsServers, dockerSecurityOptions, extraHosts, \
            gpu, ipcMode, links, placementConstraints, privileged, maxSwap, swappiness",
        CHECK.rule.source,
    ),
    reference(
        "If you're using tasks that use the Fargate launch type, the devices parameter isn't \
            supported.",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html",
    ),
    reference(
        "If you are using tasks that use the Fargate launch type, the sharedMemorySize \
            parameter is not supported.",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html",
    ),
    reference(
        "This resource type is only supported on Managed Instances.",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html",
    ),
];

const OF_TASK: [&str; 2] = ["ipcMode", "placementConstraints"];

const OF_CONTAINER: [&str; 7] = [
    "disableNetworking",
    "dnsSearchDomains",
    "dnsServers",
    "dockerSecurityOptions",
    "extraHosts",
    "links",
    "privileged",
];

const OF_LINUX: [&str; 4] = ["devices", "maxSwap", "sharedMemorySize", "swappiness"];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if !definition.is_fargate() {
        return;
    }
    for at in OF_TASK.iter().filter_map(|key| definition.root.member(key)) {
        note(at, findings);
    }
    for container in &definition.containers {
        let linux = container.member("linuxParameters");
        let own = OF_CONTAINER.iter().filter_map(|key| container.member(key));
        let of_linux = OF_LINUX.iter().filter_map(|key| linux?.member(key));
        for at in own.chain(of_linux) {
            note(at, findings);
        }
        for resource in container.member_elements("resourceRequirements") {
            let kind = resource.member_str("type").unwrap_or_default();
            if ["GPU", "NeuronDevice"].contains(&&*kind) {
                findings.report(resource);
            }
        }
    }
}

/// Reports a value, unless it requests nothing.
fn note(at: NodeRef<'_>, findings: &mut Findings<'_>) {
    if asks_for_something(at) {
        findings.report(at);
    }
}
