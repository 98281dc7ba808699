//! `container-without-image`: a container without an image.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "container-without-image",
        class: Class::Error,
        aws: "Container.image should not be null or empty.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Container",
        title: "A container without an image",
        message: "The container {value} has no image.",
        why: "A container is started from an image, and ECS knows no default.",
        cure: "Give it an `image`; when converting, with `--image`.",
        plain_cure: "Give it an `image`.",
    },
    ja: words! {
        label: "コンテナ",
        title: "イメージのないコンテナ",
        message: "コンテナ {value} にイメージがありません。",
        why: "コンテナはイメージから起動します。既定のイメージはありません。",
        cure: "`image` を書いてください。変換のときは `--image` で指定できます。",
        plain_cure: "`image` を書いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: concat!(
        r#"{"family": "batch", "containerDefinitions": [{"name": "app", "#,
        r#""memory": 128}]}"#,
    ),
    after: concat!(
        r#"{"family": "batch", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "memory": 128}]}"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/aws-actions/amazon-ecs-render-task-definition/issues/87",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let image = container.member("image");
        if image.is_none_or(|image| image.token() == "\"\"") {
            findings
                .report(image.unwrap_or(container.view()))
                .arg("value", container.called());
        }
    }
}
