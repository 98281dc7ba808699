//! `health-check-command`: a health check without `CMD` or `CMD-SHELL`.

use super::{
    Check, Class, Definition, Example, Findings, Localized, NodeRef, PackedWords, Plan, Rule,
    Scope, Step, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "health-check-command",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Health check",
        title: "A health check that does not say how it is run",
        message: "{path} does not begin with CMD or CMD-SHELL, or has no command behind it.",
        why: "The first word says how the rest is run: `CMD` runs a program with its \
            arguments, `CMD-SHELL` one line in a shell.",
        cure: "Put `CMD-SHELL` or `CMD` first.",
    },
    ja: words! {
        label: "ヘルスチェック",
        title: "実行方法のないヘルスチェック",
        message: "{path} が CMD または CMD-SHELL で始まっていないか、その後にコマンドがあり\
            ません。",
        why: "最初の要素は、残りの実行方法を表します。`CMD` はプログラムと引数を、\
            `CMD-SHELL` は 1 行のコマンドをシェルで実行します。",
        cure: "先頭に `CMD-SHELL` か `CMD` を書いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""healthCheck": {"command": ["curl -f http://localhost/"]}"#,
    after: r#""healthCheck": {"command": ["CMD-SHELL", "curl -f http://localhost/"]}"#,
};

static IN_SHELL: Localized = Localized {
    en: "Put CMD-SHELL before it",
    ja: "先頭に CMD-SHELL を付ける",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let check = container.member("healthCheck");
        let Some(command) = check.and_then(|check| check.member("command")) else {
            continue;
        };
        let words: Vec<NodeRef<'_>> = command.children().collect();
        let first = words
            .first()
            .and_then(|word| word.string())
            .unwrap_or_default();
        match (&*first, words.len()) {
            ("NONE", 1) | ("CMD" | "CMD-SHELL", 2..) => {}
            ("CMD" | "CMD-SHELL", _) => {
                findings.report(command);
            }
            (text, 1) if text.trim().contains(' ') => {
                let step = Step::Prepend(words[0].node().origin, "\"CMD-SHELL\", ");
                findings.report(command).plan(Plan::safe(&IN_SHELL, step));
            }
            // AWS runs one program without CMD, as its collector for OpenTelemetry has it. Source:
            // <https://github.com/aws-observability/aws-otel-collector/issues/2034>
            (program, 1) if !program.is_empty() => {}
            _ => {
                findings.report(command);
            }
        }
    }
}
