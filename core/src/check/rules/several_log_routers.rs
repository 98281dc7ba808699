//! `several-log-routers`: more than one log router.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "several-log-routers",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "FireLens",
        title: "More than one log router",
        message: "{path} is a second log router.",
        why: "A task has one log router, to which all its containers with awsfirelens log.",
        cure: "Keep one `firelensConfiguration`.",
    },
    ja: words! {
        label: "FireLens",
        title: "ログルーターが 2 つ以上あります",
        message: "{path} は 2 つ目のログルーターです。",
        why: "ログルーターはタスクに 1 つで、awsfirelens のコンテナはすべてそこにログを送り\
            ます。",
        cure: "`firelensConfiguration` を 1 つにしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""logConfiguration": {"logDriver": "awsfirelens"}}, {"name": "a", "#,
        r#""image": "log:1", "firelensConfiguration": {"type": "fluentbit"}}, "#,
        r#"{"name": "b", "image": "log:1", "#,
        r#""firelensConfiguration": {"type": "fluentbit"}}]"#,
    ),
    after: concat!(
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""logConfiguration": {"logDriver": "awsfirelens"}}, {"name": "a", "#,
        r#""image": "log:1", "firelensConfiguration": {"type": "fluentbit"}}]"#,
    ),
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let containers = definition.containers.iter();
    let routers = containers.filter_map(|container| container.member("firelensConfiguration"));
    for at in routers.skip(1) {
        findings.report(at);
    }
}
