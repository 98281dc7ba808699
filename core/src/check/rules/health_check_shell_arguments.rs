//! `health-check-shell-arguments`: a `CMD-SHELL` line split into several arguments.

use super::{
    Check, Class, Definition, Example, Findings, Localized, NodeRef, PackedWords, Rule, Scope,
    words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "health-check-shell-arguments",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Health check",
        title: "A shell line in pieces",
        message: "Behind CMD-SHELL, only the first string of {path} is run.",
        why: "`CMD-SHELL` runs one string in a shell. What follows it becomes arguments of \
            that shell, and not of the command.",
        cure: "Write the whole line as one string, or use `CMD`.",
    },
    ja: words! {
        label: "ヘルスチェック",
        title: "分割されたシェルコマンド",
        message: "CMD-SHELL では、{path} の最初の文字列だけが実行されます。",
        why: "`CMD-SHELL` は 1 つの文字列をシェルで実行します。続きの文字列はシェルの引数に\
            なり、コマンドには渡りません。",
        cure: "1 行を 1 つの文字列にまとめるか、`CMD` を使ってください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: concat!(
        r#""healthCheck": {"command": ["CMD-SHELL", "curl", "-f", "#,
        r#""http://localhost/"]}"#,
    ),
    after: r#""healthCheck": {"command": ["CMD-SHELL", "curl -f http://localhost/"]}"#,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let check = container.member("healthCheck");
        let Some(command) = check.and_then(|check| check.member("command")) else {
            continue;
        };
        let first = command.children().next().and_then(NodeRef::string);
        if first.as_deref() == Some("CMD-SHELL") && command.children().nth(2).is_some() {
            findings.report(command);
        }
    }
}
