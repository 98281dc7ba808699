//! `invalid-name`: a name with characters that ECS does not accept.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    is_blank, is_given, reference, refusal, words,
};
use crate::escape::escape;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "invalid-name",
        class: Class::Error,
        aws: "Family contains invalid characters.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_RegisterTaskDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Name",
        title: "A name with characters that ECS does not take",
        message: "{path} {reason}: {value}.",
        why: "The names of families, containers and volumes have letters, digits, `_` and \
            `-`.",
        cure: "Choose a name of at most 255 of these characters.",
    },
    ja: words! {
        label: "名前",
        title: "ECS の名前に使えない文字",
        message: "{path} {reason}：{value}。",
        why: "ファミリー、コンテナ、ボリュームの名前に使えるのは、英数字、`_`、`-` です。",
        cure: "これらの文字だけを使い、255 文字以内にしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""family": "nightly.batch""#,
    after: r#""family": "nightly-batch""#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(
        CHECK.rule.aws,
        "https://github.com/aws/amazon-ecs-cli/issues/37",
    ),
    reference(
        "Up to 255 letters (uppercase and lowercase), numbers, underscores, and hyphens are \
            allowed.",
        CHECK.rule.source,
    ),
    reference(
        "Up to 255 letters (uppercase and lowercase), numbers, underscores, and hyphens are \
            allowed.",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
    ),
    reference(
        "Up to 255 letters (uppercase and lowercase), numbers, underscores, and hyphens are \
            allowed.",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html",
    ),
    refusal(
        "Container.name contains invalid characters.",
        "https://github.com/hashicorp/terraform-provider-aws/issues/5950",
    ),
    refusal(
        "volume.name contains invalid characters.",
        "https://github.com/aws/amazon-ecs-cli/issues/277",
    ),
];

static CHARACTER: Localized = Localized {
    en: "has a character that a name can’t have",
    ja: " に、名前に使えない文字があります",
};

static LONG: Localized = Localized {
    en: "has more characters than a name can have",
    ja: " が、名前の文字数の上限を超えています",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let family = definition.root.member("family");
    let family = family.filter(|at| !is_blank(*at));
    let containers = definition.all("name");
    let volumes = definition.root.member_elements("volumes");
    let volumes = volumes.filter_map(|volume| volume.member("name"));
    for at in family.into_iter().chain(containers).chain(volumes) {
        let name = at.string().unwrap_or_default();
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        let (reason, value) = match name.chars().find(|&c| !plain(c)) {
            Some(odd) => (
                &CHARACTER,
                format!("`{}`", escape(odd.encode_utf8(&mut [0; 4]))),
            ),
            None if name.len() > 255 => (&LONG, format!("{} > 255", name.len())),
            None => continue,
        };
        if is_given(&name) {
            findings
                .report(at)
                .arg("reason", reason)
                .arg("value", value);
        }
    }
}
