//! The first line of every file that allows comments, and texts that several generators share.

use super::scope::Scope;
use super::template::{self, Bindings};
use super::value::Comment;
use crate::lang::Localized;

/// How the file was generated, and from which family.
pub(super) fn made_by(scope: &Scope<'_>) -> Comment {
    let family = &scope.outline.family;
    let families: Vec<&str> = scope.jobs.iter().map(|job| job.family.as_str()).collect();
    let words = match (families.is_empty(), family.is_empty()) {
        (false, _) => MADE_FOR_BATCH,
        (true, true) => MADE_FROM_NOTHING,
        (true, false) => MADE_BY,
    };
    let mut bindings = Bindings::one("command", scope.command);
    bindings.text("family", family);
    bindings.text("families", &families.join(", "));
    template::comment(words, &[&bindings])
}

const MADE_BY: Localized = Localized {
    en: concat!(
        "Made by taskdef ",
        env!("CARGO_PKG_VERSION"),
        " (generate «command») from the task definition family «family»."
    ),
    ja: concat!(
        "taskdef ",
        env!("CARGO_PKG_VERSION"),
        "（generate «command»）がタスク定義ファミリー «family» から作成しました。"
    ),
};

const MADE_FOR_BATCH: Localized = Localized {
    en: concat!(
        "Made by taskdef ",
        env!("CARGO_PKG_VERSION"),
        " (generate «command») for the task definition families «families»."
    ),
    ja: concat!(
        "taskdef ",
        env!("CARGO_PKG_VERSION"),
        "（generate «command»）がタスク定義ファミリー «families» のために作成しました。"
    ),
};

const MADE_FROM_NOTHING: Localized = Localized {
    en: concat!(
        "Made by taskdef ",
        env!("CARGO_PKG_VERSION"),
        " (generate «command») from a task definition without a family."
    ),
    ja: concat!(
        "taskdef ",
        env!("CARGO_PKG_VERSION"),
        "（generate «command»）がファミリーのないタスク定義から作成しました。"
    ),
};

/// Heading of the Japanese explanations of a template, which itself contains only English ones.
pub(super) const BESIDE: Localized = Localized {
    en: "",
    ja: "CloudFormation では ASCII 以外のコメントが「?」に置き換わるため、テンプレートの説明をここに日本語で示します。",
};

/// How to create a stack from a template.
pub(super) const CREATE: Localized = Localized {
    en: "Create the stack with: aws cloudformation deploy --stack-name NAME --template-file «file» \
        --capabilities CAPABILITY_IAM«overrides»",
    ja: "スタックの作成: aws cloudformation deploy --stack-name NAME --template-file «file» \
        --capabilities CAPABILITY_IAM«overrides»",
};

/// A placeholder that is still to be filled in.
pub(super) const OPEN: Localized = Localized {
    en: "«placeholder» is still to be filled in: «about»«option».",
    ja: "«placeholder» は未記入です: «about»«option»。",
};

/// The option that fills a placeholder in, of the command that made the file.
pub(super) const OPTION: Localized = Localized {
    en: " («option»)",
    ja: "（«option»）",
};

/// The same of another command.
pub(super) const OPTION_OF: Localized = Localized {
    en: " («option» of taskdef generate «command»)",
    ja: "（taskdef generate «command» の «option»）",
};

/// What a build on Linux can't do.
pub(super) const WINDOWS: Localized = Localized {
    en: "The task runs on Windows, and its image has to be built on Windows. The build in this file runs on Linux.",
    ja: "タスクは Windows で動作するため、イメージも Windows でビルドする必要があります。このファイルのビルドは Linux で動作します。",
};

/// How to go on.
pub(super) const BUILT_ELSEWHERE: Localized = Localized {
    en: "Build and push the image on Windows, with the commit as its tag, before this runs, and generate this file with \
        --builder none.",
    ja: "これより先に Windows でイメージをビルドし、コミットをタグにしてプッシュしてください。このファイルは --builder none で生成し直し\
        てください。",
};

/// The other half of a role.
pub(super) const TRUST: Localized = Localized {
    en: "Who may take the role on is in its trust policy: taskdef generate «command» --trust.",
    ja: "ロールを引き受けられる相手は信頼ポリシーで決まります。taskdef generate «command» --trust で生成できます。",
};

/// The same for somebody without a command line.
pub(super) const TRUST_APART: Localized = Localized {
    en: "Who may take the role on is in its trust policy, which is not in this file.",
    ja: "ロールを引き受けられる相手は信頼ポリシーで決まります。信頼ポリシーはこのファイルに含まれていません。",
};
