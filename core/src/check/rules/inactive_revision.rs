//! `inactive-revision`: a revision that is no longer in use.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "inactive-revision",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            deregister-task-definition-v2.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Revision",
        title: "A revision that is no longer in use",
        message: "The pasted revision is {value}.",
        why: "Someone deregistered it, so that it may be older than what runs today. What \
            has changed since is lost when it is registered again.",
        cure: "Compare it with the newest revision: `taskdef diff`.",
        plain_cure: "Compare it with the newest revision.",
    },
    ja: words! {
        label: "リビジョン",
        title: "使われなくなったリビジョン",
        message: "貼り付けたリビジョンは {value} です。",
        why: "登録解除されたリビジョンなので、いま動いているものより古いかもしれません。登録\
            し直すと、その後の変更が失われます。",
        cure: "`taskdef diff` で、最新のリビジョンと比べてください。",
        plain_cure: "最新のリビジョンと比べてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""status": "INACTIVE""#,
    after: r#""status": "ACTIVE""#,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if let Some(at) = definition.pasted.member("status")
        && let Some(status) = at.string()
        && ["INACTIVE", "DELETE_IN_PROGRESS"].contains(&&*status)
    {
        findings.report(at).arg("value", at);
    }
}
