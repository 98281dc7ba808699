//! Why an image could not be pulled.

use crate::aws_error::error::{AwsError, COMMON, answer};

const PAGE: &str =
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html";

/// What the entries have in common: they are about the image.
const IMAGE: AwsError = AwsError {
    fields: &["containerDefinitions[].image"],
    source: PAGE,
    ..COMMON
};

pub(super) const PULL: &[AwsError] = &[
    AwsError {
        id: "image-not-found",
        texts: &[
            "CannotPullContainerError: {} failed to resolve ref {}: not found",
            "CannotPullContainerError: {} failed to resolve reference {}: not found",
            "Error response from daemon: manifest for {} not found",
            "CannotPullContainerError: Error: image {} not found",
            "CannotPullContainerError: Tag {} not found in repository {}",
            "The task can’t pull the image. Check whether the image exists",
        ],
        words: answer! {
            title: "The image’s tag or digest does not exist",
                   "イメージのタグまたはダイジェストがありません";
            meaning: "The registry answered, but it has no image of this tag or digest: it was never pushed \
                      there, a lifecycle policy removed it, or the tag was moved and its old digest deleted.",
                     "レジストリからは応答がありましたが、そのタグやダイジェストのイメージがありません。\
                      プッシュされていないか、ライフサイクルポリシーで削除されたか、タグが移されて\
                      元のダイジェストが消えています。";
            cure: "Compare `image` with what the repository lists (`aws ecr describe-images`), push the image, \
                   and keep images that a revision still names.",
                  "`image` とリポジトリの一覧（`aws ecr describe-images`）を見比べ、イメージをプッシュしてください。\
                   リビジョンが参照しているイメージは残しておいてください。";
        },
        rules: &["image-latest"],
        source: "https://github.com/aws/containers-roadmap/issues/2687",
        ..IMAGE
    },
    AwsError {
        id: "image-repository-not-found",
        texts: &[
            "CannotPullContainerError: API error (404): repository {} not found",
            "The repository with name {} does not exist in the registry with id {}",
        ],
        words: answer! {
            title: "The image’s repository does not exist", "イメージのリポジトリがありません";
            meaning: "There is no repository of this name in this account and region.",
                     "このアカウントとリージョンには、その名前のリポジトリがありません。";
            cure: "Write the whole URI of the repository in `image` \
                   (`ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME:TAG`), and check account, region and name.",
                  "`image` にはリポジトリの URI 全体（`アカウント.dkr.ecr.リージョン.amazonaws.com/名前:タグ`）を書き、\
                   アカウント、リージョン、名前を確認してください。";
        },
        rules: &["redacted-account", "redacted-region"],
        ..IMAGE
    },
    AwsError {
        id: "image-access-denied",
        texts: &[
            "CannotPullContainerError: {} failed to resolve ref {}: 403 Forbidden",
            "CannotPullContainerError: {} is not authorized to perform: ecr:BatchGetImage on resource: {}",
            "CannotPullECRContainerError: {} is not authorized to perform: ecr:{}",
            "The task can’t pull the image. Check that the role has the permissions to pull images from the registry",
        ],
        words: answer! {
            title: "ECS may not pull the image from ECR", "ECR からイメージを取得する権限がありません";
            meaning: "The execution role, the policy of the repository, or that of a VPC endpoint does not let \
                      ECS read this image; of a repository in another account, both accounts must allow it. \
                      ECR also answers so for a digest that is gone.",
                     "実行ロール、リポジトリポリシー、VPC エンドポイントポリシーのいずれかが、このイメージの取得を\
                      許可していません。別アカウントのリポジトリでは両方のアカウントで許可が必要です。\
                      存在しないダイジェストでも同じ応答になることがあります。";
            cure: "Give the execution role `AmazonECSTaskExecutionRolePolicy`, allow its account in the \
                   repository’s policy, and look whether the digest still exists.",
                  "実行ロールに `AmazonECSTaskExecutionRolePolicy` を付け、リポジトリポリシーでそのアカウントを許可し、\
                   ダイジェストがまだあるかを確認してください。";
        },
        rules: &["execution-role-missing"],
        fields: &["containerDefinitions[].image", "executionRoleArn"],
        source: "https://github.com/aws/containers-roadmap/issues/2493",
        ..COMMON
    },
    AwsError {
        id: "image-login-required",
        texts: &[
            "pull access denied for {}, repository does not exist or may require 'docker login'",
            "pull access denied for {}, repository does not exist or may require authorization",
            "CannotPullContainerError: {} failed to resolve ref {}: pull access denied, repository does not exist",
            "CannotPullContainerError: {} no basic auth credentials",
            "CannotPullContainerError: {} failed to resolve ref {}: 401 Unauthorized",
        ],
        words: answer! {
            title: "The registry does not give the image without a login, or does not have it",
                   "ログインしないと取得できないか、存在しないイメージです";
            meaning: "A registry answers the same for a private image that is asked for without credentials and \
                      for a name that does not exist. A name without a registry is looked for at Docker Hub.",
                     "認証情報なしで非公開イメージを要求した場合も、存在しない名前の場合も、レジストリの応答は同じです。\
                      レジストリ名のないイメージは Docker Hub で探されます。";
            cure: "Check the name; for a private registry set `repositoryCredentials` with a secret that the \
                   execution role may read, for ECR write the whole URI.",
                  "名前を確認してください。非公開レジストリなら、実行ロールが読めるシークレットを \
                   `repositoryCredentials` に指定し、ECR なら URI 全体を書いてください。";
        },
        rules: &["image-form", "credentials-for-ecr"],
        fields: &[
            "containerDefinitions[].image",
            "containerDefinitions[].repositoryCredentials",
        ],
        source: "https://github.com/aws/amazon-ecs-agent/issues/2343",
        ..COMMON
    },
    AwsError {
        id: "registry-unreachable",
        texts: &[
            "CannotPullContainerError: {} dial tcp {}: i/o timeout",
            "CannotPullContainerError: {} net/http: request canceled while waiting for connection",
            "CannotPullContainerError: {} Client.Timeout exceeded while awaiting headers",
            "CannotPullContainerError: context canceled",
            "CannotPullContainerError: {} context deadline exceeded",
            "CannotPullContainerError: {} connect: connection refused",
            "CannotPullContainerError: {} TLS handshake timeout",
            "CannotPullContainerError: {} connection reset by peer",
            "The task can’t pull the image. Check your network configuration",
            "There is a connection issue between the task and the registry",
        ],
        words: answer! {
            title: "The task has no way to the registry", "タスクからレジストリへの経路がありません";
            meaning: "The registry did not answer: the subnet has no route to it, the task has no public IP \
                      address, or a security group or a network ACL holds the traffic back. A proxy that the \
                      task needs has the same effect.",
                     "レジストリから応答がありません。サブネットに経路がないか、タスクにパブリック IP がないか、\
                      セキュリティグループやネットワーク ACL が通信を止めています。";
            cure: "In a public subnet set `assignPublicIp` to `ENABLED`; in a private one use a NAT gateway, or \
                   VPC endpoints for ecr.api, ecr.dkr and S3 (ECR only). Allow port 443 outwards.",
                  "パブリックサブネットでは `assignPublicIp` を `ENABLED` にし、プライベートサブネットでは NAT ゲートウェイか、\
                   ecr.api、ecr.dkr、S3 の VPC エンドポイント（ECR の場合）を用意して、外向きの 443 番を許可してください。";
        },
        ..IMAGE
    },
    AwsError {
        id: "registry-name-not-resolved",
        texts: &[
            "CannotPullContainerError: {} dial tcp: lookup {}: no such host",
            "CannotPullContainerError: {} dial tcp: lookup {} on {}: i/o timeout",
            "CannotPullContainerError: {} dial tcp: lookup {} server misbehaving",
        ],
        words: answer! {
            title: "The registry’s name can’t be resolved", "レジストリの名前を解決できません";
            meaning: "DNS gave no address for the registry: the name in `image` is wrong, or the VPC does not \
                      resolve names.",
                     "DNS でレジストリのアドレスが得られません。`image` の名前が誤っているか、VPC で名前解決ができません。";
            cure: "Check the part of `image` before the first `/`; in the VPC turn on `enableDnsSupport` and \
                   `enableDnsHostnames`, and let the task reach its DNS server.",
                  "`image` の最初の `/` より前を確認し、VPC の `enableDnsSupport` と `enableDnsHostnames` を有効にして、\
                   タスクから DNS サーバーに届くようにしてください。";
        },
        rules: &["image-form"],
        source: "https://github.com/docker-archive/compose-cli/issues/911",
        ..IMAGE
    },
    AwsError {
        id: "registry-rate-limit",
        texts: &[
            "You have reached your pull rate limit. You may increase the limit by authenticating and upgrading",
            "You have reached your unauthenticated pull rate limit",
            "CannotPullContainerError: {} toomanyrequests: Too Many Requests",
            "CannotPullContainerError: {} toomanyrequests: Rate exceeded",
            "CannotPullContainerError: {} 429 Too Many Requests",
        ],
        words: answer! {
            title: "The registry’s limit of pulls is reached", "レジストリの取得回数の上限に達しました";
            meaning: "Docker Hub and public.ecr.aws limit pulls without a login for each address, and all tasks \
                      behind one NAT gateway have the same address.",
                     "Docker Hub や public.ecr.aws は、ログインなしの取得を IP アドレスごとに制限しています。\
                      同じ NAT ゲートウェイを使うタスクは、すべて同じアドレスになります。";
            cure: "Copy the image to ECR, for example by a pull-through cache, or set `repositoryCredentials`.",
                  "プルスルーキャッシュなどでイメージを ECR に置くか、`repositoryCredentials` を指定してください。";
        },
        fields: &[
            "containerDefinitions[].image",
            "containerDefinitions[].repositoryCredentials",
        ],
        ..IMAGE
    },
    AwsError {
        id: "image-platform-missing",
        texts: &[
            "image Manifest does not contain descriptor matching platform",
            "CannotPullContainerError: {} failed to find a descriptor for platform",
            "CannotPullContainerError: {} no matching manifest for {} in the manifest list entries",
            "CannotPullContainerError: {} no match for platform in manifest",
        ],
        words: answer! {
            title: "The image is not built for the task’s CPU", "タスクの CPU 向けのイメージではありません";
            meaning: "The image has no variant for the architecture that the task asks for: an image built on an \
                      Apple silicon or Graviton machine is arm64, and a task is X86_64 unless it says otherwise.",
                     "イメージに、タスクのアーキテクチャ向けのものがありません。Apple シリコンや Graviton でビルドした\
                      イメージは arm64 で、タスクは指定しなければ X86_64 です。";
            cure: "Build it for the task (`docker buildx build --platform linux/amd64`), or set \
                   `runtimePlatform.cpuArchitecture` to `ARM64`.",
                  "タスクに合わせてビルドし直す（`docker buildx build --platform linux/amd64`）か、\
                   `runtimePlatform.cpuArchitecture` を `ARM64` にしてください。";
        },
        fields: &[
            "containerDefinitions[].image",
            "runtimePlatform.cpuArchitecture",
        ],
        source: "https://github.com/aws/containers-roadmap/issues/1120",
        ..COMMON
    },
    AwsError {
        id: "image-no-disk-space",
        texts: &[
            "CannotPullContainerError: {} no space left on device",
            "CannotCreateContainerError: {} no space left on device",
            "CannotCreateContainerError: API error (500): devmapper: Thin Pool has {} free data blocks which is less than minimum required",
        ],
        words: answer! {
            title: "No disk space is left for the image", "イメージを置くディスクの空きがありません";
            meaning: "The image does not fit on the disk of the container instance, or into the ephemeral storage \
                      of the Fargate task, which is 20 GiB if nothing is said.",
                     "コンテナインスタンスのディスク、または Fargate タスクのエフェメラルストレージ\
                      （指定しなければ 20 GiB）に、イメージが収まりません。";
            cure: "On EC2 remove unused images and containers or enlarge the volume; on Fargate raise \
                   `ephemeralStorage.sizeInGiB`. A smaller image helps both.",
                  "EC2 では不要なイメージやコンテナを消すかボリュームを広げ、Fargate では \
                   `ephemeralStorage.sizeInGiB` を増やしてください。イメージを小さくするのも有効です。";
        },
        fields: &["ephemeralStorage.sizeInGiB", "containerDefinitions[].image"],
        ..IMAGE
    },
    AwsError {
        id: "image-layers-unreachable",
        texts: &[
            "CannotPullContainerError: {} failed to copy: httpReaderSeeker: failed open",
            "CannotPullContainerError: {} failed to copy: httpReadSeeker: failed open",
        ],
        words: answer! {
            title: "The image’s layers can’t be downloaded", "イメージのレイヤーをダウンロードできません";
            meaning: "The manifest came, the layers did not. ECR keeps layers in S3, so that a missing S3 \
                      endpoint, or one whose policy leaves out `prod-REGION-starport-layer-bucket`, ends here.",
                     "マニフェストは取得できましたが、レイヤーを取得できません。ECR のレイヤーは S3 にあるため、\
                      S3 のエンドポイントがないか、そのポリシーに `prod-リージョン-starport-layer-bucket` が\
                      含まれていないと、ここで失敗します。";
            cure: "Give the subnet’s route table a gateway endpoint for S3 and allow that bucket, or use a NAT \
                   gateway.",
                  "サブネットのルートテーブルに S3 のゲートウェイエンドポイントを追加してそのバケットを許可するか、\
                   NAT ゲートウェイを使ってください。";
        },
        ..IMAGE
    },
    AwsError {
        id: "registry-certificate",
        texts: &[
            "CannotPullContainerError: {} x509: certificate signed by unknown authority",
            "CannotPullContainerError: {} x509: certificate has expired or is not yet valid",
            "CannotPullContainerError: {} http: server gave HTTP response to HTTPS client",
        ],
        words: answer! {
            title: "The registry’s certificate is not trusted", "レジストリの証明書を信頼できません";
            meaning: "What runs the task does not know who signed the registry’s certificate. Fargate trusts \
                      public authorities only, and speaks HTTPS only.",
                     "タスクの実行環境が、レジストリの証明書の発行元を知りません。Fargate が信頼するのは公的な認証局だけで、\
                      通信も HTTPS だけです。";
            cure: "Give the registry a certificate of a public authority, put the image into ECR, or on EC2 \
                   install the authority’s certificate for Docker.",
                  "レジストリに公的な認証局の証明書を使うか、イメージを ECR に置くか、EC2 なら Docker に認証局の証明書を\
                   登録してください。";
        },
        ..IMAGE
    },
    AwsError {
        id: "image-name-unreadable",
        texts: &[
            "CannotPullContainerError: {} invalid reference format",
            "CannotPullContainerError: {} repository name must be lowercase",
        ],
        words: answer! {
            title: "`image` is no name of an image", "`image` がイメージの名前になっていません";
            meaning: "Docker can’t read the name: it has uppercase letters in the repository, a space, a scheme \
                      such as `https://`, an empty tag, or a variable that nobody filled in.",
                     "名前を解釈できません。リポジトリ名の大文字、空白、`https://` などのスキーム、空のタグ、\
                      埋められなかった変数などが原因です。";
            cure: "Write it as `registry/repository:tag` or `registry/repository@sha256:digest`.",
                  "`レジストリ/リポジトリ:タグ` または `レジストリ/リポジトリ@sha256:ダイジェスト` の形で書いてください。";
        },
        rules: &["image-form", "placeholder"],
        source: "https://github.com/aws-samples/amazon-ecs-java-microservices/issues/6",
        ..IMAGE
    },
    AwsError {
        id: "image-not-pulled",
        texts: &[
            "CannotPullContainerError",
            "CannotPullImageManifestError",
            "CannotPullECRContainerError",
        ],
        is_general: true,
        words: answer! {
            title: "The image could not be pulled", "イメージを取得できませんでした";
            meaning: "The task stopped before its container ran, since the image did not come. What follows the \
                      colon is the registry’s own answer.",
                     "イメージを取得できず、コンテナが起動する前にタスクが停止しました。\
                      コロンの後がレジストリからの応答です。";
            cure: "Check in this order: `image`, the execution role, the route from the subnet to the registry.",
                  "`image`、実行ロール、サブネットからレジストリへの経路の順に確認してください。";
        },
        ..IMAGE
    },
];
