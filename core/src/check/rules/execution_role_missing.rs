//! `execution-role-missing`: no task execution role, although something needs it.

use super::{
    Arg, Check, Class, Definition, Evidence, Example, Findings, Localized, NodeId, PackedWords,
    Rule, Scope, StructView, reference, refusal, words,
};
use crate::image::EcrImage;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "execution-role-missing",
        class: Class::Error,
        aws: "Fargate requires task definition to have execution role ARN to support log driver \
            awslogs.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            task_execution_IAM_role.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Execution role",
        title: "No task execution role, although something needs it",
        message: "There is no executionRoleArn, and these need it: {places}.",
        why: "Before the container runs, ECS itself fetches secrets, pulls private images \
            and opens the log stream. It does so with the task execution role.",
        cure: "Set `executionRoleArn` to a role that `ecs-tasks.amazonaws.com` may assume, \
            such as `ecsTaskExecutionRole`.",
    },
    ja: words! {
        label: "実行ロール",
        title: "タスク実行ロールが必要なのに、指定されていません",
        message: "executionRoleArn がありません。次の項目で必要です：{places}。",
        why: "シークレットの取得、プライベートイメージの取得、ログの出力先の用意は、コンテナ\
            が動き出す前に ECS がタスク実行ロールで行います。",
        cure: "`executionRoleArn` に、`ecs-tasks.amazonaws.com` が引き受けられるロール\
            （`ecsTaskExecutionRole` など）を指定してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""secrets": [{"name": "TOKEN", "valueFrom": "/batch/token"}]"#,
    after: r#""environment": [{"name": "MODE", "value": "daily"}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(
        CHECK.rule.aws,
        "https://github.com/virtual-kubelet/virtual-kubelet/issues/193",
    ),
    refusal(
        "Fargate requires task definition to have execution role ARN to support ECR images.",
        "https://github.com/hashicorp/terraform-provider-aws/issues/3051",
    ),
    refusal(
        "When you are specifying container secrets, you must also specify a value for \
            'executionRoleArn'.",
        "https://github.com/fabfuel/ecs-deploy/issues/87",
    ),
    reference(
        "Your task is hosted on AWS Fargate or on an external instance and is pulling a \
            container image from an Amazon ECR private repository.",
        CHECK.rule.source,
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if definition.root.member("executionRoleArn").is_some() {
        return;
    }
    let places: Vec<NodeId> = definition
        .containers
        .iter()
        .flat_map(|container| reasons(definition, container))
        .collect();
    if !places.is_empty() {
        findings
            .report(definition.view())
            .arg("places", Arg::Places(places));
    }
}

/// The values of a container that need the role.
fn reasons(definition: &Definition<'_>, container: &StructView<'_>) -> Vec<NodeId> {
    let remote = definition.is_fargate() || definition.requires("EXTERNAL");
    let image = container.member("image").filter(|image| {
        let image = image.string().unwrap_or_default();
        remote && EcrImage::parse(&image).is_some()
    });
    let log = container.member("logConfiguration");
    let driver = log.and_then(|log| log.member("logDriver"));
    let driver = driver.filter(|driver| remote && driver.string().as_deref() == Some("awslogs"));
    let options = log.and_then(|log| log.member("secretOptions"));
    let options = options.filter(|list| !list.is_leaf());
    let credentials = container.member("repositoryCredentials");
    let single = [image, credentials, driver, options];
    let secrets = container.member_elements("secrets");
    let all = single.into_iter().flatten().chain(secrets);
    all.map(|view| view.id).collect()
}
