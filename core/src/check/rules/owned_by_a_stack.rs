//! `owned-by-a-stack`: a definition that another tool manages.

use super::{
    Check, Class, Definition, Example, Findings, Localized, NodeRef, PackedWords, Rule, Scope,
    words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "owned-by-a-stack",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/\
            aws-properties-resource-tags.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Owner",
        title: "A definition that something else writes",
        message: "The tag {value} says that {owner} writes this task definition.",
        why: "What is registered by hand is undone by the next deployment of its owner, \
            without a word.",
        cure: "Make the change in the template or the code of the owner, or take the \
            definition out of it.",
    },
    ja: words! {
        label: "管理元",
        title: "別のツールが管理しているタスク定義",
        message: "タグ {value} によると、このタスク定義は {owner} が管理しています。",
        why: "手で登録したリビジョンは、管理元を次に更新したとき、何の知らせもなく元に戻されま\
            す。",
        cure: "管理元のテンプレートやコードを変更するか、このタスク定義を管理から外してくだ\
            さい。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""tags": [{"key": "ManagedBy", "value": "terraform"}]"#,
    after: r#""tags": [{"key": "ManagedBy", "value": "batch-team"}]"#,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let own = definition.pasted.member_elements("tags");
    let beside = definition
        .tags_beside
        .into_iter()
        .flat_map(NodeRef::children);
    for tag in own.chain(beside) {
        let (Some(at), Some(key)) = (tag.member("key"), tag.member_str("key")) else {
            continue;
        };
        let value = tag.member_str("value").unwrap_or_default();
        if let Some(owner) = owner(&key, &value) {
            findings.report(at).arg("value", at).arg("owner", owner);
            return;
        }
    }
}

/// The tool that manages the definition, according to a tag.
fn owner(key: &str, value: &str) -> Option<&'static str> {
    let (key, value) = (key.to_ascii_lowercase(), value.to_ascii_lowercase());
    let says = |word: &str| value.contains(word) || key == word;
    let by = key.contains("managed") || key.contains("created") || key.contains("provision");
    if key.starts_with("aws:cloudformation:") {
        Some("CloudFormation")
    } else if key.starts_with("copilot-") {
        Some("AWS Copilot")
    } else if key == "terraform" || (by && says("terraform")) {
        Some("Terraform")
    } else if by && says("cloudformation") {
        Some("CloudFormation")
    } else if by && says("cdk") {
        Some("AWS CDK")
    } else if key.starts_with("pulumi:") || (by && says("pulumi")) {
        Some("Pulumi")
    } else {
        None
    }
}
