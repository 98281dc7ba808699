//! Why secrets, registry credentials and environment files could not be fetched for a task.

use crate::aws_error::error::{AwsError, COMMON, answer};

const SECRETS: &[&str] = &["containerDefinitions[].secrets[].valueFrom"];

pub(super) const SECRET: &[AwsError] = &[
    AwsError {
        id: "parameter-access-denied",
        texts: &[
            "unable to retrieve secrets from ssm: {} is not authorized to perform: ssm:GetParameters on resource: {}",
            "Fetching secret data from SSM Parameter Store in {}: {} is not authorized to perform: ssm:GetParameters",
        ],
        words: answer! {
            title: "The execution role may not read the parameter", "実行ロールにパラメータの読み取り権限がありません";
            meaning: "ECS fetches what `secrets` name with the execution role, not with the task role, and this \
                      role may not call `ssm:GetParameters` on it.",
                     "ECS は `secrets` の値をタスクロールではなく実行ロールで取得します。\
                      そのロールに `ssm:GetParameters` の権限がありません。";
            cure: "Allow the execution role `ssm:GetParameters` on the parameter’s ARN, and `kms:Decrypt` on its \
                   key if that is one of yours.",
                  "実行ロールに、パラメータの ARN に対する `ssm:GetParameters` と、独自のキーなら `kms:Decrypt` を\
                   許可してください。";
        },
        rules: &["execution-role-missing"],
        fields: &[
            "containerDefinitions[].secrets[].valueFrom",
            "executionRoleArn",
        ],
        source: "https://github.com/aws/copilot-cli/issues/4504",
        ..COMMON
    },
    AwsError {
        id: "parameter-not-found",
        texts: &[
            "unable to retrieve secrets from ssm: {} invalid parameters",
            "Fetching secret data from SSM Parameter Store in {}: invalid parameters",
            "invalid ssm parameters: {}",
        ],
        words: answer! {
            title: "The parameter does not exist in the task’s region",
                   "パラメータがタスクのリージョンにありません";
            meaning: "Parameter Store has no parameter of this name in this account and region. Names count \
                      with their leading `/` and with case.",
                     "このアカウントとリージョンのパラメータストアに、その名前のパラメータがありません。\
                      先頭の `/` と大文字小文字も区別されます。";
            cure: "Create the parameter, or correct `valueFrom`; a parameter of another region needs its whole \
                   ARN.",
                  "パラメータを作成するか `valueFrom` を直してください。別リージョンのパラメータは ARN 全体で指定します。";
        },
        rules: &["secret-reference"],
        fields: SECRETS,
        source: "https://github.com/aws/amazon-ecs-agent/blob/8dfceca6cf380a83c3007349317566f2862f0673/agent/ssm/ssm.go",
        ..COMMON
    },
    AwsError {
        id: "secret-access-denied",
        texts: &[
            "unable to retrieve secret from asm: {} is not authorized to perform: secretsmanager:GetSecretValue on resource: {}",
            "Fetching secret data from AWS Secrets Manager in region {} is not authorized to perform: secretsmanager:GetSecretValue",
        ],
        words: answer! {
            title: "The execution role may not read the secret", "実行ロールにシークレットの読み取り権限がありません";
            meaning: "ECS fetches what `secrets` name with the execution role, and this role may not call \
                      `secretsmanager:GetSecretValue` on it.",
                     "ECS は `secrets` の値を実行ロールで取得しますが、そのロールに \
                      `secretsmanager:GetSecretValue` の権限がありません。";
            cure: "Allow it on the secret’s whole ARN with its six random characters, or with `-??????` at the \
                   end; of another account, also in the secret’s own policy.",
                  "末尾の 6 文字を含む ARN（または末尾を `-??????` としたもの）に対して許可してください。\
                   別アカウントのシークレットでは、シークレット側のポリシーでも許可が必要です。";
        },
        rules: &["execution-role-missing"],
        fields: &[
            "containerDefinitions[].secrets[].valueFrom",
            "executionRoleArn",
        ],
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html",
        ..COMMON
    },
    AwsError {
        id: "secret-not-found",
        texts: &[
            "unable to retrieve secret from asm: {} Secrets Manager can't find the specified secret",
            "Fetching secret data from AWS Secrets Manager in region {} Secrets Manager can't find the specified secret",
            "unable to retrieve secret from asm: {} Secrets Manager can't find the specified secret value for {}",
            "The task can't retrieve the secret with ARN {} from AWS Secrets Manager. Check whether the secret exists in the specified Region",
        ],
        words: answer! {
            title: "The secret does not exist, or has no value", "シークレットがないか、値が空です";
            meaning: "Secrets Manager has no secret of this ARN in this region, the version or stage that is asked \
                      for is not there, or the secret was created and never given a value.",
                     "このリージョンの Secrets Manager にその ARN のシークレットがないか、指定したバージョンやステージがないか、\
                      作成しただけで値が入っていません。";
            cure: "Compare `valueFrom` with the secret’s ARN (`aws secretsmanager describe-secret`); its last six \
                   characters change when a secret is deleted and made again.",
                  "`valueFrom` とシークレットの ARN（`aws secretsmanager describe-secret`）を見比べてください。\
                   作り直すと末尾の 6 文字が変わります。";
        },
        rules: &["secret-reference"],
        fields: SECRETS,
        source: "https://github.com/boto/boto3/issues/2794",
        ..COMMON
    },
    AwsError {
        id: "secret-key-missing",
        texts: &[
            "retrieved secret from Secrets Manager did not contain json key {}",
            "unable to retrieve secret from asm: {} did not contain json key {}",
        ],
        words: answer! {
            title: "The secret has no such JSON key", "シークレットに指定した JSON キーがありません";
            meaning: "`valueFrom` names a key of the secret (the part after the ARN), and the secret’s JSON does \
                      not have it.",
                     "`valueFrom` では ARN の後にシークレットのキーを指定していますが、シークレットの JSON に\
                      そのキーがありません。";
            cure: "Correct the key in `valueFrom` (`ARN:key::`), or add it to the secret.",
                  "`valueFrom` のキー（`ARN:キー::`）を直すか、シークレットにキーを追加してください。";
        },
        rules: &["secret-reference"],
        fields: SECRETS,
        source: "https://github.com/aws/amazon-ecs-agent/blob/8dfceca6cf380a83c3007349317566f2862f0673/agent/asm/asm.go",
        ..COMMON
    },
    AwsError {
        id: "secret-no-json",
        texts: &[
            "unable to retrieve secret from asm: {} invalid character {} looking for beginning of",
        ],
        words: answer! {
            title: "The secret is not the JSON that a key is asked of", "シークレットの値が JSON ではありません";
            meaning: "`valueFrom` asks for a key of the secret, but the secret’s value is not JSON: often it was \
                      saved with single quotes around it.",
                     "`valueFrom` でキーを指定していますが、シークレットの値が JSON として読めません。\
                      一重引用符ごと保存されていることがよくあります。";
            cure: "Save the secret as valid JSON, or leave the key out of `valueFrom` to get the whole value.",
                  "シークレットを正しい JSON で保存し直すか、`valueFrom` からキーを外して値全体を使ってください。";
        },
        rules: &["secret-reference"],
        fields: SECRETS,
        source: "https://github.com/rileydakota/valheim-ecs-fargate-cdk/issues/9",
        ..COMMON
    },
    AwsError {
        id: "secret-key-denied",
        texts: &[
            "unable to retrieve {} Access to KMS is not allowed",
            "unable to retrieve {} is not authorized to perform: kms:Decrypt",
            "unable to retrieve {} The ciphertext refers to a customer master key that does not exist",
        ],
        words: answer! {
            title: "The execution role may not use the secret’s KMS key", "実行ロールに KMS キーの使用権限がありません";
            meaning: "The secret is encrypted with a key of your own, and the execution role may not decrypt with \
                      it, or the key’s own policy does not let it.",
                     "シークレットは独自のキーで暗号化されていますが、実行ロールに復号の権限がないか、\
                      キーポリシーで許可されていません。";
            cure: "Allow the execution role `kms:Decrypt` on that key, in its policy and, in another account, in \
                   the key’s policy.",
                  "そのキーに対する `kms:Decrypt` を実行ロールに許可してください。別アカウントのキーでは、\
                   キーポリシーでも許可が必要です。";
        },
        fields: &[
            "containerDefinitions[].secrets[].valueFrom",
            "executionRoleArn",
        ],
        source: "https://github.com/GiamPy5/terraform-aws-directus/issues/10",
        ..COMMON
    },
    AwsError {
        id: "secrets-unreachable",
        texts: &[
            "unable to pull secrets or registry auth: {} unable to retrieve secrets from ssm: {} RequestCanceled: request context canceled",
            "unable to pull secrets or registry auth: {} unable to retrieve secret from asm: {} RequestCanceled: request context canceled",
            "unable to retrieve secrets from ssm: {} context deadline exceeded",
            "unable to retrieve secret from asm: {} context deadline exceeded",
            "unable to retrieve secrets from ssm: {} i/o timeout",
            "unable to retrieve secret from asm: {} i/o timeout",
            "The task cannot pull secrets from AWS Secrets Manager. There is a connection issue between the task and AWS Secrets Manager",
            "The task cannot pull secrets from {} There is a connection issue between the task and {}",
        ],
        words: answer! {
            title: "The task has no way to Parameter Store or Secrets Manager",
                   "タスクからパラメータストアや Secrets Manager への経路がありません";
            meaning: "The service did not answer in time: on Fargate 1.4.0 and later, secrets are fetched through \
                      the task’s own network interface, which needs a route to them.",
                     "時間内に応答がありませんでした。Fargate 1.4.0 以降では、シークレットはタスク自身のネットワーク\
                      インターフェイス経由で取得されるため、そこからの経路が必要です。";
            cure: "In a public subnet set `assignPublicIp` to `ENABLED`; in a private one use a NAT gateway or VPC \
                   endpoints for ssm, secretsmanager and kms whose security group lets the task in on port 443.",
                  "パブリックサブネットでは `assignPublicIp` を `ENABLED` にし、プライベートサブネットでは NAT ゲートウェイか、\
                   ssm、secretsmanager、kms の VPC エンドポイントを用意して、タスクからの 443 番を許可してください。";
        },
        fields: SECRETS,
        source: "https://github.com/aws-samples/serverless-jenkins-on-aws-fargate/issues/7",
        ..COMMON
    },
    AwsError {
        id: "registry-login-unreachable",
        texts: &[
            "unable to retrieve ecr registry auth: {} i/o timeout",
            "unable to retrieve ecr registry auth: {} context deadline exceeded",
            "unable to retrieve ecr registry auth: {} request context canceled",
            "The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR",
        ],
        words: answer! {
            title: "The task has no way to ECR", "タスクから ECR への経路がありません";
            meaning: "ECS could not log in to ECR, since the task’s network interface has no route to \
                      `api.ecr.REGION.amazonaws.com`.",
                     "タスクのネットワークインターフェイスから `api.ecr.リージョン.amazonaws.com` に届かず、\
                      ECR にログインできませんでした。";
            cure: "In a public subnet set `assignPublicIp` to `ENABLED`; in a private one use a NAT gateway or VPC \
                   endpoints for ecr.api, ecr.dkr and S3. Allow port 443 outwards.",
                  "パブリックサブネットでは `assignPublicIp` を `ENABLED` にし、プライベートサブネットでは NAT ゲートウェイか、\
                   ecr.api、ecr.dkr、S3 の VPC エンドポイントを用意して、外向きの 443 番を許可してください。";
        },
        fields: &["containerDefinitions[].image"],
        source: "https://github.com/doctorray117/minecraft-ondemand/issues/74",
        ..COMMON
    },
    AwsError {
        id: "registry-login-denied",
        texts: &[
            "unable to retrieve ecr registry auth: {} is not authorized to perform: ecr:GetAuthorizationToken on resource: {}",
        ],
        words: answer! {
            title: "The execution role may not log in to ECR", "実行ロールに ECR へのログイン権限がありません";
            meaning: "The execution role lacks `ecr:GetAuthorizationToken`, which takes `*` as its resource, or the \
                      policy of the endpoint for ecr.api does not allow it.",
                     "実行ロールに `ecr:GetAuthorizationToken`（リソースは `*`）がないか、ecr.api のエンドポイントポリシーで\
                      許可されていません。";
            cure: "Give the execution role `AmazonECSTaskExecutionRolePolicy`.",
                  "実行ロールに `AmazonECSTaskExecutionRolePolicy` を付けてください。";
        },
        rules: &["execution-role-missing"],
        fields: &["executionRoleArn"],
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html",
        ..COMMON
    },
    AwsError {
        id: "registry-credentials-unreadable",
        texts: &[
            "unable to get registry auth from asm: {}",
            "asm fetching authorization data: unable to unmarshal secret value, invalid schema",
            "asm fetching username: AuthorizationData is malformed, empty field",
            "asm fetching password: AuthorizationData is malformed, empty field",
        ],
        words: answer! {
            title: "The registry’s credentials can’t be had from the secret", "レジストリの認証情報を取得できません";
            meaning: "`repositoryCredentials` names a secret that the execution role can’t read, or whose JSON is \
                      not `{\"username\": …, \"password\": …}`.",
                     "`repositoryCredentials` のシークレットを実行ロールで読めないか、その JSON が \
                      `{\"username\": …, \"password\": …}` の形ではありません。";
            cure: "Save both keys in the secret, and allow the execution role `secretsmanager:GetSecretValue` on \
                   it.",
                  "シークレットに両方のキーを保存し、実行ロールに `secretsmanager:GetSecretValue` を許可してください。";
        },
        fields: &["containerDefinitions[].repositoryCredentials.credentialsParameter"],
        source: "https://github.com/aws/amazon-ecs-agent/blob/8dfceca6cf380a83c3007349317566f2862f0673/agent/asm/asm.go",
        ..COMMON
    },
    AwsError {
        id: "environment-file-not-fetched",
        texts: &[
            "failed to download env files: file download command: non empty error stream",
            "failed to download env files",
            "unable to retrieve secrets from s3",
        ],
        words: answer! {
            title: "An environment file could not be fetched from S3", "環境変数ファイルを S3 から取得できません";
            meaning: "ECS fetches what `environmentFiles` name with the execution role before the container \
                      starts: the object is not there, the role may not read it, or the task has no way to S3.",
                     "ECS は `environmentFiles` のファイルを、起動前に実行ロールで取得します。オブジェクトがないか、\
                      ロールに権限がないか、S3 への経路がありません。";
            cure: "Check the object’s ARN; allow the execution role `s3:GetObject` on it and \
                   `s3:GetBucketLocation` on the bucket; give the subnet a route to S3.",
                  "オブジェクトの ARN を確認し、実行ロールに `s3:GetObject`（バケットには `s3:GetBucketLocation`）を許可し、\
                   サブネットから S3 への経路を用意してください。";
        },
        rules: &["environment-file"],
        fields: &["containerDefinitions[].environmentFiles[].value"],
        source: "https://github.com/aws/aws-cli/issues/6470",
        ..COMMON
    },
    AwsError {
        id: "secrets-not-fetched",
        texts: &["ResourceInitializationError: unable to pull secrets or registry auth"],
        is_general: true,
        words: answer! {
            title: "Secrets or the login to the registry could not be fetched",
                   "シークレットまたはレジストリの認証情報を取得できませんでした";
            meaning: "Before it starts the containers, ECS fetches `secrets` and the login for the image’s \
                      registry, with the execution role and through the task’s network. One of these failed.",
                     "ECS はコンテナの起動前に、`secrets` とイメージのレジストリへのログイン情報を、実行ロールを使い、\
                      タスクのネットワーク経由で取得します。そのどれかに失敗しました。";
            cure: "Read what follows: `AccessDenied` is about the execution role, a timeout about the route from \
                   the subnet.",
                  "続きの文言を確認してください。`AccessDenied` なら実行ロール、タイムアウトならサブネットからの経路の問題です。";
        },
        fields: &[
            "containerDefinitions[].secrets[].valueFrom",
            "executionRoleArn",
        ],
        source: "https://repost.aws/knowledge-center/ecs-task-stopped",
        ..COMMON
    },
];
