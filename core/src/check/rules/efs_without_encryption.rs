//! `efs-without-encryption`: EFS over a connection that is not encrypted.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Plan, Rule, Scope,
    Severity, words,
};
use crate::check::efs::{ENCRYPT, asks_for_encryption, encrypt};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "efs-without-encryption",
        class: Class::Security(Severity::Warning),
        aws: "",
        source: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-18",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Encryption",
        title: "EFS over a connection that is not encrypted",
        message: "What {path} reads and writes crosses the network in plain text.",
        why: "Whoever can listen in the VPC reads the files. ECS encrypts the connection \
            only if it is told to.",
        cure: "Set `transitEncryption` to `ENABLED`. On EC2 the instance needs \
            amazon-efs-utils, which AWS’s images for ECS have.",
    },
    ja: words! {
        label: "EFS",
        title: "暗号化されない EFS の通信",
        message: "{path} の読み書きは、暗号化されずにネットワークを流れます。",
        why: "VPC の通信を見られる人には、ファイルの中身も見えます。指定しないかぎり、ECS \
            は暗号化しません。",
        cure: "`transitEncryption` を `ENABLED` にしてください。EC2 では amazon-efs-utils \
            が必要で、AWS の ECS 用イメージには入っています。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""volumes": [{"name": "work", "#,
        r#""efsVolumeConfiguration": {"fileSystemId": "fs-12345678"}}], "#,
        r#""memory": "512", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "mountPoints": [{"sourceVolume": "work", "#,
        r#""containerPath": "/work"}]}]"#,
    ),
    after: concat!(
        r#""volumes": [{"name": "work", "#,
        r#""efsVolumeConfiguration": {"fileSystemId": "fs-12345678", "#,
        r#""transitEncryption": "ENABLED"}}], "memory": "512", "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""mountPoints": [{"sourceVolume": "work", "containerPath": "/work"}]}]"#,
    ),
};

/// What others call it.
pub(super) const ALSO: &[&str] = &[
    "ECS.18",
    "CKV_AWS_97",
    "AWS-0035",
    "ECS_TASK_DEFINITION_EFS_ENCRYPTION_ENABLED",
    "4d46ff3b-7160-41d1-a310-71d6d370b08f",
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for volume in definition.root.member_elements("volumes") {
        let Some(efs) = volume.member("efsVolumeConfiguration") else {
            continue;
        };
        let written = efs.member("transitEncryption");
        let word = written.map(|at| at.string().unwrap_or_default());
        match word.as_deref() {
            // `efs-settings` says it.
            _ if asks_for_encryption(efs).is_some() => {}
            None => {
                let finding = findings.report(efs);
                finding.plan(Plan::safe(&ENCRYPT, encrypt(efs)));
            }
            // Somebody has decided it.
            Some("DISABLED") => {
                let finding = findings.report(written.unwrap_or(efs));
                finding.plan(Plan::unsure(&ENCRYPT, encrypt(efs)));
            }
            Some(_) => {}
        }
    }
}
