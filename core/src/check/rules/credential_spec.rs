//! `credential-spec`: a credential spec in another form.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    is_given, reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "credential-spec",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Credential",
        title: "A credential spec in another form",
        message: "{path} does not begin with credentialspec: or credentialspecdomainless:.",
        why: "The word before the ARN says whether the instance is joined to the domain.",
        cure: "Put one of the two before the ARN.",
    },
    ja: words! {
        label: "認証情報",
        title: "形式の違う credentialSpecs",
        message: "{path} が credentialspec: または credentialspecdomainless: で始まっていま\
            せん。",
        why: "ARN の前の語は、インスタンスがドメインに参加するかどうかを表します。",
        cure: "ARN の前にどちらかを付けてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""credentialSpecs": ["arn:aws:s3:::bucket/spec.json"]"#,
    after: r#""credentialSpecs": ["credentialspec:arn:aws:s3:::bucket/spec.json"]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[reference(
    "There are two formats for each ARN.",
    CHECK.rule.source,
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for spec in definition.each("credentialSpecs") {
        let text = spec.string().unwrap_or_default();
        let forms = ["credentialspec:", "credentialspecdomainless:"];
        if is_given(&text) && !forms.iter().any(|form| text.starts_with(form)) {
            findings.report(spec);
        }
    }
}
