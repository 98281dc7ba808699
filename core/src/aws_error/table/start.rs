//! Why a container could not be created or started.

use crate::aws_error::error::{AwsError, COMMON, answer};

const COMMAND: &[&str] = &[
    "containerDefinitions[].entryPoint",
    "containerDefinitions[].command",
];

pub(super) const START: &[AwsError] = &[
    AwsError {
        id: "program-not-found",
        texts: &[
            "exec: {} executable file not found in $PATH",
            "exec: {} executable file not found in",
            "starting container process caused: exec: {} stat {} no such file or directory",
            "unable to start container process: exec: {} stat {} no such file or directory",
            "exec: {} no such file or directory: unknown",
        ],
        words: answer! {
            title: "The image has no such program", "イメージにそのプログラムがありません";
            meaning: "What is first in `entryPoint` and `command` is not a program of the image: a whole command \
                      line stands in one string, the path is wrong, or the image has no shell.",
                     "`entryPoint` と `command` の先頭がイメージにあるプログラムではありません。コマンド全体を 1 つの文字列に\
                      書いているか、パスが誤っているか、イメージにシェルがありません。";
            cure: "Write each argument as an element of its own (`[\"npm\", \"start\"]`), or run a shell: \
                   `[\"sh\", \"-c\", \"…\"]`.",
                  "引数を 1 つずつ要素に分ける（`[\"npm\", \"start\"]`）か、シェル経由（`[\"sh\", \"-c\", \"…\"]`）で実行してください。";
        },
        rules: &["command-as-one-string"],
        fields: COMMAND,
        source: "https://github.com/aws/amazon-ecs-cli/issues/78",
        ..COMMON
    },
    AwsError {
        id: "program-not-executable",
        texts: &[
            "starting container process caused: exec: {} permission denied",
            "unable to start container process: exec: {} permission denied",
        ],
        words: answer! {
            title: "The program may not be executed", "プログラムに実行権限がありません";
            meaning: "The file is in the image, but is not executable, or its user may not execute it.",
                     "ファイルはイメージにありますが、実行権限がないか、コンテナのユーザーが実行できません。";
            cure: "`chmod +x` it in the Dockerfile, and check `user`.",
                  "Dockerfile で `chmod +x` し、`user` を確認してください。";
        },
        fields: &[
            "containerDefinitions[].entryPoint",
            "containerDefinitions[].command",
            "containerDefinitions[].user",
        ],
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cannot-start-container.html",
        ..COMMON
    },
    AwsError {
        id: "program-of-another-platform",
        texts: &[
            "exec format error",
            "exec user process caused: exec format error",
        ],
        words: answer! {
            title: "The program is built for another CPU", "別の CPU 向けのプログラムです";
            meaning: "An arm64 program runs on x86_64 or the other way round; a script without its `#!` line ends \
                      the same way.",
                     "arm64 のプログラムを x86_64 で（またはその逆で）実行しています。`#!` 行のないスクリプトも同じエラーになります。";
            cure: "Build the image for the task’s architecture (`--platform linux/amd64` or `linux/arm64`), or \
                   set `runtimePlatform.cpuArchitecture`.",
                  "タスクのアーキテクチャ（`--platform linux/amd64` や `linux/arm64`）でビルドし直すか、\
                   `runtimePlatform.cpuArchitecture` を指定してください。";
        },
        fields: &[
            "runtimePlatform.cpuArchitecture",
            "containerDefinitions[].image",
        ],
        source: "https://repost.aws/knowledge-center/ecs-task-stopped",
        ..COMMON
    },
    AwsError {
        id: "host-port-taken",
        texts: &[
            "CannotStartContainerError: {} Bind for {} failed: port is already allocated",
            "driver failed programming external connectivity on endpoint {} Bind for {} failed",
            "CannotStartContainerError: {} address already in use",
        ],
        words: answer! {
            title: "The host’s port is taken", "ホストのポートが使用中です";
            meaning: "Another task on this container instance, often the one that is to be replaced, has the same \
                      `hostPort`.",
                     "同じコンテナインスタンスの別のタスク（多くは置き換え前のタスク）が同じ `hostPort` を使っています。";
            cure: "Leave `hostPort` out or set it to 0 for a port that ECS chooses, use `awsvpc`, or let the \
                   service stop a task first (`minimumHealthyPercent` below 100).",
                  "`hostPort` を省くか 0 にして ECS に選ばせるか、`awsvpc` を使うか、先にタスクを止められるように \
                   `minimumHealthyPercent` を 100 未満にしてください。";
        },
        rules: &["duplicate-port"],
        fields: &["containerDefinitions[].portMappings[].hostPort"],
        source: "https://github.com/aws/amazon-ecs-agent/issues/843",
        ..COMMON
    },
    AwsError {
        id: "user-not-in-image",
        texts: &[
            "unable to find user {}: no matching entries in passwd file",
            "unable to find group {}: no matching entries in group file",
        ],
        words: answer! {
            title: "The image has no such user", "イメージにそのユーザーがありません";
            meaning: "`user` names a user or a group that is not in the image’s `/etc/passwd` or `/etc/group`.",
                     "`user` のユーザーやグループが、イメージの `/etc/passwd` や `/etc/group` にありません。";
            cure: "Make the user in the Dockerfile, or write a numeric id, which needs no entry.",
                  "Dockerfile でユーザーを作成するか、登録の要らない数値の ID を書いてください。";
        },
        fields: &["containerDefinitions[].user"],
        source: "https://docs.docker.com/reference/dockerfile/#user",
        ..COMMON
    },
    AwsError {
        id: "memory-too-small-to-start",
        texts: &[
            "container init was OOM-killed (memory limit too low?)",
            "failed to get container status",
        ],
        words: answer! {
            title: "The container has too little memory to start", "メモリが足りず起動できません";
            meaning: "The memory limit is so low that the container was killed before its program ran.",
                     "メモリの上限が低すぎ、プログラムが動く前に強制終了されました。";
            cure: "Raise `memory` of the container, or of the task.",
                  "コンテナまたはタスクの `memory` を増やしてください。";
        },
        rules: &["memory-too-small"],
        fields: &["containerDefinitions[].memory", "memory"],
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cannot-start-container.html",
        ..COMMON
    },
    AwsError {
        id: "start-timeout",
        texts: &[
            "DockerTimeoutError: Could not transition to started; timed out after waiting",
            "DockerTimeoutError: Could not transition to created; timed out after waiting",
            "DockerTimeoutError: unable transition start timeout after wait",
        ],
        words: answer! {
            title: "Docker did not start the container in time", "時間内にコンテナが起動しませんでした";
            meaning: "Creating or starting took longer than the agent waits: the instance is short of CPU or disk \
                      throughput, a volume or a log driver hangs, or on Fargate a service can’t be reached.",
                     "作成や起動が、エージェントの待ち時間を超えました。インスタンスの CPU やディスク性能の不足、\
                      ボリュームやログドライバーの停滞、Fargate では接続先への経路不足が原因です。";
            cure: "Look at the instance’s load and Docker’s log, at the volumes and the log options; on Fargate, \
                   at the route from the subnet. On EC2 `ECS_CONTAINER_START_TIMEOUT` gives more time.",
                  "インスタンスの負荷、Docker のログ、ボリューム、ログのオプションを確認し、Fargate ではサブネットからの経路を\
                   確認してください。EC2 では `ECS_CONTAINER_START_TIMEOUT` で待ち時間を延ばせます。";
        },
        fields: &[
            "containerDefinitions[].startTimeout",
            "containerDefinitions[].logConfiguration",
        ],
        source: "https://repost.aws/knowledge-center/ecs-fargate-docker-timeout-error",
        ..COMMON
    },
    AwsError {
        id: "stop-timeout",
        texts: &[
            "DockerTimeoutError: Could not transition to stopped; timed out after waiting",
            "CannotStopContainerError",
        ],
        words: answer! {
            title: "Docker did not stop the container in time", "時間内にコンテナが停止しませんでした";
            meaning: "The container did not end after SIGTERM and SIGKILL: Docker or the instance is overloaded, or \
                      a process waits for a device or a volume.",
                     "SIGTERM と SIGKILL を送っても終了しません。Docker やインスタンスの過負荷か、デバイスやボリュームを\
                      待つプロセスが原因です。";
            cure: "Let the program end on SIGTERM within `stopTimeout`; if it happens again on one instance, \
                   replace the instance.",
                  "SIGTERM を受けたら `stopTimeout` 以内に終わるようにし、同じインスタンスで繰り返すなら入れ替えてください。";
        },
        fields: &["containerDefinitions[].stopTimeout"],
        source: "https://github.com/aws/amazon-ecs-agent/blob/8dfceca6cf380a83c3007349317566f2862f0673/agent/dockerclient/dockerapi/errors.go",
        ..COMMON
    },
    AwsError {
        id: "dependency-failed",
        texts: &[
            "Task dependencies cannot be resolved, taskArn: {}",
            "dependency graph: failed to resolve the container ordering dependency {}",
        ],
        words: answer! {
            title: "A container that another waits for did not get there", "依存先のコンテナが条件を満たしません";
            meaning: "`dependsOn` waits for a condition that can’t come true any more: the container failed, or \
                      never became healthy.",
                     "`dependsOn` の条件が満たされる見込みがなくなりました。依存先が失敗したか、正常になりませんでした。";
            cure: "Look at that container’s own reason and log, and at its `healthCheck`.",
                  "依存先のコンテナの停止理由、ログ、`healthCheck` を確認してください。";
        },
        rules: &[
            "dependency-cycle",
            "dependency-without-health-check",
            "unknown-dependency",
        ],
        fields: &["containerDefinitions[].dependsOn"],
        source: "https://github.com/aws/amazon-ecs-agent/blob/8dfceca6cf380a83c3007349317566f2862f0673/agent/engine/errors.go",
        ..COMMON
    },
    AwsError {
        id: "gpu-driver-missing",
        texts: &["could not select device driver {} with capabilities: [[gpu]]"],
        words: answer! {
            title: "The instance has no GPU that Docker can give", "インスタンスで GPU を使えません";
            meaning: "The container asks for a GPU, and the instance lacks it or NVIDIA’s container runtime.",
                     "コンテナが GPU を要求していますが、インスタンスに GPU か NVIDIA のコンテナランタイムがありません。";
            cure: "Use instances with a GPU and the ECS GPU-optimized AMI.",
                  "GPU を備えたインスタンスと、ECS の GPU 最適化 AMI を使ってください。";
        },
        fields: &["containerDefinitions[].resourceRequirements"],
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-gpu.html",
        ..COMMON
    },
    AwsError {
        id: "container-not-created",
        texts: &["CannotCreateContainerError"],
        is_general: true,
        words: answer! {
            title: "The container could not be created", "コンテナを作成できませんでした";
            meaning: "Docker refused the container’s settings, or the image or disk space is not there. What \
                      follows is Docker’s own answer.",
                     "Docker がコンテナの設定を拒否したか、イメージやディスクの空きがありません。続きは Docker の応答です。";
            cure: "Check what Docker names: `memory`, `volumes`, `linuxParameters`, or the instance’s disk.",
                  "Docker が挙げている `memory`、`volumes`、`linuxParameters`、インスタンスのディスクを確認してください。";
        },
        fields: &["containerDefinitions[]"],
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/CannotCreateContainerError.html",
        ..COMMON
    },
    AwsError {
        id: "container-not-started",
        texts: &["CannotStartContainerError"],
        is_general: true,
        words: answer! {
            title: "The container could not be started", "コンテナを起動できませんでした";
            meaning: "The container was created, but its program did not start: a path, a port, a device or the \
                      log driver is wrong.",
                     "コンテナは作成されましたが、プログラムが起動しませんでした。パス、ポート、デバイス、ログドライバーの\
                      いずれかに問題があります。";
            cure: "Start the same image with the same command by `docker run` to see the same error at home.",
                  "同じイメージとコマンドを `docker run` で実行し、手元で同じエラーを確かめてください。";
        },
        fields: COMMAND,
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cannot-start-container.html",
        ..COMMON
    },
];
