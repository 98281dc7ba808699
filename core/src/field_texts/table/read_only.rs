//! What AWS adds to a task definition and takes in no request.

use crate::field_texts::text::texts;

texts! {
    READ_ONLY, "TaskDefinition";
    "taskDefinitionArn":
        "The name that AWS gave this revision, with region and account. A new registration gets a new one.",
        "このリビジョンに AWS が付けた名前で、リージョンとアカウント ID を含みます。登録すると、新しい ARN が\
         付きます。";
    "revision":
        "The number of this revision in its family. Each registration gets the next one, and numbers are never \
         used again.",
        "ファミリー内でのこのリビジョンの番号です。登録のたびに 1 ずつ増え、番号は再利用されません。";
    "status":
        "Whether the revision can be used: `ACTIVE` ones can be started; `INACTIVE` ones were deregistered.",
        "このリビジョンを使えるかどうかです。`ACTIVE` なら起動でき、`INACTIVE` は登録解除されたものです。";
    "requiresAttributes":
        "The abilities that a container instance needs for this task, such as a log driver. ECS derives them \
         from the other members. Of no use on Fargate.",
        "このタスクを動かすインスタンスに必要な機能（ログドライバーなど）です。ECS がほかの項目から導き出しま\
         す。Fargate では使われません。";
    "compatibilities":
        "The launch types that this definition suits, as ECS found out. Not to be confused with \
         `requiresCompatibilities`, which is your demand and stays.",
        "このタスク定義を動かせる起動タイプを、ECS が判定した結果です。自分で書く \
         `requiresCompatibilities`（こちらは残します）とは別のものです。";
    "registeredAt":
        "When this revision was registered.",
        "このリビジョンが登録された日時です。";
    "deregisteredAt":
        "When this revision was deregistered, and so became `INACTIVE`.",
        "このリビジョンが登録解除され、`INACTIVE` になった日時です。";
    "deleteRequestedAt":
        "When somebody asked for this revision to be deleted.",
        "このリビジョンの削除が要求された日時です。";
    "registeredBy":
        "The ARN of the user or role that registered this revision.",
        "このリビジョンを登録したユーザーまたはロールの ARN です。";
}
