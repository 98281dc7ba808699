//! Values that a generated file needs but a task definition does not contain. Each has one name in
//! every file: it is a parameter in a CloudFormation template, a placeholder in JSON.

use std::cmp::Ordering;

use crate::lang::Localized;

/// One such value.
#[derive(Debug)]
pub(super) struct Parameter {
    /// Its name as a CloudFormation parameter.
    pub(super) name: &'static str,
    /// Its type as a CloudFormation parameter; empty for a pseudo parameter.
    pub(super) kind: &'static str,
    /// Its placeholder in JSON while its value is unknown.
    pub(super) placeholder: &'static str,
    /// The command-line option that sets it; empty if there is none.
    pub(super) option: &'static str,
    pub(super) about: Localized,
}

impl Parameter {
    /// Whether it is a pseudo parameter, which CloudFormation predefines.
    pub(super) fn is_pseudo(&self) -> bool {
        self.kind.is_empty()
    }
}

impl PartialEq for Parameter {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Parameter {}

impl PartialOrd for Parameter {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Parameter {
    fn cmp(&self, other: &Self) -> Ordering {
        self.name.cmp(other.name)
    }
}

/// The parameter of this name.
pub(super) fn named(name: &str) -> Option<&'static Parameter> {
    PARAMETERS.iter().find(|parameter| parameter.name == name)
}

const STRING: &str = "String";

macro_rules! parameters {
    ($($name:literal, $kind:expr, $placeholder:literal, $option:literal, $en:literal, $ja:literal;)*) => {
        /// Every parameter, in the order of templates.
        pub(super) static PARAMETERS: &[Parameter] = &[$(Parameter {
            name: $name,
            kind: $kind,
            placeholder: $placeholder,
            option: $option,
            about: Localized { en: $en, ja: $ja },
        }),*];
    };
}

parameters! {
    "AWS::Partition", "", "<PARTITION>", "--region",
        "The partition of AWS", "AWS のパーティション";
    "AWS::Region", "", "<REGION>", "--region",
        "The region", "リージョン";
    "AWS::AccountId", "", "<ACCOUNT_ID>", "--account",
        "The account's id", "AWS アカウント ID";
    "Service", STRING, "<SERVICE_NAME>", "",
        "What the stack is for; a part of its names and a tag", "このスタックの対象。名前の一部とタグになります";
    "Env", STRING, "<ENV>", "",
        "The environment; a part of its names and a tag", "環境名。名前の一部とタグになります";
    "Family", STRING, "<FAMILY>", "",
        "The family of the task definition", "タスク定義のファミリー";
    "TaskRoleArn", STRING, "<TASK_ROLE_ARN>", "",
        "The task role, which the containers have", "タスクロール（コンテナに与えられるロール）";
    "ExecutionRoleArn", STRING, "<EXECUTION_ROLE_ARN>", "",
        "The task execution role, with which ECS starts the containers", "タスク実行ロール（ECS がコンテナの起動に使うロール）";
    "EcrRepository", STRING, "<ECR_REPOSITORY>", "--repository",
        "The name of the ECR repository", "ECR リポジトリの名前";
    "ContainerName", STRING, "<CONTAINER>", "--container",
        "The name of the container that the image is for", "イメージを使うコンテナの名前";
    "EcsCluster", STRING, "<CLUSTER>", "--cluster",
        "The name of the ECS cluster", "ECS クラスターの名前";
    "EcsService", STRING, "<SERVICE>", "--service",
        "The name of the ECS service", "ECS サービスの名前";
    "RuleName", STRING, "<RULE>", "--rule",
        "The name of the EventBridge rule that starts the task", "タスクを起動する EventBridge ルールの名前";
    "RuleRoleArn", STRING, "<RULE_ROLE_ARN>", "--rule-role",
        "The role with which the rule starts the task", "ルールがタスクの起動に使うロール";
    "ScheduleName", STRING, "<SCHEDULE>", "--schedule",
        "The name of the schedule that starts the task", "タスクを起動するスケジュールの名前";
    "ScheduleRoleArn", STRING, "<SCHEDULE_ROLE_ARN>", "--schedule-role",
        "The role with which the schedule starts the task", "スケジュールがタスクの起動に使うロール";
    "ProjectName", STRING, "<PROJECT>", "--project",
        "The name of the CodeBuild project", "CodeBuild プロジェクトの名前";
    "ArtifactBucketName", STRING, "<ARTIFACT_BUCKET>", "--bucket",
        "The name of the bucket for the pipeline's artifacts", "パイプラインのアーティファクト用バケットの名前";
    "KmsKeyArn", STRING, "<KMS_KEY_ARN>", "--kms-key",
        "The customer managed key that encrypts the secrets", "シークレットを暗号化しているカスタマーマネージドキー";
    "ParameterPath", STRING, "<PARAMETER_PATH>", "--parameter-path",
        "What the names of the parameters in Parameter Store start with", "パラメータストアのパラメータ名の先頭部分";
    "CodeCommitRepository", STRING, "<CODECOMMIT_REPOSITORY>", "",
        "The name of the CodeCommit repository", "CodeCommit リポジトリの名前";
    "ConnectionArn", STRING, "<CONNECTION_ARN>", "",
        "The ARN of the connection to the Git provider, made in the console", "Git プロバイダーへの接続の ARN（コンソールで作成したもの）";
    "RepositoryId", STRING, "<OWNER/REPOSITORY>", "",
        "The repository, as OWNER/NAME", "リポジトリ（所有者/名前）";
    "Branch", STRING, "<BRANCH>", "",
        "The branch whose changes are deployed", "変更をデプロイするブランチ";
    "FailureTopicArn", STRING, "<TOPIC_ARN>", "--notify",
        "The topic that is told when the pipeline fails", "パイプラインの失敗を通知するトピック";
    "VpcId", "AWS::EC2::VPC::Id", "<VPC_ID>", "",
        "The VPC that the build runs in", "ビルドを実行する VPC";
    "BuildSubnets", "List<AWS::EC2::Subnet::Id>", "<BUILD_SUBNETS>", "",
        "The private subnets that the build runs in", "ビルドを実行するプライベートサブネット";
    "BuildSecurityGroups", "List<AWS::EC2::SecurityGroup::Id>", "<BUILD_SECURITY_GROUPS>", "",
        "The security groups of the build", "ビルドのセキュリティグループ";
    "CodeBuildImage", STRING, "<CODEBUILD_IMAGE>", "",
        "CodeBuild's image, one that AWS maintains", "CodeBuild のイメージ（AWS が保守しているもの）";
    "CapacityProvider", STRING, "<CAPACITY_PROVIDER>", "--capacity-provider",
        "The capacity provider of the cluster on which the task runs", "タスクを実行する、クラスターのキャパシティープロバイダー";
    "Subnets", "List<AWS::EC2::Subnet::Id>", "<SUBNETS>", "",
        "The subnets in which the task runs", "タスクを実行するサブネット";
    "SecurityGroups", "List<AWS::EC2::SecurityGroup::Id>", "<SECURITY_GROUPS>", "",
        "The security groups of the task", "タスクのセキュリティグループ";
    "AssignPublicIp", STRING, "<ASSIGN_PUBLIC_IP>", "",
        "ENABLED if the task reaches its image through a public subnet", "パブリックサブネットを通じてイメージを取得するなら ENABLED";
    "ScheduleExpression", STRING, "<SCHEDULE_EXPRESSION>", "",
        "When to start the task; for a rule in UTC", "タスクを起動する日時（ルールでは UTC）";
    "TimeZone", STRING, "<TIME_ZONE>", "",
        "The time zone of the expression, such as Asia/Tokyo", "式のタイムゾーン（Asia/Tokyo など）";
    "State", STRING, "<STATE>", "",
        "Whether it starts tasks", "タスクを起動するかどうか";
    "StartWithin", "Number", "<START_WITHIN>", "",
        "For how many seconds a start that fails is tried again", "起動に失敗したとき、再試行を続ける秒数";
    "Command", STRING, "<COMMAND>", "--command",
        "The command of the container, as a JSON list", "コンテナのコマンド（JSON のリスト）";
    "StateMachineArn", STRING, "<STATE_MACHINE_ARN>", "--state-machine",
        "The ARN of the state machine that runs the tasks", "タスクを実行するステートマシンの ARN";
    "AlertsTopicArn", STRING, "<TOPIC_ARN>", "--topic",
        "The ARN of the topic that alerts go to", "通知を送るトピックの ARN";
    "Mail", STRING, "<MAIL>", "--mail",
        "The address that alerts go to", "通知を送るメールアドレス";
    "DeadLetterQueueName", STRING, "<DEAD_LETTER_QUEUE>", "--dead-letter-queue",
        "The name of the queue for starts that failed for good", "最後まで失敗した起動を残すキューの名前";
}
