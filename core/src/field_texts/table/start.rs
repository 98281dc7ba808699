//! When a container starts, is healthy, and starts again.

use crate::field_texts::text::texts;

texts! {
    DEPENDENCY, "ContainerDependency";
    "containerName":
        "The container of the same task that is waited for.",
        "待つ相手となる、同じタスク内のコンテナの名前です。";
    "condition":
        "How far the other container has to be before this one starts.",
        "相手のコンテナがどの状態になったら、このコンテナを起動するかです。" => {
            "START":
                "The other container has been started; whether it works already is not asked.",
                "相手のコンテナが起動していること。正常に動いているかは問いません。";
            "COMPLETE":
                "The other container has ended, with any exit code. It must not be `essential`.",
                "相手のコンテナが終了していること。終了コードは問いません。相手を `essential` にはできません。";
            "SUCCESS":
                "The other container has ended with exit code 0, as for a migration that has to work. It must \
                 not be `essential`.",
                "相手のコンテナが終了コード 0 で終了していること（マイグレーションなど）。相手を `essential` \
                 にはできません。";
            "HEALTHY":
                "The other container has passed its `healthCheck`, which it needs to have. Asked only when the \
                 task starts.",
                "相手のコンテナの `healthCheck` が成功していること。相手に `healthCheck` が必要で、確かめるの\
                 はタスクの起動時だけです。";
        };
}

texts! {
    RESTART, "ContainerRestartPolicy";
    "enabled":
        "Whether the container is restarted when it ends.",
        "コンテナが終了したときに再起動するかどうかです。";
    "ignoredExitCodes":
        "Up to 50 exit codes after which the container is not restarted, such as 0 for a finished job.",
        "再起動しない終了コードです（正常終了の 0 など）。50 個まで指定できます。";
    "restartAttemptPeriod":
        "Seconds that the container has to run before it may be restarted: 60 to 1800, default 300. If it ends \
         earlier, it stays down.",
        "再起動の対象になるまでに、コンテナが動き続ける必要のある秒数です。60～1800 秒で、既定値は 300 秒です。\
         それより早く終了すると再起動されません。";
}

texts! {
    HEALTH_CHECK, "HealthCheck";
    "command":
        "The command, whose exit code 0 means healthy. It begins with `CMD` (run as it is) or `CMD-SHELL` (run \
         by the container’s shell); what it calls, such as curl, has to be in the image.",
        "終了コード 0 で正常と判定されるコマンドです。先頭は `CMD`（直接実行）か `CMD-SHELL`（シェル経由）にし\
         ます。curl など、呼び出すものがイメージに入っている必要があります。";
    "interval":
        "Seconds between two checks: 5 to 300, default 30.",
        "チェックの間隔（秒）です。5～300 秒で、既定値は 30 秒です。";
    "timeout":
        "Seconds after which a check that has not ended counts as failed: 2 to 60, default 5.",
        "終わらないチェックを失敗とみなすまでの秒数です。2～60 秒で、既定値は 5 秒です。";
    "retries":
        "How many failures make the container unhealthy: 1 to 10, default 3.",
        "何回失敗したら異常とみなすかです。1～10 回で、既定値は 3 回です。";
    "startPeriod":
        "Seconds after the start in which failures do not count: 0 to 300, default none. Give programs that \
         start slowly enough of them.",
        "起動してから、失敗を数えない秒数です。0～300 秒で、既定ではありません。起動の遅いプログラムでは十分に\
         取ってください。";
}
