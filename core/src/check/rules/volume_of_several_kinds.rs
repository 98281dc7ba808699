//! `volume-of-several-kinds`: a volume of several kinds.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, NodeRef, PackedWords, Rule,
    Scope, refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "volume-of-several-kinds",
        class: Class::Error,
        aws: "When the volume parameter is specified, only one volume configuration type should \
            be used.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Volume",
        title: "A volume of several kinds",
        message: "{path} has several kinds of storage: {values}.",
        why: "A volume is a folder of the host, a Docker volume, a file system, or set up at \
            launch: one of these.",
        cure: "Keep the one that is meant.",
    },
    ja: words! {
        label: "ボリューム",
        title: "種類が 2 つ以上あるボリューム",
        message: "{path} に、2 種類以上のストレージが指定されています：{values}。",
        why: "ボリュームの種類は、ホストのディレクトリ、Docker ボリューム、各種ファイルシステ\
            ム、起動時の設定のうちのどれか 1 つです。",
        cure: "使うもの 1 つだけを残してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""volumes": [{"name": "work", "host": {"sourcePath": "/data"}, "#,
        r#""efsVolumeConfiguration": {"fileSystemId": "fs-12345678", "#,
        r#""transitEncryption": "ENABLED"}}], "#,
        r#""memory": "512", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "mountPoints": [{"sourceVolume": "work", "#,
        r#""containerPath": "/work"}]}]"#,
    ),
    after: concat!(
        r#""volumes": [{"name": "work", "#,
        r#""efsVolumeConfiguration": {"fileSystemId": "fs-12345678", "#,
        r#""transitEncryption": "ENABLED"}}], "#,
        r#""memory": "512", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "mountPoints": [{"sourceVolume": "work", "#,
        r#""containerPath": "/work"}]}]"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/cloudposse/terraform-aws-ecs-alb-service-task/issues/185",
)];

const KINDS: [&str; 6] = [
    "host",
    "dockerVolumeConfiguration",
    "efsVolumeConfiguration",
    "s3filesVolumeConfiguration",
    "fsxWindowsFileServerVolumeConfiguration",
    "configuredAtLaunch",
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for volume in definition.root.member_elements("volumes") {
        let kinds = KINDS.iter().filter(|kind| {
            // `host: {}` and `false` request nothing.
            let asks =
                |at: NodeRef<'_>| at.token() != "false" && !(**kind == "host" && at.is_leaf());
            volume.member(kind).is_some_and(asks)
        });
        let kinds: Vec<&str> = kinds.copied().collect();
        if kinds.len() > 1 {
            findings.report(volume).arg("values", kinds.join(", "));
        }
    }
}
