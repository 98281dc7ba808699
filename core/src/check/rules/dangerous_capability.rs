//! `dangerous-capability`: a capability that reaches the instance.

use super::{
    Check, Class, Definition, Example, Findings, Localized, NodeRef, PackedWords, Rule, Scope,
    Severity, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "dangerous-capability",
        class: Class::Security(Severity::Warning),
        aws: "",
        source: "https://docs.docker.com/engine/containers/run/\
            #runtime-privilege-and-linux-capabilities",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Capability",
        title: "A capability that reaches the instance",
        message: "{path} gives the container rights over its instance.",
        why: "With it, root in the container can mount disks, load modules of the kernel, \
            read any file or change the network of the instance, and so leave the \
            container.",
        cure: "Remove it. Docker’s own list of capabilities is enough for nearly every \
            program.",
    },
    ja: words! {
        label: "ケーパビリティ",
        title: "インスタンスに及ぶケーパビリティ",
        message: "{path} は、インスタンスに及ぶ権限をコンテナに与えます。",
        why: "コンテナの root が、ディスクのマウント、カーネルモジュールの読み込み、あらゆ\
            るファイルの読み取り、ネットワークの変更などをでき、コンテナの外へ抜け出せま\
            す。",
        cure: "消してください。ほとんどのプログラムは Docker の既定のケーパビリティで足り\
            ます。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""linuxParameters": {"capabilities": {"add": ["SYS_ADMIN"]}}"#,
    after: r#""linuxParameters": {"capabilities": {"drop": ["NET_RAW"]}}"#,
};

/// Those that let root in a container act on the host. Source: `capabilities(7)`; Docker gives none
/// of them by itself.
const DANGEROUS: [&str; 11] = [
    "ALL",
    "DAC_READ_SEARCH",
    "MAC_ADMIN",
    "MAC_OVERRIDE",
    "NET_ADMIN",
    "SYS_ADMIN",
    "SYS_BOOT",
    "SYS_MODULE",
    "SYS_RAWIO",
    "SYS_TIME",
    "SYSLOG",
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if definition.is_fargate() {
        return;
    }
    for linux in definition.all("linuxParameters") {
        let added = linux
            .member("capabilities")
            .and_then(|own| own.member("add"));
        for at in added.into_iter().flat_map(NodeRef::children) {
            let name = at.string().unwrap_or_default().to_ascii_uppercase();
            let name = name.strip_prefix("CAP_").unwrap_or(&name);
            if DANGEROUS.contains(&name) {
                findings.report(at);
            }
        }
    }
}
