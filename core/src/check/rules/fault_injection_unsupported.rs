//! `fault-injection-unsupported`: fault injection where there is none.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "fault-injection-unsupported",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fault-injection.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Unsupported",
        title: "Fault injection where there is none",
        message: "{path} {reason}.",
        why: "The faults come from the network of the task, which ECS can disturb only \
            there.",
        cure: "Use `awsvpc` or `host` on Linux, or remove `enableFaultInjection`.",
    },
    ja: words! {
        label: "フォールトインジェクション",
        title: "使えないところでのフォールトインジェクション",
        message: "{path} {reason}。",
        why: "障害はタスクのネットワークで起こすもので、ほかの構成では起こせません。",
        cure: "Linux で `awsvpc` か `host` を使うか、`enableFaultInjection` を消してくださ\
            い。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""enableFaultInjection": true"#,
    after: r#""enableFaultInjection": true, "networkMode": "awsvpc""#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    reference(
        "Fault injection only works with tasks using the awsvpc or host network modes.",
        CHECK.rule.source,
    ),
    reference(
        "Fault injection isn't available on Windows.",
        CHECK.rule.source,
    ),
];

static NETWORK: Localized = Localized {
    en: "works in the network modes awsvpc and host only",
    ja: " は、networkMode が awsvpc か host のときだけ使えます",
};

static WINDOWS: Localized = Localized {
    en: "does not work on Windows",
    ja: " は、Windows では使えません",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let on = definition.root.member("enableFaultInjection");
    let Some(at) = on.filter(|at| at.token() == "true") else {
        return;
    };
    if definition.is_windows() {
        findings.report(at).arg("reason", &WINDOWS);
    } else if ["bridge", "none"]
        .iter()
        .any(|mode| definition.is_network_mode(mode))
    {
        findings.report(at).arg("reason", &NETWORK);
    }
}
