//! `windows-unsupported`: a setting that Windows containers don’t have.

use super::{
    Check, Class, Definition, Example, Findings, Kind, Localized, PackedWords, Rule, Scope, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "windows-unsupported",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Windows",
        title: "A setting that Windows containers don’t have",
        message: "Windows containers don’t have {path}.",
        why: "The setting is about Linux, and does nothing for a Windows container, or is \
            refused.",
        cure: "Remove it.",
    },
    ja: words! {
        label: "未対応",
        title: "Windows コンテナにない設定",
        message: "Windows コンテナでは {path} を使えません。",
        why: "Linux のための設定なので、Windows コンテナでは効かないか、拒否されます。",
        cure: "この項目を消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""memory": "512", "#,
        r#""runtimePlatform": {"operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"}, "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""readonlyRootFilesystem": true}]"#,
    ),
    after: concat!(
        r#""memory": "512", "#,
        r#""runtimePlatform": {"operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"}, "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1"}]"#,
    ),
};

const KEYS: [&str; 9] = [
    "disableNetworking",
    "dnsSearchDomains",
    "dnsServers",
    "extraHosts",
    "linuxParameters",
    "links",
    "privileged",
    "readonlyRootFilesystem",
    "ulimits",
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if !definition.is_windows() {
        return;
    }
    for container in &definition.containers {
        for at in KEYS.iter().filter_map(|key| container.member(key)) {
            let nothing = at.token() == "false" || (at.kind() == Kind::List && at.is_leaf());
            let told = definition.is_fargate() && ["privileged", "links"].contains(&&*at.key());
            if !nothing && !told {
                findings.report(at);
            }
        }
    }
}
