//! How containers end by themselves, and what their exit codes mean.

use crate::aws_error::error::{AwsError, COMMON, answer};

const PAGE: &str = "https://repost.aws/knowledge-center/ecs-task-stopped";
const COMMAND: &[&str] = &[
    "containerDefinitions[].entryPoint",
    "containerDefinitions[].command",
];

pub(super) const EXIT: &[AwsError] = &[
    AwsError {
        id: "out-of-memory",
        texts: &["OutOfMemoryError: Container killed due to memory usage"],
        words: answer! {
            title: "The container ran out of memory", "コンテナのメモリが不足しました";
            meaning: "The kernel killed a process of the container, since it needed more than `memory` of the \
                      container, or than the task’s memory.",
                     "コンテナまたはタスクの `memory` を超えたため、カーネルがコンテナのプロセスを強制終了しました。";
            cure: "Raise `memory`, or make the program use less: give a runtime with a heap of its own (Java, \
                   Node.js) a limit below it.",
                  "`memory` を増やすか、使用量を減らしてください。Java や Node.js ではヒープの上限をそれより小さくします。";
        },
        rules: &["memory-too-small", "container-memory-sum"],
        fields: &["containerDefinitions[].memory", "memory"],
        source: "https://github.com/aws/amazon-ecs-agent/issues/1187",
        ..COMMON
    },
    AwsError {
        id: "killed",
        exit_codes: &[137],
        texts: &["Exit Code: 137"],
        words: answer! {
            title: "The container was killed (137, SIGKILL)", "コンテナが強制終了されました（137、SIGKILL）";
            meaning: "Something sent SIGKILL: the kernel for memory, even where ECS does not say so, or ECS because \
                      the program did not end within `stopTimeout` (30 seconds) after SIGTERM.",
                     "SIGKILL を受けました。ECS に表示がなくてもメモリ不足の場合と、SIGTERM の後 `stopTimeout`（30 秒）以内に\
                      終了しなかったため ECS が止めた場合とがあります。";
            cure: "If the task was being stopped, end on SIGTERM or raise `stopTimeout`; otherwise raise `memory` \
                   and watch `MemoryUtilization`.",
                  "停止中だったなら SIGTERM で終わるようにするか `stopTimeout` を延ばし、そうでなければ `memory` を増やして \
                   `MemoryUtilization` を確認してください。";
        },
        fields: &[
            "containerDefinitions[].memory",
            "memory",
            "containerDefinitions[].stopTimeout",
        ],
        source: PAGE,
        ..COMMON
    },
    AwsError {
        id: "crashed-by-segfault",
        exit_codes: &[139],
        texts: &["Exit Code: 139"],
        words: answer! {
            title: "The program crashed (139, SIGSEGV)", "プログラムがクラッシュしました（139、SIGSEGV）";
            meaning: "The program touched memory that is not its own: a fault in it or in a native library, or \
                      one built for another libc or CPU.",
                     "プログラムが不正なメモリにアクセスしました。プログラムやネイティブライブラリの不具合か、別の libc や CPU 向けの\
                      ビルドが原因です。";
            cure: "Run the same image locally on the same architecture, and update or rebuild native \
                   dependencies for the base image.",
                  "同じイメージを同じアーキテクチャで手元で実行し、ネイティブの依存ライブラリを更新するか、\
                   ベースイメージに合わせてビルドし直してください。";
        },
        fields: &["containerDefinitions[].image"],
        source: PAGE,
        ..COMMON
    },
    AwsError {
        id: "stopped-by-sigterm",
        exit_codes: &[143],
        texts: &["Exit Code: 143"],
        words: answer! {
            title: "The container ended on SIGTERM (143)", "コンテナが SIGTERM で終了しました（143）";
            meaning: "ECS or somebody asked it to stop, and it did: by a deployment, scaling, a failed health \
                      check, or because an essential container of the task ended.",
                     "停止を求められて終了しました。デプロイ、スケーリング、ヘルスチェックの失敗、またはタスク内の必須コンテナの\
                      終了によるものです。";
            cure: "This is no failure by itself: see why the task stopped. A program that catches SIGTERM and \
                   ends with 0 looks better in reports.",
                  "これ自体は異常ではありません。タスクの停止理由を確認してください。SIGTERM を受けて 0 で終わるようにすると\
                   区別しやすくなります。";
        },
        fields: &["containerDefinitions[].stopTimeout"],
        source: PAGE,
        ..COMMON
    },
    AwsError {
        id: "aborted",
        exit_codes: &[134],
        texts: &["Exit Code: 134"],
        words: answer! {
            title: "The program aborted itself (134, SIGABRT)", "プログラムが異常終了しました（134、SIGABRT）";
            meaning: "The program or its runtime gave up: a failed assertion, or a heap that is full (Node.js says \
                      `JavaScript heap out of memory`).",
                     "プログラムやランタイムが自ら中断しました。アサーションの失敗や、ヒープの不足（Node.js では \
                      `JavaScript heap out of memory`）が原因です。";
            cure: "Read the end of the log; give the runtime more heap, and the container more `memory`.",
                  "ログの末尾を確認し、ランタイムのヒープとコンテナの `memory` を増やしてください。";
        },
        fields: &["containerDefinitions[].memory"],
        source: PAGE,
        ..COMMON
    },
    AwsError {
        id: "command-not-found",
        exit_codes: &[127],
        texts: &["Exit Code: 127"],
        words: answer! {
            title: "The shell did not find the command (127)", "シェルがコマンドを見つけられません（127）";
            meaning: "A shell started, but the command that it was given is not in the image or not in its `PATH`.",
                     "シェルは起動しましたが、指定されたコマンドがイメージや `PATH` にありません。";
            cure: "Check the spelling in `command` and `entryPoint`, and that the image has the program.",
                  "`command` と `entryPoint` の綴りと、イメージにそのプログラムがあることを確認してください。";
        },
        rules: &["command-as-one-string"],
        fields: COMMAND,
        source: PAGE,
        ..COMMON
    },
    AwsError {
        id: "command-not-executable",
        exit_codes: &[126],
        texts: &["Exit Code: 126"],
        words: answer! {
            title: "The command can’t be executed (126)", "コマンドを実行できません（126）";
            meaning: "The file was found, but it is not executable, or is a directory.",
                     "ファイルは見つかりましたが、実行権限がないか、ディレクトリです。";
            cure: "`chmod +x` it in the Dockerfile, and check `user` and the path in `command`.",
                  "Dockerfile で `chmod +x` し、`user` と `command` のパスを確認してください。";
        },
        fields: COMMAND,
        source: PAGE,
        ..COMMON
    },
    AwsError {
        id: "program-failed",
        exit_codes: &[1, 2, 255],
        texts: &["Exit Code: 1", "Exit Code: 2", "Exit Code: 255"],
        words: answer! {
            title: "The program itself ended with an error", "プログラムがエラーで終了しました";
            meaning: "ECS started the container and the program failed: an exception, a missing variable or file, \
                      a database that it can’t reach, a wrong argument.",
                     "コンテナは起動しましたが、プログラムが失敗しました。例外、足りない変数やファイル、届かないデータベース、\
                      誤った引数などが原因です。";
            cure: "Read the container’s log; without one, set `logConfiguration`, and run the image with the same \
                   variables locally.",
                  "コンテナのログを確認してください。ログがなければ `logConfiguration` を設定し、同じ変数で手元で実行してみてください。";
        },
        rules: &["no-log-configuration"],
        fields: &[
            "containerDefinitions[].command",
            "containerDefinitions[].environment",
            "containerDefinitions[].logConfiguration",
        ],
        source: PAGE,
        ..COMMON
    },
    AwsError {
        id: "program-ended",
        exit_codes: &[0],
        texts: &["Exit Code: 0"],
        is_general: true,
        words: answer! {
            title: "The program ended by itself (0)", "プログラムが正常に終了しました（0）";
            meaning: "The program did its work and ended. For a batch that is success; a service starts it again \
                      and again.",
                     "プログラムが処理を終えて終了しました。バッチなら成功ですが、サービスでは何度も起動し直されます。";
            cure: "In a service let the program stay in the foreground; a container that only prepares \
                   something is set to `\"essential\": false`.",
                  "サービスではプログラムをフォアグラウンドで動かし続けてください。準備だけを行うコンテナは \
                   `\"essential\": false` にします。";
        },
        fields: &[
            "containerDefinitions[].command",
            "containerDefinitions[].essential",
        ],
        source: PAGE,
        ..COMMON
    },
    AwsError {
        id: "essential-container-exited",
        texts: &["Essential container in task exited"],
        stop_codes: &["EssentialContainerExited"],
        is_general: true,
        words: answer! {
            title: "An essential container ended, and the task with it",
                   "必須コンテナが終了し、タスクも停止しました";
            meaning: "A task stops as soon as one of its essential containers ends. The reason is that container’s \
                      exit code or its `reason`.",
                     "必須コンテナが 1 つでも終了すると、タスク全体が停止します。理由は、そのコンテナの終了コードや `reason` にあります。";
            cure: "Look at the exit code and the log of each container (`aws ecs describe-tasks`).",
                  "各コンテナの終了コード（`aws ecs describe-tasks`）とログを確認してください。";
        },
        fields: &["containerDefinitions[].essential"],
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-errors.html",
        ..COMMON
    },
];
