//! `restart-setting-while-off`: settings of a restart that is off.

use super::{
    Check, Class, Definition, Example, Findings, Kind, Localized, PackedWords, Rule, Scope, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "restart-setting-while-off",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerRestartPolicy.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Restart",
        title: "Settings of a restart that is turned off",
        message: "{path} counts only while enabled is true.",
        why: "Somebody expects the container to start again, and it does not.",
        cure: "Set `enabled` to `true`, or remove what stands beside it.",
    },
    ja: words! {
        label: "再起動",
        title: "無効になっている再起動の設定",
        message: "{path} は、enabled が true のときだけ効きます。",
        why: "再起動させるつもりの設定でも、コンテナは再起動しません。",
        cure: "`enabled` を `true` にするか、ほかの項目を消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""restartPolicy": {"enabled": false, "restartAttemptPeriod": 60}"#,
    after: concat!(
        r#""restartPolicy": {"enabled": true, "restartAttemptPeriod": 60, "#,
        r#""ignoredExitCodes": [0]}"#,
    ),
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for policy in definition.all("restartPolicy") {
        let off = policy.member("enabled").map(|at| at.token() == "false");
        if off != Some(true) {
            continue;
        }
        for key in ["ignoredExitCodes", "restartAttemptPeriod"] {
            // An empty list sets nothing.
            let set = policy.member(key);
            let set = set.filter(|at| at.kind() != Kind::List || !at.is_leaf());
            if let Some(at) = set {
                findings.report(at);
            }
        }
    }
}
