//! The members of a task definition itself.

use crate::field_texts::text::texts;

texts! {
    TASK, "RegisterTaskDefinitionRequest";
    "family":
        "The name that all revisions of a task definition share. Each registration makes the next revision of \
         this family. Up to 255 letters, digits, `_` and `-`.",
        "タスク定義のすべてのリビジョンに共通する名前です。登録するたびに、このファミリーの次のリビジョンが作\
         られます。英数字・`_`・`-` で 255 文字までです。";
    "taskRoleArn":
        "The IAM role with which the program in the containers calls AWS, for example to read S3. Not to be \
         confused with `executionRoleArn`, which ECS itself uses around the start.",
        "コンテナ内のプログラムが AWS（S3 など）を呼び出すときに使う IAM ロールです。ECS 自身が起動の前後に使\
         う `executionRoleArn` とは別のものです。";
    "executionRoleArn":
        "The IAM role with which ECS itself pulls the image from ECR, sends logs to CloudWatch and fetches \
         `secrets`. The program does not get its permissions: those are of `taskRoleArn`.",
        "ECS 自身が、ECR からのイメージの取得、CloudWatch へのログの送信、`secrets` の取得に使う IAM ロールで\
         す。プログラムの権限にはなりません（プログラムの権限は `taskRoleArn` です）。";
    "networkMode":
        "How the containers are connected to the network. Fargate takes `awsvpc` alone; if the member is left \
         out, it is `bridge`. It decides what `hostPort` may be and whether the task has an address of its own.",
        "コンテナをネットワークにつなぐ方法です。Fargate では `awsvpc` だけが使えます。省略すると `bridge` で\
         す。`hostPort` に書ける値や、タスクが固有の IP アドレスを持つかどうかが、これで決まります。" => {
            "bridge":
                "Docker’s virtual network on an EC2 instance, the default. Containers share the instance’s \
                 address, and `hostPort` says on which of its ports they are reached. Not on Fargate.",
                "EC2 インスタンス上の Docker の仮想ネットワークで、既定値です。コンテナはインスタンスの IP ア\
                 ドレスを共有し、`hostPort` で外から届くポートを決めます。Fargate では使えません。";
            "host":
                "The containers use the EC2 instance’s network directly, so two tasks with the same port do \
                 not fit on one instance. Not on Fargate.",
                "コンテナが EC2 インスタンスのネットワークを直接使います。同じポートを使うタスクは、1 台に 2 \
                 つ置けません。Fargate では使えません。";
            "awsvpc":
                "Each task gets a network interface of its own, with an address in your VPC and security \
                 groups; whoever starts the task gives the subnets. The only mode on Fargate.",
                "タスクごとにネットワークインターフェイス（VPC 内の IP アドレスとセキュリティグループ）が割り\
                 当てられます。サブネットは、タスクを起動する側で指定します。Fargate ではこのモードだけが使えま\
                 す。";
            "none":
                "The containers have no connection to the outside, and no `portMappings`. Not on Fargate.",
                "コンテナは外部と通信できず、`portMappings` も指定できません。Fargate では使えません。";
        };
    "containerDefinitions":
        "The containers of the task, each with an image and its settings. They run together on one host, and \
         at least one of them has to be `essential`.",
        "タスクを構成するコンテナの一覧です。コンテナごとにイメージと設定を書きます。すべて同じホストで一緒に\
         動き、少なくとも 1 つは `essential` でなければなりません。";
    "volumes":
        "Storage that the containers can use. A volume has a name and a kind here; it appears in a container \
         only where that container’s `mountPoints` name it.",
        "コンテナから使えるストレージです。ここでは名前と種類だけを定義します。コンテナの `mountPoints` で指定\
         して、はじめてコンテナの中に現れます。";
    "placementConstraints":
        "On which container instances the task may run; at most 10, with those given when it is started. Not \
         supported on Fargate; an empty list changes nothing.",
        "どのコンテナインスタンスでタスクを動かせるかの条件です。起動時に指定するものと合わせて 10 個までです。\
         Fargate では使えません。空のリストには何の効果もありません。";
    "requiresCompatibilities":
        "What ECS has to check this definition for when you register it: it is refused if it does not fit. It \
         is your demand; the read-only `compatibilities` is AWS’s finding of what fits.",
        "登録のときに、どの起動タイプで動かせるかを ECS に検証させる指定です。合わなければ登録は拒否されます。\
         こちらは自分で書く条件で、読み取り専用の `compatibilities` は AWS が判定した結果です。" => {
            "EC2":
                "Checked for EC2 instances that you run yourself in the cluster.",
                "クラスター内に自分で用意した EC2 インスタンスで動かせるかを検証します。";
            "FARGATE":
                "Checked for Fargate, where AWS provides the machines: `networkMode` has to be `awsvpc`, and \
                 the task’s `cpu` and `memory` a pair of AWS’s table.",
                "AWS がサーバーを用意する Fargate で動かせるかを検証します。`networkMode` は `awsvpc`、タスク\
                 の `cpu` と `memory` は AWS の表にある組み合わせでなければなりません。";
            "EXTERNAL":
                "Checked for servers of your own outside AWS, which are connected by ECS Anywhere.",
                "ECS Anywhere で接続した、AWS の外にある自社サーバーなどで動かせるかを検証します。";
            "MANAGED_INSTANCES":
                "Checked for ECS Managed Instances: EC2 instances that AWS chooses, starts and maintains for \
                 you.",
                "ECS マネージドインスタンス（AWS が選択・起動・保守する EC2 インスタンス）で動かせるかを検証し\
                 ます。";
        };
    "cpu":
        "The CPU of the whole task, a string: `\"512\"`, in units of 1/1024 vCPU, is the same as `\"0.5 vCPU\"`. \
         Required on Fargate, where it decides which `memory` fits. A container’s `cpu` is a number, and a \
         share of this.",
        "タスク全体の CPU です。文字列で書き、1/1024 vCPU 単位の `\"512\"` は `\"0.5 vCPU\"` と同じです。Fargate では\
         必須で、選べる `memory` がこれで決まります。コンテナの `cpu` は数値で、このうち各コンテナに\
         割り当てる分です。";
    "memory":
        "The memory of the whole task, a string: `\"1024\"`, in MiB, is the same as `\"1 GB\"`. A limit for all \
         containers together. Required on Fargate, where it has to fit `cpu`. A container’s `memory` is a number, \
         and that container’s limit.",
        "タスク全体のメモリで、全コンテナの合計の上限です。文字列で書き、MiB 単位の `\"1024\"` は \
         `\"1 GB\"` と同じです。Fargate では必須で、`cpu` に合う値に限られます。コンテナの \
         `memory` は数値で、そのコンテナだけの上限です。";
    "tags":
        "Up to 50 labels of this revision, for search, costs and permissions. A running task has them only if \
         whoever starts it propagates them.",
        "このリビジョンに付けるラベルです。検索やコスト配分、アクセス制御に使い、50 個まで付けられます。実行中\
         のタスクに付くのは、起動時にタグを伝播させた場合だけです。";
    "pidMode":
        "Whose processes the containers see. Left out, each container sees its own alone. On Fargate only \
         `task` is possible, for Linux.",
        "コンテナから見えるプロセスの範囲です。省略すると、各コンテナからは自分のプロセスだけが見えます。\
         Fargate（Linux）で指定できるのは `task` だけです。" => {
            "host":
                "The containers see all processes of the EC2 instance: a danger, for monitoring agents only. \
                 Not on Fargate.",
                "コンテナから EC2 インスタンスの全プロセスが見えます。危険なため、監視エージェントなどに限って\
                 使います。Fargate では使えません。";
            "task":
                "All containers of the task see one another’s processes, as a monitoring sidecar needs it.",
                "タスク内の全コンテナが互いのプロセスを見られます。監視用のサイドカーなどで使います。";
        };
    "ipcMode":
        "With whom the containers share memory segments and other IPC resources. Left out, it depends on the \
         Docker daemon of the instance. Not on Fargate or Windows.",
        "共有メモリなどの IPC リソースを、どの範囲で共有するかです。省略すると、インスタンスの Docker デーモン\
         の設定に従います。Fargate と Windows では使えません。" => {
            "host":
                "The containers share IPC with the EC2 instance and with other tasks that do the same: a \
                 danger.",
                "EC2 インスタンス、および同じ指定のほかのタスクと IPC を共有します。セキュリティ上の危険があり\
                 ます。";
            "task":
                "The containers of the task share IPC among themselves.",
                "タスク内のコンテナどうしで IPC を共有します。";
            "none":
                "Each container has its IPC for itself.",
                "IPC をどことも共有せず、コンテナごとに独立させます。";
        };
    "proxyConfiguration":
        "The Envoy proxy of App Mesh through which the containers’ traffic is led. Service Connect and VPC \
         Lattice do not use it.",
        "コンテナの通信を経由させる、App Mesh の Envoy プロキシの設定です。Service Connect や VPC Lattice では\
         使いません。";
    "inferenceAccelerators":
        "Accelerators of Elastic Inference. AWS has deprecated the member: leave it out of new definitions.",
        "Elastic Inference のアクセラレーターです。AWS が非推奨としている項目なので、新しい定義では使わないで\
         ください。";
    "ephemeralStorage":
        "More temporary disk for a task on Fargate than the 20 GiB that it has anyway. What is on it is gone \
         when the task stops.",
        "Fargate のタスクの一時ディスクを、標準の 20 GiB より大きくする設定です。内容はタスクの停止とともに失\
         われます。";
    "runtimePlatform":
        "The operating system and CPU architecture for which the images are built. On Fargate, what is left \
         out is Linux on x86_64.",
        "イメージの対象となる OS と CPU アーキテクチャです。Fargate で省略すると、Linux・x86_64 になります。";
    "enableFaultInjection":
        "Lets the task’s containers take requests for fault injection, as AWS FIS sends them in experiments. \
         Default: `false`. Older AWS CLIs and SDKs do not know the member and refuse it.",
        "AWS FIS の実験などで、タスクのコンテナに対する障害注入のリクエストを受け付けるかどうかです。既定値は \
         `false` です。古い AWS CLI や SDK は、この項目を知らずに拒否します。";
    "trustedExecutionConfiguration":
        "How strongly the task is isolated from others on the same instance, up to an attested sandbox. Only \
         on ECS Managed Instances.",
        "同じインスタンス上のほかのタスクから、どれだけ強く隔離するかの設定です（証明付きサンドボックスまで）。\
         ECS マネージドインスタンスでだけ使えます。";
}
