//! What IAM and STS refuse, and what comes of credentials.

use crate::aws_error::error::{AwsError, COMMON, SaidBy, answer};

const ERRORS: &str = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html";

pub(super) const ACCESS: &[AwsError] = &[
    AwsError {
        id: "pass-role-denied",
        said_by: SaidBy::Operation(&[
            "RegisterTaskDefinition",
            "RunTask",
            "UpdateService",
            "PutTargets",
        ]),
        texts: &["is not authorized to perform: iam:PassRole on resource: {}"],
        words: answer! {
            title: "The caller may not pass a role of the definition", "タスク定義のロールを渡す権限がありません";
            meaning: "Who registers or runs a definition hands its task and execution role to ECS, and needs \
                      `iam:PassRole` on each; a rule’s target needs it on the rule’s role too.",
                     "タスク定義を登録・実行する人は、タスクロールと実行ロールを ECS に渡すため、それぞれに `iam:PassRole` が必要です。\
                      ルールのターゲットではルール用のロールにも必要です。";
            cure: "Allow `iam:PassRole` on the ARN that the message names, with the condition \
                   `iam:PassedToService: ecs-tasks.amazonaws.com`. `taskdef generate policy` writes it.",
                  "メッセージの ARN に対する `iam:PassRole` を、条件 `iam:PassedToService: ecs-tasks.amazonaws.com` 付きで\
                   許可してください。`taskdef generate policy` で作成できます。";
            plain_cure: "Allow `iam:PassRole` on the ARN that the message names, with the condition \
                         `iam:PassedToService: ecs-tasks.amazonaws.com`. The file `policy.json` of this page holds it.",
                        "メッセージの ARN に対する `iam:PassRole` を、条件 `iam:PassedToService: ecs-tasks.amazonaws.com` 付きで\
                         許可してください。このページの `policy.json` に含まれています。";
        },
        fields: &["taskRoleArn", "executionRoleArn"],
        source: "https://github.com/aws/serverless-application-model/issues/2247",
        ..COMMON
    },
    AwsError {
        id: "register-denied",
        said_by: SaidBy::Operation(&["RegisterTaskDefinition"]),
        texts: &["is not authorized to perform: ecs:RegisterTaskDefinition on resource: {}"],
        words: answer! {
            title: "The caller may not register definitions", "タスク定義を登録する権限がありません";
            meaning: "No policy of the caller allows `ecs:RegisterTaskDefinition` for this family, or one denies it: \
                      policies may ask for tags, or for sizes.",
                     "このファミリーに対する `ecs:RegisterTaskDefinition` が許可されていないか、タグやサイズの条件などで拒否されています。";
            cure: "Allow it on `task-definition/FAMILY:*`. `taskdef generate policy` writes the statement.",
                  "`task-definition/ファミリー:*` に対して許可してください。`taskdef generate policy` で文を作成できます。";
            plain_cure: "Allow it on `task-definition/FAMILY:*`. The file `policy.json` of this page holds the statement.",
                        "`task-definition/ファミリー:*` に対して許可してください。このページの `policy.json` に文があります。";
        },
        fields: &["family", "tags"],
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html",
        ..COMMON
    },
    AwsError {
        id: "tag-denied",
        said_by: SaidBy::Operation(&["RegisterTaskDefinition", "RunTask", "CreateService"]),
        texts: &["is not authorized to perform: ecs:TagResource on resource: {}"],
        words: answer! {
            title: "The caller may not set tags", "タグを付ける権限がありません";
            meaning: "The definition, task or service is created with tags, which asks for `ecs:TagResource` besides \
                      the action itself.",
                     "タグ付きで作成するには、元のアクションに加えて `ecs:TagResource` が必要です。";
            cure: "Allow `ecs:TagResource` with the condition `ecs:CreateAction`, or leave the tags out.",
                  "`ecs:TagResource` を条件 `ecs:CreateAction` 付きで許可するか、タグを外してください。";
        },
        fields: &["tags"],
        source: "https://github.com/aws/aws-cdk/issues/25768",
        ..COMMON
    },
    AwsError {
        id: "run-denied",
        said_by: SaidBy::Operation(&["RunTask"]),
        texts: &["is not authorized to perform: ecs:RunTask on resource: {}"],
        words: answer! {
            title: "The caller may not run this definition", "このタスク定義を実行する権限がありません";
            meaning: "`ecs:RunTask` is allowed by revision: since 2024 a policy must name `task-definition/FAMILY:*`, \
                      and the family alone does not match.",
                     "`ecs:RunTask` はリビジョン単位で判定されます。2024 年以降は `task-definition/ファミリー:*` と書く必要があり、\
                      ファミリー名だけでは一致しません。";
            cure: "Allow it on `task-definition/FAMILY:*`, with `ecs:cluster` as a condition if you like.",
                  "`task-definition/ファミリー:*` に対して許可してください。必要なら `ecs:cluster` を条件にします。";
        },
        fields: &["family"],
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
        ..COMMON
    },
    AwsError {
        id: "update-denied",
        said_by: SaidBy::Operation(&["UpdateService"]),
        texts: &["is not authorized to perform: ecs:UpdateService on resource: {}"],
        words: answer! {
            title: "The caller may not update this service", "このサービスを更新する権限がありません";
            meaning: "No policy of the caller allows `ecs:UpdateService` on the service, or one denies it.",
                     "このサービスに対する `ecs:UpdateService` が許可されていないか、拒否されています。";
            cure: "Allow it on `service/CLUSTER/SERVICE`. `taskdef deploy --dry-run` lists all actions that a \
                   deploy takes.",
                  "`service/クラスター/サービス` に対して許可してください。`taskdef deploy --dry-run` で、必要なアクションの一覧を\
                   確認できます。";
            plain_cure: "Allow it on `service/CLUSTER/SERVICE`. Name the service beside the file `policy.json` of this \
                         page, which then holds all that a deploy takes.",
                        "`service/クラスター/サービス` に対して許可してください。このページの `policy.json` の横でサービスを指定すると、\
                         デプロイに必要な権限がそろいます。";
        },
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html",
        ..COMMON
    },
    AwsError {
        id: "ecs-action-denied",
        said_by: SaidBy::AnyOperation,
        texts: &[
            "is not authorized to perform: ecs:{} on resource: {}",
            "is not authorized to perform: ecs:{} because no identity-based policy allows the",
        ],
        is_general: true,
        words: answer! {
            title: "IAM does not allow the call", "IAM で許可されていない呼び出しです";
            meaning: "The message names who called, the action and the resource; `explicit deny` means that a policy \
                      forbids it, of the account or of the organization.",
                     "メッセージに、呼び出した人、アクション、リソースが書かれています。`explicit deny` はアカウントや組織のポリシーで\
                      禁止されていることを示します。";
            cure: "Allow that action on that resource, or use other credentials (`aws sts get-caller-identity`).",
                  "そのリソースに対するアクションを許可するか、別の認証情報を使ってください（`aws sts get-caller-identity`）。";
        },
        source: "https://github.com/fabfuel/ecs-deploy/issues/119",
        ..COMMON
    },
    AwsError {
        id: "assume-role-denied",
        said_by: SaidBy::Operation(&["AssumeRole"]),
        texts: &["is not authorized to perform: sts:AssumeRole on resource: {}"],
        words: answer! {
            title: "The caller may not take on the role", "ロールを引き受ける権限がありません";
            meaning: "The role’s trust policy does not name the caller, or the caller lacks `sts:AssumeRole`.",
                     "ロールの信頼ポリシーに呼び出し元がないか、呼び出し元に `sts:AssumeRole` がありません。";
            cure: "Allow both sides; with an external id or MFA in the trust policy, pass that too.",
                  "両方で許可してください。信頼ポリシーに外部 ID や MFA の条件があれば、それも渡します。";
        },
        source: "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html",
        ..COMMON
    },
    AwsError {
        id: "token-expired",
        said_by: SaidBy::AnyOperation,
        texts: &[
            "The security token included in the request is expired",
            "ExpiredTokenException",
            "The SSO session associated with this profile has expired",
            "Token has expired and refresh failed",
        ],
        words: answer! {
            title: "The credentials have expired", "認証情報の有効期限が切れています";
            meaning: "Temporary credentials are valid for some hours; those in the environment or of the SSO session \
                      are over.",
                     "一時的な認証情報（環境変数や SSO のセッション）の有効期間が過ぎました。";
            cure: "`aws sso login`, or get new ones from where these came; remove old `AWS_*` variables.",
                  "`aws sso login` を実行するか取得し直し、古い `AWS_*` 変数を消してください。";
        },
        source: ERRORS,
        ..COMMON
    },
    AwsError {
        id: "token-invalid",
        said_by: SaidBy::AnyOperation,
        texts: &[
            "The security token included in the request is invalid",
            "UnrecognizedClientException",
            "InvalidClientTokenId",
        ],
        words: answer! {
            title: "AWS does not know these credentials", "AWS がこの認証情報を認識できません";
            meaning: "The access key was deleted, is of another partition (China, GovCloud), or a session token is \
                      missing or belongs to another key.",
                     "アクセスキーが削除されているか、別のパーティション（中国、GovCloud）のものか、セッショントークンが不足または\
                      一致していません。";
            cure: "Check `aws sts get-caller-identity`, and set key, secret and token together.",
                  "`aws sts get-caller-identity` で確認し、キー、シークレット、トークンを揃えて設定してください。";
        },
        source: ERRORS,
        ..COMMON
    },
    AwsError {
        id: "signature-wrong",
        said_by: SaidBy::AnyOperation,
        texts: &[
            "The request signature we calculated does not match the signature you provided",
            "Signature expired: {} is now earlier than",
            "Signature not yet current",
        ],
        words: answer! {
            title: "The signature of the call is wrong", "リクエストの署名が一致しません";
            meaning: "The secret key is not that of the access key (often a character got lost), or this machine’s \
                      clock is minutes off.",
                     "シークレットキーがアクセスキーに対応していない（文字の欠けなど）か、このマシンの時計が数分以上ずれています。";
            cure: "Copy both keys again, and set the clock by NTP.",
                  "両方のキーを写し直し、NTP で時計を合わせてください。";
        },
        source: ERRORS,
        ..COMMON
    },
    AwsError {
        id: "rate-exceeded",
        said_by: SaidBy::AnyOperation,
        texts: &[
            "ThrottlingException {} Rate exceeded",
            "ThrottlingException: Rate exceeded",
        ],
        words: answer! {
            title: "Too many calls at once", "呼び出しの頻度が上限を超えました";
            meaning: "ECS limits calls for each account and region, and everything in the account shares the limit.",
                     "ECS の API はアカウントとリージョンごとに頻度が制限され、アカウント全体で共有されます。";
            cure: "Try again later and with growing pauses; ask less often while waiting.",
                  "間隔を延ばしながら再試行し、待機中の問い合わせの頻度を下げてください。";
        },
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html",
        ..COMMON
    },
];
