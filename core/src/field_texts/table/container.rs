//! The members of a container.

use crate::field_texts::text::texts;

texts! {
    CONTAINER, "ContainerDefinition";
    "name":
        "The container’s name in the task. `dependsOn`, overrides, load balancers and deployments name it so; \
         renaming it breaks them. Up to 255 letters, digits, `_` and `-`.",
        "タスク内でのコンテナの名前です。`dependsOn`、オーバーライド、ロードバランサー、デプロイの設定がこの名\
         前で参照するため、変えるとそれらも直す必要があります。英数字・`_`・`-` で 255 文字までです。";
    "image":
        "The image to run, as `REGISTRY/REPOSITORY:TAG` or `…@sha256:DIGEST`; without a registry it is Docker \
         Hub’s. It is pulled when a task starts: a later push changes no running task.",
        "実行するイメージで、`レジストリ/リポジトリ:タグ` または `…@sha256:ダイジェスト` の形で書きます。レジ\
         ストリを省略すると Docker Hub です。タスクの起動時に取得され、後からプッシュしても実行中のタスクは変わ\
         りません。";
    "repositoryCredentials":
        "The secret to log in to a private registry other than ECR. For ECR, the permissions of \
         `executionRoleArn` are enough.",
        "ECR 以外のプライベートレジストリにログインするためのシークレットです。ECR なら `executionRoleArn` の\
         権限だけで足ります。";
    "cpu":
        "CPU units reserved for this container (1024 = 1 vCPU), a number. On Linux it is a share, and the \
         container may use more when others are idle. `0` reserves nothing; the task’s `cpu` is the limit for \
         all.",
        "このコンテナに確保する CPU ユニット（1024 = 1 vCPU）で、数値で書きます。Linux では配分の比率で、ほか\
         が空いていればそれ以上使えます。`0` なら確保しません。全体の上限はタスクの `cpu` です。";
    "memory":
        "The hard limit of this container in MiB, a number: it is killed when it uses more. May be left out if \
         the task has `memory`. Softer: `memoryReservation`.",
        "このコンテナのメモリの上限（ハード制限）です。単位は MiB で、数値で書きます。超えるとコンテナは強制終\
         了されます。タスクに `memory` があれば省略できます。ソフト制限は `memoryReservation` です。";
    "memoryReservation":
        "Memory in MiB that is set aside for this container (soft limit). It may use more, up to its own \
         `memory` or what the task or instance has. It has to be less than the container’s `memory`.",
        "このコンテナのために確保するメモリ（ソフト制限）で、単位は MiB です。空きがあれば超えて\
         使えます。上限はコンテナの `memory` で、なければタスクやインスタンスの空きです。コンテナの `memory` より\
         小さくします。";
    "links":
        "Lets containers reach one another by name in `bridge` mode. An old means of Docker; not on Fargate or \
         in `awsvpc`, where they share `localhost`.",
        "`bridge` モードで、コンテナどうしが名前で通信するための Docker の古い機能です。Fargate や `awsvpc` で\
         は使えません（`localhost` で通信できます）。";
    "portMappings":
        "The ports on which the container listens. In `awsvpc`, `containerPort` is enough; security groups \
         decide who gets through.",
        "コンテナが待ち受けるポートです。`awsvpc` では `containerPort` だけで足ります。だれが接続できるかは、\
         セキュリティグループで決まります。";
    "essential":
        "If `true`, the default, the whole task stops as soon as this container ends, for whatever reason. If \
         `false`, the others go on without it. At least one container of a task has to be essential.",
        "`true`（既定値）なら、理由を問わずこのコンテナが終了した時点で、タスク全体が停止します。`false` なら、ほか\
         のコンテナは動き続けます。少なくとも 1 つのコンテナを `true` にする必要があります。";
    "restartPolicy":
        "Lets ECS restart this container when it ends, without replacing the task.",
        "コンテナが終了したとき、タスクを置き換えずに、そのコンテナだけを ECS に再起動させる設定です。";
    "entryPoint":
        "Replaces the image’s ENTRYPOINT, an argument an element. If it is given, the image’s CMD does not \
         count any more: give `command` too where it is needed.",
        "イメージの ENTRYPOINT を置き換えます。引数を 1 つずつ要素にします。指定するとイメージの CMD は使われ\
         なくなるため、必要なら `command` も書いてください。";
    "command":
        "Replaces the image’s CMD, an argument an element: `[\"sh\", \"-c\", \"…\"]`, not one string. A \
         scheduled run can override it.",
        "イメージの CMD を置き換えます。`[\"sh\", \"-c\", \"…\"]` のように、引数を 1 つずつ要素にします（全体\
         を 1 つの文字列にはしません）。タスクの起動時に上書きできます。";
    "environment":
        "Environment variables in plain text: anyone who may read the task definition sees them. Passwords and \
         keys belong in `secrets`.",
        "平文で渡す環境変数です。タスク定義を読める人なら、だれでも値を見られます。パスワードやキーは \
         `secrets` に書いてください。";
    "environmentFiles":
        "Up to 10 `.env` files in S3 with environment variables, which ECS reads when the task starts. \
         `environment` takes precedence.",
        "環境変数を書いた S3 上の `.env` ファイルで、10 個までです。タスクの起動時に ECS が読み込みます。同じ\
         名前は `environment` が優先されます。";
    "mountPoints":
        "Where volumes of the task appear in this container: the volume’s name and a path.",
        "タスクの `volumes` を、このコンテナのどのパスにマウントするかの指定です。ボリューム名とパスを書きます。";
    "volumesFrom":
        "Mounts everything that another container of the task mounts.",
        "同じタスクの別のコンテナがマウントしているボリュームを、まとめてマウントします。";
    "linuxParameters":
        "Settings of the Linux kernel for this container: capabilities, an init process, devices, swap, shared \
         memory. Not for Windows.",
        "Linux カーネルに関する設定（ケーパビリティ、init プロセス、デバイス、スワップ、共有メモリ）です。\
         Windows では使えません。";
    "secrets":
        "Environment variables whose values ECS fetches from Secrets Manager or Parameter Store when the \
         container starts. Only the reference stands here; a later change of the value needs a new task.",
        "コンテナの起動時に、ECS が Secrets Manager やパラメータストアから値を取得する環境変数です。ここに書く\
         のは参照だけです。値を変えたときは、タスクを起動し直すまで反映されません。";
    "dependsOn":
        "Which containers have to be started, finished or healthy before this one starts. When the task stops, \
         the order is reversed.",
        "このコンテナを起動する前に、どのコンテナが起動・終了・正常になっている必要があるかです。停止するとき\
         は逆の順になります。";
    "startTimeout":
        "How many seconds containers that depend on this one wait for it to be finished or healthy; then they \
         do not start and the task stops. On Fargate 2 to 120.",
        "このコンテナに依存するコンテナが、完了または正常になるのを待つ秒数です。過ぎると依存側は起動せず、タ\
         スクは停止します。Fargate では 2～120 秒です。";
    "stopTimeout":
        "Seconds between the signal to stop (SIGTERM) and the forced end (SIGKILL). Default: 30; on Fargate 2 \
         to 120.",
        "停止の合図（SIGTERM）から強制終了（SIGKILL）までの秒数です。既定値は 30 秒で、Fargate では 2～120 秒\
         です。";
    "versionConsistency":
        "Whether ECS replaces the image’s tag by its digest, so that all tasks of a deployment run the same \
         image even if the tag moves. Default: `enabled`.",
        "ECS がイメージのタグをダイジェストに置き換え、タグが別のイメージを指すようになっても、デプロイ内の全\
         タスクで同じイメージを使うかどうかです。既定値は `enabled` です。" => {
            "enabled":
                "The tag is resolved to a digest; the default.",
                "タグをダイジェストに解決します（既定値）。";
            "disabled":
                "The image is used as it is written: each task that starts takes what the tag names then.",
                "書かれたとおりのイメージを使います。タスクは、起動した時点でタグが指すイメージを取得します。";
        };
    "hostname":
        "The host name that the container sees. Not with `awsvpc`, and so not on Fargate.",
        "コンテナから見えるホスト名です。`awsvpc` では使えないため、Fargate でも使えません。";
    "user":
        "As whom the program runs: a name or uid, with a group if you like (`1000:1000`). Left out, it is the \
         image’s USER, and root if that has none. Not for Windows.",
        "プログラムを実行するユーザーです。名前か UID で書き、グループも付けられます（`1000:1000`）。省略する\
         とイメージの USER で、それもなければ root です。Windows では使えません。";
    "workingDirectory":
        "The directory in the container in which the command runs. Left out, it is the image’s WORKDIR.",
        "コマンドを実行する、コンテナ内のディレクトリです。省略するとイメージの WORKDIR です。";
    "disableNetworking":
        "Takes all networking from the container. Not on Fargate or Windows.",
        "コンテナのネットワークを完全に無効にします。Fargate と Windows では使えません。";
    "privileged":
        "Gives the container nearly root’s power over the instance. A danger; not on Fargate or Windows.",
        "ホストの root に近い権限をコンテナに与えます。危険な設定です。Fargate と Windows では使えません。";
    "readonlyRootFilesystem":
        "If `true`, the container can’t write to its own file system, only to volumes. A good habit where the \
         program allows it. Not for Windows.",
        "`true` なら、コンテナは自身のファイルシステムに書き込めず、ボリュームにだけ書き込めます。プログラムが\
         対応していれば、有効にすることを推奨します。Windows では使えません。";
    "dnsServers":
        "DNS servers for the container, in place of the host’s. Not on Fargate or Windows.",
        "コンテナが使う DNS サーバーで、ホストの設定に代わります。Fargate と Windows では使えません。";
    "dnsSearchDomains":
        "Domains that are tried for names without a dot. Not on Fargate or Windows.",
        "短いホスト名を補って検索するドメインです。Fargate と Windows では使えません。";
    "extraHosts":
        "Lines for the container’s `/etc/hosts`. Not with `awsvpc`, and so not on Fargate.",
        "コンテナの `/etc/hosts` に追加する行です。`awsvpc` では使えないため、Fargate でも使えません。";
    "dockerSecurityOptions":
        "Labels for SELinux and AppArmor, or a credential spec for Active Directory. Not on Fargate.",
        "SELinux や AppArmor のラベル、または Active Directory の認証情報仕様です。Fargate では使えません。";
    "interactive":
        "Keeps stdin open, as `docker run -i` does, for programs that need it. Default: `false`.",
        "`docker run -i` のように標準入力を開いたままにします。必要とするプログラムのための設定で、既定値は \
         `false` です。";
    "pseudoTerminal":
        "Gives the container a terminal (TTY), as `docker run -t` does. Default: `false`.",
        "`docker run -t` のように、コンテナに端末（TTY）を割り当てます。既定値は `false` です。";
    "dockerLabels":
        "Labels of the container for tools that read Docker’s. They are no AWS tags.",
        "コンテナに付ける Docker のラベルで、それを読むツールのためのものです。AWS のタグではありません。";
    "ulimits":
        "Limits of the operating system for the container’s processes, such as open files. Not for Windows.",
        "開けるファイル数など、コンテナのプロセスに対する OS の制限です。Windows では使えません。";
    "logConfiguration":
        "Where the container’s stdout and stderr go. Without it, a task on Fargate leaves no log to read.",
        "コンテナの標準出力と標準エラー出力の送り先です。Fargate で省略すると、ログはどこにも残りません。";
    "healthCheck":
        "A command that ECS runs in the container to see whether it works. A HEALTHCHECK in the image does not \
         count. A service replaces a task whose essential container is unhealthy.",
        "コンテナが正常かどうかを調べるために、ECS がコンテナ内で実行するコマンドです。イメージの HEALTHCHECK \
         は使われません。essential なコンテナが異常になると、サービスはタスクを置き換えます。";
    "systemControls":
        "Kernel parameters (sysctl) for the container’s namespace, such as `net.ipv4.tcp_keepalive_time`.",
        "コンテナの名前空間に設定するカーネルパラメータ（sysctl）です（`net.ipv4.tcp_keepalive_time` など）。";
    "resourceRequirements":
        "GPUs or Neuron devices that the container needs.",
        "コンテナに必要な GPU や Neuron デバイスです。";
    "firelensConfiguration":
        "Makes this container the log router of the task. The other containers send to it by the log driver \
         `awsfirelens`.",
        "このコンテナをタスクのログルーターにします。ほかのコンテナは、ログドライバー `awsfirelens` でここに送\
         ります。";
    "credentialSpecs":
        "At most one ARN of a credential spec in SSM or S3, for Active Directory: `credentialspec:ARN` or \
         `credentialspecdomainless:ARN`.",
        "Active Directory で認証するための認証情報仕様（SSM または S3 の ARN）で、1 つだけ指定できます。\
         `credentialspec:ARN` または `credentialspecdomainless:ARN` の形で書きます。";
}
