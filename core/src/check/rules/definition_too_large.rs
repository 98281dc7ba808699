//! `definition-too-large`: a definition larger than ECS accepts.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    refusal, words,
};
use crate::write;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "definition-too-large",
        class: Class::Error,
        aws: "Actual length: '66420'. Max allowed length is '65536' bytes.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Size",
        title: "A definition larger than ECS takes",
        message: "The definition has {value} KiB; ECS takes 64.",
        why: "ECS stores at most 64 KiB of a task definition. Environment variables are what \
            fills it most often.",
        cure: "Move variables to an environment file or to Parameter Store.",
    },
    ja: words! {
        label: "サイズ",
        title: "タスク定義のサイズが上限を超えています",
        message: "タスク定義が {value} KiB あります。上限は 64 KiB です。",
        why: "ECS に登録できるタスク定義は 64 KiB までです。大きくなる原因の多くは環境変数で\
            す。",
        cure: "環境変数を環境ファイルやパラメータストアに移してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""command": ["…and 64 KiB more…"]"#,
    after: r#""command": ["run"]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/awsdocs/amazon-ecs-developer-guide/pull/149",
)];

/// The maximum size of a definition in bytes. Source: the quota "Task definition size limit" of
/// <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html>
const MOST: usize = 64 * 1024;

/// The greatest factor by which conversion lengthens a text, rounded up: in an `environment` that is an
/// object, the 4 bytes `a:1,` become the 25 bytes `{"name":"a","value":"1"},`.
const GROWTH: usize = 8;

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let root = definition.view();
    // A short paste can't exceed the limit unless edits add to it, so it is not written out.
    if root.source.len() <= MOST / GROWTH && !definition.has_edits() {
        return;
    }
    let mut sent = String::new();
    write::compact(root, &mut sent);
    if sent.len() > MOST {
        findings
            .report(root)
            .arg("value", sent.len().div_ceil(1024).to_string());
    }
}
