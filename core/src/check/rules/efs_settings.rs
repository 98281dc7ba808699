//! `efs-settings`: settings of EFS or S3 Files that contradict each other, or name nothing.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, NodeRef, PackedWords, Plan,
    Rule, Scope, is_given, is_open, reference, refusal, words,
};
use crate::arn::Arn;
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
        label: "Volume",
        title: "Settings of EFS or S3 Files that can’t be right",
        message: "{path} {reason}.",
        why: "An access point sets the folder itself, so that `rootDirectory` has to be `/`. \
            Access points and IAM work over an encrypted connection only, and S3 Files with \
            the task role only.",
        cure: "Set `transitEncryption` to `ENABLED`, leave `rootDirectory` out beside an \
            access point, and name the file system by its ID, on S3 Files by its ARN.",
    },
    ja: words! {
        label: "ボリューム",
        title: "EFS や S3 Files の誤った設定",
        message: "{path} {reason}。",
        why: "アクセスポイントを使うとディレクトリも決まるので、`rootDirectory` は `/` にしま\
            す。また、アクセスポイントと IAM には転送中の暗号化が、S3 Files にはタスクロールが必要\
            です。",
        cure: "`transitEncryption` を `ENABLED` にし、アクセスポイントを使うときは \
            `rootDirectory` を省いてください。ファイルシステムは ID で、S3 Files では ARN で指定\
            します。",
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
    reference(
        "Pattern: ^(arn:aws[-a-z]*:elasticfilesystem:[0-9a-z-:]+:file-system/\
            fs-[0-9a-f]{8,40}|fs-[0-9a-f]{8,40})$",
        "https://docs.aws.amazon.com/efs/latest/ug/API_FileSystemDescription.html",
    ),
    reference(
        "Your task definition must include a Task IAM Role.",
        S3_FILES,
    ),
    reference(
        "If a S3 Files access point is specified in the accessPointArn, the root directory \
            parameter must either be omitted or set to /",
        S3_FILES,
    ),
    reference(
        "The full ARN of the S3 Files file system to mount.",
        S3_FILES,
    ),
];

const S3_FILES: &str = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
    API_S3FilesVolumeConfiguration.html";

static ROOT: Localized = Localized {
    en: "has to be / or left out beside an access point",
    ja: " は、アクセスポイントを使うときは / にするか省く必要があります",
};

static OPEN: Localized = Localized {
    en: "needs transitEncryption ENABLED",
    ja: " を使うには、transitEncryption を ENABLED にする必要があります",
};

static ROLE: Localized = Localized {
    en: "needs taskRoleArn",
    ja: " を使うには、taskRoleArn が必要です",
};

static ID: Localized = Localized {
    en: "has not the form of an ID or ARN of EFS",
    ja: " が、EFS の ID や ARN の形になっていません",
};

static ARN: Localized = Localized {
    en: "has not the form of an ARN of S3 Files",
    ja: " が、S3 Files の ARN の形になっていません",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for volume in definition.root.member_elements("volumes") {
        if let Some(efs) = volume.member("efsVolumeConfiguration") {
            let access = efs.member("authorizationConfig");
            let point = access.and_then(|access| access.member("accessPointId"));
            names([efs.member("fileSystemId"), point], true, findings);
            folder(efs, point, findings);
            encryption(efs, findings);
        }
        if let Some(files) = volume.member("s3filesVolumeConfiguration") {
            let point = files.member("accessPointArn");
            names([files.member("fileSystemArn"), point], false, findings);
            folder(files, point, findings);
            if definition.root.member("taskRoleArn").is_none() {
                findings.report(files).arg("reason", &ROLE);
            }
        }
    }
}

/// Reports a file system and an access point without the form of one of this service. S3 Files takes
/// ARNs only.
fn names(both: [Option<NodeRef<'_>>; 2], is_efs: bool, findings: &mut Findings<'_>) {
    let (service, form) = if is_efs {
        ("elasticfilesystem", &ID)
    } else {
        ("s3files", &ARN)
    };
    for (at, start) in both.into_iter().zip(["fs-", "fsap-"]) {
        let Some(at) = at else {
            continue;
        };
        let text = at.string().unwrap_or_default();
        let right = match Arn::parse(&text) {
            Some(arn) => arn.service == service && is_id(arn.resource, start),
            None => is_efs && is_id(&text, start),
        };
        if is_given(&text) && !right {
            findings.report(at).arg("reason", form);
        }
    }
}

/// Reports a folder beside an access point.
fn folder(volume: NodeRef<'_>, point: Option<NodeRef<'_>>, findings: &mut Findings<'_>) {
    if let (Some(root), Some(_)) = (volume.member("rootDirectory"), point)
        && root
            .string()
            .is_some_and(|root| root != "/" && !root.is_empty())
    {
        findings.report(root).arg("reason", &ROOT);
    }
}

/// Whether an id, or the path of an ARN that ends with it, is of this kind. AWS's own samples have
/// shorter ones than its pattern.
fn is_id(text: &str, start: &str) -> bool {
    let id = text.rsplit('/').next().unwrap_or_default();
    let digits = id.strip_prefix(start).unwrap_or_default();
    let hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    !digits.is_empty() && digits.bytes().all(hex)
}

fn encryption(efs: NodeRef<'_>, findings: &mut Findings<'_>) {
    let encrypted = efs.member("transitEncryption");
    let enabled = encrypted.and_then(NodeRef::string).as_deref() == Some("ENABLED");
    if enabled || encrypted.is_some_and(is_open) {
        return;
    }
    if let Some(at) = asks_for_encryption(efs) {
        let finding = findings.report(at).arg("reason", &OPEN);
        finding.plan(Plan::unsure(&ENCRYPT, encrypt(efs)));
    }
}
