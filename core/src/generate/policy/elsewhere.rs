//! The rights that lie elsewhere: with other roles, other accounts, or in what a task definition does
//! not show.

use crate::arn::Arn;
use crate::generate::iam;
use crate::generate::reference::Reference;
use crate::generate::resolve::Resolver;
use crate::generate::scope::{Reader, Scope};
use crate::image::EcrImage;
use crate::lang::Localized;
use crate::placeholder::{has_placeholder, is_placeholder};

/// What the policy of the execution role can't say.
pub(super) fn of_execution_role(scope: &Scope<'_>) -> Vec<Localized> {
    let containers = &scope.outline.containers;
    let account = scope.account();
    // A placeholder may stand for this account, too.
    let is_foreign = |other: &str| {
        let differs = account.as_deref().is_some_and(|account| account != other);
        differs && !other.is_empty() && !has_placeholder(other)
    };
    let images = || containers.iter().filter_map(|it| it.image.as_deref());
    let secrets = || {
        let named = containers
            .iter()
            .flat_map(|it| it.secrets.iter().chain(&it.credentials));
        named.map(String::as_str)
    };
    let mut notes = Vec::new();
    let mut note = |applies: bool, words| {
        if applies {
            notes.push(words);
        }
    };
    let reads_secrets = secrets().next().is_some();
    note(scope.request.kms_keys.is_empty() && reads_secrets, KEY);
    note(
        !scope.request.kms_keys.is_empty() && reads_secrets,
        KEY_POLICY,
    );
    let open = images().any(is_placeholder);
    note(scope.request.repository.is_none() && open, OPEN_IMAGE);
    let mut ecr = images().filter_map(EcrImage::parse);
    note(ecr.any(|image| is_foreign(image.account)), FOREIGN_IMAGE);
    let mut ecr = images().filter_map(EcrImage::parse);
    note(ecr.any(is_cached), CACHED_IMAGE);
    let foreign = |service: &str| {
        let mut arns = secrets().filter_map(Arn::parse);
        arns.any(|arn| arn.service == service && is_foreign(arn.account))
    };
    note(foreign("secretsmanager"), FOREIGN_SECRET);
    note(foreign("ssm"), FOREIGN_PARAMETER);
    let of_secrets = containers.iter().flat_map(|it| &it.secrets);
    let of_registries = containers.iter().flat_map(|it| &it.credentials);
    let mut references = of_secrets
        .map(|it| Reference::of_secret(it))
        .chain(of_registries.map(|it| Reference::of_credentials(it)));
    let is_either = |it: Reference| matches!(it, Reference::Secret(patterns) if patterns.len() > 1);
    note(references.any(is_either), EITHER_NAME);
    let mut specs = containers.iter().flat_map(|it| &it.credential_specs);
    note(
        specs.any(|spec| spec.starts_with("credentialspecdomainless:")),
        DOMAINLESS,
    );
    let resolver = Resolver {
        scope,
        template: false,
    };
    let has_own_file = scope.reader == Reader::Set;
    note(
        !has_own_file && iam::document(&iam::TASK_ROLE, resolver).is_some(),
        TASK_ROLE_TOO,
    );
    notes
}

/// What the policy of the task role can't say.
pub(super) fn of_task_role(scope: &Scope<'_>) -> Vec<Localized> {
    let mut notes = vec![APPLICATION];
    let mut outputs = scope
        .outline
        .containers
        .iter()
        .filter_map(|it| it.output.as_ref());
    if outputs.any(|output| {
        ["", "es", "opensearch", "prometheus_remote_write"].contains(&&*output.plugin)
    }) {
        notes.push(OTHER_OUTPUT);
    }
    if scope
        .outline
        .file_systems
        .iter()
        .any(|volume| volume.by_role)
    {
        notes.push(FILE_SYSTEM);
    }
    let mut volumes = scope.outline.file_systems.iter();
    if volumes.any(|volume| volume.is_s3_files) {
        notes.push(LINKED_BUCKET);
    }
    if scope.request.exec {
        notes.push(EXEC_LOGS);
    }
    notes
}

/// Whether a repository is named as the first part of those that a pull-through cache makes.
fn is_cached(image: EcrImage<'_>) -> bool {
    let prefixes = [
        "docker-hub",
        "ecr-public",
        "quay",
        "kubernetes",
        "k8s",
        "github",
        "ghcr",
        "gitlab",
    ];
    let first = image.repository.split('/').next();
    first.is_some_and(|first| prefixes.contains(&first)) && image.repository.contains('/')
}

/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-files-security-iam.html>
const LINKED_BUCKET: Localized = Localized {
    en: "A volume on S3 Files is linked to a bucket that no task definition names: the bucket's policy must not deny \
        this role.",
    ja: "S3 Files のボリュームは、タスク定義に現れないバケットとつながっています。バケットポリシーでこのロールを\
        拒否しないようにしてください。",
};

const KEY: Localized = Localized {
    en: "If a secret is encrypted with a customer managed key, name each such key with --kms-key.",
    ja: "シークレットをカスタマーマネージドキーで暗号化しているなら、そのキーをすべて --kms-key で指定してください。",
};

