//! `log-mode-unsaid`: a log mode that is not said.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "log-mode-unsaid",
        class: Class::Advice,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_LogConfiguration.html#ECS-Type-LogConfiguration-options",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Log mode",
        title: "A log mode that is not said",
        message: "{path} does not say whether lines may be lost.",
        why: "Since June 2025 ECS writes `non-blocking` where nothing is said, unless the \
            account says otherwise: lines wait in a buffer, and are dropped without a \
            word when it is full.",
        cure: "Say it in `options`. `\"mode\": \"blocking\"` loses nothing, and makes the \
            program wait while the logs can’t be delivered. `\"non-blocking\"` never \
            makes it wait and may lose lines: a larger `max-buffer-size` (10m if not \
            said) loses fewer, and takes memory.",
    },
    ja: words! {
        label: "ログのモード",
        title: "指定のないログのモード",
        message: "{path} には、ログの行が失われてもよいかどうかの指定がありません。",
        why: "2025 年 6 月から、指定がなければ `non-blocking` になります（アカウントの設定\
            で変えていなければ）。行はバッファにたまり、あふれた分は何も知らせずに捨てられ\
            ます。",
        cure: "`options` で指定してください。`\"mode\": \"blocking\"` なら行は失われません\
            が、送れない間はプログラムが待たされます。`\"non-blocking\"` なら待たされませ\
            んが、行が失われることがあります。`max-buffer-size`（既定は 10m）を増やすと失\
            われにくくなり、その分メモリを使います。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""logConfiguration": {"logDriver": "json-file"}"#,
    after: concat!(
        r#""logConfiguration": {"logDriver": "json-file", "#,
        r#""options": {"mode": "blocking"}}"#,
    ),
};

/// What others call it.
pub(super) const ALSO: &[&str] = &["ecs_task_definitions_logging_block_mode"];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for log in definition.all("logConfiguration") {
        let mode = log
            .member("options")
            .and_then(|options| options.member("mode"));
        if log.member("logDriver").is_some() && mode.is_none() {
            findings.report(log);
        }
    }
}
