//! The first line of every file that allows comments, and texts that several generators share.

use super::scope::Scope;
use super::template::{self, Bindings};
use super::value::Comment;
use crate::lang::Localized;

/// How the file was generated, and from which family.
pub(super) fn made_by(scope: &Scope<'_>) -> Comment {
    let family = &scope.outline.family;
    let words = if family.is_empty() {
        MADE_FROM_NOTHING
    } else {
        MADE_BY
    };
    let mut bindings = Bindings::one("command", scope.command);
    bindings.text("family", family);
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
    ja: "CloudFormation は ASCII 以外のコメントを「?」にしてしまうため、テンプレートの説明を日本語でここに示します。",
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

/// The other half of a role.
pub(super) const TRUST: Localized = Localized {
    en: "Who may take the role on is in its trust policy: the same command with --trust.",
    ja: "ロールを使えるのは誰かを示す信頼ポリシーは、同じコマンドに --trust を付けて生成できます。",
};
