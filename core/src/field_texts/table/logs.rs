//! Where logs go.

use crate::field_texts::text::texts;

texts! {
    LOG_CONFIGURATION, "LogConfiguration";
    "logDriver":
        "What takes the logs. Fargate has `awslogs`, `splunk` and `awsfirelens`; the others are of Docker on \
         EC2 instances.",
        "ログを受け取るドライバーです。Fargate で使えるのは `awslogs`・`splunk`・`awsfirelens` で、ほかは主に \
         EC2 インスタンスの Docker のものです。" => {
            "json-file":
                "Files in JSON on the instance. Not on Fargate.",
                "インスタンス上の JSON ファイルに書き込みます。Fargate では使えません。";
            "syslog":
                "The syslog of the instance, or a syslog server. Not on Fargate.",
                "インスタンスの syslog、または syslog サーバーに送ります。Fargate では使えません。";
            "journald":
                "The journal of systemd on the instance. Not on Fargate.",
                "インスタンスの systemd ジャーナルに送ります。Fargate では使えません。";
            "gelf":
                "A server that takes GELF, such as Graylog or Logstash. Not on Fargate.",
                "Graylog や Logstash など、GELF を受け取るサーバーに送ります。Fargate では使えません。";
            "fluentd":
                "A Fluentd that you run. Not on Fargate, where `awsfirelens` does this.",
                "自分で動かしている Fluentd に送ります。Fargate では使えません（代わりに `awsfirelens` を使い\
                 ます）。";
            "awslogs":
                "Amazon CloudWatch Logs. It needs `awslogs-group` and `awslogs-region`, and on Fargate \
                 `awslogs-stream-prefix`.",
                "Amazon CloudWatch Logs に送ります。`awslogs-group` と `awslogs-region` が必要で、Fargate では \
                 `awslogs-stream-prefix` も必要です。";
            "splunk":
                "Splunk. It needs `splunk-url` and `splunk-token`; the token belongs in `secretOptions`.",
                "Splunk に送ります。`splunk-url` と `splunk-token` が必要です。トークンは `secretOptions` に書\
                 いてください。";
            "awsfirelens":
                "The container of this task that has a `firelensConfiguration`, which passes the logs on.",
                "このタスクの、`firelensConfiguration` を持つコンテナに送り、そこから転送します。";
        };
    "options":
        "The driver’s settings, all strings. For `awslogs`: group, region, prefix. `mode` for any driver: \
         `non-blocking` (default since June 2025) may lose lines, `blocking` may make the program wait.",
        "ドライバーの設定で、値はすべて文字列です。`awslogs` ではグループ・リージョン・プレフィックスなどです。\
         `mode` は、`non-blocking`（2025 年 6 月からの既定値）ではログが失われること、`blocking` ではプログラム\
         が待たされることがあります。";
    "secretOptions":
        "Options of the driver whose values are fetched from Secrets Manager or Parameter Store, such as a \
         token.",
        "値を Secrets Manager やパラメータストアから取得する、ドライバーのオプションです（トークンなど）。";
}

texts! {
    LOG_OPTIONS, "LogConfiguration.options";
    "awslogs-group":
        "The log group in CloudWatch Logs that takes the lines. It has to exist, unless `awslogs-create-group` \
         makes it.",
        "ログを書き込む CloudWatch Logs のロググループです。`awslogs-create-group` を使わない場合は、\
         先に作成しておきます。";
    "awslogs-region":
        "The region of the log group; it may be another than the task’s.",
        "ロググループのリージョンです。タスクとは別のリージョンでもかまいません。";
    "awslogs-stream-prefix":
        "The first part of each log stream’s name: `PREFIX/CONTAINER/TASK-ID`. Required on Fargate, and for \
         the console to show the log.",
        "ログストリーム名の先頭です（`プレフィックス/コンテナ名/タスク ID` になります）。Fargate では必須で、\
         コンソールにログを表示するためにも必要です。";
    "awslogs-create-group":
        "`\"true\"` has a missing log group created; `executionRoleArn` needs `logs:CreateLogGroup` for it. \
         Default: `\"false\"`.",
        "`\"true\"` にすると、ないロググループを作成します。`executionRoleArn` に `logs:CreateLogGroup` の権限\
         が必要です。既定値は `\"false\"` です。";
    "awslogs-datetime-format":
        "How the first line of a message begins (strftime), so that the lines after it, such as a stack trace, \
         stay with it.",
        "メッセージの先頭行を見分ける日時の形式（strftime）です。スタックトレースなど、続く行を 1 件にまとめら\
         れます。";
    "awslogs-multiline-pattern":
        "The same by a regular expression; one of both only.",
        "メッセージの先頭行を見分ける正規表現です。`awslogs-datetime-format` と同時には使えません。";
    "mode":
        "`non-blocking` (default since June 2025): if CloudWatch does not answer, the program goes on and \
         lines may be lost. `blocking`: it waits.",
        "`non-blocking`（2025 年 6 月からの既定値）では、ログを送れないときもプログラムは止まりませんが、ログ\
         が失われることがあります。`blocking` では、送れるまでプログラムが待たされます。";
    "max-buffer-size":
        "How much of the log is held in memory in `non-blocking` mode, such as `25m`. Default: `10m`. What \
         does not fit is lost.",
        "`non-blocking` のときに、メモリにためておくログの量です（`25m` など）。既定値は `10m` で、あふれた分\
         は失われます。";
}

texts! {
    FIRELENS, "FirelensConfiguration";
    "type":
        "The log router in this container’s image.",
        "このコンテナのイメージに入っているログルーターです。" => {
            "fluentd":
                "Fluentd.",
                "Fluentd です。";
            "fluentbit":
                "Fluent Bit, smaller than Fluentd; AWS has an image of it.",
                "Fluent Bit です。Fluentd より軽量で、AWS がイメージを提供しています。";
        };
    "options":
        "Settings of the router: `enable-ecs-log-metadata`, and a configuration file of your own by \
         `config-file-type` and `config-file-value`. On Fargate the file has to be in the image.",
        "ルーターの設定です。`enable-ecs-log-metadata` のほか、`config-file-type` と `config-file-value` で独\
         自の設定ファイルを指定できます。Fargate では、ファイルをイメージに入れておく必要があります。";
}
