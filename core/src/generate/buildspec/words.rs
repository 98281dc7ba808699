//! The comments at the head of a buildspec, and the notes beside it.

use crate::lang::Localized;

pub(super) const WHAT: Localized = Localized {
    en: "It builds an image, pushes it, registers the task definition, and points what it is told to move at the \
        new revision. It is for tasks without a load balancer, which CodeDeploy can't deploy.",
    ja: "イメージをビルドしてプッシュし、タスク定義を登録して、指定されたものの参照先を新しいリビジョンに切り替えます。\
        CodeDeploy でデプロイできない、ロードバランサーのないタスクのためのものです。",
};

pub(super) const ENDPOINTS: Localized = Localized {
    en: "In a VPC without a way to the internet, it reaches AWS by the endpoints «endpoints».",
    ja: "インターネットに出られない VPC では、VPC エンドポイント «endpoints» で AWS に接続します。",
};

pub(super) const OUTSIDE: Localized = Localized {
    en: "What comes from elsewhere needs a way out, such as a NAT gateway: «places».",
    ja: "AWS の外から取得するものには、NAT ゲートウェイなどの出口が必要です: «places»。",
};

pub(super) const NOTE_REQUIRED: Localized = Localized {
    en: "Set these variables in the CodeBuild project, since the task definition does not say them: «names».",
    ja: "タスク定義にないため、CodeBuild プロジェクトに次の変数を設定してください: «names»。",
};

pub(super) const NOTE_PARAMETERS: Localized = Localized {
    en: "Create the parameters for Docker Hub once:",
    ja: "Docker Hub のパラメータを一度だけ作成してください:",
};

pub(super) const NOTE_NO_REPORTS: Localized = Localized {
    en: "With this builder no tests run that CodeBuild could report: --reports does nothing.",
    ja: "このビルダーでは CodeBuild にレポートできるテストを実行しないため、--reports は効果がありません。",
};

pub(super) const NOTE_LATEST: Localized = Localized {
    en: "The build pushes the commit's tag alone: other definitions that name `latest` of this repository get no new \
        image from it.",
    ja: "ビルドがプッシュするのはコミットのタグだけです。このリポジトリの `latest` を指定しているほかのタスク定義には、\
        新しいイメージが届きません。",
};

pub(super) const NOTE_ARM: Localized = Localized {
    en: "The task runs on ARM64: choose an ARM image for the CodeBuild project, or the container won't start.",
    ja: "タスクは ARM64 で動作します。CodeBuild プロジェクトにも ARM のイメージを選ばないと、コンテナが起動しません。",
};
