//! `health-check-interval`: a health check that is not over before the next.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "health-check-interval",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Health check",
        title: "A health check that may outlast its interval",
        message: "{path} is {limit} seconds, and a check may take {value}.",
        why: "The next check is due while one still waits: a slow container is then \
            counted as failing later or sooner than the numbers say.",
        cure: "Set `interval` above `timeout`.",
    },
    ja: words! {
        label: "ヘルスチェック",
        title: "間隔より長くかかりうるヘルスチェック",
        message: "{path} は {limit} 秒ですが、1 回に {value} 秒までかかります。",
        why: "終わらないうちに次のチェックの時刻になり、応答の遅いコンテナが失敗とみなされ\
            るまでの時間が、設定どおりになりません。",
        cure: "`interval` を `timeout` より長くしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: concat!(
        r#""healthCheck": {"command": ["CMD-SHELL", "true"], "interval": 10, "#,
        r#""timeout": 10}"#,
    ),
    after: concat!(
        r#""healthCheck": {"command": ["CMD-SHELL", "true"], "interval": 30, "#,
        r#""timeout": 10}"#,
    ),
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for health in definition.all("healthCheck") {
        let seconds = |key: &str| health.member(key)?.integer();
        // `out-of-range` speaks of what ECS refuses, and who says one of them means the other to fit.
        if let Some(at) = health.member("interval")
            && let Some(interval) = seconds("interval").filter(|&it| it >= 5)
            && let Some(timeout) = seconds("timeout").filter(|&it| it <= 60)
            && interval <= timeout
        {
            let finding = findings.report(at);
            finding
                .arg("limit", interval.to_string())
                .arg("value", timeout.to_string());
        }
    }
}
