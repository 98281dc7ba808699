//! Why ECS or somebody else stopped a task that ran.

use crate::aws_error::error::{AwsError, COMMON, SaidBy, answer};

const PAGE: &str =
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-errors.html";

pub(super) const STOPPED: &[AwsError] = &[
    AwsError {
        id: "load-balancer-health-check",
        texts: &[
            "Task failed ELB health checks in (target-group {}",
            "Task failed ELB health checks in (elb {}",
            "is unhealthy in (target-group {} due to (reason Health checks failed",
            "is unhealthy in target-group {} due to (reason Health checks failed",
            "is unhealthy in (target-group {} due to (reason Request timed out",
            "is unhealthy in target-group {} due to (reason Request timed out",
            "is unhealthy in (elb {} due to (reason Instance has failed at least the UnhealthyThreshold number of health checks consecutively",
            "Task failed ELB health checks",
        ],
        words: answer! {
            title: "The load balancer’s health checks failed", "ロードバランサーのヘルスチェックに失敗しました";
            meaning: "The task runs, but the target group gets no good answer from it: another port or path, a \
                      status that is not in the matcher, a security group in between, or a start that takes longer \
                      than the checks allow.",
                     "タスクは動いていますが、ターゲットグループに正常な応答が返りません。ポートやパスの違い、想定外のステータス、\
                      セキュリティグループ、起動の遅さが原因です。";
            cure: "Let the program listen on 0.0.0.0 and the `containerPort` of the target group, answer the \
                   check’s path with 200, and give a slow start time by `healthCheckGracePeriodSeconds`.",
                  "プログラムを 0.0.0.0 とターゲットグループの `containerPort` で待ち受けさせ、チェックのパスに 200 を返し、\
                   起動が遅いなら `healthCheckGracePeriodSeconds` を設定してください。";
        },
        fields: &["containerDefinitions[].portMappings[].containerPort"],
        source: PAGE,
        ..COMMON
    },
    AwsError {
        id: "container-health-check",
        texts: &[
            "Task failed container health checks",
            "failed container health checks",
        ],
        words: answer! {
            title: "A container’s own health check failed", "コンテナのヘルスチェックに失敗しました";
            meaning: "The command of `healthCheck` ended with another code than 0 `retries` times: the program is \
                      not well, the command (often `curl`) is not in the image, or `startPeriod` is too short.",
                     "`healthCheck` のコマンドが `retries` 回続けて 0 以外で終わりました。プログラムの異常か、コマンド（`curl` など）が\
                      イメージにないか、`startPeriod` が短すぎます。";
            cure: "Run the command in the container (`aws ecs execute-command`), raise `startPeriod`, and use a \
                   program that the image has.",
                  "コンテナの中でコマンドを実行して（`aws ecs execute-command`）確かめ、`startPeriod` を延ばし、イメージにある\
                   プログラムを使ってください。";
        },
        rules: &["health-check-command", "health-check-shell-arguments"],
        fields: &["containerDefinitions[].healthCheck"],
        source: PAGE,
        ..COMMON
    },
    AwsError {
        id: "scaling-activity",
        texts: &["Scaling activity initiated by"],
        stop_codes: &["ServiceSchedulerInitiated"],
        words: answer! {
            title: "The service stopped the task on purpose", "サービスが意図してタスクを停止しました";
            meaning: "A deployment replaced the task, or the desired count became smaller.",
                     "デプロイによる置き換えか、希望数の減少による停止です。";
            cure: "Nothing is wrong. If it comes again and again, look at auto scaling and at the service’s \
                   events.",
                  "異常ではありません。何度も繰り返すなら、オートスケーリングとサービスのイベントを確認してください。";
        },
        source: PAGE,
        ..COMMON
    },
    AwsError {
        id: "instance-gone",
        texts: &[
            "Host EC2 (instance {} stopped",
            "Host EC2 (instance {} terminated",
        ],
        words: answer! {
            title: "The EC2 instance under the task went away", "タスクを動かしていた EC2 インスタンスがなくなりました";
            meaning: "The container instance was stopped or terminated, by somebody, by its Auto Scaling group, or \
                      as a Spot instance.",
                     "コンテナインスタンスが停止または終了しました。手動の操作、Auto Scaling、スポットの中断などによるものです。";
            cure: "Let a capacity provider manage scaling in with managed termination protection, or drain \
                   instances before they go.",
                  "キャパシティプロバイダーのマネージド終了保護を使うか、終了前にインスタンスをドレインしてください。";
        },
        source: PAGE,
        ..COMMON
    },
    AwsError {
        id: "instance-deregistered",
        texts: &["Container instance deregistration forced by user"],
        words: answer! {
            title: "The container instance was deregistered by force", "コンテナインスタンスが強制的に登録解除されました";
            meaning: "Somebody deregistered the instance with `force`, so that ECS stopped its tasks.",
                     "インスタンスが `force` 付きで登録解除されたため、ECS がタスクを停止しました。";
            cure: "Drain the instance first: its service’s tasks are then started elsewhere.",
                  "先にインスタンスをドレインすると、サービスのタスクが別の場所で起動します。";
        },
        source: PAGE,
        ..COMMON
    },
    AwsError {
        id: "spot-interruption",
        texts: &[
            "Your Spot Task was interrupted",
            "Spot task was interrupted",
        ],
        stop_codes: &["SpotInterruption", "TerminationNotice"],
        words: answer! {
            title: "Fargate Spot took the task back", "Fargate Spot によりタスクが中断されました";
            meaning: "AWS needed the capacity; it sends SIGTERM two minutes before.",
                     "AWS が容量を必要としたための中断です。2 分前に SIGTERM が送られます。";
            cure: "Save what is half done on SIGTERM, and give what must not be interrupted the provider FARGATE \
                   (a `base` in the capacity provider strategy).",
                  "SIGTERM を受けたら途中の状態を保存し、中断できないタスクは FARGATE（キャパシティプロバイダー戦略の `base`）で\
                   動かしてください。";
        },
        fields: &["containerDefinitions[].stopTimeout"],
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html",
        ..COMMON
    },
    AwsError {
        id: "stopped-by-user",
        texts: &["Task stopped by user", "Task stopped by ({})"],
        stop_codes: &["UserInitiated"],
        words: answer! {
            title: "Somebody stopped the task", "タスクが手動で停止されました";
            meaning: "A person or a program called `StopTask`.",
                     "人またはプログラムが `StopTask` を呼び出しました。";
            cure: "CloudTrail says who: look for `StopTask` with this task’s id.",
                  "CloudTrail でこのタスクの ID の `StopTask` を探すと、誰が停止したかがわかります。";
        },
        source: "https://repost.aws/knowledge-center/ecs-task-stopped",
        ..COMMON
    },
    AwsError {
        id: "infrastructure-maintenance",
        texts: &[
            "ECS is performing maintenance on the underlying infrastructure hosting the task",
            "Amazon ECS is performing maintenance on the underlying infrastructure",
        ],
        stop_codes: &["InfrastructureHealth"],
        words: answer! {
            title: "AWS replaces the machine under the task", "AWS が基盤をメンテナンスしています";
            meaning: "A Fargate task was retired for a security update or a fault of its machine. A service starts \
                      another.",
                     "セキュリティ更新やハードウェアの不具合のため、Fargate のタスクが入れ替えられました。サービスなら別のタスクが起動します。";
            cure: "Let the task end on SIGTERM and start anywhere; run a task of its own again.",
                  "SIGTERM で終了し、どこででも起動できるようにしてください。単独のタスクは再度実行してください。";
        },
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-maintenance.html",
        ..COMMON
    },
    AwsError {
        id: "network-interface-timeout",
        texts: &["Timeout waiting for network interface provisioning to complete"],
        words: answer! {
            title: "The task got no network interface in time", "時間内にネットワークインターフェイスを用意できませんでした";
            meaning: "EC2 did not create or attach the interface: the subnet has no free address, the API was \
                      throttled, the service-linked role is missing, or the instance has no room for another.",
                     "インターフェイスの作成や接続が完了しませんでした。サブネットの空きアドレス不足、API のスロットリング、\
                      サービスリンクロールの不在、インスタンスの上限などが原因です。";
            cure: "Start the task again; look at the free addresses of the subnets and use several.",
                  "もう一度起動してください。サブネットの空きアドレスを確認し、複数のサブネットを使ってください。";
        },
        fields: &["networkMode"],
        source: "https://github.com/aws/amazon-ecs-agent/issues/4825",
        ..COMMON
    },
    AwsError {
        id: "subnet-full",
        texts: &[
            "Unexpected EC2 error while attempting to Create Network Interface {} InsufficientFreeAddressesInSubnet",
            "Unexpected EC2 error while attempting to Create Network Interface {} does not have enough free addresses",
        ],
        words: answer! {
            title: "The subnet has no free address", "サブネットに空きアドレスがありません";
            meaning: "Each task of network mode `awsvpc` takes an address of its subnet.",
                     "`awsvpc` のタスクは 1 つにつきサブネットのアドレスを 1 つ使います。";
            cure: "Give the service more or larger subnets; a rolling deployment needs addresses for old and new \
                   tasks at once.",
                  "サブネットを増やすか広げてください。ローリング更新では新旧両方のタスクの分が必要です。";
        },
        fields: &["networkMode"],
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html",
        ..COMMON
    },
    AwsError {
        id: "network-interface-not-created",
        texts: &["Unexpected EC2 error while attempting to"],
        is_general: true,
        words: answer! {
            title: "EC2 did not give the task a network interface", "EC2 がネットワークインターフェイスを作成できませんでした";
            meaning: "What follows is EC2’s own code, such as a missing permission, a subnet or security group that \
                      is not there, or a limit.",
                     "続きは EC2 のエラーコードで、権限不足、存在しないサブネットやセキュリティグループ、上限などを示します。";
            cure: "Check the subnets and security groups of the network configuration, and the role \
                   `AWSServiceRoleForECS`.",
                  "ネットワーク設定のサブネットとセキュリティグループ、ロール `AWSServiceRoleForECS` を確認してください。";
        },
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-service-linked-roles.html",
        ..COMMON
    },
    AwsError {
        id: "fargate-capacity",
        texts: &[
            "Capacity is unavailable at this time. Please try again later or in a different availability zone",
            "was unable to place a task. Reason: Capacity is unavailable",
        ],
        words: answer! {
            title: "Fargate has no capacity there just now", "Fargate の容量が一時的に不足しています";
            meaning: "AWS has no free machine for this size in these availability zones, most often for Spot or for \
                      large tasks.",
                     "これらのアベイラビリティゾーンに、このサイズの空きがありません。Spot や大きなタスクで起こりやすいエラーです。";
            cure: "Try again, with subnets in more zones, another size, or FARGATE besides FARGATE_SPOT.",
                  "時間をおいて再試行し、サブネットのゾーンを増やすか、サイズを変えるか、FARGATE_SPOT に FARGATE を併用してください。";
        },
        fields: &["cpu", "memory"],
        source: "https://repost.aws/knowledge-center/ecs-fargate-runtask-capacity",
        ..COMMON
    },
    AwsError {
        id: "role-not-assumed",
        texts: &[
            "ECS was unable to assume the role {} that was provided for this task. Please verify that the role being passed has the proper trust relationship",
            "Credentials endpoint {} unable to assume the role",
        ],
        words: answer! {
            title: "ECS can’t assume the task’s role", "ECS がタスクのロールを引き受けられません";
            meaning: "The task or execution role does not exist, or does not trust `ecs-tasks.amazonaws.com`: often \
                      the role of the service or of an instance was taken.",
                     "タスクロールや実行ロールがないか、`ecs-tasks.amazonaws.com` を信頼していません。サービスや\
                      インスタンス用のロールを指定していることがよくあります。";
            cure: "Let the role’s trust policy allow `sts:AssumeRole` to `ecs-tasks.amazonaws.com`, and check both \
                   ARNs.",
                  "ロールの信頼ポリシーで `ecs-tasks.amazonaws.com` に `sts:AssumeRole` を許可し、両方の ARN を確認してください。";
        },
        rules: &["role-form", "same-role-twice"],
        fields: &["taskRoleArn", "executionRoleArn"],
        source: "https://github.com/aws-samples/aws-modern-application-workshop/issues/88",
        ..COMMON
    },
    AwsError {
        id: "task-failed-to-start",
        texts: &["Task failed to start", "TaskFailedToStart"],
        stop_codes: &["TaskFailedToStart"],
        is_general: true,
        words: answer! {
            title: "The task did not start", "タスクが起動しませんでした";
            meaning: "The task stopped before all its containers ran. Its `stoppedReason` and the `reason` of its \
                      containers say why.",
                     "すべてのコンテナが動く前にタスクが停止しました。理由は `stoppedReason` と各コンテナの `reason` にあります。";
            cure: "Read them by `aws ecs describe-tasks`; ECS keeps them for an hour.",
                  "`aws ecs describe-tasks` で確認してください（ECS が保持するのは 1 時間です）。";
        },
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html",
        ..COMMON
    },
    AwsError {
        id: "circuit-breaker",
        said_by: SaidBy::Service,
        texts: &[
            "ECS Deployment Circuit Breaker was triggered",
            "ECS deployment circuit breaker: tasks failed to start",
            "deployment failed: tasks failed to start",
            "ECS deployment {} failed: tasks failed to start",
        ],
        is_general: true,
        words: answer! {
            title: "The circuit breaker gave the deployment up", "サーキットブレーカーがデプロイを中止しました";
            meaning: "Too many tasks of the new revision failed to start or to become healthy, so ECS ended the \
                      deployment, and rolled back where it is set so.",
                     "新しいリビジョンのタスクが続けて失敗したため、ECS がデプロイを中止しました（設定により元に戻します）。";
            cure: "Look why its tasks stopped: their reasons are shown for an hour.",
                  "タスクの停止理由を確認してください（表示されるのは 1 時間です）。";
        },
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html",
        ..COMMON
    },
    AwsError {
        id: "deployment-alarm",
        said_by: SaidBy::Service,
        texts: &["deployment failed: alarm detected"],
        words: answer! {
            title: "A CloudWatch alarm ended the deployment", "CloudWatch アラームによりデプロイが中止されました";
            meaning: "One of the alarms of the service’s deployment configuration went into ALARM while the new \
                      revision came up, so ECS rolled it back.",
                     "新しいリビジョンの展開中に、サービスのデプロイ設定にあるアラームが ALARM になったため、ECS が元に戻しました。";
            cure: "Look at the alarm’s graph at that time; one that is in ALARM before a deployment begins ends it \
                   too.",
                  "その時刻のアラームのグラフを確認してください。デプロイの開始前から ALARM のアラームも中止の原因になります。";
        },
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html",
        ..COMMON
    },
    AwsError {
        id: "tasks-fail-again-and-again",
        said_by: SaidBy::Service,
        texts: &["is unable to consistently start tasks successfully"],
        is_general: true,
        words: answer! {
            title: "The service’s tasks fail again and again", "サービスのタスクが起動に失敗し続けています";
            meaning: "Several tasks in a row stopped before they ran well; ECS waits longer between the tries, up \
                      to 15 minutes.",
                     "タスクが続けて失敗しているため、ECS は再試行の間隔を最大 15 分まで延ばしています。";
            cure: "Look why a task stopped; a new deployment begins without that pause.",
                  "停止したタスクの理由を確認してください。新しくデプロイすると間隔は元に戻ります。";
        },
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-throttle-logic.html",
        ..COMMON
    },
];
