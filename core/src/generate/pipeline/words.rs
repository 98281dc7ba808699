//! The comments at the head of a pipeline.

use crate::lang::Localized;

pub(super) const BEFORE: Localized = Localized {
    en: "The source repository, the ECR repository and what the deploy moves have to exist. Creating the stack \
         takes CAPABILITY_IAM, and starts the pipeline: its first run fails unless the branch has buildspec.yml \
         and what it builds and registers.",
    ja: "ソースのリポジトリ、ECR リポジトリ、新しいリビジョンに切り替えるものは先に用意してください。スタックの\
         作成には CAPABILITY_IAM が必要です。作成するとパイプラインが始まります。buildspec.yml と、ビルドして登録する\
         ものがブランチにないと、この最初の実行は失敗します。",
};

pub(super) const CREATE_PARAMETERS: Localized = Localized {
    en: "So have the parameters that the build reads. These commands create them:",
    ja: "ビルドが読むパラメータも、次のコマンドで作成してください:",
};

/// Indented, so that it is not wrapped.
pub(super) const COMMAND: Localized = Localized {
    en: "  «command»",
    ja: "  «command»",
};