const KEY_POLICY: Localized = Localized {
    en: "The policy of each key has to allow this role too, unless it lets its account's IAM policies decide.",
    ja: "各キーのキーポリシーでも、このロールを許可する必要があります。キーポリシーがアカウントの IAM ポリシーに任せている\
        場合は不要です。",
};

const OPEN_IMAGE: Localized = Localized {
    en: "An image is still a placeholder: name its ECR repository with --repository.",
    ja: "イメージがプレースホルダーのままです。ECR リポジトリを --repository で指定してください。",
};

const FOREIGN_IMAGE: Localized = Localized {
    en: "An image is in another account: the repository's policy over there has to allow this role ecr:BatchGetImage, \
        ecr:GetDownloadUrlForLayer and ecr:BatchCheckLayerAvailability as well.",
    ja: "別のアカウントのイメージがあります。相手側のリポジトリポリシーでも、このロールに ecr:BatchGetImage、\
        ecr:GetDownloadUrlForLayer、ecr:BatchCheckLayerAvailability を許可する必要があります。",
};

const CACHED_IMAGE: Localized = Localized {
    en: "An image's repository is named as a pull-through cache names it. If it is one, the first pull of an image \
        also needs ecr:BatchImportUpstreamImage and ecr:CreateRepository.",
    ja: "プルスルーキャッシュの形の名前を持つリポジトリがあります。そうであれば、イメージの最初の取得に \
        ecr:BatchImportUpstreamImage と ecr:CreateRepository も必要です。",
};

const FOREIGN_SECRET: Localized = Localized {
    en: "A secret is in another account: its resource policy over there has to allow this role, and it has to be \
        encrypted with a customer managed key whose policy does so too; name that key with --kms-key.",
    ja: "別のアカウントのシークレットがあります。相手側のリソースポリシーでこのロールを許可し、同じくこのロールを許可する\
        カスタマーマネージドキーで暗号化する必要があります。そのキーを --kms-key で指定してください。",
};

/// Source:
/// <https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-shared-parameters.html>
const FOREIGN_PARAMETER: Localized = Localized {
    en: "A parameter is in another account: it has to be an advanced parameter that AWS RAM shares with this account. A \
        SecureString also has to be encrypted with a customer managed key whose policy allows this role; name that key \
        with --kms-key.",
    ja: "別のアカウントのパラメータがあります。アドバンストパラメータとして、AWS RAM でこのアカウントに共有する必要があります。\
        SecureString なら、このロールを許可するカスタマーマネージドキーでの暗号化も必要です。そのキーを --kms-key で指定して\
        ください。",
};

const EITHER_NAME: Localized = Localized {
    en: "Whether the end of a secret's name is the six characters that Secrets Manager appends can't be seen where it \
        could be a word, as in db-secret: the policy allows both.",
    ja: "シークレット名の末尾が db-secret のように単語とも読めるため、Secrets Manager が付ける 6 文字かどうか区別できません。\
        ポリシーでは両方を許可しています。",
};

const DOMAINLESS: Localized = Localized {
    en: "A credential specification is domainless: the role also needs secretsmanager:GetSecretValue on the secret that \
        the file itself names.",
    ja: "ドメインレスの認証情報の仕様があります。そのファイルに書かれたシークレットへの secretsmanager:GetSecretValue も\
        必要です。",
};

const TASK_ROLE_TOO: Localized = Localized {
    en: "The task role needs rights too, as the definition shows: taskdef generate policy --for task-role.",
    ja: "タスク定義の内容から、タスクロールにも必要な権限があります: taskdef generate policy --for task-role",
};

const APPLICATION: Localized = Localized {
    en: "These are the rights that the task definition shows a need for. What the application itself calls is not in it: \
        add the rights for that.",
    ja: "タスク定義からわかる範囲の権限です。アプリケーション自身が AWS を呼び出すなら、その権限を追加してください。",
};

const OTHER_OUTPUT: Localized = Localized {
    en: "FireLens sends to something whose ARN the task definition does not hold, or where the router's own \
        configuration says: add the rights for it.",
    ja: "FireLens の送信先に、タスク定義に ARN がないもの、またはルーター自身の設定で決まるものがあります。その権限を追加\
        してください。",
};

const FILE_SYSTEM: Localized = Localized {
    en: "A container that writes as root, and not through an access point with a user, needs \
        elasticfilesystem:ClientRootAccess as well; a file system policy may ask for more.",
    ja: "ユーザーを指定したアクセスポイントを使わずに root で書き込むコンテナには、elasticfilesystem:ClientRootAccess も必要\
        です。ファイルシステムポリシーがさらに求めることもあります。",
};

const EXEC_LOGS: Localized = Localized {
    en: "If the cluster logs the sessions of ECS Exec to CloudWatch or S3, or encrypts them, the task role needs the \
        rights for that too.",
    ja: "クラスターが ECS Exec のセッションを CloudWatch や S3 に記録したり暗号化したりしているなら、タスクロールにその権限も\
        必要です。",
};
