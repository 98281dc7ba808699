//! Why the log driver could not be set up for a container.

use crate::aws_error::error::{AwsError, COMMON, answer};

const GROUP: &[&str] = &["containerDefinitions[].logConfiguration.options.awslogs-group"];

pub(super) const LOG: &[AwsError] = &[
    AwsError {
        id: "log-group-not-found",
        texts: &[
            "failed to validate logger args: create stream has been retried {} The specified log group does not exist",
            "failed to initialize logging driver: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist",
            "failed to initialize logging driver: {} The specified log group does not exist",
        ],
        words: answer! {
            title: "The log group does not exist", "ロググループがありません";
            meaning: "The group of `awslogs-group` is not in the account and region of `awslogs-region`. ECS does \
                      not create it.",
                     "`awslogs-group` のグループが、このアカウントの `awslogs-region` のリージョンにありません。\
                      ECS は自動では作成しません。";
            cure: "Create it (`aws logs create-log-group`), or set `awslogs-create-group` to `\"true\"` and allow \
                   the execution role `logs:CreateLogGroup`.",
                  "作成する（`aws logs create-log-group`）か、`awslogs-create-group` を `\"true\"` にして実行ロールに \
                   `logs:CreateLogGroup` を許可してください。";
        },
        fields: GROUP,
        source: "https://www.github.com/Rayraegah/terraform-aws-hasura/issues/25",
        ..COMMON
    },
    AwsError {
        id: "log-access-denied",
        texts: &[
            "failed to validate logger args: {} is not authorized to perform: logs:CreateLogStream on resource: {}",
            "failed to validate logger args: {} is not authorized to perform: logs:CreateLogGroup on resource: {}",
            "failed to initialize logging driver: {} is not authorized to perform: logs:CreateLogStream on resource: {}",
            "failed to initialize logging driver: {} is not authorized to perform: logs:CreateLogGroup on resource: {}",
        ],
        words: answer! {
            title: "ECS may not write to the log group", "ロググループへの書き込み権限がありません";
            meaning: "On Fargate the execution role writes the log, on EC2 the role of the instance; it lacks \
                      `logs:CreateLogStream`, or `logs:CreateLogGroup` where `awslogs-create-group` is set.",
                     "ログは Fargate では実行ロール、EC2 ではインスタンスのロールで書き込まれます。そのロールに \
                      `logs:CreateLogStream`（`awslogs-create-group` を使うなら `logs:CreateLogGroup` も）がありません。";
            cure: "Give the role `AmazonECSTaskExecutionRolePolicy`, and `logs:CreateLogGroup` if ECS is to \
                   create the group.",
                  "ロールに `AmazonECSTaskExecutionRolePolicy` を付け、グループを ECS に作らせるなら \
                   `logs:CreateLogGroup` も許可してください。";
        },
        rules: &["execution-role-missing"],
        fields: &[
            "containerDefinitions[].logConfiguration.options.awslogs-group",
            "executionRoleArn",
        ],
        source: "https://repost.aws/knowledge-center/ecs-container-logs-cloudwatch",
        ..COMMON
    },
    AwsError {
        id: "logs-unreachable",
        texts: &[
            "failed to validate logger args: The task cannot find the Amazon CloudWatch log group defined in the task definition. There is a connection issue between the task and Amazon CloudWatch",
            "failed to validate logger args: {} signal: killed",
            "failed to validate logger args: create stream has been retried {} context deadline exceeded",
            "failed to validate logger args: create stream has been retried {} i/o timeout",
        ],
        words: answer! {
            title: "The task has no way to CloudWatch Logs", "タスクから CloudWatch Logs への経路がありません";
            meaning: "Before a container starts, ECS makes its log stream through the task’s network; \
                      CloudWatch Logs did not answer in time.",
                     "ECS はコンテナの起動前に、タスクのネットワーク経由でログストリームを作成しますが、\
                      CloudWatch Logs から時間内に応答がありませんでした。";
            cure: "Give the subnet a NAT gateway or a VPC endpoint for logs whose security group lets the task in \
                   on port 443; in a public subnet set `assignPublicIp` to `ENABLED`.",
                  "NAT ゲートウェイか logs の VPC エンドポイントを用意し、タスクからの 443 番を許可してください。\
                   パブリックサブネットでは `assignPublicIp` を `ENABLED` にします。";
        },
        fields: GROUP,
        source: "https://github.com/civiform/civiform/issues/7648",
        ..COMMON
    },
    AwsError {
        id: "log-region-wrong",
        texts: &[
            "failed to create Cloudwatch log stream: MissingEndpoint: 'Endpoint' configuration is required for this service",
            "failed to validate logger args: {} MissingEndpoint",
            "failed to validate logger args: {} dial tcp: lookup logs.{} no such host",
        ],
        words: answer! {
            title: "`awslogs-region` is no region", "`awslogs-region` がリージョンではありません";
            meaning: "No address of CloudWatch Logs can be made of `awslogs-region`.",
                     "`awslogs-region` の値から CloudWatch Logs の宛先を決められません。";
            cure: "Write a region’s code there, such as `eu-west-1`.",
                  "`ap-northeast-1` のようなリージョンコードを書いてください。";
        },
        rules: &["awslogs-option-missing", "placeholder"],
        fields: &["containerDefinitions[].logConfiguration.options.awslogs-region"],
        source: "https://github.com/TechToSpeech/terraform-aws-serverless-static-wordpress/issues/74",
        ..COMMON
    },
    AwsError {
        id: "log-driver-not-started",
        texts: &[
            "ResourceInitializationError: failed to validate logger args",
            "failed to initialize logging driver",
        ],
        is_general: true,
        words: answer! {
            title: "The log driver could not be set up", "ログドライバーを準備できませんでした";
            meaning: "The container did not start, since its log could not be opened: the group, the role’s \
                      permission, the options or the route are wrong.",
                     "ログの出力先を準備できず、コンテナが起動しませんでした。グループ、ロールの権限、オプション、\
                      経路のいずれかに問題があります。";
            cure: "Check `logConfiguration.options` first, then the execution role, then the route from the \
                   subnet to CloudWatch Logs.",
                  "`logConfiguration.options`、実行ロール、サブネットから CloudWatch Logs への経路の順に確認してください。";
        },
        rules: &["unknown-log-option", "log-option-value"],
        fields: &["containerDefinitions[].logConfiguration"],
        source: "https://github.com/aws/amazon-ecs-cli/issues/752",
        ..COMMON
    },
];
