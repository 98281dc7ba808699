//! `too-many-elements`: a list longer than ECS accepts.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, NodeRef, PackedWords, Rule,
    Scope, reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "too-many-elements",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Range",
        title: "A list longer than ECS takes",
        message: "{path} has {value} elements; {limit} are possible.",
        why: "ECS sets this list a length, and refuses a longer one.",
        cure: "Take some of them out.",
    },
    ja: words! {
        label: "範囲",
        title: "長すぎるリスト",
        message: "{path} に {value} 個の要素があります。上限は {limit} 個です。",
        why: "このリストには長さの上限があり、超えると拒否されます。",
        cure: "要素を減らしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: concat!(
        r#""credentialSpecs": ["credentialspec:arn:aws:s3:::a/1", "#,
        r#""credentialspec:arn:aws:s3:::a/2"]"#,
    ),
    after: r#""credentialSpecs": ["credentialspec:arn:aws:s3:::a/1"]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    reference(
        "You can specify up to ten environment files.",
        CHECK.rule.source,
    ),
    reference("The maximum number of ARNs is 1.", CHECK.rule.source),
    reference(
        "You can specify a maximum of 10 constraints for each task.",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_RegisterTaskDefinition.html",
    ),
    reference(
        "You can specify a maximum of 50 container exit codes.",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerRestartPolicy.html",
    ),
];

const LISTS: [(&str, usize); 2] = [("environmentFiles", 10), ("credentialSpecs", 1)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let mut note = |at: Option<NodeRef<'_>>, limit: usize| {
        let Some(at) = at else {
            return;
        };
        let count = at.children().count();
        if count > limit {
            findings
                .report(at)
                .arg("value", count.to_string())
                .arg("limit", limit.to_string());
        }
    };
    note(definition.root.member("placementConstraints"), 10);
    for container in &definition.containers {
        for (key, limit) in LISTS {
            note(container.member(key), limit);
        }
        let restart = container.member("restartPolicy");
        note(
            restart.and_then(|restart| restart.member("ignoredExitCodes")),
            50,
        );
    }
}
