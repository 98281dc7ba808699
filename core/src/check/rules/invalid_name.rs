//! `invalid-name`: a name with characters that ECS does not accept.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, Rule, Scope, Words, is_given,
    reference, refusal,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "invalid-name",
        class: Class::Error,
        words: Localized {
            en: Words {
                label: "Name",
                title: "A name with characters that ECS does not take",
                message: "{path} has a character that a name can’t have, or is longer than 255.",
                why: "The names of families, containers and volumes have letters, digits, `_` and \
                    `-`.",
                cure: "Leave out spaces, dots, slashes and the like.",
            },
            ja: Words {
                label: "名前",
                title: "ECS の名前に使えない文字",
                message: "{path} に、名前に使えない文字があるか、255 文字を超えています。",
                why: "ファミリー、コンテナ、ボリュームの名前に使えるのは、英数字、`_`、`-` です。",
                cure: "空白、ドット、スラッシュなどを取り除いてください。",
            },
        },
        aws: "Family contains invalid characters.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_RegisterTaskDefinition.html",
        example: Example {
            scope: Scope::Task,
            before: r#""family": "nightly.batch""#,
            after: r#""family": "nightly-batch""#,
        },
    },
    check,
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
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let family = definition.root.member("family");
    let containers = definition.all("name");
    let volumes = definition.root.member_elements("volumes");
    let volumes = volumes.filter_map(|volume| volume.member("name"));
    for at in family.into_iter().chain(containers).chain(volumes) {
        let name = at.string().unwrap_or_default();
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        if is_given(&name) && (name.len() > 255 || !name.chars().all(plain)) {
            findings.report(at);
        }
    }
}
