//! `variable-without-name`: an environment variable without a name.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Kind, Localized, PackedWords, Rule,
    Scope, refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "variable-without-name",
        class: Class::Error,
        aws: "Environment variable name cannot be null or blank.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Environment",
        title: "An environment variable without a name",
        message: "{path} has no name.",
        why: "Docker starts no container with a variable that has no name.",
        cure: "Give it a name, or remove it.",
    },
    ja: words! {
        label: "環境変数",
        title: "名前のない環境変数",
        message: "{path} に名前がありません。",
        why: "名前のない環境変数があると、Docker はコンテナを起動しません。",
        cure: "名前を付けるか、消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""environment": [{"name": "", "value": "daily"}]"#,
    after: r#""environment": [{"name": "MODE", "value": "daily"}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/thnery/terraform-aws-template/issues/2",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let secrets = definition.each("secrets");
    for variable in definition.each("environment").into_iter().chain(secrets) {
        let name = variable.member("name");
        let empty = name.is_some_and(|name| name.token() == "\"\"");
        // The name of a secret is a required member, which `missing-member` reports.
        let absent = name.is_none() && variable.member("valueFrom").is_none();
        if variable.kind() == Kind::Object && (empty || absent) {
            findings.report(variable);
        }
    }
}
