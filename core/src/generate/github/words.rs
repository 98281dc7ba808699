//! The names of the workflow's steps, and the notes beside it.

use crate::lang::Localized;

/// The names, by their placeholders.
pub(super) const NAMES: [(&str, Localized); 10] = [
    (
        "workflow-name",
        Localized {
            en: "Deploy",
            ja: "デプロイ",
        },
    ),
    (
        "name-required",
        Localized {
            en: "Check that every setting is there",
            ja: "必要な設定があるかを確認",
        },
    ),
    (
        "name-tool",
        Localized {
            en: "Get taskdef",
            ja: "taskdef を取得",
        },
    ),
    (
        "name-check",
        Localized {
            en: "Check the task definition",
            ja: "タスク定義を検査",
        },
    ),
    (
        "name-upload",
        Localized {
            en: "Show what was found under Security",
            ja: "検査の結果を Security タブに表示",
        },
    ),
    (
        "name-tag",
        Localized {
            en: "Name the image by the commit",
            ja: "コミットからイメージのタグを決定",
        },
    ),
    (
        "name-login",
        Localized {
            en: "Log in to the registry",
            ja: "レジストリにログイン",
        },
    ),
    (
        "name-build",
        Localized {
            en: "Build the image",
            ja: "イメージをビルド",
        },
    ),
    (
        "name-push",
        Localized {
            en: "Push the image",
            ja: "イメージをプッシュ",
        },
    ),
    (
        "name-register",
        Localized {
            en: "Register the task definition",
            ja: "タスク定義を登録",
        },
    ),
];

/// The name of the step that registers and moves, in the style of taskdef.
pub(super) const REGISTER_AND_MOVE: Localized = Localized {
    en: "Register the task definition, and move what is named",
    ja: "タスク定義を登録し、指定したものを切り替え",
};

/// The name of the last step.
pub(super) const MOVE: Localized = Localized {
    en: "Move what is named to the new revision",
    ja: "指定したものを新しいリビジョンに切り替え",
};

/// The name of the last step, where nothing is moved.
pub(super) const NOTHING_MOVED: Localized = Localized {
    en: "Say what has changed",
    ja: "変わったことを表示",
};

pub(super) const NOTE_PLACE: Localized = Localized {
    en: "Put it into .github/workflows/ of the repository, and commit it to the branch that it names.",
    ja: "リポジトリの .github/workflows/ に置き、ファイルに書かれたブランチにコミットしてください。",
};

pub(super) const NOTE_VARIABLES: Localized = Localized {
    en: "Set these variables of the repository (gh variable set NAME): «names».",
    ja: "リポジトリの変数を設定してください（gh variable set NAME）: «names»。",
};

pub(super) const NOTE_SECRETS: Localized = Localized {
    en: "Set the secrets DOCKERHUB_USER and DOCKERHUB_PASS of the repository (gh secret set NAME).",
    ja: "リポジトリのシークレット DOCKERHUB_USER と DOCKERHUB_PASS を設定してください（gh secret set NAME）。",
};

pub(super) const NOTE_ROLE: Localized = Localized {
    en: "The role and its trust in the repository: taskdef generate policy --for github-actions, with those options of this \
        command that it has too: what a deploy moves, how it builds, the image, --branch and --region.",
    ja: "ロールと、リポジトリを信頼するポリシーは taskdef generate policy --for github-actions で生成できます。このコマンドと共通の\
        オプション（切り替えるもの、ビルド、イメージ、--branch、--region）は同じものを指定してください。",
};

pub(super) const NOTE_ARM: Localized = Localized {
    en: "The task runs on ARM64, and so does the build, on a runner of GitHub for ARM; taskdef, if it is downloaded, has \
        to be built for it too.",
    ja: "タスクが ARM64 で動作するため、ビルドも GitHub の ARM ランナーで行います。taskdef をダウンロードする場合は、それも ARM64 用に\
        してください。",
};
