//! `fargate-volume`: a volume that Fargate does not support.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "fargate-volume",
        class: Class::Error,
        aws: "host.sourcePath should not be set for volumes in Fargate.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            using_data_volumes.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Volume",
        title: "A volume that Fargate does not have",
        message: "Fargate does not have {path}.",
        why: "A folder of the host, a Docker volume or an FSx file system belongs to an \
            instance. Fargate has its own storage, EFS, S3 Files and EBS.",
        cure: "For files that the containers share, leave the volume with its name alone; \
            for files that stay, use EFS.",
    },
    ja: words! {
        label: "ボリューム",
        title: "Fargate では使えないボリューム",
        message: "Fargate では {path} を使えません。",
        why: "ホストのディレクトリ、Docker ボリューム、FSx はインスタンスのためのものです。\
            Fargate では、タスク自身のストレージ、EFS、S3 Files、EBS を使えます。",
        cure: "コンテナ間でファイルを共有するだけなら、ボリュームを名前だけにしてください。\
            ファイルを残すなら EFS を使います。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Fargate,
    before: concat!(
        r#""volumes": [{"name": "work", "host": {"sourcePath": "/data"}}], "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""mountPoints": [{"sourceVolume": "work", "containerPath": "/work"}]}]"#,
    ),
    after: concat!(
        r#""volumes": [{"name": "work"}], "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "mountPoints": [{"sourceVolume": "work", "#,
        r#""containerPath": "/work"}]}]"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(
        CHECK.rule.aws,
        "https://github.com/aws/amazon-ecs-cli/issues/501",
    ),
    reference(
        "Docker volumes aren't supported by tasks run on Fargate.",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html",
    ),
    reference(
        "FSx for Windows File Server with Amazon ECS doesn't support AWS Fargate.",
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/wfsx-volumes.html",
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if !definition.is_fargate() {
        return;
    }
    for volume in definition.root.member_elements("volumes") {
        let path = volume
            .member("host")
            .and_then(|host| host.member("sourcePath"));
        let kinds = [
            "dockerVolumeConfiguration",
            "fsxWindowsFileServerVolumeConfiguration",
        ];
        let kinds = kinds.iter().filter_map(|key| volume.member(key));
        for at in path.into_iter().chain(kinds) {
            findings.report(at);
        }
    }
}
