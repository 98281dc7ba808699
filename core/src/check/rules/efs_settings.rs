//! `efs-settings`: EFS settings that contradict each other.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, NodeRef, PackedWords, Plan,
    Rule, Scope, is_open, reference, refusal, words,
};
use crate::check::efs::{ENCRYPT, asks_for_encryption, encrypt};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "efs-settings",
        class: Class::Error,
        aws: "When using an EFS access point, the root directory must either be set to \"/\" or \
            be omitted",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_EFSVolumeConfiguration.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Contradiction",
        title: "EFS settings that contradict each other",
        message: "{path} {reason}.",
        why: "An access point sets the folder itself, so that `rootDirectory` has to be `/`. \
            Access points and IAM work over an encrypted connection only.",
        cure: "Set `transitEncryption` to `ENABLED`, and leave `rootDirectory` out beside an \
            access point.",
    },
    ja: words! {
        label: "EFS",
        title: "矛盾する EFS の設定",
        message: "{path} {reason}。",
        why: "アクセスポイントを使うとディレクトリも決まるので、`rootDirectory` は `/` にしま\
            す。また、アクセスポイントと IAM には転送中の暗号化が必要です。",
        cure: "`transitEncryption` を `ENABLED` にし、アクセスポイントを使うときは \
            `rootDirectory` を省いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""volumes": [{"name": "work", "#,
        r#""efsVolumeConfiguration": {"fileSystemId": "fs-12345678", "#,
        r#""authorizationConfig": {"iam": "ENABLED"}}}], "memory": "512", "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""mountPoints": [{"sourceVolume": "work", "containerPath": "/work"}]}]"#,
    ),
    after: concat!(
        r#""volumes": [{"name": "work", "#,
        r#""efsVolumeConfiguration": {"fileSystemId": "fs-12345678", "#,
        r#""transitEncryption": "ENABLED", "#,
        r#""authorizationConfig": {"iam": "ENABLED"}}}], "memory": "512", "#,
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

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(
        CHECK.rule.aws,
        "https://github.com/aws/aws-cdk/issues/10683",
    ),
    reference(
        "Transit encryption must be turned on if Amazon EFS IAM authorization is used.",
        CHECK.rule.source,
    ),
    reference(
        "If an access point is used, transit encryption must be on in the \
            EFSVolumeConfiguration.",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_EFSAuthorizationConfig.html",
    ),
];

static ROOT: Localized = Localized {
    en: "has to be / or left out beside an access point",
    ja: " は、アクセスポイントを使うときは / にするか省く必要があります",
};

static OPEN: Localized = Localized {
    en: "needs transitEncryption ENABLED",
    ja: " を使うには、transitEncryption を ENABLED にする必要があります",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for volume in definition.root.member_elements("volumes") {
        let Some(efs) = volume.member("efsVolumeConfiguration") else {
            continue;
        };
        let access = efs.member("authorizationConfig");
        let point = access.and_then(|access| access.member("accessPointId"));
        if let (Some(root), Some(_)) = (efs.member("rootDirectory"), point)
            && root
                .string()
                .is_some_and(|root| root != "/" && !root.is_empty())
        {
            findings.report(root).arg("reason", &ROOT);
        }
        let encrypted = efs.member("transitEncryption");
        let enabled = encrypted.and_then(NodeRef::string).as_deref() == Some("ENABLED");
        if enabled || encrypted.is_some_and(is_open) {
            continue;
        }
        if let Some(at) = asks_for_encryption(efs) {
            let finding = findings.report(at).arg("reason", &OPEN);
            finding.plan(Plan::unsure(&ENCRYPT, encrypt(efs)));
        }
    }
}
