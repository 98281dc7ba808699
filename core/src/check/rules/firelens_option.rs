//! `firelens-option`: an option of a log router that ECS does not accept.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    cannot_run, is_given, reference, refusal, words,
};
use crate::arn::Arn;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "firelens-option",
        class: Class::Error,
        aws: "Invalid arn syntax.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_FirelensConfiguration.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "FireLens",
        title: "A FireLens option that ECS does not take",
        message: "{name} can be {expected} here.",
        why: "ECS itself reads the options of FireLens. `config-file-type` goes with \
            `config-file-value`, and Fargate reads the file from the image only.",
        cure: "Correct the option; on Fargate, use `file`.",
    },
    ja: words! {
        label: "FireLens",
        title: "ECS が受け付けない FireLens のオプション",
        message: "{name} に指定できるのは {expected} です。",
        why: "FireLens のオプションは ECS が読み取ります。`config-file-type` は \
            `config-file-value` と一緒に使い、Fargate ではイメージの中のファイルだけを読み込\
            めます。",
        cure: "オプションを直してください。Fargate では `file` を使います。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: concat!(
        r#""firelensConfiguration": {"type": "fluentbit", "#,
        r#""options": {"config-file-type": "http"}}, "#,
        r#""logConfiguration": {"logDriver": "awsfirelens"}"#,
    ),
    after: concat!(
        r#""firelensConfiguration": {"type": "fluentbit", "#,
        r#""options": {"config-file-type": "file", "#,
        r#""config-file-value": "/fluent.conf"}}, "#,
        r#""logConfiguration": {"logDriver": "awsfirelens"}"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    reference(
        "Tasks hosted on Fargate only support the file configuration file type.",
        CHECK.rule.source,
    ),
    cannot_run(
        "invalid value %s is specified for option %s",
        "https://github.com/aws/amazon-ecs-agent/blob/04f30181a3ae4265ddfa481fe40c8724170e4665/\
            agent/taskresource/firelens/firelens_unix.go",
    ),
    cannot_run(
        "option %s is specified but %s is not specified",
        "https://github.com/aws/amazon-ecs-agent/blob/04f30181a3ae4265ddfa481fe40c8724170e4665/\
            agent/taskresource/firelens/firelens_unix.go",
    ),
    refusal(CHECK.rule.aws, "https://github.com/aws/aws-cli/issues/7147"),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let router = container.member("firelensConfiguration");
        let Some(options) = router.and_then(|router| router.member("options")) else {
            continue;
        };
        if let Some(at) = options.member("config-file-type") {
            let kind = at.string().unwrap_or_default();
            let alone = options.member("config-file-value").is_none();
            if definition.is_fargate() && kind != "file" {
                findings.report(at).arg("expected", "file");
            } else if !["s3", "file"].contains(&&*kind) || alone {
                findings
                    .report(at)
                    .arg("expected", "s3, file (+ config-file-value)");
            }
        }
        let of_s3 = options.member_str("config-file-type").as_deref() == Some("s3");
        if let Some(at) = options.member("config-file-value")
            && of_s3
            && !definition.is_fargate()
            && !is_object(&at.string().unwrap_or_default())
        {
            findings
                .report(at)
                .arg("expected", "arn:aws:s3:::BUCKET/FILE");
        }
    }
}

/// Whether a text is the ARN of an S3 object, or to be filled in.
fn is_object(text: &str) -> bool {
    !is_given(text) || Arn::parse(text).and_then(Arn::s3_object).is_some()
}
