//! `port-name`: a port’s name that ECS does not accept.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "port-name",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Port",
        title: "A port’s name that ECS does not take",
        message: "{path} {reason}.",
        why: "A port’s name has at most 64 lowercase letters, digits, `_` and `-`, and does \
            not start with `-`.",
        cure: "Write it in lowercase, such as `http`.",
    },
    ja: words! {
        label: "ポート",
        title: "ECS が受け付けないポート名",
        message: "{path} {reason}。",
        why: "ポート名に使えるのは、英小文字、数字、`_`、`-` で、64 文字までです。`-` では始\
            められません。",
        cure: "`http` のように、英小文字で書いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""portMappings": [{"containerPort": 80, "name": "HTTP"}]"#,
    after: r#""portMappings": [{"containerPort": 80, "name": "http"}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    reference(
        "The characters can include lowercase letters, numbers, underscores (_), and hyphens \
            (-).",
        CHECK.rule.source,
    ),
    reference(
        "The name can include up to 64 characters.",
        CHECK.rule.source,
    ),
    reference("The name can't start with a hyphen.", CHECK.rule.source),
];

static EMPTY: Localized = Localized {
    en: "is empty",
    ja: " が空です",
};

static LONG: Localized = Localized {
    en: "has more than 64 characters",
    ja: " が 64 文字を超えています",
};

static HYPHEN: Localized = Localized {
    en: "begins with a hyphen",
    ja: " がハイフンで始まっています",
};

static CHARACTER: Localized = Localized {
    en: "has other characters than a–z, 0–9, _ and -",
    ja: " に、a〜z、0〜9、_、- 以外の文字があります",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for mapping in definition.each("portMappings") {
        if let Some(at) = mapping.member("name")
            && let Some(reason) = at.string().and_then(|name| fault(&name))
        {
            findings.report(at).arg("reason", reason);
        }
    }
}

fn fault(name: &str) -> Option<&'static Localized> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-';
    if name.is_empty() {
        Some(&EMPTY)
    } else if name.starts_with('-') {
        Some(&HYPHEN)
    } else if !name.chars().all(plain) {
        Some(&CHARACTER)
    } else if name.len() > 64 {
        Some(&LONG)
    } else {
        None
    }
}
