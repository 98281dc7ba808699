//! `swappiness-without-max-swap`: swappiness that has no effect.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "swappiness-without-max-swap",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_LinuxParameters.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "No effect",
        title: "swappiness that does nothing",
        message: "{path} counts only beside maxSwap.",
        why: "Without `maxSwap`, ECS ignores `swappiness`, and the container uses swap as \
            its instance does.",
        cure: "Set `maxSwap` too, or remove `swappiness`.",
    },
    ja: words! {
        label: "スワップ",
        title: "効かない swappiness",
        message: "{path} は、maxSwap と一緒に指定したときだけ効きます。",
        why: "`maxSwap` がないと `swappiness` は無視され、コンテナはインスタンスの設定でスワ\
            ップを使います。",
        cure: "`maxSwap` も指定するか、`swappiness` を消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""linuxParameters": {"swappiness": 10}"#,
    after: r#""linuxParameters": {"maxSwap": 256, "swappiness": 10}"#,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if definition.is_fargate() {
        return;
    }
    for linux in definition.all("linuxParameters") {
        if let Some(at) = linux.member("swappiness")
            && linux.member("maxSwap").is_none()
        {
            findings.report(at);
        }
    }
}
