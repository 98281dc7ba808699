//! Why a volume could not be mounted.

use crate::aws_error::error::{AwsError, COMMON, answer};

const EFS: AwsError = AwsError {
    fields: &["volumes[].efsVolumeConfiguration.fileSystemId"],
    rules: &["efs-settings"],
    ..COMMON
};

pub(super) const STORAGE: &[AwsError] = &[
    AwsError {
        id: "efs-name-not-resolved",
        texts: &[
            "failed to invoke EFS utils commands to set up EFS volumes: {} Failed to resolve \"{}",
            "failed to invoke EFS utils commands to set up EFS volumes: {} Failed to resolve {} check that your file system ID is correct",
        ],
        words: answer! {
            title: "The EFS file system’s name can’t be resolved", "EFS ファイルシステムの名前を解決できません";
            meaning: "The file system is not in this region or account, has no mount target in the task’s \
                      availability zone, or the VPC does not resolve names.",
                     "ファイルシステムがこのリージョンやアカウントにないか、タスクのアベイラビリティゾーンにマウント\
                      ターゲットがないか、VPC で名前解決ができません。";
            cure: "Check `fileSystemId`, make a mount target in each zone of the task’s subnets, and turn on \
                   `enableDnsSupport` and `enableDnsHostnames` in the VPC.",
                  "`fileSystemId` を確認し、タスクのサブネットがあるすべてのゾーンにマウントターゲットを作り、VPC の \
                   `enableDnsSupport` と `enableDnsHostnames` を有効にしてください。";
        },
        source: "https://github.com/aws/amazon-ecs-cli/issues/1083",
        ..EFS
    },
    AwsError {
        id: "efs-access-denied",
        texts: &[
            "failed to invoke EFS utils commands to set up EFS volumes: {} access denied by server while mounting {}",
            "mount.nfs4: access denied by server while mounting {} unsuccessful EFS utils command execution",
        ],
        words: answer! {
            title: "EFS does not let the task mount the file system", "EFS がマウントを許可していません";
            meaning: "The file system’s policy does not allow it: it asks for IAM or for TLS, and the volume has \
                      neither, or the task role lacks `elasticfilesystem:ClientMount`.",
                     "ファイルシステムのポリシーで許可されていません。IAM 認証や TLS が必要なのにボリュームで指定して\
                      いないか、タスクロールに `elasticfilesystem:ClientMount` がありません。";
            cure: "Set `transitEncryption` and `authorizationConfig.iam` to `ENABLED`, and allow the task role \
                   `ClientMount` and, to write, `ClientWrite`.",
                  "`transitEncryption` と `authorizationConfig.iam` を `ENABLED` にし、タスクロールに `ClientMount`\
                   （書き込むなら `ClientWrite` も）を許可してください。";
        },
        fields: &["volumes[].efsVolumeConfiguration", "taskRoleArn"],
        source: "https://github.com/aws-samples/aws-cdk-examples/issues/920",
        ..EFS
    },
    AwsError {
        id: "efs-directory-missing",
        texts: &[
            "failed to invoke EFS utils commands to set up EFS volumes: {} reason given by server: No such file or directory",
        ],
        words: answer! {
            title: "The directory does not exist on the file system", "ファイルシステムにディレクトリがありません";
            meaning: "`rootDirectory` of the volume is not there; EFS does not create it.",
                     "ボリュームの `rootDirectory` がファイルシステムにありません。EFS は自動では作成しません。";
            cure: "Make the directory, or use an access point with creation info, which makes it.",
                  "ディレクトリを作成するか、作成情報を持つアクセスポイントを使ってください。";
        },
        fields: &["volumes[].efsVolumeConfiguration.rootDirectory"],
        source: "https://github.com/acp-io/terraform-grafana/issues/4",
        ..EFS
    },
    AwsError {
        id: "efs-unreachable",
        texts: &[
            "failed to invoke EFS utils commands to set up EFS volumes: {} Connection reset by peer",
            "failed to invoke EFS utils commands to set up EFS volumes: {} Connection timed out",
            "failed to invoke EFS utils commands to set up EFS volumes: command failed: signal: killed",
            "failed to invoke EFS utils commands to set up EFS volumes: {} context deadline exceeded",
        ],
        words: answer! {
            title: "The task has no way to the EFS file system", "タスクから EFS への経路がありません";
            meaning: "The mount target did not answer on port 2049: its security group does not let the task in, \
                      or there is none in the task’s zone.",
                     "マウントターゲットの 2049 番から応答がありません。セキュリティグループで許可されていないか、\
                      タスクのゾーンにマウントターゲットがありません。";
            cure: "Allow port 2049 from the task’s security group in that of the mount targets.",
                  "マウントターゲットのセキュリティグループで、タスクのセキュリティグループからの 2049 番を許可してください。";
        },
        source: "https://github.com/docker-archive/compose-cli/issues/1490",
        ..EFS
    },
    AwsError {
        id: "efs-not-mounted",
        texts: &["failed to invoke EFS utils commands to set up EFS volumes"],
        is_general: true,
        words: answer! {
            title: "An EFS volume could not be mounted", "EFS ボリュームをマウントできませんでした";
            meaning: "The task stopped before its containers ran, since the file system could not be mounted. \
                      What follows `stderr` says why.",
                     "ファイルシステムをマウントできず、コンテナの起動前にタスクが停止しました。`stderr` の後が理由です。";
            cure: "Check the mount targets, their security group (port 2049), the access point, and the task \
                   role’s permissions.",
                  "マウントターゲット、そのセキュリティグループ（2049 番）、アクセスポイント、タスクロールの権限を\
                   確認してください。";
        },
        source: "https://github.com/cn-terraform/terraform-aws-jenkins/issues/23",
        ..EFS
    },
    AwsError {
        id: "volume-not-created",
        texts: &["CannotCreateVolumeError"],
        words: answer! {
            title: "The Docker volume could not be created", "Docker ボリュームを作成できませんでした";
            meaning: "Docker on the container instance refused the volume: the driver of \
                      `dockerVolumeConfiguration` is not installed there, an option of it is wrong, or a volume of \
                      this name has other settings.",
                     "コンテナインスタンスの Docker がボリュームを作成できません。`dockerVolumeConfiguration` のドライバーが\
                      インストールされていないか、オプションが誤っているか、同じ名前で設定の違うボリュームがあります。";
            cure: "Install the driver on every instance, and check `driverOpts` by `docker volume create` there.",
                  "すべてのインスタンスにドライバーを入れ、その上で `docker volume create` を実行して `driverOpts` を\
                   確認してください。";
        },
        rules: &["autoprovision-of-task-scope"],
        fields: &["volumes[].dockerVolumeConfiguration"],
        source: "https://github.com/aws/amazon-ecs-agent/blob/8dfceca6cf380a83c3007349317566f2862f0673/agent/dockerclient/dockerapi/errors.go",
        ..COMMON
    },
    AwsError {
        id: "mount-source-missing",
        texts: &[
            "invalid mount config for type \"bind\": bind source path does not exist",
            "error while creating mount source path {} file exists",
            "error while creating mount source path {} read-only file system",
        ],
        words: answer! {
            title: "The directory to mount is not on the instance", "マウント元のディレクトリがありません";
            meaning: "`host.sourcePath` of a volume does not exist on this container instance, or can’t be made \
                      there.",
                     "ボリュームの `host.sourcePath` がこのコンテナインスタンスになく、作成もできません。";
            cure: "Make the path on every instance of the cluster, or correct `sourcePath`.",
                  "クラスターのすべてのインスタンスにそのパスを用意するか、`sourcePath` を直してください。";
        },
        rules: &["mount-path", "mount-incomplete"],
        fields: &["volumes[].host.sourcePath"],
        source: "https://docs.docker.com/engine/storage/bind-mounts/",
        ..COMMON
    },
];
