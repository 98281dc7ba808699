//! Why a task found no place: events of a service, and the `failures` of `RunTask`.

use crate::aws_error::error::{AwsError, COMMON, SaidBy, answer};

const EVENTS: &str =
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages.html";
const FAILURES: &str =
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html";

/// What the entries have in common: a service tells them.
const EVENT: AwsError = AwsError {
    said_by: SaidBy::Service,
    source: EVENTS,
    ..COMMON
};

pub(super) const PLACEMENT: &[AwsError] = &[
    AwsError {
        id: "instance-memory",
        texts: &[
            "The closest matching container-instance {} has insufficient memory available",
            "TaskFailedToStart: RESOURCE:MEMORY",
            "\"reason\": \"RESOURCE:MEMORY\"",
        ],
        words: answer! {
            title: "No instance has enough free memory", "メモリの空きが足りるインスタンスがありません";
            meaning: "The task reserves `memory` (or `memoryReservation`) of an instance, and none has so much \
                      left. During a deployment old and new tasks need room at once.",
                     "タスクはインスタンスの `memory`（または `memoryReservation`）を確保しますが、それだけ空いている\
                      インスタンスがありません。デプロイ中は新旧両方の分が必要です。";
            cure: "Add instances, ask for less, or let a deployment stop a task first \
                   (`minimumHealthyPercent` below 100).",
                  "インスタンスを増やすか、要求を減らすか、先にタスクを止められるように `minimumHealthyPercent` を 100 未満に\
                   してください。";
        },
        fields: &[
            "memory",
            "containerDefinitions[].memory",
            "containerDefinitions[].memoryReservation",
        ],
        ..EVENT
    },
    AwsError {
        id: "instance-cpu",
        texts: &[
            "The closest matching container-instance {} has insufficient CPU units available",
            "TaskFailedToStart: RESOURCE:CPU",
            "\"reason\": \"RESOURCE:CPU\"",
        ],
        words: answer! {
            title: "No instance has enough free CPU units", "CPU ユニットの空きが足りるインスタンスがありません";
            meaning: "The task reserves `cpu` units, of which an instance has 1024 for each vCPU, and none has so \
                      many left.",
                     "タスクは `cpu` ユニット（1 vCPU で 1024）を確保しますが、それだけ空いているインスタンスがありません。";
            cure: "Add instances, ask for less, or let a deployment stop a task first \
                   (`minimumHealthyPercent` below 100).",
                  "インスタンスを増やすか、要求を減らすか、先にタスクを止められるように `minimumHealthyPercent` を 100 未満に\
                   してください。";
        },
        fields: &["cpu", "containerDefinitions[].cpu"],
        ..EVENT
    },
    AwsError {
        id: "instance-port",
        texts: &[
            "The closest matching container-instance {} is already using a port required by your task",
            "\"reason\": \"RESOURCE:PORTS\"",
        ],
        words: answer! {
            title: "The host’s port is taken on every instance", "どのインスタンスでもホストのポートが使用中です";
            meaning: "The task asks for a fixed `hostPort`, which one task of an instance can have at a time.",
                     "固定の `hostPort` は、1 つのインスタンスで同時に 1 つのタスクしか使えません。";
            cure: "Leave `hostPort` out or set it to 0, use `awsvpc`, add instances, or let a deployment stop a \
                   task first.",
                  "`hostPort` を省くか 0 にするか、`awsvpc` を使うか、インスタンスを増やすか、デプロイで先にタスクを止められる\
                   ようにしてください。";
        },
        fields: &["containerDefinitions[].portMappings[].hostPort"],
        ..EVENT
    },
    AwsError {
        id: "instance-network-interfaces",
        texts: &[
            "The closest matching container-instance {} encountered error \"RESOURCE:ENI\"",
            "\"reason\": \"RESOURCE:ENI\"",
        ],
        words: answer! {
            title: "No instance has room for another network interface", "ネットワークインターフェイスの空きがあるインスタンスがありません";
            meaning: "Each task of network mode `awsvpc` takes an interface of its instance, of which a type has few.",
                     "`awsvpc` のタスクは、数の限られたインスタンスのネットワークインターフェイスを 1 つ使います。";
            cure: "Turn on `awsvpcTrunking` and launch new instances, use a larger type, or add instances.",
                  "`awsvpcTrunking` を有効にしてインスタンスを起動し直すか、大きなタイプにするか、台数を増やしてください。";
        },
        fields: &["networkMode"],
        ..EVENT
    },
    AwsError {
        id: "instance-attribute",
        texts: &[
            "The closest matching container-instance {} is missing an attribute required by your task",
            "\"reason\": \"ATTRIBUTE\"",
            "TaskFailedToStart: ATTRIBUTE",
        ],
        words: answer! {
            title: "No instance can do what the task asks for", "タスクの要件を満たすインスタンスがありません";
            meaning: "The task needs a feature that the instances do not have: a log driver, a CPU architecture, \
                      task roles, `awsvpc`, or a subnet that is not the instance’s own.",
                     "ログドライバー、CPU アーキテクチャ、タスクロール、`awsvpc`、サブネットなど、タスクに必要な機能を\
                      備えたインスタンスがありません。";
            cure: "Compare `requiresAttributes` (`aws ecs describe-task-definition`) with the instance’s \
                   `attributes`, and update the agent or `ecs.config`.",
                  "`requiresAttributes`（`aws ecs describe-task-definition`）とインスタンスの `attributes` を見比べ、\
                   エージェントや `ecs.config` を更新してください。";
        },
        fields: &[
            "containerDefinitions[].logConfiguration.logDriver",
            "runtimePlatform.cpuArchitecture",
            "networkMode",
        ],
        ..EVENT
    },
    AwsError {
        id: "agent-disconnected",
        texts: &[
            "The closest matching container-instance {} encountered error \"AGENT\"",
            "TaskFailedToStart: AGENT",
            "\"reason\": \"AGENT\"",
        ],
        words: answer! {
            title: "The instance’s ECS agent is not connected", "インスタンスの ECS エージェントが接続していません";
            meaning: "The instance is registered, but its agent does not talk to ECS: it stopped, or has no way to \
                      the endpoints.",
                     "インスタンスは登録されていますが、エージェントが停止しているか、エンドポイントに届かず ECS と通信できません。";
            cure: "On the instance `sudo systemctl restart ecs`, read `/var/log/ecs/ecs-agent.log`, or replace the \
                   instance.",
                  "インスタンスで `sudo systemctl restart ecs` を実行し、`/var/log/ecs/ecs-agent.log` を確認するか、\
                   インスタンスを入れ替えてください。";
        },
        ..EVENT
    },
    AwsError {
        id: "placement-constraint",
        texts: &[
            "MemberOf placement constraint unsatisfied",
            "encountered error \"MemberOf placement constraint",
        ],
        words: answer! {
            title: "No instance fits the placement constraint", "配置の制約に合うインスタンスがありません";
            meaning: "The expression of a constraint, of the definition or of the service, excludes every instance.",
                     "タスク定義またはサービスの制約の式が、すべてのインスタンスを除外しています。";
            cure: "Correct `placementConstraints[].expression`, or give an instance that attribute.",
                  "`placementConstraints[].expression` を直すか、インスタンスにその属性を付けてください。";
        },
        rules: &["placement-without-expression"],
        fields: &["placementConstraints[].expression"],
        source: FAILURES,
        ..EVENT
    },
    AwsError {
        id: "no-place",
        texts: &[
            "was unable to place a task because no container instance met all of its requirements",
        ],
        is_general: true,
        words: answer! {
            title: "No instance can take the task", "タスクを配置できるインスタンスがありません";
            meaning: "The cluster has no container instance, or none with the memory, CPU, port or feature that the \
                      task asks for.",
                     "クラスターにコンテナインスタンスがないか、メモリ、CPU、ポート、機能の要件を満たすものがありません。";
            cure: "The sentence that follows says what the nearest instance lacks. Add instances, ask for less, \
                   or use Fargate.",
                  "続く文に、最も近いインスタンスに足りないものが書かれています。インスタンスを増やすか、要求を減らすか、\
                   Fargate を使ってください。";
        },
        fields: &["cpu", "memory"],
        ..EVENT
    },
    AwsError {
        id: "fargate-quota",
        texts: &[
            "You've reached the limit on the number of vCPUs you can run concurrently",
            "You've reached the limit on the number of tasks you can run concurrently",
            "You've reached the limit on the number of spot tasks you can run concurrently",
            "The requested CPU configuration is above your limit",
            "The requested MEMORY configuration is above your limit",
        ],
        words: answer! {
            title: "The account’s Fargate quota is reached", "アカウントの Fargate のクォータに達しました";
            meaning: "All Fargate tasks of an account in a region together have a limit of vCPUs; new accounts begin \
                      with few.",
                     "リージョンごとに、アカウントの Fargate タスク全体の vCPU 数に上限があります。新しいアカウントは低めです。";
            cure: "Ask for more in Service Quotas (AWS Fargate, vCPU resource count), or stop other tasks.",
                  "Service Quotas（AWS Fargate の vCPU リソース数）で引き上げを申請するか、ほかのタスクを止めてください。";
        },
        fields: &["cpu", "memory"],
        ..EVENT
    },
    AwsError {
        id: "zone-unsupported",
        texts: &["was unable to place a task. Reason: Internal error"],
        words: answer! {
            title: "Fargate does not run in a subnet’s zone", "サブネットのゾーンでは Fargate を使えません";
            meaning: "One of the subnets is in an availability zone without Fargate.",
                     "サブネットの 1 つが、Fargate に対応していないアベイラビリティゾーンにあります。";
            cure: "Take that subnet out of the service’s network configuration.",
                  "そのサブネットをサービスのネットワーク設定から外してください。";
        },
        ..EVENT
    },
    AwsError {
        id: "deployment-configuration",
        texts: &[
            "was unable to stop or start tasks during a deployment because of the service deployment configuration",
        ],
        words: answer! {
            title: "The deployment’s limits leave no room to move", "デプロイの設定により動かせるタスクがありません";
            meaning: "`minimumHealthyPercent` forbids to stop a task and `maximumPercent` to start one.",
                     "`minimumHealthyPercent` のために停止できず、`maximumPercent` のために起動もできません。";
            cure: "Lower `minimumHealthyPercent` (50 or 0), or raise `maximumPercent` (200).",
                  "`minimumHealthyPercent` を下げる（50 や 0）か、`maximumPercent` を上げて（200）ください。";
        },
        ..EVENT
    },
    AwsError {
        id: "service-throttled",
        texts: &[
            "operations are being throttled. Will try again later",
            "operations are being throttled on elb",
            "operations are being throttled on ec2",
        ],
        words: answer! {
            title: "AWS slows the service’s calls down", "サービスの API 呼び出しが抑制されています";
            meaning: "ECS made more calls than the account may; it tries again by itself.",
                     "アカウントの上限を超えて API が呼び出されました。ECS が自動で再試行します。";
            cure: "Wait; if it happens often, deploy fewer services at once or ask for a higher rate.",
                  "そのまま待ってください。頻繁なら、同時にデプロイするサービスを減らすか、上限の引き上げを申請してください。";
        },
        ..EVENT
    },
];
