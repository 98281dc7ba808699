//! `managed-instances-unsupported`: a setting that Managed Instances do not have.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, NodeRef, PackedWords, Rule,
    Scope, asks_for_something, reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "managed-instances-unsupported",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            managed-instances-tasks-services.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Managed Instances",
        title: "A setting that Managed Instances do not have",
        message: "Managed Instances do not have {path}.",
        why: "AWS looks after these instances, and keeps such settings for itself.",
        cure: "Remove it, or run the task on instances of your own (`EC2`).",
    },
    ja: words! {
        label: "未対応",
        title: "マネージドインスタンスでは使えない設定",
        message: "マネージドインスタンスでは {path} を使えません。",
        why: "インスタンスは AWS が管理するため、利用者はこの設定を変えられません。",
        cure: "この項目を消すか、自分のインスタンス（`EC2`）で動かしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: concat!(
        r#"{"family": "batch", "memory": "512", "#,
        r#""requiresCompatibilities": ["MANAGED_INSTANCES"], "ipcMode": "task", "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1"}]}"#,
    ),
    after: concat!(
        r#"{"family": "batch", "memory": "512", "#,
        r#""requiresCompatibilities": ["MANAGED_INSTANCES"], "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1"}]}"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    reference(
        "The following task definition parameters are not valid in Amazon ECS Managed Instances \
            tasks: disableNetworking, dnsSearchDomains, dnsServers, dockerSecurityOptions, \
            dockerVolumeConfiguration, ephemeralStorage, extraHosts, \
            fsxWindowsFileServerVolumeConfiguration, hostname, inferenceAccelerator, ipcMode, \
            links, maxSwap, proxyConfiguration, sharedMemorySize, sourcepath volumes, \
            swappiness, tmpfs",
        CHECK.rule.source,
    ),
    reference(
        "resourceRequirement - InferenceAccelerator is not supported.",
        CHECK.rule.source,
    ),
];

const OF_TASK: [&str; 4] = [
    "ephemeralStorage",
    "inferenceAccelerators",
    "ipcMode",
    "proxyConfiguration",
];

const OF_CONTAINER: [&str; 7] = [
    "disableNetworking",
    "dnsSearchDomains",
    "dnsServers",
    "dockerSecurityOptions",
    "extraHosts",
    "hostname",
    "links",
];

const OF_LINUX: [&str; 4] = ["maxSwap", "sharedMemorySize", "swappiness", "tmpfs"];

/// The same page lets a volume have a `sourcePath` in a folder that can be written, so that `host`
/// is not among them.
const OF_VOLUME: [&str; 2] = [
    "dockerVolumeConfiguration",
    "fsxWindowsFileServerVolumeConfiguration",
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    // On Fargate, `fargate-unsupported` says most of it.
    if !definition.requires("MANAGED_INSTANCES") || definition.is_fargate() {
        return;
    }
    let task = OF_TASK.iter().filter_map(|key| definition.root.member(key));
    let mut all: Vec<NodeRef<'_>> = task.collect();
    for container in &definition.containers {
        let linux = container.member("linuxParameters");
        all.extend(OF_CONTAINER.iter().filter_map(|key| container.member(key)));
        all.extend(OF_LINUX.iter().filter_map(|key| linux?.member(key)));
        let resources = container.member_elements("resourceRequirements");
        all.extend(resources.filter(|resource| {
            resource.member_str("type").as_deref() == Some("InferenceAccelerator")
        }));
    }
    for volume in definition.root.member_elements("volumes") {
        all.extend(OF_VOLUME.iter().filter_map(|key| volume.member(key)));
    }
    for at in all.into_iter().filter(|at| asks_for_something(*at)) {
        findings.report(at);
    }
}
