//! What the questions say. The steps are the core's.

use taskdef_core::Localized;
use taskdef_core::generate::{Route, Starter};

pub(super) const STARTER: Localized = Localized {
    en: "What starts this job?",
    ja: "このジョブを起動しているのはどれですか",
};

pub(super) const ROUTE: Localized = Localized {
    en: "With what do you register a new revision?",
    ja: "新しいリビジョンはどの方法で登録しますか",
};

pub(super) const ASKED: Localized = Localized {
    en: "Answer both, and the steps for this very JSON follow here.",
    ja: "両方を選ぶと、この JSON での手順をここに表示します。",
};

/// Above the steps, while something is to be checked.
pub(super) const STILL_OPEN: Localized = Localized {
    en: "Something above is still to be checked. Until it is, AWS may refuse the file, or the job may not start.",
    ja: "このページの上部に、まだ確認していない点があります。残したままでは、登録を拒否されたり、ジョブが起動しなかったりすることがあります。",
};

pub(super) const CONSOLE: Localized = Localized {
    en: "In the console:",
    ja: "コンソール：",
};

pub(super) const COMMANDS: Localized = Localized {
    en: "Commands",
    ja: "コマンド",
};

/// Below the steps, if a command is taskdef's.
pub(super) const PROGRAM: Localized = Localized {
    en: "The commands that begin with `taskdef` need the program. It is not published yet: in a checkout of its \
         repository, `cargo install --locked --path cli` installs it.",
    ja: "`taskdef` で始まるコマンドには、プログラムのインストールが必要です。まだ公開していないため、\
         リポジトリをチェックアウトして `cargo install --locked --path cli` を実行します。",
};

pub(super) const PROGRAM_GUIDE: Localized = Localized {
    en: "Guide: getting taskdef, and deploying",
    ja: "ガイド：taskdef の入手とデプロイ",
};

pub(super) const CONSOLE_FILE: Localized = Localized {
    en: "Isn’t the console’s “Download AWS CLI input” enough?",
    ja: "コンソールの「Download AWS CLI input」では代用できませんか",
};

pub(super) const CONSOLE_FILE_IS: Localized = Localized {
    en: "It stands on the JSON tab of a revision: Amazon ECS → Task definitions → family → revision → JSON. By \
         its name it gives a file for `aws ecs register-task-definition --cli-input-json`. We found \
         nothing in AWS’s documentation on what is in it, and could not see one. It can only hold the revision as it is: \
         it changes no size and no image, checks nothing, and moves no service or schedule. If its file is \
         accepted, good; paste it here to change it or to have it checked.",
    ja: "リビジョンの［JSON］タブにあります（Amazon ECS → Task definitions → ファミリー → リビジョン → JSON）。\
         名前からすると、`aws ecs register-task-definition --cli-input-json` に渡すファイルを保存するボタン\
         です。内容の説明は AWS の\
         ドキュメントに見つからず、実物も確認できていません。いずれにしても、\
         入っているのは今のリビジョンだけです。サイズやイメージの変更、内容の確認、サービスやスケジュールの\
         切り替えはしません。変更や確認には、そのファイルをここに貼り付けてください。",
};

/// What may start a job, each with its value in the form.
pub(super) static STARTERS: [(Starter, &str, Localized); 6] = [
    (
        Starter::Schedule,
        "schedule",
        Localized {
            en: "A schedule (EventBridge Scheduler)",
            ja: "スケジュール（EventBridge Scheduler）",
        },
    ),
    (
        Starter::Rule,
        "rule",
        Localized {
            en: "A rule (EventBridge)",
            ja: "ルール（EventBridge）",
        },
    ),
    (
        Starter::StateMachine,
        "state-machine",
        Localized {
            en: "A state machine (Step Functions)",
            ja: "ステートマシン（Step Functions）",
        },
    ),
    (
        Starter::Service,
        "service",
        Localized {
            en: "An ECS service, which keeps it running",
            ja: "ECS サービス（常に動かしている）",
        },
    ),
    (
        Starter::Hand,
        "hand",
        Localized {
            en: "A person or a script",
            ja: "人の操作やスクリプト",
        },
    ),
    (
        Starter::Unknown,
        "unknown",
        Localized {
            en: "I don’t know",
            ja: "わからない",
        },
    ),
];

/// What may register a revision, each with its value in the form.
pub(super) static ROUTES: [(Route, &str, Localized); 3] = [
    (
        Route::Pipeline,
        "pipeline",
        Localized {
            en: "A pipeline (CodePipeline and CodeBuild)",
            ja: "パイプライン（CodePipeline と CodeBuild）",
        },
    ),
    (
        Route::Taskdef,
        "taskdef",
        Localized {
            en: "taskdef on the command line",
            ja: "コマンドラインの taskdef",
        },
    ),
    (
        Route::Console,
        "console",
        Localized {
            en: "The AWS console",
            ja: "AWS のコンソール",
        },
    ),
];
