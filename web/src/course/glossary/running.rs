//! Words of where and how tasks run.

use super::terms;

terms! {
    "task" ["task" "tasks"]
    "The containers of one task definition, running together: what `docker compose up` would start. It ends when \
     its essential containers end."
    ["タスク"]
    "1 つのタスク定義から起動した、ひとまとまりのコンテナです。`docker compose up` で動くものに近く、essential な\
     コンテナが終わると終了します。"

    "cluster" ["cluster" "clusters"]
    "A name under which tasks and services run. On Fargate there is no machine of yours in it."
    ["クラスター"]
    "タスクやサービスを動かす場所に付けた名前です。Fargate なら、自分のサーバーを用意する必要はありません。"

    "service" ["service" "services" "ECS service"]
    "Keeps a number of tasks running and replaces those that stop. It uses the revision that it was last told, so \
     it has to be updated for a new one."
    ["サービス"]
    "決めた数のタスクを動かし続け、止まったら置き換えます。使うのは最後に指定されたリビジョンなので、新しいリビジョンに\
     するにはサービスの更新が必要です。"

    "fargate" ["Fargate" "AWS Fargate"]
    "AWS runs the task on machines of its own, and you pay by the task’s CPU and memory. It takes certain pairs of \
     CPU and memory only."
    ["Fargate"]
    "サーバーを AWS に任せてタスクを動かす方式で、料金はタスクの CPU とメモリで決まります。選べる CPU とメモリの\
     組み合わせは決まっています。"

    "ec2" ["EC2" "EC2 instance" "EC2 instances"]
    "Virtual machines of AWS. ECS can run tasks on your own ones instead of Fargate."
    ["EC2"]
    "AWS の仮想サーバーです。ECS のタスクは、Fargate の代わりに自分の EC2 でも動かせます。"

    "capacity-provider" ["capacity provider" "capacity providers"]
    "What a cluster takes machines from: Fargate, Fargate Spot, or a group of EC2 instances."
    ["キャパシティープロバイダー" "キャパシティプロバイダー"]
    "クラスターのタスクをどこで動かすかの指定です。Fargate、Fargate Spot、EC2 のグループなどがあります。"

    "managed-instances" ["Managed Instances"]
    "EC2 instances in your account that ECS starts, updates and ends by itself."
    ["マネージドインスタンス"]
    "自分のアカウントの EC2 を、ECS が起動・更新・終了まで管理する方式です。"

    "schedule" ["schedule" "schedules"]
    "Starts something at given times, as cron does. For tasks it belongs to EventBridge, not to the task \
     definition, and it names the task definition that it starts."
    ["スケジュール"]
    "cron のように、決まった時刻に起動する設定です。タスク定義ではなく EventBridge の側にあり、起動するタスク定義を\
     そこで指定します。"

    "eventbridge" ["EventBridge" "Amazon EventBridge"]
    "The service of AWS that starts things by time or by event. Its rules and its schedules are what starts nightly \
     tasks."
    ["EventBridge"]
    "時刻やイベントをきっかけに処理を始める AWS のサービスです。夜間バッチなどのタスクは、そのルールやスケジュールが\
     起動します。"

    "deployment" ["deployment" "deployments"]
    "The change of a service from one revision to another: new tasks start, and the old ones stop when the new \
     ones are well."
    ["デプロイ"]
    "サービスを別のリビジョンに切り替えることです。新しいタスクが起動し、正常なら古いタスクが止まります。"

    "health-check" ["health check" "health checks"]
    "A command that ECS runs in a container again and again, to learn whether it still works."
    ["ヘルスチェック"]
    "コンテナが正常に動いているかを確かめるため、ECS が繰り返し実行するコマンドです。"

    "ephemeral-storage" ["ephemeral storage"]
    "The disk of a Fargate task: it is empty at the start and gone at the end."
    ["エフェメラルストレージ"]
    "Fargate のタスクが使うディスクです。起動時は空で、タスクが終わると消えます。"

    "vpc" ["VPC"]
    "A private network of your own in AWS, in which tasks in `awsvpc` mode have their addresses."
    ["VPC"]
    "AWS の中の自分専用のネットワークです。`awsvpc` のタスクは、この中にアドレスを持ちます。"

    "security-group" ["security group" "security groups"]
    "A firewall around network interfaces. A task gets it when it is started, not from the task definition."
    ["セキュリティグループ"]
    "ネットワークインターフェイスに付けるファイアウォールです。タスク定義ではなく、タスクを起動するときに指定します。"

    "efs" ["EFS"]
    "Amazon Elastic File System: a file system over the network, which keeps files when the task has ended."
    ["EFS"]
    "Amazon Elastic File System の略です。ネットワーク越しに使うファイルシステムで、タスクが終わってもファイルが残ります。"

    "firelens" ["FireLens"]
    "The way of ECS to send logs through a container with Fluentd or Fluent Bit, as the log driver `awsfirelens`."
    ["FireLens"]
    "Fluentd や Fluent Bit のコンテナを通してログを送る、ECS の仕組みです。ログドライバーは `awsfirelens` です。"
}
