//! `blank-value`: an empty value that ECS refuses.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    is_blank, refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "blank-value",
        class: Class::Error,
        aws: "Family can not be blank.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_RegisterTaskDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Empty",
        title: "An empty value that ECS refuses",
        message: "{path} is empty.",
        why: "ECS takes no empty value here.",
        cure: "Write a value. A field that is not needed can be left out.",
    },
    ja: words! {
        label: "空の値",
        title: "ECS に拒否される空の値",
        message: "{path} が空です。",
        why: "ECS はここで空の値を受け付けません。",
        cure: "値を書いてください。不要な項目は省けます。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""family": """#,
    after: r#""family": "batch""#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(
        CHECK.rule.aws,
        "https://github.com/aws-actions/amazon-ecs-deploy-task-definition/issues/630",
    ),
    refusal(
        "host.sourcePath should not be blank.",
        "https://github.com/aws/amazon-ecs-cli/issues/11",
    ),
    refusal(
        "is not a valid value for pidMode. The value must be one of [task,host]",
        "https://github.com/aws/amazon-ecs-cli/issues/667",
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let own = ["family", "pidMode"].into_iter();
    let own = own.filter_map(|key| definition.root.member(key));
    let volumes = definition.root.member_elements("volumes");
    let paths = volumes.filter_map(|volume| volume.member("host")?.member("sourcePath"));
    for at in own.chain(paths).filter(|at| is_blank(*at)) {
        findings.report(at);
    }
}
