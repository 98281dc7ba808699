//! `credentials-for-ecr`: repository credentials for an image in Amazon ECR.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    refusal, words,
};
use crate::image::EcrImage;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "credentials-for-ecr",
        class: Class::Error,
        aws: "Private repository credentials are not a supported authentication method for ECR \
            repositories.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_RepositoryCredentials.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Image",
        title: "Repository credentials for an image in Amazon ECR",
        message: "{path} is set for an image in Amazon ECR.",
        why: "ECS pulls images from Amazon ECR with the permissions of the task execution role or \
            the instance.",
        cure: "Remove `repositoryCredentials`.",
    },
    ja: words! {
        label: "イメージ",
        title: "Amazon ECR のイメージに付けた repositoryCredentials",
        message: "{path} が Amazon ECR のイメージに指定されています。",
        why: "ECS は、タスク実行ロールまたはインスタンスの権限で Amazon ECR からイメージを取得します。",
        cure: "`repositoryCredentials` を消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::FargateContainer,
    before: concat!(
        r#""image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1", "#,
        r#""repositoryCredentials": {"credentialsParameter": "#,
        r#""arn:aws:secretsmanager:eu-west-1:111122223333:secret:hub-AbCdEf"}"#,
    ),
    after: r#""image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1""#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/aws-actions/amazon-ecs-deploy-task-definition/issues/48",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let image = container.member_str("image").unwrap_or_default();
        if let Some(at) = container.member("repositoryCredentials")
            && EcrImage::parse(&image).is_some()
        {
            findings.report(at);
        }
    }
}
