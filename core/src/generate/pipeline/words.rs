//! The comments at the head of a pipeline.

use crate::lang::Localized;

pub(super) const BEFORE: Localized = Localized {
    en: "The source repository, the ECR repository and what the deploy moves have to exist. Create the stack with \
        --capabilities CAPABILITY_IAM.",
    ja: "ソースのリポジトリ、ECR リポジトリ、新しいリビジョンに切り替えるものは先に用意してください。スタックは \
        --capabilities CAPABILITY_IAM を付けて作成します。",
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
