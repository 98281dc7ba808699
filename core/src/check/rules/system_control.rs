//! `system-control`: a kernel parameter that a container can’t set.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    is_given, reference, refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "system-control",
        class: Class::Error,
        aws: "The 'systemControls' namespace net must start with xxx prefix",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Kernel",
        title: "A kernel parameter that a container can’t set",
        message: "{path} {reason}.",
        why: "Only parameters that a namespace has for itself can be set: `net.*`, \
            `fs.mqueue.*` and some of `kernel.*`. A task that shares the network or IPC of \
            its host shares those of the host.",
        cure: "Remove it, or set it on the instance.",
    },
    ja: words! {
        label: "カーネル",
        title: "コンテナでは変えられないカーネルパラメータ",
        message: "{path} {reason}。",
        why: "設定できるのは名前空間ごとに値を持つ `net.*`、`fs.mqueue.*` と一部の \
            `kernel.*` だけです。ホストのネットワークや IPC を共有するタスクでは、その値もホ\
            ストと共有されます。",
        cure: "消すか、インスタンスの側で設定してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""systemControls": [{"namespace": "vm.swappiness", "value": "10"}]"#,
    after: r#""systemControls": [{"namespace": "net.core.somaxconn", "value": "1024"}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    reference(
        "Only namespaced Sysctls that exist within the container starting with \"net.* are \
            accepted.",
        CHECK.rule.source,
    ),
    reference(
        "Valid IPC namespace values: \"kernel.msgmax\" | \"kernel.msgmnb\" | \"kernel.msgmni\" | \
            \"kernel.sem\" | \"kernel.shmall\" | \"kernel.shmmax\" | \"kernel.shmmni\" | \
            \"kernel.shm_rmid_forced\", and Sysctls that start with \"fs.mqueue.*\"",
        CHECK.rule.source,
    ),
    refusal(
        CHECK.rule.aws,
        "https://github.com/aws/aws-cdk/issues/23635",
    ),
    reference(
        "For tasks that use the host network mode, the network namespace systemControls aren't \
            supported.",
        CHECK.rule.source,
    ),
    reference(
        "For tasks that use the host IPC mode, IPC namespace systemControls aren't supported.",
        CHECK.rule.source,
    ),
];

static OF_NETWORK: Localized = Localized {
    en: "is of the host’s network in the network mode host",
    ja: " は、host モードではホストのネットワークの値です",
};

static OF_HOST_IPC: Localized = Localized {
    en: "is of the host’s IPC with ipcMode host",
    ja: " は、ipcMode が host のときはホストの IPC の値です",
};

static OF_HOST: Localized = Localized {
    en: "is of the whole host",
    ja: " は、ホスト全体の値です",
};

const OF_IPC: [&str; 8] = [
    "kernel.msgmax",
    "kernel.msgmnb",
    "kernel.msgmni",
    "kernel.sem",
    "kernel.shmall",
    "kernel.shmmax",
    "kernel.shmmni",
    "kernel.shm_rmid_forced",
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let host_ipc = definition.root.member_str("ipcMode").as_deref() == Some("host");
    for control in definition.each("systemControls") {
        let Some(at) = control.member("namespace") else {
            continue;
        };
        let name = at.string().unwrap_or_default();
        let ipc = OF_IPC.contains(&&*name) || name.starts_with("fs.mqueue.");
        let reason = if name.starts_with("net.") {
            definition.is_network_mode("host").then_some(&OF_NETWORK)
        } else if ipc {
            host_ipc.then_some(&OF_HOST_IPC)
        } else {
            Some(&OF_HOST)
        };
        if let Some(reason) = reason.filter(|_| is_given(&name)) {
            findings.report(at).arg("reason", reason);
        }
    }
}
