//! `unconfined-profile`: a security profile that is turned off.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, Severity,
    words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "unconfined-profile",
        class: Class::Security(Severity::Warning),
        aws: "",
        source: "https://docs.docker.com/engine/security/apparmor/",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Profile",
        title: "A security profile that is turned off",
        message: "{path} turns off a profile that keeps the container in.",
        why: "AppArmor, SELinux and seccomp stop calls to the kernel that only an \
            intruder makes.",
        cure: "Remove it, or name a profile that allows what the program needs.",
    },
    ja: words! {
        label: "プロファイル",
        title: "無効にされたセキュリティプロファイル",
        message: "{path} は、コンテナを閉じ込めるプロファイルを無効にします。",
        why: "AppArmor、SELinux、seccomp は、侵入者しか使わないようなカーネルの呼び出しを\
            防ぎます。",
        cure: "消すか、プログラムに必要なことだけを許すプロファイルを指定してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""dockerSecurityOptions": ["apparmor:unconfined"]"#,
    after: r#""dockerSecurityOptions": ["no-new-privileges"]"#,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    // Elsewhere the options are refused.
    if definition.is_fargate() || definition.requires("MANAGED_INSTANCES") {
        return;
    }
    for at in definition.each("dockerSecurityOptions") {
        let option = at.string().unwrap_or_default().to_ascii_lowercase();
        let (kind, value) = option.split_once([':', '=']).unwrap_or_default();
        if value == "unconfined" || (kind, value) == ("label", "disable") {
            findings.report(at);
        }
    }
}
