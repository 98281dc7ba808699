//! Words of what a task definition is and says.

use super::terms;

terms! {
    "ecs" ["ECS" "Amazon ECS"]
    "Amazon Elastic Container Service runs containers on AWS: it takes a task definition, finds a place with \
     enough CPU and memory, and starts the containers there."
    ["ECS" "Amazon ECS"]
    "Amazon Elastic Container Service の略で、AWS でコンテナを動かすサービスです。タスク定義を受け取り、CPU と\
     メモリの足りる場所を見つけてコンテナを起動します。"

    "task-definition" ["task definition" "task definitions"]
    "The JSON that says how containers are started together: images, size, network, variables, logs. It is a \
     description only; nothing runs until a task is started from it. Close to a Compose file for one group of \
     containers."
    ["タスク定義"]
    "一緒に起動するコンテナのイメージ、サイズ、ネットワーク、環境変数、ログなどを書いた JSON です。登録しただけでは\
     何も動きません。コンテナ 1 組分の Compose ファイルに近いものです。"

    "register" ["register" "registers" "registered" "registering" "RegisterTaskDefinition"]
    "To send a task definition to ECS, which keeps it as a new revision. It starts nothing and changes nothing \
     that runs, and what is registered can no longer be edited."
    ["登録" "RegisterTaskDefinition"]
    "タスク定義を ECS に送り、新しいリビジョンとして保存することです。何も起動せず、動いているものも変わりません。\
     登録したものは後から編集できません。"

    "family" ["family" "families"]
    "The name that all revisions of a task definition share, such as `batch`. Registering under the same name adds \
     a revision to it."
    ["ファミリー"]
    "タスク定義の名前で、すべてのリビジョンに共通です（例：`batch`）。同じ名前で登録すると、リビジョンが 1 つ増えます。"

    "revision" ["revision" "revisions"]
    "One registered version of a family, counted up by AWS: `batch:5`. Whatever names a revision keeps using that one \
     until it is told to use another."
    ["リビジョン"]
    "ファミリーの登録済みの版で、AWS が番号を付けます（例：`batch:5`）。リビジョンを番号で指しているものは、\
     指定し直すまでその版を使い続けます。"

    "container-definition" ["container definition" "container definitions"]
    "The part of a task definition about one container: its name, image, command, ports, variables. Containers of \
     one task start on the same host."
    ["コンテナ定義"]
    "タスク定義のうち、コンテナ 1 つ分の部分です。名前、イメージ、コマンド、ポート、環境変数などを書きます。"

    "vcpu" ["vCPU" "vCPUs"]
    "The unit in which AWS rents out processors. `\"cpu\": \"512\"` is half a vCPU, since 1,024 CPU units are a whole one."
    ["vCPU"]
    "AWS が貸し出すプロセッサの単位です。1,024 CPU ユニットが 1 vCPU なので、`\"cpu\": \"512\"` は 0.5 vCPU です。"

    "cpu-units" ["CPU units" "CPU unit"]
    "What ECS counts CPU in: 1,024 units are one vCPU. Of a task it is a string (`\"512\"`), of a container a \
     number (`512`)."
    ["CPU ユニット"]
    "ECS が CPU を数える単位で、1,024 が 1 vCPU です。タスクでは文字列（`\"512\"`）、コンテナでは数値（`512`）で書きます。"

    "mib" ["MiB"]
    "1,048,576 bytes. Memory in a task definition is in MiB: 1,024 are what the console calls 1 GB."
    ["MiB"]
    "1,048,576 バイトです。タスク定義のメモリは MiB で書き、1,024 がコンソールの 1 GB にあたります。"

    "task-role" ["task role" "task roles" "taskRoleArn"]
    "The IAM role with which the program in the containers calls AWS. Without one it has no rights from ECS. Not \
     the task execution role."
    ["タスクロール" "taskRoleArn"]
    "コンテナの中のプログラムが AWS を呼ぶときの IAM ロールです。タスク実行ロールとは別のものです。"

    "execution-role" ["task execution role" "execution role" "executionRoleArn"]
    "The IAM role with which ECS prepares a task: it pulls the image, reads the secrets and writes the logs. The \
     program in the container does not get it."
    ["タスク実行ロール" "実行ロール" "executionRoleArn"]
    "ECS がタスクを準備するときの IAM ロールです。イメージの取得、シークレットの読み取り、ログの送信に使います。\
     コンテナの中のプログラムには渡りません。"

    "essential" ["essential" "essential container"]
    "If an essential container stops, ECS stops the whole task. A container is essential unless it says \
     `\"essential\": false`."
    ["essential"]
    "essential なコンテナが止まると、ECS はタスク全体を止めます。`\"essential\": false` と書かない限り、essential です。"

    "secrets" ["secrets"]
    "The list `secrets` names where a value is kept, instead of the value; ECS reads it at the start and gives it to \
     the container as an environment variable."
    ["secrets"]
    "値そのものではなく、値の置き場所を書くリストです。ECS が起動時に読み取り、環境変数としてコンテナに渡します。"

    "awsvpc" ["awsvpc"]
    "The network mode in which each task has a network interface and a private IP address of its own, as a small \
     machine would. Fargate has no other."
    ["awsvpc"]
    "タスクごとに専用のネットワークインターフェイスとプライベート IP アドレスを持つネットワークモードです。\
     Fargate ではこれだけが使えます。"

    "placeholder" ["placeholder" "placeholders"]
    "Text that stands for a value which somebody or something fills in later, such as `<IMAGE1_NAME>`."
    ["プレースホルダー"]
    "後で埋める値の代わりに書いておく文字列です（例：`<IMAGE1_NAME>`）。"

    "read-only" ["read-only"]
    "Written by AWS only: it stands in what AWS shows, but the call that registers does not take it."
    ["読み取り専用"]
    "AWS だけが書く項目です。AWS が表示する内容には含まれますが、登録の入力には書けません。"

    "log-driver" ["log driver" "log drivers"]
    "Where Docker sends what a container prints. `awslogs` sends it to CloudWatch Logs."
    ["ログドライバー"]
    "コンテナの出力を Docker がどこへ送るかの指定です。`awslogs` は CloudWatch Logs に送ります。"

    "sidecar" ["sidecar" "sidecars" "log router"]
    "A second container beside the program’s own in the same task, such as one that passes on its logs."
    ["サイドカー" "ログルーター"]
    "同じタスクの中で、本来のプログラムの横で動く補助のコンテナです。ログを転送するものなどがあります。"
}
